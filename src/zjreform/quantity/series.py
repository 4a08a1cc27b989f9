"""A column of figures in one unit: a frame of the caller's kind, with its index, one row for each value."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from zjreform.columns.column import Column
from zjreform.columns.rows import Answer, Rows
from zjreform.columns.schema import FieldSchema
from zjreform.errors import UnknownValueError
from zjreform.lazy import reach
from zjreform.quantity.quantities import Quantity

ANSWERS: Final = ("days", "percent", "count")
"""What a column of figures can be brought to."""

ERRORS: Final = ("raise", "collect", "coerce")
"""What happens to a value that is refused: it stops all, it says so in a column ``error``, or it leaves an empty row."""


def is_column(values: object) -> bool:
    """Return whether a value is a column of figures rather than one of them.

    Example:
        >>> is_column(["3天"]), is_column("3天"), is_column(5)
        (True, False, False)
    """
    return isinstance(values, Iterable) and not isinstance(values, str | bytes | bytearray | Mapping)


def frame_of(
    name: str,
    values: Any,  # noqa: ANN401 (any column)
    read: Callable[[str], Iterator[tuple[Quantity | None, str | None]]],
    errors: str,
) -> Any:  # noqa: ANN401 (a frame of the caller's kind)
    """Return a column of figures as numbers with their ends.

    Args:
        name: What is read: ``"days"``, ``"percent"`` or ``"count"``.
        values: A pandas, polars or Arrow column, or any iterable.
        read: Gives, by what happens to errors, each quantity or why there is none.
        errors: One of ``ERRORS``.

    Raises:
        UnknownValueError: *errors* is none of these.

    Example:
        >>> frame_of("days", ["3天"], lambda errors: iter([(Quantity.from_parts("3", "day"), None)]), "raise").to_dicts()[0]["value"]
        3.0
    """
    if errors not in ERRORS:
        raise UnknownValueError("errors", errors, ERRORS)
    found = [_row(quantity, error) for quantity, error in read("raise" if errors == "raise" else "collect")]
    rows: Rows[Any] = Rows(found, Answer(name, FIELDS if errors == "collect" else FIELDS[:-1], f"{name}(a column)"))
    library = type(values).__module__.partition(".")[0]
    if library == "pandas":
        frame = reach("rows as pandas")(rows)
        if hasattr(values, "index") and not callable(values.index):
            frame.index = values.index
        return frame
    making = {"polars": "rows as polars", "pyarrow": "rows as arrow"}.get(library)
    return rows if making is None else reach(making)(rows)


def _row(quantity: Quantity | None, error: str | None) -> dict[str, Any]:
    if quantity is None:
        return {**dict.fromkeys(_NAMES), "error": error}
    ends = {
        end: None if number is None else float(number)
        for end, number in (("low", quantity.low), ("high", quantity.high))
    }
    return {
        "value": float(quantity.value) if quantity.upper is None else None,
        **ends,
        "low_open": quantity.low_open,
        "high_open": quantity.high_open,
        "basis": quantity.unit.code,
        "error": error,
    }


def _field(name: str, kind: Any, zh: str, about: str, none: str) -> FieldSchema:  # noqa: ANN401 (a type)
    return FieldSchema(name, kind, nullable=True, many=False, column=Column(zh, name.replace("_", " "), about, none))


_MISSING = "the value is missing or was refused"
FIELDS: Final = (
    _field("value", float, "数值", "The number stated, in *basis*.", f"a range, or {_MISSING}"),
    _field("low", float, "下限", "Lowest number the claim allows.", f"no lower end, or {_MISSING}"),
    _field("high", float, "上限", "Highest number the claim allows.", f"no upper end, or {_MISSING}"),
    _field("low_open", bool, "下限除外", "Whether *low* itself is excluded.", _MISSING),
    _field("high_open", bool, "上限除外", "Whether *high* itself is excluded.", _MISSING),
    _field("basis", str, "口径", "What is counted: day, workday, workhour, %, or the classifier.", _MISSING),
    _field("error", str, "错误", "Why the value was refused.", "it was not"),
)
"""Columns of the frame, the last one only where errors are collected."""
_NAMES: Final = tuple(field.name for field in FIELDS)
