"""A draft as plain data, and back, so that coding goes on another day, on another machine, in another program."""

import json
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve

from zjreform.dataset.entry import load
from zjreform.dataset.tables import Tables
from zjreform.drafting.coding.candidates import candidates_of
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.documents import DraftSource
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.numerals import DraftNumeral
from zjreform.drafting.coding.offers import Offer
from zjreform.drafting.coding.states import FieldState, Slot
from zjreform.drafting.coding.values import record_from
from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.names import Known
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.errors import DatasetError, Problem
from zjreform.records.schema import schema_of
from zjreform.tabular.cells import cell_text
from zjreform.tabular.damage import refusing
from zjreform.tabular.quantity_cells import quantity_cells, read_quantity
from zjreform.text.figure import Figure
from zjreform.text.kinds import Kind as NumeralKind

FORM = 3
"""Version of the form of ``draft.json``."""
_PUT_BACK = "put the text back that was drafted"


def stored(draft: Decisions) -> dict[str, Any]:
    """Return a draft as plain data.

    Example:
        >>> import zjreform as zj
        >>> stored(zj.draft("5天", source={"id": "a"}, blind=True))["figures"][0]["key"]
        'a-0'
    """
    return {
        "form": FORM,
        "source": {
            "values": {name: _plain(value) for name, value in draft.source.values.items()},
            "missing": list(draft.source.missing),
        },
        "blind": all(one.withheld for one in draft.figures.values()),
        "coders": draft.coders,
        "pairs": draft.pairs,
        "own": {table: [_record(table, record) for record in rows.values()] for table, rows in draft.own.items()},
        "figures": [_figure(one) for one in draft.figures.values()],
        "offers": [_offer(one) for one in draft.offers.values()],
        "numerals": [_numeral(one) for one in draft.numerals.values()],
        "read": [_read_numeral_of(one) for one in draft.candidates.numerals],
    }


def _offer(one: Offer) -> dict[str, Any]:
    return {
        "key": one.key,
        "table": one.table,
        "surface": one.surface,
        "places": [list(place) for place in one.places],
        "required": list(one.required),
        "fields": {name: _slot(slot) for name, slot in one.slots.items()},
    }


def _numeral(one: DraftNumeral) -> dict[str, Any]:
    place = {"key": one.key, "start": one.start, "end": one.end, "surface": one.surface}
    former = {} if one.former is None else {"former": _figure(one.former)}
    return place | {"fields": {name: _slot(slot) for name, slot in one.slots.items()}} | former


def _read_numeral_of(one: Figure) -> dict[str, Any]:
    said = {"edtf": one.edtf, "ordinal": one.ordinal, "per": one.per}
    place = {"start": one.start, "end": one.end, "surface": one.surface, "kind": one.kind.value}
    return place | {name: value for name, value in said.items() if value is not None}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _record(table: str, record: Any) -> dict[str, Any]:  # noqa: ANN401 (a record)
    return {field.name: cell_text(getattr(record, field.name)) for field in schema_of(table).fields}


def _figure(one: DraftFigure) -> dict[str, Any]:
    return {
        "key": one.key,
        "start": one.start,
        "end": one.end,
        "surface": one.surface,
        "quantity": list(quantity_cells(one.quantity)),
        "sentence": list(one.sentence),
        "withheld": one.withheld,
        "whole": one.whole,
        "family": list(one.family),
        "fields": {name: _slot(slot) for name, slot in one.slots.items()},
    }


def _slot(slot: Slot) -> dict[str, Any]:
    proposal = slot.proposal
    made = {
        "state": slot.state.value,
        "shown": slot.shown,
        "value": slot.value,
        "coder": slot.coder,
        "date": slot.date,
        "rules": slot.rules,
        "reason": slot.reason,
    }
    if proposal is not None:
        made["proposed"] = {
            "value": proposal.value,
            "reason": proposal.reason,
            "confidence": proposal.confidence.value,
            "others": list(proposal.others),
        }
    return {name: value for name, value in made.items() if value is not None}


Kind = TypeVar("Kind", bound=Decisions)


def read_stored(kind: type[Kind], folder: str | PathLike[str], known: Tables | None) -> Kind:
    """Return the draft that a folder holds.

    Args:
        kind: Class of the draft.
        folder: Folder that ``Draft.write`` made.
        known: Tables whose records the fields may name; the bundled ones by default.

    Raises:
        FileNotFoundError: The folder holds no draft.
        DatasetError: The draft is damaged, or the text is no longer the one that was drafted.
    """
    home = Path(folder)
    data = (home / "draft.json").read_bytes()
    with refusing("draft.json", "a draft as Draft.write made it", "draft the document anew"):
        return _draft_of(kind, home, json.loads(data.decode("utf-8")), load() if known is None else known)


def _draft_of(kind: type[Kind], home: Path, content: Any, tables: Tables) -> Kind:  # noqa: ANN401 (what JSON holds)
    if content.get("form") != FORM:
        raise DatasetError(
            [Problem("draft.json", 0, "form", repr(content.get("form")), f"the form {FORM}", "draft the document anew")]
        )
    values = content["source"]["values"]
    text = _drafted_text(home, values["file"])
    figures = {item["key"]: _read_figure(item) for item in content["figures"]}
    wrong = [one for one in figures.values() if text[one.start : one.end] != one.surface]
    if wrong:
        shown, expected = (
            text[wrong[0].start : wrong[0].end],
            f"{wrong[0].surface!r} at {wrong[0].start}, as it was drafted",
        )
        raise DatasetError([Problem(values["file"], 0, "", shown, expected, _PUT_BACK)])
    if (hashed := sha256(text.encode()).hexdigest()) != values["sha256"]:
        raise DatasetError([Problem(values["file"], 0, "sha256", hashed, values["sha256"], _PUT_BACK)])
    found = candidates_of(Passage(values["file"], text), Known.of(tables), values["id"], blind=content["blind"])
    found = evolve(found, numerals=tuple(_read_numeral(item) for item in content["read"]))
    numerals = {item["key"]: _read_entry(item) for item in content["numerals"]}
    offers = {item["key"]: _read_offer(item) for item in content["offers"]}
    own = {table: {row["id"]: _own_record(table, row) for row in rows} for table, rows in content["own"].items()}
    draft = kind(
        text, DraftSource(values, tuple(content["source"]["missing"])), figures, found, tables, offers, numerals, own
    )
    return evolve(draft, coders=content["coders"], pairs=content["pairs"])


def _drafted_text(home: Path, name: str) -> str:
    if Path(name).name != name:
        raise DatasetError([Problem("draft.json", 0, "file", name, "the name of a file of this folder")])
    with refusing(name, "UTF-8 text", _PUT_BACK):
        return (home / name).read_bytes().decode("utf-8")


def _own_record(table: str, row: dict[str, str]) -> Any:  # noqa: ANN401 (a record)
    return record_from(table, row)


def _read_figure(item: dict[str, Any]) -> DraftFigure:
    return DraftFigure(
        item["key"],
        item["start"],
        item["end"],
        item["surface"],
        read_quantity(tuple(item["quantity"])),
        (item["sentence"][0], item["sentence"][1]),
        item["withheld"],
        item["whole"],
        tuple(item["family"]),
        {name: _read_slot(name, slot) for name, slot in item["fields"].items()},
    )


def _read_offer(item: dict[str, Any]) -> Offer:
    places = tuple((start, end) for start, end in item["places"])
    start, end = places[0] if places else (None, None)
    slots = {name: _read_slot(name, slot) for name, slot in item["fields"].items()}
    return Offer(item["key"], item["table"], start, end, item["surface"], places, slots, tuple(item["required"]))


def _read_entry(item: dict[str, Any]) -> DraftNumeral:
    former = _read_figure(item["former"]) if "former" in item else None
    slots = {name: _read_slot(name, slot) for name, slot in item["fields"].items()}
    return DraftNumeral(item["key"], item["start"], item["end"], item["surface"], slots, former)


def _read_numeral(item: dict[str, Any]) -> Figure:
    kind = NumeralKind(item["kind"])
    said = {name: item.get(name) for name in ("per", "edtf", "ordinal")}
    return Figure(item["start"], item["end"], item["surface"], kind, None, None, **said)


def _read_slot(field: str, item: dict[str, Any]) -> Slot:
    given = item.get("proposed")
    proposal = None
    if given is not None:
        proposal = Proposal(
            field, given.get("value"), given["reason"], Confidence(given["confidence"]), tuple(given["others"])
        )
    return Slot(
        proposal,
        item["shown"],
        FieldState(item["state"]),
        item.get("value"),
        item.get("coder"),
        item.get("date"),
        item.get("rules"),
        item.get("reason"),
    )
