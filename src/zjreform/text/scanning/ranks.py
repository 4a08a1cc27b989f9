"""Ranks and ordinals: the rank that somebody holds, a move from one to another (由第11升至第3), and the first so many (居全省前三).

``moves`` and ``top`` work on folded text.
"""

from functools import lru_cache
from typing import Final

from zjreform.fold import fold_marks
from zjreform.lazy import LazyPattern
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numerals import Numeral, numeral_at
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import RANK_CODE, unit
from zjreform.text.figure import Figure, stated

_SCOPE: Final = "(?:全[国省市县区州球镇乡校系]|世界|国内|[各所]有?[省市县区])"
"""Among whom somebody ranks."""
_UP_OR_DOWN: Final = "[升跃移降滑落退][至到为]"
"""How a rank moves."""
_FROM: Final = LazyPattern(
    f"(?>(?s:.*\n)?).*[由从](?:上年的?|去年的?|原来的?|改革前的?|[0-9]{{4}}年的?)?(?:{_SCOPE}|排名)?\\Z"
)
"""Before the rank that somebody moves from."""
_TO: Final = LazyPattern(f"[㐀-鿿]{{0,3}}?{_UP_OR_DOWN}(?:{_SCOPE}|排名)?前?第?[0-9一二三四五六七八九十]")
"""Behind it: the rank that they move to."""
_MOVED: Final = LazyPattern(f"(?>(?s:.*\n)?).*{_UP_OR_DOWN}(?:{_SCOPE}|排名)?\\Z")
"""Before the rank that somebody moves to."""
_BEFORE: Final = 12
_BEHIND: Final = 10
_AROUND: Final = 16
_MOST_KNOWN: Final = 4096

_HELD: Final = LazyPattern(
    f".*(?:(?:进入|跻身|冲进|挤进|[列居]|位于|处于|占据|保持|排名?|升[至到]|进[至到])了?(?:在|到)?{_SCOPE}?的?|{_SCOPE})\\Z"
)
"""Before a rank that somebody holds."""
_OPEN: Final = frozenset("，。；：！？,;:!?()（）“”、 \n")
_AFTER: Final = frozenset({"", *"的和与及且并行之内或者是为分依，。；：！？,;:!?()（）“”、 \n"})
"""What can stand behind the first so many."""
_PLACES: Final = frozenset({"位", "名"})
"""Units that count places."""


def moves(text: str, start: int, end: int) -> bool:
    """Return whether a bare ordinal is where a rank moves from or to.

    Args:
        text: Folded text.
        start: Offset of 第.
        end: Offset behind its number.

    Example:
        >>> moves("由第11跃升至第3", 1, 4), moves("由第11跃升至第3", 7, 9), moves("由第11修订为第3", 1, 4)
        (True, True, False)
    """
    before = text[max(0, start - _BEFORE) : start]
    if _FROM.match(before, 0) and _TO.match(text[end : end + _BEHIND], 0):
        return True
    return text[end : end + 1] in _AFTER and _MOVED.match(before, 0) is not None


def top(text: str, at: int, end: int, quantity: Quantity) -> tuple[int, int, Quantity] | None:
    """Return the rank that 前 before a number limits (前三位, 全省前10) and its span, ``None`` where 前 says something else.

    Args:
        text: Folded text.
        at: Offset of the number, behind 前.
        end: Offset behind its unit.
        quantity: What the number says by itself.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> top("居全省前三", 4, 5, parse("三")), top("前3位专家", 1, 3, parse("3位"))
        ((3, 5, Quantity(3, 'rank', at_most)), None)
    """
    if quantity.bound is not Bound.EXACT or quantity.upper is not None or quantity.value < _FEWEST:
        return None
    places = quantity.unit.code in _PLACES
    if not places:
        if quantity.unit.code or quantity.value != int(quantity.value):
            return None
        if text[end : end + 1] == "强":
            places, end = True, end + 1
    before = text[max(0, at - _BEFORE) : at - 1]
    opens = places and (not before or before[-1] in _OPEN)
    if text[end : end + 1] not in _AFTER or not (opens or _HELD.match(before, 0)):
        return None
    return at - 1, end, Quantity(quantity.value, unit(RANK_CODE), Bound.AT_MOST)


_FEWEST: Final = 2


def ordinal(surface: str) -> int | None:
    """Return the number of an ordinal, in either script; ``None`` where it leaves a digit open.

    Example:
        >>> ordinal("第三届"), ordinal("第12"), ordinal("第十几")
        (3, 12, None)
    """
    numeral = _numeral(fold_marks(surface))
    return None if numeral is None else int(numeral.value)


def _numeral(surface: str) -> Numeral | None:
    numeral = numeral_at(surface, 1 + surface[1:2].isspace() if surface[0] == "第" else 0)
    return None if numeral is None or numeral.form else numeral


def held(text: str, start: int, end: int, floor: int, *, ranked: bool) -> Figure | None:
    """Return the rank that somebody holds, with the scope that stands directly before it; ``None`` where an ordinal only numbers.

    Args:
        text: The text.
        start: Offset of 第.
        end: Offset behind the number and what belongs to it.
        floor: Offset before which nothing belongs to it.
        ranked: Whether 名 or 位 says that it is a rank.

    Example:
        >>> held("居全国第52位", 3, 7, 0, ranked=True).surface, held("第3期", 0, 2, 0, ranked=False)
        ('全国第52位', None)
    """
    if text[start] != "第":
        return None
    before = fold_marks(text[max(floor, start - 8) : start])
    holds = ranked or (before[-1:] in _HOLDING and before.endswith(_HOLDS) and not _goes_on(text, end))
    if not holds and not _moves(text, start, end):
        return None
    rank = _rank(fold_marks(text[start:end]))
    if rank is None or not (ranked or rank[1]):
        return None
    scope = _BEHIND_SCOPE.match(before[::-1], 0)
    return stated(text, start - (scope.end() if scope else 0), end, rank[0])


@lru_cache(_MOST_KNOWN)
def _rank(surface: str) -> tuple[Quantity, bool] | None:
    """Return the rank that an ordinal states, and whether nothing stands behind its number."""
    numeral = _numeral(surface)
    return None if numeral is None else (Quantity(numeral.value, unit(RANK_CODE)), numeral.end == len(surface))


def _moves(text: str, start: int, end: int) -> bool:
    low = max(start - _AROUND, 0)
    if _LEADING.isdisjoint(text[low:start]):
        return False
    return moves(fold_marks(text[low : end + _AROUND]), start - low, end - low)


_LEADING: Final = frozenset("由从至到为")
"""Characters of which one stands before a rank that is where a rank moves from or to."""
_HOLDS: Final = (*"列居位名省国市县区界球占排前", "总分", "获得", "荣获", "夺得", "成绩", "考核")
"""Words behind which a bare ordinal is a rank."""
_HOLDING: Final = frozenset(word[-1] for word in _HOLDS)
_BEHIND_SCOPE: Final = LazyPattern("(?:名?排)?+[国省市县区州球镇乡校系界]全|(?:名?排)?+界世|名排")
"""A scope read backwards from the rank."""


def _goes_on(text: str, end: int) -> bool:
    after = fold_marks(text[end : end + 1])
    return "㐀" <= after <= "鿿" and after not in "的和与及且并居列位"
