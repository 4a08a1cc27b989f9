"""Chinese digits that count nothing: 一 and a classifier in the sense of *a* (一项举措), a digit and what is no unit (两地, 三农).

They are read by a pattern, since prose is full of them. What the pattern leaves open is judged by ``context``, which would judge all of
these the same.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from zjreform.quantity.bound_words import behind_by_first, bounds_behind
from zjreform.quantity.lone import TOLD
from zjreform.quantity.numerals import STARTS
from zjreform.quantity.quick import GOES_ON
from zjreform.quantity.units import Dimension, aliases
from zjreform.text.patterns import tree, widen
from zjreform.text.scanning.before import befores
from zjreform.text.scanning.senses import ACTS, BODIES, BREAKS, CONCRETE, SENSES, SINGLE
from zjreform.text.scanning.short.openings import openings
from zjreform.words.edges import continuation


@cache
def article() -> str:
    """Return the pattern behind a Chinese digit.

    Example:
        >>> import re
        >>> [bool(re.match(f"[一三]{article()}", text)) for text in ("一项举措", "一项以上", "一人获奖", "一个月内", "三农")]
        [True, False, False, False, True]
    """
    spelt = aliases()
    counted = {
        word: _ending(word, tuple(spelt))
        for word, found in spelt.items()
        if found.dimension is Dimension.COUNT and word == found.zh and word not in _UNLIKE
    }
    acts = {word: ending for word, ending in counted.items() if word in ACTS}
    others = {word: ending for word, ending in counted.items() if word not in ACTS | CONCRETE}
    bounded = f"(?!{'|'.join((*bounds_behind(), *_RANGES))})"
    things = f"{tree(others)}|(?<![^{_class(BREAKS)}]一){tree(acts)}"
    one = f"(?<=一)(?:{things})(?![{_HAN}{_BEHIND}]|{'|'.join(SINGLE)}){bounded}(?=[㐀-鿿0-9])"
    other = f"(?=\\n?+(?![大{_NUMERALS}{_BEHIND}来好兆]|、[{_NUMERALS}]){_no_unit()}{bounded}(?=[㐀-鿿{_CLOSING}]|\\Z))"
    plan = f"(?<=[“『「‘][{_DIGITS}])[{_DIGITS}](?=[”』」’])"
    return f"(?<=[{_DIGITS}]){_alone()}" + widen(f"(?:{one}|{other}|{plan})")


def lone() -> str:
    """Return the pattern behind a multiplier that alone, or with another, is no number, whatever stands around it (百年变局, 数以千万计).

    Example:
        >>> import re
        >>> [bool(re.match(f"[百千万]{lone()}", text)) for text in ("千行百业", "百万民警", "百年以上", "万元户", "百余人", "百人。")]
        [True, True, False, False, False, True]
    """
    spelt = aliases()
    money = dict.fromkeys((word for word, found in spelt.items() if found.dimension is Dimension.MONEY), "")
    others = dict.fromkeys((word for word in spelt if word and word not in money), "")
    goes_on = _class((GOES_ON | {" ", "\n", *behind_by_first()}) - STARTS)
    before = f"(?<![{_class({*befores(), ' '})}][百千万亿])"
    unit = f"(?:{tree(others)})?+"
    number = _class(GOES_ON | {"、", *behind_by_first()})
    return (
        f"(?<=[百千万亿]){before}(?:(?<=[百千])[万亿]|(?<=万)亿)?+(?=\n?+(?![^\n]{{0,7}}\n)(?![{number}]|{'|'.join(TOLD)})"
        f"(?!{tree(money)})(?={unit}[^{goes_on}]))"
    )


@cache
def letters() -> Mapping[str, str]:
    """Return, by the class of a stop that alone is no numeral, the pattern behind it where nothing follows that it could count or halve.

    Example:
        >>> import re
        >>> made = letters()
        >>> [bool(re.match(first + made[first], text)) for first, text in (("[几数翻]", "几近"), ("[几数翻]", "几家"), ("半", "半停产"))]
        [True, False, True]
    """
    goes_on = _class({*GOES_ON, *behind_by_first(), " ", "\n", "\xa0"})
    nothing = f"(?![{goes_on}好兆]){_no_unit()}"
    half = f"(?<![{_HALVED}]半)" + _clear("半")
    return {
        "[几数翻]": f"(?<=几){widen(nothing)}|(?<=翻)(?![{_TURNED}{_NUMERALS}\\s])",
        "半": half + widen(f"(?!价){nothing}"),
        "第": f"(?![{_NUMERALS}\\s(（])",
    }


@cache
def _no_unit() -> str:
    """Return what must hold so that no unit stands at a place, nor begins to up to where a line ends."""
    words = (*aliases(), *SENSES, *BODIES, "分之")
    begun = "".join(sorted({word[0] for word in words if word}))
    return f"(?:(?![{begun}])|(?!{tree(dict.fromkeys(filter(None, words), ''))})(?![^\n]{{0,7}}\n))"


def _alone() -> str:
    """Return what must hold before a digit: no number, and no word or sign that can belong to one."""
    return widen(f"(?<![{_BEFORE}{_NUMERALS}][{_DIGITS}])") + _clear(f"[{_DIGITS}]")


def _clear(here: str) -> str:
    """Return what must hold before a character: no word or sign that can belong to a number."""
    words = openings()
    pairs = "|".join(map(re.escape, sorted(words.pairs)))
    single, last = f"(?<![{_class(words.letters)}]{here})", f"(?<![{_class(words.lasts)}]{here})"
    return f"(?:{last}|{single}(?<!(?:{pairs}){here}))"


def _class(chars: Iterable[str]) -> str:
    return re.escape("".join(sorted(chars)))


_HALVED: Final = "个减折对一多"
"""Characters before 半 with which it may be a half."""
_TURNED: Final = "番了将接近约超逾不"
"""Characters behind 翻 with which it may double."""
_DIGITS: Final = "一二三四五六七八九十两"
"""Digits that may count nothing."""
_NUMERALS: Final = "".join(sorted(STARTS))
_HAN: Final = "".join(sorted(char for char in STARTS if not char.isascii()))
_CLOSING: Final = "，。；！？：、”』」》)"
"""Marks behind a digit with which it is no number, if none stands behind them."""
_BEFORE: Final = "又上减折第每"
"""Characters before a digit with which it may be a number."""
_BEHIND: Final = "至到零又半每批点"
"""The same behind it."""
_RANGES: Final = ("不等", "之间")
"""Words behind a digit that close a range."""
_UNLIKE: Final = frozenset({"批", "块"})
"""Classifiers of which 一 names no thing (一批) or which may be money (一块二毛五)."""


def _ending(word: str, spelt: tuple[str, ...]) -> str:
    """Return what must not follow a classifier: what makes it a longer unit (个月), or begins to where a line ends, or another word."""
    longer = sorted({other[len(word) :] for other in spelt if other != word and other.startswith(word)})
    begun = "".join(sorted({rest[0] for rest in longer}))
    follows = [*map(re.escape, longer), *([f"[{begun}][ \\n]"] if begun else []), *filter(None, [continuation(word)])]
    return f"(?!{'|'.join(follows)})" if follows else ""
