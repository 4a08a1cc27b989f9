"""Rows of an answer as frames and as HTML."""

from itertools import islice
from typing import Any

from zjreform.columns.rows import Rows
from zjreform.html import table, text
from zjreform.tabular.cells import cell_text
from zjreform.tabular.optional import optional

SHOWN = 30
"""Rows that a notebook shows."""


def pandas_rows(rows: Rows[Any]) -> Any:  # noqa: ANN401 (pandas.DataFrame)
    """Return a ``pandas.DataFrame`` with one row for each.

    Raises:
        ExtraMissingError: pandas is not installed.

    Example:
        >>> pandas_rows(Rows([{"a": 1}])).shape
        (1, 1)
    """
    return optional("pandas", "pandas").DataFrame(rows.to_dicts())


def polars_rows(rows: Rows[Any]) -> Any:  # noqa: ANN401 (polars.DataFrame)
    """Return a ``polars.DataFrame`` with one row for each.

    Raises:
        ExtraMissingError: polars is not installed.

    Example:
        >>> polars_rows(Rows([{"a": 1}])).shape
        (1, 1)
    """
    return optional("polars", "polars").DataFrame(rows.to_dicts(), infer_schema_length=None)


def html_rows(rows: Rows[Any]) -> str:
    """Return the first rows as an HTML table.

    Example:
        >>> html_rows(Rows([{"a": 1}]))[:38]
        '<table><caption>1 row</caption><thead>'
    """
    shown = Rows(islice(rows, SHOWN)).to_dicts()
    header = [text(name) for name in shown[0]] if shown else []
    more = f", first {SHOWN} shown" if len(rows) > SHOWN else ""
    body = [[text(cell_text(value)) for value in row.values()] for row in shown]
    return table(header, body, f"{len(rows)} row{'' if len(rows) == 1 else 's'}{more}")
