"""The columns of many quantities at once, as Arrow arrays: the same cells as one by one, without a Python object for each.

A number goes into its column by its text, which is five times as fast as by its object; what follows from a number and its bound is worked
out on whole columns. Equal quantities that are one object are worked out once.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from zjreform.quantity.bounds import Bound
from zjreform.quantity.columns import PLACES, QUANTITY_COLUMNS, DayBasis, QuantityColumn, fitting, scaled_float
from zjreform.quantity.numbers import Number
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension, Unit
from zjreform.tabular.optional import optional

_LOW: Final = frozenset({Bound.EXACT, Bound.OVER, Bound.AT_LEAST})
_HIGH: Final = frozenset({Bound.EXACT, Bound.AT_MOST, Bound.UNDER, Bound.NEARLY})
_LOW_OPEN: Final = frozenset({Bound.OVER})
_HIGH_OPEN: Final = frozenset({Bound.UNDER, Bound.NEARLY})
_BOUNDS: Final = tuple(map(str, Bound))
_BOUND_PLACES: Final = {bound: place for place, bound in enumerate(Bound)}


def quantity_type(part: QuantityColumn) -> Any:  # noqa: ANN401 (a pyarrow type)
    """Return the Arrow type of a column.

    Example:
        >>> str(quantity_type(QUANTITY_COLUMNS[0]))
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
    distinct, places = distinct_places(quantities)
    found = _Columns(pa, distinct).all()
    if len(distinct) == len(quantities):
        return found
    indices = pa.array(places, pa.int32())
    count = len(places)
    return {
        name: array.take(indices) if array.null_count < len(array) else pa.nulls(count, array.type)
        for name, array in found.items()
    }


def distinct_places(quantities: Sequence[Quantity | None]) -> tuple[list[Quantity], list[int | None]]:
    """Return each object once, and for each row which it is."""
    keys = list(map(id, quantities))
    seen = dict(zip(keys, quantities, strict=True))
    if len(seen) == len(keys) and id(None) not in seen:
        return list(quantities), list(range(len(keys)))  # type: ignore[arg-type]
    distinct = [quantity for quantity in seen.values() if quantity is not None]
    places: dict[int, int | None] = {id(quantity): place for place, quantity in enumerate(distinct)}
    places[id(None)] = None
    return distinct, list(map(places.__getitem__, keys))


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
        """Return the columns in order."""
        own = {**self._stated(), **self._ends_of(self._value, self._upper), **self._of_units()}
        return {part.name: own[part.name] for part in QUANTITY_COLUMNS}

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

    def _of_units(self) -> dict[str, Any]:
        """Return what follows from the unit, worked out once for each unit, and the numbers in the usual unit of their kind."""
        pa = self._pa
        codes: dict[str, int] = {}
        units: list[Unit] = []
        places = []
        for quantity in self._quantities:
            code = quantity.unit.code
            place = codes.get(code)
            if place is None:
                place = codes[code] = len(units)
                units.append(quantity.unit)
            places.append(place)
        indices = pa.array(places, pa.int32())
        made = {
            "unit": pa.DictionaryArray.from_arrays(indices, pa.array(list(codes), pa.string())),
            "dimension": coded(_codes("dimension"), [str(own.dimension) for own in units]).take(indices),
        }
        normal = self._normal([_normal_of(own) for own in units], places, indices)
        bases = coded(_codes("day_basis"), [_DAY_BASIS.get(own.base) for own in units]).take(indices)
        return {
            **made,
            **normal,
            "days": self._compute.coalesce(normal["workdays"], normal["days"]),
            "day_basis": pa.DictionaryArray.from_arrays(
                self._if(self._compute.invert(self._ranged), bases.indices), bases.dictionary
            ),
        }

    def _normal(self, kinds: list[tuple[str, Fraction] | None], places: list[int], indices: Any) -> dict[str, Any]:  # noqa: ANN401
        """Return the numbers stated and their ends in the usual unit of each kind; a unit is of one kind at most."""
        factors = [None if kind is None else kind[1] for kind in kinds]
        value, upper = (self._floats(numbers, factors, places) for numbers in (self._values, self._uppers))
        found = {"": self._if(self._compute.invert(self._ranged), value)}
        found.update({f"_{name}": array for name, array in self._ends_of(value, upper).items()})
        made = {}
        for name in _NORMAL:
            of_units = [kind is not None and kind[0] == name for kind in kinds]
            applies = self._pa.array(of_units, self._pa.bool_()).take(indices) if any(of_units) else None
            for end, array in found.items():
                made[name + end] = self._nulls(array.type) if applies is None else self._if(applies, array)
        return made

    def _floats(self, numbers: Sequence[Number | None], factors: list[Fraction | None], places: list[int]) -> Any:  # noqa: ANN401
        if numbers.count(None) == len(numbers):
            return self._nulls(self._pa.float64())
        cells: list[float | None] = []
        for number, place in zip(numbers, places, strict=True):
            factor = factors[place]
            cells.append(None if number is None or factor is None else scaled_float(number, factor))
        return self._pa.array(cells, self._pa.float64())

    def _nulls(self, kind: Any) -> Any:  # noqa: ANN401 (pyarrow)
        return self._pa.nulls(len(self._quantities), kind)

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

    def _ends_of(self, value: Any, upper: Any) -> dict[str, Any]:  # noqa: ANN401 (pyarrow arrays)
        """Return both ends of numbers and whether they are open, by the bounds."""
        either = self._compute.or_
        return {
            "low": self._if(self._among(_LOW), value),
            "high": self._if(self._among(_HIGH), self._compute.if_else(self._ranged, upper, value)),
            "low_open": either(self._among(_LOW_OPEN), self._lower_open),
            "high_open": either(self._among(_HIGH_OPEN), self._upper_open),
        }

    def _if(self, condition: Any, values: Any) -> Any:  # noqa: ANN401 (pyarrow)
        return self._compute.if_else(condition, values, self._pa.scalar(None, values.type))

    def _among(self, bounds: frozenset[Bound]) -> Any:  # noqa: ANN401
        return self._pa.array([bound in bounds for bound in Bound], self._pa.bool_()).take(self._bounds)


_DAY, _WORKDAY = "day", "workday"
_DAY_BASIS: Final = {_DAY: DayBasis.CALENDAR.value, _WORKDAY: DayBasis.WORKING.value}
_NORMAL: Final = ("days", "workdays", "percent", "count")
"""Kinds of numbers that have a usual unit."""


def _normal_of(own: Unit) -> tuple[str, Fraction] | None:
    """Return the kind of number that a unit counts, and what one of it is of the usual unit of that kind."""
    if own.base in _DAY_BASIS:
        return "days" if own.base == _DAY else "workdays", own.factor
    if own.dimension is Dimension.PERCENT:
        return "percent", own.factor
    return ("count", Fraction(1)) if own.dimension is Dimension.COUNT else None


def _codes(name: str) -> Iterable[str]:
    return next(part.codes for part in QUANTITY_COLUMNS if part.name == name)


def decimals(numbers: Iterable[Number | None]) -> Any:  # noqa: ANN401 (a pyarrow array)
    """Return numbers as ``decimal128(38, 12)``; one that does not fit exactly is null.

    Example:
        >>> decimals([Decimal("66.8"), Fraction(1, 3), None]).null_count
        2
    """
    pa = optional("pyarrow", "arrow")
    kind = pa.decimal128(38, PLACES)
    held = list(numbers)
    if held.count(None) == len(held):
        return pa.nulls(len(held), kind)
    texts = list(map(_fitting_text, held))
    if texts.count(None) == len(texts):
        return pa.nulls(len(texts), kind)
    return pa.array(texts, pa.string()).cast(kind)


def _fitting_text(number: Number | None) -> str | None:
    """Return the text of a number that fits; a long one is asked itself, since the cast of its text would overflow without a word."""
    if type(number) is not Decimal:
        return None
    text = str(number)
    point = text.find(".")
    if "E" not in text and len(text) <= _SURELY_FITS and (point < 0 or len(text) - point <= PLACES):
        return text
    return None if fitting(number) is None else format(number, "f")


_SURELY_FITS: Final = 26


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
