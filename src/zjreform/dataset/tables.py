"""The tables of a dataset, without the questions that can be put to them."""

from attrs import frozen

from zjreform.dataset.table import Table
from zjreform.records.figures import Coding, Indicator, Mention, Metric, NonFigure, Pairing
from zjreform.records.history import Event, Term, TermPart
from zjreform.records.places import Organisation, Place
from zjreform.records.rosters import (
    Applicant,
    Award,
    Case,
    CaseRelation,
    CaseTitle,
    Review,
    Round,
    RoundBody,
    Source,
    Tier,
)


@frozen(kw_only=True)
class Tables:
    """All tables, each immutable; equality and hash are of the content.

    Attributes:
        version: Version of the data, apart from the version of the code.
    """

    version: str
    sources: Table[Source]
    rounds: Table[Round]
    round_bodies: Table[RoundBody]
    tiers: Table[Tier]
    awards: Table[Award]
    applicants: Table[Applicant]
    cases: Table[Case]
    case_titles: Table[CaseTitle]
    case_relations: Table[CaseRelation]
    reviews: Table[Review]
    places: Table[Place]
    organisations: Table[Organisation]
    indicators: Table[Indicator]
    metrics: Table[Metric]
    pairings: Table[Pairing]
    non_figures: Table[NonFigure]
    terms: Table[Term]
    term_parts: Table[TermPart]
    events: Table[Event]
    mentions: Table[Mention]
    codings: Table[Coding]
