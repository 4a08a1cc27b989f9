"""The city that a place, case, award or applicant lies in, as a column of its frame."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.dataset.located import one_prefecture, prefecture_of
from zjreform.dataset.tables import Tables
from zjreform.records.answer_fields import PREFECTURE
from zjreform.records.places import Place
from zjreform.records.rosters import Applicant, Award, Case
from zjreform.tabular.frame_columns import FrameColumn, field_columns, label_columns


def _of_place(tables: Tables, row: Place) -> str | None:
    return prefecture_of(tables, row.id) if row.id in tables.places.ids else None


def _of_case(tables: Tables, row: Case) -> str | None:
    return one_prefecture(tables, row.places)


def _of_award(tables: Tables, row: Award) -> str | None:
    if row.case is not None:
        return _of_case(tables, tables.cases[row.case])
    return prefecture_of(tables, tables.organisations[str(row.organisation)].place)


def _of_applicant(tables: Tables, row: Applicant) -> str | None:
    place = row.place or tables.organisations[str(row.organisation)].place
    return prefecture_of(tables, place)


LOCATED: Mapping[str, Callable[[Tables, Any], str | None]] = {
    "places": _of_place,
    "cases": _of_case,
    "awards": _of_award,
    "applicants": _of_applicant,
}
"""Tables whose frames have the column ``prefecture``."""


def located_columns(home: Tables, table: str, rows: Iterable[Any], labels: str) -> Iterator[FrameColumn]:
    """Yield the column ``prefecture``, and with labels its name; nothing for other tables.

    Example:
        >>> import zjreform as zj
        >>> ds = zj.load()
        >>> [column.values for column in located_columns(ds, "cases", [ds.cases["nanhu-company-setup"]], "code")]
        [('jiaxing',)]
    """
    find = LOCATED.get(table)
    if find is None:
        return
    field: FieldSchema = PREFECTURE
    whole = home.whole()
    values = [find(whole, row) for row in rows]
    yield from field_columns(field, values, labels)
    if labels != "code":
        yield from label_columns(field, values, labels, home.names_of)
