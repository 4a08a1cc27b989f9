"""A row that a draft offers: a known name at its places, a coined name, a pairing, a list of honours, a numeral that rules cannot read."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import define

from zjreform.drafting.coding.states import FieldState, Slot
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.records.schema import schema_of

ROW: Final = "row"
"""The decision whether there is such a row."""

TAKE: Final = "take"
"""Its value where there is."""


@define
class Offer:
    """A row that a person takes or declines; what was read is its by rule, what has to be judged stands empty.

    Attributes:
        key: Its key in the draft, which becomes the id of the record.
        table: Table of the record.
        start: Offset of the first place; ``None`` for what stands nowhere itself.
        end: Offset behind it.
        surface: The characters there.
        places: Every place: begin and end.
        slots: The decision on the row, and its fields.
        required: Fields without which there is no row.

    Example:
        >>> import zjreform as zj
        >>> draft = zj.draft("丽水推行“三色管理”。", source={"id": "a"})
        >>> for offer in draft.offers.values():
        ...     print(offer.key, offer.table, offer.surface, offer.required)
        a-mention-0 mentions 丽水 ('row',)
        a-term-5 terms 三色管理 ('row', 'name_hant', 'name_en', 'kind')
    """

    key: str
    table: str
    start: int | None
    end: int | None
    surface: str
    places: tuple[tuple[int, int], ...]
    slots: dict[str, Slot]
    required: tuple[str, ...]

    @property
    def id(self) -> str:
        """Id that its record gets: the key, unless somebody entered another."""
        return self.slots["id"].value or self.key

    @property
    def taken(self) -> bool:
        """Whether somebody said that there is such a row."""
        return self.slots[ROW].decided and self.slots[ROW].value == TAKE

    @property
    def decided(self) -> bool:
        """Whether it was declined, or taken with all that it needs."""
        row = self.slots[ROW]
        return row.decided and (row.value is None or all(self.slots[name].decided for name in self.required))

    @property
    def open_fields(self) -> tuple[str, ...]:
        """What is still to be decided: the row, then what it needs."""
        if not self.slots[ROW].decided:
            return (ROW,)
        return tuple(name for name in self.required if not self.slots[name].decided) if self.taken else ()

    @property
    def asked(self) -> tuple[str, ...]:
        """Fields that a coder is asked for, in order: what it needs, and what is proposed."""
        wanted = (name for name, slot in self.slots.items() if slot.proposal is not None)
        return tuple(dict.fromkeys((*self.required, *wanted)))

    def values(self) -> dict[str, str | None]:
        """Return the values of its fields as a file writes them, decided or by rule."""
        return {name: slot.value for name, slot in self.slots.items() if name not in {ROW, "id"} and slot.decided}

    def flat(self) -> dict[str, Any]:
        """Return the offer as a mapping from column to value."""
        state = self.slots[ROW].state.value
        place = {"start": self.start, "end": self.end, "surface": self.surface}
        return {"id": self.id, "state": state, **place, **self.values()}


def offer(
    table: str,
    key: str,
    read: Mapping[str, object],
    *,
    reason: str,
    places: tuple[tuple[int, int], ...] = (),
    surface: str = "",
    proposed: Mapping[str, Proposal] | None = None,
    given_elsewhere: tuple[str, ...] = (),
) -> Offer:
    """Return a row that is offered.

    Args:
        table: Table of the record.
        key: Its key.
        read: Values that were read from the text; they hold by rule once the row is taken.
        reason: Why the row is offered.
        places: Where it stands.
        surface: The characters at the first place.
        proposed: Proposals for further fields.
        given_elsewhere: Fields that follow when the row is written.
    """
    proposals = proposed or {}
    slots = {
        ROW: Slot(Proposal(ROW, TAKE, reason, Confidence.MIDDLE), shown=True, state=FieldState.PROPOSED),
        "id": Slot(None, shown=False, state=FieldState.RULE, value=key),
    }
    required = [ROW]
    for name, needed in _fields(table):
        if name in given_elsewhere:
            continue
        if read.get(name) is not None:
            slots[name] = Slot(None, shown=False, state=FieldState.RULE, value=str(read[name]))
        elif name in proposals:
            slots[name] = Slot(proposals[name], shown=True, state=FieldState.PROPOSED)
        else:
            slots[name] = Slot()
        if needed and not slots[name].decided:
            required.append(name)
    start, end = places[0] if places else (None, None)
    return Offer(key, table, start, end, surface, places, slots, tuple(required))


def _fields(table: str) -> Iterator[tuple[str, bool]]:
    for one in schema_of(table).fields:
        if one.name != "id":
            yield one.name, not one.nullable and not one.many
