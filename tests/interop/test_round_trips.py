"""What is written reads back as the same dataset: every format, every kind of dataset."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from attrs import evolve
from tests.interop.made import made_dataset

import zjreform as zj
from zjreform.columns.column import Column
from zjreform.columns.schema import FieldSchema
from zjreform.dataset.table import Table
from zjreform.dataset.writing import Written
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular import atomic
from zjreform.tabular.extension import extension_of

Write = Callable[[zj.Dataset, Path], Written]
FORMATS: dict[str, Write] = {
    "folder": lambda ds, path: ds.write(path / "package"),
    "zip": lambda ds, path: ds.write(path / "package.zip"),
    "spreadsheet-safe": lambda ds, path: ds.write(path / "safe", spreadsheet_safe=True),
    "parquet": lambda ds, path: ds.write_parquet(path / "parquet"),
    "sqlite": lambda ds, path: ds.write_sqlite(path / "zj.sqlite"),
    "json": lambda ds, path: ds.write_json(path / "zj.json"),
    "excel": lambda ds, path: ds.write_excel(path / "zj.xlsx"),
}


def tables_of(ds: zj.Dataset) -> dict[str, Table[Any]]:
    """Return the tables of a dataset by name."""
    return {name: getattr(ds, name) for name in TABLES}


def extended(ds: zj.Dataset) -> zj.Dataset:
    """Return the dataset with extension columns of every kind on its cases."""
    kinds = {"x_note": str, "x_rank": int, "x_open": bool}
    fields = [
        FieldSchema(name, kind, nullable=True, many=False, column=Column("列", name, "Of our own.", "not given"))
        for name, kind in kinds.items()
    ]
    extension = extension_of(fields, ds.cases.ids, [("=a;b", 3, True), *[(None, None, None)] * (len(ds.cases) - 1)])
    return zj.Dataset(version=ds.version, **{**tables_of(ds), "cases": Table(ds.cases.schema, ds.cases, extension)})


def made_extended() -> zj.Dataset:
    """Return the made dataset with extension columns."""
    return extended(made_dataset())


def own_package() -> zj.Dataset:
    """Return a dataset whose rows refer to rows of the bundled one."""
    ds = zj.load()
    metric = evolve(ds.metrics[0], id="my-metric", part_of=None, composition=None, inconsistent_with=())
    empty: dict[str, Table[Any]] = {name: Table(schema_of(name), ()) for name in TABLES}
    return zj.Dataset(version="0.1.0", **{**empty, "metrics": Table(schema_of("metrics"), [metric])})


DATASETS: dict[str, Callable[[], zj.Dataset]] = {
    "made": made_dataset,
    "bundled": zj.load,
    "extended": made_extended,
    "own": own_package,
    "empty": lambda: zj.Dataset(version="0", **{name: Table(schema_of(name), ()) for name in TABLES}),
}


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_written_reads_back(dataset: str, format_: str, tmp_path: Path) -> None:
    """Reading gives an equal dataset: every record, every extension column, the version; and stated quantities stay as stated."""
    ds = DATASETS[dataset]()
    again = zj.read(FORMATS[format_](ds, tmp_path).path)
    assert again == ds
    assert again.version == ds.version
    for one, other in zip(ds.metrics, again.metrics, strict=True):
        assert one.quantity.exact_eq(other.quantity), one.id


def test_the_descriptor_alone_is_enough(tmp_path: Path) -> None:
    """A package is named by its folder or by its datapackage.json."""
    ds = made_dataset()
    assert zj.read(ds.write(tmp_path / "p").path / "datapackage.json") == ds


def test_written_bytes_are_the_same_every_time(tmp_path: Path) -> None:
    """Nothing of time or chance enters a package."""
    ds = made_dataset()
    for name in ("one.zip", "two.zip"):
        ds.write(tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_bundled_files_are_as_written(tmp_path: Path) -> None:
    """Writing the bundled dataset gives the bundled CSV files, byte for byte."""
    from zjreform.resources import read_bytes  # noqa: PLC0415

    folder = zj.load().write(tmp_path / "p").path
    differing = [name for name in TABLES if (folder / f"{name}.csv").read_bytes() != read_bytes(f"{name}.csv")]
    assert differing == []


def test_formulas_are_reported(tmp_path: Path) -> None:
    """Every cell made safe is listed with its place, and begins with an apostrophe in the file."""
    done = made_dataset().write(tmp_path / "p", spreadsheet_safe=True)
    found = {(problem.file, problem.field, problem.value) for problem in done.made_safe}
    assert ("awards.csv", "title_zh", "=SUM(A1)") in found
    assert ("cases.csv", "title_zh", "+另一案例") in found
    assert ("cases.csv", "title_en", "@another") in found
    assert ("cases.csv", "summary_en", "-1 is below zero") in found
    assert ("applicants.csv", "as_listed", "'单引号") in found
    assert "'=SUM(A1)" in (tmp_path / "p" / "awards.csv").read_text(encoding="utf-8")
    assert all("takes off again" in problem.remedy for problem in done.made_safe)
    assert made_dataset().write(tmp_path / "plain").made_safe == ()


def test_excel_runs_no_formula(tmp_path: Path) -> None:
    """In a workbook every text is a text, and the codebook comes first."""
    book = openpyxl.load_workbook(made_dataset().write_excel(tmp_path / "zj.xlsx").path)
    assert book.sheetnames == ["codebook", *TABLES, "about"]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n", "b", "d"}
    assert book["awards"]["E2"].value == "=SUM(A1)"


def test_excel_is_ready_for_eyes(tmp_path: Path) -> None:
    """A header that stays, filters, widths, real dates, and codes that are texts."""
    book = openpyxl.load_workbook(zj.load().write("".join((str(tmp_path), "/zj.xlsx"))).path)
    sheet = book["places"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref[:3], sheet["A1"].font.bold) == ("B2", "A1:", True)
    codes = [cell.value for cell in next(col for col in sheet.iter_cols() if col[0].value == "code")][1:]
    assert {type(code) for code in codes} <= {str, type(None)}
    published = next(col for col in book["sources"].iter_cols() if col[0].value == "published_start")
    assert {cell.is_date for cell in published[1:]} == {True}
    assert 8 <= sheet.column_dimensions["B"].width <= 45


def test_write_goes_by_the_suffix(tmp_path: Path) -> None:
    """A folder for none and for digits; what nothing is written with is refused."""
    ds = made_dataset()
    for name in ("plain", "zj-2026.11", "zj.zip", "zj.xlsx", "zj.sqlite", "other.db", "zj.json"):
        assert zj.read(ds.write(tmp_path / name).path) == ds
    assert (tmp_path / "zj-2026.11").is_dir()
    for name, safe in (("zj.docx", False), ("zj.xlsx", True)):
        with pytest.raises(
            zj.UnknownValueError, match=r"no suffix to write is called '\.(docx|xlsx)'. There are '.zip'"
        ):
            ds.write(tmp_path / "more" / name, spreadsheet_safe=safe)


def test_json_is_typed(tmp_path: Path) -> None:
    """Numbers are numbers, lists lists, quantities objects; nothing is a joined text."""
    content = json.loads(made_dataset().write_json(tmp_path / "zj.json").path.read_text(encoding="utf-8"))
    case, metric = content["tables"]["cases"][0], content["tables"]["metrics"][2]
    assert case["places"] == ["made-place", "made-city"]
    assert content["tables"]["sources"][0]["characters"] == 100
    assert metric["quantity"]["value"] == "1/3"
    assert metric["case"] is None


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_is_replaced_unasked(format_: str, tmp_path: Path) -> None:
    """A second time needs ``overwrite=True``; the first stays as it was."""
    ds = made_dataset()
    path = FORMATS[format_](ds, tmp_path).path
    with pytest.raises(FileExistsError, match="pass overwrite=True"):
        FORMATS[format_](ds, tmp_path)
    assert zj.read(path) == ds


def test_overwriting_replaces_the_whole(tmp_path: Path) -> None:
    """The new package stands alone in the folder of the old."""
    made_dataset().write_parquet(tmp_path / "p")
    made_dataset().write(tmp_path / "p", overwrite=True)
    assert not list((tmp_path / "p").glob("*.parquet"))


def test_a_crash_while_writing_leaves_the_old_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last step fails, and the old package still reads."""
    ds = made_dataset()
    path = ds.write(tmp_path / "p").path

    def broken(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(atomic, "_put_in_place", broken)
    with pytest.raises(OSError, match="no space left"):
        made_dataset(3).write(path, overwrite=True)
    assert zj.read(path) == ds


def test_what_cannot_be_read_back_is_not_written(tmp_path: Path) -> None:
    """A dataset made in Python whose references lead nowhere is refused, and nothing is left behind."""
    ds = made_dataset()
    rows = list(ds.cases)
    broken = zj.Dataset(
        version=ds.version,
        **{**tables_of(ds), "cases": Table(schema_of("cases"), [evolve(rows[0], round="no-such"), *rows[1:]])},
    )
    message = r"cases\.csv row 2, round: expected the id of a row of rounds\.csv, got 'no-such'"
    with pytest.raises(zj.DatasetError, match=message):
        broken.write(tmp_path / "p")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_lost_a_row_is_named(tmp_path: Path) -> None:
    """A database changed by hand is checked as strictly as a CSV file."""
    path = made_dataset().write_sqlite(tmp_path / "zj.sqlite").path
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM rounds")
        connection.execute("UPDATE cases SET title_en = ' a' WHERE id = 'made-case'")
    with pytest.raises(zj.DatasetError, match=r"zj\.sqlite:cases row 2, title_en: expected a text without white space"):
        zj.read(path)


def test_a_safe_package_opens_in_a_spreadsheet_with_its_characters(tmp_path: Path) -> None:
    """The mark that Excel needs to show Chinese is written, said in the descriptor, and taken there and there only."""
    safe = zj.load().write(tmp_path / "safe", spreadsheet_safe=True).path
    assert (safe / "places.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    described = json.loads((safe / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["encoding"] for resource in described["resources"]} == {"utf-8-sig"}
    assert zj.read(safe) == zj.load()
    plain = zj.load().write(tmp_path / "plain").path
    assert not (plain / "places.csv").read_bytes().startswith(b"\xef")
    (plain / "tiers.csv").write_bytes(b"\xef\xbb\xbf" + (plain / "tiers.csv").read_bytes())
    with pytest.raises(zj.DatasetError, match=r"tiers\.csv"):
        zj.read(plain)
