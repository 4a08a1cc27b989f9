"""Laws that hold for any text: spans, order, joining, scripts, and that every quantity that renders is found again."""

import re
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st
from tests.every import every
from tests.strategies import quantities, variants
from tests.text.evaluate import rows

import zjreform as zj
from zjreform.fold import fold
from zjreform.text.lexicon import BUNDLED, built
from zjreform.text.scanning.scanner import scanner as _scanner

PIECES = [
    *"0123456789一二三十百千万亿两半零几数第年月日时点分个项件家%，。、；：（）()“”.-—~至到 \n\tAKab±≥约近超不多余来内起×+/每",
    *[
        "由",
        "从",
        "压缩至",
        "最多",
        "至少",
        "跑",
        "分别",
        "单位",
        "增加到",
        "减少",
        "增长",
        "提高",
        "以上",
        "以下",
        "以内",
        "不超过",
        "不低于",
        "工作日",
        "个月",
        "小时",
        "百分之",
        "分之",
        "万元",
        "亿元",
        "人次",
        "平方米",
        "统一",
        "最多跑一次",
        "一件事",
        "八八战略",
        "2018年",
        "第三届",
        "单位：万元",
    ],
    *[
        "〔2018〕3号",
        "5G",
        "PM2.5",
        "改革前",
        "改革后",
        "每千人口",
        "上半年",
        "民國106年",
        "新臺幣",
        "HK$",
        "个百分点",
        "翻两番",
        "過半",
        "減半",
        "萬",
        "億",
        "幾",
        "數",
        "兩",
        "餘",
    ],
    "\ud800",
    "\x00",
    "e\u0301",
    "\U0002f81a",
    "１",
    "　",
]
texts = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
SENTENCES = [row["text"] for row in rows("dev")]
PROSE = "这里没有数字，只有文字。"


def readings(text: str) -> list[tuple[str, zj.Quantity | None]]:
    return [(figure.surface, figure.quantity) for figure in zj.figures(text)]


@given(texts | st.text(max_size=40))
@example("1至1至1")
@example("第一第一")
@example("五、六、七次")
@example("12 个工作\n日内")
@example("减1 分别5、3 单位")
def test_spans_are_in_range_ordered_disjoint_and_equal_to_the_text(text: str) -> None:
    """For quantities, all kinds, changes and terms alike."""
    for spans in (zj.figures(text), zj.figures(text, kinds=zj.Kind), zj.terms(text)):
        end = 0
        for span in spans:
            assert end <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.surface
            assert span.surface == span.surface.strip()
            end = span.end
    end = 0
    for stated in zj.changes(text):
        assert end <= stated.start < stated.end <= len(text)
        end = stated.end


@given(texts)
@example("每千人口拥有医百4人")
@example("总分第一千，列第〇")
@example("最多跑千每1,1个")
@example("最多跑零下1")
@example("由214第三万增加到262万人")
def test_asking_for_other_kinds_changes_no_quantity(text: str) -> None:
    """Quantities are the same whatever else is asked for."""
    every = [figure for figure in zj.figures(text, kinds=zj.Kind) if figure.kind is zj.Kind.QUANTITY]
    assert every == list(zj.figures(text))


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_texts_joined_by_a_blank_line_give_the_union(first: str, second: str) -> None:
    """A blank line parts everything."""
    shift = len(first) + 2
    joined = [(figure.start, figure.end, figure.quantity) for figure in zj.figures(f"{first}\n\n{second}")]
    apart = [(figure.start, figure.end, figure.quantity) for figure in zj.figures(first)]
    apart += [(figure.start + shift, figure.end + shift, figure.quantity) for figure in zj.figures(second)]
    assert joined == apart


@every(SENTENCES)
def test_prose_elsewhere_changes_nothing(text: str) -> None:
    """Sentences without a numeral before and behind leave every figure as it is."""
    around = zj.figures(f"{PROSE}\n{text}\n{PROSE}")
    shift = len(PROSE) + 1
    assert [(figure.start - shift, figure.quantity) for figure in around] == [
        (figure.start, figure.quantity) for figure in zj.figures(text)
    ]


def traditional(text: str) -> str:
    """Return a text with one Traditional or other variant for each character that has one."""
    chosen = {plain: others[-1] for plain, others in variants().items() if "㐀" <= plain <= "鿿"}
    return "".join(chosen.get(char, char) for char in text)


@every([*SENTENCES, *(row["text"] for row in rows("readers"))])
def test_traditional_gives_the_same_as_simplified(text: str) -> None:
    """Every figure, change and term of the folded sentence, in other characters."""
    plain = "".join(char if char in "，：；！？（）　" else fold(char) for char in text)
    other = "".join(there if there <= "\uffff" else here for here, there in zip(plain, traditional(plain), strict=True))
    assert [(f.start, f.end, f.quantity) for f in zj.figures(other)] == [
        (f.start, f.end, f.quantity) for f in zj.figures(plain)
    ]
    assert [(c.start, c.end, c.change) for c in zj.changes(other)] == [
        (c.start, c.end, c.change) for c in zj.changes(plain)
    ]


def is_read_as_it_stands(quantity: zj.Quantity) -> bool:
    """Leave out what running text holds for something else: 6部门 is six of no unit, 2018/19 a financial year, 1/3页 a page of three."""
    parts = [n for n in (quantity.value, quantity.upper) if isinstance(n, Fraction)]
    years = [n for n in parts if FIRST_YEAR <= abs(n.numerator) <= LAST_YEAR]
    numbered = parts and quantity.unit.zh in {"页", "本", "位", "厘地"}
    return quantity.unit.code not in {"部门", "单位"} and not years and not numbered


FIRST_YEAR, LAST_YEAR = 1900, 2099


@given(quantities().filter(is_read_as_it_stands))
def test_what_renders_is_found_again(quantity: zj.Quantity) -> None:
    """In a carrier sentence the canonical spelling of a quantity is found whole, as the same claim."""
    text = f"结果是{quantity}。"
    found = [figure for figure in zj.figures(text) if (figure.start, figure.end) == (3, len(text) - 1)]
    assert [figure.quantity for figure in found] == [quantity]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "一",
        "1万",
        "1,",
        "百分之",
        "第",
        "1至",
        "（",
        "�",
        "\x00",
        "é",
        "几",
        "半",
        "1.",
        "单位：万",
        "由1",
        "从1个减至",
        "1\n",
        "改革前1个",
        "二〇一八",
    ],
)
def test_never_superlinear(unit: str) -> None:
    """Steps are counted, not seconds: the stops that a text of 8,000 repeats needs are at most some per repeat."""
    steps = 0
    mine = zj.Lexicon()
    scanner = built(BUNDLED, "scan", _scanner)

    def stop(text: str, at: int) -> re.Match[str] | None:
        nonlocal steps
        steps += 1
        return scanner.stop(text, at)

    built(mine, "scan", lambda _: evolve(scanner, stop=stop))
    zj.figures(unit * 8000, lexicon=mine)
    assert steps <= 8000 * len(unit) + 1


def test_no_capturing_group_stands_inside_a_possessive_repeat() -> None:
    """Such a pattern raises ``SystemError`` on some Python versions."""
    source = built(BUNDLED, "scan", _scanner).search.__self__.pattern  # type: ignore[attr-defined]
    depth: list[int] = []
    for token in re.finditer(r"\\.|\[(?:\\.|[^\]\\])*+\]|\(\?P?<?[=!:>]?|\(|\)(?:[*+?]\+|\{[0-9,]*\}\+)?", source):
        if token[0] == "(":
            depth = [count + 1 for count in depth]
            depth.append(1)
        elif token[0].startswith("("):
            depth.append(0)
        elif token[0].startswith(")"):
            captured = depth.pop()
            assert not (captured and len(token[0]) > 1 and token[0][-1] == "+")
            if captured and depth:
                depth[-1] += captured
