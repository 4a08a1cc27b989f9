"""A panel of place by period: who was at risk of taking up a policy, and when it was taken up.

What no document says is missing, not a zero: a place of which no adoption of the policy is told has no rows, unless it is said
to have never taken it up. An adoption without a date, or whose date covers several periods, is no event at a known time: its place
is in the panel, never at risk, and says so in a column of its own.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from attrs import frozen

from zjreform.columns.rows import Rows
from zjreform.dataset.adoptions import Adoption
from zjreform.dataset.answering import answer_of
from zjreform.dataset.closed_lists import unknown
from zjreform.dataset.located import prefecture_of
from zjreform.dataset.tables import Tables
from zjreform.errors import ZjWarning
from zjreform.records.edtf import edtf_bounds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.records.places import Place

MONTHS = {"M": 1, "Q": 3, "Y": 12}
"""Months in a period of each frequency."""

SILENT = ("missing", "never")
"""What the documents' silence on a place is taken for."""

LEAST = 10
"""Fewer events than this fit no hazard, and a warning says so."""

_CALLER = 5


@frozen
class Period:
    """One period of a panel.

    Attributes:
        name: EDTF: ``"2018"``, ``"2018-33"`` (its first quarter) or ``"2018-06"``.
        first: First day.
        last: Last day.
    """

    name: str
    first: date
    last: date


def periods(first: date, last: date, freq: str) -> tuple[Period, ...]:
    """Return the periods that cover all days from one to another.

    Raises:
        UnknownValueError: The frequency is not ``"M"``, ``"Q"`` or ``"Y"``.

    Example:
        >>> [period.name for period in periods(date(2018, 2, 3), date(2018, 7, 1), "Q")]
        ['2018-33', '2018-34', '2018-35']
    """
    if freq not in MONTHS:
        raise unknown("freq", freq, MONTHS)
    step, found = MONTHS[freq], []
    month = first.year * 12 + (first.month - 1) // step * step
    while (start := date(month // 12, month % 12 + 1, 1)) <= last:
        month += step
        end = date(month // 12, month % 12 + 1, 1) - timedelta(days=1)
        name = f"{start.year:04d}" + {1: f"-{start.month:02d}", 3: f"-{33 + start.month // 3}", 12: ""}[step]
        found.append(Period(name, start, end))
    return tuple(found)


def panel_of(
    tables: Tables,
    adoptions: Sequence[Adoption],
    risk_set: Iterable[Place],
    span: Sequence[Period],
    silent: str,
) -> Rows[dict[str, Any]]:
    """Return a row for each place of the risk set and each period in which it exists.

    Raises:
        UnknownValueError: *silent* is neither ``"missing"`` nor ``"never"``.
    """
    if silent not in SILENT:
        raise unknown("silent", silent, SILENT)
    told: dict[str, list[Adoption]] = {}
    for row in adoptions:
        if row.place is not None:
            told.setdefault(row.place, []).append(row)
    rows = [
        row
        for place in risk_set
        if place.id in told or silent == "never"
        for row in _place_rows(tables, place, told.get(place.id, []), span)
    ]
    events = sum(row["event"] for row in rows)
    if events < LEAST:
        said = f"the panel has {events} dated event{'' if events == 1 else 's'}, fewer than {LEAST}: no hazard can be fitted on it"
        warnings.warn(said, ZjWarning, stacklevel=_CALLER)
    return Rows(rows, answer_of(tables, "panel"))


def _place_rows(
    tables: Tables, place: Place, adoptions: Sequence[Adoption], span: Sequence[Period]
) -> Iterator[dict[str, Any]]:
    at = min((hit for row in adoptions if (hit := _placed(row, span)) is not None), default=None)
    undated = bool(adoptions) and at is None
    time = 0
    for number, period in enumerate(span):
        if not _exists(place, period):
            continue
        at_risk = not undated and (at is None or number <= at)
        yield {
            "place": place.id,
            "period": period.name,
            "first": period.first,
            "last": period.last,
            "start": time,
            "stop": time + 1,
            "at_risk": int(at_risk),
            "event": int(number == at),
            "undated": int(undated),
            "level": place.level,
            "prefecture": prefecture_of(tables, place.id),
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
        time += 1


def _placed(row: Adoption, span: Sequence[Period]) -> int | None:
    """The number of the one period in which an adoption lies; ``None`` where it is undated or may lie in several."""
    if row.date is None or row.earliest is None or row.latest is None:
        return None
    held = [number for number, period in enumerate(span) if period.first <= row.earliest and row.latest <= period.last]
    return held[0] if held else None


def _exists(place: Place, period: Period) -> bool:
    first = None if place.valid_from is None else edtf_bounds(place.valid_from)[0]
    last = None if place.valid_to is None else edtf_bounds(place.valid_to)[1]
    return (first is None or first <= period.last) and (last is None or last >= period.first)
