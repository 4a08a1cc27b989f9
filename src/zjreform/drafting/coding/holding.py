"""What a draft holds for each table, decided or not."""

from collections.abc import Iterator
from typing import Any

from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.states import KIND


def rows_of(draft: Decisions, table: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table: figures, numerals, offered rows and records that people added, each with its state."""
    if table == "metrics":
        for one in draft.figures.values():
            yield {**one.flat(), "state": one.slots["position"].state.value}
    elif table == "non_figures":
        yield from _numerals(draft)
    elif table == "mentions":
        yield from sorted(_mentions(draft), key=lambda row: (row["start"], row["of"]))
    if table != "mentions":
        yield from (one.flat() for one in draft.offers.values() if one.table == table)
    for key in draft.own.get(table, ()):
        yield {"id": key, "state": "entered"}


def _numerals(draft: Decisions) -> Iterator[dict[str, Any]]:
    for one in draft.numerals.values():
        place = {"start": one.start, "end": one.end, "surface": one.surface}
        said = one.values()
        yield {
            "id": one.key,
            "state": one.slots[KIND].state.value,
            **place,
            "kind": one.kind,
            "edtf": said["edtf"],
            "value": said["value"],
        }


def _mentions(draft: Decisions) -> Iterator[dict[str, Any]]:
    for one in draft.figures.values():
        yield _mention(f"metrics:{one.key}", one.slots["voice"].state.value, one.start, one.end, one.surface)
    for row in _numerals(draft):
        yield _mention(f"non_figures:{row['id']}", row["state"], row["start"], row["end"], row["surface"])
    for each in draft.offers.values():
        of = each.values().get("of") or f"{each.table}:{each.id}"
        for start, end in each.places if each.table in MENTIONED else ():
            yield _mention(of, each.slots["row"].state.value, start, end, draft.text[start:end])


MENTIONED = frozenset({"mentions", "terms", "awards", "applicants"})
"""Tables whose offered rows stand in the text by a mention."""


def _mention(of: str, state: str, start: int, end: int, surface: str) -> dict[str, Any]:
    return {"of": of, "state": state, "start": start, "end": end, "surface": surface}
