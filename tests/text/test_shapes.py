"""A figure read from its shape is what the grammar reads in it, whatever its number is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zjreform.quantity.parsing import figure_at
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import aliases
from zjreform.text.scanning.short.shapes import by_itself

WHOLES = st.integers(0, 10**7).map(str) | st.sampled_from(["1,234", "12,345,678", "1998", "2020", "007"])
NUMBERS = st.one_of(
    WHOLES,
    st.tuples(st.integers(0, 9999), st.integers(0, 999)).map(lambda parts: f"{parts[0]}.{parts[1]}"),
    st.sampled_from(
        [
            "一",
            "两",
            "三",
            "十",
            "十一",
            "二十五",
            "一百零三",
            "三千",
            "五千六百",
            "一万",
            "三百万",
            "半",
            "几",
            "三点五",
        ]
    ),
)
BEFORE = st.sampled_from(["", "约", "近", "不超过", "至少", "高达"])
SCALES = st.sampled_from(["", "百", "千", "万", "亿", "万亿"])
UNITS = st.sampled_from(sorted(aliases()))
BEHIND = st.sampled_from(["", "以上", "以下", "以内", "左右", "内", "多"])


def grammar(surface: str) -> Quantity | None:
    """Return what the grammar reads in the whole of a figure."""
    found = figure_at(surface, 0)
    return found[0] if found is not None and found[1] == len(surface) else None


@given(NUMBERS, NUMBERS, BEFORE, SCALES, UNITS, BEHIND)
@example("10", "11", "近", "", "折", "以上")
@example("五", "三", "", "", "伏", "以上")
@example("二", "十五", "", "", "人民币", "内")
@example("三", "一", "", "", "批", "以内")
@example("15", "2000", "", "", "年", "")
def test_a_shape_holds_for_every_number(
    first: str, second: str, before: str, scale: str, unit: str, behind: str
) -> None:
    """The second number is read in the shape that the first one tells."""
    for number in (first, second):
        surface = f"{before}{number}{scale}{unit}{behind}"
        assert repr(by_itself(surface)) == repr(grammar(surface))


PAIRS = st.tuples(NUMBERS, NUMBERS)
BESIDE = st.tuples(BEFORE, SCALES, UNITS, st.sampled_from(["至", "到", "—", "~", "以上"]), BEHIND, st.booleans())


@given(PAIRS, PAIRS, BESIDE)
@example(("33", "40"), ("33", "4000"), ("", "", "年", "以上", "以下", True))
@example(("三", "五"), ("三", "五百"), ("", "", "元", "至", "", False))
@example(("5", "10"), ("10", "5"), ("", "万", "元", "—", "", False))
def test_a_shape_of_two_ends_holds_for_all_numbers(
    first: tuple[str, str], second: tuple[str, str], beside: tuple[str, str, str, str, str, bool]
) -> None:
    """The second pair is read in the shape that the first one tells, whether the unit stands once or twice."""
    before, scale, unit, joint, behind, twice = beside
    for low, high in (first, second):
        left = f"{low}{scale}{unit}" if twice else low
        surface = f"{before}{left}{joint}{high}{scale}{unit}{behind}"
        assert repr(by_itself(surface)) == repr(grammar(surface))


TIMES = st.sampled_from(["年", "个月", "周", "天", "小时", "分钟", "秒", "分", "刻钟", "个工作日"])


@given(PAIRS, PAIRS, st.tuples(BEFORE, TIMES, TIMES, BEHIND))
@example(("三", "六"), ("三", "十二"), ("", "年", "个月", ""))
@example(("3", "25"), ("3", "60"), ("", "小时", "分钟", ""))
@example(("3", "6"), ("3", "6.5"), ("", "年", "个月", "以上"))
@example(("2", "4"), ("1998", "4"), ("", "年", "个月", ""))
def test_a_time_in_two_units_holds_for_all_numbers(
    first: tuple[str, str], second: tuple[str, str], beside: tuple[str, str, str, str]
) -> None:
    """The smaller unit is counted up to the larger one; what lies above is left to the grammar."""
    before, above, below, behind = beside
    for whole, part in (first, second):
        surface = f"{before}{whole}{above}{part}{below}{behind}"
        assert repr(by_itself(surface)) == repr(grammar(surface))


@given(PAIRS, PAIRS, st.sampled_from(["分之", "∶", ":", "比"]), BEHIND)
@example(("四", "二"), ("五", "三"), "分之", "")
@example(("12", "3"), ("7", "3"), "∶", "")
def test_parts_and_ratios_hold_for_all_numbers(
    first: tuple[str, str], second: tuple[str, str], between: str, behind: str
) -> None:
    """One number over another is divided each time."""
    for one, other in (first, second):
        surface = f"{one}{between}{other}{behind}"
        assert repr(by_itself(surface)) == repr(grammar(surface))


@pytest.mark.parametrize(
    ("surface", "why"),
    [
        ("3年5", "a number behind the figure"),
        ("0.0", "no unit and no number"),
        ("11折", "more than ten tenths"),
        ("三伏", "the dog days"),
        ("约", "no number at all"),
    ],
)
def test_what_is_no_figure_is_none_by_itself(surface: str, why: str) -> None:
    """What the grammar refuses has no shape."""
    assert repr(by_itself(surface)) == repr(grammar(surface)), why
