"""What the pass over a text does where a figure has not been read before, or something beside it may belong to it.

Each short way asks here what stands before its figure and behind it, and leaves to ``reading`` what takes the grammar.
"""

import re
from collections.abc import Callable
from typing import Final

from zjreform.quantity.bound_words import bounds_behind
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numerals import STARTS
from zjreform.quantity.quantities import Quantity, valid
from zjreform.text.figure import Figure, other, stated
from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import NUMBERED, RANK, Tag
from zjreform.text.scanning.before import HALVING, below_zero, negated, start_of
from zjreform.text.scanning.ranks import held, ordinal
from zjreform.text.scanning.reading import BREAK, Reader, Reading, closed_before
from zjreform.text.scanning.ruled import found_by_rule, name_start
from zjreform.text.scanning.scanner import BARE, BOUNDED, LATE, ONCE, SMALL, SURE, UNRULED, WHOLE, Scanner
from zjreform.text.scanning.senses import PERIODS, judge, last_years
from zjreform.text.scanning.short.han import MORE, small_quantity
from zjreform.text.scanning.short.late import STROKES, UNSURE, late_quantity
from zjreform.text.scanning.short.openings import SIMPLE, opening
from zjreform.text.scanning.short.shapes import by_itself
from zjreform.text.scanning.short.sure import sure_quantity

_EXACT: Final = Bound.EXACT
_QUANTITY, _ORDINAL, _LEXICAL = Kind.QUANTITY, Kind.ORDINAL, Kind.LEXICAL
_ORDERED: Final[frozenset[Tag]] = frozenset({RANK, NUMBERED, Kind.ORDINAL})
_LETTERS: Final = frozenset("几数翻半第")
"""Stops that alone are no numeral."""
_ASCII: Final = frozenset("0123456789")
_BOUND_BY: Final = {**dict.fromkeys(HALVING, "半"), "上": "百千万亿"}
"""By character that bounds a numeral of one kind alone: the first characters of such (减半, 上百)."""
_ABOVE: Final = frozenset({Bound.OVER, Bound.AT_LEAST})
_WRAPPED, _BEFORE, _AROUND = 4, 12, 40
_WHOLLY: Final[frozenset[Tag]] = frozenset({SURE, LATE, WHOLE})
"""Short ways whose figures in digits the grammar reads the same by themselves."""
_AMID: Final = _ASCII | {".", ","}
"""Characters between which a line breaks within a number."""
_BEHIND: Final = frozenset(word[0] for word in bounds_behind()) | frozenset("起开 至到、-—")
"""First characters of what can stand behind a rank and belong to it."""
_BELOW: Final = frozenset("下好")
"""Last characters of 零下, with 好 behind it or not."""
_MOST_KNOWN: Final = 4096
"""Figures that the pattern has read and that are kept, since most of them recur (3个, 100%); a quantity is immutable."""


def wraps(text: str, at: int, end: int) -> bool:
    """Return whether a line breaks in a figure, or so near behind it that a longer unit could go on across the break (个工作⏎日)."""
    return _break_near(text, at, end) >= 0


def _break_near(text: str, at: int, end: int) -> int:
    """Return where such a line breaks, -1 if none does."""
    gap = text.find("\n", at, end + _WRAPPED)
    return -1 if gap >= 0 and closed_before(text, end, gap) else gap


class Closely:
    """What one pass does where a figure has not been read before, or something beside it may belong to it."""

    __slots__ = ("_every", "_found", "_read", "_scanner", "_text")

    def __init__(self, text: str, made: Scanner, found: list[Figure]) -> None:
        self._text, self._scanner, self._found, self._every = text, made, found, made.every
        self._read: Callable[[int, int], Reading | None] | None = None

    def read(self, match: re.Match[str], tag: Tag, floor: int) -> int:
        """Keep what stands at a match, with all that belongs to it from an offset on; return where to go on."""
        if tag is SURE:
            return self.sure(match, floor)
        if tag is LATE or tag is WHOLE or tag is SMALL or tag is ONCE:
            return self.late(match, floor, tag)
        if tag is UNRULED:
            return self.unruled(match.start(), floor)
        if tag is BARE:
            return self.single(match, floor)
        self.ruled(match, floor, tag)
        return max(match.end(), self._found[-1].end) if self._found else match.end()

    def unruled(self, at: int, floor: int) -> int:
        """Read the quantity at a numeral for which no rule held; return where to go on."""
        if self._read is None:
            self._read = Reader(self._text).read
        reading = self._broken(at, floor) or self._read(at, floor)
        if reading is not None:
            self._take(reading)
            return reading[1]
        run = self._scanner.run(self._text, at)
        end = at + 1 if run is None else run.end()
        if self._every and (end - at > 1 or self._text[at] not in _LETTERS):
            self._found.append(other(self._text, at, end, _unread(self._text, at, end)))
        return end

    def _broken(self, at: int, floor: int) -> Reading | None:
        """Return a figure in the number or unit of which a line breaks (36.⏎3%, 5公⏎顷), where a short way reads it without the break."""
        text, made = self._text, self._scanner
        gap = text.find("\n", at, at + BREAK)
        if (
            gap <= at
            or text[at] not in _ASCII
            or (at > floor and text[at - 1] in made.unclear)
            or not _is_amid(text, at, gap)
        ):
            return None
        again = self._without_break(at, gap)
        tag = None if again is None or again.lastindex is None else made.tags[again.lastindex]
        if again is None or tag not in _WHOLLY or again.end() <= again.start() + gap - at or again[0][-1] in MORE:
            return None
        quantity = by_itself(again[0])
        end = at + len(again[0]) + 1
        if quantity is None or not quantity.unit.code or self._claims(quantity, end):
            return None
        return at, end, _QUANTITY, quantity

    def _claims(self, quantity: Quantity, end: int) -> bool:
        """Return whether another claim can go on behind a figure that lies above something (30家以上50家以下)."""
        bound = quantity.bound
        return bound is not _EXACT and bound in _ABOVE and self._text[end : end + 1] in self._scanner.late.claims

    def _without_break(self, at: int, gap: int) -> re.Match[str] | None:
        """Return what the pattern finds at an offset of the text without a line break behind it."""
        low = max(at - _AROUND, 0)
        window = self._text[low:gap] + self._text[gap + 1 : gap + _AROUND]
        return self._scanner.match(window, at - low)

    def _across(self, match: re.Match[str]) -> bool:
        """Return whether a line breaks so near behind a figure that it could go on across the break, and may do so."""
        gap = _break_near(self._text, *match.span())
        if gap < 0:
            return False
        again = self._without_break(match.start(), gap)
        return again is None or again.lastindex != match.lastindex or again[0] != match[0]

    def _take(self, reading: Reading) -> None:
        start, end, kind, quantity = reading
        if quantity is not None and kind is _QUANTITY:
            self._found.append(stated(self._text, start, end, quantity))
        elif self._every:
            self._found.append(other(self._text, start, end, kind))

    def sure(self, match: re.Match[str], floor: int) -> int:
        """Keep a figure that the pattern has read whole, with a bound word before it; return where to go on."""
        text, (at, end), made = self._text, match.span(), self._scanner
        start = at
        if at > floor and text[at - 1] in made.openings.lasts:
            start = opening(text, at, floor, made.openings)
            if start < 0 or (start != at and any(match.group("sure_more", "sure_bound"))):
                return self.bounded(at, end, floor)
            if below_zero(text, start):
                return self.unruled(at, floor)
        known = made.caches[SURE]
        quantity = known.get(text[start:end])
        if quantity is None:
            quantity = known.get(text[at:end]) or sure_of(match, made)
            if start != at:
                quantity = valid(quantity.value, quantity.unit, SIMPLE[text[start:at].rstrip()])
                _keep(known, text[start:end], quantity)
        self._found.append(stated(text, start, end, quantity))
        return end

    def late(self, match: re.Match[str], floor: int, tag: str) -> int:
        """Keep a figure that the pattern has read behind the rules, or read it again; return where to go on."""
        text, made, (at, end) = self._text, self._scanner, match.span()
        if tag is WHOLE and text[at] == "一" and match["single"] is not None:
            return self.single(match, floor)
        start = at
        if at > floor:
            before = text[at - 1]
            if before in made.openings.lasts:
                start = opening(text, at, floor, made.openings)
            elif text[at] in _BOUND_BY.get(before, ""):
                start = -1
            if start == at and before in UNSURE and _is_part(before, match, tag):
                return self.unruled(at, floor)
        if self._across(match) or (start > 0 and text[start - 1] in _BELOW and below_zero(text, start)):
            return self.unruled(at, floor)
        if start < 0:
            return self.bounded(at, end, floor)
        quantity = made.caches[tag].get(text[start:end]) or self._unknown(match, start, tag)
        if quantity is None or (quantity.bound is not _EXACT and self._claims(quantity, end)):
            return self.unruled(at, floor)
        self._found.append(stated(text, start, end, quantity))
        return end

    def single(self, match: re.Match[str], floor: int) -> int:
        """Keep 一 and a unit, or a bare number, as what their place says; return where to go on."""
        text, (at, end), made = self._text, match.span(), self._scanner
        before = text[at - 1] if at > floor else ""
        if (
            before and before in made.unclear and (before in UNSURE or opening(text, at, floor, made.openings) != at)
        ) or self._across(match):
            return self.unruled(at, floor)
        quantity = made.caches[BOUNDED].get(match[0]) or by_itself(match[0])
        if quantity is None or self._claims(quantity, end):
            return self.unruled(at, floor)
        _keep(made.caches[BOUNDED], match[0], quantity)
        composed = text[end : end + 1] == "∶" and "." in match[0]
        reading = (at, end, _QUANTITY, quantity) if composed else judge(text, at, at, end, quantity)
        self._take(reading)
        return reading[1]

    def bounded(self, at: int, end: int, floor: int) -> int:
        """Keep a figure behind which nothing belongs to it, with what stands before it, or read it again; return where to go on."""
        text, made = self._text, self._scanner
        low = max(at - _BEFORE, 0)
        window = text[low : end + 1]
        start = start_of(window, at - low, max(floor - low, 0))
        if low + start == at or negated(window, start, at - low, max(floor - low, 0))[1]:
            return self.unruled(at, floor)
        start += low
        if below_zero(text, start):
            return self.unruled(at, floor)
        surface = text[start:end]
        quantity = made.caches[BOUNDED].get(surface) or by_itself(surface)
        if quantity is None or self._claims(quantity, end):
            return self.unruled(at, floor)
        _keep(made.caches[BOUNDED], surface, quantity)
        if text[start] == "近" and quantity.unit.code in PERIODS and quantity.bound is Bound.NEARLY:
            quantity = last_years(text, start, end, quantity)
        if not quantity.unit.code or quantity.unit.code in PERIODS:
            reading = judge(text, start, at, end, quantity)
            self._take(reading)
            return reading[1]
        self._found.append(stated(text, start, end, quantity))
        return end

    def _unknown(self, match: re.Match[str], start: int, tag: str) -> Quantity | None:
        """Return the quantity of an ordinary figure and keep it; ``None`` if it takes a closer look."""
        text, at, made = self._text, match.start(), self._scanner.late
        if tag is WHOLE:
            quantity = by_itself(text[start : match.end()])
        else:
            quantity = (
                late_quantity(text, match, made)
                if tag is LATE
                else small_quantity(text, match, tag, made.units, made.numbers)
            )
            if quantity is not None and start != at:
                quantity = _bounded(quantity, text[start:at])
        if quantity is not None:
            _keep(self._scanner.caches[tag], text[start : match.end()], quantity)
        return quantity

    def ruled(self, match: re.Match[str], floor: int, tag: Tag) -> None:
        """Keep what a rule found."""
        text, (start, end) = self._text, match.span()
        if tag == RANK and self._ranked(start, end, floor):
            return
        if tag in _ORDERED:
            rank = held(text, start, end, floor, ranked=tag == RANK)
            if rank is not None:
                self._found.append(rank)
            elif self._every:
                self._found.append(other(text, start, end, _ORDINAL, ordinal(text[start:end])))
        elif tag is not None:
            self._found.append(found_by_rule(text, start, end, floor, tag))

    def named(self, start: int, end: int, floor: int) -> None:
        """Keep a name, with what belongs to it before its first numeral."""
        prefix, kind = name_start(self._text, start, end, floor, self._scanner.words)
        self._found.append(other(self._text, start - len(prefix), end, kind))

    def _ranked(self, start: int, end: int, floor: int) -> bool:
        """Keep a rank with bound words, if one stands here."""
        if (
            self._text[start - 1 : start] not in self._scanner.openings.lasts
            and self._text[end : end + 1] not in _BEHIND
        ):
            return False
        reading = Reader(self._text).read(start, floor)
        if reading is None or reading[3] is None or (reading[3].bound is _EXACT and reading[3].upper is None):
            return False
        self._take(reading)
        return True


def _is_amid(text: str, at: int, gap: int) -> bool:
    """Return whether a line breaks amid a number in digits, or amid what stands behind it close by and is no figure up to there."""
    before, after = text[gap - 1], text[gap + 1 : gap + 2]
    if before in _AMID:
        return after in _AMID and after != "," and text[at:gap].isascii()
    if before in STARTS or after in STARTS or not "㐀" <= after <= "鿿":
        return False
    last = gap
    while text[last - 1] not in STARTS:
        last -= 1
    return gap - last < _WRAPPED and by_itself(text[at:gap]) is None


def _keep(known: dict[str, Quantity], surface: str, quantity: Quantity) -> None:
    """Keep a figure for when it recurs."""
    if len(known) >= _MOST_KNOWN:
        known.clear()
    known[surface] = quantity


def _bounded(quantity: Quantity, word: str) -> Quantity | None:
    """Return a quantity with the bound word before it; ``None`` if it is bounded behind, too, or has no unit."""
    if quantity.bound is not _EXACT or not quantity.unit.code:
        return None
    return valid(quantity.value, quantity.unit, SIMPLE[word.rstrip()])


def _is_part(before: str, match: re.Match[str], tag: str) -> bool:
    """Return whether a figure behind a character of ``UNSURE`` can be a part of more: a bare number after a stroke, or a Chinese one."""
    if before in STROKES:
        over = before == "/" and match.string[match.start() - 2 : match.start() - 1] in _ASCII
        return over or (tag is LATE and match.start("late_unit") < 0)
    return before == "又" or match.string[match.start()] == "一"


def sure_of(match: re.Match[str], made: Scanner) -> Quantity:
    """Return the quantity of a figure that the pattern has read whole, without what stands before it, and keep it."""
    quantity = sure_quantity(match, made.sure_groups)
    known = made.caches[SURE]
    if len(known) >= _MOST_KNOWN:
        known.clear()
    known[match[0]] = quantity
    return quantity


def _unread(text: str, at: int, stop: int) -> Kind:
    return Kind.IDENTIFIER if any(char.isdecimal() for char in text[at : min(stop, at + 8)]) else _LEXICAL
