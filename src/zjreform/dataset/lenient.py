"""Reading leniently, on request only: any of the columns, in any order, and TRUE for true; every change is listed, none is silent.

What is left out is empty, so that a column which may not be empty is still missed. Values are never guessed: what comes of it meets the
strict reader.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Final

from zjreform.alike import close_to
from zjreform.columns.schema import FieldSchema
from zjreform.errors import Problem
from zjreform.records.schema import schema_of
from zjreform.tabular.csv_text import BOM, Sheet

_BOOLEANS: Final = {"true": "true", "false": "false"}


def lenient_sheet(
    file: str,
    table: str,
    columns: Mapping[str, Sequence[str]],
    extra: Sequence[FieldSchema],
    changes: list[Problem],
    problems: list[Problem],
) -> Iterator[Sheet]:
    """Yield the cells of a table of which some columns are given, in any order.

    Args:
        file: Name for problems.
        table: Name of the table.
        columns: Cells by the name of their column.
        extra: Extension columns that are declared.
        changes: Receives what was changed.
        problems: Receives what cannot be changed.

    Example:
        >>> changes, problems = [], []
        >>> (sheet,) = lenient_sheet("t", "term_parts", {"order": ["1"], "id": ["a"]}, (), changes, problems)
        >>> sheet.columns["id"], sheet.columns["name_zh"], len(changes), problems[0].field
        (['a'], [''], 6, 'term')
    """
    fields = (*schema_of(table).fields, *extra)
    header = [name for field in fields for name in field.cells]
    count = len(next(iter(columns.values()), ()))
    for name in columns:
        if name not in header:
            near = close_to(name, header)
            problems.append(
                Problem(
                    file, 1, name, name, f"a column of {table}", f"did you mean {near[0]!r}?" if near else "take it out"
                )
            )
    if [name for name in columns if name in header] != [name for name in header if name in columns]:
        changes.append(Problem(file, 1, "", ", ".join(columns), "the columns in their order", "put in order"))
    made: dict[str, Sequence[str]] = {}
    for field in fields:
        for name in field.cells:
            given = columns.get(name)
            if given is None:
                made[name] = [""] * count
                _missing(file, field, name, changes, problems)
            else:
                made[name] = _booleans(file, name, given, changes) if _is_boolean(field, name) else list(given)
    yield Sheet(file, made, range(2, count + 2))


def _missing(file: str, field: FieldSchema, name: str, changes: list[Problem], problems: list[Problem]) -> None:
    parts = len(field.cells) > 1
    needed = name in {"value", "bound"} if parts else not (field.nullable or field.many)
    if needed:
        problems.append(Problem(file, 1, name, "no such column", "this column, which may not be empty"))
    else:
        changes.append(Problem(file, 1, name, "no such column", "this column", "read as empty"))


def _is_boolean(field: FieldSchema, name: str) -> bool:
    return field.kind is bool or name in {"lower_open", "upper_open"}


def _booleans(file: str, name: str, cells: Sequence[str], changes: list[Problem]) -> list[str]:
    made = [_BOOLEANS.get(cell.lower(), cell) for cell in cells]
    changed = [(row, old) for row, (old, new) in enumerate(zip(cells, made, strict=True), 2) if old != new]
    if changed:
        more = (
            f"read in lower case, here and in {len(changed) - 1} other rows"
            if len(changed) > 1
            else "read in lower case"
        )
        changes.append(Problem(file, changed[0][0], name, changed[0][1], "true or false", more))
    return made


def lenient_csv(
    file: str, table: str, data: bytes, extra: Sequence[FieldSchema], changes: list[Problem], problems: list[Problem]
) -> Iterable[Sheet]:
    """Return the cells of a CSV file read leniently: a byte-order mark and CRLF are left out, and said."""
    if data.startswith(BOM):
        changes.append(Problem(file, 1, "", "a byte-order mark", "UTF-8 without one", "left out"))
    if b"\r\n" in data:
        changes.append(Problem(file, 1, "", "CRLF", "line ends of LF alone", "read as LF"))
    try:
        text = data.removeprefix(BOM).decode("utf-8").replace("\r\n", "\n")
        header, *rows = list(csv.reader(StringIO(text, newline=""), strict=True)) or [[]]
    except (UnicodeDecodeError, csv.Error) as error:
        problems.append(Problem(file, 0, "", str(error), "well-formed CSV in UTF-8", "save it so"))
        return ()
    wrong = [number for number, row in enumerate(rows, 2) if len(row) != len(header)]
    problems.extend(
        Problem(file, number, "", f"{len(rows[number - 2])} fields", f"{len(header)} fields") for number in wrong
    )
    twice = sorted({name for name in header if header.count(name) > 1})
    problems.extend(Problem(file, 1, name, name, "each column once", "take one of them out") for name in twice)
    if wrong or twice:
        return ()
    columns = {name: [row[place] for row in rows] for place, name in enumerate(header)}
    return lenient_sheet(file, table, columns, extra, changes, problems)
