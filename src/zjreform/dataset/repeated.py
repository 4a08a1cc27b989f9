"""Claims that stand in more than one place, and whether that is corroboration."""

from attrs import frozen

from zjreform.dataset.tables import Tables
from zjreform.records.figures import Mention, Metric


@frozen
class Repeated:
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


def repeated_claims(tables: Tables) -> tuple[Repeated, ...]:
    """Return every metric with more than one mention, in file order."""
    places: dict[str, list[Mention]] = {}
    for mention in tables.mentions:
        places.setdefault(mention.of, []).append(mention)
    found = ((metric, tuple(places.get(f"metrics:{metric.id}", ()))) for metric in tables.metrics)
    return tuple(Repeated(metric, mentions, _independent(mentions)) for metric, mentions in found if len(mentions) > 1)


def _independent(mentions: tuple[Mention, ...]) -> bool:
    pairs = ((a, b) for i, a in enumerate(mentions) for b in mentions[:i])
    return any(a.source != b.source and a.voice != b.voice for a, b in pairs)
