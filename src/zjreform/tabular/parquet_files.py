"""Parquet: the typed columns of a table as one file, and back."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.errors import Problem
from zjreform.tabular.csv_text import Sheet
from zjreform.tabular.frame_cells import frame_sheets, with_fractions
from zjreform.tabular.optional import optional

_FRACTIONS = frozenset({"value", "upper"})


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
    file: str, data: bytes, schema: TableSchema, extra: Sequence[FieldSchema], problems: list[Problem]
) -> Iterator[Sheet]:
    """Yield the cells of a Parquet file; derived columns are not read, they follow from the others.

    Args:
        file: Name for problems.
        data: Bytes of the file.
        schema: Schema of the table.
        extra: Extension columns.
        problems: Receives each departure.

    Raises:
        ExtraMissingError: pyarrow is not installed.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> problems = []
        >>> list(parquet_sheets("t", b"text", schema_of("tiers"), (), problems)), problems[0].expected
        ([], 'a Parquet file')
    """
    pa, parquet = optional("pyarrow", "arrow"), optional("pyarrow.parquet", "arrow")
    try:
        table = parquet.read_table(BytesIO(data))
    except pa.ArrowInvalid as error:
        problems.append(Problem(file, 0, "", str(error), "a Parquet file", "write it anew with write_parquet"))
        return
    fields = (*schema.fields, *extra)
    missing = [name for field in fields for name in field.cells if name not in table.column_names]
    if missing:
        problems.append(
            Problem(
                file,
                0,
                "",
                ",".join(table.column_names),
                f"the columns {', '.join(missing)}",
                "put them back, named so",
            )
        )
        return
    quantity = {name for field in fields for name in field.cells if len(field.cells) > 1}

    def values(name: str) -> Sequence[Any]:
        found: list[Any] = table.column(name).to_pylist()
        if name in _FRACTIONS & quantity:
            over, under = (table.column(f"{name}_{part}").to_pylist() for part in ("numerator", "denominator"))
            return with_fractions(found, over, under)
        return found

    yield from frame_sheets(file, fields, table.num_rows, values)
