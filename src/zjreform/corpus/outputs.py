"""What a run writes: Parquet, Arrow IPC, CSV or JSON Lines, in parts that are joined into one file at the end.

Numbers stand in text formats as plain digits, exactly; nothing and an empty text differ (a bare number has the unit ``""``).
"""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from zjreform.errors import UnknownValueError
from zjreform.tabular.optional import optional

_ROWS: Final = 1 << 17
"""Rows of a row group."""


def suffix_of(path: Path) -> str:
    """Return what a file is written as.

    Raises:
        UnknownValueError: Its suffix is none of those written.

    Example:
        >>> suffix_of(Path("a.JSONL"))
        '.jsonl'
    """
    suffix = path.suffix.lower()
    if suffix not in _WRITERS:
        raise UnknownValueError("suffix of an output file", path.suffix or path.name, list(_WRITERS))
    return suffix


def write_part(path: Path, batches: Sequence[Any], schema: Any) -> None:  # noqa: ANN401 (pyarrow.Schema)
    """Write batches of one schema into a file by its suffix.

    Example:
        >>> import tempfile
        >>> from zjreform import corpus
        >>> path = Path(tempfile.mkdtemp()) / "a.csv"
        >>> write_part(path, [], corpus.TERMS)
        >>> path.read_text(encoding="utf-8").strip()
        '"id","start","end","surface","term"'
    """
    _WRITERS[suffix_of(path)](path, batches, schema)


def join_parts(parts: Sequence[Path], target: Path, schema: Any) -> None:  # noqa: ANN401 (pyarrow.Schema)
    """Join parts into one file, in order; no part gives a file without rows."""
    if not parts:
        write_part(target, [], schema)
    elif len(parts) == 1:
        shutil.copyfile(parts[0], target)
    else:
        _JOINERS[suffix_of(target)](parts, target, schema)


def plain_schema(schema: Any) -> Any:  # noqa: ANN401 (pyarrow.Schema)
    """Return a schema with plain strings for dictionaries: what formats and engines take that know one dictionary a file, or none.

    Example:
        >>> from zjreform import corpus
        >>> str(plain_schema(corpus.TERMS).field("term").type)
        'string'
    """
    pa = optional("pyarrow", "arrow")
    fields = [field.with_type(pa.string()) if pa.types.is_dictionary(field.type) else field for field in schema]
    return pa.schema(fields, metadata=schema.metadata)


def plain_batch(batch: Any) -> Any:  # noqa: ANN401 (pyarrow.RecordBatch)
    """Return a batch with plain strings for dictionaries.

    Example:
        >>> import pyarrow as pa
        >>> from zjreform import corpus
        >>> found = corpus.terms_batch(pa.record_batch({"id": ["a"], "text": ["一件事"]}))
        >>> plain_batch(found).schema == plain_schema(corpus.TERMS)
        True
    """
    pa = optional("pyarrow", "arrow")
    columns = [
        column.dictionary_decode() if pa.types.is_dictionary(column.type) else column for column in batch.columns
    ]
    return pa.RecordBatch.from_arrays(columns, schema=plain_schema(batch.schema))


def text_columns(batch: Any) -> dict[str, Any]:  # noqa: ANN401 (pyarrow.RecordBatch)
    """Return every column as texts: numbers as plain digits, truth values as true and false, nothing as null.

    Example:
        >>> import pyarrow as pa
        >>> from zjreform import corpus
        >>> found = corpus.figures_batch(pa.record_batch({"id": ["a"], "text": ["8.50元"]}))
        >>> text_columns(found)["value"].to_pylist()
        ['8.5']
    """
    return {name: _texts(column) for name, column in zip(batch.schema.names, plain_batch(batch).columns, strict=True)}


def _texts(column: Any) -> Any:  # noqa: ANN401 (pyarrow.Array)
    pa, compute = optional("pyarrow", "arrow"), optional("pyarrow.compute", "arrow")
    if pa.types.is_decimal(column.type):
        cells = [None if number is None else _digits(format(number, "f")) for number in column.to_pylist()]
        return pa.array(cells, pa.string())
    if pa.types.is_floating(column.type):
        cells = [None if number is None else _digits(repr(number)) for number in column.to_pylist()]
        return pa.array(cells, pa.string())
    return compute.cast(column, pa.string())


def _digits(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number and "e" not in number else number


def json_lines(batch: Any) -> Iterator[str]:  # noqa: ANN401 (pyarrow.RecordBatch)
    """Yield each row as a JSON object with every column.

    Example:
        >>> import pyarrow as pa
        >>> from zjreform import corpus
        >>> next(json_lines(corpus.terms_batch(pa.record_batch({"id": ["a"], "text": ["一件事"]}))))
        '{"id": "a", "start": 0, "end": 3, "surface": "一件事", "term": "one-thing"}'
    """
    pa = optional("pyarrow", "arrow")
    columns = []
    for field, texts in zip(batch.schema, text_columns(batch).values(), strict=True):
        key = json.dumps(field.name, ensure_ascii=False)
        quoted = pa.types.is_dictionary(field.type) or pa.types.is_string(field.type)
        shown = _quoted(texts.to_pylist()) if quoted else texts.to_pylist()
        columns.append([f"{key}: {'null' if text is None else text}" for text in shown])
    for row in zip(*columns, strict=True):
        yield "{" + ", ".join(row) + "}"


def _quoted(texts: Sequence[str | None]) -> Iterator[str | None]:
    known: dict[str | None, str | None] = {None: None}
    for text in texts:
        if text not in known:
            known[text] = json.dumps(text, ensure_ascii=False)
        yield known[text]


def _write_parquet(path: Path, batches: Iterable[Any], schema: Any) -> None:  # noqa: ANN401 (pyarrow)
    pa, parquet = optional("pyarrow", "arrow"), optional("pyarrow.parquet", "arrow")
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        table = pa.Table.from_batches(batches, schema)
        if len(table):
            writer.write_table(table.unify_dictionaries(), _ROWS)


def _join_parquet(parts: Sequence[Path], target: Path, schema: Any) -> None:  # noqa: ANN401 (pyarrow.Schema)
    parquet = optional("pyarrow.parquet", "arrow")
    with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        for part in parts:
            writer.write_table(parquet.read_table(part).unify_dictionaries(), _ROWS)


def _write_arrow(path: Path, batches: Iterable[Any], schema: Any) -> None:  # noqa: ANN401 (pyarrow)
    ipc = optional("pyarrow.ipc", "arrow")
    with path.open("wb") as sink, ipc.new_file(sink, plain_schema(schema), options=_packed()) as writer:
        for batch in batches:
            writer.write_batch(plain_batch(batch))


def _join_arrow(parts: Sequence[Path], target: Path, schema: Any) -> None:  # noqa: ANN401 (pyarrow.Schema)
    ipc = optional("pyarrow.ipc", "arrow")
    with target.open("wb") as sink, ipc.new_file(sink, plain_schema(schema), options=_packed()) as writer:
        for part in parts:
            with part.open("rb") as source, ipc.open_file(source) as file:
                for place in range(file.num_record_batches):
                    writer.write_batch(file.get_batch(place))


def _packed() -> Any:  # noqa: ANN401 (pyarrow.ipc.IpcWriteOptions)
    return optional("pyarrow.ipc", "arrow").IpcWriteOptions(compression="zstd")


def _write_csv(path: Path, batches: Iterable[Any], schema: Any) -> None:  # noqa: ANN401 (pyarrow)
    pa, module = optional("pyarrow", "arrow"), optional("pyarrow.csv", "arrow")
    plain = pa.schema([pa.field(name, pa.string()) for name in schema.names])
    with path.open("wb") as sink, module.CSVWriter(sink, plain) as writer:
        for batch in batches:
            writer.write_batch(pa.RecordBatch.from_arrays(list(text_columns(batch).values()), schema=plain))


def _write_json_lines(path: Path, batches: Iterable[Any], _: Any) -> None:  # noqa: ANN401 (pyarrow)
    with path.open("w", encoding="utf-8", newline="\n") as sink:
        for batch in batches:
            sink.writelines(f"{line}\n" for line in json_lines(batch))


def _join_text(parts: Sequence[Path], target: Path, *, headed: bool) -> None:
    with ExitStack() as stack:
        sink = stack.enter_context(target.open("wb"))
        for place, part in enumerate(parts):
            source = stack.enter_context(part.open("rb"))
            if headed and place:
                source.readline()
            shutil.copyfileobj(source, sink)


_WRITERS: Final[dict[str, Callable[[Path, Sequence[Any], Any], None]]] = {
    ".parquet": _write_parquet,
    ".arrow": _write_arrow,
    ".feather": _write_arrow,
    ".csv": _write_csv,
    ".jsonl": _write_json_lines,
}
_JOINERS: Final[dict[str, Callable[[Sequence[Path], Path, Any], None]]] = {
    ".parquet": _join_parquet,
    ".arrow": _join_arrow,
    ".feather": _join_arrow,
    ".csv": lambda parts, target, _: _join_text(parts, target, headed=True),
    ".jsonl": lambda parts, target, _: _join_text(parts, target, headed=False),
}
