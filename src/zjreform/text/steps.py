"""Amounts of change and the level they lead to: 由3亿元增加4,120万元至3.4亿元 adds the first and reaches the second.

The grammar of figures reads two amounts with 至 as a range. Directly behind a verb of change they are one only where the numbers do not say
otherwise: behind 由 A they must add up, without it the level must be far beyond the amount, as no range goes.
"""

from fractions import Fraction

from zjreform.errors import ParseError
from zjreform.fold import fold
from zjreform.quantity.change import Sense
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.text.joints import STEP, clause, opener
from zjreform.text.scan import Found
from zjreform.text.verbs import DIRECTIONS, closing_verb

_VERB, _NEAR = 5, 16
_BEYOND = 5
_ROUNDED = Fraction(1, 50)


def amount_and_level(text: str, one: Found, before: Found | None) -> list[Found] | None:
    """Return a range as the amount of a change and its level, if it is none; else ``None``.

    Args:
        text: The text.
        one: A figure with two ends.
        before: The figure before it, if there is one.
    """
    verb = closing_verb(fold(text[max(0, one.start - _VERB) : one.start]).removesuffix("了"))
    surface = fold(text[one.start : one.end])
    cut = max(surface.find("至"), surface.find("到"))
    if verb is None or cut < 0:
        return None
    try:
        amount, level = (
            parse(text[one.start : one.start + cut].strip()),
            parse(text[one.start + cut + 1 : one.end].strip()),
        )
    except ParseError:
        return None
    if not amount.unit.code or amount.unit.base != level.unit.base or amount.upper or level.upper:
        return None
    start = _start(text, one, before)
    led = _far(amount, level) if start is None else _adds_up(start, amount, level, DIRECTIONS[verb])
    if not led:
        return None
    end = one.start + len(surface[:cut].rstrip())
    behind = one.start + cut + 1
    behind += len(surface) - (cut + 1) - len(surface[cut + 1 :].lstrip())
    return [one._replace(end=end, quantity=amount), one._replace(start=behind, quantity=level)]


def _start(text: str, one: Found, before: Found | None) -> Quantity | None:
    """Return the quantity from which the change starts, if 由 or 从 introduces it."""
    if before is None or before.quantity is None or one.start - before.end > _NEAR:
        return None
    joined = STEP.match(fold(text[before.end : one.start]), 0)
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
