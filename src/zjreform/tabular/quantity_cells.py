"""Quantities in cells: seven texts for one quantity, in the order of ``QUANTITY_PARTS``.

Numbers stand as plain decimal text, ``1/3`` where the decimal does not end. Reading accepts exactly what writing gives.
"""

from collections.abc import Sequence

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
        raise ValueError("a bound that is one of " + ", ".join(_BOUNDS))
    if lower_open not in _OPEN or upper_open not in _OPEN:
        raise ValueError("true or nothing for an open end")
    return Quantity(
        _number(value),
        _unit(code),
        _BOUNDS[bound],
        upper=_number(upper) if upper else None,
        upper_open=_OPEN[upper_open],
        implied_high=_number(implied_high) if implied_high else None,
        lower_open=_OPEN[lower_open],
    )


def _number(text: str) -> Number:
    try:
        return read_number(text)
    except ValueError:
        raise ValueError("plain numbers such as 12.5 or 1/3") from None


def _unit(code: str) -> Unit:
    try:
        found = unit(code)
    except UnknownValueError as error:
        raise ValueError(f"the code of a unit ({error})") from None
    if found.code != code:
        raise ValueError(f"the code of a unit, here {found.code!r}")
    return found
