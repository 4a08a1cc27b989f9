"""What was coded before: each indicator with its words, each coded figure with its surroundings where the text is at hand.

Likeness is the cosine between bags of character n-grams, weighted by rarity (tf-idf). Nothing is downloaded and nothing is learnt beyond
counts, so that every coded document makes the next draft better at once.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from attrs import define, frozen

from zjreform.dataset.tables import Tables
from zjreform.drafting.passages import Passage
from zjreform.fold import fold
from zjreform.quantity.units import Dimension
from zjreform.records.figures import Indicator, Metric
from zjreform.tabular.optional import optional
from zjreform.text.figure import Figure

_BEFORE, _BEHIND = 28, 12
_ALIKE: Final = (
    frozenset({"duration", "working_time"}),
    frozenset({"count", "number"}),
    frozenset({"percent", "multiple", "percentage_point"}),
)


@frozen
class Example:
    """A coded figure, or an indicator by its words.

    Attributes:
        text: What it is compared by.
        indicator: Id of the indicator.
        metric: The coded claim; ``None`` for an indicator by its words.
        voice: Who says it; ``""`` for an indicator.
    """

    text: str
    indicator: str
    metric: Metric | None = None
    voice: str = ""


@frozen
class Near:
    """An example and how like it is, from 0 to 1."""

    example: Example
    likeness: float


@define(slots=False)
class Examples:
    """Coded rows to learn from.

    Attributes:
        dataset: The tables.
        texts: Texts of its documents by the id of the source; those that are not at hand are left out.
    """

    dataset: Tables
    texts: Mapping[str, str]

    @cached_property
    def named(self) -> tuple[Example, ...]:
        """Every indicator by its words."""
        return tuple(Example(_words_of(one), one.id) for one in self.dataset.indicators)

    @cached_property
    def coded(self) -> tuple[Example, ...]:
        """Every coded figure whose text is at hand."""
        found = []
        passages = {name: Passage(name, text) for name, text in self.texts.items()}
        for mention in self.dataset.mentions:
            table, _, key = mention.of.partition(":")
            if table == "metrics" and mention.source in passages:
                metric = self.dataset.metrics[key]
                text = window(passages[mention.source].text, mention.start, mention.end)
                found.append(Example(text, metric.indicator, metric, mention.voice.value))
        return tuple(found)

    @cached_property
    def _by_name(self) -> "_Bags":
        return _Bags([one.text for one in self.named])

    @cached_property
    def _by_text(self) -> "_Bags":
        return _Bags([one.text for one in self.coded])

    @cached_property
    def dimensions(self) -> Mapping[str, str]:
        """Dimension of each indicator."""
        return {one.id: one.dimension for one in self.dataset.indicators}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Chinese name of each indicator, without what stands in brackets."""
        return {one.id: fold(one.name_zh).partition("(")[0] for one in self.dataset.indicators}

    @cached_property
    def families(self) -> Mapping[str, str]:
        """Family of each indicator."""
        return {one.id: one.family.value for one in self.dataset.indicators}

    def nearest(self, text: str, dimension: Dimension | None, most: int = 10) -> list[Near]:
        """Return coded figures whose surroundings are alike, the likest first; nothing where no text is at hand."""
        return self._nearest(self.coded, self._by_text, text, dimension, most) if self.coded else []

    def nearest_named(self, text: str, dimension: Dimension | None, most: int = 10) -> list[Near]:
        """Return indicators whose words are alike, the likest first."""
        return self._nearest(self.named, self._by_name, text, dimension, most) if self.named else []

    def _nearest(
        self, among: Sequence[Example], bags: "_Bags", text: str, dimension: Dimension | None, most: int
    ) -> list[Near]:
        scores = bags.likeness(text)
        order = sorted(range(len(among)), key=lambda place: (-scores[place], place))
        found: list[Near] = []
        for place in order:
            if len(found) == most or scores[place] <= 0:
                break
            if dimension is None or same_dimension(self.dimensions.get(among[place].indicator, ""), dimension):
                found.append(Near(among[place], round(float(scores[place]), 6)))
        return found


def same_dimension(one: str, other: str) -> bool:
    """Return whether two dimensions can be those of one indicator.

    Example:
        >>> same_dimension("duration", "working_time"), same_dimension("count", "money")
        (True, False)
    """
    return str(other) in alike(one)


def alike(dimension: str) -> frozenset[str]:
    """Return the dimensions that an indicator of figures of one dimension may have.

    Example:
        >>> sorted(alike("duration"))
        ['duration', 'working_time']
    """
    return next((group for group in _ALIKE if dimension in group), frozenset({dimension}))


def window(text: str, start: int, end: int) -> str:
    r"""Return what stands around a figure, folded, its digits left out, within its line.

    Example:
        >>> window("a\n全市共有窗口12个，覆盖3镇", 7, 10)
        '全市共有窗口个,覆盖镇'
    """
    line = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    stop = text.find("\n", end)
    around = text[line : min(end + _BEHIND, stop if stop >= 0 else len(text))]
    return "".join(char for char in fold(around) if not char.isdigit())


def window_of(passage: Passage, figure: Figure) -> str:
    """Return what stands around a figure."""
    return window(passage.text, figure.start, figure.end)


def _words_of(indicator: Indicator) -> str:
    parts = (indicator.name_zh, indicator.name_zh, indicator.definition_zh, indicator.scope_zh or "")
    return fold(" ".join(parts))


class _Bags:
    """Texts as bags of character n-grams."""

    def __init__(self, texts: Sequence[str]) -> None:
        extraction = optional("sklearn.feature_extraction.text", "drafting")
        self._vectorizer: Any = extraction.TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
        self._matrix: Any = self._vectorizer.fit_transform(texts)

    def likeness(self, text: str) -> Any:  # noqa: ANN401 (an array of numpy)
        return (self._matrix @ self._vectorizer.transform([fold(text)]).T).toarray().ravel()
