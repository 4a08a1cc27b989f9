"""What each format holds of a few claims, read by other libraries than the project's own.

``PYTHONPATH=OTHER/src python tests/interop/format_values.py > tests/interop/format_values.json`` stores what another version wrote; the
stored file is of commit d607a12, before frames and files were made from columns.
"""

import csv
import json
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

import zjreform as zj
from zjreform.dataset.table import Table
from zjreform.records import figure_codes as codes
from zjreform.records.figures import Indicator, Metric
from zjreform.records.history_codes import DateStatus
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of

STORED = Path(__file__).with_suffix(".json")

QUANTITIES: Sequence[tuple[str, str, str, Mapping[str, Any]]] = (
    ("3", "workday", "at_most", {}),
    ("3", "workday", "at_most", {"upper": "5"}),
    ("0.5", "day", "exact", {}),
    ("90", "min", "about", {}),
    ("2", "month", "under", {}),
    ("98.55", "%", "exact", {}),
    ("1/3", "%", "exact", {}),
    ("-12.5", "%", "nearly", {}),
    ("1200000", "次", "over", {"implied_high": "1300000"}),
    ("60", "岁", "exact", {"upper": "70", "upper_open": True}),
    ("3", "day", "exact", {"upper": "5", "lower_open": True}),
    ("123456789012345678901234567890", "件", "exact", {}),
    ("0.0000000000001", "km", "exact", {}),
    ("1/7", "件", "exact", {"upper": "2/7"}),
    ("60", "元", "exact", {}),
    ("7", "", "exact", {}),
)
NOTES = ('逗号，和,与"引号"', "两行\n一条", "=1+1", None, "astral 𠮷", "'quoted'", "trailing\\", "100%")


def dataset() -> zj.Dataset:
    """Return a dataset of claims, one for each kind of quantity."""
    indicator = Indicator(
        id="made",
        name_zh="数",
        name_en="number",
        family=codes.Family.TIME,
        definition_zh="数",
        definition_en="number",
        dimension=zj.Dimension.COUNT,
        direction=codes.Direction.LOWER,
        category=codes.Category.OUTPUT,
    )
    place = attrs.evolve(zj.load().places["zhejiang"], parent=None, successor=None)
    rows: dict[str, list[Any]] = {
        "places": [place],
        "indicators": [indicator],
        "metrics": list(map(_metric, range(len(QUANTITIES)))),
    }
    return zj.Dataset(version="1", **{name: Table(schema_of(name), rows.get(name, ())) for name in TABLES})


def _metric(number: int) -> Metric:
    value, unit, bound, more = QUANTITIES[number]
    return Metric(
        id=f"made-{number}",
        about="places:zhejiang",
        indicator="made",
        position=codes.Position.LEVEL,
        status=codes.Status.ACHIEVED,
        aggregate=codes.Aggregate.SINGLE,
        accrual=codes.Accrual.INSTANT,
        per="day" if number % 3 else None,
        quantity=zj.Quantity.from_parts(value, unit, bound, **more),
        base_status=codes.BaseStatus.NOT_APPLICABLE,
        period=("2018-08/2018-10", "2019", None)[number % 3],  # type: ignore[arg-type]
        period_status=(DateStatus.STATED, DateStatus.STATED, None)[number % 3],
        quality=(codes.Quality.DAMAGED,) if number % 4 == 0 else (),
        inconsistent_with=("made-1", "made-2") if number == 3 else (),
        reading=codes.Reading.WHOLE,
        note_zh=NOTES[number % len(NOTES)],
        note_en=None if number % 2 else "note",
    )


def _csv(ds: zj.Dataset, home: Path) -> Mapping[str, Sequence[Any]]:
    with (Path(ds.write(home / "p").path) / "metrics.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return dict(zip(header, zip(*rows, strict=True), strict=True))


def _json(ds: zj.Dataset, home: Path) -> Mapping[str, Sequence[Any]]:
    records = json.loads(ds.write_json(home / "p.json").path.read_bytes())["tables"]["metrics"]
    return {name: [record[name] for record in records] for name in records[0]}


def _sqlite(ds: zj.Dataset, home: Path) -> Mapping[str, Sequence[Any]]:
    with closing(sqlite3.connect(ds.write_sqlite(home / "p.sqlite").path)) as connection:
        found = connection.execute("SELECT * FROM metrics ORDER BY rowid")
        names = [column[0] for column in found.description]
        columns = dict(zip(names, zip(*found, strict=True), strict=True))
        links = connection.execute("SELECT metrics, position, inconsistent_with FROM metrics_inconsistent_with")
        return {**columns, "links": [list(row) for row in links]}


def _parquet(ds: zj.Dataset, home: Path) -> Mapping[str, Sequence[Any]]:
    from pyarrow import parquet  # noqa: PLC0415 (an optional library)

    found: Mapping[str, Sequence[Any]] = parquet.read_table(
        Path(ds.write_parquet(home / "q").path) / "metrics.parquet"
    ).to_pydict()
    return found


def _excel(ds: zj.Dataset, home: Path) -> Mapping[str, Sequence[Any]]:
    import openpyxl  # type: ignore[import-untyped] # noqa: PLC0415 (an optional library)

    sheet = openpyxl.load_workbook(ds.write_excel(home / "p.xlsx").path)["metrics"]
    header, *rows = sheet.iter_rows(values_only=True)
    return dict(zip(map(str, header), zip(*rows, strict=True), strict=True))


def _polars(ds: zj.Dataset, _: Path) -> Mapping[str, Sequence[Any]]:
    found: Mapping[str, Sequence[Any]] = ds.metrics.to_polars().to_dict(as_series=False)
    return found


def _pandas(ds: zj.Dataset, _: Path) -> Mapping[str, Sequence[Any]]:
    frame = ds.metrics.to_pandas()
    return {name: frame[name].astype(object).where(frame[name].notna(), None).tolist() for name in frame.columns}


READERS: Mapping[str, Callable[[zj.Dataset, Path], Mapping[str, Sequence[Any]]]] = {
    "csv": _csv,
    "json": _json,
    "sqlite": _sqlite,
    "parquet": _parquet,
    "excel": _excel,
    "arrow": lambda ds, _: ds.metrics.to_arrow().to_pydict(),
    "polars": _polars,
    "pandas": _pandas,
}


def values(form: str) -> dict[str, list[Any]]:
    """Return what a format holds of the claims, as plain as JSON, by column."""
    with tempfile.TemporaryDirectory() as home:
        found = READERS[form](dataset(), Path(home))
    return {name: [plain(cell) for cell in cells] for name, cells in found.items()}


def plain(cell: Any) -> Any:  # noqa: ANN401, PLR0911 (a cell of any library, one line for each type)
    """Return a cell so that equal values are equal JSON: numbers as their shortest text, days as texts."""
    if isinstance(cell, bool) or cell is None:
        return cell
    if isinstance(cell, datetime | date):
        return f"{cell:%Y-%m-%d}"
    if isinstance(cell, Decimal):
        text = format(cell, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(cell, float | int):
        return str(int(cell)) if cell == int(cell) and abs(cell) < _EXACT else repr(cell)
    if isinstance(cell, Mapping):
        return {str(key): plain(value) for key, value in cell.items()}
    if isinstance(cell, list | tuple):
        return [plain(value) for value in cell]
    return str(cell)


_EXACT = 1e15

if __name__ == "__main__":
    columns = {form: values(form) for form in READERS}
    lines = (
        f"  {json.dumps(form)}: {{\n"
        + ",\n".join(f"    {json.dumps(name)}: {json.dumps(cells, ensure_ascii=False)}" for name, cells in held.items())
        + "\n  }"
        for form, held in columns.items()
    )
    sys.stdout.write("{\n" + ",\n".join(lines) + "\n}\n")
