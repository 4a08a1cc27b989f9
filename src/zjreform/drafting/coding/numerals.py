"""What each numeral is: a figure or none, by rule or because a person says so; every numeral is accounted for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import define, evolve

from zjreform.drafting.coding.candidates import Candidates
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.states import KIND, FieldState, Slot, slots_of
from zjreform.drafting.passages import Passage
from zjreform.errors import ParseError
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.text.kinds import Kind

NUMERAL_FIELDS: Final = (KIND, "edtf", "value", "note")
"""Fields of a numeral that is no figure."""

_LONGEST: Final = 60
_RUN: Final = re.compile("[0-9]+|[〇零一二三四五六七八九十百千万亿两半萬億兩]+")


@define
class DraftNumeral:
    """A numeral that is no figure, or of which nobody knows yet what it is.

    Attributes:
        key: Its key in the draft, which becomes the id of its row.
        start: Offset of its first character.
        end: Offset behind its last.
        surface: The characters.
        slots: What it is, its date, number and note.
        former: The figure that it was by rule, with what has been decided of it.

    Example:
        >>> import zjreform as zj
        >>> draft = zj.draft("2018年用时5天。", source={"id": "a"})
        >>> [(one.key, one.surface, one.kind) for one in draft.numerals.values()]
        [('a-0', '2018年', 'date')]
    """

    key: str
    start: int
    end: int
    surface: str
    slots: dict[str, Slot]
    former: DraftFigure | None = None

    @property
    def kind(self) -> str | None:
        """What it is; ``None`` where that is not decided."""
        slot = self.slots[KIND]
        return slot.value if slot.decided else None

    def values(self) -> dict[str, str | None]:
        """Return the values of its row as a file writes them; only a date has a date, and only an ordinal a number."""
        held = {name: slot.value if slot.decided else None for name, slot in self.slots.items()}
        if self.kind != Kind.DATE.value:
            held["edtf"] = None
        if self.kind != Kind.ORDINAL.value:
            held["value"] = None
        return {**held, "date_status": None if held["edtf"] is None else "stated"}


def numerals_of(found: Candidates, prefix: str) -> dict[str, DraftNumeral]:
    """Return the numerals of a text that are no figures by rule, and those that no rule reads, by key in the order of the text."""
    made = []
    for one in found.numerals:
        said = {KIND: one.kind.value, "edtf": one.edtf, "value": None if one.ordinal is None else str(one.ordinal)}
        made.append(_numeral(f"{prefix}-{one.start}", one.start, one.surface, said, end=one.end))
    for key, surface in found.unread.items():
        made.append(_numeral(key, int(key.rpartition("-")[2]), surface, {}))
    return {one.key: one for one in sorted(made, key=lambda one: one.start)}


def _numeral(
    key: str, start: int, surface: str, said: Mapping[str, str | None], *, end: int | None = None
) -> DraftNumeral:
    slots = {
        name: Slot() if said.get(name) is None else Slot(state=FieldState.RULE, value=said[name])
        for name in NUMERAL_FIELDS
    }
    return DraftNumeral(key, start, start + len(surface) if end is None else end, surface, slots)


def no_figure(figure: DraftFigure) -> DraftNumeral:
    """Return a figure as a numeral that is none; what it is has still to be said."""
    slots = {KIND: evolve(figure.slots[KIND]), **{name: Slot() for name in NUMERAL_FIELDS if name != KIND}}
    return DraftNumeral(figure.key, figure.start, figure.end, figure.surface, slots, figure)


def as_figure(numeral: DraftNumeral, text: str, quantity: str | None, source_kind: str | None) -> DraftFigure:
    """Return a numeral as a figure: the one that it was, or one of which nothing is proposed.

    Raises:
        ParseError: Neither its characters nor *quantity* is a figure.
        ValueError: No part of its characters says *quantity*.
    """
    if numeral.former is not None and quantity is None:
        return evolve(numeral.former, slots={**numeral.former.slots, KIND: evolve(numeral.slots[KIND])})
    start, end = (numeral.start, numeral.end) if quantity is None else _saying(numeral, parse(quantity))
    made = figure_at(text, start, end, numeral.key, quantity, source_kind)
    made.slots[KIND] = evolve(numeral.slots[KIND])
    return made


def _saying(numeral: DraftNumeral, quantity: Quantity) -> tuple[int, int]:
    """Return the longest part of a numeral that says a quantity, or its number alone where the unit stands elsewhere."""
    surface = numeral.surface
    parts = sorted(
        ((first, last) for first in range(len(surface)) for last in range(first + 1, len(surface) + 1)),
        key=lambda part: part[0] - part[1],
    )
    for first, last in parts:
        if not cut_by(surface, first, last) and _says(surface[first:last], quantity):
            return numeral.start + first, numeral.start + last
    raise ValueError(f"expected what {surface!r} says, or a part of it, got {quantity}")


def _says(part: str, quantity: Quantity) -> bool:
    try:
        found = parse(part)
    except ParseError:
        return False
    return found == quantity or (not found.unit.code and evolve(found, unit=quantity.unit) == quantity)


def cut_by(text: str, start: int, end: int) -> str | None:
    """Return the numeral that a span begins or ends within.

    Example:
        >>> cut_by("热线12345", 3, 5), cut_by("热线12345", 2, 7)
        ('12345', None)
    """
    for run in _RUN.finditer(text, max(0, start - _LONGEST), end + _LONGEST):
        if run.start() < start < run.end() or run.start() < end < run.end():
            return run[0]
    return None


def figure_at(text: str, start: int, end: int, key: str, quantity: str | None, source_kind: str | None) -> DraftFigure:
    """Return a figure that a person sees at a span; nothing is proposed for it.

    Raises:
        ParseError: Neither its characters nor *quantity* is a figure.
    """
    surface = text[start:end]
    said = parse(surface if quantity is None else quantity)
    return DraftFigure(
        key=key,
        start=start,
        end=end,
        surface=surface,
        quantity=said,
        sentence=Passage("", text).sentence_at(start),
        withheld=True,
        whole=None,
        family=(),
        slots=slots_of({}, said, shown=False, kind=source_kind),
    )


def left_over(text: str, spans: Iterable[tuple[int, int]], start: int, end: int, prefix: str) -> Iterator[DraftNumeral]:
    """Yield what a figure at a span leaves of the numerals that gave way to it: each waits for its kind, so that the account closes."""
    for first, last in spans:
        for low, high in ((first, min(last, start)), (max(first, end), last)):
            for run in _RUN.finditer(text, low, max(low, high)):
                yield _numeral(f"{prefix}-{run.start()}", run.start(), run[0], {})
