"""What stands before a number and belongs to it: bound words, currency, sign, negation. One reading for every way of reading a figure.

It says where a figure starts; what its words say is read by the grammar, from there on. Everything works on folded text.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.quantity.bound_words import bounds_before, ceilings
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numerals import DIGITS
from zjreform.quantity.units import prefixes
from zjreform.words.edges import closes_word, negation_before
from zjreform.words.table import Role, words

HALVING: Final = frozenset({"减", "折"})
"""Signs before 半 alone (减半, 折半)."""
OUTSIDE: Final = frozenset("已远")
"""First characters of words that stay outside a figure (已超过30家), although the rest belongs to it."""
LARGE: Final = frozenset({"过", "破", "突破", "破了", "突破了"})
"""Words that bound large numbers only: 过万 is more than ten thousand, 过3天 is in three days, 突破5项 is a breakthrough."""
COUNTED: Final = frozenset("龄数量单额率值分度绩")
"""Last characters of nouns that 过 says to lie above any number (年龄过60), where elsewhere it passes (过3天)."""
_CHUNKS: Final = frozenset("百千万亿%元")
"""Characters by which a number is large."""
_NEAR: Final = 8
_WITHIN: Final = 12
_MANY: Final = LazyPattern(
    "(?:[0-9]{3,}+(?:[.][0-9]++)?|[0-9]{1,3}[, ][0-9]{3}) ?(?:[家户人名辆台架艘单笔起例宗株头亩份票点斤件张床座栋间吨个所处条场次趟套篇册]"
    "|公[里顷斤吨]|千米|平方|立方|海里|英里|平米|㎡|兆瓦|千瓦)(?![㐀-鿿]{0,3}(?:技术|[难瓶关核要深极纪障])|级)"
)
"""A large number of what is counted or measured, and none of problems that are solved (突破120项关键技术)."""


@cache
def befores() -> Mapping[str, tuple[str, ...]]:
    """Return the words that may stand before a number by last character, the longest first.

    Example:
        >>> befores()["过"][-1], len(befores()["过"][0]) > 1
        ('过', True)
    """
    groups: dict[str, list[str]] = {}
    spelt = {*bounds_before(), *prefixes(), *ceilings(), *words(Role.SIGN), *HALVING, "上"}
    for word in sorted(spelt, key=len, reverse=True):
        if word[0] not in OUTSIDE:
            groups.setdefault(word[-1], []).append(word)
    return {last: tuple(group) for last, group in groups.items()}


def start_of(text: str, at: int, floor: int) -> int:
    """Return where the figure of a numeral starts: at its first bound word, currency or sign, a blank apart at most.

    Args:
        text: Folded text.
        at: Offset of the numeral.
        floor: Offset before which nothing belongs to it.

    Example:
        >>> [start_of(text, text.index("3"), 0) for text in ("材料不超过3份", "节约3份", "约-3℃", "多达3份")]
        [2, 2, 0, 2]
    """
    table = befores()
    if at > floor and text[at - 1] in table:
        return _words_before(text, at, floor)
    if at > floor + 1 and text[at - 1] == " ":
        start = _words_before(text, at - 1, floor)
        return at if start == at - 1 else start
    return at


def below_zero(text: str, start: int) -> bool:
    """Return whether 零下 stands before a figure with all its words: without the sign it would be another number.

    Example:
        >>> below_zero("零下近20℃", 2), below_zero("近20℃", 0)
        (True, False)
    """
    return (start > 1 and text.startswith("零下", start - 2)) or (start > 2 and text.startswith("零下好", start - 3))  # noqa: PLR2004


def _words_before(text: str, at: int, floor: int) -> int:
    """Return where the words directly before an offset start."""
    table = befores()
    while at > floor:
        for word in table.get(text[at - 1], ()):
            start = at - len(word)
            if (
                start >= floor
                and text.startswith(word, start)
                and not closes_word(text, start, word)
                and _fits(text, word, start, floor)
            ):
                at = start
                break
        else:
            break
    return at


def _fits(text: str, word: str, at: int, floor: int) -> bool:
    """Return whether a word is a bound or sign here and not part of another word."""
    before = text[at - 1] if at > floor else ""
    if word in _DASHES:
        return not _joins(text, at, floor)
    if word in LARGE:
        large = is_large(text, at + len(word), word) or (word == "过" and at > 0 and text[at - 1] in COUNTED)
        return large or (word in _NEGATED and negation_before(text, at) != "")
    if word in HALVING:
        return text[at + 1] == "半"
    if word == "上" and (text[at + 1] not in _UPON or text.startswith("分之", at + 2)):
        return False
    return word[0] not in _CAPITALS or not (before.isascii() and before.isalpha())


def _joins(text: str, at: int, floor: int) -> bool:
    """Return whether a dash joins what stands before it, and is no sign: a figure, its bracket, or the day of a date."""
    if at in {0, floor}:
        return at > 0
    before = text[at - 1]
    if before in _DATED:
        return text[at - 2 : at - 1] in _NUMBERS
    return before in _JOINED or (before in _BRACKETS and (at - 1 == floor > 0 or text[at - 2 : at - 1] == "含"))


_DASHES: Final = frozenset("-−")
_BRACKETS: Final = frozenset(")）")
_DATED: Final = frozenset("年月日号")
"""What ends a date, so that a dash behind it joins."""
_JOINED: Final = frozenset("0123456789万亿千百%元-—")
"""What ends a figure, so that a dash behind it joins."""
_NUMBERS: Final = frozenset({*DIGITS, *"0123456789十〇"})
"""What stands before 年, 月 or 日 of a date."""


def negated(text: str, start: int, at: int, floor: int) -> tuple[Bound | None, int]:
    """Return what a bound word behind a negation says (没有超过: at most) and how long the negation is."""
    bound = _NEGATED.get(text[start:at].rstrip())
    if bound is None:
        return None, 0
    negation = negation_before(text, start, floor)
    return (bound, len(negation)) if negation else (None, 0)


_NEGATED: Final = {
    **dict.fromkeys(("少于", "低于", "小于"), Bound.AT_LEAST),
    **dict.fromkeys(("多于", "高于", "大于", "超过", "超出", "突破", "逾", "超"), Bound.AT_MOST),
}
"""By bound word: what it says behind a negation."""
_UPON: Final = frozenset("百千万亿")
"""What 上 stands before where it says at least (上百)."""
_CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def is_large(text: str, at: int, word: str) -> bool:
    """Return whether what a word of ``LARGE`` bounds is a large number: a multiplier, a share or an amount stands in it or close behind.

    Behind 破 three digits are large, too: 突破1500家 is more than that many, 突破5项 a success with five, 突破500米深度 a feat.

    Args:
        text: Folded text.
        at: Offset behind the word.
        word: The word.

    Example:
        >>> [is_large(text, 2, "突破") for text in ("突破6000亿元", "突破1500家", "突破5项")]
        [True, True, False]
    """
    near = text[at : at + _WITHIN]
    if "破" in word and _MANY.match(near, 0):
        return True
    return near[0] == "半" or near[1:2] == "成" or near[1:3] == "分之" or not _CHUNKS.isdisjoint(near[:_NEAR])
