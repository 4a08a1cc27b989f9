"""How the command line prints rows: as a table for eyes, as JSON or as CSV for other programs."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from rich.console import Console
from rich.table import Table as RichTable

from zjreform.tabular.cells import cell_text
from zjreform.tabular.csv_text import write_sheet

Row = Mapping[str, object]


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def console() -> Console:
    """Return a console that never cuts text when the output is no terminal."""
    plain = Console(highlight=False)
    return plain if plain.is_terminal else Console(highlight=False, width=200, no_color=True)


def show(rows: Sequence[Row], fmt: Format, *, title: str = "") -> None:
    """Print rows of one shape; no row prints an empty list, a header-less CSV or a line that says so."""
    if fmt is Format.JSON:
        print(json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=2, default=cell_text))  # noqa: T201
    elif fmt is Format.CSV:
        header = list(rows[0]) if rows else []
        sheet = write_sheet(header, [[cell_text(row[name]) for name in header] for row in rows]) if rows else b""
        sys.stdout.write(sheet.decode("utf-8"))
    elif rows:
        _print_table(rows, title)
    else:
        console().print("no record meets these conditions")


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
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _print_table(rows: Sequence[Row], title: str) -> None:
    table = RichTable(title=title or None, title_justify="left", header_style="bold")
    for name in rows[0]:
        table.add_column(name, overflow="fold", justify="right" if isinstance(rows[0][name], int) else "left")
    for row in rows:
        table.add_row(*(cell_text(value) for value in row.values()))
    console().print(table)
