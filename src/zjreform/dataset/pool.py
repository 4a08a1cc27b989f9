"""The pool of a round: entries beside winners, by who led them or by another property of the cases.

Entries exist for the two strata of 2019 and for the fourth round as a whole, nowhere else. Where no document gives them, they and the
share stay empty: nothing invents a denominator.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from attrs import frozen

from zjreform.columns.flat_row import FlatRow
from zjreform.columns.rows import Rows
from zjreform.dataset.answering import answer_of
from zjreform.dataset.closed_lists import unknown
from zjreform.dataset.located import one_prefecture
from zjreform.records.roster_codes import Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.tables import Tables
    from zjreform.records.rosters import Award, Case, Round

BY = ("leader", "level", "tier", "domain", "prefecture")
"""What the strata of a pool can be."""

_PROVINCIAL = frozenset({Level.PROVINCE, Level.CENTRAL})


@frozen
class Stratum(FlatRow):
    """Entries and winners of one part of a round.

    Attributes:
        name: The part: ``"provincial"`` (led by a provincial body), ``"local"`` (by a city, county or below), a level, tier, domain or
            prefecture, ``"none"`` where a case has none; ``"all"`` for the round.
        entries: Cases entered; ``None`` where the documents do not say.
        winners: Cases honoured, by the body listed first.
        round: Id of the round.
        by: What the strata are: ``"leader"``, ``"level"``, ``"tier"``, ``"domain"`` or ``"prefecture"``.
    """

    name: str
    entries: int | None
    winners: int
    round: str = ""
    by: str = BY[0]

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
            >>> Stratum("provincial", 48, 12, "rib-2019").flat()
            {'round': 'rib-2019', 'by': 'leader', 'name': 'provincial', 'entries': 48, 'winners': 12, 'share': 0.25}
        """
        share = None if self.share is None else float(self.share)
        counts = {"entries": self.entries, "winners": self.winners, "share": share}
        return {"round": self.round, "by": self.by, "name": self.name, **counts}


def pool_of(tables: Tables, round_id: str | None, by: str = BY[0]) -> Rows[Stratum]:
    """Return the strata of a round, or of all rounds, the whole of each last.

    Raises:
        UnknownIdError: There is no such round.
        UnknownValueError: There are no such strata.
    """
    if by not in BY:
        raise unknown("by", by, BY)
    rounds = tables.rounds if round_id is None else [tables.rounds[round_id]]
    strata = (stratum for row in rounds for stratum in _strata(tables, row, by))
    return Rows(strata, answer_of(tables, "pool"))


def stratum_of(case: Case) -> str:
    """Return the stratum of a case by the body that leads it.

    Example:
        >>> import zjreform as zj
        >>> stratum_of(zj.load().cases["nanhu-company-setup"])
        'local'
    """
    return "provincial" if case.level in _PROVINCIAL else "local"


def entries_of(row: Round, stratum: str) -> int | None:
    """Return the cases entered in a stratum of a round by the body that leads; ``None`` where no document gives them.

    Example:
        >>> import zjreform as zj
        >>> entries_of(zj.load().rounds["rib-2019"], "local")
        214
    """
    return {"provincial": row.entries_provincial, "local": row.entries_local, "all": row.entries}.get(stratum)


def _strata(tables: Tables, row: Round, by: str) -> Iterator[Stratum]:
    awards = [award for award in tables.awards if award.round == row.id and award.case]
    won = Counter(_name(tables, award, by) for award in awards)
    for name in _order(tables, row, by, won):
        yield Stratum(name, entries_of(row, name) if by == BY[0] else None, won[name], row.id, by)
    yield Stratum("all", row.entries, len(awards), row.id, by)


def _name(tables: Tables, award: Award, by: str) -> str:
    case = tables.cases[str(award.case)]
    if by == "leader":
        return stratum_of(case)
    if by == "tier":
        return award.tier
    if by == "prefecture":
        return one_prefecture(tables, case.places) or "none"
    return str(getattr(case, by).value)


def _order(tables: Tables, row: Round, by: str, won: Counter[str]) -> list[str]:
    """The strata in the order of their list; of a closed list those that somebody won, of tiers all that honour cases."""
    if by == "leader":
        return ["provincial", "local"]
    known = {
        "level": [level.value for level in Level],
        "tier": [tier.id for tier in tables.tiers if tier.round == row.id],
        "prefecture": [*(place.id for place in tables.places if place.level is Level.PREFECTURE), "none"],
    }
    order = known.get(by) or sorted(won)
    return [name for name in order if won[name]]
