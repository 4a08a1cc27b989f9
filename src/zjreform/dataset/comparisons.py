"""Comparisons: what a text sets against what, the change that follows, and the change that it reports."""

from fractions import Fraction
from typing import Any

from attrs import frozen

from zjreform.code import Code
from zjreform.dataset.tables import Tables
from zjreform.errors import BasisError, DimensionError
from zjreform.quantity.bounds import Bound
from zjreform.quantity.change import Change
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.records.figure_codes import Comparator
from zjreform.records.figures import Metric, Pairing


class Verdict(Code):
    """Whether the reported change is the computed one."""

    AGREES = "agrees", "一致", "agrees", "The computed change, rounded as the report is, allows the reported one."
    DISAGREES = "disagrees", "不一致", "disagrees", "The computed change rules the reported one out."
    NOT_COMPARABLE = (
        "not comparable",
        "不可比",
        "not comparable",
        "The two sides do not measure the same thing in the same way.",
    )
    NOT_COMPUTABLE = (
        "not computable",
        "不可计算",
        "not computable",
        "A side is missing, or the bounds neither allow the reported change nor rule it out.",
    )
    NOT_REPORTED = "not reported", "未报告", "not reported", "The text reports no change to compare with."


@frozen
class Comparison:
    """One pairing with its metrics resolved.

    Attributes:
        id: Id of the pairing.
        before: The metric it starts from; ``None`` where the text gives none.
        after: The metric it arrives at; ``None`` where the text gives none.
        reported: The change that the text reports; ``None`` where it reports none.
        comparator: What it is set against.
        like_with_like: Whether both sides measure the same thing in the same way.
        why_not: Why they do not, in English; ``None`` where they do.
        change: The change from before to after; ``None`` where a side is missing or the sides are not alike.
        verdict: The reported change beside the computed one.
    """

    id: str
    before: Metric | None
    after: Metric | None
    reported: Metric | None
    comparator: Comparator
    like_with_like: bool
    why_not: str | None
    change: Change | None
    verdict: Verdict

    def flat(self) -> dict[str, Any]:
        """Return the comparison as one row of a frame: ids, quantities and changes as text, the ends of the relative change in percent.

        Example:
            >>> import zjreform as zj
            >>> zj.load().comparisons()[0].flat()["comparator"]
            'traditional_mode'
        """
        absolute, relative = (None, None) if self.change is None else (self.change.absolute, self.change.relative)
        return {
            "id": self.id,
            **_side("before", self.before),
            **_side("after", self.after),
            **_side("reported", self.reported),
            "comparator": self.comparator.value,
            "like_with_like": self.like_with_like,
            "why_not": self.why_not,
            "absolute": None if absolute is None else str(absolute),
            "relative": None if relative is None else str(relative),
            "relative_low": None if relative is None or relative.low is None else float(relative.low),
            "relative_high": None if relative is None or relative.high is None else float(relative.high),
            "verdict": self.verdict.value,
        }


def _side(name: str, metric: Metric | None) -> dict[str, str | None]:
    return {
        name: None if metric is None else metric.id,
        f"{name}_quantity": None if metric is None else str(metric.quantity),
    }


def comparison_of(tables: Tables, pairing: Pairing) -> Comparison:
    """Return a pairing with its metrics, its change and the verdict on the reported change."""
    before, after, reported = (
        None if key is None else tables.metrics[key] for key in (pairing.before, pairing.after, pairing.reported)
    )
    change = _change(before, after) if pairing.like_with_like else None
    return Comparison(
        id=pairing.id,
        before=before,
        after=after,
        reported=reported,
        comparator=pairing.comparator,
        like_with_like=pairing.like_with_like,
        why_not=pairing.why_not_en,
        change=change,
        verdict=_verdict(pairing, change, reported),
    )


def _change(before: Metric | None, after: Metric | None) -> Change | None:
    if before is None or after is None:
        return None
    try:
        return Change(before.quantity, after.quantity)
    except (BasisError, DimensionError):
        return None


def _verdict(pairing: Pairing, change: Change | None, reported: Metric | None) -> Verdict:
    if reported is None:
        return Verdict.NOT_REPORTED
    if not pairing.like_with_like and None not in {pairing.before, pairing.after}:
        return Verdict.NOT_COMPARABLE
    computed = None if change is None else _computed(change, reported.quantity)
    if computed is None:
        return Verdict.NOT_COMPUTABLE
    if not _overlap(computed, reported.quantity):
        return Verdict.DISAGREES
    return Verdict.NOT_COMPUTABLE if {computed.bound, reported.quantity.bound} & _VAGUE else Verdict.AGREES


_VAGUE = {Bound.ABOUT, Bound.NEARLY}
"""Bounds that leave an end open without saying how far: they can be ruled out, never confirmed."""


def _computed(change: Change, reported: Quantity) -> Quantity | None:
    """The computed change in the terms of the report: a share of the start, or a difference in the unit of the report."""
    if reported.dimension is Dimension.PERCENT:
        return change.relative
    try:
        return None if change.absolute is None else change.absolute.to(reported.unit)
    except (BasisError, DimensionError):
        return None


def _overlap(computed: Quantity, reported: Quantity) -> bool:
    """Whether the sizes of both changes can be one, given how far the report is rounded: it states a size, not a sign."""
    slack = rounding(reported)
    low, high = _size(computed)
    least, most = _stated_size(reported)
    return (high is None or least - slack <= high) and (most is None or low <= most + slack)


def rounding(quantity: Quantity) -> Fraction:
    """Return half a unit of the last digit that is stated: how far the number may be rounded.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> rounding(parse("51.4%"))
        Fraction(1, 20)
    """
    if isinstance(quantity.value, Fraction):
        return Fraction(0)
    return Fraction(10) ** int(quantity.value.as_tuple().exponent) / 2


def _size(quantity: Quantity) -> tuple[Fraction, Fraction | None]:
    """The smallest and the largest amount of a change up or down; ``None`` where there is no largest."""
    low, high = (None if end is None else Fraction(end) for end in (quantity.low, quantity.high))
    if low is not None and low >= 0:
        return low, high
    if high is not None and high <= 0:
        return -high, None if low is None else -low
    return Fraction(0), None if low is None or high is None else max(-low, high)


def _stated_size(quantity: Quantity) -> tuple[Fraction, Fraction | None]:
    """The same of an amount that a text states: its direction is known, and none is less than nothing."""
    upwards = quantity if quantity.value >= 0 else -quantity
    low, high = upwards.low, upwards.high
    return Fraction(low or 0), None if high is None else Fraction(high)
