"""A figure at a span where rules found none, or another: a person says so."""

from attrs import evolve

from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.states import slots_of
from zjreform.drafting.passages import Passage
from zjreform.quantity.parsing import parse


def add_figure(draft: Decisions, start: int, end: int, quantity: str | None) -> None:
    """Put a figure at a span of a draft in the place of the numerals and undecided figures that lie there; nothing is proposed for it.

    Raises:
        ValueError: The span holds no characters, or cuts into a figure of which something has been decided.
        ParseError: Neither its characters nor *quantity* is a figure.
    """
    if not 0 <= start < end <= len(draft.text):
        raise ValueError(f"expected a span within the {len(draft.text)} characters of the text, got {start}-{end}")
    surface = draft.text[start:end]
    said = parse(surface if quantity is None else quantity)
    met = [one for one in draft.figures.values() if one.start < end and start < one.end]
    for one in met:
        if any(slot.coder is not None for slot in one.slots.values()):
            raise ValueError(
                f"expected a span apart from {one.surface!r} at {one.start}, of which something has been decided"
            )
    source = str(draft.source.values["id"])
    made = DraftFigure(
        key=f"{source}-{start}",
        start=start,
        end=end,
        surface=surface,
        quantity=said,
        sentence=Passage("", draft.text).sentence_at(start),
        withheld=True,
        whole=None,
        family=(),
        slots=slots_of({}, said, shown=False, kind=draft.source.values.get("kind")),
    )
    kept = [one for one in draft.figures.values() if one not in met]
    draft.figures = {one.key: one for one in sorted([*kept, made], key=lambda one: one.start)}
    numerals = tuple(one for one in draft.candidates.numerals if not (one.start < end and start < one.end))
    draft.candidates = evolve(draft.candidates, numerals=numerals)
    draft.offers = {
        key: one
        for key, one in draft.offers.items()
        if one.table != "non_figures"
        or one.end is None
        or one.start is None
        or not (one.start < end and start < one.end)
    }
