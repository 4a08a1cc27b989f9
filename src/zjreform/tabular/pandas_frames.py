"""pandas: coded values are categorical, decimals floats, whole numbers and truth values nullable, dates ``datetime64[s]``.

Labels and definitions stand in ``DataFrame.attrs["columns"]``.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from zjreform.tabular.frame_columns import FrameColumn
from zjreform.tabular.optional import optional

_DTYPES = {"text": "string", "integer": "Int64", "boolean": "boolean", "date": "datetime64[s]"}


def pandas_frame(columns: Sequence[FrameColumn], metadata: Mapping[str, str]) -> Any:  # noqa: ANN401 (pandas.DataFrame)
    """Return a ``pandas.DataFrame`` of the columns.

    Raises:
        ExtraMissingError: pandas is not installed.

    Example:
        >>> from zjreform.columns.column import Column
        >>> column = FrameColumn("order", "integer", Column("次序", "order", ""), (), (1, None))
        >>> str(pandas_frame([column], {})["order"].dtype)
        'Int64'
    """
    pd = optional("pandas", "pandas")
    frame = pd.DataFrame({column.name: _series(pd, column) for column in columns})
    frame.attrs = {**metadata, "columns": {column.name: column.metadata() for column in columns}}
    return frame


def _series(pd: Any, column: FrameColumn) -> Any:  # noqa: ANN401 (pandas.Series)
    if column.kind == "code":
        return pd.Series(pd.Categorical(column.values, categories=column.categories, ordered=column.ordered))
    if column.kind in {"decimal", "whole", "number"}:
        return pd.Series([None if value is None else float(value) for value in column.values], dtype="float64")
    if column.kind == "texts":
        return pd.Series(column.values, dtype="object")
    return pd.Series(list(column.values), dtype=_DTYPES[column.kind])
