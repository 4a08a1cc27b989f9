"""Files beside packages: documents, codings of other tools, drafts and their sheets, and claims to verify are refused or read, too."""

import gzip
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import openpyxl  # type: ignore[import-untyped]
import pytest
from tests.damage.packages import WHOLE, flipped
from tests.fuzz.targets import seeds

import zjreform as zj

DAMAGES = 200 if WHOLE else 12
TEXT = "一\r\n𠮷县平均用时由200多个压缩至86个工作日内，共7\n项。"
CLAIMS = ({"document": "a", "surface": "86个工作日"}, {"document": "a", "value": "7", "unit": "项"})


def _draft() -> zj.Draft:
    made = zj.draft(TEXT, source={"id": "a"})
    for key in made.figures:
        made.confirm(key, coder="anna", aggregate="mean", base="all", per=None)
    return made


def _claims(place: Path, suffix: str) -> Path:
    path = place / f"claims{suffix}"
    if suffix == ".xlsx":
        book = openpyxl.Workbook()
        book.active.append(["document", "surface"])
        book.active.append(["a", "86个工作日"])
        book.save(path)
    else:
        path.write_text(
            {
                ".json": json.dumps(CLAIMS),
                ".jsonl": "\n".join(json.dumps(one) for one in CLAIMS),
                ".csv": "document,surface\na,86个工作日\n",
            }[suffix],
            encoding="utf-8",
        )
    return path


def _seed(place: Path, name: str, file: str) -> Path:
    path = place / file
    path.write_bytes(seeds(name)[-1])
    return path


def _saved(place: Path) -> Path:
    draft, path = _draft(), place / "saved.json"
    rows = [{"figure": next(iter(draft.figures)), "aggregate": "mean"}]
    path.write_text(json.dumps({"sha256": draft.source.values["sha256"], "rows": rows}), encoding="utf-8")
    return path


def _taken(path: Path) -> object:
    return zj.draft(TEXT, source={"id": "a"}).take(path, coder="me")


def _texts(place: Path) -> Path:
    folder = place / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


KINDS: Mapping[str, tuple[Callable[[Path], Path], Callable[[Path], object]]] = {
    "html": (lambda place: _seed(place, "html", "a.html"), zj.document),
    "word": (lambda place: _seed(place, "word", "a.docx"), zj.document),
    "pdf": (lambda place: _seed(place, "pdf", "a.pdf"), zj.document),
    **{
        form: (
            lambda place, form=form: zj.write_codings(_draft(), path=place / "out", form=form),  # type: ignore[misc]
            lambda path, form=form: zj.read_codings(path, {"a": TEXT}, form=form),  # type: ignore[misc]
        )
        for form in ("refi-qda", "brat", "doccano", "label-studio", "web-annotation", "cas")
    },
    "draft": (lambda place: _draft().write(place / "draft"), zj.Draft.read),
    "sheet.csv": (lambda place: _draft().sheet(place / "sheet.csv"), _taken),
    "sheet.xlsx": (lambda place: _draft().sheet(place / "sheet.xlsx"), _taken),
    "what the page saved": (_saved, _taken),
    **{
        f"claims{suffix}": (
            lambda place, suffix=suffix: _claims(place, suffix),  # type: ignore[misc]
            lambda path: zj.verify(path, {"a": TEXT}),
        )
        for suffix in (".json", ".jsonl", ".csv", ".xlsx")
    },
    "texts": (_texts, lambda path: zj.verify([{"document": "a.txt", "surface": "7"}], path)),
}
"""By what a file is: how a whole one is made, and what reads it."""


@pytest.mark.parametrize("kind", KINDS)
def test_random_bytes(kind: str, tmp_path: Path) -> None:
    """Bytes replaced, one byte, a cut end and doubled bytes end in an error of the library or in what stands there."""
    if kind == "cas":
        pytest.importorskip("cassis", reason="the format comes with the extra 'exchange'")
    make, read = KINDS[kind]
    path, draw = make(tmp_path), Random(kind)  # noqa: S311 (the same damage on every run)
    read(path)
    files = sorted(found for found in path.rglob("*") if found.is_file()) if path.is_dir() else [path]
    refused = 0
    for number in range(DAMAGES):
        file = files[draw.randrange(len(files))]
        data = file.read_bytes()
        cut = draw.randrange(len(data))
        file.write_bytes((flipped(data, draw), flipped(data, draw, 1), data[:cut], data[:cut] + data)[number % 4])
        try:
            read(path)
        except zj.ZjError:
            refused += 1
        file.write_bytes(data)
    read(path)
    assert refused, "no damage was seen"


def test_deflated_bytes_of_a_word_file(tmp_path: Path) -> None:
    """A stream that cannot be inflated is damage, found while the checksums are tried."""
    path = _seed(tmp_path, "word", "a.docx")
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("word/document.xml")
    data = bytearray(path.read_bytes())
    begin = entry.header_offset + 30 + len(entry.filename) + 8
    data[begin : begin + 40] = b"\xff" * 40
    path.write_bytes(bytes(data))
    with pytest.raises(zj.DocumentError, match="damaged"):
        zj.document(path)


class TestDraft:
    """A draft is of one text, and of its own folder."""

    def test_a_text_that_is_another(self, tmp_path: Path) -> None:
        """One character that belongs to no figure."""
        folder = _draft().write(tmp_path / "draft")
        file = folder / "document.txt"
        file.write_bytes(file.read_bytes().replace("平均".encode(), "平常".encode()))
        with pytest.raises(zj.DatasetError, match="put the text back"):
            zj.Draft.read(folder)

    @pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "a/../document.txt"])
    def test_a_text_elsewhere(self, name: str, tmp_path: Path) -> None:
        """What lies outside the folder is no part of the draft."""
        folder = _draft().write(tmp_path / "draft")
        (tmp_path / "secret.txt").write_text(TEXT, encoding="utf-8")
        path = folder / "draft.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        content["source"]["values"]["file"] = name
        path.write_text(json.dumps(content), encoding="utf-8")
        with pytest.raises(zj.DatasetError, match="a file of this folder"):
            zj.Draft.read(folder)

    def test_no_draft(self, tmp_path: Path) -> None:
        """What the system says of the path stays as it is."""
        with pytest.raises(FileNotFoundError, match=r"draft\.json"):
            zj.Draft.read(tmp_path)


def _packed(suffix: str, data: bytes) -> bytes:
    return gzip.compress(data) if suffix == ".gz" else bytes(pytest.importorskip("zstandard").compress(data))


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
class TestPacked:
    """Files that hold one other, compressed."""

    def _found(self, name: str, data: bytes, place: Path) -> zj.corpus.Summary:
        (place / name).write_bytes(data)
        return zj.corpus.figures(place / name, place / "found.jsonl", workers=1, overwrite=True)

    def test_a_cut_end_is_no_shorter_text(self, suffix: str, tmp_path: Path) -> None:
        """Nothing of it is read as if it were the whole."""
        draw = Random(1)  # noqa: S311 (no secret)
        text = "".join(f"用时{draw.randrange(10**6)}天。\n" for _ in range(9000)).encode()
        data = _packed(suffix, text)
        assert self._found(f"a.txt{suffix}", data, tmp_path).rows == 9000
        for cut in (len(data) // 2, len(data) - 3, 5):
            found = self._found(f"a.txt{suffix}", data[:cut], tmp_path)
            assert found.rows == 0
            assert len(found.failures) == 1

    def test_two_behind_one_another_are_one(self, suffix: str, tmp_path: Path) -> None:
        """As the programs that write such files read them."""
        data = _packed(suffix, "用时5天。\n".encode()) + _packed(suffix, "用时6天。\n".encode())
        assert self._found(f"a.txt{suffix}", data, tmp_path).rows == 2

    @pytest.mark.parametrize("inner", ["a.txt", "a.jsonl", "a.csv"])
    def test_damage(self, inner: str, suffix: str, tmp_path: Path) -> None:
        """Replaced bytes are a failure of this file, or change what stands there."""
        draw = Random(inner)  # noqa: S311 (no secret)
        text = "".join(f"{number},用时{draw.randrange(10**6)}天\n" for number in range(200))
        data = _packed(suffix, ("id,text\n" + text).encode())
        for _ in range(DAMAGES):
            found = self._found(f"{inner}{suffix}", flipped(data, draw), tmp_path)
            assert found.failures or found.rows
