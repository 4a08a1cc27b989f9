"""Figures, changes and terms of files: from folders, archives and tables of texts into one file of columns, on every core.

Memory stays bounded: texts and rows stream. A run that is killed goes on where it was; one that is stopped leaves whole parts. What cannot
be read is reported, and skipped or the end of the run, as asked.
"""

import json
import time
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import islice
from os import PathLike
from pathlib import Path
from shutil import SameFileError
from typing import Any, Final

from attrs import Factory, define

from zjreform.arguments import told
from zjreform.corpus.documents import DOCUMENT_LIMITS
from zjreform.corpus.inputs import STDIN, Found, find_inputs
from zjreform.corpus.journal import PARTIAL, Journal, ResumeError, begin_journal
from zjreform.corpus.outputs import join_parts, suffix_of, write_part
from zjreform.corpus.progress import Progress, shown_progress
from zjreform.corpus.schemas import VERSION, change_schema, figure_schema, term_schema
from zjreform.corpus.summary import Summary, read_summary, summary_path, summed, write_summary
from zjreform.corpus.tables import Columns
from zjreform.corpus.units import units
from zjreform.corpus.work import Done, Task
from zjreform.corpus.workers import run_units, usual_workers
from zjreform.errors import DocumentError, UnknownValueError
from zjreform.limits import Limits
from zjreform.options import Region
from zjreform.tabular.atomic import new_file
from zjreform.text.figures import figures as figures_of
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import Lexicon

PathText = str | PathLike[str]
Show = bool | Callable[[Progress], None]
"""Whether to show a bar, or what to call with how far the run has come."""

_SCHEMAS: Final = {"figures": figure_schema, "changes": change_schema, "terms": term_schema}
_PART_ROWS: Final = 1 << 17
_PART_SECONDS: Final = 20.0


@told
def figures(
    paths: PathText | Iterable[PathText],
    out: PathText,
    *,
    kinds: Iterable[Kind | str] | None = None,
    lexicon: Lexicon | None = None,
    region: Region | None = None,
    text_column: str = "text",
    id_column: str = "id",
    encoding: str | None = None,
    workers: int | None = None,
    on_error: str = "skip",
    resume: bool = False,
    overwrite: bool = False,
    limit: int | None = None,
    progress: Show = False,
    stdin: str = ".txt",
    limits: Limits = DOCUMENT_LIMITS,
) -> Summary:
    """Find the figures of all texts in files and write them as columns of the schema ``FIGURES``.

    Args:
        paths: Files, folders, patterns, zip archives, ``"-"`` for standard input. A ``.txt .md .html .docx .pdf`` is one text with its path
            as id; ``.jsonl .csv .tsv .parquet .arrow`` hold many. ``.gz`` and ``.zst`` may stand behind. A file that several paths lead to
            is read once; *out* and unfinished runs in a folder are left out.
        out: File to write: ``.parquet``, ``.arrow``, ``.csv`` or ``.jsonl``. Beside it a summary, ``.summary.json``.
        kinds: As for ``zj.figures``.
        lexicon: As for ``zj.figures``.
        region: As for ``zj.figures``.
        text_column: Column or key of the texts in tables.
        id_column: Column or key of their ids; where a row has none, the id is the file and the number of the row.
        encoding: Encoding of text files, where their bytes leave it undecided.
        workers: Number of processes; one for each core for larger inputs by default.
        on_error: ``"skip"`` reports what cannot be read and goes on, ``"stop"`` raises at the first.
        resume: Go on where a run into the same file was stopped or killed; one that has ended is not done again.
        overwrite: Replace *out* if it exists.
        limit: Number of documents and rows to read at most.
        progress: ``True`` shows a bar with rate and time left (extra ``cli``); a function is called with each `Progress`.
        stdin: What standard input is, as a suffix: ``".txt"`` for one text, ``".jsonl"`` or ``".csv"`` for many.
        limits: How many pages and bytes each document may have, as for ``zj.document``; of a table of texts, which streams, a line.

    Returns:
        What was read and found, and what could not be read.

    Raises:
        FileNotFoundError: A path leads to nothing.
        FileExistsError: *out* exists, or an unfinished run into it, and neither *overwrite* nor *resume* says what to do.
        ResumeError: The run to go on with was asked something else, or of other files.
        shutil.SameFileError: *out* is one of *paths*.
        DocumentError: Something cannot be read and *on_error* is ``"stop"``.
        UnknownValueError: An option has no such value.

    Example:
        >>> import tempfile, pyarrow.parquet as pq
        >>> folder = Path(tempfile.mkdtemp())
        >>> _ = (folder / "a.txt").write_text("办理时间由8天压缩至1天", encoding="utf-8")
        >>> summary = figures(folder / "a.txt", folder / "out.parquet")
        >>> summary.documents, summary.rows, pq.read_table(summary.out)["surface"].to_pylist()
        (1, 2, ['8天', '1天'])
    """
    chosen = None if kinds is None else tuple(str(kind) for kind in kinds)
    task = Task("figures", chosen, lexicon, region, encoding, limits)
    return _Run(
        task, out, Columns(text_column, id_column, encoding, limits.bytes), workers, on_error, limit, progress, stdin
    ).made(paths, resume=resume, overwrite=overwrite)


@told
def changes(
    paths: PathText | Iterable[PathText],
    out: PathText,
    *,
    lexicon: Lexicon | None = None,
    region: Region | None = None,
    text_column: str = "text",
    id_column: str = "id",
    encoding: str | None = None,
    workers: int | None = None,
    on_error: str = "skip",
    resume: bool = False,
    overwrite: bool = False,
    limit: int | None = None,
    progress: Show = False,
    stdin: str = ".txt",
    limits: Limits = DOCUMENT_LIMITS,
) -> Summary:
    """Find the changes that all texts in files state and write them as columns of the schema ``CHANGES``; see ``figures``.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp())
        >>> _ = (folder / "a.txt").write_text("办理时间由8天压缩至1天", encoding="utf-8")
        >>> changes(folder, folder / "out.csv").rows
        1
    """
    task = Task("changes", None, lexicon, region, encoding, limits)
    return _Run(
        task, out, Columns(text_column, id_column, encoding, limits.bytes), workers, on_error, limit, progress, stdin
    ).made(paths, resume=resume, overwrite=overwrite)


@told
def terms(
    paths: PathText | Iterable[PathText],
    out: PathText,
    *,
    lexicon: Lexicon | None = None,
    text_column: str = "text",
    id_column: str = "id",
    encoding: str | None = None,
    workers: int | None = None,
    on_error: str = "skip",
    resume: bool = False,
    overwrite: bool = False,
    limit: int | None = None,
    progress: Show = False,
    stdin: str = ".txt",
    limits: Limits = DOCUMENT_LIMITS,
) -> Summary:
    """Find the known terms of all texts in files and write them as columns of the schema ``TERMS``; see ``figures``.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp())
        >>> _ = (folder / "a.txt").write_text("推进一件事改革", encoding="utf-8")
        >>> dict(terms(folder, folder / "out.jsonl").by)
        {'one-thing': 1}
    """
    task = Task("terms", None, lexicon, None, encoding, limits)
    return _Run(
        task, out, Columns(text_column, id_column, encoding, limits.bytes), workers, on_error, limit, progress, stdin
    ).made(paths, resume=resume, overwrite=overwrite)


@define
class _Run:
    """One run into one file."""

    task: Task
    out: PathText
    columns: Columns
    workers: int | None
    on_error: str
    limit: int | None
    show: Show
    stdin: str = ".txt"
    _pending: list[Done] = Factory(list)
    _units: int = 0
    _began: float = Factory(time.monotonic)

    def made(self, paths: PathText | Iterable[PathText], *, resume: bool, overwrite: bool) -> Summary:
        """Do the run."""
        self._check()
        named = [paths] if isinstance(paths, str | PathLike) else list(paths)
        target = Path(self.out)
        suffix_of(target)
        if any(Path(name).resolve() == target.resolve() for name in named):
            raise SameFileError(f"{str(target)!r} is both read and written: write another file")
        folder = target.with_name(target.name + PARTIAL)
        ended = resume and not folder.exists() and summary_path(target).exists()
        if target.exists() and not overwrite and not ended:
            raise FileExistsError(f"{str(target)!r} exists: pass overwrite=True (--overwrite) to replace it")
        if resume and STDIN in named:
            raise UnknownValueError("input of a run that goes on", STDIN, [])
        found = find_inputs(named, self.stdin, [target])
        if target.exists() and not overwrite:
            return self._ended(target, found)
        try:
            return self._into(target, folder, found, resume=resume, overwrite=overwrite)
        finally:
            for one in found.inputs:
                if one.name == STDIN:
                    one.path.unlink()

    def _ended(self, target: Path, found: Found) -> Summary:
        """Return what a run said that has ended, if the same was asked of the same files."""
        summary = read_summary(summary_path(target))
        if summary.asked and summary.asked != self._mark(found):
            raise ResumeError(str(target), "it has ended, and was asked something else or of other files")
        return summary

    def _mark(self, found: Found) -> str:
        return sha256(json.dumps(self._asked(found), sort_keys=True).encode()).hexdigest()

    def _into(self, target: Path, folder: Path, found: Found, *, resume: bool, overwrite: bool) -> Summary:
        suffix = suffix_of(target)
        if overwrite and not resume and folder.exists():
            Journal(folder, suffix).remove()
        journal = begin_journal(folder, suffix, self._asked(found), resume=resume)
        finished = self._work(found, journal)
        summary = self._summary(found, journal, complete=finished)
        if finished:
            with new_file(target, overwrite=overwrite) as new:
                join_parts(journal.parts(), new, _SCHEMAS[self.task.what]())
            write_summary(summary, summary_path(target))
            journal.remove()
        else:
            write_summary(summary, summary_path(folder))
        return summary

    def _check(self) -> None:
        if self.on_error not in _ON_ERROR:
            raise UnknownValueError("value of on_error", self.on_error, _ON_ERROR)
        for name, number in (("workers", self.workers), ("limit", self.limit)):
            if number is not None and number < 1:
                raise ValueError(f"expected {name} of 1 or more, got {number}")
        if self.task.what != "terms":
            asked: dict[str, Any] = {"kinds": self.task.kinds, "lexicon": self.task.lexicon, "region": self.task.region}
            figures_of("3元", **asked)

    def _asked(self, found: Found) -> dict[str, Any]:
        lexicon = self.task.lexicon
        words = (
            None
            if lexicon is None
            else repr((sorted(lexicon.names.items()), sorted(lexicon.terms.items()), lexicon.bundled))
        )
        return {
            "what": f"{self.task.what}/{VERSION}",
            "kinds": self.task.kinds,
            "lexicon": None if words is None else sha256(words.encode()).hexdigest(),
            "region": self.task.region,
            "text_column": self.columns.text,
            "id_column": self.columns.id,
            "encoding": self.columns.encoding,
            "limit": self.limit,
            "most": [self.task.limits.pages, self.task.limits.bytes],
            "inputs": [[one.name, one.size, one.changed] for one in found.inputs],
        }

    def _work(self, found: Found, journal: Journal) -> bool:
        """Do what is left; return whether that is all."""
        size = sum(one.size for one in found.inputs)
        workers = self.workers or usual_workers(size)
        self._units = journal.units
        if self.on_error == "stop" and found.failures:
            raise DocumentError(*found.failures[0])
        work = islice(units(found.inputs, self.columns, self.limit), journal.units, None)
        done = run_units(self.task, work, workers)
        read = sum(entry["size"] for entry in journal.entries)
        try:
            with shown_progress(self.show, size, read) as shown:
                for each in done:
                    self._take(each, journal)
                    shown.advance(each.size, each.documents, len(each.batch))
        except KeyboardInterrupt:
            self._flush(journal)
            return False
        except BaseException:
            self._flush(journal)
            raise
        finally:
            done.close()
        self._flush(journal)
        return True

    def _take(self, done: Done, journal: Journal) -> None:
        if self.on_error == "stop" and done.failures:
            raise DocumentError(*done.failures[0])
        self._pending.append(done)
        rows = sum(len(each.batch) for each in self._pending)
        if rows >= _PART_ROWS or time.monotonic() - self._began > _PART_SECONDS:
            self._flush(journal)

    def _flush(self, journal: Journal) -> None:
        """Write what has come since the last part."""
        pending, self._pending = self._pending, []
        if not pending:
            return
        self._units += len(pending)
        rows = sum(len(done.batch) for done in pending)
        if rows:
            write_part(journal.next_part(), [done.batch for done in pending], _SCHEMAS[self.task.what]())
        now = time.monotonic()
        journal.add(_entry(pending, self._units, rows, now - self._began))
        self._began = now

    def _summary(self, found: Found, journal: Journal, *, complete: bool) -> Summary:
        entries = journal.entries
        failures = [(str(name), str(reason)) for entry in entries for name, reason in entry["failures"]]
        return Summary(
            str(self.out),
            self.task.what,
            complete,
            sum(entry["documents"] for entry in entries),
            sum(entry["rows"] for entry in entries),
            summed(entries, "by"),
            (*found.failures, *failures),
            found.ignored,
            {name: encoding for entry in entries for name, encoding in entry["encodings"].items()},
            summed(entries, "losses"),
            summed(entries, "damaged"),
            round(sum(entry["seconds"] for entry in entries), 3),
            self._mark(found),
        )


_ON_ERROR: Final = ("skip", "stop")


def _entry(pending: list[Done], units: int, rows: int, seconds: float) -> dict[str, Any]:
    """Return what the journal says of a part."""
    counts = [{"by": done.dimensions, "losses": done.losses, "damaged": done.damaged} for done in pending]
    return {
        "units": units,
        "rows": rows,
        "documents": sum(done.documents for done in pending),
        "size": sum(done.size for done in pending),
        "failures": [failure for done in pending for failure in done.failures],
        "encodings": {name: encoding for done in pending for name, encoding in done.encodings.items()},
        "seconds": seconds,
        **{name: summed(counts, name) for name in ("by", "losses", "damaged")},
    }
