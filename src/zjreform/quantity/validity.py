"""What a valid quantity is made of; checked once, when it is made."""

from decimal import Decimal
from fractions import Fraction

from zjreform.errors import BasisError, DimensionError
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import MOST_DIGITS, exact, is_short
from zjreform.quantity.stated import Stated
from zjreform.quantity.units import Dimension, Unit


def check_number(name: str, number: object) -> None:
    """Raise unless a number is finite, in the one type that fits it, and short enough.

    Raises:
        TypeError: It is neither ``Decimal`` nor ``Fraction``.
        ValueError: It is not finite, has more than 38 digits, or is a ``Fraction`` whose decimal ends.

    Example:
        >>> check_number("value", 3)
        Traceback (most recent call last):
        TypeError: value must be a Decimal or a Fraction, got 3
    """
    if type(number) is Decimal:
        if not number.is_finite():
            raise ValueError(f"{name} must be finite, got {number}")
    elif type(number) is not Fraction:
        raise TypeError(f"{name} must be a Decimal or a Fraction, got {number!r}")
    elif isinstance(exact(number), Decimal):
        raise ValueError(f"{name} must be a Decimal where the decimal ends, got {number!r}")
    if not is_short(number):
        raise ValueError(f"{name} must have at most {MOST_DIGITS} digits")


def check_range(quantity: Stated) -> None:
    """Raise unless the upper end and the open ends of a quantity fit its bound.

    Raises:
        TypeError: An open end is no ``bool``.
        ValueError: There is no upper end, it does not lie above the lower, or the bound goes with no range of this kind.

    Example:
        >>> from zjreform.quantity.quantities import Quantity
        >>> Quantity.from_parts("5", "day", upper="3")
        Traceback (most recent call last):
        ValueError: upper must lie above value, got 5 and 3
    """
    upper = quantity.upper
    if {type(quantity.upper_open), type(quantity.lower_open)} != {bool}:
        raise TypeError("upper_open and lower_open must be bool")
    if upper is None:
        raise ValueError("an open end needs an upper end")
    check_number("upper", upper)
    if not upper > quantity.value:
        raise ValueError(f"upper must lie above value, got {quantity.value} and {upper}")
    if quantity.bound is Bound.NEARLY:
        raise ValueError("a range cannot have the bound nearly")
    if quantity.bound is not Bound.EXACT and (quantity.upper_open or quantity.lower_open):
        raise ValueError(f"only a range with bound exact has open ends, got {quantity.bound.value}")


def check_same_base(quantity: Stated, into: Unit) -> None:
    """Raise unless a quantity converts to a unit by a fixed factor.

    Raises:
        DimensionError: The two measure different things.
        BasisError: They measure the same thing on bases that share no factor, or one counts calendar and the other working time.

    Example:
        >>> from zjreform.quantity.quantities import Quantity
        >>> from zjreform.quantity.units import unit
        >>> check_same_base(Quantity.from_parts("1", "week"), unit("day"))
    """
    here = quantity.unit
    if here.base == into.base:
        return
    times = {Dimension.DURATION, Dimension.WORKING_TIME}
    if here.dimension is not into.dimension and not {here.dimension, into.dimension} <= times:
        raise DimensionError(str(quantity), here.dimension, into.dimension)
    raise BasisError(
        str(quantity), here.base, into.base, _REMEDIES.get(here.dimension, "convert neither, or count them apart")
    )


_REMEDIES = {
    Dimension.DURATION: "name a rule (FiveDayWeek, ChinaCalendar, MeanGregorian, Thirty365)",
    Dimension.WORKING_TIME: "name a working-day rule (FiveDayWeek, ChinaCalendar)",
    Dimension.MONEY: "apply an exchange rate of your own",
}
