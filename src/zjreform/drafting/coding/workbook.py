"""The workbook to code in: figures, offered rows, progress and codebook; lists to choose from, and the figure marked in its sentence."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from zjreform.drafting.coding.decisions import Decisions, choices
from zjreform.drafting.coding.lines import (
    FIRST,
    KINDS,
    MARKS,
    NUMERALS,
    header,
    line,
    numeral_line,
    offered_lines,
    sentence_of,
)  # fmt: skip
from zjreform.drafting.coding.offers import ROW, TAKE, Offer
from zjreform.drafting.coding.states import FIELDS, KIND, REQUIRED, field_schema
from zjreform.errors import DatasetError, Problem
from zjreform.records.schema import schema_of
from zjreform.tabular.damage import refusing
from zjreform.tabular.excel_files import MADE
from zjreform.tabular.optional import optional
from zjreform.text.kinds import Kind

ROWS: Final = ("row", "table", "where", "surface", "field", "needed", "why", "proposed", "value")
"""Columns of the sheet of offered rows: a line for each field that is asked for."""

_WIDE, _NARROW, _LINE = 60, 16, 15
_LIST_MOST: Final = 250
_KINDS: Final = tuple(code.value for code in Kind if code is not Kind.UNREAD)


@frozen
class _Formats:
    """How cells look: ``head``, ``wrap``, ``grey`` for what was proposed, ``entry`` for what is to be filled in, ``mark`` in a sentence."""

    head: Any
    wrap: Any
    grey: Any
    entry: Any
    mark: Any


def write_workbook(draft: Decisions, path: Path) -> None:
    """Write the workbook of a draft; see ``Draft.sheet``."""
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    book = optional("xlsxwriter", "drafting").Workbook(str(path), options)
    book.set_properties({"created": MADE})
    top = {"text_wrap": True, "valign": "top"}
    looks = _Formats(
        book.add_format({"bold": True, "bg_color": "#E8EEF4", "text_wrap": True}),
        book.add_format(top),
        book.add_format({"font_color": "#667085", **top}),
        book.add_format({"bg_color": "#FFF8DB", "border": 1, "border_color": "#D0D5DD", **top}),
        book.add_format({"bold": True, "font_color": "#B42318"}),
    )
    _write_figures(book.add_worksheet("figures"), draft, looks)
    _write_numerals(book.add_worksheet("numerals"), draft, looks)
    _write_rows(book.add_worksheet("rows"), draft, looks)
    _write_progress(book.add_worksheet("progress"), draft, looks)
    _write_codebook(book.add_worksheet("codebook"), looks)
    book.close()


def _write_figures(sheet: Any, draft: Decisions, looks: _Formats) -> None:  # noqa: ANN401 (a sheet)
    names = header()
    _write_head(sheet, names, looks)
    sheet.freeze_panes(1, 3)
    sheet.set_column(1, 1, _WIDE)
    for row, one in enumerate(draft.figures.values(), 1):
        for column, cell in enumerate(line(draft, one)):
            filled = names[column] in {*FIELDS, *KINDS}
            form = looks.entry if filled else looks.grey if column >= len(FIRST) else looks.wrap
            _write(sheet, row, column, cell, form)
        _write_sentence(sheet, row, 1, sentence_of(draft, one), looks)
        reasons = [
            cell for name, cell in zip(names, line(draft, one), strict=True) if name.endswith((" why", "family"))
        ]
        sheet.set_row(row, _height("".join(sentence_of(draft, one)), reasons))
    for column, name in enumerate(names):
        if name in {KIND, *FIELDS} and draft.figures:
            listed = _KINDS if name == KIND else choices(name)
            _offer_list(sheet, (1, column, len(draft.figures), column), listed)


def _write_numerals(sheet: Any, draft: Decisions, looks: _Formats) -> None:  # noqa: ANN401 (a sheet)
    """Write the numerals that are no figures, where another kind, or a figure, can be entered."""
    _write_head(sheet, NUMERALS, looks)
    sheet.freeze_panes(1, len(FIRST) - 1)
    sheet.set_column(1, 1, _WIDE)
    for row, one in enumerate(draft.numerals.values(), 1):
        for column, cell in enumerate(numeral_line(draft, one)):
            _write(sheet, row, column, cell, looks.entry if column >= NUMERALS.index(KIND) else looks.wrap)
        _write_sentence(sheet, row, 1, sentence_of(draft, one), looks)
        sheet.set_row(row, _height("".join(sentence_of(draft, one)), []))
    if draft.numerals:
        _offer_list(sheet, (1, NUMERALS.index(KIND), len(draft.numerals), NUMERALS.index(KIND)), _KINDS)


def _write_rows(sheet: Any, draft: Decisions, looks: _Formats) -> None:  # noqa: ANN401 (a sheet)
    _write_head(sheet, ROWS, looks)
    sheet.freeze_panes(1, 5)
    sheet.set_column(2, 2, _WIDE)
    for number, (one, field, (why, proposed, value)) in enumerate(offered_lines(draft), 1):
        needed = "yes" if field in one.required else "no"
        cells = (one.key, one.table, _sides(draft, one), one.surface, field, needed, why, proposed, value)
        for column, cell in enumerate(cells):
            form = (
                looks.entry if ROWS[column] == "value" else looks.grey if column > ROWS.index("needed") else looks.wrap
            )
            _write(sheet, number, column, cell, form)
        if one.start is not None:
            _write_sentence(sheet, number, 2, sentence_of(draft, one), looks)
        sheet.set_row(number, _height("".join(sentence_of(draft, one)), [why]))
        codes = {each.name: each.codes for each in schema_of(one.table).fields}.get(field, ())
        listed = (TAKE,) if field == ROW else tuple(code.value for code in codes)
        last = len(ROWS) - 1
        _offer_list(sheet, (number, last, number, last), listed)


def _sides(draft: Decisions, one: Offer) -> str:
    """Return where a row stands, or the figures that a pairing joins."""
    if one.start is not None:
        before, marked, behind = sentence_of(draft, one)
        return f"{before}【{marked}】{behind}"
    keys = [key for name in ("before", "after", "reported") if (key := one.values().get(name)) in draft.figures]
    return " → ".join(draft.figures[str(key)].surface for key in keys)


def _height(sentence: str, reasons: Sequence[str]) -> int:
    """Return the height of a row in which everything can be read: rich text does not make it by itself."""
    wide = -(-_width(sentence) // _WIDE)
    narrow = max((-(-_width(reason) // _NARROW) for reason in reasons), default=1)
    return _LINE * max(1, wide, narrow)


def _width(text: str) -> int:
    """Return how many letters wide a text is: a Chinese one is two."""
    return sum(1 if sign.isascii() else 2 for sign in text)


def _write_head(sheet: Any, names: Sequence[str], looks: _Formats) -> None:  # noqa: ANN401 (a sheet)
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, looks.head)
    sheet.set_column(0, len(names) - 1, _NARROW)
    sheet.set_landscape()
    if len(names) <= len(ROWS):
        sheet.fit_to_pages(1, 0)


def _write(sheet: Any, row: int, column: int, cell: str, form: Any) -> None:  # noqa: ANN401 (a sheet and a format)
    if cell:
        sheet.write_string(row, column, cell, form)
    else:
        sheet.write_blank(row, column, None, form)


def _write_sentence(sheet: Any, row: int, column: int, sides: tuple[str, str, str], looks: _Formats) -> None:  # noqa: ANN401 (a sheet)
    """Write a sentence with the figure marked; a rich text needs two parts at least."""
    before, marked, behind = sides
    parts = [
        part
        for text, form in ((before, None), (marked, looks.mark), (behind, None))
        if text
        for part in (form, text)
        if part
    ]
    if before or behind:
        sheet.write_rich_string(row, column, *parts, looks.wrap)
    else:
        sheet.write_string(row, column, marked, looks.mark)


def _offer_list(sheet: Any, cells: tuple[int, int, int, int], values: Sequence[str]) -> None:  # noqa: ANN401 (a sheet)
    """Let cells be filled from a list, or with anything else after a warning."""
    listed = [*values, *MARKS]
    if values and len(",".join(listed)) <= _LIST_MOST:
        sheet.data_validation(*cells, {"validate": "list", "source": listed, "error_type": "warning"})


def _write_progress(sheet: Any, draft: Decisions, looks: _Formats) -> None:  # noqa: ANN401 (a sheet)
    """Write a sheet that counts, while it is filled in, how many fields are done."""
    _write_head(sheet, ("field", "needed", "figures", "done", "open"), looks)
    names, count = header(), len(draft.figures)
    for row, field in enumerate(FIELDS, 1):
        column, done = _letters(names.index(field)), sum(one.slots[field].decided for one in draft.figures.values())
        cells = f"figures!{column}2:{column}{count + 1}"
        _count(sheet, row, (field, "yes" if field in REQUIRED else "no"), (cells, count, done))
    lines = list(offered_lines(draft))
    tables = list(dict.fromkeys(one.table for one, _, _ in lines))
    last = _letters(len(ROWS) - 1)
    for row, table in enumerate(tables, len(FIELDS) + 1):
        held = [cells for one, field, cells in lines if one.table == table and field == ROW]
        sheet.write_string(row, 0, f"rows of {table}")
        sheet.write_string(row, 1, "yes")
        sheet.write_number(row, 2, len(held))
        rows = len(lines) + 1
        done = sum(bool(value) for _, _, value in held)
        counted = f'COUNTIFS(rows!B2:B{rows},"{table}",rows!E2:E{rows},"{ROW}",rows!{last}2:{last}{rows},"?*")'
        sheet.write_formula(row, 3, f"={counted}", None, done)
        sheet.write_formula(row, 4, f"=C{row + 1}-D{row + 1}", None, len(held) - done)


def _count(sheet: Any, row: int, said: tuple[str, str], counted: tuple[str, int, int]) -> None:  # noqa: ANN401 (a sheet)
    cells, whole, done = counted
    for column, text in enumerate(said):
        sheet.write_string(row, column, text)
    sheet.write_number(row, 2, whole)
    sheet.write_formula(row, 3, f"=COUNTA({cells})", None, done)
    sheet.write_formula(row, 4, f"=C{row + 1}-D{row + 1}", None, whole - done)


def _write_codebook(sheet: Any, looks: _Formats) -> None:  # noqa: ANN401 (a sheet)
    _write_head(sheet, ("field", "value", "zh", "en", "definition"), looks)
    row = 1
    for field in FIELDS:
        schema = field_schema(field)
        sheet.write_string(row, 0, field)
        sheet.write_string(row, 4, schema.column.about, looks.wrap)
        row += 1
        for code in schema.codes:
            for column, text in enumerate((field, code.value, code.zh, code.en, code.definition)):
                sheet.write_string(row, column, text, looks.wrap)
            row += 1
    sheet.set_column(4, 4, _WIDE)


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def workbook_rows(path: Path) -> list[dict[str, Any]]:
    """Return what a workbook holds: a mapping for each line of figures, and one for each field of an offered row.

    Raises:
        DatasetError: It is no workbook, or has no sheet of figures.
    """
    openpyxl = optional("openpyxl", "excel")
    with refusing(path.name, "a workbook that Draft.sheet wrote"):
        return _rows(openpyxl.load_workbook(path, read_only=True, data_only=True), path)


def _rows(book: Any, path: Path) -> list[dict[str, Any]]:  # noqa: ANN401 (openpyxl's workbook)
    try:
        if "figures" not in book.sheetnames:
            raise DatasetError([Problem(path.name, 0, "", ", ".join(book.sheetnames), "a sheet called figures")])
        figures, *lines = list(book["figures"].iter_rows(values_only=True))
        found = [dict(zip(map(str, figures), cells, strict=True)) for cells in lines]
        if "numerals" in book.sheetnames:
            numerals, *lines = list(book["numerals"].iter_rows(values_only=True))
            found += [dict(zip(map(str, numerals), cells, strict=True)) for cells in lines]
        if "rows" in book.sheetnames:
            for cells in list(book["rows"].iter_rows(values_only=True))[1:]:
                row = dict(zip(ROWS, cells, strict=False))
                found.append({"figure": row["row"], str(row["field"]): row["value"]})
    finally:
        book.close()
    return found
