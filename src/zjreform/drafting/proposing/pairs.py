"""What a text sets against what: stated changes, before and after that stand apart in one line, and the change that is reported."""

from collections.abc import Sequence

from attrs import frozen

from zjreform.drafting.passages import Passage
from zjreform.drafting.roles import role_of
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
        if inside and not taken & set(inside.values()):
            taken |= set(inside.values())
            found.append(ProposedPair(inside.get("before"), inside.get("after"), inside.get("change"), stated.verb))
    found += _apart(passage, taken)
    return sorted(found, key=lambda pair: min(filter(None, (pair.before, pair.after, pair.reported)), default=0))


def _apart(passage: Passage, taken: set[int]) -> list[ProposedPair]:
    """Return what the words of time join across clauses, and changes that stand alone."""
    found: list[ProposedPair] = []
    waiting: tuple[Figure, str] | None = None
    for figure in passage.quantities:
        role = None if figure.start in taken else role_of(passage, figure)
        if role is None:
            continue
        if role.name == "before":
            waiting = (figure, role.words)
        elif role.name == "after" and waiting is not None and _alike(passage, waiting[0], figure):
            found.append(ProposedPair(waiting[0].start, figure.start, None, f"{waiting[1]} … {role.words}"))
            waiting = None
        elif role.name == "change" or figure.sense is not Sense.LEVEL:
            found.append(ProposedPair(None, None, figure.start, role.words))
    return found


def _alike(passage: Passage, one: Figure, other: Figure) -> bool:
    same = (
        one.quantity is not None and other.quantity is not None and one.quantity.unit.base == other.quantity.unit.base
    )
    return same and passage.line(one) == passage.line(other)


def starts(pairs: Sequence[ProposedPair]) -> set[tuple[int | None, int | None, int | None]]:
    """Return pairings by the places of their figures."""
    return {(one.before, one.after, one.reported) for one in pairs}
