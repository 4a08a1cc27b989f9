"""The figures, changes and terms of a text as rows: what their columns hold, for one text and over a column of texts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Self

from attrs import evolve

from zjreform.columns.column import Column
from zjreform.columns.rows import Answer, Rows
from zjreform.columns.schema import FieldSchema
from zjreform.errors import UnknownValueError
from zjreform.options import Offsets
from zjreform.quantity.change import Sense
from zjreform.quantity.columns import flattened, quantity_fields
from zjreform.quantity.quantities import Quantity
from zjreform.text.kinds import Kind

NAMES = ("figures", "changes", "terms")
"""What is found in texts."""

_NO_QUANTITY = (None,) * len(tuple(quantity_fields()))


def _field(name: str, kind: Any, zh: str, about: str, none: str = "") -> FieldSchema:  # noqa: ANN401 (a type)
    return FieldSchema(name, kind, bool(none), many=False, column=Column(zh, name, about, none))


def _place() -> Iterator[FieldSchema]:
    yield _field("start", int, "起", "Offset of the first character, in code points unless asked otherwise.")
    yield _field("end", int, "止", "Offset behind the last character.")
    yield _field("surface", str, "原文", "The characters themselves.")


def _figures() -> Iterator[FieldSchema]:
    yield from _place()
    yield _field("kind", Kind, "类", "What the numeral is.")
    yield from quantity_fields()
    yield _field(
        "sense",
        Sense,
        "方向",
        "What the amount is: a level, or a step up or down by the verb before it.",
        "no quantity",
    )
    yield _field("factor", float, "倍数", "Result as a multiple of the base: 增长3倍 is 4.", "the text does not say it")
    yield _field("per", str, "每", "Base of a rate before the quantity (每千人口).", "there is none")
    yield _field("edtf", str, "日期", "What a date says, as EDTF.", "no date, or one whose year is open")
    yield _field("ordinal", int, "序", "Number of an ordinal (第三届: 3).", "no ordinal")


def _changes() -> Iterator[FieldSchema]:
    yield from _place()
    yield _field("verb", str, "动词", "The verb, folded; → for an arrow, 改革前后 and the like for two clauses.")
    yield _field("direction", Sense, "升降", "Up or down by the verb.", "the verb says neither (调整为)")
    yield _field("sense", Sense, "方向", "What *stated* is.", "nothing is stated")
    for role in ROLES:
        yield from quantity_fields(f"{role}_")


def _terms() -> Iterator[FieldSchema]:
    yield from _place()
    yield FieldSchema(
        "term", str, nullable=False, many=False, column=Column("术语", "term", "Id of the term.", refs=("terms",))
    )


ROLES = ("before", "after", "stated")
"""The quantities of a change; their columns have the role in front of the name."""

_MAKERS: dict[str, Callable[[], Iterator[FieldSchema]]] = {"figures": _figures, "changes": _changes, "terms": _terms}


@cache
def found_answer(name: str) -> Answer:
    """Return what figures, changes or terms of one text hold.

    Example:
        >>> [field.name for field in found_answer("terms").fields]
        ['start', 'end', 'surface', 'term']
    """
    return Answer(name, tuple(_MAKERS[name]()))


def quantity_cells_of(quantity: Quantity | None) -> tuple[Any, ...]:
    """Return the values of the columns of a quantity, all empty where there is none.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> quantity_cells_of(parse("3天"))[0], quantity_cells_of(None)[0]
        (Decimal('3'), None)
    """
    return _NO_QUANTITY if quantity is None else flattened(quantity)


class Found(Rows[Any]):
    """What was found in one text: rows that need no room of their own, since many are made."""

    NAME = ""

    def __new__(cls, rows: Iterable[Any] = (), _: Answer | None = None) -> Self:
        """Make rows; what they hold is the same for all of a kind."""
        return tuple.__new__(cls, rows)

    @property
    def answer(self) -> Answer:  # type: ignore[override]  # the same for all of a kind, so that none is set
        """What they answer and what their columns hold."""
        return found_answer(self.NAME)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (tuple(self),)


class FigureRows(Found):
    """Figures of a text."""

    NAME = "figures"


class ChangeRows(Found):
    """Changes that a text states."""

    NAME = "changes"


class TermRows(Found):
    """Known terms of a text."""

    NAME = "terms"


def over(
    name: str, read: Callable[[str], Iterable[Any]], texts: Iterable[Any], ids: Iterable[Any] | None
) -> Rows[dict[str, Any]]:
    """Return what is found in a column of texts, each row with the id of its text.

    Args:
        name: ``"figures"``, ``"changes"`` or ``"terms"``.
        read: Finds them in one text.
        texts: A pandas, polars or Arrow column, or any iterable of texts; a missing one gives no row.
        ids: An id for each text; the index of a pandas column, else the position, where none are given.

    Raises:
        TypeError: There is no column, or a value is no text; names its position.
        ValueError: There are not as many ids as texts.

    Example:
        >>> over("terms", lambda text: (), ["a", None], None)
        ()
    """
    if isinstance(texts, bytes | bytearray | Mapping) or not hasattr(texts, "__iter__"):
        raise TypeError(f"expected a text, got {texts!r}")
    values = _listed(texts)
    keys = _keys(texts, len(values)) if ids is None else _listed(ids)
    if len(keys) != len(values):
        raise ValueError(f"expected an id for each of {len(values)} texts, got {len(keys)}")
    rows = []
    for position, (key, text) in enumerate(zip(keys, values, strict=True)):
        if _missing(text):
            continue
        if not isinstance(text, str):
            raise TypeError(f"expected a text at position {position}, got {text!r}")
        rows += [{"id": key, **one.flat()} for one in read(text)]
    kind = int if rows and all(isinstance(row["id"], int) for row in rows) else str
    named = rows if kind is int else [{**row, "id": None if _missing(row["id"]) else str(row["id"])} for row in rows]
    return Rows(named, Answer(name, column_answer(name, kind), f"{name}(a column of {len(values)} texts)"))


def column_answer(name: str, kind: type = str) -> tuple[FieldSchema, ...]:
    """Return the columns of what is found in a column of texts: the id of the text first.

    Example:
        >>> [field.name for field in column_answer("terms")]
        ['id', 'start', 'end', 'surface', 'term']
    """
    key = _field("id", kind, "文本编号", "Id of the text.", "none is given for it")
    return (key, *found_answer(name).fields)


def _listed(values: Iterable[Any]) -> list[Any]:
    for name in ("to_pylist", "to_list", "tolist"):
        listed = getattr(values, name, None)
        if callable(listed):
            return list(listed())
    return list(values)


def _keys(texts: Iterable[Any], size: int) -> list[Any]:
    index = getattr(texts, "index", None)
    return list(range(size)) if index is None or callable(index) else _listed(index)


def _missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and value != value) or type(value).__name__ == "NAType"  # noqa: PLR0124 (not a number)


OFFSETS = ("characters", "utf-16", "bytes")
"""What offsets can count."""


def shifted(text: str, found: Iterable[Any], offsets: Offsets) -> list[Any]:
    """Return what was found with offsets that count something else than code points.

    Raises:
        UnknownValueError: There is no such way to count.

    Example:
        >>> import zjreform as zj
        >>> [(one.start, one.end) for one in zj.figures("共3天", offsets="bytes")]
        [(3, 7)]
    """
    if offsets not in OFFSETS:
        raise UnknownValueError("offsets", offsets, OFFSETS)
    listed = list(found)
    if offsets == "characters":
        return listed
    places = moved(text, ((one.start, one.end) for one in listed), offsets)
    return [evolve(one, start=start, end=end) for one, (start, end) in zip(listed, places, strict=True)]


def moved(text: str, places: Iterable[tuple[int, int]], offsets: Offsets) -> list[tuple[int, int]]:
    """Return offsets in code points as offsets in UTF-16 units or in bytes of UTF-8.

    Example:
        >>> moved("𠮷有3天", [(2, 4)], "utf-16"), moved("共3天", [(1, 3)], "bytes")
        ([(3, 5)], [(3, 7)])
    """
    found = list(places)
    at, length, there = 0, 0, {}
    for place in sorted({end for pair in found for end in pair}):
        part = text[at:place]
        length += (
            len(part.encode("utf-16-le", "surrogatepass")) // 2
            if offsets == "utf-16"
            else len(part.encode("utf-8", "surrogatepass"))
        )
        at, there[place] = place, length
    return [(there[start], there[end]) for start, end in found]
