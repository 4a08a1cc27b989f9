"""Agreement of coders: values of the literature and of other software, gaps, undefined values, conditions, settlement."""

from typing import Any

import pytest

import zjreform as zj
from zjreform.drafting.agreeing.codings import EMPTY
from zjreform.drafting.agreeing.measures import ac1, alpha, interval, masi
from zjreform.errors import DatasetError, UnknownIdError

krippendorff = pytest.importorskip("krippendorff", reason="the oracle of alpha comes with the extra 'agreement'")

TEXT = "丽水市共设窗口12个，用时5天。\n累计办件30万件，覆盖6个部门。\n满意率98%，网点9个，人员8人，材料减少三成，平均4天，事项7项。"
GAP = "-"


def units(*coders: str) -> list[list[str]]:
    """Return units from one string for each coder, ``-`` being a gap."""
    return [[value for value in values if value != GAP] for values in zip(*coders, strict=True)]


class TestMeasures:
    """By hand, by the literature, by other packages."""

    def test_three_coders_with_gaps(self) -> None:
        """What krippendorff, nltk, simpledorff and irrCAC give for these."""
        coded = units("aaaaaab-", "aaaaabba", "-aaaaaca")
        found, other = alpha(coded), ac1(coded)
        assert found is not None
        assert other is not None
        assert float(found) == pytest.approx(0.4400, abs=5e-5)
        assert float(other) == pytest.approx(0.8053, abs=5e-5)
        codes = [
            ["abc".find(value) if value != GAP else float("nan") for value in row]
            for row in ("aaaaaab-", "aaaaabba", "-aaaaaca")
        ]
        assert float(found) == pytest.approx(krippendorff.alpha(reliability_data=codes, level_of_measurement="nominal"))

    def test_undefined(self) -> None:
        """Equal data, one coder and no data have no alpha; AC1 of equal data is 1."""
        assert alpha(units("aaa", "aaa")) is None
        assert alpha(units("abc")) is None
        assert alpha([]) is None
        assert ac1(units("aaa", "aaa")) == 1
        assert ac1(units("abc")) is None
        assert interval([units("aaa", "aaa")]) is None

    def test_one_difference_in_twenty(self) -> None:
        """Alpha falls to 0 where one value prevails, AC1 does not."""
        coded = units("a" * 20, "a" * 19 + "b")
        assert alpha(coded) == 0
        assert float(ac1(coded) or 0) == pytest.approx(0.947, abs=5e-4)

    def test_masi(self) -> None:
        """Subsets weigh two thirds, overlap a third; two empty sets are equal."""
        assert float(masi(frozenset("a"), frozenset("ab"))) == pytest.approx(0.667, abs=5e-4)
        assert float(masi(frozenset("ab"), frozenset("bc"))) == pytest.approx(0.889, abs=5e-4)
        assert masi(frozenset(), frozenset()) == 0
        assert masi(frozenset(), frozenset("a")) == 1

    def test_clusters_widen_the_interval(self) -> None:
        """Units of one paragraph that agree alike are less evidence than as many apart."""
        coded = units("aaaabbbbaaaabbbbab" * 2, "aaaabbbbbbbbaaaaab" * 2)
        apart = interval([[unit] for unit in coded])
        together = interval([coded[i : i + 4] for i in range(0, len(coded), 4)])
        assert apart is not None
        assert together is not None
        assert together[1] - together[0] > apart[1] - apart[0]


def drafts(**values: Any) -> tuple[zj.Draft, zj.Draft]:  # noqa: ANN401 (values of several fields)
    """Return a draft with proposals and a blind one, both coded."""
    one, two = zj.draft(TEXT, source={"id": "a"}), zj.draft(TEXT, source={"id": "a"}, blind=True)
    for coder, draft in (("one", one), ("two", two)):
        for number, key in enumerate(draft.figures):
            draft.confirm(key, coder=coder, accrual="period" if number % 3 == 0 else "instant", quality=None, **values)
    return one, two


class TestAgreement:
    """Conditions apart, gaps, sets, rows, spans."""

    def test_conditions_are_kept_apart(self) -> None:
        """What a coder saw decides: shown is not reliability, withheld and blind are."""
        one, two = drafts()
        rows = {row.condition.value: row for row in zj.agreement(one, two, fields=["accrual"])}
        assert rows.keys() == {"withheld", "shown"}
        hidden = sum(figure.withheld for figure in one.figures.values())
        assert (rows["withheld"].n, rows["shown"].n) == (hidden, len(one.figures) - hidden)
        assert rows["shown"].alpha == 1
        assert [row.condition.value for row in zj.agreement(two, fields=["accrual"])] == ["blind"]

    def test_a_gap_is_no_value(self) -> None:
        """A unit that one coder left out is not counted; a field left empty is."""
        one, two = drafts()
        key = next(key for key, figure in one.figures.items() if not figure.withheld)
        two.undo()
        shown = next(row for row in zj.agreement(one, two, fields=["quality"]) if row.condition.value == "shown")
        assert shown.n == sum(not figure.withheld for figure in one.figures.values()) - (
            not one.figures[list(one.figures)[-1]].withheld
        )
        assert (shown.alpha, shown.why, shown.ac1) == (None, "all values are equal", 1)
        assert shown.values == {EMPTY: 2 * shown.n + (0 if one.figures[list(one.figures)[-1]].withheld else 1)}
        assert key

    def test_three_coders(self) -> None:
        """As many as there are."""
        one, two = drafts()
        third = zj.draft(TEXT, source={"id": "a"}, blind=True)
        third.confirm(next(iter(third.figures)), coder="three", accrual="instant")
        assert max(row.coders for row in zj.agreement(one, two, third, fields=["accrual"])) == 3

    def test_two_values_of_one_coder_are_refused(self) -> None:
        """Software takes either without a word."""
        one, two = zj.draft(TEXT, source={"id": "a"}, blind=True), zj.draft(TEXT, source={"id": "a"}, blind=True)
        for draft, value in ((one, "instant"), (two, "period")):
            draft.confirm(next(iter(draft.figures)), coder="me", accrual=value)
        with pytest.raises(DatasetError, match="one value of me for accrual"):
            zj.agreement(one, two)
        with pytest.raises(TypeError, match="a dataset or a draft"):
            zj.agreement("a")  # type: ignore[arg-type]

    def test_rows_and_spans_of_the_bundled_codings(self) -> None:
        """Rows as a whole agree less than any field; spans have their own alpha."""
        rows = {row.field: row for row in zj.agreement(zj.load(), replicates=20)}
        whole = rows["row as a whole"]
        assert whole.same < min(row.same for name, row in rows.items() if row.n == whole.n and name != "row as a whole")
        assert rows["span"].alpha == pytest.approx(0.991, abs=5e-3)
        frame = zj.agreement(zj.load(), fields=["status"], replicates=20).to_pandas()
        assert frame.loc[0, "condition"] == "blind"


class TestSettlement:
    """Differences without names, in random order, and a third coding with its reason."""

    def test_order_and_names(self) -> None:
        """Neither order nor values say who coded what."""
        found = [zj.settle(zj.load(), seed=seed).differences for seed in (1, 2)]
        assert [one.of for one in found[0]] != [one.of for one in found[1]]
        assert sorted(one.of for one in found[0]) == sorted(one.of for one in found[1])
        values = {(one.of, one.field): one.values for one in found[0]}
        assert any(values[one.of, one.field] != one.values for one in found[1])
        assert "coder" not in found[0].to_dicts()[0]

    def test_third_coding(self) -> None:
        """It may be neither of the two; it needs a reason, and a difference that is there."""
        settlement = zj.settle(zj.load(), seed=1)
        with pytest.raises(ValueError, match="needs its reason"):
            settlement.decide(1, "a", coder="third", reason=" ")
        with pytest.raises(UnknownIdError, match="differences has no id '0'"):
            settlement.decide(0, "a", coder="third", reason="a rule")
        settlement.decide(2, None, coder="third", reason="a rule")
        (row,) = settlement.codings()
        assert (row["coder"], row["value"], row["reason"]) == ("third", None, "a rule")
        assert len(settlement.open) == len(settlement.differences) - 1
