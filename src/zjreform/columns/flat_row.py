"""A row that is a mapping from column to value, so that whatever takes a list of mappings takes rows: pandas, polars, ``dict``."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Any

from zjreform.arguments import told


class FlatRow:
    """The base of rows that are written flat: a mapping of the columns that ``flat`` gives.

    Example:
        >>> import zjreform as zj
        >>> row = zj.figures("办理时间压缩至3天")[0]
        >>> row["value"], row["unit"], "bound" in row, dict(row) == row.flat()
        (Decimal('3'), 'day', True, True)
    """

    __slots__ = ()

    def flat(self) -> dict[str, Any]:
        """Return the row as a mapping from column to value."""
        raise NotImplementedError

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 (a cell)
        return _cells_of(self)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_cells_of(self))

    def __len__(self) -> int:
        return len(_cells_of(self))

    def __bool__(self) -> bool:
        return True  # a row has columns; so that none are worked out where one asks whether there is a row

    def __contains__(self, name: object) -> bool:
        return name in _cells_of(self)

    @told
    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 (a cell)
        """Return a cell, or *default* where there is no such column.

        Example:
            >>> import zjreform as zj
            >>> zj.figures("共3天")[0].get("no such column", "–")
            '–'
        """
        return _cells_of(self).get(name, default)

    def keys(self) -> KeysView[str]:
        """Return the names of the columns.

        Example:
            >>> import zjreform as zj
            >>> list(zj.terms("推行一件事")[0].keys())
            ['start', 'end', 'surface', 'term']
        """
        return _cells_of(self).keys()

    def values(self) -> ValuesView[Any]:
        """Return the cells.

        Example:
            >>> import zjreform as zj
            >>> list(zj.terms("推行一件事")[0].values())
            [2, 5, '一件事', 'one-thing']
        """
        return _cells_of(self).values()

    def items(self) -> ItemsView[str, Any]:
        """Return the columns with their cells.

        Example:
            >>> import zjreform as zj
            >>> list(zj.terms("推行一件事")[0].items())[0]
            ('start', 2)
        """
        return _cells_of(self).items()


Mapping.register(FlatRow)


class _Last:
    """The row asked last with its cells: whoever takes a mapping asks one row for each of its columns in turn."""

    held: tuple[FlatRow | None, dict[str, Any]] = (None, {})


def _cells_of(row: FlatRow) -> dict[str, Any]:
    held = _Last.held
    if held[0] is not row:
        _Last.held = held = (row, row.flat())
    return held[1]
