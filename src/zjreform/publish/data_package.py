"""The data package: ``datapackage.json`` of Frictionless Data Package v2, from the record classes.

Fields carry type, constraints with the closed list, labels and the meaning of an empty cell; tables their keys. What the standard has
no word for (references to one of several tables, references inside a list, EDTF) stands in properties that begin with ``zj:``.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from attrs import frozen

from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema
from zjreform.publish import licence
from zjreform.quantity.columns import STORED, QuantityColumn
from zjreform.quantity.quantities import Quantity
from zjreform.records.index import ABOUT, TABLES
from zjreform.records.rosters import Source
from zjreform.records.schema import schema_of
from zjreform.tabular.cells import SEPARATOR
from zjreform.tabular.csv_text import BOM

TYPES: Mapping[Any, str] = {str: "string", int: "integer", bool: "boolean", Decimal: "number", Edtf: "string"}
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TABLE_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
DIALECT: Mapping[str, str | bool] = MappingProxyType(
    {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
)
"""The one form of every CSV file."""
NUMBER = r"-?[0-9]+(\.[0-9]+)?(/[0-9]+)?"
"""Form of a number of a quantity: a decimal, or a fraction where the decimal does not end."""


@frozen
class Resource:
    """One file of a package.

    Attributes:
        name: Name of the table.
        file: Name of the file.
        data: Its bytes, for hash and length; ``None`` leaves both out.
        extra: Extension columns.
        rows: Number of rows; ``None`` leaves it out.
    """

    name: str
    file: str
    data: bytes | None = None
    extra: Sequence[FieldSchema] = ()
    rows: int | None = None


def data_package(
    resources: Iterable[Resource], version: str, sources: Iterable[Source] = (), more: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return the descriptor of a package; one that extends another has no foreign keys, for its references may lead there.

    Args:
        resources: The files in order.
        version: Version of the data.
        sources: The documents it was coded from.
        more: Properties that are this library's own, put under ``"zjreform"``.

    Example:
        >>> found = data_package([Resource("tiers", "tiers.csv")], "2026.11.0")
        >>> found["resources"][0]["schema"]["fields"][5]["constraints"]["enum"]
        ['case', 'organisation']
    """
    found = list(resources)
    tables = () if more and "extends" in more else tuple(resource.name for resource in found)
    return {
        "$schema": PROFILE,
        "name": "zjreform",
        "title": licence.TITLE_EN,
        "description": licence.DESCRIPTION,
        "version": version,
        "keywords": list(licence.KEYWORDS),
        "contributors": [{"title": licence.MAKERS, "roles": ["author"]}],
        "licenses": [{"name": licence.LICENCE, "title": licence.LICENCE_TITLE, "path": licence.LICENCE_PATH}],
        "sources": list(map(_source, sources)),
        **({"zjreform": dict(more)} if more else {}),
        "resources": [_resource(resource, tables) for resource in found],
    }


def field_descriptor(field: FieldSchema) -> dict[str, Any]:
    """Return the field of a table schema for a column that has a name of its own.

    Example:
        >>> field_descriptor(schema_of("awards").fields[3])["constraints"]
        {'required': True, 'minimum': 1}
    """
    many = {"zj:separator": SEPARATOR} if field.many else {}
    found: dict[str, Any] = {
        "name": field.name,
        "type": "string" if field.many else TYPES.get(field.kind, "string"),
        **({"trueValues": ["true"], "falseValues": ["false"]} if field.kind is bool else {}),
        "title": field.column.en,
        "description": field.column.about,
        "zj:title_zh": field.column.zh,
        **({"zj:format": "EDTF"} if field.kind is Edtf else {}),
        **many,
        **_constraints(field),
        **_missing(field.column.none or ("nothing is named" if field.many else "")),
    }
    if field.column.unit:
        found["unit"] = field.column.unit
    if field.codes and not field.many:
        found["categories"] = [{"value": str(code.value), "label": code.en} for code in field.codes]
    if field.codes:
        found["zj:codes"] = [
            {"value": str(code.value), "zh": code.zh, "en": code.en, "definition": code.definition}
            for code in field.codes
        ]
    if field.column.refs:
        found["zj:references"] = list(field.column.refs)
    return found


def _constraints(field: FieldSchema) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if not field.nullable and not field.many:
        limits["required"] = True
    if field.name == "id":
        limits["unique"] = True
    if field.codes:
        values = [str(code.value) for code in field.codes]
        one = f"({'|'.join(values)})"
        limits.update({"pattern": f"{one}({SEPARATOR}{one})*"} if field.many else {"enum": values})
    if field.column.pattern:
        limits["pattern"] = field.column.pattern
    if field.column.minimum is not None:
        limits["minimum"] = field.column.minimum
    return {"constraints": limits} if limits else {}


def _missing(meaning: str) -> dict[str, Any]:
    return {"missingValues": [{"value": "", "label": meaning}]} if meaning else {}


def _quantity_descriptor(part: QuantityColumn) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if part.name in {"value", "bound"} else {}
    if part.kind == "decimal":
        limits["pattern"] = NUMBER
    if part.codes:
        limits["enum"] = list(part.codes)
    boolean = {"trueValues": ["true"], "falseValues": ["false"]} if part.kind == "boolean" else {}
    return {
        "name": part.name,
        "type": "boolean" if part.kind == "boolean" else "string",
        **boolean,
        "title": part.column.en,
        "description": part.column.about,
        "zj:title_zh": part.column.zh,
        **({"constraints": limits} if limits else {}),
        **_missing("" if part.name == "value" else part.column.none),
    }


def table_schema(
    name: str, extra: Sequence[FieldSchema] = (), tables: Container[str] = tuple(TABLES)
) -> dict[str, Any]:
    """Return the Table Schema of a table.

    Args:
        name: Name of the table.
        extra: Extension columns.
        tables: Tables in which every reference must lead to a row; only references to these become foreign keys.

    Example:
        >>> table_schema("tiers")["foreignKeys"]
        [{'fields': ['round'], 'reference': {'resource': 'rounds', 'fields': ['id']}}]
    """
    fields = schema_of(name).fields
    described: list[dict[str, Any]] = []
    for field in (*fields, *extra):
        parts = map(_quantity_descriptor, STORED) if field.kind is Quantity else (field_descriptor(field),)
        described.extend(parts)
    keys = [_foreign_key(name, field) for field in fields if _is_key(field, tables)]
    return {
        "$schema": TABLE_PROFILE,
        "fields": described,
        "missingValues": [""],
        "primaryKey": ["id"],
        **({"foreignKeys": keys} if keys else {}),
    }


def _is_key(field: FieldSchema, tables: Container[str]) -> bool:
    return len(field.column.refs) == 1 and not field.many and field.column.refs[0] in tables


def _foreign_key(table: str, field: FieldSchema) -> dict[str, Any]:
    target = field.column.refs[0]
    return {"fields": [field.name], "reference": {"resource": "" if target == table else target, "fields": ["id"]}}


def _resource(resource: Resource, tables: Container[str]) -> dict[str, Any]:
    parquet = resource.file.endswith(".parquet")
    hashed = (
        {}
        if resource.data is None
        else {"hash": f"sha256:{sha256(resource.data).hexdigest()}", "bytes": len(resource.data)}
    )
    return {
        "name": resource.name,
        "path": resource.file,
        "type": "table",
        "title": schema_of(resource.name).record.__name__,
        "description": ABOUT[resource.name],
        "format": "parquet" if parquet else "csv",
        "mediatype": "application/vnd.apache.parquet" if parquet else "text/csv",
        **(
            {}
            if parquet
            else {
                "encoding": "utf-8-sig" if (resource.data or b"").startswith(BOM) else "utf-8",
                "dialect": dict(DIALECT),
            }
        ),
        **hashed,
        **({} if resource.rows is None else {"rows": resource.rows}),
        "schema": table_schema(resource.name, resource.extra, tables),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "title": f"{source.title_zh} ({source.title_en})",
        "version": source.published,
        "zj:id": source.id,
        "zj:publisher": source.publisher_en,
        "zj:sha256": source.sha256,
    }


OTHER_FILES: Mapping[str, tuple[str, Mapping[str, str]]] = MappingProxyType(
    {
        "units": (
            "A unit that quantities are stated in.",
            {
                "code": "Key of the unit; empty for a bare number.",
                "zh": "The usual spelling behind a number, Simplified.",
                "zh_hant": "The usual spelling, Traditional.",
                "en": "English name of one unit.",
                "en_plural": "English name of several units.",
                "aliases": "Other spellings, joined by `;`.",
                "prefixes": "Spellings before a number, joined by `;`.",
                "dimension": "What it measures.",
                "base": "Key of the family within which it converts.",
                "factor": "How many base units it is, exactly.",
                "origin": "What the factor rests on.",
            },
        ),
        "lexicon": (
            "A word whose numeral is no figure, for reading running text.",
            {"word": "The word.", "kind": "What its numeral is."},
        ),
        "codebook": ("Every column of every table, and every value of every closed list.", {}),
    }
)
"""Files of the bundled package that are no tables of records: what a row is, and their columns."""


def other_resource(name: str, data: bytes) -> dict[str, Any]:
    r"""Return the resource of a file that is no table of records; every column is text.

    Args:
        name: Name of the resource, one of `OTHER_FILES`.
        data: Bytes of the file.

    Example:
        >>> [field["name"] for field in other_resource("lexicon", b"word,kind\n")["schema"]["fields"]]
        ['word', 'kind']
    """
    description, about = OTHER_FILES[name]
    header = data.partition(b"\n")[0].decode().split(",")
    return {
        "name": name,
        "path": f"{name}.csv",
        "type": "table",
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "bytes": len(data),
        "schema": {
            "fields": [
                {"name": column, "type": "string", **({"description": about[column]} if column in about else {})}
                for column in header
            ]
        },
    }
