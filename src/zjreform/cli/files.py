"""Commands over packages: checking, writing, converting, comparing, citing, and the codebook."""

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from zjreform.cli.output import Format, console, counted, show, show_answer
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.entry import cite as cite_what
from zjreform.dataset.entry import load, read
from zjreform.dataset.templates import template as write_template
from zjreform.dataset.validating import validate as check
from zjreform.dataset.writing import Written
from zjreform.dataset.writing import codebook as all_entries
from zjreform.display import say
from zjreform.errors import Problem, UnknownValueError
from zjreform.tabular.cells import cell_text
from zjreform.wording import told

Formats = Annotated[Format, typer.Option("--format", help="table, json, csv or jsonl")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="replace what stands there")]
Package = Annotated[
    Path, typer.Argument(metavar="PATH", help="a folder, a zip file, datapackage.json, or a file written before")
]


class Kind(StrEnum):
    """What a dataset is written as."""

    PACKAGE = "package"
    SAFE_PACKAGE = "spreadsheet-safe-package"
    PARQUET = "parquet"
    ARROW = "arrow"
    SQLITE = "sqlite"
    JSON = "json"
    EXCEL = "excel"


As = Annotated[
    Kind | None,
    typer.Option("--as", help="what to write; by the suffix of TARGET where it is not said, a folder for none"),
]


class Style(StrEnum):
    """How a citation is written."""

    TEXT = "text"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    RIS = "ris"


class Language(StrEnum):
    """Language of a citation."""

    EN = "en"
    ZH = "zh"


def validate(path: Package, fmt: Formats = Format.TABLE) -> None:
    """List every problem of a package, and what should be looked at; exits with 1 if there is a problem."""
    report = check(_existing(path))
    if fmt is Format.TABLE:
        console().print(str(report), markup=False)
    else:
        found = [("error", problem) for problem in report.problems] + [
            ("warning", problem) for problem in report.warnings
        ]
        show([{"severity": severity, **_problem_row(problem)} for severity, problem in found], fmt)
    if not report.ok:
        raise typer.Exit(1)


def write(
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="file or folder to write")],
    kind: As = None,
    overwrite: Overwrite = False,
) -> None:
    """Write the bundled dataset, by the suffix of the target: .zip, .xlsx, .sqlite, .db, .json, or a folder."""
    _write(load(), target, kind, overwrite=overwrite)


def convert(
    source: Package,
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="file or folder to write")],
    kind: As = None,
    overwrite: Overwrite = False,
    merge: Annotated[bool, typer.Option("--merge", help="write the bundled dataset and the package together")] = False,
) -> None:
    """Read a package and write it in another format."""
    ds = read(_existing(source))
    _write(load().merge(ds) if merge else ds, target, kind, overwrite=overwrite)


def template(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="folder to make")],
    tables: Annotated[
        list[str] | None, typer.Option("--table", help="a table to make a file for; all by default")
    ] = None,
    overwrite: Overwrite = False,
) -> None:
    """Make an empty package: files with headers, datapackage.json and a codebook."""
    try:
        made = write_template(folder, tables=tables or None, overwrite=overwrite)
    except FileExistsError as error:
        _refuse(error)
    console().print(say(f"made {made}", f"已建立 {made}"), markup=False)


def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="a package, or “bundled”")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="a package, or “bundled”")],
    fmt: Formats = Format.TABLE,
    markdown: Annotated[bool, typer.Option("--markdown", help="as a section of a changelog")] = False,
) -> None:
    """Show what changes from one package to another, by row and field."""
    changes = _named(before).diff(_named(after))
    if markdown:
        sys.stdout.write(changes.to_markdown())
    elif fmt is Format.TABLE and not changes:
        console().print(say("no row differs", "没有差别"))
    else:
        show(changes.to_dicts(), fmt, title=f"{counted(len(changes), 'change')}: {changes.before} → {changes.after}")


def cite(
    what: Annotated[
        str | None, typer.Argument(metavar="WHAT", help="dataset, software, or the id of a source or case")
    ] = None,
    style: Annotated[Style, typer.Option("--style", help="text, bibtex, csl-json or ris")] = Style.TEXT,
    lang: Annotated[Language, typer.Option("--lang", help="language of titles and notes")] = Language.EN,
    accessed: Annotated[str | None, typer.Option("--accessed", help="day on which you read it: 2026-11-30")] = None,
) -> None:
    """Print a citation of the dataset, the software, a source or a case."""
    sys.stdout.write(cite_what(what, style.value, lang.value, accessed) + "\n")


def codebook(
    table: Annotated[str | None, typer.Argument(metavar="TABLE", help="a table; all by default")] = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """Show every column of every table, and every value of every closed list."""
    entries = all_entries()
    known = dict.fromkeys(entry.table for entry in entries)
    if table is not None and table not in known:
        raise UnknownValueError("table", table, tuple(known))
    if fmt is not Format.TABLE:
        show_answer(entries if table is None else entries.where(lambda entry: entry.table == table), fmt, (), "row")
        return
    rows = [
        {
            "table": entry.table,
            "column": entry.column,
            "value": entry.value,
            "label": f"{entry.label_zh} {entry.label_en}",
            "definition": entry.definition,
            "empty means": entry.empty_means,
        }
        for entry in entries
        if table in {None, entry.table}
    ]
    show(rows, fmt, title=counted(len(rows), "row"))


_WRITERS: dict[Kind, Callable[[Dataset, Path, bool], Written]] = {
    Kind.PACKAGE: lambda ds, target, over: ds.write_package(target, overwrite=over),
    Kind.SAFE_PACKAGE: lambda ds, target, over: ds.write(target, overwrite=over, spreadsheet_safe=True),
    Kind.PARQUET: lambda ds, target, over: ds.write_parquet(target, overwrite=over),
    Kind.ARROW: lambda ds, target, over: ds.write_arrow(target, overwrite=over),
    Kind.SQLITE: lambda ds, target, over: ds.write_sqlite(target, overwrite=over),
    Kind.JSON: lambda ds, target, over: ds.write_json(target, overwrite=over),
    Kind.EXCEL: lambda ds, target, over: ds.write_excel(target, overwrite=over),
}


def _write(ds: Dataset, target: Path, kind: Kind | None, *, overwrite: bool) -> None:
    try:
        done = ds.write(target, overwrite=overwrite) if kind is None else _WRITERS[kind](ds, target, overwrite)
    except OSError as error:
        _refuse(error)
    for problem in done.made_safe:
        console().print(
            f"{say('made safe', '已作安全处理')}: {problem.file} row {problem.row}, {problem.field}: {problem.value!r}",
            markup=False,
        )
    files, records = len(done.files), sum(ds.sizes().values())
    wrote = say(
        f"wrote {done.path}: {files} files, {records} records", f"已写出 {done.path}：{files} 个文件，{records} 条记录"
    )
    console().print(wrote, markup=False)


def _named(name: str) -> Dataset:
    return load() if name == "bundled" else read(_existing(Path(name)))


def _existing(path: Path) -> Path:
    if not path.exists():
        _refuse(FileNotFoundError(f"no such file or folder: {str(path)!r}"))
    return path


def _refuse(error: OSError) -> NoReturn:
    words = str(error).replace("pass overwrite=True to replace it", "--overwrite replaces it")
    sys.stderr.write(f"zjreform: {told(words)}\n")
    raise typer.Exit(2)


def _problem_row(problem: Problem) -> dict[str, object]:
    names = ("file", "row", "field", "value", "expected", "remedy")
    return {name: cell_text(getattr(problem, name)) for name in names}
