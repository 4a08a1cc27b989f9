"""Pairings: two sides that can be set against each other, in their order, and a reported change that is one."""

from collections.abc import Iterator
from typing import Any

from zjreform.dataset.checks.view import View, problem
from zjreform.dataset.comparisons import comparison_of
from zjreform.dataset.table import Table
from zjreform.dataset.tables import Tables
from zjreform.errors import Problem
from zjreform.records.answer_codes import Verdict
from zjreform.records.edtf import edtf_bounds
from zjreform.records.figure_codes import Comparator, Position, Status
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of

_SIDES = ("before", "after", "reported")


def sides(view: View) -> Iterator[Problem]:
    """Yield pairings without a side, with one side twice, and with sides of two dimensions."""
    for pairing, line in view.each("pairings"):
        keys = [key for key in map(pairing.__getattribute__, _SIDES) if key is not None]
        if not keys:
            yield problem(
                "pairings",
                line,
                "before",
                None,
                "at least one of before, after and reported",
                "fill one in, or take the row out",
            )
        if len(set(keys)) < len(keys):
            yield problem(
                "pairings", line, "after", pairing.after, "another metric on each side", "correct one of them"
            )
        before, after = view.get("metrics", pairing.before), view.get("metrics", pairing.after)
        if before is not None and after is not None and before.quantity.dimension is not after.quantity.dimension:
            shown, expected = f"{before.quantity}, {after.quantity}", "two sides of one dimension"
            yield problem("pairings", line, "after", shown, expected, "pair claims that measure the same")


def order(view: View) -> Iterator[Problem]:
    """Yield pairings whose sides stand the wrong way round, by position, status or period of their claims."""
    for pairing, line in view.each("pairings"):
        before, after = view.get("metrics", pairing.before), view.get("metrics", pairing.after)
        remedy = "exchange the sides, or correct the position"
        for name, metric, wrong in (("before", before, Position.AFTER), ("after", after, Position.BEFORE)):
            if metric is not None and metric.position in {wrong, Position.CHANGE}:
                yield problem(
                    "pairings",
                    line,
                    name,
                    f"{metric.id} ({metric.position})",
                    f"a claim whose position is not {metric.position}",
                    remedy,
                )
        reported = view.get("metrics", pairing.reported)
        if reported is not None and reported.position is not Position.CHANGE:
            yield problem(
                "pairings",
                line,
                "reported",
                f"{reported.id} ({reported.position})",
                "a claim whose position is change",
                remedy,
            )
        if before is None or after is None:
            continue
        if (
            pairing.comparator is Comparator.TARGET
            and before.status is Status.ACHIEVED
            and after.status is not Status.ACHIEVED
        ):
            yield problem("pairings", line, "before", before.id, "the target before what was achieved", remedy)
        if pairing.comparator is Comparator.OWN_PAST and _later(before.period, after.period):
            yield problem(
                "pairings",
                line,
                "before",
                f"{before.period}, {after.period}",
                "the earlier period before the later",
                remedy,
            )


def reasons(view: View) -> Iterator[Problem]:
    """Yield pairings that are alike and say why not, or are not alike and do not say why."""
    for pairing, line in view.each("pairings"):
        for name in ("why_not_zh", "why_not_en"):
            reason = getattr(pairing, name)
            if pairing.like_with_like == (reason is not None):
                expected = (
                    "nothing, since both sides are alike" if pairing.like_with_like else "why the sides are not alike"
                )
                yield problem("pairings", line, name, reason, expected, "correct like_with_like, or the reason")


def reports(view: View) -> Iterator[Problem]:
    """Yield pairings whose reported change the computed one rules out."""
    whole = [pair for pair in view.each("pairings") if None not in {pair[0].before, pair[0].after, pair[0].reported}]
    tables = _both(view) if whole else view.tables
    for pairing, line in whole:
        found = comparison_of(tables, pairing)
        if found.verdict is Verdict.DISAGREES and found.change is not None and found.reported is not None:
            computed = found.change.relative or found.change.absolute
            yield problem(
                "pairings",
                line,
                "reported",
                found.reported.quantity,
                f"a change of {computed}, as computed",
                "look at the source",
            )


def _both(view: View) -> Tables:
    """Return the tables of a package together with those of what it extends."""
    if view.base is None:
        return view.tables
    parts = {name: (*getattr(view.base, name), *getattr(view.tables, name)) for name in TABLES}
    made: dict[str, Any] = {name: Table(schema_of(name), rows) for name, rows in parts.items()}
    return Tables(version=view.tables.version, **made)


def _later(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    start, end = edtf_bounds(one)[0], edtf_bounds(other)[1]
    return start is not None and end is not None and start > end
