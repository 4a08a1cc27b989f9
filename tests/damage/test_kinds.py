"""Kinds of damage that once raised something else, or were read as if nothing had happened."""

import json
import os
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.damage.packages import FORMATS
from tests.interop.made import made_dataset

import zjreform as zj


@pytest.fixture(scope="module")
def made() -> zj.Dataset:
    """The dataset that is damaged."""
    return made_dataset()


def _problem(path: Path, match: str, **limits: int) -> zj.Problem:
    """Return the first problem of a path whose message holds a text; reading must refuse it as well."""
    report = zj.validate(path, limits=zj.Limits(**limits))
    with pytest.raises(zj.DatasetError) as caught:
        zj.read(path, limits=zj.Limits(**limits))
    assert any(match in str(problem) for problem in caught.value.problems), str(caught.value)
    found = [problem for problem in report.problems if match in str(problem)]
    assert found, str(report)
    return found[0]


class TestDescriptor:
    """What datapackage.json says must be of the right type, and so."""

    @pytest.fixture
    def folder(self, made: zj.Dataset, tmp_path: Path) -> Path:
        """A folder to damage."""
        return made.write(tmp_path / "p").path

    @pytest.mark.parametrize(
        ("change", "match"),
        [
            (lambda d: d.update(zjreform={"extends": ["bundled"]}), "zjreform.extends"),
            (lambda d: d.update(zjreform={"extends": {}}), "zjreform.extends"),
            (lambda d: d.update(zjreform=[1]), "zjreform"),
            (lambda d: d.update(version=["1"]), "version"),
            (lambda d: d.update(resources={"a": 1}), "a list of files"),
            (lambda d: d["resources"][0].update(name=["sources"]), "the name of a table"),
            (lambda d: d["resources"][0].update(path={"a": 1}), "the name of a file"),
            (lambda d: d["resources"][0].update(path="../p/sources.csv"), "the name of a file"),
            (lambda d: d["resources"][0].update(path="/etc/passwd"), "the name of a file"),
            (lambda d: d["resources"][0].update(path="tiers.csv"), "the name of a file"),
            (lambda d: d["resources"][0].update(schema=[]), "a list of fields"),
            (lambda d: d["resources"][0]["schema"]["fields"][0].update(type=["string"]), "type"),
            (lambda d: d["resources"][0]["schema"]["fields"][0].update(type="integer"), "type"),
            (lambda d: d["resources"][0]["schema"]["fields"].append({"name": ["x_a"]}), "x_…"),
            (
                lambda d: d["resources"][0]["schema"]["fields"].append({"name": "x_a", "type": ["string"]}),
                "one of string",
            ),
            (lambda d: d["resources"][0]["schema"]["fields"].append({"name": "x_a", "title": ["a"]}), "a text"),
            (lambda d: d["resources"][0]["schema"].update(missingValues=["NA"]), "missingValues"),
            (lambda d: d["resources"][0].update(encoding="gbk"), "encoding"),
            (lambda d: d["resources"][0].update(encoding=["utf-8"]), "encoding"),
            (lambda d: d["resources"][0].update(dialect={"delimiter": ";"}), "dialect.delimiter"),
            (lambda d: d["resources"][0].update(dialect="excel"), "dialect"),
            (lambda d: d["resources"][0].update(bytes=7), "the bytes 7"),
            (lambda d: d["resources"][0].update(hash=["sha256:0"]), "the hash"),
        ],
    )
    def test_refuses(self, change: Callable[[dict[str, Any]], object], match: str, folder: Path) -> None:
        """Each of these once raised a bare error, or was read as if it were not there."""
        path = folder / "datapackage.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content)
        path.write_text(json.dumps(content), encoding="utf-8")
        _problem(folder, match)

    def test_a_dot_before_the_name_is_legal(self, folder: Path, made: zj.Dataset) -> None:
        """The standard allows ``./cases.csv``."""
        path = folder / "datapackage.json"
        path.write_text(
            path.read_text(encoding="utf-8").replace('"path": "cases', '"path": "./cases'), encoding="utf-8"
        )
        assert zj.read(folder) == made

    def test_one_line_end_of_another_system(self, folder: Path) -> None:
        """A single CR LF in a file of LF is named with its row."""
        (folder / "datapackage.json").unlink()
        zj.template(folder.parent / "t", tables=["tiers"])
        tiers = folder.parent / "t" / "tiers.csv"
        tiers.write_bytes((folder / "tiers.csv").read_bytes()[:-1] + b"\r\n")
        assert _problem(folder.parent / "t", "LF alone").row > 1

    def test_a_file_that_is_a_link_elsewhere(self, folder: Path, tmp_path: Path) -> None:
        """What lies outside the folder is no part of the package."""
        (folder / "tiers.csv").rename(tmp_path / "tiers.csv")
        (folder / "tiers.csv").symlink_to(tmp_path / "tiers.csv")
        _problem(folder, "a file of this folder")


class TestZip:
    """Archives are read entry by entry, within limits."""

    def _with(self, made: zj.Dataset, place: Path, add: Callable[[zipfile.ZipFile], object]) -> Path:
        path = made.write(place / "p.zip").path
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            add(archive)
        return path

    @pytest.mark.parametrize("name", ["../out.csv", "/abs.csv", "a\\b.csv", "CASES.csv", "c:x.csv"])
    def test_names(self, name: str, made: zj.Dataset, tmp_path: Path) -> None:
        """A name that leads elsewhere, or is another's but for its case."""
        path = self._with(made, tmp_path, lambda archive: archive.writestr(name, "x"))
        _problem(path, "each file once" if name == "CASES.csv" else "a name inside the archive")

    def test_links(self, made: zj.Dataset, tmp_path: Path) -> None:
        """A link in an archive."""
        info = zipfile.ZipInfo("more.csv")
        info.external_attr = 0o120777 << 16
        _problem(
            self._with(made, tmp_path, lambda archive: archive.writestr(info, "/etc/passwd")), "a file, not a link"
        )

    def test_a_bomb_is_refused_before_it_bursts(self, made: zj.Dataset, tmp_path: Path) -> None:
        """Two hundred million blanks in two hundred thousand bytes."""
        ds_path = made.write(tmp_path / "p.zip").path
        with zipfile.ZipFile(ds_path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        files["tiers.csv"] += b" " * 200_000_000
        with zipfile.ZipFile(ds_path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        assert "200 times its compressed length" in str(_problem(ds_path, "tiers.csv"))

    def test_limits(self, made: zj.Dataset, tmp_path: Path) -> None:
        """Each limit is one that a caller can set."""
        path = made.write(tmp_path / "p.zip").path
        _problem(path, "at most 1000 bytes", bytes=1000)
        _problem(path, "at most 2 rows", rows=2)
        _problem(path, "at most 10 characters", cell=10)
        assert zj.read(path, limits=zj.Limits(ratio=1)) == made


class TestDatabase:
    """What a database says twice must agree."""

    @pytest.mark.parametrize(
        ("statement", "match"),
        [
            ("UPDATE metrics SET value = 9 WHERE value = 8", "value"),
            ("UPDATE metrics SET value_text = '9' WHERE value = 8", "value"),
            ("UPDATE metrics SET value = NULL WHERE value = 8", "value"),
            ("UPDATE metrics SET upper = 6 WHERE upper = 5", "upper"),
            ("UPDATE metrics SET implied_high = 1300001 WHERE implied_high = 1300000", "implied_high"),
            ("UPDATE metrics SET days = 9 WHERE days = 8", "days"),
            ("UPDATE metrics SET dimension = 'count' WHERE dimension = 'percent'", "dimension"),
            ("UPDATE metrics SET high_open = 1 WHERE high_open = 0", "high_open"),
            ("UPDATE sources SET published_start = '1999-01-01'", "published_start"),
            ("UPDATE places SET latitude = 1 WHERE latitude IS NOT NULL", "latitude"),
            ("UPDATE cases SET title_zh = CAST('x' AS BLOB)", "a text"),
            ("UPDATE dataset_info SET value = x'00' WHERE key = 'version'", "version"),
            ("UPDATE dataset_info SET value = '[1]' WHERE key = 'zjreform'", "zjreform"),
            ("UPDATE cases SET places = '[1]'", "a list of texts"),
            ("UPDATE cases SET places = '" + "[" * 20_000 + "'", "a table as write_sqlite made it"),
            ("DELETE FROM cases_places", "cases_places"),
            ("ALTER TABLE cases ADD COLUMN y TEXT", "a column of the schema"),
            ("ALTER TABLE cases RENAME COLUMN title_zh TO title", "the columns title_zh"),
            ("DROP TABLE tiers", "no table of its own"),
        ],
    )
    def test_refuses(self, statement: str, match: str, made: zj.Dataset, tmp_path: Path) -> None:
        """An edit that is ignored, or a type that the column has not."""
        path = made.write_sqlite(tmp_path / "p.sqlite").path
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            assert connection.execute(statement).rowcount != 0
        _problem(path, match)

    def test_a_view_in_place_of_a_table(self, made: zj.Dataset, tmp_path: Path) -> None:
        """One that never ends is not even begun."""
        path = made.write_sqlite(tmp_path / "p.sqlite").path
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DROP TABLE tiers")
            endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n"
            connection.execute(f"CREATE VIEW tiers AS {endless}")
        _problem(path, "no table of its own")

    def test_a_row_may_be_added_without_reckoning(self, made: zj.Dataset, tmp_path: Path) -> None:
        """Columns that follow may all be left empty."""
        path = made.write_sqlite(tmp_path / "p.sqlite").path
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE sources SET published_start = NULL, published_end = NULL")
        assert zj.read(path) == made


class TestWorkbook:
    """Sheets of other kinds, other shapes, other values."""

    @pytest.mark.parametrize(
        ("change", "match"),
        [
            (lambda b: b["tiers"].delete_rows(1, 100), "the columns id"),
            (lambda b: b["about"].delete_cols(2), "two columns"),
            (lambda b: b["about"].__setitem__("C1", "a note"), "two columns"),
            (lambda b: b["about"].__setitem__("B2", 7), "two columns"),
            (lambda b: (b.remove(b["tiers"]), b.create_chartsheet("tiers")), "a workbook"),
            (lambda b: (b.remove(b["about"]), b.create_chartsheet("about")), "a workbook"),
            (lambda b: b["tiers"].__setitem__("XFD1", "far"), "at most 1000 columns"),
            (lambda b: b["tiers"].__setitem__("A9", "=1+1"), "no formula"),
            (lambda b: b["cases"].__setitem__("B1", "id"), "each column once"),
            (lambda b: b["metrics"].cell(2, _column(b["metrics"], "days")).__setattr__("value", 9), "days"),
            (lambda b: b["metrics"].cell(2, _column(b["metrics"], "value")).__setattr__("value", 9), "days"),
        ],
    )
    def test_refuses(self, change: Callable[[Any], object], match: str, made: zj.Dataset, tmp_path: Path) -> None:
        """None of them is passed over."""
        path = made.write_excel(tmp_path / "p.xlsx").path
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
        _problem(path, match)


def _column(sheet: Any, name: str) -> int:  # noqa: ANN401 (openpyxl's sheet)
    return int(next(cell.column for cell in sheet[1] if cell.value == name))


class TestParquet:
    """Numerators, types and columns."""

    @pytest.mark.parametrize(
        ("column", "change", "match"),
        [
            ("value_denominator", lambda values: [value and 0 for value in values], "denominator of at least 1"),
            ("value_numerator", lambda values: [None for _ in values], "value"),
            ("value_numerator", lambda values: [5 for _ in values], "denominator of at least 1"),
            ("days", lambda values: [value and value + 1 for value in values], "days"),
            ("x", lambda values: values, "a column of the schema"),
        ],
    )
    def test_refuses(
        self, column: str, change: Callable[[list[Any]], list[Any]], match: str, made: zj.Dataset, tmp_path: Path
    ) -> None:
        """What follows must follow."""
        folder = made.write_parquet(tmp_path / "q").path
        _unhash(folder)
        table = pq.read_table(folder / "metrics.parquet")
        if column in table.column_names:
            place = table.column_names.index(column)
            values = pa.array(change(table.column(column).to_pylist()), type=table.schema.field(column).type)
            table = table.set_column(place, table.schema.field(column), values)
        else:
            table = table.append_column(column, pa.array([1] * len(table)))
        pq.write_table(table, folder / "metrics.parquet")
        _problem(folder, match)

    def test_a_number_for_a_text(self, made: zj.Dataset, tmp_path: Path) -> None:
        """No value is turned into another type."""
        folder = made.write_parquet(tmp_path / "q").path
        _unhash(folder)
        table = pq.read_table(folder / "tiers.parquet")
        pq.write_table(table.set_column(0, "id", pa.array(range(len(table)))), folder / "tiers.parquet")
        _problem(folder, "a text")


def _unhash(folder: Path) -> None:
    path = folder / "datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    for resource in content["resources"]:
        del resource["hash"], resource["bytes"]
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights bind no administrator")
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_may_not_be_read(form: str, made: zj.Dataset, tmp_path: Path) -> None:
    """Missing rights are a problem of the package, with the file named."""
    path = FORMATS[form](made, tmp_path)
    file = path / "tiers.csv" if form == "folder" else path / "tiers.parquet" if form == "parquet" else path
    file.chmod(0)
    _problem(path, file.name)
