"""Rules that turn working days, months and years into calendar days.

None of them holds by nature, so each is a named choice: five working days to the week, the official Chinese calendar from a
given day on, the mean Gregorian month, or the thirty-day month of contracts. Bounds and ranges are carried through.
"""

import importlib
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final, Protocol, runtime_checkable

from attrs import Attribute, field, frozen

from zjreform.arguments import told
from zjreform.errors import BasisError, ExtraMissingError
from zjreform.quantity.numbers import Number, exact
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension, unit


@runtime_checkable
class Rule(Protocol):
    """What a rule answers.

    Attributes:
        bases: Bases that the rule turns into days, such as ``"workday"``.

    Example:
        >>> isinstance(FiveDayWeek(), Rule), FiveDayWeek().bases
        (True, frozenset({'workday'}))
    """

    @property
    def bases(self) -> frozenset[str]:
        """Bases that the rule turns into days."""

    def days(self, number: Fraction, base: str) -> Fraction:
        """Return how many calendar days a number of base units is."""


_WORKDAY: Final = frozenset({"workday"})
_MONTH: Final = frozenset({"month"})


@frozen
class FiveDayWeek:
    """Five working days to seven calendar days, no holidays; a mean, so 8 working days are 11.2 days.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> str(to_calendar_days(parse("10个工作日"), FiveDayWeek()))
        '14天'
    """

    bases: frozenset[str] = field(default=_WORKDAY, init=False)

    def days(self, number: Fraction, base: str) -> Fraction:  # noqa: ARG002 (every rule is asked with the base)
        """Return how many calendar days a number of working days is.

        Example:
            >>> FiveDayWeek().days(Fraction(5), "workday")
            Fraction(7, 1)
        """
        return number * Fraction(7, 5)


@frozen
class MeanGregorian:
    """The mean month of the Gregorian calendar: 400 years are 146097 days, so a month is 30.436875 days.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> str(to_calendar_days(parse("1年"), MeanGregorian()))
        '365.2425天'
    """

    bases: frozenset[str] = field(default=_MONTH, init=False)

    def days(self, number: Fraction, base: str) -> Fraction:  # noqa: ARG002 (every rule is asked with the base)
        """Return how many days a number of months is.

        Example:
            >>> MeanGregorian().days(Fraction(12), "month")
            Fraction(146097, 400)
        """
        return number * Fraction(146097, 4800)


@frozen
class Thirty365:
    """Contract counting: a month is 30 days, a full year 365; 14 months are 365 + 60 days.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> str(to_calendar_days(parse("1年2个月"), Thirty365()))
        '425天'
    """

    bases: frozenset[str] = field(default=_MONTH, init=False)

    def days(self, number: Fraction, base: str) -> Fraction:  # noqa: ARG002 (every rule is asked with the base)
        """Return how many days a number of months is: full years first, then months of 30 days.

        Example:
            >>> Thirty365().days(Fraction(14), "month")
            Fraction(425, 1)
        """
        sign = -1 if number < 0 else 1
        years, months = divmod(abs(number), 12)
        return sign * (years * 365 + months * 30)


def _a_day(_: object, __: "Attribute[date]", start: date) -> None:
    if type(start) is not date:
        raise TypeError(f"start must be a datetime.date without a time, got {start!r}")


@frozen
class ChinaCalendar:
    """The official calendar of working days and holidays, counted from the day after *start*.

    A term of n working days ends on the nth working day after *start*; its length is the calendar days up to and including that day.
    Working days come from the package ``chinese-calendar`` (extra ``calendar``); years it does not know are refused.

    Attributes:
        start: The day on which the term begins to run; it does not count itself.

    Raises:
        TypeError: *start* is no date.
        ExtraMissingError: The package is not installed (when it is first asked).

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> str(to_calendar_days(parse("5个工作日"), ChinaCalendar(date(2018, 9, 28))))
        '12天'
    """

    start: date = field(validator=_a_day)
    bases: frozenset[str] = field(default=_WORKDAY, init=False)

    def days(self, number: Fraction, base: str) -> Fraction:
        """Return how many calendar days pass until a number of working days has run.

        Raises:
            BasisError: The number is not whole or negative, or the term leaves the years the calendar knows.

        Example:
            >>> ChinaCalendar(date(2018, 6, 1)).days(Fraction(5), "workday")
            Fraction(7, 1)
        """
        if number.denominator != 1 or number < 0:
            raise BasisError(str(number), base, "day", "a calendar counts whole working days only")
        is_workday, day, left = _calendar(), self.start, int(number)
        while left:
            try:
                day += timedelta(days=1)
                left -= is_workday(day)
            except (NotImplementedError, OverflowError):
                raise BasisError(
                    str(number), base, "day", f"the calendar of working days does not know {day.year}"
                ) from None
        return Fraction((day - self.start).days)


def _calendar() -> Callable[[date], bool]:
    try:
        module: Any = importlib.import_module("chinese_calendar")
    except ImportError:
        raise ExtraMissingError("chinese_calendar", "calendar") from None
    found: Callable[[date], bool] = module.is_workday
    return found


def check_rule(rule: object) -> None:
    """Raise unless an object answers as a rule does.

    Raises:
        TypeError: It does not, or it is the class of a rule.

    Example:
        >>> check_rule(FiveDayWeek)
        Traceback (most recent call last):
        TypeError: expected a rule such as FiveDayWeek(), got <class 'zjreform.quantity.workdays.FiveDayWeek'>
    """
    if isinstance(rule, type) or not isinstance(rule, Rule):
        raise TypeError(f"expected a rule such as FiveDayWeek(), got {rule!r}")


@told
def to_calendar_days(quantity: Quantity, rule: Rule) -> Quantity:
    """Return a time in calendar days under a rule.

    Times that are days by nature (weeks, hours) need no rule and are converted alike.

    Args:
        quantity: A duration or a working time.
        rule: The rule by which working days, months or years become days.

    Raises:
        DimensionError: The quantity is no time.
        BasisError: The rule does not cover its base (workdays under ``Thirty365``).
        TypeError: *rule* is none of the rules, or a class instead of a rule made from it.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> str(to_calendar_days(parse("3至5个工作日内"), FiveDayWeek()))
        '4.2至7天以内'
    """
    check_rule(rule)
    base = quantity.unit.base
    if base not in rule.bases or quantity.dimension not in _TIMES:
        return quantity.to("day")

    def counted(number: Number | None) -> Number | None:
        return None if number is None else exact(rule.days(Fraction(number) * quantity.unit.factor, base))

    value = counted(quantity.value)
    return Quantity(
        quantity.value if value is None else value,
        unit("day"),
        quantity.bound,
        upper=counted(quantity.upper),
        upper_open=quantity.upper_open,
        implied_high=counted(quantity.implied_high),
        lower_open=quantity.lower_open,
    )


_TIMES = frozenset({Dimension.DURATION, Dimension.WORKING_TIME})
