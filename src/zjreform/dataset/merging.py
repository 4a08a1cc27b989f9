"""Merging two datasets: rows of the one, then those rows of the other that the one does not have.

The same id with the same content is the same row; with another content it is a conflict, and every conflict is listed.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from zjreform.dataset.checks import check_tables
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.differences import changed_fields
from zjreform.dataset.table import Table
from zjreform.errors import DatasetError, Problem, UnknownValueError
from zjreform.records.index import TABLES
from zjreform.records.schema import FieldSchema
from zjreform.tabular.collection import paused_collection
from zjreform.tabular.extension import extension_of

POLICIES = ("error", "ours", "theirs")


def merged(ours: Dataset, theirs: Dataset, *, on_conflict: str, version: str | None) -> Dataset:
    """Return both datasets as one; see `Dataset.merge`."""
    if on_conflict not in POLICIES:
        raise UnknownValueError("on_conflict", on_conflict, POLICIES)
    name = version or (ours.version if ours.version == theirs.version else f"{ours.version}+{theirs.version}")
    problems: list[Problem] = []
    with paused_collection():
        tables = {
            table: _merged_table(getattr(ours, table), getattr(theirs, table), on_conflict, name, problems)
            for table in TABLES
        }
        rows = {table: tuple(merged) for table, merged in tables.items()}
        lines = {table: range(1, len(records) + 1) for table, records in rows.items()}
        problems = problems or check_tables(rows, lines)
    if problems:
        raise DatasetError(problems)
    return Dataset(version=name, **tables)


def _merged_table(
    ours: Table[Any], theirs: Table[Any], on_conflict: str, version: str, problems: list[Problem]
) -> Table[Any]:
    fields = _fields(ours, theirs, problems)
    one, other = _rows(ours, fields), _rows(theirs, fields)
    for number, (key, row) in enumerate(other.items(), 1):
        if key in one and on_conflict == "error":
            problems.extend(_conflicts(ours, number, key, one[key], row))
        elif key not in one or on_conflict == "theirs":
            one[key] = row
    extension = extension_of(fields, tuple(one), [values for _, values in one.values()])
    return Table(ours.schema, (record for record, _ in one.values()), extension, version=version)


def _rows(table: Table[Any], fields: Sequence[FieldSchema]) -> dict[str, tuple[Any, tuple[Any, ...]]]:
    """Return each record with the values of the extension columns, by id."""
    if not fields:
        return {record.id: (record, ()) for record in table}
    extras: Mapping[str, Mapping[str, Any]] = {record.id: table.extra_values(record.id) for record in table}
    return {record.id: (record, tuple(extras[record.id].get(field.name) for field in fields)) for record in table}


def _fields(ours: Table[Any], theirs: Table[Any], problems: list[Problem]) -> tuple[FieldSchema, ...]:
    found = {field.name: field for field in ours.extension.fields}
    for field in theirs.extension.fields:
        known = found.setdefault(field.name, field)
        if known.kind is not field.kind:
            shown, expected = field.kind.__name__, f"{known.kind.__name__}, as here"
            problems.append(Problem(f"{ours.name}.csv", 1, field.name, shown, expected, "give the column another name"))
    return tuple(found.values())


def _conflicts(
    table: Table[Any], number: int, key: str, ours: tuple[Any, Any], theirs: tuple[Any, Any]
) -> list[Problem]:
    remedy = "give the row another id, or pass on_conflict='ours' or 'theirs'"
    found = [
        Problem(
            f"{table.name}.csv",
            number,
            change.field,
            change.after or "",
            f"for {key} {change.before or 'nothing'!r}, as here",
            remedy,
        )
        for change in changed_fields(table.schema, ours[0], theirs[0])
    ]
    if ours[1] != theirs[1]:
        found.append(
            Problem(f"{table.name}.csv", number, "x_…", repr(theirs[1]), f"for {key} {ours[1]!r}, as here", remedy)
        )
    return found
