"""Quantities in cells: seven texts for one quantity, in the order of ``QUANTITY_PARTS``.

Numbers stand as plain decimal text, ``1/3`` where the decimal does not end. Reading accepts exactly what writing gives.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from zjreform.errors import UnknownValueError
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import Number, number_text, read_number
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Unit, unit

_BOUNDS = {str(bound): bound for bound in Bound}
_OPEN = {"true": True, "": False}


def quantity_cells(quantity: Quantity) -> tuple[str, str, str, str, str, str, str]:
    """Return value, upper end, whether lower and upper end are open, implied high, bound and unit as texts.

    Example:
        >>> quantity_cells(Quantity.from_parts("3", "workday", "at_most", upper="5"))
        ('3', '5', '', '', '', 'at_most', 'workday')
    """
    return (
        number_text(quantity.value),
        "" if quantity.upper is None else number_text(quantity.upper),
        "true" if quantity.lower_open else "",
        "true" if quantity.upper_open else "",
        "" if quantity.implied_high is None else number_text(quantity.implied_high),
        quantity.bound.value,
        quantity.unit.code,
    )


def read_quantity(cells: Sequence[str]) -> Quantity:
    """Return the quantity of seven texts.

    Raises:
        ValueError: A text is not as writing gives it, or the parts contradict each other; says what was expected.

    Example:
        >>> read_quantity(("1/3", "", "", "", "", "exact", "%")).value
        Fraction(1, 3)
    """
    value, upper, lower_open, upper_open, implied_high, bound, code = cells
    if bound not in _BOUNDS:
        raise PartError("a bound that is one of " + ", ".join(_BOUNDS), _BOUND)
    for part, text in ((_LOWER_OPEN, lower_open), (_UPPER_OPEN, upper_open)):
        if text not in _OPEN:
            raise PartError("true or nothing for an open end", part)
    number, into = _number(value, _VALUE), plain_unit(code)
    top = _number(upper, _UPPER) if upper else None
    implied = _number(implied_high, _IMPLIED_HIGH) if implied_high else None
    ends = {"upper_open": _OPEN[upper_open], "lower_open": _OPEN[lower_open]}
    try:
        return Quantity(number, into, _BOUNDS[bound], upper=top, implied_high=implied, **ends)
    except ValueError as error:
        raise ValueError(f"parts that agree with each other ({error})") from None


_PLAIN = 20
_VALUE, _UPPER, _LOWER_OPEN, _UPPER_OPEN, _IMPLIED_HIGH, _BOUND, _UNIT = range(7)


class PartError(ValueError):
    """One of the seven texts cannot be read.

    Attributes:
        part: Its index.

    Example:
        >>> PartError("the code of a unit", 6).part
        6
    """

    def __init__(self, expected: str, part: int) -> None:
        super().__init__(expected)
        self.part = part


def _number(text: str, part: int) -> Number:
    if len(text) < _PLAIN and text.isascii():
        whole, point, rest = text.partition(".")
        plain = whole.isdecimal() and (whole[0] != "0" or whole == "0")
        if plain and (not point or (rest.isdecimal() and rest[-1] != "0")):
            return Decimal(text)  # what ``read_number`` gives, without asking the text of the number again
    try:
        return read_number(text)
    except ValueError:
        raise PartError("a plain number such as 12.5 or 1/3, of at most 38 digits", part) from None


@lru_cache(maxsize=1024)
def plain_unit(code: str) -> Unit:
    """Return the unit of a code.

    Raises:
        ValueError: No unit has it, or it is another spelling of one.

    Example:
        >>> plain_unit("day").zh
        '天'
    """
    try:
        found = unit(code)
    except UnknownValueError as error:
        raise PartError(f"the code of a unit ({error})", _UNIT) from None
    if found.code != code:
        raise PartError(f"the code of a unit, here {found.code!r}", _UNIT)
    return found
