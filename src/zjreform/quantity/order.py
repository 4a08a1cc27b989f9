"""Order of claims: one lies below another only where every number it allows lies below every one the other allows."""

from typing import Any, Self

from zjreform.errors import BoundError
from zjreform.quantity.intervals import interval, lies_below
from zjreform.quantity.likeness import claim_in


class Ordered:
    """The signs of order of quantities, which know each other by this class.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> parse("3天") < parse("100小时"), parse("5天以上") >= parse("5天")
        (True, True)
    """

    __slots__ = ()

    def __lt__(self, other: Self) -> bool:
        return _below(self, other, "<", even=False) if is_ordered(other) else NotImplemented

    def __le__(self, other: Self) -> bool:
        return _below(self, other, "<=", even=True) if is_ordered(other) else NotImplemented

    def __gt__(self, other: Self) -> bool:
        return _below(other, self, "<", even=False) if is_ordered(other) else NotImplemented

    def __ge__(self, other: Self) -> bool:
        return _below(other, self, "<=", even=True) if is_ordered(other) else NotImplemented


def is_ordered(value: object) -> bool:
    """Return whether a value is a quantity; operators ask, since whoever does not check types may give them anything.

    Example:
        >>> is_ordered(3)
        False
    """
    return isinstance(value, Ordered)


def _below(one: Any, other: Any, sign: str, *, even: bool) -> bool:  # noqa: ANN401 (two quantities)
    """Return whether every number a claim allows lies below every one the other allows, or raise if neither way is decided."""
    below = lies_below(interval(claim_in(one, one.unit)), interval(claim_in(other, one.unit)), even=even)
    if below is not None:
        return below
    raise BoundError(f"{one} {sign} {other}", "an order")
