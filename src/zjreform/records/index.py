"""The tables of the data package and the class of each one's records; the classes are imported when a table is first used."""

from collections.abc import Mapping
from types import MappingProxyType

TABLES: Mapping[str, str] = MappingProxyType(
    {
        "sources": "rosters.Source",
        "rounds": "rosters.Round",
        "round_bodies": "rosters.RoundBody",
        "tiers": "rosters.Tier",
        "awards": "rosters.Award",
        "applicants": "rosters.Applicant",
        "cases": "rosters.Case",
        "case_titles": "rosters.CaseTitle",
        "case_relations": "rosters.CaseRelation",
        "reviews": "rosters.Review",
        "places": "places.Place",
        "organisations": "places.Organisation",
        "indicators": "figures.Indicator",
        "metrics": "figures.Metric",
        "pairings": "figures.Pairing",
        "non_figures": "figures.NonFigure",
        "terms": "history.Term",
        "term_parts": "history.TermPart",
        "events": "history.Event",
        "mentions": "figures.Mention",
        "codings": "figures.Coding",
    }
)
"""Name of each table, in the order of the data package, with module and name of its record class in this room."""

RECORD_TABLES = ("cases", "places", "organisations", "terms", "rounds", "tiers", "awards", "sources")
"""Tables whose records a metric can be about."""
