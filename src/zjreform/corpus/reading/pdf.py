"""PDF with a text layer, by pdfium: pages, lines, and the paragraphs that the lines make.

Lines that fill their column are joined, also across pages, so that no figure is cut at an edge; page numbers and running heads are left
out and counted. A page that was scanned is damage, a document of such pages is refused.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import define

from zjreform.corpus.reading.content import UNIT_LINE, Content, Damage, Loss, broken, without_invisible
from zjreform.corpus.reading.pdf_glyphs import page_glyphs
from zjreform.corpus.reading.pdf_lines import WIDE, Line, lines_of, texts_of
from zjreform.errors import DocumentError
from zjreform.tabular.optional import optional

_NUMBER: Final = re.compile(
    r"[-–—―~·•\s]*+(?:第\s*+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*+页)?"
    r"(?:\s*+[/／,，]?\s*+(?:共\s*+)?\d{1,4}(?:\s*+页)?)?[-–—―~·•\s]*+"
)
_MARKER: Final = re.compile(
    r"第[\d一二三四五六七八九十百]+[条章节款项]|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[●■◆•·]"
)
_EDGE: Final = 0.09
_REPEATED: Final = 3
_CELL_INDENT, _INDENT, _LEADING, _ROW_LEADING = 3.0, 1.2, 2.3, 5.0
_TAIL: Final = 1024
_SCANNED: Final = "a scan: it has no text layer, or one that was guessed from a picture"


def read_pdf(path: Path, most_pages: int) -> Content:
    """Return the text of a PDF file.

    Raises:
        DocumentError: It is scanned, encrypted, damaged or has too many pages.
        ExtraMissingError: pypdfium2 is not installed.
    """
    pdfium = optional("pypdfium2", "documents")
    _check_end(path)
    try:
        opened = pdfium.PdfDocument(str(path))
    except pdfium.PdfiumError as error:
        reason = "it is encrypted" if "password" in str(error).lower() else f"it is damaged or no PDF file ({error})"
        raise DocumentError(str(path), reason, "remove its password" if "encrypted" in reason else "") from error
    try:
        if len(opened) > most_pages:
            raise DocumentError(
                str(path),
                f"it has {len(opened):,} pages, at most {most_pages:,} are read",
                "pass limits=zj.Limits(pages=…)",
            )
        pages = [_page(opened, index, path) for index in range(len(opened))]
    finally:
        opened.close()
    if all(page.scanned for page in pages):
        raise DocumentError(str(path), _SCANNED, "pass its text, typed or corrected")
    lost = _without_furniture(pages)
    return _Writer(pages, lost).content()


@define
class _Page:
    number: int
    height: float
    lines: list[Line]
    pictures: int
    turned: int
    scanned: bool


def _check_end(path: Path) -> None:
    """Refuse a file that was cut: pdfium repairs it and says nothing of the pages that are gone."""
    with path.open("rb") as file:
        head = file.read(_TAIL)
        file.seek(max(0, path.stat().st_size - _TAIL))
        tail = file.read()
    if b"%PDF-" not in head:
        raise DocumentError(str(path), "it is no PDF file")
    if b"%%EOF" not in tail:
        raise DocumentError(str(path), "it is damaged: its end is missing", "get it anew")


def _page(opened: Any, index: int, path: Path) -> _Page:  # noqa: ANN401 (pypdfium2.PdfDocument)
    pdfium, raw = optional("pypdfium2", "documents"), optional("pypdfium2.raw", "documents")
    try:
        page = opened[index]
    except pdfium.PdfiumError as error:
        raise DocumentError(str(path), f"it is damaged: page {index + 1} cannot be read ({error})") from error
    try:
        kinds = Counter[str]()
        for piece in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE), max_depth=4):
            if piece.type == raw.FPDF_PAGEOBJ_IMAGE:
                kinds["picture"] += 1
            else:
                hidden = raw.FPDFTextObj_GetTextRenderMode(piece.raw) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
                kinds["hidden" if hidden else "text"] += 1
        glyphs, turned = page_glyphs(page)
        scanned = bool(kinds["picture"]) and kinds["text"] <= kinds["hidden"]
        width, height = page.get_size()
        lines = [] if scanned else lines_of(glyphs)
        return _Page(index + 1, max(width, height) if turned else height, lines, kinds["picture"], turned, scanned)
    finally:
        page.close()


def _without_furniture(pages: list[_Page]) -> Counter[tuple[str, int | None]]:
    """Take page numbers and running heads out of the pages; return how many, and what else is lost."""
    edges = [(page, line, line.text()) for page in pages for line in page.lines if _is_at_edge(page, line)]
    often = Counter(re.sub(r"\d+", "0", text) for _, _, text in edges)
    lost: Counter[tuple[str, int | None]] = Counter()
    for page, line, text in edges:
        number = _NUMBER.fullmatch(text) is not None
        if number or often[re.sub(r"\d+", "0", text)] >= _REPEATED:
            page.lines.remove(line)
            lost["page number" if number else "running head", None] += 1
    for page in pages:
        if page.pictures and not page.scanned:
            lost["picture", page.number] += page.pictures
        if page.turned:
            lost["character at another angle", page.number] += page.turned
    return lost


def _is_at_edge(page: _Page, line: Line) -> bool:
    if not page.lines:
        return False
    top, bottom = max(each.base for each in page.lines), min(each.base for each in page.lines)
    near = line.base > (1 - _EDGE) * page.height or line.base < _EDGE * page.height
    return near and line.base in {top, bottom}


class _Writer:
    """Puts the lines of all pages into one text."""

    def __init__(self, pages: list[_Page], lost: Counter[tuple[str, int | None]]) -> None:
        self._pages, self._lost = pages, lost
        self._pieces: list[str] = []
        self._length = 0

    def content(self) -> Content:
        """Return the text with its pages."""
        starts, damaged = [], []
        before: tuple[Line, str, float] | None = None
        for page in self._pages:
            edges = {id(line): _column(line, page.lines) for line in page.lines}
            start: int | None = None
            for line, raw in zip(page.lines, texts_of(page.lines), strict=True):
                text = self._clean(raw)
                if not text:
                    continue
                left, right = edges[id(line)]
                joint = "" if before is None else _joint(before, line, text, left, new_page=start is None)
                self._put(joint)
                start = self._length if start is None else start
                self._put(text)
                before = line, text, right
            starts.append(self._length if start is None else start)
            if page.scanned:
                damaged.append(Damage(starts[-1], starts[-1], _SCANNED, page.number))
        whole = "".join(self._pieces)
        ends = [*starts[1:], len(whole)]
        spans = tuple(match.span() for match in re.finditer(r"[^\n]+", whole))
        losses = tuple(Loss(what, number, page) for (what, page), number in self._lost.items())
        return Content(
            whole, spans, tuple(zip(starts, ends, strict=True)), losses, (*damaged, *_on_pages(whole, starts))
        )

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _clean(self, text: str) -> str:
        counted: Counter[str] = Counter()
        kept = without_invisible(text, counted)
        for what, number in counted.items():
            self._lost[what, None] += number
        return kept


def _on_pages(text: str, starts: list[int]) -> Iterator[Damage]:
    for damage in broken(text):
        page = sum(start <= damage.start for start in starts)
        yield Damage(damage.start, damage.end, "glyphs whose characters the file does not say", page)


def _column(line: Line, lines: list[Line]) -> tuple[float, float]:
    """Return the left and the right edge of the column that a line stands in."""
    alike = [each for each in lines if abs(each.left - line.left) <= _CELL_INDENT * line.size]
    return min(each.left for each in alike), max(each.right for each in alike)


def _joint(before: tuple[Line, str, float], line: Line, text: str, left: float, *, new_page: bool) -> str:
    """Return what stands between two lines: nothing where the first is full and goes on, else a line break or a blank line."""
    above, words, right = before
    fall = above.base - line.base
    indented = line.left - left > _INDENT * line.size
    alike = abs(above.size - line.size) <= (1 - _SMALL_CHANGE) * line.size
    rows = "\t" in words or "\t" in text
    apart = not new_page and not 0 < fall <= _LEADING * line.size
    goes_on = not (indented or apart or rows) and alike and right - above.right < _first_width(line)
    if goes_on and not (_MARKER.match(text) and words[-1] in "。；;：:.!！?？"):
        return _seam(words[-1], text[0])
    together = "\t" in text and ("\t" in words or UNIT_LINE.fullmatch(words) is not None)
    if (rows and not apart) or (together and 0 < fall <= _ROW_LEADING * line.size):
        return "\n"
    return "\n\n" if indented or apart or new_page or not alike else "\n"


_SMALL_CHANGE: Final = 0.92


def _first_width(line: Line) -> float:
    """Return how wide the first piece of a line is that no writer breaks: too wide for what was left of the line above."""
    first = line.glyphs[0]
    end = 1
    while end < len(line.glyphs) and not WIDE.match(first.char) and not WIDE.match(line.glyphs[end].char):
        if line.glyphs[end].char.isspace():
            break
        end += 1
    extra = 1 if end < len(line.glyphs) and line.glyphs[end].char in "，。；、：）”％%" else 0
    return line.glyphs[end - 1 + extra].right - first.left + line.size / 2


def _seam(last: str, first: str) -> str:
    if last.isdecimal() and first.isdecimal():
        return "\n"
    return (
        ""
        if WIDE.match(last) or WIDE.match(first) or last.isspace()
        else " "
        if last.isalpha() and first.isalpha()
        else ""
    )
