"""Krippendorff's alpha for unitising: do two observers cut the same units, of the same categories, out of a continuum?

After Krippendorff (1995; Content Analysis, 2nd edition 2004, pages 251-256). Disagreement is the square of the lengths by which overlapping
units differ, or of the length of a unit that lies in a gap of the other; expected disagreement is that of all ways of laying the same units
onto the continuum. Lengths are code points.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

Span = tuple[int, int]
"""Begin and end of a unit, half-open."""


def unitising_alpha(coders: Sequence[Mapping[str, Sequence[Span]]], length: int) -> float:
    """Return alpha over all categories; each coder gives the units of each category, disjoint and in order.

    Example:
        >>> round(unitising_alpha([{"x": [(5, 11)]}, {"x": [(5, 11)]}], 20), 3)
        1.0
    """
    categories = sorted({category for coder in coders for category in coder})
    laid = [[tuple(coder.get(category, ())) for coder in coders] for category in categories]
    expected = sum((expected_disagreement(units, length) for units in laid), Fraction(0))
    return float(1 - sum((observed_disagreement(units, length) for units in laid), Fraction(0)) / expected)


def observed_disagreement(coders: Sequence[Sequence[Span]], length: int) -> Fraction:
    """Return the disagreement between the coders on the units of one category."""
    total = sum(_between(one, other) for i, one in enumerate(coders) for j, other in enumerate(coders) if i != j)
    return Fraction(total, len(coders) * (len(coders) - 1) * length**2)


def expected_disagreement(coders: Sequence[Sequence[Span]], length: int) -> Fraction:
    """Return the disagreement to be expected if the units lay anywhere."""
    units = [end - begin for spans in coders for begin, end in spans]
    gaps = [end - begin for spans in coders for begin, end in _gaps(spans, length)]
    among_units = Fraction(len(units) - 1, 3) * sum(2 * size**3 - 3 * size**2 + size for size in units)
    among_gaps = sum(size**2 * (gap - size + 1) for size in units for gap in gaps if gap >= size)
    whole = len(coders) * length
    pairs = whole * (whole - 1) - sum(size * (size - 1) for size in units)
    return Fraction(2, length) * (among_units + among_gaps) / pairs


def _between(one: Sequence[Span], other: Sequence[Span]) -> int:
    """The part of *one* in the disagreement of two coders. A unit in a gap counts twice: for its own coder and for the coder of the gap."""
    total = 0
    for begin, end in one:
        overlapping = [(b, e) for b, e in other if b < end and begin < e]
        total += sum((begin - b) ** 2 + (end - e) ** 2 for b, e in overlapping)
        if not overlapping:
            total += 2 * (end - begin) ** 2
    return total


def _gaps(spans: Sequence[Span], length: int) -> Iterator[Span]:
    at = 0
    for begin, end in spans:
        if begin > at:
            yield at, begin
        at = end
    if at < length:
        yield at, length
