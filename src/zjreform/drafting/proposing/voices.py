"""Who says what stands at a place: by the kind of the document, and by the heading or the name that opens the paragraph."""

import re
from bisect import bisect_left
from typing import Final

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.proposals import Confidence, Proposal

_BY_KIND: Final = {
    "yearbook": "yearbook",
    "magazine": "journalist",
    "news": "journalist",
    "book": "applicant",
    **dict.fromkeys(("work_report", "notice", "plan", "law", "communique", "statistics", "judgment"), "official"),
}
_COMMENT: Final = re.compile(r"^(?:专家)?点评[:：]|^[\w·]{2,4}[（(][^）)]{4,60}[）)]\s*[:：]|专家点评[:：]")


def voice_at(passage: Passage, start: int, kind: str | None) -> Proposal:
    r"""Return who speaks at an offset.

    Args:
        passage: The text.
        start: The offset.
        kind: Kind of the document, if it is known.

    Example:
        >>> passage = Passage("a", "案例1\n某市推进改革，用时3天。\n专家点评:很好，只用3天。")
        >>> [voice_at(passage, one.start, "news").value for one in passage.quantities]
        ['applicant', 'expert']
    """
    if kind == "yearbook":
        return Proposal("voice", "yearbook", "a section of a yearbook", Confidence.HIGH)
    line = passage.text.rfind("\n", 0, start) + 1
    end = passage.text.find("\n", start)
    opening = passage.text[line : end if end >= 0 else len(passage.text)]
    comment = _COMMENT.search(opening[: max(40, start - line)])
    if comment:
        return Proposal("voice", "expert", comment[0][:12], Confidence.HIGH)
    place = bisect_left(passage.headings, (line, ""))
    if place and kind != "magazine":
        return Proposal(
            "voice", "applicant", f"under the heading {passage.headings[place - 1][1][:12]}", Confidence.MIDDLE
        )
    if passage.first_person and not place and kind != "book":
        return Proposal("voice", "official", passage.first_person, Confidence.MIDDLE)
    return Proposal("voice", _BY_KIND.get(kind or "", "journalist"), "the kind of the document", Confidence.LOW)
