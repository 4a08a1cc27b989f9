"""A made dataset: every table, every kind of cell, and the values that formats tend to lose."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve

from zjreform.columns.column import Edtf
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.table import Table
from zjreform.quantity.bounds import Bound
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension, unit
from zjreform.records import figure_codes as f
from zjreform.records import history_codes as h
from zjreform.records import roster_codes as r
from zjreform.records.figures import Coding, Indicator, Mention, Metric, NonFigure, Pairing
from zjreform.records.history import Event, Term, TermPart
from zjreform.records.index import TABLES
from zjreform.records.places import Organisation, Place
from zjreform.records.rosters import (
    Applicant,
    Award,
    Case,
    CaseRelation,
    CaseTitle,
    Review,
    Round,
    RoundBody,
    Source,
    Tier,
)
from zjreform.records.schema import schema_of
from zjreform.text.kinds import Kind

QUANTITIES = (
    Quantity(Decimal(8), unit("workday"), Bound.AT_MOST),
    Quantity(Decimal("66.8"), unit("%")),
    Quantity(Fraction(1, 3), unit("%")),
    Quantity(Decimal("0.0000000000001"), unit("件")),
    Quantity(Decimal(3), unit("day"), upper=Decimal(5), upper_open=True),
    Quantity(Decimal(1200000), unit("次"), Bound.OVER, implied_high=Decimal(1300000)),
    Quantity(Decimal("-3.9"), unit("%"), Bound.ABOUT),
    Quantity(Decimal(90), unit("minute")),
    Quantity(Decimal(2), unit("month")),
    Quantity(Decimal(106875000000), unit("yuan"), Bound.NEARLY),
    Quantity(Decimal("12345678901234567890.123456789"), unit("yuan/m2"), Bound.UNDER),
    Quantity(Decimal(7), unit("")),
    Quantity(Decimal(3), unit("year"), upper=Decimal(5), upper_open=True, lower_open=True),
)


def metric(key: str, quantity: Quantity, **changes: Any) -> Metric:  # noqa: ANN401 (any field)
    """Return a claim about the made case."""
    base = Metric(
        id=key,
        about="cases:made-case",
        indicator="made-time",
        position=f.Position.LEVEL,
        status=f.Status.ACHIEVED,
        aggregate=f.Aggregate.SINGLE,
        accrual=f.Accrual.INSTANT,
        quantity=quantity,
        base_status=f.BaseStatus.NOT_APPLICABLE,
        reading=f.Reading.WHOLE,
    )
    return evolve(base, **changes)


def made_dataset(metrics: int | None = None) -> Dataset:
    """Return the made dataset, or one with that many metrics and nothing that refers to them."""
    rows = {name: tuple(part) for name, part in _rosters().items()}
    if metrics is None:
        rows.update({name: tuple(part) for name, part in _figures().items()})
    else:
        rows["metrics"] = tuple(_many_metrics(metrics))
    tables: dict[str, Any] = {name: Table(schema_of(name), rows.get(name, ())) for name in TABLES}
    return Dataset(version="2026.01.0", **tables)


def _many_metrics(count: int) -> Iterable[Metric]:
    for number in range(count):
        yield metric(
            f"metric-{number}",
            QUANTITIES[number % len(QUANTITIES)],
            case="made-case",
            per="day",
            period=Edtf("2018-08/2018-10"),
            population=f"population {number % 1000}",
            note_zh=f"第{number}条说明",
            note_en=f"note {number}",
        )


def _rosters() -> dict[str, list[Any]]:
    return {
        "sources": [
            Source(
                id="made-source", title_zh="“甲”与乙，100%_真", title_en="A & B: 100% {made} $5 #1_x",
                kind=r.SourceKind.BOOK, authors=("金雪军", "欧阳修"), container_zh=None, publisher_zh="某出版社",
                publisher_en="A press", published=Edtf("2018-03~"), date_status=h.DateStatus.STATED,
                period=Edtf("2017/.."), language="zh-Hans", isbn="978-7-308-17949-2", file="made.txt", sha256="0" * 64,
                characters=100, extent=r.Extent.WHOLE, extent_zh="全文", extent_en="all",
            )
        ],
        "rounds": [
            Round(
                id="made-round", name_zh="某届", name_en="a round", period=Edtf("2018"), period_note_zh="年份",
                period_note_en="year", announced=Edtf("2018-06-19"), announced_status=h.DateStatus.INFERRED, entries=3,
                entries_provincial=0, entries_local=None, criteria_zh=("甲", "乙"), criteria_en=("a", "b, c"),
                source="made-source",
            )
        ],
        "round_bodies": [
            RoundBody(id="made-body", round="made-round", organisation="made-office", role=r.BodyRole.HOST, order=1)
        ],
        "tiers": [
            Tier(
                id="made-tier", round="made-round", name_zh="奖", name_en="prize", rank=1, honours=r.Honours.CASE, quota=1,
                order_rule=r.OrderRule.SCORE,
            )
        ],
        "awards": [
            Award(id="made-award", round="made-round", tier="made-tier", position=1, title_zh="=SUM(A1)", case="made-case")
        ],
        "applicants": [
            Applicant(
                id="made-applicant", award="made-award", order=1, as_listed="'单引号", role=r.ApplicantRole.UNSTATED,
                organisation="made-office", level=r.Level.COUNTY,
            )
        ],
        "cases": [
            Case(
                id="made-case", title_zh="某案例<b>", title_en="A case, “quoted”", round="made-round",
                level=r.Level.COUNTY, places=("made-place", "made-city"), practice="made-practice",
                domain=r.Domain.DIGITAL, other_domains=(r.Domain.SERVICES, r.Domain.RURAL), cofog=r.Cofog.D01,
                coded_from=r.CodedFrom.TITLE, coverage=r.Coverage.TITLE_ONLY, summary_zh="第一行\n第二行",
                summary_en="-1 is below zero",
            ),
            Case(
                id="other-case", title_zh="+另一案例", title_en="@another", round="made-round", level=r.Level.MIXED,
                practice="other-practice", domain=r.Domain.OTHER, cofog=r.Cofog.D10, coded_from=r.CodedFrom.TITLE,
                coverage=r.Coverage.TITLE_ONLY,
            ),
        ],
        "case_titles": [
            CaseTitle(
                id="made-title", case="made-case", title_zh="某案例", stands_in=r.TitlePlace.LIST, source="made-source", page=7
            )
        ],
        "case_relations": [
            CaseRelation(
                id="made-relation", case="made-case", other="other-case", kind=r.RelationKind.SCALED_UP,
                basis=r.Basis.STATED, reason_zh="因", reason_en="since",
            )
        ],
        "reviews": [
            Review(
                id="made-review", case="made-case", reviewer_zh="司马光", reviewer_en="Sima Guang", positions_zh=("教授",),
                positions_en=("Professor",), affiliations=("made-office",), source="made-source",
            )
        ],
        "places": [
            Place(
                id="made-city", name_zh="某市", name_en="Mou", kind=r.PlaceKind.DIVISION, level=r.Level.PREFECTURE,
                code="339900", valid_from=Edtf("2016-01"), latitude=Decimal("28.40"), longitude=Decimal("119.92"),
            ),
            Place(id="made-place", name_zh="某村", name_en="Mou", kind=r.PlaceKind.VILLAGE, parent="made-city", aliases=("村",)),
        ],
        "organisations": [
            Organisation(
                id="made-office", name_zh="某办公室", name_en="An office", kind=r.OrganisationKind.GOVERNMENT,
                level=r.Level.COUNTY, place="made-city",
            )
        ],
        "indicators": [
            Indicator(
                id="made-time", name_zh="时间", name_en="time", family=f.Family.TIME, definition_zh="用时",
                definition_en="time taken", dimension=Dimension.WORKING_TIME, direction=f.Direction.LOWER, category=f.Category.OUTPUT,
            )
        ],
    }  # fmt: skip


def _figures() -> dict[str, list[Any]]:
    metrics = [metric(f"made-metric-{number}", quantity) for number, quantity in enumerate(QUANTITIES)]
    metrics[0] = evolve(
        metrics[0], part_of="made-metric-1", composition=f.Composition.SUBSET, period=Edtf("2018-33"),
        quality=(f.Quality.DAMAGED, f.Quality.INCONSISTENT), inconsistent_with=("made-metric-1", "made-metric-2"),
    )  # fmt: skip
    return {
        "metrics": metrics,
        "pairings": [
            Pairing(
                id="made-pairing", before="made-metric-0", after="made-metric-1", comparator=f.Comparator.OWN_PAST,
                like_with_like=False, why_not_zh="不同", why_not_en="unlike",
            )
        ],
        "non_figures": [
            NonFigure(id="made-date", kind=Kind.DATE, edtf=Edtf("2018-08/2018-10"), date_status=h.DateStatus.RECONSTRUCTED),
            NonFigure(id="made-ordinal", kind=Kind.ORDINAL, value=-3),
        ],
        "terms": [
            Term(
                id="made-term", name_zh="“最多跑一次”", name_hant="“最多跑一次”", name_en='run \\at\\ most "once"',
                kind=h.TermKind.REFORM, operator="organisations:made-office", place="made-city", since=Edtf("2016-12"),
                cases=("made-case", "other-case"), related=("made-term",), definition_zh="定义", definition_en="definition",
            )
        ],
        "term_parts": [TermPart(id="made-part", term="made-term", order=1, name_zh="部分", name_en="part")],
        "events": [
            Event(
                id="made-event", kind=h.EventKind.LAUNCH, name_zh="启动", name_en="launch", date=Edtf("2017/.."),
                date_status=h.DateStatus.STATED, actors=("places:made-city", "organisations:made-office"), term="made-term",
            )
        ],
        "mentions": [
            Mention(
                id="made-mention", of="metrics:made-metric-0", source="made-source", start=0, end=5, surface="8个工作日",
                voice=f.Voice.YEARBOOK,
            ),
            Mention(id="withheld", of="non_figures:made-date", source="made-source", start=9, end=12, voice=f.Voice.HOST),
        ],
        "codings": [
            Coding(id="made-coding", of="cases:made-case", field="other_domains", coder="coder-1", value="rural;other"),
            Coding(id="made-coding-2", of="sources:made-source", field="mention", coder="coder-2"),
        ],
    }  # fmt: skip
