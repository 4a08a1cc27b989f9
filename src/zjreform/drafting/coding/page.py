"""The coding page: the text with its figures, one field after another by a key; nothing leaves the page until it is saved."""

import json
import re
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.states import FIELDS, REQUIRED, FieldState, field_schema
from zjreform.resources import read_text
from zjreform.tabular.atomic import new_file


def write_page(draft: Decisions, path: str | PathLike[str], *, coder: str, overwrite: bool) -> Path:
    """Write the coding page of a draft; see ``Draft.page``."""
    target = Path(path)
    with new_file(target, overwrite=overwrite) as new:
        new.write_text(coding_page(draft, coder), encoding="utf-8", newline="\n")
    return target


def coding_page(draft: Decisions, coder: str) -> str:
    """Return the coding page as HTML that asks for nothing else.

    Example:
        >>> import zjreform as zj
        >>> "default-src 'none'" in coding_page(zj.draft("用时5天", source={"id": "a"}), "me")
        True
    """
    title = str(draft.source.values.get("title_zh") or draft.source.values["id"])
    data = json.dumps(_data(draft, coder), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    filled = {
        "title": title.replace("&", "&amp;").replace("<", "&lt;"),
        "style": read_text("coding/style.css"),
        "script": read_text("coding/script.js"),
        "data": data,
    }
    return re.sub(r"\{\{([a-z]+)\}\}", lambda found: filled[found[1]], read_text("coding/page.html"))


def _data(draft: Decisions, coder: str) -> dict[str, Any]:
    figures = list(draft.figures.values())
    return {
        "text": draft.text,
        "sha256": draft.source.values["sha256"],
        "coder": coder,
        "fields": [_field(name) for name in FIELDS],
        "figures": [_figure(one) for one in figures],
        "decided": {one.key: found for one in figures if (found := _decided(one))},
        "labels": _labels(draft),
        "own": {
            "about": _own(draft, _ABOUT),
            "case": _own(draft, ("cases",), bare=True),
            "indicator": _own(draft, ("indicators",), bare=True),
        },
        "known": {
            "about": [pair for table in _ABOUT for pair in _named(draft, table)],
            "case": [(reference.partition(":")[2], name) for reference, name in _named(draft, "cases")],
            "indicator": [(reference.partition(":")[2], name) for reference, name in _named(draft, "indicators")],
        },
    }


_ABOUT = ("places", "terms", "cases", "organisations")


def _own(draft: Decisions, tables: Sequence[str], *, bare: bool = False) -> list[str]:
    """Return the records that people added to the draft."""
    return [key if bare else f"{table}:{key}" for table in tables for key in draft.own.get(table, ())]


def _named(draft: Decisions, table: str) -> list[tuple[str, str]]:
    """Return the known records of a table with their names, to choose from while typing."""
    rows = (*getattr(draft.known, table), *draft.own.get(table, {}).values())
    return [(f"{table}:{row.id}", str(getattr(row, "name_zh", None) or getattr(row, "title_zh", ""))) for row in rows]


def _field(name: str) -> dict[str, Any]:
    schema = field_schema(name)
    values = [
        {"value": code.value, "zh": code.zh, "en": code.en, "definition": code.definition} for code in schema.codes
    ]
    return {
        "name": name,
        "zh": schema.column.zh,
        "about": schema.column.about,
        "required": name in REQUIRED,
        "values": values,
    }


def _figure(one: DraftFigure) -> dict[str, Any]:
    proposals = {
        name: {
            "value": slot.proposal.value,
            "reason": slot.proposal.reason,
            "confidence": slot.proposal.confidence.en,
            "others": list(slot.proposal.others),
        }
        for name, slot in one.slots.items()
        if slot.shown and slot.proposal is not None
    }
    return {
        "key": one.key,
        "start": one.start,
        "end": one.end,
        "surface": one.surface,
        "quantity": str(one.quantity),
        "withheld": one.withheld,
        "family": "" if one.withheld else " · ".join(one.family[:3]),
        "whole": None if one.withheld else one.whole,
        "proposals": proposals,
    }


def _decided(one: DraftFigure) -> dict[str, str]:
    found = {name: slot.value or "-" for name, slot in one.slots.items() if slot.decided}
    return found | {name: "?" for name, slot in one.slots.items() if slot.state is FieldState.UNSURE}


def _labels(draft: Decisions) -> dict[str, str]:
    """Return the names of the records that are proposed, so that a coder reads names and not ids."""
    wanted = {
        value
        for one in draft.figures.values()
        for slot in one.slots.values()
        if slot.proposal is not None
        for value in (slot.proposal.value, *slot.proposal.others)
        if value is not None
    }
    found = {}
    for value in wanted:
        table, _, key = value.partition(":") if ":" in value else ("indicators", "", value)
        rows = getattr(draft.known, table, None) if table != "new" else None
        record = rows.get(key) if rows is not None else None
        name = getattr(record, "name_zh", None) or getattr(record, "title_zh", None)
        if name:
            found[value] = str(name)
    return found
