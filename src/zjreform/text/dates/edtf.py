"""What a date says as EDTF, read from its surface alone.

What a date does not say (the year of 5月1日, the century of 18年3月) is not guessed, and such a date has no EDTF.
"""

from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.quantity.numerals import numeral_at
from zjreform.text.dates.calendar import ERAS

_NUMBER: Final = "([0-9]++|[〇○零一二三四五六七八九十百千两廿]++)"
"""A number in either kind of digits."""
_ERA: Final = f"({'|'.join(('公元前', '西元前', '公元', '西元', *ERAS))})?+"
"""The era of a year."""
_FIELDS: Final = LazyPattern(
    f"{_ERA}{_NUMBER}(学)?+年(度)?+(?:([底末])|(初)|([上下])半年度?+|前([一二三四两1-4])个?+季度?+|第?+([一二三四1-4])季度?+"
    f"|{_NUMBER}月(?:{_NUMBER}[日号]|[底初末份]|[上中下]旬)?+)?+\\Z"
)
"""A date as a whole, from the year down."""
_PLAIN: Final = LazyPattern("([0-9]{4})([-/.])([0-9]{1,2})(?:\\2([0-9]{1,2}))?+\\Z")
_YEARS: Final = LazyPattern("([0-9]{4})年?+(?:[-—–―~〜至到]|——)([0-9]{4})年?+(学)?+(?:年?度)?+\\Z")
"""Two years."""
_DAMAGED: Final = LazyPattern("([0-9]{4})([0-9]{1,2})月\\Z")
"""A year and a month between which 年 was lost."""
_JOINED: Final = LazyPattern("([^-—–―~〜至到、和及]++)(?:[-—–―~〜至到]++)([^-—–―~〜至到、和及]++)\\Z")
"""Two dates."""
_HEAD: Final = LazyPattern("([^年]++年)?+([^月日号]++月)?+")
"""Year and month, which the second of two dates may share."""
_QUARTERS_OF: Final = LazyPattern("([0-9]{4})年第?+([一二三四1-4])(?:[-—–―~〜至到]|——)第?+([一二三四1-4])季度?+\\Z")
"""Two quarters of a year."""
_SEVERAL: Final = LazyPattern("[^、和及]++[、和及]")
"""A list of dates."""
_QUARTERS: Final = {"一": 33, "二": 34, "三": 35, "四": 36, "1": 33, "2": 34, "3": 35, "4": 36}
"""EDTF codes of quarters."""
_COUNTED: Final = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
"""The number of quarters counted."""
_HALVES: Final = {"上": 40, "下": 41}
"""EDTF codes of half-years."""
_STARTS: Final = {
    "": 0, "公元": 0, "西元": 0, "民国": 1911, "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018,
}  # fmt: skip
"""By era: the year before its first; the years of others begin with the moon, and say no year of ours exactly."""
_REPUBLICAN, _FIRST_THREE, _LAST_THREE = 1911, 100, 200
_EARLIEST, _LATEST = 1000, 2999
_YEAR_DIGITS, _MONTHS, _DAYS = 4, 12, 31


def edtf(surface: str) -> str | None:
    """Return what a date says as EDTF, or ``None`` where it leaves the year open or is a clock time or a plan period.

    Quarters and half-years are level 2 (2018-33 to 2018-36, 2018-40 and 2018-41), and so are several days (in braces); the end of a year
    is its December, a school year runs from August to July.

    Args:
        surface: The date as it stands, folded.

    Example:
        >>> edtf("二〇一八年六月十九日"), edtf("民国106年8月"), edtf("2021年上半年"), edtf("5月1日")
        ('2018-06-19', '2017-08', '2021-40', None)
        >>> edtf("112年5月至113年12月"), edtf("2018年9月1日至5日"), edtf("113年前3季")
        ('2023-05/2024-12', '2018-09-01/2018-09-05', '2024-01/2024-09')
    """
    text = surface.replace(" ", "").replace("\n", "")
    if match := _QUARTERS_OF.match(text, 0):
        return _of_quarters(match[1], *(_COUNTED[match[group]] for group in (2, 3)))
    if text[1:2] == "(":
        text = text[2:].replace(")", "", 1)
    if (found := _single(text)) is not None or _FIELDS.match(text, 0):
        return found
    if (match := _YEARS.match(text, 0)) and not match[3]:
        return _interval(match[1], match[2])
    if match := _JOINED.match(text, 0):
        return _interval(*(_single(end) for end in _ends(match[1], match[2])))
    return _several(text) if _SEVERAL.match(text, 0) else None


def _single(text: str) -> str | None:
    if match := _FIELDS.match(text, 0):
        return _of_fields(match.groups())
    if match := _PLAIN.match(text, 0):
        return _calendar(int(match[1]), int(match[2 + 1]), int(match[4]) if match[4] else None)
    if match := _DAMAGED.match(text, 0):
        return _calendar(int(match[1]), int(match[2]), None)
    return text if len(text) == _YEAR_DIGITS and text.isascii() and text.isdecimal() else None


def _of_quarters(year: str, first: int, last: int) -> str | None:
    return f"{year}-{3 * first - 2:02}/{year}-{3 * last:02}" if first < last else None


def _interval(first: str | None, last: str | None) -> str | None:
    """Return two dates as an interval, if both are known and the first is the earlier."""
    return f"{first}/{last}" if first and last and first < last and "/" not in first + last else None


def _ends(first: str, last: str) -> tuple[str, str]:
    """Return both ends of a range in full: each takes from the other what it leaves out (2018年1—3月, 9月1日至5日)."""
    if first[-1] not in "年月日号底末初旬度份季":
        first += next((char for char in last if char in "年月日号"), "")
    return first, _completed(first, last)


def _completed(first: str, last: str) -> str:
    """Return a date with the year and month that the one before it says and it does not."""
    head = _HEAD.match(first, 0)
    if "年" in last or head is None:
        return last
    return f"{head[1] or ''}{'' if '月' in last else head[2] or ''}{last}"


def _several(text: str) -> str | None:
    first, *rest = text.replace("和", "、").replace("及", "、").split("、")
    days = [
        _single(_completed(first, day if day[-1] in "年月日号" else day + text[-1])) for day in (first, *rest) if day
    ]
    return f"{{{','.join(day for day in days if day)}}}" if len(days) > 1 and all(days) else None


def _of_fields(fields: tuple[str | None, ...]) -> str | None:
    era, label, school, _, end, start, half, first, quarter, month, day = fields
    year = _year(label or "", era or "")
    if year is None or start:
        return None
    if school:
        return f"{year:04}-08/{year + 1:04}-07"
    if first:
        return f"{year:04}-01/{year:04}-{3 * _COUNTED[first]:02}"
    if half or quarter:
        return f"{year:04}-{_HALVES[half] if half else _QUARTERS[quarter or '']}"
    if end:
        return f"{year:04}-12"
    return _written(year) if month is None else _calendar(year, _number(month), _number(day) if day else None)


def _year(label: str, era: str) -> int | None:
    year = _number(label)
    if era.endswith("前"):
        return 1 - year
    if era:
        return _STARTS[era] + year if era in _STARTS else None
    if _FIRST_THREE <= year < _LAST_THREE:
        return year + _REPUBLICAN
    return year if _EARLIEST <= year <= _LATEST else None


def _written(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _number(text: str) -> int:
    if text.isascii():
        return int(text)
    numeral = numeral_at(text, 0)
    return int(numeral.value) if numeral is not None and numeral.end == len(text) else 0


def _calendar(year: int, month: int, day: int | None) -> str | None:
    if not 1 <= month <= _MONTHS or (day is not None and not 1 <= day <= _DAYS):
        return None
    return f"{_written(year)}-{month:02}" + (f"-{day:02}" if day is not None else "")
