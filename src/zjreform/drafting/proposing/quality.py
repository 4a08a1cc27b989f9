"""What is doubtful about a figure in the copy at hand: numbers that have run together, modifiers that may reach further."""

import re
from typing import Final

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.text.figure import Figure

_RUN_ON: Final = re.compile(r"[%％‰]\s*$")
_NUMBER: Final = re.compile(r"[0-9０-９]")


def quality_of(passage: Passage, figure: Figure) -> Proposal:
    """Return the flags that a figure may need; an empty proposal where nothing shows.

    Example:
        >>> passage = Passage("a", "占比分别为59.03%55.91%")
        >>> [quality_of(passage, one).value for one in passage.quantities]
        ['damaged', 'damaged']
    """
    text = passage.text
    joined_before = bool(_RUN_ON.search(text[max(0, figure.start - 1) : figure.start]))
    behind = text[figure.end : figure.end + 1]
    joined_behind = bool(_NUMBER.match(behind)) and figure.surface[-1:] in "%％‰"
    if joined_before or joined_behind:
        return Proposal("quality", "damaged", "two figures without a mark between them", Confidence.MIDDLE)
    return Proposal("quality", None, "nothing shows", Confidence.LOW)
