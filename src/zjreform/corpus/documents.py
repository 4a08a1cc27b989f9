"""A document as text: what stands in a file, for reading figures, with the way back to its page, paragraph, line and column.

Readers are chosen by what they do to figures. What a page shows raised comes as ⁴, what was struck out is no text, a number is never joined
to its neighbour in the next cell; what cannot be trusted (a scan, damage, encryption) is refused with the reason.
"""

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import Final

from attrs import field, frozen

from zjreform.arguments import all_told, told
from zjreform.corpus.reading.content import Content, Damage, Loss
from zjreform.errors import DocumentError
from zjreform.limits import Limits
from zjreform.text.sentences import Span, number_at, sentences_of

MEDIA_TYPES: Final = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}
"""Formats that are read, by the suffix of the file."""

DOCUMENT_LIMITS: Final = Limits(bytes=256 << 20, pages=2_000)
"""What one document may hold where no other limits are given: far less than a package."""


@frozen
class Location:
    """A place in a document, as a person would look it up; all numbers count from 1.

    Attributes:
        page: The page; ``None`` where the format has none (only PDF states pages).
        paragraph: The paragraph; a row of a table is one. What stands between two belongs to the first.
        line: The line of the text.
        column: The character of that line.
    """

    page: int | None
    paragraph: int
    line: int
    column: int


@all_told
@frozen
class Document:
    r"""A document as text.

    Attributes:
        text: The text, with ``\n`` as its line end and without characters of no width; all offsets are of it.
        path: The file it was read from.
        media_type: What the file is, such as ``"application/pdf"``.
        pages: Span of each page; empty where the format has no pages.
        paragraphs: Span of each paragraph; a row of a table is one.
        sentences: Span of each sentence; a heading and a row of a table is one.
        losses: What the file holds and the text does not: pictures, deletions, hidden passages, page numbers.
        damaged: Where the text is not what its author wrote; empty in most documents.
        encoding: Encoding by which a text file or a page was read; ``""`` for formats that need none.

    Example:
        >>> import tempfile, zjreform as zj
        >>> path = Path(tempfile.mkdtemp()) / "报告.md"
        >>> _ = path.write_text("# 成效\n\n办理时间压缩至~~8~~5个工作日。", encoding="utf-8")
        >>> read = document(path)
        >>> figure = zj.figures(read.text)[0]
        >>> figure.surface, read.locate(figure.start), [str(loss) for loss in read.losses]
        ('5个工作日', Location(page=None, paragraph=2, line=3, column=8), ['1 × passage struck out'])
    """

    text: str = field(repr=lambda text: repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…"))
    path: Path
    media_type: str
    pages: tuple[Span, ...] = field(repr=False)
    paragraphs: tuple[Span, ...] = field(repr=False)
    sentences: tuple[Span, ...] = field(repr=False)
    losses: tuple[Loss, ...]
    damaged: tuple[Damage, ...]
    encoding: str = ""

    def locate(self, offset: int) -> Location:
        r"""Return where an offset of the text stands.

        Raises:
            IndexError: The text has no such offset.

        Example:
            >>> import tempfile
            >>> path = Path(tempfile.mkdtemp()) / "a.txt"
            >>> _ = path.write_text("一\n\n约3天", encoding="utf-8")
            >>> document(path).locate(4)
            Location(page=None, paragraph=2, line=3, column=2)
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"expected an offset from 0 to {len(self.text)}, got {offset}")
        begin = self.text.rfind("\n", 0, offset) + 1
        return Location(
            number_at(self.pages, offset) if self.pages else None,
            max(1, number_at(self.paragraphs, offset)),
            self.text.count("\n", 0, offset) + 1,
            offset - begin + 1,
        )


_SHOWN: Final = 60


@told
def document(
    path: str | PathLike[str],
    *,
    encoding: str | None = None,
    limits: Limits = DOCUMENT_LIMITS,
) -> Document:
    """Return a document as text: ``.txt``, ``.md``, ``.html``, ``.docx`` or ``.pdf`` with a text layer.

    Args:
        path: The file; its suffix says what it is.
        encoding: Encoding of a text file, where its bytes leave it undecided.
        limits: How many pages and bytes it may have; 2,000 pages and 256 MB where nobody says.

    Raises:
        DocumentError: It is a scan, damaged, encrypted, too large, of another format, or its encoding is undecided; says which.
        FileNotFoundError: There is no such file.
        ExtraMissingError: The format needs a library of the extra ``documents``.

    Example:
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp()) / "notice.html"
        >>> _ = path.write_text("<p>新增耕地2.5×10<sup>4</sup>亩</p>", encoding="utf-8")
        >>> document(path).text
        '新增耕地2.5×10⁴亩'
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if not file.exists():
        raise FileNotFoundError(f"no such file: {str(file)!r}")
    if suffix not in MEDIA_TYPES or not file.is_file():
        raise DocumentError(str(file), f"its suffix is none of {' '.join(MEDIA_TYPES)}", "convert it, or pass its text")
    if (size := file.stat().st_size) > limits.bytes:
        reason = f"it has {size:,} bytes, at most {limits.bytes:,} are read"
        raise DocumentError(str(file), reason, "pass limits=zj.Limits(bytes=…)")
    return _made(_READERS[MEDIA_TYPES[suffix]](file, encoding, limits.pages), file, MEDIA_TYPES[suffix])


def _made(content: Content, path: Path, media_type: str) -> Document:
    return Document(
        content.text,
        path,
        media_type,
        content.pages,
        content.paragraphs,
        sentences_of(content.text),
        content.losses,
        content.damaged,
        content.encoding,
    )


def _plain(path: Path, encoding: str | None, _: int) -> Content:
    from zjreform.corpus.reading.plain import read_plain  # noqa: PLC0415 (one format is read at a time)

    return read_plain(path, encoding)


def _markdown(path: Path, encoding: str | None, _: int) -> Content:
    from zjreform.corpus.reading.markup import read_markdown  # noqa: PLC0415 (as above)

    return read_markdown(path, encoding)


def _html(path: Path, encoding: str | None, _: int) -> Content:
    from zjreform.corpus.reading.markup import read_html  # noqa: PLC0415 (as above)

    return read_html(path, encoding)


def _word(path: Path, _: str | None, __: int) -> Content:
    from zjreform.corpus.reading.word import read_word  # noqa: PLC0415 (as above)

    return read_word(path)


def _pdf(path: Path, _: str | None, most_pages: int) -> Content:
    from zjreform.corpus.reading.pdf import read_pdf  # noqa: PLC0415 (as above)

    return read_pdf(path, most_pages)


_READERS: Final[dict[str, Callable[[Path, str | None, int], Content]]] = {
    "text/plain": _plain,
    "text/markdown": _markdown,
    "text/html": _html,
    MEDIA_TYPES[".docx"]: _word,
    "application/pdf": _pdf,
}
