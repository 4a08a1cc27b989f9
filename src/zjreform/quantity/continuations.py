"""Spellings of units that are the beginning of another word: 平方毫米 is not 平方, 3个周末 are no weeks.

The rule: a unit never ends inside a longer unit or inside another word. Longer units of the table win by their length; what follows here
are words that are no unit of the table. Patterns are folded.
"""

from typing import Final

from zjreform.lazy import LazyPattern

_WEEKDAY: Final = (
    "末|六[、和周]?日|(?:[二三四五六]|一(?![直般定样起共致批律旦切体方])|日(?![均常夜前后])|天(?![气然津]))"
    "(?![0-9一二三四五六七八九十百千万亿两半几个件项次回趟遍场班小人天日节轮期名家堂元])"
)
DOTS: Final = "·•・"
"""Characters that join units (人·天)."""
_POWER: Final = "[毫厘分微纳]米|[英市华海][里尺寸丈吋]|公[丈尺里分]|根|[和差]公式"
_NEXT: Final = "之(?![㐀-鿿])"
_WORDS: Final[dict[str, str]] = {
    **dict.fromkeys(("个周", "个星期", "个礼拜"), _WEEKDAY),
    **dict.fromkeys(("平方", "立方"), _POWER),
    **dict.fromkeys(("人次", "件次", "户次", "家次", "车次", "辆次", "艘次", "架次", "航次"), _NEXT),
    **dict.fromkeys(("场次", "批次", "项次", "台次", "剂次", "例次", "班次"), _NEXT),
    "个": "bp|BP",
    "两": "[年个名位人家户次项种条张座所处台套部批类期届省市县区轮天周月日季岁代级倍成者地岸侧会院]",
    "周": "[末刊边]",
    "克": "[隆服制扣]",
    "本": "项目|计划(?!书)|办法|标准|年度|月(?![刊历])|[省市县](?!志)|部门|单位|公司",
    "打": "(?![以左的])[㐀-鿿]",
    "伙": "[伴计食同房]",
    "磅": "[秤房礴]",
    "伏": "[天击案笔诛法藏]",
    **dict.fromkeys(("伏特", "千伏特"), "高压|加"),
    "帕": "[金克拉德丁]",
    "赫": "[哲尔然山德鲁章]",
    "千克": "[拉朗隆制扣服]",
    "千升": "[级至到]",
    "千卡": "[车片]",
    "千伏": "[兵笔]",
    "千赫": "[哲然]",
    **dict.fromkeys(("百帕", "千帕"), "[金]"),
    "千牛": "[羊马奶肉犊只头群]",
    "马力": "争",
    "字": "节[跳假目]",
    "字节": "[跳选录约假目]",
    "千字节": "[选录约]",
    "比特": "币",
}
PATTERNS: Final = {spelling: LazyPattern(words) for spelling, words in _WORDS.items()}
"""By spelling: what goes on behind it."""
_BEHIND_LETTERS: Final = frozenset("²³⁴⁻号")
"""Powers, and what makes a number with letters a name (188TB号工程)."""


def continuation(spelling: str) -> str:
    """Return a pattern of what goes on behind a spelling so that it is another word, empty if nothing does.

    Example:
        >>> continuation("比特"), continuation("件")
        ('币', '')
    """
    return _WORDS.get(spelling, "")


def goes_on(text: str, spelling: str, end: int) -> bool:
    """Return whether what stands behind a spelling makes it a part of another word.

    Args:
        text: Folded text.
        spelling: The spelling.
        end: Offset behind it.

    Example:
        >>> goes_on("3个周末", "个周", 3), goes_on("3个周内", "个周", 3), goes_on("240mm²", "mm", 5)
        (True, False, True)
    """
    char, last = text[end : end + 1], spelling[-1]
    if char and last.isascii() and last.isalnum():
        letters = char.isascii() and (char.isalpha() if last.isalpha() else char.isdecimal())
        return letters or (char in _BEHIND_LETTERS and last.isalpha())
    pattern = PATTERNS.get(spelling)
    return pattern is not None and pattern.match(text, end) is not None
