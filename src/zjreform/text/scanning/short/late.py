"""Ordinary figures: read by a pattern behind the rules, once no rule has held (3年, 300 多家, 40万余次, 3,214户, 12.5 at an end).

They are what ``plain`` leaves open because a rule might have wanted them. Whatever the grammar could read in another way is left to
``reading``, which would read all of these the same.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from attrs import frozen

from zjreform.quantity.bound_words import bounds_before, bounds_behind
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import decimal_of
from zjreform.quantity.numerals import STARTS
from zjreform.quantity.quantities import Quantity, valid
from zjreform.quantity.quick import REMARKS
from zjreform.quantity.units import DOTS, Dimension, Unit, aliases, prefixes, unit
from zjreform.text.patterns import tree, widen
from zjreform.text.scanning.senses import ACTS, BREAKS, CONCRETE, DEFINITE, SENSES, SINGLE, STRANGE_MONEY
from zjreform.text.scanning.short.han import TENS, TIMES, open_ended, small_numbers
from zjreform.text.scanning.short.sure import BOTH_ENDS, POWERS
from zjreform.words.edges import continuation, opening

_GROUPS: Final = ("late_over", "late_by", "late_over_by", "late_unit", "late_over_unit")
"""Groups of the pattern for digits: 余 or 多, 万 or 亿, 余 or 多 behind that, the unit, 余 or 多 behind it."""
_COMPOUND: Final = frozenset(
    {Dimension.DURATION, Dimension.WORKING_TIME, Dimension.MONEY, Dimension.AREA, Dimension.LENGTH, Dimension.MASS}
)
_READ: Final = frozenset({"部门", "单位", "块", "位", "jiao", "cheng", "分", "fen", "mu-fen"})
"""Units whose sense or scale takes the grammar or the context."""
_STARTS: Final = "".join(sorted(STARTS))
_GOES_ON: Final = "分又之至到零点半来余多不且但每正负上下"
"""Characters behind a number that can belong to it."""
_LETTERED: Final = "0-9A-Za-z²³⁴⁻号"
"""Characters behind a unit of letters that can belong to it or to a name (240mm², 188TB号)."""
STROKES: Final = frozenset("-/*×")
"""Marks before a bare number with which it can be part of a code or a fraction."""
UNSURE: Final = frozenset("又有某") | STROKES
"""Characters before a figure that may make it part of another (五又二分之一) or of a code, or an article (有一天)."""
_SHORT: Final = 3
_OVER: Final = Bound.OVER


@frozen(eq=False)
class Late:
    """How ordinary figures look and what their parts say.

    Attributes:
        patterns: Makes the pattern behind a digit, and that behind a small Chinese number for units of time and what 一 counts, with the
            groups ``once_unit`` and ``once_behind``.
        units: By folded spelling: the unit.
        numbers: By folded Chinese numeral: its number.
        claims: Characters with which another claim can go on (30家以上50家以下).
    """

    patterns: Callable[[], tuple[str, str]]
    units: Mapping[str, Unit]
    numbers: Mapping[str, Decimal]
    claims: frozenset[str]


@cache
def late() -> Late:
    """Return the patterns and tables, made from the tables of units and bound words."""
    return Late(_patterns, {**aliases(), "": unit("")}, small_numbers(), _claims())


def _patterns() -> tuple[str, str]:
    spelt = aliases()
    words = {word: ending(word, spelt) for word, found in spelt.items() if is_ordinary(word, found)}
    times = {word: ending for word, ending in words.items() if spelt[word].dimension in TIMES}
    times |= {word: _once(word) + words[word] for word in (*ACTS, *CONCRETE)}
    times |= {word: f"{_once(word)}(?={'|'.join(SINGLE)})" for word in ("张", "个", "份", "本")}
    mark = widen(f"[余多](?!{opening('多')}|{opening('余')})")
    suffixes = _suffixes()
    number = (
        widen("(?<!零下[0-9])")
        + "(?<![.][0-9])(?:(?<=[1-9])(?:[0-9]{0,2}(?:,[0-9]{3}){1,3}+|[0-9]{0,6}+)(?:[.][0-9]{1,4}+)?+"
    )
    number += "|(?<=0)[.][0-9]{1,4}+)(?P<late_number>)"
    amount = f"{number}(?: ?(?P<late_over>{mark}))?{widen('(?: ?(?P<late_by>[万亿]))?')}(?P<late_over_by>{mark})?"
    units, few = widen(units_with_endings(words, spelt)), widen(units_with_endings(times, spelt))
    counted = f"{widen(f' ?(?![{_STARTS}])')}(?P<late_unit>(?>{units}))(?P<late_over_unit>{mark})?{right()}"
    begins = "".join(sorted({word[0] for word in (*spelt, *SENSES, *bounds_behind())}))
    bare = (
        widen(f"(?=(?:部门|单位)(?!{suffixes})|(?!{STRANGE_MONEY}|[{begins}{_STARTS}{_GOES_ON}]|{BOTH_ENDS})")
        + f"[㐀-鿿]|[，。；！？”」』》】)]|[、：](?![{_STARTS}])|\\Z)"
    )
    return (
        f"{amount}(?:{counted}|{bare}(?!，[0-9]{{3}}，[0-9]{{3}}))",
        f"{widen(f'(?<!零下[{_DIGITS}])')}{widen(TENS)}(?P<once_unit>(?>{few}))(?P<once_behind>{mark})?{right()}",
    )


def _suffixes() -> str:
    return "|".join(sorted(bounds_behind(), key=len, reverse=True))


@cache
def right() -> str:
    """Return what must hold behind a figure so that nothing behind it belongs to it.

    Example:
        >>> [re.match(right(), text, re.DOTALL) is not None for text in ("的", "，其中", "以上", "至5天", " 3")]
        [True, True, False, False, False]
    """
    behind = "".join(sorted({word[0] for word in bounds_behind()}))
    return widen(
        f"(?!{_suffixes()}|[/{DOTS}每至到—–―─~〜−－\\n-]|[(]\n?[{REMARKS}]| (?:[{_STARTS}{behind}至到]|[^㐀-鿿])|{BOTH_ENDS})"
    )


_DIGITS: Final = "一二两三四五六七八九十"
"""Digits of numbers up to ninety-nine."""


def is_ordinary(word: str, found: Unit) -> bool:
    """Return whether a spelling of a unit says the same wherever it stands behind a number.

    Example:
        >>> [is_ordinary(word, aliases()[word]) for word in ("户", "公里", "月", "成")]
        [True, True, False, False]
    """
    share = found.dimension is Dimension.PERCENT and found.code != "%"
    if any(char.isascii() for char in word):
        return word == "%" or (word.isascii() and word.isalpha() and len(word) > 1 and not share)
    return not (found.code in _READ or share or word == "月")


def ending(word: str, spelt: Mapping[str, Unit]) -> str:
    """Return what must not follow this unit: what makes it a longer or another one, or a part of a word.

    Example:
        >>> "月" in ending("个", aliases())
        True
    """
    found = spelt[word]
    longer = [re.escape(other[len(word) :]) for other in spelt if other != word and other.startswith(word)]
    letters = "多余亿" if found.code == "个" else ""
    letters += "整正" if found.dimension is Dimension.MONEY else ""
    letters += _LETTERED if word[-1].isascii() and word.isalpha() else ""
    follows = [f"[{letters}]" if letters else "", *longer, continuation(word)]
    return f"(?!{'|'.join(filter(None, follows))})" if any(follows) else ""


def units_with_endings(words: Mapping[str, str], spelt: Mapping[str, Unit]) -> str:
    """Return a pattern for units with their endings; what no unit of a kind may be followed by stands once behind all of them.

    Example:
        >>> re.match(units_with_endings({"户": "", "户次": ""}, aliases()), "户次")[0]
        '户次'
    """
    kinds: dict[str, dict[str, str]] = {}
    for word, ending in words.items():
        kinds.setdefault(_behind(spelt[word].dimension), {})[word] = ending
    return "|".join(f"{tree(some)}(?![{behind}])" for behind, some in kinds.items())


def _behind(dimension: Dimension) -> str:
    if dimension in _COMPOUND:
        return f"半每又零{_STARTS}"
    return "半" if dimension is Dimension.COUNT else "半每"


def _once(word: str) -> str:
    """Return what must hold before 一 and a unit so that it counts: for acts a word that they belong to (只需一次)."""
    definite = "".join(sorted(DEFINITE))
    open_ = re.escape("".join(sorted(BREAKS))) if word in ACTS else ""
    before = f"(?<=[^{definite}{open_}]一{word})" if word in ACTS else f"(?<![{definite}]一{word})"
    return f"(?<=一{word}){before}"


def _claims() -> frozenset[str]:
    firsts = {word[0] for word in (*bounds_before(), *prefixes())} | {*STARTS, *"上最好正负±+至到、且但并而"}
    return frozenset(firsts)


def late_quantity(text: str, match: re.Match[str], made: Late) -> Quantity | None:
    """Return the quantity of an ordinary figure, or ``None`` if it takes a closer look.

    Args:
        text: The text.
        match: The figure, without a bound word before it.
        made: The tables.
    """
    over, big, over_big, spelling, over_unit = match.group(*_GROUPS)
    at = match.start()
    found = made.units[spelling or ""]
    digits = text[at : match.end("late_number")]
    whole, _, places = digits.replace(",", "").partition(".")
    if _is_doubtful(whole, places, (over, big, over_big, over_unit), found):
        return None
    if over_unit:
        return None if "," in digits else open_ended(Decimal(whole), found)
    zeros = POWERS[big] if big else 0
    value = decimal_of(int(whole + places) * 10 ** max(zeros - len(places), 0), max(len(places) - zeros, 0))
    if not over and not over_big:
        return valid(value, found)
    step = 10 ** (zeros - len(places) if over_big else zeros + len(whole) - len(whole.rstrip("0")))
    return valid(value, found, _OVER, Decimal(int(value) + step))


def _is_doubtful(whole: str, places: str, parts: tuple[str | None, ...], found: Unit) -> bool:
    """Return whether a number with its 余, 万, 余 and the 余 behind its unit is none that could be read here."""
    over, big, over_big, over_unit = parts
    marks = bool(over) + bool(over_big) + bool(over_unit)
    long = not big and not places and len(whole) > _SHORT
    return (
        marks > 1
        or bool(over_big and not big)
        or bool(over and (places or len(whole) == 1))
        or bool(big and len(places) > POWERS[big])
        or bool(over_unit and (big or places))
        or (not found.code and (marks > 0 or long))
        or (found.code == "year" and long)
        or bool(found.code == "本" and places)
    )
