"""Metadata for Datasette: titles, labels of links, facets, and a way to the codebook.

Definitions of columns stay in the table ``codebook``: Datasette would print them all above the rows.
"""

from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.html import element, text
from zjreform.publish import licence
from zjreform.records.index import ABOUT, TABLES
from zjreform.records.schema import schema_of

_LABELS = ("title_zh", "name_zh", "surface", "as_listed", "reviewer_zh")
_MOST_FACETS = 4


def datasette_metadata(database: str, version: str) -> dict[str, Any]:
    """Return the metadata for ``datasette --metadata``.

    Args:
        database: Name of the database: its file name without the suffix.
        version: Version of the data.

    Example:
        >>> datasette_metadata("zj", "2026.11.0")["databases"]["zj"]["tables"]["cases"]["label_column"]
        'title_zh'
    """
    return {
        "title": licence.TITLE_EN,
        "description": f"{licence.DESCRIPTION} Version {version}.",
        "license": licence.LICENCE_TITLE,
        "license_url": licence.LICENCE_PATH,
        "databases": {database: {"tables": {name: _table(name) for name in TABLES}}},
    }


def _table(name: str) -> dict[str, Any]:
    schema = schema_of(name)
    names = [field.name for field in schema.fields]
    about = ABOUT.get(schema.name, "")
    label = next((label for label in _LABELS if label in names), "")
    return {
        "title": name.replace("_", " "),
        "description_html": f"{text(about)} {element('a', 'Codebook', href=f'codebook?table={name}')}",
        **({"label_column": label} if label else {}),
        "facets": [field.name for field in schema.fields if _facets(field)][:_MOST_FACETS],
    }


def _facets(field: FieldSchema) -> bool:
    return not field.many and (bool(field.codes) or (len(field.column.refs) == 1 and field.column.refs[0] in _SMALL))


_SMALL = frozenset({"sources", "rounds", "tiers"})
"""Tables with so few rows that a reference to them makes a useful facet."""
