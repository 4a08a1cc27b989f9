"""How the command line prints: as a table for eyes, or as JSON, CSV or JSON lines with the columns and codes of the frames."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable

from zjreform.columns.rows import Rows
from zjreform.dataset.table import Table
from zjreform.display import say
from zjreform.tabular.cells import cell_text
from zjreform.tabular.csv_text import write_sheet

Row = Mapping[str, object]

_PIPED = 200
"""Width of a table that goes to a file or a program which says nothing of its width."""

_LEAST = 12
"""A column narrower than this says nothing; it is left out of a table, never an id."""


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    JSONL = "jsonl"


def console() -> Console:
    """Return a console as wide as the terminal, or as ``COLUMNS`` says, also where the output is no terminal."""
    told = os.environ.get("COLUMNS", "")
    plain = Console(highlight=False)
    if plain.is_terminal:
        return plain
    return Console(highlight=False, width=int(told) if told.isdecimal() and int(told) else _PIPED, no_color=True)


def show_answer(found: Table[Any] | Rows[Any], fmt: Format, columns: Sequence[str], noun: str) -> None:
    """Print an answer: all its columns for programs, the named ones for eyes.

    Args:
        found: The answer.
        fmt: How it is printed.
        columns: Names of the columns that a table shows, the id first.
        noun: What one row is, in English.
    """
    rows = found.to_dicts()
    if fmt is Format.TABLE:
        show([{name: row[name] for name in columns} for row in rows], fmt, title=counted(len(rows), noun))
    else:
        names = list(rows[0]) if rows else found.to_arrow().column_names
        show(rows, fmt, names=names)


def show(rows: Sequence[Row], fmt: Format, *, title: str = "", names: Sequence[str] = ()) -> None:
    """Print rows of one shape; no row prints an empty list, a CSV with its header where it is known, or a line that says so."""
    if fmt is Format.JSON:
        print(json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=2, default=_plain))  # noqa: T201
    elif fmt is Format.JSONL:
        for row in rows:
            print(json.dumps(dict(row), ensure_ascii=False, default=_plain))  # noqa: T201
    elif fmt is Format.CSV:
        header = list(rows[0]) if rows else list(names)
        cells = [[cell_text(row[name]) for name in header] for row in rows]
        sys.stdout.write(write_sheet(header, cells).decode("utf-8") if header else "")
    elif rows:
        _print_table(rows, title)
    else:
        console().print(say("no record meets these conditions", "没有符合条件的记录"))


def show_sheet(pairs: Iterable[tuple[str, str]], fmt: Format) -> None:
    """Print what is known of one record, a line for each field, or as rows of field and value."""
    if fmt is not Format.TABLE:
        show([{"field": name, "value": value} for name, value in pairs], fmt)
        return
    for name, value in pairs:
        console().print(f"{name}: {value}", markup=False)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    Example:
        >>> counted(1, "case"), counted(2, "case")
        ('1 case', '2 cases')
    """
    return say(f"{number:,} {noun}{'' if number == 1 else 's'}", f"{number:,} 条")


def _plain(value: object) -> object:
    """A number as a number where a double holds it, a day as its text, everything else as a file writes it."""
    if isinstance(value, Decimal):
        number = int(value) if value == value.to_integral_value() else float(value)
        return number if Decimal(str(number)) == value else cell_text(value)
    return value.isoformat() if isinstance(value, date) else cell_text(value)


def _print_table(rows: Sequence[Row], title: str) -> None:
    first, *others = rows[0]
    out = console()
    ids = max(cell_len(cell_text(row[first])) for row in [*rows, {first: first}])
    room = max(out.width - ids - 4, 0)
    others = others[: room // (_LEAST + 3)]
    table = RichTable(title=title or None, title_justify="left", header_style="bold")
    table.add_column(first, no_wrap=True, min_width=ids)
    for name in others:
        table.add_column(name, overflow="fold", justify="right" if isinstance(rows[0][name], int) else "left")
    for row in rows:
        table.add_row(*(cell_text(row[name]) for name in (first, *others)))
    out.width = max(out.width, ids + 4)
    out.print(table, markup=False)
