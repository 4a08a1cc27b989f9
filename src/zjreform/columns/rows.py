"""Rows that answer a question without being records: comparisons, adoptions, strata, flat rows, the figures of a text.

They are a tuple, so that they are counted, sliced and compared as one, and become a typed frame in one call. What their columns hold is
said once, by the fields of an ``Answer``; every frame, file and the codebook follow it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Protocol, Self, TypeVar, overload

from attrs import evolve, field, frozen

from zjreform.alike import close_to
from zjreform.arguments import all_told
from zjreform.columns.schema import FieldSchema
from zjreform.errors import UnknownIdError
from zjreform.lazy import reach
from zjreform.options import Labels, Lang, Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Flat(Protocol):
    """A row that can be written flat."""

    def flat(self) -> dict[str, Any]:
        """Return the row as a mapping from column to value."""


Cell = str | int | float | bool | Decimal | tuple[str, ...] | None
"""What one column of a flat row holds."""

Names = Callable[[str], Mapping[str, tuple[str, str]]]
"""Gives, for a table, the Chinese and English names of its records by id."""


@frozen
class Answer:
    """What rows answer and what their columns hold.

    Attributes:
        name: What such rows are called, ``"comparisons"`` say.
        fields: Their columns, in order.
        query: The question they answer, for citation.
        version: Version of the data; ``""`` where they are made of no data of the package.
        names: Gives the names of records that columns refer to; ``None`` where nothing is referred to.
    """

    name: str
    fields: tuple[FieldSchema, ...] = ()
    query: str = ""
    version: str = ""
    names: Names | None = field(default=None, eq=False, repr=False)


UNTYPED = Answer("rows")
"""Rows whose columns nobody described: frames take them as their values are."""

_FEW = 12
_SCREEN = 1600
"""Characters that a screen shows; rows that need more say only how many they are."""

T_co = TypeVar("T_co", bound="Flat | Mapping[str, Any]", covariant=True)


@all_told
class Rows(tuple[T_co, ...]):  # noqa: SLOT001 (a tuple that holds an attribute can have no slots)
    """Rows of an answer, as a tuple and as a frame.

    Attributes:
        answer: What they answer and what their columns hold.

    Example:
        >>> import zjreform as zj
        >>> strata = zj.load().pool("rib-2019")
        >>> len(strata), strata[0].name, strata.to_dicts()[0]["share"]
        (3, 'provincial', 0.25)
        >>> type(strata[:2]).__name__, zj.load().comparisons()["nanhu-setup-time"].verdict.value
        ('Rows', 'not_reported')
    """

    answer: Answer

    def __new__(cls, rows: Iterable[Any] = (), answer: Answer = UNTYPED) -> Self:
        """Make rows; a field of the answer names what each column of theirs holds."""
        made = super().__new__(cls, rows)
        made.answer = answer
        return made

    @overload  # type: ignore[override]
    def __getitem__(self, key: int | str) -> T_co: ...
    @overload
    def __getitem__(self, key: slice) -> Rows[T_co]: ...
    def __getitem__(self, key: int | str | slice) -> T_co | Rows[T_co]:
        """Return the row at a number or with an id, or the rows of a slice.

        Raises:
            UnknownIdError: No row has the id; ids spelt alike are named.
            IndexError: The number is out of range.
        """
        if isinstance(key, str):
            return self._by_id(key)
        if isinstance(key, slice):
            ends = ":".join("" if end is None else str(end) for end in (key.start, key.stop))
            return self.of(super().__getitem__(key), f"[{ends}{'' if key.step is None else f':{key.step}'}]")
        return super().__getitem__(key)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (tuple(self), evolve(self.answer, names=None))

    def of(self, rows: Iterable[Any], step: str) -> Rows[Any]:
        """Return other rows as the answer to the same question with one more step.

        Example:
            >>> import zjreform as zj
            >>> strata = zj.load().pool("rib-2019")
            >>> strata.of(strata[:1], ".first()").query
            "pool('rib-2019').first()"
        """
        return Rows(rows, evolve(self.answer, query=self.answer.query + step))

    def asked(self, query: str) -> Rows[T_co]:
        """Return the same rows as the answer to another question, as `cite` names it.

        Example:
            >>> Rows([{"a": 1}]).asked("what is a").query
            'what is a'
        """
        return Rows(self, evolve(self.answer, query=query))

    @property
    def query(self) -> str:
        """The question they answer.

        Example:
            >>> import zjreform as zj
            >>> zj.load().pool("rib-2019").query
            "pool('rib-2019')"
        """
        return self.answer.query or self.answer.name

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the rows, in order; ``()`` where they have none.

        Example:
            >>> import zjreform as zj
            >>> "nanhu-setup-time" in zj.load().comparisons().ids
            True
        """
        return tuple(key for key in map(_id_of, self) if isinstance(key, str))

    def to_dicts(self, labels: Labels = "code") -> list[dict[str, Any]]:
        """Return one flat dictionary for each row, with the columns of every frame.

        Args:
            labels: ``"code"``, or ``"zh"`` or ``"en"`` for the labels of coded values; references then have a label in a column of
                their own (``case_label``).

        Raises:
            UnknownValueError: *labels* is none of these.

        Example:
            >>> import zjreform as zj
            >>> row = zj.load().adoptions().to_dicts()[0]
            >>> row["place"], row["policy"], row["date"]
            ('jianggan', 'ask-you-to-consult', '2018-07')
        """
        return reach("rows as dictionaries")(self, labels)  # type: ignore[no-any-return]

    def to_pandas(self, labels: Labels = "code") -> pd.DataFrame:
        """Return a ``pandas.DataFrame`` with one row for each, typed as tables are.

        Raises:
            ExtraMissingError: pandas is not installed.
            UnknownValueError: *labels* is not ``"code"``, ``"zh"`` or ``"en"``.

        Example:
            >>> import zjreform as zj
            >>> frame = zj.load().comparisons().to_pandas().set_index("id")
            >>> frame.loc["nanhu-setup-time", ["before_value", "after_value", "relative"]].tolist()
            [8.0, 1.0, -87.5]
        """
        return reach("rows as pandas")(self, labels)  # type: ignore[no-any-return]

    def to_polars(self, labels: Labels = "code") -> pl.DataFrame:
        """Return a ``polars.DataFrame`` with one row for each, typed as tables are.

        Raises:
            ExtraMissingError: polars is not installed.
            UnknownValueError: *labels* is not ``"code"``, ``"zh"`` or ``"en"``.

        Example:
            >>> import zjreform as zj
            >>> zj.load().wide("case").to_polars().height
            93
        """
        return reach("rows as polars")(self, labels)  # type: ignore[no-any-return]

    def to_arrow(self, labels: Labels = "code") -> pa.Table:
        """Return a ``pyarrow.Table`` with one row for each; metadata of the fields holds labels and definitions.

        Raises:
            ExtraMissingError: pyarrow is not installed.
            UnknownValueError: *labels* is not ``"code"``, ``"zh"`` or ``"en"``.

        Example:
            >>> import zjreform as zj
            >>> zj.load().adoptions().to_arrow().schema.field("place").metadata[b"label_en"]
            b'place'
        """
        return reach("rows as arrow")(self, labels)  # type: ignore[no-any-return]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Export through the Arrow PyCapsule interface, which pyarrow, polars, pandas, DuckDB and narwhals read."""
        stream: object = self.to_arrow().__arrow_c_stream__(requested_schema)  # type: ignore[no-untyped-call]
        return stream

    def cite(self, style: Style = "text", lang: Lang = "en") -> str:
        """Return a citation of these rows: dataset, version, the question asked and a hash of the content.

        Args:
            style: ``"bibtex"``, ``"csl-json"``, ``"ris"`` or ``"text"``.
            lang: ``"en"`` or ``"zh"``.

        Raises:
            UnknownValueError: There is no such style or language.

        Example:
            >>> import zjreform as zj
            >>> "pool('rib-2019'); 3 rows" in zj.load().pool("rib-2019").cite()
            True
        """
        return reach("rows cited")(self, style, lang)  # type: ignore[no-any-return]

    def _by_id(self, key: str) -> T_co:
        for row in self:
            if _id_of(row) == key:
                return row
        raise UnknownIdError(self.answer.name, key, close_to(key, self.ids))

    def __repr__(self) -> str:
        whole = super().__repr__() if len(self) <= _FEW else ""
        if 0 < len(whole) <= _SCREEN:
            return whole
        return f"<Rows: {len(self)} of {self.answer.name}>"

    def _repr_html_(self) -> str:
        return reach("rows as html")(self)  # type: ignore[no-any-return]


def _id_of(row: Any) -> object:  # noqa: ANN401 (a row of any kind)
    return row.get("id") if isinstance(row, dict) else getattr(row, "id", None)
