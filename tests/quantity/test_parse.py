"""What figure strings are accepted and what they mean, and what is refused and where."""

import decimal
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from random import Random
from types import FrameType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.every import every
from tests.quantity.tables import rows
from tests.strategies import ALPHABET, numbers, sentences, texts, variants

from zjreform.errors import ParseError
from zjreform.fold import fold
from zjreform.quantity.parsing import figure_at, parse
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import aliases, prefixes, unit
from zjreform.quantity.writing import Style, write_numeral

ACCEPTED = rows("accepted.tsv")
REFUSED = rows("refused.tsv")


def test_tables_are_as_large_as_promised() -> None:
    """At least 400 accepted and 150 refused strings, none twice, none in both, each with its reason."""
    accepted, refused = {row["text"] for row in ACCEPTED}, {row["text"] for row in REFUSED}
    assert len(accepted) == len(ACCEPTED) >= 400
    assert len(refused) == len(REFUSED) >= 150
    assert not accepted & refused
    assert all(row["reason"] for row in ACCEPTED + REFUSED)


@every(ACCEPTED)
def test_accepts(row: dict[str, str]) -> None:
    """Each string means exactly what its row says."""
    expected = Quantity.from_parts(
        row["value"],
        row["unit"],
        row["bound"],
        upper=row["upper"] or None,
        lower_open=row["lower_end"] == "open",
        upper_open=row["upper_end"] == "open",
        implied_high=row["implied_high"] or None,
    )
    found = parse(row["text"])
    assert found.exact_eq(expected), f"{found!r} is not {expected!r}: {row['reason']}"


@every(REFUSED)
def test_refuses(row: dict[str, str]) -> None:
    """Each string is refused at its place, and the error quotes the whole of it."""
    with pytest.raises(ParseError) as caught:
        parse(row["text"])
    assert (caught.value.text, caught.value.at) == (row["text"], int(row["at"]))
    assert repr(row["text"]) in str(caught.value)


@every(ACCEPTED)
def test_canonical_spelling_of_each_reads_back(row: dict[str, str]) -> None:
    """The canonical spelling states the same in the same way, in either script."""
    quantity = parse(row["text"])
    assert parse(str(quantity)).exact_eq(quantity)
    assert parse(f"{quantity:hant}").exact_eq(quantity)


@every(ACCEPTED)
def test_each_is_read_whole_within_a_text(row: dict[str, str]) -> None:
    """At an offset of a text, a figure is read as it is alone, up to its end."""
    text = fold(f"其中{row['text']}。")
    found = figure_at(text, 2)
    assert found is not None
    assert found[0].exact_eq(parse(row["text"]))
    assert found[1] == len(text) - 1


@given(st.sampled_from(ACCEPTED), st.randoms(use_true_random=False))
def test_scripts_and_widths_mean_the_same(row: dict[str, str], random: Random) -> None:
    """Any Traditional, full-width or compatibility form of each character reads as the plain one."""
    text = "".join(random.choice([char, *variants().get(char, "")]) for char in fold(row["text"]))
    assert parse(text).exact_eq(parse(row["text"]))


@every(sorted(aliases()))
def test_reads_every_unit_by_every_spelling(alias: str) -> None:
    """A number with any spelling of the table is in that unit; parts of a whole are read in %."""
    expected = aliases()[alias]
    if alias == "月":
        with pytest.raises(ParseError, match="个月"):
            parse("5月")
        return
    found = parse(f"5{alias}")
    assert found == Quantity.from_parts("5", expected.code)
    assert found.unit is (unit("%") if expected.base == "%" else expected)


@every(sorted(prefixes()))
def test_reads_every_currency_before_the_number(prefix: str) -> None:
    """A currency before the number is the unit, whether 元 follows or not."""
    assert parse(f"{prefix}500").unit is prefixes()[prefix]
    assert parse(f"{prefix}3万元").unit is prefixes()[prefix]


SENSES = [
    ("1.2万度", "度", "kWh", "12000"),
    ("气温38度", "度", "degC", "38"),
    ("456里", "里", "里", "456"),
    ("5里", "里", "li", "5"),
    ("3月", "月", "month", "3"),
    ("2018年", "年", "year", "2018"),
    ("5块", "块", "yuan", "5"),
    ("30分", "分", "minute", "30"),
    ("2点", "点", "pp", "2"),
    ("8时", "时", "hour", "8"),
]


@pytest.mark.parametrize(("text", "letter", "code", "value"), SENSES)
def test_takes_the_sense_of_a_letter_from_the_caller(text: str, letter: str, code: str, value: str) -> None:
    """A letter with several senses has the one the caller names."""
    start = 2 if text.startswith("气温") else 0
    found = figure_at(text, start, {letter: unit(code)})
    assert found == (Quantity.from_parts(value, code), len(text))


NEIGHBOURS = [
    ("建成2个多功能厅", 2, "2", "个", 4),
    ("落户3个半导体项目", 2, "3", "个", 4),
    ("撤并8个内设机构", 2, "8", "个", 4),
    ("3家余杭企业", 0, "3", "家", 2),
    ("其中3成为全国试点", 2, "3", "", 3),
    ("重点推进以下3项措施", 6, "3", "项", 8),
    ("规模以上工业企业120家", 8, "120", "家", 12),
    ("能耗比上年节约25%", 7, "25", "%", 10),
    ("景区附近3公里", 4, "3", "km", 7),
    ("全市上下3万名党员", 4, "30000", "名", 7),
    ("三年里新增5家", 0, "3", "year", 2),
    ("100元起步价", 0, "100", "yuan", 4),
    ("15日内审核", 0, "15", "day", 4),
]


@pytest.mark.parametrize(("text", "at", "value", "code", "end"), NEIGHBOURS)
def test_leaves_letters_of_neighbouring_words_alone(text: str, at: int, value: str, code: str, end: int) -> None:
    """A letter that opens the next word is no bound and no unit."""
    found = figure_at(text, at)
    assert found is not None
    assert (str(found[0].value), found[0].unit.code, found[1]) == (value, code, end)


@pytest.mark.parametrize(("text", "at"), [("节约25%", 1), ("附近3公里", 1), ("通过5项", 1), ("公约3条", 1)])
def test_no_figure_starts_at_the_end_of_a_word(text: str, at: int) -> None:
    """A letter that closes a word is no bound word, so no figure starts there."""
    assert figure_at(text, at) is None


def test_a_bound_word_makes_cheng_the_unit() -> None:
    """近三成为 is 30 % and a verb, 3成为 is a number and a verb."""
    assert figure_at("其中近三成为女性", 2) == (parse("近30%"), 5)


def read(text: str) -> Quantity | ParseError:
    """Return what parsing gives, the refusal included; any other error escapes."""
    try:
        return parse(text)
    except ParseError as error:
        return error


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """Draw an accepted string with something put in, replaced, or spliced with another."""
    first, second = (draw(st.sampled_from(ACCEPTED))["text"] for _ in range(2))
    start, end, char = (
        draw(st.integers(0, len(first))),
        draw(st.integers(0, len(second))),
        draw(st.sampled_from(ALPHABET)),
    )
    return draw(
        st.sampled_from(
            [
                first[:start] + second[end:],
                first[:start] + char + first[start:],
                first[:start] + char + first[start + 1 :],
            ]
        )
    )


@settings(max_examples=1000)
@given(texts | sentences | mutants())
@example("±第1位")
@example("一-3")
@example("三年以上不满五年")
@example("超过205人（隐含不足305人）")
@example("百分之")
@example("零下-5度")
def test_reads_or_refuses_and_nothing_else(text: str) -> None:
    """Any text reads to something that is written and read again to the same, or is refused at a place inside it."""
    quantity = read(text)
    if isinstance(quantity, ParseError):
        assert 0 <= quantity.at <= len(text)
    else:
        assert parse(str(quantity)).exact_eq(quantity)


CONTEXTS = [
    decimal.Context(prec=1, rounding=decimal.ROUND_UP),
    decimal.Context(prec=3, traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation, decimal.Subnormal]),
    decimal.Context(prec=2, Emax=1, Emin=-1, traps=[decimal.Overflow, decimal.Underflow, decimal.InvalidOperation]),
]


@given(sentences, st.sampled_from(CONTEXTS))
@example("146.372公顷", CONTEXTS[1])
@example("三百六十多亿", CONTEXTS[2])
@example("68.84万至1/3", CONTEXTS[0])
def test_the_decimal_context_never_matters(text: str, context: decimal.Context) -> None:
    """A caller's precision, limits and traps change nothing."""

    def outcome() -> str:
        try:
            quantity = parse(text)
        except ParseError as error:
            return str(error)
        return f"{quantity!r} {quantity} {quantity:en} {hash(quantity) == hash(parse(text))}"

    expected = outcome()
    with decimal.localcontext(context):
        assert outcome() == expected


@given(numbers, st.sampled_from(Style), st.sampled_from(CONTEXTS))
@example(Decimal("123456789.75"), Style.WAN, CONTEXTS[1])
def test_the_decimal_context_never_matters_for_writing(
    number: Decimal | Fraction, style: Style, context: decimal.Context
) -> None:
    """Numerals are written, and quantities calculated, alike under any context."""

    def outcome() -> str:
        try:
            text = write_numeral(number, style)
        except ValueError as error:
            text = str(error)
        quantity = Quantity(number, unit("minute"))
        total = quantity + quantity.to("hour") * Fraction(1, 3) - quantity / 7
        return f"{text} {total!r} {total <= quantity} {quantity.contains(number)} {quantity.magnitude('day')}"

    expected = outcome()
    with decimal.localcontext(context):
        assert outcome() == expected


@every(ACCEPTED)
def test_the_decimal_context_never_matters_for_the_table(row: dict[str, str]) -> None:
    """The table reads the same under a hostile context."""
    expected = repr(parse(row["text"]))
    for context in CONTEXTS:
        with decimal.localcontext(context):
            assert repr(parse(row["text"])) == expected


def steps(work: Callable[[], object]) -> int:
    """Return how many lines of Python a call runs."""
    count = 0

    def trace(_frame: FrameType, event: str, _arg: Any) -> Callable[..., Any]:  # noqa: ANN401 (as sys.settrace asks)
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def attempt(text: str) -> None:
    """Parse a text, whatever comes of it."""
    try:
        parse(text)
    except ParseError:
        return


FAMILIES = [
    "五",
    "1",
    "1,",
    "1.",
    "1 ",
    "一",
    "一百",
    "十",
    "万",
    "亿",
    "几",
    "多",
    "约",
    "超过",
    "3天",
    "3至",
    "3个",
    "1小时",
    "百分之",
    "一分之",
    "3年以上",
    "负",
]
FAMILIES += [
    "（含）",
    "（不含",
    "以上",
    "零",
    "1/",
    "第",
    "翻",
    "半",
    "近三成",
    "3成",
    "元",
    "人民币",
    "±",
    "1千",
    "一千",
    "3个半",
    "3元5角",
    "零下",
    "兆",
    "1兆",
    "万点五",
    "2个亿",
    "百把",
    "3人和",
    "3人（含）-",
    "3人至不足",
    "2½",
    "1又1/",
    "负的",
    "一到三百",
]


@every(FAMILIES)
def test_work_is_linear_in_the_length(family: str) -> None:
    """Ten times the text costs at most ten times the steps, and a constant."""
    attempt(family)
    for head in ("", "三点", "1亿"):
        attempt(head + family * 5000)
    short, long = steps(lambda: attempt(family * 100)), steps(lambda: attempt(family * 1000))
    assert long <= 12 * short + 500
