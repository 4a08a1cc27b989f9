"""Adoptions: who took up what, where and when, as interval-censored dates; and how far a term reaches in the documents.

The bundled documents date few adoptions, and hardly two of one policy: they say who took up what, not how fast a policy spreads.
"""

from __future__ import annotations

import datetime as dt
import warnings
from decimal import Decimal
from typing import Any

from attrs import asdict, frozen

from zjreform.columns.flat_row import FlatRow
from zjreform.columns.rows import Rows
from zjreform.dataset.answering import answer_of
from zjreform.dataset.located import place_of_reference, prefecture_of
from zjreform.dataset.tables import Tables
from zjreform.errors import gone
from zjreform.records.edtf import edtf_bounds
from zjreform.records.history import Event
from zjreform.records.history_codes import AdoptionExtent, EventKind
from zjreform.records.roster_codes import Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


@frozen
class Adoption(FlatRow):
    """Who took up what, and when.

    Attributes:
        unit: Reference of the adopting body or place, such as ``"places:lishui"``.
        policy: Id of the term that was taken up.
        date: EDTF date; ``None`` where the documents give none.
        earliest: First day on which it can have been; ``None`` where nothing bounds it below.
        latest: Last day on which it can have been: of the date, else of the first document that tells of it.
        place: Id of the place that adopts, or of the place of the body.
        place_level: Level of government of the place.
        prefecture: Id of the city that the place is or lies in.
        latitude: Of the place's centroid.
        longitude: Of the place's centroid.
        extent: Pilot or full.
        taken_from: Reference of the body or place it was taken from; ``None`` where the documents name none.
        case: Id of the case it belongs to.
        event: Id of the event.
    """

    unit: str
    policy: str
    date: str | None
    earliest: dt.date | None
    latest: dt.date | None
    place: str | None
    place_level: Level | None
    prefecture: str | None
    latitude: Decimal | None
    longitude: Decimal | None
    extent: AdoptionExtent
    taken_from: str | None
    case: str | None
    event: str

    @property
    def id(self) -> str:
        """The event."""
        return self.event

    @property
    def time(self) -> str | None:
        """The date, as it was called in version 0.1."""
        warnings.warn(gone("Adoption.time", "0.3", "date"), stacklevel=2)
        return self.date

    @property
    def start(self) -> Any:  # noqa: ANN401 (a day, or None)
        """The first day of the date, as it was called in version 0.1."""
        warnings.warn(gone("Adoption.start", "0.3", "earliest"), stacklevel=2)
        return self.earliest

    @property
    def end(self) -> Any:  # noqa: ANN401 (a day, or None)
        """The last day of the date, as it was called in version 0.1; empty where there is no date."""
        warnings.warn(gone("Adoption.end", "0.3", "latest"), stacklevel=2)
        return None if self.date is None else self.latest

    def flat(self) -> dict[str, Any]:
        """Return the adoption as one row of a frame.

        Example:
            >>> import zjreform as zj
            >>> list(zj.load().adoptions()[0].flat())[:3]
            ['unit', 'policy', 'date']
        """
        return asdict(self)


def adoptions_of(
    tables: Tables, asked: Callable[[Event], bool], places: set[str] | None, *, dated: bool | None
) -> Rows[Adoption]:
    """Return one row for each unit and policy taken up, in file order.

    Args:
        tables: The dataset.
        asked: Whether an event counts.
        places: Ids of places, one of which the adopting place must be; ``None`` for any.
        dated: Only those with a date, or only those without; ``None`` for all.
    """
    told = tables.mentions.kept("told", _tellers)
    events = (event for event in tables.events if event.kind is EventKind.ADOPTION and event.term and asked(event))
    found = (_adoption(tables, event, unit, told) for event in events for unit in event.actors)
    kept = (
        row for row in found
        if (places is None or row.place in places) and (dated is None or (row.date is not None) is dated)
    )  # fmt: skip
    return Rows(kept, answer_of(tables, "adoptions"))


def _adoption(tables: Tables, event: Event, unit: str, told: dict[str, list[str]]) -> Adoption:
    place = place_of_reference(tables, unit)
    where = None if place is None else tables.places[place]
    earliest, latest = edtf_bounds(event.date) if event.date else (None, _published(tables, told.get(event.id, [])))
    return Adoption(
        event=event.id,
        policy=str(event.term),
        unit=unit,
        place=place,
        place_level=None if where is None else where.level,
        prefecture=prefecture_of(tables, place),
        latitude=None if where is None else where.latitude,
        longitude=None if where is None else where.longitude,
        date=event.date,
        earliest=earliest,
        latest=latest,
        extent=event.extent or AdoptionExtent.UNSTATED,
        taken_from=event.receiver,
        case=event.case,
    )


def _published(tables: Tables, sources: list[str]) -> dt.date | None:
    """The last day on which the first of some documents can have come out."""
    days = [edtf_bounds(published)[1] for key in sources if (published := tables.sources[key].published)]
    return min((day for day in days if day is not None), default=None)


def _tellers(mentions: Any) -> dict[str, list[str]]:  # noqa: ANN401 (a table of mentions)
    """By event: the documents that tell of it."""
    found: dict[str, list[str]] = {}
    for row in mentions:
        table, _, key = row.of.partition(":")
        if table == "events":
            found.setdefault(key, []).append(row.source)
    return found
