"""The evidence base of Zhejiang's "run at most once" (最多跑一次) reform as typed, bundled, traceable data.

``load()`` gives the dataset, ``parse`` and ``figures`` read what numbers in Chinese government texts mean. Every public name is
listed below with the module that holds it; importing the package reads no file and compiles no pattern, each name arrives at first
use. Type checkers read ``__init__.pyi``, which ``tools/build_stub.py`` makes from the list.
"""

_HOME = {
    "Accrual": "records.figure_codes",
    "Adoption": "dataset.adoptions",
    "AdoptionExtent": "records.history_codes",
    "Aggregate": "records.figure_codes",
    "Applicant": "records.rosters",
    "ApplicantRole": "records.roster_codes",
    "ArgumentError": "arguments",
    "AuditReport": "dataset.audit",
    "AuditedCopy": "dataset.audit",
    "AuditedSpan": "dataset.audit",
    "Award": "records.rosters",
    "BaseStatus": "records.figure_codes",
    "Basis": "records.roster_codes",
    "BasisError": "errors",
    "BodyRole": "records.roster_codes",
    "Bound": "quantity.bounds",
    "BoundError": "errors",
    "Candidates": "drafting.coding.candidates",
    "Card": "views.cards.index",
    "Case": "records.rosters",
    "CaseRelation": "records.rosters",
    "CaseTitle": "records.rosters",
    "Category": "records.figure_codes",
    "Change": "quantity.change",
    "ChinaCalendar": "quantity.workdays",
    "ClaimScope": "records.history_codes",
    "Code": "code",
    "CodebookEntry": "publish.codebook",
    "CodedFrom": "records.roster_codes",
    "CodedSpan": "drafting.exchange.spans",
    "Coding": "records.figures",
    "Cofog": "records.roster_codes",
    "Column": "columns.column",
    "Comparator": "records.figure_codes",
    "Comparison": "dataset.comparisons",
    "Composition": "records.figure_codes",
    "Condition": "drafting.agreeing.codings",
    "Confidence": "drafting.proposing.proposals",
    "CopyState": "dataset.audit",
    "Counting": "drafting.exchange.offsets",
    "Coverage": "records.roster_codes",
    "DATA_VERSION": "version",
    "Damage": "records.figure_codes",
    "Dataset": "dataset.dataset",
    "DatasetError": "errors",
    "DateStatus": "records.history_codes",
    "Derivation": "records.answer_codes",
    "Derived": "dataset.derived",
    "Diff": "dataset.differences",
    "Difference": "drafting.agreeing.settling",
    "Dimension": "quantity.units",
    "DimensionError": "errors",
    "Direction": "records.figure_codes",
    "Document": "corpus.documents",
    "DocumentError": "errors",
    "Domain": "records.roster_codes",
    "Draft": "drafting.coding.draft",
    "DraftFigure": "drafting.coding.figures",
    "DraftNumeral": "drafting.coding.numerals",
    "DraftSource": "drafting.coding.documents",
    "EndorsementKind": "records.history_codes",
    "Event": "records.history",
    "EventKind": "records.history_codes",
    "Explanation": "text.explain",
    "Explorer": "views.explorer.page",
    "Extension": "tabular.extension",
    "Extent": "records.roster_codes",
    "ExtraMissingError": "errors",
    "Failure": "quantity.normalise",
    "Family": "records.figure_codes",
    "FieldAgreement": "drafting.agreeing.agreement",
    "FieldChange": "dataset.differences",
    "FieldSchema": "columns.schema",
    "FieldState": "drafting.coding.states",
    "Figure": "text.figure",
    "FiveDayWeek": "quantity.workdays",
    "FontMissingError": "errors",
    "Highlight": "views.highlight",
    "Honours": "records.roster_codes",
    "ImportedCodings": "drafting.exchange.exchange",
    "Indicator": "records.figures",
    "Kind": "text.kinds",
    "Level": "records.roster_codes",
    "Lexicon": "text.lexicon",
    "Limits": "limits",
    "ListedAward": "drafting.proposing.awards",
    "ListedTier": "drafting.proposing.awards",
    "Location": "corpus.documents",
    "Loss": "corpus.reading.content",
    "MeanGregorian": "quantity.workdays",
    "Mention": "records.figures",
    "Metric": "records.figures",
    "MissedFigure": "drafting.verifying.results",
    "Named": "drafting.proposing.names",
    "NonFigure": "records.figures",
    "Normalised": "quantity.normalise",
    "NotOneError": "errors",
    "Offer": "drafting.coding.offers",
    "OrderRule": "records.roster_codes",
    "Organisation": "records.places",
    "OrganisationKind": "records.roster_codes",
    "Pairing": "records.figures",
    "ParseError": "errors",
    "Place": "records.places",
    "PlaceKind": "records.roster_codes",
    "Position": "records.figure_codes",
    "Problem": "errors",
    "Proposal": "drafting.proposing.proposals",
    "ProposedPair": "drafting.proposing.pairs",
    "Qualifier": "records.figure_codes",
    "Quality": "records.figure_codes",
    "Quantity": "quantity.quantities",
    "Reading": "records.figure_codes",
    "RecordError": "errors",
    "RelationKind": "records.roster_codes",
    "Repeated": "dataset.repeated",
    "Report": "dataset.reports",
    "ResumeError": "corpus.journal",
    "Review": "records.rosters",
    "Round": "records.rosters",
    "RoundBody": "records.rosters",
    "Rows": "columns.rows",
    "Sense": "quantity.change",
    "Settlement": "drafting.agreeing.settling",
    "Source": "records.rosters",
    "SourceKind": "records.roster_codes",
    "SpanState": "dataset.audit",
    "Standing": "drafting.verifying.standing",
    "StatedChange": "text.stated_change",
    "Status": "records.figure_codes",
    "Stratum": "dataset.pool",
    "Table": "dataset.table",
    "TableSchema": "columns.schema",
    "Term": "records.history",
    "TermKind": "records.history_codes",
    "TermPart": "records.history",
    "TermSpan": "text.terms",
    "Thirty365": "quantity.workdays",
    "Tier": "records.rosters",
    "TitlePlace": "records.roster_codes",
    "Unit": "quantity.units",
    "UnknownIdError": "errors",
    "UnknownValueError": "errors",
    "Verdict": "records.answer_codes",
    "Verification": "drafting.verifying.verification",
    "VerifiedRow": "drafting.verifying.results",
    "Voice": "records.figure_codes",
    "Written": "dataset.writing",
    "ZjDeprecationWarning": "errors",
    "ZjError": "errors",
    "ZjWarning": "errors",
    "__version__": "version",
    "agreement": "drafting.agreeing.agreement",
    "audit": "dataset.audit",
    "card": "views.cards.index",
    "changes": "text.changes",
    "cite": "dataset.entry",
    "codebook": "dataset.writing",
    "context": "dataset.audit",
    "count": "quantity.normalise",
    "days": "quantity.normalise",
    "document": "corpus.documents",
    "draft": "drafting.coding.make",
    "explain": "text.explain",
    "explorer": "views.explorer.page",
    "figures": "text.figures",
    "from_frames": "dataset.given_frames",
    "highlight": "views.highlight",
    "language": "display",
    "load": "dataset.entry",
    "normalise": "quantity.normalise",
    "parse": "quantity.parsing",
    "percent": "quantity.normalise",
    "read": "dataset.entry",
    "read_codings": "drafting.exchange.exchange",
    "settle": "drafting.agreeing.settling",
    "template": "dataset.templates",
    "terms": "text.terms",
    "to_calendar_days": "quantity.workdays",
    "to_pint": "quantity.physical",
    "to_ucum": "quantity.ucum",
    "validate": "dataset.validating",
    "verify": "drafting.verifying.verify",
    "write_codings": "drafting.exchange.exchange",
}

_ROOMS = {"charts": "views.charts", "corpus": "corpus"}
"""What is used by its own name, with its module: ``zj.corpus.figures``."""

__all__ = list(_HOME)


def _known_to_pandas() -> None:
    """Give pandas the accessor ``.zj`` where it is imported already; importing the package asks, and so does each name at first use."""
    from sys import modules

    pandas = modules.get("pandas")
    if hasattr(pandas, "api"):  # neither missing nor half imported
        from zjreform.tabular.accessor import register

        register(pandas)


_known_to_pandas()


def __getattr__(name: str) -> object:
    from importlib import import_module

    _known_to_pandas()
    if name in _HOME:
        value = getattr(import_module(f"zjreform.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    if name in _ROOMS:
        return import_module(f"zjreform.{_ROOMS[name]}")
    raise AttributeError(f"module 'zjreform' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *_ROOMS})
