"""Derived figures: what follows from stated ones, computed at each call and set beside what the texts state.

Sums of partitions and the wholes that shares imply are never stored as if a text had stated them. Arithmetic is exact; a share allows every
whole that would round to it. Only exact figures enter: from a bounded part or share no one number follows.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from attrs import frozen

from zjreform.columns.flat_row import FlatRow
from zjreform.columns.rows import Rows
from zjreform.dataset.answering import answer_of
from zjreform.dataset.comparisons import decimal_of, rounding
from zjreform.dataset.tables import Tables
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import exact
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.records.answer_codes import Derivation
from zjreform.records.figure_codes import Composition
from zjreform.records.figures import Metric


@frozen(repr=False)
class Derived(FlatRow):
    """A figure that follows from stated ones.

    Attributes:
        derivation: How it follows.
        of: The metric it is derived for: the stated whole of a partition, or the share.
        parts: The metrics it is computed from: the addends, or the part whose share is stated.
        quantity: The figure derived, in the unit of the parts; of the wholes that the rounding of a share allows, the shortest number.
        low: The smallest amount that the stated figures allow.
        high: The largest amount that they allow.
        beside: Stated figures of the same whole.
        agrees: Whether every figure beside it lies within *low* and *high*; ``None`` where there is none.
    """

    derivation: Derivation
    of: Metric
    parts: tuple[Metric, ...]
    quantity: Quantity
    low: Fraction
    high: Fraction
    beside: tuple[Metric, ...]
    agrees: bool | None

    def __repr__(self) -> str:
        return f"<Derived: {self.derivation.en} of {self.of.id} from {len(self.parts)} figures, {self.quantity}>"

    def flat(self) -> dict[str, Any]:
        """Return the figure as one row of a frame: ids, the quantity as text and as numbers, its ends as decimals.

        Example:
            >>> import zjreform as zj
            >>> zj.load().derived()[0].flat()["parts"]
            ('rib-2019-winners-special', 'rib-2019-winners-best', 'rib-2019-winners-excellent')
        """
        return {
            "derivation": self.derivation,
            "of": self.of.id,
            "parts": tuple(metric.id for metric in self.parts),
            "quantity": str(self.quantity),
            "value": decimal_of(self.quantity.value),
            "unit": self.quantity.unit.code,
            "low": decimal_of(self.low),
            "high": decimal_of(self.high),
            "beside": tuple(metric.id for metric in self.beside),
            "agrees": self.agrees,
        }


def derived_figures(tables: Tables) -> Rows[Derived]:
    """Return the sum of every partition, then the whole that every share of a stated part implies, in file order."""
    return Rows((*_sums(tables), *_wholes(tables)), answer_of(tables, "derived"))


def _sums(tables: Tables) -> Iterator[Derived]:
    parts = tables.metrics.where(lambda row: row.composition is Composition.PARTITION).group(lambda row: row.part_of)
    for whole in tables.metrics:
        held = tuple(parts.get(whole.id, ()))
        if held and all(map(_is_exact, held)):
            total = sum((Fraction(row.quantity.value) for row in held), Fraction(0))
            yield _derived(Derivation.SUM, whole, held, (total, total, total), (whole,))


def _wholes(tables: Tables) -> Iterator[Derived]:
    for share in tables.metrics:
        if share.quantity.dimension is not Dimension.PERCENT or share.composition is not Composition.SAME_SET:
            continue
        part = tables.metrics[str(share.part_of)]
        if _is_exact(part) and _is_exact(share) and share.quantity.value > 0:
            beside = (tables.metrics[key] for key in share.inconsistent_with)
            same_unit = tuple(row for row in beside if row.quantity.unit == part.quantity.unit and row is not part)
            amount = _implied(Fraction(part.quantity.value), share.quantity)
            yield _derived(Derivation.WHOLE, share, (part,), amount, same_unit)


def _derived(
    derivation: Derivation,
    of: Metric,
    parts: tuple[Metric, ...],
    amount: tuple[Fraction, Fraction, Fraction],
    beside: tuple[Metric, ...],
) -> Derived:
    value, low, high = amount
    return Derived(
        derivation=derivation,
        of=of,
        parts=parts,
        quantity=Quantity(exact(value), parts[0].quantity.unit, Bound.EXACT if low == high else Bound.ABOUT),
        low=low,
        high=high,
        beside=beside,
        agrees=all(_allows(low, high, row.quantity) for row in beside) if beside else None,
    )


def _is_exact(metric: Metric) -> bool:
    return metric.quantity.bound is Bound.EXACT and metric.quantity.upper is None


def _allows(low: Fraction, high: Fraction, quantity: Quantity) -> bool:
    stated_low, stated_high = quantity.low, quantity.high
    return (stated_high is None or low <= stated_high) and (stated_low is None or high >= stated_low)


def _implied(part: Fraction, share: Quantity) -> tuple[Fraction, Fraction, Fraction]:
    """The shortest number among the wholes that the share allows, as rounded, and their ends. All of a whole is the whole."""
    stated, slack = Fraction(share.value), rounding(share)
    whole = part * _ALL / stated
    if stated == _ALL or not slack:
        return whole, whole, whole
    low, high = part * _ALL / (stated + slack), part * _ALL / (stated - slack)
    return _shortest(low, high, whole), low, high


_ALL = Fraction(100)


def _shortest(low: Fraction, high: Fraction, middle: Fraction) -> Fraction:
    """The number with the fewest decimals between two, the one nearest to the middle; whole numbers have none."""
    places = 0
    while not low <= round(middle, places) <= high:
        places += 1
    return round(middle, places)
