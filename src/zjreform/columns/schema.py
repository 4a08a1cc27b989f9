"""The schema of a row class, derived from its attrs fields: nothing about a column is said a second time."""

from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import Attribute, fields, frozen

from zjreform.code import Code
from zjreform.columns.column import Column


@frozen
class FieldSchema:
    """One field of a row class.

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
        """Names of the file's columns for this field; a kind of several parts, a quantity, names them in ``parts``."""
        parts: tuple[str, ...] | None = getattr(self.kind, "parts", None)
        return (self.name,) if parts is None else parts

    @property
    def codes(self) -> tuple[Code, ...]:
        """Values of its closed list, in order; empty if it has none."""
        if not (isinstance(self.kind, type) and issubclass(self.kind, Code)):
            return ()
        return tuple(code for code in self.kind if code not in self.column.without)


@frozen
class TableSchema:
    """One table: its name, the class of its rows, and their fields in order.

    Example:
        >>> from zjreform.records.schema import schema_of
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


def schema_for(name: str, record: type) -> TableSchema:
    """Return the schema of a row class whose fields are columns; it need be no table of the dataset.

    Args:
        name: What a table of such rows is called.
        record: An attrs class, each field of which is made by ``column`` or ``identifier``.

    Raises:
        attrs.exceptions.NotAnAttrsClassError: The class is none of attrs.
        KeyError: A field carries no column.

    Example:
        >>> from zjreform.records.rosters import Tier
        >>> [field.name for field in schema_for("classes", Tier).fields if field.many]
        ['factors_zh', 'factors_en']
    """
    return TableSchema(name, record, tuple(map(field_schema, fields(record))))


def field_schema(attribute: "Attribute[Any]") -> FieldSchema:
    """Return the schema of one attrs field that carries a column.

    Raises:
        KeyError: It carries none.

    Example:
        >>> from zjreform.records.rosters import Tier
        >>> field_schema(fields(Tier).round).column.refs
        ('rounds',)
    """
    kind, nullable, many = attribute.type, False, False
    if get_origin(kind) in {Union, UnionType}:
        kind = next(part for part in get_args(kind) if part is not NoneType)
        nullable = True
    if get_origin(kind) is tuple:
        kind, many = get_args(kind)[0], True
    return FieldSchema(attribute.name, kind, nullable, many, attribute.metadata["column"])
