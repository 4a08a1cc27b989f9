"""The schemas of the dataset's tables, by name. Work happens at first use of a table's schema and is kept."""

from functools import cache
from importlib import import_module

from zjreform.columns.schema import TableSchema, schema_for
from zjreform.records.index import TABLES


@cache
def schema_of(table: str) -> TableSchema:
    """Return the schema of a table.

    Raises:
        KeyError: There is no such table.

    Example:
        >>> [field.name for field in schema_of("tiers").fields if field.many]
        ['factors_zh', 'factors_en']
    """
    module, _, name = TABLES[table].rpartition(".")
    return schema_for(table, getattr(import_module(f"zjreform.records.{module}"), name))
