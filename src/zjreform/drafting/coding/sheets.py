"""A sheet to code in: a line for each figure, its sentence with the figure marked; for each field reason, proposal and an empty cell."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from os import PathLike
from pathlib import Path
from typing import Any, Final

from zjreform.drafting.coding.decisions import Decisions, choices
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.states import FIELDS, REQUIRED
from zjreform.drafting.coding.values import checked_value
from zjreform.errors import DatasetError, Problem, UnknownIdError, UnknownValueError
from zjreform.tabular.atomic import new_file
from zjreform.tabular.formulas import as_it_was, made_safe
from zjreform.tabular.optional import optional

_FIRST: Final = ("figure", "sentence", "surface", "family")
SAME, ABOVE, NOTHING, UNSURE = "=", "^", "-", "?"
_FORMS: Final = (".csv", ".xlsx")
_WIDE, _NARROW = 60, 16
_LIST_MOST: Final = 250


def write_sheet_file(draft: Decisions, path: str | PathLike[str], *, overwrite: bool) -> Path:
    """Write the sheet of a draft; see ``Draft.sheet``."""
    target = Path(path)
    if target.suffix not in _FORMS:
        raise UnknownValueError("form of a sheet", target.suffix, _FORMS)
    with new_file(target, overwrite=overwrite) as new:
        if target.suffix == ".csv":
            text = StringIO(newline="")
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(_header())
            writer.writerows(
                [made_safe(cell) if cell else "" for cell in _line(draft, one)] for one in draft.figures.values()
            )
            new.write_bytes(text.getvalue().encode("utf-8-sig"))
        else:
            _write_workbook(draft, new)
    return target


def _header() -> list[str]:
    return [*_FIRST, *(name for field in FIELDS for name in (f"{field} why", f"{field} proposed", field))]


def _line(draft: Decisions, one: DraftFigure) -> Iterator[str]:
    begin, end = one.sentence
    sentence = f"{draft.text[begin : one.start]}【{one.surface}】{draft.text[one.end : end]}"
    yield from (one.key, " ".join(sentence.split()), one.surface, "" if one.withheld else " · ".join(one.family[:3]))
    for field in FIELDS:
        slot = one.slots[field]
        shown = slot.proposal if slot.shown else None
        yield from ("", "") if shown is None else (f"{shown.reason} ({shown.confidence.en})", shown.value or NOTHING)
        yield (slot.value or NOTHING) if slot.decided else ""


def _write_workbook(draft: Decisions, path: Path) -> None:
    book = optional("xlsxwriter", "drafting").Workbook(
        str(path), {"strings_to_formulas": False, "strings_to_urls": False}
    )
    _write_figures(book, draft)
    _write_progress(book, draft)
    _write_codebook(book)
    book.close()


def _write_figures(book: Any, draft: Decisions) -> None:  # noqa: ANN401 (a workbook)
    sheet = book.add_worksheet("figures")
    wrap, bold = (
        book.add_format({"text_wrap": True, "valign": "top"}),
        book.add_format({"bold": True, "font_color": "#B42318"}),
    )
    head, grey = (
        book.add_format({"bold": True, "bg_color": "#E8EEF4", "text_wrap": True}),
        book.add_format({"font_color": "#667085", "text_wrap": True, "valign": "top"}),
    )
    entry = book.add_format({"bg_color": "#FFF8DB", "border": 1, "border_color": "#D0D5DD", "valign": "top"})
    header = _header()
    for column, name in enumerate(header):
        sheet.write_string(0, column, name, head)
    sheet.freeze_panes(1, 3)
    sheet.set_column(0, 0, _NARROW)
    sheet.set_column(1, 1, _WIDE)
    sheet.set_column(2, len(header) - 1, _NARROW)
    rows = len(draft.figures)
    for row, one in enumerate(draft.figures.values(), 1):
        cells = list(_line(draft, one))
        for column, cell in enumerate(cells):
            form = entry if header[column] in FIELDS else grey if column >= len(_FIRST) else wrap
            sheet.write_string(row, column, cell, form) if cell else sheet.write_blank(row, column, None, form)
        before, _, rest = cells[1].partition("【")
        marked, _, behind = rest.partition("】")
        parts = [
            part
            for text, form in ((before, None), (marked, bold), (behind, None))
            if text
            for part in (form, text)
            if part
        ]
        if before or behind:
            sheet.write_rich_string(row, 1, *parts, wrap)
    for column, name in enumerate(header):
        listed = [*choices(name), SAME, ABOVE, NOTHING, UNSURE] if name in FIELDS else []
        if len(listed) > len((SAME, ABOVE, NOTHING, UNSURE)) and len(",".join(listed)) <= _LIST_MOST and rows:
            sheet.data_validation(
                1, column, rows, column, {"validate": "list", "source": listed, "error_type": "warning"}
            )


def _write_progress(book: Any, draft: Decisions) -> None:  # noqa: ANN401 (a workbook)
    """Write a sheet that counts, while it is filled in, how many fields are done."""
    sheet = book.add_worksheet("progress")
    header, rows = _header(), len(draft.figures)
    bold = book.add_format({"bold": True})
    for column, name in enumerate(("field", "needed", "figures", "done", "open")):
        sheet.write_string(0, column, name, bold)
    for row, field in enumerate(FIELDS, 1):
        letters = _letters(header.index(field))
        sheet.write_string(row, 0, field)
        sheet.write_string(row, 1, "yes" if field in REQUIRED else "no")
        sheet.write_number(row, 2, rows)
        sheet.write_formula(
            row,
            3,
            f"=COUNTA(figures!{letters}2:{letters}{rows + 1})",
            None,
            sum(one.slots[field].decided for one in draft.figures.values()),
        )
        sheet.write_formula(
            row, 4, f"=C{row + 1}-D{row + 1}", None, sum(not one.slots[field].decided for one in draft.figures.values())
        )
    sheet.set_column(0, 0, _NARROW)


def _write_codebook(book: Any) -> None:  # noqa: ANN401 (a workbook)
    from zjreform.drafting.coding.states import field_schema  # noqa: PLC0415

    sheet = book.add_worksheet("codebook")
    bold = book.add_format({"bold": True})
    for column, name in enumerate(("field", "value", "zh", "en", "definition")):
        sheet.write_string(0, column, name, bold)
    row = 1
    for field in FIELDS:
        schema = field_schema(field)
        sheet.write_string(row, 0, field)
        sheet.write_string(row, 4, schema.column.about)
        row += 1
        for code in schema.codes:
            for column, text in enumerate((field, code.value, code.zh, code.en, code.definition)):
                sheet.write_string(row, column, text)
            row += 1
    sheet.set_column(0, 3, _NARROW)
    sheet.set_column(4, 4, _WIDE)


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def read_sheet(draft: Decisions, path: str | PathLike[str], *, coder: str) -> int:
    """Take what a sheet holds; see ``Draft.take``."""
    file = Path(path)
    problems: list[Problem] = []
    wanted: list[tuple[str, str, str | None]] = []
    trial = draft.copy()
    above: dict[str, str] = {}
    for number, row in enumerate(_page_rows(draft, file) if file.suffix == ".json" else _rows(file), 2):
        key = str(row.get("figure") or "")
        if key not in draft.figures:
            problems.append(Problem(file.name, number, "figure", key, "the key of a figure of the draft"))
            continue
        for field in FIELDS:
            cell = as_it_was(str(row.get(field) or "")).strip()
            if not cell:
                continue
            try:
                value = _meant(trial, key, field, cell, above)
                if value != UNSURE:
                    checked_value(field, value, trial)
                wanted.append((key, field, value))
                above[field] = cell if value is None else value
            except (UnknownValueError, UnknownIdError, ValueError) as error:
                problems.append(Problem(file.name, number, field, cell, str(error)))
    if problems:
        raise DatasetError(problems)
    return _decide(draft, wanted, coder)


def _decide(draft: Decisions, wanted: Sequence[tuple[str, str, str | None]], coder: str) -> int:
    count = 0
    for key, field, value in wanted:
        slot = draft.figures[key].slots[field]
        if slot.decided and slot.value == value:
            continue
        count += 1
        if value == UNSURE:
            draft.unsure(key, field, coder=coder)
        else:
            draft.confirm(key, coder=coder, **{field: value})
    return count


def _meant(draft: Decisions, key: str, field: str, cell: str, above: Mapping[str, str]) -> str | None:
    """Return what a cell says: a value, or one of the marks."""
    if cell == SAME:
        proposal = draft.figures[key].slots[field].proposal
        if proposal is None or not draft.figures[key].slots[field].shown:
            raise ValueError("a value: nothing is proposed here")
        return proposal.value
    if cell == ABOVE:
        if field not in above:
            raise ValueError("a value: no figure above has one")
        return None if above[field] == NOTHING else above[field]
    return None if cell == NOTHING else cell


def _page_rows(draft: Decisions, path: Path) -> list[dict[str, Any]]:
    """Return what the coding page saved, if it is of this text."""
    content = json.loads(path.read_text(encoding="utf-8"))
    expected = draft.source.values["sha256"]
    if not isinstance(content, dict) or not isinstance(content.get("rows"), list) or content.get("sha256") != expected:
        shown = str(content.get("sha256")) if isinstance(content, dict) else repr(content)[:60]
        raise DatasetError([Problem(path.name, 0, "sha256", shown, f"the coding of the text {expected}")])
    return list(content["rows"])


def _rows(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".csv":
        return list(csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    if path.suffix != ".xlsx":
        raise UnknownValueError("form of a sheet", path.suffix, _FORMS)
    book = optional("openpyxl", "excel").load_workbook(path, read_only=True, data_only=True)
    try:
        header, *lines = list(book["figures"].iter_rows(values_only=True))
    finally:
        book.close()
    return [dict(zip(map(str, header), line, strict=True)) for line in lines]
