"""Claims against their indicator and against the characters they stand in."""

from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve

from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem, ZjError
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.rendering import spelt
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
    for key, quantity, line in view.rows("metrics", "indicator", "quantity"):
        pair = key, quantity.unit.code
        if pair in fitting:
            continue
        indicator = view.get("indicators", key)
        found = quantity.dimension
        if indicator is not None and str(found) != str(indicator.dimension):
            expected = f"a unit of dimension {indicator.dimension}, as the indicator {indicator.id} has"
            yield problem(
                "metrics",
                line,
                "unit",
                f"{quantity.unit.code} ({found})",
                expected,
                "correct the unit or the indicator",
            )
        else:
            fitting.add(pair)


def signs(view: View) -> Iterator[Problem]:
    """Yield counts, times and sizes below zero that are no change."""
    for quantity, position, line in view.rows("metrics", "quantity", "position"):
        if quantity.value < 0 and quantity.dimension in _NEVER_NEGATIVE and position is not Position.CHANGE:
            expected = "a number of at least 0, unless the position is change"
            yield problem("metrics", line, "value", quantity.value, expected, "correct the value or the position")


def unmentioned(view: View) -> Iterator[Problem]:
    """Yield the claims that stand in no document."""
    mentioned = view.mentioned
    for key, line in view.rows("metrics", "id"):
        if f"metrics:{key}" not in mentioned:
            yield problem(
                "metrics", line, "id", key, "a mention that says where it stands", "add a row to mentions.csv"
            )


def surfaces(view: View) -> Iterator[Problem]:
    """Yield the mentions of claims whose characters say something else than the claim."""
    spellings = zip(view.column("metrics", "id"), spelt(view.column("metrics", "quantity")), strict=True)
    canonical = {f"metrics:{key}": spelling for key, spelling in spellings}
    for of, surface, line in view.rows("mentions", "of", "surface"):
        if surface is None or canonical.get(of) == surface:
            continue  # the canonical spelling reads back as the claim
        table, _, key = of.partition(":")
        if table != "metrics":
            continue
        quantity = view.value("metrics", key, "quantity")
        if quantity is None or surface == str(quantity):
            continue
        reading = view.value("metrics", key, "reading")
        if not any(_is(quantity, reading, found) for found in _readings(surface)):
            said = ", ".join(str(found) for found in _readings(surface)) or "no quantity"
            expected = f"characters that say {quantity}, as the metric {key} has"
            shown = f"{surface} ({said})"
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
    for quantity, position, composition, line in view.rows("metrics", "quantity", "position", "composition"):
        if quantity.unit.dimension is not Dimension.PERCENT or position is Position.CHANGE:
            continue
        if quantity.value > 100 and (composition is not None) is of_whole:  # noqa: PLR2004 (per cent)
            expected = "at most 100 %, unless the position is change"
            yield problem("metrics", line, "value", quantity, expected, "correct the value or the position")


def _is(claimed: Quantity, reading: Reading, found: Quantity) -> bool:
    """Return whether a reading is the claim; where the unit stands elsewhere, the bare number is compared."""
    if found == claimed:
        return True
    if reading is Reading.WHOLE or found.unit.code:
        return False
    return bool(evolve(found, unit=claimed.unit) == claimed)


@lru_cache(maxsize=4096)
def _readings(surface: str) -> tuple[Quantity, ...]:
    try:
        return (parse(surface),)
    except ZjError:
        return tuple(found.quantity for found in figures(surface) if found.quantity is not None)
