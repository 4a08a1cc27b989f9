"""Figures that the grammar reads by themselves, read once for each shape: what stands beside the number, and how long the number is.

334.5‰ and 203.4‰ differ in their number alone. What the grammar makes of one holds for the other, where it is one number times a power of
ten; any other figure is read each time.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import decimal_of
from zjreform.quantity.numerals import STARTS, numeral_at
from zjreform.quantity.parsing import figure_at
from zjreform.quantity.quantities import Quantity, valid
from zjreform.quantity.units import Unit

_SPLIT: Final = LazyPattern("([^0-9]*+)([0-9]{1,8}+(?:,[0-9]{3})*+)(?:[.]([0-9]{1,6}+))?+([^0-9]++)\\Z")
"""What stands before a number in digits, the number, its places, and what stands behind it."""
_POWERS: Final = {Fraction(10) ** power: power for power in range(-3, 13)}
"""By factor: the power of ten."""
_PLAIN: Final = frozenset("一二三四五六七八九十百千万亿两")
"""First characters of numerals whose units do not depend on how they are written, as those of 壹分 do."""
_MOST = 4096
"""Shapes that are kept; prose has a few hundred."""

Shape = tuple[int, Unit, Bound] | None
"""The power of ten, the unit and the bound that a figure has beside its number; ``None`` where the number tells more."""
Key = tuple[str, int, bool, bool, str]
"""What stands before a number, how long it is, two truths about how it is written, and what stands behind it."""
_SPELT: Final = "\0"
"""Stands in a key for a number in words, so that it is none of one in digits."""
_shapes: dict[Key, tuple[Shape]] = {}


def by_itself(surface: str) -> Quantity | None:
    """Return what the grammar reads in a figure by itself; ``None`` if it reads a part of it only.

    Args:
        surface: A figure, folded, with the bound words before and behind it.

    Example:
        >>> by_itself("334.5‰"), by_itself("约六十万户"), by_itself("3年5")
        (Quantity(33.45, '%', exact), Quantity(600000, '户', about), None)
    """
    parts = _SPLIT.match(surface, 0)
    if parts is not None:
        before, whole, places, behind = parts.groups("")
        digits = int(whole.replace(",", "") + places)
        key = before, len(whole), whole[0] == "0", not places, behind
        return _of_shape(surface, key, digits, len(places))
    numeral = numeral_at(surface, 0) if surface[0] in _PLAIN else None
    if (
        numeral is None
        or any(numeral[2:5])
        or numeral.bare
        or numeral.colloquial
        or numeral.value != int(numeral.value)
    ):
        return _read(surface)
    key = _SPELT, numeral.multiplier, numeral.run, True, surface[numeral.end :]
    return _of_shape(surface, key, int(numeral.value), 0)


def _of_shape(surface: str, key: Key, digits: int, places: int) -> Quantity | None:
    """Return the quantity of a number in a shape, which the first figure of it tells."""
    known = _shapes.get(key)
    if known is None:
        quantity = _read(surface)
        if quantity is not None and digits:
            if len(_shapes) >= _MOST:
                _shapes.clear()
            _shapes[key] = (_shape_of(key[-1], quantity, Fraction(digits, 10**places)),)
        return quantity
    shape = known[0]
    if shape is None or not digits:
        return _read(surface)
    power, into, bound = shape
    places -= power
    value = decimal_of(digits, places) if places > 0 else Decimal(digits * 10**-places)
    return valid(value, into, bound)


def _telling(behind: str) -> bool:
    """Return whether what stands behind a number makes something else of some numbers (11折, 三伏, 千牛) or holds another number."""
    return not _TELLING.isdisjoint(behind.lstrip("百千万亿"))


_TELLING: Final = frozenset("折伏牛A批币") | (STARTS - frozenset("百千"))
"""Characters behind a number by which some numbers read otherwise than others."""


def _shape_of(behind: str, quantity: Quantity, number: Fraction) -> Shape:
    if _telling(behind):
        return None
    power = _POWERS.get(Fraction(quantity.value) / number)
    if power is None or quantity.upper is not None or quantity.implied_high is not None:
        return None
    return power, quantity.unit, quantity.bound


def _read(surface: str) -> Quantity | None:
    found = figure_at(surface, 0)
    return found[0] if found is not None and found[1] == len(surface) else None
