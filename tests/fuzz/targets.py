"""What the fuzzers call: each takes any bytes and fails only where the library breaks a promise.

A promise is: an error of the library's own or none, spans that hold what they say, and reading that gives back what was written.
"""

import io
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.interop.made import made_dataset

import zjreform as zj
from zjreform.records.edtf import edtf_bounds

LONGEST = 4000


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape" if data[:1] == b"\xed" else "replace")[:LONGEST]


def parse(data: bytes) -> None:
    """A string is a quantity that renders as one, or is refused."""
    text = _text(data)
    try:
        quantity = zj.parse(text)
    except zj.ZjError:
        return
    assert zj.parse(str(quantity)) == quantity, (text, quantity)


def numerals(data: bytes) -> None:
    """Days, percentages and counts of anything are quantities or our errors."""
    for read in (zj.days, zj.percent, zj.count):
        with suppress(zj.ZjError):
            assert isinstance(read(_text(data)), zj.Quantity)


def figures(data: bytes) -> None:
    """Figures of all kinds are in order, disjoint, and hold their surface; quantities are the same whatever is asked for."""
    text = _text(data)
    found = zj.figures(text, kinds=list(zj.Kind))
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text), (text, one)
        assert text[one.start : one.end] == one.surface, (text, one)
        end = one.end
    assert [one for one in found if one.quantity is not None] == list(zj.figures(text)), text


def changes(data: bytes) -> None:
    """Changes lie in the text and hold their surface."""
    text = _text(data)
    for one in zj.changes(text):
        assert 0 <= one.start < one.end <= len(text), (text, one)


def terms(data: bytes) -> None:
    """Terms hold their surface."""
    text = _text(data)
    for one in zj.terms(text):
        assert text[one.start : one.end] == one.surface, (text, one)


def explain(data: bytes) -> None:
    """Every numeral is explained where it stands."""
    text = _text(data)
    for one in zj.explain(text):
        assert text[one.start : one.end] == one.surface, (text, one)


def edtf(data: bytes) -> None:
    """A date has a first day that is not behind its last, or is refused."""
    try:
        first, last = edtf_bounds(_text(data))
    except ValueError:
        return
    assert first is None or last is None or first <= last


def _place(name: str) -> Path:
    """Return a file of this process that each input replaces."""
    return Path(_folder().name) / name


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


def _container(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        path = _place(name)
        path.write_bytes(data)
        report = zj.validate(path)
        assert report.problems or report.records is not None
        str(report)

    read.__doc__ = f"A file like {name} is refused with its problems or read."
    return read


def _table(folder: str, name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        path = _bare(folder)
        (path / name).write_bytes(data)
        report = zj.validate(path)
        assert report.problems or report.records is not None
        str(report)

    read.__doc__ = f"A package whose {name} is any bytes is refused with its problems or read."
    return read


@cache
def _bare(form: str) -> Path:
    """Return a small package that states no hashes, for one of its files to be replaced."""
    ds, path = made_dataset(2), _place(form)
    (ds.write_parquet if form == "parquet" else ds.write)(path)
    file = path / "datapackage.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    for resource in content["resources"]:
        del resource["hash"], resource["bytes"]
    file.write_text(json.dumps(content), encoding="utf-8")
    return path


def descriptor(data: bytes) -> None:
    """A folder with any ``datapackage.json`` is refused with its problems or read."""
    path = _place("descriptor")
    path.mkdir(exist_ok=True)
    (path / "datapackage.json").write_bytes(data)
    assert zj.validate(path).problems is not None


def _document(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        path = _place(name)
        path.write_bytes(data)
        try:
            found = zj.document(path)
        except zj.DocumentError as error:
            str(error)
            return
        spans = (*found.pages, *found.paragraphs, *found.sentences)
        assert all(0 <= start <= end <= len(found.text) for start, end in spans)

    read.__doc__ = f"A document like {name} becomes text whose spans lie in it, or is refused."
    return read


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "parse": parse,
    "numerals": numerals,
    "figures": figures,
    "changes": changes,
    "terms": terms,
    "explain": explain,
    "edtf": edtf,
    "descriptor": descriptor,
    "json": _container("p.json"),
    "zip": _container("p.zip"),
    "sqlite": _container("p.sqlite"),
    "excel": _container("p.xlsx"),
    "csv": _table("csv", "metrics.csv"),
    "parquet": _table("parquet", "metrics.parquet"),
    "html": _document("d.html"),
    "word": _document("d.docx"),
    "pdf": _document("d.pdf"),
}

_LINES: Final = [
    line.encode() for line in (Path(__file__).parent / "seeds.txt").read_text(encoding="utf-8").splitlines()
]
_SHORT: Final = (b"", b"PK", b"SQLite format 3\0", b"{}", "全省第一".encode())
_FILES: Final[Mapping[str, Callable[[Path], object]]] = {
    "json": lambda path: made_dataset(2).write_json(path, overwrite=True),
    "zip": lambda path: made_dataset(2).write(path, overwrite=True),
    "sqlite": lambda path: made_dataset(2).write_sqlite(path, overwrite=True),
    "excel": lambda path: made_dataset(2).write_excel(path, overwrite=True),
}
_SUFFIXES: Final = {"json": ".json", "zip": ".zip", "sqlite": ".sqlite", "excel": ".xlsx"}


@cache
def seeds(name: str) -> tuple[bytes, ...]:
    """Return where a target begins: the lines of the corpus, and for a container a whole one."""
    if name in _FILES:
        path = _place(f"seed{_SUFFIXES[name]}")
        _FILES[name](path)
        return (*_SHORT, path.read_bytes())
    if name in {"csv", "parquet"}:
        return (*_SHORT, (_bare(name) / f"metrics.{name}").read_bytes())
    if name == "descriptor":
        return (*_LINES, (_bare("csv") / "datapackage.json").read_bytes())
    if name in _DOCUMENTS:
        return (b"", _DOCUMENTS[name]())
    return tuple(_LINES)


def _word_bytes() -> bytes:
    from docx import Document  # noqa: PLC0415 (only this target needs it)

    made, sink = Document(), io.BytesIO()
    paragraph = made.add_paragraph("新增耕地2.5×10")
    paragraph.add_run("4").font.superscript = True
    made.add_table(2, 2).cell(0, 0).text = "3天"
    made.save(sink)
    return sink.getvalue()


def _pdf_bytes() -> bytes:
    from fpdf import FPDF  # noqa: PLC0415 (as above)

    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=12)
    made.cell(text="2.5 x 10 4, 8 days to 1")
    return bytes(made.output())


_DOCUMENTS: Final[Mapping[str, Callable[[], bytes]]] = {
    "html": "<p>新增<b>耕地</b>2.5×10<sup>4</sup>亩<del>3</del></p><table><tr><td>8天</table>".encode,
    "word": _word_bytes,
    "pdf": _pdf_bytes,
}
