"""Parts and their whole, and claims that are said to contradict one another."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem, ZjError
from zjreform.quantity.bounds import Bound
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.records.figure_codes import Composition, Quality


def compositions(view: View) -> Iterator[Problem]:
    """Yield claims that name a whole without saying how they stand to it, or the other way round."""
    for part_of, composition, line in view.rows("metrics", "part_of", "composition"):
        if (part_of is None) != (composition is None):
            field = "composition" if composition is None else "part_of"
            expected = "part_of and composition both given or both empty"
            yield problem("metrics", line, field, None, expected, "fill in the other, or empty both")


def contradictions(view: View) -> Iterator[Problem]:
    """Yield claims that are flagged as inconsistent without a partner, or that name one without the flag."""
    for quality, others, line in view.rows("metrics", "quality", "inconsistent_with"):
        if (Quality.INCONSISTENT in quality) != bool(others):
            field, shown = ("quality", quality) if others else ("inconsistent_with", others)
            expected = "the flag inconsistent and the metrics that contradict it, both or neither"
            yield problem("metrics", line, field, ";".join(map(str, shown)), expected, "add the other")


def one_sided(view: View) -> Iterator[Problem]:
    """Yield contradictions that only one of the two claims names."""
    for own, others, line in view.rows("metrics", "id", "inconsistent_with"):
        for key in others:
            named = view.value("metrics", key, "inconsistent_with")
            if named is not None and own not in named:
                expected = f"a claim that names {own} as well"
                yield problem("metrics", line, "inconsistent_with", key, expected, "name it on both sides")


def parts(view: View) -> Iterator[Problem]:
    """Yield parts above their whole, and partitions whose parts do not make it up.

    A whole may be parted in several ways at once, so that the parts of a partition make up the whole once or several times over.
    """
    divided: dict[str, list[tuple[Quantity, int]]] = {}
    for key, composition, quantity, line in view.rows("metrics", "part_of", "composition", "quantity"):
        if key is None or composition not in {Composition.PARTITION, Composition.SUBSET}:
            continue
        whole = view.value("metrics", key, "quantity")
        if whole is None:
            continue
        if composition is Composition.PARTITION:
            divided.setdefault(key, []).append((quantity, line))
        low, most = _in(quantity, whole), whole.high
        if low is not None and most is not None and low > Fraction(most):
            expected = f"no more than its whole {key}, {whole}"
            yield problem("metrics", line, "value", quantity, expected, "correct the value, part_of or composition")
    for key, found in divided.items():
        yield from _sums(key, view.value("metrics", key, "quantity"), found)


def _sums(key: str, whole: Quantity, found: Sequence[tuple[Quantity, int]]) -> Iterator[Problem]:
    numbers = [_exact_in(quantity, whole) for quantity, _ in found]
    stated = _exact_in(whole, whole)
    if None in numbers and all(quantity.dimension is Dimension.PERCENT for quantity, _ in found):
        numbers = [_exact_in(quantity, _HUNDRED) for quantity, _ in found]
        stated = Fraction(100)
    if stated is None or stated == 0 or None in numbers:
        return
    total = sum(number for number in numbers if number is not None)
    if total == 0 or total % stated:
        shown = " + ".join(str(quantity) for quantity, _ in found)
        expected = f"parts that sum to {whole}, the whole {key}"
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
