"""Numbers that somebody extracted: every verdict by a row that has it, and rows that must stay confirmed."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from tests.every import every
from tests.sources import FOLDER, needs_sources
from typer.testing import CliRunner

import zjreform as zj
from zjreform.cli.app import app
from zjreform.drafting.verifying.standing import Standing
from zjreform.errors import DatasetError

pytest.importorskip("tools.injections", reason="the tests run apart from the tree that holds the tools")

from tools.injections import counts

TEXT = (
    "2018年，平均用时由200多个压缩至86个工作日内，占全部的51.4%。\n"
    "2019年投资3.25亿元，办理1,234件，每千人口床位5张；满意率提高12.3个百分点。申报材料由23份精简到7份。\n"
    "企业开办3至5天，注销6天，年检6天。办件量增长260%。营商环境指数87。"
)

CASES: tuple[tuple[dict[str, Any], str, str | None], ...] = (
    ({"surface": "86个工作日内"}, "confirmed", "86个工作日内"),
    ({"surface": "平均用时由200多个压缩至86个工作日内"}, "confirmed", "200多个 | 86个工作日内"),
    ({"value": 1234, "unit": "件"}, "confirmed", "1,234件"),
    ({"value": "1234", "unit": "件", "subject": "投资"}, "confirmed", "1,234件"),
    ({"value": "八十六", "unit": "workday", "bound": "at_most"}, "confirmed", "86个工作日内"),
    ({"value": 6, "unit": "天", "start": 110, "end": 112}, "confirmed", "6天"),
    ({"surface": "23份", "role": "before"}, "confirmed", "23份"),
    ({"before": "23份", "after": "7份"}, "confirmed", "23份 | 7份"),
    ({"before": 23, "after": 7, "unit": "份"}, "confirmed", "23份 | 7份"),
    ({"surface": "260%", "role": "increase"}, "confirmed", "260%"),
    ({"surface": "51.4%", "year": 2018}, "confirmed", "51.4%"),
    ({"surface": "5张", "per": "千人口"}, "confirmed", "5张"),
    ({"surface": "2019年"}, "confirmed", "2019年"),
    ({"surface": "3.25万元"}, "magnitude", "3.25亿元"),
    ({"value": 0.514, "unit": "%"}, "magnitude", "51.4%"),
    ({"value": 86, "unit": "天", "bound": "at_most"}, "unit", "86个工作日内"),
    ({"surface": "86个工作日"}, "bound", "86个工作日内"),
    ({"surface": "200"}, "bound", "200多个"),
    ({"surface": "51.4%", "year": 2019}, "year", "51.4%"),
    ({"surface": "2017年", "start": 0, "end": 5}, "year", "2018年"),
    ({"surface": "3天"}, "range_end", "3至5天"),
    ({"surface": "5天"}, "range_end", "3至5天"),
    ({"before": "7份", "after": "23份"}, "exchanged", "23份 | 7份"),
    ({"surface": "7份", "role": "before"}, "exchanged", "7份"),
    ({"surface": "260%", "role": "level"}, "level_for_change", "260%"),
    ({"surface": "23份", "role": "change"}, "level_for_change", "23份"),
    ({"surface": "260%", "role": "decrease"}, "direction", "260%"),
    ({"surface": "12.3%"}, "points_for_percent", "12.3个百分点"),
    ({"surface": "5张"}, "per_lost", "5张"),
    ({"value": 1200, "unit": "件"}, "rounded", "1,234件"),
    ({"surface": "16份"}, "derivable", "23份 | 7份"),
    ({"value": 1234, "unit": "件", "subject": "企业开办"}, "elsewhere", "1,234件"),
    ({"value": 1234, "unit": "件", "start": 110, "end": 112}, "elsewhere", "1,234件"),
    ({"surface": "25亿元"}, "another_figure", "3.25亿元"),
    ({"surface": "234件"}, "another_figure", "1,234件"),
    ({"surface": "4%"}, "another_figure", "51.4%"),
    ({"surface": "77亿元"}, "nowhere", None),
    ({"value": 6}, "undecided", "6天"),
    ({"surface": "6天"}, "undecided", "6天"),
    ({"value": 5}, "per_lost", "5张"),
    ({"value": True}, "unread", None),
    ({"value": "许多"}, "unread", None),
)


@every(CASES)
def test_verdicts(row: dict[str, Any], status: str, found: str | None) -> None:
    """Each row has its verdict, and names what stands in the text."""
    judged = zj.verify([row], TEXT).rows[0]
    assert (judged.status.value, judged.found) == (status, found)
    if judged.start is not None and "|" not in str(found):
        assert TEXT[judged.start : judged.end] == found


def test_every_verdict_has_a_case() -> None:
    """The table leaves no verdict out."""
    assert {status for _, status, _ in CASES} == {standing.value for standing in Standing}


@pytest.mark.parametrize(
    ("claimed", "factor"),
    [
        ({"surface": "35000元"}, "1/10000"),
        ({"surface": "35000亿元"}, "10000"),
        ({"surface": "3500万元"}, "1/10"),
        ({"value": 350000000, "unit": "元"}, None),
    ],
)
def test_the_factor_is_claimed_over_found(claimed: dict[str, Any], factor: str | None) -> None:
    """万 and 亿 that slipped are named by their factor, and a number written out is no slip."""
    assert zj.verify([claimed], "投资35000万元").rows[0].factor == factor


class TestMissed:
    """What nobody extracted."""

    def test_is_listed_with_its_span(self) -> None:
        """A figure that no claim is about, even a wrong one, is missed."""
        checked = zj.verify([{"surface": "86个工作日"}], {"a": "由200多个压缩至86个工作日内"})
        assert [one.flat() for one in checked.missed] == [
            {"document": "a", "start": 1, "end": 6, "surface": "200多个", "quantity": "200多个工作日"}
        ]

    def test_a_bare_number_takes_what_it_may_mean(self) -> None:
        """Places of an undecided number are not listed as missed."""
        assert not zj.verify([{"value": 6}], "注销6天，年检6天").missed


LINE = {
    "document_id": "doc_1",
    "text": "𠮷市平均用时86个工作日内，投资3.25亿元",
    "extractions": [
        {"extraction_class": "time", "extraction_text": "86个工作日", "char_interval": {"start_pos": 6, "end_pos": 12}},
        {"extraction_class": "money", "extraction_text": "25亿元", "char_interval": {"start_pos": 18, "end_pos": 22}},
        {"extraction_class": "time", "extraction_text": "八十六个工作日内", "char_interval": None, "attributes": None},
    ],
}


class TestForms:
    """What rows and texts may be."""

    def test_langextract(self, tmp_path: Path) -> None:
        """Its exact match inside a longer figure is another figure; its unplaced words are found by what they say."""
        (tmp_path / "out.jsonl").write_text(json.dumps(LINE, ensure_ascii=False) + "\n", encoding="utf-8")
        checked = zj.verify(tmp_path / "out.jsonl", {"a.txt": str(LINE["text"])})
        assert [row.status.value for row in checked.rows] == ["bound", "another_figure", "confirmed"]
        assert checked.rows[2].found == "86个工作日内"

    @pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame])
    def test_frames(self, frame: Any) -> None:  # noqa: ANN401 (a frame's class)
        """Gaps of a frame are gaps."""
        rows = frame({"surface": ["8天", None], "value": [None, 9.0], "unit": [None, "份"]})
        assert [row.status.value for row in zj.verify(rows, "8天和9份").rows] == ["confirmed", "confirmed"]

    def test_files(self, tmp_path: Path) -> None:
        """CSV, JSON and a folder of texts, with a byte-order mark in the table."""
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / "a.txt").write_text("8天", encoding="utf-8")
        (tmp_path / "rows.csv").write_text("document,surface,start\na,8天,0\n", encoding="utf-8-sig")
        (tmp_path / "rows.json").write_text('[{"document": "a.txt", "surface": "8天"}]', encoding="utf-8")
        for name in ("rows.csv", "rows.json"):
            assert zj.verify(tmp_path / name, tmp_path / "texts").ok

    def test_workbook(self, tmp_path: Path) -> None:
        """People's spreadsheets are read from their first sheet."""
        pd.DataFrame({"value": [86], "unit": ["个工作日"], "bound": ["at_most"]}).to_excel(
            tmp_path / "a.xlsx", index=False
        )
        assert zj.verify(tmp_path / "a.xlsx", TEXT).ok

    @pytest.mark.parametrize("value", [86, 86.0, Decimal(86), "86", "８６", "86个工作日", Fraction(86)])
    def test_numbers_of_any_type(self, value: object) -> None:
        """A number is a number however Python holds it."""
        assert zj.verify([{"value": value, "unit": "个工作日"}], "需86个工作日").ok


class TestRefusals:
    """Bad rows are named, all of them at once."""

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            ({"document": "c", "surface": "8天"}, r"rows row 1, document: expected the name of a text: a, b, got 'c'"),
            ({"document": "a"}, "expected a surface, a value, or before and after, got 'nothing'"),
            ({"document": "a", "surface": "8天", "start": -1, "end": 2}, "start: expected an offset"),
            ({"document": "a", "surface": "8天", "start": "x", "end": 2}, "start: expected an offset"),
            ({"document": "a", "surface": "8天", "role": "up"}, "role: expected one of after, before"),
            ({"document": "a", "value": "8", "bound": "more"}, "bound: expected one of exact"),
        ],
    )
    def test_rows(self, row: dict[str, Any], message: str) -> None:
        """The value, the place and what was expected are named."""
        with pytest.raises(DatasetError, match=message):
            zj.verify([row], {"a": "8天", "b": ""})

    def test_files(self, tmp_path: Path) -> None:
        """A broken line is named; an unknown form too."""
        (tmp_path / "a.jsonl").write_text('{"surface": "8天"}\n{', encoding="utf-8")
        with pytest.raises(DatasetError, match=r"a\.jsonl row 2: expected JSON"):
            zj.verify(tmp_path / "a.jsonl", "8天")
        (tmp_path / "a.txt").write_text("8天", encoding="utf-8")
        with pytest.raises(DatasetError, match=r"expected a \.jsonl, \.json, \.csv or \.xlsx file, got '\.txt'"):
            zj.verify(tmp_path / "a.txt", "8天")
        with pytest.raises(TypeError, match="a path, a frame or rows"):
            zj.verify(8, "8天")
        with pytest.raises(TypeError, match="a text, texts by name"):
            zj.verify([], 8)


def test_the_page_escapes_what_it_shows() -> None:
    """Nothing of a row becomes markup."""
    page = zj.verify([{"surface": "<b>8天"}], "8天").page()
    assert "<b>8" not in page
    assert "&lt;b&gt;8天" in page


def test_card_and_sums() -> None:
    """Counts follow the order of the list; the card shows what is not confirmed."""
    checked = zj.verify([{"surface": "8天"}, {"surface": "9天"}], "8天")
    assert {standing.value: count for standing, count in checked.counts().items()} == {"confirmed": 1, "nowhere": 1}
    assert "nowhere" in checked._repr_html_()
    assert not checked.ok


class TestCommand:
    """``zjreform verify``."""

    def test_exit_codes_and_page(self, tmp_path: Path) -> None:
        """0 if all is confirmed, 1 if not, 2 for a wrong path; the page is written."""
        (tmp_path / "a.txt").write_text("用时86个工作日内", encoding="utf-8")
        for surface, code in (("86个工作日内", 0), ("86个工作日", 1)):
            (tmp_path / "rows.jsonl").write_text(json.dumps({"surface": surface}), encoding="utf-8")
            page = tmp_path / f"{code}.html"
            done = CliRunner().invoke(
                app, ["verify", str(tmp_path / "rows.jsonl"), str(tmp_path / "a.txt"), "--page", str(page)]
            )
            assert done.exit_code == code, done.output
            assert page.is_file()
        assert CliRunner().invoke(app, ["verify", str(tmp_path / "rows.jsonl"), str(tmp_path / "none")]).exit_code == 2

    def test_missed(self, tmp_path: Path) -> None:
        """The figures nobody extracted, as JSON."""
        (tmp_path / "a.txt").write_text("8天和9份", encoding="utf-8")
        (tmp_path / "rows.jsonl").write_text('{"surface": "8天"}', encoding="utf-8")
        rows, text = str(tmp_path / "rows.jsonl"), str(tmp_path / "a.txt")
        done = CliRunner().invoke(app, ["verify", rows, text, "--missed", "--format", "json"])
        assert [row["surface"] for row in json.loads(done.output)] == ["9份"]


@needs_sources
def test_the_verdicts_on_injected_errors() -> None:
    """Every clean figure at its place is confirmed, and no injected number, unit or bound ever is."""
    found = counts(FOLDER)
    for kind in ("clean", "clean, quoted", "clean, role", "clean, year", "clean, change", "clean, written"):
        assert set(found[kind]) == {"confirmed"}, kind
    for kind in ("magnitude", "unit", "bound", "points", "rounded", "nowhere", "part of a figure", "elsewhere", "year"):
        assert found[kind].total() > 0
        assert not found[kind]["confirmed"], kind
