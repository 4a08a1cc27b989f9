"""The quantities of a table as columns that are worked out when they are asked for: as cells, or as Arrow arrays at once.

A quantity that stands in many rows as one object is flattened once.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter
from typing import Any, overload

from zjreform.quantity.bounds import Bound
from zjreform.quantity.columns import QUANTITY_COLUMNS, fitting, flattened, scaled_float
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.tabular.quantity_arrays import distinct_places, quantity_arrays


class FlatQuantities:
    """Quantities, with their cells and arrays.

    Attributes:
        quantities: One for each row, ``None`` where there is none.
    """

    def __init__(self, quantities: Sequence[Quantity | None]) -> None:
        self.quantities = quantities
        self._cells: list[tuple[Any, ...]] | None = None
        self._places: list[int | None] = []
        self._arrays: dict[str, Any] | None = None
        self._expanded: dict[int, Sequence[Any]] = {}

    def cells(self, index: int) -> Sequence[Any]:
        """Return the cells of one column of ``QUANTITY_COLUMNS``."""
        if self._cells is None:
            distinct, self._places = distinct_places(self.quantities)
            self._cells = [*zip(*_flattened(distinct), strict=True)] or [()] * len(QUANTITY_COLUMNS)
        if index not in self._expanded:
            column, places = self._cells[index], self._places
            whole = len(column) == len(places)
            self._expanded[index] = column if whole else [None if at is None else column[at] for at in places]
        return self._expanded[index]

    def array(self, index: int) -> Any:  # noqa: ANN401 (a pyarrow array)
        """Return one column as a pyarrow array, without making its cells."""
        if self._arrays is None:
            self._arrays = quantity_arrays(self.quantities)
        return self._arrays[QUANTITY_COLUMNS[index].name]


def _flattened(quantities: Sequence[Quantity]) -> Iterator[tuple[Any, ...]]:
    """Yield what ``flattened`` gives; of one number with a unit and a bound, all but the number is worked out once for the two."""
    known: dict[tuple[int, Bound], Callable[[Decimal], tuple[Any, ...]]] = {}
    for quantity in quantities:
        number = quantity.value
        if (
            type(number) is not Decimal
            or quantity.upper is not None
            or quantity.implied_high is not None
            or quantity.lower_open
            or quantity.upper_open
            or fitting(number) is None
        ):
            yield flattened(quantity)
            continue
        key = id(quantity.unit), quantity.bound  # the quantities keep their units, and a unit takes long to hash
        fill = known.get(key)
        if fill is None:
            fill = known[key] = _filler(quantity)
        yield fill(number)


def _filler(quantity: Quantity) -> Callable[[Decimal], tuple[Any, ...]]:
    """Return the function of a number that gives the row of a quantity like this one: its cells, numbers and floats replaced."""
    row = flattened(quantity)
    kinds = [Decimal if type(cell) is Decimal else float if type(cell) is float else None for cell in row]
    held = list(row)
    places = [len(held) if kind is Decimal else len(held) + 1 if kind is float else at for at, kind in enumerate(kinds)]
    pick, own = itemgetter(*places), quantity.unit
    factor = _ONE if own.dimension is Dimension.COUNT else own.factor
    if float not in kinds:
        return lambda number: pick((*held, number))
    return lambda number: pick((*held, number, scaled_float(number, factor)))


_ONE = Fraction(1)


class FlatColumn(Sequence[Any]):
    """One column of flattened quantities: a sequence of its cells, and the way to its array.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> column = FlatColumn(FlatQuantities([parse("3天"), None]), 0)
        >>> list(column), len(column)
        ([Decimal('3'), None], 2)
    """

    def __init__(self, flat: FlatQuantities, index: int) -> None:
        self._flat, self._index = flat, index

    def array(self) -> Any:  # noqa: ANN401 (a pyarrow array)
        """Return the column as a pyarrow array."""
        return self._flat.array(self._index)

    @overload
    def __getitem__(self, place: int) -> Any: ...  # noqa: ANN401 (a cell)
    @overload
    def __getitem__(self, place: slice) -> Sequence[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        return self._flat.cells(self._index)[place]

    def __len__(self) -> int:
        return len(self._flat.quantities)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._flat.cells(self._index))

    def count(self, value: Any) -> int:  # noqa: ANN401 (a cell)
        """Return how often a cell occurs."""
        return self._flat.cells(self._index).count(value)

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as a list
