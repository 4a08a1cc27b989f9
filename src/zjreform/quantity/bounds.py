"""Bounds: what a word beside a number says about where the true number lies.

The words are in ``bound_words``. The convention follows Civil Code art. 1259 (以上, 以下, 以内 and 届满 include the number; 不满,
超过 and 以外 exclude it); it is a convention of this library, not a law of prose.
"""

from zjreform.code import Code


class Bound(Code):
    """Where the true number lies, seen from the number stated.

    Example:
        >>> Bound("at_least") is Bound.AT_LEAST
        True
    """

    EXACT = "exact", "恰为", "exactly", "The number itself, or a stated range with both ends."
    ABOUT = "about", "约", "about", "Around the number, with no end on either side (约, 左右)."
    NEARLY = "nearly", "近", "nearly", "Just below the number, which is not reached (近, 接近)."
    OVER = "over", "超过", "over", "Above the number, which is excluded (超过, 余, 多)."
    AT_LEAST = "at_least", "至少", "at least", "The number or more (以上, 至少, 不低于)."
    AT_MOST = "at_most", "至多", "at most", "The number or less (以内, 不超过, 至多); of a range, its upper end."
    UNDER = (
        "under",
        "不到",
        "under",
        "Below the number, which is excluded (不到, 不满, 低于); of a range, its upper end.",
    )


_ABOUT, _NEARLY, _OVER = Bound.ABOUT, Bound.NEARLY, Bound.OVER
_AT_LEAST, _AT_MOST, _UNDER = Bound.AT_LEAST, Bound.AT_MOST, Bound.UNDER


def joined(before: Bound, after: Bound) -> Bound | None:
    """Return the bound of a number with a bound word on both sides, or ``None`` where the two contradict each other.

    About wins over all others; 近…余 is about; of two that point the same way the one before the number wins (超过70%以上).

    Example:
        >>> joined(Bound.OVER, Bound.AT_LEAST).value, joined(Bound.NEARLY, Bound.OVER).value, joined(Bound.OVER, Bound.AT_MOST)
        ('over', 'about', None)
    """
    if Bound.EXACT in (before, after):
        return after if before is Bound.EXACT else before
    if before is after:
        return before
    if _ABOUT in (before, after) or (_NEARLY in (before, after) and not {before, after} & _DOWN):
        return _ABOUT
    if _NEARLY in (before, after):
        return None
    return before if (before in _UP) == (after in _UP) else None


_UP = frozenset({_OVER, _AT_LEAST})
_DOWN = frozenset({_AT_MOST, _UNDER})
