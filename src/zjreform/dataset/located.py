"""Where things lie: the place of a metric, case, award or term, the city that a place lies in, and what lies above and below."""

from __future__ import annotations

from collections.abc import Iterable

from zjreform.dataset.tables import Tables
from zjreform.records.roster_codes import Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.records.figures import Metric


def ancestors_of(tables: Tables, place: str) -> tuple[str, ...]:
    """Return the ids of the places that a place lies in, the nearest first.

    Example:
        >>> import zjreform as zj
        >>> ancestors_of(zj.load(), "nanhu")
        ('jiaxing', 'zhejiang')
    """
    found: list[str] = []
    parent = tables.places[place].parent
    while parent is not None and parent not in found:
        found.append(parent)
        parent = tables.places[parent].parent
    return tuple(found)


def prefecture_of(tables: Tables, place: str | None) -> str | None:
    """Return the prefecture-level city that a place is or lies in; ``None`` where there is none.

    Example:
        >>> import zjreform as zj
        >>> ds = zj.load()
        >>> prefecture_of(ds, "nanhu"), prefecture_of(ds, "zhejiang"), prefecture_of(ds, None)
        ('jiaxing', None, None)
    """
    if place is None:
        return None
    chain = (place, *ancestors_of(tables, place))
    return next((key for key in chain if tables.places[key].level is Level.PREFECTURE), None)


def one_prefecture(tables: Tables, places: Iterable[str]) -> str | None:
    """Return the city that all of some places are or lie in; ``None`` where they lie in several or in none.

    Example:
        >>> import zjreform as zj
        >>> one_prefecture(zj.load(), ["nanhu", "haining"])
        'jiaxing'
    """
    found = {prefecture_of(tables, place) for place in places}
    return found.pop() if len(found) == 1 else None


def place_of_metric(tables: Tables, metric: Metric) -> str | None:
    """Return the place that a metric is about, or of the body or reform that it is about, else the one place of its case.

    Example:
        >>> import zjreform as zj
        >>> ds = zj.load()
        >>> place_of_metric(ds, ds.metrics["nanhu-setup-time-before"])
        'nanhu'
    """
    table, _, key = metric.about.partition(":")
    if table == "places":
        return key
    own = None
    if table in {"organisations", "terms"}:
        own = getattr(tables, table)[key].place
    case = key if table == "cases" else metric.case
    places = tables.cases[case].places if case else ()
    return own or (places[0] if len(places) == 1 else None)


def place_of_reference(tables: Tables, reference: str) -> str | None:
    """Return the place that a reference names, or that the body it names belongs to.

    Example:
        >>> import zjreform as zj
        >>> place_of_reference(zj.load(), "places:longyou")
        'longyou'
    """
    table, _, key = reference.partition(":")
    if table == "places":
        return key
    place: str | None = getattr(tables, table)[key].place
    return place
