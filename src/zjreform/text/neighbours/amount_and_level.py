"""Amounts of change and the level they lead to: 由3亿元增加4,120万元至3.4亿元 adds the first and reaches the second.

The grammar of figures reads two amounts with 至 as a range. Directly behind a verb of change they are none where the numbers say so: behind
由 A they add up, and without it the level lies so far beyond the amount as no range goes. Else they stay a range.
"""

from fractions import Fraction
from typing import Final

from zjreform.errors import ParseError
from zjreform.fold import fold_marks
from zjreform.quantity.change import Sense
from zjreform.quantity.numerals import STARTS
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.text.figure import Figure, stated
from zjreform.text.neighbours.between import STEP, clause, opener
from zjreform.text.verbs import DIRECTIONS, closing_verb

_VERB, _NEAR = 5, 16
_EACH: Final = frozenset("每均各")
"""Letters that tell of several amounts, which may well lie far apart."""
_BEYOND = 5
_ROUNDED = Fraction(1, 50)


def amount_and_level(text: str, one: Figure, before: Figure | None) -> list[Figure] | None:
    """Return a range as the amount of a change and its level, if it is none; else ``None``.

    Args:
        text: The text.
        one: A figure with two ends.
        before: The figure before it, if there is one.
    """
    cut = _joint(one.surface)
    if cut < 0:
        return None
    verb = closing_verb(fold_marks(text[max(0, one.start - _VERB) : one.start]).removesuffix("了"))
    two = None if verb is None else _ends(text, one, cut)
    if verb is None or two is None or two[0].quantity is None or two[1].quantity is None:
        return None
    amount, level = two[0].quantity, two[1].quantity
    start = _start(text, one, before)
    if start is None:
        led = _far(amount, level) and _EACH.isdisjoint(clause(text, one.start))
    else:
        led = _adds_up(start, amount, level, DIRECTIONS[verb])
    return two if led else None


def _joint(surface: str) -> int:
    """Return where two ends that may both have a unit are joined by 至 or 到; −1 for none, as in 37至50分钟."""
    cut = max(surface.find("至"), surface.find("到"))
    return cut if cut > 0 and not _NUMBER.issuperset(surface[:cut]) else -1


_NUMBER: Final = (STARTS | frozenset("., ")) - {"两"}
"""Characters of a number without a unit; 两 may be the unit."""


def _ends(text: str, one: Figure, cut: int) -> list[Figure] | None:
    """Return both ends of a range as figures, if each has a unit of its own and the same base."""
    surface = fold_marks(one.surface)
    left, right = surface[:cut].rstrip(), surface[cut + 1 :].lstrip()
    try:
        amount, level = parse(left), parse(right)
    except ParseError:
        return None
    if not amount.unit.code or amount.unit.base != level.unit.base:
        return None
    return [
        stated(text, one.start, one.start + len(left), amount),
        stated(text, one.end - len(right), one.end, level),
    ]


def _start(text: str, one: Figure, before: Figure | None) -> Quantity | None:
    """Return the quantity from which the change starts, if 由 or 从 introduces it."""
    if before is None or before.quantity is None or one.start - before.end > _NEAR:
        return None
    joined = STEP.match(fold_marks(text[before.end : one.start]), 0)
    return before.quantity if joined and opener(clause(text, before.start)) >= 0 else None


def _far(amount: Quantity, level: Quantity) -> bool:
    return 0 < _in_base(amount) * _BEYOND < _in_base(level)


def _adds_up(start: Quantity, amount: Quantity, level: Quantity, sense: Sense) -> bool:
    if start.unit.code and start.unit.base != amount.unit.base:
        return False
    step = _in_base(amount) if sense is Sense.INCREASE else -_in_base(amount)
    whole = Fraction(start.value) * (start.unit.factor if start.unit.code else level.unit.factor)
    return abs(whole + step - _in_base(level)) <= _ROUNDED * _in_base(level)


def _in_base(quantity: Quantity) -> Fraction:
    return Fraction(quantity.value) * quantity.unit.factor
