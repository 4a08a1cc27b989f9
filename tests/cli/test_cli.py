"""The command line: what it prints, in which format, and how it fails."""

import csv
import io
import json
import subprocess
import sys

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
        (["cases", "--place", "麗水", "--round", "mpro-2018"], ["lishui-interdepartmental", "1 cases"]),
        (["case", "nanhu-company-setup"], ["no. 5 of 20", "南湖区", "Yu Jianxing", "provincial-company-setup"]),
        (["awards", "--tier", "pmi-4-organisation"], ["6 awards", "杭州市委办公厅"]),
        (["places", "--in", "331100", "--kind", "division"], ["青田县", "331121"]),
        (["terms", "--text", "標準地"], ["标准地"]),
        (["term", "seven-transformations"], ["part 7", "七大轉變"]),
        (["events", "--kind", "launch", "--before", "2016"], ["launch-of-the-reform", "2016-12"]),
        (["cases", "--text", "no such text"], ["no record meets these conditions"]),
    ],
)
def test_commands(arguments: list[str], parts: list[str]) -> None:
    """Each command prints what was asked for."""
    result = invoke(*arguments)
    assert result.exit_code == 0, result.output
    for part in parts:
        assert part in result.stdout


@pytest.mark.parametrize("command", [function.__name__ for function in COMMANDS])
def test_every_command_has_help_with_an_example(command: str) -> None:
    """--help tells what the command does and shows one call."""
    result = invoke(command, "--help")
    assert result.exit_code == 0
    assert f"Example: zjreform {command}" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["case", "nanhu"], "cases has no id 'nanhu'"),
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


def test_without_the_extra_the_error_names_it() -> None:
    """Without typer the program ends with the command that installs it."""
    code = "import sys; sys.modules['typer'] = None; from zjreform.cli.main import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip() == "zjreform: this needs typer, which is not installed: pip install 'zjreform[cli]'"
