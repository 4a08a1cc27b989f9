"""Figures behind which nothing can belong to them, whatever their numbers are: two ends (10%至20%), large Chinese numerals, 几 and 数.

The pattern only says how far such a figure goes. The grammar reads it by itself, away from its text, and since many recur it is read once.
"""

from functools import cache
from typing import Final

from zjreform.quantity.numerals import STARTS
from zjreform.quantity.units import Dimension, aliases
from zjreform.text.patterns import tree, widen
from zjreform.text.rules.rule import DIGIT, HAN
from zjreform.text.scanning.short.late import ending, is_ordinary, right, units_with_endings
from zjreform.words.edges import continuation, opening

_HAN: Final = "〇零一二三四五六七八九十百千万亿两几"
"""Characters of Chinese numerals."""
_ONES: Final = "零〇○一二三四五六七八九"
"""Digits behind a decimal point in words."""
_TO: Final = "(?:[至到~〜-]|——?|––?)"
"""Joins two ends."""
_DENOMINATORS: Final = tuple(
    "人 户 平方米 立方米 公里 年 月 日 天 小时 分钟 秒 吨 公斤 亩 公顷 升 米 次".split()  # noqa: SIM905 (read as a list of words)
)
"""What stands behind the stroke of a rate (44微克/立方米)."""
_TIMES_MORE: Final = ("年多", "年半", "天多", "天半", "个多月", "个半月", "个多小时", "个半小时", "周多")
"""Times with 多 or 半 in them."""
_HALVED: Final = frozenset({"年半", "天半"})
"""Times of which a unit behind can take the half for itself."""
_HALF_OF: Final = "小时|个|[年月天日夜]"
"""Behind 半 it is a half of this, and no more of what stands before it (三年半小时)."""
_BY: Final = "(?:万亿|[千万亿])?+"
"""A multiplier behind digits."""
_NUMBER: Final = f"[0-9]{{1,7}}+(?:[.][0-9]{{1,4}}+)?+{_BY}"
_DIGITS: Final = (
    f"(?<={DIGIT})(?<![0-9.,/:-][0-9])(?<!零下[0-9])"
    "(?:(?<=[1-9])(?:[0-9]{0,2}(?:,[0-9]{3}){1,3}+|[0-9]{0,6}+)(?:[.][0-9]{1,4}+)?+|(?<=0)[.][0-9]{1,4}+)"
)
"""A number in digits, behind its first."""
_MORE_PARTS: Final = "∶(?:[1-9][0-9]{0,6}+(?:[.][0-9]{1,4}+)?+|0[.][0-9]{0,3}[1-9])"
"""The next number of a ratio or a composition, which is more than nothing."""
_LONE: Final = f"(?![{''.join(sorted(STARTS))}点多余半])"
"""What must hold behind a share."""
"""Bound words that close a range."""


@cache
def whole() -> str:
    """Return the pattern behind the first character of a numeral, for both kinds of digits, 几 and 数, and 半.

    The group ``single`` takes part where 一 stands alone before its unit: it counts, or is the article. What stands between two ends is not
    looked at closely, since the grammar has to read the whole.

    Example:
        >>> import re
        >>> found = [re.match(f"[3三一]{whole()}", text) for text in ("30%—40%，", "三百二十户居民", "一部“", "三农")]
        >>> [one and one[0] for one in found]
        ['30%—40%', '三百二十户', '一部', None]
    """
    several = f"(?:(?<=一)(?=[{_HAN}点])|(?<!一))[{_HAN}]{{0,14}}+(?:点[{_ONES}]{{1,4}}+[万亿]?+|{_mark()}(?:(?<=[余多])[万亿])?+)"
    ends = f"[{_HAN}]{{0,14}}+[㐀-鿿]{{0,4}}?(?:[至到]|以上)[{_HAN}]{{1,14}}+"
    han = f"(?<={HAN})(?<![百千万亿])(?<!零下{HAN})"
    few = "(?<=几)(?<!第几)(?<!零下几)|(?<=数)(?<!零下数)(?=[十百千万亿])"
    first = (
        f"{_DIGITS}{_BY}(?:[㐀-鿿%‰]{{0,4}}?(?:{_TO}|以上){_NUMBER})?",
        f"{han}(?:{ends}|{several}|(?<=一)(?P<single>))",
        f"(?:{few})[十百千万亿]{{0,3}}+{_mark()}",
        f"(?<=[百千万亿])(?<!零下[百千万亿])[万亿]?余(?!{opening('余')})|(?<=[近逾超上][百千万亿])[万亿]?",
        f"(?<=半)(?<![个减折]半)(?<!零下半)(?!{continuation('半') or '(?!)'})",
    )
    speed = f"{_DIGITS}(?:公里|千米|米)每(?:小时|秒)(?![㐀-鿿²³⁴⁻·/A-Za-z])"
    under = f"(?:/(?>{tree(dict.fromkeys(_DENOMINATORS, ''))})(?![㐀-鿿²³⁴⁻·/A-Za-z]))?+"
    either = (
        f"(?:{'|'.join(first)}){_units()}{under}",
        speed,
        "(?<=半)数|(?<=[减折]半)(?=[收征，。；、的])",
        f"{han}[{_HAN}]{{0,2}}+(?:年[{_HAN}]{{1,3}}+个月(?!份)|小时[{_HAN}]{{1,3}}+分钟)",
        "(?<=[1-9])(?<![0-9.,/:-][0-9])(?<!零下[0-9])[0-9]?(?:年[0-9]{1,2}个月(?!份)|小时[0-9]{1,2}分钟)",
        f"(?<=百)(?<!零下百)分之[{_ONES}十百]{{1,5}}+(?:点[{_ONES}]{{1,4}}+)?+{_LONE}",
        f"(?<=[二三四五六七八九十])分之[一二三四五六七八九](?=[的，。；：、是在由以]){_LONE}",
        "(?<=一)(?<!零下一)半(?=[，。；、的是在由])",
        "(?<=[1-9])(?<![0-9.,/:-][0-9])(?<!零下[0-9])/[1-9][0-9]?(?=[的，。；、是在由])",
    )
    return widen(f"(?:{'|'.join(either)}){_bound()}(?:之间|不等)?+") + right()


@cache
def _bound() -> str:
    """Return the bound words behind a figure, where they open no other word and no list goes on."""
    words = ("以上", "以下", "以内", "之内", "左右", "上下", "内")
    return f"(?:{'|'.join(f'{word}(?!{opening(word)}|、)' if opening(word) else f'{word}(?!、)' for word in words)})?+(?![整正])"


def _mark() -> str:
    return f"(?:[余多](?!{opening('多')}|{opening('余')}))?"


@cache
def _units() -> str:
    spelt = aliases()
    words = {
        word: ending(word, spelt)
        for word, found in spelt.items()
        if is_ordinary(word, found) or _is_share(found.dimension, word)
    }
    times = "|".join(f"{word}(?![0-9{_HAN}]{'|' + _HALF_OF if word in _HALVED else ''})" for word in _TIMES_MORE)
    seats = f"位(?![数置次于移列]|{continuation('位') or '(?!)'})"
    shares = "成(?=[，。；：、]|以[上下]|左右)"
    points = "分(?=[，。；！？）、的])"
    return f"(?>{times}|{shares}|{points}|{seats}|{units_with_endings(words, spelt)})(?![{''.join(sorted(STARTS))}])"


def _is_share(dimension: Dimension, word: str) -> bool:
    return dimension is Dimension.PERCENT and word == "‰"


@cache
def bare() -> str:
    r"""Return the pattern behind the first digit of a number without a unit of its own: in a ratio or composition, before 度, of a page.

    What such a number is, its place says.

    Example:
        >>> import re
        >>> texts = ("2.6∶1，", "2.9∶42.1∶55", "3.5亿度，", "— 9 —\n的", "3家")
        >>> [found and found[0] for found in (re.search(f"[0-9]{bare()}", text) for text in texts)]
        ['2.6∶1', '2.9', '3.5亿', '9', None]
    """
    ends = "(?:[，。；、）]|\\Z)"
    either = (
        f"(?<![∶:：][0-9]){_DIGITS}(?:{_MORE_PARTS}(?=的|{ends})|(?={_MORE_PARTS}∶[0-9]))",
        f"(?<=[0-9]∶[0-9]){_DIGITS}(?=∶[0-9])",
        f"{_DIGITS}{_BY}(?=度{ends})",
        f"(?<=[—–-] [0-9])[0-9]{{0,3}}+(?= [—–-](?:\\Z|\n(?![0-9{''.join(sorted(STARTS))}])))",
    )
    return f"(?<={DIGIT})(?:{'|'.join(map(widen, either))})"
