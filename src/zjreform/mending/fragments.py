"""Numbers that would fall apart: English multipliers, per mille as it is typed, other decimal marks, N+."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zjreform.mending.marks import Replacement, masked
from zjreform.mending.rare import DIGITS, HAN, NUMERALS
from zjreform.stored import compiled

_NUMBER: Final = "[0-9]+(?:,[0-9]{3})*(?:[.][0-9]+)?"
_ANY_NUMBER: Final = f"[{DIGITS}]+(?:,[{DIGITS}]{{3}})*(?:[.．][{DIGITS}]+)?"
_MONEY: Final = "(?:[$＄€£¥￥]|(?<![A-Za-z])(?:RMB|CNY|USD|HKD|TWD|NTD|EUR|GBP|JPY|AUD|CAD|SGD|CHF|MOP))"
_MULTIPLES: Final = {
    **dict.fromkeys(("thousand", "k"), 3),
    **dict.fromkeys(("million", "mln", "mn", "m"), 6),
    **dict.fromkeys(("billion", "bln", "bn", "b"), 9),
    **dict.fromkeys(("trillion", "tn", "t"), 12),
}
_MEASURED: Final = (
    "(?:[万萬亿億]|[元圆圓角]|公[里斤顷頃分尺吨噸]|平方|立方|[米克斤亩畝吨噸升倍成折里丈尺寸]|[千毫厘]|小[时時]|个?百分点|個百分點"
    "|摄氏|度|岁|歲|%)"
)
"""Units that measure, so that a mark between Chinese numerals before them is a point and parts no date or name."""
_QUOTED: Final = (
    "(?:[美日港欧歐英加澳]元|马克|馬克|法郎|卢布|盧布|英[镑鎊]|[铢銖]|[点點](?![0-9钟鐘])|[个個](?![0-9])"
    "|[万萬]?[家人户戶件台辆輛][，。；的])"
)
"""What is quoted or counted behind a decimal, besides what is measured."""
_STEP: Final = "(?:[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|mn|mln|bn|bln|tn|[kKmMbBT])"
FORMS: Final = "|".join(
    (
        f"(?P<priced>(?<=[$＄€£¥￥A-Z])(?P<blank> ?)(?P<amount>{_NUMBER})(?P<step> ?{_STEP})(?![A-Za-z0-9²³]))",
        f"(?P<english>{_NUMBER} ?(?:thousand|million|billion|trillion)(?![A-Za-z]))",
        f"(?P<lettered>(?<![0-9A-Za-z.]){_NUMBER} (?:[kKM](?![A-Za-z0-9/])|[wW](?=[{HAN}])))",
        "(?P<wan>(?<=[0-9])[wW](?=[余多]?[次人粉元条件播]))",
        f"(?P<mille>(?<=[{DIGITS}])[%％][oOＯ](?![A-Za-z0-9.]))",
        f"(?P<zero>(?<![{DIGITS}.])[{DIGITS}.]++[%％][0０](?![0-9.]))",
        f"(?P<dot>(?<=[{NUMERALS}])[·•・.．](?=[{NUMERALS}]{{1,4}}{_MEASURED}))",
        f"(?P<parts>(?:(?<=分之[{NUMERALS}])|(?<=分之[{NUMERALS}]{{2}})|(?<=分之[{NUMERALS}]{{3}}))[·•・.．](?=[{NUMERALS}]))",
        f"(?P<hundredth>(?<![{DIGITS}.分角毛])[{DIGITS}]+(?:[.][{DIGITS}]+)?(?=[厘釐](?![米清升克定正秒])))",
        f"(?P<middle>(?<=[0-9])[·•・](?=[0-9]{{1,4}}(?:(?!元旦){_MEASURED}|{_QUOTED})))",
        f"(?P<torn>(?<![0-9.·])(?!(?:19|20)[0-9]{{2}}(?![0-9]))[0-9]{{3,}}(?:[·•・][0-9]++)++(?!(?!元旦){_MEASURED}|{_QUOTED}))",
        "(?P<alien>(?<=[0-9])[•・](?=[0-9]))",
        "(?P<signed>(?<=[-−－])[$＄](?=[0-9]))",
        f"(?P<plus>(?<![{DIGITS}A-Za-z.．,+＋])(?P<least>{_ANY_NUMBER}[万萬亿億]?[%％]?)[+＋](?= ?[{HAN}㎡]|[%％，。；、）)”」\\s]|\\Z))",
    )
)
"""Spellings of numbers that would fall apart, by what they are."""
_FIRSTS: Final = f"{DIGITS} .．·•・%％wW$＄"
"""First characters of all of them; every other character of a line is passed at once."""
PATTERN: Final = f"(?=[{_FIRSTS}])(?:{FORMS})"
_WAN: Final = 4
_YEAR: Final = "(?:19|20)[0-9]{2}"
_COUNTED: Final = "[个個家项項人次户戶万萬亿億名位条條件种種]"
"""First characters of what is counted behind a year and a plus (2020+个)."""


def settled_fragments(text: str) -> Iterator[Replacement]:
    """Give plain spellings for such numbers where only one reading is possible, and a mask for the others.

    Example:
        >>> list(settled_fragments("建成100+项")), list(settled_fragments("出生率6.5%o"))
        ([(2, 6, '≥100')], [(6, 8, '‰')])
    """
    for match in compiled(PATTERN).finditer(text):
        put = _settled(text, match)
        if put is not None:
            yield put


def _settled(text: str, match: re.Match[str]) -> Replacement | None:
    kind = next(name for name in _KINDS if match[name] is not None)
    if kind in {"english", "lettered", "zero", "hundredth", "torn"}:
        return masked(match)
    if kind == "plus":
        least = match["least"]
        year = compiled(_YEAR).fullmatch(least) and not compiled(f" ?{_COUNTED}").match(text, match.end())
        return None if year else (*match.span(), f"≥{least}")
    if kind == "priced":
        before = text[max(0, match.start() - 4) : match.start()]
        if compiled(f"{_MONEY} ?\\Z").search(before) is None:
            return None
        step = _MULTIPLES[match["step"].strip().lower()]
        amount = Decimal(match["amount"].replace(",", "")).scaleb(step - _WAN)
        return *match.span(), f"{match['blank']}{amount:f}万"
    return *match.span(), {
        "wan": "万",
        "mille": "‰",
        "dot": "点",
        "parts": "点",
        "alien": "·",
        "signed": "",
        "middle": ".",
    }[kind]


_KINDS: Final = (
    "hundredth",
    "priced",
    "english",
    "lettered",
    "wan",
    "mille",
    "zero",
    "dot",
    "parts",
    "torn",
    "middle",
    "alien",
    "signed",
    "plus",
)
