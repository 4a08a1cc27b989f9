"""What makes a frame, a citation or a notebook table of a table: every library gets the same columns."""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any, Protocol

from attrs import evolve

from zjreform.columns.schema import TableSchema
from zjreform.lazy import reach
from zjreform.options import Labels, Lang, Style
from zjreform.tabular.collection import paused_collection
from zjreform.tabular.extension import NONE, Extension

TYPE_CHECKING = False
if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from zjreform.tabular.frame_columns import FrameColumn

_VALUES = attrgetter("values")


class Home(Protocol):
    """The dataset that a table is a part of, as far as its frames need it."""

    def names_of(self, table: str) -> Mapping[str, tuple[str, str]]:
        """Return the Chinese and English names of the records of a table by id."""


class Frames:
    """Frames of a table.

    Attributes:
        schema: Name and fields of the table.
        extension: Extension columns.
        query: The question that the table answers.
        version: Version of the data.
        home: The dataset that it is a part of; ``None`` where it stands alone.
    """

    __slots__ = ()

    schema: TableSchema
    extension: Extension
    query: str
    version: str
    home: Home | None

    def __iter__(self) -> Iterator[Any]:
        """Iterate over the records."""
        raise NotImplementedError

    def __len__(self) -> int:
        """Return the number of records."""
        raise NotImplementedError

    def to_dicts(self, labels: Labels = "code") -> list[dict[str, Any]]:
        """Return one plain dictionary for each record, with the columns of every frame.

        Dates come with their first and last day, quantities with what follows from them, lists as lists.

        Args:
            labels: ``"code"``, or ``"zh"`` or ``"en"`` for the labels of coded values.

        Raises:
            UnknownValueError: *labels* is none of these.

        Example:
            >>> import zjreform as zj
            >>> zj.load().tiers.to_dicts(labels="en")[0]["honours"]
            'case'
        """
        with paused_collection():
            columns = tuple(self._columns(labels))
        names = [column.name for column in columns]
        return [dict(zip(names, row, strict=True)) for row in zip(*map(_VALUES, columns), strict=True)]

    def to_pandas(self, labels: Labels = "code") -> "pd.DataFrame":
        """Return a ``pandas.DataFrame``: categoricals, nullable integers, floats for decimals, ``datetime64`` for days.

        Labels, units and definitions stand in ``attrs["columns"]``.

        Raises:
            ExtraMissingError: pandas is not installed.
            UnknownValueError: *labels* is not ``"code"``, ``"zh"`` or ``"en"``.

        Example:
            >>> import zjreform as zj
            >>> frame = zj.load().awards.to_pandas()
            >>> len(frame), str(frame["position"].dtype)
            (99, 'Int64')
        """
        from zjreform.tabular.pandas_frames import pandas_frame  # noqa: PLC0415 (no frame is made at loading)

        with paused_collection():
            return pandas_frame(self._columns(labels), self._metadata())  # type: ignore[no-any-return]

    def to_polars(self, labels: Labels = "code") -> "pl.DataFrame":
        """Return a ``polars.DataFrame``: enums, exact decimals, dates, lists.

        Raises:
            ExtraMissingError: polars is not installed.
            UnknownValueError: *labels* is not ``"code"``, ``"zh"`` or ``"en"``.

        Example:
            >>> import zjreform as zj
            >>> zj.load().awards.to_polars().shape[0]
            99
        """
        from zjreform.tabular.polars_frames import polars_frame  # noqa: PLC0415 (as above)

        with paused_collection():
            return polars_frame(self._columns(labels))  # type: ignore[no-any-return]

    def to_arrow(self, labels: Labels = "code") -> "pa.Table":
        """Return a ``pyarrow.Table``: dictionaries, ``decimal128``, ``date32``, lists; metadata holds labels and definitions.

        Raises:
            ExtraMissingError: pyarrow is not installed.
            UnknownValueError: *labels* is not ``"code"``, ``"zh"`` or ``"en"``.

        Example:
            >>> import zjreform as zj
            >>> zj.load().awards.to_arrow().schema.field("position").metadata[b"label_zh"].decode()
            '位次'
        """
        from zjreform.tabular.arrow_tables import arrow_table  # noqa: PLC0415 (as above)

        with paused_collection():
            return arrow_table(self._columns(labels), self._metadata())  # type: ignore[no-any-return]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Export through the Arrow PyCapsule interface, which pyarrow, polars, pandas, DuckDB and narwhals read."""
        stream: object = self.to_arrow().__arrow_c_stream__(requested_schema)  # type: ignore[no-untyped-call]
        return stream

    @property
    def content_hash(self) -> str:
        """SHA-256 of the table as a canonical CSV file.

        Example:
            >>> import zjreform as zj
            >>> len(zj.load().awards.content_hash)
            64
        """
        from zjreform.tabular.digest import content_hash  # noqa: PLC0415 (as above)

        return content_hash(self)

    def cite(self, style: Style = "text", lang: Lang = "en") -> str:
        """Return a citation of this table: dataset, version, the question asked and a hash of the content.

        Args:
            style: ``"bibtex"``, ``"csl-json"``, ``"ris"`` or ``"text"``.
            lang: ``"en"`` or ``"zh"``.

        Raises:
            UnknownValueError: There is no such style or language.

        Example:
            >>> import zjreform as zj
            >>> "find_awards(round='rib-2019')" in zj.load().find_awards(round="rib-2019").cite()
            True
        """
        from zjreform.publish.citation import citation, table_work  # noqa: PLC0415 (as above)

        return citation(table_work(self.query, len(self), self.content_hash, self.version), style, lang)

    def _repr_html_(self) -> str:
        from zjreform.tabular.html_table import html_table  # noqa: PLC0415 (as above)

        return html_table(self)

    def _columns(self, labels: Labels) -> "Iterator[FrameColumn]":
        from zjreform.tabular.frame_columns import column_stream  # noqa: PLC0415 (as above)

        home = self.home
        if home is None:
            yield from column_stream(self.schema, self, self.extension, labels)
            return
        yield from column_stream(self.schema, self, NONE, labels, home.names_of)
        yield from reach("located columns")(home, self.schema.name, self, labels)
        yield from column_stream(evolve(self.schema, fields=()), self, self.extension, labels)

    def _metadata(self) -> dict[str, str]:
        return {"table": self.schema.name, "data_version": self.version, "query": self.query}
