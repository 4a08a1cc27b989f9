"""Numbers that a text does not state and that two of its figures give: sums, differences, shares, changes."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

from zjreform.drafting.verifying.claims import Claim
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure

_MOST: Final = 14
_SMALL: Final = 10


def derived_from(claim: Claim, near: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return two figures of one sentence that give a claimed number, rounded to its digits; ``None`` where none do.

    Args:
        claim: What is claimed.
        near: The quantities of the sentence; of a long list only the first are tried.

    Example:
        >>> import zjreform as zj
        >>> from zjreform.drafting.verifying.claims import claims_of
        >>> claim = claims_of([{"surface": "87.5%"}], ["a"])[0]
        >>> [figure.surface for figure in derived_from(claim, zj.figures("由8天压缩至1天"))]
        ['8天', '1天']
    """
    said = claim.quantity
    if said is None or isinstance(said.value, Fraction) or said.upper is not None:
        return None
    exponent = said.value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    for one, other in permutations(near[:_MOST], 2):
        if one.quantity is None or other.quantity is None:
            continue
        for number in _combined(said, one.quantity, other.quantity):
            if number == Fraction(said.value) or (places and round(number, places) == Fraction(said.value)):
                return (one, other) if one.start < other.start else (other, one)
    return None


def _combined(said: Quantity, one: Quantity, other: Quantity) -> Iterator[Fraction]:
    """Yield what two quantities give in the unit that is claimed."""
    if one.unit.base != other.unit.base or one.upper is not None or other.upper is not None:
        return
    first, second = Fraction(one.value) * one.unit.factor, Fraction(other.value) * other.unit.factor
    own = said.unit
    if own.base == one.unit.base or (
        own.dimension is Dimension.PERCENTAGE_POINT and one.dimension is Dimension.PERCENT
    ):
        if abs(Fraction(said.value)) >= _SMALL or own.dimension not in {Dimension.COUNT, Dimension.NUMBER}:
            yield (first + second) / own.factor
            yield abs(first - second) / own.factor
    elif own.dimension is Dimension.PERCENT and first:
        yield abs(first - second) / first * 100
        yield second / first * 100
    elif own.dimension is Dimension.MULTIPLE and second:
        yield first / second
