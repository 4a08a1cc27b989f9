"""What a figure takes from its neighbours: the unit at a sister figure, the scale above a table, the base of a rate.

由200多个压缩至86个工作日 counts workdays both times; 25、30和40家 are three counts of 家; 单位：万元 gives unit and scale to
the bare numbers below.
"""

import re
from fractions import Fraction
from typing import Final

from attrs import evolve

from zjreform.fold import fold
from zjreform.quantity.numbers import exact
from zjreform.quantity.patterns import LazyPattern
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Unit, prefix_at, unit_at
from zjreform.text.figure import Figure, other, stated
from zjreform.text.kinds import Kind
from zjreform.text.verbs import VERBS

_NEAR: Final = 16
_LENT: Final = frozenset({"", "个"})
_JOINED: Final = LazyPattern(
    f"(?:\\s?的?,?[㐀-鿿]{{0,4}}?{VERBS}了?[至到为成]?(?:约|了|平均|现在的|目前的)?|→|[、,]|和|与|及|或|以及|->|—+>)\\s?\\Z"
)
_BLANK: Final = "\n\n"


def share(text: str, found: list[Figure]) -> list[Figure]:
    """Return the numerals of a text with the units that stand only at their neighbours.

    Args:
        text: The text.
        found: Its numerals in order; the list is changed in place and returned.
    """
    last: Figure | None = None
    bare = False
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        quantity = one.quantity
        if quantity is None:
            continue
        code = quantity.unit.code
        if code in _LENT:
            bare = bare or not code
            if last is not None:
                one = found[place] = _lent(text, one, last)
        last = one
    if bare:
        if len(found) >= _FEWEST_LINES:
            _paged(text, found)
        if "位：" in text or "位:" in text:
            _scaled(text, found)
    return found


def _paged(text: str, found: list[Figure]) -> None:
    """Take bare numbers at the ends of four lines or more, none below the one before, for the pages of a contents list."""
    run: list[tuple[int, int]] = []
    for index, one in enumerate(found):
        number = (
            _PAGE.match(text, one.start)
            if one.quantity is not None and text[one.start - 1 : one.start] in _LEADERS
            else None
        )
        if number is None:
            continue
        if run and (
            number.start() - run[-1][1] > _LINE or int(number[0]) < int(text[found[run[-1][0]].start : run[-1][1]])
        ):
            _mark(text, found, run)
            run = []
        run.append((index, number.end()))
    _mark(text, found, run)


def _mark(text: str, found: list[Figure], run: list[tuple[int, int]]) -> None:
    if len(run) >= _FEWEST_LINES:
        for index, end in run:
            found[index] = other(text, found[index].start, end, Kind.IDENTIFIER)


_PAGE: Final = LazyPattern("[0-9]{1,4}+(?=[ \\t]*(?:\\n|\\Z))")
_LEADERS: Final = frozenset("\t　…·.")
_LINE, _FEWEST_LINES = 60, 4


def _lent(text: str, left: Figure, right: Figure) -> Figure:
    """Return the bare number before a figure with that figure's unit, if the two are joined."""
    first, second = left.quantity, right.quantity
    if first is None or second is None or first.unit is second.unit:
        return left
    if not second.unit.code or right.start - left.end > _NEAR:
        return left
    bare = not first.unit.code
    if not bare and not (first.unit.code == "个" and second.unit.zh.startswith("个")):
        return left
    gap = fold(text[left.end : right.start])
    if _JOINED.match(gap, 0) and (bare or gap.strip() not in _LISTING) and "/" not in second.unit.code:
        return stated(text, left.start, left.end, _in_unit(first, second.unit))
    return left


_LISTING: Final = frozenset({"、", ",", "和", "与", "及", "或", "以及"})


def _in_unit(number: Quantity, into: Unit) -> Quantity:
    return evolve(number, unit=into)


def _scaled(text: str, found: list[Figure]) -> None:
    """Give unit and scale of a table's head to the bare numbers below it, up to a blank line or the next head."""
    heads = [
        scale for match in re.finditer("[单單]位\\s?[:：]", text) if (scale := _scale(text, match.end())) is not None
    ]
    index = 0
    for place, (end, factor, into) in enumerate(heads):
        limit = heads[place + 1][0] if place + 1 < len(heads) else len(text)
        blank = text.find(_BLANK, end, limit)
        stop = limit if blank < 0 else blank
        while index < len(found) and found[index].start < stop:
            one = found[index]
            if one.start >= end and one.quantity is not None and not one.quantity.unit.code:
                found[index] = stated(text, one.start, one.end, _times(one.quantity, factor, into))
            index += 1


def _scale(text: str, at: int) -> tuple[int, int, Unit] | None:
    """Return end, factor and unit of what stands behind 单位：."""
    window = fold(text[at : at + 24])
    start = 1 if window[:1] == " " else 0
    digits = _DIGITS.match(window, start)
    factor, end = (1, start) if digits is None else (int(digits[0]), digits.end())
    while window[end : end + 1] in _SCALES:
        factor, end = factor * _SCALES[window[end]], end + 1
    found = unit_at(window, end) or prefix_at(window, end)
    return None if found is None else (at + found[1], factor, found[0])


_DIGITS: Final = LazyPattern("10{0,8}+")
_SCALES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def _times(number: Quantity, factor: int, into: Unit) -> Quantity:
    upper = None if number.upper is None else exact(Fraction(number.upper) * factor)
    implied = None if number.implied_high is None else exact(Fraction(number.implied_high) * factor)
    return evolve(number, value=exact(Fraction(number.value) * factor), upper=upper, implied_high=implied, unit=into)


def rated(text: str, found: list[Figure]) -> list[Figure]:
    """Return the figures, those behind the base of a rate in its clause (每千人口……5.2人) with it; the list is changed in place."""
    base: Figure | None = None
    for place, one in enumerate(found):
        if one.per is not None:
            base = one
        elif base is not None and one.quantity is not None:
            if not _CLAUSE.intersection(text[base.end : one.start]):
                found[place] = evolve(one, per=base.per)
            base = None
    return found


_CLAUSE: Final = frozenset("，。；！？,;!?\n")
