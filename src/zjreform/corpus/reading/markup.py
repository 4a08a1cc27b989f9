"""HTML and Markdown: the parsed tree (lxml, markdown-it) with own rules, so that no figure is glued, cut or flattened.

What is struck out or hidden is no text; raised and lowered figures keep their height; of ruby the base is read; ``br`` ends a line; cells
of a table are set apart by tabs, and a line that states their unit stands directly above them; numbers of lists are written out.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from zjreform.corpus.reading.content import Builder, Content, lowered, raised
from zjreform.corpus.reading.encodings import decode
from zjreform.corpus.reading.list_numbers import list_number
from zjreform.errors import DocumentError
from zjreform.tabular.optional import optional

_STATED: Final = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset\s*=\s*["']?|\?xml[^>]{0,100}?encoding\s*=\s*["'])([-\w]{2,20})""", re.IGNORECASE
)
_LOOKED: Final = 4096
_SILENT: Final = frozenset(
    {
        "script",
        "style",
        "template",
        "head",
        "del",
        "s",
        "strike",
        "rt",
        "rp",
        "rtc",
        "title",
        "select",
        "textarea",
        "noscript",
    }
)
_BLOCKS: Final = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "section", "article", "header", "footer",
     "main", "nav", "aside", "blockquote", "pre", "figure", "figcaption", "address", "hr", "form", "fieldset", "body", "html",
     "center", "details", "summary", "table", "caption", "li", "tr", "thead", "tbody", "tfoot"}
)  # fmt: skip
_PICTURES: Final = {
    "img": "picture",
    "svg": "drawing",
    "canvas": "drawing",
    "video": "film",
    "iframe": "page within the page",
}
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK: Final = re.compile(r"text-decoration[^;]*:[^;]*line-through", re.IGNORECASE)
_ALIGNED: Final = re.compile(r"vertical-align\s*:\s*(super|sub)", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_WIDE: Final = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_BROKEN_LINE: Final = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t\n]*(?=[{_WIDE}])")
_POWER: Final = re.compile(r"(?<=[\w)])\^([-+−]?\d{1,3})\^")


def read_html(path: Path, encoding: str | None) -> Content:
    """Return the text of an HTML page; its encoding is the one it states, else the one its bytes allow alone.

    Raises:
        DocumentError: The encoding is undecided, or there is no element in it.
        ExtraMissingError: lxml is not installed.
    """
    data = path.read_bytes()
    stated = _STATED.search(data[:_LOOKED])
    text, name = decode(data, encoding or (_usual(stated[1].decode("ascii")) if stated else None), str(path))
    return evolve(content_of_html(text, str(path)), encoding=name)


def read_markdown(path: Path, encoding: str | None) -> Content:
    """Return the text of a Markdown page as a reader of it sees it.

    Raises:
        DocumentError: The encoding is undecided.
        ExtraMissingError: markdown-it-py or lxml is not installed.
    """
    text, name = decode(path.read_bytes(), encoding, str(path))
    parser = (
        optional("markdown_it", "documents").MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    )
    page = parser.render(_POWER.sub(r"<sup>\1</sup>", text))
    found = content_of_html(page, str(path)) if page.strip() else Builder().content()
    return evolve(found, encoding=name)


def content_of_html(text: str, path: str) -> Content:
    """Return the text of an HTML page that is at hand.

    Raises:
        DocumentError: There is no element in it.

    Example:
        >>> content_of_html("<p>约<del>8</del><ins>5</ins>天，2.5×10<sup>4</sup>亩</p>", "a.html").text
        '约5天，2.5×10⁴亩'
    """
    html = optional("lxml.html", "documents")
    errors = optional("lxml.etree", "documents")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (errors.ParserError, errors.XMLSyntaxError, ValueError) as error:
        raise DocumentError(path, f"it holds no text ({error})") from error
    walker = _Walker()
    walker.block(root)
    return walker.made.content()


def _usual(name: str) -> str:
    """Return the encoding that browsers take for the one stated: the wider one of its kind."""
    low = name.lower()
    return {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "utf8": "utf-8"}.get(
        low, low
    )


class _Walker:
    """Walks a tree once: blocks become paragraphs and rows, what stands in a line is joined."""

    def __init__(self) -> None:
        self.made = Builder()
        self._line: list[str] = []
        self._open: list[tuple[str, int]] = []

    def block(self, node: Any) -> None:  # noqa: ANN401 (an lxml element)
        """Read a block and what stands in it."""
        if node.tag == "table":
            self._table(node)
            return
        self._flush()
        if node.tag == "ol":
            self._list(node)
        else:
            self._inside(node)
        self._flush()

    def _inside(self, node: Any, height: str = "", *, kept: bool = False) -> None:  # noqa: ANN401
        """Read the text of a node and of all below it."""
        kept = kept or node.tag == "pre" or "white-space" in node.get("style", "")
        self._text(node.text, height, kept=kept)
        for child in node:
            self._child(child, height, kept=kept)
            self._text(child.tail, height, kept=kept)

    def _child(self, node: Any, height: str, *, kept: bool) -> None:  # noqa: ANN401
        name = node.tag
        if not isinstance(name, str) or self._is_silent(node):
            return
        if name == "br":
            self._line.append("\v")
        elif name == "mfrac" and len(node) == _PARTS:
            self._inside(node[0], height)
            self._line.append("/")
            self._inside(node[1], height)
        elif name in {"msup", "msub"} and len(node) == _PARTS:
            self._inside(node[0], height)
            self._inside(node[1], "sup" if name == "msup" else "sub")
        elif name in _BLOCKS:
            self.block(node)
        else:
            self._inside(node, _height(node) or height, kept=kept)

    def _is_silent(self, node: Any) -> bool:  # noqa: ANN401
        name, style = node.tag, node.get("style", "")
        if name in {"del", "s", "strike"} or _STRUCK.search(style):
            self.made.lost("passage struck out")
            return True
        if node.get("hidden") is not None or _HIDDEN.search(style):
            self.made.lost("hidden passage")
            return True
        if name in _PICTURES:
            self.made.lost(_PICTURES[name])
            return True
        return name in _SILENT

    def _text(self, text: str | None, height: str, *, kept: bool) -> None:
        if text:
            shown = text.replace("\r\n", "\n").replace("\n", "\v") if kept else text
            self._line.append(raised(shown) if height == "sup" else lowered(shown) if height == "sub" else shown)

    def _taken(self) -> str:
        """Return the line that has been read so far, with its blanks as a browser shows them, and begin another."""
        text = _BROKEN_LINE.sub("", "".join(self._line))
        self._line.clear()
        lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.split("\v"))
        return "\n".join(lines).strip("\n")

    def _flush(self) -> None:
        self.made.paragraph(self._taken())

    def _list(self, node: Any) -> None:  # noqa: ANN401
        form = _form(node)
        items = [child for child in node if child.tag == "li"]
        backwards = node.get("reversed") is not None
        number = _whole(node.get("start"), len(items) if backwards else 1)
        for child in node:
            if child.tag == "li":
                number = _whole(child.get("value"), number)
                self._flush()
                mark = None if form is None else list_number(number, form)
                if form is not None and mark is None:
                    self.made.lost("list number of a form that is not known")
                self._line.append("" if mark is None else mark + ("、" if form in _HAN_FORMS else ". "))
                number += -1 if backwards else 1
            if child.tag != "li" or not self._is_silent(child):
                self._inside(child)
            self._flush()

    def _table(self, node: Any) -> None:  # noqa: ANN401
        self._flush()
        for caption in node.iterchildren("caption"):
            self._inside(caption)
            self._flush()
        held: dict[int, int] = {}
        for row in _rows(node):
            cells: list[str] = []
            for cell in row.iterchildren("td", "th"):
                _fill(cells, held)
                width = max(1, min(_whole(cell.get("colspan"), 1), _MOST_SPAN))
                height = max(1, min(_whole(cell.get("rowspan"), 1), _MOST_SPAN))
                for column in range(len(cells), len(cells) + width):
                    held[column] = height - 1
                cells.extend([self._cell(cell), *[""] * (width - 1)])
            _fill(cells, held)
            self.made.row(cells)

    def _cell(self, cell: Any) -> str:  # noqa: ANN401
        if self._is_silent(cell):
            return ""
        inner = _Walker()
        inner._inside(cell)
        inner._flush()
        content = inner.made.content()
        for loss in content.losses:
            self.made.lost(loss.what, loss.number)
        return content.text.replace("\n\n", "\n")


_PARTS: Final = 2
_MOST_SPAN: Final = 1000
_HAN_FORMS: Final = frozenset({"chineseCounting", "chineseLegalSimplified", "ideographLegalTraditional"})
_TYPES: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES: Final = {
    "none": None,
    "disc": None,
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-decimal": "ideographDigital",
}


def _form(node: Any) -> str | None:  # noqa: ANN401
    styled = re.search(r"list-style(?:-type)?\s*:\s*([-\w]+)", node.get("style", ""))
    if styled:
        return _STYLES.get(styled[1].lower(), styled[1])
    return _TYPES.get(node.get("type", "1"), "decimal")


def _height(node: Any) -> str:  # noqa: ANN401
    if node.tag in {"sup", "sub"}:
        return str(node.tag)
    aligned = _ALIGNED.search(node.get("style", ""))
    return "" if aligned is None else {"super": "sup", "sub": "sub"}[aligned[1].lower()]


def _rows(table: Any) -> Iterator[Any]:  # noqa: ANN401
    for node in table:
        if node.tag == "tr":
            yield node
        elif node.tag in {"thead", "tbody", "tfoot"}:
            yield from node.iterchildren("tr")


def _fill(cells: list[str], held: dict[int, int]) -> None:
    """Leave empty the cells that one from a row above covers."""
    while held.get(len(cells), 0) > 0:
        held[len(cells)] -= 1
        cells.append("")


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else otherwise
