"""The time that a figure holds for, by the date that stands next before it."""

import re
from typing import Final

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.fold import fold
from zjreform.text.figure import Figure

_SINCE: Final = re.compile(r"^(?:以来|起|开始|至今)")
_FROM: Final = re.compile(r"(?:自|从)$")
_BY: Final = re.compile(r"(?:截至|截止|到|至)$")
_NAMED: Final = re.compile(r"[《“\"][^》”\"]*$")


def period_of(passage: Passage, figure: Figure) -> Proposal | None:
    """Return the period that the sentence of a figure gives, ``None`` where it names no year.

    Example:
        >>> passage = Passage("a", "自2018年8月以来，完成700余件。截至2018年底，16个开工。")
        >>> [period_of(passage, one).value for one in passage.quantities]
        ['2018-08/..', '2018-12']
    """
    begin, end = passage.sentence(figure)
    dates = [
        one for one in passage.dates if begin <= one.start < end and one.edtf and not _in_name(passage, one, begin)
    ]
    before = [one for one in dates if one.end <= figure.start]
    if before:
        return _read(passage, before[-1], Confidence.HIGH)
    return None


def _read(passage: Passage, date: Figure, step: Confidence) -> Proposal:
    text, value = fold(passage.text), date.edtf or ""
    behind, before = text[date.end : date.end + 4], text[max(0, date.start - 2) : date.start]
    if "/" not in value and (
        _SINCE.search(behind) or (_FROM.search(before) and "以来" in text[date.end : date.end + 12])
    ):
        value = f"{value}/.."
    by = _BY.search(before)
    return Proposal("period", value, f"{by[0] if by else ''}{date.surface}", step)


def _in_name(passage: Passage, date: Figure, begin: int) -> bool:
    """Whether a date stands in the name of a document or report."""
    return _NAMED.search(passage.text[begin : date.start]) is not None
