"""Texts written in the formats that the runner reads, and what it wrote read back."""

import csv
import gzip
import json
import zipfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pytest
from pyarrow import ipc
from tests.corpus.plain import CORPORA, Text

from zjreform import corpus

NORMAL = CORPORA["normal"]


def table_of(texts: Sequence[Text]) -> pa.Table:
    """Return texts as a table."""
    ids, words = [id for id, _ in texts], [text for _, text in texts]
    return pa.table([pa.array(ids, pa.string()), pa.array(words, pa.string())], names=["id", "text"])


def write_json_lines(path: Path, texts: Sequence[Text]) -> None:
    """Write texts as JSON Lines."""
    path.write_text(
        "".join(json.dumps({"id": id, "text": text}, ensure_ascii=False) + "\n" for id, text in texts), encoding="utf-8"
    )


def write_csv(path: Path, texts: Sequence[Text], delimiter: str = ",") -> None:
    """Write texts as CSV, in which nothing and an empty text are one."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([["id", "text"], *texts])


def write_stream(path: Path, texts: Sequence[Text]) -> None:
    """Write texts as an Arrow stream."""
    table = table_of(texts)
    with path.open("wb") as file, ipc.new_stream(file, table.schema) as writer:
        writer.write_table(table)


def write_file(path: Path, texts: Sequence[Text]) -> None:
    """Write texts as an Arrow file."""
    table = table_of(texts)
    with path.open("wb") as file, ipc.new_file(file, table.schema) as writer:
        writer.write_table(table)


def packed(path: Path, texts: Sequence[Text]) -> None:
    """Write texts as compressed JSON Lines."""
    plain = path.with_name("plain")
    write_json_lines(plain, texts)
    data = plain.read_bytes()
    plain.unlink()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else pytest.importorskip("zstandard").compress(data))


def archived(path: Path, texts: Sequence[Text]) -> None:
    """Write texts as a table within an archive."""
    plain = path.with_name("plain")
    write_json_lines(plain, texts)
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(plain, "inner/a.jsonl")
        archive.writestr("b.exe", b"MZ")
    plain.unlink()


TABLES: dict[str, Callable[[Path, Sequence[Text]], None]] = {
    "a.jsonl": write_json_lines,
    "a.csv": write_csv,
    "a.tsv": lambda path, texts: write_csv(path, texts, "\t"),
    "a.parquet": lambda path, texts: pq.write_table(table_of(texts), path),
    "a.arrow": write_file,
    "a.feather": write_stream,
    "a.jsonl.gz": packed,
    "a.ndjson.zst": packed,
    "a.zip": archived,
}


def read_back(path: Path) -> list[dict[str, Any]]:
    """Return the rows of an output with the types of the schema."""
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    if path.suffix == ".arrow":
        with path.open("rb") as file:
            return ipc.open_file(file).read_all().to_pylist()
    if path.suffix == ".csv":
        return [{name: _typed(name, cell) for name, cell in row.items()} for row in _csv_rows(path)]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        {name: _typed(name, cell) for name, cell in json.loads(line, parse_float=str, parse_int=str).items()}
        for line in lines
    ]


def _csv_rows(path: Path) -> list[dict[str, str | None]]:
    """Return rows in which nothing and an empty text differ, as Arrow writes them."""
    options = pa_csv.ConvertOptions(
        strings_can_be_null=True,
        null_values=[""],
        quoted_strings_can_be_null=False,
        column_types={name: pa.string() for name in corpus.FIGURES.names},
    )
    table = pa_csv.read_csv(path, convert_options=options)
    rows: list[dict[str, str | None]] = table.to_pylist()
    return rows


def _typed(name: str, cell: object) -> object:
    kind = corpus.FIGURES.field(name).type
    if not isinstance(cell, str):
        return cell
    if pa.types.is_boolean(kind):
        return {"true": True, "false": False}[cell]
    if pa.types.is_decimal(kind):
        return Decimal(cell)
    return float(cell) if pa.types.is_floating(kind) else int(cell) if pa.types.is_integer(kind) else cell
