"""A text that was mended, and where each place of it stood before.

Only lines that hold something rare are mended. Each step puts other characters in the place of some; what it keeps moves by a constant, so
that a place is found by halving.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from zjreform.mending.blanks import BLANK_STEPS
from zjreform.mending.brackets import settled_brackets
from zjreform.mending.characters import plain_characters
from zjreform.mending.commas import settled_commas
from zjreform.mending.fragments import settled_fragments
from zjreform.mending.marks import MASK, Replacement
from zjreform.mending.powers import settled_powers
from zjreform.mending.rare import DIGITS, GAP, NUMERALS, RAISED, rare_from
from zjreform.mending.spoken import settled_speech
from zjreform.stored import compiled

_BLANK: Final = frozenset(GAP)
_STEPS: Final[tuple[tuple[frozenset[str] | None, Callable[[str], Iterable[Replacement]]], ...]] = (
    (None, plain_characters),
    *((_BLANK, step) for step in BLANK_STEPS),
    (frozenset(",，"), settled_commas),
    (frozenset(f"{RAISED}⁻^eEＥ×*＊xX"), settled_powers),
    (frozenset("俩倆仨点點比折摺息率平死伤傷、儿兒兆零A:：分厘釐毛角上下"), settled_speech),
    (frozenset("$＄€£¥￥%％·•・.．+＋厘釐kKwWMlbmt/０１２３４５６７８９"), settled_fragments),
    (frozenset("(（"), settled_brackets),
)
"""Each step behind the characters of which a line must hold one for the step to find anything."""


class _Pieces:
    """Pieces of a text, each kept or put in the place of others, and where they stood before."""

    __slots__ = ("ends", "kept", "places", "starts", "text")

    def __init__(self, text: str, replacements: Iterable[Replacement]) -> None:
        self.starts: list[int] = []
        self.places: list[int] = []
        self.ends: list[int] = []
        self.kept: list[bool] = []
        parts: list[str] = []
        length = at = 0
        for start, end, put in (*replacements, (len(text), len(text), "")):
            for piece, low, high in ((text[at:start], at, start), (put, start, end)):
                if piece:
                    parts.append(piece)
                    self.starts.append(length)
                    self.places.append(low)
                    self.ends.append(high)
                    self.kept.append(piece is not put)
                    length += len(piece)
            at = end
        self.text = "".join(parts)

    def start(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        return self.places[piece] + (offset - self.starts[piece] if self.kept[piece] else 0)

    def end(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset - 1) - 1
        return self.places[piece] + offset - self.starts[piece] if self.kept[piece] else self.ends[piece]


class Mended:
    r"""A mended text.

    Attributes:
        text: The text to read.

    Example:
        >>> made = mended("压缩到8\u200b6个")
        >>> made.text, made.span(3, 5)
        ('压缩到86个', (3, 6))
    """

    __slots__ = ("_lines", "_pieces", "text")

    def __init__(self, text: str, lines: Iterable[tuple[int, int, tuple[_Pieces, ...]]]) -> None:
        made = list(lines)
        self._lines = {start: pieces for start, _, pieces in made}
        self._pieces = _Pieces(text, [(start, end, pieces[-1].text) for start, end, pieces in made])
        self.text = self._pieces.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the mended text, which is not empty, stood in the text before it was mended."""
        return self._before(start, ends=False), self._before(end, ends=True)

    def _before(self, offset: int, *, ends: bool) -> int:
        pieces = self._pieces
        piece = bisect_right(pieces.starts, offset - ends) - 1
        if pieces.kept[piece]:
            return pieces.places[piece] + offset - pieces.starts[piece]
        line, at = pieces.places[piece], offset - pieces.starts[piece]
        for step in reversed(self._lines[line]):
            at = step.end(at) if ends else step.start(at)
        return line + at

    def unread(self) -> Iterator[tuple[int, int]]:
        """Give the spans of what could not be read whole, in the text before it was mended."""
        at = self.text.find(MASK)
        while at >= 0:
            end = at
            while self.text.startswith(MASK, end):
                end += 1
            yield self.span(at, end)
            at = self.text.find(MASK, end)


_BROKEN: Final = ("\n方", "\r\n方")
"""How a line goes on in the next within a unit (平⏎方米)."""


def mended(text: str) -> Mended | None:
    """Return a text with what other programs left in it made plain, or ``None`` where nothing has to be.

    Example:
        >>> mended("<b>7</b>个工作日").text, mended("7个工作日")
        ('7个工作日', None)
    """
    place = rare_from(text, 0)
    if place is None or _unusual(text, place) is None:
        return None
    lines = list(_mended_lines(text))
    return Mended(text, lines) if lines else None


def _unusual(text: str, place: re.Match[str] | None) -> re.Match[str] | None:
    """Return the first rare thing of a text, from one on, that is not one of the frequent kinds that no step changes."""
    while place is not None and _is_usual(text, place):
        place = rare_from(text, max(place.start() + 1, place.end() - 1))
    return place


_AROUND: Final = frozenset("左以的小大新旧舊房屋住店公铺鋪商")
"""First letters of what can stand behind 平 (90平左右, 60平的房子)."""


def _is_usual(text: str, place: re.Match[str]) -> bool:
    """Return whether what looks rare is 百分点, 平 of a longer unit, a comma between thousands, or the blank behind 第…条."""
    start, end = place.span()
    found, after = place[0], text[end : end + 1]
    if found[1:2] in _COINS and found[1:]:
        return found[1] not in _PARTS and _is_no_rate(text, start)
    if found[1:] == "平":
        return "㐀" <= after <= "鿿" and after not in _AROUND
    if found[1:2] == ",":
        listed = after in _AND or (after == "," and not _NUMBERED.isdisjoint(text[max(0, start - 4) : start]))
        return found.isascii() and not listed and _SHARES.isdisjoint(text[max(0, start - _NEAR) : start])
    if found[0] in _GAPS and text[start - 1 : start] in _ARTICLE and start:
        return all("㐀" <= char <= "鿿" for char in text[end : end + 2]) and end + 1 < len(text)
    return False


_COINS: Final = frozenset("分厘釐毛角")
"""Parts of a unit that are percent in interest (月息2分) and a part of a mu in plots of land (宅基地3分2厘)."""
_PARTS: Final = frozenset("厘釐")
"""The ones that are looked at wherever they stand: 5厘 is of money, of a share or of land."""
_RATES: Final = re.compile("[息利]")
"""What tells that interest is spoken of."""
_LAND: Final = frozenset("地田园園林宅基")
"""What stands directly before the size of a plot."""
_FAR: Final = 16


def _is_no_rate(text: str, at: int) -> bool:
    """Return whether a number before 分, 毛 or 角 is neither interest nor the size of a plot, by what stands before it."""
    low = max(0, at - _FAR)
    return _RATES.search(text, low, at) is None and text[at - 1 : at] not in _LAND


_SHARES: Final = frozenset("别別依各")
"""Letters of the words that make numbers a list (分别为, 依次, 各为)."""
_AND: Final = frozenset("、和与與及")
"""What joins the last number of a list."""
_NUMBERED: Final = frozenset("号號表圖图")
"""Last letters of nouns behind which several numbers stand in a list (编号101,102,103)."""
_NEAR: Final = 20
_GAPS: Final = frozenset(GAP)
_ARTICLE: Final = frozenset("条條章")
"""What is followed by a blank in laws, and begins no unit of several words."""


_NUMERAL: Final = f"[{DIGITS}{NUMERALS}半俩倆仨折摺卌弌弍弐弎]"
"""A line without any of these holds no figure, and nothing to mend."""


def _rare_in(text: str, place: re.Match[str] | None, end: int) -> str:
    """Return the characters of all rare things of a line, from its first on: each step finds something only by one of its own."""
    found = []
    while place is not None and place.start() < end:
        found.append(place[0])
        place = _unusual(text, rare_from(text, max(place.start() + 1, place.end() - 1)))
    return "".join(found)


def _steps(line: str, rare: str) -> list[_Pieces]:
    """Return what the steps make of a line, one after the other; what one has put in may be rare itself."""
    steps: list[_Pieces] = []
    for needs, step in _STEPS:
        found = list(step(line)) if needs is None or not needs.isdisjoint(line if steps else rare) else None
        if found:
            steps.append(_Pieces(line, found))
            line = steps[-1].text
    return steps


def _mended_lines(text: str) -> Iterator[tuple[int, int, tuple[_Pieces, ...]]]:
    """Give start, end and steps of each line that a step changes."""
    numeral = compiled(_NUMERAL).search
    place = _unusual(text, rare_from(text, 0))
    while place is not None:
        start, end = text.rfind("\n", 0, place.start()) + 1, text.find("\n", place.end() - 1)
        if text[place.start()] == "\n":
            start, end = place.start(), place.end()
        while text.startswith(_BROKEN, end) and end > 0:
            end = text.find("\n", end + 1)
        end = len(text) if end < 0 else end
        steps = _steps(text[start:end], _rare_in(text, place, end)) if numeral(text, start, end) else []
        if steps:
            yield start, end, tuple(steps)
        place = _unusual(text, rare_from(text, end))
