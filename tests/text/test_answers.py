"""Figures, changes and terms as rows: frames, columns of texts, offsets, plain values."""

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import zjreform as zj
from zjreform.quantity.columns import QUANTITY_COLUMNS
from zjreform.resources import read_text
from zjreform.text.answers import moved

TEXT = "2018年，办理时间由200多个压缩至86个工作日内，占51.4%，增长3倍"


@pytest.mark.parametrize("find", [zj.figures, zj.changes, zj.terms])
def test_what_is_found_is_a_tuple_and_a_frame(find: Callable[[str], zj.Rows[Any]]) -> None:
    """Every library has the same columns, also for a text in which nothing stands."""
    for text in (TEXT + "，推进“最多跑一次”", ""):
        rows = find(text)
        assert isinstance(rows, tuple)
        names = [field.name for field in rows.answer.fields]
        assert list(rows.to_pandas().columns) == rows.to_polars().columns == rows.to_arrow().column_names == names
        assert len(rows.to_pandas()) == len(rows)


def test_figures_have_the_one_list_of_quantity_columns() -> None:
    """Between where they stand and what they are by their sentence."""
    names = [field.name for field in zj.figures(TEXT).answer.fields]
    assert names[:4] == ["start", "end", "surface", "kind"]
    assert names[4:-5] == [part.name for part in QUANTITY_COLUMNS]
    assert names[-5:] == ["sense", "factor", "per", "edtf", "ordinal"]
    frame = zj.figures(TEXT, kinds=["quantity", "date"]).to_pandas().set_index("surface")
    assert frame.loc["86个工作日内", "workdays_high"] == 86
    assert frame["workdays_low"].isna()["86个工作日内"]
    assert (frame.loc["3倍", "sense"], frame.loc["3倍", "factor"]) == ("increase", 4.0)
    assert frame.loc["2018年", "edtf"] == "2018"


def test_changes_stand_side_by_side() -> None:
    """Before and after in columns of their own, the surface with them."""
    frame = zj.changes("由8天压缩至1天，办件量增长三成").to_pandas()
    assert frame["surface"].tolist() == ["由8天压缩至1天", "增长三成"]
    assert frame["before_days"].tolist()[0] == 8
    assert frame["stated_percent"].tolist()[1] == 30


@pytest.mark.parametrize(
    "texts",
    [
        ["共3天", None, "无", "占51%"],
        pd.Series(["共3天", None, "无", "占51%"]),
        pd.Series(["共3天", pd.NA, "无", "占51%"], dtype="string"),
        pl.Series(["共3天", None, "无", "占51%"]),
        pa.array(["共3天", None, "无", "占51%"]),
        pa.chunked_array([["共3天", None], ["无", "占51%"]]),
        iter(["共3天", float("nan"), "无", "占51%"]),
    ],
)
def test_a_column_of_texts(texts: Any) -> None:  # noqa: ANN401 (columns have no common type)
    """Each row has the position of its text; a missing text gives none."""
    rows = zj.figures(texts).to_dicts()
    assert [(row["id"], row["surface"]) for row in rows] == [(0, "3天"), (3, "51%")]


def test_ids_are_those_given_or_the_index() -> None:
    """A pandas column brings its index."""
    frame = pd.DataFrame({"id": ["a", "b"], "text": ["共3天", "由8天压缩至1天"]}, index=[7, 9])
    assert [row["id"] for row in zj.figures(frame["text"], ids=frame["id"]).to_dicts()] == ["a", "b", "b"]
    assert [row["id"] for row in zj.changes(frame["text"]).to_dicts()] == [9]
    assert frame["text"].zj.figures()["id"].tolist() == [7, 9, 9]
    assert frame["text"].zj.terms().empty
    assert frame["text"].zj.changes(ids=frame["id"])["id"].tolist() == ["b"]


@pytest.mark.parametrize("find", [zj.figures, zj.changes, zj.terms])
def test_columns_refuse_what_is_no_text(find: Callable[..., Any]) -> None:
    """A number in a column names its position; one text has no ids."""
    with pytest.raises(TypeError, match="expected a text at position 1, got 3"):
        find(["共3天", 3])
    with pytest.raises(ValueError, match="expected an id for each of 2 texts, got 1"):
        find(["共3天", "共4天"], ids=["a"])
    with pytest.raises(TypeError, match="expected ids beside a column of texts only"):
        find("共3天", ids=["a"])
    with pytest.raises(TypeError, match="expected a text, got b'3'"):
        find(b"3")
    with pytest.raises(zj.UnknownValueError, match="no offsets is called 'utf8'"):
        find("共3天", offsets="utf8")


@given(st.text(st.sampled_from("共3天由8𠮷至一件事é\U0001f600，"), max_size=20))
def test_offsets_of_other_encodings_cut_out_the_surface(text: str) -> None:
    """In UTF-16 and in bytes of UTF-8."""
    for figure in zj.figures(text, offsets="bytes"):
        assert text.encode()[figure.start : figure.end].decode() == figure.surface
    for figure in zj.figures(text, offsets="utf-16"):
        assert text.encode("utf-16-le")[2 * figure.start : 2 * figure.end].decode("utf-16-le") == figure.surface
    assert moved(text, [(0, len(text))], "bytes") == [(0, len(text.encode()))]


@pytest.mark.parametrize("kinds", ["date", zj.Kind.DATE, ["date"]])
def test_one_kind_is_one_value(kinds: Any) -> None:  # noqa: ANN401 (one or several)
    """A word is no collection of letters."""
    assert [figure.surface for figure in zj.figures(TEXT, kinds=kinds)] == ["2018年"]


def test_plain_values_are_those_of_the_published_schema() -> None:
    """Every figure of the sample, of each kind, is what the JSON Schema describes."""
    jsonschema = pytest.importorskip("jsonschema", reason="schemas are checked with jsonschema")
    referencing = pytest.importorskip("referencing", reason="as above")
    schemas = {name: json.loads(read_text(f"schemas/{name}.schema.json")) for name in ("figure", "change", "quantity")}
    known = [(schema["$id"], referencing.Resource.from_contents(schema)) for schema in schemas.values()]
    registry = referencing.Registry().with_resources(known)
    check = jsonschema.Draft202012Validator(schemas["figure"], registry=registry)
    for figure in zj.figures(TEXT + "三分之一，第三届", kinds=list(zj.Kind)):
        check.validate(figure.to_dict())
    with pytest.raises(jsonschema.ValidationError, match="'other' is not one of"):
        check.validate({**zj.figures("3天")[0].to_dict(), "kind": "other"})
    check = jsonschema.Draft202012Validator(schemas["change"], registry=registry)
    for change in zj.changes(CHANGED):
        check.validate(change.to_dict())
    with pytest.raises(jsonschema.ValidationError, match="'level' is not one of"):
        check.validate({**zj.changes(CHANGED)[0].to_dict(), "direction": "level"})


CHANGED = "由8天压缩至1天。办件量增长近3成，达到120余万件；改革前需30天，改革后当场办结。材料由17份调整为4份。比去年提高0.5个百分点。"


def test_changes_as_plain_values() -> None:
    """Through JSON and back, with all three quantities exactly; what is not as written is refused."""
    found = zj.changes(CHANGED)
    assert len(found) > 3
    for change in found:
        again = zj.StatedChange.from_dict(json.loads(json.dumps(change.to_dict())))
        assert (again, again.surface) == (change, change.surface)
        for role in ("before", "after", "stated"):
            one, other = getattr(change.change, role), getattr(again.change, role)
            assert one is other is None or one.exact_eq(other)
    values = found[0].to_dict()
    for wrong, message in (
        ({**values, "more": 1}, "expected a stated change with start, end"),
        ({**values, "sense": "increase"}, "stated and sense go together"),
        ({**values, "direction": "up"}, "'up' is not a valid Sense"),
        ({**values, "before": None, "after": None}, "a quantity before, after or stated"),
    ):
        with pytest.raises(ValueError, match=message):
            zj.StatedChange.from_dict(wrong)
    with pytest.raises(zj.UnknownValueError, match="no sense is called 'up'"):
        zj.StatedChange.from_dict({**values, "sense": "up"})


def test_figures_and_quantities_as_plain_values() -> None:
    """Through JSON and back, exactly; what is not as written is refused."""
    for figure in zj.figures(TEXT + "三分之一", kinds=list(zj.Kind)):
        there = json.loads(json.dumps(figure.to_dict()))
        assert zj.Figure.from_dict(there) == figure
        if figure.quantity is not None:
            assert zj.Quantity.from_dict(there["quantity"]).exact_eq(figure.quantity)
    values = zj.parse("3天").to_dict()
    for wrong, message in (
        ({**values, "more": 1}, "expected a quantity with value, upper"),
        ({**values, "value": 3}, "expected a text for value of a quantity, got 3"),
        ({**values, "lower_open": None}, "expected true or false for lower_open"),
        ({**values, "unit": "dya"}, "dya"),
        ({**values, "value": "03"}, "03"),
    ):
        with pytest.raises((ValueError, LookupError), match=message):
            zj.Quantity.from_dict(wrong)
