"""What stands in each text as one list of rows beside it: for engines whose functions give one value for a value."""

from itertools import accumulate
from typing import Any

from zjreform.corpus.outputs import plain_batch
from zjreform.corpus.work import KERNELS
from zjreform.tabular.optional import optional


def found_lists(texts: Any, what: str, **options: Any) -> Any:  # noqa: ANN401 (pyarrow.ListArray; options as the kernel takes)
    """Return a list of rows for each text; null for a null text.

    Args:
        texts: A pyarrow array of texts.
        what: ``figures``, ``changes`` or ``terms``.
        **options: As for the kernel.

    Example:
        >>> import pyarrow as pa
        >>> [len(each or ()) for each in found_lists(pa.array(["由8天压缩至1天", None, ""]), "figures").to_pylist()]
        [2, 0, 0]
    """
    pa, compute = optional("pyarrow", "arrow"), optional("pyarrow.compute", "arrow")
    whole = texts.combine_chunks() if hasattr(texts, "combine_chunks") else texts
    places = pa.array(range(len(whole)), pa.int64())
    made = plain_batch(KERNELS[what](pa.record_batch([places, whole], names=["id", "text"]), **options))
    counts = [0] * len(whole)
    for pair in made.column("id").value_counts().to_pylist():
        counts[int(pair["values"])] = pair["counts"]
    offsets = pa.array(accumulate(counts, initial=0), pa.int32())
    fields = list(made.schema)[1:]
    rows = pa.StructArray.from_arrays(made.columns[1:], fields=[field.remove_metadata() for field in fields])
    lists = pa.ListArray.from_arrays(offsets, rows)
    return compute.if_else(whole.is_valid(), lists, pa.scalar(None, lists.type)) if whole.null_count else lists
