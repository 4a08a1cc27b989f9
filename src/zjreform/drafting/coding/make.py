"""From a document to a draft: everything proposed, nothing filled in."""

from collections.abc import Mapping
from functools import cache
from os import PathLike
from typing import Any

from zjreform.arguments import told
from zjreform.dataset.entry import load
from zjreform.dataset.tables import Tables
from zjreform.drafting.coding.candidates import candidates_of
from zjreform.drafting.coding.documents import source_of, text_and_name
from zjreform.drafting.coding.draft import Draft
from zjreform.drafting.coding.figures import draft_figures
from zjreform.drafting.coding.numerals import numerals_of
from zjreform.drafting.coding.offering import offers_of
from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.examples import Examples
from zjreform.drafting.proposing.names import Known
from zjreform.drafting.proposing.subjects import Subjects
from zjreform.drafting.proposing.suggest import suggestions
from zjreform.drafting.proposing.zeros import with_zeros
from zjreform.text.lexicon import Lexicon

Document = str | PathLike[str] | Any
"""What is drafted: a text, the path of a text file, or a document with a ``text``."""


@told
def draft(
    document: Document,
    *,
    source: Mapping[str, Any] | None = None,
    examples: Tables | None = None,
    texts: Mapping[str, str] | None = None,
    lexicon: Lexicon | None = None,
    gazetteer: Mapping[str, str] | None = None,
    blind: bool = False,
) -> Draft:
    """Return a draft of a document: its figures with proposals that a person confirms.

    Args:
        document: A text (``str``), the `Path` of a document (text, Word, PDF, HTML, …), or a document with a ``text``. Line ends become LF.
        source: What is known of the document: fields of ``sources``. What follows from the text is computed, the rest is listed.
        examples: Coded rows to learn from; the bundled dataset by default, ``ds.merge(mine)`` to learn from your own as well.
        texts: Texts of the coded documents by the id of their source: with them, figures whose surroundings are alike are examples.
        lexicon: As for ``figures``.
        gazetteer: Further names and the record that each means, such as ``{"成都": "places:chengdu"}``.
        blind: Propose nothing, for a second coder.

    Raises:
        ExtraMissingError: scikit-learn is not installed (not needed for a blind draft).
        UnknownValueError: ``sources`` has no such field.
        FileNotFoundError: There is no such file.

    Example:
        >>> import zjreform as zj
        >>> made = zj.draft("丽水市累计办件120余万次，群众满意率达98%。", source={"id": "a", "kind": "news"})
        >>> for figure in made.metrics:
        ...     print(figure.surface, [figure.slots[name].proposal.value for name in ("about", "accrual", "aggregate")], figure.family[0])
        120余万次 ['places:lishui', 'cumulative', 'total'] volume
        98% ['places:lishui', 'instant', 'single'] satisfaction
    """
    text, file = text_and_name(document)
    known = load() if examples is None else examples
    passage = with_zeros(Passage(file, text, lexicon))
    row = source_of(text, file, source or {})
    prefix = str(row.values["id"])
    names = _bundled_names() if known is load() else Known.of(known)
    if gazetteer:
        names = names.extended(gazetteer.items())
    suggested = {}
    kind = row.values.get("kind")
    if not blind:
        proposed = suggestions(
            passage,
            _bundled_examples() if known is load() and not texts else Examples(known, texts or {}),
            Subjects(passage, names, source=f"sources:{prefix}"),
            kind=None if kind is None else str(kind),
        )
        suggested = {one.figure.start: one for one in proposed}
    figures = draft_figures(passage, suggested, prefix, blind=blind, kind=None if kind is None else str(kind))
    found = candidates_of(passage, names, prefix, blind=blind)
    hidden = frozenset(one.start for one in figures if one.withheld)
    offers = offers_of(found, names, known, text, prefix, hidden=hidden)
    return Draft(text, row, {one.key: one for one in figures}, found, known, offers, numerals_of(found, prefix))


@cache
def _bundled_names() -> Known:
    return Known.of(load())


@cache
def _bundled_examples() -> Examples:
    return Examples(load(), {})
