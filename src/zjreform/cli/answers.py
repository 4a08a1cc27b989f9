"""Commands over rounds, bodies, comments and the spread of policies."""

from enum import StrEnum
from typing import Annotated

import typer

from zjreform.cli.output import Format, show_answer
from zjreform.cli.rosters import AnyLevel, DomainName, Formats, LevelName, Only, PlaceName, RoundId, Text, TierId, scope
from zjreform.dataset.entry import load

TermId = Annotated[str | None, typer.Option("--policy", help="id of the term that was taken up")]


class By(StrEnum):
    """What the strata of a pool are."""

    LEADER = "leader"
    LEVEL = "level"
    TIER = "tier"
    DOMAIN = "domain"
    PREFECTURE = "prefecture"


def pool(
    round_id: RoundId = None,
    by: Annotated[By, typer.Option("--by", help="leader, level, tier, domain or prefecture")] = By.LEADER,
    fmt: Formats = Format.TABLE,
) -> None:
    """List entries and winners by stratum; entries are empty where no document gives them."""
    show_answer(
        load().pool(round_id, by=by.value), fmt, ("round", "name", "entries", "winners", "share"), "stratum row"
    )


def adoptions(
    policy: TermId = None,
    place: PlaceName = None,
    only: Only = False,
    dated: Annotated[bool | None, typer.Option("--dated/--undated", help="only with, or only without a date")] = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List who took up what, with the days between which it must have been."""
    found = load().adoptions(policy=policy, place=place, place_scope=scope(place, only=only), dated=dated)
    show_answer(found, fmt, ("unit", "policy", "date", "earliest", "latest", "prefecture", "extent"), "adoption")


def reach(
    term_id: Annotated[str | None, typer.Argument(metavar="ID", help="id of a term; all by default")] = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List how far terms reach: places, dates, adoptions, cases, mentions, the first claim of being first."""
    columns = ("id", "name_zh", "places", "earliest", "latest", "adoptions", "mentions")
    show_answer(load().reach(term_id), fmt, columns, "term")


def timeline(fmt: Formats = Format.TABLE) -> None:
    """List the events that have a date, in order."""
    show_answer(load().timeline(), fmt, ("id", "date", "kind", "name_zh", "name_en"), "event")


def organisations(
    place: PlaceName = None,
    only: Only = False,
    kind: Annotated[str | None, typer.Option("--kind", help="party, government, court, enterprise, …")] = None,
    level: LevelName = None,
    text: Text = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List the bodies that meet all conditions."""
    found = load().find_organisations(
        place=place, place_scope=scope(place, only=only), kind=kind, level=level, text=text
    )
    show_answer(found, fmt, ("id", "name_zh", "name_en", "kind", "level", "place"), "organisation")


def reviews(
    case: Annotated[str | None, typer.Option("--case", help="id of the case commented on")] = None,
    round_id: RoundId = None,
    tier: TierId = None,
    place: PlaceName = None,
    only: Only = False,
    level: LevelName = None,
    any_level: AnyLevel = None,
    domain: DomainName = None,
    reviewer: Annotated[str | None, typer.Option("--reviewer", help="part of the expert's name")] = None,
    text: Text = None,
    fmt: Formats = Format.TABLE,
) -> None:
    """List the experts' comments that meet all conditions."""
    found = load().find_reviews(
        case=case,
        round=round_id,
        tier=tier,
        place=place,
        place_scope=scope(place, only=only),
        level=level,
        any_level=any_level,
        domain=domain,
        reviewer=reviewer,
        text=text,
    )
    show_answer(found, fmt, ("id", "case", "reviewer_zh", "reviewer_en", "source"), "comment")
