"""Writing quantities in Chinese and English.

The plain Chinese form is canonical: ``parse`` reads it back to the same claim, with the same unit unless that is 成, 折 or ‰ (read as %).
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import Number, number_text
from zjreform.quantity.stated import Stated
from zjreform.quantity.units import RANK_CODE, Dimension
from zjreform.quantity.writing import Style, write_numeral

_EXACT, _ABOUT, _NEARLY, _OVER = Bound.EXACT, Bound.ABOUT, Bound.NEARLY, Bound.OVER
_AT_LEAST, _AT_MOST, _UNDER = Bound.AT_LEAST, Bound.AT_MOST, Bound.UNDER
_WITHIN: Final = frozenset({Dimension.DURATION, Dimension.WORKING_TIME})
_ZH: Final = {
    _EXACT: "{}",
    _ABOUT: "约{}",
    _NEARLY: "近{}",
    _OVER: "超过{}",
    _AT_LEAST: "{}以上",
    _AT_MOST: "不超过{}",
    _UNDER: "不足{}",
}
"""By bound: how it is written."""


def chinese(quantity: Stated, *, hant: bool = False) -> str:
    """Return the canonical Chinese spelling of a quantity.

    Args:
        quantity: Any quantity.
        hant: Write Traditional characters.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> chinese(parse("三年以上不满五年")), chinese(parse("120余万次")), chinese(parse("近八成"), hant=True)
        ('3年以上不满5年', '1200000多次', '近80%')
    """
    text = _chinese(quantity, quantity.unit.zh_hant if hant else quantity.unit.zh)
    return text.translate(_HANT) if hant else text


def spelt(quantities: Iterable[Stated]) -> Iterator[str]:
    """Yield the spelling of each quantity as `chinese` gives it; of those that state one number, what stands around it is made once.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> list(spelt([parse("不超过3个工作日"), parse("三年以上不满五年")]))
        ['3个工作日以内', '3年以上不满5年']
    """
    around: dict[tuple[str, Dimension, Bound], tuple[str, str]] = {}
    for quantity in quantities:
        unit = quantity.unit
        one = quantity.upper is None and quantity.implied_high is None
        if not one or quantity.lower_open or quantity.upper_open or unit.code in _OWN_WAYS:
            yield chinese(quantity)
            continue
        key = unit.zh, unit.dimension, quantity.bound
        ends = around.get(key)
        if ends is None:
            before, _, behind = _pattern(quantity).partition("{}")
            ends = around[key] = before, unit.zh + behind
        yield ends[0] + number_text(quantity.value) + ends[1]


_OWN_WAYS: Final = frozenset({"zhe", "year", "本", RANK_CODE})
"""Units that change how the number before them is written."""

_HANT: Final = str.maketrans("约过满余万亿隐内", "約過滿餘萬億隱內")
"""To Traditional characters."""


def _chinese(quantity: Stated, name: str) -> str:
    stated = (quantity.value, quantity.upper, quantity.implied_high)
    if quantity.unit.code == "zhe" and any(number is not None and not 0 <= number <= _FULL_PRICE for number in stated):
        return _chinese(quantity.to("%"), "%")
    if quantity.implied_high is not None:
        return _with_implied(quantity, quantity.implied_high, name)
    if quantity.lower_open or quantity.upper_open:
        return _opened(quantity, name)
    return _pattern(quantity).format(_range(quantity, name))


def _pattern(quantity: Stated) -> str:
    return "{}以内" if quantity.bound is _AT_MOST and quantity.dimension in _WITHIN else _ZH[quantity.bound]


_FULL_PRICE = 10
_ITEM: Final = frozenset("个個")
"""The classifier that units of time take."""


def _range(quantity: Stated, name: str) -> str:
    low = _stated(quantity, quantity.value, name)
    if quantity.upper is None:
        return low
    high = _stated(quantity, quantity.upper, name)
    return (
        f"{low}至{high}" if quantity.unit.code == RANK_CODE or name in _SIGNS else f"{low.removesuffix(name)}至{high}"
    )


_SIGNS: Final = frozenset({"%", "‰", "‱", "℃", "℉"})


def _stated(quantity: Stated, number: Number, name: str) -> str:
    text = number_text(number)
    if quantity.unit.code == RANK_CODE:
        return f"第{text}{name}"
    if quantity.unit.code == "year" and text.removeprefix("-").isdecimal():
        text = f"{int(text):,}"  # 2000年 would be a date
    if quantity.unit.code == "本" and text == "0.5":
        text = "半"  # behind a decimal 本 begins another word
    return text + name


def _opened(quantity: Stated, name: str) -> str:
    low = _stated(quantity, quantity.value, name)
    high = _stated(quantity, quantity.upper or Decimal(0), name)
    low = f"超过{low}" if quantity.lower_open else f"{low}以上"
    return f"{low}不满{high}" if quantity.upper_open else f"{low}不超过{high}"


def _with_implied(quantity: Stated, implied: Number, name: str) -> str:
    """Write 多 at the digit whose next unit is implied; name the implied end where no digit says it."""
    step = Fraction(implied) - Fraction(quantity.value)
    text = number_text(quantity.value)
    if quantity.unit.code != RANK_CODE and "/" not in text and quantity.value > 0:
        zeros = len(text) - len(text.rstrip("0")) if text.isdecimal() else 0
        if text.isdecimal() and len(text) > 1 and step == 10**zeros:
            return f"{text}多{name}"
        for word, places in (("亿", 8), ("万", 4)):
            if step == 10**places <= quantity.value and zeros >= places:
                return f"{text[:-places]}{word}多{name}"
        if name and step == Fraction(1, 10 ** len(text.partition(".")[2])):
            amid = len(name) > 1 and name[0] in _ITEM and step == 1
            return f"{text}{name[0]}多{name[1:]}" if amid else f"{_stated(quantity, quantity.value, name)}多"
    return f"超过{_stated(quantity, quantity.value, name)}（隐含不足{_stated(quantity, implied, name)}）"


_EN: Final = {
    _EXACT: "{}",
    _ABOUT: "about {}",
    _NEARLY: "nearly {}",
    _OVER: "over {}",
    _AT_LEAST: "at least {}",
    _AT_MOST: "at most {}",
    _UNDER: "under {}",
}


def english(quantity: Stated) -> str:
    """Return a quantity in English words; classifiers become what they count.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> english(parse("120余万次")), english(parse("3至5个工作日内")), english(parse("三年以上不满五年"))
        ('over 1,200,000 and under 1,300,000 times (implied)', 'at most 3 to 5 workdays', '3 to under 5 years')
    """
    low = write_english(quantity.value)
    if quantity.implied_high is not None:
        amount = f"over {low} and under {write_english(quantity.implied_high)}"
        return f"{_with_english_unit(quantity, amount, quantity.implied_high)} (implied)"
    if quantity.upper is None:
        return _EN[quantity.bound].format(_with_english_unit(quantity, low, quantity.value))
    joint = (
        ("and under" if quantity.upper_open else "and at most")
        if quantity.lower_open
        else "to under"
        if quantity.upper_open
        else "to"
    )
    amount = f"{'over ' if quantity.lower_open else ''}{low} {joint} {write_english(quantity.upper)}"
    return _EN[quantity.bound].format(_with_english_unit(quantity, amount, quantity.upper))


def write_english(number: Number) -> str:
    """Return a number with its thousands separated, a fraction with its stroke.

    Example:
        >>> write_english(Decimal("1200000")), write_english(Fraction(1, 3))
        ('1,200,000', '1/3')
    """
    return number_text(number) if isinstance(number, Fraction) else write_numeral(number, Style.GROUPED)


def _with_english_unit(quantity: Stated, amount: str, number: Number) -> str:
    here = quantity.unit
    name = here.en if number == 1 else here.en_plural
    if here.code == RANK_CODE:
        return f"rank {amount}"
    if here.dimension is Dimension.MONEY and here.code.isupper():
        return f"{here.en} {amount}"
    return f"{amount}{name}" if here.en in _ATTACHED else f"{amount} {name}".rstrip()


_ATTACHED: Final = frozenset({"%", "‰", "‱", "-fold"})


def formatted(quantity: Stated, spec: str) -> str:
    """Return a quantity as a format specification asks: ``zh`` (or nothing), ``hant`` or ``en``.

    Raises:
        ValueError: There is no such form.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> quantity = parse("70%以上")
        >>> f"{quantity}", f"{parse('8個工作日'):hant}", f"{quantity:en}"
        ('70%以上', '8個工作日', 'at least 70%')
    """
    if spec == "en":
        return english(quantity)
    if spec in _CHINESE_SPECS:
        return chinese(quantity, hant=spec == "hant")
    raise ValueError(f"expected the format 'zh', 'hant' or 'en', got {spec!r}")


_CHINESE_SPECS: Final = frozenset({"", "zh", "hant"})
