"""Small Chinese numbers, up to 99, with a unit (三个, 十五日以内, 三年多): read by the pattern like plain and ordinary figures."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from zjreform.quantity.bound_words import bounds_behind
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numerals import DIGITS
from zjreform.quantity.quantities import Quantity, valid
from zjreform.quantity.units import Dimension, Unit

TENS: Final = "(?:(?<=十)[一二三四五六七八九]?+|(?<=[二三四五六七八九])十[一二三四五六七八九]?+|(?<!十))"
"""What goes on behind the first character of a Chinese number up to 99."""
TIMES: Final = frozenset({Dimension.DURATION, Dimension.WORKING_TIME})
"""What 多 behind a unit leaves open by one: 3年多 is less than four."""
MORE: Final = frozenset("余多")
"""Marks of a number that is a little more."""


def small_numbers() -> dict[str, Decimal]:
    """Return the numbers from 1 to 99 by their Chinese numerals, with 两.

    Example:
        >>> [int(small_numbers()[text]) for text in ("两", "十", "十五", "三十", "八十九")]
        [2, 10, 15, 30, 89]
    """
    digits = {char: DIGITS[char] for char in "一二三四五六七八九"}
    tens = {"十": 10} | {f"{char}十": value * 10 for char, value in digits.items() if value > 1}
    more = {ten + char: value + digit for ten, value in tens.items() for char, digit in digits.items()}
    return {text: Decimal(value) for text, value in ({"两": 2} | digits | tens | more).items()}


def small_quantity(
    text: str, match: re.Match[str], way: str, units: Mapping[str, Unit], numbers: Mapping[str, Decimal]
) -> Quantity | None:
    """Return the quantity of a small number, or ``None`` if it takes a closer look.

    Args:
        text: The text.
        match: The figure, without a bound word before it.
        way: The short way that found it, whose groups are its unit, and the bound word or 余 or 多 behind it.
        units: By folded spelling: the unit.
        numbers: By folded numeral: its number.
    """
    spelling, behind = match.group(f"{way}_unit", f"{way}_behind")
    number = numbers.get(text[match.start() : match.start(f"{way}_unit")])
    found = units[spelling]
    if number is None:
        return None
    word = behind or ""
    if word in MORE:
        return open_ended(number, found)
    return valid(number, found, bounds_behind()[word] if word else Bound.EXACT)


def open_ended(number: Decimal, found: Unit) -> Quantity | None:
    """Return a number of a unit with 多 behind it; ``None`` where no time is measured, since 多 may go with what follows.

    Example:
        >>> from zjreform.quantity.units import unit
        >>> open_ended(Decimal(3), unit("year")), open_ended(Decimal(3), unit("件"))
        (Quantity(3, 'year', over, implied_high=4), None)
    """
    return valid(number, found, Bound.OVER, number + 1) if found.dimension in TIMES else None
