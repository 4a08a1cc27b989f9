"""When two quantities say the same, and what one is made of when it travels.

Equality is of the claim. Of one unit the numbers are compared as they stand; only between units are they multiplied out.
"""

from fractions import Fraction
from typing import Any

from zjreform.quantity.bounds import Bound
from zjreform.quantity.intervals import Claim, interval
from zjreform.quantity.numbers import product_hash
from zjreform.quantity.stated import Stated
from zjreform.quantity.units import Unit, known
from zjreform.quantity.validity import check_same_base

_EXACT, _ABOUT, _NEARLY, _OVER = Bound.EXACT, Bound.ABOUT, Bound.NEARLY, Bound.OVER
_AT_LEAST, _AT_MOST, _UNDER = Bound.AT_LEAST, Bound.AT_MOST, Bound.UNDER
_UPWARD = frozenset({_OVER, _AT_LEAST})
_DOWNWARD = frozenset({_AT_MOST, _UNDER, _NEARLY})
_INEXACT = frozenset({_ABOUT, _NEARLY})


def claim_by(quantity: Stated, factor: Fraction) -> Claim:
    """Return the claim of a quantity with its numbers multiplied.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> claim_by(parse("2小时"), Fraction(60)).value
        Fraction(120, 1)
    """
    upper, implied = quantity.upper, quantity.implied_high
    return Claim(
        Fraction(quantity.value) * factor,
        quantity.bound,
        None if upper is None else Fraction(upper) * factor,
        quantity.lower_open,
        quantity.upper_open,
        None if implied is None else Fraction(implied) * factor,
    )


def claim_in(quantity: Stated, into: Unit) -> Claim:
    """Return the claim of a quantity in a unit of the same base.

    Raises:
        DimensionError: The unit measures something else.
        BasisError: The unit has no fixed factor to that of the quantity.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> claim_in(parse("2小时"), parse("1分钟").unit).value
        Fraction(120, 1)
    """
    check_same_base(quantity, into)
    return claim_by(quantity, quantity.unit.factor / into.factor)


def stated(quantity: Stated) -> tuple[Any, ...]:
    """Return everything that a quantity states.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> stated(parse("60分钟")) == stated(parse("1小时"))
        False
    """
    return (
        quantity.value, quantity.unit, quantity.bound, quantity.upper, quantity.upper_open, quantity.implied_high,
        quantity.lower_open,
    )  # fmt: skip


def claim_key(quantity: Stated) -> tuple[Any, ...]:
    """Return what a claim says, in base units: its interval, or for about and nearly the numbers it is built on.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> claim_key(parse("60分钟")) == claim_key(parse("1小时"))
        True
    """
    claim = claim_by(quantity, quantity.unit.factor)
    says = (claim.value, claim.top) if claim.bound is _ABOUT else interval(claim)
    return quantity.unit.base, claim.bound if claim.bound in _INEXACT else _EXACT, *says


def ends(quantity: Stated) -> tuple[Any, ...]:
    """Return the same in the unit of the quantity, as far as it is needed to compare two of one unit.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> ends(parse("3至5天以内")) == ends(parse("5天以内"))
        True
    """
    value, bound = quantity.value, quantity.bound
    top = value if quantity.upper is None else quantity.upper
    if bound is _EXACT:
        return _EXACT, value, top, quantity.lower_open, quantity.upper_open
    if bound in _UPWARD:
        return _EXACT, value, None, bound is _OVER, False
    if bound is _ABOUT:
        return _ABOUT, value, top
    return _NEARLY if bound is _NEARLY else _EXACT, None, top, False, bound is not _AT_MOST


def claim_hash(quantity: Stated) -> int:
    """Return a hash that equal claims share, whatever their unit: of one number that both name.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> claim_hash(parse("60分钟")) == claim_hash(parse("1小时"))
        True
    """
    here = quantity.unit
    number = quantity.value if quantity.upper is None or quantity.bound not in _DOWNWARD else quantity.upper
    return hash((here.base, product_hash(number, here.factor, here.factor_hash)))


def parts_of(quantity: Stated) -> tuple[Any, ...]:
    """Return what ``restored`` takes: texts, the fewest that do, so that a quantity travels small.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> from zjreform.quantity.quantities import restored
        >>> parts_of(parse("5天")), restored(*parts_of(parse("5天以上")))
        (('5', 'day'), Quantity(5, 'day', at_least))
    """
    here = quantity.unit
    parts = (str(quantity.value), here.code if known(here) else here)
    if quantity.upper is not None or quantity.implied_high is not None:
        texts = (None if end is None else str(end) for end in (quantity.upper, quantity.implied_high))
        return (*parts, quantity.bound.value, *texts, quantity.lower_open, quantity.upper_open)
    return parts if quantity.bound is _EXACT else (*parts, quantity.bound.value)
