# Made by tools/build_stub.py from the table in __init__.py.
from zjreform import corpus as corpus
from zjreform.arguments import ArgumentError as ArgumentError
from zjreform.code import Code as Code
from zjreform.columns.column import Column as Column
from zjreform.columns.rows import Rows as Rows
from zjreform.columns.schema import FieldSchema as FieldSchema
from zjreform.columns.schema import TableSchema as TableSchema
from zjreform.corpus.documents import Document as Document
from zjreform.corpus.documents import Location as Location
from zjreform.corpus.documents import document as document
from zjreform.corpus.journal import ResumeError as ResumeError
from zjreform.corpus.reading.content import Loss as Loss
from zjreform.dataset.adoptions import Adoption as Adoption
from zjreform.dataset.audit import AuditedCopy as AuditedCopy
from zjreform.dataset.audit import AuditedSpan as AuditedSpan
from zjreform.dataset.audit import AuditReport as AuditReport
from zjreform.dataset.audit import CopyState as CopyState
from zjreform.dataset.audit import SpanState as SpanState
from zjreform.dataset.audit import audit as audit
from zjreform.dataset.audit import context as context
from zjreform.dataset.comparisons import Comparison as Comparison
from zjreform.dataset.dataset import Dataset as Dataset
from zjreform.dataset.derived import Derived as Derived
from zjreform.dataset.differences import Diff as Diff
from zjreform.dataset.differences import FieldChange as FieldChange
from zjreform.dataset.entry import cite as cite
from zjreform.dataset.entry import load as load
from zjreform.dataset.entry import read as read
from zjreform.dataset.given_frames import from_frames as from_frames
from zjreform.dataset.pool import Stratum as Stratum
from zjreform.dataset.repeated import Repeated as Repeated
from zjreform.dataset.reports import Report as Report
from zjreform.dataset.table import Table as Table
from zjreform.dataset.templates import template as template
from zjreform.dataset.validating import validate as validate
from zjreform.dataset.writing import Written as Written
from zjreform.dataset.writing import codebook as codebook
from zjreform.display import language as language
from zjreform.drafting.agreeing.agreement import FieldAgreement as FieldAgreement
from zjreform.drafting.agreeing.agreement import agreement as agreement
from zjreform.drafting.agreeing.codings import Condition as Condition
from zjreform.drafting.agreeing.settling import Difference as Difference
from zjreform.drafting.agreeing.settling import Settlement as Settlement
from zjreform.drafting.agreeing.settling import settle as settle
from zjreform.drafting.coding.candidates import Candidates as Candidates
from zjreform.drafting.coding.documents import DraftSource as DraftSource
from zjreform.drafting.coding.draft import Draft as Draft
from zjreform.drafting.coding.figures import DraftFigure as DraftFigure
from zjreform.drafting.coding.make import draft as draft
from zjreform.drafting.coding.numerals import DraftNumeral as DraftNumeral
from zjreform.drafting.coding.offers import Offer as Offer
from zjreform.drafting.coding.states import FieldState as FieldState
from zjreform.drafting.exchange.exchange import ImportedCodings as ImportedCodings
from zjreform.drafting.exchange.exchange import read_codings as read_codings
from zjreform.drafting.exchange.exchange import write_codings as write_codings
from zjreform.drafting.exchange.offsets import Counting as Counting
from zjreform.drafting.exchange.spans import CodedSpan as CodedSpan
from zjreform.drafting.proposing.awards import ListedAward as ListedAward
from zjreform.drafting.proposing.awards import ListedTier as ListedTier
from zjreform.drafting.proposing.names import Named as Named
from zjreform.drafting.proposing.pairs import ProposedPair as ProposedPair
from zjreform.drafting.proposing.proposals import Confidence as Confidence
from zjreform.drafting.proposing.proposals import Proposal as Proposal
from zjreform.drafting.verifying.results import MissedFigure as MissedFigure
from zjreform.drafting.verifying.results import VerifiedRow as VerifiedRow
from zjreform.drafting.verifying.standing import Standing as Standing
from zjreform.drafting.verifying.verification import Verification as Verification
from zjreform.drafting.verifying.verify import verify as verify
from zjreform.errors import BasisError as BasisError
from zjreform.errors import BoundError as BoundError
from zjreform.errors import DatasetError as DatasetError
from zjreform.errors import DimensionError as DimensionError
from zjreform.errors import DocumentError as DocumentError
from zjreform.errors import ExtraMissingError as ExtraMissingError
from zjreform.errors import FontMissingError as FontMissingError
from zjreform.errors import NotOneError as NotOneError
from zjreform.errors import ParseError as ParseError
from zjreform.errors import Problem as Problem
from zjreform.errors import RecordError as RecordError
from zjreform.errors import UnknownIdError as UnknownIdError
from zjreform.errors import UnknownValueError as UnknownValueError
from zjreform.errors import ZjDeprecationWarning as ZjDeprecationWarning
from zjreform.errors import ZjError as ZjError
from zjreform.errors import ZjWarning as ZjWarning
from zjreform.limits import Limits as Limits
from zjreform.publish.codebook import CodebookEntry as CodebookEntry
from zjreform.quantity.bounds import Bound as Bound
from zjreform.quantity.change import Change as Change
from zjreform.quantity.change import Sense as Sense
from zjreform.quantity.normalise import Failure as Failure
from zjreform.quantity.normalise import Normalised as Normalised
from zjreform.quantity.normalise import count as count
from zjreform.quantity.normalise import days as days
from zjreform.quantity.normalise import normalise as normalise
from zjreform.quantity.normalise import percent as percent
from zjreform.quantity.parsing import parse as parse
from zjreform.quantity.physical import to_pint as to_pint
from zjreform.quantity.quantities import Quantity as Quantity
from zjreform.quantity.ucum import to_ucum as to_ucum
from zjreform.quantity.units import Dimension as Dimension
from zjreform.quantity.units import Unit as Unit
from zjreform.quantity.workdays import ChinaCalendar as ChinaCalendar
from zjreform.quantity.workdays import FiveDayWeek as FiveDayWeek
from zjreform.quantity.workdays import MeanGregorian as MeanGregorian
from zjreform.quantity.workdays import Thirty365 as Thirty365
from zjreform.quantity.workdays import to_calendar_days as to_calendar_days
from zjreform.records.answer_codes import Derivation as Derivation
from zjreform.records.answer_codes import Verdict as Verdict
from zjreform.records.figure_codes import Accrual as Accrual
from zjreform.records.figure_codes import Aggregate as Aggregate
from zjreform.records.figure_codes import BaseStatus as BaseStatus
from zjreform.records.figure_codes import Category as Category
from zjreform.records.figure_codes import Comparator as Comparator
from zjreform.records.figure_codes import Composition as Composition
from zjreform.records.figure_codes import Damage as Damage
from zjreform.records.figure_codes import Direction as Direction
from zjreform.records.figure_codes import Family as Family
from zjreform.records.figure_codes import Position as Position
from zjreform.records.figure_codes import Qualifier as Qualifier
from zjreform.records.figure_codes import Quality as Quality
from zjreform.records.figure_codes import Reading as Reading
from zjreform.records.figure_codes import Status as Status
from zjreform.records.figure_codes import Voice as Voice
from zjreform.records.figures import Coding as Coding
from zjreform.records.figures import Indicator as Indicator
from zjreform.records.figures import Mention as Mention
from zjreform.records.figures import Metric as Metric
from zjreform.records.figures import NonFigure as NonFigure
from zjreform.records.figures import Pairing as Pairing
from zjreform.records.history import Event as Event
from zjreform.records.history import Term as Term
from zjreform.records.history import TermPart as TermPart
from zjreform.records.history_codes import AdoptionExtent as AdoptionExtent
from zjreform.records.history_codes import ClaimScope as ClaimScope
from zjreform.records.history_codes import DateStatus as DateStatus
from zjreform.records.history_codes import EndorsementKind as EndorsementKind
from zjreform.records.history_codes import EventKind as EventKind
from zjreform.records.history_codes import TermKind as TermKind
from zjreform.records.places import Organisation as Organisation
from zjreform.records.places import Place as Place
from zjreform.records.roster_codes import ApplicantRole as ApplicantRole
from zjreform.records.roster_codes import Basis as Basis
from zjreform.records.roster_codes import BodyRole as BodyRole
from zjreform.records.roster_codes import CodedFrom as CodedFrom
from zjreform.records.roster_codes import Cofog as Cofog
from zjreform.records.roster_codes import Coverage as Coverage
from zjreform.records.roster_codes import Domain as Domain
from zjreform.records.roster_codes import Extent as Extent
from zjreform.records.roster_codes import Honours as Honours
from zjreform.records.roster_codes import Level as Level
from zjreform.records.roster_codes import OrderRule as OrderRule
from zjreform.records.roster_codes import OrganisationKind as OrganisationKind
from zjreform.records.roster_codes import PlaceKind as PlaceKind
from zjreform.records.roster_codes import RelationKind as RelationKind
from zjreform.records.roster_codes import SourceKind as SourceKind
from zjreform.records.roster_codes import TitlePlace as TitlePlace
from zjreform.records.rosters import Applicant as Applicant
from zjreform.records.rosters import Award as Award
from zjreform.records.rosters import Case as Case
from zjreform.records.rosters import CaseRelation as CaseRelation
from zjreform.records.rosters import CaseTitle as CaseTitle
from zjreform.records.rosters import Review as Review
from zjreform.records.rosters import Round as Round
from zjreform.records.rosters import RoundBody as RoundBody
from zjreform.records.rosters import Source as Source
from zjreform.records.rosters import Tier as Tier
from zjreform.tabular.extension import Extension as Extension
from zjreform.text.changes import changes as changes
from zjreform.text.explain import Explanation as Explanation
from zjreform.text.explain import explain as explain
from zjreform.text.figure import Figure as Figure
from zjreform.text.figures import figures as figures
from zjreform.text.kinds import Kind as Kind
from zjreform.text.lexicon import Lexicon as Lexicon
from zjreform.text.stated_change import StatedChange as StatedChange
from zjreform.text.terms import TermSpan as TermSpan
from zjreform.text.terms import terms as terms
from zjreform.version import DATA_VERSION as DATA_VERSION
from zjreform.version import __version__ as __version__
from zjreform.views import charts as charts
from zjreform.views.cards.index import Card as Card
from zjreform.views.cards.index import card as card
from zjreform.views.explorer.page import Explorer as Explorer
from zjreform.views.explorer.page import explorer as explorer
from zjreform.views.highlight import Highlight as Highlight
from zjreform.views.highlight import highlight as highlight

__all__ = [
    "DATA_VERSION",
    "Accrual",
    "Adoption",
    "AdoptionExtent",
    "Aggregate",
    "Applicant",
    "ApplicantRole",
    "ArgumentError",
    "AuditReport",
    "AuditedCopy",
    "AuditedSpan",
    "Award",
    "BaseStatus",
    "Basis",
    "BasisError",
    "BodyRole",
    "Bound",
    "BoundError",
    "Candidates",
    "Card",
    "Case",
    "CaseRelation",
    "CaseTitle",
    "Category",
    "Change",
    "ChinaCalendar",
    "ClaimScope",
    "Code",
    "CodebookEntry",
    "CodedFrom",
    "CodedSpan",
    "Coding",
    "Cofog",
    "Column",
    "Comparator",
    "Comparison",
    "Composition",
    "Condition",
    "Confidence",
    "CopyState",
    "Counting",
    "Coverage",
    "Damage",
    "Dataset",
    "DatasetError",
    "DateStatus",
    "Derivation",
    "Derived",
    "Diff",
    "Difference",
    "Dimension",
    "DimensionError",
    "Direction",
    "Document",
    "DocumentError",
    "Domain",
    "Draft",
    "DraftFigure",
    "DraftNumeral",
    "DraftSource",
    "EndorsementKind",
    "Event",
    "EventKind",
    "Explanation",
    "Explorer",
    "Extension",
    "Extent",
    "ExtraMissingError",
    "Failure",
    "Family",
    "FieldAgreement",
    "FieldChange",
    "FieldSchema",
    "FieldState",
    "Figure",
    "FiveDayWeek",
    "FontMissingError",
    "Highlight",
    "Honours",
    "ImportedCodings",
    "Indicator",
    "Kind",
    "Level",
    "Lexicon",
    "Limits",
    "ListedAward",
    "ListedTier",
    "Location",
    "Loss",
    "MeanGregorian",
    "Mention",
    "Metric",
    "MissedFigure",
    "Named",
    "NonFigure",
    "Normalised",
    "NotOneError",
    "Offer",
    "OrderRule",
    "Organisation",
    "OrganisationKind",
    "Pairing",
    "ParseError",
    "Place",
    "PlaceKind",
    "Position",
    "Problem",
    "Proposal",
    "ProposedPair",
    "Qualifier",
    "Quality",
    "Quantity",
    "Reading",
    "RecordError",
    "RelationKind",
    "Repeated",
    "Report",
    "ResumeError",
    "Review",
    "Round",
    "RoundBody",
    "Rows",
    "Sense",
    "Settlement",
    "Source",
    "SourceKind",
    "SpanState",
    "Standing",
    "StatedChange",
    "Status",
    "Stratum",
    "Table",
    "TableSchema",
    "Term",
    "TermKind",
    "TermPart",
    "TermSpan",
    "Thirty365",
    "Tier",
    "TitlePlace",
    "Unit",
    "UnknownIdError",
    "UnknownValueError",
    "Verdict",
    "Verification",
    "VerifiedRow",
    "Voice",
    "Written",
    "ZjDeprecationWarning",
    "ZjError",
    "ZjWarning",
    "__version__",
    "agreement",
    "audit",
    "card",
    "changes",
    "cite",
    "codebook",
    "context",
    "count",
    "days",
    "document",
    "draft",
    "explain",
    "explorer",
    "figures",
    "from_frames",
    "highlight",
    "language",
    "load",
    "normalise",
    "parse",
    "percent",
    "read",
    "read_codings",
    "settle",
    "template",
    "terms",
    "to_calendar_days",
    "to_pint",
    "to_ucum",
    "validate",
    "verify",
    "write_codings",
]
