"""The columns into which a quantity is flattened: what the file holds, and what follows from it.

The stated parts keep exact decimals. ``days``, ``percent`` and ``count`` are floats made for analysis and empty wherever one number
would say more than the claim does: for a range, and for months and years, which have no fixed number of days.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from attrs import frozen

from zjreform.code import Code
from zjreform.columns.column import Column
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import Number
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.stated import QUANTITY_PARTS
from zjreform.quantity.units import Dimension, unit
from zjreform.tabular.quantity_labels import DAY_BASES

PLACES = 12
"""Digits behind the point of a decimal column."""

_MOST = Decimal(10) ** 26

_BASES = {"day": "calendar", "workday": "working"}


@frozen
class QuantityColumn:
    """One column of a flattened quantity.

    Attributes:
        name: Name of the column.
        kind: ``decimal``, ``whole`` (of up to 38 digits), ``number``, ``boolean``, ``unit`` or ``code``.
        column: Labels and definition.
        value: Function from a quantity to the cell.
        codes: For ``code``, each value with its labels.
        stored: Whether files of the data package hold it; the others are derived.
    """

    name: str
    kind: str
    column: Column
    value: Callable[[Quantity], Any]
    codes: Mapping[str, tuple[str, str]] = MappingProxyType({})
    stored: bool = False


def fitting(number: Number | None) -> Decimal | None:
    """Return a number that fits a decimal column exactly, else ``None``.

    Example:
        >>> fitting(Decimal("66.8")), fitting(Fraction(1, 3))
        (Decimal('66.8'), None)
    """
    if not isinstance(number, Decimal):
        return None
    exponent = number.as_tuple().exponent
    return number if isinstance(exponent, int) and exponent >= -PLACES and abs(number) < _MOST else None


def _parts(number: Number | None) -> tuple[int, int] | None:
    return None if number is None or fitting(number) is not None else Fraction(number).as_integer_ratio()


def _numerator(number: Number | None) -> Decimal | None:
    parts = _parts(number)
    return None if parts is None else Decimal(parts[0])


def _denominator(number: Number | None) -> Decimal | None:
    parts = _parts(number)
    return None if parts is None else Decimal(parts[1])


def days_of(quantity: Quantity) -> float | None:
    """Return the number stated in days or in working days, ``None`` for a range or where no fixed factor leads there.

    Example:
        >>> days_of(Quantity.from_parts("36", "hour")), days_of(Quantity.from_parts("1", "month"))
        (1.5, None)
    """
    base = quantity.unit.base
    if base not in _BASES or quantity.upper is not None:
        return None
    return float(Fraction(quantity.value) * quantity.unit.factor / unit(base).factor)


def day_basis_of(quantity: Quantity) -> str | None:
    """Return whether ``days`` counts calendar or working days, ``None`` where there is no such number.

    Example:
        >>> day_basis_of(Quantity.from_parts("8", "workday"))
        'working'
    """
    return None if days_of(quantity) is None else _BASES[quantity.unit.base]


def percent_of(quantity: Quantity) -> float | None:
    """Return the number stated in per cent, ``None`` for a range and for anything but a percentage.

    Example:
        >>> percent_of(Quantity.from_parts("66.8", "%")), percent_of(Quantity.from_parts("5", "件"))
        (66.8, None)
    """
    if quantity.dimension is not Dimension.PERCENT or quantity.upper is not None:
        return None
    return float(Fraction(quantity.value) * quantity.unit.factor / unit("%").factor)


def count_of(quantity: Quantity) -> float | None:
    """Return the number counted, ``None`` for a range and for anything but a count.

    Example:
        >>> count_of(Quantity.from_parts("12.5", "件"))
        12.5
    """
    if quantity.dimension is not Dimension.COUNT or quantity.upper is not None:
        return None
    return float(quantity.value)


def _labels(codes: type[Code]) -> Mapping[str, tuple[str, str]]:
    return {code.value: (code.zh, code.en) for code in codes}


def _part(
    name: str,
    kind: str,
    column: Column,
    value: Callable[[Quantity], Any],
    codes: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> QuantityColumn:
    return QuantityColumn(name, kind, column, value, codes, stored=name in QUANTITY_PARTS)


_NUMBER = "Plain text; `1/3` where the decimal does not end."
_FITS = f"its decimal ends within {PLACES} places, so that the number itself stands in its column"
_NO_DAYS = "a range, months or years, or no time"
_OVER = "For 多 and 余: the number that the claim does not reach, by the digit they stand at."
_UNIT = "Code of the unit, in `units.csv`; two codes joined by `/` for a rate."

STORED = (
    _part(
        "value",
        "decimal",
        Column("数值", "value", f"The number stated, in *unit*. {_NUMBER}", "see *value numerator*"),
        lambda q: fitting(q.value),
    ),
    _part(
        "upper",
        "decimal",
        Column("上端", "upper", f"Upper end of a stated range. {_NUMBER}", "one number is stated"),
        lambda q: fitting(q.upper),
    ),
    _part(
        "lower_open",
        "boolean",
        Column("下端除外", "lower open", "Whether the range excludes its lower end.", "it does not"),
        lambda q: q.lower_open or None,
    ),
    _part(
        "upper_open",
        "boolean",
        Column("上端除外", "upper open", "Whether the range excludes its upper end.", "it does not"),
        lambda q: q.upper_open or None,
    ),
    _part(
        "implied_high",
        "decimal",
        Column("隐含上限", "implied high", _OVER, "nothing is implied"),
        lambda q: fitting(q.implied_high),
    ),
    _part(
        "bound",
        "code",
        Column("界", "bound", "Where the true number lies, seen from the number stated."),
        lambda q: str(q.bound),
        _labels(Bound),
    ),
    _part("unit", "unit", Column("单位", "unit", _UNIT, "a bare number"), lambda q: q.unit.code),
)
"""Columns of a quantity in the data package, in order."""

DERIVED = (
    _part(
        "low",
        "decimal",
        Column("下限", "low", "Lowest number the claim allows.", "it has no lower end, or no decimal of it ends"),
        lambda q: fitting(q.low),
    ),
    _part(
        "high",
        "decimal",
        Column("上限", "high", "Highest number the claim allows.", "it has no upper end, or no decimal of it ends"),
        lambda q: fitting(q.high),
    ),
    _part(
        "low_open", "boolean", Column("下限除外", "low open", "Whether *low* itself is excluded."), lambda q: q.low_open
    ),
    _part(
        "high_open",
        "boolean",
        Column("上限除外", "high open", "Whether *high* itself is excluded."),
        lambda q: q.high_open,
    ),
    _part(
        "dimension",
        "code",
        Column("量纲", "dimension", "What the quantity measures."),
        lambda q: str(q.dimension),
        _labels(Dimension),
    ),
    _part(
        "days",
        "number",
        Column("天数", "days", "The number stated, in days of *day basis*.", _NO_DAYS, unit="days"),
        days_of,
    ),
    _part(
        "day_basis",
        "code",
        Column("天数口径", "day basis", "Whether *days* counts calendar or working days.", "no *days*"),
        day_basis_of,
        DAY_BASES,
    ),
    _part(
        "percent",
        "number",
        Column("百分比", "percent", "The number stated, in per cent.", "a range, or no percentage", unit="%"),
        percent_of,
    ),
    _part(
        "count",
        "number",
        Column("计数", "count", "The number stated, counted in *unit*.", "a range, or no count"),
        count_of,
    ),
    _part(
        "value_numerator",
        "whole",
        Column("数值分子", "value numerator", "Numerator of *value*.", _FITS),
        lambda q: _numerator(q.value),
    ),
    _part(
        "value_denominator",
        "whole",
        Column("数值分母", "value denominator", "Denominator of *value*.", _FITS),
        lambda q: _denominator(q.value),
    ),
    _part(
        "upper_numerator",
        "whole",
        Column("上端分子", "upper numerator", "Numerator of *upper*.", _FITS),
        lambda q: _numerator(q.upper),
    ),
    _part(
        "upper_denominator",
        "whole",
        Column("上端分母", "upper denominator", "Denominator of *upper*.", _FITS),
        lambda q: _denominator(q.upper),
    ),
)
"""Columns that frames and databases add."""


def bound_codes() -> tuple[str, ...]:
    """Return the values of ``bound``, in order.

    Example:
        >>> bound_codes()[0]
        'exact'
    """
    return tuple(map(str, Bound))
