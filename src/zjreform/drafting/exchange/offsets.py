"""Offsets of other programs: in which unit they count and over which line ends, found out by the quotations.

Programs count code points, units of UTF-16 or bytes of UTF-8, over LF or CRLF. Each way is tried on all spans of a document; one that
puts every quotation where it stands is taken, and where none does, or two put them in different places, the document is refused.
"""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Final

from attrs import evolve, frozen

from zjreform.drafting.exchange.spans import CodedSpan
from zjreform.errors import DatasetError, Problem

UNITS: Final = ("code points", "UTF-16", "bytes")
ENDS: Final = ("LF", "CRLF")


@frozen
class Counting:
    """How a program counts.

    Attributes:
        unit: ``code points``, ``UTF-16`` or ``bytes``.
        ends: Line ends that it counts over: ``LF`` (one character) or ``CRLF`` (two).
    """

    unit: str
    ends: str

    def __str__(self) -> str:
        return f"{self.unit}, {self.ends}"


def fitted(spans: Sequence[CodedSpan], text: str) -> tuple[list[CodedSpan], Counting]:
    r"""Return spans of one document with offsets in code points of its text, and how they were counted.

    Args:
        spans: Spans as another program counted them.
        text: The text.

    Raises:
        DatasetError: No way of counting puts every quotation where it stands, or two put them in different places.

    Example:
        >>> span = CodedSpan(document="a", start=4, end=6, quote="5天", field="position", value="level", coder="me")
        >>> found, counting = fitted([span], "𠮷用时5天")
        >>> found[0].start, str(counting)
        (3, 'UTF-16, LF')
    """
    canonical = text.replace("\r\n", "\n")
    places: dict[Counting, list[tuple[int, int]]] = {}
    misfits: list[CodedSpan] = list(spans)
    for unit, ends in product(UNITS, ENDS):
        convert = _converter(canonical, unit, ends)
        tried = [(convert(one.start), convert(one.end)) for one in spans]
        wrong = [one for one, place in zip(spans, tried, strict=True) if not _fits(canonical, place, one.quote)]
        if not wrong:
            places[Counting(unit, ends)] = [(begin or 0, end or 0) for begin, end in tried]
        elif len(wrong) < len(misfits):
            misfits = wrong
    if not places:
        one = misfits[0]
        shown = f"{one.start}-{one.end} {one.quote!r}"
        raise DatasetError(
            [Problem(one.document, 0, "", shown, "a place at which the quotation stands, in any unit", _LOOK)]
        )
    if len({tuple(found) for found in places.values()}) > 1:
        ways = " and ".join(map(str, places))
        raise DatasetError([Problem(spans[0].document, 0, "", ways, "one way of counting that fits", _LOOK)])
    counting, found = next(iter(places.items()))
    made = [
        evolve(one, start=begin, end=end, quote=canonical[begin:end])
        for one, (begin, end) in zip(spans, found, strict=True)
    ]
    return made, counting


_LOOK: Final = "give the text that was coded"


def _fits(text: str, place: tuple[int | None, int | None], quote: str) -> bool:
    begin, end = place
    return begin is not None and end is not None and begin < end and _flat(text[begin:end]) == _flat(quote)


def _flat(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", " ")


def _converter(text: str, unit: str, ends: str) -> Callable[[int], int | None]:
    """Return the function from an offset of another program to one in code points, ``None`` inside a character or outside the text."""
    table: dict[int, int] = {}
    at = 0
    for place, char in enumerate(text):
        table[at] = place
        at += _width(char, unit) + (char == "\n" and ends == "CRLF")
    table[at] = len(text)
    return table.get


def _width(char: str, unit: str) -> int:
    if unit == "code points":
        return 1
    return len(char.encode("utf-16-le")) // 2 if unit == "UTF-16" else len(char.encode())
