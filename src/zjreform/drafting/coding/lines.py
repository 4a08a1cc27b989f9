"""Lines to code in: a figure with its sentence, and for each field reason, proposal and a cell; an offered row with its fields."""

from collections.abc import Iterator
from typing import Final

from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.numerals import NUMERAL_FIELDS, DraftNumeral
from zjreform.drafting.coding.offers import Offer
from zjreform.drafting.coding.states import FIELDS, KIND, Slot

SAME, ABOVE, NOTHING, UNSURE = "=", "^", "-", "?"
MARKS: Final = (SAME, ABOVE, NOTHING, UNSURE)
"""What a cell may hold instead of a value: as proposed, as above, empty, unsure."""

FIRST: Final = ("figure", "sentence", "surface", "family")
KINDS: Final = (KIND, "reason")
"""Columns behind them: whether it is a figure, and why not, where a rule took it for one."""

NUMERALS: Final = ("figure", "sentence", "surface", *NUMERAL_FIELDS, "quantity", "reason")
"""Columns of the lines of numerals that are no figures."""

_AROUND: Final = 30


def header() -> list[str]:
    """Return the columns of the lines of figures."""
    return [*FIRST, *KINDS, *(name for field in FIELDS for name in (f"{field} why", f"{field} proposed", field))]


def sentence_of(draft: Decisions, one: DraftFigure | DraftNumeral | Offer) -> tuple[str, str, str]:
    """Return what stands before a figure or a row, its characters, and what stands behind, within the sentence or near it."""
    if one.start is None or one.end is None:
        return "", "", ""
    if isinstance(one, DraftFigure):
        begin, end = one.sentence
    else:
        begin = max(draft.text.rfind("\n", 0, one.start) + 1, one.start - _AROUND)
        stop = draft.text.find("\n", one.end)
        end = min(one.end + _AROUND, stop if stop >= 0 else len(draft.text))
    spans = ((begin, one.start), (one.start, one.end), (one.end, end))
    before, marked, behind = (" ".join(draft.text[first:last].split()) for first, last in spans)
    return before, marked, behind


def line(draft: Decisions, one: DraftFigure) -> Iterator[str]:
    """Yield the cells of the line of a figure."""
    before, marked, behind = sentence_of(draft, one)
    yield from (
        one.key,
        f"{before}【{marked}】{behind}",
        one.surface,
        "" if one.withheld else " · ".join(one.family[:3]),
        _value(one.slots[KIND]),
        one.slots[KIND].reason or "",
    )
    for field in FIELDS:
        yield from _cells(one.slots[field])


def numeral_line(draft: Decisions, one: DraftNumeral) -> Iterator[str]:
    """Yield the cells of the line of a numeral that is no figure."""
    before, marked, behind = sentence_of(draft, one)
    yield from (one.key, f"{before}【{marked}】{behind}", one.surface)
    yield from (_value(one.slots[name]) for name in NUMERAL_FIELDS)
    yield from ("", one.slots[KIND].reason or "")


def _value(slot: Slot) -> str:
    return (slot.value or "") if slot.decided else ""


def offered_lines(draft: Decisions) -> Iterator[tuple[Offer, str, tuple[str, ...]]]:
    """Yield for each field that an offered row asks for the row, the field, and its cells: reason, proposal, value."""
    for one in draft.offers.values():
        for field in one.asked:
            yield one, field, tuple(_cells(one.slots[field]))


def _cells(slot: Slot) -> Iterator[str]:
    shown = slot.proposal if slot.shown else None
    yield from ("", "") if shown is None else (f"{shown.reason} ({shown.confidence.en})", shown.value or NOTHING)
    yield (slot.value or NOTHING) if slot.decided else ""
