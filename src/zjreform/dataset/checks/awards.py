"""Rounds, tiers and awards: who is honoured where, once, and within the quota."""

from collections import Counter
from collections.abc import Iterator

from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem


def awards(view: View) -> Iterator[Problem]:
    """Yield awards for a case of another round, and positions and cases that stand twice."""
    positions: set[tuple[str, int]] = set()
    cases: set[tuple[str, str]] = set()
    for award, line in view.each("awards"):
        case = view.get("cases", award.case)
        if case is not None and case.round != award.round:
            expected = f"a case of the round {award.round}"
            yield problem(
                "awards", line, "case", f"{case.id} ({case.round})", expected, "correct the case or the round"
            )
        if (award.tier, award.position) in positions:
            yield problem(
                "awards",
                line,
                "position",
                award.position,
                f"a position that no other award of {award.tier} has",
                "correct it",
            )
        positions.add((award.tier, award.position))
        if award.case is not None and (award.round, award.case) in cases:
            yield problem(
                "awards", line, "case", award.case, f"a case that the round {award.round} honours once", "correct it"
            )
        cases.add((award.round, award.case))


def quotas(view: View) -> Iterator[Problem]:
    """Yield tiers that were given more often than they could be."""
    given = Counter(award.tier for award in view.tables.awards)
    for tier, line in view.each("tiers"):
        if tier.quota is not None and given[tier.id] > tier.quota:
            expected = f"at most {tier.quota} awards"
            yield problem(
                "tiers", line, "quota", f"{given[tier.id]} awards", expected, "correct the quota or the awards"
            )


def strata(view: View) -> Iterator[Problem]:
    """Yield rounds whose local and provincial entries are not all entries, and that honour more than entered."""
    given = Counter(award.round for award in view.tables.awards)
    for row, line in view.each("rounds"):
        local, provincial = row.entries_local, row.entries_provincial
        if None not in {row.entries, local, provincial} and local + provincial != row.entries:
            expected = f"entries_local and entries_provincial that sum to {row.entries}"
            yield problem("rounds", line, "entries", f"{local} + {provincial}", expected, "correct one of the three")
        if row.entries is not None and given[row.id] > row.entries:
            yield problem(
                "rounds", line, "entries", row.entries, f"at least the {given[row.id]} that are honoured", "correct it"
            )


def applicants(view: View) -> Iterator[Problem]:
    """Yield applicants that are neither a body nor a place, or both, and orders that stand twice under one award."""
    orders: set[tuple[str, int]] = set()
    for row, line in view.each("applicants"):
        if (row.organisation is None) == (row.place is None):
            shown = f"organisation {row.organisation}, place {row.place}"
            yield problem(
                "applicants",
                line,
                "organisation",
                shown,
                "either an organisation or a place",
                "leave one of the two empty",
            )
        if (row.award, row.order) in orders:
            yield problem(
                "applicants",
                line,
                "order",
                row.order,
                f"an order that no other applicant of {row.award} has",
                "correct it",
            )
        orders.add((row.award, row.order))
