"""Commands over many texts: figures, changes and terms of files, folders and tables, into one file of columns or onto the screen."""

import csv
import json
import sys
import tempfile
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from zjreform.cli.output import Format, show
from zjreform.corpus import files
from zjreform.corpus.outputs import json_lines, text_columns
from zjreform.corpus.summary import Summary
from zjreform.errors import DocumentError, ZjError
from zjreform.tabular.optional import optional
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import Lexicon

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT...", help="files, folders, patterns, zip archives; - for standard input", show_default=False
    ),
]
Words = Annotated[str | None, typer.Option("--text", help="a text to read in place of files")]
Out = Annotated[
    Path | None, typer.Option("-o", "--out", help="file to write: .parquet .arrow .csv .jsonl; the screen by default")
]
TextColumn = Annotated[str, typer.Option("--text-column", help="column or key of the texts in tables")]
IdColumn = Annotated[str, typer.Option("--id-column", help="column or key of their ids")]
Encoding = Annotated[
    str | None, typer.Option("--encoding", help="encoding of text files, where it is not decided by their bytes")
]
Workers = Annotated[int | None, typer.Option("--workers", help="processes; one for each core for larger inputs", min=1)]
Resume = Annotated[bool, typer.Option("--resume", help="go on where a run into the same file stopped")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="replace the file if it exists")]
Limit = Annotated[int | None, typer.Option("--limit", help="read at most so many documents and rows", min=1)]
Kinds = Annotated[list[Kind] | None, typer.Option("--kinds", help="kinds of numerals; quantities by default")]
LexiconFile = Annotated[
    Path | None, typer.Option("--lexicon", help="CSV of your own names: word, and if you like kind and term (an id)")
]
Region = Annotated[str | None, typer.Option("--region", help="what a bare 元 is: CN, HK, MO, TW")]
Formats = Annotated[Format, typer.Option("--format", help="on the screen: table, json or csv")]


class OnError(StrEnum):
    """What to do about an input that cannot be read."""

    SKIP = "skip"
    STOP = "stop"


class Stdin(StrEnum):
    """What standard input is."""

    TXT = "txt"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"


OnErrors = Annotated[OnError, typer.Option("--on-error", help="skip and report what cannot be read, or stop")]
Stdins = Annotated[Stdin, typer.Option("--stdin", help="what standard input is")]


def figures(
    inputs: Inputs = None,
    words: Words = None,
    out: Out = None,
    text_column: TextColumn = "text",
    id_column: IdColumn = "id",
    encoding: Encoding = None,
    workers: Workers = None,
    on_error: OnErrors = OnError.SKIP,
    resume: Resume = False,
    overwrite: Overwrite = False,
    limit: Limit = None,
    kinds: Kinds = None,
    lexicon: LexiconFile = None,
    region: Region = None,
    stdin: Stdins = Stdin.TXT,
    fmt: Formats = Format.TABLE,
) -> None:
    """Find the figures in texts, with their spans and what they mean."""
    _run(
        files.figures,
        _Asked(inputs, words, out, fmt, _FIGURES),
        kinds=[kind.value for kind in kinds] if kinds else None,
        region=region,
        **_options(text_column, id_column, encoding, workers, on_error, resume, overwrite, limit, lexicon, stdin),
    )


def changes(
    inputs: Inputs = None,
    words: Words = None,
    out: Out = None,
    text_column: TextColumn = "text",
    id_column: IdColumn = "id",
    encoding: Encoding = None,
    workers: Workers = None,
    on_error: OnErrors = OnError.SKIP,
    resume: Resume = False,
    overwrite: Overwrite = False,
    limit: Limit = None,
    lexicon: LexiconFile = None,
    region: Region = None,
    stdin: Stdins = Stdin.TXT,
    fmt: Formats = Format.TABLE,
) -> None:
    """Find the changes that texts state, before and after side by side."""
    _run(
        files.changes,
        _Asked(inputs, words, out, fmt, _CHANGES),
        region=region,
        **_options(text_column, id_column, encoding, workers, on_error, resume, overwrite, limit, lexicon, stdin),
    )


def find_terms(
    inputs: Inputs = None,
    words: Words = None,
    out: Out = None,
    text_column: TextColumn = "text",
    id_column: IdColumn = "id",
    encoding: Encoding = None,
    workers: Workers = None,
    on_error: OnErrors = OnError.SKIP,
    resume: Resume = False,
    overwrite: Overwrite = False,
    limit: Limit = None,
    lexicon: LexiconFile = None,
    stdin: Stdins = Stdin.TXT,
    fmt: Formats = Format.TABLE,
) -> None:
    """Find the names of reforms, platforms and rules in texts."""
    _run(
        files.terms,
        _Asked(inputs, words, out, fmt, _TERMS),
        **_options(text_column, id_column, encoding, workers, on_error, resume, overwrite, limit, lexicon, stdin),
    )


class _Asked:
    """What is read, and where what is found goes."""

    def __init__(
        self, inputs: list[str] | None, words: str | None, out: Path | None, fmt: Format, shown: tuple[str, ...]
    ) -> None:
        if (words is None) == (not inputs):
            raise typer.BadParameter("give files, folders or patterns, or --text with a text")
        self.inputs, self.words, self.out, self.fmt, self.shown = inputs or [], words, out, fmt, shown


_FIGURES = ("id", "start", "surface", "value", "upper", "bound", "unit", "sense")
_CHANGES = ("id", "start", "surface", "verb", "before_value", "after_value", "stated_value", "stated_unit")
_TERMS = ("id", "start", "surface", "term")


def _options(
    text_column: str,
    id_column: str,
    encoding: str | None,
    workers: int | None,
    on_error: OnError,
    resume: bool,  # noqa: FBT001 (as typer gives it)
    overwrite: bool,  # noqa: FBT001
    limit: int | None,
    lexicon: Path | None,
    stdin: Stdin,
) -> dict[str, Any]:
    return {
        "text_column": text_column,
        "id_column": id_column,
        "encoding": encoding,
        "workers": workers,
        "on_error": on_error.value,
        "resume": resume,
        "overwrite": overwrite,
        "limit": limit,
        "lexicon": None if lexicon is None else read_lexicon(lexicon),
        "stdin": f".{stdin.value}",
    }


def read_lexicon(path: Path) -> Lexicon:
    r"""Return the names and terms of a CSV file: ``word``, and if given ``kind`` (of a name) and ``term`` (an id).

    Raises:
        DocumentError: It is no such file.

    Example:
        >>> path = Path(tempfile.mkdtemp()) / "mine.csv"
        >>> _ = path.write_text("word,term\n三色管理,three-colours\n", encoding="utf-8")
        >>> dict(read_lexicon(path).terms)
        {'三色管理': 'three-colours'}
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except (OSError, UnicodeError, csv.Error) as error:
        raise DocumentError(str(path), str(error), "give a CSV file in UTF-8 with a column word") from error
    if rows and not ("word" in rows[0] and rows[0].keys() <= {"word", "kind", "term"}):
        raise DocumentError(str(path), "it has no column word, or others than word, kind and term")
    names = {row["word"]: row.get("kind") or Kind.NAME for row in rows if row.get("kind") or not row.get("term")}
    try:
        return Lexicon(names=names, terms={row["word"]: row["term"] for row in rows if row.get("term")})
    except ValueError as error:
        raise DocumentError(str(path), str(error)) from error


def _run(find: Callable[..., Summary], asked: _Asked, **options: Any) -> None:  # noqa: ANN401 (given through)
    with tempfile.TemporaryDirectory(prefix="zjreform-") as folder:
        inputs = asked.inputs
        if asked.words is not None:
            table = Path(folder, "text.jsonl")
            table.write_text(json.dumps({"id": "text", "text": asked.words}), encoding="utf-8")
            inputs, options = [str(table)], {**options, "encoding": "utf-8", "text_column": "text", "id_column": "id"}
        target = asked.out or Path(folder, "found.arrow")
        try:
            summary = find(inputs, target, progress=asked.out is not None and sys.stderr.isatty(), **options)
        except (OSError, ZjError) as error:
            sys.stderr.write(f"zjreform: {error}\n")
            raise typer.Exit(2) from None
        if asked.out is None:
            _show(target, asked)
        _report(summary, full=asked.out is not None)


def _report(summary: Summary, *, full: bool) -> None:
    text = str(summary)
    if full:
        sys.stderr.write(text + "\n")
    else:
        sys.stderr.writelines(f"zjreform: not read: {name}: {reason}\n" for name, reason in summary.failures)
    if not summary.complete:
        raise typer.Exit(_STOPPED)
    if summary.failures:
        raise typer.Exit(1)


_STOPPED = 130


def _show(path: Path, asked: _Asked) -> None:
    if not path.exists():
        return
    ipc = optional("pyarrow.ipc", "arrow")
    with path.open("rb") as source, ipc.open_file(source) as file:
        batches = [file.get_batch(place) for place in range(file.num_record_batches)]
        names = file.schema.names
    if asked.fmt is Format.JSON:
        lines = [line for batch in batches for line in json_lines(batch)]
        sys.stdout.write("[" + ",\n ".join(lines) + "]\n")
        return
    wanted = names if asked.fmt is Format.CSV else [name for name in asked.shown if asked.words is None or name != "id"]
    rows = [
        dict(zip(wanted, cells, strict=True))
        for batch in batches
        for cells in zip(*(text_columns(batch)[name].to_pylist() for name in wanted), strict=True)
    ]
    if asked.fmt is Format.CSV:
        sheet = csv.writer(sys.stdout, lineterminator="\n")
        sheet.writerow(names)
        sheet.writerows([("" if cell is None else cell) for cell in row.values()] for row in rows)
    else:
        show([{name: cell or "" for name, cell in row.items()} for row in rows], Format.TABLE)
