"""Columns of a frame: typed, labelled, the same for every library.

A field gives one column; a date also its first and last day; a quantity its parts and what follows from them. Nothing fans out: a
list stays a list, and a frame has exactly one row for each record.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import frozen

from zjreform.columns.column import Column, Edtf, Whole
from zjreform.columns.rows import Names
from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.errors import UnknownValueError
from zjreform.quantity.columns import QUANTITY_COLUMNS, QuantityColumn, fitting
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Unit, unit
from zjreform.records.edtf import edtf_bounds
from zjreform.tabular.code_cells import CodeCells
from zjreform.tabular.collection import paused_collection
from zjreform.tabular.extension import NONE, Extension
from zjreform.tabular.flat_quantities import FlatColumn, FlatQuantities
from zjreform.tabular.held_rows import column_of

LABELS = ("code", "zh", "en")
"""How coded values can be shown."""

_KINDS: dict[Any, str] = {
    str: "text", int: "integer", bool: "boolean", Decimal: "decimal", Edtf: "text", float: "number", date: "date", Whole: "whole",
}  # fmt: skip


@frozen
class FrameColumn:
    """One column with its values.

    Attributes:
        name: Name of the column.
        kind: ``text``, ``code``, ``integer``, ``decimal``, ``whole`` (a decimal without places), ``number`` (float), ``boolean``,
            ``date`` or ``texts`` (a list).
        column: Labels, unit and definition.
        categories: For ``code``, all values that can occur, in order.
        values: One for each record; ``None`` where it is empty.
        ordered: Whether the categories have an order that means something.
    """

    name: str
    kind: str
    column: Column
    categories: tuple[str, ...]
    values: Sequence[Any]
    ordered: bool = False

    def metadata(self) -> dict[str, str]:
        """Return labels, unit and definition as texts; what is empty is left out.

        Example:
            >>> FrameColumn("n", "integer", Column("数", "number", "How many.", unit="items"), (), ()).metadata()["unit"]
            'items'
        """
        column = self.column
        parts = {
            "label_zh": column.zh,
            "label_en": column.en,
            "definition": column.about,
            "unit": column.unit,
            "empty_means": column.none,
            "references": ";".join(column.refs),
        }
        return {name: text for name, text in parts.items() if text}


def frame_columns(
    schema: TableSchema,
    records: Iterable[Any],
    extension: Extension = NONE,
    labels: str = "code",
    names: Names | None = None,
) -> tuple[FrameColumn, ...]:
    """Return the columns of a frame.

    Args:
        schema: Schema of the records.
        records: The rows: a table, or records.
        extension: Extension columns of the table, added behind.
        labels: ``"code"`` shows coded values as the files write them, ``"zh"`` and ``"en"`` by their labels.
        names: Gives the names of records that a column refers to; with labels they stand in a column of their own.

    Raises:
        UnknownValueError: *labels* is none of these.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> [column.name for column in frame_columns(schema_of("reviews"), ())][:3]
        ['id', 'case', 'reviewer_zh']
    """
    with paused_collection():
        return tuple(column_stream(schema, records, extension, labels, names))


def shown_as(labels: str) -> None:
    """Refuse a way of showing coded values that there is not.

    Raises:
        UnknownValueError: *labels* is not ``"code"``, ``"zh"`` or ``"en"``.

    Example:
        >>> shown_as("code")
    """
    if labels not in LABELS:
        raise UnknownValueError("labels", labels, LABELS)


def column_stream(
    schema: TableSchema,
    records: Iterable[Any],
    extension: Extension = NONE,
    labels: str = "code",
    names: Names | None = None,
) -> Iterator[FrameColumn]:
    """Yield the columns of a frame, as ``frame_columns`` gives them, so that no two need be held at a time.

    Raises:
        UnknownValueError: *labels* is not ``"code"``, ``"zh"`` or ``"en"``.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> next(column_stream(schema_of("reviews"), ())).name
        'id'
    """
    shown_as(labels)
    for field in schema.fields:
        values = column_of(records, field.name)
        yield from field_columns(field, values, labels)
        if labels != "code":
            yield from label_columns(field, values, labels, names)
    rows = list(map(extension.row, column_of(records, "id"))) if extension.fields else []
    for index, field in enumerate(extension.fields):
        yield from field_columns(field, [row[index] for row in rows], labels)


def field_columns(field: FieldSchema, values: Sequence[Any], labels: str = "code") -> Iterator[FrameColumn]:
    """Yield the columns that one field gives.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> [column.values for column in field_columns(schema_of("sources").fields[8], ["2018"])][0]
        ('2018',)
    """
    if field.kind is Quantity:
        yield from quantity_columns(values, labels)
    elif field.kind is Unit:
        shown = [value and getattr(unit(value), labels) for value in values] if labels != "code" else values
        yield FrameColumn(field.name, "text", field.column, (), tuple(shown))
    elif field.codes:
        yield _code_column(field, values, labels)
    elif field.many:
        yield FrameColumn(field.name, "texts", field.column, (), each_once(values, lambda held: list(map(str, held))))
    else:
        cells = tuple(map(_fits, values)) if field.kind is Decimal else tuple(values)
        yield FrameColumn(field.name, _KINDS[field.kind], field.column, (), cells)
        if field.kind is Edtf:
            yield from _date_columns(field, values)


def each_once(values: Sequence[Any], make: Callable[[Any], Any]) -> list[Any]:
    """Return what *make* gives for each value, asked once for those that are equal.

    Example:
        >>> each_once([("a",), ("b",)], list)
        [['a'], ['b']]
    """
    made = {value: make(value) for value in set(values)}
    return list(map(made.__getitem__, values))


def _fits(value: Decimal | None) -> Decimal | None:
    if value is not None and fitting(value) is None:
        raise ValueError(f"expected a decimal number of at most 26 digits before and 12 behind the point, got {value}")
    return value


def _code_column(field: FieldSchema, values: Sequence[Any], labels: str) -> FrameColumn:
    shown = {code: str(code.value) if labels == "code" else getattr(code, labels) for code in field.codes}
    categories = tuple(shown.values())
    if field.many:
        lists = each_once(values, lambda codes: [shown[code] for code in codes])
        return FrameColumn(field.name, "texts", field.column, categories, lists)
    ordered = field.kind.ordered()
    return FrameColumn(field.name, "code", field.column, categories, CodeCells(values, shown, ordered=ordered), ordered)


def label_columns(field: FieldSchema, values: Sequence[Any], labels: str, names: Names | None) -> Iterator[FrameColumn]:
    """Yield the column with the names of the records that a field refers to, where they have any.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> field = schema_of("awards").fields[5]
        >>> names = lambda table: {"a": ("甲", "A")}
        >>> [(column.name, column.values) for column in label_columns(field, ["a", None], "zh", names)]
        [('case_label', ('甲', None))]
    """
    if names is None or not field.column.refs:
        return
    tables = {table: names(table) for table in field.column.refs}
    if not any(tables.values()):
        return
    single = field.column.refs[0] if len(field.column.refs) == 1 else ""
    which = LABELS.index(labels) - 1

    def name_of(value: str) -> str:
        table, _, key = value.partition(":") if not single else (single, "", value)
        pair = tables.get(table, {}).get(key)
        return value if pair is None else pair[which]

    column = field.column
    what = Column(f"{column.zh}名称", f"{column.en}, name", f"Name of *{column.en}*.", column.none)
    if field.many:
        yield FrameColumn(f"{field.name}_label", "texts", what, (), tuple(list(map(name_of, held)) for held in values))
    else:
        shown = tuple(None if value is None else name_of(value) for value in values)
        yield FrameColumn(f"{field.name}_label", "text", what, (), shown)


def _date_columns(field: FieldSchema, values: Sequence[str | None]) -> Iterator[FrameColumn]:
    known = {value: edtf_bounds(value) for value in set(values) if value is not None}
    column, none = field.column, "no date, or an open interval"
    for index, (suffix, zh, en) in enumerate((("start", "起日", "first day"), ("end", "止日", "last day"))):
        what = Column(f"{column.zh}{zh}", f"{column.en}, {en}", f"The {en} that *{column.en}* covers.", none)
        day_of: dict[str | None, date | None] = {value: pair[index] for value, pair in known.items()}
        yield FrameColumn(f"{field.name}_{suffix}", "date", what, (), tuple(map(day_of.get, values)))


def quantity_columns(
    values: Sequence[Quantity | None], labels: str = "code", prefix: str = ""
) -> Iterator[FrameColumn]:
    """Yield the columns of quantities; where there is none they are empty.

    Args:
        values: The quantities.
        labels: How units and coded values are shown.
        prefix: Put before the name of each column.

    Example:
        >>> [column.name for column in quantity_columns([], prefix="before_")][:2]
        ['before_value', 'before_upper']
    """
    flat = FlatQuantities(values)
    for index, part in enumerate(QUANTITY_COLUMNS):
        yield _quantity_column(part, FlatColumn(flat, index), values, labels, prefix)


def _quantity_column(
    part: QuantityColumn, column: FlatColumn, values: Sequence[Quantity | None], labels: str, prefix: str
) -> FrameColumn:
    name = prefix + part.name
    if part.kind == "unit":
        shown = column if labels == "code" else tuple(value and getattr(value.unit, labels) for value in values)
        return FrameColumn(name, "text", part.column, (), shown)
    if part.kind != "code":
        return FrameColumn(name, part.kind, part.column, (), column)
    if labels == "code":
        return FrameColumn(name, "code", part.column, tuple(part.codes), column)
    names = {code: pair[LABELS.index(labels) - 1] for code, pair in part.codes.items()}
    labelled = tuple(None if code is None else names[code] for code in column)
    return FrameColumn(name, "code", part.column, tuple(names.values()), labelled)
