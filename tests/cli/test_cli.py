"""The command line: what it prints, in which format, and how it fails."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import zjreform as zj
from zjreform.cli.app import COMMANDS, app, run


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
    assert [row["title"] for row in as_csv] == [row["title"] for row in as_json]


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
        (["metrics", "--quality", "inconsistent"], ["3 metrics", "51.4%"]),
        (["metrics", "--about", "town-functions", "--status", "rule"], ["1 metric"]),
        (["comparisons"], ["nanhu-setup-time", "-87.5%"]),
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
