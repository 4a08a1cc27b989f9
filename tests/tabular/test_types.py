"""One table of types for every frame: answers are typed as tables are, in every library, and each column stands in the codebook."""

from collections.abc import Callable
from functools import partial
from itertools import product
from typing import Any

import altair as alt
import pandas as pd
import polars as pl
import pytest
from tests.every import every

import zjreform as zj
from zjreform.records.index import TABLES

DS = zj.load()
ANSWERS: dict[str, Callable[[], Any]] = {
    **{name: partial(getattr, DS, name) for name in TABLES if name != "codings"},
    "comparisons": DS.comparisons,
    "derived": DS.derived,
    "repeated": DS.repeated,
    "adoptions": DS.adoptions,
    "pool": DS.pool,
    "reach": DS.reach,
    "neighbours": DS.neighbours,
    "crosswalk": lambda: DS.crosswalk(2021),
    "wide-metric": DS.wide,
    "wide-mention": lambda: DS.wide("mention"),
    "wide-case": lambda: DS.wide("case"),
    "wide-award": lambda: DS.wide("award"),
    "timeline": DS.timeline,
    "figures": lambda: zj.figures("2018年由200多个压缩至86个工作日内", kinds=list(zj.Kind)),
    "changes": lambda: zj.changes("由8天压缩至1天"),
    "terms": lambda: zj.terms("推进“最多跑一次”改革"),
    "figures of a column": lambda: zj.figures(["共3天"]),
    "days": lambda: zj.days(["3天", "5件"], errors="collect"),
}


def _table(answer: Any) -> str:  # noqa: ANN401 (a table or rows)
    return str(answer.answer.name if isinstance(answer, zj.Rows) else answer.name)


@every(product(ANSWERS, ["code", "zh", "en"]))
def test_every_column_of_every_frame_stands_in_the_codebook(name: str, labels: str) -> None:
    """Derived and computed ones and names of references included."""
    answer = ANSWERS[name]()
    book = {entry.column for entry in zj.codebook() if entry.table == _table(answer) and entry.value is None}
    assert set(answer.to_arrow(labels).column_names) <= book


@pytest.mark.parametrize("name", ANSWERS)
def test_frames_of_all_libraries_have_one_type_for_a_column(name: str) -> None:
    """Decimals are floats in pandas, days datetimes, codes categories, whole numbers nullable, in every answer alike."""
    answer = ANSWERS[name]()
    arrow, pandas, polars = answer.to_arrow(), answer.to_pandas(), answer.to_polars()
    assert arrow.column_names == list(pandas.columns) == polars.columns
    assert len(answer.to_dicts()) == len(pandas) == polars.height == arrow.num_rows == len(answer)
    kinds = {
        "dictionary": ("category", pl.Enum),
        "int64": ("Int64", pl.Int64),
        "decimal128": ("float64", pl.Decimal),
        "double": ("float64", pl.Float64),
        "bool": ("boolean", pl.Boolean),
        "date32": ("datetime64[us]", pl.Date),
        "string": ("string", pl.String),
        "list": ("object", pl.List),
    }
    for field in arrow.schema:
        in_pandas, in_polars = next(pair for kind, pair in kinds.items() if str(field.type).startswith(kind))
        assert str(pandas[field.name].dtype) in {in_pandas, "str"}, field.name
        assert isinstance(polars.schema[field.name], in_polars), field.name
        assert {"label_zh", "label_en"} <= set(pandas.attrs["columns"][field.name])


@pytest.mark.parametrize("name", ANSWERS)
def test_days_and_charts_work_on_every_frame(name: str) -> None:
    """``.dt`` takes every day, Altair a column of every type."""
    frame = ANSWERS[name]().to_pandas()
    for column in frame.columns[frame.dtypes == "datetime64[us]"]:
        assert frame[column].dt.year.notna().sum() == frame[column].notna().sum()
    of_type = {str(frame[column].dtype): column for column in frame.columns if frame[column].dtype != object}
    for column in of_type.values():
        chart = alt.Chart(frame[[column]].head(5)).mark_point().encode(x=column)
        assert chart.to_dict()["encoding"]["x"]["type"] in {"quantitative", "nominal", "ordinal", "temporal"}


def test_lists_with_an_order_are_ordered() -> None:
    """Levels compare; domains do not."""
    frame = DS.cases.to_pandas()
    assert frame["level"].cat.ordered
    assert frame["level"].cat.categories[0] == "central"
    assert not frame["domain"].cat.ordered
    assert (frame.loc[frame["id"] == "nanhu-company-setup", "level"] > "province").all()
    assert DS.cases.to_arrow().schema.field("level").type.ordered


@pytest.mark.parametrize("round_", ["pmi-4", "mpro-2018", "rib-2019", None])
def test_types_are_the_same_in_all_rounds(round_: str | None) -> None:
    """Where no document gives the entries their column is still one of whole numbers."""
    frame = DS.pool(round_).to_pandas()
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        "round": str(pd.Series([], dtype="string").dtype) if str(frame["round"].dtype) == "string" else "str",
        "by": str(frame["round"].dtype),
        "name": str(frame["round"].dtype),
        "entries": "Int64",
        "winners": "Int64",
        "share": "float64",
    }


def test_labels_name_what_a_column_refers_to() -> None:
    """Beside the id, in the language asked for."""
    frame = DS.comparisons().to_pandas(labels="zh").set_index("id")
    assert frame.loc["nanhu-setup-time", "indicator_label"] == "企业开办时间（四环节）"
    assert frame.loc["nanhu-setup-time", "place_label"] == "南湖区"
    assert frame.loc["nanhu-setup-time", "comparator"] == "自身过去"
    english = DS.find_events(term="standard-land").to_pandas(labels="en")
    assert set(english["term_label"]) == {"standard land"}


def test_slices_and_ids() -> None:
    """A slice is rows of the same columns; an id finds its row."""
    rows = DS.comparisons()
    assert isinstance(rows[2:5], zj.Rows)
    assert rows[2:5].to_arrow().schema == rows.to_arrow().schema
    assert rows["nanhu-setup-time"].id == "nanhu-setup-time"
    with pytest.raises(zj.UnknownIdError, match="comparisons has no id 'nanhu-setup'; did you mean 'nanhu-st"):
        rows["nanhu-setup"]
    assert "comparisons(place='丽水')[0:2]; 2 rows" in DS.comparisons(place="丽水")[0:2].cite()


def test_ids_of_the_codebook_are_unique() -> None:
    """A column of a table and one of an answer never share an id."""
    assert len(set(zj.codebook().ids)) == len(zj.codebook())
