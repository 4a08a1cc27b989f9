"""SQLite: every table with its keys, link tables for lists and for references to several tables, views, and the codebook.

Numbers stand twice: as ``REAL`` for reckoning, and exactly, as text, in a column whose name ends in ``_text``. Lists are JSON arrays, which
Datasette facets; the link tables hold them as rows.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import frozen

from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.errors import DatasetError
from zjreform.quantity.numbers import Number, number_text
from zjreform.quantity.quantities import Quantity
from zjreform.tabular.cell_columns import number_cells, spelt
from zjreform.tabular.csv_text import BATCH
from zjreform.tabular.frame_columns import FrameColumn, frame_columns
from zjreform.tabular.held_rows import column_of
from zjreform.tabular.read_back import other_values
from zjreform.tabular.rowset import Rowset, all_fields
from zjreform.tabular.sqlite_views import VIEWS

INFO = "dataset_info"
"""Table of keys and values about the dataset as a whole."""

_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "decimal": "REAL", "number": "REAL", "whole": "TEXT"}


def write_database(path: Path, tables: Sequence[Rowset], info: Mapping[str, str]) -> None:
    """Write a database.

    Args:
        path: File that does not exist yet.
        tables: The tables in order; one called ``codebook`` has no keys to others.
        info: What is said of the dataset as a whole.

    Example:
        >>> import tempfile, zjreform as zj
        >>> from contextlib import closing
        >>> path = Path(tempfile.mkdtemp()) / "a.sqlite"
        >>> write_database(path, [zj.codebook()], {"name": "codebook"})
        >>> with closing(sqlite3.connect(path)) as connection:
        ...     connection.execute("select value from dataset_info").fetchall()
        [('codebook',)]
    """
    names = {rows.schema.name for rows in tables}
    written: dict[str, _Stored] = {}
    connection = sqlite3.connect(path)
    try:
        # Nobody sees the file before it is whole and on the disk, and coded values come from the lists that the constraints repeat.
        for setting in (
            "journal_mode = OFF",
            "synchronous = OFF",
            "ignore_check_constraints = ON",
            "cache_size = -65536",
        ):
            connection.execute(f"PRAGMA {setting}")
        with connection:
            connection.execute(f'CREATE TABLE "{INFO}" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL)')
            written[INFO] = _insert(connection, INFO, {"key": list(info), "value": list(info.values())})
            for rows in tables:
                written[rows.schema.name] = _write_table(connection, rows)
            for rows in tables:
                for field in rows.schema.fields:
                    if is_linked(field):
                        written[link_table(rows.schema, field)] = _write_links(connection, rows, field)
            for name, (needs, query) in VIEWS.items():
                if needs <= names:
                    connection.execute(f'CREATE VIEW "{name}" AS {query}')
    finally:
        connection.close()
    _compare(path, written)


@frozen
class _Stored:
    """What a table was given: the rows of the columns that hold anything, and the names of those that hold nothing."""

    names: Sequence[str]
    rows: Sequence[tuple[Any, ...]]
    empty: Sequence[str]


def _compare(path: Path, written: Mapping[str, _Stored]) -> None:
    """Refuse a database that holds other rows than those that were written."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        for name, stored in written.items():
            if not _is_as_written(connection, name, stored):
                raise DatasetError([other_values(f"{path.name}:{name}")])


def _is_as_written(connection: sqlite3.Connection, table: str, stored: _Stored) -> bool:
    chosen = ", ".join(f'"{name}"' for name in stored.names) or "rowid"
    found = connection.execute(f'SELECT {chosen} FROM "{table}" ORDER BY rowid')  # noqa: S608 (names of the schema)
    for start in range(0, len(stored.rows), BATCH):
        if found.fetchmany(BATCH) != stored.rows[start : start + BATCH]:
            return False
    if found.fetchone() is not None:
        return False
    filled = " + ".join(f'count("{name}")' for name in stored.empty) or "0"
    return bool(connection.execute(f'SELECT {filled} FROM "{table}"').fetchone() == (0,))  # noqa: S608 (as above)


def _insert(connection: sqlite3.Connection, table: str, columns: Mapping[str, Sequence[Any]]) -> _Stored:
    """Fill a table by the columns that hold anything, since each cell that is bound takes its time; return what it was given."""
    empty = [name for name, values in columns.items() if values.count(None) == len(values)]
    filled = {name: values for name, values in columns.items() if name not in empty}
    stored = _Stored(list(filled), list(zip(*filled.values(), strict=True)), empty)
    if stored.rows:
        names = ", ".join(f'"{name}"' for name in filled)
        marks = ", ".join("?" * len(filled))
        connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', stored.rows)  # noqa: S608 (as above)
    return stored


def is_linked(field: FieldSchema) -> bool:
    """Return whether a link table holds a field: it references several rows, or rows of several tables.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> [field.name for field in schema_of("cases").fields if is_linked(field)]
        ['places']
    """
    return bool(field.column.refs) and (field.many or len(field.column.refs) > 1)


def exact_names(rows: Rowset) -> tuple[str, ...]:
    """Return the numbers whose exact text stands beside them.

    Example:
        >>> import zjreform as zj
        >>> exact_names(zj.load().metrics)
        ('value', 'upper', 'implied_high')
    """
    return tuple(
        name
        for field in all_fields(rows)
        for name in (_EXACT if field.kind is Quantity else (field.name,))
        if field.kind in {Quantity, Decimal}
    )


def _write_table(connection: sqlite3.Connection, rows: Rowset) -> _Stored:
    """Make a table, fill it, and return what it was given."""
    columns = frame_columns(rows.schema, rows, rows.extension)
    references = {
        field.name: field.column.refs[0] for field in rows.schema.fields if field.column.refs and not is_linked(field)
    }
    exact = exact_names(rows)
    definitions = [_definition(column, references) for column in columns] + [f'"{name}_text" TEXT' for name in exact]
    _create(connection, rows.schema.name, definitions)
    held = {column.name: _stored(column) for column in columns}
    held.update(zip((f"{name}_text" for name in exact), _exact_texts(rows), strict=True))
    written = _insert(connection, rows.schema.name, held)
    for column in columns:
        if column.name in references or column.kind == "code":
            name = f"{rows.schema.name}_{column.name}_index"
            connection.execute(f'CREATE INDEX "{name}" ON "{rows.schema.name}" ("{column.name}")')
    return written


def _create(connection: sqlite3.Connection, name: str, definitions: Sequence[str]) -> None:
    inner = ",\n  ".join(definitions)
    connection.execute(f'CREATE TABLE "{name}" (\n  {inner}\n)')


def _definition(column: FrameColumn, references: Mapping[str, str]) -> str:
    parts = [f'"{column.name}"', _TYPES.get(column.kind, "TEXT")]
    if column.name == "id":
        parts.append("PRIMARY KEY NOT NULL")
    if column.kind == "code":
        values = ", ".join("'" + value.replace("'", "''") + "'" for value in column.categories)
        parts.append(f'CHECK ("{column.name}" IN ({values}))')
    if column.kind == "boolean":
        parts.append(f'CHECK ("{column.name}" IN (0, 1))')
    if column.name in references:
        parts.append(f'REFERENCES "{references[column.name]}" ("id") DEFERRABLE INITIALLY DEFERRED')
    return " ".join(parts)


def _stored(column: FrameColumn) -> Sequence[Any]:
    """Return the values of a column as the database takes them."""
    if column.kind == "whole":
        return [None if value is None else number_text(value) for value in column.values]
    if column.kind == "decimal":
        return [None if value is None else float(value) for value in column.values]
    if column.kind == "date":
        return spelt(column.values, lambda day: None if day is None else day.isoformat())
    if column.kind == "texts":
        lists = [None if value is None else tuple(value) for value in column.values]
        return spelt(lists, lambda value: None if value is None else json.dumps(value, ensure_ascii=False))
    return column.values


def _exact_texts(rows: Rowset) -> Iterator[Sequence[str | None]]:
    """Yield the exact texts of the columns that `exact_names` names."""
    for place, field in enumerate(all_fields(rows), -len(rows.schema.fields)):
        if field.kind is Quantity:
            quantities = column_of(rows, field.name)
            for name in _EXACT:
                yield _texts([getattr(quantity, name) for quantity in quantities])
        elif field.kind is Decimal:
            own = place < 0
            yield _texts(
                column_of(rows, field.name)
                if own
                else [rows.extension.row(key)[place] for key in column_of(rows, "id")]
            )


def _texts(numbers: Sequence[Number | None]) -> Sequence[str | None]:
    return [cell or None for cell in number_cells(numbers)]


_EXACT = ("value", "upper", "implied_high")
"""Numbers of a quantity whose exact texts stand beside them."""


def _write_links(connection: sqlite3.Connection, rows: Rowset, field: FieldSchema) -> _Stored:
    """Make the link table of a field, fill it, and return what it was given."""
    owner, refs = rows.schema.name, field.column.refs
    targets = {table: field.name if len(refs) == 1 else table for table in refs}
    columns = [f'"{owner}" TEXT NOT NULL REFERENCES "{owner}" ("id")', '"position" INTEGER NOT NULL']
    columns += [
        f'"{name}" TEXT REFERENCES "{table}" ("id") DEFERRABLE INITIALLY DEFERRED' for table, name in targets.items()
    ]
    link = link_table(rows.schema, field)
    key = f'PRIMARY KEY ("{owner}", "position")'
    _create(connection, link, [*columns, key])
    held = zip(column_of(rows, "id"), column_of(rows, field.name), strict=True)
    names = [owner, "position", *targets.values()]
    linked = list(zip(*link_rows(held, field), strict=True)) or [()] * len(names)
    written = _insert(connection, link, dict(zip(names, linked, strict=True)))
    for name in targets.values():
        index = f'CREATE INDEX "{link}_{name}_index" ON "{link}" ("{name}")'
        connection.execute(index if len(refs) == 1 else f'{index} WHERE "{name}" IS NOT NULL')
    return written


def link_table(schema: TableSchema, field: FieldSchema) -> str:
    """Return the name of the link table of a field.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> link_table(schema_of("cases"), schema_of("cases").fields[5])
        'cases_places'
    """
    return f"{schema.name}_{field.name}"


def link_rows(held: Iterable[tuple[str, Any]], field: FieldSchema) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a link table: id of the record, place of the reference, and one column for each table referred to.

    Args:
        held: The id of each record with what its field holds.
        field: The field.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> list(link_rows([("a", ["lishui", "nanhu"]), ("b", None)], schema_of("cases").fields[5]))
        [('a', 1, 'lishui'), ('a', 2, 'nanhu')]
    """
    places = {table: place for place, table in enumerate(field.column.refs)}
    none = [None] * len(places)
    for key, value in held:
        references = value or () if field.many else () if value is None else (value,)
        for position, reference in enumerate(references, 1):
            if len(places) == 1:
                yield key, position, reference
                continue
            table, _, target = reference.partition(":")
            cells: list[Any] = none.copy()
            if table in places:
                cells[places[table]] = target
            yield (key, position, *cells)
