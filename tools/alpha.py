"""Krippendorff's alpha of two coders who both coded every unit, for nominal values or any distance, with resampled intervals.

Alpha is that of the package ``krippendorff``. The thousand resamples of an interval go through its closed form at once, for speed: 1 less
observed over expected distance, where expected is the mean distance of all pairs of values drawn without replacement.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

import krippendorff
import numpy as np
from numpy.typing import NDArray

REPLICATES = 1000
SEED = 20261122

Array = NDArray[Any]
Pair = tuple[Hashable, Hashable]
Distance = Callable[[Any, Any], float]


def alpha(pairs: Sequence[Pair], distance: Distance | None = None) -> float:
    """Return Krippendorff's alpha of two coders without gaps; ``nan`` where only one value occurs."""
    coded, apart = numbered(pairs, distance)
    if len(apart) == 1:
        return float("nan")

    def between(*_: object, i1: Array, i2: Array, **__: object) -> Array:
        return np.asarray(apart[i1, i2])

    level: Any = between  # the package's protocol lets every argument be positional
    return float(krippendorff.alpha(coded.T, level_of_measurement=level, value_domain=range(len(apart))))


def interval(pairs: Sequence[Pair], distance: Distance | None = None) -> tuple[float, float]:
    """Return the 95 % interval of alpha under resampling of the units."""
    coded, apart = numbered(pairs, distance)
    draws = np.random.default_rng(SEED).integers(0, len(pairs), (REPLICATES, len(pairs)))
    values = alphas(coded[draws], apart)
    if np.isnan(values).all():
        return float("nan"), float("nan")
    low, high = np.nanquantile(values, [0.025, 0.975])
    return float(low), float(high)


def numbered(pairs: Sequence[Pair], distance: Distance | None) -> tuple[Array, Array]:
    """Values as numbers, one row for each unit, and the distance of each value from each."""
    domain = sorted({value for pair in pairs for value in pair}, key=_order)
    number = {value: position for position, value in enumerate(domain)}
    apart = [[float(a != b) if distance is None else distance(a, b) for b in domain] for a in domain]
    return np.array([[number[value] for value in pair] for pair in pairs]), np.array(apart)


def alphas(samples: Array, apart: Array) -> Array:
    """Alpha of each sample: observed over expected distance, with values paired without replacement."""
    observed = 2 * apart[samples[..., 0], samples[..., 1]].sum(axis=1)
    used = np.array([np.bincount(sample.ravel(), minlength=len(apart)) for sample in samples])
    expected = np.einsum("si,ij,sj->s", used, apart, used)
    with np.errstate(invalid="ignore"):
        return np.asarray(1 - (2 * samples.shape[1] - 1) * observed / expected)


def _order(value: Hashable) -> str:
    return " ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
