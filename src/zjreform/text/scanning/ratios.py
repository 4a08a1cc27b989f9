"""Which numbers with a colon between them are a ratio: not scores (以3：1获胜), labels (方案1：3天) or times.

The last part of a composition takes nothing from the word behind it (按5:3:2分成).
"""

from typing import Final

from zjreform.fold import fold_marks
from zjreform.lazy import LazyPattern
from zjreform.quantity.numerals import numeral_at
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import unit, unit_at
from zjreform.text.figure import Figure, stated
from zjreform.text.rules.lexical import WON

_MARKS: Final = ",，。；;！？!?\n"
_SIGNS: Final = frozenset("∶.")
_NAMED: Final = LazyPattern("(?>(?s:.*\n)?).*(?:(?<![同环相对])比(?![分赛武上去较])|结构|构成)")
"""Words before two numbers that say that they are a ratio."""
_FOLLOWS: Final = LazyPattern("(?>(?s:.*\n)?).*[0-9][:：∶][0-9]++(?:[.][0-9]++)?[㐀-鿿]{0,8}[至到为成]\\Z")
"""A ratio before, with a verb that leads to another."""
_PRECEDES: Final = LazyPattern("[㐀-鿿]{0,8}?[至到为成][0-9]++(?:[.][0-9]++)?[:：∶][0-9]")
"""A ratio behind that it is led to."""
_CALLED: Final = LazyPattern(
    "的?(?:比例|配比|比率|之比|比(?![㐀-鿿])|折算|折抵|分成|分担|分摊|配套|配备|配资|比例尺|地形图|地图|测图)"
)
"""Words behind two numbers that say so."""
_SCORE: Final = LazyPattern("(?>(?s:.*\n)?).*(?:比分|总分|[胜败]|逆转|领先|落后)")
"""Words before a score."""
_WON: Final = LazyPattern(WON)
_BEFORE: Final = 12
_BEHIND: Final = 16


def is_ratio(text: str, at: int, end: int) -> bool:
    """Return whether two numbers with a colon are a ratio where they stand.

    The sign ∶ or a decimal says so unless a score is told of; whole numbers with another colon need a word (比 or 结构 before, 比例 or 折算
    behind) or a ratio beside them.

    Args:
        text: Folded text.
        at: Offset of the first number.
        end: Offset behind the second.

    Example:
        >>> is_ratio("收入比为2.26:1", 4, 10), is_ratio("以3:1获胜", 1, 4), is_ratio("按6:4折算", 1, 4)
        (True, False, True)
    """
    before, behind = text[max(0, at - _BEFORE) : at], text[end : end + _BEHIND]
    before = before[max(map(before.rfind, _MARKS)) + 1 :]
    if _CALLED.match(behind, 0):
        return True
    if unit_at(text, end) is not None or _SCORE.match(before, 0) or _WON.match(behind, 0):
        return False
    named = not _SIGNS.isdisjoint(text[at:end]) or _NAMED.match(before, 0)
    return bool(named or _FOLLOWS.match(before, 0) or _PRECEDES.match(behind, 0))


def as_part(text: str, one: Figure) -> Figure:
    """Return a figure behind a colon without 分, 折 or 成, if it is the third part of a composition or a later one."""
    if one.surface[-1] not in _DIVIDES or _COMPOSED.match(text[max(0, one.start - _BEFORE * 2) : one.start], 0) is None:
        return one
    numeral = numeral_at(fold_marks(one.surface), 0)
    return (
        one if numeral is None else stated(text, one.start, one.start + numeral.end, Quantity(numeral.value, unit("")))
    )


_DIVIDES: Final = frozenset("分折成")
"""Letters behind a number that would be its unit."""
_COMPOSED: Final = LazyPattern("(?>(?s:.*\n)?).*[0-9][:：∶][0-9]++(?:[.][0-9]++)?[:：∶]\\Z")
