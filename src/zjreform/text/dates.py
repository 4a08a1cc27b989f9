"""Dates in running text: the patterns that find them and the EDTF they say.

Patterns are folded and stand behind the first character of a date, which the scan has consumed (see ``scan``). A date is read
again from its surface alone; what it does not say (the year of 5月1日) is not guessed, and such a date has no EDTF.
"""

from typing import Final

from zjreform.quantity.numerals import numeral_at
from zjreform.quantity.patterns import LazyPattern

_G: Final = "[ \\n]?+"
_TO: Final = f"{_G}(?:[-—–―~〜至到]|——){_G}"
_YEAR: Final = "(?:(?<=1)9|(?<=2)0)[0-9][0-9]"
_WHOLE_YEAR: Final = "(?:19|20)[0-9][0-9]"
_DAY: Final = f"{_G}[0-9]{{1,2}}{_G}[日号]"
_PART: Final = "(?:度|底|末|初|[上下]半年|第?[一二三四1-4]季度)"
_MONTH_PART: Final = "(?:底|初|末|中旬|上旬|下旬|中(?=[，,。；、]))"
_HAN_DAY: Final = f"{_G}[一二三四五六七八九十廿]{{1,3}}{_G}[日号]"
_LASTS: Final = "(?<!历时{0})(?<!耗时{0})(?<!为期{0})(?<!费时{0})(?<![满达仅需超约近足]{0})(?<!不到{0})"

_CLOCK: Final = "(?:[0-5]?[0-9]分(?:钟)?|半|整|许)?"
_HOURS: Final = "(?:[午晚晨早间日至到天后]{0})"

_MONTH: Final = (
    f"{_LASTS.format('[0-9]')}(?:(?<=1)[0-2]|(?<=[1-9])|(?<=0)[1-9])"
    f"{_G}月(?:份|{_DAY}(?:{_TO}(?:[0-9]{{1,2}}{_G}月)?{_DAY})?|{_TO}[0-9]{{1,2}}{_G}月(?:{_DAY})?|{_MONTH_PART})?"
)
_DAY_ALONE: Final = (
    "(?:(?<=\\A[0-9])|(?<=[，。；：（(\\n\\t 　当本][0-9])|(?<=[截从自在][0-9])|(?<=[日月]至[0-9])"
    "|(?<=[请将定拟已]于[0-9])|(?<=[本当上下]月[0-9]))[0-9]?[日号]"
    "(?!内|之内|以[内上下后前]|左右|前|后|起[内的]|的?期限|为[限期]|时间|以|通)"
)
_HAN_MONTH: Final = (
    f"{_LASTS.format('[一二三四五六七八九十]')}(?<=[一二三四五六七八九十])(?<!个.)[一二三四五六七八九十]{{0,2}}{_G}月"
    f"(?:份|{_HAN_DAY}|{_TO}[一二三四五六七八九十]{{1,2}}月|{_MONTH_PART})?(?!饼|球|亮|子|嫂|薪|租)"
)

_OF_YEAR: Final = "|".join((
    f"{_TO}{_WHOLE_YEAR}{_G}年{_PART}?",
    f"{_G}[0-9]{{1,2}}{_G}月{_DAY}(?:{_TO}(?:[0-9]{{1,2}}{_G}月)?{_DAY})?",
    f"{_G}[0-9]{{1,2}}(?:{_G}月)?{_TO}[0-9]{{1,2}}{_G}月",
    f"{_G}[0-9]{{1,2}}{_G}月{_MONTH_PART}?",
    f"{_PART}?",
))  # fmt: skip
"""What goes on behind 年."""

_OF_YEARS: Final = "|".join((
    f"{_TO}{_WHOLE_YEAR}{_G}(?:年度?|学年度?)?(?![0-9.,万亿])(?!{_G}[号个项件人])",
    f"[-/][0-9]{{2}}{_G}(?:年度|学年度?|财政年度)",
    "[-/](?:0?[1-9]|1[0-2])[-/][0-3]?[0-9](?![0-9])",
    "\\.(?:0?[1-9]|1[0-2])\\.[0-3]?[0-9](?![0-9.])",
    "[-/](?:0[1-9]|1[0-2])(?![-0-9/万亿.])",
    "/[0-9][0-9](?![-0-9/万亿.%])",
    f"\\.(?:0[1-9]|1[0-2])(?![0-9.])(?!{_G}[万亿千百%‰倍元个项件人吨亩平公家户])",
    "\\.[1-9](?![0-9.])(?=[\\s，。；、)]|$)|[卷届级]",
    f"{_G}年(?:{_OF_YEAR})",
    "[1-9][0-9]{0,2}月(?:[0-9]{1,2}日)?",
    f"{_WHOLE_YEAR}年{_PART}?",
    "(?:0[1-9]|1[0-2]|[1-9])(?:0[1-9]|[12][0-9]|3[01])(?![0-9.,])(?=[，。；、)”\\s]|$)",
))  # fmt: skip
"""What goes on behind the first digit of a year and the rest of it."""

DIGIT_DATES: Final = "|".join((
    f"{_YEAR}(?:{_OF_YEARS})",
    "(?:(?<=元前[0-9])|(?<=公元[0-9]))[0-9]{0,3}年",
    "(?<=民国[0-9])[0-9]{0,2}年度?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|[底末初])?",
    "(?<=1)[0-3][0-9]年(?:度|[底末初](?!期)|(?=修正|第[0-9一二三四]季)|[0-9]{1,2}月(?:[0-9]{1,2}日)?)",
    "(?<=1)[0-3][0-9]学年度?",
    "(?<=[自迄较于至][0-9])(?<=1)[0-3][0-9]年(?=[起至调间]|以[前后来])",
    f"(?:(?<=1)[0-2]|(?<=[1-9])|(?<=0)[1-9]){_TO}(?:1[0-2]|[1-9]){_G}月份?(?!{_DAY})",
    _MONTH,
    _DAY_ALONE,
    "(?<![比例构][0-9])(?<![比例构成][为由是][0-9])(?<!构成[0-9])(?<![0-9][:∶][0-9])[0-9]?:[0-5][0-9](?::[0-5][0-9])?(?![0-9:%]|[.][0-9])",
    f"(?<!历[0-9])(?<!小[0-9])[0-9]?时(?!间|候|期|代|常|效|段|长|速|限|尚){_CLOCK}",
    f"[0-9]?点(?:[0-5]?[0-9]分|半|整|钟|许)(?:{_TO}[0-9]{{1,2}}点{_CLOCK})?(?!钟)",
    f"(?<={_HOURS.format('[0-9]')})[0-9]?点{_CLOCK}(?:{_TO}[0-9]{{1,2}}点{_CLOCK})?",
    f"[0-9]?点(?=[前后起](?!来))|[0-9]?点{_TO}[0-9]{{1,2}}点",
    "[0-9]年(?:[底末初](?!期)|(?=起[，。、施执实]))",
    "0年代|(?:(?<=1)[0-9]|(?<=2)[01])世纪",
    "(?:(?<=[1-4])|(?<=第[1-4]))季度",
    "(?:(?<=1)9|(?<=2)0)[0-9][0-9](?![0-9.,]|[ \\n]?[千万亿多余几来])(?=[\\s）)》”」』、/]|$)",
))  # fmt: skip
"""Alternatives behind a digit."""

HAN_DATES: Final = "|".join((
    f"(?<=[一二])[九〇○零][一二三四五六七八九〇○零]{{2}}{_G}年(?:{_G}[一二三四五六七八九十]{{1,3}}{_G}月(?:{_HAN_DAY}|{_MONTH_PART})?|{_PART})?",
    "(?<=[一二])[九〇○零][一二三四五六七八九〇○零]{2}(?![一二三四五六七八九〇○零十百千万亿])",
    f"(?<=民国[一二三四五六七八九十百])[一二三四五六七八九十百零〇]*+年(?:[一二三四五六七八九十]{{1,3}}月(?:{_HAN_DAY})?|[底末初度])?",
    _HAN_MONTH,
    "(?<=[前后上翌次]一)年(?!级|多|半|来)",
    "(?<=[初月][一二三四五六七八九十])[一二三四五六七八九十]{0,2}[日号]",
    "(?:(?<=[一二三四])|(?<=第[一二三四]))(?:[、至到][一二三四])?季度",
    "(?<=十)[一二三四五六]五(?![十百千万亿年个项次天日名家人月件周分成倍折余多])(?:规划|计划|时期|期间)?",
    "(?<=[一二三四五六七八九])十年代|(?<=十)[六七八九]世纪|(?<=二)十一?世纪",
    "(?<=[午晚晨早间日至到天][一二三四五六七八九十])[一二三四五六七八九十]{0,2}[时点](?:[一二三四五六七八九十]{1,3}分|半|整|许)?",
    "(?<=[二十])[一二三四五六七八九十]{1,2}时(?!间|候|期|代|常|效|段|长|速|限|刻)",
))  # fmt: skip
"""Alternatives behind a Chinese digit."""

HALF_DATES: Final = "(?<=[上下]半)年度?|(?<=半)年(?:度|报)"
ORDINAL_DATES: Final = "[一二三四1-4]季度?(?!节)"
"""Behind 第."""

_NUMBER: Final = "([0-9]++|[〇○零一二三四五六七八九十百廿]++)"
_FIELDS: Final = LazyPattern(
    f"(民国)?+{_NUMBER}(学)?+年(度)?+(?:([底末])|(初)|([上下])半年|第?+([一二三四1-4])季度|{_NUMBER}月(?:{_NUMBER}[日号]|[底初末份]|[上中下]旬)?+)?+\\Z"
)
_PLAIN: Final = LazyPattern("([0-9]{4})([-/.])([0-9]{1,2})(?:\\2([0-9]{1,2}))?+\\Z")
_YEARS: Final = LazyPattern("([0-9]{4})年?+(?:[-—–―~〜至到]|——)([0-9]{4})年?+(学)?+(?:年?度)?+\\Z")
_DAMAGED: Final = LazyPattern("([0-9]{4})([0-9]{1,2})月\\Z")
_FIRST_REPUBLICAN = 1911
_LAST_REPUBLICAN_LABEL = 200
_QUARTERS: Final = {"一": 33, "二": 34, "三": 35, "四": 36, "1": 33, "2": 34, "3": 35, "4": 36}
_HALVES: Final = {"上": 40, "下": 41}
_MONTHS = 12
_DAYS = 31


def edtf(surface: str) -> str | None:
    """Return what a date says as EDTF, or ``None`` where it leaves the year open or is a clock time or a plan period.

    Quarters and half-years are level 2 (2018-33 to 2018-36, 2018-40 and 2018-41), the end of a year is its December, a school year runs
    from August to July.

    Args:
        surface: The date as it stands, folded.

    Example:
        >>> edtf("二〇一八年六月十九日"), edtf("民国106年8月"), edtf("2021年上半年"), edtf("5月1日")
        ('2018-06-19', '2017-08', '2021-40', None)
    """
    text = surface.replace(" ", "").replace("\n", "")
    if match := _FIELDS.match(text, 0):
        return _of_fields(match.groups())
    if match := _PLAIN.match(text, 0):
        return _calendar(int(match[1]), int(match[3]), int(match[4]) if match[4] else None)
    if (match := _YEARS.match(text, 0)) and not match[3]:
        return f"{match[1]}/{match[2]}" if match[1] < match[2] else None
    if match := _DAMAGED.match(text, 0):
        return _calendar(int(match[1]), int(match[2]), None)
    return None


def _of_fields(fields: tuple[str | None, ...]) -> str | None:
    republic, label, school, _, end, start, half, quarter, month, day = fields
    year = _year(label or "", bool(republic))
    if year is None or start:
        return None
    if school:
        return f"{year:04}-08/{year + 1:04}-07"
    if half or quarter:
        return f"{year:04}-{_HALVES[half] if half else _QUARTERS[quarter or '']}"
    if end:
        return f"{year:04}-12"
    return f"{year:04}" if month is None else _calendar(year, _number(month), _number(day) if day else None)


def _year(label: str, republic: bool) -> int | None:  # noqa: FBT001 (one caller, by place)
    year = _number(label)
    if republic or _FIRST_THREE <= year < _LAST_REPUBLICAN_LABEL:
        return year + _FIRST_REPUBLICAN
    return year if _EARLIEST <= year <= _LATEST else None


_FIRST_THREE, _EARLIEST, _LATEST = 100, 1000, 2999


def _number(text: str) -> int:
    if text.isascii():
        return int(text)
    numeral = numeral_at(text, 0)
    return int(numeral.value) if numeral is not None and numeral.end == len(text) else 0


def _calendar(year: int, month: int, day: int | None) -> str | None:
    if not 1 <= month <= _MONTHS or (day is not None and not 1 <= day <= _DAYS):
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day is not None else "")
