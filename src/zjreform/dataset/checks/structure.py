"""Checks across tables: ids are unique, references resolve, and spans, tiers and parts agree with one another.

Each check reports every problem it sees; none of them repairs.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

from zjreform.alike import close_to
from zjreform.columns.schema import FieldSchema
from zjreform.errors import Problem
from zjreform.records.schema import schema_of
from zjreform.tabular.held_rows import column_of

Held = Iterable[Any]
"""The records of a table: themselves, or a table or held rows that give columns as well."""

Rows = Mapping[str, Held]
"""Records by the name of their table."""

Lines = Mapping[str, Sequence[int]]
"""For each table, the line of each record in its file."""


def check_tables(
    rows: Rows, lines: Lines, known: Mapping[str, Iterable[str]] | None = None, unsure: Collection[str] = ()
) -> list[Problem]:
    """Return every problem across the tables, in the order of the tables.

    Args:
        rows: Records by table.
        lines: Line of each record in its file.
        known: Ids of another dataset, by table, that references may name as well.
        unsure: Tables of which rows are missing, so that no reference into them is judged.

    Example:
        >>> check_tables({}, {})
        []
    """
    own = {table: set(column_of(records, "id")) for table, records in rows.items()}
    ids = own if known is None else {table: keys.union(known.get(table, ())) for table, keys in own.items()}
    problems: list[Problem] = []
    for table, records in rows.items():
        if len(own[table]) < len(lines[table]):
            problems.extend(duplicate_ids(table, records, lines[table]))
        for field in schema_of(table).fields:
            if field.column.refs:
                problems.extend(_dangling(table, field, records, lines[table], ids, unsure))
    problems.extend(_spans(rows.get("mentions", ()), lines.get("mentions", ())))
    problems.extend(_awards(rows, lines))
    return problems


def duplicate_ids(table: str, records: Held, lines: Sequence[int]) -> list[Problem]:
    """Return a problem for each record whose id another record of the table has.

    Example:
        >>> duplicate_ids("cases", [], [])
        []
    """
    ids = column_of(records, "id")
    counts = Counter(ids)
    expected, remedy = "an id that no other row has", "give it another id"
    return [
        Problem(f"{table}.csv", line, "id", key, expected, remedy)
        for key, line in zip(ids, lines, strict=True)
        if counts[key] > 1
    ]


def _dangling(
    table: str,
    field: FieldSchema,
    records: Held,
    lines: Sequence[int],
    ids: Mapping[str, set[str]],
    unsure: Collection[str],
) -> Iterator[Problem]:
    values = column_of(records, field.name)
    distinct = set(values)
    named = {reference for value in distinct for reference in value} if field.many else distinct - {None}
    unknown = _unknown(field, {each for each in named if _target(field, each) not in unsure} if unsure else named, ids)
    if not unknown:
        return
    expected = " or ".join(f"{name}.csv" for name in field.column.refs)
    for value, line in zip(values, lines, strict=True):
        for reference in value if field.many else (value,):
            if reference in unknown:
                yield Problem(
                    f"{table}.csv", line, field.name, reference, f"the id of a row of {expected}", unknown[reference]
                )


def _unknown(field: FieldSchema, named: Collection[str], ids: Mapping[str, set[str]]) -> dict[str, str]:
    """Return the references that name no row, each with its remedy."""
    if not named:
        return {}
    tables = field.column.refs
    if len(tables) == 1:
        unknown = set(named) - ids.get(tables[0], set())
    else:
        known_ids: dict[str, Collection[str]] = {table: ids.get(table, ()) for table in tables}
        unknown = {
            f"{table}{colon}{key}"
            for table, colon, key in map(str.partition, named, repeat(":"))
            if not colon or key not in known_ids.get(table, ())
        }
    if len(unknown) > _FEW or sum(len(ids.get(table, ())) for table in tables) > _MANY:
        return {reference: _remedy(reference, ()) for reference in unknown}
    known = ids.get(tables[0], set()) if len(tables) == 1 else _prefixed(tables, ids)
    return {reference: _remedy(reference, known) for reference in unknown}


def _target(field: FieldSchema, reference: str) -> str:
    """Return the table that a reference leads into."""
    tables = field.column.refs
    return tables[0] if len(tables) == 1 else reference.partition(":")[0]


def _prefixed(tables: Iterable[str], ids: Mapping[str, set[str]]) -> set[str]:
    return {f"{table}:{key}" for table in tables for key in ids.get(table, ())}


def _remedy(reference: str, known: Collection[str]) -> str:
    close = close_to(reference, known, 2)
    return f"did you mean {' or '.join(map(repr, close))}?" if close else "add the row, or correct the id"


_FEW, _MANY = 20, 10_000
"""Unknown references, and known ids, up to which close spellings are looked for."""


def _spans(mentions: Held, lines: Iterable[int]) -> Iterator[Problem]:
    columns = (column_of(mentions, name) for name in ("start", "end", "surface"))
    for start, end, surface, line in zip(*columns, lines, strict=True):
        length = end - start
        if length < 1 or (surface is not None and len(surface) != length):
            span = f"{start}-{end} {surface!r}"
            yield Problem("mentions.csv", line, "surface", span, "a surface as long as its span", _RESPAN)


_RESPAN = "count start and end in code points of the source, or correct the surface"
_OF_ROUND = "correct the tier or the round"
_ONE = "leave one of the two empty"


def _awards(rows: Rows, lines: Lines) -> Iterator[Problem]:
    round_of = dict(zip(*(column_of(rows.get("tiers", ()), name) for name in ("id", "round")), strict=True))
    columns = (column_of(rows.get("awards", ()), name) for name in ("tier", "round", "case", "organisation"))
    for tier, round_, case, organisation, line in zip(*columns, lines.get("awards", ()), strict=True):
        if round_of.get(tier, round_) != round_:
            yield Problem("awards.csv", line, "tier", tier, f"a tier of the round {round_}", _OF_ROUND)
        if (case is None) == (organisation is None):
            shown = f"case {case}, organisation {organisation}"
            yield Problem("awards.csv", line, "case", shown, "either a case or an organisation", _ONE)
