"""Parts of cards that show figures: where each stands, who says it, and before beside after."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import overload

from attrs import evolve

from zjreform.dataset.comparisons import Comparison, comparison_of
from zjreform.dataset.dataset import Dataset
from zjreform.display import label, say
from zjreform.html import clipped, element, number, table, text
from zjreform.quantity.numbers import Number
from zjreform.quantity.quantities import Quantity
from zjreform.records.figures import Metric
from zjreform.views.bars import Bar, bars
from zjreform.views.names import name_of

SHOWN = 8
"""Figures that a card lists."""


def where(ds: Dataset, reference: str, lang: str) -> str:
    """Return the places at which a record stands: document, offsets, and who says it.

    Example:
        >>> import zjreform as zj
        >>> where(zj.load(), "metrics:nanhu-setup-time-before", "en")
        'zjol-2018 3478–3483 (applicant)'
    """
    found = ds.mentions.where(lambda row: row.of == reference)
    return "; ".join(f"{row.source} {row.start}–{row.end} ({label(row.voice, lang)})" for row in found)


def figures_table(ds: Dataset, holds: Callable[[Metric], bool], lang: str) -> str:
    """Return a table of the metrics for which *holds* is true: results first, then targets and limits, each with where it stands.

    Example:
        >>> import zjreform as zj
        >>> figures_table(zj.load(), lambda metric: False, "en")
        ''
    """
    found = sorted(ds.metrics.where(holds), key=lambda metric: metric.status.value != "achieved")
    if not found:
        return ""
    names = (
        ("measured", "指标"),
        ("figure", "数值"),
        ("position", "位置"),
        ("status", "状态"),
        ("where it stands", "出处"),
    )
    rows = [
        [
            clipped(name_of(ds.indicators[metric.indicator], lang)),
            number(f"{metric.quantity:{lang}}"),
            text(label(metric.position, lang)),
            text(label(metric.status, lang)),
            clipped(where(ds, f"metrics:{metric.id}", lang)),
        ]
        for metric in found[:SHOWN]
    ]
    count = f"{say('Figures', '数据', lang)}: {len(found)}"
    if len(found) > SHOWN:
        count += say(f", first {SHOWN} shown", f"，列出前{SHOWN}条", lang)
    return table([text(say(en, zh, lang)) for en, zh in names], rows, count)


def comparisons_of(ds: Dataset, holds: Callable[[Metric], bool]) -> list[Comparison]:
    """Return the comparisons of which a side is a metric for which *holds* is true.

    Example:
        >>> import zjreform as zj
        >>> [row.id for row in comparisons_of(zj.load(), lambda metric: metric.case == "nanhu-company-setup")][:1]
        ['nanhu-setup-time']
    """
    found = (comparison_of(ds, pairing) for pairing in ds.pairings)
    return [
        row for row in found if any(side is not None and holds(side) for side in (row.before, row.after, row.reported))
    ]


def change_words(row: Comparison, ds: Dataset | None, lang: str) -> str:
    """Return what a comparison comes to, in a line: the change that follows, else why none does.

    Example:
        >>> import zjreform as zj
        >>> change_words(zj.load().comparisons()[0], None, "en")
        'reported: 66.8%; Neither the time of the traditional mode nor that of the online court is given.'
    """
    parts = []
    if row.change is not None and row.change.relative is not None:
        parts.append(share(row.change.relative, lang))
    if row.reported is not None:
        parts.append(f"{say('reported', '报告', lang)}: {row.reported.quantity:{lang}}")
    if not row.like_with_like:
        parts.append(_why_not(row, ds, lang))
    return "; ".join(parts)


def _why_not(row: Comparison, ds: Dataset | None, lang: str) -> str:
    pairing = None if ds is None else ds.pairings.get(row.id)
    reason = row.why_not if pairing is None else say(pairing.why_not_en or "", pairing.why_not_zh or "", lang)
    return reason or say("not like with like", "不同口径", lang)


def share(quantity: Quantity, lang: str) -> str:
    """Return a share as text, rounded to one decimal; its bound stays.

    Example:
        >>> import zjreform as zj
        >>> share(zj.Change(zj.parse("23份"), zj.parse("7份")).relative, "en")
        '-69.6%'
    """
    return f"{evolve(quantity, value=_tenths(quantity.value), upper=_tenths(quantity.upper)):{lang}}"


@overload
def _tenths(number: Number) -> Number: ...
@overload
def _tenths(number: None) -> None: ...
def _tenths(number: Number | None) -> Number | None:
    if number is None:
        return None
    tenths = round(Fraction(number) * 10)
    return Decimal(tenths // 10) if tenths % 10 == 0 else Decimal(tenths).scaleb(-1)


def comparison_bars(row: Comparison, lang: str) -> str:
    """Return before and after as bars on one scale, ``""`` where a side is missing or they share no scale.

    Example:
        >>> import zjreform as zj
        >>> nanhu = next(row for row in zj.load().comparisons() if row.id == "nanhu-setup-time")
        >>> comparison_bars(nanhu, "en").count("<rect")
        2
    """
    if row.before is None or row.after is None:
        return ""
    sides = ((row.before, "before", "改革前"), (row.after, "after", "改革后"))
    return bars([Bar(metric.quantity, metric.aggregate, say(en, zh, lang)) for metric, en, zh in sides], lang)


def pairs(ds: Dataset, found: Iterable[Comparison], lang: str) -> str:
    """Return comparisons as a list of bars under what they measure.

    Example:
        >>> import zjreform as zj
        >>> pairs(zj.load(), (), "en")
        ''
    """
    return "".join(
        element("p", element("b", text(measured(ds, row, lang))) + " " + text(change_words(row, ds, lang)))
        + comparison_bars(row, lang)
        for row in found
    )


def measured(ds: Dataset, row: Comparison, lang: str) -> str:
    """Return the name of the indicator that a comparison is about.

    Example:
        >>> import zjreform as zj
        >>> measured(zj.load(), zj.load().comparisons()[0], "en")
        'hearing time saved'
    """
    side = row.after or row.before or row.reported
    return row.id if side is None else name_of(ds.indicators[side.indicator], lang)
