"""Commands over new documents: check what somebody extracted from them."""

from pathlib import Path
from typing import Annotated

import typer

from zjreform.cli.output import Format, show
from zjreform.drafting.verifying.standing import Standing
from zjreform.drafting.verifying.verify import verify as verify_rows
from zjreform.tabular.atomic import new_file


def verify(
    rows: Annotated[Path, typer.Argument(help="what was extracted: .jsonl (langextract's too), .json, .csv or .xlsx")],
    texts: Annotated[Path, typer.Argument(help="a text, or a folder of .txt files")],
    page: Annotated[Path | None, typer.Option("--page", help="write the report as an HTML page as well")] = None,
    missed: Annotated[bool, typer.Option("--missed", help="list the figures that nobody extracted instead")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="replace a page that stands there")] = False,
    fmt: Annotated[Format, typer.Option("--format", help="table, json or csv")] = Format.TABLE,
) -> None:
    """Check numbers that a model or a person took from texts; exit code 1 if any is not confirmed."""
    if not texts.exists():
        raise typer.BadParameter(f"no such file or folder: {str(texts)!r}")
    if not rows.is_file():
        raise typer.BadParameter(f"no such file: {str(rows)!r}")
    checked = verify_rows(rows, texts)
    if page is not None:
        with new_file(page, overwrite=overwrite) as new:
            new.write_text(checked.page(), encoding="utf-8", newline="\n")
    show((checked.missed if missed else checked.rows).to_dicts(), fmt, title=str(checked))
    raise typer.Exit(0 if all(row.status is Standing.CONFIRMED for row in checked.rows) else 1)
