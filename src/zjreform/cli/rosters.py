"""Commands over cases, awards and places."""

from collections.abc import Callable, Iterator
from typing import Annotated, TypeVar

import typer

from zjreform.cli.output import Format, Row, show_answer, show_sheet
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.entry import load
from zjreform.dataset.table import Table
from zjreform.errors import UnknownIdError
from zjreform.options import PlaceScope
from zjreform.records.rosters import Case

T = TypeVar("T")

Formats = Annotated[Format, typer.Option("--format", help="table, json, csv or jsonl")]
RoundId = Annotated[str | None, typer.Option("--round", help="id of a round: pmi-4, mpro-2018, rib-2019")]
TierId = Annotated[str | None, typer.Option("--tier", help="id of a tier")]
PlaceName = Annotated[str | None, typer.Option("--place", help="name, code or id; includes what lies in it")]
Only = Annotated[bool, typer.Option("--only", help="the place itself, not what lies in it")]
LevelName = Annotated[
    str | None, typer.Option("--level", help="central, province, prefecture, county, township, village, mixed")
]
AnyLevel = Annotated[str | None, typer.Option("--any-level", help="level of any body listed, not only the leading one")]
DomainName = Annotated[str | None, typer.Option("--domain", help="domain of the case, first or further")]
Body = Annotated[str | None, typer.Option("--applicant", help="part of the name of a body or place listed")]
CaseId = Annotated[str | None, typer.Option("--case", help="id of the case credited")]
IndicatorId = Annotated[str | None, typer.Option("--indicator", help="id of an indicator; narrower ones are included")]
FamilyName = Annotated[str | None, typer.Option("--family", help="indicator family: time, documents, items, …")]
CategoryName = Annotated[
    str | None, typer.Option("--category", help="input, activity, output, outcome, context, award_process, …")
]
DimensionName = Annotated[str | None, typer.Option("--dimension", help="time, percent, count, money, …")]
SourceId = Annotated[str | None, typer.Option("--source", help="id of a document")]
QualityName = Annotated[str | None, typer.Option("--quality", help="what is doubtful: damaged, inconsistent, …")]
Text = Annotated[str | None, typer.Option("--text", help="part of a title or name, in Chinese or English")]


def cases(
    round_id: RoundId = None,
    tier: TierId = None,
    place: PlaceName = None,
    only: Only = False,
    level: LevelName = None,
    any_level: AnyLevel = None,
    domain: DomainName = None,
    cofog: Annotated[str | None, typer.Option("--cofog", help="COFOG division, such as 04")] = None,
    practice: Annotated[str | None, typer.Option("--practice", help="key shared by cases of one practice")] = None,
    coverage: Annotated[str | None, typer.Option("--coverage", help="described, comment_only, title_only")] = None,
    applicant: Body = None,
    text: Text = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List the cases that meet all conditions."""
    found = load().find_cases(
        round=round_id,
        tier=tier,
        place=place,
        place_scope=scope(place, only=only),
        level=level,
        any_level=any_level,
        domain=domain,
        cofog=cofog,
        practice=practice,
        coverage=coverage,
        applicant=applicant,
        text=text,
    )
    show_answer(found, fmt, ("id", "title_zh", "title_en", "round", "places", "domain"), "case")


def case(
    case_id: Annotated[str, typer.Argument(metavar="ID", help="id of a case")], fmt: Formats = Format.TABLE
) -> None:
    """Show one case with its award, bodies, titles, comment, related cases and figures."""
    ds = load()
    row = record(ds.cases, case_id, lambda: ds.find_cases(text=case_id))
    show_sheet(_case_sheet(ds, row), fmt)


def awards(
    round_id: RoundId = None,
    tier: TierId = None,
    place: PlaceName = None,
    only: Only = False,
    level: LevelName = None,
    any_level: AnyLevel = None,
    domain: DomainName = None,
    applicant: Body = None,
    text: Text = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List the awards that meet all conditions."""
    ds = load()
    found = ds.find_awards(
        round=round_id,
        tier=tier,
        place=place,
        place_scope=scope(place, only=only),
        level=level,
        any_level=any_level,
        domain=domain,
        applicant=applicant,
        text=text,
    )
    show_answer(found, fmt, ("id", "tier", "position", "title_zh", "case", "prefecture"), "award")


def places(
    place: Annotated[str | None, typer.Option("--in", help="name, code or id; lists it and what lies in it")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="division, township, village, zone, site, …")] = None,
    only: Only = False,
    level: LevelName = None,
    text: Text = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List the places that meet all conditions."""
    found = load().find_places(place=place, place_scope=scope(place, only=only), kind=kind, level=level, text=text)
    show_answer(found, fmt, ("id", "name_zh", "name_en", "kind", "code", "parent"), "place")


def record(table: Table[T], key: str, named: Callable[[], Table[T]]) -> T:
    """Return the record with an id; the error names ids spelt alike, else those of records whose names hold the key.

    Raises:
        UnknownIdError: There is no such id.

    Example:
        >>> ds = load()
        >>> record(ds.terms, "531X", lambda: ds.find_terms(text="531X"))
        Traceback (most recent call last):
        zjreform.errors.UnknownIdError: terms has no id '531X'; did you mean 'credit-531x'?
    """
    try:
        return table[key]
    except UnknownIdError as error:
        raise UnknownIdError(table.name, key, error.close or named().ids[:3]) from None


def round_rows(ds: Dataset) -> list[Row]:
    """Return a row for each round: entries, honours, and cases."""
    return [
        {
            "id": row.id,
            "name": row.name_en,
            "entries": "not stated" if row.entries is None else str(row.entries),
            "awards": len(ds.find_awards(round=row.id)),
            "cases": len(ds.find_cases(round=row.id)),
        }
        for row in ds.rounds
    ]


def source_rows(ds: Dataset) -> list[Row]:
    """Return a row for each document: title, date and length."""
    return [
        {"id": row.id, "title": row.title_en, "published": row.published, "characters": row.characters}
        for row in ds.sources
    ]


def scope(place: str | None, *, only: bool) -> PlaceScope:
    """Return the scope that the options mean.

    Raises:
        typer.BadParameter: ``--only`` stands without a place.

    Example:
        >>> scope("Lishui", only=True), scope(None, only=False)
        ('self', 'within')
    """
    if only and place is None:
        raise typer.BadParameter("--only says how to take a place, and no place is given")
    return "self" if only else "within"


def _case_sheet(ds: Dataset, row: Case) -> Iterator[tuple[str, str]]:
    award = ds.find_awards(case=row.id).one()
    tier = ds.tiers[award.tier]
    yield "id", row.id
    yield "title", f"{row.title_zh} · {row.title_en}"
    yield "award", f"{ds.rounds[row.round].name_en}, {tier.name_en}, no. {award.position} of {tier.quota}"
    yield "bodies", "、".join(body.as_listed for body in ds.find_applicants(award=award.id))
    yield "places", ", ".join(f"{ds.places[key].name_zh} {ds.places[key].name_en}" for key in row.places)
    yield "level", row.level.en
    yield "domain", ", ".join(f"{code.en}" for code in (row.domain, *row.other_domains))
    yield "COFOG division", f"{row.cofog.value} {row.cofog.en}"
    yield "coverage", row.coverage.en
    if row.summary_zh and row.summary_en:
        yield "summary", f"{row.summary_zh}\n{row.summary_en}"
    for title in ds.case_titles.where(lambda other: other.case == row.id and other.title_zh != row.title_zh):
        yield f"title in the {title.stands_in.en}", title.title_zh
    for review in ds.find_reviews(case=row.id):
        named = f"{review.reviewer_zh} {review.reviewer_en}" if review.reviewer_zh else "an unnamed expert"
        yield "comment by", ", ".join([named, *review.positions_en])
    for relation in ds.case_relations.where(lambda other: row.id in {other.case, other.other}):
        yield f"{relation.kind.en}", f"{relation.case} → {relation.other}: {relation.reason_en}"
    for metric in ds.find_metrics(case=row.id):
        yield (
            "figure",
            f"{metric.quantity} · {ds.indicators[metric.indicator].name_en} ({metric.position.en}) · {metric.id}",
        )
