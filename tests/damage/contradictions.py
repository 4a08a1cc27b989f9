"""Single damages to the bundled data, each a contradiction that needs no judgement: a name, and what is changed where.

A damage draws a row that it can be made to; where a row would say the same afterwards (a claim of two parts, one of them changed), another
one is drawn.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from random import Random
from typing import Any

from attrs import evolve

import zjreform as zj
from zjreform.dataset.table import Table
from zjreform.quantity.units import unit
from zjreform.records.schema import schema_of

Change = tuple[str, str, dict[str, Any]]
"""Table, id and new values of the row that is damaged."""

DS = zj.load()


def damaged(change: Change) -> zj.Dataset:
    """Return the bundled dataset with one row changed."""
    table, key, values = change
    rows = [evolve(row, **values) if row.id == key else row for row in getattr(DS, table)]
    tables = {name: getattr(DS, name) for name in DS.sizes()}
    return zj.Dataset(version="damaged", **{**tables, table: Table(schema_of(table), rows)})


def _pick(draw: Random, table: str, fits: Callable[[Any], bool] = lambda _: True) -> Any:  # noqa: ANN401 (a record)
    return draw.choice([row for row in getattr(DS, table) if fits(row)])


def _metric(fits: Callable[[Any], bool], change: Callable[[Any, Random], dict[str, Any]]) -> Callable[[Random], Change]:
    def make(draw: Random) -> Change:
        row = _pick(draw, "metrics", fits)
        return "metrics", row.id, change(row, draw)

    return make


def _quantity(**parts: Any) -> Callable[[Any, Random], dict[str, Any]]:  # noqa: ANN401 (parts of a quantity)
    return lambda row, _: {"quantity": evolve(row.quantity, **parts)}


def _dimension(name: str) -> Callable[[Any], bool]:
    return lambda row: str(row.quantity.dimension) == name and row.quantity.upper is None


def _times(factor: int) -> Callable[[Any, Random], dict[str, Any]]:
    return lambda row, _: {"quantity": evolve(row.quantity, value=row.quantity.value * factor, implied_high=None)}


def _plain(row: Any) -> bool:  # noqa: ANN401 (a Metric)
    return row.quantity.upper is None and row.quantity.value > 0


def _sided(*names: str) -> Callable[[Any], bool]:
    return lambda row: all(getattr(row, name) is not None for name in names)


def _before_and_after(row: Any) -> bool:  # noqa: ANN401 (a Pairing)
    if row.before is None or row.after is None:
        return False
    sides = {str(DS.metrics[row.before].position), str(DS.metrics[row.after].position)}
    return bool(sides & {"before", "after"}) or row.comparator is zj.Comparator.TARGET


def _row(
    table: str, fits: Callable[[Any], bool], change: Callable[[Any, Random], dict[str, Any]]
) -> Callable[[Random], Change]:
    def make(draw: Random) -> Change:
        row = _pick(draw, table, fits)
        return table, row.id, change(row, draw)

    return make


def _other(table: str, field: str) -> Callable[[Any, Random], dict[str, Any]]:
    """Change a reference to a record that differs from the one that stands there."""
    return lambda row, draw: {field: _pick(draw, table, lambda other: other.id not in {row.id, getattr(row, field)}).id}


def _numeral(row: Any) -> bool:  # noqa: ANN401 (a Mention)
    return row.of.startswith("metrics:") and row.surface is not None and row.damage is None


def _alone(row: Any) -> bool:  # noqa: ANN401 (a Mention)
    return _numeral(row) and sum(other.of == row.of for other in DS.mentions) == 1


def _shifted(row: Any, _: Random) -> dict[str, Any]:  # noqa: ANN401 (a Mention)
    return {"start": row.start + 1, "end": row.end + 1}


def _another_metric(row: Any, draw: Random) -> dict[str, Any]:  # noqa: ANN401 (a Mention)
    return {"of": "metrics:" + _pick(draw, "metrics", lambda metric: f"metrics:{metric.id}" != row.of).id}


def _over_another(row: Any, draw: Random) -> dict[str, Any]:  # noqa: ANN401 (a Mention)
    other = _pick(
        draw,
        "mentions",
        lambda one: _numeral(one) and one.source == row.source and one.end - one.start > 1 and one.of != row.of,
    )
    return {"start": other.start + 1, "end": other.start + 1 + row.end - row.start}


def _signs(row: Any, draw: Random) -> dict[str, Any]:  # noqa: ANN401 (a Mention)
    return {"surface": "".join(draw.choice("甲乙丙丁戊己庚辛") for _ in row.surface)}


def _another_number(row: Any, _: Random) -> dict[str, Any]:  # noqa: ANN401 (a Mention)
    digit = next(sign for sign in row.surface if sign.isascii() and sign.isdigit())
    return {"surface": row.surface.replace(digit, "9" if digit != "9" else "7", 1)}


def _has_digit(row: Any) -> bool:  # noqa: ANN401 (a Mention)
    return _numeral(row) and any(sign.isascii() and sign.isdigit() for sign in row.surface)


def _in_cycle(table: str, field: str) -> Callable[[Random], Change]:
    def make(draw: Random) -> Change:
        child = _pick(draw, table, _sided(field))
        parent = getattr(DS, table)[getattr(child, field)]
        more = {"composition": zj.Composition.SAME_SET} if field == "part_of" else {}
        return table, parent.id, {field: child.id, **more}

    return make


def _exchanged(row: Any, _: Random) -> dict[str, Any]:  # noqa: ANN401 (any record with a name)
    return {"name_zh": row.name_en, "name_en": row.name_zh}


def _dated(row: Any) -> bool:  # noqa: ANN401 (an Event)
    return row.date is not None and row.date_text is not None and row.date_text[:4].isdigit()


_UNITS = {
    "count": "workday",
    "duration": "%",
    "percent": "pp",
    "area": "件",
    "money": "件",
    "working_time": "day",
    "rank": "%",
}

KINDS: Mapping[str, Callable[[Random], Change]] = {
    "working days for pieces": _metric(_dimension("count"), _quantity(unit=unit("workday"))),
    "% for days": _metric(_dimension("duration"), _quantity(unit=unit("%"))),
    "working days for days": _metric(_dimension("duration"), _quantity(unit=unit("workday"))),
    "% for percentage points": _metric(_dimension("percent"), _quantity(unit=unit("pp"))),
    "an indicator of another dimension": _metric(
        _plain,
        lambda row, draw: {
            "indicator": _pick(draw, "indicators", lambda other: str(other.dimension) != str(row.quantity.dimension)).id
        },
    ),
    "not the number of its surface": _metric(
        _plain, lambda row, _: {"quantity": evolve(row.quantity, value=row.quantity.value + 3, implied_high=None)}
    ),
    "ten thousand times": _metric(_plain, _times(10_000)),
    "a negative count": _metric(lambda row: _plain(row) and _dimension("count")(row), _times(-1)),
    "exact for over": _metric(
        lambda row: row.quantity.bound is zj.Bound.OVER, _quantity(bound=zj.Bound.EXACT, implied_high=None)
    ),
    "870 % of a whole": _metric(
        lambda row: _dimension("percent")(row) and row.composition is not None, _quantity(value=Decimal(870))
    ),
    "before for after": _metric(
        lambda row: row.id in {pairing.after for pairing in DS.pairings}, lambda _, __: {"position": zj.Position.BEFORE}
    ),
    "part of itself": _metric(lambda _: True, lambda row, _: {"part_of": row.id, "composition": zj.Composition.SUBSET}),
    "part without composition": _metric(_sided("part_of"), lambda _, __: {"composition": None}),
    "inconsistent with itself": _metric(
        lambda _: True, lambda row, _: {"inconsistent_with": (row.id,), "quality": (zj.Quality.INCONSISTENT,)}
    ),
    "the flag without a partner": _metric(
        lambda row: not row.inconsistent_with, lambda _, __: {"quality": (zj.Quality.INCONSISTENT,)}
    ),
    "parts that do not sum": _metric(
        lambda row: row.composition is zj.Composition.PARTITION,
        lambda row, _: {"quantity": evolve(row.quantity, value=row.quantity.value + 1)},
    ),
    "a chain of parts that never ends": _in_cycle("metrics", "part_of"),
    "a span shifted by one": _row("mentions", _numeral, _shifted),
    "a span one too long": _row("mentions", _numeral, lambda row, _: {"end": row.end + 1}),
    "a span one too short": _row(
        "mentions", lambda row: _numeral(row) and row.end - row.start > 1, lambda row, _: {"end": row.end - 1}
    ),
    "a span beyond its document": _row(
        "mentions", _numeral, lambda row, _: {"start": row.start + 10**6, "end": row.end + 10**6}
    ),
    "a span in another document": _row("mentions", _numeral, _other("sources", "source")),
    "a mention of another metric": _row("mentions", _alone, _another_metric),
    "a sentence of another place": _row("mentions", lambda _: True, lambda row, _: {"sentence": row.sentence + 1}),
    "a paragraph of another place": _row("mentions", lambda _: True, lambda row, _: {"paragraph": row.paragraph + 1}),
    "over another numeral": _row("mentions", _numeral, _over_another),
    "other characters": _row("mentions", _numeral, _signs),
    "a surface of another number": _row("mentions", _has_digit, _another_number),
    "sides exchanged": _row("pairings", _before_and_after, lambda row, _: {"before": row.after, "after": row.before}),
    "the same on both sides": _row("pairings", _sided("before"), lambda row, _: {"after": row.before}),
    "sides of two dimensions": _row(
        "pairings",
        _sided("before", "after"),
        lambda row, draw: {
            "after": _pick(
                draw, "metrics", lambda other: other.quantity.dimension is not DS.metrics[row.before].quantity.dimension
            ).id
        },
    ),
    "no side at all": _row("pairings", lambda _: True, lambda _, __: {"before": None, "after": None, "reported": None}),
    "reported is no change": _row(
        "pairings",
        _sided("reported"),
        lambda _, draw: {"reported": _pick(draw, "metrics", lambda other: other.position is zj.Position.LEVEL).id},
    ),
    "alike with a reason why not": _row(
        "pairings", lambda row: row.like_with_like, lambda _, __: {"why_not_zh": "不同", "why_not_en": "Other."}
    ),
    "not alike without a reason": _row(
        "pairings", lambda row: not row.like_with_like, lambda _, __: {"why_not_zh": None, "why_not_en": None}
    ),
    "a case of another round": _row(
        "awards",
        _sided("case"),
        lambda row, draw: {"case": _pick(draw, "cases", lambda other: other.round != row.round).id},
    ),
    "a position twice": _row(
        "awards",
        lambda row: row.position > 1,
        lambda row, _: {"position": row.position - 1},
    ),
    "a case honoured twice": _row(
        "awards",
        _sided("case"),
        lambda row, draw: {
            "case": _pick(
                draw, "awards", lambda other: other.round == row.round and other.case not in {None, row.case}
            ).case
        },
    ),
    "more awards than the quota": _row("tiers", lambda row: row.quota > 1, lambda row, _: {"quota": row.quota - 1}),
    "strata that do not sum": _row(
        "rounds", _sided("entries_local"), lambda row, _: {"entries_local": row.entries_local + 1}
    ),
    "its own parent": _row("places", lambda _: True, lambda row, _: {"parent": row.id}),
    "a cycle of parents": _in_cycle("places", "parent"),
    "a code not under its parent's": _row(
        "places",
        lambda row: row.code is not None and row.parent is not None and DS.places[row.parent].code is not None,
        lambda row, _: {"code": "52" + row.code[2:]},
    ),
    "a code twice at one time": _row(
        "places",
        lambda row: row.code is not None and row.valid_from is None and row.valid_to is None,
        lambda row, draw: {
            "code": _pick(
                draw,
                "places",
                lambda other: other.code and other.id != row.id and other.valid_from is None and other.valid_to is None,
            ).code
        },
    ),
    "valid from after valid to": _row(
        "places", _sided("code"), lambda _, __: {"valid_from": "2019-04", "valid_to": "2015-12"}
    ),
    "a latitude outside Zhejiang": _row(
        "places",
        lambda row: row.code is not None and row.code[:2] == "33" and row.latitude is not None,
        lambda _, __: {"latitude": Decimal("45.5")},
    ),
    "a latitude outside the earth": _row("places", _sided("latitude"), lambda _, __: {"latitude": Decimal(12345)}),
    "latitude without longitude": _row("places", _sided("latitude"), lambda _, __: {"longitude": None}),
    "a variant of itself": _row("indicators", lambda _: True, lambda row, _: {"variant_of": row.id}),
    "a cycle of variants": _in_cycle("indicators", "variant_of"),
    "a relation of a case to itself": _row("case_relations", lambda _: True, lambda row, _: {"other": row.case}),
    "a predecessor that is oneself": _row("organisations", lambda _: True, lambda row, _: {"predecessor": row.id}),
    "a field that no table has": _row("codings", lambda _: True, lambda _, __: {"field": "colour"}),
    "a coding of no record": _row("codings", lambda _: True, lambda _, __: {"of": "cases:nobody"}),
    "a tier of another round": _row(
        "awards",
        lambda _: True,
        lambda row, draw: {"tier": _pick(draw, "tiers", lambda other: other.round != row.round).id},
    ),
    "a hash of zeros": _row("sources", lambda _: True, lambda _, __: {"sha256": "0" * 64}),
    "a length of one": _row("sources", lambda _: True, lambda _, __: {"characters": 1}),
}
"""Damages that `zjreform.validate` must call errors."""

DOUBTS: Mapping[str, Callable[[Random], Change]] = {
    "Chinese and English exchanged": _row(
        "terms", lambda row: row.name_zh.isalpha() and row.name_en[:3].isalpha(), _exchanged
    ),
    "a place's names exchanged": _row("places", lambda row: len(row.name_en) > 2, _exchanged),
    "an indicator's names exchanged": _row("indicators", lambda _: True, _exchanged),
    "a date against its own text": _row("events", _dated, lambda row, _: {"date": str(int(row.date_text[:4]) + 7)}),
    "a percentage of 870": _metric(
        lambda row: _dimension("percent")(row) and row.composition is None and row.position is zj.Position.LEVEL,
        _quantity(value=Decimal(870)),
    ),
}
"""Damages that it must at least warn of."""
