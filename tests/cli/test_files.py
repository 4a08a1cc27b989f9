"""Commands over packages, as a user calls them."""

import json
from pathlib import Path

import pytest
from tests.interop.made import made_dataset
from typer.testing import CliRunner, Result

import zjreform as zj
from zjreform.cli.app import app


def run(*arguments: object) -> Result:
    """Run one command."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_validate_says_that_all_is_well(tmp_path: Path) -> None:
    """Exit code 0 and the number of records."""
    folder = zj.load().write(tmp_path / "p").path
    done = run("validate", folder)
    assert done.exit_code == 0
    assert "no problems" in done.output


@pytest.mark.parametrize("fmt", ["table", "json", "csv"])
def test_validate_lists_every_problem(fmt: str, tmp_path: Path) -> None:
    """Exit code 1; file, row, field, value and remedy."""
    folder = zj.template(tmp_path / "p", tables=["tiers"])
    header = (folder / "tiers.csv").read_text(encoding="utf-8")
    (folder / "tiers.csv").write_text(header + "a,no-round,奖,prize,1,case,one,not_stated,,\n", encoding="utf-8")
    done = run("validate", folder, "--format", fmt)
    assert done.exit_code == 1
    assert "a whole number" in done.output
    if fmt == "json":
        assert json.loads(done.output)[0]["field"] == "quota"


@pytest.mark.parametrize("kind", ["package", "spreadsheet-safe-package", "parquet", "sqlite", "json", "excel"])
def test_write_and_convert(kind: str, tmp_path: Path) -> None:
    """Every format can be written and read."""
    suffix = {"sqlite": ".sqlite", "json": ".json", "excel": ".xlsx"}.get(kind, "")
    source = made_dataset().write(tmp_path / "p").path
    target = tmp_path / f"out{suffix}"
    assert run("convert", source, target, "--as", kind).exit_code == 0
    assert zj.read(target) == made_dataset()
    assert run("convert", source, target, "--as", kind).exit_code == 2
    assert run("convert", source, target, "--as", kind, "--overwrite").exit_code == 0


def test_write_gives_the_bundled_dataset(tmp_path: Path) -> None:
    """The message counts its records."""
    done = run("write", tmp_path / "zj.zip")
    assert str(sum(zj.load().sizes().values())) in done.output
    assert zj.read(tmp_path / "zj.zip") == zj.load()


def test_template_and_merge(tmp_path: Path) -> None:
    """An empty package merges to the bundled dataset."""
    assert run("template", tmp_path / "mine", "--table", "metrics").exit_code == 0
    assert run("template", tmp_path / "mine").exit_code == 2
    assert run("convert", tmp_path / "mine", tmp_path / "both", "--merge").exit_code == 0
    assert run("diff", "bundled", tmp_path / "both").output == "no row differs\n"


def test_diff(tmp_path: Path) -> None:
    """Changes as rows, and as a section of a changelog."""
    one, other = made_dataset().write(tmp_path / "a").path, made_dataset(1).write(tmp_path / "b").path
    rows = json.loads(run("diff", one, other, "--format", "json").output)
    assert {
        "table": "terms",
        "id": "made-term",
        "change": "removed",
        "field": "",
        "before": None,
        "after": None,
    } in rows
    assert "### terms: 1 removed" in run("diff", one, other, "--markdown").output


def test_cite() -> None:
    """Style and language are options."""
    assert run("cite", "solutions-2018", "--lang", "zh").output.startswith("金雪军、张军")
    assert run("cite", "--style", "bibtex").output.startswith("@misc{zjreform-data-")


def test_codebook() -> None:
    """One table, or all; a misspelt one is named."""
    rows = json.loads(run("codebook", "tiers", "--format", "json").output)
    columns = [row["column"] for row in rows if row["value"] is None]
    assert [name for name in columns if not name.endswith("_label")] == list(zj.load().tiers.schema.header)
    failed = run("codebook", "tier")
    assert isinstance(failed.exception, zj.UnknownValueError)


def test_missing_paths() -> None:
    """Exit code 2 and the path."""
    done = run("validate", "no-such-folder")
    assert done.exit_code == 2
