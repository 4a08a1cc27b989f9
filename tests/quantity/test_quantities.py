"""Laws of quantities: bounds, equality, order, conversion, arithmetic, writing."""

import pickle
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tests.strategies import numbers, quantities, unit_of

from zjreform.errors import BasisError, BoundError, DimensionError, UnknownValueError
from zjreform.quantity.bounds import Bound, joined
from zjreform.quantity.likeness import claim_key
from zjreform.quantity.numbers import exact, number_text
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension, Unit, aliases, multiple, rate, unit, unit_at, units
from zjreform.words.edges import continuations

TIMES = unit_of(Dimension.DURATION).filter(lambda each: each.base == "day")
DAYS = quantities(st.just(unit("day")))


@given(quantities())
@example(Quantity(Decimal(205), unit("人"), Bound.OVER, implied_high=Decimal(305)))
@example(Quantity(Decimal(2000), unit("year")))
@example(Quantity(Decimal(-1000), unit("year")))
@example(Quantity(Decimal(15), unit("zhe")))
@example(Quantity(Decimal(-11), unit("zhe")))
@example(Quantity(Decimal(9), unit("zhe"), Bound.OVER, implied_high=Decimal(11)))
def test_canonical_spelling_reads_back(quantity: Quantity) -> None:
    """The canonical spelling of any quantity, in either script, is read to the same claim, and as stated where % is not involved."""
    for text in (str(quantity), f"{quantity:zh}", f"{quantity:hant}"):
        found = parse(text)
        assert found == quantity
        assert found.exact_eq(quantity if quantity.dimension is not Dimension.PERCENT else quantity.to("%"))


@given(quantities())
def test_stored_parts_give_the_quantity_back(quantity: Quantity) -> None:
    """What a file holds of a quantity makes the same one, as does pickling."""
    again = Quantity.from_parts(
        number_text(quantity.value),
        quantity.unit.code,
        quantity.bound.value,
        upper=None if quantity.upper is None else number_text(quantity.upper),
        upper_open=quantity.upper_open,
        lower_open=quantity.lower_open,
        implied_high=None if quantity.implied_high is None else number_text(quantity.implied_high),
    )
    assert again.exact_eq(quantity)
    assert pickle.loads(pickle.dumps(quantity)).exact_eq(quantity)  # noqa: S301 (our own bytes)


@given(quantities(), numbers)
def test_contains_agrees_with_low_and_high(quantity: Quantity, number: Decimal | Fraction) -> None:
    """An interval contains what lies between its ends; about never says, nearly only excludes."""
    low, high, answer = quantity.low, quantity.high, quantity.contains(number)
    if quantity.bound is Bound.ABOUT:
        assert (low, high, answer) == (None, None, None)
        return
    above = high is not None and (number > high or (quantity.high_open and number == high))
    below = low is not None and (number < low or (quantity.low_open and number == low))
    if quantity.bound is Bound.NEARLY:
        assert answer is (False if above else None)
    else:
        assert answer is not (above or below)


@given(quantities(), numbers, numbers)
def test_bounds_are_monotone(quantity: Quantity, first: Decimal | Fraction, second: Decimal | Fraction) -> None:
    """What lies between two numbers that a claim allows is allowed too."""
    between = exact((Fraction(first) + Fraction(second)) / 2)
    if quantity.contains(first) and quantity.contains(second):
        assert quantity.contains(between)


@given(numbers, numbers, st.sampled_from(["个", "day"]))
def test_stronger_words_allow_less(first: Decimal | Fraction, number: Decimal | Fraction, code: str) -> None:
    """Over is at least without the number; under is at most without it; exact lies in both that include it."""
    claims = {bound: Quantity(first, unit(code), bound).contains(number) for bound in Bound}
    assert claims[Bound.OVER] is (claims[Bound.AT_LEAST] and number != first)
    assert claims[Bound.UNDER] is (claims[Bound.AT_MOST] and number != first)
    assert claims[Bound.EXACT] is (claims[Bound.AT_LEAST] and claims[Bound.AT_MOST])


@given(quantities(), st.data())
def test_conversion_there_and_back_is_exact(quantity: Quantity, data: st.DataObject) -> None:
    """Any unit of the same base and back gives the same statement; on the way the claim stays equal, and so does its hash."""
    into = data.draw(st.sampled_from([each for each in units().values() if each.base == quantity.unit.base]))
    away = quantity.to(into)
    assert away.unit == into
    assert away == quantity
    assert hash(away) == hash(quantity)
    assert away.to(quantity.unit).exact_eq(quantity)


@given(quantities(TIMES), quantities(TIMES), quantities(TIMES))
def test_equality_is_an_equivalence(first: Quantity, second: Quantity, third: Quantity) -> None:
    """Equality is reflexive, symmetric and transitive, and equal claims hash alike."""
    assert first == first.to("minute")
    assert (first == second) is (second == first)
    assert not (first == second and second == third) or first == third
    assert first != second or hash(first) == hash(second)
    assert first != "3天"


def outcome(work: Callable[[], Quantity]) -> Quantity | None:
    """Return what a calculation gives, ``None`` where the bounds say nothing."""
    try:
        return work()
    except BoundError:
        return None


@given(quantities(TIMES), quantities(TIMES), quantities(TIMES))
@example(parse("约0毫秒"), parse("近0毫秒"), parse("0至1毫秒"))
@example(parse("约0毫秒"), parse("0毫秒以内"), parse("0至1毫秒"))
@example(parse("约1天"), parse("2天多"), parse("0至1天"))
def test_addition_is_associative_and_commutative(first: Quantity, second: Quantity, third: Quantity) -> None:
    """Within a base the order of a sum does not matter, wherever both orders are decided."""
    left, right = outcome(lambda: (first + second) + third), outcome(lambda: first + (second + third))
    assert left is None or right is None or left == right
    assert outcome(lambda: first + second) == outcome(lambda: second + first)


@given(DAYS, DAYS, st.integers(-100, 100), st.integers(-100, 100))
def test_sums_contain_the_sums(first: Quantity, second: Quantity, one: int, two: int) -> None:
    """Numbers that two claims allow add up to one that the sum allows."""
    total = outcome(lambda: first + second)
    assume(total is not None)
    if total is not None and first.contains(one) and second.contains(two):
        assert total.contains(one + two)


@given(DAYS, st.integers(-5, 5), st.integers(-100, 100))
def test_multiples_contain_the_multiples(quantity: Quantity, factor: int, number: int) -> None:
    """A number that a claim allows, times a factor, is allowed by the multiple; dividing goes back."""
    if quantity.contains(number):
        assert (quantity * factor).contains(number * factor)
    if factor > 0:
        assert (quantity * factor / factor).exact_eq(quantity)
        assert (factor * quantity) == quantity * factor


@given(DAYS, DAYS, numbers, numbers)
def test_order_holds_for_every_number_allowed(first: Quantity, second: Quantity, one: Decimal, two: Decimal) -> None:
    """Where an order is decided, it is that of all numbers the claims allow; strict and not strict agree."""
    try:
        below = first < second
    except BoundError:
        return
    assert (second > first) is below
    if first.contains(one) and second.contains(two):
        assert (one < two) is below
    if below:
        assert first <= second
        assert second >= first


def test_order_is_refused_where_bounds_do_not_decide() -> None:
    """Over 200 may be less or more than 201; equal ends decide <= but exact equals are not <."""
    with pytest.raises(BoundError, match="200"):
        _ = parse("200多个") < parse("201个")
    assert parse("3天") <= parse("3天")
    assert not parse("3天") < parse("3天")
    assert parse("不到3天") < parse("3天以上")
    assert parse("3天以内") <= parse("3天以上")
    assert not parse("5天以上") <= parse("3天")


@given(st.lists(quantities(), max_size=6))
def test_sort_key_orders_anything(many: list[Quantity]) -> None:
    """Any quantities sort, those of one base by their number."""
    ordered = sorted(many, key=Quantity.sort_key)
    assert (
        sorted(ordered, key=Quantity.sort_key, reverse=True)[::-1] == sorted(ordered, key=Quantity.sort_key)
        or len(many) > 1
    )
    for one, two in pairwise(ordered):
        assert one.unit.base != two.unit.base or one.to(two.unit).value <= two.value


@pytest.mark.parametrize(
    ("work", "error", "match"),
    [
        (lambda: parse("3天") + parse("5件"), DimensionError, "duration"),
        (lambda: parse("5件") + parse("5人"), BasisError, "件"),
        (lambda: parse("3天") + parse("3个工作日"), BasisError, "working-day rule"),
        (lambda: parse("3个月").to("day"), BasisError, "rule"),
        (lambda: parse("3元") + parse("3美元"), BasisError, "exchange rate"),
        (lambda: parse("3天").to("公里"), DimensionError, "duration"),
        (lambda: parse("3天").to("龘"), UnknownValueError, "龘"),
        (lambda: parse("3天以上") + parse("3天以内"), BoundError, "end of the sum"),
        (lambda: parse("3至5天").magnitude(), BoundError, "one number"),
        (lambda: parse("3天").contains(parse("3至5天")), BoundError, "one number"),
        (lambda: parse("3天").contains(0.5), TypeError, "0.5"),  # type: ignore[arg-type]
        (lambda: parse("3天").contains(parse("5件")), DimensionError, "count"),
        (lambda: parse("3天").relative_to(parse("0天")), BoundError, "share"),
        (lambda: parse("3天").relative_to(parse("5件")), DimensionError, "duration"),
        (lambda: parse("3天") * 0.5, TypeError, "float"),  # type: ignore[operator]
        (lambda: parse("3天") / 0.5, TypeError, "float"),  # type: ignore[operator]
        (lambda: parse("3天") + 3, TypeError, "int"),  # type: ignore[operator]
        (lambda: parse("3天") - 3, TypeError, "int"),  # type: ignore[operator]
        (lambda: parse("3天") < 3, TypeError, "int"),  # type: ignore[operator]
        (lambda: parse("3天") <= 3, TypeError, "int"),  # type: ignore[operator]
        (lambda: parse("3天") > 3, TypeError, "int"),  # type: ignore[operator]
        (lambda: parse("3天") >= 3, TypeError, "int"),  # type: ignore[operator]
        (lambda: parse("3天") / 0, ZeroDivisionError, "Fraction(1, 0)"),
        (lambda: parse("3天") * Decimal("NaN"), ValueError, "NaN"),
        (lambda: parse("3天") / Decimal("-Infinity"), ValueError, "-Infinity"),
        (lambda: parse("3天").contains(Decimal("sNaN")), ValueError, "sNaN"),
        (lambda: parse("3天以上").contains(Decimal("Infinity")), ValueError, "Infinity"),
        (lambda: f"{parse('3天'):fr}", ValueError, "'fr'"),
    ],
)
def test_refuses_what_is_undefined(work: Callable[[], object], error: type[Exception], match: str) -> None:
    """Whatever has no meaning is an error that names both sides."""
    with pytest.raises(error, match=re.escape(match)):
        work()


@pytest.mark.parametrize(
    ("changes", "error", "match"),
    [
        ({"value": 3}, TypeError, "value must be a Decimal"),
        ({"value": 0.5}, TypeError, "0.5"),
        ({"value": Decimal("NaN")}, ValueError, "finite"),
        ({"value": Decimal("Infinity")}, ValueError, "finite"),
        ({"value": Fraction(1, 2)}, ValueError, "where the decimal ends"),
        ({"value": Decimal("1E+3000000")}, ValueError, "38 digits"),
        ({"unit": "day"}, TypeError, "unit must be a Unit"),
        ({"bound": "exact"}, TypeError, "bound must be a Bound"),
        ({"upper": Decimal(2)}, ValueError, "above value"),
        ({"upper": Decimal(3)}, ValueError, "above value"),
        ({"upper": 5}, TypeError, "upper must be a Decimal"),
        ({"upper_open": True}, ValueError, "needs an upper end"),
        ({"lower_open": True}, ValueError, "needs an upper end"),
        ({"upper": Decimal(5), "upper_open": 1}, TypeError, "bool"),
        ({"upper": Decimal(5), "bound": Bound.NEARLY}, ValueError, "nearly"),
        ({"upper": Decimal(5), "upper_open": True, "bound": Bound.OVER}, ValueError, "open ends"),
        ({"implied_high": Decimal(5)}, ValueError, "implied_high"),
        ({"implied_high": Decimal(2), "bound": Bound.OVER}, ValueError, "implied_high"),
        ({"implied_high": 5, "bound": Bound.OVER}, TypeError, "implied_high"),
    ],
)
def test_an_invalid_quantity_is_never_made(changes: dict[str, object], error: type[Exception], match: str) -> None:
    """The constructor refuses wrong types and contradictions, and names the field."""
    fields: dict[str, object] = {"value": Decimal(3), "unit": unit("day"), **changes}
    with pytest.raises(error, match=re.escape(match)):
        Quantity(**fields)  # type: ignore[arg-type]


def test_is_immutable() -> None:
    """A quantity cannot be changed once made."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError, match="can't set attribute"):
        parse("3天").value = Decimal(5)  # type: ignore[misc]


@given(quantities(), quantities())
def test_equality_and_hash_are_those_of_the_claims_in_base_units(first: Quantity, second: Quantity) -> None:
    assert (first == second) is (claim_key(first) == claim_key(second))
    into = next((one for one in units().values() if one.base == first.unit.base and one is not first.unit), first.unit)
    assert first == first.to(into)
    assert hash(first) == hash(first.to(into))


@given(quantities())
def test_a_quantity_travels_as_it_is_and_its_unit_stays_the_one_of_the_table(quantity: Quantity) -> None:
    travelled = pickle.loads(pickle.dumps(quantity))  # noqa: S301
    assert travelled.exact_eq(quantity)
    assert travelled.unit is quantity.unit
    assert type(travelled.value) is type(quantity.value)


def test_a_unit_of_someones_own_travels_by_value() -> None:
    thaler = attrs.evolve(unit("元"), code="thaler", base="thaler")
    for own in (thaler, rate(thaler, unit("天"))):
        assert pickle.loads(pickle.dumps(Quantity(Decimal(3), own))).unit == own  # noqa: S301


def test_equality_is_by_claim_not_by_spelling() -> None:
    """Equal claims in other words and units are equal; other claims are not."""
    assert parse("60分钟") == parse("1小时")
    assert parse("五成") == parse("50%") == parse("百分之五十")
    assert parse("超过200个") == parse("200多个")
    assert not parse("超过200个").exact_eq(parse("200多个"))
    assert parse("近200个") != parse("不足200个")
    assert parse("约200个") != parse("200个")
    assert parse("200件") != parse("200个")
    assert parse("5") != parse("5%")
    assert len({parse("60分钟"), parse("1小时"), parse("十五日"), parse("15天")}) == 2


def test_shares_and_negatives() -> None:
    """Shares carry bounds; differences turn them round."""
    assert parse("3天").relative_to(parse("8天")) == parse("37.5%")
    assert parse("86天以内").relative_to(parse("200多天")) == parse("不足43%")
    assert parse("5天") - parse("3天以内") == parse("2天以上")
    assert parse("5天") - parse("近3天") == parse("超过2天")
    assert -parse("3至5天") == parse("-5至-3天")
    assert parse("约3天") + parse("5天") == parse("约8天")
    assert parse("约3天") + parse("近5天") == parse("约8天")
    assert parse("约3天") + parse("2至4天") == parse("约5至7天")
    assert parse("约3天") + parse("2天多") == parse("约5至6天")
    assert parse("约3至5天") * -1 == parse("约-5至-3天")
    assert (parse("200多个") + parse("5个")).implied_high == Decimal(305)
    assert parse("近3天") + parse("2天") == parse("近5天")
    assert parse("3天") + parse("2小时") == parse("74小时")


@pytest.mark.parametrize("text", ["5天以上", "5天以内", "超过5天", "不到5天", "10至20天以上"])
def test_about_with_one_end_says_nothing(text: str) -> None:
    """About 3 days and at least 5 days may be any number: around nothing, above nothing."""
    with pytest.raises(BoundError, match="an end of the sum"):
        parse("约3天") + parse(text)
    with pytest.raises(BoundError, match="a share"):
        parse("约3天").relative_to(parse(text))


ENGLISH = [
    ("120余万次", "over 1,200,000 and under 1,300,000 times (implied)"),
    ("70%以上", "at least 70%"),
    ("1件", "1 piece"),
    ("近80%", "nearly 80%"),
    ("约3至5天", "about 3 to 5 days"),
    ("不超过50分钟", "at most 50 minutes"),
    ("不足5人", "under 5 people"),
    ("超过三年不满五年", "over 3 and under 5 years"),
    ("超过三年不超过五年", "over 3 and at most 5 years"),
    ("三年以上不满五年", "3 to under 5 years"),
    ("第52位", "rank 52"),
    ("HK$1,000", "HKD 1,000"),
    ("3倍", "3-fold"),
    ("1/3", "1/3"),
    ("3.5元/立方米", "3.5 yuan per cubic metre"),
    ("42", "42"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_writes_english(text: str, expected: str) -> None:
    """The English form names bound, number and unit."""
    assert f"{parse(text):en}" == expected


@given(quantities())
def test_english_and_repr_never_fail(quantity: Quantity) -> None:
    """Any quantity has an English form and a repr that show its number."""
    assert f"{quantity:en}".strip()
    assert number_text(quantity.value) in repr(quantity)


@given(st.sampled_from(Bound), st.sampled_from(Bound))
def test_joined_bounds(before: Bound, after: Bound) -> None:
    """About wins, equal words stay, opposite words contradict; the outcome is never stronger than both."""
    found = joined(before, after)
    assert (found is None) is (joined(after, before) is None)
    if before is after or Bound.EXACT in (before, after):
        assert found in (before, after)
    elif Bound.ABOUT in (before, after):
        assert found is Bound.ABOUT


def test_units_table_holds_together() -> None:
    """Codes and spellings are unique; each base is a unit of factor 1; factors are positive and dimensions agree within a base."""
    spelt: dict[str, Unit] = {}
    for each in units().values():
        base = units()[each.base]
        assert base.factor == 1
        assert base.dimension is each.dimension
        assert each.factor > 0
        assert each.en or not each.code or each.code == "rank"
        for name in {each.zh, *each.aliases} - {""}:
            assert spelt.setdefault(name, each) is each or {spelt[name].code, each.code} == {"rank", "位"}
    assert {each.dimension for each in units().values()} >= set(Dimension) - {Dimension.RATE, Dimension.RATIO}


def test_continuations_stand_behind_spellings() -> None:
    """Each belongs to a spelling of the table, is folded, and none is the rest of a longer spelling, which would never be read."""
    for spelling in continuations():
        assert spelling in aliases() or spelling == "大"
        longer = [other for other in aliases() if other != spelling and other.startswith(spelling)]
        assert not [other for other in longer if unit_at(other, 0) != (aliases()[other], len(other))]


def test_units_by_code_and_spelling() -> None:
    """A unit is found by code or spelling in either script; a rate is composed; anything else is an error with close names."""
    assert unit("個工作日") is unit("workday") is unit("工作日")
    assert unit("yuan/m2") is rate(unit("元"), unit("平方米"))
    assert unit("yuan/人·day") is rate(unit("元"), unit("人"), unit("天"))
    assert unit("L/100km") is rate(unit("升"), multiple(unit("公里"), 100))
    assert unit("kg/t·km").base == "kg/t·km"
    assert unit("件").base == "件"
    with pytest.raises(UnknownValueError, match="workday"):
        unit("workdays")
