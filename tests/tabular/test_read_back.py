"""What is written is compared with what was meant: each door that a format has to lose a value by is watched."""

import sqlite3
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.interop.made import made_dataset

import zjreform as zj
from zjreform.dataset import read_back, writing
from zjreform.dataset.table import Table
from zjreform.limits import DEFAULT
from zjreform.quantity.bounds import Bound
from zjreform.tabular import sqlite_files
from zjreform.tabular.csv_text import Sheet
from zjreform.tabular.read_back import differing

WRITERS: dict[str, Callable[[zj.Dataset, Path], Any]] = {
    "folder": lambda ds, home: ds.write(home / "p"),
    "zip": lambda ds, home: ds.write(home / "p.zip"),
    "parquet": lambda ds, home: ds.write_parquet(home / "q"),
    "sqlite": lambda ds, home: ds.write_sqlite(home / "p.db"),
    "json": lambda ds, home: ds.write_json(home / "p.json"),
}


def _with(ds: zj.Dataset, **changed: object) -> zj.Dataset:
    """The dataset with other values in its first metric, put there past the checks of the class."""
    rows = list(ds.metrics)
    row = evolve(rows[0])
    for name, value in changed.items():
        object.__setattr__(row, name, value)
    return evolve(ds, metrics=Table(ds.metrics.schema, [row, *rows[1:]]))


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("note_zh", " 两端有空格 "),
        ("note_zh", ""),
        ("note_en", "bell \x07"),
        ("note_en", "x" * (DEFAULT.cell + 1)),
        ("id", "Not A Key"),
        ("quality", ("no such quality",)),
        ("period", "2018-13"),
    ],
    ids=["blanks", "empty", "control", "long", "key", "code", "date"],
)
def test_a_value_that_no_reader_takes(form: str, field: str, value: object, tmp_path: Path) -> None:
    """It is named before anything is written."""
    with pytest.raises(zj.DatasetError) as caught:
        WRITERS[form](_with(made_dataset(), **{field: value}), tmp_path)
    assert any(problem.field == field for problem in caught.value.problems)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", WRITERS)
def test_a_unit_that_nobody_knows(form: str, tmp_path: Path) -> None:
    """A file holds its code only, so that it would not come back."""
    quantity = made_dataset().metrics[0].quantity
    odd = evolve(quantity, unit=evolve(quantity.unit, code="no such unit"))
    with pytest.raises(zj.DatasetError, match="no such unit"):
        WRITERS[form](_with(made_dataset(), quantity=odd), tmp_path)


def test_an_end_that_parquet_cannot_hold(tmp_path: Path) -> None:
    """Value and upper end have a numerator beside them, an implied end has none; the other formats hold it."""
    number = Decimal("1" * 30)
    long = zj.Quantity(number, zj.Quantity.from_parts("1", "件").unit, Bound.OVER, implied_high=Decimal("2" + "0" * 29))
    ds = _with(made_dataset(), quantity=long)
    with pytest.raises(zj.DatasetError, match="implied_high"):
        ds.write_parquet(tmp_path / "q")
    assert zj.read(ds.write_json(tmp_path / "p.json").path) == ds
    assert zj.read(ds.write_sqlite(tmp_path / "p.db").path) == ds


def test_other_cells_are_seen() -> None:
    """In a value, in the number of rows, and in a column that is not there."""
    sheet = Sheet("t", {"id": ("a", "b")}, (2, 3))
    assert not list(differing([sheet], "t", {"id": ["a", "b"]}))
    assert [problem.row for problem in differing([sheet], "t", {"id": ["a", "c"]})] == [3]
    assert list(differing([sheet], "t", {"id": ["a", "b", "c"]}))
    assert list(differing([], "t", {"id": ["a"]}))
    assert list(differing([sheet], "t", {"id": ["a", "b"], "n": ["", ""]}))


def test_a_database_that_holds_other_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One cell of one row is changed between writing and comparing."""
    compare = sqlite_files._compare  # noqa: SLF001 (the door under test)

    def meddled(path: Path, written: Any) -> None:  # noqa: ANN401 (rows by table)
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE metrics SET note_zh = 'x' WHERE rowid = 1")
        connection.close()
        compare(path, written)

    monkeypatch.setattr(sqlite_files, "_compare", meddled)
    with pytest.raises(zj.DatasetError, match=r"p\.db:metrics: expected the values that were written"):
        made_dataset().write_sqlite(tmp_path / "p.db")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", ["folder", "zip", "parquet", "json"])
def test_a_file_that_holds_other_values(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is compared is the file as it stands on the disk, not what was meant to be put there."""
    for name in ("compare_cells", "compare_arrow", "compare_json"):
        compare = getattr(read_back, name)
        other = evolve(made_dataset(), version="0.0.0")
        monkeypatch.setattr(
            writing, name, lambda path, _, held, compare=compare, other=other: compare(path, other, held)
        )
    if form == "json":
        monkeypatch.setattr(
            writing, "compare_json", lambda path, ds, head: read_back.compare_json(path, ds, {**head, "version": "0"})
        )
    with pytest.raises(zj.DatasetError, match="the values that were written"):
        WRITERS[form](made_dataset(), tmp_path)
    assert not list(tmp_path.iterdir())
