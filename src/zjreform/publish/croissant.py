"""Croissant 1.1 (MLCommons): the tables as record sets, for loaders of machine learning.

References between record sets are left out: the loader takes each for an instruction to join, which loses rows and repeats others.
The keys stand in ``datapackage.json``.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any

from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema
from zjreform.publish import licence
from zjreform.publish.responsible import RESPONSIBLE
from zjreform.quantity.columns import STORED
from zjreform.quantity.quantities import Quantity
from zjreform.records.index import ABOUT, TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.cells import SEPARATOR

CONFORMS_TO = "http://mlcommons.org/croissant/1.1"
_TYPES = {str: "sc:Text", Edtf: "sc:Text", int: "sc:Integer", Decimal: "sc:Float", bool: "sc:Boolean"}
_TERMS = (
    "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field", "fileProperty", "fileObject",
    "fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet",
    "references", "regex", "repeated", "replace", "samplingRate", "separator", "source", "subField", "transform",
)  # fmt: skip
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "description": {"@container": "@language"},
    "name": {"@container": "@language"},
    **{term: f"cr:{term}" for term in _TERMS},
}


def croissant(version: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the Croissant description.

    Args:
        version: Version of the data.
        files: Bytes of each CSV file by its name.

    Example:
        >>> found = croissant("2026.11.0", {f"{name}.csv": b"" for name in TABLES})
        >>> found["recordSet"][0]["key"]
        {'@id': 'sources/id'}
    """
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": "zjreform",
        "description": licence.DESCRIPTION,
        "conformsTo": CONFORMS_TO,
        "version": version,
        "datePublished": f"{licence.month_of(version)}-01",
        "license": licence.LICENCE_PATH,
        "inLanguage": ["zh-Hans", "zh-Hant", "en"],
        "keywords": list(licence.KEYWORDS),
        **RESPONSIBLE,
        "creator": {"@type": "sc:Organization", "name": licence.MAKERS},
        "citeAs": f"{licence.MAKERS} ({licence.year_of(version)}). {licence.TITLE_EN}. Version {version}.",
        "distribution": [_file(name, files[f"{name}.csv"]) for name in TABLES],
        "recordSet": [_record_set(name) for name in TABLES],
    }


def _file(name: str, data: bytes) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{name}.csv",
        "name": f"{name}.csv",
        "contentUrl": f"{name}.csv",
        "contentSize": f"{len(data)} B",
        "encodingFormat": "text/csv",
        "sha256": sha256(data).hexdigest(),
    }


def _record_set(name: str) -> dict[str, Any]:
    schema = schema_of(name)
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": ABOUT.get(schema.name, ""),
        "key": {"@id": f"{name}/id"},
        "field": [field for column in schema.fields for field in _fields(name, column)],
    }


def _fields(table: str, field: FieldSchema) -> Iterator[dict[str, Any]]:
    if field.kind is Quantity:
        for part in STORED:
            kind = "sc:Boolean" if part.kind == "boolean" else "sc:Text"
            yield _field(table, part.name, part.column.about, kind)
        return
    kind = _TYPES.get(field.kind, "sc:Text")
    # The loader reads a whole-number column with empty cells as floats, which then fail as integers.
    found = _field(
        table, field.name, field.column.about, "sc:Float" if field.nullable and kind == "sc:Integer" else kind
    )
    if field.many:
        found.update({"isArray": True, "arrayShape": "-1"})
        found["source"]["transform"] = {"separator": SEPARATOR}
    yield found


def _field(table: str, name: str, description: str, kind: str) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{name}",
        "name": name,
        "description": description,
        "dataType": kind,
        "source": {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": name}},
    }
