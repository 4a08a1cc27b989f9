"""CSV on the Web: metadata of all tables (W3C, 2015), for readers of linked data."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema
from zjreform.publish import licence
from zjreform.publish.data_package import NUMBER
from zjreform.quantity.columns import STORED
from zjreform.quantity.quantities import Quantity
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.cells import SEPARATOR

_TYPES = {str: "string", Edtf: "string", int: "integer", Decimal: "decimal"}


def csvw_metadata(version: str) -> dict[str, Any]:
    """Return the metadata of the table group.

    Example:
        >>> [table["url"] for table in csvw_metadata("2026.11.0")["tables"]][:2]
        ['sources.csv', 'rounds.csv']
    """
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": licence.TITLE_EN,
        "dc:description": licence.DESCRIPTION,
        "dc:creator": licence.MAKERS,
        "dc:license": {"@id": licence.LICENCE_PATH},
        "dc:hasVersion": version,
        "dialect": {"delimiter": ",", "encoding": "utf-8", "header": True, "lineTerminators": ["\n"]},
        "tables": [_table(name) for name in TABLES],
    }


def _table(name: str) -> dict[str, Any]:
    fields = schema_of(name).fields
    keys = [
        {
            "columnReference": [field.name],
            "reference": {"resource": f"{field.column.refs[0]}.csv", "columnReference": ["id"]},
        }
        for field in fields
        if len(field.column.refs) == 1 and not field.many
    ]
    return {
        "url": f"{name}.csv",
        "dc:title": schema_of(name).record.__name__,
        "tableSchema": {
            "columns": [column for field in fields for column in _columns(field)],
            "primaryKey": ["id"],
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _columns(field: FieldSchema) -> Iterator[dict[str, Any]]:
    if field.kind is Quantity:
        yield from map(_quantity_column, STORED)
        return
    yield {
        "name": field.name,
        "titles": {"en": [field.name, field.column.en], "zh": [field.column.zh]},
        "dc:description": field.column.about,
        "datatype": _datatype(field),
        "required": not field.nullable and not field.many,
        **({"separator": SEPARATOR} if field.many else {}),
    }


def _quantity_column(part: Any) -> dict[str, Any]:  # noqa: ANN401 (a quantity column)
    boolean = {"base": "boolean", "format": "true|false"}
    formats = {"decimal": NUMBER, "code": "|".join(part.codes)}
    text = {"base": "string", "format": formats[part.kind]} if part.kind in formats else "string"
    return {
        "name": part.name,
        "titles": {"en": [part.name, part.column.en], "zh": [part.column.zh]},
        "dc:description": part.column.about,
        "datatype": boolean if part.kind == "boolean" else text,
        "required": part.name in {"value", "bound"},
    }


def _datatype(field: FieldSchema) -> object:
    if field.codes:
        return {"base": "string", "format": "|".join(str(code.value) for code in field.codes)}
    if field.kind is bool:
        return {"base": "boolean", "format": "true|false"}
    if field.column.pattern:
        return {"base": "string", "format": field.column.pattern}
    if field.column.minimum is not None:
        return {"base": _TYPES[field.kind], "minimum": field.column.minimum}
    return _TYPES[field.kind]
