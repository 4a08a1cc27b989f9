"""度 as a kilowatt-hour beyond the words directly around it: behind an earlier amount of energy, or power in the same clause."""

from typing import Final

from zjreform.fold import fold_marks
from zjreform.lazy import LazyPattern
from zjreform.quantity.parsing import figure_at
from zjreform.quantity.units import unit
from zjreform.text.figure import Figure, stated
from zjreform.text.neighbours.between import CLAUSE

_REACH: Final = 120
_AHEAD: Final = 16
_SENTENCE: Final = "。！？!?\n"
_POWER: Final = LazyPattern("(?>(?s:.*\n)?).*(?:电量|[用发供耗节购售输省缺]电)")
"""Words before 度 where it counts kilowatt-hours."""
_HEAT: Final = frozenset("温寒热冷角倾坡经纬")
"""Letters of words whose 度 is a degree."""


def energy(text: str, found: list[Figure], place: int) -> Figure:
    """Return a bare number before 度 as an amount of energy, where the sentence says so.

    Args:
        text: The text.
        found: Its numerals in order.
        place: Place of the number in them.
    """
    one = found[place]
    low = max(0, one.start - _REACH)
    sentence = fold_marks(text[low : one.start])
    sentence = sentence[max(map(sentence.rfind, _SENTENCE)) + 1 :]
    words = sentence[max(map(sentence.rfind, CLAUSE)) + 1 :]
    if _HEAT.intersection(words) or not (_POWER.match(words, 0) or _counted(found, place, one.start - len(sentence))):
        return one
    stop = found[place + 1].start if place + 1 < len(found) else len(text)
    read = figure_at(fold_marks(text[one.start : min(stop, one.end + _AHEAD)]), 0, {"度": unit("kWh")})
    if read is None or one.start + read[1] <= one.end:
        return one
    return stated(text, one.start, one.start + read[1], read[0])


def _counted(found: list[Figure], place: int, low: int) -> bool:
    """Return whether an earlier figure of the sentence counts kilowatt-hours by 度 or by name."""
    for before in range(place - 1, -1, -1):
        one = found[before]
        if one.start < low:
            return False
        if one.quantity is not None and one.quantity.unit.code == "kWh":
            return True
    return False
