"""A text with what is read in it once: figures, dates, changes, sentences, and where each figure stands in them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from attrs import define, field

from zjreform.quantity.change import Sense
from zjreform.text.changes import changes
from zjreform.text.figure import Figure
from zjreform.text.figures import figures
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import Lexicon
from zjreform.text.stated_change import StatedChange

_ENDS: Final = re.compile(r"[。！？!?\n]")
_HEADED: Final = re.compile(r"^(?:案例\s*[0-9一二三四五六七八九十]+|[0-9]{1,3}[.．、])[^\n]{0,12}", re.MULTILINE)
_WE: Final = re.compile("我[们們省市]")
_LINE: Final = re.compile(r"\n")


@define(slots=False)
class Passage:
    """A text and everything that is read in it, each at first use.

    Attributes:
        name: Name of the document.
        text: The text; offsets are its code points.
        lexicon: As for ``figures``.
        held: The numerals, where they are not those that are read.

    Example:
        >>> passage = Passage("a", "由8天压缩至1天。占51.4%")
        >>> [figure.surface for figure in passage.quantities], passage.sentence(passage.quantities[2])
        (['8天', '1天', '51.4%'], (9, 15))
    """

    name: str
    text: str
    lexicon: Lexicon | None = field(default=None)
    held: tuple[Figure, ...] | None = field(default=None, repr=False)

    @cached_property
    def every(self) -> tuple[Figure, ...]:
        """Every numeral."""
        return figures(self.text, kinds=Kind, lexicon=self.lexicon) if self.held is None else self.held

    @cached_property
    def quantities(self) -> tuple[Figure, ...]:
        """The figures that are quantities."""
        return tuple(one for one in self.every if one.quantity is not None)

    @cached_property
    def dates(self) -> tuple[Figure, ...]:
        """The dates."""
        return tuple(one for one in self.every if one.kind is Kind.DATE)

    @cached_property
    def changes(self) -> tuple[StatedChange, ...]:
        """The changes."""
        return changes(self.text, lexicon=self.lexicon)

    @cached_property
    def headings(self) -> tuple[tuple[int, str], ...]:
        """Begin and text of the lines that number a case or a section."""
        return tuple((match.start(), match[0]) for match in _HEADED.finditer(self.text))

    @cached_property
    def first_person(self) -> str:
        """The words in which the author speaks of himself or his place as 我, ``""`` where he does not."""
        found = _WE.search(self.text)
        return found[0] if found else ""

    @cached_property
    def _sentences(self) -> list[int]:
        return [0, *(match.end() for match in _ENDS.finditer(self.text))]

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in _LINE.finditer(self.text))]

    def sentence(self, figure: Figure) -> tuple[int, int]:
        """Return begin and end of the sentence that a figure starts in."""
        return self.sentence_at(figure.start)

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Return begin and end of the sentence that holds an offset."""
        return _around(self._sentences, place, len(self.text))

    def line(self, figure: Figure) -> tuple[int, int]:
        """Return begin and end of the line that a figure starts in."""
        return _around(self._lines, figure.start, len(self.text))

    @cached_property
    def roles(self) -> Mapping[int, tuple[str, StatedChange]]:
        """For figures of a stated change, by their start: ``before``, ``after`` or ``change``, and the change."""
        found: dict[int, tuple[str, StatedChange]] = {}
        starts = [figure.start for figure in self.quantities]
        for stated in self.changes:
            inside = self.quantities[bisect_right(starts, stated.start - 1) : bisect_right(starts, stated.end - 1)]
            found.update(dict(_roles(stated, inside, found)))
        return found

    def role(self, figure: Figure) -> str | None:
        """Return what a figure is in a stated change, ``change`` also by the verb before it; ``None`` where the text does not say."""
        if figure.start in self.roles:
            return self.roles[figure.start][0]
        return "change" if figure.sense not in {Sense.LEVEL, None} else None

    def direction(self, figure: Figure) -> Sense | None:
        """Return whether a figure states a rise or a fall, where the text says so."""
        if figure.start in self.roles:
            return self.roles[figure.start][1].direction
        return None if figure.sense is Sense.LEVEL else figure.sense

    def touching(self, start: int, end: int) -> list[Figure]:
        """Return the quantities that share a character with a span."""
        return [one for one in self.quantities if one.start < end and start < one.end]

    def neighbours(self, figure: Figure) -> list[Figure]:
        """Return the quantities of the sentence of a figure."""
        begin, end = self.sentence(figure)
        first, last = bisect_left(self._starts, begin), bisect_left(self._starts, end)
        return list(self.quantities[first:last])

    def numeral_end(self, begin: int, start: int) -> int:
        """Return where the last numeral between two offsets ends, *begin* where there is none; parts of words and names are none."""
        place = bisect_left(self._numerals, start)
        return self._standing[place - 1].end if place and self._numerals[place - 1] >= begin else begin

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.quantities]

    @cached_property
    def _numerals(self) -> list[int]:
        return [one.start for one in self._standing]

    @cached_property
    def _standing(self) -> list[Figure]:
        return [one for one in self.every if one.kind not in {Kind.LEXICAL, Kind.NAME}]


def _around(starts: Sequence[int], place: int, length: int) -> tuple[int, int]:
    index = bisect_right(starts, place)
    return starts[index - 1], starts[index] if index < len(starts) else length


def _roles(
    stated: StatedChange, inside: Sequence[Figure], taken: Mapping[int, object]
) -> Iterator[tuple[int, tuple[str, StatedChange]]]:
    used: set[int] = set(taken)
    parts = (("before", stated.change.before), ("after", stated.change.after), ("change", stated.change.stated))
    for role, quantity in parts:
        for figure in inside if quantity is not None else ():
            if figure.start not in used and figure.quantity == quantity:
                used.add(figure.start)
                yield figure.start, (role, stated)
                break
