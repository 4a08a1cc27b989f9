"""Claims against their indicator and against the characters they stand in."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from attrs import evolve

from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem, ZjError
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.records.figure_codes import Position, Reading
from zjreform.text.figures import figures

_NEVER_NEGATIVE = frozenset(
    {
        Dimension.COUNT,
        Dimension.DURATION,
        Dimension.WORKING_TIME,
        Dimension.AREA,
        Dimension.LENGTH,
        Dimension.RANK,
        Dimension.GRADE,
    }
)


def units(view: View) -> Iterator[Problem]:
    """Yield the claims whose unit has another dimension than their indicator."""
    fitting: set[tuple[str, str]] = set()
    for metric, line in view.each("metrics"):
        pair = metric.indicator, metric.quantity.unit.code
        if pair in fitting:
            continue
        indicator = view.get("indicators", metric.indicator)
        found = metric.quantity.dimension
        if indicator is not None and str(found) != str(indicator.dimension):
            expected = f"a unit of dimension {indicator.dimension}, as the indicator {indicator.id} has"
            yield problem(
                "metrics",
                line,
                "unit",
                f"{metric.quantity.unit.code} ({found})",
                expected,
                "correct the unit or the indicator",
            )
        else:
            fitting.add(pair)


def signs(view: View) -> Iterator[Problem]:
    """Yield counts, times and sizes below zero that are no change."""
    for metric, line in view.each("metrics"):
        quantity = metric.quantity
        if quantity.value < 0 and quantity.dimension in _NEVER_NEGATIVE and metric.position is not Position.CHANGE:
            expected = "a number of at least 0, unless the position is change"
            yield problem("metrics", line, "value", quantity.value, expected, "correct the value or the position")


def unmentioned(view: View) -> Iterator[Problem]:
    """Yield the claims that stand in no document."""
    for metric, line in view.each("metrics"):
        if f"metrics:{metric.id}" not in view.mentions_of:
            yield problem(
                "metrics", line, "id", metric.id, "a mention that says where it stands", "add a row to mentions.csv"
            )


def surfaces(view: View) -> Iterator[Problem]:
    """Yield the mentions of claims whose characters say something else than the claim."""
    for mention, line in view.each("mentions"):
        table, _, key = mention.of.partition(":")
        if table != "metrics" or mention.surface is None:
            continue
        metric = view.get("metrics", key)
        if metric is None or mention.surface == str(metric.quantity):
            continue  # the canonical spelling reads back as the claim
        if not any(_is(metric, found) for found in _readings(mention.surface)):
            said = ", ".join(str(found) for found in _readings(mention.surface)) or "no quantity"
            expected = f"characters that say {metric.quantity}, as the metric {key} has"
            shown = f"{mention.surface} ({said})"
            yield problem(
                "mentions", line, "surface", shown, expected, "correct the span, or value, bound and unit of the metric"
            )


def shares(view: View) -> Iterator[Problem]:
    """Yield shares of a whole above the whole."""
    return _shares(view, of_whole=True)


def high_percentages(view: View) -> Iterator[Problem]:
    """Yield percentages above 100 that are neither a change nor said to be part of a whole."""
    return _shares(view, of_whole=False)


def _shares(view: View, *, of_whole: bool) -> Iterator[Problem]:
    for metric, line in view.each("metrics"):
        quantity = metric.quantity
        if quantity.dimension is not Dimension.PERCENT or metric.position is Position.CHANGE:
            continue
        if quantity.value > 100 and (metric.composition is not None) is of_whole:  # noqa: PLR2004 (per cent)
            expected = "at most 100 %, unless the position is change"
            yield problem("metrics", line, "value", quantity, expected, "correct the value or the position")


def _is(metric: Any, found: Quantity) -> bool:  # noqa: ANN401 (a Metric)
    """Return whether a reading is the claim; where the unit stands elsewhere, the bare number is compared."""
    if found == metric.quantity:
        return True
    if metric.reading is Reading.WHOLE or found.unit.code:
        return False
    return bool(evolve(found, unit=metric.quantity.unit) == metric.quantity)


@lru_cache(maxsize=4096)
def _readings(surface: str) -> tuple[Quantity, ...]:
    try:
        return (parse(surface),)
    except ZjError:
        return tuple(found.quantity for found in figures(surface) if found.quantity is not None)
