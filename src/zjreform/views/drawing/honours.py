"""Awards and cases, counted: by place, tier, domain, round and level, with coverage beside every count."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from zjreform.dataset.dataset import Dataset
from zjreform.dataset.pool import pool_of
from zjreform.errors import UnknownValueError
from zjreform.records.places import Place
from zjreform.records.roster_codes import Coverage, Domain, Level
from zjreform.records.rosters import Award, Case
from zjreform.views.drawing.chart import PALETTE, Chart, altair, finish, frame_of, honoured
from zjreform.views.drawing.wording import called, coded, wording, words

WAYS = ("place", "tier", "domain", "round", "level", "pool")
"""What awards are counted by; ``pool`` sets winners beside entries where a document gives them."""

_COVERAGES = (*Coverage, None)


def awards(dataset: Dataset, *, by: str = "place", round: str | None = None, lang: str | None = None) -> Chart:
    """Count the awards, or set winners beside entries."""
    if by not in WAYS:
        raise UnknownValueError("by", by, WAYS)
    if round is not None:
        dataset.rounds[round]
    shown = wording(lang)
    if by == "pool":
        return _pool(dataset, round, shown)
    held = [award for award in dataset.awards if round in {None, award.round}]
    keys = {award.id: _KEYS[by](award, dataset, shown) for award in held}
    order = _ordered(list(keys.values()), by, dataset, shown)
    counts = Counter((keys[award.id], _coverage(award, dataset)) for award in held)
    columns = ("group", "coverage", "rank", "awards")
    rows = [_count(key, name, coverage, counts, columns, shown) for key, name in order for coverage in _COVERAGES]
    frame = frame_of([row for row in rows if row["awards"]], columns)
    first = max(order, key=lambda pair: sum(counts[pair[0], coverage] for coverage in _COVERAGES), default=("", "–"))
    most = sum(counts[first[0], coverage] for coverage in _COVERAGES)
    where = "" if round is None else f" ({called(dataset.rounds[round], shown)})"
    title = (
        words(
            f"Most awards, {most} of {len(held)}: {first[1]}", f"{len(held)}个奖项中最多（{most}个）：{first[1]}", shown
        )
        + where
    )
    notes = (
        words(f"n = {len(held)} awards, by {_BY[by][0]}", f"n = {len(held)}个奖项，按{_BY[by][1]}", shown),
        honoured(shown),
    )
    drawn = _stacked(frame, [name for _, name in order], _held(frame, shown), words("awards", "奖项数", shown), shown)
    return finish(drawn, frame, dataset, title=title, notes=notes, lang=shown)


def _count(
    key: str,
    name: str,
    coverage: Coverage | None,
    counts: Counter[tuple[str, Coverage | None]],
    columns: Sequence[str],
    lang: str,
) -> dict[str, Any]:
    said = words("an organisation", "授予组织", lang) if coverage is None else coded(coverage, lang)
    values = (name, said, _COVERAGES.index(coverage), counts[key, coverage])
    return dict(zip(columns, values, strict=True))


_BY = {
    "place": ("prefecture of the body listed first", "第一单位所在设区市"),
    "tier": ("tier", "奖级"),
    "domain": ("primary domain of the case", "案例主要领域"),
    "round": ("round", "届次"),
    "level": ("level of the body listed first", "第一单位层级"),
}


def prefecture(place: Place | None, ds: Dataset) -> Place | None:
    """Return the prefecture that a place lies in, itself if it is one, ``None`` for the province and what lies outside.

    Example:
        >>> import zjreform as zj
        >>> ds = zj.load()
        >>> prefecture(ds.places["nanhu"], ds).id, prefecture(ds.places["zhejiang"], ds)
        ('jiaxing', None)
    """
    while place is not None and place.level is not Level.PREFECTURE:
        place = ds.places.get(place.parent or "")
    return place


def leader(award: Award, ds: Dataset) -> Place | None:
    """Return the place of the body listed first under an award: a jurisdiction itself, or the place that a body belongs to.

    Example:
        >>> import zjreform as zj
        >>> ds = zj.load()
        >>> leader(ds.awards["mpro-2018-05"], ds).id
        'nanhu'
    """
    bodies = sorted((row for row in ds.applicants if row.award == award.id), key=lambda row: row.order)
    body = ds.organisations.get((bodies[0].organisation if bodies else award.organisation) or "")
    place = bodies[0].place if bodies and bodies[0].place else None if body is None else body.place
    return ds.places.get(place or "")


def _by_place(award: Award, ds: Dataset, _: str) -> str:
    found = prefecture(leader(award, ds), ds)
    return "" if found is None else found.id


def _case(award: Award, ds: Dataset) -> Case | None:
    return None if award.case is None else ds.cases[award.case]


def _by_domain(award: Award, ds: Dataset, _: str) -> str:
    case = _case(award, ds)
    return "" if case is None else case.domain.value


def _by_level(award: Award, ds: Dataset, _: str) -> str:
    case = _case(award, ds)
    return "" if case is None else case.level.value


_KEYS: dict[str, Callable[[Award, Dataset, str], str]] = {
    "place": _by_place,
    "tier": lambda award, _ds, _lang: award.tier,
    "domain": _by_domain,
    "round": lambda award, _ds, _lang: award.round,
    "level": _by_level,
}


def _coverage(award: Award, ds: Dataset) -> Coverage | None:
    case = _case(award, ds)
    return None if case is None else case.coverage


def _ordered(keys: list[str], by: str, ds: Dataset, lang: str) -> list[tuple[str, str]]:
    """The groups with their names: places by count, others in their own order; what belongs to none stands last."""
    none = (
        words("the province and its departments", "省级", lang)
        if by == "place"
        else words("an organisation, no case", "授予组织", lang)
    )
    if by == "place":
        named = [(key, called(ds.places[key], lang)) for key, _ in Counter(key for key in keys if key).most_common()]
    elif by in {"tier", "round"}:
        table = ds.tiers if by == "tier" else ds.rounds
        named = [
            (row.id, _tier(row, ds, lang) if by == "tier" else called(row, lang))
            for row in table
            if row.id in set(keys)
        ]
    else:
        kinds = Domain if by == "domain" else Level
        named = [(code.value, coded(code, lang)) for code in kinds if code.value in set(keys)]
    return [*named, *([("", none)] if "" in keys else [])]


def _tier(row: Any, ds: Dataset, lang: str) -> str:  # noqa: ANN401 (a tier)
    return (
        f"{called(row, lang)} · {ds.rounds[row.round].period[:4]}"
        if len({t.round for t in ds.tiers}) > 1
        else called(row, lang)
    )


def _stacked(frame: Any, order: list[str], held: list[str], axis: str, lang: str) -> Any:  # noqa: ANN401 (frames and charts of untyped libraries)
    """Bars of counts, each in parts by what the sources hold; a coverage has one colour in every chart."""
    alt = altair()
    count = frame.columns[-1]
    tones = dict(zip(_coverages(lang), _TONES, strict=True))
    scale = alt.Scale(domain=held, range=[tones[name] for name in held])
    y = alt.Y("group:N", sort=order, title=None)
    x = alt.X(f"sum({count}):Q", title=axis, axis=alt.Axis(tickMinStep=1))
    color = alt.Color("coverage:N", title=words("what the sources hold", "文本覆盖", lang), scale=scale, sort=held)
    tips = ["group:N", "coverage:N", f"{count}:Q"]
    bars = alt.Chart(frame).mark_bar().encode(y=y, x=x, color=color, order="rank:Q", tooltip=tips)
    total = alt.Chart(frame).mark_text(align="left", dx=4).encode(y=y, x=x, text=f"sum({count}):Q")
    return alt.layer(bars, total).properties(width=520, height=alt.Step(22))


_TONES = ("#0072b2", "#e69f00", "#9ccbe8", "#7f7f7f")


def _coverages(lang: str) -> list[str]:
    return [*(coded(code, lang) for code in Coverage), words("an organisation", "授予组织", lang)]


def _held(frame: Any, lang: str) -> list[str]:  # noqa: ANN401 (a frame of an untyped library)
    return [name for name in _coverages(lang) if name in set(frame["coverage"])]


def covered(cases: Sequence[Case], lang: str) -> str:
    """Return the note that stands beside counts of cases: what the sources hold of them.

    Example:
        >>> import zjreform as zj
        >>> covered(list(zj.load().cases), "en")
        'What the sources hold of 93 cases: described 15, comment only 17, title only 61.'
    """
    counts = Counter(case.coverage for case in cases)
    said = [(f"{code.en} {counts[code]}", f"{code.zh}{counts[code]}") for code in Coverage]
    en, zh = (joint.join(part) for joint, part in zip((", ", "、"), zip(*said, strict=True), strict=True))
    return words(f"What the sources hold of {len(cases)} cases: {en}.", f"{len(cases)}个案例的文本覆盖：{zh}。", lang)


def _pool(ds: Dataset, round: str | None, lang: str) -> Chart:
    """Winners beside entries: exact, since the quota is fixed; no share where no document gives the entries, and no interval anywhere."""
    strata = [(row, stratum) for row in ds.rounds if round in {None, row.id} for stratum in pool_of(ds, row.id)]
    rows = [
        {
            "round": called(row, lang),
            "stratum": words(stratum.name, _STRATA[stratum.name], lang),
            "group": f"{called(row, lang)}: {words(stratum.name, _STRATA[stratum.name], lang)}",
            "winners": stratum.winners,
            "entries": stratum.entries,
            "share": None if stratum.share is None else float(stratum.share),
            "label": _beside(stratum.winners, stratum.entries, lang),
        }
        for row, stratum in strata
    ]
    frame = frame_of(rows, ("round", "stratum", "group", "winners", "entries", "share", "label"))
    known = sum(row["entries"] is not None for row in rows)
    title = words(
        f"Winners beside entries; {known} of {len(rows)} strata have entries",
        f"获奖数与申报数：{len(rows)}层中{known}层有申报数",
        lang,
    )
    notes = (
        words(
            "Cases by the body listed first; winners of a fixed quota, so shares are exact and have no interval.",
            "案例按第一单位；名额固定，占比精确，无区间。",
            lang,
        ),
        covered([case for case in ds.cases if round in {None, case.round}], lang),
        honoured(lang),
    )
    alt = altair()
    y = alt.Y("group:N", sort=[row["group"] for row in rows], title=None)
    entries = (
        alt.Chart(frame)
        .transform_filter("isValid(datum.entries)")
        .mark_bar(color="#d9d9d9")
        .encode(
            y=y,
            x=alt.X(
                "entries:Q",
                title=words("cases: entered (grey), honoured (blue)", "案例数：申报（灰），获奖（蓝）", lang),
            ),
        )
    )
    winners = alt.Chart(frame).mark_bar(color=PALETTE[0], size=10).encode(y=y, x="winners:Q")
    said = (
        alt.Chart(frame)
        .transform_calculate(at="isValid(datum.entries) ? datum.entries : datum.winners")
        .mark_text(align="left", dx=5)
        .encode(y=y, x="at:Q", text="label:N")
    )
    drawn = alt.layer(entries, winners, said).properties(width=480, height=alt.Step(24))
    return finish(drawn, frame, ds, title=title, notes=notes, lang=lang)


_STRATA = {"provincial": "省直", "local": "地方", "all": "全部"}


def _beside(winners: int, entries: int | None, lang: str) -> str:
    if entries is None:
        return words(f"{winners}; entries not stated", f"{winners}；未载申报数", lang)
    return words(
        f"{winners} of {entries} ({winners / entries:.1%})", f"{entries}中{winners}（{winners / entries:.1%}）", lang
    )


def domains(dataset: Dataset, *, round: str | None = None, lang: str | None = None) -> Chart:
    """Count the cases of each round by primary domain."""
    shown = wording(lang)
    if round is not None:
        dataset.rounds[round]
    held = [case for case in dataset.cases if round in {None, case.round}]
    counts = Counter((case.round, case.domain, case.coverage) for case in held)
    rows = [
        {
            "round": called(row, shown),
            "group": coded(domain, shown),
            "coverage": coded(coverage, shown),
            "rank": rank,
            "cases": counts[row.id, domain, coverage],
        }
        for row in dataset.rounds
        for domain in Domain
        for rank, coverage in enumerate(Coverage)
    ]
    frame = frame_of([row for row in rows if row["cases"]], ("round", "group", "coverage", "rank", "cases"))
    order = [coded(domain, shown) for domain in Domain]
    top, size = (Counter(case.domain for case in held).most_common(1) or [(Domain.OTHER, 0)])[0]
    title = words(
        f"{size} of {len(held)} cases belong first to: {top.en}",
        f"{len(held)}个案例中{size}个以{top.zh}为主要领域",
        shown,
    )
    described = sum(case.coverage is Coverage.DESCRIBED for case in held)
    notes = (
        words(
            f"n = {len(held)} cases, {described} of them described in the sources",
            f"n = {len(held)}个案例，其中{described}个有正文",
            shown,
        ),
        honoured(shown),
    )
    alt = altair()
    panels = [
        _stacked(part, order, _held(frame, shown), words("cases", "案例数", shown), shown).properties(
            title=altair().TitleParams(text=name, anchor="start", fontSize=12)
        )
        for name, part in frame.groupby("round", sort=False)
    ]
    drawn = alt.vconcat(*panels).resolve_scale(x="shared")
    return finish(drawn, frame, dataset, title=title, notes=notes, lang=shown)
