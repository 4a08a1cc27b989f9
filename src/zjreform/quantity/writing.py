"""Writing numerals: Arabic and Chinese, in both scripts and every style that ``read_numeral`` reads back.

Chinese numerals follow the standard spelling: 二 for 2, 零 once where ranks are skipped, 十 alone for 10 to 19 at the beginning.
"""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from zjreform.quantity.numbers import Number, exact, finite, number_text

HIGHEST: Final = 10**16
"""Chinese numerals are written below this number, in which 亿 is itself counted in 万."""


class Style(StrEnum):
    """How a numeral is written.

    Example:
        >>> [write_numeral(2018, style) for style in Style]
        ['2018', '2,018', '2018', '二千零一十八', '贰仟零壹拾捌', '二〇一八']
    """

    PLAIN = "plain"
    GROUPED = "grouped"
    WAN = "wan"
    HAN = "han"
    FORMAL = "formal"
    DIGITS = "digits"


_HAN_DIGITS = "零一二三四五六七八九"
"""By digit: its Chinese numeral."""
_FORMAL: Final = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
"""To formal numerals."""
_HANT: Final = str.maketrans("万亿两负点贰叁陆", "萬億兩負點貳叄陸")
"""To Traditional characters."""


def write_numeral(number: Number | int, style: Style | str = Style.PLAIN, *, hant: bool = False) -> str:
    """Return the numeral of a number.

    Args:
        number: Any exact number.
        style: ``plain`` 12000, ``grouped`` 12,000, ``wan`` 1.2万, ``han`` 一万二千, ``formal`` 壹万贰仟, ``digits`` 一二〇〇〇.
        hant: Write Traditional characters.

    Raises:
        TypeError: It is no exact number.
        ValueError: It is not finite, or the style cannot write it so that it reads back: a Chinese numeral from 10¹⁶ on, a run of
            digits for a number that is not whole, is below 100 or rises digit by digit (一二三), a formal or grouped fraction.

    Example:
        >>> write_numeral(1050), write_numeral(1050, "han"), write_numeral(Decimal("35000"), "wan", hant=True)
        ('1050', '一千零五十', '3.5萬')
        >>> write_numeral(Fraction(1, 3), "han"), write_numeral(Decimal("-3.5"), "han")
        ('三分之一', '负三点五')
    """
    if isinstance(number, bool) or not isinstance(number, int | Decimal | Fraction):
        raise TypeError(f"expected an int, a Decimal or a Fraction, got {number!r}")
    text = _WRITERS[Style(style)](exact(Fraction(finite(number))))
    return text.translate(_HANT) if hant else text


def _grouped(number: Number) -> str:
    whole, point, places = number_text(number).partition(".")
    if "/" in whole:
        raise ValueError(f"a fraction has no grouped spelling: {number}")
    return f"{int(whole):,}{point}{places}" if not whole.startswith("-0") else f"{whole}{point}{places}"


def _wan(number: Number) -> str:
    for word, rank in (("亿", 10**8), ("万", 10**4)):
        if isinstance(number, Decimal) and number.copy_abs() >= rank:
            return number_text(exact(Fraction(number) / rank)) + word
    return number_text(number)


def _han(number: Number) -> str:
    if number < 0:
        return "负" + _han(exact(-Fraction(number)))
    if isinstance(number, Fraction):
        return f"{_whole(number.denominator)}分之{_whole(number.numerator)}"
    whole, _, places = number_text(number).partition(".")
    return _whole(int(whole)) + ("点" + "".join(_HAN_DIGITS[int(digit)] for digit in places) if places else "")


def _formal(number: Number) -> str:
    if isinstance(number, Fraction):
        raise ValueError(f"a fraction has no formal spelling: {number}")  # noqa: TRY004 (the number, not its type, is at fault)
    text = _han(number)
    head = "一" if text.removeprefix("负").startswith("十") else ""
    return text.replace("十", head + "十", 1).translate(_FORMAL)


def _digit_run(number: Number) -> str:
    digits = number_text(number)
    rises = all(ord(b) == ord(a) + 1 for a, b in pairwise(digits))
    if not digits.isdecimal() or len(digits) < _SHORTEST_RUN or rises:
        raise ValueError(f"a run of Chinese digits does not read back as {number}")
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in digits)


_SHORTEST_RUN = 3


def _whole(number: int) -> str:
    if number >= HIGHEST:
        raise ValueError(f"Chinese numerals are written below 10^16, got {number}")
    text = _ranks(number) or "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def _ranks(number: int) -> str:
    """Return the spelling of a whole number with each rank named, empty for 0."""
    for word, rank in (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10)):
        above, rest = divmod(number, rank)
        if above:
            return _ranks(above) + word + ("零" if 0 < rest < rank // 10 else "") + _ranks(rest)
    return _HAN_DIGITS[number] if number else ""


_WRITERS: Final[dict[Style, Callable[[Number], str]]] = {
    Style.PLAIN: number_text,
    Style.GROUPED: _grouped,
    Style.WAN: _wan,
    Style.HAN: _han,
    Style.FORMAL: _formal,
    Style.DIGITS: _digit_run,
}
