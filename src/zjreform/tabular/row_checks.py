"""Rows made by hand and rows made by the reader: both doors refuse the same.

A row class checks each field when a row is made or evolved. The reader has checked whole columns before, so it makes its rows without
a second check, here and nowhere else.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import repeat
from typing import Any

from attrs import Attribute, fields

from zjreform.code import Code
from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema, field_schema
from zjreform.errors import RecordError
from zjreform.tabular.cells import SEPARATOR, cell_reader, cell_text

_KINDS: dict[Any, type] = {str: str, Edtf: str, int: int, bool: bool, Decimal: Decimal}
"""Python types of the values; a kind that stands in no single cell, a quantity, is its own."""


def field_check(attribute: "Attribute[Any]") -> Callable[[str, object], None]:
    """Return a function of the name of a row class and a value that raises where no cell of the field could hold the value.

    Raises:
        RecordError: By the function: names class, field, value and what was expected.

    Example:
        >>> from zjreform.records.rosters import Tier
        >>> field_check(fields(Tier).id)("Tier", "My Tier")
        Traceback (most recent call last):
        zjreform.errors.RecordError: Tier.id: expected a text of the form [a-z0-9]+(?:-[a-z0-9]+)*, got 'My Tier'
    """
    field = field_schema(attribute)
    read = _expected_of(field)

    def refuse(row: str, value: object) -> None:
        expected = read(value)
        if expected:
            raise RecordError(row, field.name, repr(value), expected)

    return refuse


def checked_rows(record: type, columns: Sequence[Iterable[Any]], count: int) -> list[Any]:
    """Return rows of columns whose values have been checked, one column for each field of the class, all of the length *count*.

    Example:
        >>> from zjreform.records.rosters import CaseTitle
        >>> row = checked_rows(CaseTitle, [["a"], ["b"], ["题"], [None], ["c"], [1]], 1)[0]
        >>> row.title_zh, row.page
        ('题', 1)
    """
    rows: list[Any] = list(map(object.__new__, repeat(record, count)))
    for attribute, values in zip(fields(record), columns, strict=True):
        put = getattr(record, attribute.name).__set__  # the slot itself, since a frozen class refuses every other way
        for _ in map(put, rows, values):
            pass
    return rows


def _expected_of(field: FieldSchema) -> Callable[[object], str]:
    """Return a function that gives what was expected where a value is none of the field, else ``""``."""
    if len(field.cells) > 1:
        return _instance(field)
    kind = (
        field.kind if isinstance(field.kind, type) and issubclass(field.kind, Code) else _KINDS.get(field.kind, object)
    )
    read = cell_reader(field)
    named = f"a value of {kind.__name__}" if kind is not object else "a value"

    def one(value: object) -> str:
        if type(value) is not kind and kind is not object:
            return named
        if kind is Decimal and not value.is_finite():  # type: ignore[attr-defined]
            return "a finite number"
        if field.many and SEPARATOR in cell_text(value):
            return f"items that are not empty and hold no {SEPARATOR!r}"
        try:
            again = read(cell_text(value))
        except ValueError as error:
            return str(error)
        return "" if again == ((value,) if field.many else value) else "a value that its cell gives back"

    if field.many:
        return lambda value: _many(one, value, named)
    return lambda value: "" if value is None and field.nullable else one(value)


def _many(one: Callable[[object], str], value: object, named: str) -> str:
    if type(value) is not tuple:
        return f"a tuple, each item {named}"
    return next((expected for item in value if (expected := one(item))), "")


def _instance(field: FieldSchema) -> Callable[[object], str]:
    kind: type = field.kind
    optional = field.nullable
    return lambda value: "" if isinstance(value, kind) or (value is None and optional) else f"a {kind.__name__}"
