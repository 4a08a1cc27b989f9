"""What a draft finds beside the figures: numerals that are none, pairings, names, coined names and award lists."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from zjreform.columns.rows import Rows
from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.awards import ListedTier, award_lists
from zjreform.drafting.proposing.names import Known, Named, quoted_names
from zjreform.drafting.proposing.pairs import ProposedPair, pairs_of
from zjreform.text.figure import Figure


@frozen
class Candidates:
    """What was found beside the figures.

    Attributes:
        numerals: Numerals that are no figures, by rule.
        unread: Surfaces of numerals that cannot be read with certainty, by key; a person must say what they are.
        pairs: Pairings that the text states.
        names: Known names at their places.
        coined: Quoted names that nothing known is called.
        lists: Award lists.
    """

    numerals: tuple[Figure, ...]
    unread: Mapping[str, str]
    pairs: tuple[ProposedPair, ...]
    names: tuple[Named, ...]
    coined: tuple[Named, ...]
    lists: tuple[ListedTier, ...]

    def mentions(self) -> Rows[dict[str, Any]]:
        """Return the known names with their spans and records."""
        return Rows({"of": one.of, "start": one.start, "end": one.end, "surface": one.surface} for one in self.names)

    def awards(self) -> Rows[dict[str, Any]]:
        """Return one row for each honour of the award lists."""
        return Rows(self._awards())

    def _awards(self) -> Iterator[dict[str, Any]]:
        for rank, tier in enumerate(self.lists, 1):
            for one in tier.awards:
                yield {
                    "round": tier.round,
                    "tier": tier.name,
                    "rank": rank,
                    "quota": tier.quota,
                    "honours": tier.honours,
                    "position": one.position,
                    "title_zh": one.title,
                    "bodies": list(one.bodies),
                    "heading": one.heading,
                    "role": one.role,
                    "start": one.start,
                }


def candidates_of(passage: Passage, known: Known, prefix: str, *, blind: bool) -> Candidates:
    """Return what a text holds beside its figures; a blind draft proposes nothing but what no rule reads."""
    others = [one for one in passage.every if one.quantity is None]
    unread = {f"{prefix}-{one.start}": one.surface for one in others if one.kind.value == "unread"}
    return Candidates(
        tuple(one for one in others if one.kind.value != "unread"),
        unread,
        () if blind else tuple(pairs_of(passage)),
        () if blind else known.in_text(passage.text),
        () if blind else tuple(quoted_names(passage.text, known)),
        () if blind else award_lists(passage.text),
    )
