"""Tables of texts: what is wrong with them is said, whatever is refused leaves nothing behind."""

import bz2
import gzip
from pathlib import Path
from shutil import SameFileError
from typing import Any

import pytest
from tests.corpus.written import (
    NORMAL,
    TABLES,
    read_back,
    write_csv,
)

import zjreform as zj
from zjreform import corpus
from zjreform.corpus.inputs import find_inputs


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


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.csv", "id;text\n1;共3天，其中2,5天\n", [("1", "3天")]),
        ("a.csv", "id|text\n1|共3天\n", [("1", "3天")]),
        ("a.csv", "id\ttext\n1\t共3天\n", [("1", "3天")]),
        ("a.tsv", "id,text\n1,共3天\n", [("1", "3天")]),
        ("a.csv", 'id,text;more\n1,"共3天"\n', []),
        ("a.csv", "text;a|text\n共3天;x|共5天\n", []),
    ],
)
def test_what_parts_the_cells_is_told_by_the_header(
    tmp_path: Path, name: str, content: str, found: list[tuple[str, str]]
) -> None:
    """Where the text column stands in it by one mark alone; else nothing is read, and the columns are named."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    summary = corpus.figures(tmp_path / name, tmp_path / "out.parquet", workers=1)
    assert [(row["id"], row["surface"]) for row in read_back(tmp_path / "out.parquet")] == found
    assert [reason.startswith("it has no column 'text'") for _, reason in summary.failures] == [True] * (not found)


def test_a_semicolon_table_without_the_column_names_its_columns(tmp_path: Path) -> None:
    """Not its header as one column."""
    (tmp_path / "a.csv").write_text("id;txt\n1;共3天\n", encoding="utf-8")
    summary = corpus.figures(tmp_path / "a.csv", tmp_path / "out.parquet", workers=1)
    assert [reason for _, reason in summary.failures] == [
        "it has no column 'text'; did you mean 'txt'? (--text-column)"
    ]


def test_ids_that_recur_are_told_apart_by_places(tmp_path: Path) -> None:
    """Ids are those of each table; where none are asked for, the file and the number of the row stand for them."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("id,text\n1,共3天\n", encoding="utf-8")
    for column, ids in (("id", ["1", "1"]), ("", ["a.csv:1", "b.csv:1"])):
        out = tmp_path / f"out{column}.parquet"
        corpus.figures([tmp_path / "a.csv", tmp_path / "b.csv"], out, id_column=column, workers=1)
        assert [row["id"].rpartition("/")[2] for row in read_back(out)] == ids


@pytest.mark.parametrize("name", ["a.parquet", "a.arrow"])
def test_a_text_beyond_the_limit_fails_alone(tmp_path: Path, name: str) -> None:
    """In a table of Arrow's, as a line does in a text file; the rows beside it are read."""
    TABLES[name](tmp_path / name, [("a", "共3天"), ("b", "长" * 200), ("c", "共5天")])
    summary = corpus.figures(tmp_path / name, tmp_path / "out.parquet", workers=1, limits=zj.Limits(bytes=100_000))
    assert (summary.rows, summary.failures) == (2, ())
    summary = corpus.figures(tmp_path / name, tmp_path / "small.parquet", workers=1, limits=zj.Limits(bytes=100))
    assert [*summary.failures] == [(f"{tmp_path / name}:2", "its text has more than 100 characters")]
