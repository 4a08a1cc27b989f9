"""The columns of many quantities at once, as Arrow arrays: the same cells as one by one, without a Python object for each.

A number goes into its column by its text, which is five times as fast as by its object; what follows from a number and its bound is worked
out on whole columns. Equal quantities that are one object are worked out once.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, Final

from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import Number
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension, Unit, unit
from zjreform.tabular.optional import optional
from zjreform.tabular.quantity_columns import DERIVED, PLACES, STORED, QuantityColumn, fitting

PARTS: Final = (*STORED, *DERIVED)
"""Every column of a quantity, in order."""

_LOW: Final = frozenset({Bound.EXACT, Bound.OVER, Bound.AT_LEAST})
_HIGH: Final = frozenset({Bound.EXACT, Bound.AT_MOST, Bound.UNDER, Bound.NEARLY})
_LOW_OPEN: Final = frozenset({Bound.OVER})
_HIGH_OPEN: Final = frozenset({Bound.UNDER, Bound.NEARLY})
_BOUNDS: Final = tuple(map(str, Bound))
_BOUND_PLACES: Final = {bound: place for place, bound in enumerate(Bound)}


def quantity_type(part: QuantityColumn) -> Any:  # noqa: ANN401 (a pyarrow type)
    """Return the Arrow type of a column.

    Example:
        >>> str(quantity_type(PARTS[0]))
        'decimal128(38, 12)'
    """
    pa = optional("pyarrow", "arrow")
    return {
        "decimal": pa.decimal128(38, PLACES),
        "whole": pa.decimal128(38, 0),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "unit": pa.dictionary(pa.int32(), pa.string()),
        "code": pa.dictionary(pa.int8(), pa.string()),
    }[part.kind]


def quantity_arrays(quantities: Sequence[Quantity | None]) -> dict[str, Any]:
    """Return every column of quantities by name; ``None`` is a row without any.

    Raises:
        ExtraMissingError: pyarrow is not installed.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> arrays = quantity_arrays([parse("3至5天以内"), None])
        >>> arrays["high"].to_pylist(), arrays["unit"].to_pylist()
        ([Decimal('5.000000000000'), None], ['day', None])
    """
    pa = optional("pyarrow", "arrow")
    distinct, places = _distinct(quantities)
    found = _Columns(pa, distinct).all()
    if len(distinct) == len(quantities):
        return found
    indices = pa.array(places, pa.int32())
    return {name: array.take(indices) for name, array in found.items()}


def _distinct(quantities: Sequence[Quantity | None]) -> tuple[list[Quantity], list[int | None]]:
    """Return each object once, and for each row which it is."""
    seen: dict[int, int] = {}
    distinct: list[Quantity] = []
    places: list[int | None] = []
    for quantity in quantities:
        if quantity is None:
            places.append(None)
            continue
        place = seen.get(id(quantity))
        if place is None:
            place = seen[id(quantity)] = len(distinct)
            distinct.append(quantity)
        places.append(place)
    return distinct, places


class _Columns:
    """Works out the columns of distinct quantities."""

    def __init__(self, pa: Any, quantities: list[Quantity]) -> None:  # noqa: ANN401 (pyarrow)
        self._pa, self._quantities = pa, quantities
        self._compute = optional("pyarrow.compute", "arrow")
        self._values = [quantity.value for quantity in quantities]
        self._uppers = [quantity.upper for quantity in quantities]
        self._ranged = pa.array([upper is not None for upper in self._uppers], pa.bool_())
        self._bounds = pa.array([_BOUND_PLACES[quantity.bound] for quantity in quantities], pa.int8())
        self._lower_open = pa.array([quantity.lower_open for quantity in quantities], pa.bool_())
        self._upper_open = pa.array([quantity.upper_open for quantity in quantities], pa.bool_())
        self._value, self._upper = decimals(self._values), decimals(self._uppers)

    def all(self) -> dict[str, Any]:
        """Return the columns in order; one without a way of its own is worked out quantity by quantity."""
        own = {**self._stated(), **self._ends(), **self._of_units()}
        return {part.name: own[part.name] if part.name in own else self._one_by_one(part) for part in PARTS}

    def _stated(self) -> dict[str, Any]:
        implied_high = decimals([quantity.implied_high for quantity in self._quantities])
        return {
            "value": self._value,
            "upper": self._upper,
            "implied_high": implied_high,
            "lower_open": self._if(self._lower_open, self._lower_open),
            "upper_open": self._if(self._upper_open, self._upper_open),
            "bound": self._pa.DictionaryArray.from_arrays(self._bounds, self._pa.array(_BOUNDS)),
            **self._fractions("value", self._values, self._value, 0),
            **self._fractions("upper", self._uppers, self._upper, self._uppers.count(None)),
        }

    def _fractions(self, name: str, numbers: Sequence[Number | None], fitted: Any, empty: int) -> dict[str, Any]:  # noqa: ANN401
        """Return numerator and denominator of each number that its column does not hold."""
        pa, kind = self._pa, self._pa.decimal128(38, 0)
        names = f"{name}_numerator", f"{name}_denominator"
        if fitted.null_count == empty:
            return dict.fromkeys(names, pa.nulls(len(numbers), kind))
        held = fitted.is_valid().to_pylist()
        pairs = [
            None if number is None or fits else number.as_integer_ratio()
            for number, fits in zip(numbers, held, strict=True)
        ]
        texts = ([None if pair is None else str(pair[place]) for pair in pairs] for place in (0, 1))
        return {each: pa.array(text, pa.string()).cast(kind) for each, text in zip(names, texts, strict=True)}

    def _ends(self) -> dict[str, Any]:
        """Return both ends and whether they are open, by the bounds."""
        either = self._compute.or_
        return {
            "low": self._if(self._among(_LOW), self._value),
            "high": self._if(self._among(_HIGH), self._compute.if_else(self._ranged, self._upper, self._value)),
            "low_open": either(self._among(_LOW_OPEN), self._lower_open),
            "high_open": either(self._among(_HIGH_OPEN), self._upper_open),
        }

    def _if(self, condition: Any, values: Any) -> Any:  # noqa: ANN401 (pyarrow)
        return self._compute.if_else(condition, values, self._pa.scalar(None, values.type))

    def _among(self, bounds: frozenset[Bound]) -> Any:  # noqa: ANN401
        return self._pa.array([bound in bounds for bound in Bound], self._pa.bool_()).take(self._bounds)

    def _of_units(self) -> dict[str, Any]:
        """Return what follows from the unit, worked out once for each unit, and the number stated in the usual unit of its kind."""
        pa = self._pa
        codes: dict[str, int] = {}
        firsts: list[Quantity] = []
        places = []
        for quantity in self._quantities:
            code = quantity.unit.code
            place = codes.get(code)
            if place is None:
                place = codes[code] = len(firsts)
                firsts.append(quantity)
            places.append(place)
        indices = pa.array(places, pa.int32())
        dimensions = [str(first.dimension) for first in firsts]
        bases = [_DAY_BASIS.get(first.unit.base) for first in firsts]
        basis = coded(_codes("day_basis"), bases)
        return {
            "unit": pa.DictionaryArray.from_arrays(indices, pa.array(list(codes), pa.string())),
            "dimension": coded(_codes("dimension"), dimensions).take(indices),
            "day_basis": self._if(self._compute.invert(self._ranged), basis.take(indices)),
            **{
                name: self._floats([factor(first.unit) for first in firsts], places)
                for name, factor in _FACTORS.items()
            },
        }

    def _floats(self, factors: list[Fraction | None], places: list[int]) -> Any:  # noqa: ANN401
        """Return the numbers stated times the factor of their unit, as the nearest floats; null for ranges and without a factor."""
        if not any(factors):
            return self._pa.nulls(len(places), self._pa.float64())
        cells: list[float | None] = []
        for value, upper, place in zip(self._values, self._uppers, places, strict=True):
            factor = factors[place]
            cells.append(None if factor is None or upper is not None else _times(value, factor))
        return self._pa.array(cells, self._pa.float64())

    def _one_by_one(self, part: QuantityColumn) -> Any:  # noqa: ANN401
        cells = [part.value(quantity) for quantity in self._quantities]
        if part.kind == "code":
            return coded(part.codes, cells)
        return decimals(cells) if part.kind == "decimal" else self._pa.array(cells, quantity_type(part))


_DAY_BASIS: Final = {"day": "calendar", "workday": "working"}


def _day_factor(one: Unit) -> Fraction | None:
    return one.factor / unit(one.base).factor if one.base in _DAY_BASIS else None


def _percent_factor(one: Unit) -> Fraction | None:
    return one.factor / unit("%").factor if one.dimension is Dimension.PERCENT else None


def _count_factor(one: Unit) -> Fraction | None:
    return Fraction(1) if one.dimension is Dimension.COUNT else None


_FACTORS: Final = {"days": _day_factor, "percent": _percent_factor, "count": _count_factor}


def _times(value: Number, factor: Fraction) -> float:
    """Return a product as the nearest float: whole numbers divide to it, however long they are."""
    if factor == 1:
        return float(value)
    over, under = value.as_integer_ratio()
    return over * factor.numerator / (under * factor.denominator)


def _codes(name: str) -> Iterable[str]:
    return next(part.codes for part in DERIVED if part.name == name)


def decimals(numbers: Iterable[Number | None]) -> Any:  # noqa: ANN401 (a pyarrow array)
    """Return numbers as ``decimal128(38, 12)``; one that does not fit exactly is null.

    Example:
        >>> from decimal import Decimal
        >>> decimals([Decimal("66.8"), Fraction(1, 3), None]).null_count
        2
    """
    pa = optional("pyarrow", "arrow")
    kept = list(numbers)
    kind = pa.decimal128(38, PLACES)
    texts = [None if number is None else str(number) for number in kept]
    if texts.count(None) == len(texts):
        return pa.nulls(len(texts), kind)
    try:
        return pa.array(texts, pa.string()).cast(kind)
    except pa.ArrowInvalid:
        fitted = [None if (number := fitting(each)) is None else str(number) for each in kept]
        return pa.array(fitted, pa.string()).cast(kind)


def coded(codes: Iterable[str], values: Iterable[str | None]) -> Any:  # noqa: ANN401 (a pyarrow array)
    """Return values of a closed list, coded by their places in it.

    Example:
        >>> coded(["a", "b"], ["b", None]).to_pylist()
        ['b', None]
    """
    pa = optional("pyarrow", "arrow")
    known = list(codes)
    places = {code: place for place, code in enumerate(known)}
    indices = pa.array([None if value is None else places[value] for value in values], pa.int8())
    return pa.DictionaryArray.from_arrays(indices, pa.array(known, pa.string()))
