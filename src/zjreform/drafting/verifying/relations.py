"""How one claimed quantity stands to one figure of the text: the same, or like it in a way that has a name."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from zjreform.drafting.verifying.claims import Claim
from zjreform.drafting.verifying.standing import Standing
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure


@frozen
class Relation:
    """A verdict on a claim and a figure.

    Attributes:
        standing: The verdict.
        factor: Claimed over found, where they differ by a factor that says something; else ``None``.
    """

    standing: Standing
    factor: Fraction | None = None


_SAME: Final = Relation(Standing.CONFIRMED)
_SHARES: Final = frozenset({Dimension.PERCENT, Dimension.PERCENTAGE_POINT})
_CLOSE: Final = Fraction(1, 20)
_MOST_TENS: Final = 12
STRENGTH: Final = (
    Standing.CONFIRMED,
    Standing.PER,
    Standing.BOUND,
    Standing.POINTS,
    Standing.RANGE_END,
    Standing.DIRECTION,
    Standing.UNIT,
    Standing.MAGNITUDE,
    Standing.ROUNDED,
)
"""Verdicts of a relation, the nearest to the text first."""


def relation(claim: Claim, figure: Figure) -> Relation | None:
    """Return how a claim stands to a figure, ``None`` where they have nothing to do with each other.

    Example:
        >>> from zjreform.drafting.verifying.claims import claims_of
        >>> import zjreform as zj
        >>> figure = zj.figures("投入35000万元")[0]
        >>> for claim in claims_of([{"surface": "35000万元"}, {"surface": "35000元"}, {"surface": "4亿元"}], ["a"]):
        ...     found = relation(claim, figure)
        ...     print(claim.claimed, found and (found.standing.value, str(found.factor)))
        35000万元 ('confirmed', 'None')
        35000元 ('magnitude', '1/10000')
        4亿元 None
    """
    said, found = claim.quantity, figure.quantity
    if said is None or found is None:
        return None
    if claim.bare:
        said = evolve(said, unit=found.unit)
    if said.unit.base != found.unit.base:
        return _across(said, found)
    if _numbers(said) == _numbers(found):
        if said.bound is not found.bound or _opens(said) != _opens(found):
            return Relation(Standing.BOUND)
        return _SAME if _same_per(claim, figure) else Relation(Standing.PER)
    return _within(said, found)


def stated_numbers(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities state the same number, whatever the unit.

    Example:
        >>> import zjreform as zj
        >>> stated_numbers(zj.parse("3天"), zj.parse("3个月"))
        True
    """
    return one.value == other.value and one.upper == other.upper


def _numbers(quantity: Quantity) -> tuple[Fraction, Fraction | None]:
    factor = quantity.unit.factor
    upper = None if quantity.upper is None else Fraction(quantity.upper) * factor
    return Fraction(quantity.value) * factor, upper


def _opens(quantity: Quantity) -> tuple[bool, bool]:
    return quantity.lower_open, quantity.upper_open


def _same_per(claim: Claim, figure: Figure) -> bool:
    """Return whether a claim names the base of a rate that stands before the figure."""
    return figure.per is None or claim.per is not None or (claim.quote is not None and figure.per in claim.quote)


def _across(said: Quantity, found: Quantity) -> Relation | None:
    if not stated_numbers(said, found):
        return None
    if {said.dimension, found.dimension} == _SHARES:
        return Relation(Standing.POINTS)
    if "/" in found.unit.code and found.unit.code.partition("/")[0] in {said.unit.code, said.unit.zh}:
        return Relation(Standing.PER)
    return Relation(Standing.UNIT)


def _within(said: Quantity, found: Quantity) -> Relation | None:
    """Relate two quantities of one base whose numbers differ."""
    one, other = _numbers(said), _numbers(found)
    factor = one[0] / other[0] if other[0] else None
    if said.unit != found.unit and stated_numbers(said, found):
        return Relation(Standing.UNIT, factor)
    if (one[1] is None) is not (other[1] is None):
        single, pair = (one, other) if one[1] is None else (other, one)
        return Relation(Standing.RANGE_END) if single[0] in pair else None
    return None if factor is None or one[1] is not None else _by_factor(factor, said, found)


def _by_factor(factor: Fraction, said: Quantity, found: Quantity) -> Relation | None:
    if factor == -1:
        return Relation(Standing.DIRECTION, factor)
    if _is_power_of_ten(factor):
        return Relation(Standing.MAGNITUDE, factor)
    return Relation(Standing.ROUNDED) if _is_rounded(said, found) or _is_rounded(found, said) else None


def _is_power_of_ten(factor: Fraction) -> bool:
    whole = factor if factor >= 1 else 1 / factor if factor > 0 else Fraction(0)
    text = str(whole)
    return whole > 1 and text[0] == "1" and set(text[1:]) == {"0"} and len(text) <= _MOST_TENS + 1


def _is_rounded(rough: Quantity, fine: Quantity) -> bool:
    """Return whether *rough* is *fine* with fewer digits, half a step off at most."""
    if isinstance(rough.value, Fraction) or isinstance(fine.value, Fraction):
        return False
    target = Fraction(rough.value) * rough.unit.factor / fine.unit.factor
    exact = Fraction(fine.value)
    step = Fraction(10) ** _last_place(rough.value) * rough.unit.factor / fine.unit.factor
    near = abs(exact - target) * 2 <= step and abs(exact - target) <= _CLOSE * abs(exact)
    return near and _last_place(fine.value) < _last_place(rough.value)


def _last_place(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
