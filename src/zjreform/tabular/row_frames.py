"""Rows of an answer as columns, and from them every frame: typed as those of a table are, by the fields of the answer.

Rows that nobody described are taken as their values are: the first that is not empty decides what a column holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from zjreform.code import Code
from zjreform.columns.column import Column
from zjreform.columns.rows import Rows
from zjreform.columns.schema import FieldSchema
from zjreform.display import say, shown_language
from zjreform.html import SHOWN, sheet
from zjreform.tabular.arrow_tables import arrow_table
from zjreform.tabular.cells import cell_text
from zjreform.tabular.frame_columns import FrameColumn, field_columns, label_columns, shown_as
from zjreform.tabular.pandas_frames import pandas_frame
from zjreform.tabular.polars_frames import polars_frame


def row_columns(rows: Rows[Any], labels: str = "code") -> tuple[FrameColumn, ...]:
    """Return the columns of rows.

    Args:
        rows: The rows.
        labels: ``"code"`` shows coded values as files write them, ``"zh"`` and ``"en"`` by their labels, with labels of references.

    Raises:
        UnknownValueError: *labels* is none of these.

    Example:
        >>> [(column.name, column.kind) for column in row_columns(Rows([{"a": 1, "b": None}, {"a": 2, "b": "x"}]))]
        [('a', 'integer'), ('b', 'text')]
    """
    shown_as(labels)
    found = [row.flat() if hasattr(row, "flat") else dict(row) for row in rows]
    return tuple(_columns(rows, found, labels))


def _columns(rows: Rows[Any], found: Sequence[Mapping[str, Any]], labels: str) -> Iterator[FrameColumn]:
    fields = rows.answer.fields or tuple(_guessed(found))
    for field in fields:
        values = [row[field.name] for row in found]
        if field.many:  # rows hold a list or a tuple, and only a tuple is a key
            values = [tuple(value) if isinstance(value, list) else value for value in values]
        yield from field_columns(field, values, labels)
        if labels != "code":
            yield from label_columns(field, values, labels, rows.answer.names)


def _guessed(found: Sequence[Mapping[str, Any]]) -> Iterator[FieldSchema]:
    for name in dict.fromkeys(name for row in found for name in row):
        first = next((row[name] for row in found if row.get(name) is not None), "")
        many = isinstance(first, list | tuple)
        kinds = (Code, bool, int, float, Decimal, date)
        kind = str if many else next((kind for kind in kinds if isinstance(first, kind)), str)
        held = type(first) if kind is Code else kind
        yield FieldSchema(name, held, nullable=True, many=many, column=Column(name, name, ""))


def row_dicts(rows: Rows[Any], labels: str = "code") -> list[dict[str, Any]]:
    """Return one flat dictionary for each row.

    Example:
        >>> row_dicts(Rows([{"a": 1}]))
        [{'a': 1}]
    """
    columns = row_columns(rows, labels)
    names = [column.name for column in columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*(column.values for column in columns), strict=True)]


def pandas_rows(rows: Rows[Any], labels: str = "code") -> Any:  # noqa: ANN401 (pandas.DataFrame)
    """Return a ``pandas.DataFrame`` with one row for each.

    Raises:
        ExtraMissingError: pandas is not installed.

    Example:
        >>> pandas_rows(Rows([{"a": 1}])).shape
        (1, 1)
    """
    return pandas_frame(row_columns(rows, labels), _metadata(rows))


def polars_rows(rows: Rows[Any], labels: str = "code") -> Any:  # noqa: ANN401 (polars.DataFrame)
    """Return a ``polars.DataFrame`` with one row for each.

    Raises:
        ExtraMissingError: polars is not installed.

    Example:
        >>> polars_rows(Rows([{"a": 1}])).shape
        (1, 1)
    """
    return polars_frame(row_columns(rows, labels))


def arrow_rows(rows: Rows[Any], labels: str = "code") -> Any:  # noqa: ANN401 (pyarrow.Table)
    """Return a ``pyarrow.Table`` with one row for each.

    Raises:
        ExtraMissingError: pyarrow is not installed.

    Example:
        >>> arrow_rows(Rows([{"a": 1}])).num_rows
        1
    """
    return arrow_table(row_columns(rows, labels), _metadata(rows))


def html_rows(rows: Rows[Any]) -> str:
    """Return the first rows as an HTML table.

    Example:
        >>> "<caption>1 row</caption>" in html_rows(Rows([{"a": 1}]))
        True
    """
    shown = row_dicts(rows.of(islice(rows, SHOWN), ""))
    fields = {field.name: field for field in rows.answer.fields}
    names = list(shown[0]) if shown else []
    header = [
        (name, f"{fields[name].column.zh} · {fields[name].column.about}" if name in fields else name) for name in names
    ]
    body = [[_shown(name, value) for name, value in row.items()] for row in shown]
    count = say(f"{len(rows)} row{'' if len(rows) == 1 else 's'}", f"{len(rows)}行")
    return sheet(header, body, count, len(rows), shown_language())


def _shown(name: str, value: object) -> object:
    """A cell as a notebook shows it: shares and changes in per cent to one decimal, other numbers as they are."""
    if isinstance(value, float | Decimal):
        percent = name == "share" or name.startswith(("relative", "percent"))
        return f"{float(value) * (100 if name == 'share' else 1):.1f}%" if percent else value
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return value if isinstance(value, int) else cell_text(value)


def _metadata(rows: Rows[Any]) -> dict[str, str]:
    return {"table": rows.answer.name, "data_version": rows.answer.version, "query": rows.query}
