"""Figures behind which nothing can belong to them, whatever their numbers are: two ends (10%至20%), large Chinese numerals, 几 and 数.

The pattern only says how far such a figure goes. The grammar reads it by itself, away from its text, and since many recur it is read once.
"""

from functools import cache
from typing import Final

from zjreform.quantity.numerals import STARTS
from zjreform.quantity.units import Dimension, aliases
from zjreform.text.patterns import tree, widen
from zjreform.text.rules.rule import DIGIT, HAN
from zjreform.text.scanning.short.han import TIMES
from zjreform.text.scanning.short.late import ending, is_ordinary, right, units_with_endings
from zjreform.words.edges import continuation, opening

PART, HALF = "[几数翻]", "半"
"""First characters of numerals that leave their digits open, and of a half."""
_HAN: Final = "〇零一二三四五六七八九十百千万亿两几"
"""Characters of Chinese numerals."""
_ONES: Final = "零一二三四五六七八九"
"""Digits behind a decimal point in words."""
_TO: Final = "(?:[至到~〜-]|——?|––?)"
"""Joins two ends."""
_DENOMINATORS: Final = tuple(
    "人 户 平方米 立方米 公里 年 月 日 天 小时 分钟 秒 吨 公斤 亩 公顷 升 米 次".split()  # noqa: SIM905 (read as a list of words)
)
"""What stands behind the stroke of a rate (44微克/立方米)."""
_TIMES_MORE: Final = ("年多", "年半", "天多", "天半", "个多月", "个半月", "个多小时", "个半小时", "周多")
"""Times with 多 or 半 in them."""
_BY: Final = "(?:万亿|[千万亿])?+"
"""A multiplier behind digits."""
_NUMBER: Final = f"[0-9]{{1,7}}+(?:[.][0-9]{{1,4}}+)?+{_BY}"
_UPPER: Final = "(?:以下|以内|之内)"
"""Bound words that close a range."""
_DONE: Final = "(?!之间|不等)"
"""What must not stand behind one number, since it closes two."""


@cache
def whole(first: str) -> str:
    """Return the pattern behind one class of first characters, empty for a class without any.

    Example:
        >>> import re
        >>> bool(re.match(f"3{whole(DIGIT)}", "30%—40%，")), bool(re.match(f"三{whole(HAN)}", "三百二十户居民")), whole("[壹]")
        (True, True, '')
    """
    made = _MADE.get(first)
    return "" if made is None else f"(?:{widen(made())}){right()}"


@cache
def one() -> str:
    """Return the pattern behind 一 for it and a unit: one of something, or the article, as its place says.

    Example:
        >>> import re
        >>> [bool(re.match(f"一{one()}", text)) for text in ("一本又一本", "一部“", "一百本")]
        [True, True, False]
    """
    return f"(?:{widen(f'(?<=一)(?<!零下一){_units()}{_DONE}')}){right()}"


def _digits() -> str:
    units = _units()
    number = f"(?:(?<=[1-9])(?:[0-9]{{0,2}}(?:,[0-9]{{3}}){{1,3}}+|[0-9]{{0,6}}+)(?:[.][0-9]{{1,4}}+)?+|(?<=0)[.][0-9]{{1,4}}+){_BY}"
    under = f"(?:/(?>{tree(dict.fromkeys(_DENOMINATORS, ''))})(?![㐀-鿿²³⁴⁻·/A-Za-z]))?+"
    ends = f"{number}(?:{units})?{_TO}{_NUMBER}{units}(?:之间|不等)?+"
    claims = f"{number}{units}以上{_NUMBER}{units}{_UPPER}"
    one = f"{number}{units}{under}{_bound()}"
    return f"(?<![0-9.,/:-][0-9])(?<!零下[0-9])(?:{claims}|{ends}|{one}){_DONE}"


def _numerals() -> str:
    units, more = _units(), f"[{_HAN}]{{0,14}}+"
    free = f"(?<![百千万亿])(?<!零下[{_HAN}])"
    number = f"[{_HAN}]{{1,14}}+"
    several = f"(?:(?<=一)(?=[{_HAN}])|(?<!一)){more}"
    either = (
        f"{more}{units}以上{number}{units}{_UPPER}",
        f"{more}(?:{units})?[至到]{number}{units}{_bound()}",
        f"[{_HAN}]{{0,2}}+年[{_HAN}]{{1,3}}+个月(?!份){_bound()}",
        f"{several}{_mark()}{units}{_bound()}",
    )
    parts = f"(?<=百)分之[{_ONES}十百]{{1,5}}+(?:点[{_ONES}]{{1,4}}+)?+"
    parts += "|(?<=[二三四五六七八九十])分之[一二三四五六七八九](?=[的，。；：、是在由以])"
    return f"(?:{free}(?:{'|'.join(either)})|(?:{parts})(?![{''.join(sorted(STARTS))}点多余半]){_bound()}){_DONE}"


def _parts() -> str:
    few = "(?:(?<=几)|(?<=数)(?=[十百千万亿]))[十百千万亿]{0,3}+"
    return f"(?<!第几){few}{_mark()}{_units()}{_bound()}{_DONE}"


def _half() -> str:
    spelt = aliases()
    times = {
        word: ending(word, spelt)
        for word, found in spelt.items()
        if found.dimension in TIMES and is_ordinary(word, found)
    }
    return f"(?<!个半)(?!{continuation('半') or '(?!)'})(?>{units_with_endings(times, spelt)}){_bound()}{_DONE}"


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
    times = "|".join(f"{word}(?![0-9{_HAN}])" for word in _TIMES_MORE)
    seats = f"位(?![数置次于移列]|{continuation('位') or '(?!)'})"
    shares = "成(?=[，。；：、]|以[上下]|左右)"
    return f"(?>{times}|{shares}|{seats}|{units_with_endings(words, spelt)})(?![{''.join(sorted(STARTS))}])"


def _is_share(dimension: Dimension, word: str) -> bool:
    return dimension is Dimension.PERCENT and word == "‰"


_MADE: Final = {DIGIT: _digits, HAN: _numerals, PART: _parts, HALF: _half}
