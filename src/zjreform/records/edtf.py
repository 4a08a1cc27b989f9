"""Dates in EDTF (ISO 8601-2:2019), the part that the tables use.

Level 1: ``2018``, ``2018-06``, ``2018-06-19``, with ``~`` (approximate) or ``?`` (uncertain) behind, and intervals whose end may be open
(``2017/..``). Of level 2 only quarters (``2018-33`` to ``-36``) and half-years (``-40``, ``-41``).
"""

import re
from datetime import date, timedelta
from functools import lru_cache

_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
EXPECTED = "an EDTF date such as 2018, 2018-06-19, 2018-08/2018-10, 2017/.. or 2019~"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?]?", re.ASCII)


@lru_cache(maxsize=4096)
def edtf_bounds(text: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that a date covers; ``None`` where an interval is open.

    Raises:
        ValueError: The text is no date in the subset above.

    Example:
        >>> edtf_bounds("2018-08/2018-10")
        (datetime.date(2018, 8, 1), datetime.date(2018, 10, 31))
        >>> edtf_bounds("2017/..")
        (datetime.date(2017, 1, 1), None)
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _days(start, text)
    first = None if start == ".." else _days(start, text)[0]
    last = None if end == ".." else _days(end, text)[1]
    if (first is None and last is None) or (first is not None and last is not None and first > last):
        raise ValueError(f"expected {EXPECTED}, got {text!r}")
    return first, last


def _days(part: str, text: str) -> tuple[date, date]:
    match = _pattern().fullmatch(part)
    if match is None:
        raise ValueError(f"expected {EXPECTED}, got {text!r}")
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        return _covered(year or 0, month, day)
    except ValueError:
        raise ValueError(f"expected {EXPECTED}, got {text!r}") from None


def _covered(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if month in _QUARTERS and day is None:
        first, last = _QUARTERS[month]
        return date(year, first, 1), _last_day(year, last)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    return date(year, month, 1), _last_day(year, month)


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
