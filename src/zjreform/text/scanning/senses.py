"""What the words around a numeral say: the sense of 度, 里 and 月, whether 一 means "a", whether a bare number is a figure."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from attrs import evolve

from zjreform.lazy import LazyPattern
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import exact
from zjreform.quantity.numerals import numeral_at
from zjreform.quantity.parsing import figure_at
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.ratios import COLONS
from zjreform.quantity.units import RATIO_CODE, Dimension, unit
from zjreform.text.kinds import Kind
from zjreform.text.scanning.ranks import top
from zjreform.text.scanning.ratios import is_ratio
from zjreform.words.edges import goes_on
from zjreform.words.table import Role, words

Reading = tuple[int, int, Kind, Quantity | None]

_EXACT: Final = Bound.EXACT
_QUANTITY: Final = Kind.QUANTITY
_LEXICAL: Final = Kind.LEXICAL
_DATE: Final = Kind.DATE
_IDENTIFIER: Final = Kind.IDENTIFIER
BREAKS: Final = frozenset("，。；：、！？,.;:!?()（）“”‘’「」『』《》〈〉【】\n\t 　|｜/~→")
"""Marks and blanks between which nothing stands directly before or behind a figure."""
_SINCE: Final = ("来", "累计", "平均", "共", "内", "间", "里", "以来", "年均", "新增", "每年", "连续")
"""Behind 近三年 where it means the last three."""
_LASTING: Final = (
    "历时",
    "耗时",
    "持续",
    "长达",
    "时隔",
    "用时",
    "用了",
    "花了",
    "达",
    "为期",
    "延续",
    "存在",
    "有",
    "等了",
    "已",
)
"""Before it where it is a duration."""
PERIODS: Final = frozenset({"day", "week", "month", "quarter", "year"})
_ARABIC: Final = frozenset("0123456789")
_WHOLE: Final = frozenset("0123456789一二三四五六七八九十百千万两")
"""Characters of a whole number."""


def last_years(text: str, start: int, end: int, quantity: Quantity) -> Quantity:
    """Return 近三年 as exactly three years where it means the last three, which it does at the start of a clause and before 来 or 累计."""
    if quantity.unit.code not in PERIODS or quantity.upper is not None:
        return quantity
    opens = start == 0 or text[start - 1] in BREAKS
    if text[max(0, start - 2) : start].endswith(_LASTING):
        return quantity
    if text.startswith(_SINCE, end) or (opens and text[end : end + 1] != "的"):
        return evolve(quantity, bound=_EXACT)
    return quantity


def judge(text: str, start: int, at: int, end: int, quantity: Quantity) -> Reading:
    """Return what a figure that the grammar reads is in its context.

    Args:
        text: Folded text.
        start: Offset of its first character, bound words included.
        at: Offset of its numeral.
        end: Offset behind it.
        quantity: What the grammar reads.
    """
    if text[at - 1 : at] == "又" and text[at - 2 : at - 1] in _WHOLE:
        return at, end, _LEXICAL, None  # 五又二分之一 is no half
    if text[at - 1 : at] == "/" and at > 1 and text[at - 2] in _ARABIC:
        return at, end, Kind.UNREAD, None  # 90mmHg of 145/90mmHg is half of what was measured
    if text[at - 1 : at] == "前" and start == at and (limit := top(text, at, end, quantity)) is not None:
        return limit[0], limit[1], _QUANTITY, limit[2]
    return _by_unit(text, start, at, end, quantity)


def _by_unit(text: str, start: int, at: int, end: int, quantity: Quantity) -> Reading:
    code = quantity.unit.code
    if not code:
        return _number(text, start, at, end, quantity)
    halved = code == "分" and text[end : end + 1] == "半"
    if text[at] == "一" and quantity.value == 1 and quantity.upper is None and quantity.bound is _EXACT and not halved:
        return _one(text, start, at, end, quantity)
    special = _SPECIAL.get(code)
    if special is not None:
        return special(text, start, at, end, quantity)
    return start, end, _QUANTITY, quantity


def _one(text: str, start: int, at: int, end: int, quantity: Quantity) -> Reading:
    """一 and a classifier: a number or the article."""
    dimension, after, before = quantity.unit.dimension, text[end : end + 1], text[at - 1 : at]
    kind = _QUANTITY
    if dimension is Dimension.COUNT and end == at + 1 + len(quantity.unit.zh):
        loose = not after or after in BREAKS
        if before in DEFINITE and before:
            kind = _LEXICAL
        elif quantity.unit.code in ACTS:
            kind = _QUANTITY if loose or (before and before not in BREAKS) else _LEXICAL
        elif not loose and quantity.unit.code not in CONCRETE and not text.startswith(SINGLE, end):
            kind = _LEXICAL
    elif before and before in ("的是成" if text.endswith("个点", at, end) else _ANY_OF.get(quantity.unit.code, "")):
        kind = _LEXICAL
    return start, end, kind, quantity if kind is _QUANTITY else None


_ANY_OF: Final = dict.fromkeys(("day", "级", "A级"), "有某")
"""By unit of a day or a grade: the characters before 一 with which it is some of its kind (有一天)."""
DEFINITE: Final = frozenset(words(Role.EDGE_BEFORE))
"""Characters before 一 that make it part of a word."""
ACTS: Final = frozenset({"次", "趟", "遍", "回"})
"""Classifiers of acts, which 一 counts behind a word (只需一次) and at the end of a clause."""
SINGLE: Final = ("身份证", "证件")
"""What a rule counts: one identity card is enough."""
CONCRETE: Final = frozenset({"人", "户", "人次", "票", "例", "页"})
"""Units that 一 always counts."""


STRANGE_MONEY: Final = (
    "[㐀-鿿]{2,8}(?:卢布|比索|披索|里亚尔|第纳尔|迪拉姆|迪尔汗|克朗|法郎|先令|里拉|卢比|格里夫纳|兹罗提)"
    "|(?:津巴布韦|牙买加|利比里亚|圭亚那|纳米比亚|巴哈马|苏里南|所罗门|黎巴嫩|叙利亚|苏丹|巴巴多斯|委内瑞拉|蒙古|朝鲜|古巴|老挝|柬埔寨)[㐀-鿿]{0,3}(?:元|圆|镑|币)"
)
"""A currency that the table of units does not know behind a number, which then is no bare one."""
_STRANGE_MONEY: Final = LazyPattern(STRANGE_MONEY)


def _number(text: str, start: int, at: int, end: int, quantity: Quantity) -> Reading:
    """A number without a unit: the letter behind it may have a sense here, or it is a figure only in some places."""
    if _STRANGE_MONEY.match(text, end):
        return at, end, Kind.UNREAD, None
    after = text[end : end + 1]
    if after in COLONS and after and (ratio := _like_a_clock(text, start, at, end, quantity)) is not None:
        return ratio
    sensed = SENSES.get(after)
    if sensed is not None and (sense := sensed(text, at, end)) is not None:
        again = figure_at(text, start, {after: unit(sense)})
        if again is not None and again[1] > end:
            return start, again[1], _QUANTITY, again[0]
    if text[at] in _ARABIC:
        return _arabic(text, start, at, end, quantity)
    if quantity.bound is not _EXACT or _stands_alone(text, at, end):
        return start, end, _QUANTITY, quantity
    return at, end, _LEXICAL, None


def _like_a_clock(text: str, start: int, at: int, end: int, quantity: Quantity) -> Reading | None:
    """Return a ratio of whole numbers that the grammar leaves, since it could be a time, where words say that it is one (师生比1:18)."""
    below = numeral_at(text, end + 1)
    if below is None or not below.run or not below.value or quantity.upper is not None or not quantity.value:
        return None
    beside = text[below.end : below.end + 1], text[at - 1 : at]
    if not COLONS.isdisjoint(beside) or not is_ratio(text, at, below.end):
        return None
    value = exact(Fraction(quantity.value) / Fraction(below.value))
    return start, below.end, _QUANTITY, evolve(quantity, value=value, unit=unit(RATIO_CODE), implied_high=None)


def _stands_alone(text: str, at: int, end: int) -> bool:
    """Return whether a Chinese numeral without a unit is a figure: four thousand five, three big …, six departments."""
    numeral = numeral_at(text, at)
    if numeral is None or numeral.end != end or numeral.bare or numeral.run:
        return numeral is None or numeral.end != end
    if "点" in text[at:end]:
        return text[end : end + 1] not in (_BESIDE_ONE if text[end - 1] == "一" else _SHAPES) or end == len(text)
    if numeral.value > _ONE_DIGIT and end - at > 1:
        return True
    if text[at] == "一":
        return False
    return text.startswith(BODIES, end) or (
        text[end : end + 1] == "大" and end + 1 < len(text) and not goes_on(text, "大", end + 1)
    )


_ONE_DIGIT: Final = 10
_SHAPES: Final = frozenset("线面带区轴心核片圈翼园廊环")
"""What slogans of space count behind 点 (两点一线)."""
_BESIDE_ONE: Final = _SHAPES | frozenset("是要、")
"""The same, and what stands behind 一 where it opens a list (讲三点一是)."""
BODIES: Final = ("部门", "县市", "省市", "省份", "市县", "乡镇", "院校", "部委", "厅局", "单位", "车道", "星级")
"""Words behind a Chinese numeral that it counts without a classifier."""


def _arabic(text: str, start: int, at: int, end: int, quantity: Quantity) -> Reading:
    after, before = text[end : end + 1], text[start - 1 : start]
    if (after.isascii() and (after.isalpha() or after == "_")) or after in _GREEK:
        while end < len(text) and text[end].isascii() and text[end].isalnum():
            end += 1
        return at, end, _IDENTIFIER, None
    if (after in "-/" and after and text[end + 1 : end + 2] in _ARABIC and not text.startswith(_OF_MANY, end)) or (
        before in "-/" and before and text[start - 2 : start - 1] in _ARABIC
    ):
        return at, end, _IDENTIFIER, None
    if "*" in {after, before}:
        return at, end, _IDENTIFIER, None
    run = text[at:end]
    if (
        len(run) == _YEAR_DIGITS
        and run.isdecimal()
        and "1900" <= run <= "2099"
        and quantity.bound is _EXACT
        and not _counted(text, start, end)
    ):
        return at, end, _DATE, None
    if run.isdecimal() and len(run) >= _LONG and quantity.bound is _EXACT and start == at:
        return at, end, _IDENTIFIER, None
    return start, end, _QUANTITY, quantity


_GREEK: Final = frozenset("μµΩΩ")
"""Letters that begin units of physics that the table does not know."""
_YEAR_DIGITS: Final = 4
_LONG: Final = 7
_OF_MANY: Final = ("/万", "/10万", "/百万", "/100万", "/十万")
"""What a bare rate is of (8.6/10万)."""


def _counted(text: str, start: int, end: int) -> bool:
    """Return whether a number like a year counts what follows: it opens no clause (2020新增5家) and stands behind no 于."""
    before, after = text[start - 1 : start], text[end : end + 1]
    dated = not before or before in BREAKS or before in "于自从在"
    return "㐀" <= after <= "鿿" and after not in "年至到度" and (not dated or after in "多余几来")


def _before(text: str, at: int, most: int) -> str:
    """Return what stands before an offset in its own line: no other paragraph says what a unit is."""
    return text[max(0, at - most, text.rfind("\n", 0, at) + 1) : at]


def _degree(text: str, at: int, end: int) -> str | None:
    clause = _before(text, at, 12)
    if any(word in clause for word in ("温", "气候", "寒", "热", "偏高", "偏低")):
        return "degC"
    if "电" in clause or text[end + 1 : end + 2] == "电":
        return "kWh"
    return "degC" if clause.endswith(_EXTREMES) and not any(char in clause for char in "酒角醇") else None


_EXTREMES: Final = ("最高", "最低", "高达", "低至", "最低-", "最高-", "最低−")
"""Words directly before 度 of the weather (最高35度), unless it is the strength of a drink or an angle."""


def _li(text: str, at: int, end: int) -> str | None:
    behind = text[end + 1 : end + 2]
    if behind in {"路", "程", "远", "长", "地", "山", "水", "外", "河", "岸", "多"} or text[at - 1 : at] in {
        "行",
        "长",
        "走",
        "距",
        "离",
        "约",
    }:
        return "li"
    return "里" if any(char in _before(text, at, 8) for char in "共辖设、,，区") else None


def _month(_text: str, _at: int, _end: int) -> str | None:
    return "month"


def _year(text: str, at: int, end: int) -> str | None:
    """Return years where four digits before 年 are no date: ages ago, a history, or far beyond any plan."""
    spans = text[end + 1 :].startswith(("历史", "的历史", "文明", "的文明", "之久")) or text[:at].endswith(_AGES)
    if "1900" <= text[at:end] <= "2099":
        return "year" if spans else None
    far = text[at:end].isdecimal() and (text[end + 1 : end + 2] == "前" or int(text[at:end]) >= _BEYOND)
    return "year" if spans or far else None


_AGES: Final = ("距今", "距今约", "历经", "已有", "长达", "逾")
"""Before four digits and 年 that are an age."""
_BEYOND: Final = 2200


def _quarter(text: str, at: int, end: int) -> str | None:
    counts = text[at - 1 : at] in _SEQUENCES and at > 0
    behind = text[end + 1 : end + 2]
    if counts:
        return "quarter" if behind not in {"度", "节"} else None
    return "quarter" if text[at] in _ARABIC and behind in _RENTED and behind else None


_RENTED: Final = frozenset("的租内之")
"""What stands behind quarters of a year that are counted (豁免2季的租金)."""
_SEQUENCES: Final = frozenset("首前续近上后连")
"""Before a number of quarters."""


def _tenth(text: str, at: int, _end: int) -> str | None:
    return "cheng" if text[at - 1 : at] in {"近", "约", "逾", "超", "过", "到", "足"} else None


SENSES: Final[dict[str, Callable[[str, int, int], str | None]]] = {
    "度": _degree, "里": _li, "月": _month, "年": _year, "季": _quarter, "成": _tenth,
}  # fmt: skip
"""By letter: what tells its sense."""


def _noun(text: str, start: int, _at: int, end: int, quantity: Quantity) -> Reading:
    """A noun without a classifier is no unit: 6部门 is the number 6."""
    stop = len(text[: end - len(quantity.unit.zh)].rstrip())
    return start, stop, _QUANTITY, evolve(quantity, unit=unit(""))


_TIMED: Final = (
    "用时",
    "耗时",
    "历时",
    "用了",
    "花了",
    "只需",
    "只用",
    "需时",
    "不到",
    "跑了",
    "仅需",
    "仅用",
    "了约",
    "时约",
)
"""Words behind which 分半 counts minutes (用时两分半)."""


def _point(text: str, start: int, at: int, end: int, quantity: Quantity) -> Reading:
    """分 with 半 behind it is a minute and a half where words tell of time, and else left unread, since it could be a score."""
    if text[end : end + 1] != "半" or quantity.upper is not None:
        return start, end, _QUANTITY, quantity
    if not text[:start].endswith(_TIMED):
        return at, end + 1, _LEXICAL, None
    value = exact(Fraction(quantity.value) + Fraction(1, 2))
    return start, end + 1, _QUANTITY, evolve(quantity, value=value, unit=unit("minute"))


def _lump(text: str, start: int, _at: int, end: int, quantity: Quantity) -> Reading:
    """块 before a smaller coin is the yuan: 3块5毛."""
    if text[end : end + 1] in _WHOLE:
        again = figure_at(text, start, {"块": unit("yuan")})
        if again is not None and again[1] > end:
            return start, again[1], _QUANTITY, again[0]
    return start, end, _QUANTITY, quantity


def _money(text: str, start: int, at: int, end: int, quantity: Quantity) -> Reading:
    """万元 alone names a unit; with a bound word (万元以上) or reached (产值达百亿元) it is a figure."""
    numeral = numeral_at(text, at)
    reached = text[at - 1 : at] in _REACHES or (
        numeral is not None and numeral.end - at > 1 and text[at - 1 : at] in _LEADS
    )
    named = text[max(0, at - 3) : at] == "单位为"
    if numeral is not None and numeral.bare and quantity.bound is _EXACT and (named or not (at and reached)):
        return at, end, _LEXICAL, None
    return start, end, _QUANTITY, quantity


_REACHES: Final = frozenset("达入值")
"""Before 万元 where it is an amount that is reached."""
_LEADS: Final = frozenset("至到为近")
"""The same for 百万元 and the like."""


def _ratio(text: str, start: int, at: int, end: int, quantity: Quantity) -> Reading:
    numeral = None if quantity.upper is not None or is_ratio(text, at, end) else numeral_at(text, at)
    if numeral is None:
        return start, end, _QUANTITY, quantity
    return _number(text, at, at, numeral.end, Quantity(numeral.value, unit("")))


_SPECIAL: Final[dict[str, Callable[[str, int, int, int, Quantity], Reading]]] = {
    "分": _point,
    "部门": _noun, "单位": _noun, "yuan": _money, "ratio": _ratio, "块": _lump,
}  # fmt: skip
"""By code of a unit whose letter says several things: what its surroundings make of it."""
