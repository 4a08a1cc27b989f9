"""The one question of every reader of numbers: is this word, or this letter, a part of another word?

What stands before a bound word or a sign can make it the end of another word (节约); what stands behind a bound word, a unit or a letter
inside a number can make it the beginning of one (多功能, 克隆). The answers are ``not_behind`` and ``not_before`` of ``data/words.csv``;
their patterns compile at first use.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from zjreform.stored import compiled
from zjreform.words.table import Role, all_words, words

_PART: Final = r"\[\^?[^\]\[]+\]|."
_INSIDE: Final = (Role.BOUND_BEHIND, Role.APPROXIMATION, Role.SCALE)
"""Roles of words that stand behind a number or in it, and may open the next word instead."""
_STANDING: Final = (Role.BOUND_BEFORE, Role.SIGN, Role.NEGATION, Role.APPROXIMATION)
"""Roles of words that stand before a number, and may close another word instead."""
_BEHIND_LETTERS: Final = frozenset("²³⁴⁻号")
"""Powers, and what makes a number with letters a name (188TB号工程)."""


def source(cell: str) -> str:
    """Return the pattern of what a cell of ``not_before`` says, to be matched behind the word; empty for an empty cell.

    Example:
        >>> source("项目 计划[^书]")
        '项目|计划(?![书])'
    """
    return "|".join("".join(_piece(piece, last=piece is pieces[-1]) for piece in pieces) for pieces in _runs(cell))


def source_before(cell: str) -> str:
    """Return the pattern of what a cell of ``not_behind`` says, to be matched at the place behind it; empty for an empty cell.

    Example:
        >>> import re
        >>> pattern = re.compile(source_before("节 [^持]续"))
        >>> [pattern.match(text, len(text)) is not None for text in ("节", "手续", "持续", "续")]
        [True, True, False, True]
    """
    either = []
    for pieces in _runs(cell):
        if pieces[0].startswith("[^"):
            either.append(f"(?<=\\A{''.join(pieces[1:])})")
        either.append(f"(?<={''.join(pieces)})")
    return "|".join(either)


def _runs(cell: str) -> Iterator[list[str]]:
    return ([part if part[0] == "[" else re.escape(part) for part in re.findall(_PART, run)] for run in cell.split())


def _piece(piece: str, *, last: bool) -> str:
    return f"(?!{piece.replace('[^', '[', 1)})" if last and piece.startswith("[^") else piece


_Match = Callable[[str, int], object]


def _matching(source: str) -> _Match:
    return compiled(source).match


@cache
def _closing() -> dict[str, _Match]:
    return {
        row.word: _matching(source_before(row.not_behind))
        for row in all_words()
        if row.role in _STANDING and row.not_behind
    }


@cache
def _opening() -> dict[str, list[tuple[str, _Match]]]:
    found: dict[str, list[tuple[str, _Match]]] = {}
    for row in all_words():
        if row.role in _INSIDE and row.not_before:
            found.setdefault(row.word[0], []).append((row.word, _matching(source(row.not_before))))
    return found


def closes_word(text: str, at: int, word: str = "") -> bool:
    """Return whether a word that starts at an offset of folded text closes another word, so that it is no bound and no sign.

    Args:
        text: Folded text.
        at: Offset of the word.
        word: The word, where it is longer than its first letter, whose row counts as well.

    Example:
        >>> closes_word("节约25%", 1), closes_word("耗时约25天", 2), closes_word("持续约25天", 2)
        (True, False, False)
    """
    if not at:
        return False
    table = _closing()
    for spelt in (text[at : at + 1], word) if len(word) > 1 else (text[at : at + 1],):
        behind = table.get(spelt)
        if behind is not None and behind(text, at) is not None:
            return True
    return False


def closing_letters(word: str = "") -> frozenset[str]:
    """Return the last characters of what makes a word the end of another one; of every such word if none is named.

    Example:
        >>> "节" in closing_letters("约"), "节" in closing_letters("近"), "节" in closing_letters()
        (True, False, True)
    """
    return _closing_letters().get(word, frozenset())


@cache
def _closing_letters() -> dict[str, frozenset[str]]:
    found = {
        row.word: frozenset("".join(run[-1].strip("[]") for run in _runs(row.not_behind)))
        for row in all_words()
        if row.role is Role.BOUND_BEFORE and row.not_behind
    }
    return {**found, "": frozenset().union(*found.values())}


def opening(word: str) -> str:
    """Return the pattern of what stands behind a bound word where it opens another word.

    Example:
        >>> opening("余")
        '[杭姚额热量粮]'
    """
    return source(words(Role.BOUND_BEHIND)[word].not_before)


def negation_before(text: str, at: int, floor: int = 0) -> str:
    """Return the negation that stands directly before an offset of folded text, the longest; empty if there is none.

    Args:
        text: Folded text.
        at: Offset of a bound word or a verb.
        floor: Offset before which nothing belongs to it.

    Example:
        >>> negation_before("没有超过", 2), negation_before("从未有过", 2), negation_before("有超过", 1)
        ('没有', '从未', '')
    """
    for word in _negations().get(text[at - 1] if at > floor else "", ()):
        start = at - len(word)
        if start >= floor and text.startswith(word, start) and not closes_word(text, start, word):
            return word
    return ""


@cache
def _negations() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words(Role.NEGATION), key=len, reverse=True):
        found.setdefault(word[-1], []).append(word)
    return found


def opens_word(text: str, at: int) -> bool:
    """Return whether a letter at an offset of folded text opens another word, so that it belongs to no number.

    Example:
        >>> opens_word("2个多功能厅", 2), opens_word("3个多月", 2)
        (True, False)
    """
    for word, before in _opening().get(text[at : at + 1], ()):
        if text.startswith(word, at) and before(text, at + len(word)) is not None:
            return True
    return False


@cache
def continuations() -> dict[str, str]:
    """Return, by spelling of a unit, the pattern of what goes on behind it so that it is a part of another word.

    Example:
        >>> continuations()["比特"]
        '币'
    """
    return {word: source(row.not_before) for word, row in words(Role.EDGE_BEHIND).items()}


@cache
def _going_on() -> dict[str, _Match]:
    return {word: _matching(pattern) for word, pattern in continuations().items()}


def continuation(spelling: str) -> str:
    """Return the same for one spelling, empty if nothing goes on behind it.

    Example:
        >>> continuation("比特"), continuation("件次")
        ('币', '之(?![㐀-鿿])')
    """
    return continuations().get(spelling, "")


def goes_on(text: str, spelling: str, end: int) -> bool:
    """Return whether what stands behind a spelling makes it a part of another word.

    Args:
        text: Folded text.
        spelling: The spelling.
        end: Offset behind it.

    Example:
        >>> goes_on("3个周末", "个周", 3), goes_on("3个周内", "个周", 3), goes_on("240mm²", "mm", 5)
        (True, False, True)
    """
    char, last = text[end : end + 1], spelling[-1]
    if char and last.isascii() and last.isalnum():
        letters = char.isascii() and (char.isalpha() if last.isalpha() else char.isdecimal())
        return letters or (char in _BEHIND_LETTERS and last.isalpha())
    pattern = _going_on().get(spelling)
    return pattern is not None and pattern(text, end) is not None
