"""What a reader found: blocks of text in order, and what did not come over.

Every reader fills a `Builder`, which joins the blocks: a blank line between paragraphs, a line break between the rows of a table and
between a line that states their unit and the first of them, so that nothing reads across a paragraph and a unit stays with its table.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

RAISED: Final = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
"""Characters that have a raised form of their own."""
LOWERED: Final = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
"""Characters that have a lowered form of their own."""
_INVISIBLE: Final = re.compile("[\u200b\u200c\u200d\u00ad\u2060\ufeff]")
_BROKEN: Final = re.compile("[\x00\ufffd]+")
UNIT_LINE: Final = re.compile(r"[（(\s]*(?:计量|计算|数据)?[单單]\s*位\s*[:：].{1,40}")
"""A line that states the unit of the table below it."""


@frozen
class Loss:
    """Something of a document that its text does not hold.

    Attributes:
        what: What it is, in English, such as ``"picture"``.
        number: How many of them.
        page: Page from 1; ``None`` where the format has no pages, or for the document as a whole.

    Example:
        >>> str(Loss("picture", 2, 1))
        '2 × picture on page 1'
    """

    what: str
    number: int
    page: int | None = None

    def __str__(self) -> str:
        return f"{self.number} × {self.what}" + ("" if self.page is None else f" on page {self.page}")


@frozen
class Damage:
    """A place at which the text of a document is not what its author wrote.

    Attributes:
        start: Offset of the first damaged character; where text is missing, the place at which it is.
        end: Offset behind the last one.
        reason: What is wrong, in English.
        page: Page from 1, ``None`` where the format has no pages.

    Example:
        >>> str(Damage(3, 5, "characters that no encoding gave"))
        'characters that no encoding gave at 3 to 5'
    """

    start: int
    end: int
    reason: str
    page: int | None = None

    def __str__(self) -> str:
        return f"{self.reason} at {self.start} to {self.end}" + ("" if self.page is None else f" (page {self.page})")


@frozen
class Content:
    """The text of a document with the places in it.

    Attributes:
        text: The text.
        paragraphs: Spans of the paragraphs; a row of a table is one.
        pages: Spans of the pages, empty where the format has none.
        losses: What did not come over.
        damaged: Where it is not what its author wrote.
        encoding: Encoding it was read by; ``""`` for formats that need none.
    """

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    pages: tuple[tuple[int, int], ...] = ()
    losses: tuple[Loss, ...] = ()
    damaged: tuple[Damage, ...] = ()
    encoding: str = ""


@frozen
class Builder:
    r"""Collects the blocks of a document.

    Example:
        >>> made = Builder()
        >>> made.paragraph("单位：万元"); made.row(["杭州", "1 200"]); made.paragraph("完")
        >>> made.content().text
        '单位：万元\n杭州\t1 200\n\n完'
    """

    _blocks: list[tuple[str, bool]] = field(factory=list)
    _lost: Counter[str] = field(factory=Counter)

    def paragraph(self, text: str) -> None:
        """Add a paragraph; one without text is left out."""
        if text.strip():
            self._blocks.append((text.strip("\n\t "), False))

    def row(self, cells: Iterable[str]) -> None:
        """Add a row of a table, its cells set apart by tabs; one without text is left out."""
        line = "\t".join(cells)
        if line.strip():
            self._blocks.append((line.rstrip(), True))

    def lost(self, what: str, number: int = 1) -> None:
        """Count something that the text does not hold."""
        self._lost[what] += number

    def content(self) -> Content:
        """Return the text of all blocks."""
        pieces: list[str] = []
        paragraphs = []
        length = 0
        before, in_table = "", False
        for raw, is_row in self._blocks:
            text = without_invisible(raw, self._lost)
            if pieces:
                close = is_row and (in_table or UNIT_LINE.fullmatch(before) is not None)
                pieces.append("\n" if close else "\n\n")
                length += len(pieces[-1])
            pieces.append(text)
            paragraphs.append((length, length + len(text)))
            length += len(text)
            before, in_table = text, is_row
        whole = "".join(pieces)
        losses = tuple(Loss(what, number) for what, number in self._lost.items())
        return Content(whole, tuple(paragraphs), losses=losses, damaged=broken(whole))


def without_invisible(text: str, lost: Counter[str]) -> str:
    r"""Return a text without characters of no width, which would stand inside its numbers; counts them.

    Example:
        >>> without_invisible("3\u200b0分钟", Counter())
        '30分钟'
    """
    kept = _INVISIBLE.sub("", text)
    if len(kept) < len(text):
        lost["character without width"] += len(text) - len(kept)
    return kept


def broken(text: str) -> tuple[Damage, ...]:
    r"""Return where a text holds characters that stand for lost ones.

    Example:
        >>> [damage.start for damage in broken("约3\ufffd天")]
        [2]
    """
    reason = "characters that were lost before this file was written"
    return tuple(Damage(match.start(), match.end(), reason) for match in _BROKEN.finditer(text))


def raised(text: str) -> str:
    """Return a text with the raised form of each character that has one.

    Example:
        >>> raised("4"), raised("-2")
        ('⁴', '⁻²')
    """
    return text.translate(RAISED)


def lowered(text: str) -> str:
    """Return a text with the lowered form of each character that has one.

    Example:
        >>> "CO" + lowered("2")
        'CO₂'
    """
    return text.translate(LOWERED)
