"""Sides of a figure: a numeral with its unit, and ranges of two sides.

Works on folded text. A side keeps what a range or a bound word needs to know of its numeral; nothing here looks at bound words.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import gcd
from typing import Final

from zjreform.quantity.bounds import opens_word
from zjreform.quantity.numbers import Number, exact
from zjreform.quantity.numerals import DIGITS, STARTS, Form, Numeral, numeral_at
from zjreform.quantity.patterns import LazyPattern
from zjreform.quantity.units import PARTS, Dimension, Unit, rate, unit, unit_at

_PLAIN, _SPAN, _OVER, _AROUND = Form.PLAIN, Form.SPAN, Form.OVER, Form.AROUND
_GAPS = frozenset(" \n")
_MINUS: Final = frozenset("负-−")
_BETWEEN = LazyPattern("[ \n]?+(?:至|到|——?+|––?+|―|─|~|〜|-|−)[ \n]?+")
_DOUBLINGS = LazyPattern("翻了?+")
_HALVES: Final = {"一半": ("%", 50), "半数": ("%", 50), "减半": ("×", 0), "折半": ("×", 0), "对折": ("×", 0), "半价": ("×", 0)}
_HALF = Fraction(1, 2)
_UNHALVED = frozenset({Dimension.PERCENT, Dimension.PERCENTAGE_POINT, Dimension.RANK, Dimension.NUMBER})
_COMPOUND = frozenset({Dimension.DURATION, Dimension.WORKING_TIME, Dimension.MONEY, Dimension.AREA, Dimension.LENGTH, Dimension.MASS})
_TIME = frozenset({Dimension.DURATION, Dimension.WORKING_TIME})


class Refusal(Exception):  # noqa: N818 (no error that leaves this room: parse turns it into a ParseError)
    """A place at which a text stops being a figure, and what could have stood there."""

    def __init__(self, at: int, expected: str) -> None:
        super().__init__(at, expected)
        self.at, self.expected = at, expected


class Side:
    """One end of a figure while it is read; ``unit`` is ``None`` until one is found."""

    __slots__ = ("bare", "colloquial", "end", "form", "multiplier", "part", "run", "small", "step", "unit", "upper", "value")

    def __init__(self, value: Number, end: int) -> None:
        self.value, self.end = value, end
        self.upper: Number | None = None
        self.unit: Unit | None = None
        self.step: Number | None = Decimal(1)
        self.part: Fraction | None = None
        self.form, self.multiplier = _PLAIN, 1
        self.bare = self.colloquial = self.run = self.small = False

    @property
    def is_range(self) -> bool:
        return self.upper is not None and self.form is _PLAIN


def gap(text: str, at: int) -> int:
    """Return the offset behind one blank or line break, if one stands at the offset.

    Example:
        >>> gap("52 人", 2), gap("52人", 2)
        (3, 2)
    """
    return at + 1 if text[at : at + 1] in _GAPS else at


def is_money(found: Unit | None) -> bool:
    """Return whether a unit is a currency.

    Example:
        >>> is_money(unit("元")), is_money(None)
        (True, False)
    """
    return found is not None and found.dimension is Dimension.MONEY


def read_range(text: str, at: int, senses: Mapping[str, Unit]) -> Side:
    """Read one side, or two that make a range (3至5天, 10—15万元, ±5%).

    Raises:
        Refusal: No side starts here, or two sides make no range.

    Example:
        >>> side = read_range("10—15万元", 0, {})
        >>> side.value, side.upper, side.unit.code
        (Decimal('100000'), Decimal('150000'), 'yuan')
    """
    if text[at : at + 1] == "±":
        return _spread(Side(Decimal(0), at), read_side(text, at + 1, senses), at)
    first = read_side(text, at, senses)
    if first.end == len(text):
        return first
    if text[first.end] == "±" and first.unit is None:
        return _spread(first, read_side(text, first.end + 1, senses), at)
    match = _BETWEEN.match(text, first.end)
    if match is None:
        return first
    try:
        second = read_side(text, match.end(), senses)
    except Refusal:
        return first
    return _between(text, first, second, at)


def _spread(middle: Side, around: Side, at: int) -> Side:
    """Return the range middle ± around."""
    if not around.value > 0 or around.form or middle.form:
        raise Refusal(at, "a plain number beside ±")
    value, spread = Fraction(middle.value), Fraction(around.value)
    around.value, around.upper = exact(value - spread), exact(value + spread)
    return around


def _between(text: str, first: Side, second: Side, at: int) -> Side:
    """Join two sides; multiplier, part and unit of the second carry to the first."""
    if first.form or second.form or first.colloquial or first.bare:
        raise Refusal(at, "plain numbers at both ends of a range")
    low, high = Fraction(first.value), Fraction(second.value)
    if first.unit is None and second.unit is not None:
        low = _carried(text, first, second, at)
    elif second.unit is None and first.part is not None and second.multiplier == 1:
        high, second.unit = high * first.part * 100, first.unit
    elif first.unit is None:
        low = _carried(text, first, second, at)
    elif second.unit is None:
        raise Refusal(second.end, "a unit")
    elif first.unit.base != second.unit.base:
        raise Refusal(second.end, f"a unit that converts to {first.unit.zh}")
    elif first.unit.factor < second.unit.factor:
        high, second.unit = high * second.unit.factor / first.unit.factor, first.unit
    else:
        low = low * first.unit.factor / second.unit.factor
    if not low < high:
        raise Refusal(at, "a range that rises")
    second.value, second.upper, second.part = exact(low), exact(high), None
    return second


def _carried(text: str, first: Side, second: Side, at: int) -> Fraction:
    """Return the left end with the right end's multiplier, where the coefficients rise (10—15万); refuse what reads two ways."""
    low, high = Fraction(first.value), Fraction(second.value)
    if second.part is not None:
        raise Refusal(at, "the same parts at both ends of a range")
    if second.multiplier > 1 and first.multiplier == 1:
        coefficient = high / second.multiplier
        if low == coefficient:
            raise Refusal(at, "a range that reads one way")
        return low * second.multiplier if low < coefficient else low
    if second.small and first.small and text[at] in DIGITS and low < int(str(high)[0]) and high >= 100 and not high % 100:
        raise Refusal(at, "a range that reads one way (三百至五百, or 三至五百 as words)")
    return low


def read_side(text: str, at: int, senses: Mapping[str, Unit]) -> Side:
    """Read a numeral with its sign, unit, half and smaller units.

    Raises:
        Refusal: No numeral starts here, or it does not fit its unit.

    Example:
        >>> side = read_side("2年3个月", 0, {})
        >>> side.value, side.unit.code, side.end
        (Decimal('27'), 'month', 5)
    """
    char = text[at : at + 1]
    if char in _MINUS and char:
        return _negative(read_side(text, _unsigned(text, at + 1), senses), at)
    if text.startswith("零下", at):
        return _negative(_below_zero(text, at + 2, senses), at)
    if char in _SPECIAL:
        special = _special(text, at, senses)
        if special is not None:
            return special
    numeral = numeral_at(text, at)
    if numeral is None:
        raise Refusal(at, "a numeral")
    side = _of_numeral(numeral)
    if side.end < len(text):
        _find_unit(text, side, senses)
    return side


def _unsigned(text: str, at: int) -> int:
    if text[at : at + 1] not in STARTS or at >= len(text):
        raise Refusal(at, "a numeral")
    return at


def _negative(side: Side, at: int) -> Side:
    if side.form or side.bare or not side.value:
        raise Refusal(at, "a plain number behind the sign")
    side.value = -side.value if isinstance(side.value, Fraction) else side.value.copy_negate()
    side.step = None
    return side


def _below_zero(text: str, at: int, senses: Mapping[str, Unit]) -> Side:
    side = read_side(text, _unsigned(text, at), {**senses, "度": unit("degC")})
    if side.unit is None or side.unit.dimension is not Dimension.TEMPERATURE:
        raise Refusal(side.end, "a unit of temperature behind 零下")
    return side


def _of_numeral(numeral: Numeral) -> Side:
    side = Side(numeral.value, numeral.end)
    side.form, side.upper, side.multiplier = numeral.form, numeral.upper, numeral.multiplier
    side.bare, side.colloquial, side.run = numeral.bare, numeral.colloquial, numeral.run
    side.small = not numeral.run
    if numeral.step is not None:
        side.step = numeral.step
    elif numeral.value.as_tuple().exponent < 0:  # type: ignore[operator]
        side.step = Decimal((0, (1,), int(numeral.value.as_tuple().exponent)))
    return side


def _find_unit(text: str, side: Side, senses: Mapping[str, Unit]) -> None:
    """Read what stands behind the numeral: 分之, a stroke, or a unit with its half and smaller units."""
    if text.startswith("分之", side.end):
        _parts(text, side)
        return
    if side.run and text[side.end] == "/" and side.upper is None:
        _stroke(text, side)
    at = gap(text, side.end)
    found = unit_at(text, at, senses)
    if found is None:
        return
    if side.colloquial:
        raise Refusal(at, "no unit behind a numeral whose last rank is left out")
    _refuse_date(text, side, at, found, senses)
    side.unit, side.end = found
    if side.end < len(text):
        _behind_unit(text, side, senses)


def _refuse_date(text: str, side: Side, at: int, found: tuple[Unit, int], senses: Mapping[str, Unit]) -> None:
    surface = text[at : found[1]]
    if surface == "月" and "月" not in senses:
        raise Refusal(at, "个月 (N月 is a date)")
    if surface == "年" and side.run and 1000 <= side.value <= 2999 and "年" not in senses:  # noqa: PLR2004 (years that texts name)
        raise Refusal(at, "a duration (a four-digit 年 is a date)")
    if surface == "折" and side.value > 10:  # noqa: PLR2004 (十折 is the full price)
        raise Refusal(at, "at most 十折")
    if surface == "成" and opens_word(text, at):
        raise Refusal(at, "a share (成 opens another word)")


def _behind_unit(text: str, side: Side, senses: Mapping[str, Unit]) -> None:
    char = text[side.end]
    if char in _AMID and side.unit is unit("个"):
        _amid(text, side)
    elif char == "/" or (char == "每" and side.unit is not None and side.unit.dimension is not Dimension.COUNT):
        under = unit_at(text, side.end + 1, senses)
        if under is not None and side.unit is not None:
            side.unit, side.end = rate(side.unit, under[0]), under[1]
    elif char == "半":
        _half(text, side)
    elif char in STARTS or char in _AND:
        _smaller(text, side, senses)


_AMID = frozenset("多半余")
_AND = frozenset("零又")


def _amid(text: str, side: Side) -> None:
    """Read 3个多月, 3个半小时: 多, 余 or 半 between 个 and a unit that takes 个."""
    found = unit_at(text, side.end + 1)
    whole = unit_at("个" + text[side.end + 1 : found[1]], 0) if found else None
    if found is None or whole is None or whole[0] is not found[0] or opens_word(text, side.end) or side.form:
        if text[side.end] == "半":
            _half(text, side)
        return
    if text[side.end] == "半":
        _half(text, side)
    else:
        side.form = _OVER
    side.unit, side.end = found


def _half(text: str, side: Side) -> None:
    """Read 半 behind a unit: half of it more (一年半, 两倍半)."""
    whole = side.form is _PLAIN and side.step == 1 and not side.bare
    if side.unit is None or not whole or opens_word(text, side.end):
        return
    if side.unit.code != "cheng" and side.unit.dimension in _UNHALVED:
        return
    side.value, side.step, side.end = exact(Fraction(side.value) + _HALF), None, side.end + 1


def _smaller(text: str, side: Side, senses: Mapping[str, Unit]) -> None:
    """Read smaller units behind the first: the sum is in the smallest unit for times, else in the main one."""
    if side.form or side.bare or side.step != 1 or side.unit is None:
        return
    if side.unit.code in _TENTHS and _tenths(text, side):
        return
    last = side.unit
    while last.dimension in _COMPOUND and side.end < len(text) and side.step == 1:
        part = _part(text, side.end + (text[side.end] in _AND), last, senses)
        if part is None or part.unit is None:
            return
        if last.dimension in _TIME:
            side.value = Fraction(side.value) * side.unit.factor / part.unit.factor + Fraction(part.value)
            side.unit = part.unit
        else:
            side.value = Fraction(side.value) + Fraction(part.value) * part.unit.factor / side.unit.factor
        side.value, side.end, side.step, last = exact(side.value), part.end, part.step, part.unit
    if last is not side.unit:
        side.step = None


def _part(text: str, at: int, above: Unit, senses: Mapping[str, Unit]) -> Side | None:
    """Read a numeral with a smaller unit of the same base, or return ``None``."""
    numeral = numeral_at(text, at)
    if numeral is None or numeral.form or numeral.colloquial or numeral.bare or numeral.end == len(text):
        return None
    part = _of_numeral(numeral)
    if above.code in PARTS:
        letter, code = PARTS[above.code]
        senses = {**senses, letter: unit(code)}
    found = unit_at(text, part.end, senses)
    if found is None or found[0].base != above.base or found[0].factor >= above.factor or text[part.end : found[1]] == "月":
        return None
    part.unit, part.end = found
    return part


_TENTHS: Final = {"块": "yuan", "cheng": "cheng"}
"""By code of a unit behind which a lone digit is its tenths (两块五, 三成五): the unit of the whole."""


def _tenths(text: str, side: Side) -> bool:
    digit = DIGITS.get(text[side.end], 0)
    end = side.end + 1
    if text[end : end + 1] in _DIMES:
        end += 1
    if not digit or side.unit is None or (end < len(text) and (text[end] in STARTS or unit_at(text, end) is not None)):
        return False
    if end > side.end + 1 and side.unit.code != "块":
        return False
    side.unit, side.end = unit(_TENTHS[side.unit.code]), end
    side.value, side.step = exact(Fraction(side.value) + Fraction(digit, 10)), None
    return True


_DIMES = frozenset("毛角")


def _parts(text: str, side: Side) -> None:
    """Read 分之 and the parts: a share in %, or a fraction of a unit (三分之一天)."""
    whole = int(side.value) if side.step is not None and side.step >= 1 else 0
    numeral = numeral_at(text, side.end + 2)
    if numeral is None or numeral.colloquial or side.form or side.colloquial or whole <= 1:
        raise Refusal(side.end, "a whole number before 分之 and a numeral behind it")
    parts = _of_numeral(numeral)
    found = unit_at(text, parts.end) if whole not in _HUNDREDS and parts.form is _PLAIN else None
    scale, into, end = Fraction(100, whole), unit("%"), parts.end
    if found is not None and found[0].dimension in _COMPOUND:
        scale, into, end = Fraction(1, whole), *found
    side.value, side.upper, side.form = exact(Fraction(parts.value) * scale), parts.upper, parts.form
    if side.upper is not None:
        side.upper = exact(Fraction(side.upper) * scale)
    side.step = None if parts.step is None or whole not in _HUNDREDS else exact(Fraction(parts.step) * scale)
    side.unit, side.end, side.part, side.multiplier, side.bare, side.run = into, end, Fraction(1, whole), 1, False, False


_HUNDREDS = frozenset({100, 1000, 10000})


def _stroke(text: str, side: Side) -> None:
    """Read a/b in lowest terms; a/b that could be a date or a document number is left unread."""
    numeral = numeral_at(text, side.end + 1)
    if numeral is None or not numeral.run or numeral.value <= 1 or gcd(int(side.value), int(numeral.value)) != 1:
        return
    fraction = Fraction(int(side.value), int(numeral.value))
    if fraction < 1 or isinstance(exact(fraction), Fraction):
        side.value, side.end, side.step, side.run = exact(fraction), numeral.end, None, False


def _special(text: str, at: int, senses: Mapping[str, Unit]) -> Side | None:
    """Read a side that is no plain numeral: 半, 一半, 减半, 翻两番, 第52位, 八五折, 百分百."""
    char = text[at]
    if text[at : at + 2] in _HALVES:
        code, value = _HALVES[text[at : at + 2]]
        return _fixed(Decimal(value) if value else Decimal("0.5"), code, at + 2)
    if text[at + 2 : at + 3] == "折" and char in DIGITS and text[at + 1] in DIGITS:
        return _discount(text, at)
    if text.startswith("百分百", at):
        return _fixed(Decimal(100), "%", at + 3)
    if char == "第":
        return _rank(text, at + 1)
    if char == "翻":
        return _doubled(text, at)
    return _halved(text, at, senses) if char == "半" else None


_SPECIAL = frozenset({*DIGITS, *"半减折对百第翻"})


def _fixed(value: Number, code: str, end: int) -> Side:
    side = Side(value, end)
    side.unit, side.step = unit(code), None
    return side


def _discount(text: str, at: int) -> Side:
    """Read 八五折 (85 %) or 七八折 (70 to 80 %)."""
    first, second = DIGITS[text[at]], DIGITS[text[at + 1]]
    if second != first + 1:
        return _fixed(Decimal(first * 10 + second), "%", at + 3)
    side = _fixed(Decimal(first * 10), "%", at + 3)
    side.form, side.upper = _SPAN, Decimal(second * 10)
    return side


def _rank(text: str, at: int) -> Side:
    numeral = numeral_at(text, at)
    if numeral is None or numeral.form or numeral.colloquial or numeral.bare or not numeral.value > 0:
        raise Refusal(at, "a plain number behind 第")
    named = text[numeral.end : numeral.end + 1] in _PLACES
    end = numeral.end + (named and numeral.end < len(text))
    if end == numeral.end < len(text) and text[end] not in _STOPS:
        raise Refusal(end, "位 or 名 (an ordinal that only numbers is no quantity)")
    return _fixed(numeral.value, "rank", end)


_PLACES = frozenset("位名")
_STOPS = frozenset("，。；、,;:：)）”\"'》 \n以至到-—~")


def _doubled(text: str, at: int) -> Side:
    """Read 翻n番: the result is 2ⁿ times the base."""
    match = _DOUBLINGS.match(text, at)
    start = match.end() if match else at + 1
    numeral = numeral_at(text, start)
    times, end = (numeral.value, numeral.end) if numeral and not numeral.form else (Decimal(1), start)
    if text[end : end + 1] != "番" or times not in _TIMES:
        raise Refusal(end, "番")
    side = _fixed(Decimal(2 ** int(times)), "×", end + 1)
    side.step = side.value
    return side


_TIMES = frozenset(range(1, 11))


def _halved(text: str, at: int, senses: Mapping[str, Unit]) -> Side:
    """Read 半 with a unit (半年), or alone as 50 % where a bound word makes it a share (过半)."""
    if opens_word(text, at):
        raise Refusal(at, "a numeral (半 opens another word)")
    found = unit_at(text, at + 1, senses)
    if found is None or found[0].dimension in _UNHALVED:
        side = _fixed(Decimal(50), "%", at + 1)
        side.bare = True
        return side
    side = _fixed(Decimal("0.5"), "×", found[1])
    side.unit, _ = found
    if found[0] is unit("个") and text[side.end : side.end + 1] in _AMID:
        _amid(text, side)
    return side
