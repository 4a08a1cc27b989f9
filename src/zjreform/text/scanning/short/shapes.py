"""Figures that the grammar reads by themselves, read once for each shape: what stands beside the numbers, and how they are written.

334.5‰ and 203.4‰ differ in their number alone, 三年以上八年以下 and 二年以上九年以下 in both. What the grammar makes of one holds for the
other, where each end is its number times a power of ten; any other figure is read each time.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from zjreform.lazy import LazyPattern
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import decimal_of
from zjreform.quantity.numerals import STARTS, spelt_sections
from zjreform.quantity.parsing import figure_at
from zjreform.quantity.quantities import Quantity, valid
from zjreform.quantity.units import Unit, thousands

_NUMBER: Final = "([0-9]{1,8}+(?:,[0-9]{3})*+)(?:[.]([0-9]{1,6}+))?+"
_IN_DIGITS: Final = LazyPattern(f"([^0-9]*+){_NUMBER}([^0-9]++)(?:{_NUMBER}([^0-9]*+))?+\\Z")
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
_MOST = 4096
"""Shapes that are kept; prose has a few hundred."""


class _Number(NamedTuple):
    """A number by its digits: ``digits`` × 10⁻ᵖˡᵃᶜᵉˢ, how it is written, which its shape has to know, and its multiplier."""

    digits: int
    places: int
    written: tuple[bool, bool]
    scale: str


class _Shape(NamedTuple):
    """The powers of ten, the unit, the bound and the open ends that a figure has beside its numbers."""

    powers: tuple[int, ...]
    unit: Unit
    bound: Bound
    open_ends: tuple[bool, bool]


_Key = tuple[object, ...]
"""What stands beside the numbers, and how each is written."""
_shapes: dict[_Key, _Shape | None] = {}
"""By key: the shape; ``None`` where the numbers tell more."""
_UNKNOWN: Final = object()


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
    first = _in_digits(whole, places, between)
    if not second:
        return _of_shape(surface, (first,), (before, between))
    last = _in_digits(second, more, behind)
    if first.scale != last.scale:
        return _read(surface)
    return _of_shape(surface, (first, last), (before, between, behind))


def _in_digits(whole: str, places: str, behind: str) -> _Number:
    scale = behind[: len(behind) - len(behind.lstrip(_MULTIPLIERS))]
    return _Number(int(whole.replace(",", "") + places), len(places), (len(whole) > _SHORT, not places), scale)


_SHORT = 3
"""Digits that are too few for a year."""
_MULTIPLIERS: Final = "百千万亿"
"""What a number in digits is multiplied by; two ends share a shape where theirs are the same."""


def _in_words(surface: str) -> Quantity | None:
    parts = _IN_WORDS.match(surface, 0)
    if parts is None:
        return _read(surface)
    before, run, between, second, behind = parts.groups("")
    first = _of_words(run, between)
    last = _of_words(second, behind) if second else None
    if first is None or (second and (last is None or last.scale != first.scale or second[1:2] in _SHARED)):
        return _read(surface)
    if last is None:
        return _of_shape(surface, (first,), (_SPELT, before, between))
    return _of_shape(surface, (first, last), (_SPELT, before, between, behind))


_SPELT: Final = "\0"
"""Stands in a key for numbers in words, so that they are none in digits."""
_SHARED: Final = frozenset("百千")
"""Ranks that the number before a joint may share (三至五百)."""


def _of_words(run: str, behind: str) -> _Number | None:
    """Return the number of a Chinese numeral in standard spelling with one large rank at most, ``None`` for any other.

    What stands behind it may take its last rank.
    """
    head = run.rstrip("万亿")
    scale = run[len(head) :]
    digits = 2 if head == "两" else spelt_sections().get(head)
    if digits is None or scale not in _SCALES or head[0] == "零" or thousands(run + behind, len(head) - 1):
        return None
    return _Number(digits, -_SCALES[scale], (scale != "", head == "两"), scale)


def _of_shape(surface: str, numbers: tuple[_Number, ...], beside: tuple[str, ...]) -> Quantity | None:
    """Return the quantity of numbers in a shape, which the first figure of it tells."""
    key = (*beside, *[(one.written, one.scale, one.digits == 0) for one in numbers])
    shape = _shapes.get(key, _UNKNOWN)
    if shape is _UNKNOWN:
        quantity = _read(surface)
        if quantity is not None and all(one.digits for one in numbers):
            if len(_shapes) >= _MOST:
                _shapes.clear()
            _shapes[key] = None if any(map(_telling, beside[-len(numbers) :])) else _shape_of(quantity, numbers)
        return quantity
    return (_filled(shape, numbers) if isinstance(shape, _Shape) else None) or _read(surface)


def _filled(shape: _Shape, numbers: tuple[_Number, ...]) -> Quantity | None:
    """Return the quantity of a shape with these numbers; ``None`` where its ends do not rise."""
    powers, into, bound, open_ends = shape
    ends = [_value(one, power) for one, power in zip(numbers, powers, strict=True)]
    if len(ends) == 1:
        return valid(ends[0], into, bound)
    if not ends[0] < ends[1]:
        return None
    return valid(ends[0], into, bound, upper=ends[1], open_ends=open_ends)


def _value(one: _Number, power: int) -> Decimal:
    places = one.places - power
    return decimal_of(one.digits, places) if places > 0 else Decimal(one.digits * 10**-places)


def _telling(beside: str) -> bool:
    """Return whether what stands behind a number makes something else of some numbers (11折, 三伏, 千牛) or holds another number."""
    return not _TELLING.isdisjoint(beside.lstrip(_MULTIPLIERS))


_TELLING: Final = frozenset("折伏牛A批币") | (STARTS - frozenset("百千"))
"""Characters behind a number by which some numbers read otherwise than others."""


def _shape_of(quantity: Quantity, numbers: tuple[_Number, ...]) -> _Shape | None:
    ends = (quantity.value,) if quantity.upper is None else (quantity.value, quantity.upper)
    if quantity.implied_high is not None or len(ends) != len(numbers):
        return None
    powers = [
        _POWERS.get(Fraction(end) * Fraction(10) ** one.places / one.digits)
        for end, one in zip(ends, numbers, strict=True)
    ]
    if None in powers:
        return None
    known = tuple(power for power in powers if power is not None)
    return _Shape(known, quantity.unit, quantity.bound, (quantity.lower_open, quantity.upper_open))


def _read(surface: str) -> Quantity | None:
    found = figure_at(surface, 0)
    return found[0] if found is not None and found[1] == len(surface) else None
