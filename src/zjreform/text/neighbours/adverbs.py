"""Bounds that stand away from their number: 至少 and 最多 before a verb bound what the verb counts (至少有三分之二, 最多可报3项)."""

from bisect import bisect_left
from operator import attrgetter
from typing import Final

from attrs import evolve

from zjreform.fold import fold
from zjreform.quantity.bounds import PREFIXES, Bound
from zjreform.quantity.patterns import LazyPattern
from zjreform.text.figure import Figure, stated
from zjreform.text.scanning.rules import TRIGGERS

_ADVERBS: Final = ("最多", "至少", "至多", "最少", "起码", "起碼", "顶多", "頂多")
"""The adverbs, in both scripts; each has two letters."""
_VERB: Final = LazyPattern(f"(?:(?![的时达日年月高低{TRIGGERS}])[㐀-鿿]){{1,4}}\\Z")
_SIZE, _LONGEST = 2, 4
_EXACT: Final = Bound.EXACT


def bounded(text: str, found: list[Figure]) -> None:
    """Give exact figures the bound of an adverb before their verb; the list is changed in place.

    Args:
        text: The text.
        found: Its figures in order.

    Example:
        >>> from zjreform.text.figures import figures
        >>> [repr(figure.quantity) for figure in figures("至少有3人，最多的是5人，最多时达9人")]
        ["Quantity(3, '人', at_least)", "Quantity(5, '人', exact)", "Quantity(9, '人', exact)"]
    """
    for word in _ADVERBS:
        at = text.find(word)
        while at >= 0:
            _bound(text, found, at, PREFIXES[fold(word)])
            at = text.find(word, at + _SIZE)


def _bound(text: str, found: list[Figure], at: int, bound: Bound) -> None:
    place = bisect_left(found, at + _SIZE + 1, key=attrgetter("start"))
    if place == len(found) or found[place].start > at + _SIZE + _LONGEST:
        return
    one = found[place]
    quantity = one.quantity
    if quantity is None or quantity.bound is not _EXACT or quantity.upper is not None:
        return
    if _VERB.match(fold(text[at + _SIZE : one.start]), 0):
        found[place] = stated(text, one.start, one.end, evolve(quantity, bound=bound))
