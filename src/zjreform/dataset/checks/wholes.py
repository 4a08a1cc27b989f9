"""Parts and their whole, and claims that are said to contradict one another."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem, ZjError
from zjreform.quantity.bounds import Bound
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.records.figure_codes import Composition, Quality


def compositions(view: View) -> Iterator[Problem]:
    """Yield claims that name a whole without saying how they stand to it, or the other way round."""
    for metric, line in view.each("metrics"):
        if (metric.part_of is None) != (metric.composition is None):
            field = "composition" if metric.composition is None else "part_of"
            expected = "part_of and composition both given or both empty"
            yield problem("metrics", line, field, None, expected, "fill in the other, or empty both")


def contradictions(view: View) -> Iterator[Problem]:
    """Yield claims that are flagged as inconsistent without a partner, or that name one without the flag."""
    for metric, line in view.each("metrics"):
        if (Quality.INCONSISTENT in metric.quality) != bool(metric.inconsistent_with):
            field = "quality" if metric.inconsistent_with else "inconsistent_with"
            expected = "the flag inconsistent and the metrics that contradict it, both or neither"
            yield problem("metrics", line, field, ";".join(map(str, getattr(metric, field))), expected, "add the other")


def one_sided(view: View) -> Iterator[Problem]:
    """Yield contradictions that only one of the two claims names."""
    for metric, line in view.each("metrics"):
        for key in metric.inconsistent_with:
            other = view.get("metrics", key)
            if other is not None and metric.id not in other.inconsistent_with:
                expected = f"a claim that names {metric.id} as well"
                yield problem("metrics", line, "inconsistent_with", key, expected, "name it on both sides")


def parts(view: View) -> Iterator[Problem]:
    """Yield parts above their whole, and partitions whose parts do not make it up.

    A whole may be parted in several ways at once, so that the parts of a partition make up the whole once or several times over.
    """
    divided: dict[str, list[tuple[Any, int]]] = {}
    for metric, line in view.each("metrics"):
        whole = view.get("metrics", metric.part_of)
        if whole is None or metric.composition not in {Composition.PARTITION, Composition.SUBSET}:
            continue
        if metric.composition is Composition.PARTITION:
            divided.setdefault(metric.part_of, []).append((metric, line))
        low, most = _in(metric.quantity, whole.quantity), whole.quantity.high
        if low is not None and most is not None and low > Fraction(most):
            expected = f"no more than its whole {whole.id}, {whole.quantity}"
            yield problem(
                "metrics", line, "value", metric.quantity, expected, "correct the value, part_of or composition"
            )
    for key, found in divided.items():
        yield from _sums(view.get("metrics", key), found)


def _sums(whole: Any, found: Sequence[tuple[Any, int]]) -> Iterator[Problem]:  # noqa: ANN401 (a Metric)
    numbers = [_exact_in(metric.quantity, whole.quantity) for metric, _ in found]
    stated = _exact_in(whole.quantity, whole.quantity)
    if None in numbers and all(metric.quantity.dimension is Dimension.PERCENT for metric, _ in found):
        numbers = [_exact_in(metric.quantity, _HUNDRED) for metric, _ in found]
        stated = Fraction(100)
    if stated is None or stated == 0 or None in numbers:
        return
    total = sum(number for number in numbers if number is not None)
    if total == 0 or total % stated:
        shown = " + ".join(str(metric.quantity) for metric, _ in found)
        expected = f"parts that sum to {whole.quantity}, the whole {whole.id}"
        yield problem("metrics", found[0][1], "part_of", shown, expected, "correct a value, or say subset")


_HUNDRED = Quantity.from_parts("100", "%")


def _in(quantity: Quantity, other: Quantity) -> Fraction | None:
    """Return the lowest number a claim allows in the unit of another, ``None`` where they do not meet."""
    try:
        low = quantity.to(other.unit).low
    except ZjError:
        return None
    return None if low is None else Fraction(low)


def _exact_in(quantity: Quantity, other: Quantity) -> Fraction | None:
    if quantity.bound is not Bound.EXACT or quantity.upper is not None:
        return None
    return _in(quantity, other)
