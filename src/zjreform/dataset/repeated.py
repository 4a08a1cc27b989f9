"""Claims that stand in more than one place, and whether that is corroboration."""

from typing import Any

from attrs import frozen

from zjreform.columns.flat_row import FlatRow
from zjreform.columns.rows import Rows
from zjreform.dataset.answering import answer_of
from zjreform.dataset.tables import Tables
from zjreform.records.figures import Mention, Metric


@frozen
class Repeated(FlatRow):
    """A metric with several mentions.

    Attributes:
        metric: The claim.
        mentions: Where it stands, by document and offset.
        independent: Whether two of its mentions stand in different documents and are said by different voices. The texts
            of one reform still share their origin in the administration: independent is not the same as verified.
    """

    metric: Metric
    mentions: tuple[Mention, ...]
    independent: bool

    def flat(self) -> dict[str, Any]:
        """Return the claim as one row of a frame, with the documents and voices of its mentions.

        Example:
            >>> import zjreform as zj
            >>> zj.load().repeated(independent=True)[0].flat()["sources"]
            ('jinrizhejiang-2020', 'jinrizhejiang-2019')
        """
        return {
            "metric": self.metric.id,
            "quantity": str(self.metric.quantity),
            "mentions": tuple(mention.id for mention in self.mentions),
            "sources": tuple(dict.fromkeys(mention.source for mention in self.mentions)),
            "voices": tuple(dict.fromkeys(mention.voice.value for mention in self.mentions)),
            "independent": self.independent,
        }


def repeated_claims(tables: Tables) -> Rows[Repeated]:
    """Return every metric with more than one mention, in file order."""
    places: dict[str, list[Mention]] = {}
    for mention in tables.mentions:
        places.setdefault(mention.of, []).append(mention)
    found = ((metric, tuple(places.get(f"metrics:{metric.id}", ()))) for metric in tables.metrics)
    rows = (Repeated(metric, mentions, _independent(mentions)) for metric, mentions in found if len(mentions) > 1)
    return Rows(rows, answer_of(tables, "repeated"))


def _independent(mentions: tuple[Mention, ...]) -> bool:
    pairs = ((a, b) for i, a in enumerate(mentions) for b in mentions[:i])
    return any(a.source != b.source and a.voice != b.voice for a, b in pairs)
