"""Flat rows for analysis: one for each metric, mention of a metric, case or award; nothing fans out.

What a row has several of (mentions of a metric, metrics of a case) is counted or given as a list, never multiplied into rows.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import fields

from zjreform.columns.rows import Cell, Rows
from zjreform.dataset.answering import answer_of
from zjreform.dataset.closed_lists import unknown
from zjreform.dataset.located import one_prefecture, place_of_metric, prefecture_of
from zjreform.dataset.pool import entries_of, stratum_of
from zjreform.dataset.tables import Tables
from zjreform.quantity.columns import QUANTITY_COLUMNS, flattened
from zjreform.quantity.quantities import Quantity
from zjreform.records.figure_codes import Category
from zjreform.records.figures import Mention, Metric
from zjreform.records.rosters import Award, Case

Row = dict[str, Cell]
_NAMES = tuple(part.name for part in QUANTITY_COLUMNS)


def wide_rows(tables: Tables, unit: str) -> Rows[Row]:
    """Return the rows for a unit of analysis.

    Raises:
        UnknownValueError: The unit is not ``"metric"``, ``"mention"``, ``"case"`` or ``"award"``.
    """
    makers: Mapping[str, Callable[[Tables], Iterator[Row]]] = {
        "metric": _metrics,
        "mention": _mentions,
        "case": _cases,
        "award": _awards,
    }
    if unit not in makers:
        raise unknown("unit of analysis", unit, makers)
    return Rows(makers[unit](tables), answer_of(tables, f"wide-{unit}", f"wide({unit!r})"))


def _metrics(tables: Tables) -> Iterator[Row]:
    mentions = tables.mentions.group(lambda row: row.of)
    for metric in tables.metrics:
        held = tuple(mentions.get(f"metrics:{metric.id}", ()))
        place = place_of_metric(tables, metric)
        yield {
            **_metric(tables, metric),
            "place": place,
            "prefecture": prefecture_of(tables, place),
            **_first_place(held),
            "mentions": len(held),
            "sources": tuple(dict.fromkeys(row.source for row in held)),
            "voices": tuple(dict.fromkeys(row.voice.value for row in held)),
        }


def _first_place(mentions: Sequence[Mention]) -> Row:
    """Where a metric first stands."""
    names = ("source", "paragraph", "sentence")
    return {name: getattr(mentions[0], name) if mentions else None for name in names}


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
            "prefecture": one_prefecture(tables, case.places),
            "award": award.id,
            "tier": award.tier,
            "position": award.position,
            "bodies": bodies[award.id],
            "metrics": len(held),
            **{f"metrics_{category.value}": kinds[category] for category in Category},
        }


def _awards(tables: Tables) -> Iterator[Row]:
    first = {row.award: row for row in tables.applicants if row.order == 1}
    for award in tables.awards:
        lead = first.get(award.id)
        yield {
            "id": award.id,
            "round": award.round,
            "tier": award.tier,
            "tier_rank": tables.tiers[award.tier].rank,
            "position": award.position,
            "case": award.case,
            "organisation": award.organisation,
            "lead_body": _body(lead.organisation, lead.place) if lead else _body(award.organisation, None),
            "title_zh": award.title_zh,
            **(_honoured_case(tables, award) if award.case else _honoured_body(tables, award)),
        }


def _body(organisation: str | None, place: str | None) -> str | None:
    if organisation:
        return f"organisations:{organisation}"
    return f"places:{place}" if place else None


def _honoured_case(tables: Tables, award: Award) -> Row:
    case, row = tables.cases[str(award.case)], tables.rounds[award.round]
    stratum = stratum_of(case)
    return {
        "level": case.level,
        "place": case.places[0] if len(case.places) == 1 else None,
        "prefecture": one_prefecture(tables, case.places),
        "domain": case.domain,
        "cofog": case.cofog,
        "title_en": case.title_en,
        "coverage": case.coverage,
        "stratum": stratum,
        "stratum_entries": entries_of(row, stratum),
        "round_entries": row.entries,
    }


def _honoured_body(tables: Tables, award: Award) -> Row:
    body = tables.organisations[str(award.organisation)]
    of_cases = ("domain", "cofog", "coverage", "stratum", "stratum_entries", "round_entries")
    return {
        "level": body.level,
        "place": body.place,
        "prefecture": prefecture_of(tables, body.place),
        "title_en": body.name_en,
        **dict.fromkeys(of_cases),
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
