"""Tables: immutable collections of records, looked up by id, number or slice."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, Generic, TypeVar, overload

from zjreform.errors import NotOneError, UnknownIdError
from zjreform.records.schema import TableSchema, schema_of

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class Table(Collection[T], Generic[T]):
    """An immutable collection of the records of one table, in file order unless sorted.

    It is no ``Sequence``, so that frame libraries do not take it for a list of objects.

    Example:
        >>> import zjreform as zj
        >>> cases = zj.load().cases
        >>> len(cases), cases["nanhu-company-setup"].round, cases[0].id
        (93, 'mpro-2018', 'run-at-most-once')
    """

    __slots__ = ("_index", "_rows", "schema")

    def __init__(self, schema: TableSchema, rows: Iterable[T]) -> None:
        self.schema = schema
        self._rows = tuple(rows)
        self._index: Mapping[str, T] | None = None

    @property
    def name(self) -> str:
        """Name of the table in the data package."""
        return self.schema.name

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the records, in order."""
        return tuple(row.id for row in self._rows)  # type: ignore[attr-defined]

    @overload
    def __getitem__(self, key: str | int) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> "Table[T]": ...
    def __getitem__(self, key: "str | int | slice") -> "T | Table[T]":
        """Return the record with an id or at a number, or the table of a slice.

        Raises:
            UnknownIdError: No record has the id; ids spelt alike are named.
            IndexError: The number is out of range.
            TypeError: The key is neither.
        """
        if isinstance(key, str):
            return self._by_id(key)
        if isinstance(key, slice):
            return self._of(self._rows[key])
        if isinstance(key, int):
            return self._rows[key]
        raise TypeError(f"expected an id, a number or a slice, got {key!r}")

    def get(self, key: str, default: T | None = None) -> T | None:
        """Return the record with an id, or *default* where there is none."""
        return self._lookup().get(key, default)

    def __contains__(self, item: object) -> bool:
        """Tell whether an id or a record is in the table."""
        return item in self._lookup() if isinstance(item, str) else item in self._rows

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self.schema is other.schema and self._rows == other._rows

    def __hash__(self) -> int:
        return hash((self.name, self._rows))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (self.name, self._rows)

    def __repr__(self) -> str:
        shown = ", ".join(self.ids[:3]) + (", …" if len(self) > 3 else "")  # noqa: PLR2004 (three ids tell enough)
        return f"<Table {self.name}: {len(self)} record{'' if len(self) == 1 else 's'}{': ' + shown if shown else ''}>"

    def where(self, predicate: Callable[[T], bool]) -> "Table[T]":
        """Return the records for which *predicate* is true; its errors are not caught.

        Example:
            >>> import zjreform as zj
            >>> len(zj.load().awards.where(lambda award: award.organisation is not None))
            6
        """
        return self._of(row for row in self._rows if predicate(row))

    def sort(self, key: Callable[[T], Any], *, reverse: bool = False) -> "Table[T]":
        """Return the records sorted by *key*, equal ones in file order."""
        return self._of(sorted(self._rows, key=key, reverse=reverse))

    def group(self, key: Callable[[T], K]) -> Mapping[K, "Table[T]"]:
        """Return one table for each value of *key*, in the order in which the values first occur.

        Example:
            >>> import zjreform as zj
            >>> {name: len(rows) for name, rows in zj.load().awards.group(lambda award: award.round).items()}
            {'pmi-4': 39, 'mpro-2018': 20, 'rib-2019': 40}
        """
        groups: dict[K, list[T]] = {}
        for row in self._rows:
            groups.setdefault(key(row), []).append(row)
        return MappingProxyType({value: self._of(rows) for value, rows in groups.items()})

    def one(self) -> T:
        """Return the only record.

        Raises:
            NotOneError: There is none, or more than one.
        """
        if len(self._rows) != 1:
            raise NotOneError(self.name, len(self._rows))
        return self._rows[0]

    def _of(self, rows: Iterable[T]) -> "Table[T]":
        return Table(self.schema, rows)

    def _lookup(self) -> Mapping[str, T]:
        if self._index is None:
            self._index = {row.id: row for row in self._rows}  # type: ignore[attr-defined]
        return self._index

    def _by_id(self, key: str) -> T:
        try:
            return self._lookup()[key]
        except KeyError:
            raise UnknownIdError(self.name, key, get_close_matches(key, self._lookup(), n=3)) from None


def _restore(name: str, rows: tuple[Any, ...]) -> "Table[Any]":
    return Table(schema_of(name), rows)
