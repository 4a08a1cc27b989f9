"""References that lead back to where they start: a record that names itself, and chains that never end."""

from collections.abc import Iterator

from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem

_CHAINS = (
    ("metrics", "part_of"),
    ("places", "parent"),
    ("places", "successor"),
    ("organisations", "predecessor"),
    ("indicators", "variant_of"),
)
"""Fields that lead from a record to another of its table, and on from there."""

_PAIRS = (("case_relations", "case", "other"), ("term_parts", "term", "part"))
"""Fields of one row that must name two records."""

_OTHERS = (("metrics", "inconsistent_with"), ("terms", "related"))
"""Lists of other records of the same table."""


def themselves(view: View) -> Iterator[Problem]:
    """Yield records that name themselves, or name one record where two are meant."""
    for table, field in (*_CHAINS, *_OTHERS):
        if not any(view.column(table, field)):
            continue
        for own, value, line in view.rows(table, "id", field):
            if own in (value if isinstance(value, tuple) else (value,)):
                yield problem(table, line, field, own, "another record", "correct the reference, or leave it empty")
    for table, one, other in _PAIRS:
        for first, second, line in view.rows(table, one, other):
            if first == second:
                yield problem(table, line, other, second, f"another record than in {one}", "correct one of them")


def cycles(view: View) -> Iterator[Problem]:
    """Yield chains of references that come back to their start; each is told once."""
    for table, field in _CHAINS:
        if not any(view.column(table, field)):
            continue
        safe: set[str] = set()
        for own, line in view.rows(table, "id"):
            path = _followed(view, table, field, own, safe)
            if len(path) > 1 and path[-1] in path[:-1]:
                shown = " → ".join(path[path.index(path[-1]) :])
                yield problem(table, line, field, shown, "a chain that ends", "correct one of the references")
            safe.update(path)


def _followed(view: View, table: str, field: str, own: str, safe: set[str]) -> list[str]:
    """Return the ids from a record on, up to the end of the chain, what is known to end, or the first that comes again."""
    path = [own]
    if own in safe or (key := view.value(table, own, field)) == own:
        return path
    while key is not None and key not in safe:
        path.append(key)
        if key in path[:-1]:
            break
        key = view.value(table, key, field)
    return path
