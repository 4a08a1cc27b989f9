"""Comparisons and derived figures: like with like, bounds, every verdict, and what follows from stated figures."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

import zjreform as zj
from zjreform.dataset.comparisons import Comparison, comparison_of, rounding
from zjreform.dataset.derived import Derived, derived_figures
from zjreform.records.answer_codes import Derivation, Verdict
from zjreform.records.figure_codes import Composition, Position

DS = zj.load()
COMPARISONS = {row.id: row for row in DS.comparisons()}
DERIVED = {row.of.id: row for row in DS.derived()}


def compared(before: str | None, after: str | None, reported: str | None, *, alike: bool = True) -> Comparison:
    """Return the comparison of three figures, put in the place of those of Nanhu's set-up time."""
    texts = {"before": before, "after": after, "reported": reported}
    base = DS.metrics["nanhu-setup-time-before"]
    metrics = [evolve(base, id=name, quantity=zj.parse(text)) for name, text in texts.items() if text is not None]
    first, second, third = (None if text is None else name for name, text in texts.items())
    pairing = evolve(DS.pairings["nanhu-setup-time"], before=first, after=second, reported=third, like_with_like=alike)
    table = DS.metrics.where(lambda _: False)
    return comparison_of(evolve(DS, metrics=type(table)(table.schema, metrics, version=DS.version)), pairing)


class TestBundled:
    """What the texts set against what."""

    def test_every_pairing_is_compared(self) -> None:
        """No pairing is left out, in file order."""
        assert tuple(COMPARISONS) == DS.pairings.ids

    @pytest.mark.parametrize(
        ("pairing", "absolute", "relative"),
        [
            ("nanhu-setup-time", "-7个工作日", "-87.5%"),
            ("lishui-setup-time", "-4个工作日", None),
            ("nanhu-documents", "-16份", None),
            ("lishui-land-parcel-target", "29.03个百分点", None),  # above the threshold
            ("lishui-land-area-target", "25.91个百分点", None),
        ],
    )
    def test_changes(self, pairing: str, absolute: str, relative: str | None) -> None:
        """Like is compared with like: the difference, and the share of the start, with bounds."""
        row = COMPARISONS[pairing]
        assert str(row.absolute) == absolute
        assert relative is None or str(row.relative) == relative

    def test_a_target_is_a_threshold(self) -> None:
        """At least 30 % against 59.03 % is 29.03 points above, exactly, and no relative change."""
        row = DS.comparisons()["lishui-land-parcel-target"].flat()
        assert [row[name] for name in ("absolute", "absolute_low", "absolute_high")] == [Decimal("29.03")] * 3
        assert (row["absolute_unit"], row["relative"], row["relative_low"]) == ("pp", None, None)

    def test_numbers_are_decimals(self) -> None:
        """What does not end is rounded at the twelfth place; the ends say the same."""
        row = DS.comparisons()["lishui-setup-time"].flat()
        assert row["relative"] == row["relative_low"] == row["relative_high"] == Decimal("-57.142857142857")
        assert (row["before_value"], row["after_value"], row["absolute"], row["absolute_unit"]) == (7, 3, -4, "workday")

    def test_what_stands_against_a_change_is_said_beside_it(self) -> None:
        """A change that is in doubt stands in a column of its own, with the reason."""
        row = DS.comparisons()["zhuji-filing-time"].flat()
        assert (row["relative"], row["relative_if_alike"]) == (None, Decimal("-99.652777777778"))
        assert "24 hours" in row["why_not"]
        construction = DS.comparisons()["lishui-construction-time"].flat()
        assert (construction["relative_if_alike_high"], construction["relative_if_alike_low"]) == (-57, None)
        assert construction["relative_if_alike_high_open"] is True

    @pytest.mark.parametrize(
        ("conditions", "expected"),
        [
            ({"place": "Nanhu"}, {"nanhu-setup-time", "nanhu-setup-benchmark", "nanhu-steps", "nanhu-documents"}),
            ({"case": "zhuji-one-certificate", "like_with_like": False, "family": "time"}, {"zhuji-filing-time"}),
            (
                {"comparator": "目标"},
                {"lishui-limit-kept-target", "lishui-land-parcel-target", "lishui-land-area-target"},
            ),
            ({"indicator": "company-setup-time", "like_with_like": True}, {"nanhu-setup-time", "lishui-setup-time"}),
            ({"source": "jinrizhejiang-2020"}, set()),
            (
                {"quality": "damaged"},
                {"lishui-land-parcel-target", "lishui-land-area-target"},
            ),
        ],
    )
    def test_comparisons_are_found_by_what_is_asked(self, conditions: dict[str, Any], expected: set[str]) -> None:
        """All conditions of a call hold for one of the figures."""
        assert set(DS.comparisons(**conditions).ids) == expected

    def test_how_many_are_computed_reported_and_both(self) -> None:
        """Five changes and distances are computed, 14 reported, none is both."""
        computed = {row.id for row in DS.comparisons() if row.absolute is not None}
        reported = {row.id for row in DS.comparisons() if row.reported is not None}
        assert (len(computed), len(reported), computed & reported) == (5, 14, set())

    def test_fall_from_seven_to_three_is_exact(self) -> None:
        """Four sevenths have no end as a decimal and stay a fraction."""
        change = COMPARISONS["lishui-setup-time"].change
        assert change is not None
        assert change.relative is not None
        assert change.relative.value == Fraction(-400, 7)

    def test_unlike_sides_have_a_reason_and_no_change(self) -> None:
        """A mean against a limit, steps against a process, a missing side: a reason in both languages, and no number."""
        for row in COMPARISONS.values():
            pairing = DS.pairings[row.id]
            assert (row.why_not is None) is row.like_with_like
            assert (pairing.why_not_zh is None) is row.like_with_like
            assert row.change is None or row.like_with_like
        mean_and_limit = COMPARISONS["lishui-construction-time"]
        assert (mean_and_limit.like_with_like, mean_and_limit.change) == (False, None)
        assert "limit" in str(mean_and_limit.why_not)

    def test_alike_means_one_indicator_aggregate_and_unit(self) -> None:
        """Where sides are said to be alike, the fields agree that say so."""
        for row in COMPARISONS.values():
            if row.like_with_like:
                assert row.before is not None
                assert row.after is not None
                assert row.before.indicator == row.after.indicator
                assert row.before.aggregate == row.after.aggregate
                assert row.before.quantity.dimension == row.after.quantity.dimension

    def test_verdicts_of_the_texts(self) -> None:
        """No text gives both sides and the change: reported changes cannot be checked, and the rest is not reported."""
        verdicts = {row.id: row.verdict for row in COMPARISONS.values()}
        assert set(verdicts.values()) == {Verdict.NOT_COMPUTED, Verdict.NOT_REPORTED}
        assert verdicts["nanhu-setup-benchmark"] is Verdict.NOT_COMPUTED
        assert verdicts["lishui-housing-time-mean"] is Verdict.NOT_COMPUTED
        assert verdicts["nanhu-setup-time"] is Verdict.NOT_REPORTED

    def test_each_change_that_is_stated_is_paired(self) -> None:
        """Every metric that is the size of a change is the report of a pairing."""
        changes = {row.id for row in DS.metrics if row.position is Position.CHANGE}
        assert changes == {row.reported for row in DS.pairings if row.reported is not None}

    def test_each_before_is_paired(self) -> None:
        """No state before the reform is left without its pairing; parts are paired by their whole."""
        paired = {row.before for row in DS.pairings}
        before = [row for row in DS.metrics if row.position is Position.BEFORE]
        assert [row.id for row in before if row.id not in paired and row.composition is not Composition.PARTITION] == []


class TestVerdicts:
    """Each verdict, on made figures."""

    @pytest.mark.parametrize(
        ("before", "after", "reported", "verdict"),
        [
            ("8个工作日", "1个工作日", "87.5%", Verdict.AGREES),
            ("8个工作日", "1个工作日", "88%", Verdict.AGREES),  # rounded as the report is
            ("8个工作日", "1个工作日", "87%", Verdict.AGREES),  # 87.5 may be rounded down
            ("8个工作日", "1个工作日", "86%", Verdict.DISAGREES),
            ("23份", "7份", "69.57%", Verdict.AGREES),
            ("23份", "7份", "69.6%以上", Verdict.AGREES),
            ("23份", "7份", "70%以上", Verdict.AGREES),  # 69.6 rounds to 70
            ("23份", "7份", "71%以上", Verdict.DISAGREES),
            ("23份", "7份", "16份", Verdict.AGREES),
            ("23份", "7份", "15份", Verdict.DISAGREES),
            ("7份", "23份", "16份", Verdict.AGREES),  # a report states a size, not a sign
            ("2小时", "30分钟", "1.5小时", Verdict.AGREES),
            ("2小时", "30分钟", "90分钟", Verdict.AGREES),
            ("200多个工作日", "86个工作日内", "60%", Verdict.AGREES),  # over 57 % allows it
            ("200多个工作日", "86个工作日内", "50%", Verdict.DISAGREES),
            ("60%", "85%", "25个百分点", Verdict.AGREES),
            ("60%", "85%", "20个百分点", Verdict.DISAGREES),
            ("8个工作日", "1个工作日", "约50%", Verdict.UNDECIDED),  # about 50 % neither allows nor rules out 87.5
            ("8个工作日", "1个工作日", "近80%", Verdict.DISAGREES),  # what is below 80 is not 87.5
            ("8个工作日", "1个工作日", "近90%", Verdict.UNDECIDED),
            ("约8个工作日", "1个工作日", "87.5%", Verdict.UNDECIDED),
            ("8个工作日", "1天", "87.5%", Verdict.NOT_COMPUTED),  # workdays and days have no common basis
            ("8个工作日", "1个工作日", "7天", Verdict.NOT_COMPUTED),
            ("8个工作日", None, "50%", Verdict.NOT_COMPUTED),
            (None, "1个工作日", "50%", Verdict.NOT_COMPUTED),
            (None, None, "50%", Verdict.NOT_COMPUTED),
            ("8个工作日", "1个工作日", None, Verdict.NOT_REPORTED),
        ],
    )
    def test_verdict(self, before: str | None, after: str | None, reported: str | None, verdict: Verdict) -> None:
        """The size that is reported is allowed by the computed one, ruled out, or neither."""
        assert compared(before, after, reported).verdict is verdict

    def test_unlike_sides_are_not_compared(self) -> None:
        """With both sides there and not alike no change is computed, whatever is reported."""
        row = compared("200多个工作日", "86个工作日内", "60%", alike=False)
        assert (row.verdict, row.change) == (Verdict.NOT_COMPUTED, None)

    def test_sides_without_common_basis_have_no_change(self) -> None:
        """Workdays are never silently set against days."""
        assert compared("8个工作日", "1天", None).change is None

    def test_bounds_are_carried_through(self) -> None:
        """From over 200 to at most 86: a fall by more than 57 %."""
        change = compared("200多个工作日", "86个工作日内", None).change
        assert change is not None
        assert change.decrease is not None
        assert change.decrease.low == 57
        assert change.decrease.low_open

    @pytest.mark.parametrize(("text", "half"), [("93%", "1/2"), ("59.03%", "1/200"), ("三分之一", "0")])
    def test_rounding(self, text: str, half: str) -> None:
        """Half a unit of the last digit; a fraction is not rounded."""
        assert rounding(zj.parse(text)) == Fraction(half)


class TestDerived:
    """Sums and implied wholes are computed, checked, and never stored."""

    @pytest.mark.parametrize(
        ("whole", "total"),
        [
            ("nanhu-documents-before", 23),
            ("lishui-group-departments", 43),
            ("rib-2019-entries", 262),
            ("rib-2019-winners", 40),
        ],
    )
    def test_sums(self, whole: str, total: int) -> None:
        """The parts of each partition make up what is stated."""
        row = DERIVED[whole]
        assert row.derivation is Derivation.SUM
        assert row.quantity.value == total
        assert row.agrees is True
        assert sum(part.quantity.value for part in row.parts) == total

    @pytest.mark.parametrize(
        ("share", "whole"),
        [
            ("lishui-one-certificate-share", "约325个"),
            ("lishui-land-parcel-share", "约144宗"),
            ("lishui-land-area-share", "约261.8公顷"),
            ("lishui-one-visit-share", "1953项"),
        ],
    )
    def test_implied_wholes(self, share: str, whole: str) -> None:
        """The shortest number that the rounded share allows; all of a whole is the whole."""
        row = DERIVED[share]
        assert (row.derivation.value, str(row.quantity)) == ("implied_whole", whole)
        assert row.low <= Fraction(row.quantity.value) <= row.high

    def test_the_stated_whole_is_ruled_out(self) -> None:
        """167 items at 51.4 % allow from 324.6 to 325.2 livelihood items, not 1285."""
        row = DERIVED["lishui-one-certificate-share"]
        assert ([str(metric.quantity) for metric in row.beside], row.agrees) == (["1285个"], False)
        assert float(row.low) == pytest.approx(324.587, abs=1e-3)
        assert float(row.high) == pytest.approx(325.219, abs=1e-3)

    def test_where_no_whole_is_stated_nothing_is_judged(self) -> None:
        """The whole of the land shares is not given."""
        assert DERIVED["lishui-land-parcel-share"].agrees is None
        assert DERIVED["lishui-land-parcel-share"].beside == ()

    def test_nothing_derived_is_stored(self) -> None:
        """No metric states an implied whole."""
        implied = {(row.quantity.value, row.quantity.unit) for row in DERIVED.values() if row.low != row.high}
        assert len(implied) == 3
        assert implied.isdisjoint((row.quantity.value, row.quantity.unit) for row in DS.metrics)

    def test_a_false_sum_is_seen(self) -> None:
        """With one part changed the sum no longer agrees, and only exact parts are added."""
        assert self._documents("12份").agrees is False
        assert self._documents("11份").agrees is True
        assert self._all("约11份").get("nanhu-documents-before") is None

    def test_a_share_that_does_not_end_is_exact(self) -> None:
        """Two thirds are not rounded: 85 parcels are two thirds of 127.5."""
        rows = [
            evolve(row, quantity=zj.parse("三分之二")) if row.id == "lishui-land-parcel-share" else row
            for row in DS.metrics
        ]
        row = {row.of.id: row for row in _derived(rows)}["lishui-land-parcel-share"]
        assert (row.low, row.high, row.quantity.value) == (Fraction(255, 2), Fraction(255, 2), Fraction(255, 2))

    def test_a_share_with_a_bound_implies_no_whole(self) -> None:
        """From about 59 % of what is not given no one number follows."""
        rows = [
            evolve(row, quantity=zj.parse("约59%")) if row.id == "lishui-land-parcel-share" else row
            for row in DS.metrics
        ]
        assert {row.of.id for row in _derived(rows)} == set(DERIVED) - {"lishui-land-parcel-share"}

    def _documents(self, registration: str) -> Derived:
        return self._all(registration)["nanhu-documents-before"]

    @staticmethod
    def _all(registration: str) -> dict[str, Derived]:
        rows = [
            evolve(row, quantity=zj.parse(registration)) if row.id == "nanhu-documents-before-registration" else row
            for row in DS.metrics
        ]
        return {row.of.id: row for row in _derived(rows)}


def _derived(metrics: list[zj.Metric]) -> tuple[Derived, ...]:
    table = type(DS.metrics)(DS.metrics.schema, metrics, version=DS.version)
    return derived_figures(evolve(DS, metrics=table))
