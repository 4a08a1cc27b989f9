"""Reading the quantity at a numeral: where it starts, and what its surroundings say.

The grammar is ``zjreform.quantity``'s; this module gives it the bound words and currencies before the numeral, the sense of letters that
only the context tells (度, 里, 月), and leaves numerals that are no figure where they are. It looks at no more than a window around the
numeral, folded only where a character in it needs folding.
"""

from collections.abc import Callable, Mapping
from typing import Final

from zjreform.fold import fold_table
from zjreform.quantity.bounds import CEILINGS, PREFIXES, Bound, closes_word
from zjreform.quantity.numerals import numeral_at
from zjreform.quantity.parsing import figure_at
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import prefixes, unit_at
from zjreform.text.context import judge, last_years
from zjreform.text.kinds import Kind
from zjreform.text.patterns import LOCK

Reading = tuple[int, int, Kind, Quantity | None]

_BACK, _AHEAD, _FAR = 12, 64, 600
_UNFOLDED: Final = frozenset("，：；！？（）")
_SIGNS: Final = ("±", "负", "-", "−", "上")
_CHUNKS: Final = "百千万"
_NO_SIGN: Final = "0123456789万亿千百%元年月日号-—"
_NOT_UP: Final = frozenset("以网线早晚路身世地马历楼车手岸陆海船会班市总之")
_words: dict[str, tuple[str, ...]] = {}
_tables: dict[str, dict[int, str]] = {}


def tables() -> tuple[dict[int, str], Mapping[str, tuple[str, ...]]]:
    """Return the table that folds a window and the words that may stand before a number, by last character, longest first.

    Example:
        >>> "超过" in tables()[1]["过"]
        True
    """
    with LOCK:
        if not _words:
            _tables["fold"] = {code: plain for code, plain in fold_table().items() if chr(code) not in "，："}
            groups: dict[str, list[str]] = {}
            for word in sorted({*PREFIXES, *prefixes(), *CEILINGS, *_SIGNS}, key=len, reverse=True):
                groups.setdefault(word[-1], []).append(word)
            _words.update({last: tuple(group) for last, group in groups.items()})
    return _tables["fold"], _words


def foldable() -> str:
    """Return, as the inside of a character class, every character for which a window must be folded."""
    return "".join(sorted(chr(code) for code in fold_table() if chr(code) not in _UNFOLDED))


class Reader:
    """Reads the quantities of one text."""

    __slots__ = ("_befores", "_folds", "_search", "_text")

    def __init__(self, text: str, search: Callable[..., object]) -> None:
        self._text, self._search = text, search
        self._folds, self._befores = tables()

    def read(self, at: int, floor: int) -> Reading | None:
        """Return start, end, kind and quantity of the numeral at an offset, or ``None`` if it is none.

        Args:
            at: Offset of the first character of the numeral.
            floor: Offset before which nothing belongs to it.
        """
        low = max(floor, at - _BACK)
        if self._search(self._text, low, at + _AHEAD) is None:
            found = self._in(self._text, at, floor)
            if found is None or self._text[found[1] : found[1] + 1] != "（":
                return found
        return self._folded(at, low, _AHEAD)

    def _folded(self, at: int, low: int, ahead: int) -> Reading | None:
        window = self._text[low : at + ahead].translate(self._folds)
        found = self._in(window, at - low, 0)
        if found is None:
            return None
        if found[1] > at - low + ahead - _BACK and ahead == _AHEAD:
            return self._folded(at, low, _FAR)
        return found[0] + low, found[1] + low, found[2], found[3]

    def _in(self, text: str, at: int, floor: int) -> Reading | None:
        start = at
        if at > floor and text[at - 1] in self._befores:
            start = self._opening(text, at, floor)
        elif at > floor + 1 and text[at - 1] == " ":
            start = self._opening(text, at - 1, floor)
            start = at if start == at - 1 else start
        found = figure_at(text, start) if start != at else None
        if found is None:
            start = at
            found = figure_at(text, at) or _cut(text, at)
            if found is None:
                return None
        quantity, end = found
        if start != at and quantity.bound is Bound.NEARLY and text[start] == "近":
            quantity = last_years(text, start, end, quantity)
        return judge(text, start, at, end, quantity)

    def _opening(self, text: str, at: int, floor: int) -> int:
        """Return where the bound words, currency and sign before a numeral start."""
        while at > floor:
            for word in self._befores.get(text[at - 1], ()):
                start = at - len(word)
                if start >= floor and text.startswith(word, start) and not closes_word(text, start) and _fits(text, word, start, floor):
                    at = start
                    break
            else:
                break
        return at


def _fits(text: str, word: str, at: int, floor: int) -> bool:
    """Return whether a word is a bound or sign here and not part of another word."""
    before = text[at - 1] if at > floor else ""
    if word == "上":
        return text[at + 1] in _CHUNKS and before not in _NOT_UP
    if word in {"-", "−"}:
        return before not in _NO_SIGN or not before
    if word in {"过", "破"}:
        return text[at + 1] in "百千万亿半" or any(char in "百千万亿" for char in text[at + 1 : at + 8])
    if word == "满":
        return before not in "不未小美"
    if word == "突破":
        return any(char in "百千万亿%元" for char in text[at + 2 : at + 9])
    return word[0] not in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" or not (before.isascii() and before.isalpha())


def _cut(text: str, at: int) -> tuple[Quantity, int] | None:
    """Return the figure of the first numeral alone, where what follows it does not go with it (由10至5天)."""
    numeral = numeral_at(text, at)
    if numeral is None:
        return None
    found = unit_at(text, numeral.end)
    end = numeral.end if found is None else found[1]
    return figure_at(text[:end], at) or figure_at(text[: numeral.end], at)
