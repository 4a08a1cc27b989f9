"""How far a term reaches in the documents: where it belongs, when, which cases, how often it is named, who is said to be first."""

from collections.abc import Iterable
from typing import Any

from zjreform.columns.rows import Rows
from zjreform.dataset.adoptions import Adoption
from zjreform.dataset.answering import answer_of
from zjreform.dataset.tables import Tables
from zjreform.records.edtf import edtf_bounds
from zjreform.records.history import Term
from zjreform.records.history_codes import EventKind


def reach_of(tables: Tables, terms: Iterable[Term], adoptions: Iterable[Adoption]) -> Rows[dict[str, Any]]:
    """Return one row for each term."""
    taken: dict[str, list[Adoption]] = {}
    for row in adoptions:
        taken.setdefault(row.policy, []).append(row)
    rows = (_row(tables, term, taken.get(term.id, [])) for term in terms)
    return Rows(rows, answer_of(tables, "reach"))


def _row(tables: Tables, term: Term, adoptions: list[Adoption]) -> dict[str, Any]:
    events = [event for event in tables.events if event.term == term.id]
    days = [edtf_bounds(event.date) for event in events if event.date]
    claims = [event for event in events if event.kind is EventKind.FIRST_CLAIM]
    mentions = [row for row in tables.mentions if row.of == f"terms:{term.id}"]
    places = [term.place, *(row.place for row in adoptions), *(event.place for event in events)]
    return {
        "id": term.id,
        "name_zh": term.name_zh,
        "name_en": term.name_en,
        "kind": term.kind,
        "places": tuple(dict.fromkeys(place for place in places if place)),
        "earliest": min((first for first, _ in days if first), default=None),
        "latest": max((last for _, last in days if last), default=None),
        "adoptions": len(adoptions),
        "dated_adoptions": sum(row.date is not None for row in adoptions),
        "cases": tuple(dict.fromkeys((*term.cases, *(event.case for event in events if event.case)))),
        "mentions": len(mentions),
        "sources": tuple(dict.fromkeys(row.source for row in mentions)),
        "first_claim": claims[0].id if claims else None,
        "first_claim_by": claims[0].actors[0] if claims and claims[0].actors else None,
        "claim_scope": claims[0].claim_scope if claims else None,
    }
