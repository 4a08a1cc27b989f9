"""Excel: a sheet for each table, the codebook first, all columns of a frame.

Texts are written as texts with Excel's own quote mark, so that none is ever run as a formula. A number that a binary fraction cannot hold
to fifteen digits is written as text.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from zjreform.quantity.columns import STORED
from zjreform.quantity.quantities import Quantity
from zjreform.tabular.cells import SEPARATOR
from zjreform.tabular.digest import row_cells
from zjreform.tabular.frame_columns import frame_columns
from zjreform.tabular.optional import optional
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
        >>> from zjreform.tabular.excel_reading import excel_info, open_workbook
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
