"""Reading a database back: the columns of the schema, the exact text of numbers, lists from their JSON arrays."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.errors import DatasetError, Problem
from zjreform.quantity.quantities import Quantity
from zjreform.tabular.csv_text import Sheet
from zjreform.tabular.frame_cells import frame_sheets
from zjreform.tabular.sqlite_files import INFO

_EXACT = frozenset({"value", "upper", "implied_high"})


def sqlite_info(path: Path) -> dict[str, Any]:
    """Return what a database says of the dataset as a whole.

    Raises:
        DatasetError: The file is no such database.

    Example:
        >>> import tempfile, zjreform as zj
        >>> sqlite_info(zj.load().write_sqlite(tempfile.mkdtemp() + "/zj.sqlite").path)["zjreform"]
        {}
    """
    try:
        with closing(_open(path)) as connection:
            info = dict(connection.execute(f'SELECT "key", "value" FROM "{INFO}"'))  # noqa: S608 (a constant)
            return {"version": info["version"], "zjreform": json.loads(info["zjreform"])}
    except (sqlite3.DatabaseError, KeyError, ValueError) as error:
        found = Problem(path.name, 0, "", str(error), "a database that write_sqlite made", "write it anew")
        raise DatasetError([found]) from None


def sqlite_sheets(path: Path, table: str, fields: Sequence[FieldSchema], problems: list[Problem]) -> Iterator[Sheet]:
    """Yield the cells of a table of a database.

    Args:
        path: The database.
        table: Name of the table.
        fields: Its fields, extension columns last.
        problems: Receives each departure.

    Example:
        >>> problems = []
        >>> list(sqlite_sheets(Path("no-such.sqlite"), "tiers", (), problems)), problems[0].expected
        ([], 'a table as write_sqlite made it')
    """
    sources = {name: (_column(field, name), _decoder(field, name)) for field in fields for name in field.cells}
    chosen = ", ".join(f'"{column}"' for column, _ in sources.values())
    file = f"{path.name}:{table}"
    try:
        with closing(_open(path)) as connection:
            rows = connection.execute(f'SELECT {chosen} FROM "{table}" ORDER BY rowid').fetchall()  # noqa: S608 (names of the schema)
        columns = dict(zip(sources, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(sources, ())
        decoded = {name: tuple(map(sources[name][1], cells)) for name, cells in columns.items()}
    except (sqlite3.DatabaseError, ValueError) as error:
        problems.append(Problem(file, 0, "", str(error), "a table as write_sqlite made it", "write the database anew"))
        return
    yield from frame_sheets(file, fields, len(rows), decoded.__getitem__)


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _column(field: FieldSchema, name: str) -> str:
    exact = name in _EXACT if field.kind is Quantity else field.kind is Decimal
    return f"{name}_text" if exact else name


def _decoder(field: FieldSchema, name: str) -> Callable[[Any], Any]:
    if field.many:
        return json.loads
    if field.kind is bool or (field.kind is Quantity and name in {"lower_open", "upper_open"}):
        return _boolean
    return _same


def _same(value: Any) -> Any:  # noqa: ANN401 (any value of SQLite)
    return value


def _boolean(value: object) -> bool | None:
    if value not in {0, 1, None}:
        raise ValueError(f"expected 0 or 1, got {value!r}")
    return None if value is None else bool(value)
