"""The pool of a round: entries beside winners, by who led them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import frozen

from zjreform.columns.rows import Rows
from zjreform.records.roster_codes import Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.tables import Tables


@frozen
class Stratum:
    """Entries and winners of one part of a round.

    Attributes:
        name: ``"provincial"`` (led by a provincial body), ``"local"`` (by a city, county or below) or ``"all"``.
        entries: Cases entered; ``None`` where the documents do not say.
        winners: Cases honoured, by the body listed first.
    """

    name: str
    entries: int | None
    winners: int

    @property
    def share(self) -> Fraction | None:
        """Winners by entries, exactly; ``None`` where the entries are not known.

        Example:
            >>> Stratum("provincial", 48, 12).share
            Fraction(1, 4)
        """
        return Fraction(self.winners, self.entries) if self.entries else None

    def flat(self) -> dict[str, Any]:
        """Return the stratum as one row of a frame, its share as a float.

        Example:
            >>> Stratum("provincial", 48, 12).flat()
            {'name': 'provincial', 'entries': 48, 'winners': 12, 'share': 0.25}
        """
        share = None if self.share is None else float(self.share)
        return {"name": self.name, "entries": self.entries, "winners": self.winners, "share": share}


def pool_of(tables: Tables, round_id: str) -> Rows[Stratum]:
    """Return the strata of a round, the whole last.

    Raises:
        UnknownIdError: There is no such round.
    """
    row = tables.rounds[round_id]
    levels = [tables.cases[award.case].level for award in tables.awards if award.round == round_id and award.case]
    provincial = sum(level in {Level.PROVINCE, Level.CENTRAL} for level in levels)
    return Rows(
        (
            Stratum("provincial", row.entries_provincial, provincial),
            Stratum("local", row.entries_local, len(levels) - provincial),
            Stratum("all", row.entries, len(levels)),
        )
    )
