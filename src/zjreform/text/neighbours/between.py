"""What stands between the figures of a change or of a list: joints. Patterns run over folded text without line breaks.

A unit or a role passes over a joint only where nothing else could have been meant: never across a comma to a bare number, never across a
noun, never into or out of a ratio (3：2).
"""

import re
from collections.abc import Sequence
from typing import Final

from zjreform.fold import fold_marks
from zjreform.lazy import LazyPattern
from zjreform.text.figure import Figure
from zjreform.text.verbs import DIRECTIONS, LIKE, VERBS

_FILL: Final = (
    "(?:已经?|再次?|又|则|就|而|可|将|能|均|都|仅|只|并|才|还|一路|一举|一下子?|大幅度?|逐步|逐年|逐月|逐渐|稳步|进一步|直接|快速|迅速|持续|不断|连年"
    "|最终|平均|普遍|统一|急剧|陡然|猛然|分别|有效|明显|显著|累计|同比|环比|[(][^)]{0,10}[)])"
)
"""Adverbs before a verb of change."""
_YEAR: Final = "(?:[0-9]{4}|1[0-3][0-9]|[89][0-9])(?:学年度?|年度?)[底末初中]?[的之]?"
"""A year, also of the Republic, that labels a figure."""
_PLAN: Final = "[“「]?十[一二三四五]五[”」]?(?:规划)?(?:期?[初末间]|时期)?的?"
"""A five-year plan that labels a figure."""
_TAIL: Final = (
    f"(?:{_YEAR}|{_PLAN}|[0-9]{{1,2}}月[份底末初]?的?|[一二三四]季度的?|年[底末初]的?|(?:改革后|现在|现时|目前|如今|现有|现行|今年|当前)的?|(?:承诺|法定)(?:时限|期限|的)?"
    "|最[快短长多少低高]|[年日月人户]均|平均|全程|总共|合计|不足|全[省市县区国]|共|仅|只|拥有|每[㐀-鿿]{0,4}|[日月年]|一(?:季度?|[年月周天日]|星期)|只?需?[跑等交])"
)
"""What stands between the verb and the second figure."""
_QUOTED, _QUOTE = '[”」』"]?', '[“「『"]?'
_TO: Final = "(?:到了|成了|成为了?|达到|达|[至到为成])"
"""Leads to what comes out."""
_LEADS: Final = f"了?\\s?(?:{_TO}|→)\\s?(?:{_TAIL}{{0,3}}|[㐀-鿿]{{1,6}}的){_QUOTE}\\Z"
"""The end of a joint that leads to the second figure."""
_ARROW: Final = f"{_QUOTED}\\s?(?:→|->|—+>)\\s?{_QUOTE}\\Z"

_FIRST: Final = f"{_FILL}{{1,2}}{VERBS},"
"""What a change is said to be before the date at which it is measured (逐年下降，到2019年降至)."""
PAIR: Final = LazyPattern(
    f"{_QUOTED}\\s?的?(?:{_FIRST})?{_FILL}?,?(?:[到至][0-9]{{4}}年[底末初]?)?{_FILL}{{0,3}}[㐀-鿿]{{0,6}}?({VERBS}){_LEADS}|{_ARROW}"
)
"""Between before and after: 压缩至, 个环节精简为, →; group 1 is the verb, if one stands there."""

UNLISTED: Final = LazyPattern(f"{_QUOTED}\\s?的?,?{_FILL}{{0,3}}({LIKE}){_LEADS}")
"""The same with a verb that is not listed; nothing but adverbs may stand before it."""

WITH_OBJECT: Final = LazyPattern(
    f"{_QUOTED}\\s?的?{_FILL}?,?{_FILL}{{0,3}}({VERBS})了?(?![至到为成的])[㐀-鿿]{{2,8}}?(?<![的了在])[至到]了?\\s?{_TAIL}{{0,2}}{_QUOTE}\\Z"
)
"""The same with what changes behind the verb (由20天压缩审批时限至7天)."""

STEP: Final = LazyPattern(f"\\s?的?[㐀-鿿]{{0,4}}?,?{_FILL}{{0,2}}({VERBS})了?{_TAIL}{{0,2}}\\Z")
"""Between before and the amount of change: 减少, 的增加."""

LEVEL: Final = LazyPattern(f"\\s?,?[至到](?:了|达)?\\s?{_TAIL}{{0,3}}\\Z")
"""Between the amount of change and the level it leads to: 增加三成至."""
REACHED: Final = LazyPattern(
    f"\\s?,?(?:[至到](?:了|达)?|,(?:已|总数|总量)?(?:达到?|(?:发展|扩大|增加|壮大|上升|提高|下降|减少|增长|降低)[至到为]了?))"
    f"\\s?{_TAIL}{{0,3}}\\Z"
)
"""The same behind the level that a change starts from, in a clause of its own: 由二十个增加三倍，发展到."""

_JOINED: Final = frozenset(
    {
        *(verb[-1] for verb in DIRECTIONS),
        *"、了至到为成达→>”」』\"“「『'度年底末初中之的五划期间份限快短长多少低高均平程共计足市县区国仅只有日月季周天跑等交后在时前今有行诺定",
        *" \n\t",
    }
)
"""Last characters of what stands between a verb and a figure, but for 每 and what it is said of."""


def may_join(text: str, end: int, start: int) -> bool:
    """Return whether what stands between two figures ends as a joint does; most of what does not lead from one to the other does not.

    Example:
        >>> may_join("3天压缩至2天", 2, 5), may_join("3天，其中病假2天", 2, 7)
        (True, False)
    """
    return start > end and (text[start - 1] in _JOINED or "每" in text[max(end, start - _SAID) : start])


_SAID: Final = 6
"""Characters of 每 and what it is said of."""

ELIDED: Final = LazyPattern(f"\\s?的?{_FILL}{{0,3}}({VERBS}|{LIKE}){_LEADS}|{_ARROW}")
"""Between a bare number and its partner with the unit: no noun, no comma; group 1 is the verb, if one stands there."""

SHARED: Final = LazyPattern(f"(?>(?s:.*\n)?).*分别{_FILL}{{0,2}}{VERBS}了?[至到为成]")
"""Up to where each member of one list is led to the member of another."""

_OPENER: Final = LazyPattern("(?>(?s:.*\n)?).*(?:(?<![自缘])由(?!于)|从(?![业事严])|自(?![然动主由治身营]))")
"""Introduces the first of two figures."""
_LISTING: Final = LazyPattern("\\s?(?:、|和|与|及|或|以及)\\s?\\Z")
"""Joins the members of a list."""
_LISTED: Final = frozenset("、和与")
"""The most frequent joints of a list."""
MARK: Final = 4
"""Characters within which what joins two members of a list stands."""
_RATIO: Final = frozenset("：:∶")
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")
CLAUSE: Final = frozenset("，。；：！？、,;:!?()\n\t")
_LAST_MARK: Final = LazyPattern(f"(?s:.*)[{re.escape(''.join(sorted(CLAUSE)))}]")
"""Up to the last of these marks."""
PERIOD: Final = LazyPattern("(?>(?s:.*\n)?).*(?:每|一)(半年|[两三]年|季度?|[个]?[年月周]|星期|[天日])\\Z")
"""Up to the period in which something happens so often (每季度一次)."""
PER_MANY: Final = LazyPattern("/10{0,4}[万]?(?:人口?|名|户)?")
"""What a rate is of, behind its number (19.9/10万)."""
BACK: Final = 24


def clause(text: str, end: int, floor: int = 0) -> str:
    """Return the folded rest of the clause before an offset, at most so far as words belong to a figure.

    Example:
        >>> clause("其中，时间由", 6)
        '时间由'
    """
    before = fold_marks(text[max(floor, end - BACK, 0) : end])
    mark = _LAST_MARK.match(before, 0)
    return before if mark is None else before[mark.end() :]


def across(text: str, end: int, floor: int = 0) -> tuple[str, int]:
    r"""Return the same across one line break near its end, and how much of it stands before the break; never across a blank line.

    Example:
        >>> across("比上年增\n长13.6%", 6)
        ('比上年增长', 4)
    """
    words = clause(text, end, floor)
    gap = end - len(words) - 1
    if gap <= floor or len(words) > _WRAPPED or text[gap] != "\n":
        return words, 0
    before = clause(text, gap, floor)
    return before + words, len(before)


_WRAPPED: Final = 8


def opener(words: str) -> int:
    """Return where the last 由, 从 or 自 that introduces a figure stands in a clause, -1 if none does.

    Example:
        >>> opener("时间由"), opener("从业人员")
        (2, -1)
    """
    found = _OPENER.match(words, 0)
    return -1 if found is None else found.end() - 1


def in_ratio(text: str, start: int, end: int) -> bool:
    """Return whether a number is a part of a ratio: a colon and another number stand directly beside it.

    Example:
        >>> in_ratio("收入比2.26∶1", 7, 9) or in_ratio("收入比2.26∶1", 3, 7)
        True
    """
    return (text[end : end + 1] in _RATIO and text[end + 1 : end + 2] in _DIGITS and end + 1 < len(text)) or (
        start > 1 and text[start - 1] in _RATIO and text[start - 2] in _DIGITS
    )


def in_list(text: str, end: int, start: int) -> bool:
    """Return whether nothing but 、 or *and* stands between two figures.

    Args:
        text: The text.
        end: Offset behind the first figure.
        start: Offset of the second.

    Example:
        >>> in_list("3天与5天", 2, 3), in_list("3天，5天", 2, 3)
        (True, False)
    """
    return start - end <= MARK and (
        text[end:start] in _LISTED or _LISTING.match(fold_marks(text[end:start]), 0) is not None
    )


_LONGEST, _NOUN = 4, 8
_UNLIKE: Final = LazyPattern("[㐀-鿿]{0,6}、\\Z")
"""Between two members of a list of unlike amounts: what is counted, and the mark."""


def unlike(text: str, found: Sequence[Figure], index: int) -> int:
    """Return how many figures from one on make a list in which each measures something else (19个环节、247天).

    Example:
        >>> from zjreform.text.figures import figures
        >>> unlike(text := "19个环节、247天、3次", figures(text), 0), unlike(text := "3个、5个", figures(text), 0)
        (3, 1)
    """
    stop, seen = index, set[str]()
    while stop < min(len(found), index + _LONGEST):
        quantity = found[stop].quantity
        if quantity is None or not quantity.unit.code or quantity.unit.base in seen:
            break
        if stop > index and not _goes_on(text[found[stop - 1].end : found[stop].start]):
            break
        seen.add(quantity.unit.base)
        stop += 1
    return max(1, stop - index)


def _goes_on(gap: str) -> bool:
    return len(gap) <= _NOUN and _UNLIKE.match(fold_marks(gap), 0) is not None
