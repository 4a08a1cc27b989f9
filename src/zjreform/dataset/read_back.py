"""What a format holds of a dataset, compared with the dataset before a file is put in place.

The dataset itself is checked as its reader would check it; what was written is read again and compared column by column.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from zjreform.dataset.bundled import bundled
from zjreform.dataset.checks.structure import check_tables
from zjreform.dataset.containers import file_bytes
from zjreform.dataset.reading import Opened, open_package
from zjreform.dataset.table import Table
from zjreform.dataset.tables import Tables
from zjreform.errors import DatasetError, Problem
from zjreform.limits import DEFAULT
from zjreform.publish.data_package import field_descriptor
from zjreform.quantity.quantities import Quantity
from zjreform.records.index import TABLES
from zjreform.tabular.cell_columns import field_values
from zjreform.tabular.csv_text import too_many, within_cells
from zjreform.tabular.json_writing import json_records
from zjreform.tabular.read_back import CANNOT_HOLD, differing, other_values, unreadable


def own_settings(ds: Tables) -> dict[str, Any]:
    """Return what a package says of itself: whether it extends the bundled dataset, and which columns it declares.

    Raises:
        DatasetError: An id stands twice, or a reference leads nowhere.

    Example:
        >>> import zjreform as zj
        >>> own_settings(zj.load())
        {}
    """
    held = {name: getattr(ds, name).extension.fields for name in TABLES}
    declared = {name: list(map(field_descriptor, fields)) for name, fields in held.items() if fields}
    return {
        **({"extends": "bundled"} if _extends(ds) else {}),
        **({"extensions": declared} if declared else {}),
    }


def refuse_unreadable(ds: Tables) -> None:
    """Refuse values that no reader would take or give back, whatever the format.

    Raises:
        DatasetError: There are such values, or more of them than a reader takes; every kind is listed.

    Example:
        >>> import zjreform as zj
        >>> refuse_unreadable(zj.load())
    """
    tables = [getattr(ds, name) for name in TABLES]
    problems = [too_many(f"{table.name}.csv", len(table), DEFAULT) for table in tables if len(table) > DEFAULT.rows]
    _refuse(problems or [found for table in tables for found in unreadable(table, field_values(table))])


def compare_description(path: Path, ds: Tables) -> Opened:
    """Return a package that was written, opened; what it says of itself must be what the dataset says.

    Raises:
        DatasetError: It is another version, extends something else, or declares other columns.
    """
    problems: list[Problem] = []
    opened = open_package(path, problems)
    extra = {name: getattr(ds, name).extension.fields for name in TABLES}
    said = opened.version, {name: tuple(opened.extra.get(name, ())) for name in TABLES}
    _refuse(problems or ([] if said == (ds.version, extra) else [other_values(path.name)]))
    return opened


def compare_cells(path: Path, ds: Tables, cells: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
    """Compare the cells of a package with those that were to be written.

    Raises:
        DatasetError: It cannot be read, or holds other cells.
    """
    opened = compare_description(path, ds)
    problems: list[Problem] = []
    for name, columns in cells.items():
        sheets = within_cells(opened.sheets(name, problems), DEFAULT, problems)
        problems.extend(differing(sheets, f"{name}.csv", columns))
    _refuse(problems)


def compare_arrow(path: Path, ds: Tables, tables: Mapping[str, Any]) -> None:
    """Compare the Parquet files of a package with the Arrow tables that were to be written.

    Raises:
        DatasetError: One cannot be read, or holds other values.
    """
    from zjreform.tabular.parquet_files import parquet_table  # noqa: PLC0415 (an optional library)

    compare_description(path, ds)
    problems: list[Problem] = []
    for (file, table), name in zip(tables.items(), TABLES, strict=True):
        problems.extend(_lost_ends(file, table, getattr(ds, name)))
        found = parquet_table(file, file_bytes(path / file), problems)
        if found is not None and not _same_columns(found, table):
            problems.append(other_values(file))
    _refuse(problems)


def _lost_ends(file: str, table: Any, rows: Table[Any]) -> Iterator[Problem]:  # noqa: ANN401 (pyarrow.Table)
    """Yield a problem where an implied end has more digits than its column, which no numerator stands in for."""
    for field in rows.schema.fields:
        if field.kind is Quantity:
            held = [quantity.implied_high for quantity in rows.column(field.name)]
            if table.column("implied_high").null_count != held.count(None):
                longest = max((end for end in held if end is not None), key=lambda end: len(str(end)))
                yield Problem(file, 0, "implied_high", str(longest), "a number that its column holds", CANNOT_HOLD)


def _same_columns(found: Any, table: Any) -> bool:  # noqa: ANN401 (pyarrow tables)
    """Return whether two tables hold the same; Parquet has another name for the items of a list."""
    told = [[(field.name, field.metadata) for field in each.schema] for each in (found, table)]
    same = told[0] == told[1] and found.schema.metadata == table.schema.metadata
    return same and bool(found.cast(table.schema).equals(table))


def compare_json(path: Path, ds: Tables, head: Mapping[str, Any]) -> None:
    """Compare a JSON file with the records that were to be written.

    Raises:
        DatasetError: It cannot be read, or holds other values.
    """
    content = json.loads(file_bytes(path))
    tables = content.pop("tables")
    same = content == head and list(tables) == list(TABLES)
    _refuse(
        []
        if same and all(tables[name] == json_records(getattr(ds, name)) for name in TABLES)
        else [other_values(path.name)]
    )


def _extends(ds: Tables) -> bool:
    """Return whether references lead to rows of the bundled dataset that this one does not hold."""
    rows = {name: getattr(ds, name) for name in TABLES}
    lines = {name: range(2, len(table) + 2) for name, table in rows.items()}
    if not check_tables(rows, lines):
        return False
    base = bundled()
    _refuse(check_tables(rows, lines, {name: getattr(base, name).ids for name in TABLES}))
    return True


def _refuse(problems: Iterable[Problem]) -> None:
    if found := list(problems):
        raise DatasetError(found)
