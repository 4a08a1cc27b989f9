"""Bounds that stand away from their number: 至少, 最多, 约 or 最高 before a verb bound what the verb counts (至少有三分之二, 约占三成)."""

from typing import Final

from attrs import evolve

from zjreform.fold import fold
from zjreform.quantity.bounds import PRECEDERS, PREFIXES, Bound
from zjreform.quantity.patterns import LazyPattern
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure
from zjreform.text.scanning.rules import TRIGGERS

_VERB: Final = f"(?:(?![的时达日年月高低{TRIGGERS}])[㐀-鿿]){{1,4}}"
_ABOUT: Final = "(?:占到?|有|需要?|合计?|共|增长?|增加|减少?|降低?|下降|上升|提高|升|达到?|耗时|用时|历时|投资|节省|节约|完成|实现|为期)"
_GRANT: Final = "可?(?:获得?|享受)?(?:补助|补贴|奖励|奖补|资助|支持|给予|贷款?|报销|减免|兑付|授信|借款?|抵扣)?(?<!高)"
_ADVERB: Final = LazyPattern(
    f"(?s:.){{0,6}}(?:([最至]多|[最至]少|起码|顶多){_VERB}|(?<![{PRECEDERS['约']}])(大?约|大概){_ABOUT}|(最高){_GRANT})\\Z"
)
_REACH = 8
_EXACT: Final = Bound.EXACT


def bounded(text: str, found: list[Figure]) -> None:
    """Give exact figures the bound of an adverb before their verb; the list is changed in place.

    最高 bounds amounts of money that somebody may get (最高补助3万元); elsewhere it is the highest there was (最高气温40℃).

    Args:
        text: The text.
        found: Its figures in order.

    Example:
        >>> from zjreform.text.figures import figures
        >>> [repr(figure.quantity) for figure in figures("至少有3人，最多的是5人，最多时达9人，约占三成")]
        ["Quantity(3, '人', at_least)", "Quantity(5, '人', exact)", "Quantity(9, '人', exact)", "Quantity(30, '%', about)"]
    """
    for place, one in enumerate(found):
        quantity = one.quantity
        if quantity is not None and quantity.bound is _EXACT and quantity.upper is None:
            before = text[one.start - _REACH if one.start > _REACH else 0 : one.start]
            if "多" in before or "少" in before or "约" in before or "最" in before or "約" in before or "起" in before:
                adverb = _ADVERB.match(fold(before), 0)
                if adverb is not None and (not adverb[3] or quantity.dimension is Dimension.MONEY):
                    bound = PREFIXES.get(adverb[1] or adverb[2] or "", Bound.AT_MOST)
                    found[place] = evolve(one, quantity=evolve(quantity, bound=bound))
