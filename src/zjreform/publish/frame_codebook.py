"""The codebook of what no file holds: columns that frames add to a table, and all columns of the answers."""

from collections.abc import Iterable, Iterator, Mapping

from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.publish.codebook import CodebookEntry, value_entry
from zjreform.quantity.columns import QUANTITY_COLUMNS
from zjreform.quantity.series import ANSWERS as SERIES
from zjreform.quantity.series import FIELDS
from zjreform.records.answer_fields import PREFECTURE
from zjreform.records.answers import ANSWERS, answer_fields
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.frame_columns import FrameColumn, field_columns, frame_columns, label_columns
from zjreform.text.answers import NAMES, column_answer

LOCATED = ("applicants", "awards", "cases", "places")
"""Tables whose frames say in which city a row lies."""

_TYPES = {
    "text": "text",
    "code": "value of a closed list",
    "integer": "whole number",
    "decimal": "decimal number",
    "whole": "whole number of up to 38 digits",
    "number": "number",
    "boolean": "true or false",
    "date": "date",
    "texts": "text",
}


def frame_entries() -> Iterator[CodebookEntry]:
    """Yield an entry for each column that no file holds, and for the values of its closed list.

    Example:
        >>> entry = next(entry for entry in frame_entries() if entry.id == "comparisons-relative")
        >>> entry.label_zh, entry.unit
        ('变化率', '%')
    """
    for name in TABLES:
        yield from _added(schema_of(name))
    for name in ANSWERS:
        yield from _answer(name, answer_fields(name))
    for name in NAMES:
        named = {"id"} if name in TABLES else set()  # the table of that name has an id of its own
        yield from _answer(name, (field for field in column_answer(name) if field.name not in named))
    for name in SERIES:
        yield from _answer(name, FIELDS)


def _added(schema: TableSchema) -> Iterator[CodebookEntry]:
    """What a frame has beyond the file of its table."""
    stored = set(schema.header)
    codes = {part.name: part.listed for part in QUANTITY_COLUMNS}
    for column in frame_columns(schema, ()):
        if column.name not in stored:
            yield _entry(schema.name, column)
            for code in codes.get(column.name) or ():
                yield value_entry(schema.name, column.name, code)
    located = (PREFECTURE,) if schema.name in LOCATED else ()
    for field in located:
        yield from (_entry(schema.name, column) for column in field_columns(field, []))
    for field in (*schema.fields, *located):
        yield from (_entry(schema.name, column) for column in label_columns(field, [], "en", _names))


def _answer(name: str, fields: Iterable[FieldSchema]) -> Iterator[CodebookEntry]:
    for field in fields:
        for column in (*field_columns(field, []), *label_columns(field, [], "en", _names)):
            yield _entry(name, column)
        for code in field.codes:
            yield value_entry(name, field.name, code)


def _names(table: str) -> Mapping[str, tuple[str, str]]:
    """Something where the records of a table have names, nothing where they have none."""
    held = {field.name for field in schema_of(table).fields}
    return {"": ("", "")} if held >= {"name_zh", "name_en"} or held >= {"title_zh", "title_en"} else {}


def _entry(table: str, column: FrameColumn) -> CodebookEntry:
    what = column.column
    return CodebookEntry(
        id=f"{table}-{column.name}".replace("_", "-"),
        table=table,
        column=column.name,
        type=_TYPES[column.kind],
        required=not what.none and column.kind != "texts",
        many=column.kind == "texts",
        label_zh=what.zh,
        label_en=what.en,
        definition=what.about,
        empty_means=what.none or None,
        unit=what.unit or None,
        references=what.refs,
    )
