"""Reading a workbook back: cells as they stand, no formula run; columns that follow from others must agree with them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.errors import DatasetError, Problem
from zjreform.limits import DEFAULT, Limits
from zjreform.tabular.agreeing import frame_names, header_problems
from zjreform.tabular.archives import damaged, entry_names, inflated, opened_zip
from zjreform.tabular.csv_text import Sheet, too_many
from zjreform.tabular.excel_files import ABOUT
from zjreform.tabular.frame_cells import frame_sheets
from zjreform.tabular.optional import optional

_ANEW = "write the workbook anew with write_excel"
_MOST_COLUMNS = 1000


def open_workbook(path: Path, limits: Limits = DEFAULT) -> Any:  # noqa: ANN401 (openpyxl.Workbook)
    """Return a workbook for reading.

    Raises:
        DatasetError: The file is no workbook, a damaged one, or beyond the limits.
        ExtraMissingError: openpyxl is not installed.
    """
    openpyxl = optional("openpyxl", "excel")
    with opened_zip(path) as archive:
        left = limits.bytes
        for name in entry_names(path.name, archive):
            data = inflated(path.name, archive, name, limits, left)
            left -= len(data)
            if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                raise damaged(f"{path.name}:{name}", ValueError("XML that defines entities"))
    try:
        return openpyxl.load_workbook(path, data_only=False)
    except Exception as error:  # noqa: BLE001 (openpyxl raises whatever its parts do)
        shown = str(error) or type(error).__name__
        raise DatasetError([Problem(path.name, 0, "", shown, "a workbook that write_excel made", _ANEW)]) from None


def excel_info(file: str, book: Any) -> dict[str, Any]:  # noqa: ANN401 (openpyxl.Workbook)
    """Return what a workbook says of the dataset as a whole.

    Raises:
        DatasetError: It says nothing, or something besides.
    """
    rows = list(_rows(book[ABOUT])) if ABOUT in book.sheetnames else []
    try:
        pairs = dict(rows)
        if not all(type(pairs[key]) is str for key in ("version", "zjreform")):
            raise TypeError  # noqa: TRY301 (one error for all)
        return {"version": pairs["version"], "zjreform": json.loads(pairs["zjreform"])}
    except (KeyError, TypeError, ValueError, RecursionError):
        expected = "a sheet of two columns with version and zjreform"
        raise DatasetError([Problem(file, 0, ABOUT, repr(rows)[:300], expected, _ANEW)]) from None


def excel_sheets(
    file: str,
    book: Any,  # noqa: ANN401 (openpyxl.Workbook)
    schema: TableSchema,
    extra: Sequence[FieldSchema],
    problems: list[Problem],
    limits: Limits = DEFAULT,
) -> Iterator[Sheet]:
    """Yield the cells of a sheet."""
    place, fields = f"{file}:{schema.name}", (*schema.fields, *extra)
    wanted = [name for field in fields for name in field.cells]
    found, columns = _columns(place, book, schema, extra, wanted, limits)
    problems.extend(found)
    if not found:
        also = {name: values for name, values in columns.items() if name not in wanted}
        yield from frame_sheets(place, fields, len(columns["id"]), columns.__getitem__, also)


def _columns(
    place: str,
    book: Any,  # noqa: ANN401 (openpyxl.Workbook)
    schema: TableSchema,
    extra: Sequence[FieldSchema],
    wanted: Sequence[str],
    limits: Limits,
) -> tuple[list[Problem], Mapping[str, Sequence[Any]]]:
    """Return what is wrong with a sheet, or else its columns by name."""
    if schema.name not in book.sheetnames or not hasattr(sheet := book[schema.name], "iter_rows"):
        remedy = "name the sheet so, or write the workbook anew"
        return [Problem(place, 0, "", "no such sheet", "a sheet of cells of this name", remedy)], {}
    if sheet.max_row > limits.rows + 1:
        return [too_many(place, sheet.max_row - 1, limits)], {}
    if sheet.max_column > _MOST_COLUMNS:
        shown, expected = f"{sheet.max_column} columns", f"at most {_MOST_COLUMNS} columns"
        return [Problem(place, 1, "", shown, expected, "take out what stands beside the table")], {}
    found = [
        Problem(place, cell.row, str(cell.column_letter), str(cell.value), "a value, no formula and no error", _VALUE)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type in {"f", "e"}
    ]
    header, *rows = _rows(sheet) or [()]
    found = found or header_problems(place, 1, header, wanted, frame_names(schema, extra))
    if found:
        return found, {}
    return [], dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(header, ())


def _rows(sheet: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 (openpyxl's sheet)
    return list(sheet.iter_rows(values_only=True)) if hasattr(sheet, "iter_rows") else []


_VALUE = "write what it gives as a plain value"
