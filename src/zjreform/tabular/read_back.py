"""What was written against what was meant, before a file is put in place.

Two things make sure that reading a file gives the same rows: the strict reader takes each value's cell and gives the value back, which is
asked once for each distinct value; and the file holds those cells, which is compared column by column.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from textwrap import shorten
from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.errors import Problem, ZjError
from zjreform.limits import DEFAULT
from zjreform.quantity.numbers import Number, number_text, read_number
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import unit
from zjreform.tabular.cells import cell_reader, cell_text
from zjreform.tabular.csv_text import Sheet
from zjreform.tabular.plain_cells import are_plain_numbers
from zjreform.tabular.rowset import Rowset, all_fields

CANNOT_HOLD = "this format cannot hold some value exactly"
"""Remedy of a value that was written and does not read back."""

_SHORT, _SHOWN = 30, 200
_WRITTEN = "the values that were written"


def unreadable(rows: Rowset, values: Sequence[Sequence[Any]]) -> Iterator[Problem]:
    """Yield a problem for each field with a value whose cell the strict reader refuses or reads otherwise.

    Args:
        rows: The table.
        values: The values of each field, extension columns last, as ``field_values`` gives them.

    Example:
        >>> import zjreform as zj
        >>> from zjreform.tabular.cell_columns import field_values
        >>> rounds = zj.load().rounds
        >>> list(unreadable(rounds, field_values(rounds)))
        []
    """
    for field, held in zip(all_fields(rows), values, strict=True):
        wrong = _wrong_quantity(held) if field.kind is Quantity else _wrong_value(field, held)
        if wrong is not None:
            yield Problem(
                f"{rows.schema.name}.csv", 0, field.name, wrong, "a value that its cell gives back", CANNOT_HOLD
            )


def differing(sheets: Iterable[Sheet], name: str, columns: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Yield a problem where a file holds other cells than those that were to be written.

    Args:
        sheets: What the file holds.
        name: Name for problems.
        columns: The cells by the name of their column.

    Example:
        >>> list(differing([Sheet("t", {"id": ("a",)}, (2,))], "t", {"id": ["b"]}))[0].value
        "'a'"
    """
    count = 0
    for sheet in sheets:
        stop = count + len(sheet.lines)
        for column, cells in columns.items():
            wanted, found = cells[count:stop], sheet.columns.get(column, ())
            if list(wanted) != list(found):
                yield from _first(name, column, sheet.lines, wanted, found)
                return
        count = stop
    rows = len(next(iter(columns.values()), ()))
    if count != rows:
        yield Problem(name, 0, "", f"{count} rows", f"{rows} rows", CANNOT_HOLD)


def other_values(name: str) -> Problem:
    """Return the problem of a file that holds something else than was to be written.

    Example:
        >>> print(other_values("a.db"))
        a.db: expected the values that were written, got 'other values' (this format cannot hold some value exactly)
    """
    return Problem(name, 0, "", "other values", _WRITTEN, CANNOT_HOLD)


def _first(
    name: str, column: str, lines: Sequence[int], wanted: Sequence[str], found: Sequence[str]
) -> Iterator[Problem]:
    for line, cell, other in zip(lines, wanted, found, strict=False):
        if cell != other:
            yield Problem(name, line, column, repr(other), repr(cell), CANNOT_HOLD)
            return
    yield other_values(name)


def _wrong_value(field: FieldSchema, values: Sequence[Any]) -> str | None:
    if _plainly_read(field, values):
        return None
    read = cell_reader(field)
    for value in set(values):
        cell = cell_text(value)
        try:
            same = len(cell) <= DEFAULT.cell and (again := read(cell)) == value and type(again) is type(value)
        except ValueError:
            same = False
        if not same and not (value is None and cell == ""):
            return shorten(repr(value), _SHOWN)
    return None


def _plainly_read(field: FieldSchema, values: Sequence[Any]) -> bool:
    """Return whether all values are texts that a text field reads as they are; looked at as a whole."""
    if field.kind is not str or field.many:
        return False
    texts = [value for value in values if value is not None] if field.nullable else values
    if not set(map(type, texts)) <= {str} or max(map(len, texts), default=0) > DEFAULT.cell:
        return False
    plain = all(texts) and list(map(str.strip, texts)) == texts and "".join(texts).isprintable()
    return plain and (not field.column.pattern or all(map(re.compile(field.column.pattern).fullmatch, texts)))


def _wrong_quantity(quantities: Sequence[Quantity]) -> str | None:
    for own in {id(quantity.unit): quantity.unit for quantity in quantities}.values():
        try:
            known = unit(own.code) == own
        except ZjError:
            known = False
        if not known:
            return repr(own)
    for each in ("value", "upper", "implied_high"):
        numbers = [number for quantity in quantities if (number := getattr(quantity, each)) is not None]
        if not are_plain_numbers(list(map(str, numbers))):
            wrong = next((number for number in set(numbers) if not _reads(number)), None)
            if wrong is not None:
                return str(wrong)
    return None


def _reads(number: Number) -> bool:
    if type(number) is Decimal and len(text := str(number)) <= _SHORT and text.isdecimal():
        return True
    try:
        return read_number(number_text(number)) == number
    except ValueError:
        return False
