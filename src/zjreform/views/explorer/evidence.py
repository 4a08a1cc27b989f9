"""The views of metrics and comparisons: results stand apart from targets, limits and plans unless they are joined."""

from collections.abc import Mapping
from typing import Any

from zjreform.dataset.dataset import Dataset
from zjreform.quantity.units import Dimension
from zjreform.records.answer_codes import Verdict
from zjreform.records.figure_codes import Category, Comparator, Family, Position, Quality, Status, Voice
from zjreform.records.figures import Mention, Metric
from zjreform.views.cards.evidence import comparison_bars, share
from zjreform.views.explorer.parts import Both, Facet, Part, Shown, both, code_facet
from zjreform.views.explorer.rosters import Index, found_by_place, label
from zjreform.views.names import record_at

_FAMILY, _STATUS = ("family", "指标族"), ("status", "状态")


def metrics(index: Index, said: Mapping[str, str]) -> Part:
    """Return the view of metrics.

    Args:
        index: Names of records.
        said: Sentences by id of the mention; empty where the documents are not at hand.
    """
    ds, rows = index.ds, list(index.ds.metrics)
    places = found_by_place(ds, "find_metrics")
    stands: dict[str, list[Mention]] = {}
    for mention in ds.mentions:
        table, _, key = mention.of.partition(":")
        if table == "metrics":
            stands.setdefault(key, []).append(mention)
    held = {row.id: stands.get(row.id, []) for row in rows}
    rounds = _rounds(ds, rows)
    shown = _shown(index, rows, held)
    if said:
        sentences = [both("\n".join(said[one.id] for one in held[row.id] if one.id in said)) for row in rows]
        shown.insert(2, Shown("sentence", ("sentence", "原文"), sentences))
    indicators = [ds.indicators[row.indicator] for row in rows]
    facets = [
        index.places(places.get(row.id, []) for row in rows),
        Facet("round", ("round", "届次"), index.names["rounds"], rounds),
        code_facet("status", _STATUS, Status, rows, lambda row: row.status),
        code_facet("voice", ("who says it", "叙述者"), Voice, rows, lambda row: [one.voice for one in held[row.id]]),
        code_facet("quality", ("what is doubtful", "质量标记"), Quality, rows, lambda row: row.quality),
        code_facet("position", ("position", "位置"), Position, rows, lambda row: row.position),
        code_facet("family", _FAMILY, Family, indicators, lambda row: row.family),
        code_facet("category", ("logic model", "逻辑模型"), Category, indicators, lambda row: row.category),
        Facet(
            "dimension",
            ("dimension", "量纲"),
            {d.value: _dimension(d) for d in Dimension},
            [[row.dimension] for row in indicators],
        ),
        Facet(
            "source",
            ("document", "来源"),
            index.names["sources"],
            [[one.source for one in held[row.id]] for row in rows],
        ),
    ]
    search = [
        (row.note_zh, row.note_en, row.base, row.population, row.rank_scope, *(one.surface for one in held[row.id]),
         indicator.name_zh, indicator.name_en, indicator.definition_zh, indicator.definition_en)
        for row, indicator in zip(rows, indicators, strict=True)
    ]  # fmt: skip
    about = [row.about.partition(":") for row in rows]
    belongs = {
        "case": [
            [key for key in (row.case, one[2] if one[0] == "cases" else None) if key]
            for row, one in zip(rows, about, strict=True)
        ],
        "place": [places.get(row.id, []) for row in rows],
        "term": [[one[2]] if one[0] == "terms" else [] for one in about],
    }
    sets = ["results" if row.status is Status.ACHIEVED else "intended" for row in rows]
    return Part(
        "metrics", ("Figures", "数据"), ds.metrics.ids, shown, facets, search, ds.metrics.to_dicts(), belongs, sets
    )


def _shown(index: Index, rows: list[Metric], held: Mapping[str, list[Mention]]) -> list[Shown]:
    cases = [row.case for row in rows]
    return [
        Shown("indicator", ("what is measured", "指标"), [index.name("indicators", row.indicator) for row in rows]),
        Shown(
            "figure",
            ("figure", "数值"),
            [_quantity(row) for row in rows],
            numbers=[float(row.quantity.value) for row in rows],
        ),
        Shown("position", ("position", "位置"), [label(row.position) for row in rows]),
        Shown("status", _STATUS, [label(row.status) for row in rows]),
        Shown("aggregate", ("aggregate", "汇总方式"), [label(row.aggregate) for row in rows]),
        Shown("about", ("about", "对象"), [index.referred(row.about) for row in rows]),
        Shown(
            "case",
            ("case", "案例"),
            [index.name("cases", case) for case in cases],
            links=[case and f"case/{case}" for case in cases],
        ),
        Shown("voice", ("who says it", "叙述者"), [_labels([one.voice for one in held[row.id]]) for row in rows]),
        Shown(
            "where",
            ("where it stands", "出处"),
            [both("; ".join(f"{one.source} {one.start}–{one.end}" for one in held[row.id])) for row in rows],
        ),
        Shown("quality", ("what is doubtful", "质量标记"), [_labels(row.quality) for row in rows]),
        Shown("note", ("note", "说明"), [both(row.note_en, row.note_zh) for row in rows]),
    ]


def _quantity(row: Metric | None) -> Both:
    return ("", "") if row is None else (f"{row.quantity:en}", f"{row.quantity:zh}")


def _labels(values: Any) -> Both:  # noqa: ANN401 (codes, in any collection)
    found = list(dict.fromkeys(values))
    return "; ".join(code.en for code in found), "；".join(code.zh for code in found)


def _dimension(dimension: Dimension) -> Both:
    return label(dimension)


def _rounds(ds: Dataset, rows: list[Metric]) -> list[set[str]]:
    """The rounds under which a query finds each metric."""
    held: dict[str, set[str]] = {row.id: set() for row in rows}
    for key in ds.rounds.ids:
        for found in ds.find_metrics(round=key):
            held[found.id].add(key)
    return [held[row.id] for row in rows]


def comparisons(index: Index) -> Part:
    """Return the view of comparisons."""
    ds = index.ds
    rows = ds.comparisons()
    sides = [[side for side in (row.before, row.after, row.reported) if side is not None] for row in rows]
    indicators = [ds.indicators[side[0].indicator] for side in sides]
    verdicts = [row.verdict for row in rows]
    alike = {"yes": ("like with like", "同口径"), "no": ("not like with like", "不同口径")}
    reasons = [both(pairing.why_not_en, pairing.why_not_zh) for pairing in ds.pairings]
    changes = [None if row.change is None else row.change.relative for row in rows]
    shown = [
        Shown("measured", ("what is measured", "指标"), [both(one.name_en, one.name_zh) for one in indicators]),
        Shown("before", ("before", "改革前"), [_quantity(row.before) for row in rows]),
        Shown("after", ("after", "改革后"), [_quantity(row.after) for row in rows]),
        Shown(
            "change",
            ("change computed", "计算的变化"),
            [("", "") if one is None else (share(one, "en"), share(one, "zh")) for one in changes],
            numbers=[None if one is None else float(one.value) for one in changes],
        ),
        Shown("reported", ("change reported", "报告的变化"), [_quantity(row.reported) for row in rows]),
        Shown("comparator", ("set against", "比较对象"), [label(row.comparator) for row in rows]),
        Shown("alike", ("alike", "同口径"), [alike["yes" if row.like_with_like else "no"] for row in rows]),
        Shown("why", ("why not alike", "不可比原因"), reasons),
        Shown("verdict", ("verdict", "核对"), [label(verdict) for verdict in verdicts]),
        Shown(
            "case",
            ("case", "案例"),
            [index.name("cases", side[0].case) for side in sides],
            links=[side[0].case and f"case/{side[0].case}" for side in sides],
        ),
    ]
    dimensions = [{side.quantity.dimension.value for side in found} for found in sides]
    facets = [
        Facet("alike", ("like with like", "同口径"), alike, [["yes" if row.like_with_like else "no"] for row in rows]),
        code_facet("family", _FAMILY, Family, indicators, lambda row: row.family),
        Facet("dimension", ("dimension", "量纲"), {d.value: _dimension(d) for d in Dimension}, dimensions),
        code_facet("comparator", ("set against", "比较对象"), Comparator, rows, lambda row: row.comparator),
        code_facet("verdict", ("verdict", "核对"), Verdict, rows, lambda row: row.verdict),
    ]
    search = [
        (row.id, one.name_zh, one.name_en, *reason) for row, one, reason in zip(rows, indicators, reasons, strict=True)
    ]
    belongs = {
        "case": [[side.case for side in found if side.case] for found in sides],
        "place": [[place for side in found for place in _places(ds, side)] for found in sides],
    }
    sets = ["results" if all(side.status is Status.ACHIEVED for side in found) else "intended" for found in sides]
    extra = [(comparison_bars(row, "en"), comparison_bars(row, "zh")) for row in rows]
    frame = rows.to_dicts()
    return Part(
        "comparisons",
        ("Before and after", "前后对比"),
        [row.id for row in rows],
        shown,
        facets,
        search,
        frame,
        belongs,
        sets,
        extra,
    )


def _places(ds: Dataset, side: Metric) -> tuple[str, ...]:
    case = ds.cases.get(side.case or "")
    about = record_at(ds, side.about, ())
    return (case.places if case else ()) + (
        (about.id,) if about is not None and side.about.startswith("places:") else ()
    )
