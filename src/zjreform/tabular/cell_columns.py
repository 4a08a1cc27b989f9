"""The cells of a table column by column: what a column says again and again is spelt once."""

from collections.abc import Callable, Sequence
from itertools import chain
from types import NoneType
from typing import Any

from zjreform.code import Code
from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema
from zjreform.quantity.numbers import Number, number_text
from zjreform.quantity.quantities import Quantity
from zjreform.tabular.cells import SEPARATOR, cell_text
from zjreform.tabular.held_rows import column_of
from zjreform.tabular.rowset import Rowset, all_fields

_TEXTS = frozenset((str, NoneType))


def field_values(rows: Rowset) -> list[Sequence[Any]]:
    """Return the values of each field, those of extension columns last.

    Example:
        >>> import zjreform as zj
        >>> field_values(zj.load().rounds)[0]
        ['pmi-4', 'mpro-2018', 'rib-2019']
    """
    values: list[Sequence[Any]] = [column_of(rows, field.name) for field in rows.schema.fields]
    if rows.extension.fields:
        extra = list(map(rows.extension.row, column_of(rows, "id")))
        values.extend([row[place] for row in extra] for place in range(len(rows.extension.fields)))
    return values


def cell_columns(rows: Rowset) -> dict[str, Sequence[str]]:
    """Return the cells of a table by the name of their column, those of extension columns last.

    Raises:
        ValueError: A value cannot stand in a cell; names table, record and field.

    Example:
        >>> import zjreform as zj
        >>> cell_columns(zj.load().rounds)["id"]
        ['pmi-4', 'mpro-2018', 'rib-2019']
    """
    found: dict[str, Sequence[str]] = {}
    for field, values in zip(all_fields(rows), field_values(rows), strict=True):
        if field.kind is Quantity:
            found.update(zip(field.cells, quantity_cell_columns(values), strict=True))
            continue
        if field.many:
            _refuse_items(rows, field, values)
        found[field.name] = _cells(field, values)
    return found


def quantity_cell_columns(quantities: Sequence[Quantity]) -> list[Sequence[str]]:
    """Return the seven columns of cells of quantities, as ``quantity_cells`` gives them one by one.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> quantity_cell_columns([parse("3至5天"), parse("2件")])[:2]
        [['3', '2'], ['5', '']]
    """
    return [
        number_cells([quantity.value for quantity in quantities]),
        number_cells([quantity.upper for quantity in quantities]),
        ["true" if quantity.lower_open else "" for quantity in quantities],
        ["true" if quantity.upper_open else "" for quantity in quantities],
        number_cells([quantity.implied_high for quantity in quantities]),
        spelt([quantity.bound for quantity in quantities], cell_text),
        [quantity.unit.code for quantity in quantities],
    ]


def spelt(values: Sequence[Any], spell: Callable[[Any], Any]) -> list[Any]:
    """Return what *spell* gives for each value, asked once for those that are equal.

    Example:
        >>> spelt(["a", "b", "a"], str.upper)
        ['A', 'B', 'A']
    """
    distinct = {value: spell(value) for value in set(values)}
    return list(distinct.values()) * len(values) if len(distinct) == 1 else list(map(distinct.__getitem__, values))


def number_cells(numbers: Sequence[Number | None]) -> list[str]:
    """Return the canonical texts of numbers, ``""`` for none.

    Example:
        >>> from decimal import Decimal
        >>> number_cells([Decimal("12.50"), None, Decimal(3)])
        ['12.5', '', '3']
    """
    if numbers.count(None) == len(numbers):
        return [""] * len(numbers)
    return [
        "" if number is None else text if _is_canonical(text := str(number)) else number_text(number)
        for number in numbers
    ]


def _is_canonical(text: str) -> bool:
    """Return whether the text of a number is surely its canonical one: digits alone, or with a point and no zero or exponent at the end."""
    return text.isdecimal() or ("." in text and text[-1] != "0" and "E" not in text)


def _cells(field: FieldSchema, values: Sequence[Any]) -> Sequence[str]:
    kinds = set(map(type, values))
    if field.kind in {str, Edtf} and kinds <= _TEXTS:
        return ["" if value is None else value for value in values] if NoneType in kinds else values
    # A number is not kept by its value: equal decimals may be spelt with other zeros.
    coded = isinstance(field.kind, type) and issubclass(field.kind, Code)
    return spelt(values, cell_text) if coded or field.many else list(map(cell_text, values))


def _refuse_items(rows: Rowset, field: FieldSchema, values: Sequence[Any]) -> None:
    if "" not in (items := set(chain.from_iterable(set(values)))) and not any(SEPARATOR in item for item in items):
        return
    for record, value in zip(rows, values, strict=True):
        if any(not item or SEPARATOR in item for item in value):
            expected = f"{field.name}: items that are not empty and hold no {SEPARATOR!r}, got {value!r}"
            raise ValueError(f"{rows.schema.name} {record.id!r}: expected {expected}")
