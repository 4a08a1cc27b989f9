"""What is spoken, or written by hand, brought to the spelling of the same number that is usual in print.

俩月 is 两个月, 四十六点5 is 四十六点五, 3.2比1 is 3.2：1, 打对折 is 打五折, 月息2分 is 2 %, 十五、六岁 is 十五六岁. Where the words leave
more than one reading, the number is masked.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from zjreform.mending.marks import MASK, Replacement, masked
from zjreform.mending.rare import DIGITS
from zjreform.stored import compiled

_ONES: Final = "一二三四五六七八九"
"""The digits from one to nine."""
_TO_HAN: Final = str.maketrans("0123456789", "零一二三四五六七八九")
"""From Arabic to Chinese digits."""
_NUMBER: Final = f"(?:[{DIGITS}]+(?:\\.[{DIGITS}]+)?|[{_ONES}十两])"
"""A number as interest is spoken of."""
_MEASURED: Final = (
    "(?:[万萬亿億]|[元圆圓]|公[里斤顷頃分尺吨噸]|平方|立方|[米克斤亩畝吨噸升倍成折]|[千毫厘]米|[千毫]克|千瓦|小[时時]"
    "|[个個]?百分[点點]|[摄攝]氏|℃|%|度(?![假过])|[岁歲])"
)
"""Units that measure, so that 点 before them is a decimal point."""
_ENDS: Final = "(?=\\Z|[，。；、,;)）！？\\s])"
"""Where a clause ends."""
_INTEREST: Final = (
    f"(?P<interest>(?P<period>[月年日天])(?:利息|利率|息|利(?=[0-9]))(?:为|為|是|按|约|約|约为|由|从|從|自)?(?P<rate>{_NUMBER})(?P<coin>[分厘釐毛角])"
    f"(?:(?P<more>[{_ONES}1-9])(?P<smaller>[厘釐毫分]|(?![0-9{_ONES}十百千万个個元块塊])))?(?![{DIGITS}{_ONES}十]|[之别別期钟鐘]))"
)
"""Interest in 分, 厘 and 毛, with the period and the rate."""
_ANY: Final = f"[{DIGITS}]+(?:[.．][{DIGITS}]+)?"
"""A number in digits."""
_ITEM: Final = "[.、．][㐀-鿿]{1,12}"
"""An item of a list within a line, behind its number."""
_FIRSTS: Final = f"{DIGITS}{_ONES}零十百千万萬两兩俩倆仨点點月年日天对對半平死伤傷、:："
"""First characters of all that follows; every other character of a line is passed at once."""
FORMS: Final = "|".join(
    (
        "(?P<two>(?<![他她它你我咱们們这那俩倆])[俩倆仨](?=(?P<unit>[个個]?(?:月|礼拜|禮拜|星期|钟头|鐘頭|小时|小時|月份)|年|天|周)))",
        f"(?P<clock>[{_ONES}十][点點][0-9]{{1,2}}分(?!之))",
        f"(?P<zero>(?<![0-9{_ONES}十百千])零[点點](?P<places>[0-9]{{1,4}})(?![0-9]|[分时時刻]))",
        f"(?P<mixed>(?<=[{_ONES}十百])[点點](?P<digits>[0-9]{{1,4}})(?={_MEASURED}))",
        f"(?P<point>(?<=[0-9])[点點](?=[0-9]{{1,3}}{_MEASURED}))",
        f"(?P<than>(?P<first>(?<![{DIGITS}]){_ANY})比(?P<second>{_ANY})(?![{DIGITS}个個项項人家年月日天%万亿次件元]))",
        "(?P<half>(?<=打)[对對][折摺]|(?<![折对對一两二三四五六七八九])半[折摺])",
        _INTEREST,
        f"(?P<plot>(?<=[地田园園林宅基])(?P<fen>[{_ONES}1-9])分(?P<li>[{_ONES}1-9])[厘釐])",
        f"(?P<flat>(?<=[0-9])平(?!\\n方)(?={_ENDS}|左右|以[上下]|的?[㐀-鿿]{{0,2}}?(?:房|屋|室|住宅|公寓|店|[铺鋪])))",
        f"(?P<died>(?<=[{DIGITS}{_ONES}十两兩])死(?=[{DIGITS}{_ONES}十两兩]+[伤傷]|\\Z|[，。；、,;)）！？\\s]))",
        f"(?P<hurt>(?<=[死亡][{DIGITS}{_ONES}十两兩])[伤傷](?![员員者口势勢])|(?<=[死亡][{DIGITS}{_ONES}十、，][{DIGITS}{_ONES}十两兩])[伤傷](?![员員者口势勢]))",
        f"(?P<near>(?:(?<=[十百千万萬][{_ONES}])|(?<=[^{_ONES}{DIGITS}十百千万萬亿億零〇第、，。；：:\\s][{_ONES}])(?=、[{_ONES}][十百千]))、(?P<next>[{_ONES}])(?P<after>[十百千万萬亿億]?[万萬亿億]?(?:[{DIGITS}]|、|.|\\Z)))",
        "(?P<glued>[:：](?P<numbered>1[㐀-鿿]{2,8}2[㐀-鿿]{2,8}(?:3[㐀-鿿]{2,8}(?:4[㐀-鿿]{2,8})?)?)(?=\\Z|[，。；\\n]))",
        f"(?P<dotted>[:：]1{_ITEM}2{_ITEM}(?:3{_ITEM}(?:4{_ITEM}(?:5{_ITEM})?)?)?)",
        f"(?P<rough>[百千万萬][儿兒][{_ONES}][十百千])",
        f"(?P<torn>(?<![0-9{_ONES}十百两兩])[0-9{_ONES}十百两兩]++兆[{_ONES}0-9]+[十百千](?![{_ONES}十百千万萬亿億0-9]))",
        "(?P<below>零[上下](?:[摄攝]氏|[华華]氏)(?=[0-9一二三四五六七八九十]))",
        "(?P<current>(?<![0-9A-Za-z.])[0-9]+(?:\\.[0-9]+)? ?A(?![A-Za-z0-9]|[级級]))",
    )
)
"""Spoken spellings, by what they are."""
PATTERN: Final = f"(?=[{_FIRSTS}])(?:{FORMS})"
_KINDS: Final = (
    *(
        "clock",
        "glued",
        "two",
        "zero",
        "mixed",
        "point",
        "than",
        "half",
        "interest",
        "plot",
        "flat",
        "died",
        "hurt",
        "near",
        "dotted",
        "rough",
    ),
    *("torn", "below", "current"),
)
_COUNTED: Final = (
    "1[万萬亿億千百十个個项項件条條家人次名份种種类類篇期年月日天周小分点點吨亩平公米元块塊楼樓号號间間台栋棟层層]"
)
"""The beginning of a first item that counts after all (：1人2车)."""
_ELECTRIC: Final = (
    "[电電]流|[电電][压壓器源]|安培|保[险險]|断路|斷路|熔|插[座头頭]|[开開][关關]|充[电電]|空[开開]|[额額]定"
)
"""Words beside which A is an ampere."""
_ROOMS: Final = "店|面积|面積|套内|套內|房|[户戶]型|建面|住宅|[铺鋪]|[仓倉]|[厅廳]|室|公寓"
"""Words beside which 平 is a square metre."""
_UNITS: Final = "[十百千万萬亿億]*(?:[岁歲度人户戶家个個天元块塊斤亩畝里次件名位米年月篇台吨噸]|公|万|萬)"
"""What is counted behind two adjacent digits."""
_PER_COIN: Final[dict[str, Fraction]] = {
    **dict.fromkeys("毛角", Fraction(10)),
    "分": Fraction(1),
    **dict.fromkeys("厘釐", Fraction(1, 10)),
    "毫": Fraction(1, 100),
}
"""Percent of a month's interest; a year's is ten times as much (月息1分 is 1 %, 年息1分 10 %)."""


def settled_speech(text: str) -> Iterator[Replacement]:
    """Give what to put in the place of such spellings, in order.

    Example:
        >>> list(settled_speech("歇了俩月")), list(settled_speech("门票打对折"))
        ([(2, 3, '两个')], [(3, 5, '五折')])
    """
    for match in compiled(PATTERN).finditer(text):
        put = _put(text, match)
        if put is not None:
            yield put
            if match["interest"]:
                yield from _led_to(text, match)
            elif (
                match["near"]
                and match["after"][0] == "度"
                and compiled("[温溫热熱冷凉涼]").search(text[max(0, match.start() - 8) : match.start()])
            ):
                yield match.start("after"), match.start("after") + 1, "℃"


def _put(text: str, match: re.Match[str]) -> Replacement | None:
    """Return what to put in the place of a match; ``None`` to leave it as it stands."""
    kind = next(name for name in _KINDS if match[name] is not None)
    if kind in _MADE:
        return _MADE[kind](match)
    if kind in _HEDGED:
        return _hedged(text, match, kind)
    return *match.span(kind), _simple(match, kind)


def _hedged(text: str, match: re.Match[str], kind: str) -> Replacement | None:
    """Return the same for what its surroundings must bear out."""
    start, end = match.span(kind)
    near = text[max(0, start - 8) : start]
    if kind == "flat":
        rooms = text[max(0, start - 14) : start] + text[end : end + 6]
        return (start, end, "平米") if compiled(_ROOMS).search(rooms) else None
    if kind == "current":
        return masked(match) if compiled(_ELECTRIC).search(near + text[end : end + 6]) else None
    if kind == "near":
        return (start, start + 1, "") if _is_near(text, match, near) else None
    led = compiled(_RATIO_LED_TO).search(text[max(0, start - 24) : start])
    to_one = led is not None or compiled(_RATIO).search(near) is not None
    middle = start + len(match["first"])
    return (middle, middle + 1, "∶") if "." in match[0] or to_one else masked(match)


_HEDGED: Final = frozenset({"flat", "current", "near", "than"})
_RATIO_LED_TO: Final = "比[^，。；比]{0,4}[0-9.]+比[0-9.]+[㐀-鿿]{1,6}[至到为為]\\Z"
"""A ratio before two numbers with 比 between them, and the verb that leads from it to them."""
_RATIO: Final = "(?<![对對])比(?:例|率|重|值|(?![例率重值分赛賽]))[^，。；比]{0,4}\\Z"
"""Words before two numbers with 比 between them that make them a ratio, and no score (师生比16比1, 2比1获胜)."""


def _glued(match: re.Match[str]) -> Replacement | None:
    """Return a list whose numbers stand directly before its items (：1身份证2户口本) with the numbers masked."""
    glued = compiled("[0-9]").sub(MASK, match[0])
    return None if compiled(_COUNTED).match(match["numbered"]) else (*match.span(), glued)


def _simple(match: re.Match[str], kind: str) -> str:
    if kind == "two":
        number = "三" if match["two"] == "仨" else "两"
        return number if match["unit"][0] in "个個年天周" else f"{number}个"
    if kind in {"zero", "mixed"}:
        digits = (match["places"] or match["digits"]).translate(_TO_HAN)
        return f"零点{digits}" if kind == "zero" else f"点{digits}"
    if kind == "plot":
        return f"0.{_digit(match['fen'])}{_digit(match['li'])}亩"
    if kind == "below":
        return match[0][2:] + match[0][:2]
    return {"point": ".", "half": "五折", "died": "人死", "hurt": "人伤"}[kind]


def _digit(char: str) -> int:
    return _ONES.index(char) + 1 if char in _ONES else int(char)


def _interest(match: re.Match[str]) -> Replacement:
    """Return a rate of interest in 分 and 厘 as percent; a day's is not told from one of other times."""
    percent = _percent(match["rate"], match["coin"])
    if match["more"]:
        coin = _PER_COIN[match["smaller"]] if match["smaller"] else _PER_COIN[match["coin"]] / _TENTH
        percent += _digit(match["more"]) * coin
    if match["period"] in "日天":
        return match.start("rate"), match.end(), MASK * (match.end() - match.start("rate"))
    percent *= _YEARLY if match["period"] == "年" else 1
    return match.start("rate"), match.end(), f"{float(percent):g}%"


_MADE: Final[dict[str, Callable[[re.Match[str]], Replacement | None]]] = {
    "interest": _interest,
    "glued": _glued,
    "dotted": lambda match: (*match.span(), compiled("[0-9](?=[.、．])").sub(MASK, match[0])),
    **dict.fromkeys(("rough", "torn", "clock"), masked),
}


def _led_to(text: str, first: re.Match[str]) -> Iterator[Replacement]:
    """Give the rate that another one is led to in the same words (月息由2分降到1分)."""
    again = compiled(f"[㐀-鿿]{{1,6}}?[至到为為成]了?(?P<rate>{_NUMBER})(?P<coin>[分厘釐毛角])").match(
        text, first.end()
    )
    if again is not None:
        percent = _percent(again["rate"], again["coin"]) * (_YEARLY if first["period"] == "年" else 1)
        yield again.start("rate"), again.end(), f"{float(percent):g}%"


def _percent(rate: str, coin: str) -> Fraction:
    spoken = {"十": 10, "两": 2}.get(rate) or (_digit(rate) if rate in _ONES else None)
    return (Fraction(rate) if spoken is None else Fraction(spoken)) * _PER_COIN[coin]


_YEARLY, _TENTH = 10, 10
_THIRTY_TO_FIFTY: Final = (3, 5)
"""The only digits two apart that stand for one number (三、五十人)."""


def _is_near(text: str, match: re.Match[str], near: str) -> bool:
    """Return whether two adjacent digits with 、 between them stand for one number that lies near both (十五、六岁)."""
    low, high = _digit(text[match.start() - 1]), _digit(match["next"])
    behind = match.start("after")
    return (
        (high == low + 1 or (low, high) == _THIRTY_TO_FIFTY)
        and "第" not in near[-4:]
        and compiled(_UNITS).match(text, behind) is not None
    )
