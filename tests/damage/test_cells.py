"""Damaged cells: every column of every table in turn, in a package of CSV files without a hash to give it away."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest
from tests.damage.packages import WHOLE, outcome
from tests.interop.made import made_dataset

import zjreform as zj
from zjreform.dataset.package import read_package
from zjreform.records.index import TABLES
from zjreform.tabular.csv_text import write_sheet
from zjreform.tabular.digest import table_cells

CELLS = (
    "",
    " ",
    "x",
    "-1",
    "0",
    "999999999999",
    "1e5",
    "٣",
    "\ufeffa",
    "a;;b",
    "a；b",
    "2018-13",
    "true",
    "\U0001f600",
    "a\tb",
    "NaN",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that states no hashes."""
    path = made_dataset().write(tmp_path_factory.mktemp("cells") / "p").path
    descriptor = path / "datapackage.json"
    content = json.loads(descriptor.read_text(encoding="utf-8"))
    for resource in content["resources"]:
        del resource["hash"], resource["bytes"]
    descriptor.write_text(json.dumps(content), encoding="utf-8")
    return path


def _damages(data: str, cells_of: Callable[[str], Sequence[str]]) -> Iterator[tuple[int, str, bytes]]:
    """Give a file with one cell of its first row changed, in each column in turn."""
    header, *rows = list(csv.reader(io.StringIO(data)))
    for column, name in enumerate(header):
        for cell in cells_of(name):
            changed = [list(row) for row in rows]
            changed[0][column] = cell
            yield column, cell, write_sheet(header, changed)


@pytest.mark.parametrize("table", TABLES)
def test_every_column(table: str, folder: Path) -> None:
    """A cell that is read, is read as it stands; every other is refused at its place."""
    file = folder / f"{table}.csv"
    data = file.read_text(encoding="utf-8")
    for column, cell, damaged in _damages(data, lambda name: Random(name).sample(CELLS, 1)):  # noqa: S311 (as the bytes)
        file.write_bytes(damaged)
        found = outcome(folder)
        if found is not None:
            assert table_cells(getattr(found, table))[0][column] == cell
    file.write_text(data, encoding="utf-8")


@pytest.mark.skipif(not WHOLE, reason="by `nox -s damage`")
@pytest.mark.parametrize("table", TABLES)
def test_every_cell_of_every_column(table: str, folder: Path) -> None:
    """The same with every kind of cell; files are held in memory, and read by what is behind the door."""
    files = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    name = f"{table}.csv"
    for column, cell, damaged in _damages(files[name].decode(), lambda _: CELLS):
        try:
            found = read_package((files | {name: damaged}).__getitem__, "damaged")
        except zj.DatasetError:
            continue
        assert table_cells(getattr(found, table))[0][column] == cell
        str(zj.validate(found))


def test_made_package_has_all_tables() -> None:
    """No table goes undamaged for want of a row."""
    ds = made_dataset()
    assert [name for name in TABLES if not len(getattr(ds, name))] == []
