"""Pictures of benchmarks as SVG: ours, the others, and a limit, on a card of its own so that they can be read on a light or a dark page."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import altair as alt

OURS, OTHERS, LIMIT = "#1d5f8a", "#a9a9a9", "#c0392b"
PALETTE = ("#1d5f8a", "#e08214", "#5aae61", "#9970ab", "#c51b7d", "#8c8c8c", "#35978f", "#bf812d")
FONT = "Liberation Sans, Helvetica, Arial, sans-serif"


def bars(path: Path, values: Mapping[str, float], *, ours: str, axis: str, limit: float | None = None) -> None:
    """Draw a bar for each name on a logarithmic scale; a dashed line is the limit."""
    low = min([*values.values(), *([limit] if limit else [])]) / 2
    rows = [{"name": name, "low": low, "value": value, "label": f"{value:.3g}"} for name, value in values.items()]
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("name", type="nominal", sort=None, title=None))
    scale = alt.Scale(type="log", domainMin=low, nice=False)
    across = alt.X("value", type="quantitative", title=axis, scale=scale)
    color = alt.condition(alt.FieldEqualPredicate(field="name", equal=ours), alt.value(OURS), alt.value(OTHERS))
    drawn: alt.LayerChart = base.mark_bar().encode(x=across, x2="low", color=color) + base.mark_text(
        align="left", dx=4, color="#222"
    ).encode(x=across, text=alt.Text("label", type="nominal"))
    _save(path, drawn + _rule(limit) if limit else drawn, height=26 * len(rows))


def shares(path: Path, values: Mapping[str, Mapping[str, float]], *, ours: str, axis: str) -> None:
    """Draw a bar in percent for each name and measure, a panel for each measure."""
    rows = [
        {"name": name, "measure": measure, "value": value, "label": f"{value:.1f}"}
        for name, given in values.items()
        for measure, value in given.items()
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("name", type="nominal", sort=None, title=None))
    across = alt.X("value", type="quantitative", title=axis, scale=alt.Scale(domain=[0, 118]), axis=_TO_HUNDRED)
    color = alt.condition(alt.FieldEqualPredicate(field="name", equal=ours), alt.value(OURS), alt.value(OTHERS))
    layer = base.mark_bar().encode(x=across, color=color) + base.mark_text(align="left", dx=4, color="#222").encode(
        x=across, text=alt.Text("label", type="nominal")
    )
    panels = layer.properties(width=190, height=26 * len(values)).facet(
        column=alt.Column("measure", type="nominal", sort=None, title=None)
    )
    _write(path, panels)


_TO_HUNDRED = alt.Axis(values=[0, 25, 50, 75, 100])


def lines(
    path: Path, series: Mapping[str, Sequence[tuple[float, float]]], *, x: str, y: str, limit: str | None = None
) -> None:
    """Draw a line for each name on logarithmic scales; the dashed one is the limit."""
    rows = [{"name": name, "x": at, "y": value} for name, points in series.items() for at, value in points if value > 0]
    names = list(series)
    color = alt.Color(
        "name",
        type="nominal",
        sort=None,
        title=None,
        scale=alt.Scale(domain=names, range=[LIMIT if name == limit else PALETTE[at] for at, name in enumerate(names)]),
    )
    log = alt.Scale(type="log")
    chart = (
        alt.Chart(alt.Data(values=rows))
        .mark_line(point=True)
        .encode(
            x=alt.X("x", type="quantitative", title=x, scale=log, axis=alt.Axis(format="~s")),
            y=alt.Y("y", type="quantitative", title=y, scale=log, axis=alt.Axis(format="~g")),
            color=color,
            strokeDash=alt.condition(
                alt.FieldEqualPredicate(field="name", equal=limit or ""), alt.value([5, 4]), alt.value([1, 0])
            ),
        )
    )
    _save(path, chart, height=280)


def _rule(at: float) -> alt.Chart:
    return (
        alt.Chart(alt.Data(values=[{"limit": at}]))
        .mark_rule(color=LIMIT, strokeDash=[5, 4])
        .encode(x=alt.X("limit", type="quantitative"))
    )


def _save(path: Path, chart: alt.Chart | alt.LayerChart, *, height: int) -> None:
    _write(path, chart.properties(width=560, height=height))


def _write(path: Path, chart: alt.Chart | alt.LayerChart | alt.FacetChart) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    chart.configure(
        font=FONT,
        background="#ffffff",
        padding=14,
        axis=alt.AxisConfig(labelLimit=0, labelColor="#222", titleColor="#222", gridColor="#e4e4e4"),
        legend=alt.LegendConfig(labelLimit=0, labelColor="#222"),
        header=alt.HeaderConfig(labelColor="#222"),
        view=alt.ViewConfig(stroke=None),
    ).save(path)
