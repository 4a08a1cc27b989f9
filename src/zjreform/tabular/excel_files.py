"""Excel: a sheet for each table, the codebook first, all columns of a frame.

Texts are written as texts with Excel's own quote mark, so that none is ever run as a formula. A number that a binary fraction cannot hold
to fifteen digits is written as text.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.errors import DatasetError, Problem
from zjreform.quantity.quantities import Quantity
from zjreform.tabular.cells import SEPARATOR
from zjreform.tabular.csv_text import Sheet
from zjreform.tabular.digest import row_cells
from zjreform.tabular.frame_cells import frame_sheets
from zjreform.tabular.frame_columns import frame_columns
from zjreform.tabular.optional import optional
from zjreform.tabular.quantity_columns import STORED
from zjreform.tabular.rowset import Rowset, full_header

ABOUT = "about"
"""Sheet of keys and values about the dataset as a whole."""

_DIGITS = 15
_NUMBERS = frozenset({"decimal", "number", "whole", "integer"})


def write_workbook(path: Path, tables: Sequence[Rowset], info: Mapping[str, str]) -> None:
    """Write a workbook.

    Args:
        path: File to write.
        tables: The tables in the order of their sheets.
        info: What is said of the dataset as a whole, for the last sheet.

    Raises:
        ExtraMissingError: openpyxl is not installed.
        ValueError: A table has more rows than a sheet.

    Example:
        >>> import tempfile, zjreform as zj
        >>> path = Path(tempfile.mkdtemp()) / "a.xlsx"
        >>> write_workbook(path, [zj.codebook()], {"version": "1", "zjreform": "{}"})
        >>> excel_info("a.xlsx", open_workbook(path))
        {'version': '1', 'zjreform': {}}
    """
    book = optional("openpyxl", "excel").Workbook(write_only=True)
    for rows in tables:
        _write_sheet(book, rows)
    sheet = book.create_sheet(ABOUT)
    for pair in info.items():
        sheet.append([_cell(sheet, text) for text in pair])
    book.save(path)


def open_workbook(path: Path) -> Any:  # noqa: ANN401 (openpyxl.Workbook)
    """Return a workbook for reading.

    Raises:
        DatasetError: The file is no workbook.
        ExtraMissingError: openpyxl is not installed.
    """
    openpyxl = optional("openpyxl", "excel")
    try:
        return openpyxl.load_workbook(path, data_only=False)
    except (openpyxl.utils.exceptions.InvalidFileException, zipfile.BadZipFile, KeyError, OSError, ValueError) as error:
        raise DatasetError([Problem(path.name, 0, "", str(error), "a workbook that write_excel made", _ANEW)]) from None


def excel_info(file: str, book: Any) -> dict[str, Any]:  # noqa: ANN401 (openpyxl.Workbook)
    """Return what a workbook says of the dataset as a whole.

    Raises:
        DatasetError: It says nothing.
    """
    pairs = dict(book[ABOUT].iter_rows(values_only=True)) if ABOUT in book.sheetnames else {}
    try:
        return {"version": pairs["version"], "zjreform": json.loads(pairs["zjreform"])}
    except (KeyError, TypeError, ValueError):
        raise DatasetError([Problem(file, 0, ABOUT, repr(pairs), "a sheet with version and zjreform", _ANEW)]) from None


def excel_sheets(
    file: str,
    book: Any,  # noqa: ANN401 (openpyxl.Workbook)
    table: str,
    fields: Sequence[FieldSchema],
    problems: list[Problem],
) -> Iterator[Sheet]:
    """Yield the cells of a sheet; derived columns are not read, they follow from the others."""
    place = f"{file}:{table}"
    if table not in book.sheetnames:
        problems.append(
            Problem(
                place, 0, "", "no such sheet", "a sheet of this name", "name the sheet so, or write the workbook anew"
            )
        )
        return
    header, *rows = book[table].iter_rows(values_only=True)
    wanted = [name for field in fields for name in field.cells]
    missing = [name for name in wanted if name not in header]
    if missing:
        problems.append(
            Problem(
                place, 1, "", ",".join(map(str, header)), f"the columns {', '.join(missing)}", "put them back, named so"
            )
        )
        return
    columns = dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(header, ())
    yield from frame_sheets(place, fields, len(rows), columns.__getitem__)


def _write_sheet(book: Any, rows: Rowset) -> None:  # noqa: ANN401 (openpyxl.Workbook)
    records = list(rows)
    columns = frame_columns(rows.schema, records, rows.extension)
    if len(records) >= _MOST_ROWS:
        raise ValueError(
            f"expected fewer than {_MOST_ROWS} rows for a sheet of Excel, got {len(records)} in {rows.schema.name}"
        )
    sheet = book.create_sheet(rows.schema.name)
    sheet.freeze_panes = "B2"
    sheet.append([_cell(sheet, column.name) for column in columns])
    exact = _exact_places(rows)
    for record, values in zip(records, zip(*(column.values for column in columns), strict=True), strict=True):
        texts = row_cells(rows, record) if exact else []
        shown = [
            _number(texts[exact[column.name]]) if column.name in exact else value
            for column, value in zip(columns, values, strict=True)
        ]
        sheet.append([_cell(sheet, value) for value in shown])


_MOST_ROWS = 1_048_576


def _exact_places(rows: Rowset) -> dict[str, int]:
    """Return where the exact text of each stored number stands among the cells of a row."""
    header = full_header(rows)
    numbers = (
        [part.name for part in STORED if part.kind == "decimal"]
        if any(f.kind is Quantity for f in rows.schema.fields)
        else []
    )
    numbers += [field.name for field in (*rows.schema.fields, *rows.extension.fields) if field.kind is Decimal]
    return {name: header.index(name) for name in numbers}


def _number(text: str) -> Any:  # noqa: ANN401 (a number, a text, or nothing)
    if not text:
        return None
    if "/" in text or len(Decimal(text).as_tuple().digits) > _DIGITS:
        return text
    return float(text) if "." in text else int(text)


def _cell(sheet: Any, value: object) -> Any:  # noqa: ANN401 (openpyxl's cell)
    cells = optional("openpyxl.cell", "excel")
    if isinstance(value, list):
        value = SEPARATOR.join(value) or None
    if isinstance(value, Decimal):
        value = _number(format(value, "f"))
    if isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str):
        return value
    cell = cells.WriteOnlyCell(sheet, value=None)
    cell.value = value
    if cell.data_type != "s":
        cell.data_type = "s"
    cell.quotePrefix = True
    return cell


_ANEW = "write the workbook anew with write_excel"
