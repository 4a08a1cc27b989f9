"""A figure of a draft: where it stands, what it says by rule, and its fields."""

from collections.abc import Mapping
from hashlib import sha256
from random import Random
from typing import Any, Final

from attrs import define, evolve

from zjreform.drafting.coding.states import KIND, Slot, slots_of
from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.suggest import Suggested
from zjreform.quantity.quantities import Quantity

_WITHHELD: Final = 5


@define
class DraftFigure:
    """One figure of a draft.

    Attributes:
        key: Its key in the draft, which becomes the id of its metric.
        start: Offset of its first character.
        end: Offset behind its last.
        surface: The characters.
        quantity: What it says, by rule.
        sentence: Begin and end of its sentence.
        withheld: Whether its proposals are kept back, so that what proposals do can be measured.
        whole: Key of the figure that it may be a part of.
        family: Families proposed for its indicator, best first.
        slots: Its fields.
    """

    key: str
    start: int
    end: int
    surface: str
    quantity: Quantity
    sentence: tuple[int, int]
    withheld: bool
    whole: str | None
    family: tuple[str, ...]
    slots: dict[str, Slot]

    def flat(self) -> dict[str, Any]:
        """Return the figure with its decided values as a mapping from column to value."""
        values = {field: slot.value for field, slot in self.slots.items() if field != KIND}
        return {
            "id": self.key,
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "quantity": str(self.quantity),
            **values,
        }


def draft_figures(
    passage: Passage, suggested: Mapping[int, Suggested], prefix: str, *, blind: bool, kind: str | None = None
) -> list[DraftFigure]:
    """Return the figures of a text with what is proposed for them.

    Args:
        passage: The text.
        suggested: Proposals by the start of their figure.
        prefix: What the keys begin with.
        blind: Whether nothing is proposed.
        kind: Kind of the source, where it is known.
    """
    kept_back = withheld([figure.start for figure in passage.quantities], passage.text)
    made = []
    for figure in passage.quantities:
        if figure.quantity is None:
            continue
        found = suggested.get(figure.start)
        proposals = {} if blind or found is None else dict(found.proposals)
        hidden = figure.start in kept_back
        if found is not None and found.whole is not None and "composition" in proposals:
            proposals["part_of"] = evolve(
                proposals["composition"], field="part_of", value=f"{prefix}-{found.whole}", others=()
            )
        made.append(
            DraftFigure(
                f"{prefix}-{figure.start}",
                figure.start,
                figure.end,
                figure.surface,
                figure.quantity,
                passage.sentence(figure),
                hidden or blind,
                None if blind or found is None or found.whole is None else f"{prefix}-{found.whole}",
                ()
                if blind or found is None
                else (str(found.proposals["family"].value), *found.proposals["family"].others),
                slots_of(proposals, figure.quantity, shown=not hidden, kind=kind),
            )
        )
    return made


def withheld(starts: list[int], text: str) -> frozenset[int]:
    """Return the fifth of the figures whose proposals are kept back; which they are follows from the text alone.

    Example:
        >>> len(withheld(list(range(50)), "a")), withheld([1, 2], "a")
        (10, frozenset())
    """
    chosen = Random(sha256(text.encode()).hexdigest())  # noqa: S311 (a sample, no secret)
    return frozenset(chosen.sample(starts, len(starts) // _WITHHELD))
