"""Rebuild ``docs/agreement.md`` from the codings of the bundled data: ``python tools/build_agreement.py`` (needs the extra ``agreement``).

Nominal fields: raw agreement and Krippendorff's alpha; sets (a case's domains): alpha with the MASI distance; intervals by resampling units.
Spans: exact-match F1, and alpha over characters, each character of a document being one unit labelled with the kind of the span it lies in.
Values: exact match. Nothing here is tuned to: the codings are those made before settlement.
"""

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

import krippendorff
import numpy as np
from nltk.metrics import masi_distance

import zjreform as zj

TARGET = Path(__file__).parent.parent / "docs" / "agreement.md"
REPLICATES = 1000
SEED = 20261122
EXACT = ("value", "upper", "bound", "unit", "period")

Pair = tuple[Hashable, Hashable]
Distance = Callable[[Any, Any], float]


def alpha(pairs: Sequence[Pair], distance: Distance | None = None) -> float:
    """Return Krippendorff's alpha of two coders; ``nan`` where only one value occurs."""
    domain = sorted({value for pair in pairs for value in pair}, key=str)
    if len(domain) < 2:
        return float("nan")
    number = {value: position for position, value in enumerate(domain)}
    counts = np.zeros((len(pairs), len(domain)), dtype=int)
    for row, pair in enumerate(pairs):
        for value in pair:
            counts[row, number[value]] += 1
    if distance is None:
        return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))
    table = np.array([[distance(a, b) for b in domain] for a in domain])
    return float(
        krippendorff.alpha(
            value_counts=counts,
            value_domain=np.arange(len(domain)),
            level_of_measurement=lambda v1, v2, **_: table[np.asarray(v1, dtype=int), np.asarray(v2, dtype=int)],
        )
    )


def interval(pairs: Sequence[Pair], distance: Distance | None = None) -> tuple[float, float]:
    """Return the 95 % interval of alpha under resampling of the units."""
    draw = np.random.default_rng(SEED)
    values = [alpha([pairs[i] for i in draw.integers(0, len(pairs), len(pairs))], distance) for _ in range(REPLICATES)]
    held = [value for value in values if not np.isnan(value)]
    low, high = np.quantile(held, [0.025, 0.975]) if held else (float("nan"), float("nan"))
    return float(low), float(high)


def row(name: str, pairs: Sequence[Pair], distance: Distance | None = None) -> str:
    """Return a line of a table: n, raw agreement, alpha and its interval."""
    same = sum(a == b for a, b in pairs)
    low, high = interval(pairs, distance)
    return f"| {name} | {len(pairs)} | {_share(same, len(pairs))} | {_number(alpha(pairs, distance))} | {_number(low)} to {_number(high)} |"


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.1%})" if whole else "–"


def _number(value: float) -> str:
    return "undefined" if np.isnan(value) else f"{value:.3f}"
