"""Figures that the grammar reads by themselves, read once for each shape: what stands beside the numbers, and how they are written.

334.5‰ and 203.4‰ differ in their number alone, 三年以上八年以下 and 二年以上九年以下 in both. What the grammar makes of one holds for the
other, where each end is its number times a power of ten; any other figure is read each time.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from zjreform.lazy import LazyPattern
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import decimal_of, exact
from zjreform.quantity.numerals import STARTS, spelt_sections
from zjreform.quantity.parsing import figure_at
from zjreform.quantity.quantities import Quantity, valid
from zjreform.quantity.units import RATIO_CODE, Dimension, Unit, thousands, unit

_NUMBER: Final = "((?:[1-9][0-9]{0,7}+|0(?![0-9]))(?:,[0-9]{3})*+)(?:[.]([0-9]{1,6}+))?+"
_IN_DIGITS: Final = LazyPattern(f"([^0-9]*+){_NUMBER}([^0-9]*+)(?:(?<=[^0-9]){_NUMBER}([^0-9]*+))?+\\Z")
"""One number in digits or two, with what stands before, between and behind them."""
_RUN: Final = "零一二三四五六七八九十百千万亿两"
"""Characters of a number in words."""
_IN_WORDS: Final = LazyPattern(
    f"([^{_RUN}]*+(?:百分之)?+)([{_RUN}]++)((?:[^{_RUN}]|百分点)*+)(?:([{_RUN}]++)([^{_RUN}]*+))?+\\Z"
)
"""The same in Chinese numerals."""
_POWERS: Final = {Fraction(10) ** power: power for power in range(-3, 13)}
"""By factor: the power of ten."""
_SCALES: Final = {"": 0, "万": 4, "亿": 8, "万亿": 12}
"""By what ends a Chinese numeral: its power of ten."""
_MOST: Final = 4096
"""Shapes that are kept; prose has a few hundred."""


_Number = tuple[int, int]
"""A number by its digits and its places: digits × 10⁻ᵖˡᵃᶜᵉˢ."""
_Written = tuple[bool, ...]
"""How numbers are written, as far as the grammar reads some of them in another way: by their length, with decimals, as nothing."""


class _Shape(NamedTuple):
    """What a figure has beside its numbers: the power of ten of each end, the unit, the bound and the open ends.

    Of a time in two units (三年六个月) it is how many of the second are one of the first, and no power.
    """

    powers: tuple[int, ...]
    unit: Unit
    bound: Bound
    open_ends: tuple[bool, bool]
    whole: int = 0


_Key = tuple[tuple[str, ...], _Written]
"""What stands beside the numbers, what is behind them last, and how they are written."""
_shapes: dict[_Key, _Shape | None] = {}
"""By key: the shape; ``None`` where the numbers tell more."""


def by_itself(surface: str) -> Quantity | None:
    """Return what the grammar reads in a figure by itself; ``None`` if it reads a part of it only.

    Args:
        surface: A figure, folded, with the bound words before and behind it.

    Example:
        >>> by_itself("334.5‰"), by_itself("约六十万户"), by_itself("3年5")
        (Quantity(33.45, '%', exact), Quantity(600000, '户', about), None)
    """
    parts = _IN_DIGITS.match(surface, 0)
    if parts is None:
        return _in_words(surface)
    before, whole, places, between, second, more, behind = parts.groups("")
    if "年" in surface and max(len(whole), len(second)) > _SHORT:
        return _read(surface)
    digits = int(whole.replace(",", "") + places)
    written: _Written = len(whole) > _SHORT, not places, not digits
    if not second:
        return _of_shape(surface, ((digits, len(places)),), ((before, between), written))
    if _multiplied(between) != _multiplied(behind):
        return _read(surface)
    last = int(second.replace(",", "") + more)
    if between == "∶" and last and not (before or behind or "," in second):
        return valid(exact(Fraction(digits * 10 ** len(more), last * 10 ** len(places))), unit(RATIO_CODE))
    written += len(second) > _SHORT, not more, not last
    return _of_shape(surface, ((digits, len(places)), (last, len(more))), ((before, between, behind), written))


def _multiplied(behind: str) -> str:
    return behind[: len(behind) - len(behind.lstrip(_MULTIPLIERS))]


_SHORT: Final = 3
"""Digits that are too few for a year."""
_MULTIPLIERS: Final = "百千万亿"
"""What a number in digits is multiplied by; two ends share a shape where theirs are the same."""


def _in_words(surface: str) -> Quantity | None:
    parts = _IN_WORDS.match(surface, 0)
    if parts is None:
        return _read(surface)
    before, run, between, second, behind = parts.groups("")
    first = _of_words(run, between)
    if first is None:
        return _read(surface)
    digits, places, scale, written = first
    if not second:
        return _of_shape(surface, ((digits, places),), ((_SPELT, scale, before, between), written))
    last = _of_words(second, behind)
    if last is None or last[2] != scale or second[1:2] in _SHARED:
        return _read(surface)
    beside = _SPELT, scale, before, between, behind
    return _of_shape(surface, ((digits, places), (last[0], last[1])), (beside, written + last[3]))


_SPELT: Final = "\0"
"""Stands in a key for numbers in words, so that they are none in digits."""
_SHARED: Final = frozenset("百千")
"""Ranks that the number before a joint may share (三至五百), or a unit may begin with."""


def _of_words(run: str, behind: str) -> tuple[int, int, str, _Written] | None:
    """Return digits, places, large rank and writing of a Chinese numeral in standard spelling, ``None`` for any other.

    What stands behind it may take its last rank.
    """
    head = run.rstrip("万亿")
    scale = run[len(head) :]
    digits = 2 if head == "两" else spelt_sections().get(head)
    if digits is None or scale not in _SCALES or head[0] == "零":
        return None
    if head[-1] in _SHARED and thousands(run + behind, len(head) - 1):
        return None
    return digits, -_SCALES[scale], scale, (head == "两",)


def _of_shape(surface: str, numbers: tuple[_Number, ...], key: _Key) -> Quantity | None:
    """Return the quantity of numbers in a shape, which the first figure of it tells."""
    shape = _shapes.get(key)
    if shape is None:
        return _read(surface) if key in _shapes else _learnt(surface, numbers, key)
    powers, into, bound, open_ends, whole = shape
    if len(numbers) == 1:
        return valid(_value(*numbers[0], powers[0]), into, bound)
    if whole:
        (above, places), (below, others) = numbers
        plain = places == others == 0 and below < whole
        return valid(Decimal(above * whole + below), into, bound) if plain else _read(surface)
    low, high = (_value(*one, power) for one, power in zip(numbers, powers, strict=True))
    return valid(low, into, bound, upper=high, open_ends=open_ends) if low < high else _read(surface)


def _learnt(surface: str, numbers: tuple[_Number, ...], key: _Key) -> Quantity | None:
    """Return the quantity of the first figure of a shape, and keep what it has beside its numbers."""
    quantity = _read(surface)
    if quantity is not None and all(digits for digits, _ in numbers):
        if len(_shapes) >= _MOST:
            _shapes.clear()
        _shapes[key] = None if any(map(_telling, key[0][-len(numbers) :])) else _shape_of(quantity, numbers)
    return quantity


def _value(digits: int, places: int, power: int) -> Decimal:
    places -= power
    return decimal_of(digits, places) if places > 0 else Decimal(digits * 10**-places)


def _telling(beside: str) -> bool:
    """Return whether what stands behind a number makes something else of some numbers (11折, 三伏, 千牛) or holds another number."""
    return not _TELLING.isdisjoint(beside.lstrip(_MULTIPLIERS))


_TELLING: Final = frozenset("折伏牛A批币") | (STARTS - frozenset("百千"))
"""Characters behind a number by which some numbers read otherwise than others."""


def _shape_of(quantity: Quantity, numbers: tuple[_Number, ...]) -> _Shape | None:
    if quantity.implied_high is not None:
        return None
    open_ends = quantity.lower_open, quantity.upper_open
    ends = (quantity.value,) if quantity.upper is None else (quantity.value, quantity.upper)
    if len(ends) < len(numbers):
        whole = _of_two_units(quantity, numbers)
        return _Shape((), quantity.unit, quantity.bound, open_ends, whole) if whole else None
    if len(ends) > len(numbers):
        return None
    powers = [
        _POWERS.get(Fraction(end) * Fraction(10) ** places / digits)
        for end, (digits, places) in zip(ends, numbers, strict=True)
    ]
    if None in powers:
        return None
    known = tuple(power for power in powers if power is not None)
    return _Shape(known, quantity.unit, quantity.bound, open_ends)


def _of_two_units(quantity: Quantity, numbers: tuple[_Number, ...]) -> int:
    """Return how many of its smaller unit are one of the larger, if a figure is a time in whole numbers of both, else 0."""
    (above, places), (below, others) = numbers
    rest = Fraction(quantity.value) - below
    plain = places == others == 0 and quantity.unit.dimension is Dimension.DURATION and below < rest / above
    return int(rest / above) if plain and rest % above == 0 else 0


def _read(surface: str) -> Quantity | None:
    found = figure_at(surface, 0)
    return found[0] if found is not None and found[1] == len(surface) else None
