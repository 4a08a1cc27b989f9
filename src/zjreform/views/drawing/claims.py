"""Claims: who says them, and what is measured."""

from collections import Counter

from zjreform.dataset.dataset import Dataset
from zjreform.quantity.units import Dimension
from zjreform.records.figure_codes import Category, Status, Voice
from zjreform.views.drawing.chart import PALETTE, Chart, altair, finish, frame_of, honoured
from zjreform.views.drawing.wording import coded, wording, words

DOERS = frozenset({Voice.APPLICANT, Voice.OFFICIAL, Voice.YEARBOOK})
"""Voices of those who carried the reform out: applicants, officials under their own name, the government's yearbook."""


def voices(dataset: Dataset, *, lang: str | None = None) -> Chart:
    """Count the mentions of figures by voice and status."""
    shown = wording(lang)
    found = [row for row in dataset.mentions if row.of.startswith("metrics:")]
    counts = Counter((row.voice, dataset.metrics[row.of.partition(":")[2]].status) for row in found)
    rows = [
        {
            "voice": coded(voice, shown),
            "status": coded(status, shown),
            "rank": rank,
            "doer": voice in DOERS,
            "mentions": counts[voice, status],
        }
        for voice in Voice
        for rank, status in enumerate(Status)
        if counts[voice, status]
    ]
    frame = frame_of(rows, ("voice", "status", "rank", "doer", "mentions"))
    own = sum(row.voice in DOERS for row in found)
    title = words(
        f"{own} of {len(found)} mentions of a figure are said by those who did it",
        f"{len(found)}处数据中{own}处由实施者自述",
        shown,
    )
    doers = words(
        "Those who did it: applicants, official authors, the yearbook.", "实施者：申报单位、官方作者、年鉴。", shown
    )
    notes = (
        words(
            f"n = {len(found)} mentions of {len(dataset.metrics)} figures",
            f"n = {len(found)}处，{len(dataset.metrics)}条数据",
            shown,
        ),
        doers,
        honoured(shown),
    )
    alt = altair()
    y = alt.Y("voice:N", sort=[coded(voice, shown) for voice in Voice], title=None)
    held = [coded(status, shown) for status in Status if coded(status, shown) in set(frame["status"])]
    color = alt.Color(
        "status:N",
        sort=held,
        scale=alt.Scale(domain=held, range=list(PALETTE[: len(held)])),
        title=words("status", "状态", shown),
    )
    bars = (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            y=y,
            x=alt.X("sum(mentions):Q", title=words("mentions", "出处数", shown)),
            color=color,
            order="rank:Q",
            tooltip=["voice:N", "status:N", "mentions:Q"],
        )
    )
    total = alt.Chart(frame).mark_text(align="left", dx=4).encode(y=y, x="sum(mentions):Q", text="sum(mentions):Q")
    return finish(
        alt.layer(bars, total).properties(width=520, height=alt.Step(26)),
        frame,
        dataset,
        title=title,
        notes=notes,
        lang=shown,
    )


def landscape(dataset: Dataset, *, lang: str | None = None) -> Chart:
    """Count the figures by category of the logic model and by dimension."""
    shown = wording(lang)
    counts = Counter((dataset.indicators[row.indicator].category, row.quantity.dimension) for row in dataset.metrics)
    held = [dimension for dimension in Dimension if any(counts[category, dimension] for category in Category)]
    rows = [
        {
            "category": coded(category, shown),
            "dimension": _named(dimension, shown),
            "figures": counts[category, dimension],
        }
        for category in Category
        for dimension in held
        if counts[category, dimension]
    ]
    frame = frame_of(rows, ("category", "dimension", "figures"))
    total = len(dataset.metrics)
    outcomes = sum(counts[Category.OUTCOME, dimension] for dimension in held)
    title = words(f"{outcomes} of {total} figures measure an outcome", f"{total}条数据中{outcomes}条衡量成效", shown)
    notes = (
        words(
            f"n = {total} figures, by place in the logic model and by what they measure",
            f"n = {total}条数据，按逻辑模型类别和量纲",
            shown,
        ),
        honoured(shown),
    )
    alt = altair()
    y = alt.Y("dimension:N", sort=[_named(dimension, shown) for dimension in held], title=None)
    x = alt.X(
        "category:N",
        sort=[coded(category, shown) for category in Category],
        title=None,
        axis=alt.Axis(labelAngle=-30, orient="top"),
    )
    base = alt.Chart(frame).encode(x=x, y=y)
    cells = base.mark_rect().encode(
        color=alt.Color("figures:Q", scale=alt.Scale(type="sqrt", range=["#e8f1f8", "#0072b2"]), legend=None),
        tooltip=["category:N", "dimension:N", "figures:Q"],
    )
    said = base.mark_text().encode(
        text="figures:Q", color=alt.condition(alt.datum.figures > _DARK, alt.value("white"), alt.value("black"))
    )
    return finish(
        alt.layer(cells, said).properties(width=alt.Step(78), height=alt.Step(24)),
        frame,
        dataset,
        title=title,
        notes=notes,
        lang=shown,
    )


_DARK = 30


def _named(dimension: Dimension, lang: str) -> str:
    return words(
        getattr(dimension, "en", dimension.value.replace("_", " ")),
        getattr(dimension, "zh", _ZH.get(dimension.value, dimension.value)),
        lang,
    )


_ZH = {
    "duration": "时长", "working_time": "工作时间", "percent": "百分比", "percentage_point": "百分点", "count": "计数", "number": "数",
    "money": "金额", "area": "面积", "length": "长度", "rank": "名次", "grade": "等级", "ratio": "比", "rate": "比率", "age": "年龄",
}  # fmt: skip
