"""What a notebook shows by itself: cards of everything that has one, tables with one look, short reprs."""

import tempfile
from decimal import Decimal
from typing import Any

import pytest
from tests.every import every
from tests.views.markup import read

import zjreform as zj
from zjreform.html import sheet
from zjreform.records.index import TABLES

DS = zj.load()
SCREEN = 24 * 80


def _things() -> list[Any]:
    change = zj.changes("由8天压缩至1天")
    audit = zj.audit(tempfile.mkdtemp())
    problems = tuple(zj.Problem("cases.csv", row, "level", "x" * 200, "one of province") for row in range(50))
    values = [
        zj.parse("三成以上"),
        change[0].change,
        change[0],
        zj.figures("3天")[0],
        audit,
        zj.Report("mine", 3, problems),
    ]
    answers = [DS.comparisons(), DS.repeated(), DS.derived(), DS.adoptions(), DS.wide(), DS.pool("rib-2019")]
    records = [max(getattr(DS, table), key=lambda row: len(repr(row))) for table in TABLES]
    rows = [row for answer in (DS.comparisons(), DS.derived(), DS.repeated()) for row in answer]
    return [*values, *answers, *records, *rows, DS, DS.cases, zj.Lexicon()]


@every(_things())
def test_a_repr_is_at_most_one_screen(thing: object) -> None:
    """Nothing floods a console."""
    assert len(repr(thing)) <= SCREEN


@pytest.mark.parametrize("table", list(TABLES))
def test_every_record_shows_itself_as_its_card(table: str) -> None:
    """By the class's own method, found by name."""
    record = getattr(DS, table)[0]
    assert record._repr_html_() == zj.card(record).html


def test_values_and_answers_show_themselves() -> None:
    """Quantities, changes, figures, comparisons and reports."""
    for thing in (*_things()[:6], DS.comparisons()[0]):
        read(thing._repr_html_())


@pytest.mark.parametrize(
    "rows", [DS.metrics, DS.comparisons(), DS.wide(), DS.terms, DS.adoptions()], ids=lambda rows: type(rows).__name__
)
def test_tables_have_one_look(rows: Any) -> None:  # noqa: ANN401 (tables and rows)
    """Ten rows, a caption, a tooltip on every header, each cell a line high."""
    html = rows._repr_html_()
    reader = read(html)
    tags = [tag for tag, _ in reader.seen]
    assert (tags.count("tr"), tags.count("caption")) == (11, 1)
    heads = html[html.index("<thead>") : html.index("</thead>")]
    assert heads.count("<th ") == heads.count('<span title="') > 0
    body = html[html.index("<tbody>") :]
    assert body.count("<td") == body.count('class="zj-clip"') + body.count('class="zj-num"')


def test_shares_have_one_decimal() -> None:
    """A change of -69.5652… % is shown as -69.6 %, a share of 12 of 48 as 25.0 %."""
    assert "-69.6%" in zj.Rows.of(DS.comparisons(), [DS.comparisons()["nanhu-documents"]], "")._repr_html_()
    assert "25.0%" in DS.pool("rib-2019")._repr_html_()


def test_captions_follow_the_language() -> None:
    """As everything shown."""
    with zj.language("zh"):
        assert "93条，显示前10行" in DS.cases._repr_html_()
        assert "27行" in DS.comparisons()._repr_html_()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (40, "40"), (Decimal(40), "40"), (Decimal(1200000), "1,200,000"), (Decimal("1.50"), "1.5"), (Decimal(0), "0"),
        (40.0, "40"), (1e6, "1,000,000"), (-0.25, "-0.25"), (float("nan"), ""), (10**20, "100,000,000,000,000,000,000"),
    ],
)  # fmt: skip
def test_numbers_are_shown_whole(value: object, shown: str) -> None:
    """No digit of a number is lost, least of all a zero at its end."""
    assert f'<span class="zj-num">{shown}</span>' in sheet([("n", "a number")], [[value]], "", 1, "en")


def test_tables_show_the_numbers_of_the_data() -> None:
    """40 winners of 262 entries, as stated."""
    shown = DS.metrics._repr_html_()
    assert [f'<span class="zj-num">{n}</span>' in shown for n in ("40", "262", "214", "10")] == [True] * 4
