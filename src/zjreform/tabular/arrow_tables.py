"""Arrow: the typed columns as a ``pyarrow.Table``, with labels and definitions as metadata of each field.

Coded values are dictionaries, decimals ``decimal128(38, 12)``, dates ``date32``, lists ``list<string>``.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from zjreform.quantity.columns import PLACES
from zjreform.tabular.frame_columns import FrameColumn
from zjreform.tabular.optional import optional


def arrow_table(columns: Sequence[FrameColumn], metadata: Mapping[str, str]) -> Any:  # noqa: ANN401 (pyarrow.Table)
    """Return a ``pyarrow.Table`` of the columns.

    Args:
        columns: The columns in order.
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
    fields = [pa.field(column.name, _type(pa, column), metadata=column.metadata()) for column in columns]
    arrays = [_array(pa, column, field.type) for column, field in zip(columns, fields, strict=True)]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=dict(metadata)))


def _type(pa: Any, column: FrameColumn) -> Any:  # noqa: ANN401 (pyarrow)
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


def _array(pa: Any, column: FrameColumn, kind: Any) -> Any:  # noqa: ANN401 (pyarrow)
    if column.kind != "code":
        return pa.array(column.values, kind)
    index = {category: number for number, category in enumerate(column.categories)}
    indices = [None if value is None else index[value] for value in column.values]
    return pa.DictionaryArray.from_arrays(
        pa.array(indices, pa.int8()), pa.array(column.categories, pa.string()), ordered=column.ordered
    )
