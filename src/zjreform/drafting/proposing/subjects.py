"""What a figure is about: names that stand before it, the heading above it, and the place that the document is about."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import define

from zjreform.dataset.tables import Tables
from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.elsewhere import places_elsewhere
from zjreform.drafting.proposing.names import Known, Named, coined_names
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.fold import fold
from zjreform.text.figure import Figure

_MOST: Final = 5
_AHEAD: Final = 14
_OFTEN: Final = 4
_MAIN: Final = 10
_LOCAL: Final = re.compile("全市|市本级|市级|我市|全县|全区|市县|县区")
_PROVINCIAL: Final = re.compile("全省|省级|省定|我省|省市县|省直|省政府")
_AWARD: Final = re.compile("案例|评选|申报|获奖|入围")
_BONUS: Final = {
    "cases": 0.35,
    "terms": 0.2,
    "places": 0.15,
    "organisations": -0.5,
    "rounds": 0.4,
    "tiers": 0.9,
    "new": -0.05,
}


@define(slots=False)
class Subjects:
    """The named things of a text, with where they stand.

    Attributes:
        passage: The text.
        known: Names of places, organisations, terms and cases.
        province: Record that words such as 全省 mean; ``None`` for none.
        source: Record of the document, which its size and price are about.
    """

    passage: Passage
    known: Known
    province: str | None = "places:zhejiang"
    source: str | None = None

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Every known name in the text, and names that look coined, in order."""
        known = self.known.in_text(self.passage.text)
        within = [(one.start, one.end) for one in known if not one.of.startswith("cases:")]
        places = {place: span for span in within for place in range(*span)}
        new = [one for one in coined_names(self.passage.text) if one.end > places.get(one.start, (0, 0))[1]]
        return tuple(sorted((*known, *new, *self.elsewhere), key=lambda one: (one.start, -one.end)))

    @cached_property
    def elsewhere(self) -> tuple[Named, ...]:
        """The places that a text names and nothing known is called."""
        taken = {place for one in self.known.in_text(self.passage.text) for place in range(one.start, one.end)}
        return tuple(one for one in places_elsewhere(self.passage.text) if one.start not in taken)

    @cached_property
    def own_province(self) -> str | None:
        """The province that 全省 means: that of the known places where the text names one of them, else the one named most."""
        if self.province is not None and any(one.of.startswith("places:") for one in self.named):
            return self.province
        counts = Counter(one.of for one in self.elsewhere if one.of.endswith(("省", "自治区")))
        return counts.most_common(1)[0][0] if counts else None

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(one.of for one in self.named)

    @cached_property
    def main_place(self) -> str | None:
        """The place that the text names most, the province left aside where another is named often."""
        counts = {of: count for of, count in self._counts.items() if of.startswith("places:")}
        own = {of: count for of, count in counts.items() if of != self.province and count >= _OFTEN}
        total = sum(own.values())
        best = max(own, key=lambda of: own[of]) if own else None
        if best is not None and own[best] * 2 >= total and own[best] >= _MAIN:
            return best
        if self.province in counts or best is not None:
            return self.province if self.province in counts else best
        elsewhere = Counter(one.of for one in self.elsewhere)
        return elsewhere.most_common(1)[0][0] if elsewhere and not counts else None

    @cached_property
    def _headings(self) -> list[Named]:
        return [one for one in self.named if one.heading and one.of.split(":")[0] in {"cases", "places"}]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.named]

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [one.start for one in self._headings]

    @cached_property
    def round(self) -> str | None:
        """The round of an award that the text names most, itself or by one of its tiers."""
        named = (self.known.rounds.get(one.of) for one in self.named)
        counts = Counter(of for of in named if of is not None)
        return counts.most_common(1)[0][0] if counts else None

    def about(self, figure: Figure, last: str | None = None, family: str | None = None) -> Proposal:
        """Return what a figure may be about, at most five things.

        Args:
            figure: The figure.
            last: What the figure before it is about.
            family: The family of its indicator, as far as it is proposed.
        """
        if family == "bibliographic" and self.source is not None:
            return Proposal("about", self.source, "the document itself", Confidence.MIDDLE)
        scored: dict[str, tuple[float, str, Confidence]] = {}
        for of, score, reason, step in self._candidates(figure):
            if score > scored.get(of, (0.0, "", step))[0]:
                scored[of] = (score, reason, step)
        if last is not None:
            old = scored.get(last, (0.5, "as before", Confidence.LOW))
            scored[last] = (old[0] + 0.25, old[1], old[2])
        order = sorted(scored.items(), key=lambda entry: (-entry[1][0], entry[0]))
        if not order:
            return Proposal("about", None, "no known name before it", Confidence.LOW)
        value, (_, reason, step) = order[0]
        return Proposal("about", value, reason, step, tuple(name for name, _ in order[1:_MOST]))

    def _candidates(self, figure: Figure) -> Iterator[tuple[str, float, str, Confidence]]:
        begin, _ = self.passage.sentence(figure)
        line, _ = self.passage.line(figure)
        before = fold(self.passage.text[begin : figure.start])
        near = before[-24:]
        local, provincial = _LOCAL.search(near), _PROVINCIAL.search(near)
        if self.main_place is not None:
            weight = (2.05 if self.main_place != self.province else 1.5) + (0.5 if local else 0.0)
            if local:
                yield self.main_place, weight, local[0], Confidence.MIDDLE
            else:
                yield self.main_place, weight, "the place that the document is about", Confidence.LOW
        if self.own_province is not None and provincial:
            yield self.own_province, 1.6, provincial[0], Confidence.MIDDLE
        if _AWARD.search(before[-30:]) and self.round is not None:
            yield self.round, 2.2, "the award", Confidence.MIDDLE
        yield from self._of_heading(figure)
        for one in self.named[bisect_left(self._starts, line) :]:
            if one.start > figure.end + _AHEAD:
                break
            kind = one.of.partition(":")[0]
            often = 0.55 if self._counts[one.of] >= _OFTEN and one.of != self.main_place else 0.0
            apart = figure.start - one.end if one.start < figure.start else one.start - figure.end + 12
            if begin <= one.start:
                yield (
                    one.of,
                    1.2 + _BONUS.get(kind, 0.0) + 1.1 / (1 + apart / 14) - often,
                    one.surface,
                    Confidence.MIDDLE,
                )
            elif line <= one.start:
                yield one.of, 0.9 + _BONUS.get(kind, 0.0) + 0.4 / (1 + apart / 60) - often, one.surface, Confidence.LOW

    def _of_heading(self, figure: Figure) -> Iterator[tuple[str, float, str, Confidence]]:
        """Yield the names of the last heading above a figure that has any."""
        place = bisect_left(self._heading_starts, figure.start)
        if place:
            begin = self.passage.text.rfind("\n", 0, self._heading_starts[place - 1]) + 1
            for one in self._headings[max(0, place - 6) : place]:
                if one.start >= begin:
                    bonus = 0.75 if one.of.startswith("cases:") else 0.25
                    yield one.of, 1.1 + bonus, f"heading {one.surface}", Confidence.MIDDLE


def known_of(dataset: Tables) -> Known:
    """Return the names that a dataset knows.

    Example:
        >>> import zjreform as zj
        >>> [one.of for one in known_of(zj.load()).in_text("丽水市跑改办推行一件事")][:2]
        ['terms:lishui-reform-office', 'terms:one-thing']
    """
    return Known.of(dataset)
