"""Denominators: what a quantity is stated per, behind a stroke (20元/人·天) or 每 (0.5毫克每升).

Works on folded text. A denominator is read whole or not at all: 50元/(人·天) is no 50元/人.
"""

from collections.abc import Mapping
from math import prod
from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.quantity.units import DOTS, Dimension, Unit, factor_at, multiple, rate, unit

_MOST = 3
_TIMES = LazyPattern("(10{0,8}(?=[十百千万亿])|10{1,8}(?![0-9.])|)([十百千]?[万亿]?)")
"""How many of a unit the rate is per."""
_RANKS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
"""By multiplier: its factor."""
_PEOPLE: Final = "人口"
"""What most such rates are per."""
_PERIOD = LazyPattern("(?:个?月|年|天|日|季度?|学年|学期)(?=\\Z|[，。；、,;:：)）”\"'》 \n的])")
"""A time that a rate is per."""
_HOUR = LazyPattern("时(?![段代间期节限长效速])")
"""时 as an hour."""
_EACH = "每"
"""Says what a rate is per."""
_SPACE: Final = frozenset({Dimension.AREA, Dimension.VOLUME, Dimension.LENGTH, Dimension.MASS})
_STATED: Final = frozenset(
    {Dimension.MONEY, Dimension.COUNT, Dimension.PERCENT, Dimension.DURATION, Dimension.WORKING_TIME}
)
_SECONDS = LazyPattern("秒²|s²|s2(?![0-9])")
"""Seconds squared."""
_PERIODS: Final = frozenset("季da")
"""First characters of times."""
_WORKED: Final = {"person-month": ("人", "个月"), "person-year": ("人", "年")}
"""By code of a unit of work: what it is behind a stroke (元/人月 is per person and month)."""
_SPANNED: Final = frozenset({Dimension.COUNT, Dimension.AREA, Dimension.VOLUME, Dimension.MASS})
_CALLED: Final = {"月": "个月", "日": "天", "季": "个季度", "季度": "个季度"}
"""By spelling of a period behind another unit without a dot (元/人月): the spelling of its unit."""
_SHORT: Final = frozenset({"second", "minute", "hour"})
_CLOSES: Final = frozenset("，。；、,;:：)）”\"'》 \n的以之计收征缴")
"""What can stand behind a denominator."""


def over_stroke(text: str, at: int, over: Unit, senses: Mapping[str, Unit]) -> tuple[Unit, int] | None:
    """Return the rate whose denominator starts at an offset, behind the stroke, and the offset behind it; ``None`` for none.

    Example:
        >>> over_stroke("3元/平方米·月", 3, unit("元"), {})[0].code, over_stroke("5L/100km", 3, unit("升"), {})[0].code
        ('yuan/m2·month', 'L/100km')
    """
    bracket = text[at : at + 1] == "("
    found = _factors(text, at + bracket, over, senses, f"{DOTS}/×*" if bracket else f"{DOTS}/")
    if found is None or (bracket and text[found[1] : found[1] + 1] != ")"):
        return None
    under, end = found[0], found[1] + bracket
    period = _PERIOD.match(text, end) if under[-1].dimension in _SPANNED and not bracket else None
    if period is not None and len(under) < _MOST:
        return rate(over, *under, unit(_CALLED.get(period[0], period[0]))), period.end()
    more = _factors(text, end + 1, over, senses, _EACH) if text[end : end + 1] == _EACH else None
    if more is not None and _closes(text, more[1]):
        under, end = under + more[0], more[1]
    return rate(over, *under), end


def over_each(text: str, at: int, over: Unit, senses: Mapping[str, Unit]) -> tuple[Unit, int] | None:
    """Return the rate that 每 at an offset makes and the offset behind it, ``None`` where 每 may begin another statement.

    20人每天 may be what twenty people do every day, 每 with a measure is a denominator (5人每平方米), and so is one at the end.

    Example:
        >>> over_each("35微克每立方米", 4, unit("微克"), {})[0].code, over_each("20人每天", 3, unit("人"), {})
        ('ug/m3', None)
    """
    found = _factors(text, at + 1, over, senses, _EACH)
    if found is None:
        return None
    under, end = found
    space, short = under[0].dimension in _SPACE, under[0].code in _SHORT
    if over.dimension is Dimension.COUNT and not (space or short):
        return None
    certain = space if over.dimension is Dimension.COUNT else (space or short) and over.dimension not in _STATED
    return (rate(over, *under), end) if certain or _closes(text, end) else None


def _closes(text: str, at: int) -> bool:
    """Return whether what stands at an offset leaves 每 no statement to begin."""
    return at == len(text) or text[at] in _CLOSES


def _factors(
    text: str, at: int, over: Unit, senses: Mapping[str, Unit], joints: str
) -> tuple[tuple[Unit, ...], int] | None:
    """Read units joined by dots, strokes or 每; more than a denominator can hold are none."""
    found: list[Unit] = []
    end = at
    while (more := _factor(text, at, over, senses)) is not None:
        found.extend(more[0])
        end = more[1]
        if end >= len(text) or text[end] not in joints:
            break
        at = end + 1
    return (tuple(found), end) if 0 < len(found) <= _MOST else None


def _factor(text: str, at: int, over: Unit, senses: Mapping[str, Unit]) -> tuple[tuple[Unit, ...], int] | None:
    if (squared := _SECONDS.match(text, at)) is not None:
        return (unit("second"),) * 2, squared.end()
    found = factor_at(text, at, {**_senses(text, at, over), **senses})
    if found is not None:
        parts = _WORKED.get(found[0].code)
        return (found[0],) if parts is None else tuple(map(unit, parts)), found[1]
    times = _TIMES.match(text, at)
    if times is None or not times[0]:
        return None
    number = int(times[1] or 1) * prod(_RANKS[rank] for rank in times[2])
    single = factor_at(text, times.end(), senses)
    if single is None:
        return (
            ((multiple(unit(""), number),), times.end())
            if _closes(text, times.end()) or _falls(text, times.end())
            else None
        )
    return (multiple(single[0], number),), single[1] + text.startswith(_PEOPLE, times.end())


def _falls(text: str, at: int) -> bool:
    """Return whether a verb or another end follows a number that something is stated per (由5.2例/10万降至3.1例/10万)."""
    return text[at : at + 1] in _LEADS and at < len(text)


_LEADS: Final = frozenset("降升增减下上提至到变以左为")
"""What cannot."""


def _senses(text: str, at: int, over: Unit) -> Mapping[str, Unit]:
    """Return what letters without a unit of their own mean in a denominator."""
    char = text[at : at + 1]
    if char == "时" and _HOUR.match(text, at) is not None:
        return {"时": unit("hour")}
    if char == "度" and over.dimension is Dimension.MONEY:
        return {"度": unit("kWh")}
    if char == "分" and (over.dimension in {Dimension.LENGTH, Dimension.VOLUME} or over.code == "次"):
        return {"分": unit("minute")}
    return {"季度": unit("quarter"), "d": unit("day"), "a": unit("year")} if char in _PERIODS else {}
