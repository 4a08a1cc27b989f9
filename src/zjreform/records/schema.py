"""The schema of every table, derived from the record classes: nothing about a column is said a second time.

Work happens at first use of a table's schema and is kept.
"""

from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import Attribute, fields, frozen

from zjreform.code import Code
from zjreform.quantity.quantities import Quantity
from zjreform.records.columns import Column
from zjreform.records.index import TABLES

QUANTITY_PARTS = ("value", "upper", "lower_open", "upper_open", "implied_high", "bound", "unit")
"""Columns in which a quantity stands in a file, in place of its field."""


@frozen
class FieldSchema:
    """One field of a record.

    Attributes:
        name: Name of the field.
        kind: ``str``, ``int``, ``Decimal``, ``bool``, ``Edtf``, ``Quantity`` or the class of a closed list.
        nullable: Whether it may be ``None``.
        many: Whether it is a tuple.
        column: What the field holds.
    """

    name: str
    kind: Any
    nullable: bool
    many: bool
    column: Column

    @property
    def cells(self) -> tuple[str, ...]:
        """Names of the file's columns for this field; a quantity has several."""
        return QUANTITY_PARTS if self.kind is Quantity else (self.name,)

    @property
    def codes(self) -> tuple[Code, ...]:
        """Values of its closed list, in order; empty if it has none."""
        if not (isinstance(self.kind, type) and issubclass(self.kind, Code)):
            return ()
        return tuple(code for code in self.kind if code not in self.column.without)


@frozen
class TableSchema:
    """One table: its name, the class of its records, and their fields in order.

    Example:
        >>> schema_of("awards").header
        ('id', 'round', 'tier', 'position', 'title_zh', 'case', 'organisation')
    """

    name: str
    record: type
    fields: tuple[FieldSchema, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the file's columns in order."""
        return tuple(cell for field in self.fields for cell in field.cells)


@cache
def schema_of(table: str) -> TableSchema:
    """Return the schema of a table.

    Raises:
        KeyError: There is no such table.

    Example:
        >>> [field.name for field in schema_of("tiers").fields if field.many]
        ['factors_zh', 'factors_en']
    """
    module, _, name = TABLES[table].rpartition(".")
    record = getattr(import_module(f"zjreform.records.{module}"), name)
    return TableSchema(table, record, tuple(map(_field_schema, fields(record))))


def _field_schema(attribute: "Attribute[Any]") -> FieldSchema:
    kind, nullable, many = attribute.type, False, False
    if get_origin(kind) in {Union, UnionType}:
        kind = next(part for part in get_args(kind) if part is not NoneType)
        nullable = True
    if get_origin(kind) is tuple:
        kind, many = get_args(kind)[0], True
    return FieldSchema(attribute.name, kind, nullable, many, attribute.metadata["column"])
