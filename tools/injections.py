"""Errors put into figures whose right reading is known, one kind at a time: what ``verify`` is measured on.

An injected row is made from a coded metric and its span; clean rows are the metrics themselves. Nothing of a source text is kept: rows
hold numbers, units and offsets.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import zjreform as zj

Row = dict[str, Any]
OTHER_UNITS = {
    "workday": "day", "day": "workday", "hour": "minute", "minute": "hour", "%": "倍", "个": "项", "项": "个",
    "家": "个", "件": "项", "次": "人次", "人次": "次", "份": "件", "CNY": "USD", "yuan": "USD", "mu": "ha", "ha": "mu",
    "year": "month", "month": "year", "人": "家",
}  # fmt: skip
FALSE_LEAD = Decimal(7)


def claim(quantity: zj.Quantity, **changed: object) -> Row:
    """Return the columns that state a quantity."""
    made: Row = {"value": str(quantity.value), "unit": quantity.unit.code or None, "bound": quantity.bound.value}
    return made | changed


def injected(ds: zj.Dataset, texts: Mapping[str, str]) -> Iterator[tuple[str, Row]]:
    """Yield each injected kind with its row; ``clean`` are rows without an error."""
    mentions = [one for one in ds.mentions if one.of.startswith("metrics:") and one.source in texts and one.surface]
    roles = {metric.id: metric.position.value for metric in ds.metrics if metric.position in {"before", "after"}}
    for mention in mentions:
        metric = ds.metrics[mention.of.partition(":")[2]]
        if metric.reading != "whole" or metric.quantity.dimension == "rank" or metric.quantity.upper is not None:
            continue
        place = {"document": mention.source, "start": mention.start, "end": mention.end}
        yield "clean", {**place, **claim(metric.quantity)}
        yield "clean, quoted", {**place, "surface": mention.surface}
        yield from _kinds(metric, mention, place)
        yield from _placeless(metric, mention)
        role = roles.get(metric.id)
        if role is not None:
            yield "exchanged", {**place, **claim(metric.quantity), "role": "after" if role == "before" else "before"}
            yield "clean, role", {**place, **claim(metric.quantity), "role": role}
        if metric.period and metric.period_status == "stated" and len(metric.period) == 4:  # noqa: PLR2004 (a year)
            yield "year", {**place, **claim(metric.quantity), "year": int(metric.period) - 7}
            yield "clean, year", {**place, **claim(metric.quantity), "year": int(metric.period)}
    yield from _elsewhere(ds, mentions)
    yield from _derived(ds, mentions)


def _kinds(metric: zj.Metric, mention: zj.Mention, place: Row) -> Iterator[tuple[str, Row]]:
    quantity = metric.quantity
    value = Decimal(quantity.value) if not isinstance(quantity.value, Fraction) else Decimal(0)
    if value:
        yield "magnitude", {**place, **claim(quantity, value=format(value * 10000, "f"))}
        yield (
            "nowhere",
            {"document": place["document"], **claim(quantity, value=format(value * FALSE_LEAD + Decimal("0.77"), "f"))},
        )
        yield (
            "another figure, at the place",
            {**place, **claim(quantity, value=format(value * FALSE_LEAD + Decimal("0.77"), "f"))},
        )
    if quantity.unit.code in OTHER_UNITS:
        yield "unit", {**place, **claim(quantity, unit=OTHER_UNITS[quantity.unit.code])}
    yield "bound", {**place, **claim(quantity, bound="exact" if quantity.bound != "exact" else "at_least")}
    if quantity.unit.code in {"%", "pp"}:
        yield "points", {**place, **claim(quantity, unit="pp" if quantity.unit.code == "%" else "%")}
    if metric.position == "change" and metric.quantity.unit.code == "%":
        yield "level for change", {**place, **claim(quantity), "role": "level"}
        yield "clean, change", {**place, **claim(quantity), "role": "change"}
    digits = value.normalize().as_tuple().digits
    if len(digits) > 2:  # noqa: PLR2004 (two digits stay)
        step = Decimal(10) ** (value.adjusted() - 1)
        rough = (value / step).quantize(Decimal(1)) * step
        if rough != value:
            yield "rounded", {**place, **claim(quantity, value=format(rough, "f"))}
    surface = mention.surface or ""
    if len(surface) > 2 and surface[0].isdigit() and surface[1].isdigit():  # noqa: PLR2004 (a digit is left)
        yield (
            "part of a figure",
            {"document": place["document"], "surface": surface[1:], "start": place["start"] + 1, "end": place["end"]},
        )


def _placeless(metric: zj.Metric, mention: zj.Mention) -> Iterator[tuple[str, Row]]:
    """The same without a place."""
    quantity, alone = metric.quantity, {"document": mention.source}
    yield "clean, without a place", {**alone, **claim(quantity)}
    yield "clean, a bare number", {**alone, "value": str(quantity.value), "bound": quantity.bound.value}
    if quantity.value and not isinstance(quantity.value, Fraction):
        yield "magnitude, without a place", {**alone, **claim(quantity, value=format(quantity.value * 10000, "f"))}
    yield (
        "bound, without a place",
        {**alone, **claim(quantity, bound="exact" if quantity.bound != "exact" else "at_least")},
    )
    if quantity.unit.code in OTHER_UNITS:
        yield "unit, without a place", {**alone, **claim(quantity, unit=OTHER_UNITS[quantity.unit.code])}


def _elsewhere(ds: zj.Dataset, mentions: list[zj.Mention]) -> Iterator[tuple[str, Row]]:
    """Right figures put where other figures stand."""
    for one, other in zip(mentions, mentions[7:], strict=False):
        metric, there = (ds.metrics[each.of.partition(":")[2]] for each in (one, other))
        if metric.reading == "whole" and one.source == other.source and metric.quantity.value != there.quantity.value:
            yield (
                "elsewhere",
                {"document": one.source, "start": other.start, "end": other.end, **claim(metric.quantity)},
            )


def _derived(ds: zj.Dataset, mentions: list[zj.Mention]) -> Iterator[tuple[str, Row]]:
    place = {one.of.partition(":")[2]: one for one in mentions}
    for pair in ds.pairings:
        if pair.before in place and pair.after in place:
            before, after = ds.metrics[pair.before].quantity, ds.metrics[pair.after].quantity
            if before.unit.base == after.unit.base and before.bound == after.bound == "exact":
                gap = abs(Fraction(before.value) - Fraction(after.value))
                yield "derivable", {"document": place[pair.before].source, **claim(before, value=str(gap))}


WRITTEN = (
    ("range end", "办结时间为3至5个工作日。", {"value": 3, "unit": "个工作日"}),
    ("range end", "每户补助2万—4万元。", {"value": 40000, "unit": "元"}),
    ("range end", "抽查比例为15%~20%。", {"surface": "15%"}),
    ("range end", "工期为七八天。", {"value": 8, "unit": "天"}),
    ("per lost", "每千人口床位5张。", {"value": 5, "unit": "张"}),
    ("per lost", "均价为3万元/平方米。", {"value": "3万", "unit": "元"}),
    ("per lost", "能耗为0.4吨标准煤/万元。", {"value": "0.4", "unit": "吨标准煤"}),
    ("per lost", "每万人拥有专利12件。", {"surface": "12件"}),
    ("direction", "办件量增长12%。", {"surface": "12%", "role": "decrease"}),
    ("direction", "投诉下降三成。", {"surface": "三成", "role": "increase"}),
    ("direction", "利润同比-3.1%。", {"value": "3.1", "unit": "%"}),
    ("clean, written", "办结时间为3至5个工作日。", {"surface": "3至5个工作日"}),
    ("clean, written", "每千人口床位5张。", {"surface": "5张", "per": "千人口"}),
    ("clean, written", "办件量增长12%。", {"surface": "12%", "role": "increase"}),
    ("clean, written", "均价为3万元/平方米。", {"surface": "3万元/平方米"}),
    ("place not decided", "甲县8天，乙县8天。", {"value": 8}),
    ("place not decided", "甲县8天，乙县8天。", {"surface": "8天"}),
    ("place not decided", "共8项，其中8件。", {"value": 8}),
)
"""Kinds that the coded documents lack or hardly have, on sentences written for them."""


def counts(folder: Path) -> dict[str, Counter[str]]:
    """Return the verdicts of each injected kind."""
    ds = zj.load()
    texts = {source.id: (folder / source.file).read_bytes().decode("utf-8") for source in ds.sources}
    kinds, rows = zip(*injected(ds, texts), strict=True)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, row in zip(kinds, zj.verify(rows, texts).rows, strict=True):
        found[kind][row.status.value] += 1
    for kind, text, claimed in WRITTEN:
        found[kind][zj.verify([claimed], text).rows[0].status.value] += 1
    return found
