"""Writing a dataset: as a data package, Parquet, SQLite, JSON or Excel.

Nothing is put in place before it has been read back and found equal; a crash leaves the old file whole.
"""

import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from zjreform.arguments import told
from zjreform.dataset.containers import DESCRIPTOR
from zjreform.dataset.read_back import (
    compare_arrow,
    compare_cells,
    compare_description,
    compare_json,
    own_settings,
    refuse_unreadable,
)
from zjreform.dataset.table import Table
from zjreform.dataset.tables import Tables
from zjreform.errors import DatasetError, Problem, ZjError
from zjreform.publish.codebook import CODEBOOK, CodebookEntry, codebook_entries
from zjreform.publish.data_package import Resource, data_package
from zjreform.publish.datasette import datasette_metadata
from zjreform.records.index import TABLES
from zjreform.tabular.atomic import new_file, new_folder
from zjreform.tabular.cell_columns import cell_columns
from zjreform.tabular.collection import paused_collection
from zjreform.tabular.csv_text import BOM, write_columns
from zjreform.tabular.formulas import is_risky, made_safe

PathText = str | PathLike[str]
_TIME = (1980, 1, 1, 0, 0, 0)
_REMEDY = "shown with an apostrophe in front, which zj.read takes off again"
KNOWN = frozenset(
    {DESCRIPTOR, "README.md", "CODEBOOK.md", *(f"{name}.{kind}" for name in TABLES for kind in ("csv", "parquet"))}
)
"""Files that a folder may hold to be replaced."""


@frozen
class Written:
    """What was written.

    Attributes:
        path: The file or folder.
        files: Names of the files.
        made_safe: Cells that a spreadsheet would have run as a formula, where that was asked for.
    """

    path: Path
    files: tuple[str, ...]
    made_safe: tuple[Problem, ...] = ()


@paused_collection()
def write_package(ds: Tables, path: PathText, *, overwrite: bool, spreadsheet_safe: bool) -> Written:
    """Write the CSV files with their ``datapackage.json``, into a folder or a zip file.

    Example:
        >>> import tempfile, zjreform as zj
        >>> write_package(zj.load(), tempfile.mkdtemp() + "/a.zip", overwrite=False, spreadsheet_safe=False).files[0]
        'datapackage.json'
    """
    target = _named(path, "", ".zip")
    refuse_unreadable(ds)
    cells = {table.name: cell_columns(table) for table in _tables(ds)}
    files, risky = _package_files(ds, cells, spreadsheet_safe=spreadsheet_safe)
    if target.suffix == ".zip":
        with new_file(target, overwrite=overwrite) as new:
            _write_zip(new, files)
            compare_cells(new, ds, cells)
    else:
        with new_folder(target, overwrite=overwrite, known=KNOWN) as new:
            for name, data in files.items():
                (new / name).write_bytes(data)
            compare_cells(new, ds, cells)
    return Written(target, tuple(files), tuple(risky))


@paused_collection()
def write_parquet(ds: Tables, path: PathText, *, overwrite: bool) -> Written:
    """Write a Parquet file for each table with ``datapackage.json``."""
    from zjreform.tabular.parquet_files import write_parquet_file  # noqa: PLC0415 (an optional library)

    target, resources, tables = _named(path, ""), [], {}
    refuse_unreadable(ds)
    with new_folder(target, overwrite=overwrite, known=KNOWN) as new:
        for name in TABLES:
            table, file = getattr(ds, name), f"{name}.parquet"
            tables[file] = _stored_columns(table)
            write_parquet_file(new / file, tables[file])
            resources.append(Resource(name, file, (new / file).read_bytes(), table.extension.fields, len(table)))
        descriptor = data_package(resources, ds.version, ds.sources, own_settings(ds))
        (new / DESCRIPTOR).write_bytes(json_bytes(descriptor))
        compare_arrow(new, ds, tables)
    return Written(target, (DESCRIPTOR, *tables))


def _stored_columns(table: Table[Any]) -> Any:  # noqa: ANN401 (pyarrow.Table)
    """The columns of a table that can be read back: those of its frame but what follows from other tables."""
    from zjreform.tabular.arrow_tables import arrow_table  # noqa: PLC0415 (only this format needs it)
    from zjreform.tabular.frame_columns import column_stream  # noqa: PLC0415 (as above)

    columns = column_stream(table.schema, table, table.extension)
    return arrow_table(columns, {"table": table.name, "data_version": table.version, "query": table.query})


@paused_collection()
def write_arrow(ds: Tables, path: PathText, *, overwrite: bool) -> Written:
    """Write an Arrow IPC file for each table, which R, Julia, DuckDB and pandas read with types, order and labels."""
    from zjreform.tabular.optional import optional  # noqa: PLC0415 (an optional library)

    ipc, target = optional("pyarrow.ipc", "arrow"), Path(path)
    files = tuple(f"{name}.arrow" for name in TABLES)
    with new_folder(target, overwrite=overwrite, known=KNOWN | set(files)) as new:
        for name, file in zip(TABLES, files, strict=True):
            table = _stored_columns(getattr(ds, name))
            with ipc.new_file(new / file, table.schema) as stream:
                stream.write_table(table)
            if not ipc.open_file(new / file).read_all().equals(table, check_metadata=True):
                raise DatasetError([Problem(file, 0, "", "other values", "the values that were written")])
    return Written(target, files)


@paused_collection()
def write_sqlite(ds: Tables, path: PathText, *, overwrite: bool) -> Written:
    """Write a database, and beside it the metadata that Datasette shows labels, facets and definitions from."""
    from zjreform.tabular.sqlite_files import write_database  # noqa: PLC0415 (only this format needs it)

    target = _named(path, ".sqlite", ".sqlite3", ".db")
    beside = target.with_name(f"{target.stem}.metadata.json")
    refuse_unreadable(ds)
    with new_file(target, overwrite=overwrite) as new, new_file(beside, overwrite=overwrite) as notes:
        try:
            write_database(new, [*_tables(ds), _of_files()], _info(ds))  # compares what it finds in it
        except sqlite3.OperationalError as error:
            raise OSError(f"cannot write {str(target)!r}: {error}") from error
        notes.write_bytes(json_bytes(datasette_metadata(target.stem, ds.version)))
        compare_description(new, ds)
    return Written(target, (target.name, beside.name))


@paused_collection()
def write_json(ds: Tables, path: PathText, *, overwrite: bool) -> Written:
    """Write one JSON file that holds all tables."""
    from zjreform.tabular.json_writing import json_tables  # noqa: PLC0415 (only this format needs it)

    target = _named(path, ".json")
    refuse_unreadable(ds)
    head = {"name": "zjreform", "version": ds.version, "zjreform": own_settings(ds)}
    with new_file(target, overwrite=overwrite) as new:
        new.write_bytes(json_tables(head, _tables(ds)).encode("utf-8"))
        compare_json(new, ds, head)
    return Written(target, (target.name,))


@paused_collection()
def write_excel(ds: Tables, path: PathText, *, overwrite: bool) -> Written:
    """Write a workbook with a sheet for each table, the codebook first."""
    from zjreform.tabular.excel_files import write_workbook  # noqa: PLC0415 (an optional library)

    def write(new: Path) -> None:
        try:
            write_workbook(new, [_of_files(), *_tables(ds)], _info(ds))
        except (OSError, ValueError, ZjError):
            raise
        except Exception as error:  # XlsxWriter has an error of its own for a full disk
            raise OSError(f"cannot write {str(path)!r}: {error}") from error

    target = _named(path, ".xlsx")
    with new_file(target, overwrite=overwrite) as new:
        write(new)  # compares what another reader finds in it
    return Written(target, (target.name,))


@told
def codebook() -> Table[CodebookEntry]:
    """Return the codebook: every column of every file, frame and answer, and every value of every closed list.

    Example:
        >>> import zjreform as zj
        >>> entry = zj.codebook()["awards-position"]
        >>> entry.label_zh, entry.type, entry.required
        ('位次', 'whole number', True)
    """
    from zjreform.publish.frame_codebook import frame_entries  # noqa: PLC0415 (writing needs the columns of files alone)

    return Table(CODEBOOK, (*codebook_entries(), *frame_entries()))


def _of_files() -> Table[CodebookEntry]:
    """The codebook of what files hold."""
    return Table(CODEBOOK, codebook_entries())


def json_bytes(content: object) -> bytes:
    r"""Return content as JSON that a person can read.

    Example:
        >>> json_bytes({"a": "浙"}).decode()
        '{\n  "a": "浙"\n}\n'
    """
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


_TAKEN = frozenset({".zip", ".json", ".sqlite", ".sqlite3", ".db", ".xlsx", ".xls", ".csv", ".parquet"})
"""Suffixes that say what a file is; a folder may bear any other."""


def _named(path: PathText, *suffixes: str) -> Path:
    """Return a path whose name says what will stand there, since reading goes by it.

    Raises:
        DatasetError: The name ends otherwise.
    """
    target = Path(path)
    if target.suffix in suffixes or ("" in suffixes and target.suffix.lower() not in _TAKEN):
        return target
    names = [f"that ends in {suffix}" if suffix else "of a folder" for suffix in suffixes]
    raise DatasetError([Problem(target.name, 0, "", target.suffix, f"a name {' or '.join(names)}", "name it so")])


def _tables(ds: Tables) -> list[Table[Any]]:
    return [getattr(ds, name) for name in TABLES]


def _package_files(
    ds: Tables, cells: Mapping[str, Mapping[str, Sequence[str]]], *, spreadsheet_safe: bool
) -> tuple[dict[str, bytes], list[Problem]]:
    files: dict[str, bytes] = {DESCRIPTOR: b""}
    resources, risky = [], []
    for table in _tables(ds):
        file, columns = f"{table.name}.csv", cells[table.name]
        if spreadsheet_safe:
            risky.extend(_risky(file, columns))
            columns = {name: list(map(made_safe, column)) for name, column in columns.items()}
        files[file] = (BOM if spreadsheet_safe else b"") + write_columns(columns)
        resources.append(Resource(table.name, file, files[file], table.extension.fields, len(table)))
    own = {**own_settings(ds), **({"spreadsheet_safe": True} if spreadsheet_safe else {})}
    files[DESCRIPTOR] = json_bytes(data_package(resources, ds.version, ds.sources, own))
    return files, risky


def _risky(file: str, columns: Mapping[str, Sequence[str]]) -> list[Problem]:
    return [
        Problem(file, row, name, cell, "a text that no spreadsheet runs", _REMEDY)
        for row, line in enumerate(zip(*columns.values(), strict=True), 2)
        for name, cell in zip(columns, line, strict=True)
        if is_risky(cell)
    ]


def _write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _TIME), data, zipfile.ZIP_DEFLATED)


def _info(ds: Tables) -> dict[str, str]:
    return {"name": "zjreform", "version": ds.version, "zjreform": json.dumps(own_settings(ds), ensure_ascii=False)}
