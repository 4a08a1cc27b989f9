"""What numerals are made of, and what one is once it is read.

All characters are folded (``zjreform.fold``), so that each stands for both scripts and any width.
"""

from decimal import Decimal
from enum import IntEnum
from typing import Final, NamedTuple

DIGITS: Final = {
    **dict(zip("一二三四五六七八九", range(1, 10), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    "两": 2,
    "参": 3,
}
"""Chinese digits 1 to 9 (folded); 参 is how 參 folds."""
ZEROS: Final = frozenset("零〇○")
"""Signs of zero."""
TENS: Final = {"廿": 20, "卅": 30, "卌": 40}
"""Characters of several tens."""
SMALL: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
"""Ranks within a section of four digits."""
BIG: Final = {"万": 10**4, "亿": 10**8}
"""Ranks of sections."""
FUZZY: Final = frozenset("几数")
"""Characters of a number left open."""
MARKS: Final = frozenset("多余来")
"""Characters that make a number more than it says, or about it."""
STARTS: Final = frozenset({*"0123456789", *DIGITS, *ZEROS, *TENS, *SMALL, *BIG, *FUZZY})
"""Every character (folded) that a numeral can begin with; besides these only 好 of 好几."""


class Form(IntEnum):
    """How firm a numeral is by its own form."""

    PLAIN = 0
    OVER = 1
    AROUND = 2
    SPAN = 3


class Numeral(NamedTuple):
    """A numeral read from folded text.

    Attributes:
        value: The number, multipliers applied; the lower end of a span.
        end: Offset behind the last character.
        form: ``PLAIN``; ``OVER`` with 多 or 余; ``AROUND`` with 来; ``SPAN`` for 几, 数 and adjacent digits.
        upper: Upper end of a span, else ``None``.
        step: For ``OVER``: one unit of the digit at which 多 or 余 stands.
        multiplier: The 万 and 亿 at its very end, multiplied; a range carries it to its left end.
        bare: The numeral is a lone 百, 千, 万 or 亿 and needs a bound word or money.
        colloquial: The last rank is left out (一百二, 三万五); it takes no unit.
        run: The numeral is a run of digits, Arabic or Chinese, without multiplier, point or separator.
    """

    value: Decimal
    end: int
    form: Form = Form.PLAIN
    upper: Decimal | None = None
    step: Decimal | None = None
    multiplier: int = 1
    bare: bool = False
    colloquial: bool = False
    run: bool = False


_CONTINUES: Final = STARTS | MARKS | frozenset(" \n,.好兆")
"""Characters that may belong to a numeral before them."""


def continues(text: str, at: int) -> bool:
    """Return whether what stands at an offset behind a numeral may belong to it.

    Example:
        >>> [continues(text, 1) for text in ("3万", "3个亿", "3个")]
        [True, True, False]
    """
    char = text[at : at + 1]
    return char in _CONTINUES or (char == "个" and text.find("亿", at + 1, at + 3) > 0)
