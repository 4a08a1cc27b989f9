"""The glyphs of a PDF page with their places, as pdfium gives them: they decide what was raised and what was a blank."""

import ctypes
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from zjreform.tabular.optional import optional

LOST: Final = "\ufffd"
"""Stands for a glyph whose character the file does not say."""
_END_HYPHEN: Final = "\x02"
_PRIVATE: Final = range(0xE000, 0xF900)
_HIGHEST: Final = 0xFFFE
_SURROGATES: Final = range(0xD800, 0xE000)
_LOW_SURROGATES: Final = 0xDC00


class Glyph(NamedTuple):
    """One character at its place on a page; lengths in points, upwards and to the right."""

    char: str
    left: float
    right: float
    base: float
    size: float


def page_glyphs(page: Any) -> tuple[list[Glyph], int]:  # noqa: ANN401 (pypdfium2.PdfPage)
    """Return the glyphs of a page in the order of the file, turned upright, and how many stand at another angle than most."""
    raw = optional("pypdfium2.raw", "documents")
    text = page.get_textpage()
    try:
        found = list(_glyphs(raw, text.raw))
    finally:
        text.close()
    turns = [turn for turn, _ in found]
    main = max(set(turns), key=turns.count, default=0)
    upright = [_upright(glyph, turn) for turn, glyph in found if turn == main]
    return upright, len(found) - len(upright)


def _glyphs(raw: Any, text: Any) -> Iterator[tuple[int, Glyph]]:  # noqa: ANN401
    """Yield each glyph with the quarter turns it is set at; its base stands in the place of x or y that is across the line."""
    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    high = 0
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _SURROGATES:
            if code < _LOW_SURROGATES:
                high = code
                continue
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        turn = _turn(matrix.a, matrix.b)
        scale: float = (matrix.c**2 + matrix.d**2) ** 0.5
        size = raw.FPDFText_GetFontSize(text, index) * scale
        lost = code == 0 or (code >= _HIGHEST and code < _HIGHEST + 2) or code in _PRIVATE
        char = LOST if lost or raw.FPDFText_HasUnicodeMapError(text, index) == 1 else chr(code)
        char = "-" if char == _END_HYPHEN else char
        if char in "\r\n":
            continue
        across = x.value if turn % 2 else y.value
        ends = (box.bottom, box.top) if turn % 2 else (box.left, box.right)
        yield turn, Glyph(char, *ends, across, size)


def _turn(a: float, b: float) -> int:
    """Return by how many quarters a text is turned to the left."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _upright(glyph: Glyph, turn: int) -> Glyph:
    char, left, right, base, size = glyph
    if turn == 0:
        return glyph
    if turn == 1:
        return Glyph(char, left, right, -base, size)
    return Glyph(char, -right, -left, base if turn == 3 else -base, size)  # noqa: PLR2004 (a quarter to the right)
