"""Hypothesis strategies shared by the tests: numbers, units and quantities, and texts that reach the grammar."""

from decimal import Decimal
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from zjreform.fold import fold_table
from zjreform.quantity.bound_words import bounds_before, bounds_behind
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import exact
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension, Unit, units

ALPHABET = (
    "0123456789０１２三五两二一四七九八六十百千万亿萬億零〇廿壹贰拾几数多余餘来半成折分之点點.,，%％‰±-—~～至到以上下内及或含不（）()"
    "约近超过逾满未达足到低于少于至最最高起封顶为限左右个個件次人家户天日月年周小时工作日分钟秒元角块亩平方米公里吨公顷岁级第位名倍翻番番"
    "HK$US€人民币港币/每 \n的。，、abc"
)
"""Characters that figure strings are made of, in both scripts and widths, and a few that end them."""

texts = st.text(ALPHABET, max_size=64)
"""Texts that reach the grammar."""

_WORDS = "百分之 分之 个月 小时 工作日 人次 （不含 （含） 个 年 天 元 角 % 倍 至 — 几 多 余 半 成 十 百 三 两 五 万 亿 ） . , 第 位 翻"
fragments = st.sampled_from([*bounds_before(), *bounds_behind(), *"0123456789", *_WORDS.split()])
sentences = st.lists(fragments, max_size=12).map("".join).filter(lambda text: len(text) <= 64)
"""Texts put together from whole words of the grammar, which get further into it than single characters do."""

whole_numbers = st.integers(0, 10**16 - 1) | st.integers(0, 16).map(lambda power: 10**power - 1)
"""Numbers that Chinese numerals can write."""

_digits = st.integers(-(10**12), 10**12)
decimals = st.builds(lambda digits, places: exact(Fraction(digits, 10**places)), _digits, st.integers(0, 6))
fractions = st.builds(
    lambda over, under: exact(Fraction(over, under)), st.integers(-(10**6), 10**6), st.integers(1, 10**4)
)
numbers = decimals | fractions
"""Numbers as quantities hold them."""


def unit_of(dimension: Dimension | None = None) -> st.SearchStrategy[Unit]:
    """Return a strategy of units, of one dimension if it is named."""
    return st.sampled_from([each for each in units().values() if dimension is None or each.dimension is dimension])


@st.composite
def quantities(draw: st.DrawFn, unit: st.SearchStrategy[Unit] | None = None) -> Quantity:
    """Draw a valid quantity; ranks and grades are positive whole numbers, as texts state them."""
    into = draw(unit_of() if unit is None else unit)
    low = draw(st.integers(1, 9999).map(Decimal) if into.dimension is Dimension.RANK else numbers)
    bound = draw(st.sampled_from(Bound))
    form = draw(st.sampled_from(["one", "range", "implied"]))
    above = exact(Fraction(low) + Fraction(draw(st.integers(1, 10**6)), draw(st.sampled_from([1, 10]))))
    if into.dimension is Dimension.RANK:
        above = low + draw(st.integers(1, 99))
    if form == "range" and bound is not Bound.NEARLY:
        opens = st.booleans() if bound is Bound.EXACT else st.just(value=False)
        return Quantity(low, into, bound, upper=above, lower_open=draw(opens), upper_open=draw(opens))
    if form == "implied" and bound is Bound.OVER:
        return Quantity(low, into, bound, implied_high=above)
    return Quantity(low, into, bound)


@cache
def variants() -> dict[str, str]:
    """Return, for each plain character, all characters that fold to it (itself not among them)."""
    others: dict[str, str] = {}
    for code, plain in fold_table().items():
        others[plain] = others.get(plain, "") + chr(code)
    return others
