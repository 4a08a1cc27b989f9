"""Spark: figures, changes and terms of a frame, by ``mapInArrow``; each task calls the kernel on the batches it gets."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from zjreform.corpus.kernel import changes_batch, figures_batch, refuse_early, terms_batch
from zjreform.corpus.outputs import plain_batch, plain_schema
from zjreform.corpus.schemas import change_schema, figure_schema, term_schema
from zjreform.tabular.optional import optional

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame


def figures(df: "DataFrame", *, id: str = "id", text: str = "text", **options: Any) -> "DataFrame":  # noqa: ANN401 (as the kernel takes)
    """Return the figures of a frame of texts; columns as in ``corpus.FIGURES``, dictionaries as plain strings.

    Args:
        df: A frame.
        id: Column of the ids.
        text: Column of the texts.
        **options: ``kinds``, ``lexicon`` and ``region``, as for ``figures_batch``.

    Raises:
        UnknownValueError: A kind or the region is unknown.
        ExtraMissingError: pyspark is not installed.
    """
    return _mapped(df, id, text, partial(figures_batch, **options), figure_schema())


def changes(df: "DataFrame", *, id: str = "id", text: str = "text", **options: Any) -> "DataFrame":  # noqa: ANN401
    """Return the changes that texts state; see ``figures``."""
    return _mapped(df, id, text, partial(changes_batch, **options), change_schema())


def terms(df: "DataFrame", *, id: str = "id", text: str = "text", **options: Any) -> "DataFrame":  # noqa: ANN401
    """Return the known terms in texts; see ``figures``."""
    return _mapped(df, id, text, partial(terms_batch, **options), term_schema())


def _mapped(
    df: "DataFrame", id: str, text: str, kernel: Callable[..., "pa.RecordBatch"], schema: "pa.Schema"
) -> "DataFrame":
    refuse_early(kernel)

    def run(batches: Iterator["pa.RecordBatch"]) -> Iterator["pa.RecordBatch"]:
        return (plain_batch(kernel(batch)) for batch in batches)

    pair = df.select(df[id].cast("string").alias("id"), df[text].alias("text"))
    made = optional("pyspark.sql.pandas.types", "spark").from_arrow_schema(plain_schema(schema))
    return pair.mapInArrow(run, made)
