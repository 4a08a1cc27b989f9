"""The kernel: figures, changes and terms of a batch of texts, as a batch of columns.

Every runner (worker processes, Spark, Ray, DuckDB, polars) calls these functions and nothing else, so that its rows are those of the plain
loop over ``figures``. The first call of a process compiles the reader's patterns.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from zjreform.alike import close_to
from zjreform.corpus.schemas import CHANGE_ROLES, change_schema, codes_of, figure_schema, term_schema
from zjreform.errors import UnknownValueError
from zjreform.options import Region
from zjreform.tabular.collection import paused_collection
from zjreform.tabular.optional import optional
from zjreform.tabular.quantity_arrays import coded, quantity_arrays
from zjreform.text.changes import changes
from zjreform.text.figure import Figure
from zjreform.text.figures import figures
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import Lexicon
from zjreform.text.stated_change import StatedChange
from zjreform.text.terms import TermSpan, terms

if TYPE_CHECKING:
    import pyarrow as pa

_Found = TypeVar("_Found", Figure, StatedChange, TermSpan)
_MOST_ORDINAL: Final = 2**63 - 1
_PROBE: Final = "3元"


def figures_batch(
    batch: "pa.RecordBatch | pa.Table",
    *,
    id: str = "id",
    text: str = "text",
    kinds: Iterable[Kind | str] | None = None,
    lexicon: Lexicon | None = None,
    region: Region | None = None,
) -> "pa.RecordBatch":
    """Return the figures of a batch of texts, in the order of the texts and of their places there.

    Args:
        batch: A record batch or a table.
        id: Column of the ids; any type that has a text, nulls allowed.
        text: Column of the texts: string, large_string, string_view or a dictionary of them. A null gives no row.
        kinds: As for ``figures``.
        lexicon: As for ``figures``.
        region: As for ``figures``.

    Returns:
        A record batch of the schema ``corpus.FIGURES``.

    Raises:
        UnknownValueError: The batch has no such column, or a kind or the region is unknown.
        TypeError: The column of the texts holds something else.
        ExtraMissingError: pyarrow is not installed.

    Example:
        >>> import pyarrow as pa
        >>> batch = pa.record_batch({"id": ["a", "b"], "text": ["由8天压缩至1天", None]})
        >>> figures_batch(batch).select(["id", "surface", "days"]).to_pylist()
        [{'id': 'a', 'surface': '8天', 'days': 8.0}, {'id': 'a', 'surface': '1天', 'days': 1.0}]
    """
    chosen = None if kinds is None else [*kinds]

    def read(words: str) -> Sequence[Figure]:
        return figures(words, kinds=chosen, lexicon=lexicon, region=region)

    ids, rows, _, found = _found(batch, id, text, read)
    columns = {
        **_places(ids, rows, found, [one.surface for one in found]),
        "kind": coded(codes_of("kind"), [one.kind for one in found]),
        **quantity_arrays([one.quantity for one in found]),
        "sense": coded(codes_of("sense"), [one.sense for one in found]),
        "per": _texts([one.per for one in found]),
        "edtf": _texts([one.edtf for one in found]),
        "ordinal": optional("pyarrow", "arrow").array(map(_ordinal, found), "int64"),
    }
    return _batch(columns, figure_schema())


def refuse_early(kernel: "Callable[[pa.RecordBatch], pa.RecordBatch]") -> None:
    """Ask a kernel for nothing, so that an option that is wrong fails where it was written and not in each task of an engine.

    Example:
        >>> from functools import partial
        >>> refuse_early(partial(figures_batch, kinds=["dates"]))
        Traceback (most recent call last):
        zjreform.errors.UnknownValueError: no kind is called 'dates'; did you mean 'quantity' or 'date' or ...
    """
    pa = optional("pyarrow", "arrow")
    kernel(pa.record_batch([pa.array([], pa.string())] * 2, names=["id", "text"]))


def changes_batch(
    batch: "pa.RecordBatch | pa.Table",
    *,
    id: str = "id",
    text: str = "text",
    lexicon: Lexicon | None = None,
    region: Region | None = None,
) -> "pa.RecordBatch":
    """Return the changes that a batch of texts states.

    Args:
        batch: A record batch or a table.
        id: As for ``figures_batch``.
        text: As for ``figures_batch``.
        lexicon: As for ``changes``.
        region: As for ``changes``.

    Returns:
        A record batch of the schema ``corpus.CHANGES``.

    Raises:
        UnknownValueError: The batch has no such column, or the region is unknown.
        TypeError: The column of the texts holds something else.
        ExtraMissingError: pyarrow is not installed.

    Example:
        >>> import pyarrow as pa
        >>> batch = pa.record_batch({"id": [7], "text": ["办理时间由8天压缩至1天"]})
        >>> changes_batch(batch).select(["id", "verb", "before_days", "after_days", "stated_value"]).to_pylist()
        [{'id': '7', 'verb': '压缩', 'before_days': 8.0, 'after_days': 1.0, 'stated_value': None}]
    """

    def read(words: str) -> Sequence[StatedChange]:
        return changes(words, lexicon=lexicon, region=region)

    ids, rows, texts, found = _found(batch, id, text, read)
    columns = {
        **_places(ids, rows, found, _surfaces(texts, rows, found)),
        "verb": _texts([one.verb for one in found]),
        "direction": coded(codes_of("direction"), [one.direction for one in found]),
        "sense": coded(codes_of("sense"), [one.change.sense for one in found]),
    }
    for role in CHANGE_ROLES:
        arrays = quantity_arrays([getattr(one.change, role) for one in found])
        columns.update({f"{role}_{name}": array for name, array in arrays.items()})
    return _batch(columns, change_schema())


def terms_batch(
    batch: "pa.RecordBatch | pa.Table", *, id: str = "id", text: str = "text", lexicon: Lexicon | None = None
) -> "pa.RecordBatch":
    """Return the known terms that stand in a batch of texts.

    Args:
        batch: A record batch or a table.
        id: As for ``figures_batch``.
        text: As for ``figures_batch``.
        lexicon: As for ``terms``.

    Returns:
        A record batch of the schema ``corpus.TERMS``.

    Raises:
        UnknownValueError: The batch has no such column.
        TypeError: The column of the texts holds something else.
        ExtraMissingError: pyarrow is not installed.

    Example:
        >>> import pyarrow as pa
        >>> terms_batch(pa.record_batch({"id": ["a"], "text": ["浙里办推行一件事"]})).column("term").to_pylist()
        ['zheliban', 'one-thing']
    """

    def read(words: str) -> Sequence[TermSpan]:
        return terms(words, lexicon=lexicon)

    ids, rows, _, found = _found(batch, id, text, read)
    columns = {
        **_places(ids, rows, found, [one.surface for one in found]),
        "term": _texts([one.term for one in found]),
    }
    return _batch(columns, term_schema())


def _found(
    batch: Any,  # noqa: ANN401 (pyarrow)
    id: str,
    text: str,
    read: Callable[[str], Sequence[_Found]],
) -> tuple[Any, list[int], list[str | None], list[_Found]]:
    """Return the ids as texts, and what stands in the texts, each with the row of its text."""
    pa = optional("pyarrow", "arrow")
    ids, words = _column(batch, id), _column(batch, text)
    kind = words.type.value_type if pa.types.is_dictionary(words.type) else words.type
    if kind not in {pa.string(), pa.large_string(), pa.string_view(), pa.null()}:
        raise TypeError(f"expected a column {text!r} of texts, got {words.type}")
    texts = words.to_pylist()
    read(_PROBE)  # refuses what is unknown, also where there is no text
    rows: list[int] = []
    found: list[_Found] = []
    with paused_collection():
        for row, each in enumerate(texts):
            here = read(each) if each else ()
            if here:
                found += here
                rows += [row] * len(here)
    return ids, rows, texts, found


def _column(batch: Any, name: str) -> Any:  # noqa: ANN401 (pyarrow)
    names = batch.schema.names
    if name not in names:
        raise UnknownValueError("column", name, close_to(name, names) or names)
    column = batch.column(name)
    return column.combine_chunks() if hasattr(column, "combine_chunks") else column


def _places(ids: Any, rows: list[int], found: Sequence[Any], surfaces: list[str]) -> dict[str, Any]:  # noqa: ANN401 (pyarrow)
    pa = optional("pyarrow", "arrow")
    plain = ids.dictionary_decode() if pa.types.is_dictionary(ids.type) else ids
    return {
        "id": plain.cast(pa.string()).take(pa.array(rows, pa.int32())).dictionary_encode(),
        "start": pa.array([one.start for one in found], pa.int32()),
        "end": pa.array([one.end for one in found], pa.int32()),
        "surface": _texts(surfaces),
    }


def _surfaces(texts: Sequence[str | None], rows: list[int], found: Sequence[StatedChange]) -> list[str]:
    return [(texts[row] or "")[one.start : one.end] for row, one in zip(rows, found, strict=True)]


def _texts(values: Sequence[str | None]) -> Any:  # noqa: ANN401 (pyarrow.DictionaryArray)
    pa = optional("pyarrow", "arrow")
    return pa.array(values, pa.string()).dictionary_encode()


def _ordinal(one: Figure) -> int | None:
    return None if one.ordinal is None or one.ordinal > _MOST_ORDINAL else one.ordinal


def _batch(columns: dict[str, Any], schema: "pa.Schema") -> "pa.RecordBatch":
    made = optional("pyarrow", "arrow").RecordBatch
    return made.from_arrays([columns[name] for name in schema.names], schema=schema)  # type: ignore[no-any-return]
