"""The commands over texts, as a new user meets them."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import zjreform as zj
from zjreform.cli.app import app
from zjreform.cli.corpus import read_lexicon

TEXT = "办理时间由200多个工作日压缩至86个工作日内，推进一件事改革"


def run(*arguments: str, stdin: bytes = b"", code: int = 0) -> str:
    """Return what a command prints on the screen."""
    done = CliRunner().invoke(app, arguments, input=stdin)
    assert done.exit_code == code, (done.output, done.stderr)
    return done.stdout if code == 0 else done.stdout + done.stderr


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder with one file that is read and one that is broken."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 half")
    return folder


def test_a_text_on_the_screen() -> None:
    """The short table has what one looks for."""
    shown = run("figures", "--text", TEXT)
    assert "200多个工作日" in shown
    assert "workday" in shown


def test_json_and_csv_have_the_columns_of_the_frames() -> None:
    """The same names and values as in a frame."""
    rows = json.loads(run("figures", "--text", TEXT, "--format", "json"))
    assert [(row["id"], row["surface"], row["workdays"], row["bound"]) for row in rows] == [
        ("text", "200多个工作日", 200, "over"),
        ("text", "86个工作日内", 86, "at_most"),
    ]
    sheet = list(csv.DictReader(io.StringIO(run("figures", "--text", TEXT, "--format", "csv"))))
    assert [row["value"] for row in sheet] == ["200", "86"]
    assert list(sheet[0]) == list(rows[0])


@pytest.mark.parametrize("command", ["figures", "changes", "find-terms"])
@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_a_text_and_a_table_of_texts_give_the_same(command: str, form: str, tmp_path: Path) -> None:
    """What is read in this process has the columns and cells of what the runner writes, and each format has them all."""
    table = tmp_path / "texts.jsonl"
    table.write_text(json.dumps({"id": "text", "text": TEXT + "，占1/3，约0.1%"}) + "\n", encoding="utf-8")
    at_once = run(command, "--text", TEXT + "，占1/3，约0.1%", "--format", form)
    assert at_once == run(command, str(table), "--format", form)
    assert len(at_once.splitlines()) > 1 or form == "jsonl"
    assert run(command, "--text", "无", "--format", form).startswith(
        {"json": "[]", "jsonl": "", "csv": "id,start,end"}[form]
    )


WITHOUT_ARROW = """
import io, json, sys
sys.modules["pyarrow"] = None
from zjreform.cli.main import main
for arguments, stdin in json.loads(sys.argv[1]):
    said = io.BytesIO()
    sys.argv[1:], sys.stdin, sys.stdout = arguments, io.TextIOWrapper(io.BytesIO(stdin.encode())), io.TextIOWrapper(said)
    try:
        code = main()
    except SystemExit as left:
        code = left.code
    sys.stdout.flush()
    print(json.dumps([arguments, code or 0, said.getvalue().decode()]), file=sys.__stdout__)
"""


def test_one_text_needs_no_extra(tmp_path: Path) -> None:
    """Without pyarrow a text, standard input and a file of one text are read; a folder says which extra it needs."""
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    asked = [
        (["figures", "--text", TEXT, "--format", "json"], ""),
        (["changes", "--text", TEXT, "--format", "csv"], ""),
        (["find-terms", "-", "--format", "jsonl"], TEXT),
        (["figures", "-"], TEXT),
        (["figures", "report.txt", "--format", "json"], ""),
        (["figures", "."], ""),
    ]
    command = [sys.executable, "-c", WITHOUT_ARROW, json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    *read, (folder, code, _) = map(json.loads, done.stdout.splitlines())
    assert len(read) == 5
    for arguments, left, said in read:
        assert left == 0, arguments
        assert "86个工作日" in said or "one-thing" in said, arguments
    assert (folder, code) == (["figures", "."], 2)
    assert "pip install 'zjreform[arrow]'" in done.stderr
    assert done.stderr.count("pip install") == 1


def test_changes_and_terms() -> None:
    """The other two commands."""
    change = json.loads(run("changes", "--text", TEXT, "--format", "json"))[0]
    assert (change["verb"], change["before_value"], change["after_value"]) == ("压缩", 200, 86)
    assert "one-thing" in run("find-terms", "--text", TEXT)


def test_standard_input() -> None:
    """One text, or many as JSON Lines."""
    assert "86个工作日" in run("figures", "-", stdin=TEXT.encode())
    lines = "".join(json.dumps({"id": number, "text": "3天"}) + "\n" for number in range(3))
    rows = json.loads(run("figures", "-", "--stdin", "jsonl", "--format", "json", stdin=lines.encode()))
    assert [row["id"] for row in rows] == ["0", "1", "2"]


def test_a_folder_into_a_file(reports: Path, tmp_path: Path) -> None:
    """The summary says what was not read, and the exit code that something was not."""
    out = tmp_path / "out.parquet"
    said = run("figures", str(reports), "-o", str(out), code=1)
    assert "2 figures in 1 document" in said
    assert "b.pdf: it is damaged: its end is missing" in said
    assert out.exists()
    assert json.loads((tmp_path / "out.parquet.summary.json").read_text(encoding="utf-8"))["rows"] == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give files, folders or patterns, or --text"),
        (("a.txt", "--text", "3天"), "give files, folders or patterns, or --text"),
        (("nothing.txt",), "no such file or folder: 'nothing.txt'"),
        (("--text", "3天", "-o", "a.xyz"), "no suffix of an output file is called '.xyz'"),
        (("--text", "3天", "--region", "XX"), "no region is called 'XX'"),
        (("--text", "3天", "--lexicon", "none.csv"), "No such file"),
    ],
)
def test_refused(arguments: tuple[str, ...], message: str) -> None:
    """The command was wrong: exit code 2, and what to give."""
    done = CliRunner().invoke(app, ["figures", *arguments])
    said = " ".join((done.output + done.stderr).replace("│", " ").split())
    assert (done.exit_code, message in said) == (2, True), said


def test_an_input_is_not_written_over(tmp_path: Path) -> None:
    """Whatever is asked."""
    table = tmp_path / "a.csv"
    table.write_text("id,text\n1,3天\n", encoding="utf-8")
    said = run("figures", str(table), "-o", str(table), "--overwrite", code=2)
    assert "is both read and written: write another file" in " ".join(said.split())
    assert table.read_text(encoding="utf-8") == "id,text\n1,3天\n"


def test_stopping(reports: Path, tmp_path: Path) -> None:
    """At the first that cannot be read, as asked."""
    said = run("figures", str(reports), "-o", str(tmp_path / "out.csv"), "--on-error", "stop", code=2)
    assert "cannot be read: it is damaged" in said


class TestLexicon:
    """One's own names from a file."""

    def test_names_and_terms(self, tmp_path: Path) -> None:
        """A word with an id is a term, one with a kind or alone a name."""
        path = tmp_path / "mine.csv"
        path.write_text("\ufeffword,kind,term\n三色管理,,three\n四色管理,name,\n五色管理,name,five\n", encoding="utf-8")
        mine = read_lexicon(path)
        assert dict(mine.terms) == {"三色管理": "three", "五色管理": "five"}
        assert set(mine.names) == {"四色管理", "五色管理"}
        assert "three" in run("find-terms", "--text", "推行三色管理", "--lexicon", str(path))

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"name\n\xff", "codec can't decode"),
            ("name\n三色\n".encode(), "it has no column word"),
            ("word,sort\n三色,a\n".encode(), "or others than word, kind and term"),
            ("word\n管理\n".encode(), "expected a name that contains a numeral"),
        ],
    )
    def test_refused(self, tmp_path: Path, content: bytes, message: str) -> None:
        """The error names the file."""
        path = tmp_path / "mine.csv"
        path.write_bytes(content)
        with pytest.raises(zj.DocumentError, match=message):
            read_lexicon(path)
