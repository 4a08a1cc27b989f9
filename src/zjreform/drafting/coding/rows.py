"""Rows of a draft: records of what people have decided, and nothing else."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from zjreform.dataset.audit import context_hash
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.holding import MENTIONED
from zjreform.drafting.coding.offers import ROW, Offer
from zjreform.drafting.coding.states import KIND, METRIC_FIELDS, REQUIRED, FieldState
from zjreform.drafting.coding.values import record_from
from zjreform.errors import ParseError
from zjreform.quantity.parsing import parse
from zjreform.records.schema import schema_of
from zjreform.text.sentences import Numbered

CODING_COLUMNS: Final[Mapping[str, str]] = {
    "x_state": "What was done with the field: confirmed, changed, entered, empty or unsure.",
    "x_date": "Day of the decision.",
    "x_rules": "Version of the definition of the field at that time.",
    "x_proposed": "What was proposed; empty where nothing was.",
    "x_shown": "Whether the proposal was shown: true or false.",
    "x_coder_kind": "Whether the coder is a person or a program.",
    "x_reason": "Why, in the words of the coder; empty where none was given.",
}
"""Columns of ``codings`` that a draft adds."""


def records_of(draft: Decisions) -> dict[str, list[Any]]:
    """Return the records that a draft has come to, by table; a figure with an undecided field that a row needs gives none."""
    done = [one for one in draft.figures.values() if all(one.slots[name].decided for name in (KIND, *REQUIRED))]
    keys = {one.key for one in done}
    whole = not draft.source.missing
    found: dict[str, list[Any]] = {table: list(rows.values()) for table, rows in draft.own.items()}
    if not whole:
        return {}
    source = str(draft.source.values["id"])
    found.setdefault("sources", []).append(record_from("sources", draft.source.values))
    renamed = {one.key: one.id for one in draft.offers.values() if one.taken and one.id != one.key}
    found["metrics"] = [_metric(one, keys, renamed) for one in done]
    found["non_figures"], others = _numerals(draft)
    places = Numbered.of(draft.text)
    voice = _voice(draft)
    for one in draft.offers.values():
        if one.taken and one.decided and voice is not None:
            if one.table != "mentions" and (one.table != "pairings" or _sides(one.values()) <= keys):
                found.setdefault(one.table, []).append(_offered(one, renamed))
            others += _places(one, voice)
    spans = [(f"metrics:{one.key}", one.start, one.end, one.slots["voice"].value, one.key) for one in done]
    found["mentions"] = [
        record_from(
            "mentions",
            {
                "id": f"{key}-mention",
                "of": of,
                "source": source,
                "start": start,
                "end": end,
                "surface": draft.text[start:end].replace("\n", "") if "\n" not in draft.text[start:end] else None,
                "voice": voice,
                "context": context_hash(draft.text, start, end),
                **dict(zip(("paragraph", "sentence"), places.at(start), strict=True)),
            },
        )
        for of, start, end, voice, key in sorted([*spans, *others], key=lambda span: span[1])
        if voice is not None
    ]
    found.setdefault("pairings", []).extend(
        record_from("pairings", {name: value for name, value in pair.items() if name != "coder"})
        for pair in draft.pairs.values()
        if _sides(pair) <= keys
    )
    mentions = {f"mentions:{row.id}" for row in found["mentions"]}
    coded = (*codings_of(draft), *offered_codings_of(draft))
    found["codings"] = [record for record, _ in coded if record.of in mentions]
    return found


def _sides(pair: Mapping[str, str | None]) -> set[str]:
    return {key for name in ("before", "after", "reported") if (key := pair.get(name)) is not None}


def _offered(one: Offer, renamed: Mapping[str, str]) -> Any:  # noqa: ANN401 (a record)
    """Return the record of a row that was taken; what others are called by their key is called by their id."""
    refs = {field.name for field in schema_of(one.table).fields if field.column.refs}
    values = {name: renamed.get(value or "", value) if name in refs else value for name, value in one.values().items()}
    return record_from(one.table, {"id": one.id, **values})


def _places(one: Offer, voice: str) -> list[tuple[str, int, int, str | None, str]]:
    """Return the spans of a row that was taken."""
    of = one.values().get("of") or f"{one.table}:{one.id}"
    return [
        (of, start, end, voice, f"{one.key}-{start}") for start, end in (one.places if one.table in MENTIONED else ())
    ]


def _metric(figure: DraftFigure, keys: set[str], renamed: Mapping[str, str]) -> Any:  # noqa: ANN401 (a record)
    values: dict[str, Any] = {"id": figure.key, "quantity": figure.quantity, "reading": _reading(figure)}
    for name in METRIC_FIELDS:
        slot = figure.slots[name]
        values[name] = slot.value if slot.decided else None
        table, colon, key = (values[name] or "").rpartition(":")
        if key in renamed and name in {"about", "case", "indicator"}:
            values[name] = f"{table}{colon}{renamed[key]}"
    values["quality"] = tuple(values["quality"].split(";")) if values["quality"] else ()
    if (
        values["part_of"] is not None
        and values["part_of"].startswith(figure.key.rpartition("-")[0])
        and values["part_of"] not in keys
    ):
        values["part_of"] = values["composition"] = None
    if values["period"] is not None:
        values["period_status"] = "stated"
    return record_from("metrics", values)


def _reading(figure: DraftFigure) -> str:
    """Return how the quantity comes out of the surface: by parsing it, or by what stands around it."""
    try:
        return "whole" if parse(figure.surface) == figure.quantity else "context"
    except ParseError:
        return "context"


def _numerals(draft: Decisions) -> tuple[list[Any], list[tuple[str, int, int, str | None, str]]]:
    """Return the rows of numerals that are no figures, and their spans; their voice is that of the figures around them."""
    voice = _voice(draft)
    held = [one for one in draft.numerals.values() if one.kind is not None] if voice is not None else []
    rows = [record_from("non_figures", {"id": one.key, **one.values()}) for one in held]
    return rows, [(f"non_figures:{one.key}", one.start, one.end, voice, one.key) for one in held]


def _voice(draft: Decisions) -> str | None:
    """Return who speaks most in the figures that have been coded."""
    voices = [one.slots["voice"].value for one in draft.figures.values() if one.slots["voice"].value is not None]
    return max(sorted(set(voices)), key=voices.count) if voices else None


def codings_of(draft: Decisions) -> Iterator[tuple[Any, tuple[str | None, ...]]]:
    """Yield a coding for each field that somebody has looked at, with the values of its further columns."""
    for figure in draft.entries():
        for name, slot in figure.slots.items():
            if slot.coder is None or slot.state in {FieldState.OPEN, FieldState.PROPOSED}:
                continue
            record = record_from(
                "codings",
                {
                    "id": f"{figure.key}-{name.replace('_', '-')}-{slot.coder}",
                    "of": f"mentions:{figure.key}-mention",
                    "field": name,
                    "coder": slot.coder,
                    "value": slot.value,
                },
            )
            proposed = None if slot.proposal is None else slot.proposal.value or "–"
            shown = "true" if slot.shown else "false"
            kind = draft.coders.get(slot.coder, "person")
            yield record, (slot.state.value, slot.date, slot.rules, proposed, shown, kind, slot.reason)


def offered_codings_of(draft: Decisions) -> Iterator[tuple[Any, tuple[str | None, ...]]]:
    """Yield a coding for each place of an offered row that somebody took: what stands there, by whom, under which definition."""
    for one in draft.offers.values():
        slot = one.slots[ROW]
        of = one.values().get("of") or f"{one.table}:{one.id}"
        for start, _ in one.places if one.taken and slot.coder is not None and one.table in MENTIONED else ():
            values = {"of": f"mentions:{one.key}-{start}-mention", "field": "of", "coder": slot.coder, "value": of}
            record = record_from("codings", {"id": f"{one.key}-{start}-of-{slot.coder}", **values})
            kind = draft.coders.get(str(slot.coder), "person")
            shown = "true" if slot.shown else "false"
            yield record, (slot.state.value, slot.date, slot.rules, of, shown, kind, slot.reason)
