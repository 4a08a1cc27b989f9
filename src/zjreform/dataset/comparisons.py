"""Comparisons: what a text sets against what, the change that follows, and the change that it reports."""

from collections.abc import Collection
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from zjreform.columns.flat_row import FlatRow
from zjreform.columns.rows import Rows
from zjreform.dataset.answering import answer_of
from zjreform.dataset.located import place_of_metric, prefecture_of
from zjreform.dataset.tables import Tables
from zjreform.errors import BasisError, DimensionError
from zjreform.lazy import HasCard
from zjreform.quantity.bounds import Bound
from zjreform.quantity.change import Change
from zjreform.quantity.columns import PLACES, fitting
from zjreform.quantity.numbers import Number, exact
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.records.answer_codes import Verdict
from zjreform.records.figure_codes import Comparator, Quality
from zjreform.records.figures import Indicator, Metric, Pairing

_ROUNDED = Fraction(1, 10**PLACES)


@frozen(repr=False)
class Comparison(HasCard, FlatRow):
    """One pairing with its metrics resolved.

    Attributes:
        id: Id of the pairing.
        before: The metric it starts from, or the target; ``None`` where the text gives none.
        after: The metric it arrives at; ``None`` where the text gives none.
        reported: The change that the text reports; ``None`` where it reports none.
        comparator: What it is set against.
        like_with_like: Whether both sides measure the same thing in the same way.
        why_not: Why they do not, in English; ``None`` where they do.
        change: The change from before to after; ``None`` where a side is missing, the sides are not alike, or one is a target.
        distance: From the threshold of a target to what was reached, positive above it; ``None`` where there is no target.
        change_if_alike: What the change would be if nothing stood against it; ``None`` where *change* says it, or no number follows.
        verdict: The reported change beside the computed one.
        indicator: What is measured.
        place: Id of the place it belongs to; ``None`` where it is not one place.
        prefecture: Id of the city that the place is or lies in.
        case: Id of the case credited.
        sources: Ids of the documents in which it stands.
        quality: Doubts about any of its figures.
    """

    id: str
    before: Metric | None
    after: Metric | None
    reported: Metric | None
    comparator: Comparator
    like_with_like: bool
    why_not: str | None
    change: Change | None
    distance: Quantity | None
    change_if_alike: Change | None
    verdict: Verdict
    indicator: Indicator
    place: str | None
    prefecture: str | None
    case: str | None
    sources: tuple[str, ...]
    quality: tuple[Quality, ...]
    _cells: dict[str, Any] = field(factory=dict, init=False, eq=False, repr=False)

    def __repr__(self) -> str:
        before, after = ("…" if side is None else str(side.quantity) for side in (self.before, self.after))
        return f"<Comparison {self.id}: {before} → {after}, {self.verdict.en}>"

    @property
    def absolute(self) -> Quantity | None:
        """After minus before; for a target the distance from its threshold.

        Example:
            >>> import zjreform as zj
            >>> str(zj.load().comparisons()["lishui-land-parcel-target"].absolute)
            '29.03个百分点'
        """
        return self.distance if self.change is None else self.change.absolute

    @property
    def relative(self) -> Quantity | None:
        """The change by *before*, in %; ``None`` for a target.

        Example:
            >>> import zjreform as zj
            >>> str(zj.load().comparisons()["nanhu-setup-time"].relative)
            '-87.5%'
        """
        return None if self.change is None else self.change.relative

    def flat(self) -> dict[str, Any]:
        """Return the comparison as one row of a frame: ids, numbers and their ends; changes in % as decimals.

        Example:
            >>> import zjreform as zj
            >>> row = zj.load().comparisons()["nanhu-setup-time"].flat()
            >>> row["before_value"], row["after_value"], row["relative"], row["comparator"].value
            (Decimal('8'), Decimal('1'), Decimal('-87.5'), 'own_past')
        """
        if not self._cells:
            self._cells.update(self._worked_out())
        return dict(self._cells)

    def _worked_out(self) -> dict[str, Any]:
        alike = None if self.change_if_alike is None else self.change_if_alike.relative
        return {
            "id": self.id,
            **_side("before", self.before),
            **_side("after", self.after),
            **_side("reported", self.reported),
            **_interval("absolute", self.absolute),
            "absolute_unit": None if self.absolute is None else self.absolute.unit.code,
            **_interval("relative", self.relative),
            **_interval("relative_if_alike", alike),
            "like_with_like": self.like_with_like,
            "why_not": self.why_not,
            "comparator": self.comparator,
            "verdict": self.verdict,
            "indicator": self.indicator.id,
            "family": self.indicator.family,
            "case": self.case,
            "place": self.place,
            "prefecture": self.prefecture,
            "sources": self.sources,
            "quality": self.quality,
        }


def comparisons_of(tables: Tables, asked_for: Collection[str] | None = None) -> Rows[Comparison]:
    """Return the pairings as comparisons, in file order.

    Args:
        tables: The dataset.
        asked_for: Ids of metrics, one of which a pairing must hold; ``None`` for all pairings.
    """
    known = tables.pairings.kept("comparisons", lambda _: tuple(comparison_of(tables, row) for row in tables.pairings))
    wanted = zip(tables.pairings, known, strict=True)
    found = known if asked_for is None else (made for row, made in wanted if _holds(row, asked_for))
    return Rows(found, answer_of(tables, "comparisons"))


def _holds(pairing: Pairing, metrics: Collection[str]) -> bool:
    return any(key in metrics for key in (pairing.before, pairing.after, pairing.reported) if key is not None)


def comparison_of(tables: Tables, pairing: Pairing) -> Comparison:
    """Return a pairing with its metrics, its change and the verdict on the reported change."""
    before, after, reported = sides = tuple(
        None if key is None else tables.metrics[key] for key in (pairing.before, pairing.after, pairing.reported)
    )
    held = [metric for metric in sides if metric is not None]
    possible = _change(before, after)
    target = pairing.comparator is Comparator.TARGET
    change = possible if pairing.like_with_like and not target else None
    place = next((found for metric in (after, *held) if metric and (found := place_of_metric(tables, metric))), None)
    mentions = tables.mentions.kept("of", _sources)
    return Comparison(
        id=pairing.id,
        before=before,
        after=after,
        reported=reported,
        comparator=pairing.comparator,
        like_with_like=pairing.like_with_like,
        why_not=pairing.why_not_en,
        change=change,
        distance=_distance(before, after) if target and pairing.like_with_like else None,
        change_if_alike=None if pairing.like_with_like or target else possible,
        verdict=_verdict(change, reported),
        indicator=tables.indicators[(after or before or held[0]).indicator],
        place=place,
        prefecture=prefecture_of(tables, place),
        case=next((metric.case for metric in held if metric.case), None),
        sources=tuple(dict.fromkeys(source for metric in held for source in mentions.get(metric.id, ()))),
        quality=tuple(dict.fromkeys(flag for metric in held for flag in metric.quality)),
    )


def _sources(mentions: Any) -> dict[str, list[str]]:  # noqa: ANN401 (a table of mentions)
    found: dict[str, list[str]] = {}
    for row in mentions:
        table, _, key = row.of.partition(":")
        if table == "metrics":
            found.setdefault(key, []).append(row.source)
    return found


def _side(name: str, metric: Metric | None) -> dict[str, Any]:
    quantity = None if metric is None else metric.quantity
    if metric is None or quantity is None:
        return dict.fromkeys((name, *(f"{name}_{part}" for part in _PARTS)))
    return {
        name: metric.id,
        f"{name}_quantity": str(quantity),
        f"{name}_value": fitting(quantity.value) if quantity.upper is None else None,
        f"{name}_low": fitting(quantity.low),
        f"{name}_high": fitting(quantity.high),
        f"{name}_bound": quantity.bound,
        f"{name}_unit": quantity.unit.code,
    }


_PARTS = ("quantity", "value", "low", "high", "bound", "unit")


def _interval(name: str, quantity: Quantity | None) -> dict[str, Any]:
    if quantity is None:
        return dict.fromkeys((name, *(f"{name}_{end}" for end in ("low", "low_open", "high", "high_open"))))
    return {
        name: None if quantity.upper is not None else decimal_of(quantity.value),
        f"{name}_low": decimal_of(quantity.low),
        f"{name}_low_open": quantity.low_open,
        f"{name}_high": decimal_of(quantity.high),
        f"{name}_high_open": quantity.high_open,
    }


def decimal_of(number: Number | Fraction | None) -> Any:  # noqa: ANN401 (a Decimal, or None)
    """Return a number as a decimal of at most twelve places, rounded where it does not end before.

    Example:
        >>> decimal_of(Fraction(-400, 7)), decimal_of(Fraction(1, 4)), decimal_of(None)
        (Decimal('-57.142857142857'), Decimal('0.25'), None)
    """
    return None if number is None else exact(Fraction(round(Fraction(number) / _ROUNDED), 10**PLACES))


def _change(before: Metric | None, after: Metric | None) -> Change | None:
    if before is None or after is None:
        return None
    try:
        found = Change(before.quantity, after.quantity)
        _ = found.absolute, found.relative
    except (DimensionError, ValueError):  # also where the difference of two long numbers has more than 38 digits
        return None
    return found


def _distance(target: Metric | None, reached: Metric | None) -> Quantity | None:
    """From the number that a target names to what was reached: a threshold is one number, whatever its bound."""
    if target is None or target.quantity.upper is not None:
        return None
    threshold = Quantity(target.quantity.value, target.quantity.unit)
    try:
        return None if reached is None else Change(threshold, reached.quantity).absolute
    except (BasisError, DimensionError):
        return None


def _verdict(change: Change | None, reported: Metric | None) -> Verdict:
    if reported is None:
        return Verdict.NOT_REPORTED
    computed = None if change is None else _computed(change, reported.quantity)
    if computed is None:
        return Verdict.NOT_COMPUTED
    if not _overlap(computed, reported.quantity):
        return Verdict.DISAGREES
    return Verdict.UNDECIDED if {computed.bound, reported.quantity.bound} & _VAGUE else Verdict.AGREES


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
