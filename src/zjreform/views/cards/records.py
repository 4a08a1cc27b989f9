"""The card of a record: its fields, and what belongs to it where the bundled dataset holds it."""

from collections.abc import Callable
from typing import Any

from zjreform.dataset.dataset import Dataset
from zjreform.display import label, say
from zjreform.html import text
from zjreform.records.figures import Metric
from zjreform.records.history import Event, Term
from zjreform.records.index import TABLES
from zjreform.records.places import Place
from zjreform.records.rosters import Award, Case
from zjreform.records.schema import schema_of
from zjreform.views.bars import Bar, bars
from zjreform.views.cards.evidence import comparisons_of, figures_table, pairs, where
from zjreform.views.cards.sheet import Field, card, listed, record_fields
from zjreform.views.names import holder, name_of

Extra = tuple[list[Field], str]
"""Fields beside the record's own, and safe HTML behind them."""

_TABLE_OF = {path.rpartition(".")[2]: table for table, path in TABLES.items()}


def record_card(record: Any, ds: Dataset | None, lang: str) -> str:  # noqa: ANN401 (any record)
    """Return the card of a record.

    Args:
        record: A record of any table.
        ds: The dataset that it belongs to; the bundled one if that holds it, and none is given.
        lang: Language of the card.

    Example:
        >>> import zjreform as zj
        >>> "Nanhu" in record_card(zj.load().cases["nanhu-company-setup"], None, "en")
        True
    """
    name = type(record).__name__
    schema = schema_of(_TABLE_OF[name])
    home = ds if ds is not None else holder(record, schema.name)
    more: Callable[[Any, Dataset, str], Extra] | None = _MORE.get(type(record))
    fields, tail = ([], "") if home is None or more is None else more(record, home, lang)
    title = (
        f"{name_of(home.indicators[record.indicator], lang)}: {record.quantity:{lang}}"
        if home and name == "Metric"
        else name_of(record, lang)
    )
    own = record_fields(record, schema, home, lang, without=_TITLES)
    return card(title, f"{_kind(name, lang)} · {record.id}", [*own[1:], *fields], lang, tail=tail)


_TITLES = ("name_zh", "name_en", "title_zh", "title_en", "quality_zh")
_KINDS = {
    "Case": "案例", "Award": "奖项", "Metric": "数据", "Term": "术语", "Event": "事件", "Place": "地方", "Indicator": "指标",
    "Organisation": "机构", "Round": "届次", "Tier": "奖级", "Source": "来源", "Pairing": "对比", "Mention": "出处",
    "NonFigure": "非数据数字", "Review": "点评", "Applicant": "申报单位", "CaseTitle": "题名", "CaseRelation": "案例关系",
    "RoundBody": "主办单位", "TermPart": "框架组成", "Coding": "编码",
}  # fmt: skip


def _kind(name: str, lang: str) -> str:
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
    return say(spaced, _KINDS.get(name, spaced), lang)


def _of_case(case: Case, ds: Dataset, lang: str) -> Extra:
    awards = ds.find_awards(case=case.id)
    bodies = [f"{text(row.as_listed)} ({text(label(row.role, lang))})" for row in ds.find_applicants(case=case.id)]
    fields = [
        (say("awards", "所获奖项", lang), listed(_award(award, ds, lang) for award in awards)),
        (say("bodies", "单位", lang), listed(bodies)),
    ]

    def about(metric: Metric) -> bool:
        return metric.case == case.id or metric.about == f"cases:{case.id}"

    return fields, pairs(ds, comparisons_of(ds, about), lang) + figures_table(ds, about, lang)


def _award(award: Award, ds: Dataset, lang: str) -> str:
    tier = ds.tiers[award.tier]
    place = say(f"no. {award.position} of {tier.quota}", f"第{award.position}位，共{tier.quota}名", lang)
    order = f"{say('order', '排序', lang)}: {label(tier.order_rule, lang)}"
    return text(f"{name_of(ds.rounds[award.round], lang)}: {name_of(tier, lang)}, {place} ({order})")


def _of_award(award: Award, ds: Dataset, lang: str) -> Extra:
    bodies = [text(row.as_listed) for row in ds.find_applicants(award=award.id)]
    stands = text(where(ds, f"awards:{award.id}", lang))
    return [(say("bodies", "单位", lang), listed(bodies)), (say("where it stands", "出处", lang), stands)], ""


def _of_metric(metric: Metric, ds: Dataset, lang: str) -> Extra:
    stands = text(where(ds, f"metrics:{metric.id}", lang))
    found = comparisons_of(ds, lambda row: row.id == metric.id)
    drawn = pairs(ds, found, lang) or bars([Bar(metric.quantity, metric.aggregate)], lang)
    return [(say("where it stands", "出处", lang), stands)], drawn


def _of_term(term: Term, ds: Dataset, lang: str) -> Extra:
    parts = [text(name_of(part, lang)) for part in ds.term_parts if part.term == term.id]
    events = [text(_dated(event, lang)) for event in ds.find_events(term=term.id)]
    fields = [(say("parts", "组成", lang), listed(parts)), (say("events", "事件", lang), listed(events[:_EVENTS]))]
    return fields, figures_table(ds, lambda metric: metric.about == f"terms:{term.id}", lang)


_EVENTS = 8


def _dated(event: Event, lang: str) -> str:
    return f"{event.date or say('undated', '无日期', lang)}: {name_of(event, lang)}"


def _of_event(event: Event, ds: Dataset, lang: str) -> Extra:
    return [(say("where it stands", "出处", lang), text(where(ds, f"events:{event.id}", lang)))], ""


def _of_place(place: Place, ds: Dataset, lang: str) -> Extra:
    awards = ds.find_awards(place=place.id)
    cases = [text(f"{name_of(case, lang)} ({case.round})") for case in ds.find_cases(place=place.id)]
    won = say(f"awards with a body in it: {len(awards)}", f"有本地单位的奖项：{len(awards)}", lang)
    fields = [(say("awards", "奖项", lang), text(won)), (say("cases", "案例", lang), listed(cases[:_EVENTS]))]
    return fields, figures_table(ds, lambda metric: metric.about == f"places:{place.id}", lang)


_MORE: dict[type, Callable[[Any, Dataset, str], Extra]] = {
    Case: _of_case,
    Award: _of_award,
    Metric: _of_metric,
    Term: _of_term,
    Event: _of_event,
    Place: _of_place,
}
