"""Where a figure starts that the one pattern has read: at its number, or at one bound word before it that says the same of every quantity.

A word is looked for by its last two characters; only where they end a bound word, a currency or a sign is the text before the figure
read by ``before``.
"""

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType
from typing import Final

from zjreform.quantity.bound_words import bounds_before, ceilings
from zjreform.quantity.units import prefixes
from zjreform.text.scanning.before import LARGE, OUTSIDE, negated, start_of
from zjreform.words.edges import closing_letters
from zjreform.words.table import Role, words

_WORDS: Final = frozenset({*bounds_before(), *ceilings(), *words(Role.SIGN), "前"})
"""Everything that can stand before a number and belong to it."""
_NAMES: Final = (
    *("约", "超", "超过", "逾", "不超过", "不低于", "不少于", "至少", "最多", "至多", "不到", "不足", "低于", "高于"),
    *("少于", "不高于", "不多于", "将近", "接近", "不满", "未满", "未达", "突破"),
)
"""Bound words that say the same of every quantity."""
SIMPLE: Final = MappingProxyType({word: bounds_before()[word] for word in _NAMES})
"""Bound words before a plain figure that say the same of every quantity."""
_NEGATING: Final = frozenset(word[-1] for word in words(Role.NEGATION)) | frozenset("或者")
"""Last characters of what can stand before a bound word and change what it says."""
_SIZES: Final = range(3, 0, -1)
_BACK: Final = 12
_WITHIN: Final = 12
"""How far before and behind the start of a number is looked at."""
_BLANK: Final = " "
_AHEAD: Final = "前"
"""A blank, and the word before a number that may limit a rank (前三位)."""


class Openings:
    """What can stand before a number and belong to it.

    Attributes:
        lasts: Last characters of words, and blanks.
        letters: Words of one character, and blanks.
        pairs: Last two characters of longer words.
        words: The words themselves.
        simple: Words that say the same of every quantity, however large.
        joining: Characters that can stand before such a word and belong to it, or make it a part of another.
    """

    __slots__ = ("joining", "lasts", "letters", "pairs", "simple", "words")

    def __init__(self, words: Iterable[str], joining: Iterable[str]) -> None:
        self.words, self.joining = frozenset(words), frozenset(joining)
        self.letters = frozenset(word for word in self.words if len(word) == 1)
        self.pairs = frozenset(word[-2:] for word in self.words if len(word) > 1)
        self.lasts = frozenset(word[-1] for word in self.words)
        self.simple = frozenset(SIMPLE) - LARGE


@cache
def openings() -> Openings:
    """Return the tables, made from those of bound words and currencies.

    Example:
        >>> made = openings()
        >>> "过" in made.letters, "超过" in made.pairs, "件" in made.lasts
        (True, True, False)
    """
    words = [word for word in _WORDS | {*prefixes(), _BLANK} if word[0] not in OUTSIDE]
    return Openings(words, {*"".join(words), *_NEGATING, *closing_letters()})


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
    if text[at - 1] != _BLANK:
        if text[at - 1] not in made.letters and text[at - 2 : at] not in made.pairs:
            return at
        start = _clear(text, at, floor, made)
        if start is not None:
            return start
    low = max(at - _BACK, 0)
    window, here, floor = text[low : at + _WITHIN], at - low, max(floor - low, 0)
    start = start_of(window, here, floor)
    if start == here:
        return at if window[:here].rstrip()[-1:] != _AHEAD else -1
    simple = window[start:here].rstrip() in SIMPLE and negated(window, start, here, floor)[0] is None
    return start + low if simple else -1


def _clear(text: str, at: int, floor: int, made: Openings) -> int | None:
    """Return where a simple bound word starts before which nothing can belong to it; ``None`` if there is none."""
    for size in _SIZES:
        start = at - size
        if start >= floor and text[start:at] in made.simple:
            return start if start == floor or text[start - 1] not in made.joining else None
    return None
