"""From files to tables: what every reader shares.

All files are read and checked before anything is returned; all problems come in one error.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.dataset.checks.structure import check_tables, duplicate_ids
from zjreform.dataset.table import Table
from zjreform.dataset.tables import Tables
from zjreform.errors import DatasetError, Problem
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.collection import paused_collection
from zjreform.tabular.csv_text import Sheet, read_sheets
from zjreform.tabular.extension import extension_of
from zjreform.tabular.structure import Rows, structure_sheets

SheetsOf = Callable[[str, list[Problem]], Iterable[Sheet]]
"""Gives the cells of a table by its name, and adds what is wrong with their form to the list."""

Known = Mapping[str, Iterable[str]]
"""Ids by table, beside those of the package, that references may name."""


def read_table(name: str, read: Callable[[str], bytes], version: str) -> Table[Any]:
    """Return one table of the package whose files *read* gives; what it says of other tables is not checked.

    Raises:
        DatasetError: The file is missing or breaks the schema, or two rows have one id.
    """
    problems: list[Problem] = []
    with paused_collection():
        rows = _read_table(name, _sheets_of(read), (), problems, set())
        problems = problems or duplicate_ids(name, rows.records, rows.lines)
    if problems:
        raise DatasetError(problems)
    return _table(name, rows, (), version)


def read_package(read: Callable[[str], bytes], version: str) -> Tables:
    """Return the tables whose CSV files *read* gives by name.

    Args:
        read: Returns the bytes of a file, or raises ``FileNotFoundError``.
        version: Version of the data.

    Raises:
        DatasetError: A file is missing, or any file breaks the schema; it lists every problem.

    Example:
        >>> from zjreform.resources import read_bytes
        >>> read_package(read_bytes, "test").version
        'test'
    """
    return assemble(_sheets_of(read), version)


def assemble(
    sheets: SheetsOf,
    version: str,
    extra: Mapping[str, Sequence[FieldSchema]] | None = None,
    known: Known | None = None,
    problems: Sequence[Problem] = (),
    unsure: Collection[str] = (),
    lines: dict[str, Sequence[int]] | None = None,
) -> Tables:
    """Return the tables of the cells that *sheets* gives for each table.

    Args:
        sheets: Gives the cells of a table.
        version: Version of the data.
        extra: Extension columns by table.
        known: Ids of another dataset that references may name.
        problems: What was found wrong before.
        unsure: Tables whose file could not be found, so that references into them are not judged.
        lines: Receives for each table the line of each record, where that is wanted.

    Raises:
        DatasetError: There is any problem; it lists all of them.
    """
    extra, found = extra or {}, list(problems)
    with paused_collection():
        torn = set(unsure)
        rows = {name: _read_table(name, sheets, extra.get(name, ()), found, torn) for name in TABLES}
        found += check_tables(
            {name: part.records for name, part in rows.items()},
            {name: part.lines for name, part in rows.items()},
            _with_left_out(known, rows) if found else known,
            torn,
        )
        if found:
            raise DatasetError(found)
        if lines is not None:
            lines.update({name: part.lines for name, part in rows.items()})
        tables = {name: _table(name, part, extra.get(name, ()), version) for name, part in rows.items()}
    return Tables(version=version, **tables)


def _sheets_of(read: Callable[[str], bytes]) -> SheetsOf:
    def sheets(name: str, problems: list[Problem]) -> Iterable[Sheet]:
        file = f"{name}.csv"
        try:
            return read_sheets(file, read(file), schema_of(name).header, problems)
        except FileNotFoundError:
            problems.append(Problem(file, 0, "", "no such file", "a file of this name", "put it beside the others"))
            return ()

    return sheets


def _with_left_out(known: Known | None, rows: Mapping[str, Rows]) -> Known:
    """Return the ids that references may name besides those of the records: also those of rows that are wrong elsewhere."""
    return {name: (*(known or {}).get(name, ()), *part.left_out) for name, part in rows.items()}


def _read_table(
    name: str, sheets: SheetsOf, extra: Sequence[FieldSchema], problems: list[Problem], torn: set[str]
) -> Rows:
    """Return the rows of a table; its name is added to *torn* if whole rows are lost."""
    form: list[Problem] = []
    cells: list[Problem] = []
    rows = structure_sheets(sheets(name, form), schema_of(name), extra, cells)
    problems.extend(sorted(form + cells, key=lambda problem: problem.row))
    if form:
        torn.add(name)
    return rows


def _table(name: str, rows: Rows, fields: Sequence[FieldSchema], version: str) -> Table[Any]:
    ids = rows.records.column("id") if fields else ()
    extension = extension_of(fields, ids, rows.extra)
    return Table(schema_of(name), rows.records, extension, version=version)
