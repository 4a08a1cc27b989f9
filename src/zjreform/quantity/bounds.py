"""Bounds: what a word beside a number says about where the true number lies.

The words are in folded (Simplified) form. The convention follows Civil Code art. 1259 (以上, 以下, 以内 and 届满 include the number; 不满,
超过 and 以外 exclude it); it is a convention of this library, not a law of prose.
"""

from typing import Final

from zjreform.code import Code


class Bound(Code):
    """Where the true number lies, seen from the number stated.

    Example:
        >>> Bound("at_least") is Bound.AT_LEAST
        True
    """

    EXACT = "exact", "恰为", "exactly", "The number itself, or a stated range with both ends."
    ABOUT = "about", "约", "about", "Around the number, with no end on either side (约, 左右)."
    NEARLY = "nearly", "近", "nearly", "Just below the number, which is not reached (近, 接近)."
    OVER = "over", "超过", "over", "Above the number, which is excluded (超过, 余, 多)."
    AT_LEAST = "at_least", "至少", "at least", "The number or more (以上, 至少, 不低于)."
    AT_MOST = "at_most", "至多", "at most", "The number or less (以内, 不超过, 至多)."
    UNDER = "under", "不到", "under", "Below the number, which is excluded (不到, 不满, 低于)."


_ABOUT, _NEARLY, _OVER = Bound.ABOUT, Bound.NEARLY, Bound.OVER
_AT_LEAST, _AT_MOST, _UNDER = Bound.AT_LEAST, Bound.AT_MOST, Bound.UNDER


def _or_equal(*words: str) -> list[str]:
    """Return the spellings of a comparison that includes the number (大于等于, 大于或者等于, 等于或大于)."""
    before = [f"{word}{link}等于" for word in words for link in ("", "或", "或者")]
    return before + [f"等于{link}{word}" for word in words for link in ("或", "或者")]


PREFIXES: Final[dict[str, Bound]] = {
    **dict.fromkeys(("约", "大约", "大概", "约为", "约合", "大致", "差不多", "≈"), _ABOUT),
    **dict.fromkeys(("近", "将近", "接近"), _NEARLY),
    **dict.fromkeys(
        ("超", "超过", "已超", "已超过", "远超", "超出", "突破", "逾", "过", "破", "高于", "大于", "多于", "不止", ">"),
        _OVER,
    ),
    **dict.fromkeys(
        (
            "至少",
            "最少",
            "起码",
            "不低于",
            "不少于",
            "不下",
            "不下于",
            "不小于",
            "未低于",
            "满",
            "已满",
            "届满",
            "≥",
            "≧",
            ">=",
            *_or_equal("大于", "高于", "多于", "不小于", "不低于", "不少于"),
        ),
        _AT_LEAST,
    ),
    **dict.fromkeys(
        (
            "封顶",
            "不超过",
            "未超过",
            "不超",
            "不高于",
            "不大于",
            "不多于",
            "不得超过",
            "未逾",
            "不逾",
            "最多",
            "至多",
            "顶多",
            "≤",
            "≦",
            "<=",
            *_or_equal("小于", "低于", "少于", "不大于", "不高于", "不多于"),
        ),
        _AT_MOST,
    ),
    **dict.fromkeys(
        (
            "不到",
            "不足",
            "不够",
            "不达",
            "达不到",
            "未达到",
            "未足",
            "跌破",
            "降破",
            "下破",
            "不满",
            "未满",
            "未达",
            "未到",
            "不及",
            "未及",
            "低于",
            "少于",
            "小于",
            "<",
        ),
        _UNDER,
    ),
}
"""Words before a number. 最高 before a grant or fine (``CEILINGS``) is not among them, nor is 上 of 上百."""

CEILINGS: Final = ("最高",)
"""Words that bound an amount of money from above, but state a statistic before any other number (最高气温38℃)."""

SUFFIXES: Final[dict[str, Bound]] = {
    **dict.fromkeys(("左右", "上下", "前后", "许"), _ABOUT),
    **dict.fromkeys(("多", "余", "有余", "出头", "以外", "开外", "之外"), _OVER),
    **dict.fromkeys(
        ("以上", "及以上", "或以上", "或者以上", "及其以上", "或更多", "或者更多", "及更多", "起", "为下限"), _AT_LEAST
    ),
    **dict.fromkeys(
        ("以下", "及以下", "或以下", "或者以下", "及其以下", "以内", "之内", "内", "封顶", "为限", "为上限"), _AT_MOST
    ),
    "之下": _UNDER,
}
"""Words behind a number and its unit. 来 is none of them: behind a unit it means since (三年来); 十来个 has it inside the numeral."""

FOLLOWERS: Final[dict[str, tuple[str, ...]]] = {
    "多": (
        "功能",
        "元化",
        "元共",
        "元主",
        "元参",
        "元调",
        "元解",
        "元素",
        "边",
        "式",
        "媒体",
        "样",
        "党",
        "渠道",
        "云",
    ),
    "余": ("杭", "姚", "额", "热", "量", "粮"),
    "来": ("访", "自", "源", "电", "信", "宾", "稿", "料", "往", "临"),
    "半": (
        "导体",
        "岛",
        "成品",
        "径",
        "自动",
        "挂",
        "决赛",
        "程马拉松",
        "数",
        "价",
        "夜",
        "路",
        "截",
        "身",
        "生",
        "边",
        "壁",
        "途",
    ),
    "内": (
        "设机构",
        "设科室",
        "设处室",
        "设部门",
        "资企业",
        "资项",
        *(f"陆{rest}" for rest in "港地省城国口开核水河湖型县市"),
        *(f"地{rest}" for rest in "与和及、居企游省人旅"),
        "容",
        *(f"外{rest}" for rest in "部环立联兼循双墙"),
        *("控制度", *(f"控{rest}" for rest in "体机管岗合审")),
        "涝",
        *(f"贸{rest}" for rest in "航集流船企货和、"),
        *(f"科{rest}" for rest in "医门病疾主诊住护系、"),
        "蒙",
        "阁",
        *(f"部{rest}" for rest in "管控机市审人单监规职刊网系工问资文员岗培操通食停道交循"),
        *(f"河{rest}" for rest in "码港航运船集"),
        *("衣", "饰", "脏", "燃机", "生动", "需不", "需市", "销转", "环线", "环快", "环高"),
    ),
    "起": ("诉", "点", "草", "步", "重", "伏", "义", "施行", "实施", "执行", "案件", "事故", "事件"),
    "封": tuple(f"顶{char}" for char in "0123456789一二三四五六七八九十百千万两"),
    "成": ("为", "立", "功", "果", "效", "绩", "熟", "品", "长"),
    "许": ("可", "多", "昌"),
    "上": ("下游", "下级", "下联"),
}
"""By first letter: what follows it when it opens the next word and belongs to no figure (多功能厅, 内设机构, 半导体)."""


PRECEDERS: Final[dict[str, str]] = {
    "约": "节合公契特条违签预续履制缔隐邀相赴毁纽爽租网",
    "近": "附最临邻靠就远",
    "过": "通经超不越透",
    "满": "圆饱充丰",
    "超": "高赶反",
    "破": "侦",
}
"""By letter: what stands before it when it closes another word and is no bound (节约25%, 附近3公里, 通过5项)."""

_OTHER_WORDS: Final[dict[str, str]] = {
    "节": "环",
    "合": "联整综结混集组",
    "续": "持连延继陆后手",
    "制": "控编研限",
    "租": "出承转招整",
    "网": "互联上官",
    "条": "每一二三四五六七八九十0123456789",
    "签": "标",
    "公": "非办",
    "特": "奇独",
    "预": "干",
}
"""By letter of ``PRECEDERS``: what stands before it when the two are a word, so that the bound stands apart (持续约2小时)."""


def opens_word(text: str, at: int) -> bool:
    """Return whether the letter at an offset of folded text opens another word, so that it is no bound.

    Example:
        >>> opens_word("2个多功能厅", 2), opens_word("3个多月", 2)
        (True, False)
    """
    return text.startswith(FOLLOWERS.get(text[at : at + 1], ()), at + 1)


def closes_word(text: str, at: int) -> bool:
    """Return whether the letter at an offset of folded text closes another word, so that it is no bound.

    Example:
        >>> closes_word("节约25%", 1), closes_word("耗时约25天", 2), closes_word("持续约25天", 2)
        (True, False, False)
    """
    if not at or text[at - 1] not in PRECEDERS.get(text[at : at + 1], ""):
        return False
    return at == 1 or text[at - 2] not in _OTHER_WORDS.get(text[at - 1], "")


def joined(before: Bound, after: Bound) -> Bound | None:
    """Return the bound of a number with a bound word on both sides, or ``None`` where the two contradict each other.

    About wins over all others; 近…余 is about; of two that point the same way the one before the number wins (超过70%以上).

    Example:
        >>> joined(Bound.OVER, Bound.AT_LEAST).value, joined(Bound.NEARLY, Bound.OVER).value, joined(Bound.OVER, Bound.AT_MOST)
        ('over', 'about', None)
    """
    if Bound.EXACT in (before, after):
        return after if before is Bound.EXACT else before
    if before is after:
        return before
    if _ABOUT in (before, after) or (_NEARLY in (before, after) and not {before, after} & _DOWN):
        return _ABOUT
    if _NEARLY in (before, after):
        return None
    return before if (before in _UP) == (after in _UP) else None


_UP = frozenset({_OVER, _AT_LEAST})
_DOWN = frozenset({_AT_MOST, _UNDER})
