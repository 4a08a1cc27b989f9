"""A rule: a value with a name that says what a numeral is when it is no quantity, with texts that it reads and texts that it leaves.

A pattern is folded, as the text is that it reads, and stands behind the first character of a numeral, which the scan has consumed; what
stands before it is looked back at. Rules are tried in the order of ``order``; the first that holds says what the numeral is.
"""

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from zjreform.text.kinds import Kind

DIGIT: Final = "[0-9]"
"""First character of a number in Arabic digits."""
HAN: Final = "[〇○一二三四五六七八九十百千万亿两廿卅]"
"""First character of a Chinese numeral."""
FORMAL: Final = "[壹贰叁肆伍陆柒捌玖拾佰仟]"
"""First character of a formal numeral."""

PER, SCALE, RANK, NUMBERED = "per", "scale", "rank", "numbered"
"""Kinds of rules beside those of figures: the base of a rate, the unit of a table, a rank, an ordinal that may be one."""

Tag = Kind | str | None
"""What a rule says: a kind of figure, one of those beside, or ``None`` for letters that are no numeral here."""


@frozen
class Rule:
    """What a numeral is by what stands in it and around it.

    Attributes:
        name: Name of the rule, as ``explain`` gives it.
        kind: What it says.
        first: Class of the first character of the numeral.
        pattern: What stands behind the first character; it is alternatives only inside a group.
        reads: Texts in which it reads a numeral that without it would be read otherwise.
        leaves: Texts that look alike in which it reads nothing.
        when: What must hold for any rule of its group to be tried; rules with the same gate stand together.
        before: Names of the rules and short ways that would take one of its numerals if they were tried first.

    Example:
        >>> from zjreform.text.rules.order import rule
        >>> rule("budget-head").reads
        ('在總目703下撥款', '總目703項')
    """

    name: str
    kind: Tag
    first: str
    pattern: str
    reads: tuple[str, ...]
    leaves: tuple[str, ...]
    when: str = ""
    before: tuple[str, ...] = ()


def behind_any(words: Iterable[str]) -> str:
    """Return what must hold behind a first digit so that one of these words, each of a fixed length, stands before it.

    Example:
        >>> behind_any(["附件", "专栏"])
        '(?:(?<=附件[0-9])|(?<=专栏[0-9]))'
    """
    return f"(?:{'|'.join(f'(?<={word}{DIGIT})' for word in words)})"


START: Final = "(?:(?<=\\A{0})|(?<=[\\n\\t 　。；;:>》」』”,、]{0}))"
"""Where an item of a list may start; to be formatted with a pattern of what stands there."""
AMOUNT: Final = "[万亿千百十几多余%‰倍元个项件条家人次户名份种类篇期届天年月日周小工分点吨亩平公米页字本套张级成]"
"""First characters of what makes a number behind a label an amount after all."""
NOUNS: Final = (
    "(?:户[口籍]|项目|条[例件款]|人[员事口才民]|分[析支则]|公(?![里斤顷分尺升吨克寸丈])|名[称单]|年[度报]|期限|级别|家庭|工[作资商]|平[台房]|种[植养子]|小[学组]|点[评位]"
    "|成[果员立绩]|字[据典]|天[然气]|周[边转]|日[常志报]|本[人市省县区办项级]|套[餐房]|张[贴某]|倍增|届[时次]|月[报票])"
)
"""Words that begin like an amount behind the number of an item (2、户口簿)."""
STREAKS: Final = "冠增胜丰涨降跌升霸败阳板"
"""What follows 连 where a number counts a streak (十七连丰)."""
LISTED: Final = (
    "(?:[ ]?[0-9]++(?:[ ]?[、和及与或至到—–~-][ ]?第?[0-9]{1,4}){1,20}+"
    "|[一二三四五六七八九十]++(?:[、和及与或至到]第?[一二三四五六七八九十]{1,3}){1,20}+)"
)
"""Several numbers that share 第 and what they number (第1、3、5天)."""
NUMERALS: Final = "[ ]?[0-9〇零一二三四五六七八九十百千]++"
"""The number behind 第."""
