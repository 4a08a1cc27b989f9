"""The columns into which a quantity is flattened: what is stated, and what follows from it. Every frame, file and answer uses this list.

What is stated keeps exact decimals. ``days``, ``workdays``, ``percent`` and ``count`` are floats made for analysis: the number stated,
empty wherever one number would say more than the claim does (a range; months and years, which have no fixed number of days), with the
ends of the interval beside it. Calendar and working time never share a column with ends.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from attrs import frozen

from zjreform.code import Code
from zjreform.columns.column import Column, Whole
from zjreform.columns.schema import FieldSchema
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import Number
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.stated import QUANTITY_PARTS
from zjreform.quantity.units import Dimension, Unit

PLACES = 12
"""Digits behind the point of a decimal column."""

_MOST = Decimal("1E26")


class DayBasis(Code):
    """What days are counted in."""

    CALENDAR = "calendar", "自然日", "calendar days", "Days of the calendar."
    WORKING = "working", "工作日", "working days", "Days on which offices work."


@frozen
class QuantityColumn:
    """One column of a flattened quantity.

    Attributes:
        name: Name of the column.
        kind: ``decimal``, ``whole`` (of up to 38 digits), ``number`` (a float), ``boolean``, ``unit`` or ``code``.
        column: Labels and definition.
        listed: For ``code``, the closed list.
    """

    name: str
    kind: str
    column: Column
    listed: type[Code] | None = None

    @property
    def stored(self) -> bool:
        """Whether files of the data package hold it; the others are derived."""
        return self.name in QUANTITY_PARTS

    @property
    def codes(self) -> Mapping[str, tuple[str, str]]:
        """The values of the closed list with their Chinese and English labels; empty where there is none."""
        return MappingProxyType({code.value: (code.zh, code.en) for code in self.listed or ()})


def flattened(quantity: Quantity) -> tuple[Any, ...]:
    """Return the values of a quantity in the order of ``QUANTITY_COLUMNS``.

    Example:
        >>> row = dict(zip((part.name for part in QUANTITY_COLUMNS), flattened(Quantity.from_parts("3", "workday", "at_most"))))
        >>> row["value"], row["workdays"], row["workdays_low"], row["workdays_high"], row["days_high"], row["count"]
        (Decimal('3'), 3.0, None, 3.0, None, None)
    """
    own = quantity.unit
    value, upper = fitting(quantity.value), fitting(quantity.upper)
    top = value if quantity.upper is None else upper
    has_low, has_high = quantity.low is not None, quantity.high is not None
    opened = quantity.low_open, quantity.high_open
    days = _normal(quantity, own.factor, has_low, has_high, opened) if own.base == _DAY else _NOTHING
    workdays = _normal(quantity, own.factor, has_low, has_high, opened) if own.base == _WORKDAY else _NOTHING
    percent = own.dimension is Dimension.PERCENT
    count = own.dimension is Dimension.COUNT
    return (
        value,
        upper,
        quantity.lower_open or None,
        quantity.upper_open or None,
        fitting(quantity.implied_high),
        quantity.bound.value,
        own.code,
        value if has_low else None,
        top if has_high else None,
        *opened,
        own.dimension.value,
        days[0] if workdays[0] is None else workdays[0],
        _basis(days[0], workdays[0]),
        *days[1:],
        *workdays,
        *(_normal(quantity, own.factor, has_low, has_high, opened) if percent else _NOTHING),
        *(_normal(quantity, _ONE, has_low, has_high, opened) if count else _NOTHING),
        *_fraction(quantity.value, value),
        *_fraction(quantity.upper, upper),
    )


def fitting(number: Number | None) -> Decimal | None:
    """Return a number that fits a decimal column exactly, else ``None``.

    Example:
        >>> fitting(Decimal("66.8")), fitting(Fraction(1, 3))
        (Decimal('66.8'), None)
    """
    if not isinstance(number, Decimal):
        return None
    text = str(number)
    if len(text) <= PLACES and "E" not in text and text[-1].isdigit():
        return number  # most numbers are short: no exponent has to be taken out of them
    exponent = number.as_tuple().exponent
    return number if isinstance(exponent, int) and exponent >= -PLACES and number.copy_abs() < _MOST else None


_DAY, _WORKDAY = "day", "workday"
"""Bases whose unit is one day; that of percentages is one per cent."""

_NOTHING: tuple[None, ...] = (None,) * 5

_ONE = Fraction(1)


def _normal(
    quantity: Quantity,
    factor: Fraction,
    has_low: bool,  # noqa: FBT001 (one call for each kind of number)
    has_high: bool,  # noqa: FBT001
    opened: tuple[bool, bool],
) -> tuple[Any, ...]:
    """The number stated and its ends in a common unit, as the nearest floats, and whether the ends are open."""
    value = scaled_float(quantity.value, factor)
    upper = None if quantity.upper is None else scaled_float(quantity.upper, factor)
    top = value if upper is None else upper
    return value if upper is None else None, value if has_low else None, top if has_high else None, *opened


def scaled_float(number: Number, factor: Fraction) -> float:
    """Return a product as the nearest float: whole numbers divide to it, however long they are.

    Example:
        >>> scaled_float(Decimal("36"), Fraction(1, 24))
        1.5
    """
    if factor.numerator == factor.denominator:
        return float(number)
    over, under = number.as_integer_ratio()
    return over * factor.numerator / (under * factor.denominator)


def _basis(days: float | None, workdays: float | None) -> str | None:
    if workdays is not None:
        return DayBasis.WORKING.value
    return None if days is None else DayBasis.CALENDAR.value


def _fraction(number: Number | None, fits: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """Numerator and denominator of a number that is in no decimal column."""
    if number is None or fits is not None:
        return None, None
    over, under = Fraction(number).as_integer_ratio()
    return Decimal(over), Decimal(under)


def _normal_columns(name: str, zh: str, en: str, about: str, none: str, in_unit: str) -> tuple[QuantityColumn, ...]:
    """A number in a common unit, its ends, and whether they are open."""
    ends = (("low", "下限", "lowest"), ("high", "上限", "highest"))
    return (
        QuantityColumn(name, "number", Column(zh, en, about, none, unit=in_unit)),
        *(
            QuantityColumn(
                f"{name}_{end}",
                "number",
                Column(zh + chinese, f"{en}, {word}", f"*{end}* in the unit of *{name}*.", f"no end, or {none}", unit=in_unit),
            )
            for end, chinese, word in ends
        ),
        *(
            QuantityColumn(
                f"{name}_{end}_open",
                "boolean",
                Column(f"{zh}{chinese}除外", f"{en}, {word} excluded", f"Whether *{name} {end}* itself is excluded.", none),
            )
            for end, chinese, word in ends
        ),
    )  # fmt: skip


_NUMBER = "Plain text; `1/3` where the decimal does not end."
_FITS = f"its decimal ends within {PLACES} places, so that the number itself stands in its column"
_NO_DAYS = "months or years, or no time"
_OVER = "For 多 and 余: the number that the claim does not reach, by the digit they stand at."
"""What the column of the open end says."""
_UNIT = "Code of the unit, in `units.csv`; two codes joined by `/` for a rate."
_DAYS = (
    "The number stated, in days of *day basis*; from version 0.3 on calendar days only (*workdays* holds working time)."
)

STORED = (
    QuantityColumn(
        "value",
        "decimal",
        Column("数值", "value", f"The number stated, in *unit*. {_NUMBER}", "see *value numerator*"),
    ),
    QuantityColumn(
        "upper", "decimal", Column("上端", "upper", f"Upper end of a stated range. {_NUMBER}", "one number is stated")
    ),
    QuantityColumn(
        "lower_open",
        "boolean",
        Column("下端除外", "lower open", "Whether the range excludes its lower end.", "it does not"),
    ),
    QuantityColumn(
        "upper_open",
        "boolean",
        Column("上端除外", "upper open", "Whether the range excludes its upper end.", "it does not"),
    ),
    QuantityColumn("implied_high", "decimal", Column("隐含上限", "implied high", _OVER, "nothing is implied")),
    QuantityColumn(
        "bound", "code", Column("界", "bound", "Where the true number lies, seen from the number stated."), Bound
    ),
    QuantityColumn("unit", "unit", Column("单位", "unit", _UNIT, "a bare number")),
)
"""Columns of a quantity in the data package, in order."""

DERIVED = (
    QuantityColumn(
        "low",
        "decimal",
        Column("下限", "low", "Lowest number the claim allows.", "it has no lower end, or no decimal of it ends"),
    ),
    QuantityColumn(
        "high",
        "decimal",
        Column("上限", "high", "Highest number the claim allows.", "it has no upper end, or no decimal of it ends"),
    ),
    QuantityColumn("low_open", "boolean", Column("下限除外", "low open", "Whether *low* itself is excluded.")),
    QuantityColumn("high_open", "boolean", Column("上限除外", "high open", "Whether *high* itself is excluded.")),
    QuantityColumn("dimension", "code", Column("量纲", "dimension", "What the quantity measures."), Dimension),
    QuantityColumn("days", "number", Column("天数", "days", _DAYS, f"a range, {_NO_DAYS}", unit="days")),
    QuantityColumn(
        "day_basis",
        "code",
        Column("天数口径", "day basis", "Whether *days* counts calendar or working days.", "no *days*"),
        DayBasis,
    ),
    *_normal_columns("days", "自然日", "calendar days", "", f"working time, {_NO_DAYS}", "days")[1:],
    *_normal_columns(
        "workdays",
        "工作日",
        "working days",
        "The number stated, in working days.",
        "a range, or no working time",
        "workdays",
    ),
    *_normal_columns(
        "percent", "百分比", "percent", "The number stated, in per cent.", "a range, or no percentage", "%"
    ),
    *_normal_columns("count", "计数", "count", "The number stated, counted in *unit*.", "a range, or no count", ""),
    QuantityColumn("value_numerator", "whole", Column("数值分子", "value numerator", "Numerator of *value*.", _FITS)),
    QuantityColumn(
        "value_denominator", "whole", Column("数值分母", "value denominator", "Denominator of *value*.", _FITS)
    ),
    QuantityColumn("upper_numerator", "whole", Column("上端分子", "upper numerator", "Numerator of *upper*.", _FITS)),
    QuantityColumn(
        "upper_denominator", "whole", Column("上端分母", "upper denominator", "Denominator of *upper*.", _FITS)
    ),
)
"""Columns that frames, databases and answers add."""

QUANTITY_COLUMNS = (*STORED, *DERIVED)
"""All columns of a quantity, in order: what every frame with quantities has."""

_KINDS: Mapping[str, Any] = {"decimal": Decimal, "number": float, "boolean": bool, "whole": Whole, "unit": Unit}


def quantity_fields(prefix: str = "") -> Iterator[FieldSchema]:
    """Yield the columns of a flattened quantity as fields.

    Example:
        >>> [column.name for column in quantity_fields("metric_")][:2]
        ['metric_value', 'metric_upper']
    """
    for part in QUANTITY_COLUMNS:
        kind = part.listed or _KINDS[part.kind]
        yield FieldSchema(prefix + part.name, kind, nullable=True, many=False, column=part.column)
