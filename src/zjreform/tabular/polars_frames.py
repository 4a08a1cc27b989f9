"""polars: coded values are ``Enum``, decimals ``Decimal(38, 12)``, dates ``Date``, lists ``List(String)``."""

from collections.abc import Iterable
from typing import Any

from zjreform.quantity.columns import PLACES
from zjreform.tabular.arrow_tables import arrow_array, arrow_type
from zjreform.tabular.frame_columns import FrameColumn
from zjreform.tabular.optional import optional


def polars_frame(columns: Iterable[FrameColumn]) -> Any:  # noqa: ANN401 (polars.DataFrame)
    """Return a ``polars.DataFrame`` of the columns.

    Raises:
        ExtraMissingError: polars is not installed.

    Example:
        >>> from zjreform.columns.column import Column
        >>> column = FrameColumn("level", "code", Column("层级", "level", ""), ("county",), ("county", None))
        >>> polars_frame([column])["level"].to_list()
        ['county', None]
    """
    pl = optional("polars", "polars")
    return pl.DataFrame([_series(pl, column) for column in columns])


def _series(pl: Any, column: FrameColumn) -> Any:  # noqa: ANN401 (polars.Series)
    """Return a series by way of Arrow, which takes cells in a third of the time."""
    pa = optional("pyarrow", "polars")
    made = pl.Series(column.name, arrow_array(pa, column, arrow_type(pa, column)))
    return made.cast(_type(pl, column))


def _type(pl: Any, column: FrameColumn) -> Any:  # noqa: ANN401 (a polars data type)
    if column.kind == "code":
        return pl.Enum(column.categories)
    return {
        "text": pl.String,
        "integer": pl.Int64,
        "decimal": pl.Decimal(38, PLACES),
        "whole": pl.Decimal(38, 0),
        "number": pl.Float64,
        "boolean": pl.Boolean,
        "date": pl.Date,
        "texts": pl.List(pl.String),
    }[column.kind]
