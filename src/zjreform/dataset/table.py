"""Tables: immutable collections of records, looked up by id, number or slice, that flow into frames.

A table keeps the question it answers, for citation; equality is of the content alone.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Generic, TypeVar, overload

from attrs import Factory, field, frozen

from zjreform.alike import close_to
from zjreform.arguments import all_told
from zjreform.columns.schema import TableSchema
from zjreform.dataset.frames import Frames, Home
from zjreform.errors import NotOneError, UnknownIdError, UnknownValueError
from zjreform.records.schema import schema_of
from zjreform.tabular.extension import NONE, Extension
from zjreform.tabular.held_rows import HeldRows, column_of

T_co = TypeVar("T_co", covariant=True)
D = TypeVar("D")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def _held(rows: Iterable[T_co]) -> tuple[T_co, ...] | HeldRows:
    return rows if type(rows) is HeldRows else tuple(rows)


@all_told
@frozen(eq=False, repr=False)
class Table(Frames, Collection[T_co], Generic[T_co]):
    """An immutable collection of the records of one table, in file order unless sorted.

    It is no ``Sequence``, so that frame libraries do not take it for a list of objects.

    Example:
        >>> import zjreform as zj
        >>> cases = zj.load().cases
        >>> len(cases), cases["nanhu-company-setup"].round, cases[0].id
        (93, 'mpro-2018', 'run-at-most-once')
    """

    schema: TableSchema
    _rows: tuple[T_co, ...] | HeldRows = field(converter=_held)
    extension: Extension = NONE
    query: str = field(kw_only=True, default=Factory(lambda self: self.schema.name, takes_self=True))
    version: str = field(kw_only=True, default="")
    home: Home | None = field(kw_only=True, default=None, repr=False)
    _index: Mapping[str, T_co] | None = field(init=False, default=None)
    _kept: dict[str, Any] = field(init=False, factory=dict)

    @property
    def name(self) -> str:
        """Name of the table in the data package.

        Example:
            >>> import zjreform as zj
            >>> zj.load().cases.name
            'cases'
        """
        return self.schema.name

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the records, in order.

        Example:
            >>> import zjreform as zj
            >>> zj.load().rounds.ids
            ('pmi-4', 'mpro-2018', 'rib-2019')
        """
        return tuple(self.column("id"))

    @overload
    def __getitem__(self, key: str | int) -> T_co: ...
    @overload
    def __getitem__(self, key: slice) -> "Table[T_co]": ...
    def __getitem__(self, key: "str | int | slice") -> "T_co | Table[T_co]":
        """Return the record with an id or at a number, or the table of a slice.

        Raises:
            UnknownIdError: No record has the id; ids spelt alike are named.
            IndexError: The number is out of range.
            TypeError: The key is neither.
        """
        if isinstance(key, str):
            return self._by_id(key)
        if isinstance(key, slice):
            return self._of(self._records[key], f"[{_slice_text(key)}]")
        if isinstance(key, int):
            return self._records[key]
        raise TypeError(f"expected an id, a number or a slice, got {key!r}")

    @overload
    def get(self, key: str) -> T_co | None: ...
    @overload
    def get(self, key: str, default: D) -> T_co | D: ...
    def get(self, key: str, default: D | None = None) -> T_co | D | None:
        """Return the record with an id, or *default* where there is none.

        Example:
            >>> import zjreform as zj
            >>> zj.load().cases.get("no-such-case") is None
            True
        """
        return self._lookup().get(key, default)

    def __contains__(self, item: object) -> bool:
        """Tell whether an id or a record is in the table."""
        return item in self._lookup() if isinstance(item, str) else item in self._records

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self.schema is other.schema and self._records == other._records and self.extension == other.extension

    def __hash__(self) -> int:
        return hash((self.name, self._records))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (self.name, self._records, self.extension, self.query, self.version)

    def __repr__(self) -> str:
        shown = ", ".join(self.ids[:3]) + (", …" if len(self) > 3 else "")  # noqa: PLR2004 (three ids tell enough)
        return f"<Table {self.name}: {len(self)} record{'' if len(self) == 1 else 's'}{': ' + shown if shown else ''}>"

    def where(self, predicate: Callable[[T_co], bool], *more: Callable[[T_co], bool]) -> "Table[T_co]":
        """Return the records for which *predicate*, and each one *more*, is true; their errors are not caught.

        Example:
            >>> import zjreform as zj
            >>> len(zj.load().awards.where(lambda award: award.organisation is not None))
            6
        """
        rows: Iterable[T_co] = self._records
        for holds in (predicate, *more):
            rows = filter(holds, rows)
        return self._of(rows, f".where({', '.join(map(_name, (predicate, *more)))})")

    def sort(self, key: Callable[[T_co], Any], *, reverse: bool = False) -> "Table[T_co]":
        """Return the records sorted by *key*, equal ones in file order.

        Example:
            >>> import zjreform as zj
            >>> zj.load().rounds.sort(lambda row: row.entries or 0).ids
            ('mpro-2018', 'rib-2019', 'pmi-4')
        """
        step = f".sort({_name(key)}{', reverse=True' if reverse else ''})"
        return self._of(sorted(self._records, key=key, reverse=reverse), step)

    def group(self, key: Callable[[T_co], K]) -> Mapping[K, "Table[T_co]"]:
        """Return one table for each value of *key*, in the order in which the values first occur.

        Example:
            >>> import zjreform as zj
            >>> {name: len(rows) for name, rows in zj.load().awards.group(lambda award: award.round).items()}
            {'pmi-4': 39, 'mpro-2018': 20, 'rib-2019': 40}
        """
        groups: dict[K, list[T_co]] = {}
        for row in self._records:
            groups.setdefault(key(row), []).append(row)
        step = f".group({_name(key)})"
        return MappingProxyType({value: self._of(rows, f"{step}[{value!s}]") for value, rows in groups.items()})

    def one(self) -> T_co:
        """Return the only record.

        Raises:
            NotOneError: There is none, or more than one.

        Example:
            >>> import zjreform as zj
            >>> zj.load().find_awards(case="nanhu-company-setup").one().position
            5
        """
        if len(self) != 1:
            raise NotOneError(self.name, len(self), _narrower(self.query))
        return self._records[0]

    def column(self, name: str) -> list[Any]:
        """Return the value of one field of each record, in order; no record is made for it where the table was read from a file.

        Raises:
            UnknownValueError: The records have no such field.

        Example:
            >>> import zjreform as zj
            >>> zj.load().rounds.column("id")
            ['pmi-4', 'mpro-2018', 'rib-2019']
        """
        known = [each.name for each in self.schema.fields]
        if name not in known:
            raise UnknownValueError("field", name, close_to(name, known), known)
        return column_of(self._rows, name)

    def kept(self, name: str, make: "Callable[[Table[T_co]], V]") -> V:
        """Return what *make* gives for this table, made once and kept with it.

        Args:
            name: Key under which it is kept.
            make: Function of the table; what it gives must not be changed.

        Example:
            >>> import zjreform as zj
            >>> zj.load().rounds.kept("size", len)
            3
        """
        if name not in self._kept:
            self._kept[name] = make(self)
        found: V = self._kept[name]
        return found

    def extra_values(self, key: str) -> Mapping[str, Any]:
        """Return the extension columns of one record by name; empty where the table has none.

        Raises:
            UnknownIdError: No record has the id.

        Example:
            >>> import zjreform as zj
            >>> dict(zj.load().rounds.extra_values("rib-2019"))
            {}
        """
        self._by_id(key)
        names = [field.name for field in self.extension.fields]
        return MappingProxyType(dict(zip(names, self.extension.row(key), strict=True)))

    def asked(self, query: str) -> "Table[T_co]":
        """Return the same table as the answer to another question, as `cite` names it.

        Example:
            >>> import zjreform as zj
            >>> zj.load().cases[:1].asked("the first case").query
            'the first case'
        """
        return Table(self.schema, self._rows, self.extension, query=query, version=self.version, home=self.home)

    def at(self, home: "Home") -> "Table[T_co]":
        """Return the same table as a part of a dataset, which gives its frames the names of what it refers to.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> ds.cases.at(ds) is ds.cases
            True
        """
        if self.home is home:
            return self
        return Table(self.schema, self._rows, self.extension, query=self.query, version=self.version, home=home)

    @property
    def _records(self) -> tuple[T_co, ...]:
        rows = self._rows
        return rows if type(rows) is tuple else rows.records()  # type: ignore[union-attr]

    def _of(self, rows: Iterable[T_co], step: str) -> "Table[T_co]":
        kept = tuple(rows)
        extension = self.extension.of(row.id for row in kept) if self.extension.fields else NONE  # type: ignore[attr-defined]
        return Table(self.schema, kept, extension, query=self.query + step, version=self.version, home=self.home)

    def _lookup(self) -> Mapping[str, T_co]:
        if self._index is None:
            index = {row.id: row for row in self._records}  # type: ignore[attr-defined]
            object.__setattr__(self, "_index", index)
            return index
        return self._index

    def _by_id(self, key: str) -> T_co:
        try:
            return self._lookup()[key]
        except KeyError:
            raise UnknownIdError(self.name, key, close_to(key, self._lookup())) from None


def _restore(name: str, rows: tuple[Any, ...], extension: Extension, query: str, version: str) -> "Table[Any]":
    from zjreform.publish.codebook import CODEBOOK  # noqa: PLC0415 (only a pickle comes here)

    return Table(CODEBOOK if name == CODEBOOK.name else schema_of(name), rows, extension, query=query, version=version)


def _narrower(query: str) -> str:
    """How to ask for less, where a place was asked for with all that lies in it."""
    return (
        'place_scope="self" leaves out what lies in the place'
        if "place=" in query and "place_scope" not in query
        else ""
    )


def _name(function: Callable[..., Any]) -> str:
    name = getattr(function, "__name__", "")
    return name if name.isidentifier() else "…"


def _slice_text(key: slice) -> str:
    ends = ("" if end is None else str(end) for end in (key.start, key.stop))
    return ":".join(ends) + ("" if key.step is None else f":{key.step}")
