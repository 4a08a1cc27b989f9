"""Verbs of change and their direction, for the sense of a figure and for stated changes. All words are folded."""

from types import MappingProxyType
from typing import Final

from zjreform.quantity.change import Sense
from zjreform.words.edges import negation_before
from zjreform.words.table import Role, words

_LEADING = "_to"
"""Ends what a verb says whose object is no amount: 合并3个 merges three, 合并为3个 leads to three."""
_SHORT: Final = frozenset("增升涨跌减降")
"""The verbs of one letter behind which an amount alone states a change."""

DIRECTIONS: Final = MappingProxyType(
    {verb: Sense(row.says.removesuffix(_LEADING)) for verb, row in words(Role.VERB).items()}
)
"""By verb: up, down, or (``level``) neither said."""

CLOSED: Final = "新晋加连起"
"""Characters before a verb of one letter that make it a part of a word: 新增, 起降."""


def _either(verbs: list[str]) -> str:
    return "|".join(sorted(verbs, key=len, reverse=True))


VERBS: Final = (
    f"(?:{_either([verb for verb in DIRECTIONS if len(verb) > 1])}"
    f"|(?<![{CLOSED}])[{''.join(verb for verb in DIRECTIONS if len(verb) == 1)}])"
)
"""A pattern for any of the verbs, the longest first."""

LIKE: Final = (
    "(?!文化|增量|减量|撤回|升学|提案|提供|提出|压力|扩音)"
    "(?:[增减扩缩降升压撤拓归浮紧宽][㐀-鿿]|[㐀-鿿][增减扩缩降升压撤拓延浮并紧宽])"
)
"""A pattern for two letters that look like a verb of change, for places where only one could stand."""

_COMPOUND: Final = frozenset({"增收", "增产", "减产"})
"""Verbs that hold their object: what follows states how much, but no change of anything named."""

ADJACENT: Final = _SHORT | {
    verb for verb, row in words(Role.VERB).items() if len(verb) > 1 and row.says in {Sense.INCREASE, Sense.DECREASE}
}
"""Verbs behind which an amount alone states a change (增长 5%); the others need 至, 到, 为 or 成."""

PACED: Final = "加快"
"""A verb that states a change of points only: 增速加快0.4个百分点, but 加快5%的项目."""

ENDS: Final = frozenset(verb[-1] for verb in ADJACENT) | frozenset("快了")
"""Last characters of such verbs, and 了."""


def is_part(verb: str, before: str) -> bool:
    """Return whether a verb of one letter is a part of a word by what stands before it: a unit, one of two opposites, or less of it.

    Example:
        >>> is_part("升", "汽油每"), is_part("减", "增"), is_part("增", "同比少"), is_part("减", "至少"), is_part("增", "每10股转")
        (True, True, True, False, True)
    """
    if verb == "升" and before[-1:] in _LITRES:
        return before != ""
    if verb == "转" and before[-1:] in _MOVED:
        return before != ""
    if verb in _FALLS and before[-1:] in _RISES:
        return before != ""
    if verb == "增" and before[-1:] == "转":
        return before[-2:-1] not in _TURNED
    return before[-1:] == "少" and before[-2:-1] not in _LEAST


_MOVED: Final = frozenset("划移流运周下")
"""Characters with which 转 moves something from one place to another."""
_LITRES: Final = frozenset("每公毫")
"""Characters with which 升 is a unit of volume."""
_RISES: Final = frozenset("增涨升加")
"""Verbs of one letter that make, with one of falling, a word for both (增减)."""
_FALLS: Final = frozenset("减跌降")
"""Those of falling."""
_TURNED: Final = _FALLS | {"负"}
"""Characters before 转增 where a fall turns into a rise; elsewhere shares are issued out of reserves (每10股转增4股)."""
_LEAST: Final = frozenset("至最")
"""Characters with which 少 is a bound (至少, 最少)."""


def closing_verb(words: str, *, led: bool = False, points: bool = False) -> str | None:
    """Return the verb of change that ends folded words, if an amount can stand directly behind it.

    Args:
        words: What stands before an amount, without 了.
        led: Whether 至, 到, 为 or 成 stands between, so that any verb will do.
        points: Whether the amount counts percentage points.

    Example:
        >>> closing_verb("时间缩短"), closing_verb("新增"), closing_verb("合并", led=True)
        ('缩短', None, '合并')
    """
    if words[-1:] not in _LASTS:
        return None
    for length in range(min(_LONGEST, len(words)), 0, -1):
        verb = words[-length:]
        if verb in _COMPOUND and not led:
            return None
        if verb in DIRECTIONS and negation_before(words, len(words) - length):
            return None
        if verb in DIRECTIONS and (led or verb in ADJACENT or (points and verb == PACED)):
            closed = length == 1 and len(words) > 1 and (words[-2] in CLOSED or is_part(verb, words[:-1]))
            return None if closed else verb
    return None


_LONGEST: Final = max(map(len, DIRECTIONS))
_LASTS: Final = frozenset(verb[-1] for verb in (*DIRECTIONS, *_COMPOUND))
"""Last characters of verbs of change."""
