"""A figure at a span where rules found none, or another: a person says so."""

from datetime import UTC, datetime

from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.numerals import cut_by, figure_at, left_over
from zjreform.drafting.coding.states import KIND, FieldState, Slot, rules_version
from zjreform.drafting.proposing.proposals import Confidence, Proposal


def add_figure(draft: Decisions, start: int, end: int, quantity: str | None, *, coder: str, reason: str | None) -> str:
    """Put a figure at a span of a draft in the place of the numerals and undecided figures that lie there; return its key.

    Raises:
        ValueError: The span holds no characters, cuts a numeral, or cuts into a figure of which something has been decided; or a
            numeral that is no figure by rule gives way, and no reason is given.
        ParseError: Neither its characters nor *quantity* is a figure.
    """
    if not 0 <= start < end <= len(draft.text):
        raise ValueError(f"expected a span within the {len(draft.text)} characters of the text, got {start}-{end}")
    cut = cut_by(draft.text, start, end)
    if cut is not None:
        raise ValueError(f"expected a span that takes numerals whole, got a part of {cut!r}")
    met = [one for one in draft.figures.values() if one.start < end and start < one.end]
    for one in met:
        if any(slot.coder is not None for slot in one.slots.values()):
            raise ValueError(
                f"expected a span apart from {one.surface!r} at {one.start}, of which something has been decided"
            )
    gone = [one for one in draft.numerals.values() if one.start < end and start < one.end]
    ruled = [one.kind for one in gone if one.slots[KIND].state is FieldState.RULE]
    if ruled and not reason:
        raise ValueError(f"expected a reason why it is a figure and no {ruled[0]}")
    source = draft.source.values
    made = figure_at(draft.text, start, end, f"{source['id']}-{start}", quantity, source.get("kind"))
    made.slots[KIND] = Slot(
        Proposal(KIND, ruled[0], "by rule", Confidence.HIGH) if ruled else None,
        shown=bool(ruled),
        state=FieldState.CHANGED if ruled else FieldState.ENTERED,
        value="quantity",
        coder=coder,
        date=datetime.now(UTC).date().isoformat(),
        rules=rules_version(KIND, "non_figures"),
        reason=reason,
    )
    kept = [one for one in draft.figures.values() if one not in met]
    others = [one for one in draft.numerals.values() if one not in gone]
    spans = [*((one.start, one.end) for one in met), *((one.start, one.end) for one in gone)]
    others += left_over(draft.text, spans, start, end, str(source["id"]))
    draft.account([*kept, made], others)
    return made.key
