"""The views of cases, awards, places, terms and events."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from zjreform.code import Code
from zjreform.dataset.dataset import Dataset
from zjreform.records.edtf import edtf_bounds
from zjreform.records.history_codes import ClaimScope, EndorsementKind, EventKind, TermKind
from zjreform.records.roster_codes import Cofog, Coverage, Domain, Level, PlaceKind
from zjreform.views.explorer.parts import Belongs, Both, Facet, Part, Shown, both, code_facet

ROUND, LEVEL, PLACE, KIND = ("round", "届次"), ("level", "层级"), ("place", "地方"), ("kind", "类型")


@frozen
class Index:
    """What several views look up.

    Attributes:
        ds: The dataset.
        names: Names of the records of a table, by id.
    """

    ds: Dataset
    names: Mapping[str, Mapping[str, Both]]

    @classmethod
    def of(cls, ds: Dataset) -> "Index":
        """Return the names of all tables that others refer to."""
        tables = ("cases", "places", "organisations", "terms", "rounds", "tiers", "sources", "indicators")
        return cls(ds, {table: {row.id: _name(row) for row in getattr(ds, table)} for table in tables})

    def name(self, table: str, key: str | None) -> Both:
        """Return the name of a record, its id where the dataset lacks it."""
        return ("", "") if key is None else self.names[table].get(key, (key, key))

    def joined(self, table: str, keys: Iterable[str]) -> Both:
        """Return several names."""
        found = [self.name(table, key) for key in keys]
        return "; ".join(en for en, _ in found), "；".join(zh for _, zh in found)

    def referred(self, reference: str | None) -> Both:
        """Return the name of the record that a reference with its table names."""
        table, _, key = (reference or "").partition(":")
        return self.name(table, key) if table in self.names else both(reference)

    def places(self, found: Iterable[Iterable[str]]) -> Facet:
        """Return the facet of places; a place includes what lies in it."""
        return Facet("place", PLACE, self.names["places"], list(found), tree=True)

    def rounds(self, found: Iterable[str | None]) -> Facet:
        """Return the facet of rounds."""
        return Facet("round", ROUND, self.names["rounds"], [[key] if key else [] for key in found])


def _name(row: Any) -> Both:  # noqa: ANN401 (any record)
    stem = "name" if hasattr(row, "name_zh") else "title"
    return both(getattr(row, f"{stem}_en"), getattr(row, f"{stem}_zh"))


def label(code: Code | None) -> Both:
    """Return the label of a coded value in both languages.

    Example:
        >>> label(Level.COUNTY), label(None)
        (('county', '县级'), ('', ''))
    """
    return ("", "") if code is None else (code.en, code.zh)


def _link(kind: str, keys: Iterable[str | None]) -> list[str | None]:
    return [None if key is None else f"{kind}/{key}" for key in keys]


def found_by_place(ds: Dataset, find: str) -> dict[str, list[str]]:
    """Return the places under which a query finds each record, by its id.

    Example:
        >>> import zjreform as zj
        >>> found_by_place(zj.load(), "find_cases")["nanhu-company-setup"]
        ['nanhu']
    """
    held: dict[str, list[str]] = {}
    for place in ds.places.ids:
        for key in getattr(ds, find)(place=place, place_scope="self").ids:
            held.setdefault(key, []).append(place)
    return held


def cases(index: Index) -> Part:
    """Return the view of cases."""
    ds, rows = index.ds, list(index.ds.cases)
    places = found_by_place(ds, "find_cases")
    titles: dict[str, list[str]] = {}
    for title in ds.case_titles:
        titles.setdefault(title.case, []).append(title.title_zh)
    shown = [
        Shown("title", ("title", "题名"), [_name(row) for row in rows], links=_link("case", ds.cases.ids)),
        Shown("round", ROUND, [index.name("rounds", row.round) for row in rows]),
        Shown("level", LEVEL, [label(row.level) for row in rows]),
        Shown("places", PLACE, [index.joined("places", row.places) for row in rows]),
        Shown("domain", ("primary domain", "主要领域"), [label(row.domain) for row in rows]),
        Shown("coverage", ("what the sources hold", "文本覆盖"), [label(row.coverage) for row in rows]),
        Shown("summary", ("summary", "摘要"), [both(row.summary_en, row.summary_zh) for row in rows]),
    ]
    facets = [
        index.places(places.get(row.id, []) for row in rows),
        index.rounds(row.round for row in rows),
        code_facet("level", LEVEL, Level, rows, lambda row: row.level),
        code_facet("domain", ("domain", "领域"), Domain, rows, lambda row: (row.domain, *row.other_domains)),
        code_facet("coverage", ("what the sources hold", "文本覆盖"), Coverage, rows, lambda row: row.coverage),
        code_facet("cofog", ("COFOG division", "政府职能分类"), Cofog, rows, lambda row: row.cofog),
    ]
    search = [(row.title_zh, row.title_en, row.summary_zh, row.summary_en, *titles.get(row.id, ())) for row in rows]
    belongs: Belongs = {"case": [[row.id] for row in rows], "place": [row.places for row in rows]}
    return Part("cases", ("Cases", "案例"), ds.cases.ids, shown, facets, search, ds.cases.to_dicts(), belongs)


def awards(index: Index) -> Part:
    """Return the view of awards."""
    ds, rows = index.ds, list(index.ds.awards)
    places = found_by_place(ds, "find_awards")
    held = [None if row.case is None else ds.cases[row.case] for row in rows]
    bodies = [None if row.organisation is None else ds.organisations[row.organisation] for row in rows]
    levels = [case.level if case else body.level if body else None for case, body in zip(held, bodies, strict=True)]
    listed: dict[str, list[str]] = {}
    for applicant in ds.applicants:
        listed.setdefault(applicant.award, []).append(applicant.as_listed)
    titles = [
        _name(case) if case else both(body.name_en if body else None, row.title_zh)
        for row, case, body in zip(rows, held, bodies, strict=True)
    ]
    shown = [
        Shown("title", ("title", "题名"), titles, links=_link("case", (row.case for row in rows))),
        Shown("round", ROUND, [index.name("rounds", row.round) for row in rows]),
        Shown("tier", ("tier", "奖项"), [index.name("tiers", row.tier) for row in rows]),
        Shown(
            "position",
            ("position", "位次"),
            [both(str(row.position)) for row in rows],
            numbers=[row.position for row in rows],
        ),
        Shown("order", ("order", "排序"), [label(ds.tiers[row.tier].order_rule) for row in rows]),
        Shown("bodies", ("bodies as listed", "单位"), [both("；".join(listed.get(row.id, ()))) for row in rows]),
        Shown("level", LEVEL, [label(level) for level in levels]),
        Shown(
            "coverage", ("what the sources hold", "文本覆盖"), [label(case.coverage if case else None) for case in held]
        ),
    ]
    facets = [
        index.places(places.get(row.id, []) for row in rows),
        index.rounds(row.round for row in rows),
        Facet(
            "tier",
            ("tier", "奖项"),
            {t.id: (f"{t.name_en} ({t.round})", f"{t.name_zh}（{t.round}）") for t in ds.tiers},
            [[row.tier] for row in rows],
        ),
        code_facet("level", LEVEL, Level, levels, lambda level: level),
        code_facet(
            "domain", ("domain", "领域"), Domain, held, lambda case: (case.domain, *case.other_domains) if case else ()
        ),
        code_facet(
            "coverage",
            ("what the sources hold", "文本覆盖"),
            Coverage,
            held,
            lambda case: case.coverage if case else None,
        ),
    ]
    search = [
        (
            row.title_zh,
            *((case.title_zh, case.title_en) if case else ()),
            *((body.name_zh, body.name_en, *body.aliases) if body else ()),
        )
        for row, case, body in zip(rows, held, bodies, strict=True)
    ]
    belongs = {
        "case": [[row.case] if row.case else [] for row in rows],
        "place": [places.get(row.id, []) for row in rows],
    }
    return Part("awards", ("Awards", "奖项"), ds.awards.ids, shown, facets, search, ds.awards.to_dicts(), belongs)


def places(index: Index) -> Part:
    """Return the view of places."""
    ds, rows = index.ds, list(index.ds.places)
    won = {place: len(ds.find_awards(place=place)) for place in ds.places.ids}
    shown = [
        Shown("name", ("name", "名称"), [_name(row) for row in rows], links=_link("place", ds.places.ids)),
        Shown("kind", KIND, [label(row.kind) for row in rows]),
        Shown("level", LEVEL, [label(row.level) for row in rows]),
        Shown("parent", ("lies in", "上级"), [index.name("places", row.parent) for row in rows]),
        Shown("code", ("GB/T 2260 code", "区划代码"), [both(row.code) for row in rows]),
        Shown(
            "awards",
            ("awards with a body in it", "有本地单位的奖项"),
            [both(str(won[row.id])) for row in rows],
            numbers=[won[row.id] for row in rows],
        ),
    ]
    facets = [
        code_facet("kind", KIND, PlaceKind, rows, lambda row: row.kind),
        code_facet("level", LEVEL, Level, rows, lambda row: row.level),
    ]
    search = [(row.id, row.name_zh, row.name_en, row.code, *row.aliases) for row in rows]
    return Part(
        "places",
        ("Places", "地方"),
        ds.places.ids,
        shown,
        facets,
        search,
        ds.places.to_dicts(),
        {"place": [[row.id] for row in rows]},
    )


def terms(index: Index) -> Part:
    """Return the view of terms."""
    ds, rows = index.ds, list(index.ds.terms)
    sources: dict[str, list[str]] = {}
    for mention in ds.mentions:
        table, _, key = mention.of.partition(":")
        if table == "terms":
            sources.setdefault(key, []).append(mention.source)
    shown = [
        Shown("name", ("name", "名称"), [_name(row) for row in rows], links=_link("term", ds.terms.ids)),
        Shown("chinese", ("in Chinese", "繁体"), [both(row.name_zh, row.name_hant) for row in rows]),
        Shown("kind", KIND, [label(row.kind) for row in rows]),
        Shown("definition", ("definition", "定义"), [both(row.definition_en, row.definition_zh) for row in rows]),
        Shown("operator", ("who runs it", "主办者"), [index.referred(row.operator) for row in rows]),
        Shown("since", ("since", "起始"), [both(row.since) for row in rows]),
    ]
    facets = [
        index.places([row.place] if row.place else [] for row in rows),
        code_facet("kind", KIND, TermKind, rows, lambda row: row.kind),
        Facet("source", ("document", "来源"), index.names["sources"], [sources.get(row.id, []) for row in rows]),
    ]
    search = [
        (row.name_zh, row.name_hant, row.name_en, *row.aliases, row.definition_zh, row.definition_en) for row in rows
    ]
    belongs: Belongs = {
        "case": [row.cases for row in rows],
        "place": [[row.place] if row.place else [] for row in rows],
        "term": [[row.id, *row.related] for row in rows],
    }
    return Part("terms", ("Terms", "术语"), ds.terms.ids, shown, facets, search, ds.terms.to_dicts(), belongs)


def events(index: Index) -> Part:
    """Return the view of events."""
    ds, rows = index.ds, list(index.ds.events)
    when = {"dated": ("dated", "有日期"), "undated": ("undated", "无日期")}
    shown = [
        Shown("date", ("date", "日期"), [both(row.date) for row in rows], numbers=[_day(row.date) for row in rows]),
        Shown("name", ("what happened", "事件"), [_name(row) for row in rows]),
        Shown("kind", KIND, [label(row.kind) for row in rows]),
        Shown("actors", ("who", "行动者"), [_joined(index.referred(key) for key in row.actors) for row in rows]),
        Shown(
            "term",
            ("term", "术语"),
            [index.name("terms", row.term) for row in rows],
            links=_link("term", (row.term for row in rows)),
        ),
        Shown(
            "case",
            ("case", "案例"),
            [index.name("cases", row.case) for row in rows],
            links=_link("case", (row.case for row in rows)),
        ),
        Shown(
            "place",
            PLACE,
            [index.name("places", row.place) for row in rows],
            links=_link("place", (row.place for row in rows)),
        ),
    ]
    facets = [
        index.places([row.place] if row.place else [] for row in rows),
        code_facet("kind", KIND, EventKind, rows, lambda row: row.kind),
        Facet("when", ("date", "日期"), when, [["dated" if row.date else "undated"] for row in rows]),
        code_facet("endorsement", ("endorsement", "肯定形式"), EndorsementKind, rows, lambda row: row.endorsement),
        code_facet("claim_scope", ("claim of being first", "首创范围"), ClaimScope, rows, lambda row: row.claim_scope),
    ]
    belongs = {
        "case": [[row.case] if row.case else [] for row in rows],
        "place": [[row.place] if row.place else [] for row in rows],
        "term": [[row.term] if row.term else [] for row in rows],
    }
    search = [(row.name_zh, row.name_en) for row in rows]
    return Part("events", ("Events", "事件"), ds.events.ids, shown, facets, search, ds.events.to_dicts(), belongs)


def _day(date: str | None) -> float | None:
    """The first day that a date covers, as a number to sort by."""
    first, last = edtf_bounds(date) if date else (None, None)
    day = first or last
    return None if day is None else float(day.toordinal())


def _joined(names: Iterable[Both]) -> Both:
    found = list(names)
    return "; ".join(en for en, _ in found), "；".join(zh for _, zh in found)
