"""Figures behind which nothing can belong to them, whatever their numbers are: two ends (10%至20%), large Chinese numerals, 几 and 数.

The pattern only says how far such a figure goes. The grammar reads it by itself, away from its text, and since many recur it is read once.
"""

from functools import cache
from typing import Final

from zjreform.quantity.numerals import STARTS
from zjreform.quantity.units import aliases
from zjreform.text.patterns import tree, widen
from zjreform.text.rules.rule import DIGIT, HAN
from zjreform.text.scanning.short.late import ending, is_ordinary, right, units_with_endings
from zjreform.words.edges import opening

PART: Final = "[几数翻]"
"""First characters of numerals that leave their digits open."""
_HAN: Final = "〇零一二三四五六七八九十百千万亿两几"
_TO: Final = "(?:[至到~〜-]|——?|––?)"
"""Joins two ends."""
_DENOMINATORS: Final = (
    "人",
    "户",
    "平方米",
    "立方米",
    "公里",
    "年",
    "月",
    "日",
    "天",
    "小时",
    "分钟",
    "秒",
    "吨",
    "公斤",
    "亩",
    "公顷",
    "升",
    "米",
    "次",
)
_NUMBER: Final = "[0-9]{1,7}+(?:[.][0-9]{1,4}+)?+(?:万亿|[万亿])?+"


@cache
def whole(first: str) -> str:
    """Return the pattern behind one class of first characters, empty for a class without any.

    Example:
        >>> import re
        >>> bool(re.match(f"3{whole(DIGIT)}", "30%—40%，")), bool(re.match(f"三{whole(HAN)}", "三百二十户居民")), whole("[半]")
        (True, True, '')
    """
    made = _MADE.get(first)
    return "" if made is None else made()


_DONE: Final = "(?!之间|不等)"
"""What must not stand behind one number, since it closes two."""


def _digits() -> str:
    units = _units()
    free = "(?<![0-9.,/:-][0-9])"
    number = "(?:(?<=[1-9])[0-9]{0,6}+(?:[.][0-9]{1,4}+)?+|(?<=0)[.][0-9]{1,4}+)(?:万亿|[万亿])?+"
    ends = f"{number}(?:{units})?{_TO}{_NUMBER}"
    under = f"(?:/(?>{tree(dict.fromkeys(_DENOMINATORS, ''))})(?![㐀-鿿]))?"
    return (
        widen(f"{free}(?<!零下[0-9])(?:{ends}(?:{units})(?:之间|不等)?+|{number}(?:{units}){under}){_DONE}") + right()
    )


def _numerals() -> str:
    return (
        widen(
            f"(?<![百千万亿])(?<!零下[{_HAN}])(?:(?<=一)(?=[{_HAN}])|(?<!一))[{_HAN}]{{0,14}}+{_mark()}(?:{_units()})"
        )
        + right()
    )


def _parts() -> str:
    few = "(?:(?<=几)|(?<=数)(?=[十百千万亿]))[十百千万亿]{0,3}+"
    return widen(f"(?<![好第]几){few}{_mark()}(?:{_units()}){_DONE}") + right()


def _mark() -> str:
    return f"(?:[余多](?!{opening('多')}|{opening('余')}))?"


@cache
def _units() -> str:
    spelt = aliases()
    words = {word: ending(word, spelt) for word, found in spelt.items() if is_ordinary(word, found)}
    return f"(?>{units_with_endings(words, spelt)})(?![{''.join(sorted(STARTS))}])"


_MADE: Final = {DIGIT: _digits, HAN: _numerals, PART: _parts}
