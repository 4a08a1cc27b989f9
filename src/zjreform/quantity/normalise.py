"""Bringing figures to one unit: days, percent and counts, one by one or by the column.

The rule: a figure is converted or refused, never reinterpreted. Working days stay working days, months stay months, unless the caller names
a rule; a missing value stays missing.
"""

import importlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final, Literal, Protocol, overload

from attrs import frozen

from zjreform.arguments import ArgumentError, told
from zjreform.errors import BasisError, DimensionError, ExtraMissingError, ParseError, ZjError
from zjreform.options import Errors
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.series import frame_of, is_column
from zjreform.quantity.units import Dimension, unit
from zjreform.quantity.workdays import Rule, check_rule, to_calendar_days


class Values(Protocol):
    """Many values: a list, a tuple, a column. One text is none, although it can be iterated."""

    def __iter__(self) -> Iterator[Any]:
        """Iterate over the values."""

    def __contains__(self, item: object, /) -> bool:
        """Tell whether something is among them; a text takes texts alone, by which a type checker tells the two apart."""


@overload
def days(figure: str | Quantity, rule: Rule | None = None) -> Quantity: ...
@overload
def days(figure: Values, rule: Rule | None = None, *, errors: Errors = "raise") -> Any: ...  # noqa: ANN401 (a frame of the caller's kind)
def days(figure: Any, rule: Rule | None = None, *, errors: Errors = "raise") -> Any:
    """Return a time in days; without a rule working days stay ``workday`` and working hours ``workhour``.

    Args:
        figure: A figure string or a quantity; or a column of them (pandas, polars, Arrow, any iterable), which gives a frame of the
            same kind with its index: ``value``, ``low``, ``high``, ``low_open``, ``high_open``, ``basis`` (the unit).
        rule: How working days, or months and years, become calendar days (``FiveDayWeek()``, ``ChinaCalendar(start)``,
            ``MeanGregorian()``, ``Thirty365()``).
        errors: For a column: ``"raise"`` names position and value, ``"collect"`` adds a column ``error``, ``"coerce"`` leaves a row empty.

    Raises:
        ParseError: The text is no figure.
        DimensionError: The figure is no time.
        BasisError: It counts in months or years and no rule, or one that does not cover them, is given.

    Example:
        >>> days("2周"), days("8个工作日")
        (Quantity(14, 'day', exact), Quantity(8, 'workday', exact))
        >>> days("1年")
        Traceback (most recent call last):
        zjreform.errors.BasisError: '1年' counts in month, which has no fixed length in day: name a rule (MeanGregorian, Thirty365)
    """
    if rule is not None:
        check_rule(rule)
    if is_column(figure):
        return frame_of("days", figure, partial(_each, figure, "days", rule), errors)
    quantity = _read(figure)
    if quantity.dimension not in _TIMES:
        raise DimensionError(str(quantity), quantity.dimension, Dimension.DURATION)
    if rule is not None and (quantity.unit.base in rule.bases or quantity.dimension is Dimension.WORKING_TIME):
        return to_calendar_days(quantity, rule)
    if quantity.unit.base == "month":
        raise BasisError(str(quantity), "month", "day", "name a rule (MeanGregorian, Thirty365)")
    return quantity if quantity.dimension is Dimension.WORKING_TIME else quantity.to("day")


@overload
def percent(figure: str | Quantity) -> Quantity: ...
@overload
def percent(figure: Values, *, errors: Errors = "raise") -> Any: ...  # noqa: ANN401 (a frame of the caller's kind)
def percent(figure: Any, *, errors: Errors = "raise") -> Any:
    """Return a share in %, of a column a frame as `days` does; percentage points and multiples are none.

    Raises:
        ParseError: The text is no figure.
        DimensionError: The figure is no share.

    Example:
        >>> percent("近8成"), percent("三分之一")
        (Quantity(80, '%', nearly), Quantity(100/3, '%', exact))
    """
    if is_column(figure):
        return frame_of("percent", figure, partial(_each, figure, "percent", None), errors)
    quantity = _read(figure)
    if quantity.dimension is not Dimension.PERCENT:
        raise DimensionError(str(quantity), quantity.dimension, Dimension.PERCENT)
    return quantity.to("%")


@overload
def count(figure: str | Quantity, *, whole: bool = False) -> Quantity: ...
@overload
def count(figure: Values, *, whole: bool = False, errors: Errors = "raise") -> Any: ...  # noqa: ANN401 (a frame of the caller's kind)
def count(figure: Any, *, whole: bool = False, errors: Errors = "raise") -> Any:
    """Return a count in its own classifier, of a column a frame as `days` does; averages such as 12.5件 are counts too.

    Args:
        figure: A figure string or a quantity, or a column of them.
        whole: Refuse numbers that are not whole.
        errors: As in ``days``.

    Raises:
        ParseError: The text is no figure, or *whole* is asked and a number is not.
        DimensionError: The figure has no classifier.

    Example:
        >>> count("120余万次")
        Quantity(1200000, '次', over, implied_high=1300000)
        >>> count("12.5件", whole=True)
        Traceback (most recent call last):
        zjreform.errors.ParseError: expected a whole number at position 0 in '12.5件'
    """
    if is_column(figure):
        return frame_of("count", figure, partial(_each, figure, "count", None, whole=whole), errors)
    quantity = _read(figure)
    if quantity.dimension is not Dimension.COUNT:
        raise DimensionError(str(quantity), quantity.dimension, Dimension.COUNT)
    if whole and any(number is not None and number != int(number) for number in (quantity.value, quantity.upper)):
        raise ParseError(figure if isinstance(figure, str) else str(figure), 0, "a whole number")
    return quantity


@frozen
class Failure:
    """A value that could not be normalised.

    Attributes:
        position: Index of the value, from 0.
        value: The value as given.
        error: Why it was refused.

    Example:
        >>> normalise(["3天", "5件"], to="days", errors="collect").failures[0].position
        1
    """

    position: int
    value: object
    error: ZjError | TypeError


@frozen
class Normalised:
    """What ``normalise`` gives back.

    Attributes:
        values: One quantity per value given, in order; ``None`` where the value is missing or was refused.
        failures: The values refused, in order.

    Example:
        >>> normalise(["3天", None], to="days").values
        (Quantity(3, 'day', exact), None)
    """

    values: tuple[Quantity | None, ...]
    failures: tuple[Failure, ...]


@told
def normalise(
    values: Values | Iterator[object],
    *,
    to: str,
    errors: Literal["raise", "collect"] = "raise",
    rule: Rule | None = None,
    whole: bool = False,
) -> Normalised:
    """Normalise many figures.

    Args:
        values: Figure strings, quantities or missing values (``None``, NaN), in any iterable or a pandas, polars or Arrow column.
        to: ``"days"``, ``"percent"``, ``"count"``, or a unit by code or spelling (``"公顷"``).
        errors: ``"raise"`` stops at the first figure that is refused; ``"collect"`` lists all.
        rule: As in ``days``; only for ``to="days"``.
        whole: As in ``count``; only for ``to="count"``.

    Raises:
        ParseError: A value is no figure (``errors="raise"``), as are the next two.
        DimensionError: A figure measures something else.
        BasisError: A figure needs a rule that is not given.
        TypeError: A value is neither text nor quantity, or *values* is one text or a whole frame.
        UnknownValueError: No unit is called *to*.
        ExtraMissingError: A column is given and narwhals is not installed.

    Example:
        >>> result = normalise(["3天", "2周", "5件"], to="days", errors="collect")
        >>> [quantity and str(quantity) for quantity in result.values], str(result.failures[0].error)
        (['3天', '14天', None], "expected a quantity of dimension duration, got count: '5件'")
    """
    if errors not in _ERRORS:
        raise ValueError(f"errors must be 'raise' or 'collect', got {errors!r}")
    convert = _converter(to, rule, whole=whole)
    found: list[Quantity | None] = []
    failures: list[Failure] = []
    for position, value in enumerate(_listed(values)):
        try:
            found.append(None if _is_missing(value) else convert(_checked(value)))
        except (ZjError, TypeError) as error:
            if errors == "raise":
                error.add_note(f"at position {position}: {value!r}")
                raise
            found.append(None)
            failures.append(Failure(position, value, error))
    return Normalised(tuple(found), tuple(failures))


def _each(
    values: Values, to: str, rule: Rule | None, errors: Literal["raise", "collect"], *, whole: bool = False
) -> Iterator[tuple[Quantity | None, str | None]]:
    """Give the quantity of each value, or why it was refused."""
    done = normalise(values, to=to, errors=errors, rule=rule, whole=whole)
    why = {failure.position: str(failure.error) for failure in done.failures}
    return ((quantity, why.get(position)) for position, quantity in enumerate(done.values))


_ERRORS: Final = frozenset({"raise", "collect"})
_TIMES = frozenset({Dimension.DURATION, Dimension.WORKING_TIME})
_COLUMNS: Final = {"pandas": "pandas", "polars": "polars", "pyarrow": "arrow"}


def _read(figure: str | Quantity) -> Quantity:
    return figure if isinstance(figure, Quantity) else parse(figure)


def _converter(to: str, rule: Rule | None, *, whole: bool) -> Callable[[str | Quantity], Quantity]:
    if (rule is not None and to != "days") or (whole and to != "count"):
        raise ValueError(f"rule goes with to='days' and whole with to='count', got to={to!r}")
    if rule is not None:
        check_rule(rule)
    if to in _NAMED:
        named: dict[str, Callable[[str | Quantity], Quantity]] = {
            "days": partial(days, rule=rule),
            "percent": percent,
            "count": partial(count, whole=whole),
        }
        return named[to]
    into = unit(to)
    return lambda figure: _read(figure).to(into)


_NAMED: Final = frozenset({"days", "percent", "count"})


def _listed(values: Iterable[object]) -> Iterable[object]:
    """Return the values of an iterable or of a column of a frame library."""
    if isinstance(values, str):
        raise TypeError(f"expected many figures, got one text: {values!r}")
    extra = _COLUMNS.get(type(values).__module__.partition(".")[0])
    if extra is None:
        if not isinstance(values, Iterable):
            raise ArgumentError("values", values, "a column or an iterable of figures")
        return values
    if hasattr(type(values), "columns"):
        raise TypeError(f"expected one column, got a {type(values).__name__}: name the column, as in frame['name']")
    if hasattr(values, "to_pylist"):
        listed: list[object] = values.to_pylist()
        return listed
    try:
        narwhals: Any = importlib.import_module("narwhals")
    except ImportError:
        raise ExtraMissingError("narwhals", extra) from None
    if narwhals.dependencies.is_pandas_index(values):
        return values
    column: list[object] = narwhals.from_native(values, series_only=True).to_list()
    return column


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and value != value) or type(value).__name__ == "NAType"  # noqa: PLR0124 (NaN)


def _checked(value: object) -> str | Quantity:
    if isinstance(value, str | Quantity):
        return value
    raise TypeError(f"expected a figure string or a Quantity, got {value!r}")
