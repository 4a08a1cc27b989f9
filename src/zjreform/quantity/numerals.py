"""Reading numerals: Arabic, Chinese and mixed, with their own fuzziness.

The rule: a numeral is read from left to right in one pass over *folded* text (``zjreform.fold``). Values are exact. A
fuzzy numeral keeps what its form says: 十几 is 11 to 19, 三四十 is 30 to 40, 120余万 lies above 1200000 and implies less than
1300000.
"""

import threading
from decimal import Decimal
from typing import Any, Final

from zjreform.errors import ParseError
from zjreform.fold import CharacterTable, fold
from zjreform.lazy import LazyPattern
from zjreform.quantity.numbers import MOST_DIGITS, decimal_of
from zjreform.quantity.numeral_forms import (
    BIG,
    DIGITS,
    FUZZY,
    MARKS,
    SMALL,
    STARTS,
    TENS,
    ZEROS,
    Form,
    Numeral,
    continues,
)
from zjreform.quantity.numeral_terms import ARABIC_DIGITS, TermReader
from zjreform.quantity.units import thousands
from zjreform.words.edges import opens_word

__all__ = [
    "BIG",
    "DIGITS",
    "FUZZY",
    "MARKS",
    "SMALL",
    "STARTS",
    "TENS",
    "ZEROS",
    "Form",
    "Numeral",
    "numeral_at",
    "read_numeral",
    "spelt_sections",
]

_SCALED: Final = LazyPattern(r"([1-9][0-9]*+|0(?![0-9]))(?:\.([0-9]++))?([多余]?+)(万亿|万|亿)?")
"""Digits with a rank."""
_OVER: Final = Form.OVER


def read_numeral(text: str) -> Numeral:
    """Read a whole text as one numeral, in either script and any width.

    Raises:
        ParseError: The text is no numeral of the grammar, or goes on behind one.

    Example:
        >>> read_numeral("８億9,000萬").value
        Decimal('890000000')
        >>> numeral = read_numeral("三百六十多億")
        >>> numeral.value, numeral.form.name, numeral.step
        (Decimal('36000000000'), 'OVER', Decimal('1000000000'))
    """
    numeral = numeral_at(fold(text), 0)
    if numeral is None:
        raise ParseError(text, 0, "a numeral")
    if numeral.end != len(text):
        raise ParseError(text, numeral.end, "the end of the numeral")
    return numeral


def numeral_at(text: str, at: int) -> Numeral | None:
    """Return the numeral that starts at an offset of folded text, or ``None`` if none does or if digits run on behind it.

    A multiplier that begins a unit (千 in 5千米) belongs to the unit.

    Example:
        >>> numeral_at("共3.5万件", 1).value, numeral_at("共3.5万件", 0)
        (Decimal('35000'), None)
    """
    last = _last[0]
    if last[0] == at and last[1] is text:
        return last[2]
    numeral = _numeral_at(text, at)
    if len(text) <= _WINDOW:
        _last[0] = at, text, numeral
    return numeral


_last: list[tuple[int, str, Numeral | None]] = [(-1, "", None)]
"""Where a numeral was read last, and what it is: the parts of the grammar ask for the same one."""
_WINDOW: Final = 1024
"""Longer texts are not kept."""


def _numeral_at(text: str, at: int) -> Numeral | None:
    first = text[at : at + 1]
    if at + 1 == len(text) and first in _ALONE:
        return Numeral(_ALONE[first], at + 1)
    if first in ARABIC_DIGITS:
        numeral = _scaled(text, at)
        if numeral is not None:
            return numeral
    elif first == "好" and text[at + 1 : at + 2] == "几":
        at += 1
    elif first not in STARTS:
        return None
    elif text.startswith("分之", at + 1) and first in _RANKS:
        rank = _RANKS[first]
        return Numeral(Decimal(rank), at + 1, multiplier=rank if rank in BIG.values() else 1, bare=True)
    else:
        return _spoken(text, at)
    return TermReader(text, at).read()


def _spoken(text: str, at: int) -> Numeral | None:
    """Read a Chinese numeral; what it says is kept by its characters where nothing behind them can belong to it, since most recur."""
    run = _WORD.match(text, at)
    end = at if run is None else run.end()
    if (
        run is None
        or text[end : end + 1] in _TELLING
        or text[end - 1] == "两"
        or continues(text, end)
        or thousands(text, end - 1)
    ):
        return _regular(text, at) or TermReader(text, at).read()
    parts = _known.get(run[0])
    if parts is None:
        numeral = _regular(text, at) or TermReader(text, at).read()
        if numeral is None or numeral.end != end or numeral.form is Form.AROUND:
            return numeral
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        parts = _known[run[0]] = (numeral.value, numeral[2:])
    return Numeral(parts[0], end, *parts[1])


_WORD: Final = LazyPattern("[零〇一二三四五六七八九十百千万亿两几数]++")
"""A run of Chinese numerals."""
_TELLING: Final = frozenset({"", *"点分把"})
"""What tells a numeral from a run of digits."""
_known: dict[str, tuple[Decimal, tuple[Any, ...]]] = {}
_MOST_KNOWN: Final = 4096


def _scaled(text: str, at: int) -> Numeral | None:
    """Read Arabic digits with one multiplier at most (3.5万, 120余万), or return ``None`` for ``TermReader`` to decide."""
    match = _SCALED.match(text, at)
    if match is None or continues(text, match.end()):
        return None
    whole, places, mark, big = match.groups("")
    zeros = _ZEROS_OF[big]
    if len(whole) + len(places) + zeros > MOST_DIGITS or (big and whole == "0" and not places.strip("0")):
        return None
    if not mark:
        value = (
            Decimal(int(whole + places) * 10 ** (zeros - len(places)))
            if len(places) <= zeros
            else decimal_of(int(whole + places), len(places) - zeros)
        )
        return Numeral(value, match.end(), multiplier=10**zeros, run=match.end() - at == len(whole))
    if places or len(whole) == 1 or opens_word(text, match.end(3) - 1):
        return None
    step = 10 ** (len(whole) - len(whole.rstrip("0")) + zeros)
    return Numeral(Decimal(int(whole) * 10**zeros), match.end(), _OVER, None, Decimal(step), 10**zeros)


_ALONE: Final = {char: Decimal(digit) for char, digit in DIGITS.items() if char not in "两参"} | {
    "零": Decimal(0),
    "十": Decimal(10),
}
"""Chinese numerals of one character; most numerals of prose are no longer."""

_ZEROS_OF: Final = {"": 0, "万": 4, "亿": 8, "万亿": 12}
"""By rank: its zeros."""


def _regular(text: str, at: int) -> Numeral | None:
    """Read a Chinese numeral in standard spelling, or return ``None`` for ``TermReader`` to decide.

    The most frequent form: sections of four digits, each looked up whole, and perhaps a decimal.
    """
    run = _RUN.match(text, at)
    if run is not None and text[run.end() : run.end() + 1] not in _AFTER_RUN:
        value = spelt_sections().get(run[0], 0)
        if value and run[0][0] != "零" and not thousands(text, run.end() - 1) and not continues(text, run.end()):
            return Numeral(Decimal(value), run.end())
    match = _SECTIONS.match(text, at)
    if match is None or text[at] in BIG or thousands(text, match.end() - 1):
        return None
    end = match.end()
    total = 0 if match[0] == "零" else _total(match.groups())
    if continues(text, end):
        return None
    point = text.startswith("点", end)
    if total is None:
        return None if point else _colloquial(match[0], end)
    if point:
        return _with_point(text, end, total) if total < BIG["万"] else None
    return Numeral(Decimal(total), end, multiplier=_multiplier(*match.groups()))


def _colloquial(surface: str, end: int) -> Numeral | None:
    """Return a round number whose last rank is left out (一百二, 三万五)."""
    if len(surface) != len("一百二"):
        return None
    head, rank, tail = DIGITS.get(surface[0], 0), _RANKS.get(surface[1], 0), DIGITS.get(surface[2], 0)
    if not head or not rank or not tail or surface[2] == "两":
        return None
    return Numeral(Decimal(head * rank + tail * rank // 10), end, colloquial=True)


_RANKS: Final = {**{word: rank for word, rank in SMALL.items() if rank > SMALL["十"]}, **BIG}
"""By rank: its factor."""


def _total(sections: tuple[str | None, ...]) -> int | None:
    """Return the sum of the sections from 万亿 down, ``None`` where they are not in standard spelling."""
    over, yi, wan, rest = sections
    total = 0
    if (over or yi) and rest and not wan:
        return None
    for section, rank in ((over, _WAN_YI), (yi, BIG["亿"]), (wan, BIG["万"]), (rest, 1)):
        if section:
            value = _section(section, last=rank == 1)
            if not value or (section[0] == "零") is not (total > 0 and value < SMALL["千"]):
                return None
            total += value * rank
    return total or None


def _section(section: str, *, last: bool) -> int:
    """Return the number of a section in standard spelling, plain or formal, 0 if it is none."""
    spelt = spelt_sections()
    value = spelt.get(section)
    if value is None and (plain := section.translate(_PLAIN)) != section:
        value = spelt.get("二" if plain == "两" and not last else plain.replace("两百", "二百").replace("两千", "二千"))
    return value or 0


def _multiplier(over: str | None, yi: str | None, wan: str | None, rest: str | None) -> int:
    """Return the 万 and 亿 at the very end, where one coefficient stands before them."""
    if rest or (wan and (over or yi)):
        return 1
    return BIG["万"] if wan else BIG["亿"] if yi else _WAN_YI if over else 1


def _with_point(text: str, at: int, whole: int) -> Numeral | None:
    """Read the decimal behind 点 and a multiplier."""
    match = _POINT.match(text, at)
    if match is None or continues(text, match.end()) or len(match[1]) > MOST_DIGITS - len(str(whole)) - _WAN_YI_ZEROS:
        return None
    places, zeros = len(match[1]), _ZEROS_OF[match[2] or ""]
    digits = int(f"{whole}{match[1].translate(_TO_ARABIC)}") * 10 ** max(zeros - places, 0)
    return (
        Numeral(decimal_of(digits, max(places - zeros, 0)), match.end(), multiplier=10**zeros)
        if digits or not zeros
        else None
    )


_WAN_YI: Final = BIG["万"] * BIG["亿"]
"""万亿 as one rank."""
_WAN_YI_ZEROS: Final = 12
_POINT: Final = LazyPattern("点([零〇一二三四五六七八九]++)(万亿|万|亿)?")
"""A decimal point in words."""
_PLAIN: Final = CharacterTable(str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千"))
"""From formal to ordinary numerals."""
_TO_ARABIC: Final = str.maketrans("零〇一二三四五六七八九", "00123456789")
"""From Chinese to Arabic digits."""


def spelt_sections() -> dict[str, int]:
    """Return every standard spelling of 1 to 9999, and with 零 before it of 1 to 999; built at first use.

    Example:
        >>> spelt_sections()["三千零五十"], spelt_sections()["零五十"]
        (3050, 50)
    """
    if not _sections:
        with _LOCK:
            _sections.update({} if _sections else _spell_sections())
    return _sections


_LOCK = threading.Lock()
_sections: dict[str, int] = {}
_RUN: Final = LazyPattern("[零一二三四五六七八九十百千两]++")
"""Numerals without a large rank."""
_AFTER_RUN: Final = frozenset("万亿点廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟")
"""What makes such a run more than that."""
_SECTION: Final = "([零一二三四五六七八九十百千两廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟]++)"
"""A section of a numeral."""
_SECTIONS: Final = LazyPattern(f"(?:(?:{_SECTION}万)?{_SECTION}?亿)?(?:{_SECTION}万)?{_SECTION}?")
"""A numeral by sections."""


def _spell_sections() -> dict[str, int]:
    names = ["", *"一二三四五六七八九"]
    tails = {
        number: (names[number // 10] + "十" if number >= SMALL["十"] else "零") + names[number % 10]
        for number in range(1, 100)
    }
    tails[0] = ""
    found = {tail.removeprefix("零"): number for number, tail in tails.items() if number}
    found |= {
        tail.removeprefix("一"): number for number, tail in tails.items() if number // 10 == 1
    }  # 十五 beside 一十五
    hundreds = {h * 100 + n: f"{names[h]}百{tail}" for h in range(1, 10) for n, tail in tails.items()}
    below = {n: tail if tail[0] == "零" else f"零{tail}" for n, tail in tails.items() if n} | {
        n: f"零{tail}" for n, tail in hundreds.items()
    }
    found |= {f"{ten}{name}": tens + digit for ten, tens in TENS.items() for digit, name in enumerate(names)}
    found |= {tail: number for number, tail in (*hundreds.items(), *((n, tail) for n, tail in below.items()))}
    for t in range(1, 10):
        found[f"{names[t]}千"] = t * 1000
        found |= {f"{names[t]}千{tail}": t * 1000 + n for n, tail in {**below, **hundreds}.items()}
    return found
