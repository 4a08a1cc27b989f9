"""Questions to the spread of policies: who took up what, place by period, how far a term reaches."""

from __future__ import annotations

from datetime import date
from typing import Any

from zjreform.columns.rows import Rows
from zjreform.dataset.closed_lists import codes_meant
from zjreform.dataset.matching import OneOrMany, id_is
from zjreform.dataset.place_names import places_meant
from zjreform.dataset.tables import Tables
from zjreform.options import Freq, PlaceScope, Silent
from zjreform.records.edtf import edtf_bounds
from zjreform.records.roster_codes import Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.adoptions import Adoption
    from zjreform.dataset.neighbours import GeoJson


class DiffusionQueries(Tables):
    """Adoptions and what follows from them."""

    __slots__ = ()

    def adoptions(
        self,
        *,
        policy: OneOrMany | None = None,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        dated: bool | None = None,
    ) -> Rows[Adoption]:
        """Return one row for each unit and policy taken up, with the place and the days between which it must have been.

        Dates are interval-censored: ``earliest`` and ``latest`` bound each adoption, ``date`` stands where a document gives one. Few do:
        of the bundled adoptions 8 are dated, at most one of each policy, so that no hazard can be fitted on them; packages of your
        own can have more.

        Args:
            policy: Id of the term that was taken up.
            place: Name, code or id of the place that adopts, or of the place of the body.
            place_scope: ``"within"`` or ``"self"``.
            dated: Only those with a date, or only those without; ``None`` for all.

        Raises:
            UnknownIdError: No such term.
            UnknownValueError: No place is called so.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> len(ds.adoptions()), len(ds.adoptions(dated=True)), len(ds.adoptions(policy="standard-land"))
            (70, 8, 3)
        """
        from zjreform.dataset.adoptions import adoptions_of  # noqa: PLC0415 (kept out of the load path)

        asked = id_is("term", self.terms, policy)
        places = None if place is None else places_meant(self.places, place, place_scope)
        return adoptions_of(self, asked or _any, places, dated=dated)

    def panel(
        self,
        policy: str,
        freq: Freq = "Y",
        *,
        level: OneOrMany = "prefecture",
        places: OneOrMany | None = None,
        start: str | int | None = None,
        end: str | int | None = None,
        silent: Silent = "missing",
    ) -> Rows[dict[str, Any]]:
        """Return place by period, with who was at risk of taking up a policy and who took it up.

        A place of which no adoption is told is missing, not 0, unless ``silent="never"``; an undated adoption, or one whose date
        covers several periods, is never an event: its place is never at risk, and ``undated`` is 1. ``start`` and ``stop`` count the
        periods, as survival packages take them. Fewer than ten events warn: of the bundled policies none has two.

        Args:
            policy: Id of the term that was taken up.
            freq: ``"M"``, ``"Q"`` or ``"Y"``.
            level: Level of the divisions that form the risk set, all that were valid in a period.
            places: Names, codes or ids of the places that form the risk set instead, themselves only.
            start: EDTF date or year whose first day the panel covers; that of the first dated adoption or event by default.
            end: EDTF date or year whose last day it covers; that of the last adoption or event by default.
            silent: What silence on a place is taken for: ``"missing"`` or ``"never"``.

        Raises:
            UnknownIdError: No such term.
            UnknownValueError: There is no such frequency, level or place.
            ValueError: A date is no EDTF date, or the documents date nothing and neither start nor end is given.

        Example:
            >>> import warnings, zjreform as zj
            >>> with warnings.catch_warnings():
            ...     warnings.simplefilter("ignore", zj.ZjWarning)
            ...     rows = zj.load().panel("standard-land", start=2016, end=2018, level="county").to_dicts()
            >>> [(row["place"], row["period"], row["at_risk"], row["event"]) for row in rows]
            [('deqing', '2016', 1, 0), ('deqing', '2017', 1, 1), ('deqing', '2018', 0, 0)]
        """
        from zjreform.dataset.panel import panel_of, periods  # noqa: PLC0415 (kept out of the load path)

        adoptions = self.adoptions(policy=self.terms[policy].id)
        first, last = _span(adoptions, start, end)
        if places is None:
            levels = codes_meant("level", Level, level)
            risk_set = [place for place in self.places if place.code and place.level in levels]
        else:
            meant = places_meant(self.places, places, "self")
            risk_set = [place for place in self.places if place.id in meant]
        return panel_of(self, adoptions, risk_set, periods(first, last, freq), silent)

    def reach(self, term: OneOrMany | None = None) -> Rows[dict[str, Any]]:
        """Return how far terms reach in the documents: places, dates, adoptions, cases, mentions, the first claim of being first.

        Args:
            term: Id of a term; ``None`` for all.

        Raises:
            UnknownIdError: No such term.

        Example:
            >>> import zjreform as zj
            >>> row = zj.load().reach("standard-land")[0]
            >>> row["adoptions"], row["dated_adoptions"], row["mentions"] > 10
            (3, 1, True)
        """
        from zjreform.dataset.reach import reach_of  # noqa: PLC0415 (kept out of the load path)

        holds = id_is("id", self.terms, term)
        return reach_of(self, (row for row in self.terms if holds is None or holds(row)), self.adoptions())

    def neighbours(
        self,
        *,
        level: OneOrMany = "prefecture",
        places: OneOrMany | None = None,
        nearest: int | None = None,
        within_km: float | None = None,
        shapes: GeoJson | None = None,
    ) -> Rows[dict[str, Any]]:
        """Return pairs of neighbouring places: focal, neighbor, weight, km.

        Without *shapes* all places with a centroid are neighbours, weighted by the inverse of their distance; with them those whose
        borders touch, each with weight 1. Divisions that were replaced up to 2021 are left out.

        Args:
            level: Level of the divisions.
            places: Names, codes or ids of the places instead, themselves only.
            nearest: How many of each place's nearest are kept.
            within_km: The farthest that is kept.
            shapes: A GeoJSON ``FeatureCollection`` or a path to one, its features named by GB/T 2260 code or id of the place.

        Raises:
            UnknownValueError: There is no such level or place.
            ValueError: The shapes are none, or none is of one of the places.

        Example:
            >>> import zjreform as zj
            >>> [(row["neighbor"], row["km"]) for row in zj.load().neighbours(nearest=1) if row["focal"] == "hangzhou"]
            [('shaoxing', 51.7)]
        """
        from zjreform.dataset.neighbours import by_border, by_distance  # noqa: PLC0415 (kept out of the load path)

        if places is None:
            levels = codes_meant("level", Level, level)
            chosen = [row for row in self.places if row.code and row.level in levels and row.valid_to is None]
        else:
            meant = places_meant(self.places, places, "self")
            chosen = [row for row in self.places if row.id in meant]
        return by_distance(self, chosen, nearest, within_km) if shapes is None else by_border(self, chosen, shapes)

    def crosswalk(self, year: int) -> Rows[dict[str, Any]]:
        """Return, for each division of any year, the divisions at the end of one year that it is, became or was made of.

        Raises:
            ValueError: The year lies before the first list of codes, that of 2015; after the last one, of 2021, a warning says so.

        Example:
            >>> import zjreform as zj
            >>> rows = zj.load().crosswalk(2021)
            >>> [(row["to_code"], row["how"].value) for row in rows if row["from_code"] == "330104"]
            [('330102', 'successor'), ('330114', 'part')]
        """
        from zjreform.dataset.crosswalk import crosswalk_of  # noqa: PLC0415 (kept out of the load path)

        return crosswalk_of(self, year)


def _span(adoptions: Rows[Adoption], start: str | int | None, end: str | int | None) -> tuple[date, date]:
    """The first and the last day of a panel, by what is asked for, else by the dated adoptions."""
    days = [day for row in adoptions if row.date is not None for day in (row.earliest, row.latest) if day is not None]
    first = None if start is None else edtf_bounds(_date_text(start))[0]
    last = None if end is None else edtf_bounds(_date_text(end))[1]
    first, last = first or min(days, default=None), last or max(days, default=None)
    if first is None or last is None:
        raise ValueError("expected a start and an end: no adoption of the policy is dated")
    return first, last


def _date_text(day: str | int) -> str:
    return f"{day:04d}" if isinstance(day, int) else day


def _any(_: Any) -> bool:  # noqa: ANN401 (an event)
    return True
