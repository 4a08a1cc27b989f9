"""What explain says: a row for every numeral, with the rule, the words and the reason."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from tests.text.evaluate import rows
from tests.text.test_laws import texts

import zjreform as zj
from zjreform.text.rules.order import RULES
from zjreform.words.table import Role, words

ROWS = [
    ("2018年起施行", "2018年", "date", "digit-date", ()),
    ("總目703項下", "703", "identifier", "budget-head", ()),
    ("近3亿元", "近3亿元", "quantity", "grammar", ("bound_before:近",)),
    ("没有超过3天", "没有超过3天", "quantity", "grammar", ("negation:没有", "bound_before:超过")),
    ("费用增长3倍", "3倍", "quantity", "grammar", ("verb:增长",)),
    ("年满18周岁以上", "满18周岁以上", "quantity", "grammar", ("bound_before:满", "bound_behind:以上")),
    ("-5℃", "-5℃", "quantity", "grammar", ("sign:-",)),
    ("推进八八战略", "八八战略", "name", "lexicon", ()),
    ("第三届大会", "第三届", "ordinal", "ordinal", ()),
    ("首批试点", "首批", "ordinal", "no-numeral", ()),
    ("约20家左右", "约20家左右", "quantity", "grammar", ("bound_before:约", "bound_behind:左右")),
    ("居全国第8位", "全国第8位", "quantity", "rank", ()),
    ("<b>7</b>天", "7</b>天", "quantity", "grammar", ()),
]


@pytest.mark.parametrize(("text", "surface", "kind", "rule", "took_part"), ROWS, ids=[row[0] for row in ROWS])
def test_a_row_says_rule_and_words(text: str, surface: str, kind: str, rule: str, took_part: tuple[str, ...]) -> None:
    """The rule that held and the words that took part, by their names in the tables."""
    (row,) = (row for row in zj.explain(text) if row.surface == surface)
    assert (row.taken_for.value, row.rule, row.words) == (kind, rule, took_part)
    assert row.why.endswith(".")


@given(texts)
@example("别超过3天，<b>7</b>天，列表120，135，140")
@example("ℌ３０㎡")
def test_the_rows_are_the_figures_of_every_kind(text: str) -> None:
    """Same spans, kinds and quantities; in order and disjoint."""
    found = zj.explain(text)
    figures = zj.figures(text, kinds=list(zj.Kind))
    assert [(row.start, row.end, row.taken_for, row.quantity) for row in found] == [
        (one.start, one.end, one.kind, one.quantity) for one in figures
    ]
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_rules_and_words_are_those_of_the_tables() -> None:
    """On the gold: every rule and word that is named is one."""
    names = {each.name for each in RULES} | {"grammar", "lexicon", "mending", "no-numeral"}
    listed = {f"{role}:{word}" for role in Role for word in words(role)}
    for row in rows("dev")[::5]:
        for found in zj.explain(row["text"]):
            assert found.rule in names
            assert set(found.tried) <= names
            assert set(found.words) <= listed
            assert row["text"][found.start : found.end] == found.surface


def test_kinds_region_and_lexicon_are_those_of_figures() -> None:
    """What is asked of figures can be asked here."""
    assert [row.surface for row in zj.explain("第3届补助5元", kinds="quantity", region="HK")] == ["5元"]
    assert zj.explain("补助5元", region="HK")[0].quantity == zj.parse("HK$5")
    mine = zj.Lexicon(names=["三色管理"])
    assert zj.explain("推行三色管理", lexicon=mine)[0].rule == "lexicon"
    with pytest.raises(zj.UnknownValueError, match="figurs"):
        zj.explain("3家", kinds=["figurs"])
    with pytest.raises(TypeError, match="expected a text"):
        zj.explain(3)  # type: ignore[arg-type]


def test_what_cannot_be_read_whole_has_a_row() -> None:
    """A list that could be one number is no figure; explain says so, and figures gives its span on request."""
    text = "为12，345，67家"
    unread = [row for row in zj.explain(text) if row.taken_for is zj.Kind.UNREAD]
    assert [one.surface for one in zj.figures(text, kinds=["unread"])] == [row.surface for row in unread]
    assert all(row.quantity is None and row.rule == "mending" for row in unread)
    assert all(one.kind is not zj.Kind.UNREAD for one in zj.figures(text))


def test_the_flat_row_has_every_column() -> None:
    """Frames and the command line show what the row holds."""
    flat = zj.explain("没有超过3天")[0].flat()
    assert list(flat) == ["start", "end", "surface", "taken_for", "rule", "words", "quantity", "why", "tried"]
    assert flat["words"] == "negation:没有;bound_before:超过"
