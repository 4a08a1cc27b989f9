"""Arrow: the typed columns as a ``pyarrow.Table``, with labels and definitions as metadata of each field.

Coded values are dictionaries, decimals ``decimal128(38, 12)``, dates ``date32``, lists ``list<string>``.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from zjreform.quantity.columns import PLACES
from zjreform.tabular.code_cells import CodeCells
from zjreform.tabular.flat_quantities import FlatColumn
from zjreform.tabular.frame_columns import FrameColumn
from zjreform.tabular.optional import optional
from zjreform.tabular.quantity_arrays import decimals


def arrow_table(columns: Iterable[FrameColumn], metadata: Mapping[str, str]) -> Any:  # noqa: ANN401 (pyarrow.Table)
    """Return a ``pyarrow.Table`` of the columns.

    Args:
        columns: The columns in order; each is let go of before the next is asked for.
        metadata: Metadata of the table as a whole.

    Raises:
        ExtraMissingError: pyarrow is not installed.

    Example:
        >>> from zjreform.columns.column import Column
        >>> column = FrameColumn("level", "code", Column("层级", "level", ""), ("county",), ("county", None))
        >>> arrow_table([column], {}).column("level").to_pylist()
        ['county', None]
    """
    pa = optional("pyarrow", "arrow")
    fields, arrays = [], []
    for column in columns:
        kind = arrow_type(pa, column)
        fields.append(pa.field(column.name, kind, metadata=column.metadata()))
        arrays.append(arrow_array(pa, column, kind))
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=dict(metadata)))


def arrow_type(pa: Any, column: FrameColumn) -> Any:  # noqa: ANN401 (pyarrow)
    """Return the type of a column.

    Example:
        >>> import pyarrow as pa
        >>> from zjreform.columns.column import Column
        >>> arrow_type(pa, FrameColumn("n", "integer", Column("数", "number", ""), (), ())).bit_width
        64
    """
    return {
        "text": pa.string(),
        "code": pa.dictionary(pa.int8(), pa.string(), ordered=column.ordered),
        "integer": pa.int64(),
        "decimal": pa.decimal128(38, PLACES),
        "whole": pa.decimal128(38, 0),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "texts": pa.list_(pa.string()),
    }[column.kind]


def arrow_array(pa: Any, column: FrameColumn, kind: Any) -> Any:  # noqa: ANN401 (pyarrow)
    """Return a column as an array of a type.

    Example:
        >>> import pyarrow as pa
        >>> from zjreform.columns.column import Column
        >>> arrow_array(pa, FrameColumn("n", "integer", Column("数", "number", ""), (), (1, None)), pa.int64()).null_count
        1
    """
    if isinstance(column.values, FlatColumn | CodeCells):
        made = column.values.array()
        return made if made.type == kind else made.cast(kind)
    if column.kind == "decimal":
        return decimals(column.values)
    if column.values and column.values[0] is None and column.values.count(None) == len(column.values):
        return pa.nulls(len(column.values), kind)
    if column.kind != "code":
        return pa.array(column.values, kind)
    shown = {category: category for category in column.categories}
    return CodeCells(column.values, shown, ordered=column.ordered).array()
