"""Bounds that stand away from their number: 至少, 最多, 约 or 最高 before a verb bound what the verb counts (至少有三分之二, 约占三成)."""

from typing import Final

from attrs import evolve

from zjreform.fold import fold_marks
from zjreform.lazy import LazyPattern
from zjreform.quantity.bound_words import bounds_before
from zjreform.quantity.bounds import Bound
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure
from zjreform.text.rules.order import TRIGGERS
from zjreform.words.edges import closes_word

_VERB: Final = f"(?:(?![的时达日年月高低{TRIGGERS}])[㐀-鿿]){{1,4}}"
"""A short verb between the adverb and the number."""
_ABOUT: Final = (
    "(?:占到?|占全[省市县国区]的|有|需要?|合计?|共|增长?|增加到?|增至|减少?到?|减至|降低?到?|降至|下降到?|上升到?|提高到?|升至?|达到?"
    "|为|耗时|用时|历时|投资|节省|节约|完成|实现|为期)"
)
"""What 约 can stand before."""
_GRANT: Final = (
    "可?(?:获得?|享受)?(?:补助|补贴|奖励|奖补|资助|支持|给予|贷款?|报销|减免|兑付|授信|借款?|抵扣|罚款|处以|处(?:罚款?)?)?"
    "(?:人民币)?(?<!高)"
)
"""What 最高 can stand before where it bounds an amount."""
_ADVERB: Final = LazyPattern(
    f"(?s:.){{0,8}}(?:([最至]多|[最至]少|起码|顶多){_VERB}|(大?约|大概){_ABOUT}|(最高){_GRANT})\\Z"
)
"""The adverb, and the verb that it bounds."""
_REACH: Final = 10
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
    if not _hinted(text):
        return
    for place, one in enumerate(found):
        quantity = one.quantity
        if quantity is not None and quantity.bound is Bound.AT_MOST and text.startswith("最高", one.start):
            if _MEASURED.match(fold_marks(text[max(0, one.start - _FAR) : one.start]), 0):
                found[place] = _unbounded(text, one, quantity)
        elif quantity is not None and quantity.bound is _EXACT and quantity.upper is None:
            before = text[one.start - _REACH if one.start > _REACH else 0 : one.start]
            if _hinted(before):
                bound = (
                    None
                    if _STATISTIC.match(fold_marks(text[max(0, one.start - _FAR) : one.start]), 0)
                    else _bound(fold_marks(before), quantity)
                )
                if bound is not None:
                    found[place] = evolve(one, quantity=evolve(quantity, bound=bound))


def _hinted(text: str) -> bool:
    """Return whether a piece of text holds what every adverb has."""
    return (
        "约" in text
        or "最" in text
        or "至少" in text
        or "至多" in text
        or "起码" in text
        or "顶多" in text
        or "大概" in text
    )


def _unbounded(text: str, one: Figure, quantity: Quantity) -> Figure:
    """Return an amount behind 最高 that is the highest there was, without its bound."""
    start = one.start + len("最高")
    return evolve(one, start=start, surface=text[start : one.end], quantity=evolve(quantity, bound=_EXACT))


_FAR: Final = 28
_STATISTIC: Final = LazyPattern("(?s:.)*(?:(?:以|数|属)[^，。；、]{1,10}|[票案数率量额])最[多少](?:的?[为是达有])?\\Z")
"""Up to 最多 as a superlative: 以西区最多为."""
_MEASURED: Final = LazyPattern("(?s:.)*(?:平均|均值|历年|最低)[^。；]{0,24}\\Z")
"""Up to 最高 behind other statistics (平均5亿元，最低4亿元，最高6亿元)."""


def _bound(before: str, quantity: Quantity) -> Bound | None:
    """Return what an adverb before the verb of a figure says, ``None`` if there is none or it closes another word (租约为期)."""
    adverb = _ADVERB.match(before, 0)
    if adverb is None:
        return None
    if adverb[3]:
        return Bound.AT_MOST if quantity.dimension is Dimension.MONEY else None
    closed = adverb[2] == "约" and closes_word(before, adverb.start(2))
    return None if closed else bounds_before()[adverb[1] or adverb[2]]
