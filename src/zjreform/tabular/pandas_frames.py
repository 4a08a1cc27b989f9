"""pandas: coded values are categorical, decimals floats, whole numbers and truth values nullable, dates ``datetime64[us]``.

Labels and definitions stand in ``DataFrame.attrs["columns"]``.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from zjreform.tabular.arrow_tables import arrow_array, arrow_type
from zjreform.tabular.code_cells import CodeCells
from zjreform.tabular.flat_quantities import FlatColumn
from zjreform.tabular.frame_columns import FrameColumn
from zjreform.tabular.optional import optional

_DTYPES = {"text": "string", "integer": "Int64", "boolean": "boolean"}


def pandas_frame(columns: Iterable[FrameColumn], metadata: Mapping[str, str]) -> Any:  # noqa: ANN401 (pandas.DataFrame)
    """Return a ``pandas.DataFrame`` of the columns.

    Raises:
        ExtraMissingError: pandas is not installed.

    Example:
        >>> from zjreform.columns.column import Column
        >>> column = FrameColumn("order", "integer", Column("次序", "order", ""), (), (1, None))
        >>> str(pandas_frame([column], {})["order"].dtype)
        'Int64'
    """
    pd, pa = optional("pandas", "pandas"), optional("pyarrow", "pandas")
    arrays, told = {}, {}
    for column in columns:
        arrays[column.name], told[column.name] = _array(pd, pa, column), column.metadata()
    frame = pd.DataFrame(arrays)
    frame.attrs = {**metadata, "columns": told}
    return frame


def _array(pd: Any, pa: Any, column: FrameColumn) -> Any:  # noqa: ANN401 (a numpy or pandas array)
    """Return the values of a column: arrays, since a frame of series compares their indexes, column by column."""
    if isinstance(column.values, FlatColumn | CodeCells) or column.kind in {"date", "whole"}:
        return _by_arrow(pd, column, arrow_array(pa, column, arrow_type(pa, column)))
    if column.kind == "text":
        return _dtype("string").__from_arrow__(pa.array(column.values, pa.large_string()))
    return _by_values(pd, optional("numpy", "pandas"), column)


def _by_values(pd: Any, np: Any, column: FrameColumn) -> Any:  # noqa: ANN401 (as above)
    values = column.values
    if column.kind == "code":
        index = {category: number for number, category in enumerate(column.categories)}
        places = np.array([-1 if value is None else index[value] for value in values], dtype="int16")
        return pd.Categorical.from_codes(places, dtype=_categories(column.categories, column.ordered))
    if column.kind in _NUMBERS:
        return np.array([math.nan if value is None else float(value) for value in values], dtype="float64")
    if column.kind == "texts":
        lists = np.empty(len(values), dtype=object)
        lists[:] = list(values)
        return lists
    empty = np.array([value is None for value in values], dtype=bool)
    held = np.array([value or 0 for value in values], dtype="bool" if column.kind == "boolean" else "int64")
    return (pd.arrays.BooleanArray if column.kind == "boolean" else pd.arrays.IntegerArray)(held, empty)


def _by_arrow(pd: Any, column: FrameColumn, made: Any) -> Any:  # noqa: ANN401 (as above)
    if column.kind == "code":
        places = made.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        return pd.Categorical.from_codes(places, dtype=_categories(column.categories, column.ordered))
    if column.kind in {"decimal", "whole"}:
        made = made.cast("string").cast("float64")  # by its text a number becomes the nearest float
    if column.kind in _NUMBERS:
        return made.to_numpy(zero_copy_only=False)
    if column.kind == "date":
        return made.cast("timestamp[s]").to_numpy(zero_copy_only=False).astype("datetime64[us]")
    return _dtype(_DTYPES[column.kind]).__from_arrow__(made)


@cache
def _dtype(name: str) -> Any:  # noqa: ANN401 (a pandas data type)
    return optional("pandas", "pandas").api.types.pandas_dtype(name)


@cache
def _categories(values: tuple[str, ...], ordered: bool) -> Any:  # noqa: ANN401, FBT001 (a pandas data type; keys of a cache)
    return optional("pandas", "pandas").CategoricalDtype(values, ordered)


_NUMBERS = frozenset({"decimal", "whole", "number"})
