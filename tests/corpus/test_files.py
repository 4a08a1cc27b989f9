"""Runs over files: every input and output, what cannot be read, and runs that stop and go on."""

import bz2
import csv
import gzip
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from shutil import SameFileError
from typing import Any

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pytest
from pyarrow import ipc
from tests.corpus.plain import CORPORA, MINE, OPTIONS, Text, change_rows, figure_rows, in_order, term_rows

import zjreform as zj
from zjreform import corpus
from zjreform.corpus import units as cutting
from zjreform.corpus.inputs import find_inputs
from zjreform.corpus.journal import begin_journal

NORMAL = CORPORA["normal"]


def table_of(texts: Sequence[Text]) -> pa.Table:
    """Return texts as a table."""
    ids, words = [id for id, _ in texts], [text for _, text in texts]
    return pa.table([pa.array(ids, pa.string()), pa.array(words, pa.string())], names=["id", "text"])


def write_json_lines(path: Path, texts: Sequence[Text]) -> None:
    """Write texts as JSON Lines."""
    path.write_text(
        "".join(json.dumps({"id": id, "text": text}, ensure_ascii=False) + "\n" for id, text in texts), encoding="utf-8"
    )


def write_csv(path: Path, texts: Sequence[Text], delimiter: str = ",") -> None:
    """Write texts as CSV, in which nothing and an empty text are one."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([["id", "text"], *texts])


def write_stream(path: Path, texts: Sequence[Text]) -> None:
    """Write texts as an Arrow stream."""
    table = table_of(texts)
    with path.open("wb") as file, ipc.new_stream(file, table.schema) as writer:
        writer.write_table(table)


def write_file(path: Path, texts: Sequence[Text]) -> None:
    """Write texts as an Arrow file."""
    table = table_of(texts)
    with path.open("wb") as file, ipc.new_file(file, table.schema) as writer:
        writer.write_table(table)


def packed(path: Path, texts: Sequence[Text]) -> None:
    """Write texts as compressed JSON Lines."""
    plain = path.with_name("plain")
    write_json_lines(plain, texts)
    data = plain.read_bytes()
    plain.unlink()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else pytest.importorskip("zstandard").compress(data))


def archived(path: Path, texts: Sequence[Text]) -> None:
    """Write texts as a table within an archive."""
    plain = path.with_name("plain")
    write_json_lines(plain, texts)
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(plain, "inner/a.jsonl")
        archive.writestr("b.exe", b"MZ")
    plain.unlink()


TABLES: dict[str, Callable[[Path, Sequence[Text]], None]] = {
    "a.jsonl": write_json_lines,
    "a.csv": write_csv,
    "a.tsv": lambda path, texts: write_csv(path, texts, "\t"),
    "a.parquet": lambda path, texts: pq.write_table(table_of(texts), path),
    "a.arrow": write_file,
    "a.feather": write_stream,
    "a.jsonl.gz": packed,
    "a.ndjson.zst": packed,
    "a.zip": archived,
}


def read_back(path: Path) -> list[dict[str, Any]]:
    """Return the rows of an output with the types of the schema."""
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    if path.suffix == ".arrow":
        with path.open("rb") as file:
            return ipc.open_file(file).read_all().to_pylist()
    if path.suffix == ".csv":
        return [{name: _typed(name, cell) for name, cell in row.items()} for row in _csv_rows(path)]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        {name: _typed(name, cell) for name, cell in json.loads(line, parse_float=str, parse_int=str).items()}
        for line in lines
    ]


def _csv_rows(path: Path) -> list[dict[str, str | None]]:
    """Return rows in which nothing and an empty text differ, as Arrow writes them."""
    options = pa_csv.ConvertOptions(
        strings_can_be_null=True,
        null_values=[""],
        quoted_strings_can_be_null=False,
        column_types={name: pa.string() for name in corpus.FIGURES.names},
    )
    table = pa_csv.read_csv(path, convert_options=options)
    rows: list[dict[str, str | None]] = table.to_pylist()
    return rows


def _typed(name: str, cell: object) -> object:
    kind = corpus.FIGURES.field(name).type
    if not isinstance(cell, str):
        return cell
    if pa.types.is_boolean(kind):
        return {"true": True, "false": False}[cell]
    if pa.types.is_decimal(kind):
        return Decimal(cell)
    return float(cell) if pa.types.is_floating(kind) else int(cell) if pa.types.is_integer(kind) else cell


class TestRows:
    """The rows are the plain loop's."""

    @pytest.mark.parametrize("name", TABLES)
    @pytest.mark.parametrize("texts", CORPORA)
    def test_inputs(self, tmp_path: Path, name: str, texts: str) -> None:
        """Every table of texts."""
        TABLES[name](tmp_path / name, CORPORA[texts])
        summary = corpus.figures(tmp_path / name, tmp_path / "out.parquet", workers=1)
        expected = [
            (f"{name}:{row}" if key in {None, ""} else key, text) for row, (key, text) in enumerate(CORPORA[texts], 1)
        ]
        found = read_back(tmp_path / "out.parquet")
        for row in found:
            if row["id"].startswith(str(tmp_path)):
                row["id"] = f"{name}:{row['id'].rpartition(':')[2]}"
        if name.endswith((".csv", ".tsv")):
            found = [{**row, "id": row["id"] or f"{name}:2"} for row in found]
        assert in_order(found) == in_order(figure_rows(expected))
        assert (summary.documents, summary.rows, summary.complete) == (len(expected), len(found), True)

    @pytest.mark.parametrize("suffix", [".parquet", ".arrow", ".csv", ".jsonl"])
    @pytest.mark.parametrize("workers", [1, 2])
    def test_outputs(self, tmp_path: Path, suffix: str, workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every format, in several parts, on one and two workers, in the order of the texts."""
        monkeypatch.setattr(cutting, "MOST_TEXTS", 2)
        monkeypatch.setattr("zjreform.corpus.files._PART_ROWS", 5)
        write_json_lines(tmp_path / "a.jsonl", NORMAL)
        out = tmp_path / f"out{suffix}"
        summary = corpus.figures(tmp_path / "a.jsonl", out, workers=workers)
        found = read_back(out)
        expected = figure_rows(NORMAL)
        assert [(row["id"], row["start"]) for row in found] == [(row["id"], row["start"]) for row in expected]
        assert in_order(found) == in_order(expected)
        assert sum(summary.by.values()) == summary.rows == len(expected)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", out.name, f"{out.name}.summary.json"]
        assert json.loads((tmp_path / f"{out.name}.summary.json").read_text(encoding="utf-8"))["rows"] == len(expected)

    @pytest.mark.parametrize("option", OPTIONS)
    def test_options(self, tmp_path: Path, option: str) -> None:
        """Kinds, lexicon and region reach the workers."""
        write_json_lines(tmp_path / "a.jsonl", NORMAL)
        corpus.figures([tmp_path / "a.jsonl"], tmp_path / "out.parquet", workers=2, **OPTIONS[option])
        assert in_order(read_back(tmp_path / "out.parquet")) == in_order(figure_rows(NORMAL, **OPTIONS[option]))

    def test_workers_started_afresh(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the system does not fork quietly, which is the case from Python 3.12 on."""
        monkeypatch.setattr("zjreform.corpus.workers._FORKS_QUIETLY", False)
        write_json_lines(tmp_path / "a.jsonl", NORMAL)
        corpus.terms(tmp_path / "a.jsonl", tmp_path / "out.parquet", workers=2, lexicon=MINE)
        assert in_order(read_back(tmp_path / "out.parquet")) == in_order(term_rows(NORMAL, lexicon=MINE))

    def test_changes_and_terms(self, tmp_path: Path) -> None:
        """The other two."""
        write_json_lines(tmp_path / "a.jsonl", NORMAL)
        corpus.changes(tmp_path / "a.jsonl", tmp_path / "changes.parquet")
        corpus.terms(tmp_path / "a.jsonl", tmp_path / "terms.parquet", lexicon=MINE)
        assert in_order(read_back(tmp_path / "changes.parquet")) == in_order(change_rows(NORMAL))
        assert in_order(read_back(tmp_path / "terms.parquet")) == in_order(term_rows(NORMAL, lexicon=MINE))

    def test_columns_by_name(self, tmp_path: Path) -> None:
        """Texts and ids stand in columns of any name."""
        pq.write_table(pa.table({"nr": [7], "words": ["3天"]}), tmp_path / "a.parquet")
        corpus.figures(tmp_path / "a.parquet", tmp_path / "out.parquet", text_column="words", id_column="nr")
        assert read_back(tmp_path / "out.parquet")[0]["id"] == "7"

    def test_limit(self, tmp_path: Path) -> None:
        """So many documents and rows, over several inputs."""
        write_json_lines(tmp_path / "a.jsonl", NORMAL[:3])
        (tmp_path / "b.txt").write_text("5天", encoding="utf-8")
        assert corpus.figures(tmp_path, tmp_path / "out.parquet", limit=2).documents == 2
        assert corpus.figures(tmp_path / "*.[jt]*", tmp_path / "all.parquet", limit=9).documents == 4


class TestFolder:
    """A folder as it is met."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Return a folder with one broken, one Big5, one empty file, and some others."""
        made = tmp_path / "reports"
        (made / "deeper").mkdir(parents=True)
        (made / "a.txt").write_text("由8天压缩至1天", encoding="utf-8")
        (made / "b.txt").write_bytes("辦理時間由200多個工作天縮短至86個工作天，群眾滿意率達98.5%。".encode("big5hkscs"))
        (made / "c.pdf").write_bytes(b"%PDF-1.7 half")
        (made / "d.txt").write_bytes(b"")
        (made / "deeper" / "e.md.gz").write_bytes(gzip.compress("~~8~~5天".encode()))
        (made / "f.exe").write_bytes(b"MZ")
        (made / ".hidden.txt").write_text("9天", encoding="utf-8")
        with zipfile.ZipFile(made / "g.zip", "w") as archive:
            archive.writestr("in/h.html", "<p>2.5×10<sup>4</sup>亩")
        return made

    def test_what_is_read_and_what_is_said(self, folder: Path, tmp_path: Path) -> None:
        """Each readable file is read, each other one named with the reason."""
        summary = corpus.figures(folder, tmp_path / "out.parquet")
        found = [(Path(row["id"]).name, row["surface"]) for row in read_back(tmp_path / "out.parquet")]
        assert found == [
            ("a.txt", "8天"),
            ("a.txt", "1天"),
            ("b.txt", "200多個工作天"),
            ("b.txt", "86個工作天"),
            ("b.txt", "98.5%"),
            ("e.md.gz", "5天"),
            ("h.html", "2.5×10⁴亩"),
        ]
        assert [(Path(name).name, reason) for name, reason in summary.failures] == [
            ("c.pdf", "it is damaged: its end is missing (get it anew)")
        ]
        assert {Path(name).name: encoding for name, encoding in summary.encodings.items()} == {"b.txt": "big5hkscs"}
        assert (summary.documents, summary.ignored, dict(summary.losses)) == (5, 1, {"passage struck out": 1})
        for line in (
            "7 figures in 5 documents",
            "not read: ",
            "b.txt was read as big5hkscs",
            "passed over, of other kinds: 1",
        ):
            assert line in str(summary)

    @pytest.mark.parametrize(
        "more", [[""], ["a.txt"], ["*.txt"], ["deeper/../a.txt", "deeper"], ["link.txt"], ["g.zip", "*.zip"]]
    )
    def test_a_file_counts_once(self, folder: Path, tmp_path: Path, more: list[str]) -> None:
        """However many paths lead to it."""
        (folder / "link.txt").symlink_to(folder / "a.txt")
        summary = corpus.figures([folder, *(folder / name for name in more)], tmp_path / "out.parquet")
        assert (summary.documents, summary.rows, len(summary.failures), summary.ignored) == (5, 7, 1, 1)

    def test_an_output_in_the_folder(self, folder: Path) -> None:
        """Neither it nor an unfinished run is read, whether by the folder or by a pattern."""
        out = folder / "out.jsonl"
        first = corpus.figures(folder, out)
        again = corpus.figures([folder, folder / "*"], out, overwrite=True)
        assert (again.documents, again.rows, again.failures) == (first.documents, first.rows, first.failures)

        def interrupt(_: corpus.Progress) -> None:
            raise KeyboardInterrupt

        (folder / "deeper" / "journal.jsonl").write_text('{"text": "一件事"}\n', encoding="utf-8")
        assert not corpus.terms(folder, folder / "terms.parquet", workers=1, progress=interrupt).complete
        assert corpus.figures(folder, out, overwrite=True).documents == first.documents + 1
        assert corpus.terms(folder, folder / "terms.parquet", overwrite=True).documents == first.documents + 1

    def test_hidden_members_of_an_archive(self, tmp_path: Path) -> None:
        """What macOS packs beside each file is no text."""
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            for name in ("a.txt", "__MACOSX/._a.txt", ".b.txt", ".git/c.txt"):
                archive.writestr(name, "3天")
        found = find_inputs([tmp_path / "a.zip"])
        assert [one.member for one in found.inputs] == ["a.txt"]

    def test_a_screen_is_not_filled(self, tmp_path: Path) -> None:
        """Ten lines of each kind and how many more there are; the file has them all."""
        for number in range(25):
            (tmp_path / f"a{number}.txt").write_bytes("辦理時間由200多個工作天縮短至86個工作天".encode("big5hkscs"))
            (tmp_path / f"b{number}.pdf").write_bytes(b"%PDF-1.7 half")
        said = str(corpus.figures(tmp_path, tmp_path / "out.csv"))
        assert said.count("was read as big5hkscs") == said.count("its end is missing") == 10
        assert "  not in UTF-8: 15 more, all in the summary file" in said
        assert "  not read: 15 more, all in the summary file" in said
        assert (tmp_path / "out.csv.summary.json").read_text(encoding="utf-8").count("big5hkscs") == 25

    def test_stopping_at_the_first(self, folder: Path, tmp_path: Path) -> None:
        """As asked; what was read before is not lost."""
        with pytest.raises(zj.DocumentError, match="its end is missing"):
            corpus.figures(folder, tmp_path / "out.parquet", on_error="stop")
        (folder / "c.pdf").unlink()
        with pytest.raises(corpus.ResumeError, match=r"inputs are different: .*c\.pdf"):
            corpus.figures(folder, tmp_path / "out.parquet", resume=True)
        assert corpus.figures(folder, tmp_path / "out.parquet", overwrite=True).documents == 5

    def test_an_undecided_encoding_is_asked_for(self, tmp_path: Path) -> None:
        """It is never guessed."""
        (tmp_path / "a.txt").write_bytes("占98.5%".encode("gb18030"))
        (tmp_path / "b.csv").write_bytes("id,text\n1,占98.5%\n".encode("gb18030"))
        summary = corpus.figures(tmp_path, tmp_path / "out.csv")
        assert [reason.partition(":")[0] for _, reason in summary.failures] == ["its encoding is undecided"] * 2
        assert (
            corpus.figures([tmp_path / "a.txt", tmp_path / "b.csv"], tmp_path / "b.parquet", encoding="gb18030").rows
            == 2
        )

    def test_an_encoding_is_decided_over_the_whole_file(self, tmp_path: Path) -> None:
        """A byte far behind the beginning that is no UTF-8 decides."""
        line = '{"id": 1, "text": "占98.5%"}\n'.encode("gb18030")
        last = '{"id": 2, "text": "办理时间由200多个工作日压缩至86个工作日，群众满意"}\n'.encode("gb18030")
        (tmp_path / "a.jsonl").write_bytes(line * 60_000 + last)
        summary = corpus.figures(tmp_path / "a.jsonl", tmp_path / "out.parquet", limit=3)
        assert list(summary.encodings.values()) == ["gb18030"]
        assert read_back(tmp_path / "out.parquet")[0]["surface"] == "98.5%"


@pytest.mark.parametrize(
    ("name", "content", "reasons"),
    [
        ("a.jsonl", '{"text": "3天"}\n{x\n[1]\n{"txt": "5天"}\n{"text": 5}\n{"id": true, "text": "7天"}\n\n{"text": null}\n',
         ["expected a JSON object (Expecting", "expected a JSON object, got list", "it has no key 'text'; did you mean 'txt'?",
          "expected a text under 'text', got int", "expected a text or a whole number under 'id', got True"]),
        ("a.csv", "id,text\n1,3天\n2\n3,5天,x\n", ["expected 2 cells, got 1", "expected 2 cells, got 3"]),
        ("a.csv", "id,txt\n1,3天\n", ["it has no column 'text'; did you mean 'txt'? (--text-column)"]),
        ("a.csv", 'id,text\n1,"3天\n', ["it is damaged (unexpected end of data)"]),
        ("a.csv", "", ["it is empty: not even a line with the names of its columns"]),
        ("a.parquet", "PAR1 no", ["it is damaged ("]),
        ("a.arrow", "ARROW1 no", ["it is damaged ("]),
        ("a.jsonl.gz", "no", ["it is damaged ("]),
        ("a.zip", "no", ["it is damaged or no zip file ("]),
        ("a.pdf.gz", "no", ["it cannot be unpacked ("]),
    ],
)  # fmt: skip
def test_bad_tables(tmp_path: Path, name: str, content: str, reasons: list[str]) -> None:
    """Each bad row is named with its place; what stands before a break is read."""
    (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    summary = corpus.figures(tmp_path / name, tmp_path / "out.parquet")
    assert len(summary.failures) == len(reasons)
    assert all(said.startswith(reason) for (_, said), reason in zip(summary.failures, reasons, strict=True)), (
        summary.failures
    )
    assert summary.complete


class TestRefused:
    """What a run does not begin with."""

    @pytest.mark.parametrize(
        ("options", "error", "message"),
        [
            ({"out": "a.txt"}, zj.UnknownValueError, "no suffix of an output file is called '.txt'"),
            ({"on_error": "ignore"}, zj.UnknownValueError, "no value of on_error is called 'ignore'"),
            ({"workers": 0}, ValueError, "expected workers of 1 or more, got 0"),
            ({"limit": 0}, ValueError, "expected limit of 1 or more, got 0"),
            ({"kinds": ["dates"]}, zj.UnknownValueError, "no kind is called 'dates'"),
            ({"paths": "none"}, FileNotFoundError, "no such file or folder: 'none'"),
            ({"paths": "*.none"}, FileNotFoundError, r"no such file or folder: '\*\.none'"),
        ],
    )
    def test_options(self, tmp_path: Path, options: dict[str, Any], error: type[Exception], message: str) -> None:
        """The error names it, and nothing is written."""
        (tmp_path / "a.txt").write_text("3天", encoding="utf-8")
        asked = {"paths": tmp_path / "a.txt", "out": "out.csv", **options}
        with pytest.raises(error, match=message):
            corpus.figures(asked.pop("paths"), tmp_path / asked.pop("out"), **asked)
        assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]

    def test_an_output_that_exists(self, tmp_path: Path) -> None:
        """It is replaced on request only."""
        (tmp_path / "a.txt").write_text("3天", encoding="utf-8")
        (tmp_path / "out.csv").write_text("mine", encoding="utf-8")
        with pytest.raises(FileExistsError, match="pass overwrite=True"):
            corpus.figures(tmp_path / "a.txt", tmp_path / "out.csv")
        assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "mine"
        assert corpus.figures(tmp_path / "a.txt", tmp_path / "out.csv", overwrite=True).rows == 1

    def test_an_output_that_is_read(self, tmp_path: Path) -> None:
        """Replacing it would take the texts away."""
        write_csv(tmp_path / "a.csv", NORMAL)
        for paths in (tmp_path / "a.csv", [tmp_path / "." / "a.csv", tmp_path]):
            with pytest.raises(SameFileError, match="is both read and written: write another file"):
                corpus.figures(paths, tmp_path / "a.csv", overwrite=True)
        assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]

    def test_a_file_of_another_kind_that_is_named(self, tmp_path: Path) -> None:
        """In a folder it is passed over; named itself it is a failure."""
        (tmp_path / "a.bz2").write_bytes(bz2.compress(b"3"))
        found = find_inputs([tmp_path / "a.bz2"])
        assert (found.inputs, [reason for _, reason in found.failures]) == ((), ["it is of no kind that is read"])


def test_a_text_that_the_reader_fails_on_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others of its batch are read all the same."""
    write_json_lines(tmp_path / "a.jsonl", [("a", "3天"), ("b", "坏5天"), ("c", "7天")])

    def failing(batch: pa.RecordBatch, **options: Any) -> pa.RecordBatch:  # noqa: ANN401 (as the kernel takes)
        if any("坏" in str(text) for text in batch.column("text").to_pylist()):
            raise RuntimeError("no")
        return corpus.figures_batch(batch, **options)

    monkeypatch.setitem(vars(sys.modules["zjreform.corpus.work"])["KERNELS"], "figures", failing)
    summary = corpus.figures(tmp_path / "a.jsonl", tmp_path / "out.parquet", workers=1)
    assert summary.failures == (("b", "the reader failed on it: RuntimeError('no')"),)
    assert [row["surface"] for row in read_back(tmp_path / "out.parquet")] == ["3天", "7天"]


def test_progress_is_shown(tmp_path: Path) -> None:
    """Bytes read of all bytes, documents and rows."""
    write_json_lines(tmp_path / "a.jsonl", NORMAL)
    seen: list[tuple[int, int, int]] = []
    corpus.figures(
        tmp_path / "a.jsonl", tmp_path / "out.csv", progress=lambda one: seen.append((one.read, one.total, one.rows))
    )
    size = (tmp_path / "a.jsonl").stat().st_size
    assert seen[-1] == (size, size, len(figure_rows(NORMAL)))


def test_a_bar_goes_to_the_error_stream(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is written stays clean; the bar ends full, with the rows."""
    write_json_lines(tmp_path / "a.jsonl", NORMAL)
    corpus.figures(tmp_path / "a.jsonl", tmp_path / "out.csv", progress=True)
    shown = capsys.readouterr()
    assert shown.out == ""
    rows = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert f"{len(rows):,} rows" in shown.err


class TestGoingOn:
    """A run that stops, however it does."""

    @pytest.fixture
    def small_parts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Cut the work finely."""
        monkeypatch.setattr(cutting, "MOST_TEXTS", 2)
        monkeypatch.setattr("zjreform.corpus.files._PART_ROWS", 1)

    @pytest.mark.usefixtures("small_parts")
    @pytest.mark.parametrize("suffix", [".parquet", ".csv", ".jsonl", ".arrow"])
    @pytest.mark.parametrize("stop", range(1, 7))
    def test_after_ctrl_c(self, tmp_path: Path, stop: int, suffix: str) -> None:
        """Whole parts are left; the run goes on from there, with the rows of one that was never stopped."""
        write_json_lines(tmp_path / "a.jsonl", NORMAL)
        out = tmp_path / f"out{suffix}"
        calls = iter(range(1, 100))

        def interrupt(_: corpus.Progress) -> None:
            if next(calls) == stop:
                raise KeyboardInterrupt

        stopped = corpus.figures(tmp_path / "a.jsonl", out, workers=1, progress=interrupt)
        assert not stopped.complete
        assert not out.exists()
        parts = sorted((tmp_path / f"out{suffix}.partial").glob("part-*"))
        assert sum(len(read_back(part)) for part in parts) == stopped.rows > 0
        with pytest.raises(FileExistsError, match="an unfinished run stands in"):
            corpus.figures(tmp_path / "a.jsonl", out)
        done = corpus.figures(tmp_path / "a.jsonl", out, resume=True)
        assert (done.complete, done.documents) == (True, len(NORMAL))
        assert in_order(read_back(out)) == in_order(figure_rows(NORMAL))
        assert corpus.figures(tmp_path / "a.jsonl", out, resume=True) == done
        with pytest.raises(corpus.ResumeError, match="it has ended, and was asked something else or of other files"):
            corpus.figures(tmp_path / "a.jsonl", out, resume=True, limit=3)

    def test_killed_again_and_again(self, tmp_path: Path) -> None:
        """Nothing is lost and nothing doubled, wherever the kill falls; ``ZJREFORM_KILLS`` sets how often."""
        kills = int(os.environ.get("ZJREFORM_KILLS", "6"))
        texts = [(f"d{number}", f"推进一件事改革{number}") for number in range(kills * 60)]
        write_json_lines(tmp_path / "a.jsonl", texts)
        code = (
            "import sys, time; from zjreform.corpus import units, files, work;"
            "units.MOST_TEXTS = 20; files._PART_ROWS = 40; kernel = work.KERNELS['terms'];"
            "work.KERNELS['terms'] = lambda batch, **options: (time.sleep(0.02), kernel(batch, **options))[1];"
            "files.terms(sys.argv[1], sys.argv[2], resume=True, workers=2)"
        )
        out = tmp_path / "out.parquet"
        command = [sys.executable, "-c", code, str(tmp_path / "a.jsonl"), str(out)]
        killed = 0
        for attempt in range(kills):
            before = _journal_size(out)
            run = subprocess.Popen(command)
            deadline = time.monotonic() + 60
            while run.poll() is None and _journal_size(out) <= before and time.monotonic() < deadline:
                time.sleep(0.001)
            time.sleep(attempt % 7 * 0.004)
            run.kill()
            killed += run.wait() == -signal.SIGKILL
        assert killed >= kills / 2
        subprocess.run(command, check=True)
        expected = [(id, "一件事") for id, _ in texts]
        assert [(row["id"], row["surface"]) for row in read_back(out)] == expected
        assert not (tmp_path / "out.parquet.partial").exists()

    def test_a_torn_line_of_the_journal_does_not_count(self, tmp_path: Path) -> None:
        """The part it was to name is written again."""
        folder = tmp_path / "out.csv.partial"
        journal = begin_journal(folder, ".csv", {"what": "x"}, resume=False)
        journal.add({"units": 2, "rows": 0})
        with (folder / "journal.jsonl").open("a", encoding="utf-8") as file:
            file.write('{"units": 5, "ro')
        assert begin_journal(folder, ".csv", {"what": "x"}, resume=True).units == 2
        again = begin_journal(folder, ".csv", {"what": "x"}, resume=True)
        again.add({"units": 3, "rows": 0})
        assert begin_journal(folder, ".csv", {"what": "x"}, resume=True).units == 3

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"kinds": ["date"]}, "kinds is different: None then, "),
            ({"region": "CN"}, "region is different: None then, 'CN' now"),
            ({"lexicon": MINE}, "lexicon is different: None then, "),
            ({"limit": 3}, "limit is different: None then, 3 now"),
        ],
    )
    @pytest.mark.usefixtures("small_parts")
    def test_another_question_does_not_go_on(self, tmp_path: Path, options: dict[str, Any], message: str) -> None:
        """Rows of two questions never stand in one file."""

        def interrupt(_: corpus.Progress) -> None:
            raise KeyboardInterrupt

        write_json_lines(tmp_path / "a.jsonl", NORMAL)
        corpus.figures(tmp_path / "a.jsonl", tmp_path / "out.csv", progress=interrupt)
        with pytest.raises(corpus.ResumeError, match=message.replace("(", r"\(")):
            corpus.figures(tmp_path / "a.jsonl", tmp_path / "out.csv", resume=True, **options)

    def test_workers_end_with_their_parent(self, tmp_path: Path) -> None:
        """No process is left where the parent is killed."""
        texts = [(f"d{number}", "一件事" * 2000) for number in range(4000)]
        write_json_lines(tmp_path / "a.jsonl", texts)
        code = "import sys; from zjreform import corpus; corpus.terms(sys.argv[1], sys.argv[2], workers=2)"
        run = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "a.jsonl"), str(tmp_path / "out.csv")])
        children: list[int] = []
        deadline = time.monotonic() + 60
        while len(children) < 2 and time.monotonic() < deadline:
            children = _children(run.pid)
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
        run.wait()
        deadline = time.monotonic() + 20
        while any(map(_lives, children)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert len(children) == 2
        assert not any(map(_lives, children))


def _journal_size(out: Path) -> int:
    path = out.with_name(out.name + ".partial") / "journal.jsonl"
    return path.stat().st_size if path.exists() else 0


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    if not path.exists():
        pytest.skip("this system does not list the children of a process")
    return [int(child) for child in path.read_text(encoding="ascii").split()]


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
    return state != "Z"


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.jsonl.gz"])
def test_a_line_without_an_end_is_refused(name: str, tmp_path: Path) -> None:
    """A table streams, so that what it holds is bounded line by line; what stands before the line is read."""
    row = '{"text": "共3天"}\n' if "jsonl" in name else "text\n共3天\n"
    data = (row + "9" * 1000).encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    summary = corpus.figures(tmp_path / name, tmp_path / "out.parquet", limits=zj.Limits(bytes=500))
    assert summary.rows == 1
    assert [reason for _, reason in summary.failures] == [
        "a line of it has more than 500 characters (pass limits=zj.Limits(bytes=…))"
    ]
    assert corpus.figures(tmp_path / name, tmp_path / "other.parquet").rows >= 1


def test_limits_are_those_of_each_document(tmp_path: Path) -> None:
    """What is too long is reported and left out, packed or not; a run with other limits is another run."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("压缩至3天", encoding="utf-8")
    (folder / "b.txt").write_text("压缩至3天" * 100, encoding="utf-8")
    (folder / "c.txt.gz").write_bytes(gzip.compress(("压缩至3天" * 100).encode()))
    limits = zj.Limits(bytes=100)
    summary = corpus.figures(folder, tmp_path / "out.parquet", limits=limits)
    assert summary.documents == 1
    assert [(Path(name).name, "100" in reason) for name, reason in summary.failures] == [
        ("b.txt", True),
        ("c.txt.gz", True),
    ]
    assert corpus.figures(folder, tmp_path / "all.parquet").documents == 3
