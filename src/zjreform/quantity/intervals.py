"""Arithmetic of claims: what is known of a sum or a quotient of numbers that are known only within bounds.

A claim has no unit here; units are settled before. ``nearly`` counts as an end that is excluded (near 8 lies below 8),
``about`` has no ends and makes every result about. What is left without any end is no claim: ``None``.
"""

from fractions import Fraction
from typing import NamedTuple

from zjreform.quantity.bounds import Bound

_EXACT, _ABOUT, _NEARLY, _OVER = Bound.EXACT, Bound.ABOUT, Bound.NEARLY, Bound.OVER
_AT_LEAST, _AT_MOST, _UNDER = Bound.AT_LEAST, Bound.AT_MOST, Bound.UNDER


class Interval(NamedTuple):
    """The numbers a claim allows; ``None`` is an end it does not name."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False


class Claim(NamedTuple):
    """A number with its bound, as in ``Quantity`` but without unit."""

    value: Fraction
    bound: Bound = _EXACT
    upper: Fraction | None = None
    lower_open: bool = False
    upper_open: bool = False
    implied_high: Fraction | None = None

    @property
    def top(self) -> Fraction:
        """The upper number stated, or the only one.

        Example:
            >>> Claim(Fraction(3), upper=Fraction(5)).top
            Fraction(5, 1)
        """
        return self.value if self.upper is None else self.upper

    @property
    def reach(self) -> Fraction | None:
        """The number that the true one does not exceed, by statement or implication; ``None`` where nothing says.

        Example:
            >>> Claim(Fraction(200), Bound.OVER, implied_high=Fraction(300)).reach
            Fraction(300, 1)
        """
        return self.top if self.bound is _EXACT else self.implied_high


def interval(claim: Claim) -> Interval:
    """Return the interval of a claim.

    Example:
        >>> interval(Claim(Fraction(8), Bound.NEARLY))
        Interval(low=None, high=Fraction(8, 1), low_open=False, high_open=True)
    """
    match claim.bound:
        case Bound.EXACT:
            return Interval(claim.value, claim.top, claim.lower_open, claim.upper_open)
        case Bound.OVER | Bound.AT_LEAST:
            return Interval(claim.value, None, low_open=claim.bound is _OVER)
        case Bound.AT_MOST | Bound.UNDER | Bound.NEARLY:
            return Interval(None, claim.top, high_open=claim.bound is not _AT_MOST)
        case _:
            return Interval(None, None)


def lies_below(one: Interval, two: Interval, *, even: bool) -> bool | None:
    """Return whether every number of one interval lies below every one of another, ``None`` where neither way is decided.

    Args:
        one: The first interval.
        two: The second.
        even: Whether equal numbers count as below.

    Example:
        >>> lies_below(Interval(None, Fraction(3)), Interval(Fraction(3), None), even=True)
        True
    """
    apart = one.high_open or two.low_open
    if (
        one.high is not None
        and two.low is not None
        and (one.high < two.low or (one.high == two.low and (even or apart)))
    ):
        return True
    apart = two.high_open or one.low_open
    if (
        two.high is not None
        and one.low is not None
        and (two.high < one.low or (two.high == one.low and (not even or apart)))
    ):
        return False
    return None


def claim_of(ends: Interval) -> Claim | None:
    """Return the claim that an interval makes, or ``None`` if it names no end.

    Example:
        >>> claim_of(Interval(Fraction(3), None)).bound.value
        'at_least'
    """
    low, high, low_open, high_open = ends
    if low is not None and high is not None:
        if low == high:
            return Claim(low)
        return Claim(low, upper=high, lower_open=low_open, upper_open=high_open)
    if low is not None:
        return Claim(low, _OVER if low_open else _AT_LEAST)
    if high is not None:
        return Claim(high, _UNDER if high_open else _AT_MOST)
    return None


def added(first: Claim, second: Claim) -> Claim | None:
    """Return the claim of a sum, or ``None`` where no end of it is known.

    About wins, and near 8 plus exactly 3 is near 11. Beside about, a number with one end alone (at least 5) tells nothing of the sum.

    Example:
        >>> added(Claim(Fraction(200), Bound.OVER), Claim(Fraction(5))).bound.value
        'over'
    """
    if _ABOUT in (first.bound, second.bound):
        near, far = _around(first), _around(second)
        return None if near is None or far is None else _rising(near[0] + far[0], near[1] + far[1])
    bounds = {first.bound, second.bound}
    if bounds <= {_NEARLY, _EXACT} and _NEARLY in bounds and first.upper is second.upper is None:
        return Claim(first.value + second.value, _NEARLY)
    one, two = interval(first), interval(second)
    low = None if one.low is None or two.low is None else one.low + two.low
    high = None if one.high is None or two.high is None else one.high + two.high
    claim = claim_of(Interval(low, high, one.low_open or two.low_open, one.high_open or two.high_open))
    if claim is not None and claim.bound is _OVER and first.reach is not None and second.reach is not None:
        return claim._replace(implied_high=first.reach + second.reach)
    return claim


def _around(claim: Claim) -> tuple[Fraction, Fraction] | None:
    """Return the numbers between which or around which a claim lies, ``None`` if it leaves one end unsaid.

    Only so is a sum with about the same in any order: (about 1 + at most 2) + 3 to 4 would else keep the 3 that
    about 1 + (at most 2 + 3 to 4) has lost.
    """
    if claim.bound is _OVER and claim.implied_high is not None:
        return claim.value, claim.implied_high
    return (claim.value, claim.top) if claim.bound in _NEAR_BY else None


_NEAR_BY = frozenset({_EXACT, _ABOUT, _NEARLY})


def scaled(claim: Claim, factor: Fraction) -> Claim:
    """Return the claim of a multiple; a negative factor turns the ends round, zero leaves exactly zero.

    Example:
        >>> scaled(Claim(Fraction(3), Bound.AT_LEAST), Fraction(-2))
        Claim(value=Fraction(-6, 1), bound=<Bound.AT_MOST: 'at_most'>, upper=None, lower_open=False, upper_open=False, implied_high=None)
    """
    if not factor:
        return Claim(Fraction(0))
    value, upper = claim.value * factor, None if claim.upper is None else claim.upper * factor
    if factor > 0:
        implied = None if claim.implied_high is None else claim.implied_high * factor
        return claim._replace(value=value, upper=upper, implied_high=implied)
    if claim.bound is _ABOUT:
        return Claim(value, _ABOUT) if upper is None else Claim(upper, _ABOUT, value)
    low, high, low_open, high_open = interval(claim)
    turned = claim_of(
        Interval(None if high is None else high * factor, None if low is None else low * factor, high_open, low_open)
    )
    return turned or Claim(value)


def divided(first: Claim, second: Claim) -> Claim | None:
    """Return the claim of a quotient of two claims that allow no negative number, or ``None`` if nothing is known of it.

    Neither number is taken to fall below zero, as counts, times and amounts do not. A divisor that may be zero leaves the
    quotient without an upper end.

    Example:
        >>> quotient = divided(Claim(Fraction(86), Bound.AT_MOST), Claim(Fraction(200), Bound.OVER))
        >>> quotient.bound.value, quotient.value
        ('under', Fraction(43, 100))
    """
    if second.value <= 0 or first.value < 0:
        return None
    if first == Claim(Fraction(0)):
        return first
    if _ABOUT in (first.bound, second.bound):
        part, whole = _around(first), _around(second)
        return None if part is None or whole is None else _rising(part[0] / whole[1], part[1] / whole[0])
    one, two = interval(first), interval(second)
    low = None if one.low is None or two.high is None else one.low / two.high
    high = None if one.high is None or not two.low else one.high / two.low
    low_open, high_open = one.low_open or two.high_open, one.high_open or two.low_open
    if high is None and not low:
        return None
    return claim_of(Interval(low, high, low_open, high_open))


def _rising(low: Fraction, high: Fraction) -> Claim:
    return Claim(low, _ABOUT, high) if low < high else Claim(low, _ABOUT)
