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

ABOUT: Mapping[str, str] = MappingProxyType(
    {
        "sources": "One document that the dataset is coded from.",
        "rounds": "One edition of an award.",
        "round_bodies": "A body that guided, hosted, organised or ran a round.",
        "tiers": "A class of honour in a round.",
        "awards": "One honour given.",
        "applicants": "A body or place named under an award.",
        "cases": "A reform case as listed in one round.",
        "case_titles": "A title under which a case stands somewhere.",
        "case_relations": "Two cases that belong together, and why.",
        "reviews": "An expert's comment on a case.",
        "places": "A place; one row per name and code, so that a county made a city is two rows.",
        "organisations": "A body that applies, implements, hosts, guides or employs a reviewer.",
        "indicators": "What is measured, so that claims of different texts can be set side by side.",
        "metrics": "One claim about one thing; its mentions say where it stands.",
        "pairings": "What a text sets against what.",
        "non_figures": "A numeral that is no figure; its mention says where it stands.",
        "terms": "A named reform, platform, mechanism, framework, rule, plan, institution or slogan.",
        "term_parts": "A part of a framework, in order.",
        "events": "Something that happened, is due, or is claimed.",
        "mentions": "The span at which a record stands in a document.",
        "codings": "One coder's value for one field of one record, before settlement.",
    }
)
"""What a row of each table is: the first lines of the classes, which Python drops under ``-OO``; a test holds them equal."""
