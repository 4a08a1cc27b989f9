"""The units of work of a run: batches of texts out of tables, and groups of documents, always cut at the same places.

They depend on the inputs and the options alone, never on how many workers there are, so that a run can go on where another stopped.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import Factory, define

from zjreform.corpus.inputs import Input
from zjreform.corpus.tables import Columns, Row, Table
from zjreform.errors import DocumentError

MOST_TEXTS: Final = 4096
MOST_CHARACTERS: Final = 1 << 20
MOST_FILES: Final = 64


@define
class Unit:
    """Work for one call of the kernel.

    Attributes:
        ids: Ids of texts that were read from a table.
        texts: The texts, ``None`` where the table has none.
        documents: Documents that the worker reads itself.
        failures: What could not be read, each name with its reason.
        encodings: How each table that begins in this unit was decoded.
        size: Bytes of the inputs that it stands for.
    """

    ids: list[str | None] = Factory(list)
    texts: list[str | None] = Factory(list)
    documents: list[Input] = Factory(list)
    failures: list[tuple[str, str]] = Factory(list)
    encodings: dict[str, str] = Factory(dict)
    size: int = 0

    def __len__(self) -> int:
        """Return how many documents and rows it stands for."""
        return len(self.texts) + len(self.documents) + len(self.failures)


def units(inputs: Iterable[Input], columns: Columns, limit: int | None = None) -> Iterator[Unit]:
    r"""Yield the units of work of inputs in order.

    Args:
        inputs: The files.
        columns: How tables are read.
        limit: Number of documents and rows behind which to stop.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from zjreform.corpus.inputs import find_inputs
        >>> path = Path(tempfile.mkdtemp()) / "a.jsonl"
        >>> _ = path.write_text('{"id": 7, "text": "3天"}\nx\n', encoding="utf-8")
        >>> [(unit.ids, unit.texts, len(unit.failures)) for unit in units(find_inputs([path]).inputs, Columns())]
        [(['7'], ['3天'], 1)]
    """
    left = limit
    for unit in _all(inputs, columns):
        if left is not None:
            del unit.texts[left:], unit.ids[left:]
            del unit.documents[max(0, left - len(unit.texts)) :]
            left -= len(unit.texts) + len(unit.documents)
        yield unit
        if left == 0:
            return


def _all(inputs: Iterable[Input], columns: Columns) -> Iterator[Unit]:
    group = Unit()
    for one in inputs:
        if not one.holds_many:
            group.documents.append(one)
            group.size += one.size
            if len(group) < MOST_FILES and group.size < MOST_CHARACTERS:
                continue
        if len(group):
            yield group
            group = Unit()
        if one.holds_many:
            yield from _of_table(one, columns)
    if len(group):
        yield group


def _of_table(one: Input, columns: Columns) -> Iterator[Unit]:
    table = Table(one, columns)
    unit = Unit()
    given = length = 0
    for row in _rows(table):
        if row.failure:
            unit.failures.append((f"{one.name}:{row.place}" if row.place else one.name, row.failure))
        else:
            unit.ids.append(f"{one.name}:{row.place}" if row.id is None else row.id)
            unit.texts.append(row.text)
            length += len(row.text or "")
        if len(unit) >= MOST_TEXTS or length >= MOST_CHARACTERS:
            unit.size, given = table.consumed - given, table.consumed
            if table.encoding:
                unit.encodings, table.encoding = {one.name: table.encoding}, ""
            yield unit
            unit, length = Unit(), 0
    unit.size = one.size - given
    if table.encoding:
        unit.encodings = {one.name: table.encoding}
    yield unit


def _rows(table: Table) -> Iterator[Row]:
    """Yield the rows of a table; that it cannot be read further is the last of them."""
    try:
        yield from table.rows()
    except DocumentError as error:
        yield Row(0, failure=f"{error.reason} ({error.remedy})" if error.remedy else error.reason)
