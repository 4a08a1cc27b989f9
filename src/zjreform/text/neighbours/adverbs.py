"""Bounds that stand away from their number: 至少 and 最多 before a verb bound what the verb counts (至少有三分之二, 最多可报3项)."""

from typing import Final

from attrs import evolve

from zjreform.fold import fold
from zjreform.quantity.bounds import PREFIXES, Bound
from zjreform.quantity.patterns import LazyPattern
from zjreform.text.figure import Figure, stated
from zjreform.text.scanning.rules import TRIGGERS

_ADVERB: Final = LazyPattern(
    f"(?s:.){{0,3}}?([最至]多|[最至]少|起码|顶多)(?:(?![的时达日年月高低{TRIGGERS}])[㐀-鿿]){{1,4}}\\Z"
)
_REACH = 6
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
    for place, one in enumerate(found):
        quantity = one.quantity
        if quantity is not None and quantity.bound is _EXACT and quantity.upper is None:
            before = text[one.start - _REACH if one.start > _REACH else 0 : one.start]
            if "多" in before or "少" in before or "码" in before or "碼" in before:
                adverb = _ADVERB.match(fold(before), 0)
                if adverb is not None:
                    found[place] = stated(text, one.start, one.end, evolve(quantity, bound=PREFIXES[adverb[1]]))
