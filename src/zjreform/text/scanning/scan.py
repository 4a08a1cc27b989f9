"""The one pass over a text: every numeral with what it is.

The pattern of ``scanner`` stops at each numeral and says by the rules of ``rules`` what it is if it is no quantity; a quantity that is not
plain is read by ``reading``. Every stop moves on by at least the numeral it is at: the time is linear.
"""

from typing import Final

from zjreform.quantity.bounds import Bound
from zjreform.quantity.change import Sense
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure, filled, sense_at
from zjreform.text.scanning.closely import Closely, sure_of, wraps
from zjreform.text.scanning.scanner import SURE, Scanner

_EXACT: Final = Bound.EXACT
_LEVEL: Final = Sense.LEVEL
_POINTS: Final = Dimension.PERCENTAGE_POINT


def scan(text: str, made: Scanner) -> list[Figure]:
    """Return the numerals of a text in order; none overlaps another. The bases of rates are always there.

    Args:
        text: The text.
        made: The scanner of a lexicon, which knows whether to return what is no quantity, too; the quantities are the same.

    Example:
        >>> from zjreform.text.lexicon import Lexicon
        >>> from zjreform.text.scanning.scanner import every_scanner
        >>> [(found.kind.value, found.end) for found in scan("2018年统一办理8件", every_scanner(Lexicon()))]
        [('date', 5), ('lexical', 7), ('quantity', 11)]
    """
    found: list[Figure] = []
    stop_from, match_at = made.stop, made.match
    stop, end = stop_from(text, 0), 0
    if stop is None:
        return found
    tags, caches, wary, verbs, listed = made.tags, made.caches, made.wary, made.verbs, made.listed
    known, endings, pairs = listed.known, made.openings.lasts, made.openings.pairs
    closely: Closely | None = None
    while stop is not None:
        start = stop.start()
        before = text[start - 1] if start else ""
        lasts, tails = known.get(text[start : start + 3]) or listed.at(text, start)
        if (lasts is None or before in lasts) and (behind := listed.end(text, start, tails)) > 0:
            if made.every:
                closely = closely or Closely(text, made, found)
                closely.named(start, behind, end)
            end = behind
        elif (match := match_at(text, start)) is None:
            end = start + 1
        elif (index := match.lastindex) is None:
            end = match.end()
        else:
            tag, surface = tags[index], match[0]
            apart = before not in wary and (before not in endings or text[start - 2 : start] not in pairs)
            quantity = caches[tag].get(surface) if apart else None
            if quantity is None and apart and tag is SURE:
                quantity = sure_of(match, made)
            if quantity is not None and (
                tag is SURE or (quantity.bound is _EXACT and not wraps(text, start, match.end()))
            ):
                end = match.end()
                sense = _LEVEL
                if before in verbs:
                    sense = sense_at(text, start, points=quantity.unit.dimension is _POINTS)
                found.append(filled(start, end, surface, quantity, sense))
            else:
                closely = closely or Closely(text, made, found)
                end = closely.read(match, tag, end)
        stop = stop_from(text, end)
    return found
