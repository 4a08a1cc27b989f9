"""The command line: what it prints, in which format, and how it fails."""

import csv
import io
import json
import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

import zjreform as zj
from zjreform.cli.app import COMMANDS, app, run
from zjreform.cli.chinese import COMMANDS as CHINESE


def invoke(*arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(app, list(arguments))


def test_overview_tells_what_the_data_holds() -> None:
    """Version, rounds, documents and the size of each table."""
    result = invoke("overview")
    assert result.exit_code == 0
    for part in (zj.DATA_VERSION, "rib-2019", "262", "lishui-yearbook-2019", "awards", "99"):
        assert part in result.stdout


def test_json_and_csv_hold_the_same_rows_as_python() -> None:
    """Every format gives the same records."""
    expected = list(zj.load().find_cases(round="mpro-2018").ids)
    as_json = json.loads(invoke("cases", "--round", "mpro-2018", "--format", "json").stdout)
    assert [row["id"] for row in as_json] == expected
    as_csv = list(csv.DictReader(io.StringIO(invoke("cases", "--round", "mpro-2018", "--format", "csv").stdout)))
    assert [row["id"] for row in as_csv] == expected
    assert [row["title_zh"] for row in as_csv] == [row["title_zh"] for row in as_json]
    assert list(as_csv[0]) == list(as_json[0]) == list(zj.load().cases.to_dicts()[0])
    lines = invoke("cases", "--round", "mpro-2018", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == as_json


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["cases", "--place", "麗水", "--round", "mpro-2018"], ["lishui-interdepartmental", "1 case "]),
        (["cases", "--applicant", "大數據局", "--cofog", "07"], ["health-social-card"]),
        (["cases", "--place", "Jinhua", "--only", "--practice", "jinhua-electronic-registration"], ["2 cases"]),
        (
            ["case", "nanhu-company-setup"],
            ["no. 5 of 20", "南湖区", "Yu Jianxing", "provincial-company-setup", "8个工作日"],
        ),
        (["awards", "--tier", "pmi-4-organisation"], ["6 awards", "杭州市委办公厅"]),
        (["awards", "--text", "clearance"], ["1 award", "mpro-2018-08"]),
        (
            ["awards", "--any-level", "township", "--domain", "grassroots_governance"],
            ["1 award", "pmi-4-excellence-03"],
        ),
        (["places", "--in", "331100", "--kind", "division"], ["青田县", "331121"]),
        (["places", "--in", "Lishui", "--only"], ["1 place"]),
        (["metrics", "--quality", "inconsistent"], ["3 metrics", "51.4"]),
        (["metrics", "--about", "town-functions", "--status", "rule"], ["1 metric"]),
        (["comparisons"], ["nanhu-setup-time", "-87.5"]),
        (["terms", "--text", "標準地"], ["标准地"]),
        (["term", "seven-transformations"], ["part 7", "七大轉變", "独奏曲 → 交响乐", "a solo → a symphony"]),
        (["events", "--kind", "launch", "--before", "2016"], ["launch-of-the-reform", "2016-12"]),
        (["events", "--claim-scope", "world"], ["1 event", "claim-marine-fuel-platform"]),
        (["events", "--extent", "pilot", "--place", "Deqing", "--only", "--after", "2017"], ["1 event", "2017"]),
        (["--version"], [f"zjreform {zj.__version__}, data {zj.DATA_VERSION}"]),
        (["cases", "--text", "no such text"], ["no record meets these conditions"]),
    ],
)
def test_commands(arguments: list[str], parts: list[str]) -> None:
    """Each command prints what was asked for."""
    result = invoke(*arguments)
    assert result.exit_code == 0, result.output
    for part in parts:
        assert part in result.stdout


@pytest.mark.parametrize("command", [function.__name__.replace("_", "-") for function in COMMANDS])
def test_every_command_has_help_with_an_example(command: str) -> None:
    """--help tells what the command does and shows one call."""
    result = invoke(command, "--help")
    assert result.exit_code == 0
    assert f"Example: zjreform {command}" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["case", "nanhu"], "cases has no id 'nanhu'; did you mean 'nanhu-company-setup'"),
        (["case", "船舶"], "cases has no id '船舶'; did you mean 'zhoushan-ship-clearance'"),
        (["term", "浙裏辦"], "terms has no id '浙裏辦'; did you mean 'zheliban'?"),
        (["cases", "--place", "Lishiu"], "no place is called 'Lishiu'; did you mean 'Lishui'"),
        (["cases", "--level", "conty"], "no level is called 'conty'; did you mean 'county'?"),
    ],
)
def test_unknown_values_end_with_2(
    arguments: list[str], message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the value and what was close; the exit code says that the call was wrong."""
    monkeypatch.setattr(sys, "argv", ["zjreform", *arguments])
    with pytest.raises(SystemExit) as caught:
        run()
    assert caught.value.code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["events", "--after", "2018/6"], "--after"),
        (["events", "--before", "last year"], "got 'last year'"),
        (["cases", "--only"], "no place is given"),
        (["cases", "--format", "xml"], "'xml'"),
        (["case"], "ID"),
        (["audit", "no-such-folder"], "'no-such-folder'"),
    ],
)
def test_wrong_options_end_with_2(arguments: list[str], message: str) -> None:
    """A date that is none, an option that means nothing, a missing id and a missing folder say what was expected."""
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())


def test_without_the_extra_the_error_names_it() -> None:
    """Without typer the program ends with the command that installs it."""
    code = "import sys; sys.modules['typer'] = None; from zjreform.cli.main import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.strip() == "zjreform: this needs typer, which is not installed: pip install 'zjreform[cli]'"


def test_output_is_utf_8_whatever_the_system_says() -> None:
    """Rows that are written into a file do not fail on a system with another encoding."""
    code = "import sys; sys.argv[1:] = ['places', '--in', 'Lishui', '--format', 'csv']; from zjreform.cli.main import main; main()"
    settings = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=settings)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "丽水市" in done.stdout.decode("utf-8")


def test_explain_reads_a_text_or_a_file(tmp_path: Path) -> None:
    """A row for each numeral; the path of a file stands for its text."""
    file = tmp_path / "report.txt"
    file.write_text("别超过3天", encoding="utf-8")
    for given in ("别超过3天", str(file)):
        result = invoke("explain", given, "--format", "json")
        assert result.exit_code == 0
        (row,) = json.loads(result.stdout)
        assert (row["surface"], row["words"]) == ("别超过3天", "negation:别;bound_before:超过")
    file.write_bytes(b"\xff\xfe\x00")
    assert "expected a text file in UTF-8" in invoke("explain", str(file)).output


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["comparisons", "--place", "丽水", "--alike"], lambda ds: ds.comparisons(place="丽水", like_with_like=True)),
        (["pool", "--by", "domain"], lambda ds: ds.pool(by="domain")),
        (["adoptions", "--dated"], lambda ds: ds.adoptions(dated=True)),
        (["reach", "city-brain"], lambda ds: ds.reach("city-brain")),
        (["timeline"], lambda ds: ds.timeline()),
        (["wide", "award"], lambda ds: ds.wide("award")),
        (["wide"], lambda ds: ds.wide("metric")),
        (["indicators", "--family", "办理时间"], lambda ds: ds.find_indicators(family="time")),
        (["organisations", "--level", "省级"], lambda ds: ds.find_organisations(level="province")),
        (["reviews", "--reviewer", "郁建兴"], lambda ds: ds.find_reviews(reviewer="郁建兴")),
        (["cases", "--place", "无锡"], None),
    ],
)
def test_commands_give_the_columns_of_the_frames(arguments: list[str], answer: Any) -> None:  # noqa: ANN401 (questions have no common type)
    """JSON, JSON lines and CSV have every column, under the same names and with the same codes, and as many rows."""
    result = invoke(*arguments, "--format", "json")
    if answer is None:
        assert result.exit_code != 0
        return
    expected = answer(zj.load()).to_dicts()
    rows = json.loads(result.stdout)
    assert [list(row) for row in rows] == [list(row) for row in expected]
    assert len(invoke(*arguments, "--format", "jsonl").stdout.splitlines()) == len(expected)
    header = invoke(*arguments, "--format", "csv").stdout.splitlines()[0]
    assert header == ",".join(expected[0])


def test_lists_are_written_as_files_write_them() -> None:
    """Joined by semicolons in CSV, a list in JSON."""
    (row,) = csv.DictReader(io.StringIO(invoke("cases", "--text", "撤镇设市", "--format", "csv").stdout))
    assert row["places"] == ";".join(zj.load().cases["longgang-town-to-city"].places)
    rows = csv.DictReader(io.StringIO(invoke("codebook", "awards", "--format", "csv").stdout))
    assert next(row for row in rows if row["column"] == "round")["references"] == "rounds"


@pytest.mark.parametrize("form", ["json", "csv", "jsonl"])
def test_codebook_and_audit_have_the_columns_of_their_rows(form: str, tmp_path: Path) -> None:
    """As every other command has; nothing is renamed for a program."""
    said = invoke("codebook", "awards", "--format", form).stdout
    assert all(name in said for name in ("label_zh", "empty_means", "references"))
    found = invoke("audit", str(tmp_path), "--format", form)
    assert found.exit_code == 1
    assert all(name in found.stdout for name in ("mention", "source", "start", "state", "found"))


def test_an_empty_answer_is_a_header() -> None:
    """A program that reads CSV finds its columns."""
    assert invoke("cases", "--text", "no such text", "--format", "csv").stdout.startswith("id,title_zh,title_en,round")
    assert json.loads(invoke("cases", "--text", "no such text", "--format", "json").stdout) == []


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_tables_fit_the_columns_and_never_cut_an_id(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the output is piped; columns are left out before an id is cut."""
    monkeypatch.setenv("COLUMNS", width)
    shown = invoke("cases", "--round", "mpro-2018").stdout
    assert all(key in shown for key in zj.load().find_cases(round="mpro-2018").ids)
    assert max(map(cell_len, shown.splitlines())) <= int(width)


def test_help_is_short() -> None:
    """-h is --help."""
    assert invoke("cases", "-h").stdout == invoke("cases", "--help").stdout


def test_every_command_and_common_option_has_chinese_help() -> None:
    """No command is left out."""
    assert {command.__name__ for command in COMMANDS} == set(CHINESE)
    assert all(any("\u4e00" <= char <= "\u9fff" for char in text) for text in CHINESE.values())


def test_a_warning_is_a_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What may be misunderstood is said without the source of the program."""
    monkeypatch.setattr(sys, "argv", ["zjreform", "metrics", "--dimension", "duration", "--format", "jsonl"])
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        with pytest.raises(SystemExit) as caught:
            run()
    assert not caught.value.code
    assert capsys.readouterr().err == (
        "zjreform: dimension='duration' leaves out 6 figures in 'working_time': dimension='time' finds both\n"
    )


def test_the_package_runs_as_a_module() -> None:
    """``python -m zjreform`` is the command."""
    done = subprocess.run(
        [sys.executable, "-m", "zjreform", "places", "--format", "csv"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("id,")


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("aliases", "also"),
        ("definition_zh", "definition"),
        ("since", "since"),
        ("related", "related"),
        ("cases", "cases"),
        ("operator", "run by"),
    ],
)
def test_the_sheet_of_a_term_says_what_there_is(field: str, label: str) -> None:
    """A line for what the record holds, none for what it does not."""
    for there in (True, False):
        row = next(row for row in zj.load().terms if bool(getattr(row, field)) is there)
        lines = invoke("term", row.id).stdout.splitlines()
        assert any(line.startswith(f"{label}: ") for line in lines) is there, row.id
