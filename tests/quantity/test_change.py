"""Changes carry the bounds of both sides, and say nothing where the bounds say nothing."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import quantities

from zjreform.errors import BasisError, DimensionError, ParseError, UnknownValueError
from zjreform.quantity.bounds import Bound
from zjreform.quantity.change import Change, Sense
from zjreform.quantity.intervals import Claim, claim_of, divided, interval
from zjreform.quantity.numbers import exact
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import unit

PAIRS = [
    # before, after, absolute, relative, factor
    ("200多个工作日", "86个工作日内", "不足-114个工作日", "不足-57%", "不足0.43倍"),
    ("8个工作日", "1个工作日", "-7个工作日", "-87.5%", "0.125倍"),
    ("1天", "5分钟", "-287/288天", "-7175/72%", None),
    ("10件", "15件以上", "5件以上", "50%以上", "1.5倍以上"),
    ("10件", "不到15件", "不足5件", "不足50%", "不足1.5倍"),
    ("10件以下", "20件", "10件以上", "100%以上", "2倍以上"),
    ("10件以下", "5件以下", None, None, None),
    ("10件以上", "20件以上", None, None, None),
    ("约10件", "15件", "约5件", "约50%", "约1.5倍"),
    ("10至20件", "5件", "-15至-5件", "-75%至-50%", "0.25至0.5倍"),
    ("约10至20件", "40件", "约20至30件", "约100%至300%", "约2至4倍"),
    ("近10件", "20件", "超过10件", "超过100%", "超过2倍"),
    ("60%", "85%", "25个百分点", None, None),
    ("0件", "5件", "5件", None, None),
    ("5件", "0件", "-5件", "-100%", "0倍"),
    ("20℃", "25℃", "5℃", None, None),
    ("第52位", "第50位", None, None, None),
    ("3年", "6个月", "-2.5年", "-250/3%", None),
]


def text(quantity: Quantity | None) -> str | None:
    """Return the canonical spelling."""
    return None if quantity is None else str(quantity)


@pytest.mark.parametrize(("before", "after", "absolute", "relative", "factor"), PAIRS)
def test_from_one_to_another(
    before: str, after: str, absolute: str | None, relative: str | None, factor: str | None
) -> None:
    """The difference and the ratio of two claims are claims, or nothing."""
    change = Change(parse(before), parse(after))
    if not before.startswith("第"):
        assert change.absolute == (None if absolute is None else parse(absolute))
    if relative is not None or "%" not in before:
        assert change.relative == (None if relative is None else parse(relative))
    if factor is not None:
        assert change.factor == parse(factor)
        assert change.decrease == -change.relative if change.relative else change.decrease is None


STATED = [
    # stated, sense, absolute, relative, factor, ill-formed
    ("3倍", Sense.INCREASE, None, "300%", "4倍", False),
    ("3倍", Sense.LEVEL, None, "200%", "3倍", False),
    ("两倍", Sense.DECREASE, None, None, None, True),
    ("0.5倍", Sense.DECREASE, None, "-50%", "0.5倍", False),
    ("翻两番", Sense.LEVEL, None, "300%", "4倍", False),
    ("30%", Sense.INCREASE, None, "30%", "1.3倍", False),
    ("30%以上", Sense.DECREASE, None, "不超过-30%", "不超过0.7倍", False),
    ("八折", Sense.LEVEL, None, "-20%", "0.8倍", False),
    ("120%", Sense.DECREASE, None, None, None, True),
    ("5件", Sense.INCREASE, "5件", None, None, False),
    ("5件以上", Sense.DECREASE, "不超过-5件", None, None, False),
    ("5件", Sense.LEVEL, None, None, None, False),
    ("2.3个百分点", Sense.INCREASE, "2.3个百分点", None, None, False),
]


@pytest.mark.parametrize(("stated", "sense", "absolute", "relative", "factor", "ill_formed"), STATED)
def test_as_stated(
    stated: str, sense: Sense, absolute: str | None, relative: str | None, factor: str | None, *, ill_formed: bool
) -> None:
    """By n times, of n times and n 番 differ; a fall by n times has no level."""
    change = Change(stated=parse(stated), sense=sense)
    expected = [None if each is None else parse(each) for each in (absolute, relative, factor)]
    assert [change.absolute, change.relative, change.factor] == expected
    assert change.ill_formed is ill_formed


def test_what_is_stated_never_outweighs_both_ends() -> None:
    """With both ends given, they decide; what the text states stays beside them."""
    change = Change(parse("10件"), parse("15件"), stated=parse("30%"), sense=Sense.INCREASE)
    assert text(change.relative) == "50%"
    assert text(change.stated) == "30%"
    assert not change.ill_formed


def test_one_end_alone_has_no_change() -> None:
    """Only the level after is known: no difference, no ratio."""
    change = Change(after=parse("5件"))
    assert (change.absolute, change.relative, change.factor, change.decrease) == (None, None, None, None)


@pytest.mark.parametrize(
    ("ends", "error", "match"),
    [
        ({}, ValueError, "needs a quantity"),
        ({"stated": parse("3倍")}, ValueError, "go together"),
        ({"before": parse("3天"), "sense": Sense.LEVEL}, ValueError, "go together"),
        ({"before": parse("3天"), "after": parse("5件")}, DimensionError, "count"),
        ({"before": parse("3天"), "after": parse("5个工作日")}, BasisError, "working-day rule"),
        ({"before": 100, "after": parse("3天")}, TypeError, "expected a figure string or a quantity, got 100"),
        ({"stated": parse("3倍"), "sense": "up"}, LookupError, "no sense is called 'up'"),
    ],
)
def test_refuses(ends: dict[str, object], error: type[Exception], match: str) -> None:
    """A change of nothing, or between unlike things, is none."""
    with pytest.raises(error, match=re.escape(match)):
        Change(**ends)  # type: ignore[arg-type]


ITEMS = quantities(st.just(unit("件"))).filter(lambda each: each.value >= 0)


@given(ITEMS, ITEMS, st.integers(0, 50), st.integers(1, 50))
def test_changes_hold_for_every_number_allowed(before: Quantity, after: Quantity, high: int, low: int) -> None:
    """Numbers that both claims allow differ, and divide, as the change says."""
    change = Change(before, after)
    if not (before.contains(low) and after.contains(high)):
        return
    difference, quotient = change.absolute, change.factor
    assert difference is None or difference.contains(high - low) is not False
    assert quotient is None or quotient.contains(exact(Fraction(high, low))) is not False


@given(ITEMS)
def test_a_claim_is_that_of_its_interval(quantity: Quantity) -> None:
    """From claim to interval and back loses only what about and nearly say."""
    claim = Claim(Fraction(quantity.value), quantity.bound)
    again = claim_of(interval(claim))
    if claim.bound is Bound.ABOUT:
        assert again is None
    elif claim.bound is not Bound.NEARLY:
        assert again == claim
    assert divided(claim, Claim(Fraction(0))) is None


def test_a_change_takes_texts() -> None:
    """As ``days`` does; what is neither text nor quantity is named."""
    assert Change("8天", "1天") == Change(parse("8天"), parse("1天"))
    assert Change(stated="3倍", sense="increase") == Change(stated=parse("3倍"), sense=Sense.INCREASE)
    with pytest.raises(TypeError, match=r"^expected a figure string or a quantity, got 1$"):
        Change(1, 2)  # type: ignore[arg-type]
    with pytest.raises(ParseError, match="天天"):
        Change("天天", "1天")
    with pytest.raises(
        UnknownValueError, match=r"no sense is called 'up'\. There are 'level', 'increase' and 'decrease'"
    ):
        Change(stated="3倍", sense="up")
