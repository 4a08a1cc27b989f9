"""Merging two datasets: rows of the one, then those rows of the other that the one does not have.

The same id with the same content is the same row; with another content it is a conflict, and every conflict is listed.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.dataset.checks.structure import check_tables
from zjreform.dataset.differences import changed_fields
from zjreform.dataset.table import Table
from zjreform.dataset.tables import Tables
from zjreform.errors import DatasetError, Problem, UnknownValueError
from zjreform.records.index import TABLES
from zjreform.tabular.collection import paused_collection
from zjreform.tabular.extension import NONE, extension_of

POLICIES = ("error", "ours", "theirs")


def merged(ours: Tables, theirs: Tables, *, on_conflict: str, version: str | None) -> Tables:
    """Return the tables of both datasets as one; see `Dataset.merge`.

    Example:
        >>> import zjreform as zj
        >>> ds = zj.load()
        >>> merged(ds, ds, on_conflict="error", version=None).version == ds.version
        True
    """
    if not isinstance(theirs, Tables):
        raise TypeError(f"expected a Dataset, which zj.read(path) gives, got {theirs!r}")
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
        lines = {table: range(2, len(records) + 2) for table, records in rows.items()}
        problems = problems or check_tables(rows, lines)
    if problems:
        raise DatasetError(problems)
    return Tables(version=name, **tables)


def _merged_table(
    ours: Table[Any], theirs: Table[Any], on_conflict: str, version: str, problems: list[Problem]
) -> Table[Any]:
    fields = _fields(ours, theirs, problems)
    rows = {record.id: record for record in ours}
    extra = _extra(ours, fields)
    for number, record in enumerate(theirs, 2):
        key = record.id
        known = rows.setdefault(key, record)
        if known is record:
            extra.update(_extra(theirs, fields, (key,)))
        elif on_conflict == "theirs":
            rows[key] = record
            extra.update(_extra(theirs, fields, (key,)))
        elif on_conflict == "error":
            theirs_extra = _extra(theirs, fields, (key,))
            problems.extend(_conflicts(ours, number, (known, extra.get(key)), (record, theirs_extra.get(key))))
    extension = extension_of(fields, tuple(rows), (extra[key] for key in rows)) if fields else NONE
    return Table(ours.schema, rows.values(), extension, version=version)


def _extra(
    table: Table[Any], fields: Sequence[FieldSchema], keys: Iterable[str] | None = None
) -> dict[str, tuple[Any, ...]]:
    """Return the values of the extension columns of some or all records, by id; nothing where no table has any."""
    if not fields:
        return {}
    found = {key: table.extra_values(key) for key in (table.ids if keys is None else keys)}
    return {key: tuple(values.get(field.name) for field in fields) for key, values in found.items()}


def _fields(ours: Table[Any], theirs: Table[Any], problems: list[Problem]) -> tuple[FieldSchema, ...]:
    found = {field.name: field for field in ours.extension.fields}
    for field in theirs.extension.fields:
        known = found.setdefault(field.name, field)
        if known.kind is not field.kind:
            shown, expected = field.kind.__name__, f"{known.kind.__name__}, as here"
            problems.append(Problem(f"{ours.name}.csv", 1, field.name, shown, expected, "give the column another name"))
    return tuple(found.values())


def _conflicts(table: Table[Any], number: int, ours: tuple[Any, Any], theirs: tuple[Any, Any]) -> Iterator[Problem]:
    file, key = f"{table.name}.csv", ours[0].id
    for change in changed_fields(table.schema, ours[0], theirs[0]):
        expected = f"for {key} {change.before or 'nothing'!r}, as here"
        yield Problem(file, number, change.field, change.after or "", expected, _REMEDY)
    if ours[1] != theirs[1]:
        yield Problem(file, number, "x_…", repr(theirs[1]), f"for {key} {ours[1]!r}, as here", _REMEDY)


_REMEDY = "give the row another id, or pass on_conflict='ours' or 'theirs'"
