"""What a draft is made of: figures, numerals that are none, offered rows and records, and what has been taken back of them."""

from collections.abc import Iterable
from typing import Any

from attrs import define, field, frozen

from zjreform.alike import close_to
from zjreform.dataset.tables import Tables
from zjreform.drafting.coding.candidates import Candidates
from zjreform.drafting.coding.documents import DraftSource
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.numerals import DraftNumeral, as_figure, left_over, no_figure
from zjreform.drafting.coding.offers import Offer
from zjreform.drafting.coding.states import KIND, Slot
from zjreform.errors import UnknownIdError, UnknownValueError

_Account = tuple[dict[str, DraftFigure], dict[str, DraftNumeral], dict[str, Offer]]
"""Figures, numerals and offered rows as they were."""


@frozen
class Before:
    """A field as it was."""

    key: str
    field: str
    slot: Slot
    crossed: bool = False
    """Whether a figure became a numeral that is none with this, or the other way round."""


@define(eq=False, repr=False)
class Entries:
    """The entries of a draft, each numeral of the text in one of them; `Decisions` adds what people decide.

    Attributes:
        text: The canonical text.
        source: What is known of the document.
        figures: Its figures with their fields, by key.
        candidates: Numerals that are no figures, pairings, names and award lists that were found.
        numerals: The numerals that are no figures, by rule or because somebody said so, by key.
        own: Records added by people, by table.
        known: The tables whose records the fields may name.
        coders: Who codes: ``person`` or ``program``, by key.

    Example:
        >>> import zjreform as zj
        >>> zj.draft("2018年用时5天。", source={"id": "a"}).entry("a-7").surface
        '5天'
    """

    text: str
    source: DraftSource
    figures: dict[str, DraftFigure]
    candidates: Candidates
    known: Tables
    offers: dict[str, Offer] = field(factory=dict)
    numerals: dict[str, DraftNumeral] = field(factory=dict)
    own: dict[str, dict[str, Any]] = field(factory=dict)
    coders: dict[str, str] = field(factory=lambda: {"zjreform": "program"})
    pairs: dict[str, dict[str, Any]] = field(factory=dict)
    _past: list[Before | _Account] = field(factory=list)

    def undo(self) -> bool:
        """Take back the last decision; ``False`` where there is none."""
        if not self._past:
            return False
        last = self._past.pop()
        if isinstance(last, Before):
            self.entry(last.key).slots[last.field] = last.slot
            if last.crossed:
                self.undo()
        else:
            self.figures, self.numerals, self.offers = last
        return True

    def entries(self) -> list[DraftFigure | DraftNumeral]:
        """Return the figures and the numerals that are none."""
        return [*self.figures.values(), *self.numerals.values()]

    def entry(self, key: str) -> DraftFigure | DraftNumeral | Offer:
        """Return the figure, the numeral or the offered row of a key.

        Raises:
            UnknownIdError: There is none.
        """
        return self.offers.get(key) or self.numerals.get(key) or self._figure(key)

    def _figure(self, key: str) -> DraftFigure:
        if key not in self.figures:
            raise UnknownIdError("figures of the draft", key, close_to(key, self.figures))
        return self.figures[key]

    def _change_kind(
        self, held: DraftFigure | DraftNumeral | Offer, kind: str, quantity: object, reason: str | None
    ) -> None:
        """Make a numeral of a figure that is none, or a figure of a numeral that is one; what it is called is decided afterwards."""
        slot = held.slots[KIND]
        said = slot.proposal.value if slot.proposal is not None else slot.value
        if said is not None and kind != said and not (reason or "").strip():
            raise ValueError(f"expected a reason why it is {kind} and not {said}")
        figures, numerals = list(self.figures.values()), list(self.numerals.values())
        if isinstance(held, DraftFigure) and kind != "quantity":
            self._refuse_paired(held.key)
            figures.remove(held)
            numerals.append(no_figure(held))
        elif isinstance(held, DraftNumeral) and kind == "quantity":
            given = None if quantity is None else str(quantity)
            made = as_figure(held, self.text, given, self.source.values.get("kind"))
            figures.append(made)
            numerals.remove(held)
            numerals += left_over(self.text, [(held.start, held.end)], made.start, made.end, self.source.values["id"])
        elif quantity is not None:
            raise UnknownValueError("field", "quantity", (f"kind='quantity' for {held.key}",))
        else:
            return
        self.account(figures, numerals)

    def _refuse_paired(self, key: str) -> None:
        for name, one in self.offers.items():
            if one.table == "pairings" and one.taken and key in one.values().values():
                raise ValueError(f"expected a figure in no pairing, {key!r} is in {name!r}: decline that first")
        for name, pair in self.pairs.items():
            if key in (pair["before"], pair["after"], pair["reported"]):
                raise ValueError(f"expected a figure in no pairing, {key!r} is in {name!r}")

    def account(self, figures: Iterable[DraftFigure], numerals: Iterable[DraftNumeral]) -> None:
        """Hold other figures and numerals than before, in the order of the text; pairings of what is no figure are offered no more.

        Args:
            figures: All figures.
            numerals: All numerals that are none.
        """
        self._past.append(self._accounted())
        self.figures = {one.key: one for one in sorted(figures, key=lambda one: one.start)}
        self.numerals = {one.key: one for one in sorted(numerals, key=lambda one: one.start)}
        gone = self.numerals.keys()
        self.offers = {
            key: one
            for key, one in self.offers.items()
            if one.table != "pairings" or not gone & set(one.values().values())
        }

    def _accounted(self) -> _Account:
        return self.figures, self.numerals, self.offers
