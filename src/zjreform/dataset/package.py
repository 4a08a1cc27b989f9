"""Reading a data package: the bundled one and any other of the same schema.

All files are read and checked before anything is returned; all problems come in one error.
"""

import threading
from collections.abc import Callable
from typing import Any

from zjreform.dataset.checks import check_tables
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.table import Table
from zjreform.errors import DatasetError, Problem
from zjreform.records.schema import TABLES, schema_of
from zjreform.resources import read_bytes
from zjreform.tabular.csv_text import read_sheet
from zjreform.tabular.structure import structure_sheet
from zjreform.version import DATA_VERSION

_LOCK = threading.Lock()
_bundled: list[Dataset] = []


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
    """Return the dataset whose files *read* gives by name.

    Args:
        read: Returns the bytes of a file, or raises ``FileNotFoundError``.
        version: Version of the data.

    Raises:
        DatasetError: A file is missing, or any file breaks the schema; it lists every problem.
    """
    rows: dict[str, tuple[Any, ...]] = {}
    lines: dict[str, tuple[int, ...]] = {}
    problems: list[Problem] = []
    for name in TABLES:
        rows[name], lines[name], found = _read_table(name, read)
        problems.extend(found)
    problems = problems or check_tables(rows, lines)
    if problems:
        raise DatasetError(problems)
    return Dataset(version=version, **{name: Table(schema_of(name), records) for name, records in rows.items()})


def _read_table(name: str, read: Callable[[str], bytes]) -> tuple[tuple[Any, ...], tuple[int, ...], list[Problem]]:
    file = f"{name}.csv"
    schema = schema_of(name)
    try:
        data = read(file)
    except FileNotFoundError:
        return (), (), [Problem(file, 0, "", "no such file", "a file of this name")]
    sheet, form = read_sheet(file, data, schema.header)
    records, cells = structure_sheet(sheet, schema)
    return records, sheet.lines, form + cells
