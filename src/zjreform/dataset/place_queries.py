"""Questions to places and organisations."""

from __future__ import annotations

from zjreform.dataset.located import ancestors_of, prefecture_of
from zjreform.dataset.matching import Condition, OneOrMany, among, code_is, select, text_in
from zjreform.dataset.place_names import places_meant
from zjreform.dataset.tables import Tables
from zjreform.options import PlaceScope
from zjreform.records.roster_codes import Level, OrganisationKind, PlaceKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.table import Table
    from zjreform.records.places import Organisation, Place


class PlaceQueries(Tables):
    """Finders over places and organisations."""

    __slots__ = ()

    def find_places(
        self,
        *,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        kind: OneOrMany | None = None,
        level: OneOrMany | None = None,
        text: str | None = None,
    ) -> Table[Place]:
        """Return the places that meet all conditions.

        Args:
            place: Name, code or id; what lies in it is included.
            place_scope: ``"within"`` or ``"self"``.
            kind: What sort of place.
            level: Level of government.
            text: Part of a name or alias.

        Raises:
            UnknownValueError: No place, kind or level is called so.

        Example:
            >>> import zjreform as zj
            >>> [place.id for place in zj.load().find_places(place="331100", place_scope="self")]
            ['lishui']
        """
        return select(
            self.places,
            self._in_place("id", place, place_scope),
            code_is("kind", PlaceKind, kind),
            code_is("level", Level, level),
            text_in(self.places, text, "name_zh", "name_en", "aliases"),
        )

    def prefecture(self, place: str) -> Place | None:
        """Return the prefecture-level city that a place is or lies in; ``None`` where there is none.

        Raises:
            UnknownIdError: No such place.

        Example:
            >>> import zjreform as zj
            >>> zj.load().prefecture("nanhu").name_en
            'Jiaxing'
        """
        found = prefecture_of(self, self.places[place].id)
        return None if found is None else self.places[found]

    def ancestors(self, place: str) -> Table[Place]:
        """Return the places that a place lies in, the nearest first.

        Raises:
            UnknownIdError: No such place.

        Example:
            >>> import zjreform as zj
            >>> zj.load().ancestors("nanhu").ids
            ('jiaxing', 'zhejiang')
        """
        above = ancestors_of(self, self.places[place].id)
        return self.places.where(lambda row: row.id in above).sort(lambda row: above.index(row.id))

    def children(self, place: str) -> Table[Place]:
        """Return the places that lie in a place and in no place between, in file order.

        Raises:
            UnknownIdError: No such place.

        Example:
            >>> import zjreform as zj
            >>> zj.load().children("huzhou").ids
            ('wuxing', 'nanxun', 'deqing', 'changxing', 'anji')
        """
        parent = self.places[place].id
        return self.places.where(lambda row: row.parent == parent)

    def find_organisations(
        self,
        *,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        kind: OneOrMany | None = None,
        level: OneOrMany | None = None,
        text: str | None = None,
    ) -> Table[Organisation]:
        """Return the organisations that meet all conditions; *text* is part of a name or alias.

        Raises:
            UnknownValueError: No place, kind or level is called so.

        Example:
            >>> import zjreform as zj
            >>> len(zj.load().find_organisations(kind="mass"))
            2
        """
        return select(
            self.organisations,
            self._in_place("place", place, place_scope),
            code_is("kind", OrganisationKind, kind),
            code_is("level", Level, level),
            text_in(self.organisations, text, "name_zh", "name_en", "aliases"),
        )

    def _in_place(self, field: str, place: OneOrMany | None, scope: str) -> Condition | None:
        return None if place is None else among(field, places_meant(self.places, place, scope))
