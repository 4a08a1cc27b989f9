"""From files to a dataset: the bundled one, and what every other reader shares.

All files are read and checked before anything is returned; all problems come in one error.
"""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from zjreform.dataset.checks import check_tables
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.table import Table
from zjreform.errors import DatasetError, Problem
from zjreform.records.schema import TABLES, FieldSchema, schema_of
from zjreform.resources import read_bytes
from zjreform.tabular.collection import paused_collection
from zjreform.tabular.csv_text import Sheet, read_sheets
from zjreform.tabular.extension import extension_of
from zjreform.tabular.structure import Rows, structure_sheets
from zjreform.version import DATA_VERSION

_LOCK = threading.Lock()
_bundled: list[Dataset] = []

SheetsOf = Callable[[str, list[Problem]], Iterable[Sheet]]
"""Gives the cells of a table by its name, and adds what is wrong with their form to the list."""

Known = Mapping[str, Iterable[str]]
"""Ids by table, beside those of the package, that references may name."""


def load() -> Dataset:
    """Return the bundled dataset; the first call reads and checks it, later ones return the same object.

    Raises:
        DatasetError: The bundled files are damaged.

    Example:
        >>> import zjreform as zj
        >>> zj.load() is zj.load()
        True
    """
    with _LOCK:
        if not _bundled:
            _bundled.append(read_package(read_bytes, DATA_VERSION))
    return _bundled[0]


def read_package(read: Callable[[str], bytes], version: str) -> Dataset:
    """Return the dataset whose CSV files *read* gives by name.

    Args:
        read: Returns the bytes of a file, or raises ``FileNotFoundError``.
        version: Version of the data.

    Raises:
        DatasetError: A file is missing, or any file breaks the schema; it lists every problem.
    """

    def sheets(name: str, problems: list[Problem]) -> Iterable[Sheet]:
        file = f"{name}.csv"
        try:
            return read_sheets(file, read(file), schema_of(name).header, problems)
        except FileNotFoundError:
            problems.append(Problem(file, 0, "", "no such file", "a file of this name"))
            return ()

    return assemble(sheets, version)


def assemble(
    sheets: SheetsOf,
    version: str,
    extra: Mapping[str, Sequence[FieldSchema]] | None = None,
    known: Known | None = None,
    problems: Sequence[Problem] = (),
) -> Dataset:
    """Return the dataset of the cells that *sheets* gives for each table.

    Args:
        sheets: Gives the cells of a table.
        version: Version of the data.
        extra: Extension columns by table.
        known: Ids of another dataset that references may name.
        problems: What was found wrong before.

    Raises:
        DatasetError: There is any problem; it lists all of them.
    """
    extra, found = extra or {}, list(problems)
    with paused_collection():
        rows = {name: _read_table(name, sheets, extra.get(name, ()), found) for name in TABLES}
        # References into a table that could not be read would all seem to dangle.
        found = found or check_tables(
            {name: part.records for name, part in rows.items()}, {name: part.lines for name, part in rows.items()}, known
        )
        if found:
            raise DatasetError(found)
        tables = {name: _table(name, part, extra.get(name, ()), version) for name, part in rows.items()}
    return Dataset(version=version, **tables)


def _read_table(name: str, sheets: SheetsOf, extra: Sequence[FieldSchema], problems: list[Problem]) -> Rows:
    form: list[Problem] = []
    cells: list[Problem] = []
    rows = structure_sheets(sheets(name, form), schema_of(name), extra, cells)
    problems.extend(sorted(form + cells, key=lambda problem: problem.row))
    return rows


def _table(name: str, rows: Rows, fields: Sequence[FieldSchema], version: str) -> Table[Any]:
    ids = [record.id for record in rows.records] if fields else ()
    extension = extension_of(fields, ids, rows.extra)
    return Table(schema_of(name), rows.records, extension, version=version)
