"""Before → after: one line for each comparison, its bounds in sight."""

from typing import Any

from zjreform.dataset.comparisons import Comparison, comparison_of
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.matching import OneOrMany
from zjreform.errors import BasisError, DimensionError
from zjreform.quantity.bounds import Bound
from zjreform.quantity.quantities import Quantity
from zjreform.records.figure_codes import Aggregate, Comparator
from zjreform.records.figures import Metric
from zjreform.views.drawing.chart import PALETTE, Chart, altair, finish, frame_of, honoured
from zjreform.views.drawing.wording import called, coded, wording, words

COLUMNS = (
    "comparison", "measured", "side", "value", "low", "high", "open_low", "open_high", "unit", "base", "aggregate", "alike", "label",
)  # fmt: skip
_TONES = ("#7f7f7f", "#0072b2")
_WIDE = 20
"""Ratio of largest to smallest from which a scale is logarithmic unless said otherwise."""


def dumbbell(
    dataset: Dataset,
    *,
    indicator: OneOrMany | None = None,
    family: OneOrMany | None = None,
    log: bool | None = None,
    lang: str | None = None,
) -> Chart:
    """Draw each comparison that gives a figure before and one after."""
    shown = wording(lang)
    ids = {row.id for row in dataset.find_metrics(indicator=indicator, family=family)}
    pairs = [row for row in (comparison_of(dataset, pairing) for pairing in dataset.pairings) if _is_pair(row, ids)]
    rows = [side for row in pairs for side in _sides(row, dataset, shown)]
    frame = frame_of(rows, COLUMNS)
    alike = sum(row.like_with_like for row in pairs)
    title = words(
        f"{alike} of {len(pairs)} pairs measure the same thing in the same way",
        f"{len(pairs)}对数据中{alike}对口径相同",
        shown,
    )
    notes = (
        words(
            f"n = {len(pairs)} pairs; dashed: not like with like; arrows: open ends; dots: means",
            f"n = {len(pairs)}对；虚线：不同口径；箭头：界限开放；圆点：平均值",
            shown,
        ),
        honoured(shown),
    )
    return finish(_panels(frame, shown, log=log), frame, dataset, title=title, notes=notes, lang=shown)


def side_names(comparator: Comparator, lang: str) -> tuple[str, str]:
    """Return what the two sides of a comparison are called: before and after only where the first is an earlier state.

    Example:
        >>> side_names(Comparator.OWN_PAST, "en"), side_names(Comparator.TARGET, "en")
        (('before', 'after'), ('target', 'reached'))
    """
    if comparator in {Comparator.OWN_PAST, Comparator.TRADITIONAL}:
        return words("before", "改革前", lang), words("after", "改革后", lang)
    return coded(comparator, lang), words("reached", "实际值", lang)


def _is_pair(row: Comparison, ids: set[str]) -> bool:
    if row.before is None or row.after is None or not {row.before.id, row.after.id} & ids:
        return False
    try:
        row.after.quantity.to(row.before.quantity.unit)
    except (BasisError, DimensionError):
        return False
    return True


def _sides(row: Comparison, ds: Dataset, lang: str) -> list[dict[str, Any]]:
    before, after = row.before, row.after
    if before is None or after is None:
        return []
    names = side_names(row.comparator, lang)
    place = _where(after, ds, lang)
    measured = called(ds.indicators[after.indicator], lang) + (
        (f"，{place}" if lang == "zh" else f", {place}") if place else ""
    )
    return [
        _side(row, measured, before, names[0], before.quantity, lang),
        _side(row, measured, after, names[1], after.quantity.to(before.quantity.unit), lang),
    ]


def _side(row: Comparison, measured: str, metric: Metric, name: str, quantity: Quantity, lang: str) -> dict[str, Any]:
    unit, stated = quantity.unit, metric.quantity
    ends = [float(end) for end in (quantity.low, quantity.high, quantity.implied_high) if end is not None]
    return {
        "comparison": row.id,
        "measured": measured,
        "side": name,
        "value": float(quantity.value),
        "low": min([float(quantity.value), *ends]),
        "high": max([float(quantity.value), *ends]),
        "open_low": quantity.bound in {Bound.AT_MOST, Bound.UNDER, Bound.NEARLY, Bound.ABOUT},
        "open_high": quantity.bound in {Bound.AT_LEAST, Bound.OVER, Bound.ABOUT} and quantity.implied_high is None,
        "unit": words(unit.en_plural or unit.en, unit.zh, lang),
        "base": unit.base,
        "aggregate": coded(metric.aggregate, lang),
        "alike": row.like_with_like,
        "label": words(f"{stated:en}", f"{stated:zh}", lang),
    }


def _where(metric: Metric, ds: Dataset, lang: str) -> str:
    case = ds.cases.get(metric.case or "")
    places = [ds.places[key] for key in case.places] if case else []
    table, _, key = metric.about.partition(":")
    stated = ds.places.get(key) if table == "places" else None
    if stated is not None:
        places = [stated]
    return ", ".join(called(place, lang) for place in places[:2])


def _panels(frame: Any, lang: str, *, log: bool | None) -> Any:  # noqa: ANN401 (frames and charts of untyped libraries)
    """One panel for each unit: working and calendar days, counts and shares never share an axis."""
    alt = altair()
    held = list(dict.fromkeys(frame["side"]))
    panels = [_panel(part, held, lang, log=log) for _, part in frame.groupby("unit", sort=False)]
    return alt.vconcat(*panels, spacing=14) if panels else alt.Chart(frame).mark_point()


def _panel(part: Any, held: list[str], lang: str, *, log: bool | None) -> Any:  # noqa: ANN401 (as above)
    alt = altair()
    least, most = part["low"].min(), part["high"].max()
    logarithmic = (least > 0 and most / least >= _WIDE) if log is None else log
    if logarithmic and least <= 0:
        raise ValueError(f"expected numbers above zero for a logarithmic scale, got {least:g}")
    scale = (
        alt.Scale(type="log", padding=34)
        if logarithmic
        else alt.Scale(domain=[min(0.0, float(least)), float(most) * 1.1])
    )
    title = part["unit"].iloc[0] + (words(" (log scale)", "（对数刻度）", lang) if logarithmic else "")
    y = alt.Y("measured:N", sort=None, title=None)
    x = alt.X("value:Q", scale=scale, title=title)
    sides = alt.Scale(domain=held, range=[*_TONES, *PALETTE[1:]][: len(held)])
    color = alt.Color("side:N", scale=sides, title=None, legend=alt.Legend(symbolOpacity=1))
    base = alt.Chart(part)
    lines = [
        base.transform_filter(alt.datum.alike == alike)
        .mark_line(color="#999", strokeDash=dash)
        .encode(y=y, x=x, detail="comparison:N")
        for alike, dash in ((True, [1, 0]), (False, [4, 3]))
    ]
    spans = base.mark_rule(strokeWidth=5, opacity=0.35).encode(
        y=y, x=alt.X("low:Q", scale=scale, title=title), x2="high:Q", color=color
    )
    mean = coded(Aggregate.MEAN, lang)
    tips = [alt.Tooltip(f"{name}:N", title=name) for name in ("measured", "side", "label", "aggregate")]
    points = base.mark_point(size=90, filled=True, opacity=1).encode(
        y=y, x=x, color=color, tooltip=tips,
        shape=alt.condition(alt.datum.aggregate == mean, alt.value("circle"), alt.value("square")),
    )  # fmt: skip
    arrows = [
        base.transform_filter(alt.datum[field] == True)  # noqa: E712 (an expression of Vega, no comparison)
        .mark_text(text=glyph, dx=dx, fontSize=13)
        .encode(y=y, x=x, color=color)
        for field, glyph, dx in (("open_low", "◀", -12), ("open_high", "▶", 12))
    ]
    said = [
        base.transform_filter(alt.datum.side == name)
        .mark_text(dy=dy, fontSize=10)
        .encode(y=y, x=x, text="label:N", color=color)
        for at, name in enumerate(held)
        for dy in ((-13, 14)[at % 2],)
    ]
    return alt.layer(*lines, spans, points, *arrows, *said).properties(width=560, height=alt.Step(52))
