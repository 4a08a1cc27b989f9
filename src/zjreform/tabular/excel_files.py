"""Excel: a sheet for each table, the codebook first, all columns of a frame; a header that stays, filters, widths, real dates.

Texts are written as texts, with Excel's own quote mark where a spreadsheet could take one for a formula, so that none is ever run.
A number that a binary fraction cannot hold to fifteen digits is written as text. What was written is read back by another reader and
compared cell by cell.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from zjreform.errors import DatasetError, Problem
from zjreform.quantity.columns import STORED
from zjreform.quantity.quantities import Quantity
from zjreform.tabular.cells import SEPARATOR
from zjreform.tabular.digest import row_cells
from zjreform.tabular.formulas import is_risky
from zjreform.tabular.frame_columns import frame_columns
from zjreform.tabular.optional import optional
from zjreform.tabular.rowset import Rowset, full_header

ABOUT = "about"
"""Sheet of keys and values about the dataset as a whole."""

_DIGITS = 15
_MOST_ROWS = 1_048_576
_NARROW, _WIDE, _LOOKED_AT = 8, 44, 60
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 (a workbook knows no zones; one day for all, so that a workbook depends on its rows alone)

Cells = list[list[Any]]


def write_workbook(path: Path, tables: Sequence[Rowset], info: Mapping[str, str]) -> None:
    """Write a workbook, and compare what another reader finds in it.

    Args:
        path: File to write.
        tables: The tables in the order of their sheets.
        info: What is said of the dataset as a whole, for the last sheet.

    Raises:
        ExtraMissingError: XlsxWriter or python-calamine is not installed.
        ValueError: A table has more rows than a sheet.
        DatasetError: A cell does not read back.

    Example:
        >>> import tempfile, zjreform as zj
        >>> from zjreform.tabular.excel_reading import excel_info, open_workbook
        >>> path = Path(tempfile.mkdtemp()) / "a.xlsx"
        >>> write_workbook(path, [zj.codebook()], {"version": "1", "zjreform": "{}"})
        >>> excel_info("a.xlsx", open_workbook(path))
        {'version': '1', 'zjreform': {}}
    """
    sheets = {rows.schema.name: list(_shown(rows)) for rows in tables}
    sheets[ABOUT] = [list(pair) for pair in info.items()]
    writer = optional("xlsxwriter", "excel")
    with writer.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": MADE})
        formats = {
            "text": book.add_format({"num_format": "@"}),
            "risky": book.add_format({"num_format": "@", "quote_prefix": True}),
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
            "header": book.add_format({"num_format": "@", "bold": True, "bottom": 1, "bg_color": "#EEF2F6"}),
        }
        for name, rows in sheets.items():
            _write_sheet(book.add_worksheet(name), rows, formats, headed=name != ABOUT)
    _compare(path, sheets)


def _write_sheet(sheet: Any, rows: Cells, formats: Mapping[str, Any], *, headed: bool) -> None:  # noqa: ANN401 (xlsxwriter's)
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if value is None:
                continue
            if type(value) is str:
                style = "header" if headed and not number else "risky" if is_risky(value) else "text"
                sheet.write_string(number, place, value, formats[style])
            elif type(value) is bool:
                sheet.write_boolean(number, place, value)
            elif isinstance(value, date):
                sheet.write_datetime(number, place, value, formats["date"])
            else:
                sheet.write_number(number, place, value)
    for place, column in enumerate(zip(*rows[:_LOOKED_AT], strict=True)):
        sheet.set_column(place, place, min(_WIDE, max(_NARROW, *(_width(value) + 2 for value in column))))
    if headed:
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)


def _width(value: object) -> int:
    text = "" if value is None else str(value)
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text[:_WIDE])


def _shown(rows: Rowset) -> Iterator[list[Any]]:
    """Yield the header and the rows of a sheet, each cell a text, a number, a truth value, a day or nothing."""
    records = list(rows)
    if len(records) >= _MOST_ROWS:
        raise ValueError(
            f"expected fewer than {_MOST_ROWS} rows for a sheet of Excel, got {len(records)} in {rows.schema.name}"
        )
    columns = frame_columns(rows.schema, records, rows.extension)
    exact = _exact_places(rows)
    cells = [row_cells(rows, record) for record in records] if exact else []
    yield [column.name for column in columns]
    shown = [
        [_number(row[exact[column.name]]) for row in cells]
        if column.name in exact
        else list(map(_plain, column.values))
        for column in columns
    ]
    yield from map(list, zip(*shown, strict=True))


def _plain(value: Any) -> Any:  # noqa: ANN401 (a value of a frame)
    if isinstance(value, list):
        return SEPARATOR.join(value) or None
    return _number(format(value, "f")) if isinstance(value, Decimal) else value


def _compare(path: Path, sheets: Mapping[str, Cells]) -> None:
    """Read a workbook by another library and refuse it where a cell says something else."""
    book = optional("python_calamine", "excel").CalamineWorkbook.from_path(str(path))
    for name, rows in sheets.items():
        found = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for number, (row, held) in enumerate(zip(rows, found, strict=True), 1):
            for wanted, given in zip(row, held, strict=True):
                if not _same(wanted, given):
                    expected = repr(wanted)
                    raise DatasetError(
                        [Problem(f"{path.name}:{name}", number, "", repr(given), expected, "a fault of the format")]
                    )


def _same(wanted: Any, given: Any) -> bool:  # noqa: ANN401 (cells)
    if wanted is None or wanted == "":
        return given in {"", None}
    if type(wanted) is float:
        return isinstance(given, int | float) and f"{wanted:.15g}" == f"{given:.15g}"
    return bool(wanted == given) and (type(wanted) is bool) is (type(given) is bool)


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
