"""What people have decided about the proposals for a document."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any, Self

from attrs import define, evolve

from zjreform.alike import close_to
from zjreform.arguments import ArgumentError
from zjreform.columns.column import SLUG
from zjreform.columns.rows import Rows
from zjreform.drafting.coding.entries import Before, Entries
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.numerals import DraftNumeral
from zjreform.drafting.coding.offers import TAKE, Offer
from zjreform.drafting.coding.states import FIELDS, KIND, REQUIRED, FieldState, Slot, field_schema, rules_version
from zjreform.drafting.coding.values import checked_field, checked_kind, checked_value, record_from
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.errors import UnknownValueError, ZjError
from zjreform.records.index import TABLES


@define(eq=False, repr=False)
class Decisions(Entries):
    """The fields of a document's figures and what has been decided; `Draft` adds files to it.

    Example:
        >>> import zjreform as zj
        >>> draft = zj.draft("企业开办时间由5个工作日压缩至2个工作日以内。", source={"id": "a"})
        >>> draft
        <Draft a: 2 figures, 2 of 16 needed fields decided>
        >>> slot = draft.figures["a-7"].slots["position"]
        >>> slot.value, slot.proposal.value, slot.proposal.reason
        (None, 'before', '压缩')
    """

    def __repr__(self) -> str:
        needed = [one.slots[name] for one in self.figures.values() for name in REQUIRED]
        done = sum(slot.decided for slot in needed)
        return f"<Draft {self.source.values['id']}: {len(self.figures)} figures, {done} of {len(needed)} needed fields decided>"

    @property
    def metrics(self) -> Rows[DraftFigure]:
        """The figures, with their decided values."""
        return Rows(self.figures.values())

    @property
    def open(self) -> Rows[dict[str, Any]]:
        """What nobody has decided yet: needed fields, fields for which a value is proposed, and rows that are offered."""
        missing = ({"figure": "", "field": f"sources.{name}", "state": "open"} for name in self.source.missing)
        unread = (
            {"figure": one.key, "field": KIND, "state": one.slots[KIND].state.value}
            for one in self.numerals.values()
            if one.kind is None
        )
        return Rows([*missing, *self._open_fields(), *unread, *self._open_offers()])

    def _open_fields(self) -> Iterator[dict[str, Any]]:
        for figure in self.figures.values():
            for name, slot in figure.slots.items():
                proposed = slot.proposal is not None and slot.shown and slot.proposal.value is not None
                composition = figure.slots["composition"]
                if name == "part_of" and composition.decided and composition.value is None:
                    continue  # what is no part has no whole
                if not slot.decided and (name in REQUIRED or proposed or slot.state is FieldState.UNSURE):
                    yield {"figure": figure.key, "field": name, "state": slot.state.value}

    def _open_offers(self) -> Iterator[dict[str, Any]]:
        for one in self.offers.values():
            for name in one.open_fields:
                yield {"figure": one.key, "field": name, "state": one.slots[name].state.value}

    def progress(self) -> Rows[dict[str, Any]]:
        """Return for each field how many figures stand in each state.

        Example:
            >>> import zjreform as zj
            >>> row = next(row for row in zj.draft("用时5天。").progress() if row["field"] == "position")
            >>> row["proposed"], row["confirmed"]
            (1, 0)
        """
        rows = []
        for name in FIELDS:
            states = [one.slots[name].state for one in self.figures.values()]
            rows.append({"field": name, **{state.value: states.count(state) for state in FieldState}})
        return Rows(rows)

    def coder(self, key: str, kind: str = "person") -> None:
        """Say who a coder is.

        Args:
            key: Key of the coder, as it stands in ``codings``.
            kind: ``person`` or ``program``.

        Raises:
            UnknownValueError: The kind is neither, or the key is none: small letters, digits and hyphens.
        """
        if kind not in {"person", "program"}:
            raise UnknownValueError("kind of coder", kind, ["person", "program"])
        self.coders[_named(key)] = kind

    def confirm(self, key: str, *, coder: str, reason: str | None = None, **values: object) -> None:
        """Decide fields of one figure or of one offered row: what is entered is compared with what was proposed.

        An offered row is taken with ``row="take"`` and declined with ``row=None``; its further fields are those of its table. A figure
        that is none is given another kind, and a numeral that is one the kind ``quantity``, with the *quantity* where its characters
        alone cannot be read; both need a reason.

        Args:
            key: Key of the figure, the numeral or the row.
            coder: Who decides.
            reason: Why.
            values: The value of each field as a file writes it; ``None`` where the coder looked and it stays empty.

        Raises:
            UnknownIdError: There is no such figure or row, or a value names a record that is not known.
            UnknownValueError: There is no such field, or its list has no such value.
            ValueError: Another kind is given than the rule's, and no reason; or a figure that is to be none stands in a pairing.
            ParseError: A numeral that is to be a figure cannot be read as one, and no *quantity* is given.

        Example:
            >>> import zjreform as zj
            >>> draft = zj.draft("用时5天。", source={"id": "a"})
            >>> draft.confirm("a-2", coder="me", position="level", aggregate="mean", per=None)
            >>> [draft.figures["a-2"].slots[name].state.value for name in ("position", "aggregate", "per")]
            ['confirmed', 'changed', 'empty']
            >>> draft.confirm("a-2", coder="me", kind="name", reason="the name of a service")
            >>> list(draft.figures), draft.numerals["a-2"].kind
            ([], 'name')
        """
        held = self.entry(key)
        table = _table(held)
        self.coded_by(_named(coder))
        before, depth = self._accounted(), len(self._past)
        if table in {None, "non_figures"} and KIND in values:
            kind = checked_kind(KIND, values[KIND])
            self._change_kind(self.entry(key), str(kind), values.pop("quantity", None), reason)
            held = self.entry(key)
            table = _table(held)
            values = {KIND: kind, **{name: value for name, value in values.items() if name != KIND}}
        crossed = len(self._past) > depth
        try:
            ready = {name: self.checked(key, name, value) for name, value in values.items()}
        except (ZjError, ValueError):
            self.figures, self.numerals, self.offers = before
            del self._past[depth:]
            raise
        for name, given in ready.items():
            slot = held.slots[name]
            self._past.append(Before(key, name, evolve(slot), crossed and name == KIND))
            if name == KIND and slot.state is FieldState.RULE and given != slot.value:
                slot.proposal, slot.shown = Proposal(KIND, slot.value, "by rule", Confidence.HIGH), True
            slot.state = _state(slot, given)
            slot.value, slot.coder, slot.rules = (
                given,
                coder,
                rules_version(name, table or ("non_figures" if name == KIND else None)),
            )
            slot.date, slot.reason = datetime.now(UTC).date().isoformat(), reason

    def checked(self, key: str, name: str, value: object) -> str | None:
        """Return what a field of a figure or of an offered row would hold, as a file writes it.

        Raises:
            UnknownIdError: There is no such figure or row, or the value names a record that is not known.
            UnknownValueError: There is no such field, or its list has no such value.
        """
        held = self.entry(key)
        if isinstance(held, Offer):
            return checked_field(held, name, value, self)
        if isinstance(held, DraftNumeral) or name == KIND:
            return checked_kind(name, value)
        return checked_value(name, value, self)

    def unsure(self, key: str, field: str, *, coder: str) -> None:
        """Say that a coder looked at a field and could not decide.

        Raises:
            UnknownIdError: There is no such figure or row.
            UnknownValueError: There is no such field.
        """
        held = self.entry(key)
        slot = held.slots.get(field)
        if slot is None:
            raise UnknownValueError("field", field, close_to(field, held.slots))
        self._past.append(Before(key, field, evolve(slot)))
        self.coded_by(_named(coder))
        slot.value, slot.state, slot.coder = None, FieldState.UNSURE, coder
        slot.rules = rules_version(field, _table(held) or ("non_figures" if field == KIND else None))
        slot.date = datetime.now(UTC).date().isoformat()

    def add(self, table: str, **values: object) -> str:
        """Add a record that the fields may name: an indicator, a place, a term; return its id.

        Args:
            table: Name of the table.
            values: Its fields; closed values as a file writes them.

        Raises:
            UnknownValueError: There is no such table, field or value.
            DatasetError: A field is missing or of another form.

        Example:
            >>> import zjreform as zj
            >>> draft = zj.draft("云溪市用时5天。")
            >>> draft.add("places", id="yunxi", name_zh="云溪市", name_en="Yunxi", kind="region")
            'yunxi'
        """
        if table not in TABLES:
            raise UnknownValueError("table", table, close_to(table, TABLES))
        record = record_from(table, values)
        self.own.setdefault(table, {})[record.id] = record
        return str(record.id)

    def pair(
        self, before: str | None, after: str | None, *, coder: str, reported: str | None = None, **values: object
    ) -> str:
        """Confirm a pairing of figures; return its id.

        Args:
            before: Key of the figure before.
            after: Key of the figure after.
            coder: Who decides.
            reported: Key of the figure that states the change.
            values: ``comparator``, ``like_with_like`` and, where they are not alike, the reasons.

        Raises:
            UnknownIdError: There is no such figure.
        """
        self.coded_by(_named(coder))
        for key in (before, after, reported):
            if key is not None:
                self._figure(key)
        name = f"{before or after or reported}-pair"
        if name in self.offers:
            sides = {"before": before, "after": after, "reported": reported}
            record_from("pairings", {"id": name, **sides, **values})
            self.confirm(name, coder=coder, reason=None, **{**sides, **values, "row": TAKE})
            return name
        self.pairs[name] = {
            "id": name,
            "before": before,
            "after": after,
            "reported": reported,
            **values,
            "coder": coder,
        }
        record_from("pairings", {field: value for field, value in self.pairs[name].items() if field != "coder"})
        return name

    def knows(self, reference: str) -> bool:
        """Return whether a record of the known tables or one added here has an id, given with the prefix of its table."""
        table, _, key = reference.partition(":")
        return (
            key in self.own.get(table, ())
            or any(one.taken and one.table == table and key in {one.key, one.id} for one in self.offers.values())
            or (table in TABLES and key in getattr(self.known, table))
            or (table == "sources" and key == self.source.values["id"])
        )

    def copy(self) -> Self:
        """Return an independent copy."""
        return evolve(
            self,
            figures=deepcopy(self.figures),
            offers=deepcopy(self.offers),
            numerals=deepcopy(self.numerals),
            own=deepcopy(self.own),
            coders=dict(self.coders),
            pairs=deepcopy(self.pairs),
            past=list(self._past),
        )

    def outdated(self, codings: Mapping[str, str] | None = None) -> Rows[dict[str, Any]]:
        """Return what was decided under a definition that has changed since."""
        kind = {KIND: rules_version(KIND, "non_figures")}
        current = {name: rules_version(name) for name in FIELDS} | kind if codings is None else {**kind, **codings}
        return Rows(
            {"figure": one.key, "field": name, "value": slot.value, "rules": slot.rules, "now": current[name]}
            for one in self.figures.values()
            for name, slot in one.slots.items()
            if slot.rules is not None and slot.rules != current[name]
        )

    def coded_by(self, key: str) -> None:
        """Take a coder of whom nothing was said for a person.

        Args:
            key: Key of the coder.

        Raises:
            UnknownValueError: It is no key that ``codings`` can hold.
        """
        if key not in self.coders:
            if not re.fullmatch(SLUG, key):
                raise UnknownValueError("coder", key, ("a key of small letters, digits and hyphens",))
            self.coders[key] = "person"


def _table(held: DraftFigure | DraftNumeral | Offer) -> str | None:
    """Return the table whose columns the fields of an entry are; ``None`` for a figure, whose fields are of two."""
    if isinstance(held, DraftFigure):
        return None
    return held.table if isinstance(held, Offer) else "non_figures"


def _state(slot: Slot, value: str | None) -> FieldState:
    """Return what a decision makes of a field."""
    if slot.state is FieldState.RULE:
        if value == slot.value:
            return FieldState.RULE
        return FieldState.EMPTY if value is None else FieldState.CHANGED
    if slot.proposal is None or not slot.shown:
        return FieldState.EMPTY if value is None else FieldState.ENTERED
    if value == slot.proposal.value:
        return FieldState.EMPTY if value is None else FieldState.CONFIRMED
    return FieldState.CHANGED if value is not None else FieldState.EMPTY


def choices(field: str) -> tuple[str, ...]:
    """Return the values of a closed list, none for a field without one.

    Example:
        >>> choices("accrual")
        ('instant', 'period', 'cumulative')
    """
    return tuple(code.value for code in field_schema(field).codes)


def _named(coder: object) -> str:
    if not isinstance(coder, str) or not coder or not coder.isprintable():
        raise ArgumentError("coder", coder, "a printable text")
    return coder
