"""Questions to the figures: metrics, indicators and mentions.

Conditions work as in the rosters: all of a call hold, several values mean any, a place includes what lies in it.
"""

from __future__ import annotations

from typing import Any

from zjreform.columns.rows import Cell, Rows
from zjreform.dataset.dimensions import measured, of_dimension
from zjreform.dataset.matching import (
    Condition,
    OneOrMany,
    among,
    code_is,
    id_is,
    known_among,
    known_value,
    reference_is,
    select,
    text_in,
)
from zjreform.dataset.place_names import places_meant
from zjreform.dataset.spelling import each
from zjreform.dataset.tables import Tables
from zjreform.options import PlaceScope, UnitOfAnalysis
from zjreform.records.figure_codes import Aggregate, Category, Comparator, Family, Position, Quality, Status, Voice
from zjreform.records.index import RECORD_TABLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.comparisons import Comparison
    from zjreform.dataset.derived import Derived
    from zjreform.dataset.repeated import Repeated
    from zjreform.dataset.table import Table
    from zjreform.records.figures import Indicator, Mention, Metric


class FigureQueries(Tables):
    """Finders over the figures."""

    __slots__ = ()

    def find_metrics(
        self,
        *,
        about: OneOrMany | None = None,
        case: OneOrMany | None = None,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        round: OneOrMany | None = None,
        indicator: OneOrMany | None = None,
        family: OneOrMany | None = None,
        category: OneOrMany | None = None,
        dimension: OneOrMany | None = None,
        unit: OneOrMany | None = None,
        position: OneOrMany | None = None,
        status: OneOrMany | None = None,
        aggregate: OneOrMany | None = None,
        source: OneOrMany | None = None,
        voice: OneOrMany | None = None,
        quality: OneOrMany | None = None,
        text: str | None = None,
    ) -> Table[Metric]:
        """Return the metrics that meet all conditions.

        Args:
            about: Id or reference (``cases:…``, ``places:…``, ``terms:…``) of what the sentence speaks of.
            case: Id of the case credited.
            place: Name, code or id; the metric is about it, about a body or reform in it, or credited to a case in it.
            place_scope: ``"within"`` or ``"self"``.
            round: Id of the round of the case credited, or whose tiers, awards or self the metric is about.
            indicator: Id of an indicator; indicators that narrow it are included.
            family: Indicator family.
            category: Place of the indicator in the logic model.
            dimension: Dimension of the quantity. ``"time"`` (or ``"days"``) is calendar and working time; ``"duration"`` and
                ``"working_time"`` are one each, and a warning says so where figures of the other are left out.
            unit: Code of the unit of the quantity.
            position: Before, after, change or level.
            status: Achieved, target, limit, promise, rule or plan.
            aggregate: Single, mean, minimum, maximum, total or each.
            source: Id of a document in which it stands.
            voice: Who says it, in any of its mentions.
            quality: A quality flag it carries.
            text: Part of a surface, a note, or the name of the indicator, in either script or in English.

        Raises:
            UnknownIdError: No such case, round, indicator or source.
            UnknownValueError: No record has the value of another condition.

        Example:
            >>> import zjreform as zj
            >>> found = zj.load().find_metrics(indicator="company-setup-time-four-steps")
            >>> [(metric.position.value, str(metric.quantity)) for metric in found]
            [('after', '1个工作日'), ('before', '8个工作日')]
        """
        found = select(
            self.metrics,
            reference_is("about", [getattr(self, name) for name in RECORD_TABLES], about),
            id_is("case", self.cases, case),
            None if place is None else self._at_places(places_meant(self.places, place, place_scope)),
            self._of_round(round),
            self._of_indicator(indicator),
            self._by_indicator(code_is("family", Family, family)),
            self._by_indicator(code_is("category", Category, category)),
            self._in_unit(unit),
            code_is("position", Position, position),
            code_is("status", Status, status),
            code_is("aggregate", Aggregate, aggregate),
            self._by_mention(id_is("source", self.sources, source)),
            self._by_mention(code_is("voice", Voice, voice)),
            code_is("quality", Quality, quality),
            self._metric_text(text),
        )
        holds = measured(found, self.indicators, dimension)
        return found if holds is None else select(found, self._by_indicator(holds))

    def find_indicators(
        self,
        *,
        family: OneOrMany | None = None,
        category: OneOrMany | None = None,
        dimension: OneOrMany | None = None,
        text: str | None = None,
    ) -> Table[Indicator]:
        """Return the indicators that meet all conditions; *text* is part of a name or definition.

        Raises:
            UnknownValueError: No family, category or dimension is called so.

        Example:
            >>> import zjreform as zj
            >>> "company-setup-time" in zj.load().find_indicators(family="time").ids
            True
        """
        return select(
            self.indicators,
            code_is("family", Family, family),
            code_is("category", Category, category),
            of_dimension(dimension),
            text_in(self.indicators, text, "name_zh", "name_en", "definition_zh", "definition_en"),
        )

    def find_mentions(
        self,
        *,
        of: OneOrMany | None = None,
        table: OneOrMany | None = None,
        source: OneOrMany | None = None,
        voice: OneOrMany | None = None,
        text: str | None = None,
    ) -> Table[Mention]:
        """Return the mentions that meet all conditions.

        Args:
            of: Reference of a record, such as ``"metrics:nanhu-setup-time-before"``.
            table: Name of the table whose records are mentioned, such as ``"metrics"``.
            source: Id of a document.
            voice: Who says it.
            text: Part of the surface, in either script.

        Raises:
            UnknownIdError: No such source.
            UnknownValueError: No mention has the reference or table, or no voice is called so.

        Example:
            >>> import zjreform as zj
            >>> len(zj.load().find_mentions(table="awards")) >= 99
            True
        """
        return select(
            self.mentions,
            known_value("of", self.mentions, of),
            self._of_table(table),
            id_is("source", self.sources, source),
            code_is("voice", Voice, voice),
            text_in(self.mentions, text, "surface"),
        )

    def comparisons(
        self,
        *,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        case: OneOrMany | None = None,
        indicator: OneOrMany | None = None,
        family: OneOrMany | None = None,
        source: OneOrMany | None = None,
        like_with_like: bool | None = None,
        comparator: OneOrMany | None = None,
        quality: OneOrMany | None = None,
    ) -> Rows[Comparison]:
        """Return the pairings that meet all conditions with their metrics, the change computed with its bounds, and the change reported.

        Args:
            place: Name, code or id; one of the figures is about it, about a body or reform in it, or credited to a case in it.
            place_scope: ``"within"`` or ``"self"``.
            case: Id of the case credited.
            indicator: Id of an indicator; indicators that narrow it are included.
            family: Indicator family.
            source: Id of a document in which one of the figures stands.
            like_with_like: Whether both sides measure the same thing in the same way.
            comparator: What it is set against.
            quality: A quality flag that one of the figures carries.

        Raises:
            UnknownIdError: No such case, indicator or source.
            UnknownValueError: There is no such place or value of a closed list.

        Example:
            >>> import zjreform as zj
            >>> row = zj.load().comparisons(place="南湖")["nanhu-setup-time"]
            >>> str(row.relative), row.verdict.value
            ('-87.5%', 'not_reported')
        """
        from zjreform.dataset.comparisons import comparisons_of  # noqa: PLC0415 (kept out of the load path)

        asked = {
            "place": place,
            "case": case,
            "indicator": indicator,
            "family": family,
            "source": source,
            "quality": quality,
        }
        given: dict[str, Any] = {name: value for name, value in asked.items() if value is not None}
        metrics = set(self.find_metrics(**given, place_scope=place_scope).ids) if given else None
        against = code_is("comparator", Comparator, comparator)
        found = comparisons_of(self, metrics)
        kept = (
            row for row in found
            if (like_with_like is None or row.like_with_like is like_with_like) and (against is None or against(row))
        )  # fmt: skip
        return found.of(kept, "")

    def derived(self) -> Rows[Derived]:
        """Return what follows from the stated figures: sums of partitions, and the wholes that shares imply.

        Nothing derived is stored as if a text had stated it; each row says what it is computed from and whether the texts agree.

        Example:
            >>> import zjreform as zj
            >>> share = next(row for row in zj.load().derived() if row.of.id == "lishui-one-certificate-share")
            >>> str(share.quantity), [str(row.quantity) for row in share.beside], share.agrees
            ('约325个', ['1285个'], False)
        """
        from zjreform.dataset.derived import derived_figures  # noqa: PLC0415 (kept out of the load path)

        return derived_figures(self)

    def repeated(self, *, independent: bool | None = None) -> Rows[Repeated]:
        """Return the metrics that stand in more than one place.

        Repetition by the same origin is not corroboration: two mentions are independent only if different voices of
        different documents say them.

        Args:
            independent: Only those with (``True``) or without (``False``) independent mentions; ``None`` for all.

        Example:
            >>> import zjreform as zj
            >>> repeated = zj.load().repeated()
            >>> all(len(row.mentions) > 1 for row in repeated)
            True
        """
        from zjreform.dataset.repeated import repeated_claims  # noqa: PLC0415 (kept out of the load path)

        found = repeated_claims(self)
        return found.of((row for row in found if independent is None or row.independent is independent), "")

    def wide(self, unit: UnitOfAnalysis = "metric") -> Rows[dict[str, Cell]]:
        """Return flat rows for analysis: one for each metric, mention of a metric, case or award; nothing fans out.

        Quantities are flattened, with ``days``, ``workdays``, ``percent`` and ``count`` and their ends in common units where
        the dimension allows, else ``None``. Awards come with round, tier, level, lead body, place, prefecture, domain, titles, coverage
        and the entries of their stratum where a document gives them.

        Args:
            unit: What one row is: ``"metric"``, ``"mention"``, ``"case"`` or ``"award"``.

        Raises:
            UnknownValueError: The unit is none of these.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> [len(ds.wide(unit)) == size for unit, size in (("metric", len(ds.metrics)), ("case", 93))]
            [True, True]
        """
        from zjreform.dataset.wide import wide_rows  # noqa: PLC0415 (kept out of the load path)

        return wide_rows(self, unit)

    def _of_indicator(self, wanted: OneOrMany | None) -> Condition | None:
        holds = id_is("id", self.indicators, wanted)
        if holds is None:
            return None
        meant = {row.id for row in self.indicators if holds(row)}
        while inner := {row.id for row in self.indicators if row.variant_of in meant} - meant:
            meant |= inner
        return among("indicator", meant)

    def _by_indicator(self, holds: Condition | None) -> Condition | None:
        return None if holds is None else among("indicator", {row.id for row in self.indicators if holds(row)})

    def _by_mention(self, holds: Condition | None) -> Condition | None:
        if holds is None:
            return None
        named = {
            row.of.removeprefix("metrics:") for row in self.mentions if row.of.startswith("metrics:") and holds(row)
        }
        return among("id", named)

    def _in_unit(self, unit: OneOrMany | None) -> Condition | None:
        if unit is None:
            return None
        wanted = known_among("unit", {row.quantity.unit.code for row in self.metrics}, unit)
        return lambda row: row.quantity.unit.code in wanted

    def _of_round(self, wanted: OneOrMany | None) -> Condition | None:
        holds = id_is("round", self.rounds, wanted)
        if holds is None:
            return None
        cases = {case.id for case in self.cases if holds(case)}
        about = {f"rounds:{key}" for key in each(wanted or ())} | {f"cases:{key}" for key in cases}
        for table in (self.tiers, self.awards):
            about |= {f"{table.name}:{row.id}" for row in table if holds(row)}
        return lambda row: row.case in cases or row.about in about

    def _of_table(self, table: OneOrMany | None) -> Condition | None:
        if table is None:
            return None
        wanted = known_among("table", {row.of.partition(":")[0] for row in self.mentions}, table)
        return lambda row: row.of.partition(":")[0] in wanted

    def _at_places(self, meant: set[str]) -> Condition:
        there = self.metrics.kept("at places", lambda _: _metrics_at(self))
        wanted = {key for place in meant for key in there.get(place, ())}
        return lambda row: row.id in wanted

    def _metric_text(self, text: str | None) -> Condition | None:
        holds = text_in(self.metrics, text, "note_zh", "note_en", "base", "population", "rank_scope")
        if text is None or holds is None:
            return None
        surfaces = {
            row.of.removeprefix("metrics:") for row in select(self.mentions, text_in(self.mentions, text, "surface"))
        }
        named = set(self.find_indicators(text=text).ids)
        return lambda row: row.id in surfaces or row.indicator in named or holds(row)


def _metrics_at(tables: Tables) -> dict[str, list[str]]:
    """By place: the metrics that are about it, about a body or reform of it, or about or credited to a case in it."""
    own: dict[str, str | None] = {f"places:{row.id}": row.id for row in tables.places}
    own |= {f"organisations:{row.id}": row.place for row in tables.organisations}
    own |= {f"terms:{row.id}": row.place for row in tables.terms}
    cases = {f"cases:{row.id}": row.places for row in tables.cases}
    found: dict[str, list[str]] = {}
    for row in tables.metrics:
        places = (own.get(row.about), *cases.get(row.about, ()), *cases.get(f"cases:{row.case}", ()))
        for place in places:
            if place is not None:
                found.setdefault(place, []).append(row.id)
    return found
