"""The codebook: every column of every file and every value of every closed list, as rows and as a page.

All of it comes from the record classes; nothing is said here a second time.
"""

from collections.abc import Iterator
from decimal import Decimal

import attrs
from attrs import fields

from zjreform.code import Code
from zjreform.columns.column import Edtf, checked, identifier
from zjreform.columns.column import column as about
from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.quantity.columns import STORED, QuantityColumn
from zjreform.quantity.quantities import Quantity
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of

TYPES = {str: "text", int: "whole number", bool: "true or false", Decimal: "decimal number", Edtf: "EDTF date"}
"""Kinds of cells, in words."""


@attrs.frozen(kw_only=True, field_transformer=checked)
class CodebookEntry:
    """One column of a file, or one value of its closed list.

    Example:
        >>> import zjreform as zj
        >>> zj.codebook()["cases-level-county"].label_zh
        '县级'
    """

    id: str = attrs.field(metadata=identifier("Table, column and value."))
    table: str = attrs.field(metadata=about("表", "table", "Name of the table; its file is named after it."))
    column: str = attrs.field(metadata=about("字段", "column", "Name of the column."))
    value: str | None = attrs.field(
        default=None,
        metadata=about("取值", "value", "A value of the closed list.", none="the row describes the column"),
    )
    type: str = attrs.field(metadata=about("类型", "type", "What a cell holds."))
    required: bool = attrs.field(metadata=about("必填", "required", "Whether a cell is never empty."))
    many: bool = attrs.field(metadata=about("多值", "many", "Whether a cell holds several items, joined by `;`."))
    label_zh: str = attrs.field(metadata=about("中文标签", "label (zh)", "Label in Chinese."))
    label_en: str = attrs.field(metadata=about("英文标签", "label (en)", "Label in English."))
    definition: str = attrs.field(metadata=about("定义", "definition", "What it holds or means."))
    empty_means: str | None = attrs.field(
        default=None,
        metadata=about("空值含义", "empty means", "What an empty cell means.", none="never empty, or an empty list"),
    )
    unit: str | None = attrs.field(
        default=None, metadata=about("计量单位", "unit", "Unit of the numbers.", none="no unit")
    )
    references: tuple[str, ...] = attrs.field(
        default=(), metadata=about("引用", "references", "Tables whose ids a cell holds.")
    )
    pattern: str | None = attrs.field(
        default=None, metadata=about("格式", "pattern", "Regular expression that each text matches.", none="any text")
    )
    minimum: int | None = attrs.field(
        default=None, metadata=about("最小值", "minimum", "Smallest number allowed.", none="any number")
    )


def _schema() -> TableSchema:
    kinds = {"required": bool, "many": bool, "minimum": int}
    parts = [
        FieldSchema(
            part.name,
            kinds.get(part.name, str),
            nullable=bool(part.metadata["column"].none),
            many=part.name == "references",
            column=part.metadata["column"],
        )
        for part in fields(CodebookEntry)
    ]
    return TableSchema("codebook", CodebookEntry, tuple(parts))


CODEBOOK = _schema()
"""Schema of the codebook itself."""


def codebook_entries() -> tuple[CodebookEntry, ...]:
    """Return the codebook, in the order of the data package.

    Example:
        >>> [entry.id for entry in codebook_entries()][:2]
        ['sources-id', 'sources-title-zh']
    """
    return tuple(entry for name in TABLES for entry in _table_entries(schema_of(name)))


def _table_entries(schema: TableSchema) -> Iterator[CodebookEntry]:
    for field in schema.fields:
        if field.kind is Quantity:
            for part in STORED:
                yield from _quantity_entries(schema.name, part)
        else:
            yield _field_entry(schema.name, field)
            yield from _code_entries(schema.name, field)


def _field_entry(table: str, field: FieldSchema) -> CodebookEntry:
    what = field.column
    return CodebookEntry(
        id=_key(table, field.name),
        table=table,
        column=field.name,
        type="value of a closed list" if field.codes else TYPES[field.kind],
        required=not field.nullable and not field.many,
        many=field.many,
        label_zh=what.zh,
        label_en=what.en,
        definition=what.about,
        empty_means=what.none or None,
        unit=what.unit or None,
        references=what.refs,
        pattern=what.pattern or None,
        minimum=what.minimum,
    )


def _code_entries(table: str, field: FieldSchema) -> Iterator[CodebookEntry]:
    for code in field.codes:
        yield value_entry(table, field.name, code)


def _quantity_entries(table: str, part: QuantityColumn) -> Iterator[CodebookEntry]:
    words = {"decimal": "number", "boolean": "true or empty", "code": "value of a closed list", "unit": "text"}
    yield CodebookEntry(
        id=_key(table, part.name),
        table=table,
        column=part.name,
        type=words[part.kind],
        required=not part.column.none or part.name == "value",
        many=False,
        label_zh=part.column.zh,
        label_en=part.column.en,
        definition=part.column.about,
        empty_means=None if part.name == "value" else part.column.none or None,
    )
    for code in part.listed or ():
        yield value_entry(table, part.name, code)


def value_entry(table: str, name: str, code: Code) -> CodebookEntry:
    """Return the entry of a value of a closed list.

    Example:
        >>> from zjreform.quantity.bounds import Bound
        >>> value_entry("metrics", "bound", Bound.EXACT).id
        'metrics-bound-exact'
    """
    value = str(code.value)
    return CodebookEntry(
        id=f"{_key(table, name)}-{value.replace('_', '-')}",
        table=table,
        column=name,
        value=value,
        type="value",
        required=False,
        many=False,
        label_zh=code.zh,
        label_en=code.en,
        definition=code.definition,
    )


def _key(table: str, name: str) -> str:
    return f"{table}-{name}".replace("_", "-")
