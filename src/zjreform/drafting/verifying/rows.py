"""Rows of somebody's extraction: langextract's JSON Lines, JSON Lines, JSON, CSV, a workbook, a frame, or mappings."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from os import PathLike
from pathlib import Path
from typing import Any

from zjreform.errors import DatasetError, Problem
from zjreform.tabular.damage import refusing
from zjreform.tabular.optional import optional

Claims = Iterable[Mapping[str, Any]] | str | PathLike[str] | Any
"""What ``verify`` takes for rows: a file, a frame, or mappings."""


def rows_of(given: Claims, texts: Mapping[str, str]) -> list[Mapping[str, Any]]:
    """Return the rows as mappings, one for each claim.

    Args:
        given: A path to ``.jsonl``, ``.json``, ``.csv`` or ``.xlsx``, a frame, or mappings.
        texts: The texts by name; a line of langextract that names none of them is joined by the text it holds.

    Raises:
        FileNotFoundError: There is no such file.
        DatasetError: A file has another form.
        TypeError: What is given is none of these.

    Example:
        >>> line = {"document_id": "d", "text": "8天", "extractions": [{"extraction_text": "8天", "char_interval": None}]}
        >>> rows_of([line], {"a.txt": "8天"})[0]["document"]
        'a.txt'
    """
    if isinstance(given, str | PathLike):
        rows: Iterable[Any] = _file_rows(Path(given))
    elif hasattr(given, "to_dicts"):
        rows = given.to_dicts()
    elif hasattr(given, "to_dict"):
        rows = given.to_dict("records")
    elif isinstance(given, Iterable) and not isinstance(given, bytes | Mapping):
        rows = given
    else:
        raise TypeError(f"expected a path, a frame or rows, got {given!r}")
    made: list[Mapping[str, Any]] = []
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise DatasetError([Problem("rows", number, "", repr(row), "an object with a column for each value")])
        made.extend(_extractions(row, texts) if isinstance(row.get("extractions"), list) else [row])
    return made


def _extractions(line: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    """Yield the claims of one line of langextract."""
    document = line.get("document_id")
    if document not in texts:
        held = [name for name, text in texts.items() if text == line.get("text")]
        document = held[0] if len(held) == 1 else document
    for one in line["extractions"]:
        place = one.get("char_interval") or {}
        given = one.get("attributes")
        attributes = given if isinstance(given, Mapping) else {}
        yield {
            **{key: value for key, value in attributes.items() if key not in {"value", "document"}},
            "document": document,
            "extraction_text": one.get("extraction_text"),
            "start": place.get("start_pos"),
            "end": place.get("end_pos"),
        }


def _file_rows(path: Path) -> Iterable[Any]:
    with refusing(path.name, "rows of claims"):
        return _rows_of(path)


def _rows_of(path: Path) -> Iterable[Any]:
    if path.suffix == ".xlsx":
        return _sheet_rows(path)
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix == ".csv":
        return list(csv.DictReader(StringIO(text, newline="")))
    if path.suffix not in {".jsonl", ".json"}:
        raise DatasetError([Problem(path.name, 0, "", path.suffix, "a .jsonl, .json, .csv or .xlsx file")])
    lines = [text] if path.suffix == ".json" else text.splitlines()
    rows: list[Any] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found = json.loads(line)
            except ValueError as error:
                raise DatasetError([Problem(path.name, number, "", line[:60], f"JSON ({error})")]) from None
            rows.extend(found if isinstance(found, list) else [found])
    return rows


def _sheet_rows(path: Path) -> list[dict[str, Any]]:
    book = optional("openpyxl", "excel").load_workbook(path, read_only=True, data_only=True)
    try:
        lines = list(book.worksheets[0].iter_rows(values_only=True))
    finally:
        book.close()
    header = [str(name) for name in lines[0]] if lines else []
    return [dict(zip(header, line, strict=True)) for line in lines[1:] if any(cell is not None for cell in line)]
