"""Commands over terms and events."""

from collections.abc import Iterator
from typing import Annotated

import typer

from zjreform.cli.output import Format, show_answer, show_sheet
from zjreform.cli.rosters import Formats, Only, PlaceName, Text, record, scope
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.entry import load
from zjreform.records.edtf import edtf_bounds
from zjreform.records.history import Term, TermPart

CaseId = Annotated[str | None, typer.Option("--case", help="id of a case")]


def _edtf(value: str | None) -> str | None:
    try:
        if value is not None:
            edtf_bounds(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return value


def terms(
    kind: Annotated[
        str | None, typer.Option("--kind", help="reform, platform, mechanism, framework, regulation, …")
    ] = None,
    place: PlaceName = None,
    only: Only = False,
    case: CaseId = None,
    source: Annotated[str | None, typer.Option("--source", help="id of a document that names it")] = None,
    text: Text = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List the terms that meet all conditions."""
    found = load().find_terms(
        kind=kind, place=place, place_scope=scope(place, only=only), case=case, source=source, text=text
    )
    show_answer(found, fmt, ("id", "name_zh", "name_en", "kind", "since"), "term")


def term(
    term_id: Annotated[str, typer.Argument(metavar="ID", help="id of a term")], fmt: Formats = Format.TABLE
) -> None:
    """Show one term with its parts, mentions and events."""
    ds = load()
    show_sheet(_term_sheet(ds, record(ds.terms, term_id, lambda: ds.find_terms(text=term_id))), fmt)


def events(
    kind: Annotated[
        str | None, typer.Option("--kind", help="launch, plan, law, endorsement, adoption, first_claim, …")
    ] = None,
    after: Annotated[str | None, typer.Option("--after", callback=_edtf, help="EDTF date, such as 2018-06")] = None,
    before: Annotated[str | None, typer.Option("--before", callback=_edtf, help="EDTF date, such as 2018-06")] = None,
    place: PlaceName = None,
    only: Only = False,
    term_id: Annotated[str | None, typer.Option("--term", help="id of a term")] = None,
    case: CaseId = None,
    actor: Annotated[str | None, typer.Option("--actor", help="id of a body or place that did it")] = None,
    endorsement: Annotated[
        str | None, typer.Option("--endorsement", help="instruction, praise, model_case, external_award, …")
    ] = None,
    claim_scope: Annotated[
        str | None, typer.Option("--claim-scope", help="world, nation, province, city, unstated")
    ] = None,
    extent: Annotated[str | None, typer.Option("--extent", help="pilot, full, unstated")] = None,
    text: Text = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List the events that meet all conditions."""
    found = load().find_events(
        kind=kind,
        after=after,
        before=before,
        place=place,
        place_scope=scope(place, only=only),
        term=term_id,
        case=case,
        actor=actor,
        endorsement=endorsement,
        claim_scope=claim_scope,
        extent=extent,
        text=text,
    )
    show_answer(found, fmt, ("id", "date", "kind", "name_zh", "name_en", "place"), "event")


def _term_sheet(ds: Dataset, row: Term) -> Iterator[tuple[str, str]]:
    yield "id", row.id
    yield "name", f"{row.name_zh} · {row.name_hant} · {row.name_en}"
    yield "kind", row.kind.en
    if row.aliases:
        yield "also", "、".join(row.aliases)
    if row.definition_zh and row.definition_en:
        yield "definition", f"{row.definition_zh}\n{row.definition_en}"
    for name, value in (("run by", row.operator), ("place", row.place), ("since", row.since)):
        if value:
            yield name, value
    for part in ds.term_parts.where(lambda other: other.term == row.id).sort(lambda other: other.order):
        yield f"part {part.order}", _part_text(part)
    if row.cases:
        yield "cases", ", ".join(row.cases)
    if row.related:
        yield "related", ", ".join(row.related)
    yield "mentions", str(len(ds.mentions.where(lambda mention: mention.of == f"terms:{row.id}")))
    yield "metrics", ", ".join(ds.find_metrics(about=f"terms:{row.id}").ids) or "none"
    for event in ds.find_events(term=row.id):
        yield f"event {event.date or 'undated'}", event.name_en


def _part_text(part: TermPart) -> str:
    named = f"{part.name_zh} · {part.name_en}"
    if part.from_zh is None and part.to_zh is None:
        return named
    return f"{named}: {part.from_zh} → {part.to_zh} · {part.from_en} → {part.to_en}"
