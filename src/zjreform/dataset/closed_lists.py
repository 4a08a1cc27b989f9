"""Values of closed lists as people write them: by code, by Chinese or by English label, in either script."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from types import MappingProxyType

from zjreform.alike import close_to
from zjreform.code import Code
from zjreform.dataset.spelling import each, plain
from zjreform.errors import UnknownValueError

LISTED = 30
"""An error lists all values of a list that has no more than this."""

_LED_TO: Mapping[str, str] = MappingProxyType({"市": "prefecture", "地市": "prefecture", "city": "prefecture"})
"""Words that stand for no value and what is likely meant: a county may be called a city, too, so none is taken for it."""


def codes_meant(field: str, kind: type[Code], values: str | Collection[str]) -> set[str]:
    """Return the codes that one value or several stand for.

    Raises:
        UnknownValueError: The list has no such code or label; it names close ones, and all where there are few.

    Example:
        >>> from zjreform.records.roster_codes import Level
        >>> sorted(codes_meant("level", Level, ["縣級", "Province", "prefecture"]))
        ['county', 'prefecture', 'province']
        >>> codes_meant("level", Level, "city")
        Traceback (most recent call last):
        zjreform.errors.UnknownValueError: no level is called 'city'; did you mean 'prefecture'? There are 'central', ...
    """
    spellings = _spellings(kind)
    return {_code(field, kind, spellings, value) for value in each(values)}


def unknown(field: str, value: str, known: Iterable[str], close: Iterable[str] = ()) -> UnknownValueError:
    """Return the error for a value that none of the known ones is: with those spelt alike, and with all where there are few.

    Example:
        >>> print(unknown("unit", "dya", ["day", "workday"]))
        no unit is called 'dya'; did you mean 'day'? There are 'day' and 'workday'
    """
    every = tuple(known)
    return UnknownValueError(
        field, value, tuple(close) or close_to(value, every), every if len(every) <= LISTED else ()
    )


def _code(field: str, kind: type[Code], spellings: Mapping[str, str], value: str) -> str:
    if value in kind._value2member_map_:
        return str(value)
    word = plain(value)
    if word in spellings:
        return spellings[word]
    codes = [str(code.value) for code in kind]
    led = _LED_TO.get(word)
    close = [led] if led in codes else [spellings[key] for key in close_to(word, spellings, 5)]
    raise unknown(field, value, codes, tuple(dict.fromkeys(code for code in close if code))[:3])


@cache
def _spellings(kind: type[Code]) -> Mapping[str, str]:
    """By code and label, as `plain` gives them: the code. Codes win over labels, earlier values over later ones."""
    found: dict[str, str] = {}
    for spelling in (lambda code: str(code.value), lambda code: code.zh, lambda code: code.en):
        for code in kind:
            found.setdefault(plain(spelling(code)), str(code.value))
    return found
