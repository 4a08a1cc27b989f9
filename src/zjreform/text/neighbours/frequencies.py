"""How often something happens in its period, where a change leads from one to another: 每季度一次改为每半年一次."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve

from zjreform.quantity.numbers import exact
from zjreform.quantity.units import Dimension, rate, unit
from zjreform.text.figure import Figure
from zjreform.text.neighbours.between import PERIOD, clause

_ONE_PERIOD: Final = frozenset({Fraction(1), Fraction(1, 2)})
"""How long a period is in its unit: one, or a half (半年)."""


def opens_frequency(found: Sequence[Figure], place: int) -> bool:
    """Return whether a figure is the period in which the one directly behind it happens (一天两次).

    Example:
        >>> from zjreform.text.figures import figures
        >>> opens_frequency(figures("一天两次"), 0), opens_frequency(figures("两天两次"), 0)
        (True, False)
    """
    period = found[place].quantity
    return (
        place + 1 < len(found)
        and found[place + 1].start == found[place].end
        and period is not None
        and period.value in _ONE_PERIOD
        and period.dimension is Dimension.DURATION
    )


def often(text: str, first: Figure, second: Figure, gap: str) -> tuple[Figure, Figure]:
    """Return two figures as rates where they say how often something happens in periods that differ (一年两次改为每季度一次).

    Args:
        text: The text.
        first: How often it happened.
        second: How often it happens.
        gap: What stands between them, folded.

    Example:
        >>> from zjreform.text.figures import figures
        >>> first, second = figures("每年两次改为每季度一次")
        >>> [str(one.quantity) for one in often("每年两次改为每季度一次", first, second, "改为每季度")]
        ['2次/年', '1次/季度']
    """
    one, two = PERIOD.match(clause(text, first.start), 0), PERIOD.match(gap, 0)
    if one is None or two is None or one[1].strip("个") == two[1].strip("个"):
        return first, second
    return _per(first, one[1].strip("个")), _per(second, two[1].strip("个"))


def _per(figure: Figure, period: str) -> Figure:
    """Return a figure as what it is per period."""
    quantity, (length, code) = figure.quantity, _PERIODS[period]
    if quantity is None or quantity.dimension is not Dimension.COUNT or quantity.upper is not None:
        return figure
    value = exact(Fraction(quantity.value) / length)
    return evolve(
        figure, quantity=evolve(quantity, value=value, unit=rate(quantity.unit, unit(code)), implied_high=None)
    )


_PERIODS: Final[dict[str, tuple[Fraction, str]]] = {
    "半年": (Fraction(1, 2), "year"),
    "两年": (Fraction(2), "year"),
    "三年": (Fraction(3), "year"),
    **dict.fromkeys(("季", "季度"), (Fraction(1), "quarter")),
    **dict.fromkeys(("周", "星期"), (Fraction(1), "week")),
    **dict.fromkeys(("天", "日"), (Fraction(1), "day")),
    "月": (Fraction(1), "month"),
    "年": (Fraction(1), "year"),
}
"""By period: how many of which unit it is."""
