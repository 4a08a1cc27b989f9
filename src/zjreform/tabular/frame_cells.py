"""From the typed columns of a frame or database back to the cells of a file, so that every format is read by the same strict reader."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType, NoneType
from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.errors import Problem
from zjreform.quantity.numbers import exact, number_text
from zjreform.quantity.quantities import Quantity
from zjreform.tabular.cells import SEPARATOR
from zjreform.tabular.csv_text import BATCH, Sheet


def frame_sheets(
    file: str,
    fields: Sequence[FieldSchema],
    count: int,
    values: Callable[[str], Sequence[Any]],
    also: Mapping[str, Sequence[Any]] = MappingProxyType({}),
) -> Iterator[Sheet]:
    """Yield the cells of a frame.

    Args:
        file: Name for problems.
        fields: Fields of the table, extension columns last.
        count: Number of rows.
        values: Returns the values of a column by name.
        also: Values of the columns that say again what others say.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> position = schema_of("awards").fields[3]
        >>> [sheet.columns for sheet in frame_sheets("t", [position], 2, {"position": [1, 2]}.__getitem__)]
        [{'position': ('1', '2')}]
    """
    names = [name for field in fields for name in field.cells]
    columns = {
        name: tuple([value if type(value) is str else value_text(value) for value in values(name)]) for name in names
    }
    for start in range(0, count, BATCH):
        stop = min(start + BATCH, count)
        yield Sheet(
            file,
            {name: cells[start:stop] for name, cells in columns.items()},
            range(start + 2, stop + 2),
            {name: cells[start:stop] for name, cells in also.items()},
        )


def type_problems(
    file: str, fields: Sequence[FieldSchema], values: Callable[[str], Sequence[Any]]
) -> Iterator[Problem]:
    """Yield a problem for each value of another type than its column has: a number for a text, bytes for anything.

    Args:
        file: Name for problems.
        fields: Fields of the table.
        values: Returns the values of a column by name.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> print(*type_problems("t", schema_of("tiers").fields[:1], {"id": ["a", b"b"]}.__getitem__))
        t row 3, id: expected a text, got "b'b'" (write it as the type of the column)
    """
    for field in fields:
        for name in field.cells:
            expected, kinds = _types(field, name)
            cells = values(name)
            if set(map(type, cells)) <= {*kinds, NoneType} and not (field.many and any(map(_not_texts, cells))):
                continue
            for line, cell in enumerate(cells, 2):
                if cell is not None and (type(cell) not in kinds or (field.many and _not_texts(cell))):
                    yield Problem(file, line, name, repr(cell), expected, "write it as the type of the column")


def _types(field: FieldSchema, name: str) -> tuple[str, tuple[type, ...]]:
    if field.many:
        return "a list of texts", (list,)
    if field.kind is Decimal or (field.kind is Quantity and name in {"value", "upper", "implied_high"}):
        return "an exact number", (Decimal, str)
    if field.kind is bool or (field.kind is Quantity and name in {"lower_open", "upper_open"}):
        return "true or false", (bool,)
    return ("a whole number", (int,)) if field.kind is int else ("a text", (str,))


def _not_texts(value: Sequence[object] | None) -> bool:
    return value is not None and any(type(item) is not str or not item or SEPARATOR in item for item in value)


def value_text(value: object) -> str:
    """Return the cell of a typed value; a float stands for the shortest decimal that gives it.

    Example:
        >>> value_text(28.4), value_text(["a", "b"]), value_text(True), value_text(None), value_text(3)
        ('28.4', 'a;b', 'true', '', '3')
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(Decimal(repr(value)))
    if isinstance(value, Decimal):
        return number_text(value)
    return SEPARATOR.join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def with_fractions(values: Sequence[Any], numerators: Sequence[Any], denominators: Sequence[Any]) -> list[Any]:
    """Return the numbers of a column, those that do not fit it as numerator and denominator.

    Raises:
        ValueError: A numerator has no denominator, or one that is no number above zero.

    Example:
        >>> with_fractions([None, Decimal(2)], [Decimal(1), None], [Decimal(3), None])
        ['1/3', Decimal('2')]
    """
    found = []
    for value, over, under in zip(values, numerators, denominators, strict=True):
        if over is not None and (under is None or int(under) < 1):
            raise ValueError(f"a denominator of at least 1 for the numerator {over}, got {under}")
        found.append(value if over is None else number_text(exact(Fraction(int(over), int(under)))))
    return found
