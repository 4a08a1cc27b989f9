"""Conditions of a query: values checked against what exists, texts compared in any script.

A condition is a predicate over records. A value that no record has is an error with close matches, since a misspelt word would
else give an empty answer that looks like a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from operator import attrgetter
from typing import Any, TypeVar

from zjreform.alike import close_to
from zjreform.code import Code
from zjreform.dataset.closed_lists import codes_meant, unknown
from zjreform.dataset.spelling import each, plain
from zjreform.errors import UnknownValueError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.table import Table

T = TypeVar("T")

Condition = Callable[[Any], bool]
OneOrMany = str | Collection[str]
"""One value, or several of which any may hold. Members of closed lists are strings and fit."""


def select(table: Table[T], *conditions: Condition | None) -> Table[T]:
    """Return the records that meet all conditions; ``None`` stands for no condition."""
    active = [condition for condition in conditions if condition is not None]
    return table.where(*active) if active else table


def code_is(field: str, kind: type[Code], values: OneOrMany | None) -> Condition | None:
    """Return the condition that a coded field, or one item of a coded list, has one of the values, given by code or label.

    Raises:
        UnknownValueError: A value is not in the closed list.

    Example:
        >>> from zjreform.records.roster_codes import Level
        >>> code_is("level", Level, "conty")
        Traceback (most recent call last):
        zjreform.errors.UnknownValueError: no level is called 'conty'; did you mean 'county'? There are 'central', ...
    """
    return None if values is None else among(field, codes_meant(field, kind, values))


def id_is(field: str, table: Table[Any], values: OneOrMany | None) -> Condition | None:
    """Return the condition that a field, or one item of a list, holds one of the ids.

    Raises:
        UnknownIdError: The table has no such id.
    """
    if values is None:
        return None
    for value in each(values):
        table[value]
    return among(field, values)


def known_value(field: str, table: Table[Any], values: OneOrMany | None) -> Condition | None:
    """Return the condition that a free field holds one of the values, each of which some record must have.

    Raises:
        UnknownValueError: No record of the table has the value.
    """
    if values is None:
        return None
    return among(field, known_among(field, {getattr(row, field) for row in table}, values))


def known_among(field: str, known: Collection[str | None], values: OneOrMany) -> set[str]:
    """Return the values as a set, each of which must be known.

    Raises:
        UnknownValueError: A value is not known.

    Example:
        >>> known_among("unit", {"day", "件"}, "day")
        {'day'}
    """
    for value in each(values):
        if value not in known:
            raise unknown(field, value, sorted(text for text in known if text))
    return set(each(values))


def reference_is(field: str, tables: Collection[Table[Any]], values: OneOrMany | None) -> Condition | None:
    """Return the condition that a reference to one of several tables names one of the records.

    A value may carry its table (``cases:nanhu-company-setup``), be the bare id, or a name of the record in any script.

    Raises:
        UnknownValueError: None of the tables has such a record.
    """
    if values is None:
        return None
    wanted = {full for value in each(values) for full in _references(field, tables, value)}
    return among(field, wanted)


def _references(field: str, tables: Collection[Table[Any]], value: str) -> list[str]:
    prefix, colon, bare = value.partition(":")
    found = [
        f"{t.name}:{key}" for t in tables for key in [bare if colon and prefix == t.name else value] if key in t.ids
    ]
    found = found or [f"{t.name}:{key}" for t in tables for key in t.kept("called", _called).get(plain(value), ())]
    if not found:
        known = [key for table in tables for key in table.ids]
        raise UnknownValueError(field, value, close_to(bare or value, known))
    return found


def _called(table: Table[Any]) -> dict[str, list[str]]:
    """By each name of a record, as `plain` gives it: ids."""
    found: dict[str, list[str]] = {}
    for row in table:
        names = (getattr(row, field, None) for field in ("name_zh", "name_hant", "name_en", "title_zh", "title_en"))
        for name in dict.fromkeys(plain(name) for name in (*names, *getattr(row, "aliases", ())) if name):
            found.setdefault(name, []).append(row.id)
    return found


def among(field: str, values: Iterable[Any]) -> Condition:
    """Return the condition that a field, or one item of a list, is among the values."""
    wanted = {values} if isinstance(values, str) else set(values)

    def holds(row: object) -> bool:
        value = getattr(row, field)
        return not wanted.isdisjoint(value) if isinstance(value, tuple) else value in wanted

    return holds


def text_in(table: Table[Any], text: str | None, *fields: str) -> Condition | None:
    """Return the condition that a text stands in one of the fields of a row of a table, in either script and any case.

    Example:
        >>> import zjreform as zj
        >>> cases = zj.load().cases
        >>> text_in(cases, "電子健康卡", "title_zh")(cases["health-social-card"])
        True
    """
    if text is None:
        return None
    needle, values = plain(text), attrgetter(fields[0], *fields)

    def texts(rows: Table[Any]) -> list[tuple[str, str]]:
        return [(row.id, _plain_text(values(row))) for row in rows]

    held = table.kept(f"plain text of {' '.join(fields)}", texts)
    found = {key for key, whole in held if needle in whole}
    return lambda row: row.id in found


def _plain_text(values: tuple[Any, ...]) -> str:
    """Return the texts of a row as queries compare them; no text runs into the next."""
    parts = (part for value in values if value for part in (value if isinstance(value, tuple) else (value,)))
    return "\n".join(map(plain, parts))
