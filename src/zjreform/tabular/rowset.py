"""What the formats need of a table: its schema, its rows and its extension columns."""

from collections.abc import Iterator
from typing import Any, Protocol

from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.tabular.extension import Extension


class Rowset(Protocol):
    """A table as the formats see it."""

    @property
    def schema(self) -> TableSchema:
        """Name and fields."""

    @property
    def extension(self) -> Extension:
        """Extension columns."""

    def __iter__(self) -> Iterator[Any]:
        """Iterate over the records."""

    def __len__(self) -> int:
        """Return the number of records."""


def all_fields(rows: Rowset) -> tuple[FieldSchema, ...]:
    """Return the fields of a table, extension columns last.

    Example:
        >>> import zjreform as zj
        >>> [field.name for field in all_fields(zj.load().tiers)][:2]
        ['id', 'round']
    """
    return (*rows.schema.fields, *rows.extension.fields)


def full_header(rows: Rowset) -> tuple[str, ...]:
    """Return the names of a file's columns, extension columns last.

    Example:
        >>> import zjreform as zj
        >>> full_header(zj.load().awards)[:2]
        ('id', 'round')
    """
    return (*rows.schema.header, *(field.name for field in rows.extension.fields))
