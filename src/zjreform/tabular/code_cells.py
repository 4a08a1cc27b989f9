"""A column of coded values: what is shown of each, worked out when it is asked for, as cells or as an Arrow array at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

from zjreform.tabular.optional import optional


class CodeCells(Sequence[str | None]):
    """What is shown of coded values; ``None`` where there is none.

    Attributes:
        values: The coded values, one for each row.
        shown: What is shown of each that there is, in order.
        ordered: Whether the order means something.

    Example:
        >>> cells = CodeCells(["b", None, "a"], {"a": "甲", "b": "乙"})
        >>> list(cells), cells.array().indices.to_pylist()
        (['乙', None, '甲'], [1, None, 0])
    """

    def __init__(self, values: Sequence[Any], shown: Mapping[Any, str], *, ordered: bool = False) -> None:
        self.values, self.shown, self.ordered = values, shown, ordered
        self._cells: Sequence[str | None] | None = None

    def array(self) -> Any:  # noqa: ANN401 (a pyarrow array)
        """Return the column as a dictionary of ``int8``, one byte at a time."""
        pa, compute = optional("pyarrow", "arrow"), optional("pyarrow.compute", "arrow")
        places: dict[Any, int] = {code: place for place, code in enumerate(self.shown)}
        places[None] = _EMPTY
        data = bytes(map(places.__getitem__, self.values))
        indices = pa.Array.from_buffers(pa.int8(), len(data), [None, pa.py_buffer(data)])
        if _EMPTY in data:
            indices = compute.if_else(compute.less(indices, 0), pa.scalar(None, pa.int8()), indices)
        categories = pa.array(list(self.shown.values()), pa.string())
        return pa.DictionaryArray.from_arrays(indices, categories, ordered=self.ordered)

    def _all(self) -> Sequence[str | None]:
        if self._cells is None:
            held: dict[Any, str | None] = {**self.shown, None: None}
            self._cells = list(map(held.__getitem__, self.values))
        return self._cells

    @overload
    def __getitem__(self, place: int) -> str | None: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str | None]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str | None] | None:
        return self._all()[place]

    def __iter__(self) -> Iterator[str | None]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self.values)

    def count(self, value: Any) -> int:  # noqa: ANN401 (a cell)
        """Return how often a cell occurs."""
        return self._all().count(value)

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as a list


_EMPTY = 255
"""Byte of an empty place, which as a signed number is below all others."""
