"""Rows that answer a question without being records: comparisons, derived figures, repetitions, adoptions, strata, flat rows.

They are a tuple, so that they are counted, indexed and compared as one, and become a frame in one call. A row is either a mapping or
has a method ``flat()`` that returns one: ids for records, text for quantities with numbers beside it, nothing nested but lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

from zjreform.lazy import reach

TYPE_CHECKING = False
if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


class Flat(Protocol):
    """A row that can be written flat."""

    def flat(self) -> dict[str, Any]:
        """Return the row as a mapping from column to value."""


T_co = TypeVar("T_co", bound="Flat | Mapping[str, Any]", covariant=True)


class Rows(tuple[T_co, ...]):
    """Rows of an answer, as a tuple and as a frame.

    Example:
        >>> import zjreform as zj
        >>> strata = zj.load().pool("rib-2019")
        >>> len(strata), strata[0].name, strata.to_dicts()[0]["share"]
        (3, 'provincial', 0.25)
    """

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one flat dictionary for each row.

        Example:
            >>> import zjreform as zj
            >>> row = zj.load().adoptions().to_dicts()[0]
            >>> row["unit"], row["policy"], row["time"]
            ('places:jianggan', 'ask-you-to-consult', '2018-07')
        """
        return [dict(row) if isinstance(row, Mapping) else row.flat() for row in self]

    def to_pandas(self) -> pd.DataFrame:
        """Return a ``pandas.DataFrame`` with one row for each.

        Raises:
            ExtraMissingError: pandas is not installed.

        Example:
            >>> import zjreform as zj
            >>> frame = zj.load().comparisons().to_pandas().set_index("id")
            >>> frame.loc["nanhu-setup-time", ["before_quantity", "after_quantity", "relative"]].tolist()
            ['8个工作日', '1个工作日', '-87.5%']
        """
        return reach("rows as pandas")(self)  # type: ignore[no-any-return]

    def to_polars(self) -> pl.DataFrame:
        """Return a ``polars.DataFrame`` with one row for each.

        Raises:
            ExtraMissingError: polars is not installed.

        Example:
            >>> import zjreform as zj
            >>> zj.load().wide("case").to_polars().height
            93
        """
        return reach("rows as polars")(self)  # type: ignore[no-any-return]

    def _repr_html_(self) -> str:
        return reach("rows as html")(self)  # type: ignore[no-any-return]
