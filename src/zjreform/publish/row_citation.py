"""Citations of rows that answer a question."""

from hashlib import sha256
from typing import Any

from zjreform.columns.rows import Rows
from zjreform.publish.citation import citation, table_work
from zjreform.tabular.cells import cell_text
from zjreform.tabular.csv_text import write_sheet
from zjreform.tabular.row_frames import row_columns


def rows_cited(rows: Rows[Any], style: str = "text", lang: str = "en") -> str:
    """Return a citation of rows: dataset, version, the question asked and a hash of the content.

    Raises:
        UnknownValueError: There is no such style or language.

    Example:
        >>> "Query: rows; 1 row; sha256:" in rows_cited(Rows([{"a": 1}]))
        True
    """
    work = table_work(rows.query, len(rows), rows_hash(rows), rows.answer.version, "row")
    return citation(work, style, lang)


def rows_hash(rows: Rows[Any]) -> str:
    """Return the SHA-256 of rows as a canonical CSV file.

    Example:
        >>> rows_hash(Rows([{"a": 1}])) == rows_hash(Rows([{"a": 1}]))
        True
    """
    columns = row_columns(rows)
    cells = [[cell_text(value) for value in row] for row in zip(*(column.values for column in columns), strict=True)]
    return sha256(write_sheet([column.name for column in columns], cells)).hexdigest()
