"""Questions to the spread of policies: who took up what, place by period, how far a term reaches."""

from __future__ import annotations

from typing import Any

from zjreform.columns.rows import Rows
from zjreform.dataset.matching import OneOrMany, id_is
from zjreform.dataset.place_names import places_meant
from zjreform.dataset.tables import Tables
from zjreform.options import PlaceScope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.adoptions import Adoption


class DiffusionQueries(Tables):
    """Adoptions and what follows from them."""

    __slots__ = ()

    def adoptions(
        self,
        *,
        policy: OneOrMany | None = None,
        place: OneOrMany | None = None,
        place_scope: PlaceScope = "within",
        dated: bool | None = None,
    ) -> Rows[Adoption]:
        """Return one row for each unit and policy taken up, with the place and the days between which it must have been.

        Dates are interval-censored: ``earliest`` and ``latest`` bound each adoption, ``date`` stands where a document gives one. Few do:
        of the bundled adoptions 8 are dated, at most one of each policy, so that no hazard can be fitted on them; packages of your
        own can have more.

        Args:
            policy: Id of the term that was taken up.
            place: Name, code or id of the place that adopts, or of the place of the body.
            place_scope: ``"within"`` or ``"self"``.
            dated: Only those with a date, or only those without; ``None`` for all.

        Raises:
            UnknownIdError: No such term.
            UnknownValueError: No place is called so.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> len(ds.adoptions()), len(ds.adoptions(dated=True)), len(ds.adoptions(policy="standard-land"))
            (70, 8, 3)
        """
        from zjreform.dataset.adoptions import adoptions_of  # noqa: PLC0415 (kept out of the load path)

        asked = id_is("term", self.terms, policy)
        places = None if place is None else places_meant(self.places, place, place_scope)
        return adoptions_of(self, asked or _any, places, dated=dated)


def _any(_: Any) -> bool:  # noqa: ANN401 (an event)
    return True
