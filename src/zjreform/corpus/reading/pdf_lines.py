"""Lines of a PDF page from its glyphs: what stands on one base line; raised figures, blanks and cells are told by their places.

A gap between Chinese letters, or between one of them and a digit, is set by the writer and is no blank; a gap within digits is one (1 234);
a gap much wider than the others of its line parts two cells, unless the line is otherwise full of letters: there a justified blank is wide.
"""

import re
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final, NamedTuple

from attrs import Factory, define

from zjreform.corpus.reading.content import lowered, raised
from zjreform.corpus.reading.pdf_glyphs import Glyph

WIDE: Final = re.compile("[\u2018-\u201d\u2026\u2014\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Letters and signs that fill a square."""
_SMALL, _SAME = 0.97, 0.12
_HIGHEST, _LOWEST, _NEAR = 0.75, -0.55, 0.5
_RAISED, _LOWERED = 0.12, -0.06
_CELL, _CELLS, _MOST_STRETCH = 0.4, 2.5, 1.0
_PROSE_CELL, _PROSE_LETTERS, _PROSE_WIDE, _PROSE_FULL = 2.0, 20, 0.5, 0.9
_IN_NUMBER, _IN_WORD, _STRETCHED = 0.12, 0.15, 1.4
_BACK = 0.6
_REMEMBERED: Final = 3


class Cell(NamedTuple):
    """What stands between two wide gaps of a line, with its edges on the page."""

    text: str
    left: float
    right: float


@define
class Line:
    """What stands on one base line.

    Attributes:
        base: Height of the base line on the page, in points.
        size: Size of its largest letters, in points.
        glyphs: Its glyphs from left to right.
    """

    base: float
    size: float
    glyphs: list[Glyph] = Factory(list)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.glyphs[-1].right

    def takes(self, glyph: Glyph) -> bool:
        """Return whether a glyph stands on this line, behind what stands there."""
        if glyph.left < self.right - _BACK * max(glyph.size, self.size):
            return False
        shift = glyph.base - self.base
        if abs(shift) <= _SAME * max(self.size, glyph.size):
            return True
        large = max(self.size, glyph.size)
        if glyph.size > self.size:
            shift = -shift
        small = min(self.size, glyph.size) < _SMALL * large and glyph.left < self.right + _NEAR * large
        return small and _LOWEST * large < shift < _HIGHEST * large

    def add(self, glyph: Glyph) -> None:
        """Put a glyph behind the others; the largest says where the base line is."""
        if glyph.size > self.size or not self.glyphs:
            self.base, self.size = glyph.base, glyph.size
        self.glyphs.append(glyph)

    def text(self) -> str:
        """Return the characters with blanks where blanks are, and tabs between cells."""
        return "\t".join(cell.text for cell in self.cells())

    def cells(self) -> list[Cell]:
        """Return what stands between wide gaps, each with its left and right edge; one where there is no such gap."""
        stretch = self._stretch()
        wide = max((_PROSE_CELL if self._is_prose() else _CELL) * self.size, _CELLS * stretch)
        found: list[Cell] = []
        pieces: list[str] = []
        first = before = self.glyphs[0]
        for glyph in self.glyphs:
            if glyph.left - before.right > wide:
                found.append(Cell("".join(pieces).strip(" \t"), first.left, before.right))
                pieces, first = [], glyph
            elif pieces and _is_blank(before, glyph, self.size, stretch):
                pieces.append(" ")
            pieces.append(self._shown(glyph))
            before = glyph
        found.append(Cell("".join(pieces).strip(" \t"), first.left, before.right))
        return [cell for cell in found if cell.text]

    def _shown(self, glyph: Glyph) -> str:
        if glyph.size >= _SMALL * self.size:
            return glyph.char
        shift = (glyph.base - self.base) / self.size
        return raised(glyph.char) if shift > _RAISED else lowered(glyph.char) if shift < _LOWERED else glyph.char

    def _stretch(self) -> float:
        """Return the usual gap between two Chinese letters of the line: what its writer added to fill it."""
        gaps = [
            after.left - before.right
            for before, after in zip(self.glyphs, self.glyphs[1:], strict=False)
            if WIDE.match(before.char) and WIDE.match(after.char)
        ]
        usual = median(gaps) if len(gaps) > 1 else 0.0
        return usual if 0 < usual < _MOST_STRETCH * self.size else 0.0

    def _is_prose(self) -> bool:
        """Return whether the line is full of Chinese letters: what it has of wide gaps are blanks that were stretched."""
        wide = sum(1 for glyph in self.glyphs if WIDE.match(glyph.char))
        filled = sum(glyph.right - glyph.left for glyph in self.glyphs)
        many = len(self.glyphs) >= _PROSE_LETTERS and wide >= _PROSE_WIDE * len(self.glyphs)
        return many and filled >= _PROSE_FULL * (self.right - self.left)


def _is_blank(before: Glyph, after: Glyph, size: float, stretch: float) -> bool:
    if before.char.isspace() or after.char.isspace() or WIDE.match(before.char) or WIDE.match(after.char):
        return False
    least = _IN_NUMBER if before.char.isdecimal() and after.char.isdecimal() else _IN_WORD
    return after.left - before.right > least * size + _STRETCHED * stretch


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines of a page, in the order in which the file begins them.

    Example:
        >>> made = lines_of([Glyph("1", 0, 5, 100, 10), Glyph("0", 5, 10, 100, 10), Glyph("4", 10, 13, 104, 6)])
        >>> [line.text() for line in made]
        ['10⁴']
    """
    lines: list[Line] = []
    for glyph in glyphs:
        recent = reversed(lines[-_REMEMBERED:])
        line = next((each for each in recent if each.takes(glyph)), None)
        if line is None:
            if glyph.char.isspace():
                continue
            line = Line(glyph.base, glyph.size)
            lines.append(line)
        line.add(glyph)
    return lines


def texts_of(lines: Sequence[Line]) -> list[str]:
    r"""Return the text of each line; in a table, what stands below one column stays in it, whatever cells are empty.

    Example:
        >>> row = lambda base, *places: Line(base, 10, [Glyph("9", x, x + 5, base, 10) for x in places])
        >>> texts_of([row(50, 0, 50, 100), row(30, 0, 100)])
        ['9\t9\t9', '9\t\t9']
    """
    cells = [line.cells() for line in lines]
    texts: list[str] = []
    while len(texts) < len(cells):
        start = end = len(texts)
        while end < len(cells) and len(cells[end]) > 1:
            end += 1
        texts += _rows(cells[start:end]) if end > start else ["\t".join(cell.text for cell in cells[start])]
    return texts


def _rows(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the rows of a table, each cell in the column of the fullest row that it overlaps or is nearest to."""
    grid = max(rows, key=len)
    texts = []
    for row in rows:
        places = [min(range(len(grid)), key=lambda at, cell=cell: _distance(grid[at], cell)) for cell in row]  # type: ignore[misc]
        line = [""] * len(grid)
        for place, cell in zip(places, row, strict=True):
            line[place] = cell.text
        alone = len(set(places)) == len(places)
        texts.append("\t".join(line).rstrip("\t") if alone else "\t".join(cell.text for cell in row))
    return texts


def _distance(one: Cell, other: Cell) -> float:
    return max(one.left, other.left) - min(one.right, other.right)
