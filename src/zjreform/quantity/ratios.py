"""Ratios: two numbers with a colon between them (2.26∶1, 7：3), as the one over the other.

A ratio to one is written with the mark of the unit; any other is divided. Three numbers are a composition, and a whole number before one of
two digits could be a clock time: neither is a ratio.
"""

from fractions import Fraction
from typing import Final

from zjreform.quantity.numbers import exact
from zjreform.quantity.numeral_terms import ARABIC_DIGITS
from zjreform.quantity.numerals import Form, Numeral, numeral_at
from zjreform.quantity.side import Side
from zjreform.quantity.units import RATIO_CODE, unit

COLONS: Final = frozenset(":：∶")
"""Marks of a ratio; a reader of running text leaves ： as it stands."""
_PLAIN: Final = ARABIC_DIGITS | {"."}
_HOURS, _MINUTES, _TWO = 24, 60, 2


def as_ratio(text: str, at: int, side: Side) -> Side:
    """Return a number with a colon behind it as a ratio, if one number more follows and it has no unit; else as it is.

    Args:
        text: Folded text.
        at: Where the number starts.
        side: The number.
    """
    below = _below(text, side.end) if _may_be_first(text, at, side) else None
    if below is None:
        return side
    if _goes_on(text, below.end) or _is_clock(text, side, below.end):
        return side
    if below.value != 1:
        if side.form is not Form.PLAIN or side.upper is not None:
            return side
        side.value, side.step = exact(Fraction(side.value) / Fraction(below.value)), None
    side.unit, side.end, side.run = unit(RATIO_CODE), below.end, False
    return side


def is_composed(text: str, at: int, end: int) -> bool:
    """Return whether a number with ∶ behind it is one of three or more (2.9∶42.1∶55), which are no ratio.

    Args:
        text: Folded text.
        at: Where the number starts.
        end: Where it ends.

    Example:
        >>> [is_composed("2.9∶42.1∶55", at, end) for at, end in ((0, 3), (4, 8))], is_composed("2.9∶1", 0, 3)
        ([True, True], False)
    """
    if _is_part(text, at):
        return True
    below = _below(text, end)
    return below is not None and _goes_on(text, below.end)


def _below(text: str, end: int) -> Numeral | None:
    """Return the number in digits, more than nothing, behind a colon at an offset, if one stands there."""
    below = numeral_at(text, end + 1)
    plain = below is not None and below.value > 0 and _PLAIN.issuperset(text[end + 1 : below.end])
    return below if plain else None


def _may_be_first(text: str, at: int, side: Side) -> bool:
    return not (side.unit or side.bare or side.colloquial) and not _is_part(text, at)


def _is_part(text: str, at: int) -> bool:
    return at > 1 and text[at - 1] in COLONS and text[at - 2] in ARABIC_DIGITS


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1] in COLONS and text[end + 1 : end + 2] in ARABIC_DIGITS and end + 1 < len(text)


def _is_clock(text: str, side: Side, end: int) -> bool:
    minutes = text[side.end + 1 : end]
    clock = text[side.end] != "∶" and len(minutes) == _TWO and minutes.isdecimal() and int(minutes) < _MINUTES
    return clock and Fraction(side.value).denominator == 1 and 0 <= side.value <= _HOURS
