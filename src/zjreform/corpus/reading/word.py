"""Word (.docx): the XML itself, through the tree of python-docx.

What was inserted is text, what was deleted or moved away is none; raised and lowered figures keep their height; a non-breaking hyphen is a
hyphen; of ruby the base is read. Hidden text, pictures, formulas in fields and fields without a stored result are counted as losses.
"""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from zjreform.corpus.reading.content import Builder, Content, lowered, raised
from zjreform.corpus.reading.word_formulas import formula
from zjreform.corpus.reading.word_numbers import Numbering
from zjreform.errors import DocumentError
from zjreform.tabular.optional import optional

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_MOST_UNPACKED: Final = 1 << 30
_GONE: Final = frozenset({"del", "moveFrom", "delText", "delInstrText", "rt", "pPr", "rPr", "sectPr", "p"})


def read_word(path: Path) -> Content:
    """Return the text of a Word file.

    Raises:
        DocumentError: It is encrypted, damaged, of an older format or unpacks to too much.
        ExtraMissingError: python-docx is not installed.
    """
    docx = optional("docx", "documents")
    _check(path)
    try:
        opened = docx.Document(str(path))
    except Exception as error:  # the library raises whatever its parsers meet
        raise DocumentError(str(path), f"it is damaged or no Word file ({error})") from error
    return _Walker(opened).content()


def _check(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(4)
    if head == _OLE:
        raise DocumentError(
            str(path), "it is encrypted, or of Word's format before 2007", "save it anew as .docx without a password"
        )
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(info.file_size for info in archive.infolist())
            torn = archive.testzip() if size <= _MOST_UNPACKED else None
    except Exception as error:  # zipfile raises a dozen kinds for damaged bytes
        raise DocumentError(str(path), f"it is damaged or no Word file ({error})") from error
    if size > _MOST_UNPACKED:
        raise DocumentError(str(path), f"it unpacks to {size:,} bytes, at most {_MOST_UNPACKED:,} are read")
    if torn is not None:
        raise DocumentError(str(path), f"it is damaged: {torn} does not agree with its checksum")


class _Walker:
    """Walks the tree once and fills a builder."""

    def __init__(self, opened: Any) -> None:  # noqa: ANN401 (docx.document.Document)
        self._body = opened.element.body
        self._made = Builder()
        styles = opened.styles.element
        self._heights = _heights(styles)
        self._numbering = Numbering(_numbering_root(opened), styles)
        self._notes = dict(_notes(opened))
        self._fields: list[bool] = []

    def content(self) -> Content:
        """Return what was found, notes behind the body."""
        self._blocks(self._body)
        for root in self._notes.values():
            for note in root:
                if note.get(_W + "type") in {None, "normal"}:
                    self._blocks(note)
        if self._numbering.unknown:
            self._made.lost("list number of a form that is not known", self._numbering.unknown)
        return self._made.content()

    def _blocks(self, parent: Any) -> None:  # noqa: ANN401 (an lxml element)
        for node in parent:
            name = _name(node)
            if name == "p":
                self._made.paragraph(self._paragraph(node))
            elif name == "tbl":
                self._table(node)
            elif name in _COUNTED:
                self._made.lost(_COUNTED[name])
            elif name not in _GONE:
                self._blocks(node)

    def _paragraph(self, node: Any) -> str:  # noqa: ANN401
        label = self._numbering.label(node)
        return label + "".join(self._inline(node))

    def _table(self, table: Any) -> None:  # noqa: ANN401
        for row in _within(table, "tr"):
            if row.find(f"{_W}trPr/{_W}del") is not None:
                self._made.lost("deleted row of a table")
                continue
            skipped = row.find(f"{_W}trPr/{_W}gridBefore")
            cells = [""] * (0 if skipped is None else int(skipped.get(_W + "val", "0")))
            for cell in _within(row, "tc"):
                span = cell.find(f"{_W}tcPr/{_W}gridSpan")
                cells.append(self._cell(cell))
                cells.extend([""] * (int(span.get(_W + "val", "1")) - 1 if span is not None else 0))
            self._made.row(cells)

    def _cell(self, cell: Any) -> str:  # noqa: ANN401
        merged = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merged is not None and merged.get(_W + "val") != "restart":
            return ""
        for inner in cell.iter(_W + "tbl"):
            if next(inner.iterancestors(_W + "tc"), None) is cell:
                self._made.lost("table within a cell, read line by line")
        lines = (self._paragraph(paragraph) for paragraph in cell.iter(_W + "p"))
        return "\n".join(line.strip() for line in lines if line.strip())

    def _inline(self, parent: Any, shown: Callable[[str], str] = str) -> Iterator[str]:  # noqa: ANN401
        for node in parent:
            name = _name(node)
            if name in _SIGNS:
                yield _SIGNS[name]
            elif name == "t":
                yield shown(node.text or "")
            elif name in _COUNTED:
                self._made.lost(_COUNTED[name])
                yield "\ufffd" if name == "sym" else ""
            elif name in _OWN:
                yield from _OWN[name](self, node)
            elif name == "AlternateContent":
                yield from self._inline(node[:1], shown)
            elif name not in _GONE:
                yield from self._inline(node, shown)

    def _ruby(self, node: Any) -> Iterator[str]:  # noqa: ANN401
        base = node.find(_W + "rubyBase")
        return self._inline(base if base is not None else ())

    def _formula(self, node: Any) -> Iterator[str]:  # noqa: ANN401
        yield formula(node, self._made)

    def _run(self, run: Any) -> Iterator[str]:  # noqa: ANN401
        properties = run.find(_W + "rPr")
        if properties is not None and _on(properties.find(_W + "vanish")):
            self._made.lost("hidden passage")
            return
        yield from self._inline(run, _SHOWN[self._height(properties)])

    def _height(self, properties: Any) -> str:  # noqa: ANN401
        if properties is None:
            return ""
        aligned = properties.find(_W + "vertAlign")
        if aligned is not None:
            return str(aligned.get(_W + "val", ""))
        moved = properties.find(_W + "position")
        shift = 0 if moved is None else int(moved.get(_W + "val", "0"))
        if shift:
            return "superscript" if shift > 0 else "subscript"
        style = properties.find(_W + "rStyle")
        return "" if style is None else self._heights.get(style.get(_W + "val"), "")

    def _drawn(self, node: Any) -> Iterator[str]:  # noqa: ANN401
        boxes = [
            box
            for box in node.iter(_W + "txbxContent")
            if not any(_name(up) == "Fallback" for up in box.iterancestors())
        ]
        if not boxes:
            self._made.lost("picture")
        for box in boxes:
            for paragraph in box.iter(_W + "p"):
                yield "\n" + self._paragraph(paragraph)
            yield "\n"

    def _field(self, node: Any) -> Iterator[str]:  # noqa: ANN401
        kind = node.get(_W + "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields and not self._fields.pop():
            self._made.lost("field without a stored result")
        return iter(())

    def _instruction(self, node: Any) -> Iterator[str]:  # noqa: ANN401
        if (node.text or "").strip().upper().startswith("EQ"):
            self._made.lost("formula in a field")
        return iter(())


_OWN: Final[dict[str, Callable[[_Walker, Any], Iterator[str]]]] = {
    "r": _Walker._run,  # noqa: SLF001 (the table of the class above)
    "ruby": _Walker._ruby,  # noqa: SLF001
    "oMath": _Walker._formula,  # noqa: SLF001
    "drawing": _Walker._drawn,  # noqa: SLF001
    "pict": _Walker._drawn,  # noqa: SLF001
    "object": _Walker._drawn,  # noqa: SLF001
    "fldChar": _Walker._field,  # noqa: SLF001
    "instrText": _Walker._instruction,  # noqa: SLF001
}
_COUNTED: Final = {"del": "tracked deletion", "moveFrom": "tracked deletion", "sym": "character of a symbol font"}
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SHOWN: Final[dict[str, Callable[[str], str]]] = {"": str, "baseline": str, "superscript": raised, "subscript": lowered}


def _name(node: Any) -> str:  # noqa: ANN401
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _on(node: Any) -> bool:  # noqa: ANN401
    return node is not None and node.get(_W + "val", "true") not in {"0", "false", "off"}


def _within(parent: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    """Yield the children of a name, through content controls and insertions, not through inner tables."""
    for node in parent:
        found = _name(node)
        if found == name:
            yield node
        elif found in {"sdt", "sdtContent", "ins", "customXml", "smartTag"}:
            yield from _within(node, name)


def _heights(styles: Any) -> dict[str, str]:  # noqa: ANN401
    """Return which character styles raise or lower, by their ids, with what they are based on."""
    own: dict[str, tuple[str, str]] = {}
    for style in styles.iter(_W + "style"):
        aligned, based = style.find(f"{_W}rPr/{_W}vertAlign"), style.find(_W + "basedOn")
        own[style.get(_W + "styleId", "")] = (
            "" if aligned is None else aligned.get(_W + "val", ""),
            "" if based is None else based.get(_W + "val", ""),
        )
    heights = {}
    for name in own:
        seen, here = set(), name
        while here in own and here not in seen and not own[here][0]:
            seen.add(here)
            here = own[here][1]
        heights[name] = own[here][0] if here in own else ""
    return heights


def _numbering_root(opened: Any) -> Any:  # noqa: ANN401
    """Return the part that says how lists are numbered, ``None`` where there is none (the library would make one up)."""
    for relation in opened.part.rels.values():
        if relation.reltype.endswith("/numbering"):
            return relation.target_part.element
    return None


def _notes(opened: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    parse = optional("lxml.etree", "documents")
    for relation in opened.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in {"footnotes", "endnotes"}:
            parser = parse.XMLParser(resolve_entities=False, no_network=True)
            yield kind, parse.fromstring(relation.target_part.blob, parser)
