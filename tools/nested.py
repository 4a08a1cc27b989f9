"""The threshold for a new indicator, chosen for each document by the others alone: the innermost turn of leaving one out."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent))
from held_out import HeldOut, without

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.examples import Examples
from zjreform.drafting.proposing.indicators import considered
from zjreform.drafting.proposing.zeros import with_zeros

_GRID: Final = tuple(step / 100 for step in range(10, 80))
_CERTAIN: Final = 9.0
"""Likeness that stands for an indicator which the form of a figure says."""


def threshold(held: HeldOut, every: Sequence[HeldOut], *, texts: bool) -> float:
    """Return the likeness that parts known from new indicators best in the documents beside one.

    Best is the highest of the lower of share found and precision; each inner document is tried without what only it or the outer one has.

    Args:
        held: The document that is left out.
        every: Every document.
        texts: Whether the texts of the other documents are at hand as examples.
    """
    rows = [
        row
        for inner in every
        if inner.source.id != held.source.id
        for row in _tried(inner, held.source.id, texts=texts)
    ]
    return max(_GRID, key=lambda step: _score(rows, step))


def _tried(inner: HeldOut, outer: str, *, texts: bool) -> list[tuple[bool, float]]:
    """Return for each figure of a document whether its indicator is new, and the likeness of the best known one."""
    rest = without(inner.rest, outer)
    others = {name: text for name, text in inner.others.items() if name != outer}
    examples = Examples(rest, others if texts else {})
    passage = with_zeros(Passage(inner.source.id, inner.text))
    by_span = {(one.start, one.end): one for one in passage.quantities}
    found = []
    for mention in inner.mentions:
        figure = by_span.get((mention.start, mention.end))
        if figure is not None:
            what = considered(passage, figure, examples)
            likeness = _CERTAIN if what.form is not None else what.ranked[0][1] if what.ranked else 0.0
            indicator = inner.whole.metrics[mention.of.partition(":")[2]].indicator
            found.append((indicator not in rest.indicators, likeness))
    return found


def _score(rows: Sequence[tuple[bool, float]], step: float) -> float:
    new, said = sum(new for new, _ in rows), sum(likeness < step for _, likeness in rows)
    right = sum(new and likeness < step for new, likeness in rows)
    return min(right / new, right / said) if new and said else 0.0
