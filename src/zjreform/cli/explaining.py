"""The command that says what the reader took each numeral of a text for, and why."""

import os
from pathlib import Path
from typing import Annotated

import typer

from zjreform.cli.output import Format, counted, show
from zjreform.text.explain import explain as explained
from zjreform.text.kinds import Kind

_LONGEST_PATH = 255


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT | FILE", help="a text, or the path of a text file in UTF-8")],
    kinds: Annotated[list[Kind] | None, typer.Option("--kinds", help="kinds of numerals; all by default")] = None,
    region: Annotated[str | None, typer.Option("--region", help="what a bare 元 is: CN, HK, MO, TW")] = None,
    fmt: Annotated[Format, typer.Option("--format", help="table, json, csv or jsonl")] = Format.TABLE,
) -> None:
    """Say what each numeral of a text was taken for, by which rule or word, and why; what a report of a misreading holds."""
    found = explained(_text(text), kinds=kinds or None, region=region)  # type: ignore[arg-type]  # refused by name
    show([row.flat() for row in found], fmt, title=counted(len(found), "numeral"))


def _text(given: str) -> str:
    """Return the text of a file, if one is named, else what was given."""
    named = len(os.fsencode(given)) <= _LONGEST_PATH and "\n" not in given and Path(given).is_file()
    if not named:
        return given
    try:
        return Path(given).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"expected a text file in UTF-8, got {given!r} ({error.reason})") from None
