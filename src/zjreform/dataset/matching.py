"""Conditions of a query: values checked against what exists, texts compared in any script.

A condition is a predicate over records. A value that no record has is an error with close matches, since a misspelt word would
else give an empty answer that looks like a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

from zjreform.code import Code
from zjreform.errors import UnknownValueError, close_to
from zjreform.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.table import Table
    from zjreform.records.places import Place

T = TypeVar("T")

Condition = Callable[[Any], bool]
OneOrMany = str | Collection[str]
"""One value, or several of which any may hold. Members of closed lists are strings and fit."""


def plain(text: str) -> str:
    """Return a text as queries compare it: folded to plain Simplified, lower case, without spaces, hyphens and quotation marks.

    The enumeration comma is left out as well, since names are printed with and without it.

    Example:
        >>> plain("麗水 市"), plain("Nan-hu"), plain("“双随机、一公开”")
        ('丽水市', 'nanhu', '双随机一公开')
    """
    return fold(text).casefold().translate(_LEFT_OUT)


_LEFT_OUT = str.maketrans("", "", " -'\"‘’“”「」『』《》、·")


def each(values: object) -> tuple[str, ...]:
    """Return one value or several as a tuple.

    Raises:
        TypeError: A value is no text.

    Example:
        >>> each("Lishui"), each(["Lishui", "Jinhua"])
        (('Lishui',), ('Lishui', 'Jinhua'))
    """
    several = tuple(values) if isinstance(values, Iterable) and not isinstance(values, str) else (values,)
    for value in several:
        if not isinstance(value, str):
            raise TypeError(f"expected a text, or several, got {value!r}")
    return several


def select(table: Table[T], *conditions: Condition | None) -> Table[T]:
    """Return the records that meet all conditions; ``None`` stands for no condition."""
    active = [condition for condition in conditions if condition is not None]
    return table.where(lambda row: all(condition(row) for condition in active))


def code_is(field: str, kind: type[Code], values: OneOrMany | None) -> Condition | None:
    """Return the condition that a coded field, or one item of a coded list, has one of the values.

    Raises:
        UnknownValueError: A value is not in the closed list.

    Example:
        >>> from zjreform.records.roster_codes import Level
        >>> code_is("level", Level, "conty")
        Traceback (most recent call last):
        zjreform.errors.UnknownValueError: no level is called 'conty'; did you mean 'county'?
    """
    if values is None:
        return None
    return among(field, known_among(field, [str(code.value) for code in kind], values))


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
            spelt = sorted(text for text in known if text)
            raise UnknownValueError(field, value, close_to(str(value), spelt))
    return set(each(values))


def reference_is(field: str, tables: Collection[Table[Any]], values: OneOrMany | None) -> Condition | None:
    """Return the condition that a reference to one of several tables names one of the records.

    A value may carry its table (``cases:nanhu-company-setup``) or be the bare id.

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
    if not found:
        known = [key for table in tables for key in table.ids]
        raise UnknownValueError(field, value, close_to(bare or value, known))
    return found


def among(field: str, values: Iterable[Any]) -> Condition:
    """Return the condition that a field, or one item of a list, is among the values."""
    wanted = {values} if isinstance(values, str) else set(values)

    def holds(row: object) -> bool:
        value = getattr(row, field)
        return not wanted.isdisjoint(value) if isinstance(value, tuple) else value in wanted

    return holds


def text_in(text: str | None, *fields: str) -> Condition | None:
    """Return the condition that a text stands in one of the fields, in either script and any case.

    Example:
        >>> import zjreform as zj
        >>> text_in("電子健康卡", "title_zh")(zj.load().cases["health-social-card"])
        True
    """
    if text is None:
        return None
    needle = plain(text)

    def holds(row: object) -> bool:
        values = (getattr(row, field) for field in fields)
        parts = (part for value in values if value for part in (value if isinstance(value, tuple) else (value,)))
        return any(needle in plain(part) for part in parts)

    return holds


def places_called(places: Table[Place], name: str) -> list[Place]:
    """Return the places with an id, code, name or alias, in any script; a name may miss its 市, 区, 县, 镇.

    Raises:
        UnknownValueError: No place is called so.

    Example:
        >>> import zjreform as zj
        >>> places = zj.load().places
        >>> {places_called(places, name)[0].id for name in ("丽水", "丽水市", "麗水市", "Lishui", "lishui", "331100")}
        {'lishui'}
    """
    wanted = plain(name)
    found = [place for place in places if wanted in _names(place)]
    if not found:
        known = {known: shown for place in places for known, shown in _shown(place)}
        close = dict.fromkeys(known[key] for key in close_to(wanted, known, 5))
        raise UnknownValueError("place", name, tuple(close)[:3])
    return found


def places_meant(places: Table[Place], names: OneOrMany, scope: str) -> set[str]:
    """Return the ids of the places meant by a query: those called so and, unless *scope* is ``"self"``, all that lies in them.

    Raises:
        UnknownValueError: No place is called so, or the scope is neither ``"within"`` nor ``"self"``.
    """
    if scope not in {"within", "self"}:
        raise UnknownValueError("place_scope", scope, ("within", "self"))
    meant = {place.id for name in each(names) for place in places_called(places, name)}
    if scope == "self":
        return meant
    while inner := {place.id for place in places if place.parent in meant} - meant:
        meant |= inner
    return meant


def _names(place: Place) -> set[str]:
    return {key for key, _ in _shown(place)}


def _shown(place: Place) -> list[tuple[str, str]]:
    names = [place.id, place.name_zh, place.name_en, *place.aliases] + ([place.code] if place.code else [])
    shown = [(plain(name), name) for name in names]
    short = place.name_zh[:-1]
    if place.code and len(short) > 1:
        shown.append((plain(short), short))
    return shown
