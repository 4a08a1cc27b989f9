"""Parquet: the typed columns of a table as one file, and back."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.errors import Problem
from zjreform.limits import DEFAULT, Limits
from zjreform.tabular.agreeing import frame_names, header_problems
from zjreform.tabular.archives import SMALL, too_long
from zjreform.tabular.csv_text import Sheet, too_many
from zjreform.tabular.frame_cells import frame_sheets, type_problems, with_fractions
from zjreform.tabular.optional import optional

_FRACTIONS = ("value", "upper")
"""Numbers whose decimal may not end: they stand as numerator and denominator, or in their own column."""


def write_parquet_file(path: Path, table: Any) -> None:  # noqa: ANN401 (pyarrow.Table)
    """Write a ``pyarrow.Table``, labels and definitions with it.

    Raises:
        ExtraMissingError: pyarrow is not installed.

    Example:
        >>> import tempfile, zjreform as zj
        >>> path = Path(tempfile.mkdtemp()) / "tiers.parquet"
        >>> write_parquet_file(path, zj.load().tiers.to_arrow())
        >>> path.read_bytes()[:4]
        b'PAR1'
    """
    optional("pyarrow.parquet", "arrow").write_table(table, path, compression="zstd")


def parquet_sheets(
    file: str,
    data: bytes,
    schema: TableSchema,
    extra: Sequence[FieldSchema],
    problems: list[Problem],
    limits: Limits = DEFAULT,
) -> Iterator[Sheet]:
    """Yield the cells of a Parquet file; columns that follow from others must agree with them.

    Args:
        file: Name for problems.
        data: Bytes of the file.
        schema: Schema of the table.
        extra: Extension columns.
        problems: Receives each departure.
        limits: What the file may hold.

    Raises:
        ExtraMissingError: pyarrow is not installed.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> problems = []
        >>> list(parquet_sheets("t", b"text", schema_of("tiers"), (), problems)), problems[0].expected
        ([], 'a Parquet file')
    """
    fields = (*schema.fields, *extra)
    table = parquet_table(file, data, problems, limits)
    if table is None:
        return
    wanted = [name for field in fields for name in field.cells]
    found = header_problems(file, 0, table.column_names, wanted, frame_names(schema, extra))
    problems.extend(found)
    if found:
        return
    try:
        columns = {name: table.column(name).to_pylist() for name in table.column_names}
        cells = dict(columns)
        if any(len(field.cells) > 1 for field in fields):
            cells.update({name: _numbers(name, columns) for name in _FRACTIONS})
        found = list(type_problems(file, fields, cells.__getitem__))
        also = {name: columns[name] for name in columns if name not in wanted or name in _FRACTIONS}
    except Exception as error:  # noqa: BLE001 (pyarrow decodes damaged values only now, and raises many kinds)
        found = [_damaged(file, error)]
    problems.extend(found)
    if not found:
        yield from frame_sheets(file, fields, table.num_rows, cells.__getitem__, also)


def _numbers(name: str, columns: Mapping[str, Sequence[Any]]) -> list[Any]:
    empty = [None] * len(columns[name])
    over, under = (columns.get(f"{name}_{part}", empty) for part in ("numerator", "denominator"))
    return with_fractions(columns[name], over, under)


def parquet_table(file: str, data: bytes, problems: list[Problem], limits: Limits = DEFAULT) -> Any:  # noqa: ANN401 (pyarrow.Table)
    """Return the table of a file, ``None`` and a problem where it is damaged or beyond the limits.

    Example:
        >>> problems = []
        >>> parquet_table("t", b"text", problems), problems[0].expected
        (None, 'a Parquet file')
    """
    parquet = optional("pyarrow.parquet", "arrow")
    try:
        opened = parquet.ParquetFile(BytesIO(data))
        rows = opened.metadata.num_rows
        length = sum(
            opened.metadata.row_group(number).total_byte_size for number in range(opened.metadata.num_row_groups)
        )
        if rows > limits.rows:
            problems.append(too_many(file, rows, limits))
            return None
        if length > max(limits.ratio * len(data), SMALL) or length > limits.bytes:
            problems.extend(too_long(file, file, length, limits).problems)
            return None
        table = opened.read()
        table.validate(full=True)
    except Exception as error:  # noqa: BLE001 (pyarrow raises many kinds for damaged bytes)
        problems.append(_damaged(file, error))
        return None
    return table


def _damaged(file: str, error: Exception) -> Problem:
    shown = str(error) or type(error).__name__
    return Problem(file, 0, "", shown, "a Parquet file", "write it anew with write_parquet")
