"""What happened when: events, adoptions, and cases that belong together over the rounds."""

from collections import Counter
from datetime import date
from typing import Any

from zjreform.dataset.dataset import Dataset
from zjreform.dataset.matching import OneOrMany
from zjreform.records.edtf import edtf_bounds
from zjreform.records.history_codes import EventKind
from zjreform.records.roster_codes import RelationKind
from zjreform.views.drawing.chart import PALETTE, Chart, altair, finish, frame_of, honoured
from zjreform.views.drawing.wording import called, coded, wording, words

LEAST = 10
"""Dated adoptions of one policy from which a curve is drawn; fewer would show how documents are dated, not how a policy spread."""


def _span(edtf: str) -> tuple[date, date] | None:
    """The days that a date covers, ``None`` where it has an open end."""
    first, last = edtf_bounds(edtf)
    return None if first is None or last is None else (first, last)


def timeline(
    dataset: Dataset, *, kind: OneOrMany | None = None, place: OneOrMany | None = None, lang: str | None = None
) -> Chart:
    """Draw the dated events by kind, each over the days that its date covers."""
    shown = wording(lang)
    found = dataset.find_events(kind=kind, place=place)
    dated = [(event, span) for event in found if event.date and (span := _span(event.date))]
    rows = [
        {
            "event": event.id,
            "kind": coded(event.kind, shown),
            "name": called(event, shown),
            "date": event.date,
            "first": first.isoformat(),
            "last": last.isoformat(),
        }
        for event, (first, last) in dated
    ]
    frame = frame_of(rows, ("event", "kind", "name", "date", "first", "last"))
    title = words(
        f"{len(dated)} of {len(found)} events can be placed in time",
        f"{len(found)}个事件中{len(dated)}个可定时间",
        shown,
    )
    notes = (
        words(
            f"n = {len(dated)} dated events; {len(found) - len(dated)} without a closed date are not drawn; "
            "a line covers all days that a date allows",
            f"n = {len(dated)}个有日期的事件；{len(found) - len(dated)}个无确定日期，未画出；线段为日期覆盖的范围",
            shown,
        ),
    )
    alt = altair()
    order = [coded(code, shown) for code in EventKind]
    y = alt.Y("kind:N", sort=order, title=None)
    utc = alt.Scale(type="utc")
    first = alt.X("utcyearmonthdate(first):T", scale=utc, title=None, axis=alt.Axis(format="%Y", tickCount="year"))
    tips = [
        alt.Tooltip("name:N", title=words("event", "事件", shown)),
        alt.Tooltip("date:N", title=words("date", "日期", shown)),
    ]
    base = alt.Chart(frame)
    spans = base.mark_rule(strokeWidth=4, opacity=0.25, color=PALETTE[0]).encode(
        y=y, x=first, x2="utcyearmonthdate(last):T", tooltip=tips
    )
    ends = base.mark_tick(thickness=2, height=16, color=PALETTE[0]).encode(y=y, x=first, tooltip=tips)
    return finish(
        alt.layer(spans, ends).properties(width=600, height=alt.Step(26)),
        frame,
        dataset,
        title=title,
        notes=notes,
        lang=shown,
    )


def adoptions(
    dataset: Dataset, *, policy: OneOrMany | None = None, least: int = LEAST, lang: str | None = None
) -> Chart:
    """Draw who took up what: dated adoptions in time, undated ones beside them, a curve only where enough are dated."""
    shown = wording(lang)
    for one in [policy] if isinstance(policy, str) else policy or ():
        dataset.terms[one]
    wanted = {policy} if isinstance(policy, str) else None if policy is None else set(policy)
    found = [row for row in dataset.adoptions() if wanted is None or row.policy in wanted]
    rows = [_adopted(row, dataset, shown) for row in found]
    columns = ("policy", "name", "unit", "extent", "date", "first", "last", "dated")
    frame = frame_of(rows, columns)
    counts = Counter(row["name"] for row in rows)
    dated = Counter(row["name"] for row in rows if row["dated"])
    enough = [name for name, count in dated.items() if count >= least]
    title = words(
        f"{sum(dated.values())} of {len(rows)} adoptions are dated",
        f"{len(rows)}次采纳中{sum(dated.values())}次有日期",
        shown,
    )
    curve = (
        words(f"no curve: no policy has {least} dated adoptions", f"不画曲线：没有政策有{least}次有日期的采纳", shown)
        if not enough
        else words(
            f"curve: policies with at least {least} dated adoptions", f"曲线：至少{least}次有日期采纳的政策", shown
        )
    )
    notes = (
        words(
            f"n = {len(rows)} adoptions of {len(counts)} policies; {curve}",
            f"{len(counts)}项政策n = {len(rows)}次采纳；{curve}",
            shown,
        ),
        words(
            "A place that no document mentions is missing, not a refusal.",
            "文献未提及的地方属缺失，并非未采纳。",
            shown,
        ),
    )
    order = [name for name, _ in counts.most_common()]
    return finish(_adoption_panels(frame, order, enough, shown), frame, dataset, title=title, notes=notes, lang=shown)


def _adopted(row: Any, ds: Dataset, lang: str) -> dict[str, Any]:  # noqa: ANN401 (an adoption)
    table, _, key = row.unit.partition(":")
    unit = getattr(ds, table).get(key)
    closed = row.date is not None and row.earliest is not None and row.latest is not None
    return {
        "policy": row.policy,
        "name": called(ds.terms[row.policy], lang) if row.policy in ds.terms else row.policy,
        "unit": row.unit if unit is None else called(unit, lang),
        "extent": str(row.extent),
        "date": row.date,
        "first": row.earliest.isoformat() if closed else None,
        "last": row.latest.isoformat() if closed else None,
        "dated": closed,
    }


def _adoption_panels(frame: Any, order: list[str], enough: list[str], lang: str) -> Any:  # noqa: ANN401 (frames and charts of untyped libraries)
    alt = altair()
    y = alt.Y("name:N", sort=order, title=None, scale=alt.Scale(domain=order))
    held = [words("dated", "有日期", lang), words("undated", "无日期", lang)]
    base = alt.Chart(frame).transform_calculate(state=f"datum.dated ? {held[0]!r} : {held[1]!r}")
    color = alt.Color("state:N", scale=alt.Scale(domain=held, range=[PALETTE[0], "#bdbdbd"]), title=None)
    bars = base.mark_bar().encode(
        y=y, x=alt.X("count():Q", title=words("adoptions", "采纳数", lang), axis=alt.Axis(tickMinStep=1)), color=color
    )
    x = alt.X(
        "utcyearmonthdate(first):T",
        scale=alt.Scale(type="utc"),
        title=words("when", "时间", lang),
        axis=alt.Axis(format="%Y-%m"),
    )
    tips = ["name:N", "unit:N", "date:N"]
    bare = alt.Y(
        "name:N", sort=order, title=None, scale=alt.Scale(domain=order), axis=alt.Axis(labels=False, ticks=False)
    )
    timed = alt.Chart(frame).transform_filter(alt.datum.dated == True)  # noqa: E712 (an expression of Vega)
    spans = timed.mark_rule(strokeWidth=4, opacity=0.3, color=PALETTE[0]).encode(
        y=bare, x=x, x2="utcyearmonthdate(last):T", tooltip=tips
    )
    dots = timed.mark_point(filled=True, size=60, color=PALETTE[0]).encode(y=bare, x=x, tooltip=tips)
    rows = alt.hconcat(
        bars.properties(width=230, height=alt.Step(20)),
        alt.layer(spans, dots).properties(width=290, height=alt.Step(20)),
    )
    if not enough:
        return rows
    more = alt.vconcat(_curve(frame, enough, lang), _panel(frame, enough, lang)).resolve_scale(color="shared")
    return alt.vconcat(rows, more).resolve_scale(color="independent")


def _curve(frame: Any, enough: list[str], lang: str) -> Any:  # noqa: ANN401 (as above)
    alt = altair()
    dated = frame[frame["dated"] & frame["name"].isin(enough)]
    x = alt.X(
        "utcyearmonthdate(last):T",
        scale=alt.Scale(type="utc"),
        title=words("by the last day that a date allows", "按日期允许的最后一日", lang),
        axis=alt.Axis(format="%Y-%m"),
    )
    return (
        alt.Chart(dated)
        .transform_window(adopted="count()", sort=[alt.SortField("last")], groupby=["name"])
        .mark_line(interpolate="step-after", point=True)
        .encode(
            x=x,
            y=alt.Y("adopted:Q", title=words("adopted so far", "累计采纳", lang)),
            color=alt.Color("name:N", title=None),
        )
        .properties(width=520, height=180)
    )


def _panel(frame: Any, enough: list[str], lang: str) -> Any:  # noqa: ANN401 (as above)
    """Each unit from the days in which it may have adopted (pale) to the last day known of any (full)."""
    alt = altair()
    dated = frame[frame["dated"] & frame["name"].isin(enough)]
    dated = dated.assign(end=dated["last"].max())
    utc = alt.Scale(type="utc")
    y = alt.Y("unit:N", sort=alt.EncodingSortField("last", op="min"), title=None)
    base = alt.Chart(dated).encode(y=y, tooltip=["unit:N", "name:N", "date:N"])
    x = alt.X(
        "utcyearmonthdate(first):T",
        scale=utc,
        title=words("adopted by then", "届时已采纳", lang),
        axis=alt.Axis(format="%Y-%m"),
    )
    open_days = base.mark_bar(opacity=0.3, height=10).encode(x=x, x2="utcyearmonthdate(last):T", color="name:N")
    since = base.mark_bar(height=10).encode(
        x=alt.X("utcyearmonthdate(last):T", scale=utc), x2="utcyearmonthdate(end):T", color="name:N"
    )
    return alt.layer(open_days, since).properties(width=520, height=alt.Step(16))


def relations(dataset: Dataset, *, lang: str | None = None) -> Chart:
    """Draw which cases of one round belong to which of another, and how."""
    shown = wording(lang)
    rows = []
    for relation in dataset.case_relations:
        for end, key in enumerate((relation.case, relation.other)):
            case = dataset.cases[key]
            titled, held = called(case, shown), dataset.rounds[case.round].period
            kind = coded(relation.kind, shown)
            rows.append(
                {"relation": relation.id, "end": end, "case": key, "title": titled, "round": held, "kind": kind}
            )
    frame = frame_of(rows, ("relation", "end", "case", "title", "round", "kind"))
    hubs = Counter(relation.other for relation in dataset.case_relations).most_common(1)
    hub, size = hubs[0] if hubs else ("", 0)
    total = len(dataset.case_relations)
    name = called(dataset.cases[hub], shown) if hub else "–"
    title = words(f"{size} of {total} links lead to one case", f"{total}条关联中{size}条指向同一案例", shown)
    notes = (
        words(
            f"n = {total} links between cases, by the period of their rounds; that case: {name}",
            f"n = {total}条案例关联，按届次时期；该案例：{name}",
            shown,
        ),
        honoured(shown),
    )
    alt = altair()
    order = [row.period for row in dataset.rounds]
    kinds = [coded(kind, shown) for kind in RelationKind if coded(kind, shown) in set(frame["kind"])]
    x = alt.X(
        "round:N",
        sort=order,
        title=None,
        axis=alt.Axis(labelAngle=0, orient="top"),
    )
    y = alt.Y("title:N", sort=None, title=None)
    color = alt.Color("kind:N", title=None, scale=alt.Scale(domain=kinds, range=list(PALETTE[: len(kinds)])))
    base = alt.Chart(frame).encode(x=x, y=y, tooltip=["title:N", "kind:N", "round:N"])
    lines = base.mark_line(opacity=0.55).encode(detail="relation:N", color=color)
    dots = base.mark_point(filled=True, size=50, opacity=1, color="#555")
    return finish(
        alt.layer(lines, dots).properties(width=420, height=alt.Step(17)),
        frame,
        dataset,
        title=title,
        notes=notes,
        lang=shown,
    )
