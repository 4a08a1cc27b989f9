"""Commands over new documents: draft their coding, and check what somebody extracted from them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from zjreform.cli.output import Format, show
from zjreform.display import say
from zjreform.drafting.coding.make import draft as make_draft
from zjreform.drafting.verifying.standing import Standing
from zjreform.drafting.verifying.verify import verify as verify_rows
from zjreform.tabular.atomic import new_file


class SheetForm(StrEnum):
    """What a draft is coded in."""

    EXCEL = "excel"
    CSV = "csv"


def draft(
    document: Annotated[Path, typer.Argument(help="the document: .txt, .md, .html, .docx or .pdf with a text layer")],
    output: Annotated[Path, typer.Option("--output", "-o", help="folder for the draft, its text and its data package")],
    key: Annotated[
        str | None, typer.Option("--id", help="id of the document, from which those of its figures are made")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="kind of the document: news, yearbook, notice, …")] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option("--field", help="what is known of the document, NAME=VALUE: title_zh=…; can be repeated"),
    ] = None,
    sheet: Annotated[
        SheetForm | None, typer.Option("--as", help="write a sheet to code in as well: excel or csv")
    ] = None,
    blind: Annotated[bool, typer.Option("--blind", help="propose nothing, for a second coder")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="replace a draft that stands there")] = False,
) -> None:
    """Draft the coding of a document: spans with proposals that a person confirms."""
    if not document.is_file():
        raise typer.BadParameter(f"no such file: {str(document)!r}")
    known = {"id": key, "kind": kind}
    source: dict[str, object] = {name: value for name, value in known.items() if value is not None}
    for given in fields or ():
        name, equals, value = given.partition("=")
        if not equals:
            raise typer.BadParameter(f"expected NAME=VALUE, got {given!r}", param_hint="--field")
        source[name] = value
    made = make_draft(document, source=source, blind=blind)
    folder = made.write(output, overwrite=overwrite)
    if sheet is not None:
        made.sheet(folder / f"coding.{'xlsx' if sheet is SheetForm.EXCEL else 'csv'}", overwrite=True)
    found = made.candidates
    awards = sum(len(one.awards) for one in found.lists)
    for english, chinese in (
        (
            f"{folder}: {len(made.figures)} figures, {len(found.numerals)} numerals that are none, {len(found.pairs)} pairings",
            f"{folder}：{len(made.figures)} 个数字，{len(found.numerals)} 个不是数字的数词，{len(found.pairs)} 组对照",
        ),
        (
            f"{len(found.names)} known names, {len(found.coined)} new quoted names, {awards} awards",
            f"{len(found.names)} 个已知名称，{len(found.coined)} 个引号中的新名称，{awards} 个奖项",
        ),
    ):
        typer.echo(say(english, chinese))
    if made.source.missing:
        typer.echo(
            say("still to be given of the document, as --field NAME=VALUE: ", "文献尚缺（用 --field 名=值 给出）：")
            + ", ".join(made.source.missing)
        )
    typer.echo(say(f"{len(made.open)} decisions are open", f"{len(made.open)} 项待定"))


def verify(
    rows: Annotated[Path, typer.Argument(help="what was extracted: .jsonl (langextract's too), .json, .csv or .xlsx")],
    texts: Annotated[Path, typer.Argument(help="a text, or a folder of .txt files")],
    page: Annotated[Path | None, typer.Option("--page", help="write the report as an HTML page as well")] = None,
    missed: Annotated[bool, typer.Option("--missed", help="list the figures that nobody extracted instead")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="replace a page that stands there")] = False,
    fmt: Annotated[Format, typer.Option("--format", help="table, json, csv or jsonl")] = Format.TABLE,
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
