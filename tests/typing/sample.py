"""A user's project, for type checkers alone: sixty public names and what they give. It is checked, never run."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_type

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
from pint import Quantity as PintQuantity

import zjreform as zj

ds = zj.load()
assert_type(ds, zj.Dataset)
version: str = zj.DATA_VERSION
assert_type(ds.version, str)
assert_type(ds.sizes(), dict[str, int])
assert_type(zj.read("p"), zj.Dataset)
assert_type(zj.read("p", limits=zj.Limits(rows=5)), zj.Dataset)
assert_type(zj.validate(ds), zj.Report)
assert_type(zj.validate("p", sources="texts").warnings, tuple[zj.Problem, ...])
assert_type(ds.write("p"), zj.Written)
assert_type(ds.diff(ds), zj.Diff)
assert_type(ds.merge(ds, on_conflict="ours"), zj.Dataset)

assert_type(ds.cases, zj.Table[zj.Case])
assert_type(ds.cases["a"], zj.Case)
assert_type(ds.cases[0], zj.Case)
assert_type(ds.cases[:3], zj.Table[zj.Case])
assert_type(ds.cases.get("a"), zj.Case | None)
assert_type(ds.cases.get("a", 0), zj.Case | int)
assert_type(ds.cases.one(), zj.Case)
assert_type(ds.cases.where(lambda row: row.level is zj.Level.COUNTY), zj.Table[zj.Case])
assert_type(ds.cases.sort(lambda row: row.id), zj.Table[zj.Case])
assert_type(ds.cases.group(lambda row: row.round), Mapping[str, zj.Table[zj.Case]])
assert_type(ds.cases.to_dicts(labels="zh"), list[dict[str, Any]])
assert_type(ds.cases.to_pandas(), pd.DataFrame)
assert_type(ds.cases.to_polars(), pl.DataFrame)
assert_type(ds.cases.to_arrow(), pa.Table)
assert_type(ds.cases.cite("bibtex", lang="zh"), str)
assert_type(ds.awards, zj.Table[zj.Award])
assert_type(ds.metrics, zj.Table[zj.Metric])
assert_type(ds.mentions, zj.Table[zj.Mention])
assert_type(ds.indicators, zj.Table[zj.Indicator])
assert_type(ds.pairings, zj.Table[zj.Pairing])
assert_type(ds.non_figures, zj.Table[zj.NonFigure])
assert_type(ds.places, zj.Table[zj.Place])
assert_type(ds.organisations, zj.Table[zj.Organisation])
assert_type(ds.terms, zj.Table[zj.Term])
assert_type(ds.term_parts, zj.Table[zj.TermPart])
assert_type(ds.events, zj.Table[zj.Event])
assert_type(ds.sources, zj.Table[zj.Source])
assert_type(ds.rounds, zj.Table[zj.Round])
assert_type(ds.round_bodies, zj.Table[zj.RoundBody])
assert_type(ds.tiers, zj.Table[zj.Tier])
assert_type(ds.applicants, zj.Table[zj.Applicant])
assert_type(ds.case_titles, zj.Table[zj.CaseTitle])
assert_type(ds.case_relations, zj.Table[zj.CaseRelation])
assert_type(ds.reviews, zj.Table[zj.Review])
assert_type(ds.codings, zj.Table[zj.Coding])
assert_type(zj.codebook(), zj.Table[zj.CodebookEntry])
assert_type(ds.find_cases(place="Lishui", round="mpro-2018"), zj.Table[zj.Case])
assert_type(ds.find_metrics(indicator="x")[0].quantity, zj.Quantity)
assert_type(ds.metrics[0].position, zj.Position)
assert_type(ds.metrics[0].quality, tuple[zj.Quality, ...])
assert_type(ds.metrics[0].part_of, str | None)
assert_type(ds.comparisons()[0], zj.Comparison)
assert_type(ds.comparisons()[0].verdict, zj.Verdict)
assert_type(attrs.evolve(ds.metrics[0], note_en="x"), zj.Metric)


def length(rows: zj.Table[object]) -> int:
    """Take any table: tables of cases are tables of objects."""
    return len(rows)


assert_type(length(ds.cases), int)

q = zj.parse("3天")
assert_type(q, zj.Quantity)
assert_type(q.value, Decimal | Fraction)
assert_type(q.unit, zj.Unit)
assert_type(q.bound, zj.Bound)
assert_type(q.dimension, zj.Dimension)
assert_type(q + q, zj.Quantity)
assert_type(q * 2, zj.Quantity)
assert_type(Fraction(1, 3) * q, zj.Quantity)
assert_type(q < zj.parse("5天"), bool)
assert_type(sum([q, q], start=q), zj.Quantity)
total = sum([q, q])
assert_type(zj.days(q), zj.Quantity)
assert_type(zj.percent("五成"), zj.Quantity)
assert_type(zj.count("3件"), zj.Quantity)
assert_type(zj.normalise(["3天"], to="days"), zj.Normalised)
assert_type(zj.normalise(iter(["3天"]), to="days").failures, tuple[zj.Failure, ...])
assert_type(zj.to_calendar_days(q, zj.FiveDayWeek()), zj.Quantity)
assert_type(zj.to_pint(q), PintQuantity[Any])
assert_type(zj.Change(q, q), zj.Change)
assert_type(zj.figures("3天", kinds=["date"], region="TW"), zj.Rows[zj.Figure])
assert_type(zj.figures("3天")[0].kind, zj.Kind)
assert_type(zj.changes("由3天减至1天"), zj.Rows[zj.StatedChange])
assert_type(zj.terms("一窗受理"), zj.Rows[zj.TermSpan])
assert_type(zj.cite(), str)
assert_type(zj.audit("texts"), zj.AuditReport)
