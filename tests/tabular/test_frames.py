"""Frames: every library gets the same columns with the same values, typed and labelled."""

import math
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from tests.every import every
from tests.interop.made import made_dataset

import zjreform as zj
from zjreform.dataset.table import Table
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.frame_columns import LABELS

MADE = made_dataset()
DATASETS = {"made": MADE, "bundled": zj.load()}
CASES = [(ds, name) for ds in DATASETS.values() for name in TABLES]

Columns = dict[str, list[Any]]


def _from_dicts(table: Table[Any], labels: str = "code") -> Columns:
    rows = table.to_dicts(labels)  # type: ignore[arg-type]
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def _from_arrow(frame: pa.Table) -> Columns:
    return {name: frame.column(name).to_pylist() for name in frame.column_names}


def _from_polars(frame: pl.DataFrame) -> Columns:
    return {name: frame[name].to_list() for name in frame.columns}


def _from_pandas(frame: pd.DataFrame) -> Columns:
    return {str(name): [_plain(value) for value in frame[name]] for name in frame.columns}


def _plain(value: Any) -> Any:  # noqa: ANN401 (a cell of pandas)
    if isinstance(value, list):
        return value
    if isinstance(value, pd.Timestamp):
        return value.date()
    return None if pd.isna(value) else value


def _same(found: object, expected: object) -> bool:
    """Equal as values; a float stands for the decimal it was made from."""
    if isinstance(found, float) and isinstance(expected, Decimal | float):
        return math.isclose(found, float(expected), rel_tol=0, abs_tol=0)
    return found == expected and (found is None) == (expected is None)


def _assert_same(found: Columns, expected: Columns) -> None:
    assert list(found) == list(expected)
    for name, values in expected.items():
        pairs = zip(found[name], values, strict=True)
        assert [pair for pair in pairs if not _same(*pair)] == [], name


@every(CASES)
def test_all_libraries_get_the_same_columns(ds: zj.Dataset, name: str) -> None:
    """Column by column, value by value, one row for each record."""
    table = getattr(ds, name)
    expected = _from_dicts(table)
    assert len(table) == len(next(iter(expected.values())))
    _assert_same(_from_arrow(table.to_arrow()), expected)
    _assert_same(_from_polars(table.to_polars()), expected)
    _assert_same(_from_pandas(table.to_pandas()), expected)


CONSUMERS: dict[str, Callable[[Table[Any]], Columns]] = {
    "pyarrow": lambda table: _from_arrow(pa.table(table)),
    "polars": lambda table: _from_polars(pl.DataFrame(table)),
    "narwhals": lambda table: _from_polars(nw.from_arrow(table, backend="polars").to_native()),
    "duckdb": lambda table: _from_arrow(pa.table(duckdb.from_arrow(table))),
}


@pytest.mark.parametrize("library", CONSUMERS)
@pytest.mark.parametrize("name", TABLES)
def test_the_arrow_stream_is_read_directly(library: str, name: str) -> None:
    """A table is handed over as it is, without a frame in between."""
    table = getattr(MADE, name)
    _assert_same(CONSUMERS[library](table), _from_dicts(table))


def test_duckdb_reads_a_table_by_its_name() -> None:
    """The name of a Python variable is enough for DuckDB."""
    metrics = MADE.metrics
    found = duckdb.sql("select count(*), sum(days) from metrics")
    assert found is not None
    assert found.fetchall() == [(len(metrics), 8.0625)]


def test_pandas_reads_the_arrow_stream() -> None:
    """``DataFrame.from_arrow`` takes a table; pandas has it from version 3."""
    frame = pd.DataFrame.from_arrow(MADE.awards)  # type: ignore[attr-defined]
    assert list(frame["position"]) == [1]


def test_types_in_arrow() -> None:
    """Each kind of column has its Arrow type."""
    schema = MADE.metrics.to_arrow().schema
    places = MADE.places.to_arrow().schema
    assert schema.field("position").type == pa.dictionary(pa.int8(), pa.string())
    assert schema.field("value").type == pa.decimal128(38, 12)
    assert schema.field("value_numerator").type == pa.decimal128(38, 0)
    assert schema.field("days").type == pa.float64()
    assert schema.field("quality").type == pa.list_(pa.string())
    assert schema.field("period_start").type == pa.date32()
    assert schema.field("low_open").type == pa.bool_()
    assert places.field("latitude").type == pa.decimal128(38, 12)
    assert MADE.awards.to_arrow().schema.field("position").type == pa.int64()


def test_types_do_not_depend_on_the_rows() -> None:
    """An empty table has the same schema as a full one, so that parts can be joined."""
    for name in TABLES:
        table = getattr(MADE, name)
        assert table[:0].to_arrow().schema.equals(table.to_arrow().schema)
        assert table[:0].to_polars().schema == table.to_polars().schema
        assert list(table[:0].to_pandas().dtypes) == list(table.to_pandas().dtypes)


def test_types_in_pandas_and_polars() -> None:
    """Categories keep all values of the closed list; whole numbers may be missing."""
    frame, other = MADE.metrics.to_pandas(), MADE.metrics.to_polars()
    assert list(frame["position"].cat.categories) == ["before", "after", "change", "level"]
    assert other["position"].dtype == pl.Enum(["before", "after", "change", "level"])
    assert str(frame["value"].dtype) == "float64"
    assert other["value"].dtype == pl.Decimal(38, 12)
    assert str(MADE.rounds.to_pandas()["entries_local"].dtype) == "Int64"
    assert str(frame["period_start"].dtype) == "datetime64[us]"


def test_metadata_says_label_unit_and_definition() -> None:
    """The field in Arrow and ``attrs`` in pandas carry what the codebook says."""
    metadata = MADE.sources.to_arrow().schema.field("characters").metadata
    assert metadata == {
        b"label_zh": "字符数".encode(),
        b"label_en": b"characters",
        b"definition": b"Length of the copy in code points.",
        b"unit": b"code points",
    }
    assert MADE.sources.to_pandas().attrs["columns"]["characters"]["unit"] == "code points"
    assert (MADE.cases[:1].to_arrow().schema.metadata or {})[b"query"] == b"cases[:1]"


def test_every_column_is_labelled() -> None:
    """No column of any table lacks a label or a definition."""
    for name in TABLES:
        for column in getattr(MADE, name).to_arrow().schema:
            assert {b"label_zh", b"label_en", b"definition"} <= column.metadata.keys(), column.name


@pytest.mark.parametrize(
    ("labels", "position", "unit", "bound"),
    [
        ("code", "level", "workday", "at_most"),
        ("zh", "水平", "个工作日", "至多"),
        ("en", "level", "workday", "at most"),
    ],
)
def test_labels(labels: str, position: str, unit: str, bound: str) -> None:
    """Coded values can be shown by their labels, in every library alike."""
    row = MADE.metrics.to_dicts(labels)[0]  # type: ignore[arg-type]
    assert (row["position"], row["unit"], row["bound"]) == (position, unit, bound)
    assert MADE.metrics.to_pandas(labels)["position"].iloc[0] == position  # type: ignore[arg-type]
    assert MADE.metrics.to_polars(labels)["position"][0] == position  # type: ignore[arg-type]
    assert MADE.metrics.to_arrow(labels).column("position")[0].as_py() == position  # type: ignore[arg-type]
    assert MADE.cases.to_dicts(labels)[0]["other_domains"][0] == {"zh": "公共服务", "en": "public services"}.get(  # type: ignore[arg-type]
        labels, "public_services"
    )


def test_labels_of_a_closed_list_differ() -> None:
    """Two values of one list never share a label, which would merge them in a categorical column."""
    for name in TABLES:
        for field in schema_of(name).fields:
            for language in ("zh", "en"):
                labels = [getattr(code, language) for code in field.codes]
                assert len(set(labels)) == len(labels), (name, field.name, language)


def test_unknown_labels_are_refused() -> None:
    """Only the three ways of showing values exist."""
    with pytest.raises(zj.UnknownValueError, match="no labels is called 'fr'"):
        MADE.cases.to_dicts("fr")  # type: ignore[arg-type]
    assert LABELS == ("code", "zh", "en")


def test_quantities_are_flattened() -> None:
    """Each quantity gives its parts, its interval, and one normalised number where there is one."""
    rows = {row["id"]: row for row in MADE.metrics.to_dicts()}
    workdays, share, third = rows["made-metric-0"], rows["made-metric-1"], rows["made-metric-2"]
    span, minutes, months, tiny = (
        rows["made-metric-4"],
        rows["made-metric-7"],
        rows["made-metric-8"],
        rows["made-metric-3"],
    )
    assert (workdays["days"], workdays["day_basis"], workdays["low"], workdays["high"]) == (
        8.0,
        "working",
        None,
        Decimal(8),
    )
    assert (share["percent"], share["days"], share["count"]) == (66.8, None, None)
    assert (third["value"], third["value_numerator"], third["value_denominator"]) == (None, 1, 3)
    assert third["percent"] == pytest.approx(1 / 3)
    assert (tiny["value"], tiny["value_denominator"], tiny["count"]) == (None, 10**13, 1e-13)
    assert (span["value"], span["upper"], span["upper_open"], span["high_open"], span["days"]) == (
        3,
        5,
        True,
        True,
        None,
    )
    assert (minutes["days"], minutes["day_basis"]) == (0.0625, "calendar")
    assert (months["days"], months["day_basis"]) == (None, None)
    assert rows["made-metric-5"]["implied_high"] == 1300000
    assert rows["made-metric-12"]["lower_open"] is True


def test_dates_have_their_first_and_last_day() -> None:
    """An EDTF text stands beside the days it covers; an open end is empty."""
    source, metric = MADE.sources.to_dicts()[0], MADE.metrics.to_dicts()[0]
    assert (source["period"], source["period_start"], source["period_end"]) == ("2017/..", date(2017, 1, 1), None)
    assert (metric["period"], metric["period_start"], metric["period_end"]) == (
        "2018-33",
        date(2018, 1, 1),
        date(2018, 3, 31),
    )


def test_html_escapes_every_cell() -> None:
    """A title with a tag in it is shown, not run."""
    shown = MADE.cases._repr_html_()
    assert "某案例&lt;b&gt;" in shown
    assert "<b>" not in shown
    assert "cases: 2 records" in shown
