"""Coding mode of the explorer: a text with its figures and offered rows, one field after another by a key."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, Final

from zjreform.dataset.spelling import folding
from zjreform.display import shown_language
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.figures import DraftFigure
from zjreform.drafting.coding.lines import sentence_of
from zjreform.drafting.coding.nearby import by_name
from zjreform.drafting.coding.numerals import DraftNumeral, as_figure
from zjreform.drafting.coding.offers import ROW, TAKE, Offer
from zjreform.drafting.coding.states import KIND, REQUIRED, FieldState, Slot, field_schema
from zjreform.drafting.proposing.examples import alike
from zjreform.errors import ParseError
from zjreform.html import script_page
from zjreform.records.schema import schema_of
from zjreform.resources import read_text
from zjreform.tabular.atomic import new_file
from zjreform.text.kinds import Kind
from zjreform.version import DATA_VERSION

_SCRIPTS: Final = (
    "1-core", "2-words", "3-state", "4-filter", "5-table", "6-chart", "7-pages", "coding-typing", "coding", "8-main",
)  # fmt: skip
_ORDER: Final = (
    "about", "case", "indicator", "population", "period", "base_status", "base", "position", "status", "aggregate",
    "accrual", "composition", "part_of", "quality", "per", "qualifier", "voice",
)  # fmt: skip
"""Fields as the page asks for them: first what differs from figure to figure, then what often stays as it was."""

_ALWAYS: Final = frozenset({"population"})
"""Fields that may be empty, that nothing is ever proposed for, and that are asked for all the same: two figures in five have one."""


def write_page(draft: Decisions, path: str | PathLike[str], *, coder: str, overwrite: bool) -> Path:
    """Write the coding page of a draft; see ``Draft.page``."""
    target = Path(path)
    with new_file(target, overwrite=overwrite) as new:
        new.write_text(coding_page(draft, coder), encoding="utf-8", newline="\n")
    return target


def coding_page(draft: Decisions, coder: str) -> str:
    """Return the explorer in coding mode without its views of the data, as HTML that asks for nothing else.

    Example:
        >>> import zjreform as zj
        >>> "default-src 'none'" in coding_page(zj.draft("用时5天", source={"id": "a"}), "me")
        True
    """
    data = {
        "lang": shown_language(None),
        "version": DATA_VERSION,
        "parts": [],
        **folding(),
        "coding": coding_data(draft, coder),
    }
    return script_page(data, _SCRIPTS, style=read_text("page/coding.css"))


def coding_data(draft: Decisions, coder: str) -> dict[str, Any]:
    """Return what coding mode holds of a draft.

    Args:
        draft: The draft.
        coder: Who will code.
    """
    entries: list[DraftFigure | DraftNumeral | Offer] = [
        *draft.figures.values(), *draft.offers.values(), *draft.numerals.values(),
    ]  # fmt: skip
    near = by_name(draft.text, _spellings(draft))
    figures = [_offer(draft, one) if isinstance(one, Offer) else _placed(draft, one, near) for one in entries]
    return {
        "title": _title(draft),
        "text": draft.text,
        "sha256": draft.source.values["sha256"],
        "coder": coder,
        "fields": [_field(name) for name in _ORDER],
        "kinds": _kinds(),
        "figures": figures,
        "decided": {one.key: found for one in entries if (found := _decided(one))},
        "labels": _labels(draft, {value for one in figures for value in one.get("named", ())}),
        "own": {
            "about": _own(draft, _ABOUT),
            "case": _own(draft, ("cases",), bare=True),
            "indicator": _own(draft, ("indicators",), bare=True),
            "period": sorted({one.edtf for one in draft.candidates.numerals if one.edtf is not None}),
        },
        "phrases": _phrases(draft),
        "english": _english(draft),
        "words": _words(draft),
        "known": {
            "about": [(f"sources:{draft.source.values['id']}", _title(draft))]
            + [pair for table in _ABOUT for pair in _named(draft, table)],
            "case": [(reference.partition(":")[2], name) for reference, name in _named(draft, "cases")],
            "indicator": [
                (row.id, row.name_zh, row.dimension)
                for row in (*draft.known.indicators, *draft.own.get("indicators", {}).values())
            ],
        },
    }


def _title(draft: Decisions) -> str:
    return str(draft.source.values.get("title_zh") or draft.source.values["id"])


def _phrases(draft: Decisions) -> list[tuple[str, int]]:
    """Return the English texts of the known records with a weight: what free texts are put together from."""
    fields = [text for row in draft.known.metrics for text in (row.population, row.base, row.per) if text is not None]
    names = [
        row.name_en
        for table in ("indicators", "terms", "organisations")
        for row in (*getattr(draft.known, table), *draft.own.get(table, {}).values())
    ]
    return [*((text, 3) for text in fields), *((name, 1) for name in names if name)]


_WORD: Final = re.compile(r"(?<![\w-])[a-z]{4,}(?![\w-])")
_DEFINED: Final = ("indicators", "terms", "cases")


def _words(draft: Decisions) -> list[str]:
    """Return the English words in which the known records are defined, the most frequent first: vocabulary that stands in no name."""
    columns = ("definition_en", "summary_en", "title_en")
    rows = (row for table in _DEFINED for row in getattr(draft.known, table))
    said = (getattr(row, column, None) or "" for row in rows for column in columns)
    return [word for word, _ in Counter(word for text in said for word in _WORD.findall(text)).most_common()]


def _english(draft: Decisions) -> dict[str, str]:
    """Return the English names of records that a figure may be about, a case of or counted by: words for its free texts."""
    found = {}
    for table in ("terms", "organisations", "cases", "indicators"):
        bare = table in {"cases", "indicators"}
        for row in (*getattr(draft.known, table), *draft.own.get(table, {}).values()):
            if name := getattr(row, "name_en", None):
                found[row.id if bare else f"{table}:{row.id}"] = name
    return found


_ABOUT: Final = ("places", "terms", "cases", "organisations", "tiers", "rounds", "awards", "sources")


def _own(draft: Decisions, tables: Sequence[str], *, bare: bool = False) -> list[str]:
    """Return the records that people added to the draft."""
    return [key if bare else f"{table}:{key}" for table in tables for key in draft.own.get(table, ())]


def _named(draft: Decisions, table: str) -> list[tuple[str, str]]:
    """Return the known records of a table with their names, to choose from while typing."""
    rows = (*getattr(draft.known, table), *draft.own.get(table, {}).values())
    return [(f"{table}:{row.id}", _name(row)) for row in rows]


def _spellings(draft: Decisions) -> Iterator[tuple[str, str]]:
    """Yield what the records that a figure may be about are called, those added to the draft first."""
    for table in _ABOUT[:-1]:
        for row in (*draft.own.get(table, {}).values(), *getattr(draft.known, table)):
            for name in (_name(row), *getattr(row, "aliases", ())):
                yield f"{table}:{row.id}", name


def _field(name: str) -> dict[str, Any]:
    schema = field_schema(name)
    return _asked(name, schema.column.zh, schema.column.about, schema.codes, required=name in REQUIRED)


_MANY: Final = frozenset({"quality"})
"""Fields with a list that may hold more than one of its values."""

_FREE: Final = frozenset({"population", "base", "per", "practice"})
"""Fields that hold English text."""


def _asked(name: str, zh: str, about: str, codes: Sequence[Any], *, required: bool) -> dict[str, Any]:
    values = [{"value": code.value, "zh": code.zh, "en": code.en, "definition": code.definition} for code in codes]
    free = not values and (name in _FREE or name.endswith("_en"))
    asked = {"required": required, "always": name in _ALWAYS, "free": free, "many": name in _MANY}
    return {"name": name, "zh": zh, "about": about, "values": values, **asked}


def _kinds() -> list[dict[str, Any]]:
    """Return the fields of what a numeral is: its kind, what it says as a figure, and why it is not what a rule took it for."""
    kinds = next(one for one in schema_of("non_figures").fields if one.name == KIND)
    listed = [code for code in kinds.codes if code is not Kind.UNREAD]
    quantity = "What it says, as a figure: 3个, 约20%."
    return [
        _asked(KIND, kinds.column.zh, kinds.column.about, listed, required=True),
        _asked("quantity", "数量", quantity, (), required=True),
        _asked("reason", "理由", "Why it is not what a rule took it for.", (), required=True),
    ]


def _placed(draft: Decisions, one: DraftFigure | DraftNumeral, near: Callable[[int], list[str]]) -> dict[str, Any]:
    """Return a figure or a numeral that is none as the page takes it; for what becomes a figure nothing is proposed."""
    paragraph = draft.text.count("\n", 0, one.start)
    if isinstance(one, DraftFigure):
        return {**_figure(one, paragraph), "kind": "quantity", "named": [] if one.withheld else near(one.start)}
    said = {"kind": one.kind, "key": one.key, "start": one.start, "end": one.end, "surface": one.surface}
    try:
        made = as_figure(one, draft.text, None, draft.source.values.get("kind"))
    except ParseError:
        return said | {"paragraph": paragraph, "unread": True, "withheld": True, "ruled": [], "proposals": {}}
    return {**_figure(made, paragraph), **said, "withheld": True, "proposals": {}}


def _figure(one: DraftFigure, paragraph: int) -> dict[str, Any]:
    return {
        "key": one.key,
        "start": one.start,
        "end": one.end,
        "surface": one.surface,
        "paragraph": paragraph,
        "quantity": str(one.quantity),
        "kinds": sorted(alike(one.quantity.unit.dimension.value)),
        "withheld": one.withheld,
        "family": "" if one.withheld else " · ".join(one.family[:3]),
        "whole": None if one.withheld else one.whole,
        "ruled": [name for name, slot in one.slots.items() if slot.state is FieldState.RULE],
        "proposals": _proposals(one.slots),
    }


def _offer(draft: Decisions, one: Offer) -> dict[str, Any]:
    """Return an offered row as the page takes it: first whether there is one, then what it needs."""
    schemas = {field.name: field for field in schema_of(one.table).fields}
    fields = []
    for name in one.asked:
        if name == ROW:
            take = {
                "value": TAKE,
                "zh": "有此条目",
                "en": "there is such a row",
                "definition": "Its further fields follow.",
            }
            fields.append({"name": ROW, "zh": "条目", "about": "", "required": True, "values": [take]})
        else:
            column, codes = schemas[name].column, schemas[name].codes
            fields.append(_asked(name, column.zh, column.about, codes, required=name in one.required))
    sides = {key: figure.surface for key, figure in draft.figures.items()}
    said = " · ".join(f"{name} {sides.get(value, value)}" for name, value in one.values().items() if value)
    before, marked, behind = sentence_of(draft, one)
    return {
        "key": one.key,
        "table": one.table,
        "surface": one.surface,
        "said": f"{said} · {before}【{marked}】{behind}" if marked else said,
        "fields": fields,
        "withheld": False,
        "ruled": [],
        "proposals": _proposals(one.slots),
    }


def _proposals(slots: dict[str, Slot]) -> dict[str, Any]:
    return {
        name: {
            "value": slot.proposal.value,
            "reason": slot.proposal.reason,
            "confidence": slot.proposal.confidence.en,
            "others": list(slot.proposal.others),
        }
        for name, slot in slots.items()
        if slot.shown and slot.proposal is not None
    }


def _decided(one: DraftFigure | DraftNumeral | Offer) -> dict[str, str]:
    found = {name: slot.value or "-" for name, slot in one.slots.items() if slot.decided}
    return found | {name: "?" for name, slot in one.slots.items() if slot.state is FieldState.UNSURE}


def _labels(draft: Decisions, named: Iterable[str]) -> dict[str, str]:
    """Return the names of the records that are listed or proposed, so that a coder reads names and not ids."""
    wanted = {
        value
        for one in draft.figures.values()
        for slot in one.slots.values()
        if slot.proposal is not None
        for value in (slot.proposal.value, *slot.proposal.others)
        if value is not None
    } | set(named)
    found = {f"{table}:{key}": _name(row) for table in _ABOUT for key, row in draft.own.get(table, {}).items()}
    found |= {key: _name(row) for key, row in draft.own.get("indicators", {}).items()}
    for value in wanted:
        table, _, key = value.partition(":") if ":" in value else ("indicators", "", value)
        rows = getattr(draft.known, table, None) if table != "new" else None
        record = rows.get(key) if rows is not None else None
        if record is not None:
            found[value] = _name(record)
    return found


def _name(record: Any) -> str:  # noqa: ANN401 (a record of any table)
    return str(getattr(record, "name_zh", None) or getattr(record, "title_zh", ""))
