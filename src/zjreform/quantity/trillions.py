"""兆: 10¹² in money and counts of Taiwan, a mega- before units of physics and data.

It multiplies only where what follows says so; works on folded text.
"""

from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.quantity.units import Dimension, unit_at

TRILLION: Final = 10**12
_LOWER_RANKS = LazyPattern("[0-9,.零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟 ]{1,24}+[万亿]")
"""What stands below 兆."""
_FEW = LazyPattern("零(?:[一二三四五六七八九壹贰叁肆伍陆柒捌玖][十百千拾佰仟]?){1,4}(?![一二三四五六七八九十百千万亿])")
"""Ranks below 万 behind 零, which stands for those left out (一兆零五)."""
_COUNTED: Final = frozenset("个次股件条笔粒颗株")
"""Codes of classifiers of what is counted by 10¹²; 户, 家 and 口 follow a bandwidth (200兆家庭宽带)."""
_PERSONAL: Final = "个人"
"""Makes 兆 no number."""


def is_trillion(text: str, at: int) -> bool:
    """Return whether 兆 at an offset multiplies: lower ranks follow, or money, or what is counted so.

    Example:
        >>> [is_trillion(text, 1) for text in ("2兆8,818亿元", "4兆美元", "3兆余元", "5兆瓦", "9兆带宽", "5兆")]
        [True, True, True, False, False, False]
    """
    if _LOWER_RANKS.match(text, at + 1) or _FEW.match(text, at + 1):
        return True
    start = at + 1 + (text[at + 1 : at + 2] in _MORE)
    found = unit_at(text, start)
    if found is None or text.startswith(_PERSONAL, start):
        return False
    return found[0].dimension is Dimension.MONEY or found[0].code in _COUNTED


_MORE: Final = frozenset({"多", "余"})
"""Leave an end open."""
