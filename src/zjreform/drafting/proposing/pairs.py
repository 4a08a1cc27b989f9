"""What a text sets against what: stated changes, before and after that stand apart in one line, and the change that is reported."""

from attrs import frozen

from zjreform.drafting.passages import Passage
from zjreform.drafting.roles import role_of
from zjreform.fold import fold
from zjreform.quantity.change import Sense
from zjreform.text.figure import Figure


@frozen
class ProposedPair:
    """A pairing that a text may state.

    Attributes:
        before: Start of the figure before; ``None`` if it is not given.
        after: Start of the figure after.
        reported: Start of the figure that states the change.
        reason: The words that say so.
    """

    before: int | None
    after: int | None
    reported: int | None
    reason: str


def pairs_of(passage: Passage) -> list[ProposedPair]:
    """Return the pairings of a text, in order.

    Example:
        >>> [(one.before, one.after, one.reported) for one in pairs_of(Passage("a", "改革前需8天；改革后需1天。材料减少三成"))]
        [(4, 11, None), (None, None, 18)]
    """
    found: list[ProposedPair] = []
    taken: set[int] = set()
    for stated in passage.changes:
        inside = {role: start for start, (role, change) in passage.roles.items() if change is stated}
        if inside.keys() & {"before", "change"} and not taken & set(inside.values()):
            taken |= set(inside.values())
            found.append(ProposedPair(inside.get("before"), inside.get("after"), inside.get("change"), stated.verb))
    found += _apart(passage, taken)
    return sorted(found, key=lambda pair: min(filter(None, (pair.before, pair.after, pair.reported)), default=0))


def _apart(passage: Passage, taken: set[int]) -> list[ProposedPair]:
    """Return what the words of time join across clauses, states before with nothing after them, and changes that stand alone."""
    found: list[ProposedPair] = []
    waiting: dict[str, tuple[Figure, str]] = {}
    for figure in passage.quantities:
        role = None if figure.start in taken or _in_bracket(passage, figure) else role_of(passage, figure)
        if role is None or figure.quantity is None:
            continue
        base = figure.quantity.unit.base
        before = waiting.get(base)
        if role.name == "before":
            if before is not None:
                found.append(ProposedPair(before[0].start, None, None, before[1]))
            waiting[base] = (figure, role.words)
        elif role.name == "after" and before is not None and passage.line(before[0]) == passage.line(figure):
            found.append(ProposedPair(before[0].start, figure.start, None, f"{before[1]} … {role.words}"))
            del waiting[base]
        elif role.name == "change" or figure.sense is not Sense.LEVEL:
            found.append(ProposedPair(None, None, figure.start, role.words))
    return [*found, *(ProposedPair(figure.start, None, None, words) for figure, words in waiting.values())]


def _in_bracket(passage: Passage, figure: Figure) -> bool:
    """Whether a figure stands in a bracket: it splits up what stands before."""
    begin, _ = passage.sentence(figure)
    before = fold(passage.text[begin : figure.start])
    return before.count("(") > before.count(")")
