"""What a figure takes from its neighbours: the unit at a sister figure, the scale above a table, the base of a rate.

由200多个压缩至86个工作日 counts workdays both times; 25、30和40家 are three counts of 家; 单位：万元 gives unit and scale to
the bare numbers below.
"""

import re
from math import prod
from typing import Final

from attrs import evolve

from zjreform.fold import fold_marks
from zjreform.lazy import LazyPattern
from zjreform.quantity.change import Sense
from zjreform.quantity.ratios import COLONS
from zjreform.quantity.units import Dimension, Unit, prefix_at, unit, unit_at
from zjreform.text.figure import SHARES, Figure, other
from zjreform.text.kinds import Kind
from zjreform.text.neighbours.adverbs import bounded
from zjreform.text.neighbours.amount_and_level import amount_and_level
from zjreform.text.neighbours.between import MARK, clause, in_list
from zjreform.text.neighbours.energy import energy
from zjreform.text.neighbours.lending import NEAR, Lending, times
from zjreform.text.neighbours.temperatures import unsigned_temperatures
from zjreform.text.scanning.ratios import as_part
from zjreform.text.verbs import ENDS

_AMONG: Final = 16
_LEVEL: Final = Sense.LEVEL
_LENT: Final = frozenset({"", "个"})
"""Units in whose place another may be lent."""
_BLANK: Final = "\n\n"


def share(text: str, found: list[Figure]) -> bool:
    """Give the numerals of a text the units and bases that stand only at their neighbours; return whether all may not be quantities.

    Args:
        text: The text.
        found: Its numerals in order; the list is changed in place.
    """
    colons = ":" in text or "：" in text or "∶" in text
    bare = mixed = False
    if colons or len(found) != 1 or not _is_whole(text, found[0]):
        bare, mixed = _lend(text, found, colons=colons)
        if bare or mixed:
            _from_above(text, found, bare=bare, mixed=mixed, colons=colons)
    bounded(text, found)
    return unsigned_temperatures(text, found) or bare or mixed


def _is_whole(text: str, one: Figure) -> bool:
    """Return whether a figure that stands alone in a text without colons can take nothing from it."""
    quantity = one.quantity
    if quantity is None or quantity.upper is not None:
        return False
    return quantity.unit.code != "" or (
        text[one.end : one.end + 1] != "度" and text[one.start - 1 : one.start] not in _LABEL_ENDS
    )


def _lend(text: str, found: list[Figure], *, colons: bool) -> tuple[bool, bool]:
    """Give figures what stands at the one behind them, from right to left; return whether bare numbers, and what is none, are left."""
    last: Figure | None = None
    lending: Lending | None = None
    bare = listed = mixed = False
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        quantity = one.quantity
        if quantity is None:
            mixed = True
            continue
        code = quantity.unit.code
        if code not in _LENT and quantity.upper is None and not (colons and text[one.start - 1 : one.start] in COLONS):
            last, listed = one, False
        elif quantity.upper is not None and text[one.start - 1 : one.start] in ENDS:
            last, listed = _parted(text, found, place), False
        else:
            one = found[place] = _settled(text, found, place)
            code = one.quantity.unit.code if one.quantity is not None else code
            if code in _LENT and last is not None and last.start - one.end <= NEAR:
                lending = lending or Lending(text, found)
                listed = lending.to(place, last, listed=listed)
            else:
                listed = False
            bare = bare or not code
            last = found[place]
        if last.sense is not _LEVEL and place + 1 < len(found) and found[place + 1].start - found[place].end <= MARK:
            _carry(text, found, place)
    return bare, mixed


def _settled(text: str, found: list[Figure], place: int) -> Figure:
    """Return a figure as a part of a ratio or an amount of energy, where it stands as one, and else as it is."""
    one = found[place]
    code = one.quantity.unit.code if one.quantity is not None else ""
    if code and text[one.start - 1 : one.start] in COLONS:
        return as_part(text, one)
    return energy(text, found, place) if not code and text[one.end : one.end + 1] == "度" else one


def _carry(text: str, found: list[Figure], place: int) -> None:
    """Give the sense of a step to the amounts behind it in its list (分别增长4.7%和3.2%), and to what it is in other terms (4千人或1%)."""
    step, stop = found[place], place + 1
    joints = ""
    while stop < len(found) and _goes_on(text, step, found[stop - 1], found[stop]):
        joints += text[found[stop - 1].end : found[stop].start].strip()
        stop += 1
    if joints.strip("、") or (joints and "分别" in clause(text, step.start)):
        for right in range(place + 1, stop):
            found[right] = evolve(found[right], sense=step.sense)


def _goes_on(text: str, step: Figure, left: Figure, right: Figure) -> bool:
    """Return whether a figure stands in the list of a step: of its kind, or the same in other terms behind 或."""
    first, second = step.quantity, right.quantity
    if first is None or second is None or right.sense is not _LEVEL or not in_list(text, left.end, right.start):
        return False
    return _alike(first.dimension, second.dimension) or text[left.end : right.start] == "或"


def _alike(one: Dimension, other: Dimension) -> bool:
    return one is other or (one in SHARES and other in SHARES)


def _from_above(text: str, found: list[Figure], *, bare: bool, mixed: bool, colons: bool) -> None:
    """Settle what lines and clauses before them say of bare numbers and of rates."""
    if bare and len(found) >= _FEWEST_LINES and text.count("\n") >= _FEWEST_LINES - 1:
        _paged(text, found)
    if bare and (")" in text or "）" in text):
        _labelled(text, found)
    if bare and colons and ("位：" in text or "位:" in text):
        _scaled(text, found)
    if mixed:
        _rate(text, found)


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
_LINE: Final = 60
_FEWEST_LINES: Final = 4


def _parted(text: str, found: list[Figure], place: int) -> Figure:
    """Put the amount of a change and its level in the place of a range that is none; return the first figure there."""
    before = next((one for one in reversed(found[max(0, place - _AMONG) : place]) if one.quantity is not None), None)
    two = amount_and_level(text, found[place], before)
    if two is not None:
        found[place : place + 1] = two
    return found[place]


def _scaled(text: str, found: list[Figure]) -> None:
    """Give unit and scale of a table's head to the bare numbers below it, up to a blank line or the next head."""
    heads = [
        scale for match in re.finditer("[单單]位\\s?[:：]", text) if (scale := _scale(text, match.end())) is not None
    ]
    index = 0
    for place, (end, factor, into) in enumerate(heads):
        limit = heads[place + 1][0] if place + 1 < len(heads) else len(text)
        blank = text.find(_BLANK, end, limit)
        if blank >= 0 and text[end:blank].strip(" )）") == "" and _TABLE.match(text, blank):
            blank = text.find(_BLANK, blank + len(_BLANK), limit)
        stop = limit if blank < 0 else blank
        while index < len(found) and found[index].start < stop:
            one = found[index]
            if into is not None and one.start >= end and one.quantity is not None and not one.quantity.unit.code:
                found[index] = evolve(one, quantity=times(one.quantity, factor, into))
            index += 1


_TABLE: Final = LazyPattern("\\s*[|｜]")
"""The first line of a table behind a blank line."""


def _labelled(text: str, found: list[Figure]) -> None:
    """Give bare numbers the unit in the bracket of the label before them (投资额（万元）：500)."""
    for place, one in enumerate(found):
        quantity = one.quantity
        if quantity is None or quantity.unit.code or one.start < _SHORTEST_LABEL:
            continue
        label = _LABEL.match(fold_marks(text[max(0, one.start - _LONGEST_LABEL) : one.start])[::-1], 0)
        if label is None:
            continue
        spelt = label[1][::-1]
        end = len(spelt) - len(spelt.lstrip("".join(_SCALES)))
        factor = prod(_SCALES[rank] for rank in spelt[:end])
        into = unit("") if end == len(spelt) else None
        if into is None and (known := unit_at(spelt, end)) is not None and known[1] == len(spelt):
            into = known[0]
        if into is not None:
            found[place] = evolve(one, quantity=times(quantity, factor, into))


_LABEL_ENDS: Final = frozenset("）)： ")
_LABEL: Final = LazyPattern("[ ]?:?[ ]?[)]([^()0-9 ,:]{1,8})[(][㐀-鿿]")
"""A label with its unit in brackets, read backwards from the number."""
_SHORTEST_LABEL: Final = 4
_LONGEST_LABEL: Final = 14


def _scale(text: str, at: int) -> tuple[int, int, Unit | None] | None:
    """Return end, factor and unit of what stands behind 单位：; no unit where it names several (亿元、%)."""
    window = fold_marks(text[at : at + 24])
    start = 1 if window[:1] == " " else 0
    digits = _DIGITS.match(window, start)
    factor, end = (1, start) if digits is None else (int(digits[0]), digits.end())
    while window[end : end + 1] in _SCALES:
        factor, end = factor * _SCALES[window[end]], end + 1
    found = unit_at(window, end) or prefix_at(window, end)
    if found is None:
        return None
    return at + found[1], factor, None if _ALSO.match(window, found[1]) else found[0]


_ALSO: Final = LazyPattern("[、,/和及] ?[十百千万亿]*+[㐀-鿿%‰]")
"""A list that goes on with a unit."""


_DIGITS: Final = LazyPattern("10{0,8}+")
_SCALES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
"""By multiplier: its factor."""


def _rate(text: str, found: list[Figure]) -> None:
    """Give the base of a rate to the figure behind it in its clause (每千人口拥有医师5.2人)."""
    base: Figure | None = None
    for place, one in enumerate(found):
        if one.per is not None:
            base = one
        elif base is not None and one.quantity is not None:
            if not _CLAUSE.intersection(text[base.end : one.start]):
                found[place] = evolve(one, per=base.per)
            base = None


_CLAUSE: Final = frozenset("，。；！？,;!?\n")
