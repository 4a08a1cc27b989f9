"""Commands over many texts: figures, changes and terms of files, folders and tables, into one file of columns or onto the screen."""

import csv
import inspect
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from zjreform.cli.output import Format, Row, counted, show
from zjreform.corpus import files
from zjreform.corpus.documents import MEDIA_TYPES, document
from zjreform.corpus.inputs import STDIN
from zjreform.corpus.summary import Summary
from zjreform.display import say
from zjreform.errors import DocumentError, ZjError
from zjreform.tabular.optional import optional
from zjreform.text import changes as text_changes
from zjreform.text import figures as text_figures
from zjreform.text import terms as text_terms
from zjreform.text.answers import found_answer
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import Lexicon
from zjreform.wording import told

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
Formats = Annotated[Format, typer.Option("--format", help="on the screen: table, json, csv or jsonl")]


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


class _Search:
    """What is looked for, with all that says where and how: the options that the commands share."""

    def __init__(
        self,
        what: str,
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
        if (words is None) == (not inputs):
            raise typer.BadParameter("give files, folders or patterns, or --text with a text")
        self.what, self.inputs, self.words, self.out, self.fmt, self.stdin = what, inputs or [], words, out, fmt, stdin
        asked: dict[str, Any] = {"kinds": [kind.value for kind in kinds] if kinds else None, "region": region}
        asked["lexicon"] = None if lexicon is None else read_lexicon(lexicon)
        self.asked = {name: value for name, value in asked.items() if value is not None}
        self.encoding, self.stops = encoding, on_error is OnError.STOP
        self.run = {
            "text_column": text_column,
            "id_column": id_column,
            "encoding": encoding,
            "workers": workers,
            "on_error": on_error.value,
            "resume": resume,
            "overwrite": overwrite,
            "limit": limit,
            "stdin": f".{stdin.value}",
        }

    @property
    def is_plain(self) -> bool:
        """Whether it is a text, or files of one text each, for the screen: what needs no table and no further process."""
        whole = all(
            self.stdin is Stdin.TXT
            if name == STDIN
            else Path(name).suffix.lower() in MEDIA_TYPES and Path(name).is_file()
            for name in self.inputs
        )
        return self.out is None and whole and not {"workers", "limit"} & {name for name in self.run if self.run[name]}

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the texts with their ids.

        Raises:
            DocumentError: One cannot be read.
        """
        if self.words is not None:
            yield "text", self.words
        for name in self.inputs:
            if name != STDIN:
                yield name, document(name, encoding=self.encoding).text
                continue
            with tempfile.TemporaryDirectory(prefix="zjreform-") as folder:
                path = Path(folder, "stdin.txt")
                path.write_bytes(sys.stdin.buffer.read())
                yield name, document(path, encoding=self.encoding).text


_SHOWN: Mapping[str, tuple[str, ...]] = {
    "figures": ("id", "start", "surface", "value", "upper", "bound", "unit", "sense"),
    "changes": ("id", "start", "surface", "verb", "before_value", "after_value", "stated_value", "stated_unit"),
    "terms": ("id", "start", "surface", "term"),
}
"""Columns that a table shows; the id is left out where there is one text."""

_FIND: Mapping[str, Callable[..., Sequence[Any]]] = {
    "figures": text_figures.figures,
    "changes": text_changes.changes,
    "terms": text_terms.terms,
}
_RUN: Mapping[str, Callable[..., Summary]] = {"figures": files.figures, "changes": files.changes, "terms": files.terms}


def _command(name: str, what: str, about: str, *without: str) -> Callable[..., None]:
    """Return the command that looks for something, with the options of a search but for those that mean nothing to it."""

    def command(**given: Any) -> None:  # noqa: ANN401 (as typer gives them)
        try:
            search = _Search(what, **given)
            if search.is_plain:
                _print(search, _plain_rows(search))
            else:
                _run(search)
        except (OSError, ZjError) as error:
            sys.stderr.write(f"zjreform: {error if isinstance(error, ZjError) else told(str(error))}\n")
            raise typer.Exit(2) from None

    options = inspect.signature(_Search).parameters.values()
    kept = [option for option in options if option.name not in {"what", *without}]
    command.__name__, command.__doc__ = name, about
    command.__signature__ = inspect.Signature(kept)  # type: ignore[attr-defined]  # as inspect documents it
    command.__annotations__ = {option.name: option.annotation for option in kept}
    return command


figures = _command("figures", "figures", "Find the figures in texts, with their spans and what they mean.")
changes = _command("changes", "changes", "Find the changes that texts state, before and after side by side.", "kinds")
find_terms = _command(
    "find_terms", "terms", "Find the names of reforms, platforms and rules in texts.", "kinds", "region"
)


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


def _plain_rows(search: _Search) -> list[Row]:
    names = _names(search.what)
    found = ((key, one.flat()) for key, text in search.texts() for one in _FIND[search.what](text, **search.asked))
    return [{name: key if name == "id" else cells[name] for name in names} for key, cells in found]


def _names(what: str) -> list[str]:
    """The columns of a corpus: those of the frames, but for what follows from two of them."""
    return ["id", *(field.name for field in found_answer(what).fields if field.name != "factor")]


def _run(search: _Search) -> None:
    with tempfile.TemporaryDirectory(prefix="zjreform-") as folder:
        inputs, options = search.inputs, {**search.run, **search.asked}
        if search.words is not None:
            table = Path(folder, "text.jsonl")
            table.write_text(json.dumps({"id": "text", "text": search.words}), encoding="utf-8")
            inputs, options = [str(table)], {**options, "encoding": "utf-8", "text_column": "text", "id_column": "id"}
        target = search.out or Path(folder, "found.arrow")
        summary = _RUN[search.what](inputs, target, progress=search.out is not None and sys.stderr.isatty(), **options)
        if search.out is None and target.exists():
            _print(search, _stored_rows(target))
        _report(summary, full=search.out is not None)


def _report(summary: Summary, *, full: bool) -> None:
    text = str(summary)
    if full:
        sys.stderr.write(text + "\n")
    else:
        unread = say("not read", "未能读取")
        sys.stderr.writelines(f"zjreform: {unread}: {name}: {told(reason)}\n" for name, reason in summary.failures)
    if not summary.complete:
        raise typer.Exit(_STOPPED)
    if summary.failures:
        raise typer.Exit(1)


_STOPPED = 130


def _stored_rows(path: Path) -> list[Row]:
    ipc = optional("pyarrow.ipc", "arrow")
    with path.open("rb") as source, ipc.open_file(source) as file:
        rows = file.read_all().to_pylist()
    return [{name: _as_written(cell) for name, cell in row.items()} for row in rows]


def _as_written(cell: object) -> object:
    """A decimal without the zeros that fill its column."""
    if not isinstance(cell, Decimal):
        return cell
    text = format(cell, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _print(search: _Search, rows: Sequence[Row]) -> None:
    names = _names(search.what)
    if search.fmt is not Format.TABLE:
        show(rows, search.fmt, names=names)
        return
    columns = [name for name in _SHOWN[search.what] if search.words is None or name != "id"]
    shown = [{name: row[name] for name in columns} for row in rows]
    show(shown, Format.TABLE, title=counted(len(rows), search.what.removesuffix("s")))
