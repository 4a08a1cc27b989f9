"""Powers of ten and what is written like them: 1.4×10⁴万元, 3～4×10⁴, 10^5, 4.71e+9; and what lost its raised digits (1.6×104)."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from zjreform.mending.marks import Replacement, masked
from zjreform.mending.rare import DIGITS, RAISED
from zjreform.stored import compiled

_PLAIN: Final = str.maketrans(f"{RAISED}⁺⁻－−０１２３４５６７８９．，", "0123456789+---0123456789.,")
_D: Final = f"[{DIGITS}]"
_NUMBER: Final = f"{_D}+(?:,{_D}{{3}})*(?:[.．]{_D}+)?"
_POWER: Final = f"(?:\\^ ?[(（]?(?P<hat>[-－−]?{_D}{{1,2}})[)）]?|(?P<raised>⁻?[{RAISED}]{{1,2}}))(?!{_D})"
_TEN: Final = " ?[×*＊xX] ?[1１][0０]"
_TO: Final = " ?(?:[至到~～—–-]|——) ?"
"""Joins two ends."""
_FREE: Final = f"(?<![{DIGITS}A-Za-z.．×*])"
_TIMES: Final = (
    f"(?P<open>[(（])?(?:(?P<low>{_NUMBER})(?P<to>{_TO}))?(?P<high>{_NUMBER})(?P<close>[)）])?{_TEN}{_POWER}"
)
_ALONE: Final = f"{_FREE}(?P<base>{_D}{{1,6}}){_POWER}"
_LOST: Final = (
    f"{_FREE}(?:(?:{_NUMBER}{_TO})?{_D}{{1,3}}[.．]{_D}+{_TEN}[-－−]?[1-9１-９][0-2]?|[1-9]{_TEN}[-－−]?[1-9１-９])"
    f"(?![{DIGITS}.．])[万萬亿億余餘多]*"
)
"""What may be a power that lost its raised digits: a decimal, or a lone digit, times what begins with 10."""
_SCIENTIFIC: Final = (
    f"{_FREE}(?:(?P<base>{_D}+[.．]{_D}+)[eEＥ](?P<power>[-－−+＋]?{_D}{{1,2}})|(?P<whole>{_D}+)[eEＥ](?P<signed>[-－−+＋]{_D}{{1,2}}))"
    f"(?![{DIGITS}A-Za-z])"
)
_ANY: Final = f"[{RAISED}^eEＥ×*＊xX]"
_RANKS: Final = frozenset("百千万萬亿億零〇")
"""Characters of a numeral, behind which no power begins."""
_MOST = 30


def settled_powers(text: str) -> Iterator[Replacement]:
    """Give plain digits for powers whose exponent is certain, and a mask for those that lost it.

    Example:
        >>> list(settled_powers("投资1.4×10⁴万元")), list(settled_powers("产量4.2×105吨"))
        ([(2, 9, '14000')], [(2, 9, '□□□□□□□')])
    """
    if compiled(_ANY).search(text) is None:
        return
    found: list[Replacement] = []
    taken = bytearray(len(text))
    for pattern, settle in _FORMS:
        for match in compiled(pattern).finditer(text):
            if 1 in taken[match.start() : match.end()]:
                continue
            behind = text[match.start() - 1 : match.start()] in _RANKS and match.start() > 0
            put = masked(match) if behind else settle(match)
            if put is not None:
                found.append(put)
                taken[put[0] : put[1]] = b"\1" * (put[1] - put[0])
    yield from sorted(found)


def _value(digits: str) -> Fraction:
    return Fraction(digits.translate(_PLAIN).replace(",", ""))


def _power(match: re.Match[str]) -> int:
    return int((match["hat"] or match["raised"]).translate(_PLAIN))


def _digits(number: Fraction) -> str | None:
    """Return a number whose decimal ends in plain digits; ``None`` for one that is too long."""
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
        if places > _MOST:
            return None
    whole = str(int(number * 10**places)).zfill(places + 1)
    text = f"{whole[:-places]}.{whole[-places:]}" if places else whole
    return text if len(text) <= _MOST else None


def _times(match: re.Match[str]) -> Replacement | None:
    """Return a number times a power of ten, or a range of two (3～4×10⁴, （4～5）×10⁴), in plain digits."""
    if match["close"] and not (match["open"] and match["low"]):
        return masked(match)
    factor = Fraction(10) ** _power(match)
    high = _digits(_value(match["high"]) * factor)
    if match["low"] is None:
        return masked(match) if high is None else (match.start("high"), match.end(), high)
    low = _digits(_value(match["low"]) * factor)
    whole = bool(match["open"]) is bool(match["close"])
    if low is None or high is None or not whole or not _value(match["low"]) < _value(match["high"]):
        return masked(match)
    return *match.span(), f"{low}{match['to']}{high}"


def _scientific(match: re.Match[str]) -> Replacement:
    base, power = (match["base"], match["power"]) if match["base"] else (match["whole"], match["signed"])
    put = _digits(_value(base) * Fraction(10) ** int(power.translate(_PLAIN).replace("＋", "+")))
    return masked(match) if put is None else (*match.span(), put)


_NOTE, _BASE = 3, 10


def _alone(match: re.Match[str]) -> Replacement | None:
    """Return 10⁷ or 2^8 as plain digits; a small raised number behind another may be a note."""
    base, power = int(match["base"].translate(_PLAIN)), _power(match)
    if match["raised"] and (base != _BASE or 0 <= power < _NOTE):
        return masked(match)
    put = _digits(Fraction(base) ** power) if base and abs(power) < _MOST else None
    return masked(match) if put is None else (*match.span(), put)


_MEASURE: Final = "(?<=[0-9 ])(?P<length>[kcdm]?m)\\^(?P<degree>[23])(?![0-9])"
"""A square or cube whose exponent was typed (5m^2)."""


def _squared(match: re.Match[str]) -> Replacement:
    return *match.span(), match["length"] + {"2": "²", "3": "³"}[match["degree"]]


_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str]], Replacement | None]], ...]] = (
    (_MEASURE, _squared),
    (_TIMES, _times),
    (_SCIENTIFIC, _scientific),
    (_ALONE, _alone),
    (_LOST, masked),
)
