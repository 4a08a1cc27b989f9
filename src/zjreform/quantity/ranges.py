"""Ranges: two sides joined by 至, a dash or ±, and single sides with their sign.

Works on folded text. Multiplier, part and unit of the right side carry to the left where only one reading is possible.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import gcd
from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.quantity.numbers import Number, decimal_of, exact
from zjreform.quantity.numeral_terms import ARABIC_DIGITS
from zjreform.quantity.numerals import STARTS, Numeral, numeral_at
from zjreform.quantity.ratios import COLONS, as_ratio
from zjreform.quantity.side import Refusal, Side, gap, of_numeral
from zjreform.quantity.sides import find_unit
from zjreform.quantity.special_sides import SPECIAL, special_side
from zjreform.quantity.units import Dimension, Unit, thousands, unit

MINUS: Final = frozenset("负-−")
"""Signs."""
_BETWEEN = LazyPattern("[ \n]?+(?:至|到|——?+|––?+|--?+|―|─|~|〜|−)[ \n]?+")
"""Joins two ends."""
_JOINING: Final = frozenset(" \n至到—–-―─~〜−")
"""Characters with which a joint begins."""
_REMARK = LazyPattern(r"\((不?+)含(?:本数)?+\)")
"""A remark between the ends."""
_AND: Final = frozenset("与和跟")
"""Joins two ends before 之间."""
_BOTH: Final = frozenset("±正")
"""Signs of both directions."""
_RANKED: Final = frozenset("百千佰仟")
"""Ranks that two ends can share."""


def read_range(text: str, at: int, senses: Mapping[str, Unit], numeral: Numeral | None = None) -> Side:
    """Read one side, or two that make a range (3至5天, 10—15万元, ±5%); *numeral* is the first, if it has been read before.

    Raises:
        Refusal: No side starts here, or two sides make no range.

    Example:
        >>> side = read_range("10—15万元", 0, {})
        >>> side.value, side.upper, side.unit.code
        (Decimal('100000'), Decimal('150000'), 'yuan')
    """
    if text[at : at + 1] in _BOTH and (signs := _both_signs(text, at)) is not None:
        return _spread(Side(Decimal(0), at), read_side(text, signs, senses), at)
    first = read_side(text, at, senses, numeral)
    if first.end == len(text):
        return first
    if first.unit is None and (signs := _both_signs(text, first.end)) is not None:
        return _spread(first, read_side(text, signs, senses), at)
    if text[first.end] in _AND:
        return _between_both(text, at, first, senses)
    return _to(text, at, first, senses)


def _to(text: str, at: int, first: Side, senses: Mapping[str, Unit]) -> Side:
    """Return the range from the first side to the one behind a joint, else the first side."""
    end, lower_open = _excluded(text, first.end) if text[first.end] == "(" else (first.end, False)
    match = _BETWEEN.match(text, end) if text[end : end + 1] in _JOINING else None
    if match is None:
        return first
    start = match.end()
    if first.value < 0 and match[0] == "--":
        start -= 1
    try:
        second = read_side(text, start, senses)
    except Refusal:
        return first
    ranked = first.unit is None and 0 < first.value < _TEN and _has_rank(text, start)
    if ranked and (text[at] in ARABIC_DIGITS) is not (text[start] in ARABIC_DIGITS):
        raise Refusal(at, "a range that reads one way (4至500, or 四至五百)")
    both = _between(first, second, at, ranked=ranked)
    both.lower_open = lower_open
    if text[both.end : both.end + 1] == "(":
        both.end, both.upper_open = _excluded(text, both.end)
    return both


def _has_rank(text: str, at: int) -> bool:
    """Return whether a lone digit with 百 or 千 stands at an offset, whose rank the digit before a joint shares (两到三千)."""
    return text[at + 1 : at + 2] in _RANKED and at + 1 < len(text) and not thousands(text, at + 1)


def _excluded(text: str, at: int) -> tuple[int, bool]:
    """Return the offset behind a remark （含） or （不含） on an end of a range, and whether it excludes that end."""
    match = _REMARK.match(text, at)
    if match is None or text.startswith(_BOUNDARY, match.end()):
        return at, False
    return match.end(), bool(match[1])


_BOUNDARY: Final = ("以", "及", "或")
"""First characters of bound words behind a remark."""


def _between_both(text: str, at: int, first: Side, senses: Mapping[str, Unit]) -> Side:
    """Return the range of A and B if 之间 says so (10%和20%之间), else the first side."""
    try:
        second = read_side(text, first.end + 1, senses)
        return _between(first, second, at) if text.startswith("之间", second.end) else first
    except Refusal:
        return first


def _both_signs(text: str, at: int) -> int | None:
    """Return the offset behind ± or 正负, ``None`` if neither stands at an offset."""
    if text[at : at + 1] == "±":
        return at + 1
    return at + 2 if text.startswith("正负", at) else None


def _spread(middle: Side, around: Side, at: int) -> Side:
    """Return the range middle ± around."""
    if not around.value > 0 or around.form or middle.form or _is_rank(around):
        raise Refusal(at, "a plain number beside ±")
    value, spread = Fraction(middle.value), Fraction(around.value)
    around.value, around.upper = exact(value - spread), exact(value + spread)
    return around


def _between(first: Side, second: Side, at: int, *, ranked: bool = False) -> Side:
    """Join two sides; multiplier, part and unit of the second carry to the first, and its 百 or 千 if it is *ranked*."""
    if first.form or second.form or first.colloquial or first.bare:
        raise Refusal(at, "plain numbers at both ends of a range")
    low, high = Fraction(first.value), Fraction(second.value)
    if first.unit is None and second.unit is not None:
        low = _carried(first, second, at, ranked=ranked)
    elif second.unit is None and first.part is not None and second.multiplier == 1:
        high, second.unit = high * first.part * 100, first.unit
    elif first.unit is None:
        low = _carried(first, second, at, ranked=ranked)
    elif second.unit is None:
        raise Refusal(second.end, "a unit")
    elif first.unit.base != second.unit.base:
        raise Refusal(second.end, f"a unit that converts to {first.unit.zh}")
    elif first.unit.factor < second.unit.factor:
        high, second.unit = high * second.unit.factor / first.unit.factor, first.unit
    else:
        low = low * first.unit.factor / second.unit.factor
    if high < low < 0:
        low, high = high, low  # -5℃至-10℃ names the end nearer to zero first
    if not low < high:
        raise Refusal(at, "a range that rises")
    second.value, second.upper, second.part = exact(low), exact(high), None
    return second


def _carried(first: Side, second: Side, at: int, *, ranked: bool) -> Fraction:
    """Return the left end with the right end's multiplier, where the coefficients rise (10—15万); refuse what reads two ways.

    A digit before a digit with 百 or 千 shares that rank (两到三千, 三至五百亿), as in 两三千; before a longer numeral it stands alone.
    """
    low, high = Fraction(first.value), Fraction(second.value)
    if second.part is not None:
        raise Refusal(at, "the same parts at both ends of a range")
    if ranked and first.multiplier == 1 and low.denominator == 1:
        rank, digit = int("1".ljust(len(str(int(high))), "0")), int(str(int(high))[0])
        if high == digit * rank:
            return low * rank if low < digit else low
    if second.multiplier > 1 and first.multiplier == 1:
        coefficient = high / second.multiplier
        if low == coefficient:
            raise Refusal(at, "a range that reads one way")
        return low * second.multiplier if low < coefficient else low
    return low


_TEN = 10


def read_side(text: str, at: int, senses: Mapping[str, Unit], numeral: Numeral | None = None) -> Side:
    """Read a numeral (if it is not given as read before) with its sign, unit, half and smaller units.

    Raises:
        Refusal: No numeral starts here, or it does not fit its unit.

    Example:
        >>> side = read_side("2年3个月", 0, {})
        >>> side.value, side.unit.code, side.end
        (Decimal('27'), 'month', 5)
    """
    char = text[at : at + 1]
    if char == "+" and text[at + 1 : at + 2] in ARABIC_DIGITS:
        at += 1
    elif char in MINUS and char:
        return negative(_signed(text, _unsigned(text, behind_sign(text, at)), senses), at)
    if text.startswith(("零上", "零下"), at):
        return _from_zero(text, at, senses)
    if char in SPECIAL:
        special = special_side(text, at, senses)
        if special is not None:
            return special
    numeral = numeral or numeral_at(text, at)
    if numeral is None:
        if char not in VULGAR or not char:
            raise Refusal(at, "a numeral")
        side = Side(Decimal(0), at)
    else:
        side = of_numeral(numeral)
    if text[side.end : side.end + 1] in _OWN:
        _behind_numeral(text, side)
    if side.end < len(text):
        find_unit(text, side, senses)
    return as_ratio(text, at, side) if text[side.end : side.end + 1] in COLONS else side


def _power_of_ten(text: str, side: Side) -> None:
    """Read ×10 with an exponent behind a number (1.5×10⁶, 3×10^4)."""
    match = _POWER.match(text, side.end)
    if match is not None and not (side.form or side.bare or side.colloquial):
        power = int(match[1] or match[2].translate(_RAISED))
        side.value, side.end, side.step, side.run = (
            exact(Fraction(side.value) * Fraction(10) ** power),
            match.end(),
            None,
            False,
        )
        side.multiplier = 10**power if power > 0 else 1


_POWER = LazyPattern("×10(?:\\^(-?[0-9]{1,2})|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?![0-9])")
_RAISED: Final = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
VULGAR: Final = dict(
    zip("½⅓⅔¼¾⅛⅜⅝⅞", map(Fraction, ("1/2", "1/3", "2/3", "1/4", "3/4", "1/8", "3/8", "5/8", "7/8")), strict=True)
)
"""Fractions of one character, alone or behind a whole number (2½小时)."""


def _behind_numeral(text: str, side: Side) -> None:
    """Read a fraction of one character or a power of ten behind a number, and two digits before 折 as tenths (75折 is 七五折)."""
    char = text[side.end]
    if char == "×":
        _power_of_ten(text, side)
    elif char in VULGAR and side.step == 1 and not (side.form or side.bare or side.colloquial):
        value: Number = exact(Fraction(side.value) + VULGAR[char])
        side.value, side.end, side.step, side.run = value, side.end + 1, None, False
    elif char == "折" and side.run and _DISCOUNTS[0] < side.value < _DISCOUNTS[1] and int(side.value) % 10:
        side.value, side.step = decimal_of(int(side.value), 1), Decimal("0.1")


_OWN: Final = frozenset({*VULGAR, "折", "×"})
"""Signs of a number that shares no unit."""
_DISCOUNTS = (20, 100)


def behind_sign(text: str, at: int) -> int:
    """Return where the number of a sign starts: 负 may have a blank or 的 behind it.

    Example:
        >>> behind_sign("负的3天", 0), behind_sign("-3", 0)
        (2, 1)
    """
    if text[at] != "负":
        return at + 1
    return at + 2 if text.startswith("的", at + 1) else gap(text, at + 1)


def _signed(text: str, at: int, senses: Mapping[str, Unit]) -> Side:
    """Read the number behind a sign; a sign says that a stroke is one of a fraction (−3/2) and not of a date."""
    side = read_side(text, at, senses)
    if side.unit is None and side.run and text[side.end : side.end + 1] == "/":
        below = numeral_at(text, side.end + 1)
        if below is not None and below.run and below.value > 1 and gcd(int(side.value), int(below.value)) == 1:
            side.value, side.end, side.step = exact(Fraction(side.value) / Fraction(below.value)), below.end, None
            side.run = False
    return side


def _unsigned(text: str, at: int) -> int:
    if text[at : at + 1] not in STARTS or text.startswith("零下", at):
        raise Refusal(at, "a numeral")
    return at


def negative(side: Side, at: int) -> Side:
    """Return a side with the opposite sign.

    Raises:
        Refusal: It is no plain number above zero, a range or a rank.

    Example:
        >>> from zjreform.quantity.side import Side
        >>> negative(Side(Decimal(3), 1), 0).value
        Decimal('-3')
    """
    if side.form or side.bare or side.upper is not None or not side.value or _is_rank(side):
        raise Refusal(at, "a plain number behind the sign")
    side.value = -side.value if isinstance(side.value, Fraction) else side.value.copy_negate()
    side.step = None
    return side


def _is_rank(side: Side) -> bool:
    return side.unit is not None and side.unit.dimension is Dimension.RANK


def _both_below_zero(text: str, at: int, senses: Mapping[str, Unit]) -> Side | None:
    """Return the range of two numbers behind 零下 that share their unit (零下3—5℃), lowest first."""
    senses = {"度": unit("degC"), **senses}
    left = numeral_at(text, _unsigned(text, at))
    joint = _BETWEEN.match(text, left.end) if left is not None and not left.form else None
    if (
        left is None
        or joint is None
        or text[joint.end() : joint.end() + 1] not in STARTS
        or text.startswith("零下", joint.end())
    ):
        return None
    right = read_side(text, joint.end(), senses)
    fits = right.unit is not None and right.unit.dimension is Dimension.TEMPERATURE and right.value > left.value > 0
    if not fits or right.upper is not None or right.form:
        return None
    side = Side(exact(-Fraction(right.value)), right.end)
    side.upper, side.unit, side.step = exact(-Fraction(left.value)), right.unit, None
    return side


def _from_zero(text: str, at: int, senses: Mapping[str, Unit]) -> Side:
    """Read a temperature behind 零上 or 零下."""
    if text[at + 1] == "下":
        return _both_below_zero(text, at + 2, senses) or negative(_below_zero(text, at + 2, senses), at)
    side = read_side(text, _unsigned(text, at + 2), {"度": unit("degC"), **senses})
    if side.unit is None or side.unit.dimension is not Dimension.TEMPERATURE:
        raise Refusal(side.end, "a unit of temperature behind 零上")
    return side


def _below_zero(text: str, at: int, senses: Mapping[str, Unit]) -> Side:
    side = read_side(text, _unsigned(text, at), {"度": unit("degC"), **senses})
    joint = _BETWEEN.match(text, side.end) if side.unit is None else None
    if joint is not None and text.startswith(("零下", "零上"), joint.end()):
        return side
    if side.unit is None or side.unit.dimension is not Dimension.TEMPERATURE:
        raise Refusal(side.end, "a unit of temperature behind 零下")
    return side
