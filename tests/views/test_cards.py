"""Cards: every record has one in both languages, bounds are in sight, and nothing on them runs."""

import tempfile
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from tests.views.markup import read

import zjreform as zj
from zjreform.records.index import TABLES
from zjreform.views.bars import Bar, bars

DS = zj.load()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("table", list(TABLES))
def test_every_table_has_cards(table: str, lang: str) -> None:
    """The first and the last records of each table are shown, well-formed, under their ids."""
    rows = getattr(DS, table)
    for record in (*rows[:2], *rows[-2:]):
        reader = read(zj.card(record, DS, lang=lang).html)
        assert record.id in "".join(reader.text)


def test_a_case_shows_what_belongs_to_it() -> None:
    """Awards with place and order rule, bodies as listed, pairs as bars, figures with where they stand."""
    said = "".join(read(zj.card(DS.cases["nanhu-company-setup"]).html).text)
    for part in (
        "no. 5 of 20",
        "order: not stated",
        "南湖区",
        "8 workdays",
        "1 workday",
        "-87.5%",
        "-69.6%",
        "zjol-2018 3374–3377",
    ):
        assert part in said


def test_a_record_of_no_dataset_shows_its_own_fields() -> None:
    """A record that the bundled data does not hold borrows nothing from it."""
    stranger = evolve(DS.cases["nanhu-company-setup"], title_en="Another")
    said = "".join(read(zj.card(stranger).html).text)
    assert "Another" in said
    assert "no. 5 of 20" not in said


def test_hostile_titles_stay_text() -> None:
    """Tags, quotes and right-to-left marks are shown as they are."""
    title = "<script>alert('x')</script>\"\u202e<b onclick=1>"
    stranger = evolve(DS.cases["nanhu-company-setup"], title_en=title, summary_en=title)
    assert title in "".join(read(zj.card(stranger).html).text)


@pytest.mark.parametrize(
    ("text", "solid", "dashed", "arrows"),
    [
        ("8个工作日", 1, 0, 0),
        ("86个工作日内", 0, 1, 1),  # at most: may be less
        ("三成以上", 1, 0, 1),  # at least: may be more
        ("120余万次", 1, 1, 0),  # more, but short of 1 300 000
        ("3至5天", 1, 1, 0),  # a range
        ("近8成", 0, 1, 0),  # somewhere below
        ("约30件", 0, 1, 0),  # somewhere around
    ],
)
def test_bars_show_the_bound(text: str, solid: int, dashed: int, arrows: int) -> None:
    """What is sure is filled, what is not is dashed, an open end is an arrow."""
    drawn = bars([Bar(zj.parse(text))], "en")
    assert drawn.count("<rect") - drawn.count("stroke-dasharray") == solid
    assert (drawn.count("stroke-dasharray"), drawn.count("<path")) == (dashed, arrows)


def test_a_mean_is_a_dot() -> None:
    """And says that it is one."""
    drawn = bars([Bar(zj.parse("3天"), zj.Aggregate.MEAN)], "zh")
    assert drawn.count("<circle") == 1
    assert "平均" in drawn


@pytest.mark.parametrize(("one", "other"), [("8个工作日", "3天"), ("5件", "5人"), ("3天", "30%")])
def test_bars_of_other_scales_are_not_drawn(one: str, other: str) -> None:
    """Working days never stand on an axis with calendar days."""
    assert bars([Bar(zj.parse(one)), Bar(zj.parse(other))], "en") == ""


def _value_things() -> list[Any]:
    stated = zj.changes("由8天压缩至1天")[0]
    problem = zj.Problem("cases.csv", 3, "level", "<b>", "one of province")
    return [zj.parse("近八成"), stated.change, stated, zj.figures("第3届于2018年6月", kinds=["date"])[0], zj.audit(tempfile.mkdtemp()),
            zj.Report("mine", None, (problem,)), *DS.comparisons()]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_values_and_reports_have_cards(lang: str) -> None:
    """What is no record is shown as well, in both languages."""
    for thing in _value_things():
        assert len("".join(read(zj.card(thing, lang=lang).html).text)) > 10


def test_a_card_follows_the_language_of_its_block() -> None:
    """As everything shown does."""
    with zj.language("zh"):
        assert "改革前" in zj.card(DS.metrics["nanhu-setup-time-before"]).html


@pytest.mark.parametrize("thing", [3, None, "text", Decimal(1), object])
def test_refuses_what_has_no_card(thing: object) -> None:
    """The error says what has one."""
    with pytest.raises(TypeError, match="expected a record, quantity"):
        zj.card(thing)
