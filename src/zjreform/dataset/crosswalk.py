"""From the divisions of any year to those of one: codes that stay, codes that were replaced, parts that went elsewhere."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import MAXYEAR, date
from typing import Any

from zjreform.columns.rows import Rows
from zjreform.dataset.answering import answer_of
from zjreform.dataset.tables import Tables
from zjreform.errors import ZjWarning
from zjreform.records.answer_codes import Succession
from zjreform.records.edtf import edtf_bounds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.records.places import Place


FIRST_LIST, LAST_LIST = 2015, 2021
"""Years of the first and the last list of division codes that the places were coded from."""

_CALLER = 5
"""Frames between the warning and the line that asked."""


def crosswalk_of(tables: Tables, year: int) -> Rows[dict[str, Any]]:
    """Return, for each division with a code, the divisions at the end of a year that it is, became or was made of."""
    if not FIRST_LIST <= year <= MAXYEAR:
        raise ValueError(f"expected a year from {FIRST_LIST} on, which the first list of codes is of, got {year}")
    if year > LAST_LIST:
        said = f"no list of codes after {LAST_LIST} is in the data: what changed until {year} is not known"
        warnings.warn(said, ZjWarning, stacklevel=_CALLER)
    divisions = [place for place in tables.places if place.code]
    rows = (row for place in divisions for row in _rows(tables, divisions, place, date(year, 12, 31)))
    return Rows(rows, answer_of(tables, "crosswalk"))


def _rows(tables: Tables, divisions: list[Place], place: Place, day: date) -> Iterator[dict[str, Any]]:
    if _valid(place, day):
        yield _row(place, place, Succession.SAME)
        yield from (
            _row(place, tables.places[key], Succession.PART)
            for key in place.parts_to
            if _valid(tables.places[key], day)
        )
    elif _ended(place, day):
        heir = tables.places[place.successor] if place.successor else None
        while heir is not None and _ended(heir, day):
            heir = tables.places[heir.successor] if heir.successor else None
        if heir is not None and _valid(heir, day):
            yield _row(place, heir, Succession.SUCCESSOR)
        yield from (
            _row(place, tables.places[key], Succession.PART)
            for key in place.parts_to
            if _valid(tables.places[key], day)
        )
    else:
        yield from (
            _row(place, other, Succession.PREDECESSOR)
            for other in divisions
            if other.successor == place.id and _valid(other, day)
        )
        yield from (
            _row(place, other, Succession.FROM_PART)
            for other in divisions
            if place.id in other.parts_to and _valid(other, day)
        )


def _row(one: Place, other: Place, how: Succession) -> dict[str, Any]:
    return {
        "from": one.id,
        "from_code": one.code,
        "from_name": one.name_zh,
        "to": other.id,
        "to_code": other.code,
        "to_name": other.name_zh,
        "how": how,
    }


def _valid(place: Place, day: date) -> bool:
    first = None if place.valid_from is None else edtf_bounds(place.valid_from)[0]
    return not _ended(place, day) and (first is None or first <= day)


def _ended(place: Place, day: date) -> bool:
    last = None if place.valid_to is None else edtf_bounds(place.valid_to)[1]
    return last is not None and last < day
