"""Places by what they are called, and what lies in them.

The names of a table of places are folded once and kept with it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from zjreform.alike import close_to
from zjreform.dataset.spelling import each, plain
from zjreform.errors import UnknownValueError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.table import Table
    from zjreform.records.places import Place

SCOPES = ("within", "self")
"""A place with all that lies in it, or the place alone."""


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
    names = places.kept("names", _named)
    wanted = plain(name)
    if wanted not in names:
        shown = {key: word for place in places for key, word in _shown(place)}
        close = dict.fromkeys(shown[key] for key in close_to(wanted, shown, 5))
        raise UnknownValueError("place", name, tuple(close)[:3])
    return list(names[wanted])


def places_meant(places: Table[Place], names: str | Collection[str], scope: str) -> set[str]:
    """Return the ids of the places meant by a query: those called so and, unless *scope* is ``"self"``, all that lies in them.

    Raises:
        UnknownValueError: No place is called so, or the scope is neither ``"within"`` nor ``"self"``.

    Example:
        >>> import zjreform as zj
        >>> sorted(places_meant(zj.load().places, "Jiaxing", "within"))[:3]
        ['haining', 'haiyan', 'jiashan']
    """
    if scope not in SCOPES:
        raise UnknownValueError("place_scope", scope, SCOPES)
    meant = {place.id for name in each(names) for place in places_called(places, name)}
    return meant if scope == "self" else within(places, meant)


def within(places: Table[Place], meant: Collection[str]) -> set[str]:
    """Return the ids of places and of all that lies in them.

    Example:
        >>> import zjreform as zj
        >>> "nanhu" in within(zj.load().places, ["jiaxing"])
        True
    """
    inner = places.kept("parts", _parts)
    found, open_ends = set(meant), list(meant)
    while open_ends:
        new = [key for key in inner.get(open_ends.pop(), ()) if key not in found]
        found.update(new)
        open_ends += new
    return found


def _named(places: Table[Place]) -> Mapping[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        for key in dict.fromkeys(key for key, _ in _shown(place)):
            found.setdefault(key, []).append(place)
    return found


def _parts(places: Table[Place]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place in places:
        if place.parent:
            found.setdefault(place.parent, []).append(place.id)
    return found


def _shown(place: Place) -> list[tuple[str, str]]:
    names = [place.id, place.name_zh, place.name_en, *place.aliases] + ([place.code] if place.code else [])
    shown = [(plain(name), name) for name in names]
    short = place.name_zh[:-1]
    if place.code and len(short) > 1:
        shown.append((plain(short), short))
    return shown
