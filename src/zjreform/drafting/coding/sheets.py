"""A sheet to code in, written and taken: a line for each figure, and one for each row that is offered."""

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO
from os import PathLike
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from zjreform.alike import close_to
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.lines import (
    ABOVE,
    FIRST,
    KINDS,
    NOTHING,
    NUMERALS,
    SAME,
    UNSURE,
    header,
    line,
    numeral_line,
    offered_lines,
    sentence_of,
)  # fmt: skip
from zjreform.drafting.coding.numerals import NUMERAL_FIELDS, DraftNumeral
from zjreform.drafting.coding.offers import ROW, Offer
from zjreform.drafting.coding.states import FIELDS, KIND, FieldState, Slot
from zjreform.drafting.coding.workbook import workbook_rows, write_workbook
from zjreform.errors import DatasetError, Problem, UnknownIdError, UnknownValueError
from zjreform.tabular.atomic import new_file
from zjreform.tabular.formulas import as_it_was, made_safe

_FORMS: Final = (".csv", ".xlsx")


def write_sheet_file(draft: Decisions, path: str | PathLike[str], *, overwrite: bool) -> Path:
    """Write the sheet of a draft; see ``Draft.sheet``."""
    target = Path(path)
    if target.suffix not in _FORMS:
        raise UnknownValueError("form of a sheet", target.suffix, _FORMS)
    with new_file(target, overwrite=overwrite) as new:
        if target.suffix == ".xlsx":
            write_workbook(draft, new)
        else:
            new.write_bytes(_csv(draft).encode("utf-8-sig"))
    return target


def _csv(draft: Decisions) -> str:
    """Return a sheet as CSV: offered rows stand below the figures, with a column for each further field that one of them asks for."""
    asked = dict.fromkeys(field for one in draft.offers.values() for field in one.asked)
    further = (name for field in asked if field not in FIELDS for name in _columns(field))
    names = list(dict.fromkeys([*header(), *NUMERALS, *further]))
    text = StringIO(newline="")
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    for one in draft.figures.values():
        writer.writerow(_safe(dict(zip(header(), line(draft, one), strict=True))))
    for none in draft.numerals.values():
        writer.writerow(_safe(dict(zip(NUMERALS, numeral_line(draft, none), strict=True))))
    lines: dict[str, dict[str, str]] = {}
    for each, field, cells in offered_lines(draft):
        before, marked, behind = sentence_of(draft, each)
        first = {
            "figure": each.key,
            "sentence": f"{before}【{marked}】{behind}" if marked else "",
            "surface": each.surface,
        }
        held = lines.setdefault(each.key, {**first, "family": each.table})
        held.update(zip(_columns(field), cells, strict=True))
    writer.writerows(map(_safe, lines.values()))
    return text.getvalue()


def _columns(field: str) -> tuple[str, str, str]:
    return f"{field} why", f"{field} proposed", field


def _safe(cells: Mapping[str, str]) -> dict[str, str]:
    return {name: made_safe(cell) if cell else "" for name, cell in cells.items()}


def read_sheet(draft: Decisions, path: str | PathLike[str], *, coder: str) -> int:
    """Take what a sheet holds; see ``Draft.take``."""
    file = Path(path)
    problems: list[Problem] = []
    trial = draft.copy()
    above: dict[str, str] = {}
    wanted: list[_Given] = []
    rows = _page_rows(draft, file) if file.suffix == ".json" else _rows(file)
    _refuse_columns(draft, file, rows)
    for number, row in enumerate(rows, 2):
        key = str(row.get("figure") or "")
        if key not in {**trial.figures, **trial.numerals, **trial.offers}:
            problems.append(
                Problem(file.name, number, "figure", key, "the key of a figure or of an offered row of the draft")
            )
            continue
        for field, cell in _entered(trial, key, row):
            try:
                given = _given(trial, key, field, cell, above, row)
                _decide(trial, given, coder)
                wanted.append(given)
                above[field] = cell if given.value is None else given.value
            except (UnknownValueError, UnknownIdError, ValueError) as error:
                problems.append(Problem(file.name, number, field, cell, str(error)))
    if problems:
        raise DatasetError(problems)
    return sum(_decide(draft, given, coder) for given in wanted)


@frozen
class _Given:
    """What a sheet says of one field."""

    key: str
    field: str
    value: str | None
    reason: str | None = None
    quantity: str | None = None


def _given(
    draft: Decisions, key: str, field: str, cell: str, above: Mapping[str, str], row: Mapping[str, Any]
) -> _Given:
    """Return what a cell says; a kind comes with its reason and, for a figure, with what it says."""
    held = draft.entry(key)
    if field not in held.slots:
        former = held.former.slots[field] if isinstance(held, DraftNumeral) and held.former else Slot()
        if isinstance(held, DraftNumeral) and cell != (former.value or NOTHING):
            raise ValueError("an empty cell: a numeral that is no figure has no such field")
        return _Given(key, field, None)
    value = _meant(held.slots[field], field, cell, above)
    if field != KIND or isinstance(held, Offer):
        return _Given(key, field, value)
    reason, quantity = (_plain(row.get(name)).strip() or None for name in ("reason", "quantity"))
    return _Given(key, field, value, reason, quantity if value == "quantity" else None)


def _refuse_columns(draft: Decisions, file: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Refuse a sheet without keys, and columns that are nobody's: what stands in them would be lost."""
    fields = {*FIELDS, *(name for one in draft.offers.values() for name in one.slots)}
    allowed = {*FIRST, *KINDS, *NUMERALS, *(name for field in fields for name in _columns(field))}
    named = dict.fromkeys(str(name) for row in rows for name in row)
    if "figure" not in named:
        raise DatasetError(
            [Problem(file.name, 1, "figure", "no such column", "a column with the key of each figure or offered row")]
        )
    wrong = [name for name in named if name not in allowed]
    if wrong:
        near = {name: close_to(name, allowed) for name in wrong}
        raise DatasetError(
            [Problem(file.name, 1, name, name, "the name of a field", _like(near[name])) for name in wrong]
        )


def _like(near: Sequence[str]) -> str:
    return f"did you mean {' or '.join(map(repr, near))}?" if near else ""


def _entered(draft: Decisions, key: str, row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the cells of a line that hold something, the decision on a row last: it rests on what is entered for it."""
    held = draft.entry(key)
    names: Sequence[str] = (*NUMERAL_FIELDS, *FIELDS)
    if isinstance(held, Offer):
        names = [*(name for name in held.slots if name not in {ROW, *FIRST}), ROW]
    elif isinstance(held, DraftFigure) and as_it_was(_plain(row.get(KIND))).strip() in {"", SAME, "quantity"}:
        names = (KIND, *FIELDS)
    cells = ((name, as_it_was(_plain(row.get(name))).strip()) for name in names)
    return [(name, cell) for name, cell in cells if cell]


def _plain(cell: object) -> str:
    """Return a cell as text; a workbook gives whole numbers and truths as such."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _decide(draft: Decisions, given: _Given, coder: str) -> int:
    """Enter a value; return 1 where that decides anything new."""
    key, field, value = given.key, given.field, given.value
    slot = draft.entry(key).slots.get(field)
    if slot is None:
        return 0
    if value == UNSURE:
        draft.unsure(key, field, coder=coder)
    elif slot.decided and slot.value == draft.checked(key, field, value):
        return 0
    else:
        extra = {} if given.quantity is None else {"quantity": given.quantity}
        draft.confirm(key, coder=coder, reason=given.reason, **{field: value}, **extra)
    return 1


def _meant(slot: Slot, field: str, cell: str, above: Mapping[str, str]) -> str | None:
    """Return what a cell says: a value, or one of the marks."""
    if cell == SAME and slot.state is FieldState.RULE:
        return slot.value
    if cell == SAME:
        if slot.proposal is None or not slot.shown:
            raise ValueError("a value: nothing is proposed here")
        return slot.proposal.value
    if cell == ABOVE:
        if field not in above:
            raise ValueError("a value: no line above has one")
        return None if above[field] == NOTHING else above[field]
    return None if cell == NOTHING else cell


def _page_rows(draft: Decisions, path: Path) -> list[dict[str, Any]]:
    """Return what the coding page saved, if it is of this text."""
    expected = draft.source.values["sha256"]
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DatasetError([Problem(path.name, 0, "", str(error), "the file that the coding page saved")]) from None
    if not isinstance(content, dict) or not isinstance(content.get("rows"), list) or content.get("sha256") != expected:
        shown = str(content.get("sha256")) if isinstance(content, dict) else repr(content)[:60]
        raise DatasetError([Problem(path.name, 0, "sha256", shown, f"the coding of the text {expected}")])
    return list(content["rows"])


def _rows(path: Path) -> list[dict[str, Any]]:
    if path.suffix not in _FORMS:
        raise UnknownValueError("form of a sheet", path.suffix, _FORMS)
    if path.suffix == ".xlsx":
        return workbook_rows(path)
    try:
        return list(csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    except UnicodeDecodeError as error:
        found = f"byte {error.object[error.start]:#04x} at {error.start}"
        raise DatasetError([Problem(path.name, 0, "", found, "UTF-8", "save the sheet as CSV UTF-8")]) from None
