"""Where a claim can stand: by its quotation, its span, or the subject in the same sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from zjreform.drafting.passages import Passage
from zjreform.drafting.verifying.claims import Claim
from zjreform.errors import ParseError
from zjreform.fold import fold
from zjreform.quantity.parsing import parse
from zjreform.text.figure import Figure, filled

_BLANK: Final = re.compile(r"\s+")


@frozen
class Scope:
    """The figures that a claim can mean.

    Attributes:
        figures: The figures.
        placed: Whether a quotation, a span or a subject chose them; else they are all of the text.
        elsewhere: Whether they do not stand at the span that is claimed.
    """

    figures: tuple[Figure, ...]
    placed: bool
    elsewhere: bool = False


def scope_of(claim: Claim, passage: Passage) -> Scope:
    """Return the figures that a claim can mean.

    Example:
        >>> from zjreform.drafting.verifying.claims import claims_of
        >>> scope = scope_of(claims_of([{"surface": "25亿元"}], ["a"])[0], Passage("a", "投资3.25亿元"))
        >>> [figure.surface for figure in scope.figures], scope.placed
        (['3.25亿元'], True)
    """
    hinted = _hinted(claim, passage)
    quoted = _quoted(claim, passage)
    if quoted:
        both = [one for one in quoted if one in hinted]
        held = hinted and passage.text[claim.start : claim.end] == claim.quote
        return Scope(tuple(both or quoted), placed=True, elsewhere=bool(held and not both))
    if hinted:
        return Scope(tuple(hinted), placed=True)
    spoken = of_subject(claim, passage, passage.quantities)
    if spoken:
        return Scope(tuple(spoken), placed=True)
    return Scope(passage.quantities, placed=claim.start is not None, elsewhere=claim.start is not None)


def _hinted(claim: Claim, passage: Passage) -> list[Figure]:
    """Return the figures that the claimed span touches; a numeral that is read as a word where it stands counts as what it says."""
    if claim.start is None or claim.end is None:
        return []
    start, end = claim.start, max(claim.end, claim.start + 1)
    found = passage.touching(start, end)
    if found:
        return found
    for one in passage.every:
        if one.start <= start and end <= one.end:
            try:
                return [filled(start, end, passage.text[start:end], parse(passage.text[start:end]))]
            except ParseError:
                return []
    return []


def of_subject(claim: Claim, passage: Passage, among: Sequence[Figure]) -> list[Figure]:
    """Return the figures in whose sentence the subject of a claim stands.

    Example:
        >>> from zjreform.drafting.verifying.claims import claims_of
        >>> claim = claims_of([{"value": 8, "subject": "开办"}], ["a"])[0]
        >>> passage = Passage("a", "开办8天。注销8天。")
        >>> [figure.start for figure in of_subject(claim, passage, passage.quantities)]
        [2]
    """
    if not claim.subject:
        return []
    wanted = _BLANK.sub("", fold(claim.subject))
    kept = []
    for figure in among:
        begin, end = passage.sentence(figure)
        if wanted in _BLANK.sub("", fold(passage.text[begin:end])):
            kept.append(figure)
    return kept


def whole_quotes(claim: Claim, passage: Passage) -> list[tuple[int, int]]:
    """Return the places where a quotation of several figures stands and cuts none of them.

    Example:
        >>> from zjreform.drafting.verifying.claims import claims_of
        >>> whole_quotes(claims_of([{"surface": "8天至1天"}], ["a"])[0], Passage("a", "由8天至1天"))
        [(1, 6)]
    """
    return [
        (begin, end)
        for begin, end in _places(claim.quote or "", passage.text)
        if (touching := passage.touching(begin, end)) and all(begin <= one.start and one.end <= end for one in touching)
    ]


def _quoted(claim: Claim, passage: Passage) -> list[Figure]:
    """Return the figures at the places of a quotation: the whole ones if there are any, else those that it cuts."""
    whole: list[Figure] = []
    cut: list[Figure] = []
    for begin, end in _places(claim.quote or "", passage.text):
        for figure in passage.touching(begin, end):
            (whole if begin <= figure.start and figure.end <= end else cut).append(figure)
    return whole or cut


def _places(quote: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(quote) if quote.strip() else -1
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + 1)
