"""Questions to the vocabulary and history: terms, events and the timeline.

Conditions work as in the rosters: all of a call hold, several values mean any, a place includes what lies in it.
"""

from __future__ import annotations

from datetime import date

from zjreform.dataset.matching import (
    Condition,
    OneOrMany,
    among,
    code_is,
    id_is,
    reference_is,
    select,
    text_in,
)
from zjreform.dataset.place_names import places_meant
from zjreform.dataset.tables import Tables
from zjreform.options import PlaceScope
from zjreform.records.edtf import edtf_bounds
from zjreform.records.history_codes import AdoptionExtent, ClaimScope, EndorsementKind, EventKind, TermKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.table import Table
    from zjreform.records.history import Event, Term


class HistoryQueries(Tables):
    """Finders over terms and events."""

    __slots__ = ()

    def find_terms(
        self,
        *,
        kind: OneOrMany | None = None,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        case: OneOrMany | None = None,
        source: OneOrMany | None = None,
        text: str | None = None,
    ) -> Table[Term]:
        """Return the terms that meet all conditions.

        Args:
            kind: What sort of thing is named.
            place: Name, code or id of the place it belongs to.
            place_scope: ``"within"`` or ``"self"``.
            case: Id of a case that is about it or uses it.
            source: Id of a document that names it.
            text: Part of a name, alias or definition, in either script or in English.

        Raises:
            UnknownIdError: No such case or source.
            UnknownValueError: No kind or place is called so.

        Example:
            >>> import zjreform as zj
            >>> zj.load().find_terms(text="標準地", kind="reform").one().name_en
            'standard land'
        """
        return select(
            self.terms,
            code_is("kind", TermKind, kind),
            self._lies_in(place, place_scope),
            id_is("cases", self.cases, case),
            self._named_in(source),
            text_in(self.terms, text, "name_zh", "name_hant", "name_en", "aliases", "definition_zh", "definition_en"),
        )

    def find_events(
        self,
        *,
        kind: OneOrMany | None = None,
        after: str | int | None = None,
        before: str | int | None = None,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        term: OneOrMany | None = None,
        case: OneOrMany | None = None,
        actor: OneOrMany | None = None,
        endorsement: OneOrMany | None = None,
        claim_scope: OneOrMany | None = None,
        extent: OneOrMany | None = None,
        text: str | None = None,
    ) -> Table[Event]:
        """Return the events that meet all conditions.

        Args:
            kind: What happened.
            after: EDTF date, or a year as a number; the event may reach to its first day or later. Events without a date are left out.
            before: EDTF date, or a year as a number; the event may begin on its last day or earlier.
            place: Name, code or id of the place in which it happened or which it is about, as the event states it; *actor* is who did it.
            place_scope: ``"within"`` or ``"self"``.
            term: Id of the term it is about.
            case: Id of the case it belongs to.
            actor: Id or reference of an organisation or place that did it.
            endorsement: In what form a thing was approved.
            claim_scope: Among whom somebody is said to be first.
            extent: How far a policy was taken up.
            text: Part of the name, in Chinese or English.

        Raises:
            UnknownIdError: No such term or case.
            UnknownValueError: No record has the value of another condition.
            ValueError: *after* or *before* is no EDTF date.

        Example:
            >>> import zjreform as zj
            >>> [event.id for event in zj.load().find_events(kind="launch", term="run-at-most-once", after="2016-12")]
            ['launch-of-the-reform']
        """
        return select(
            self.events,
            code_is("kind", EventKind, kind),
            None if after is None else _reaches(edtf_bounds(_date_text(after))[0]),
            None if before is None else _begins(edtf_bounds(_date_text(before))[1]),
            self._lies_in(place, place_scope),
            id_is("term", self.terms, term),
            id_is("case", self.cases, case),
            reference_is("actors", (self.organisations, self.places), actor),
            code_is("endorsement", EndorsementKind, endorsement),
            code_is("claim_scope", ClaimScope, claim_scope),
            code_is("extent", AdoptionExtent, extent),
            text_in(self.events, text, "name_zh", "name_en"),
        )

    def timeline(self) -> Table[Event]:
        """Return the events that have a date, by the first day it covers, then the last, then file order.

        An event that is only known to lie before a day stands at that day.

        Example:
            >>> import zjreform as zj
            >>> line = zj.load().timeline()
            >>> line[0].date, line[-1].date
            ('2015', '2020-04-10')
        """
        return self.events.where(lambda event: event.date is not None).sort(_placed)

    def _lies_in(self, place: OneOrMany | None, scope: str) -> Condition | None:
        return None if place is None else among("place", places_meant(self.places, place, scope))

    def _named_in(self, source: OneOrMany | None) -> Condition | None:
        stands = id_is("source", self.sources, source)
        if stands is None:
            return None
        named = {mention.of.removeprefix("terms:") for mention in self.mentions if stands(mention)}
        return among("id", named)


def _date_text(date: str | int) -> str:
    return f"{date:04d}" if isinstance(date, int) else date


def _covered(event: Event) -> tuple[date, date]:
    first, last = edtf_bounds(event.date) if event.date else (None, None)
    return first or date.min, last or date.max


def _placed(event: Event) -> tuple[date, date]:
    first, last = _covered(event)
    return (last if first == date.min else first), last


def _reaches(day: date | None) -> Condition:
    return lambda event: event.date is not None and _covered(event)[1] >= (day or date.min)


def _begins(day: date | None) -> Condition:
    return lambda event: event.date is not None and _covered(event)[0] <= (day or date.max)
