"""Reading a database back: the columns of the schema, the exact text of numbers, lists from their JSON arrays.

What the database says twice must agree: numbers beside their exact text, columns that follow from others, and the rows of link tables.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.errors import DatasetError, Problem
from zjreform.limits import DEFAULT, Limits
from zjreform.quantity.quantities import Quantity
from zjreform.tabular.agreeing import frame_names, header_problems
from zjreform.tabular.csv_text import Sheet, too_many
from zjreform.tabular.frame_cells import frame_sheets, type_problems
from zjreform.tabular.sqlite_files import INFO, is_linked, link_rows, link_table

_EXACT = frozenset({"value", "upper", "implied_high"})


def sqlite_info(path: Path, limits: Limits = DEFAULT) -> dict[str, Any]:
    """Return what a database says of the dataset as a whole.

    Raises:
        DatasetError: The file is no such database, a damaged one, or beyond the limits.

    Example:
        >>> import tempfile, zjreform as zj
        >>> sqlite_info(zj.load().write_sqlite(tempfile.mkdtemp() + "/zj.sqlite").path)["zjreform"]
        {}
    """
    length = path.stat().st_size
    if length > limits.bytes:
        remedy = "if it is what it should be, give limits=zj.Limits(bytes=…)"
        raise DatasetError([Problem(path.name, 0, "", f"{length} bytes", f"at most {limits.bytes} bytes", remedy)])
    try:
        with closing(_open(path)) as connection:
            _refuse_views(connection, INFO)
            info = dict(connection.execute(f'SELECT "key", "value" FROM "{INFO}"'))  # noqa: S608 (a constant)
            state = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]  # no index is read
            if state != ["ok"]:
                raise ValueError(f"a damaged database ({state[0]})")  # noqa: TRY301 (one error for all)
            return {"version": info["version"], "zjreform": json.loads(info["zjreform"])}
    except (sqlite3.Error, KeyError, TypeError, ValueError, RecursionError) as error:
        found = Problem(path.name, 0, "", str(error), "a database that write_sqlite made", "write it anew")
        raise DatasetError([found]) from None


def sqlite_sheets(
    path: Path, schema: TableSchema, extra: Sequence[FieldSchema], problems: list[Problem], limits: Limits = DEFAULT
) -> Iterator[Sheet]:
    """Yield the cells of a table of a database.

    Args:
        path: The database.
        schema: Schema of the table.
        extra: Extension columns.
        problems: Receives each departure.
        limits: What the table may hold.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> problems = []
        >>> list(sqlite_sheets(Path("no-such.sqlite"), schema_of("tiers"), (), problems)), problems[0].expected
        ([], 'a table as write_sqlite made it')
    """
    file, fields = f"{path.name}:{schema.name}", (*schema.fields, *extra)
    sources = {name: (_column(field, name), _decoder(field, name)) for field in fields for name in field.cells}
    try:
        with closing(_open(path)) as connection:
            _refuse_views(connection, schema.name)
            columns, found = _columns(
                connection, file, schema, extra, [column for column, _ in sources.values()], limits
            )
            if not found:
                cells = {
                    name: columns[column] if decode is None else list(map(decode, columns[column]))
                    for name, (column, decode) in sources.items()
                }
                found = list(type_problems(file, fields, cells.__getitem__))
            if not found:
                found = list(_link_problems(connection, file, schema, cells))
    except (sqlite3.Error, ValueError, TypeError, OverflowError, RecursionError) as error:
        found = [Problem(file, 0, "", str(error), "a table as write_sqlite made it", "write the database anew")]
    problems.extend(found)
    if not found:
        read = {column for column, _ in sources.values()}
        also = {name: values for name, values in columns.items() if name not in read}
        yield from frame_sheets(file, fields, len(columns["id"]), cells.__getitem__, also)


def _columns(
    connection: sqlite3.Connection,
    file: str,
    schema: TableSchema,
    extra: Sequence[FieldSchema],
    wanted: Sequence[str],
    limits: Limits,
) -> tuple[Mapping[str, Sequence[Any]], list[Problem]]:
    """Return all columns of a table, or what is wrong with them."""
    header = [row[1] for row in connection.execute(f'PRAGMA table_xinfo("{schema.name}")')]
    found = header_problems(file, 0, header, wanted, (*frame_names(schema, extra), *wanted))
    count = connection.execute(f'SELECT count(*) FROM "{schema.name}"').fetchone()[0]  # noqa: S608 (names of the schema)
    if count > limits.rows:
        found.append(too_many(file, count, limits))
    if found:
        return {}, found
    chosen = ", ".join(f'"{name}"' for name in header)
    rows = connection.execute(f'SELECT {chosen} FROM "{schema.name}" ORDER BY rowid').fetchall()  # noqa: S608 (as above)
    return dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(header, ()), []


def _refuse_views(connection: sqlite3.Connection, table: str) -> None:
    """Refuse what only looks like a table: a view may never end, a virtual table run code."""
    kinds = [tuple(row) for row in connection.execute("SELECT type, sql FROM sqlite_master WHERE name = ?", (table,))]
    if [kind for kind, _ in kinds] != ["table"] or "VIRTUAL" in str(kinds[0][1]).upper().partition("(")[0]:
        raise ValueError(f"no table of its own called {table!r}")


def _link_problems(
    connection: sqlite3.Connection, file: str, schema: TableSchema, cells: Mapping[str, Sequence[Any]]
) -> Iterator[Problem]:
    """Yield a problem for each link table whose rows are not the lists and references that the table itself holds."""
    for field in filter(is_linked, schema.fields):
        name = link_table(schema, field)
        _refuse_views(connection, name)
        expected = list(link_rows(zip(cells["id"], cells[field.name], strict=True), field))
        stated = connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 (names of the schema)
        odd = set(stated) ^ set(expected)
        if odd or len(stated) != len(expected):
            shown = str(min(odd, key=str)) if odd else f"{len(stated)} rows"
            remedy = f"change {field.name} and the link table alike"
            yield Problem(
                file.partition(":")[0] + f":{name}", 0, "", shown, f"the rows that {field.name} gives", remedy
            )


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _column(field: FieldSchema, name: str) -> str:
    exact = name in _EXACT if field.kind is Quantity else field.kind is Decimal
    return f"{name}_text" if exact else name


def _decoder(field: FieldSchema, name: str) -> Callable[[Any], Any] | None:
    """What a column is decoded by; ``None`` where its values are taken as they are."""
    if field.many:
        return _items
    if field.kind is bool or (field.kind is Quantity and name in {"lower_open", "upper_open"}):
        return _boolean
    return None


def _items(value: object) -> Any:  # noqa: ANN401 (a list, or what stands there in place of one)
    return json.loads(value) if isinstance(value, str) else value


def _boolean(value: object) -> bool | None:
    if value not in {0, 1, None}:
        raise ValueError(f"expected 0 or 1, got {value!r}")
    return None if value is None else bool(value)
