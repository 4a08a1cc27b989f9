"""What a bare number takes from the figure behind it in its list or pair: the unit, and the multiplier that stands once for all.

分别为1.2、0.8和2.6万人 counts tens of thousands three times; 由800增加到1.2万人 starts at 800. A number shares 万 or 亿 where that reading
alone is sensible, and has no unit where both readings are.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve

from zjreform.fold import fold_marks
from zjreform.lazy import LazyPattern
from zjreform.quantity.change import Sense
from zjreform.quantity.numbers import exact
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension, Unit
from zjreform.text.figure import Figure, stated
from zjreform.text.neighbours.between import BACK, CLAUSE, ELIDED, SHARED, clause, in_list, in_ratio, opener
from zjreform.text.verbs import DIRECTIONS

NEAR: Final = 16
"""Characters beyond which a figure lends nothing to one before it."""
_MOST: Final = 12
_STOPS: Final = CLAUSE - {"、"}
_OWNED: Final = LazyPattern("(?>(?s:.*\n)?).*(?:拥有|均|每)")
"""Behind these words 个 counts, even if the number is a mean (户均0.8个)."""
_BREAK: Final = "\n"
_BLANK: Final = "\n\n"
_OWN: Final = frozenset({Dimension.PERCENT, Dimension.PERCENTAGE_POINT, Dimension.MULTIPLE, Dimension.RANK})
"""What a bare number is not for being next to it."""


_FRACTION: Final = frozenset("/½⅓⅔¼¾")
"""Signs of a number that is a part of one by itself (1/3), whatever share stands beside it."""


class Lending:
    """Gives units and multipliers from right to left, to one number after the other."""

    __slots__ = ("_factor", "_found", "_text")

    def __init__(self, text: str, found: list[Figure]) -> None:
        self._text, self._found = text, found
        self._factor: int | None = None

    def to(self, place: int, right: Figure, *, listed: bool) -> bool:
        """Give a number what stands only at the figure behind it, if nothing but a joint stands between.

        Args:
            place: Place of the bare number, or of one with 个.
            right: The figure behind it, not more than ``NEAR`` characters away.
            listed: Whether *right* has taken something from a figure behind it.

        Returns:
            Whether the number has taken something.
        """
        left = self._found[place]
        first, second = left.quantity, right.quantity
        if first is None or second is None or (first.unit is second.unit and first.unit.code):
            return False
        gap = fold_marks(self._text[left.end : right.start])
        if first.unit.code == "个" and second.unit.code == "pp" and _is_decimal(first) and self._points(left, gap):
            return self._give(left, place, evolve(first, unit=second.unit))
        pair = None if _BLANK in gap else ELIDED.match(gap.replace(_BREAK, "", 1), 0)
        if (pair is None and not in_list(self._text, left.end, right.start)) or not _may_lend(
            left.surface, first, second
        ):
            return False
        if not listed:
            self._factor = multiplier(right.surface, second)
        alike = first.unit is second.unit and self._factor == 1
        if (
            alike
            or in_ratio(self._text, left.start, left.end)
            or not self._joined(place, right, pair, gap, listed=listed)
        ):
            return False
        factor = 1 if _is_multiplied(left) else self._factor
        if not first.unit.code and factor is not None:
            first = times(first, factor, second.unit)
        elif first.unit.code:
            first = evolve(first, unit=second.unit)
        else:
            return False
        return self._give(left, place, first)

    def _points(self, left: Figure, gap: str) -> bool:
        """Return whether a decimal number of 个 counts the percentage points behind it, and not what somebody has."""
        return _STOPS.isdisjoint(gap) and _OWNED.match(clause(self._text, left.start), 0) is None

    def _give(self, left: Figure, place: int, quantity: Quantity) -> bool:
        self._found[place] = stated(self._text, left.start, left.end, quantity)
        return True

    def _joined(self, place: int, right: Figure, pair: re.Match[str] | None, gap: str, *, listed: bool) -> bool:
        """Return whether the joint between two figures lends, and settle the multiplier for what it joins."""
        text, left, second = self._text, self._found[place], right.quantity
        if left.quantity is None or second is None:
            return False
        if pair:
            self._settle([left], second, DIRECTIONS.get(pair[1] or ""))
            return second.dimension not in _OWN or opener(clause(text, left.start)) >= 0
        if left.quantity.unit.code:
            return second.unit.code == "pp" or _distributed(text, left, right)
        if listed:
            return True
        members = _members(text, self._found, place)
        self._settle(members, second, None)
        return gap.strip() != "、" or _predicate(text, members[0]) or (self._factor != 1 and _is_decimal(left.quantity))

    def _settle(self, members: Sequence[Figure], right: Quantity, sense: Sense | None) -> None:
        """Keep the multiplier of a figure where all numbers before it share it, 1 where none does, ``None`` where that is open."""
        factor = self._factor
        if factor == 1:
            return
        found = {_shared(one, right, factor, sense) for one in members if not _is_multiplied(one)} - {_NOTHING}
        decided = found - {None}
        self._factor = decided.pop() if len(decided) == 1 else 1 if not found else None


def _may_lend(surface: str, first: Quantity, second: Quantity) -> bool:
    if not first.unit.code:
        return not (second.dimension in _OWN and _FRACTION.intersection(surface))
    return first.unit.code == "个" and second.unit.zh.startswith("个") and "/" not in second.unit.code


def _members(text: str, found: Sequence[Figure], place: int) -> list[Figure]:
    """Return the bare numbers of a list that ends at a place."""
    start = place
    while start > max(0, place - _MOST) and in_list(text, found[start - 1].end, found[start].start):
        before = found[start - 1].quantity
        if before is None or before.unit.code:
            break
        start -= 1
    return list(found[start : place + 1])


def multiplier(surface: str, quantity: Quantity) -> int | None:
    """Return the 万, 亿 or other multiplier behind the digits of a figure, 1 if it has none; ``None`` where other digits follow it.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> [multiplier(text, parse(text)) for text in ("2.6万人", "26人", "1亿3000万元")]
        [10000, 1, None]
    """
    if _MULTIPLIERS.isdisjoint(surface):
        return 1
    digits = _LAST.match(_closed(surface), 0)
    if digits is None:
        return None if _LARGE.intersection(surface) else 1
    number = Fraction(digits[1].replace(",", ""))
    factor = Fraction(quantity.value if quantity.upper is None else quantity.upper) / number if number else Fraction(1)
    return int(factor) if factor in _POWERS else None


def _closed(surface: str) -> str:
    return fold_marks(surface).replace(" ", "").replace(_BREAK, "")


_LAST: Final = LazyPattern("(?:.*[^0-9.,])?([0-9][0-9,]*+(?:\\.[0-9]++)?)[^0-9]*\\Z")
_MULTIPLIERS: Final = frozenset("百千万亿萬億佰仟")
"""Characters by which a figure has a multiplier."""
_LARGE: Final = frozenset("万亿萬億")
"""Those that several numbers can share."""
_POWERS: Final = frozenset({1, *(10**power for power in range(2, 13))})


def _shared(one: Figure, right: Quantity, factor: int | None, sense: Sense | None) -> int | None:
    """Return the multiplier that a number shares, 1 if it stands for itself, ``None`` where that is open.

    Where the verb says up or down, only a reading that goes that way is left. A lower coefficient shares as in a range (3增至5亿); a higher
    one shares or stands for itself where that makes it comparable to the figure behind it.
    """
    if one.quantity is None or not one.quantity.value:
        return _NOTHING
    if factor is None:
        return None
    here, there = Fraction(one.quantity.value), Fraction(right.value)
    coefficient = there / factor
    alone = here.denominator == 1 or right.dimension is not Dimension.COUNT
    together = True
    if sense is Sense.INCREASE:
        alone, together = alone and here < there, here < coefficient
    elif sense is Sense.DECREASE:
        alone, together = alone and here > there, here > coefficient
    if not (alone and together):
        return factor if together else 1 if alone and there <= here * _FAR else None
    if here < coefficient or here <= coefficient * _COMPARABLE:
        return factor
    return 1 if here * _COMPARABLE >= there else None


_COMPARABLE: Final = 30
_FAR: Final = 10**4
_NOTHING: Final = 0


def _is_multiplied(one: Figure) -> bool:
    return not _MULTIPLIERS.isdisjoint(one.surface)


def _is_decimal(number: Quantity) -> bool:
    return Fraction(number.value).denominator != 1


def _predicate(text: str, one: Figure) -> bool:
    """Return whether what stands before a number says that a list starts: 分别, or a verb."""
    words = clause(text, one.start)
    return "分别" in words or words[-1:] in _PREDICATES


_PREDICATES: Final = frozenset("入为达有是至到成共增长升降减各约近配设建于由从")
"""Last characters before the first number of a list."""


def _distributed(text: str, left: Figure, right: Figure) -> bool:
    """Return whether two members of a list are led to, or come from, those of another: 由15个、7个工作日分别压缩至3个、1个工作日."""
    before = fold_marks(text[max(0, left.start - BACK) : left.start])
    if SHARED.match(before, 0):
        return True
    return opener(before) >= 0 and SHARED.match(fold_marks(text[right.end : right.end + BACK]), 0) is not None


def times(number: Quantity, factor: int, into: Unit) -> Quantity:
    """Return a number multiplied, with its ends, in a unit.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> str(times(parse("1.2"), 10000, parse("1人").unit))
        '12000人'
    """
    upper = None if number.upper is None else exact(Fraction(number.upper) * factor)
    implied = None if number.implied_high is None else exact(Fraction(number.implied_high) * factor)
    return evolve(number, value=exact(Fraction(number.value) * factor), upper=upper, implied_high=implied, unit=into)
