"""Amounts as they are spoken, whose last part has no unit: 两块五, 三成五, 1米75; and 多 before 钱 (八块多钱).

Works on folded text and on a side whose unit has been read.
"""

from fractions import Fraction
from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.quantity.numbers import exact
from zjreform.quantity.numeral_forms import DIGITS, STARTS, Form
from zjreform.quantity.side import Side
from zjreform.quantity.units import unit, unit_at
from zjreform.words.edges import opens_word


def coins(text: str, side: Side) -> None:
    """Read 多 or 来 between a coin and 钱.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> parse("八块多钱")
        Quantity(8, 'yuan', over, implied_high=9)
    """
    plain = side.form is Form.PLAIN and side.step == 1 and not side.bare
    if not plain or side.unit is None or text[side.end + 1 : side.end + 2] != "钱" or text[side.end - 1] not in _COINS:
        return
    if side.unit.code == "块":
        side.unit = unit("yuan")
    side.form, side.end = Form.OVER if text[side.end] == "多" else Form.AROUND, side.end + 2


_COINS = frozenset("块元毛角")
"""Units of money as they are spoken."""


TENTHS: Final = {"块": "yuan", "cheng": "cheng", "jiao": "jiao"}
"""By code of a unit behind which a lone digit is its tenths (两块五, 三成五, 三毛五): the unit of the whole."""


def tenths(text: str, side: Side) -> bool:
    """Read a lone digit behind a unit as its tenths, and return whether one stands there.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> parse("两块五").value, parse("三块零四").value, parse("三成五").value
        (Decimal('2.5'), Decimal('3.04'), Decimal('35'))
    """
    if side.unit is None or (side.unit.code == "jiao" and text[side.end - 1] != "毛"):
        return False  # 三角五 is no usual amount
    hundredths, end = _cash(text, side.end) if side.unit.code == "块" else (_digit(text, side) * 10, side.end + 1)
    if not hundredths:
        return False
    if side.unit.code != "cheng" and text[end : end + 1] == "钱":
        end += 1
    if end < len(text) and (text[end] in STARTS or unit_at(text, end) is not None):
        return False
    side.unit, side.end = unit(TENTHS[side.unit.code]), end
    side.value, side.step = exact(Fraction(side.value) + Fraction(hundredths, 100)), None
    return True


def _digit(text: str, side: Side) -> int:
    char = text[side.end]
    arabic = char in _ARABIC and side.unit is not None and side.unit.code == "cheng"
    return int(char) if arabic else DIGITS.get(char, 0)


def _cash(text: str, at: int) -> tuple[int, int]:
    """Return the hundredths that digits behind 块 stand for (块五, 块五毛三分, 块零四), 0 for none, and the offset behind them."""
    match = _FEN.match(text, at)
    if match is not None and match[1]:
        return DIGITS.get(match[1]) or int(match[1]), match.end()
    if match is not None:
        return int(match[2]) * 10, match.end()
    tens, end = DIGITS.get(text[at], 0) * 10, at + 1
    if not tens or text[end : end + 1] not in _DIMES or end == len(text):
        return tens, end
    ones = DIGITS.get(text[end + 1 : end + 2], 0)
    end += 1 + bool(ones)
    return tens + ones, end + (bool(ones) and text[end : end + 1] == "分")


_ARABIC = frozenset("123456789")
_DIMES = frozenset("毛角")
"""Tenths of a yuan."""
_FEN = LazyPattern("零([1-9一二三四五六七八九])|([1-9])(?=钱?(?:[，。；、:)”》 \n]|\\Z))")
"""What can stand behind 块 for hundredths (三块零四), and as an Arabic digit for tenths (3块8)."""


def centimetres(text: str, side: Side) -> bool:
    """Read one or two digits behind 米 as what is beyond whole metres, and return whether they stand there.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> parse("1米75").value, parse("两米八").value
        (Decimal('1.75'), Decimal('2.8'))
    """
    match = _BEYOND_METRES.match(text, side.end)
    if match is None or side.value >= _MOST_METRES:
        return False
    digits = [DIGITS.get(char) or int(char) for char in match[0].replace("零", "0")]
    tail = digits[0] * 10 + sum(digits[1:])
    side.value, side.end, side.step = exact(Fraction(side.value) + Fraction(tail, 100)), match.end(), None
    return True


def hundredths(text: str, side: Side) -> bool:
    """Read two digits behind 秒 as hundredths of a second, as times of races have them, and return whether they stand there.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> str(parse("13秒28")), str(parse("1分52秒36"))
        ('13.28秒', '112.36秒')
    """
    match = _BEYOND_SECONDS.match(text, side.end)
    if match is None or (unit_at(text, match.end()) is not None and not opens_word(text, match.end())):
        return False
    side.value, side.end, side.step = exact(Fraction(side.value) + Fraction(int(match[0]), 100)), match.end(), None
    return True


_BEYOND_SECONDS = LazyPattern("[0-9]{2}(?![0-9.,/%:年月日一二三四五六七八九十百千万亿几多余])")
"""Hundredths behind seconds."""
_MOST_METRES = 100
_BEYOND_METRES = LazyPattern(
    "(?:[1-9][0-9]?|0[1-9]|零?[一二三四五六七八九]|[一二三四五六七八九]{2})"
    "(?=\\Z|[。；:)”》\n的高长宽厚深至到]|[，,、](?![0-9一二三四五六七八九十])|以[上下内]|左右)"
)
"""Centimetres behind metres."""
