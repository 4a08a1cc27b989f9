"""Measures of agreement for any number of coders, with gaps: Krippendorff's alpha, Gwet's AC1, and intervals by resampling clusters.

Alpha (Krippendorff 2004) is 1 less observed over expected distance; where only one value occurs there is nothing to expect, and it has no
value rather than 1. AC1 (Gwet 2008) takes chance from the prevalence of the values that occur. Both are computed in fractions.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from fractions import Fraction
from random import Random
from typing import Any, Final

REPLICATES: Final = 1000
SEED: Final = 20261122

Unit = Sequence[Hashable]
"""The values that coders gave one unit; who left it out is not among them."""

Distance = Callable[[Any, Any], Fraction]
"""How far two values are apart, from 0 to 1."""


def nominal(one: Hashable, other: Hashable) -> Fraction:
    """Return 0 for equal values and 1 for others.

    Example:
        >>> nominal("a", "a"), nominal("a", "b")
        (Fraction(0, 1), Fraction(1, 1))
    """
    return Fraction(one != other)


def masi(one: frozenset[Any], other: frozenset[Any]) -> Fraction:
    """Return the MASI distance of two sets (Passonneau 2006); two empty sets are equal.

    Example:
        >>> masi(frozenset("a"), frozenset("ab")), masi(frozenset(), frozenset())
        (Fraction(2, 3), Fraction(0, 1))
    """
    if one == other:
        return Fraction(0)
    shared = one & other
    weight = Fraction(2, 3) if one <= other or other <= one else Fraction(1, 3)
    return 1 - Fraction(len(shared), len(one | other)) * (weight if shared else 0)


def alpha(units: Iterable[Unit], distance: Distance = nominal) -> Fraction | None:
    """Return Krippendorff's alpha, ``None`` where it is undefined: fewer than two values, or all of them equal.

    Args:
        units: Values of each unit.
        distance: How far two values are apart.

    Example:
        >>> round(float(alpha(["aa", "aa", "aa", "aa", "aaa", "aab", "bb", "aa"])), 4), alpha(["aa", "aa"])
        (0.6222, None)
    """
    return _alpha([_of(unit, distance) for unit in units if len(unit) > 1], distance)


_Part = tuple[Fraction, Counter[Hashable]]


def _of(unit: Unit, distance: Distance) -> _Part:
    """Return what one unit adds to the observed distance, and its values."""
    apart = sum((distance(a, b) for i, a in enumerate(unit) for b in unit[i + 1 :]), Fraction(0))
    return 2 * apart / (len(unit) - 1), Counter(unit)


def _alpha(parts: Sequence[_Part], distance: Distance) -> Fraction | None:
    counts: Counter[Hashable] = Counter()
    observed = Fraction(0)
    for apart, values in parts:
        observed += apart
        counts += values
    total = counts.total()
    if distance is nominal:
        expected = Fraction(total * total - sum(count * count for count in counts.values()))
    else:
        pairs = list(counts.items())
        expected = 2 * sum(
            (n * m * distance(a, b) for i, (a, n) in enumerate(pairs) for b, m in pairs[i + 1 :]), Fraction(0)
        )
    return None if not expected else 1 - (total - 1) * observed / expected


def ac1(units: Iterable[Unit]) -> Fraction | None:
    """Return Gwet's AC1 over the values that occur, ``None`` where no unit has two values.

    Example:
        >>> ac1(["aa", "aa"]), round(float(ac1(["aa"] * 19 + ["ab"])), 3)
        (Fraction(1, 1), 0.947)
    """
    held = [unit for unit in units if unit]
    rated = [Counter(unit) for unit in held if len(unit) > 1]
    if not rated:
        return None
    same = [Fraction(sum(n * (n - 1) for n in unit.values()), unit.total() * (unit.total() - 1)) for unit in rated]
    share: defaultdict[Hashable, Fraction] = defaultdict(Fraction)
    for unit in held:
        for value in unit:
            share[value] += Fraction(1, len(unit) * len(held))
    chance = sum((part * (1 - part) for part in share.values()), Fraction(0)) / max(1, len(share) - 1)
    observed = sum(same, Fraction(0)) / len(same)
    return (observed - chance) / (1 - chance)


def interval(
    clusters: Sequence[Sequence[Unit]], distance: Distance = nominal, *, replicates: int = REPLICATES
) -> tuple[float, float] | None:
    """Return the 95 % percentile interval of alpha under resampling of clusters, such as paragraphs.

    Units of one paragraph are alike; resampling them one by one would make the interval too narrow.

    Args:
        clusters: Units of each cluster.
        distance: How far two values are apart.
        replicates: How often to resample; the seed is fixed.

    Example:
        >>> interval([["aa"], ["bb"], ["ab"], ["aa"]] * 5) is not None, interval([["aa"]])
        (True, None)
    """
    parts = [[_of(unit, distance) for unit in cluster if len(unit) > 1] for cluster in clusters]
    parts = [cluster for cluster in parts if cluster]
    if len(parts) < 2:  # noqa: PLR2004 (one cluster cannot be resampled)
        return None
    chosen = Random(SEED)  # noqa: S311 (a resample, no secret)
    sums = [_summed(cluster) for cluster in parts]
    values = sorted(
        float(value)
        for _ in range(replicates)
        if (value := _alpha(chosen.choices(sums, k=len(sums)), distance)) is not None
    )
    if not values:
        return None
    return _quantile(values, 0.025), _quantile(values, 0.975)


def _summed(cluster: Sequence[_Part]) -> _Part:
    counts: Counter[Hashable] = Counter()
    for _, values in cluster:
        counts += values
    return sum((apart for apart, _ in cluster), Fraction(0)), counts


def _quantile(values: Sequence[float], share: float) -> float:
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])
