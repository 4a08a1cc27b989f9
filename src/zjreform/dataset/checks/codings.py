"""Codings: of a field that the record has, with a value that the field can take."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem
from zjreform.quantity.quantities import Quantity
from zjreform.records.schema import schema_of
from zjreform.tabular.cells import cell_reader

SPAN = "span"
"""What a coder of spans marks: the place of a numeral, as source and offsets."""


def fields(view: View) -> Iterator[Problem]:
    """Yield codings of a field that no record of the table has."""
    for of, field, line in view.rows("codings", "of", "field"):
        table = of.partition(":")[0]
        if table in _CODED and field != SPAN and field not in _readers(table):
            expected = f"{SPAN}, or a column of {' or '.join(_CODED[table])}"
            yield problem("codings", line, "field", field, expected, "correct the name")


def values(view: View) -> Iterator[Problem]:
    """Yield codings whose value the field cannot take."""
    seen: dict[tuple[str, str, str], str] = {}
    for of, field, value, line in view.rows("codings", "of", "field", "value"):
        table = of.partition(":")[0]
        read = _readers(table).get(field) if table in _CODED else None
        if read is None or value is None:
            continue
        key = (table, field, value)
        if key not in seen:
            seen[key] = _expected(read, value)
        if seen[key]:
            yield problem("codings", line, "value", value, seen[key], "write it as the file of the table does")


_CODED = {"cases": ("cases",), "sources": ("sources",), "mentions": ("non_figures", "mentions", "metrics")}
"""Tables whose records are coded, with the tables whose columns a coding of theirs can name."""


@cache
def _readers(table: str) -> dict[str, Callable[[str], Any] | None]:
    found: dict[str, Callable[[str], Any] | None] = {}
    for name in _CODED.get(table, ()):
        for field in schema_of(name).fields:
            if field.kind is Quantity:
                found.update(dict.fromkeys(field.cells))
            else:
                # A reference is another coder's word for a record, and need not be one of the table.
                found[field.name] = None if field.column.refs or field.kind is str else cell_reader(field)
    return found


def _expected(read: Callable[[str], Any], value: str) -> str:
    try:
        read(value)
    except ValueError as error:
        return str(error)
    return ""
