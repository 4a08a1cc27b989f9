"""Tables of texts as streams of rows: JSON Lines, CSV, Parquet and Arrow files, also compressed.

The encoding of a text file is decided over the whole of it, in a pass of its own; a row that cannot be read is a failure with its place, a
table that is broken ends there.
"""

import codecs
import csv
import io
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain
from typing import IO, Any, Final

from attrs import frozen

from zjreform.alike import close_to
from zjreform.corpus.documents import DOCUMENT_LIMITS
from zjreform.corpus.inputs import UNPACKING, Input, Meter, open_input
from zjreform.corpus.reading.encodings import CANDIDATES, SAMPLE, chosen, decided
from zjreform.errors import DocumentError
from zjreform.tabular.optional import optional

_PIECE: Final = 1 << 20
_LONGEST_CELL: Final = (1 << 31) - 1
_BATCH: Final = 1024


@frozen
class Columns:
    """How tables are read.

    Attributes:
        text: Column or key of the texts.
        id: Column or key of the ids; where a row has none, its place stands for it.
        encoding: Encoding of text files; ``None`` to decide it by their bytes.
        longest: Characters of a line, or of a text in a table of Arrow's, at most, so that one without an end cannot fill memory.
    """

    text: str = "text"
    id: str = "id"
    encoding: str | None = None
    longest: int = DOCUMENT_LIMITS.bytes


@frozen
class Row:
    """A row of a table.

    Attributes:
        place: Its number, from 1.
        id: Its id; ``None`` where the table gives none.
        text: Its text, ``None`` where the table gives none.
        failure: Why it cannot be read, ``""`` if it can.
    """

    place: int
    id: str | None = None
    text: str | None = None
    failure: str = ""


class Table:
    """A table that is being read.

    Attributes:
        encoding: How its text was decoded; ``""`` for formats that say so themselves.
    """

    def __init__(self, one: Input, columns: Columns) -> None:
        self.encoding = ""
        self._one, self._columns = one, columns
        self._meter: Meter | None = None
        self._part = 0.0

    @property
    def consumed(self) -> int:
        """Bytes of the file that have been read so far."""
        return min(self._one.size, int(self._part * self._one.size) if self._meter is None else self._meter.count)

    def rows(self) -> Iterator[Row]:
        """Yield the rows in order.

        Raises:
            DocumentError: The table as a whole cannot be read, or not beyond the rows given.
        """
        broken: tuple[type[Exception], ...] = (OSError, UnicodeError, csv.Error, *UNPACKING)
        if self._one.kind in _OF_ARROW:
            broken = (*broken, optional("pyarrow", "arrow").ArrowException)
        try:
            yield from _READERS[self._one.kind](self)
        except broken as error:
            raise DocumentError(self._one.name, f"it is damaged ({error})") from error

    def _open(self) -> IO[bytes]:
        stream, self._meter = open_input(self._one)
        return stream

    def _text(self, newline: str | None) -> io.TextIOWrapper:
        self.encoding = self._columns.encoding or stream_encoding(self._one)
        return io.TextIOWrapper(self._open(), encoding=self.encoding, newline=newline)

    def _lines(self, newline: str) -> Iterator[str]:
        longest = self._columns.longest
        with self._text(newline) as stream:
            while line := stream.readline(longest + 1):
                if len(line) > longest:
                    reason = f"a line of it has more than {longest:,} characters"
                    raise DocumentError(self._one.name, reason, "pass limits=zj.Limits(bytes=…)")
                yield line

    def _json_lines(self) -> Iterator[Row]:
        for place, line in enumerate(self._lines("\n"), 1):
            text = line.removeprefix("\ufeff") if place == 1 else line
            if text.strip():
                yield self._of_json(place, text)

    def _of_json(self, place: int, line: str) -> Row:
        try:
            content = json.loads(line)
        except (ValueError, RecursionError) as error:
            return Row(place, failure=f"expected a JSON object ({error})")
        if not isinstance(content, dict):
            return Row(place, failure=f"expected a JSON object, got {type(content).__name__}")
        if self._columns.text not in content:
            return Row(place, failure=missing("key", self._columns.text, list(content)))
        text, key = content[self._columns.text], content.get(self._columns.id)
        if not isinstance(text, str | None):
            return Row(place, failure=f"expected a text under {self._columns.text!r}, got {type(text).__name__}")
        if not isinstance(key, str | int | None) or isinstance(key, bool):
            return Row(place, failure=f"expected a text or a whole number under {self._columns.id!r}, got {key!r}")
        return Row(place, None if key is None else str(key), text)

    def _csv(self) -> Iterator[Row]:
        csv.field_size_limit(min(self._columns.longest, _LONGEST_CELL))
        lines = self._lines("")
        first = next(lines, None)
        if first is None:
            raise DocumentError(
                self._one.name, "it is empty: not even a line with the names of its columns stands in it"
            )
        mark, wanted = self._separator(first.removeprefix("\ufeff")), self._columns.text
        reader = csv.reader(chain([first.removeprefix("\ufeff")], lines), delimiter=mark, strict=True)
        names = next(reader)
        if wanted not in names:
            raise DocumentError(self._one.name, missing("column", wanted, names), "--text-column")
        text = names.index(wanted)
        key = names.index(self._columns.id) if self._columns.id in names else None
        for place, cells in enumerate(reader, 1):
            if len(cells) != len(names):
                yield Row(place, failure=f"expected {len(names)} cells, got {len(cells)}")
            else:
                yield Row(place, None if key is None else cells[key], cells[text])

    def _separator(self, header: str) -> str:
        """Return what parts the cells: a comma (a tab in a ``.tsv``), unless the header has the text column by one other mark alone."""
        own = "\t" if self._one.kind == ".tsv" else ","
        by = {mark: _names(header, mark) for mark in _SEPARATORS}
        others = [mark for mark, names in by.items() if self._columns.text in names and mark != own]
        if self._columns.text in by[own] or len(others) > 1:
            return own
        if others:
            return others[0]
        return own if len(by[own]) > 1 else max(by, key=lambda mark: len(by[mark]))

    def _parquet(self) -> Iterator[Row]:
        module = optional("pyarrow.parquet", "arrow")
        with self._seekable() as source, module.ParquetFile(source) as file:
            read = partial(file.iter_batches, _BATCH)
            yield from self._of_batches(file.schema_arrow, lambda names: read(columns=names), file.metadata.num_rows)

    def _arrow(self) -> Iterator[Row]:
        pa, ipc = optional("pyarrow", "arrow"), optional("pyarrow.ipc", "arrow")
        with self._seekable() as source:
            try:
                file = ipc.open_file(source)
            except pa.ArrowInvalid:
                source.seek(0)
                stream = ipc.open_stream(source)
                yield from self._of_batches(stream.schema, lambda _: stream, None)
                return
            places = range(file.num_record_batches)
            yield from self._of_batches(file.schema, lambda _: map(file.get_batch, places), None)

    def _of_batches(self, schema: Any, batches: Callable[[list[str]], Any], total: int | None) -> Iterator[Row]:  # noqa: ANN401 (pyarrow)
        pa = optional("pyarrow", "arrow")
        text, key, longest = self._columns.text, self._columns.id, self._columns.longest
        if text not in schema.names:
            raise DocumentError(self._one.name, missing("column", text, schema.names), "--text-column")
        kind = schema.field(text).type
        kind = kind.value_type if pa.types.is_dictionary(kind) else kind
        if kind not in {pa.string(), pa.large_string(), pa.string_view(), pa.null()}:
            raise DocumentError(self._one.name, f"expected a column {text!r} of texts, got {kind}")
        place = 0
        for batch in batches([name for name in (key, text) if name in schema.names]):
            keys = batch.column(key).to_pylist() if key in schema.names else [None] * len(batch)
            for name, words in zip(keys, batch.column(text).to_pylist(), strict=True):
                place += 1
                failure = (
                    "" if words is None or len(words) <= longest else f"its text has more than {longest:,} characters"
                )
                yield Row(place, None if name is None else str(name), None if failure else words, failure)
            self._part = place / total if total else 0.0

    @contextmanager
    def _seekable(self) -> Iterator[IO[bytes]]:
        """Give the table as a file that can be read from any place."""
        one = self._one
        with ExitStack() as stack:
            if not one.member and not one.packing:
                yield stack.enter_context(one.path.open("rb"))
                return
            kept = stack.enter_context(tempfile.TemporaryFile())
            with open_input(one)[0] as stream:
                shutil.copyfileobj(stream, kept, _PIECE)
            kept.seek(0)
            yield kept


def _names(header: str, mark: str) -> list[str]:
    """Return the names of columns in the first line of a table by what parts them; none where a name goes on in the next line."""
    try:
        return next(csv.reader([header], delimiter=mark, strict=True), [])
    except csv.Error:
        return []


_SEPARATORS: Final = (",", ";", "\t", "|")
"""What parts the cells of a table in text files: spreadsheets of other countries write semicolons, databases tabs or bars."""


def missing(what: str, name: str, names: list[str]) -> str:
    """Return what to say where a table has no column or key of a name.

    Example:
        >>> missing("column", "txt", ["id", "text"])
        "it has no column 'txt'; did you mean 'text'?"
    """
    close = close_to(name, names, 1)
    return f"it has no {what} {name!r}" + (
        f"; did you mean {close[0]!r}?" if close else f", only {', '.join(names)[:_SHOWN]}"
    )


_SHOWN: Final = 200


def stream_encoding(one: Input) -> str:
    """Return the encoding of a text file of any size, decided over the whole of it.

    Raises:
        DocumentError: None fits, or several do and none is clearly meant.
    """
    stream, _ = open_input(one)
    with stream:
        head = stream.read(SAMPLE)
        if head.startswith(_MARKS) or b"\x00" in head:
            return chosen(head[: len(head) // 2 * 2], one.name)
        decoders = {name: codecs.getincrementaldecoder(name)() for name in CANDIDATES}
        data, plain = head, True
        while data:
            plain = plain and data.isascii()
            for name in list(decoders) if not plain else ():
                try:
                    decoders[name].decode(data)
                except UnicodeDecodeError:
                    del decoders[name]
            data = stream.read(_PIECE)
        if plain:
            return "utf-8"
        for name in list(decoders):
            try:
                decoders[name].decode(b"", final=True)
            except UnicodeDecodeError:
                del decoders[name]
    return decided(list(decoders), head, one.name)


_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OF_ARROW: Final = frozenset({".parquet", ".arrow", ".feather"})
_READERS: Final[dict[str, Callable[[Table], Iterator[Row]]]] = {
    ".jsonl": Table._json_lines,  # noqa: SLF001 (the table of the class above)
    ".ndjson": Table._json_lines,  # noqa: SLF001
    ".csv": Table._csv,  # noqa: SLF001
    ".tsv": Table._csv,  # noqa: SLF001
    ".parquet": Table._parquet,  # noqa: SLF001
    ".arrow": Table._arrow,  # noqa: SLF001
    ".feather": Table._arrow,  # noqa: SLF001
}
