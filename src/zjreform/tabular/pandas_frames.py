"""pandas: coded values are categorical, decimals floats, whole numbers and truth values nullable, dates ``datetime64[us]``.

Labels and definitions stand in ``DataFrame.attrs["columns"]``.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from zjreform.tabular.arrow_tables import arrow_array, arrow_type
from zjreform.tabular.flat_quantities import FlatColumn
from zjreform.tabular.frame_columns import FrameColumn
from zjreform.tabular.optional import optional

_DTYPES = {"text": "string", "integer": "Int64", "boolean": "boolean", "date": "datetime64[us]"}


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
    pa = optional("pyarrow", "pandas")
    if column.kind == "texts":
        return pd.Series(list(column.values), dtype="object")
    if column.kind == "decimal" and not isinstance(column.values, FlatColumn):
        return pd.Series([None if value is None else float(value) for value in column.values], dtype="float64")
    made = arrow_array(pa, column, arrow_type(pa, column))
    if column.kind == "code":
        places = made.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        return pd.Series(pd.Categorical.from_codes(places, made.dictionary.to_pylist(), ordered=column.ordered))
    if column.kind in {"decimal", "whole"}:
        made = made.cast(pa.string()).cast(pa.float64())  # by its text a number becomes the nearest float
    if column.kind in _NUMBERS:
        return pd.Series(made.to_numpy(zero_copy_only=False), dtype="float64")
    if column.kind == "date":
        return pd.Series(made.cast(pa.timestamp("s")).to_numpy(zero_copy_only=False), dtype=_DTYPES["date"])
    return pd.Series(pd.api.types.pandas_dtype(_DTYPES[column.kind]).__from_arrow__(made))


_NUMBERS = frozenset({"decimal", "whole", "number"})
