"""Ranges: two sides joined by 至, a dash or ±, and single sides with their sign.

Works on folded text. Multiplier, part and unit of the right side carry to the left where only one reading is possible.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from zjreform.quantity.numbers import exact
from zjreform.quantity.numeral_terms import ARABIC_DIGITS
from zjreform.quantity.numerals import STARTS, Numeral, numeral_at
from zjreform.quantity.patterns import LazyPattern
from zjreform.quantity.sides import Refusal, Side, find_unit, of_numeral
from zjreform.quantity.special_sides import SPECIAL, special_side
from zjreform.quantity.units import Dimension, Unit, unit

_MINUS: Final = frozenset("负-−")
_BETWEEN = LazyPattern("[ \n]?+(?:至|到|——?+|––?+|―|─|~|〜|-|−)[ \n]?+")


def read_range(text: str, at: int, senses: Mapping[str, Unit], numeral: Numeral | None = None) -> Side:
    """Read one side, or two that make a range (3至5天, 10—15万元, ±5%); *numeral* is the first, if it has been read before.

    Raises:
        Refusal: No side starts here, or two sides make no range.

    Example:
        >>> side = read_range("10—15万元", 0, {})
        >>> side.value, side.upper, side.unit.code
        (Decimal('100000'), Decimal('150000'), 'yuan')
    """
    if (signs := _both_signs(text, at)) is not None:
        return _spread(Side(Decimal(0), at), read_side(text, signs, senses), at)
    first = read_side(text, at, senses, numeral)
    if first.end == len(text):
        return first
    if first.unit is None and (signs := _both_signs(text, first.end)) is not None:
        return _spread(first, read_side(text, signs, senses), at)
    match = _BETWEEN.match(text, first.end)
    if match is None:
        return first
    try:
        second = read_side(text, match.end(), senses)
    except Refusal:
        return first
    return _between(first, second, at)


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


def _between(first: Side, second: Side, at: int) -> Side:
    """Join two sides; multiplier, part and unit of the second carry to the first."""
    if first.form or second.form or first.colloquial or first.bare:
        raise Refusal(at, "plain numbers at both ends of a range")
    low, high = Fraction(first.value), Fraction(second.value)
    if first.unit is None and second.unit is not None:
        low = _carried(first, second, at)
    elif second.unit is None and first.part is not None and second.multiplier == 1:
        high, second.unit = high * first.part * 100, first.unit
    elif first.unit is None:
        low = _carried(first, second, at)
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


def _carried(first: Side, second: Side, at: int) -> Fraction:
    """Return the left end with the right end's multiplier, where the coefficients rise (10—15万); refuse what reads two ways."""
    low, high = Fraction(first.value), Fraction(second.value)
    if second.part is not None:
        raise Refusal(at, "the same parts at both ends of a range")
    if second.multiplier > 1 and first.multiplier == 1:
        coefficient = high / second.multiplier
        if low == coefficient:
            raise Refusal(at, "a range that reads one way")
        return low * second.multiplier if low < coefficient else low
    if high in _ROUND and not second.run and low < int(str(high)[0]):
        raise Refusal(at, "a range that reads one way (三百至五百, or 三至五百 as words)")
    return low


_ROUND = frozenset({digit * rank for digit in range(1, 10) for rank in (100, 1000)})


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
    elif char in _MINUS and char:
        return _negative(read_side(text, _unsigned(text, at + 1), senses), at)
    if text.startswith("零下", at):
        return _negative(_below_zero(text, at + 2, senses), at)
    if char in SPECIAL:
        special = special_side(text, at, senses)
        if special is not None:
            return special
    numeral = numeral or numeral_at(text, at)
    if numeral is None:
        raise Refusal(at, "a numeral")
    side = of_numeral(numeral)
    if side.end < len(text):
        find_unit(text, side, senses)
    return side


def _unsigned(text: str, at: int) -> int:
    if text[at : at + 1] not in STARTS or text.startswith("零下", at):
        raise Refusal(at, "a numeral")
    return at


def _negative(side: Side, at: int) -> Side:
    if side.form or side.bare or not side.value or _is_rank(side):
        raise Refusal(at, "a plain number behind the sign")
    side.value = -side.value if isinstance(side.value, Fraction) else side.value.copy_negate()
    side.step = None
    return side


def _is_rank(side: Side) -> bool:
    return side.unit is not None and side.unit.dimension is Dimension.RANK


def _below_zero(text: str, at: int, senses: Mapping[str, Unit]) -> Side:
    side = read_side(text, _unsigned(text, at), {**senses, "度": unit("degC")})
    if side.unit is None or side.unit.dimension is not Dimension.TEMPERATURE:
        raise Refusal(side.end, "a unit of temperature behind 零下")
    return side
