"""From the typed columns of a frame or database back to the cells of a file, so that every format is read by the same strict reader."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.quantity.numbers import exact, number_text
from zjreform.tabular.cells import SEPARATOR
from zjreform.tabular.csv_text import BATCH, Sheet


def frame_sheets(
    file: str, fields: Sequence[FieldSchema], count: int, values: Callable[[str], Sequence[Any]]
) -> Iterator[Sheet]:
    """Yield the cells of a frame.

    Args:
        file: Name for problems.
        fields: Fields of the table, extension columns last.
        count: Number of rows.
        values: Returns the values of a column by name.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> position = schema_of("awards").fields[3]
        >>> [sheet.columns for sheet in frame_sheets("t", [position], 2, {"position": [1, 2]}.__getitem__)]
        [{'position': ('1', '2')}]
    """
    names = [name for field in fields for name in field.cells]
    columns = {name: tuple(map(value_text, values(name))) for name in names}
    for start in range(0, count, BATCH):
        stop = min(start + BATCH, count)
        yield Sheet(file, {name: cells[start:stop] for name, cells in columns.items()}, range(start + 2, stop + 2))


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

    Example:
        >>> with_fractions([None, Decimal(2)], [Decimal(1), None], [Decimal(3), None])
        ['1/3', Decimal('2')]
    """
    found = []
    for value, over, under in zip(values, numerators, denominators, strict=True):
        found.append(value if over is None else number_text(exact(Fraction(int(over), int(under)))))
    return found
