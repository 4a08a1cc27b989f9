"""The rows of a table that was read, held as columns until a record is asked for.

What recurs in a column is one byte a row, a plain quantity its text: a third of what records take. Whoever wants columns, a frame or a
file say, never makes a record; the first who wants a record makes all of them, which then take the place of the columns.
"""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, repeat
from operator import attrgetter
from typing import Any

from attrs import fields, frozen

from zjreform.quantity.bounds import Bound
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Unit
from zjreform.tabular.collection import paused_collection
from zjreform.tabular.row_checks import checked_rows

MOST_CODED = 256
"""Different values that one byte tells apart."""


@frozen
class Coded(Collection[Any]):
    """A column of few different values: one byte for each row.

    Attributes:
        places: For each row, the place of its value.
        values: The values.

    Example:
        >>> list(Coded(bytes([1, 0, 1]), ("a", "b")))
        ['b', 'a', 'b']
    """

    places: bytes
    values: tuple[Any, ...]

    def __iter__(self) -> Iterator[Any]:
        return map(self.values.__getitem__, self.places)

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, value: object) -> bool:
        return value in self.values


def distinct_of(cells: Sequence[Any]) -> Mapping[Any, None]:
    """Return the different cells in their order; that all are alike, as in an empty column, is seen without hashing them.

    Example:
        >>> list(distinct_of(["x", "y", "x"])), list(distinct_of(["", ""])), list(distinct_of([]))
        (['x', 'y'], [''], [])
    """
    return dict.fromkeys(cells[:1] if cells and cells.count(cells[0]) == len(cells) else cells)


def coded(cells: Sequence[Any], distinct: Mapping[Any, None], known: Mapping[Any, Any]) -> Coded:
    """Return the column of what is known of each cell.

    Args:
        cells: The cells.
        distinct: The different ones, no more than ``MOST_CODED``.
        known: The value of each cell.

    Example:
        >>> list(coded(["x", "y", "x"], {"x": None, "y": None}, {"x": 1, "y": 2}))
        [1, 2, 1]
    """
    values = tuple(map(known.__getitem__, distinct))
    if len(distinct) == 1:
        return Coded(bytes(len(cells)), values)
    places = {cell: place for place, cell in enumerate(distinct)}
    return Coded(bytes(map(places.__getitem__, cells)), values)


@frozen
class PlainQuantities(Collection[Quantity]):
    """A column of quantities that state one number each, which the reader has checked.

    Attributes:
        numbers: The numbers as texts.
        units: Their units.
        bounds: Their bounds.

    Example:
        >>> from zjreform.quantity.units import unit
        >>> list(PlainQuantities(("3",), Coded(bytes(1), (unit("day"),)), Coded(bytes(1), (Bound.OVER,))))
        [Quantity(3, 'day', over)]
    """

    numbers: Sequence[str]
    units: Collection[Unit]
    bounds: Collection[Bound]

    def __iter__(self) -> Iterator[Quantity]:
        given: Mapping[str, Iterable[Any]] = {
            "value": list(map(Decimal, self.numbers)),
            "unit": self.units,
            "bound": self.bounds,
        }
        rest = {"upper": None, "implied_high": None, "upper_open": False, "lower_open": False}
        columns = [given.get(name) or repeat(rest[name]) for name in (each.name for each in fields(Quantity))]
        return iter(checked_rows(Quantity, columns, len(self.numbers)))

    def __len__(self) -> int:
        return len(self.numbers)

    def __contains__(self, value: object) -> bool:
        return any(value == own for own in self)


class HeldRows:
    """Rows of one class, batch by batch.

    Example:
        >>> from zjreform.records.rosters import CaseTitle
        >>> rows = HeldRows(CaseTitle)
        >>> rows.add([["a"], ["b"], ["题"], [None], ["c"], [1]])
        >>> rows.column("title_zh"), rows.records()[0].page, rows.records()[0] is rows.records()[0]
        (['题'], 1, True)
    """

    __slots__ = ("_batches", "_count", "_lock", "_record", "_records")

    def __init__(self, record: type) -> None:
        self._record = record
        self._count = 0
        self._lock = threading.Lock()
        self._batches: list[Sequence[Collection[Any]]] = []
        self._records: tuple[Any, ...] | None = None

    def add(self, columns: Sequence[Collection[Any]]) -> None:
        """Add rows whose values have been checked: one column for each field of the class, all of one length."""
        self._batches.append(columns)
        self._count += len(columns[0])

    def column(self, name: str) -> list[Any]:
        """Return the values of one field of the class."""
        batches = self._batches  # taken before the records are looked for, since these come before the columns go
        if self._records is not None:
            return list(map(attrgetter(name), self._records))
        place = [attribute.name for attribute in fields(self._record)].index(name)
        return list(chain.from_iterable(columns[place] for columns in batches))

    def records(self) -> tuple[Any, ...]:
        """Return the records, the same objects each time."""
        if self._records is None:
            with self._lock, paused_collection():
                if self._records is None:
                    made = (checked_rows(self._record, columns, len(columns[0])) for columns in self._batches)
                    self._records = tuple(chain.from_iterable(made))
                    self._batches = []
        return self._records

    def __iter__(self) -> Iterator[Any]:
        return iter(self.records())

    def __len__(self) -> int:
        return self._count


def column_of(rows: Any, name: str) -> list[Any]:  # noqa: ANN401 (a table, its held rows, or records)
    """Return the values of one field of rows, without making records where there are none yet.

    Example:
        >>> import zjreform as zj
        >>> column_of(zj.load().rounds, "id"), column_of(tuple(zj.load().rounds), "id")[0]
        (['pmi-4', 'mpro-2018', 'rib-2019'], 'pmi-4')
    """
    read = getattr(rows, "column", None)
    return read(name) if read is not None else list(map(attrgetter(name), rows))
