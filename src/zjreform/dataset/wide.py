"""Flat rows for analysis: one for each metric, for each mention of a metric, or for each case; nothing fans out.

What a row has several of (mentions of a metric, metrics of a case) is counted or given as a tuple, never multiplied into rows.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import fields

from zjreform.columns.rows import Rows
from zjreform.dataset.tables import Tables
from zjreform.errors import UnknownValueError
from zjreform.quantity.columns import QUANTITY_COLUMNS, flattened
from zjreform.quantity.quantities import Quantity
from zjreform.records.figure_codes import Category
from zjreform.records.figures import Mention, Metric
from zjreform.records.rosters import Case

Row = dict[str, Any]
_NAMES = tuple(part.name for part in QUANTITY_COLUMNS)


def wide_rows(tables: Tables, unit: str) -> Rows[Row]:
    """Return the rows for a unit of analysis.

    Raises:
        UnknownValueError: The unit is not ``"metric"``, ``"mention"`` or ``"case"``.
    """
    makers: Mapping[str, Callable[[Tables], Iterator[Row]]] = {"metric": _metrics, "mention": _mentions, "case": _cases}
    if unit not in makers:
        raise UnknownValueError("unit of analysis", unit, tuple(makers))
    return Rows(makers[unit](tables))


def _metrics(tables: Tables) -> Iterator[Row]:
    mentions = tables.mentions.group(lambda row: row.of)
    for metric in tables.metrics:
        held = mentions.get(f"metrics:{metric.id}", ())
        yield {
            **_metric(tables, metric),
            "mentions": len(held),
            "sources": tuple(dict.fromkeys(row.source for row in held)),
            "voices": tuple(dict.fromkeys(row.voice for row in held)),
        }


def _mentions(tables: Tables) -> Iterator[Row]:
    for mention in tables.mentions:
        table, _, key = mention.of.partition(":")
        if table == "metrics":
            yield {**_mention(mention), **_prefixed("metric", _metric(tables, tables.metrics[key]))}


def _cases(tables: Tables) -> Iterator[Row]:
    awards = {award.case: award for award in tables.awards if award.case}
    bodies = Counter(row.award for row in tables.applicants)
    metrics = tables.metrics.group(lambda row: row.case)
    for case in tables.cases:
        award = awards[case.id]
        held = tuple(metrics.get(case.id, ()))
        kinds = Counter(tables.indicators[row.indicator].category for row in held)
        yield {
            **_plain(case),
            "award": award.id,
            "tier": award.tier,
            "position": award.position,
            "bodies": bodies[award.id],
            "metrics": len(held),
            **{f"metrics_{category.value}": kinds[category] for category in Category},
        }


def _metric(tables: Tables, metric: Metric) -> Row:
    indicator = tables.indicators[metric.indicator]
    return {
        **_plain(metric),
        "family": indicator.family,
        "category": indicator.category,
        "direction": indicator.direction,
    }


def _plain(record: Metric | Case | Mention) -> Row:
    row: Row = {}
    for attribute in fields(type(record)):
        value = getattr(record, attribute.name)
        if isinstance(value, Quantity):
            row.update(zip(_NAMES, flattened(value), strict=True))
        else:
            row[attribute.name] = value
    return row


def _mention(mention: Mention) -> Row:
    return {name: value for name, value in _plain(mention).items() if name != "of"}


def _prefixed(name: str, row: Row) -> Row:
    """The row of a joined record; its id takes the record's name."""
    return {name if key == "id" else key: value for key, value in row.items()}
