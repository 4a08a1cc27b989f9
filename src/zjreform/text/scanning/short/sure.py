"""Plain figures: digits, a unit whose sense is never in doubt, perhaps a bound word behind (436件, 98.9%, 5.17万人以上).

Most figures are so. The one pattern reads them whole; whatever might be more than plain is left to ``reading``, which would read the same.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from attrs import frozen

from zjreform.quantity.bound_words import bounds_behind
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import decimal_of
from zjreform.quantity.quantities import Quantity, valid
from zjreform.quantity.quick import REMARKS
from zjreform.quantity.units import DOTS, Unit, aliases, unit
from zjreform.text.patterns import tree, widen
from zjreform.text.scanning.short.han import TENS
from zjreform.words.edges import continuation, opening

_SINGLE: Final = "个件项人家次户名份种类条张座所处台套辆%倍元天米亩吨批场期篇岁坪级起"
"""Units of one character whose sense is never in doubt."""
_DOUBTFUL: Final = frozenset(
    [
        "人民币",
        "部门",
        "单位",
        "周年",
        "年头",
        "年时间",
        "世纪",
        "毛钱",
        "角钱",
        "分钱",
        "里路",
        "里地",
        "分地",
        "学年",
        "千牛",
    ]
)
"""Longer spellings that may be something else."""
_BEHIND: Final = ("以上(?!、)", "以下", "以内", "之内", "左右")
"""Bound words behind a figure."""
_CLOSES: Final = "[，。；：、完办予作提]"
"""Behind 内 where it opens no other word."""
_HAN: Final = "二三四五六七八九两十"
"""First digits of small numbers."""
BOTH_ENDS: Final = "[与和跟][^，。；]{1,12}之\n?间"
"""What makes a figure the first of two ends (10岁与20岁之间), a line broken or not; folded, for ``widen``."""
_NUMERALS: Final = "0-9〇零○一二三四五六七八九十百千万亿两半几数廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
"""Numerals that could go on."""


@frozen(eq=False)
class Sure:
    """How figures look that are read before the rules and what their parts say.

    Attributes:
        patterns: Makes the pattern behind a digit, with the groups ``sure_more`` (余 or 多), ``sure_by`` (万 or 亿), ``sure_unit`` and
            ``sure_bound``, and that behind the first character of a small Chinese number, with ``small_unit`` and ``small_behind``.
        units: By folded spelling: the unit.
    """

    patterns: Callable[[], tuple[str, str]]
    units: Mapping[str, Unit]


@cache
def sure() -> Sure:
    """Return the patterns and tables, made from the tables of units and bound words."""
    spelt = {word: found for word, found in aliases().items() if _is_plain(word)}
    return Sure(lambda: _patterns(spelt), {**spelt, "": unit("")})


def _patterns(spelt: Iterable[str]) -> tuple[str, str]:
    words = widen(tree({word: _ending(word) for word in spelt}))
    bounds = "".join(sorted({word[0] for word in bounds_behind()}))
    right = widen(f"(?![{bounds}{_NUMERALS}/{DOTS}又—~〜―–─−至到 　\\n不未低少小且并而但每整正－-])")
    right += f"(?![,.][0-9]|{widen(f'[(]{chr(10)}?[{REMARKS}]|{BOTH_ENDS}')})"
    behind = f"{'|'.join(_BEHIND)}|内(?={_CLOSES})"
    amount = "(?:(?<=[1-9])[0-9]{0,7}+|(?<=0)(?=[.]))(?:(?:[.][0-9]{1,6}+)?+|(?<=[0-9][0-9])(?P<sure_more>"
    amount += widen(f"[余多](?!{opening('多')}|{opening('余')})") + "))"
    han = widen(f"[{_HAN}]")
    great = widen(f"(?<![0-9]{{4}})(?=大(?!{continuation('大')})[㐀-鿿A-Z])")
    head = f"(?>{words})|{great}"
    return (
        _unbound("[0-9]")
        + amount
        + widen("(?P<sure_by>[万亿])?")
        + f"(?P<sure_unit>{head})(?(sure_more)|(?P<sure_bound>{widen(behind)})?){right}",
        f"(?<={han})"
        + _unbound(han)
        + widen(f"(?<![月年初:]{_HERE})(?!个(?:周|星期))").replace(_HERE, han)
        + widen(TENS)
        + f"(?P<small_unit>{head})(?P<small_behind>{widen(behind)})?{right}",
    )


def _ending(word: str) -> str:
    """Return what must not follow a unit: what makes it a part of a word, or a line break amid what makes it a longer unit (个工作⏎日)."""
    longer = (other[len(word) :] for other in aliases() if other != word and other.startswith(word))
    begun = sorted({f"{re.escape(rest[:size])}\n" for rest in longer for size in range(1, len(rest))})
    follows = [*filter(None, [continuation(word), _NUMBERED.get(word)]), *begun]
    return f"(?!{'|'.join(follows)})" if follows else ""


_NUMBERED: Final = {"次": "列车|航班"}
"""By unit: what stands behind it where a rule says that the number names what follows (528次列车)."""


def _unbound(here: str) -> str:
    """Return what must not stand before a plain figure: a sign, or what makes it part of something else."""
    return widen(f"(?<![0-9A-Za-z./·第每 　+×*￥$±−—~〜负-]{_HERE})(?<!零下{_HERE})").replace(_HERE, here)


_HERE: Final = "\x00"
POWERS: Final = {"万": 4, "亿": 8}
"""By multiplier: the power of ten."""


def _is_plain(word: str) -> bool:
    if len(word) == 1:
        return word in _SINGLE
    return word not in _DOUBTFUL and not word[-1].isascii()


Parts = tuple[str | None, ...]
"""What a match says stands behind the number of a plain figure: 余 or 多, 万 or 亿, the unit, the bound word."""
_Tail = tuple[bool, int, Unit, Bound]
"""Whether there is 余 or 多, the power of ten, the unit and the bound."""
_tails: dict[str, _Tail] = {}
"""By all that stands behind a number: what it says; there are a few hundred."""
_NUMBER: Final = "0123456789."
"""Characters of a number; nothing that stands behind one begins with any."""


def _tail(behind: str, parts: Parts) -> _Tail:
    more, multiplier, spelling, word = parts
    power = POWERS[multiplier] if multiplier else 0
    bound = bounds_behind()[word] if word else Bound.EXACT
    made = _tails[behind] = more is not None, power, sure().units[spelling or ""], bound
    return made


def sure_quantity(match: re.Match[str], groups: tuple[int, ...]) -> Quantity:
    """Return the quantity of a plain figure.

    Args:
        match: The figure.
        groups: Its groups of ``Parts``.

    Example:
        >>> figure = "[0-9.]+(余)?(万)?([人次])(以上)?"
        >>> [sure_quantity(re.match(figure, text), (1, 2, 3, 4)) for text in ("5.17万人", "120余万次")]
        [Quantity(51700, '人', exact), Quantity(1200000, '次', over, implied_high=1300000)]
    """
    surface = match[0]
    behind = surface.lstrip(_NUMBER)
    more, power, into, bound = _tails.get(behind) or _tail(behind, match.group(*groups))
    number = surface[: -len(behind)] if behind else surface
    if more:
        return _over(number, 10**power, into)
    if not power and (number[-1] != "0" or "." not in number):
        return valid(Decimal(number), into, bound)
    whole, _, places = number.partition(".")
    if len(places) <= power:
        return valid(Decimal(f"{whole}{places}{'0' * (power - len(places))}"), into, bound)
    return valid(decimal_of(int(whole + places), len(places) - power), into, bound)


def _over(number: str, scale: int, into: Unit) -> Quantity:
    """Return a number with 多 or 余 behind its digits, whose last digit that is no zero is open."""
    step = 10 ** (len(number) - len(number.rstrip("0")))
    return valid(Decimal(int(number) * scale), into, Bound.OVER, Decimal((int(number) + step) * scale))
