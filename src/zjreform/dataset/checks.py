"""Checks across tables: ids are unique, references resolve, and spans, tiers and parts agree with one another.

Each check reports every problem it sees; none of them repairs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from zjreform.errors import Problem
from zjreform.records.schema import FieldSchema, schema_of

Rows = Mapping[str, Sequence[Any]]
"""Records by the name of their table."""

Lines = Mapping[str, Sequence[int]]
"""For each table, the line of each record in its file."""


def check_tables(rows: Rows, lines: Lines) -> list[Problem]:
    """Return every problem across the tables, in the order of the tables.

    Example:
        >>> check_tables({}, {})
        []
    """
    ids = {table: {record.id for record in records} for table, records in rows.items()}
    problems: list[Problem] = []
    for table, records in rows.items():
        problems.extend(_duplicates(table, records, lines[table]))
        for field in schema_of(table).fields:
            if field.column.refs:
                problems.extend(_dangling(table, field, records, lines[table], ids))
    problems.extend(_spans(rows.get("mentions", ()), lines.get("mentions", ())))
    problems.extend(_awards(rows, lines))
    return problems


def _duplicates(table: str, records: Sequence[Any], lines: Sequence[int]) -> Iterator[Problem]:
    counts = Counter(record.id for record in records)
    if len(counts) == len(records):
        return
    for record, line in zip(records, lines, strict=True):
        if counts[record.id] > 1:
            yield Problem(f"{table}.csv", line, "id", record.id, "an id that no other row has")


def _dangling(
    table: str, field: FieldSchema, records: Sequence[Any], lines: Sequence[int], ids: Mapping[str, set[str]]
) -> Iterator[Problem]:
    known = _references(field, ids)
    for record, line in zip(records, lines, strict=True):
        value = getattr(record, field.name)
        for reference in value if field.many else (value,):
            if reference is not None and reference not in known:
                expected = " or ".join(f"{name}.csv" for name in field.column.refs)
                yield Problem(f"{table}.csv", line, field.name, reference, f"the id of a row of {expected}")


def _references(field: FieldSchema, ids: Mapping[str, set[str]]) -> set[str]:
    tables = field.column.refs
    if len(tables) == 1:
        return ids.get(tables[0], set())
    return {f"{table}:{key}" for table in tables for key in ids.get(table, ())}


def _spans(mentions: Iterable[Any], lines: Iterable[int]) -> Iterator[Problem]:
    for mention, line in zip(mentions, lines, strict=True):
        length = mention.end - mention.start
        if length < 1 or (mention.surface is not None and len(mention.surface) != length):
            span = f"{mention.start}-{mention.end} {mention.surface!r}"
            yield Problem("mentions.csv", line, "surface", span, "a surface as long as its span")


def _awards(rows: Rows, lines: Lines) -> Iterator[Problem]:
    tiers = {tier.id: tier for tier in rows.get("tiers", ())}
    for award, line in zip(rows.get("awards", ()), lines.get("awards", ()), strict=True):
        tier = tiers.get(award.tier)
        if tier is not None and tier.round != award.round:
            yield Problem("awards.csv", line, "tier", award.tier, f"a tier of the round {award.round}")
        if (award.case is None) == (award.organisation is None):
            shown = f"case {award.case}, organisation {award.organisation}"
            yield Problem("awards.csv", line, "case", shown, "either a case or an organisation")
