"""Wholes and their parts: 其中, what a bracket splits, and lists behind a total."""

import re
from collections.abc import Sequence
from typing import Final

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.fold import fold
from zjreform.text.figure import Figure

_OF_WHICH: Final = re.compile(r"其中|[(（]|特别是")
_WHOLE: Final = re.compile(r"(?:共|总数|总计|合计|总量|累计)[^,，。;；、]{0,14}$")


def whole_of(passage: Passage, figure: Figure) -> tuple[Figure, Proposal] | None:
    """Return the figure of which another is a part, with the proposal of how; ``None`` where no word says so.

    Example:
        >>> passage = Passage("a", "代办项目总数416个，其中办结211个")
        >>> whole, proposal = whole_of(passage, passage.quantities[1])
        >>> whole.surface, proposal.value, proposal.reason
        ('416个', 'subset', '其中')
    """
    begin, _ = passage.sentence(figure)
    before = [one for one in _same_unit(passage.neighbours(figure), figure) if one.start < figure.start]
    marks = list(_OF_WHICH.finditer(fold(passage.text[begin : figure.start])))
    if marks and before:
        mark = marks[-1]
        heads = [one for one in before if one.end <= begin + mark.start()]
        closed = mark[0] in "(（" and re.search("[)）]", passage.text[begin + mark.start() : figure.start])
        if heads and not closed:
            return heads[-1], Proposal("composition", "subset", mark[0], Confidence.MIDDLE)
    return None


def _same_unit(near: Sequence[Figure], figure: Figure) -> list[Figure]:
    unit = figure.quantity.unit if figure.quantity is not None else None
    return [one for one in near if one.quantity is not None and one.quantity.unit == unit]


def stated_total(passage: Passage, figure: Figure) -> bool:
    """Return whether the words before a figure call it a total."""
    begin, _ = passage.sentence(figure)
    return _WHOLE.search(fold(passage.text[begin : figure.start])) is not None
