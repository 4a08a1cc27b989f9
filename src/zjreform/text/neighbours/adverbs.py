"""Bounds that stand away from their number: 至少 and 最多 before a verb bound what the verb counts (至少有三分之二, 最多可报3项)."""

from typing import Final

from attrs import evolve

from zjreform.fold import fold
from zjreform.quantity.bounds import PREFIXES, Bound
from zjreform.quantity.patterns import LazyPattern
from zjreform.text.figure import Figure, stated

_WORDS: Final = ("至少", "最少", "最多", "至多", "起码", "顶多")
ADVERBS: Final = (*_WORDS, "起碼", "頂多")
"""The adverbs, in both scripts."""
_REACH: Final = 6
_AWAY: Final = LazyPattern(
    f".*({'|'.join(_WORDS)})(?:(?![的时达日年月高低一二三四五六七八九十百千万亿两半几数])[㐀-鿿]){{1,4}}\\Z"
)
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
    floor = 0
    for place, one in enumerate(found):
        quantity = one.quantity
        if quantity is None:
            continue
        if quantity.bound is _EXACT and quantity.upper is None and one.start:
            before = text[max(floor, one.start - _REACH) : one.start]
            if ("少" in before or "多" in before or "码" in before or "碼" in before) and (
                word := _AWAY.match(fold(before), 0)
            ):
                bound = PREFIXES[word[1]]
                found[place] = stated(text, one.start, one.end, evolve(quantity, bound=bound))
        floor = one.end
