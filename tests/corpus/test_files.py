"""Runs over files: every input and output, what cannot be read, and runs that stop and go on."""

import gzip
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.corpus.plain import CORPORA, MINE, OPTIONS, change_rows, figure_rows, in_order, term_rows
from tests.corpus.written import (
    NORMAL,
    TABLES,
    read_back,
    write_json_lines,
)

import zjreform as zj
from zjreform import corpus
from zjreform.corpus import units as cutting
from zjreform.corpus.inputs import find_inputs


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
