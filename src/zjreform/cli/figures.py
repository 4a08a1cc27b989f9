"""Commands over the figures: list them, compare them, check them against the documents."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from attrs import asdict

from zjreform.cli.output import Format, show, show_answer
from zjreform.cli.rosters import (
    CaseId,
    CategoryName,
    DimensionName,
    FamilyName,
    Formats,
    IndicatorId,
    Only,
    PlaceName,
    QualityName,
    RoundId,
    SourceId,
    Text,
    scope,
)
from zjreform.dataset.audit import audit as audit_folder
from zjreform.dataset.entry import load


def metrics(
    about: Annotated[
        str | None, typer.Option("--about", help="id of what the sentence speaks of: a case, place, term, body, …")
    ] = None,
    case: CaseId = None,
    place: PlaceName = None,
    only: Only = False,
    round_id: RoundId = None,
    indicator: IndicatorId = None,
    family: FamilyName = None,
    category: CategoryName = None,
    dimension: DimensionName = None,
    unit: Annotated[str | None, typer.Option("--unit", help="code of the unit: workday, %, 个, …")] = None,
    position: Annotated[str | None, typer.Option("--position", help="before, after, change, level")] = None,
    status: Annotated[str | None, typer.Option("--status", help="achieved, target, limit, promise, rule, plan")] = None,
    aggregate: Annotated[str | None, typer.Option("--aggregate", help="single, mean, min, max, total, each")] = None,
    source: SourceId = None,
    voice: Annotated[str | None, typer.Option("--voice", help="who says it: applicant, yearbook, expert, …")] = None,
    quality: QualityName = None,
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
    show_answer(found, fmt, ("id", "about", "indicator", "position", "status", "value", "bound", "unit"), "metric")


def comparisons(
    place: PlaceName = None,
    only: Only = False,
    case: CaseId = None,
    indicator: IndicatorId = None,
    family: FamilyName = None,
    source: SourceId = None,
    alike: Annotated[bool | None, typer.Option("--alike/--unlike", help="whether like is set against like")] = None,
    comparator: Annotated[
        str | None, typer.Option("--comparator", help="own_past, traditional_mode, target, external, peer, …")
    ] = None,
    quality: QualityName = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List what the texts set against what, the change that follows, and the verdict on the reported one."""
    found = load().comparisons(
        place=place,
        place_scope=scope(place, only=only),
        case=case,
        indicator=indicator,
        family=family,
        source=source,
        like_with_like=alike,
        comparator=comparator,
        quality=quality,
    )
    columns = (
        "id",
        "before_quantity",
        "after_quantity",
        "absolute",
        "relative",
        "reported_quantity",
        "verdict",
        "why_not",
    )
    show_answer(found, fmt, columns, "comparison")


def indicators(
    family: FamilyName = None,
    category: CategoryName = None,
    dimension: DimensionName = None,
    text: Text = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List the indicators that meet all conditions."""
    found = load().find_indicators(family=family, category=category, dimension=dimension, text=text)
    show_answer(found, fmt, ("id", "name_zh", "name_en", "family", "dimension", "category"), "indicator")


class Unit(StrEnum):
    """What one flat row is."""

    METRIC = "metric"
    MENTION = "mention"
    CASE = "case"
    AWARD = "award"


_WIDE: dict[Unit, tuple[str, ...]] = {
    Unit.METRIC: ("id", "about", "indicator", "position", "status", "value", "unit", "prefecture"),
    Unit.MENTION: ("id", "metric", "source", "surface", "voice"),
    Unit.CASE: ("id", "title_en", "round", "level", "prefecture", "domain", "tier"),
    Unit.AWARD: ("id", "tier", "level", "lead_body", "prefecture", "domain", "title_en"),
}


def wide(
    unit: Annotated[Unit, typer.Argument(metavar="UNIT", help="metric, mention, case or award")] = Unit.METRIC,
    fmt: Formats = Format.TABLE,
) -> None:
    """List flat rows for analysis: one for each metric, mention of a metric, case or award."""
    show_answer(load().wide(unit.value), fmt, _WIDE[unit], unit.value)


def audit(
    folder: Annotated[Path, typer.Argument(help="folder that holds the source texts")], fmt: Formats = Format.TABLE
) -> None:
    """Check that every span of the dataset stands in your copy of the documents; exit code 1 if any does not."""
    if not folder.is_dir():
        raise typer.BadParameter(f"expected a folder, got {str(folder)!r}")
    report = audit_folder(folder)
    if fmt is Format.TABLE:
        typer.echo(str(report))
    else:
        show([asdict(span) for span in report.spans], fmt)
    raise typer.Exit(0 if report.ok else 1)
