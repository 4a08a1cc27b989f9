"""A hash of a table's content, the same for the same rows wherever they come from."""

from hashlib import sha256
from typing import Any

from zjreform.tabular.cell_columns import cell_columns
from zjreform.tabular.cells import cell_text
from zjreform.tabular.csv_text import write_columns
from zjreform.tabular.rowset import Rowset
from zjreform.tabular.structure import record_cells


def table_bytes(rows: Rowset) -> bytes:
    """Return a table as a canonical CSV file.

    Raises:
        ValueError: A value cannot stand in a cell; names table, row and field.

    Example:
        >>> import zjreform as zj
        >>> table_bytes(zj.load().round_bodies)[:8]
        b'id,round'
    """
    return write_columns(cell_columns(rows))


def table_cells(rows: Rowset) -> list[list[str]]:
    """Return the cells of every record.

    Raises:
        ValueError: A value cannot stand in a cell; names table and record.
    """
    return list(map(list, zip(*cell_columns(rows).values(), strict=True)))


def row_cells(rows: Rowset, record: Any) -> list[str]:  # noqa: ANN401 (a record of the table)
    """Return the cells of one record, those of extension columns last.

    Raises:
        ValueError: A value cannot stand in a cell; names table and record.
    """
    try:
        cells = record_cells(record, rows.schema.fields)
    except ValueError as error:
        raise ValueError(f"{rows.schema.name} {record.id!r}: expected {error}") from None
    if rows.extension.fields:
        cells.extend(map(cell_text, rows.extension.row(record.id)))
    return cells


def content_hash(rows: Rowset) -> str:
    """Return the SHA-256 of a table as a canonical CSV file.

    Example:
        >>> import zjreform as zj
        >>> ds = zj.load()
        >>> content_hash(ds.tiers) == ds.tiers.content_hash
        True
    """
    return sha256(table_bytes(rows)).hexdigest()
