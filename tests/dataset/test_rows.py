"""Answers that are rows without being records: as a tuple, as frames, in a notebook."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pandas as pd
import polars as pl
import pytest

import zjreform as zj

DS = zj.load()
ANSWERS: dict[str, Callable[[], zj.Rows[Any]]] = {
    "pool": lambda: DS.pool("rib-2019"),
    "comparisons": DS.comparisons,
    "derived": DS.derived,
    "repeated": DS.repeated,
    "adoptions": DS.adoptions,
    "wide metrics": DS.wide,
    "wide mentions": lambda: DS.wide("mention"),
    "wide cases": lambda: DS.wide("case"),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_frames_have_one_row_for_each(answer: Callable[[], zj.Rows[Any]]) -> None:
    """Nothing fans out and nothing is lost, and every row has the same columns."""
    rows = answer()
    dicts = rows.to_dicts()
    assert len({tuple(row) for row in dicts}) == 1
    for frame in (rows.to_pandas(), rows.to_polars()):
        assert (len(frame), list(frame.columns)) == (len(rows), list(dicts[0]))


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_cells_are_flat(answer: Callable[[], zj.Rows[Any]]) -> None:
    """A cell is a plain value or a tuple of texts, never a record."""
    for row in answer().to_dicts():
        for value in row.values():
            parts = value if isinstance(value, list) else (value,)
            assert not any(hasattr(part, "__attrs_attrs__") for part in parts)


def test_rows_are_a_tuple() -> None:
    """They compare, index and pickle as one."""
    rows = DS.pool("rib-2019")
    assert rows == tuple(rows)
    assert pickle.loads(pickle.dumps(rows)) == rows  # noqa: S301 (made here)
    assert rows[0].share == rows.to_dicts()[0]["share"]


def test_comparisons_carry_numbers_beside_the_text() -> None:
    """The ends of the relative change are percent; a side that the text does not give is empty."""
    rows = {row["id"]: row for row in DS.comparisons().to_dicts()}
    setup = rows["lishui-setup-time"]
    assert (setup["before_quantity"], setup["after_quantity"]) == ("7个工作日", "3个工作日")
    assert setup["relative_low"] == setup["relative_high"] == Decimal("-57.142857142857")
    assert (rows["court-hearing-time"]["before"], rows["court-hearing-time"]["reported_quantity"]) == (None, "66.8%")


def test_adoptions_are_unit_policy_and_time() -> None:
    """The first three columns are those that diffusion packages ask for."""
    frame = DS.adoptions().to_pandas()
    assert list(frame.columns[:3]) == ["unit", "policy", "date"]
    assert ("places:longyou", "cunqingtong", "2017-06") in set(frame.iloc[:, :3].itertuples(index=False, name=None))


def test_a_notebook_shows_a_table() -> None:
    """The first rows with their columns; an empty answer is a table without rows."""
    shown = DS.wide()._repr_html_()
    assert "254 rows, first 10 shown" in shown
    assert shown.count("<tr>") == 11
    assert "8个工作日" in DS.comparisons()._repr_html_()
    assert "0 rows" in zj.Rows[Any](())._repr_html_()


@pytest.mark.parametrize("frame", [pd.DataFrame, lambda rows: pl.DataFrame(rows, infer_schema_length=None)])
@pytest.mark.parametrize(
    "rows",
    [
        zj.figures("办理时间由8天压缩至1天，占51.4%，2019年3月完成"),
        zj.changes("办理时间由8天压缩至1天"),
        zj.terms("推行一件事"),
        zj.explain("别超过3天"),
        DS.comparisons(),
        DS.adoptions(),
        DS.pool(),
        DS.derived(),
        DS.repeated(),
    ],
    ids=lambda rows: rows.answer.name,
)
def test_frames_take_rows_for_columns(frame: Any, rows: zj.Rows[Any]) -> None:  # noqa: ANN401 (pandas and polars)
    """A row is a mapping from column to value, so that no frame makes one column of objects of them."""
    made = frame(rows)
    assert made.shape == (len(rows), len(rows[0]))
    assert list(made.columns) == list(rows[0].flat()) == list(rows[0])
    assert dict(rows[0]) == rows[0].flat() == dict(rows[0].items())
    assert (rows[0].get("no such"), "no such" in rows[0], list(rows[0].values())) == (
        None,
        False,
        [*dict(rows[0]).values()],
    )
    assert bool(rows[0])
    with pytest.raises(KeyError, match="no such"):
        rows[0]["no such"]


def test_a_row_may_hold_several_values_as_a_list() -> None:
    """As a tuple does; equal ones are read once."""
    rows: zj.Rows[dict[str, list[str]]] = zj.Rows([{"names": ["a", "b"]}, {"names": ["c"]}, {"names": ["a", "b"]}])
    assert rows.to_dicts() == [{"names": ["a", "b"]}, {"names": ["c"]}, {"names": ["a", "b"]}]
    assert rows.to_pandas()["names"].map(list).tolist() == [["a", "b"], ["c"], ["a", "b"]]
