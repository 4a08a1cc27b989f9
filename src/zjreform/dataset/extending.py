"""Answers of a package that extends another dataset: found against all rows, counted among its own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import evolve

from zjreform.columns.rows import Rows
from zjreform.dataset.table import Table
from zjreform.dataset.tables import Tables

_KEYS: Mapping[str, tuple[str, Callable[[Any], str]]] = {
    "comparisons": ("pairings", lambda row: row.id),
    "derived": ("metrics", lambda row: row.of.id),
    "repeated": ("metrics", lambda row: row.metric.id),
    "wide-metric": ("metrics", lambda row: row["id"]),
    "wide-mention": ("mentions", lambda row: row["id"]),
    "wide-case": ("cases", lambda row: row["id"]),
    "wide-award": ("awards", lambda row: row["id"]),
    "reach": ("terms", lambda row: row["id"]),
}
"""By answer: the table one of whose own rows each of its rows is about, and by which id."""

_COUNTED = ("events", "awards")
"""Tables whose rows are counted by strata, adoptions and panels: there only the package's own count."""

_COUNTING = frozenset({"pool", "adoptions", "panel"})


def own_answer(own: Tables, find: Callable[..., Any], args: Sequence[Any], conditions: Mapping[str, Any]) -> Any:  # noqa: ANN401 (a table, or rows)
    """Return what a question to a package gives that extends another dataset.

    Args:
        own: The package.
        find: The question, as a function of a dataset.
        args: What is asked by place.
        conditions: What is asked by name.

    Raises:
        DatasetError: A row has the id of another one of the base.
    """
    asked = own.whole()
    if find.__name__ in _COUNTING:
        asked = evolve(asked, **{name: getattr(own, name) for name in _COUNTED})
    found = find(asked, *args, **conditions)
    if isinstance(found, Table):
        held = getattr(own, found.name)
        kept = set(held.ids)
        rows = [row for row in found if row.id in kept]
        return Table(
            held.schema,
            rows,
            held.extension.of(row.id for row in rows),
            query=found.query,
            version=own.version,
            home=own,
        )
    if isinstance(found, Rows) and found.answer.name in _KEYS:
        table, key = _KEYS[found.answer.name]
        kept = set(getattr(own, table).ids)
        return found.of((row for row in found if key(row) in kept), "")
    return found
