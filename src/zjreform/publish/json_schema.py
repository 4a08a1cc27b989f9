"""JSON Schema 2020-12: one for each record as ``write_json`` gives it, and one for the whole file.

Numbers of quantities and decimals are strings, so that no reader turns them into binary fractions.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema
from zjreform.publish import licence
from zjreform.quantity.bounds import Bound
from zjreform.quantity.change import Sense
from zjreform.quantity.columns import STORED
from zjreform.quantity.quantities import Quantity
from zjreform.records.index import ABOUT, TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.extension import NAME
from zjreform.text.answers import found_answer
from zjreform.text.kinds import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NUMBER = r"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9]|/[1-9][0-9]*)?$"
_EDTF = r"^(\.\.|[0-9]{4}(-[0-9]{2}){0,2}[~?]?)(/(\.\.|[0-9]{4}(-[0-9]{2}){0,2}[~?]?))?$"
_DECIMAL = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"


def record_schema(table: str) -> dict[str, Any]:
    """Return the JSON Schema of one record of a table.

    Example:
        >>> record_schema("tiers")["properties"]["quota"]
        {'title': 'quota', 'description': 'Honours given.', 'type': 'integer', 'minimum': 1}
    """
    schema = schema_of(table)
    return {
        "$schema": DIALECT,
        "$id": f"urn:zjreform:schema:{table}",
        "title": schema.record.__name__,
        "description": ABOUT.get(schema.name, ""),
        "type": "object",
        "properties": {field.name: _property(field) for field in schema.fields},
        "patternProperties": {f"^{NAME.pattern}$": {"type": ["string", "integer", "boolean", "null"]}},
        "required": [field.name for field in schema.fields],
        "additionalProperties": False,
    }


def file_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file that holds all tables.

    Example:
        >>> list(file_schema()["properties"])
        ['name', 'version', 'zjreform', 'tables']
    """
    tables = {name: {"type": "array", "items": {"$ref": f"urn:zjreform:schema:{name}"}} for name in TABLES}
    return {
        "$schema": DIALECT,
        "$id": "urn:zjreform:schema:dataset",
        "title": licence.TITLE_EN,
        "type": "object",
        "properties": {
            "name": {"const": "zjreform"},
            "version": {"type": "string", "minLength": 1},
            "zjreform": {"type": "object"},
            "tables": {
                "type": "object",
                "properties": tables,
                "required": list(TABLES),
                "additionalProperties": False,
            },
        },
        "required": ["name", "version", "zjreform", "tables"],
        "additionalProperties": False,
    }


def quantity_schema() -> dict[str, Any]:
    """Return the JSON Schema of what ``Quantity.to_dict`` gives.

    Example:
        >>> list(quantity_schema()["properties"])[:2]
        ['value', 'upper']
    """
    return {"$schema": DIALECT, "$id": "urn:zjreform:schema:quantity", "title": "Quantity", **_quantity()}


def figure_schema() -> dict[str, Any]:
    """Return the JSON Schema of what ``Figure.to_dict`` gives.

    Example:
        >>> figure_schema()["properties"]["sense"]["enum"]
        ['level', 'increase', 'decrease', None]
    """
    about = {field.name: {"description": field.column.about} for field in found_answer("figures").fields}
    text, offset = {"type": ["string", "null"]}, {"type": "integer", "minimum": 0}
    properties = {
        "start": {**about["start"], **offset},
        "end": {**about["end"], **offset},
        "surface": {**about["surface"], "type": "string", "minLength": 1},
        "kind": {**about["kind"], "enum": [kind.value for kind in Kind]},
        "quantity": {"anyOf": [{"$ref": "urn:zjreform:schema:quantity"}, {"type": "null"}]},
        "sense": {**about["sense"], "enum": [*(sense.value for sense in Sense), None]},
        "per": {**about["per"], **text},
        "edtf": {**about["edtf"], **text},
        "ordinal": {**about["ordinal"], "type": ["integer", "null"]},
    }
    return _found("figure", "Figure", properties)


def change_schema() -> dict[str, Any]:
    """Return the JSON Schema of what ``StatedChange.to_dict`` gives.

    Example:
        >>> change_schema()["properties"]["direction"]["enum"]
        ['increase', 'decrease', None]
    """
    about = {field.name: {"description": field.column.about} for field in found_answer("changes").fields}
    offset = {"type": "integer", "minimum": 0}
    quantity = {"anyOf": [{"$ref": "urn:zjreform:schema:quantity"}, {"type": "null"}]}
    properties = {
        "start": {**about["start"], **offset},
        "end": {**about["end"], **offset},
        "surface": {**about["surface"], "type": "string", "minLength": 1},
        "verb": {**about["verb"], "type": "string"},
        "direction": {**about["direction"], "enum": ["increase", "decrease", None]},
        "before": quantity,
        "after": quantity,
        "stated": quantity,
        "sense": {**about["sense"], "enum": [*(sense.value for sense in Sense), None]},
    }
    return _found("change", "StatedChange", properties)


def _found(name: str, title: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "$id": f"urn:zjreform:schema:{name}",
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _property(field: FieldSchema) -> dict[str, Any]:
    what = field.column
    about = {"title": what.en, "description": " ".join(filter(None, (what.about, what.none and f"null: {what.none}.")))}
    if field.kind is Quantity:
        return {**about, **_quantity()}
    one = _leaf(field)
    if field.many:
        return {**about, "type": "array", "items": one}
    if not field.nullable:
        return {**about, **one}
    if "enum" in one:
        return {**about, "enum": [*one["enum"], None]}
    return {**about, **one, "type": [one["type"], "null"]}


def _leaf(field: FieldSchema) -> dict[str, Any]:
    if field.codes:
        return {"enum": [str(code.value) for code in field.codes]}
    if field.kind is int:
        return {"type": "integer", **({} if field.column.minimum is None else {"minimum": field.column.minimum})}
    if field.kind is bool:
        return {"type": "boolean"}
    pattern = {Edtf: _EDTF, Decimal: _DECIMAL}.get(field.kind) or (
        field.column.pattern and f"^({field.column.pattern})$"
    )
    return {"type": "string", **({"pattern": pattern} if pattern else {"minLength": 1})}


def _quantity() -> dict[str, Any]:
    number = {"type": "string", "pattern": _NUMBER}
    kinds: dict[str, dict[str, Any]] = {
        "value": number,
        "upper": {**number, "type": ["string", "null"]},
        "lower_open": {"type": "boolean"},
        "upper_open": {"type": "boolean"},
        "implied_high": {**number, "type": ["string", "null"]},
        "bound": {"enum": [bound.value for bound in Bound]},
        "unit": {"type": "string"},
    }
    return {
        "type": "object",
        "properties": {part.name: {"description": part.column.about, **kinds[part.name]} for part in STORED},
        "required": [part.name for part in STORED],
        "additionalProperties": False,
    }
