"""Extension columns: what a user's package declares beyond the schema, kept beside the records.

Their names begin with ``x_``, so that no later version of the schema takes one of them; every cell may be empty.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from zjreform.columns.schema import FieldSchema

NAME = re.compile(r"x_[a-z0-9]+(?:_[a-z0-9]+)*")
"""Form of the name of an extension column."""


@frozen
class Extension:
    """Extension columns of one table.

    Attributes:
        fields: Their fields, in the order of the file.
        values: For the id of each record that has any value, its values in the order of the fields.

    Example:
        >>> NONE.of(["a"]) is NONE
        True
    """

    fields: tuple[FieldSchema, ...]
    values: Mapping[str, tuple[Any, ...]] = field(hash=False)

    def row(self, key: str) -> tuple[Any, ...]:
        """Return the values of one record; all are ``None`` where it has none.

        Example:
            >>> NONE.row("a")
            ()
        """
        return self.values.get(key) or (None,) * len(self.fields)

    def of(self, ids: Iterable[str]) -> "Extension":
        """Return the extension of some of the records."""
        if not self.fields:
            return self
        return Extension(self.fields, MappingProxyType({key: self.values[key] for key in ids if key in self.values}))

    def __reduce__(self) -> tuple[Any, ...]:
        return _extension, (self.fields, dict(self.values))


NONE = Extension((), MappingProxyType({}))
"""No extension columns."""


def extension_of(fields: Sequence[FieldSchema], ids: Sequence[str], rows: Iterable[Sequence[Any]]) -> Extension:
    """Return the extension whose values stand in rows parallel to the ids.

    Example:
        >>> extension_of((), (), ())
        Extension(fields=(), values=mappingproxy({}))
    """
    if not fields:
        return NONE
    kept = {key: tuple(row) for key, row in zip(ids, rows, strict=True) if any(value is not None for value in row)}
    return Extension(tuple(fields), MappingProxyType(kept))


def _extension(fields: tuple[FieldSchema, ...], values: dict[str, tuple[Any, ...]]) -> Extension:
    return Extension(fields, MappingProxyType(values)) if fields else NONE
