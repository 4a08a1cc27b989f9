"""Questions to the rosters: awards, applicants, cases and reviews.

All conditions of a call must hold; several values for one condition mean any of them. A place includes what lies in it unless
``place_scope="self"``. *level* is that of the body that leads, *any_level* that of any body listed. Closed lists take codes and labels.
Texts are found in either script.
"""

from __future__ import annotations

from typing import Any

from zjreform.dataset.matching import (
    Condition,
    OneOrMany,
    among,
    code_is,
    id_is,
    known_value,
    select,
    text_in,
)
from zjreform.dataset.place_names import places_meant
from zjreform.dataset.place_queries import PlaceQueries
from zjreform.options import PlaceScope
from zjreform.records.roster_codes import ApplicantRole, Cofog, Coverage, Domain, Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.table import Table
    from zjreform.records.rosters import Applicant, Award, Case, Review


class RosterQueries(PlaceQueries):
    """Finders over rounds, awards, applicants, cases and reviews."""

    __slots__ = ()

    def find_cases(
        self,
        *,
        round: OneOrMany | None = None,
        tier: OneOrMany | None = None,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        level: OneOrMany | None = None,
        any_level: OneOrMany | None = None,
        domain: OneOrMany | None = None,
        primary_domain: OneOrMany | None = None,
        cofog: OneOrMany | None = None,
        practice: OneOrMany | None = None,
        coverage: OneOrMany | None = None,
        applicant: str | None = None,
        text: str | None = None,
    ) -> Table[Case]:
        """Return the cases that meet all conditions.

        Args:
            round: Id of a round.
            tier: Id of a tier.
            place: Name, code or id of a place in which a case is carried out.
            place_scope: ``"within"`` (the place and all in it) or ``"self"``.
            level: Level of the leading body, the first one listed.
            any_level: Level of any body listed under its award.
            domain: Domain, first or further.
            primary_domain: First domain.
            cofog: COFOG division, such as ``"04"``.
            practice: Key of a practice shared by cases.
            coverage: What the documents hold of it.
            applicant: Part of the name of a body or place listed under its award.
            text: Part of a title or summary, in Chinese or English.

        Raises:
            UnknownIdError: No such round or tier.
            UnknownValueError: No record has the value of another condition, or a closed list has no such code or label.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> [case.id for case in ds.find_cases(place="Lishui", round="mpro-2018")]
            ['lishui-interdepartmental']
        """
        return select(
            self.cases,
            id_is("round", self.rounds, round),
            self._case_in_tier(tier),
            self._in_place("places", place, place_scope),
            code_is("level", Level, level),
            self._case_at_any(any_level),
            self._in_domain(domain),
            code_is("domain", Domain, primary_domain),
            code_is("cofog", Cofog, cofog),
            known_value("practice", self.cases, practice),
            code_is("coverage", Coverage, coverage),
            self._case_of_applicant(applicant),
            self._case_text(text),
        )

    def find_awards(
        self,
        *,
        round: OneOrMany | None = None,
        tier: OneOrMany | None = None,
        case: OneOrMany | None = None,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        level: OneOrMany | None = None,
        any_level: OneOrMany | None = None,
        domain: OneOrMany | None = None,
        practice: OneOrMany | None = None,
        coverage: OneOrMany | None = None,
        applicant: str | None = None,
        text: str | None = None,
    ) -> Table[Award]:
        """Return the awards that meet all conditions.

        Args:
            round: Id of a round.
            tier: Id of a tier.
            case: Id of the case honoured.
            place: Name, code or id of the place of a body listed under the award, or of the organisation honoured: whose award it is,
                not where the case is carried out.
            place_scope: ``"within"`` (the place and all in it) or ``"self"``.
            level: Level of the leading body, the first one listed, or of the organisation honoured.
            any_level: Level of any body listed, or of the organisation honoured.
            domain: Domain of the case, first or further.
            practice: Key of its practice.
            coverage: What the documents hold of it.
            applicant: Part of the name of a body or place listed.
            text: Part of the title as listed, of the case's title in either language, or of the organisation's name.

        Raises:
            UnknownIdError: No such round, tier or case.
            UnknownValueError: No record has the value of another condition.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> [len(ds.find_awards(round="rib-2019", level=level)) for level in ("province", "prefecture", "county")]
            [12, 14, 14]
        """
        return select(
            self.awards,
            id_is("round", self.rounds, round),
            id_is("tier", self.tiers, tier),
            id_is("case", self.cases, case),
            self._award_in(place, place_scope),
            self._award_at(level),
            self._award_at_any(any_level),
            self._of_cases("case", domain=domain, practice=practice, coverage=coverage),
            None if applicant is None else among("id", {row.award for row in self.find_applicants(text=applicant)}),
            self._award_text(text),
        )

    def find_applicants(
        self,
        *,
        round: OneOrMany | None = None,
        tier: OneOrMany | None = None,
        award: OneOrMany | None = None,
        case: OneOrMany | None = None,
        organisation: OneOrMany | None = None,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        level: OneOrMany | None = None,
        any_level: OneOrMany | None = None,
        role: OneOrMany | None = None,
        domain: OneOrMany | None = None,
        practice: OneOrMany | None = None,
        coverage: OneOrMany | None = None,
        text: str | None = None,
    ) -> Table[Applicant]:
        """Return the listed bodies that meet all conditions.

        Args:
            round: Id of a round.
            tier: Id of a tier.
            award: Id of an award.
            case: Id of the case honoured.
            organisation: Id of the body named.
            place: Name, code or id of the jurisdiction named, or of the place of the body named.
            place_scope: ``"within"`` (the place and all in it) or ``"self"``.
            level: Level of the body that leads its award, as everywhere.
            any_level: Level of the body itself, whether it leads or not.
            role: What the heading says it did.
            domain: Domain of the case, first or further.
            practice: Key of its practice.
            coverage: What the documents hold of it.
            text: Part of a name, as listed or as recorded, in either language.

        Raises:
            UnknownIdError: No such round, tier, award, case or organisation.
            UnknownValueError: No record has the value of another condition.

        Example:
            >>> import zjreform as zj
            >>> len(zj.load().find_applicants(round="rib-2019"))
            64
        """
        honours = {
            "round": round,
            "tier": tier,
            "case": case,
            "level": level,
            "domain": domain,
            "practice": practice,
            "coverage": coverage,
        }
        given: dict[str, Any] = {name: value for name, value in honours.items() if value is not None}
        return select(
            self.applicants,
            among("award", self.find_awards(**given).ids) if given else None,
            id_is("award", self.awards, award),
            id_is("organisation", self.organisations, organisation),
            None if place is None else self._applicant_in(places_meant(self.places, place, place_scope)),
            code_is("level", Level, any_level),
            code_is("role", ApplicantRole, role),
            None if text is None else self._applicant_text(text),
        )

    def find_reviews(
        self,
        *,
        case: OneOrMany | None = None,
        round: OneOrMany | None = None,
        tier: OneOrMany | None = None,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        level: OneOrMany | None = None,
        any_level: OneOrMany | None = None,
        domain: OneOrMany | None = None,
        practice: OneOrMany | None = None,
        reviewer: str | None = None,
        affiliation: OneOrMany | None = None,
        named: bool | None = None,
        text: str | None = None,
    ) -> Table[Review]:
        """Return the experts' comments that meet all conditions.

        Args:
            case: Id of the case commented on.
            round: Id of the round of that case.
            tier: Id of its tier.
            place: Name, code or id of a place in which it is carried out.
            place_scope: ``"within"`` or ``"self"``.
            level: Level of its leading body.
            any_level: Level of any body listed under its award.
            domain: Domain of the case, first or further.
            practice: Key of its practice.
            reviewer: Part of the expert's name, in characters or pinyin.
            affiliation: Id of a body in which the expert holds a post.
            named: Whether the expert is named.
            text: Part of the expert's name or position, in Chinese or English.

        Raises:
            UnknownIdError: No such case, round, tier or organisation.
            UnknownValueError: No record has the value of another condition.

        Example:
            >>> import zjreform as zj
            >>> [review.case for review in zj.load().find_reviews(reviewer="Yu Jianxing")]
            ['nanhu-company-setup', 'zhoushan-ship-clearance']
        """
        within = None if place is None else place_scope
        return select(
            self.reviews,
            id_is("case", self.cases, case),
            self._of_cases(
                "case",
                round=round,
                tier=tier,
                place=place,
                place_scope=within,
                level=level,
                any_level=any_level,
                domain=domain,
                practice=practice,
            ),
            text_in(self.reviews, reviewer, "reviewer_zh", "reviewer_en"),
            id_is("affiliations", self.organisations, affiliation),
            None if named is None else lambda row: (row.reviewer_zh is not None) is named,
            text_in(self.reviews, text, "reviewer_zh", "reviewer_en", "positions_zh", "positions_en"),
        )

    def _of_cases(self, field: str, **conditions: OneOrMany | None) -> Condition | None:
        """The condition that a field names one of the cases found; ``None`` where nothing is asked of them."""
        given: dict[str, Any] = {name: value for name, value in conditions.items() if value is not None}
        return among(field, self.find_cases(**given).ids) if given else None

    def _case_in_tier(self, tier: OneOrMany | None) -> Condition | None:
        return None if tier is None else among("id", {award.case for award in self.find_awards(tier=tier)})

    def _in_domain(self, domain: OneOrMany | None) -> Condition | None:
        first = code_is("domain", Domain, domain)
        further = code_is("other_domains", Domain, domain)
        return None if first is None or further is None else lambda row: first(row) or further(row)

    def _case_of_applicant(self, name: str | None) -> Condition | None:
        if name is None:
            return None
        return among("id", {self.awards[row.award].case for row in self.find_applicants(text=name)})

    def _case_text(self, text: str | None) -> Condition | None:
        if text is None:
            return None
        titled = {row.case for row in select(self.case_titles, text_in(self.case_titles, text, "title_zh"))}
        holds = text_in(self.cases, text, "title_zh", "title_en", "summary_zh", "summary_en")
        return lambda row: row.id in titled or (holds is not None and holds(row))

    def _award_text(self, text: str | None) -> Condition | None:
        listed = text_in(self.awards, text, "title_zh")
        if text is None or listed is None:
            return None
        titled = set(select(self.cases, text_in(self.cases, text, "title_zh", "title_en")).ids)
        bodies = set(self.find_organisations(text=text).ids)
        return lambda row: listed(row) or row.case in titled or row.organisation in bodies

    def _award_in(self, place: OneOrMany | None, scope: PlaceScope) -> Condition | None:
        if place is None:
            return None
        listed = {row.award for row in self.find_applicants(place=place, place_scope=scope)}
        bodies = set(self.find_organisations(place=place, place_scope=scope).ids)
        return lambda row: row.id in listed or row.organisation in bodies

    def _award_at(self, level: OneOrMany | None) -> Condition | None:
        if level is None:
            return None
        led = set(select(self.cases, code_is("level", Level, level)).ids)
        bodies = set(self.find_organisations(level=level).ids)
        return lambda row: row.case in led or row.organisation in bodies

    def _award_at_any(self, level: OneOrMany | None) -> Condition | None:
        if level is None:
            return None
        listed = {row.award for row in self.find_applicants(any_level=level)}
        bodies = set(self.find_organisations(level=level).ids)
        return lambda row: row.id in listed or row.organisation in bodies

    def _case_at_any(self, level: OneOrMany | None) -> Condition | None:
        return None if level is None else among("id", {award.case for award in self.find_awards(any_level=level)})

    def _applicant_in(self, meant: set[str]) -> Condition:
        bodies = {row.id for row in self.organisations if row.place in meant}
        return lambda row: row.place in meant or row.organisation in bodies

    def _applicant_text(self, text: str) -> Condition:
        listed = text_in(self.applicants, text, "as_listed")
        bodies = set(self.find_organisations(text=text).ids)
        named = set(self.find_places(text=text).ids)
        return lambda row: (listed is not None and listed(row)) or row.organisation in bodies or row.place in named
