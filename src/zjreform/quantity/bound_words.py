"""The bound words of ``data/words.csv`` with what they say, read at first use: by word, folded, in the order of the table.

来 is none of those behind a number: behind a unit it means since (三年来), inside a numeral it makes it approximate.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from zjreform.quantity.bounds import Bound
from zjreform.words.table import Role, words

_CEILING = "ceiling"
ByFirst = Mapping[str, tuple[tuple[str, Bound], ...]]
"""By first character: words, the longest first, each with what it says."""


@cache
def bounds_before() -> Mapping[str, Bound]:
    """Return the words that bound the number behind them.

    Example:
        >>> bounds_before()["不超过"].value, "最高" in bounds_before()
        ('at_most', False)
    """
    said = {word: row.says for word, row in words(Role.BOUND_BEFORE).items()}
    return MappingProxyType({word: Bound(says) for word, says in said.items() if says != _CEILING})


@cache
def ceilings() -> tuple[str, ...]:
    """Return the words that bound an amount of money from above, but state a statistic before any other number (最高气温38℃).

    Example:
        >>> ceilings()
        ('最高',)
    """
    return tuple(word for word, row in words(Role.BOUND_BEFORE).items() if row.says == _CEILING)


@cache
def bounds_behind() -> Mapping[str, Bound]:
    """Return the words that bound the number and the unit before them.

    Example:
        >>> bounds_behind()["以上"].value
        'at_least'
    """
    return MappingProxyType({word: Bound(row.says) for word, row in words(Role.BOUND_BEHIND).items()})


@cache
def before_by_first() -> ByFirst:
    """Return the words before a number by their first character.

    Example:
        >>> [word for word, _ in before_by_first()["约"]]
        ['约为', '约合', '约']
    """
    return _by_first(bounds_before())


@cache
def behind_by_first() -> ByFirst:
    """Return the words behind a number by their first character.

    Example:
        >>> [word for word, _ in behind_by_first()["余"]]
        ['余']
    """
    return _by_first(bounds_behind())


def _by_first(table: Mapping[str, Bound]) -> ByFirst:
    groups: dict[str, list[tuple[str, Bound]]] = {}
    for word in sorted(table, key=len, reverse=True):
        groups.setdefault(word[0], []).append((word, table[word]))
    return {first: tuple(group) for first, group in groups.items()}
