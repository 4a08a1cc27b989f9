"""Commands over the figures: list them, compare them, check them against the documents."""

from pathlib import Path
from typing import Annotated

import typer

from zjreform.cli.output import Format, Row, counted, show
from zjreform.cli.rosters import Formats, Only, PlaceName, RoundId, Text, scope
from zjreform.dataset.audit import audit as audit_folder
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.entry import load
from zjreform.records.figures import Metric


def metrics(
    about: Annotated[
        str | None, typer.Option("--about", help="id of what the sentence speaks of: a case, place, term, body, …")
    ] = None,
    case: Annotated[str | None, typer.Option("--case", help="id of the case credited")] = None,
    place: PlaceName = None,
    only: Only = False,
    round_id: RoundId = None,
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="id of an indicator; narrower ones are included")
    ] = None,
    family: Annotated[str | None, typer.Option("--family", help="indicator family: time, documents, items, …")] = None,
    category: Annotated[
        str | None, typer.Option("--category", help="input, activity, output, outcome, context, award_process, …")
    ] = None,
    dimension: Annotated[str | None, typer.Option("--dimension", help="duration, percent, count, money, …")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="code of the unit: workday, %, 个, …")] = None,
    position: Annotated[str | None, typer.Option("--position", help="before, after, change, level")] = None,
    status: Annotated[str | None, typer.Option("--status", help="achieved, target, limit, promise, rule, plan")] = None,
    aggregate: Annotated[str | None, typer.Option("--aggregate", help="single, mean, min, max, total, each")] = None,
    source: Annotated[str | None, typer.Option("--source", help="id of a document")] = None,
    voice: Annotated[str | None, typer.Option("--voice", help="who says it: applicant, yearbook, expert, …")] = None,
    quality: Annotated[str | None, typer.Option("--quality", help="what is doubtful: damaged, inconsistent, …")] = None,
    text: Text = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List the reported figures that meet all conditions."""
    ds = load()
    found = ds.find_metrics(
        about=about,
        case=case,
        place=place,
        place_scope=scope(place, only=only),
        round=round_id,
        indicator=indicator,
        family=family,
        category=category,
        dimension=dimension,
        unit=unit,
        position=position,
        status=status,
        aggregate=aggregate,
        source=source,
        voice=voice,
        quality=quality,
        text=text,
    )
    rows = [_metric_row(ds, row) for row in found]
    show(rows, fmt, title=counted(len(found), "metric"))


def comparisons(fmt: Formats = Format.TABLE) -> None:
    """List what the texts set against what, the change that follows, and the verdict on the reported one."""
    rows = [
        {
            "id": row.id,
            "before": "" if row.before is None else str(row.before.quantity),
            "after": "" if row.after is None else str(row.after.quantity),
            "change": "" if row.change is None or row.change.relative is None else str(row.change.relative),
            "reported": "" if row.reported is None else str(row.reported.quantity),
            "verdict": row.verdict.en,
            "why not": row.why_not or "",
        }
        for row in load().comparisons()
    ]
    show(rows, fmt, title=counted(len(rows), "comparison"))


def audit(folder: Annotated[Path, typer.Argument(help="folder that holds the source texts")]) -> None:
    """Check that every span of the dataset stands in your copy of the documents; exit code 1 if any does not."""
    if not folder.is_dir():
        raise typer.BadParameter(f"expected a folder, got {str(folder)!r}")
    report = audit_folder(folder)
    typer.echo(str(report))
    raise typer.Exit(0 if report.ok else 1)


def _metric_row(ds: Dataset, row: Metric) -> Row:
    return {
        "id": row.id,
        "about": row.about,
        "indicator": ds.indicators[row.indicator].name_en,
        "position": row.position,
        "status": row.status,
        "quantity": str(row.quantity),
    }
