"""Rows that answer a question without being records: comparisons, derived figures, repetitions, adoptions, strata, flat rows.

They are a tuple, so that they are counted, indexed and compared as one, and become a frame in one call. A row is either a mapping or
has a method ``flat()`` that returns one: ids for records, text for quantities with numbers beside it, nothing nested but lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

from zjreform.html import table, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


class Flat(Protocol):
    """A row that can be written flat."""

    def flat(self) -> dict[str, Any]:
        """Return the row as a mapping from column to value."""


T_co = TypeVar("T_co", bound="Flat | Mapping[str, Any]", covariant=True)

SHOWN = 30
"""Rows that a notebook shows."""


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
        from zjreform.tabular.optional import optional  # noqa: PLC0415 (no frame is made at loading)

        return optional("pandas", "pandas").DataFrame(self.to_dicts())  # type: ignore[no-any-return]

    def to_polars(self) -> pl.DataFrame:
        """Return a ``polars.DataFrame`` with one row for each.

        Raises:
            ExtraMissingError: polars is not installed.

        Example:
            >>> import zjreform as zj
            >>> zj.load().wide("case").to_polars().height
            93
        """
        from zjreform.tabular.optional import optional  # noqa: PLC0415 (as above)

        return optional("polars", "polars").DataFrame(self.to_dicts(), infer_schema_length=None)  # type: ignore[no-any-return]

    def _repr_html_(self) -> str:
        from zjreform.tabular.cells import cell_text  # noqa: PLC0415 (as above)

        rows = Rows(self[:SHOWN]).to_dicts()
        header = [text(name) for name in rows[0]] if rows else []
        more = f", first {SHOWN} shown" if len(self) > SHOWN else ""
        body = [[text(cell_text(value)) for value in row.values()] for row in rows]
        return table(header, body, f"{len(self)} row{'' if len(self) == 1 else 's'}{more}")
