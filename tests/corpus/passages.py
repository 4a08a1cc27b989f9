"""Passages whose figures a document reader must bring over whole, and a table; `^{…}` is raised, `_{…}` lowered."""

import re

from zjreform.corpus.reading.content import lowered, raised

PASSAGES = (
    "2018年，全市办理时间由200多个工作日压缩至86个工作日内，申报材料由23份精简到7份，群众满意率达98.5%，比上年提高2.3个百分点。",
    "全年新增耕地2.5×10^{4}亩，其中山地3.2km^{2}，平地1 234.5公顷；每万元产值排放CO_{2}下降12.5%，误差为±0.5‰。",
    "办结时限为3至5天，最长不超过15个工作日；窗口由120余个整合为36个，办件量突破1200万件，占全省三成以上，同比增长1.5倍。",
    "一般企业投资项目开工前审批由“100天”缩短到不足80天，涉及事项1,004项，实收资本3.25亿元，亩均税收约28万元，户均增收1 200元。",
    "近八成事项实现“最多跑一次”，九十六个乡镇、一百二十个社区设了代办点，平均等候时间从45分钟减少到十来分钟，全程不到2小时30分钟。",
    "截至2018年6月底，累计归集数据137.26亿条，日均调用42.8万次，24小时自助服务点覆盖率为92.08%，网上可办率由60%升至100%。",
)
UNIT = "单位：万元"
TABLE = (
    ("地区", "上年", "本年", "增长"),
    ("全市", "12 345.6", "15 008.2", "21.6%"),
    ("东区", "980", "1 200", "22.4%"),
    ("西区", "", "360.5", ""),
)
_SHIFTED = re.compile(r"([\^_])\{(.*?)\}")


def shown(passage: str) -> str:
    """Return a passage as a reader must give it."""
    return _SHIFTED.sub(lambda match: (raised if match[1] == "^" else lowered)(match[2]), passage)


def marked(passage: str, up: str, down: str) -> str:
    """Return a passage with raised and lowered parts in another markup: two formats with one slot each."""
    return _SHIFTED.sub(lambda match: (up if match[1] == "^" else down).format(match[2]), passage)


def pieces(passage: str) -> list[tuple[str, str]]:
    """Return a passage as pieces of text, each with what it is: ``""``, ``"^"`` or ``"_"``."""
    found, end = [], 0
    for match in _SHIFTED.finditer(passage):
        found += [(passage[end : match.start()], ""), (match[2], match[1])]
        end = match.end()
    return [*found, (passage[end:], "")]
