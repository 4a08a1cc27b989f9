"""The bound word before a figure that the one pattern has read: where such a figure starts.

A word is looked for by its last two characters as they stand, in either script; only where they end a bound word, a currency or a sign
is the text before the figure folded and read.
"""

from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Final

from attrs import frozen

from zjreform.fold import fold, unfold_table
from zjreform.lazy import LazyPattern
from zjreform.quantity.bound_words import bounds_before, ceilings
from zjreform.quantity.units import prefixes
from zjreform.words.edges import closes_word, closing_letters
from zjreform.words.table import Role, words

_WORDS: Final = frozenset({*bounds_before(), *ceilings(), *words(Role.SIGN), "前"})
_NAMES: Final = (
    *("约", "超", "超过", "逾", "不超过", "不低于", "不少于", "至少", "最多", "至多", "不到", "不足", "低于", "高于"),
    *("少于", "不高于", "不多于", "将近", "接近", "不满", "未满", "未达", "突破"),
)
SIMPLE: Final = MappingProxyType({word: bounds_before()[word] for word in _NAMES})
"""Bound words before a plain figure that say the same of every quantity."""
_NEGATING: Final = frozenset(word[-1] for word in words(Role.NEGATION)) | frozenset("或者")
"""Last characters of what can stand before a bound word and change what it says."""
_LONGEST, _LONGEST_SIMPLE = max(map(len, _WORDS)), 3
_SIZES: Final = range(_LONGEST_SIMPLE, 0, -1)
LARGE: Final = frozenset({"过", "破", "突破", "破了", "突破了"})
"""Words that bound large numbers only: 过万 is more than ten thousand, 过3天 is in three days, 突破5项 is a breakthrough."""
_CHUNKS: Final = frozenset("百千万亿%元")
_NEAR, _WITHIN = 8, 12
_MANY: Final = LazyPattern(
    "(?:[0-9]{3,}+(?:[.][0-9]++)?|[0-9]{1,3}[, ][0-9]{3}) ?(?:[家户人名辆台架艘单笔起例宗株头亩份票点斤件张床座栋间吨个所处条场次趟套篇册]"
    "|公[里顷斤吨]|千米|平方|立方|海里|英里|平米|㎡|兆瓦|千瓦)(?![㐀-鿿]{0,3}(?:技术|[难瓶关核要深极纪障])|级)"
)
"""A large number of what is counted or measured, and none of problems that are solved (突破120项关键技术)."""
COUNTED: Final = frozenset("龄数量单额率值分度")
"""Last characters of nouns that 过 says to lie above any number (年龄过60), where elsewhere it passes (过3天)."""
_BLANK = " "
_OUTSIDE: Final = frozenset("已远")
"""First characters of words that stay outside a figure (已超过30家), although the rest belongs to it."""


@frozen(eq=False)
class Openings:
    """What can stand before a number and belong to it, as it may be written in either script.

    Attributes:
        lasts: Last characters of words, and blanks.
        letters: Words of one character, and blanks.
        pairs: Last two characters of longer words.
        words: The words themselves, folded.
        simple: Words that say the same of every quantity, however large.
        joining: Characters that can stand before such a word and belong to it, or make it a part of another.
    """

    lasts: frozenset[str]
    letters: frozenset[str]
    pairs: frozenset[str]
    words: frozenset[str]
    simple: frozenset[str]
    joining: frozenset[str]


@cache
def openings() -> Openings:
    """Return the tables, made from those of bound words and currencies.

    Example:
        >>> made = openings()
        >>> "過" in made.letters, "超過" in made.pairs, "件" in made.lasts
        (True, True, False)
    """
    words = frozenset(word for word in _WORDS | {*prefixes(), _BLANK} if word[0] not in _OUTSIDE)
    variants = unfold_table()
    letters = {spelt for word in words if len(word) == 1 for spelt in _spellings(word, variants)}
    pairs = {spelt for word in words if len(word) > 1 for spelt in _spellings(word[-2:], variants)}
    lasts = letters | {pair[-1] for pair in pairs}
    simple = {spelt for word in SIMPLE if word not in LARGE for spelt in _spellings(word, variants)}
    joining = {*"".join(words), *_NEGATING, *closing_letters()}
    joining |= {char for letter in joining for char in variants.get(letter, "")}
    return Openings(*map(frozenset, (lasts, letters, pairs, words, simple, joining)))


def _spellings(word: str, variants: dict[str, str]) -> list[str]:
    return ["".join(chars) for chars in product(*(char + variants.get(char, "") for char in word))]


def opening(text: str, at: int, floor: int, made: Openings) -> int:
    """Return where a figure starts: at its digits or at one simple bound word before them; -1 if that takes a closer look.

    Args:
        text: The text.
        at: Offset of the number, behind a character of ``made.lasts``.
        floor: Offset before which nothing belongs to the figure.
        made: The tables.

    Example:
        >>> made = openings()
        >>> [opening(text, text.index("3"), 0, made) for text in ("材料不超过3份", "多达3份", "节约3份", "近3天")]
        [2, 2, 2, -1]
    """
    if text[at - 1] == _BLANK:
        return _behind_blank(text, at, floor, made)
    if text[at - 1] not in made.letters and text[at - 2 : at] not in made.pairs:
        return at
    start = _clear(text, at, floor, made)
    return _by_words(text, at, floor, made) if start is None else start


def _clear(text: str, at: int, floor: int, made: Openings) -> int | None:
    """Return where a simple bound word starts before which nothing can belong to it; ``None`` if there is none."""
    for size in _SIZES:
        start = at - size
        if start >= floor and text[start:at] in made.simple:
            return start if start == floor or text[start - 1] not in made.joining else None
    return None


def _by_words(text: str, at: int, floor: int, made: Openings) -> int:
    """Return where a figure starts by all words that could stand before it; -1 if that takes a closer look."""
    before = fold(text[max(floor, at - _LONGEST - 1) : at])
    closes = closes_word(before, len(before) - 1)
    for size in range(min(_LONGEST_SIMPLE, len(before)), 0, -1):
        if before[-size:] in SIMPLE:
            word = before[-size:]
            small = word in LARGE and not is_large(fold(text[at : at + _WITHIN]), 0, word)
            if small:
                return -1 if before[-size - 1 : -size] in _NEGATING or _is_counted(word, before[:-size]) else at
            return at if closes and size == 1 else _simple(before, size, at, made)
    if any(before[-size:] in made.words for size in range(2, len(before) + 1)):
        return -1
    return at if closes or before[-1] not in made.words else -1


def _is_counted(word: str, before: str) -> bool:
    return word == "过" and before != "" and before[-1] in COUNTED


def _behind_blank(text: str, at: int, floor: int, made: Openings) -> int:
    alone = at - 1 == floor or text[at - 2] == _BLANK or text[at - 2] not in made.lasts
    start = at - 1 if alone else opening(text, at - 1, floor, made)
    return at if start == at - 1 else start


def _simple(before: str, size: int, at: int, made: Openings) -> int:
    """Return where a simple bound word of this size starts; -1 if more goes with it."""
    longer = before[-size - 1 :] in made.words and len(before) > size
    return -1 if longer or _is_doubtful(before[:-size], before[-size], made) else at - size


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


def _is_doubtful(rest: str, first: str, made: Openings) -> bool:
    """Return whether what stands before a simple bound word goes with it, or makes it the end of another word."""
    if not rest:
        return False
    bound = rest[-1] in made.lasts and any(rest[-size:] in made.words for size in range(1, _LONGEST))
    return bound or rest[-1] in _NEGATING or rest[-1] in closing_letters(first)
