"""Merging and comparing datasets, by row and field."""

from typing import Any

import pytest
from attrs import evolve
from tests.interop.made import made_dataset
from tests.interop.test_round_trips import made_extended, own_package, tables_of

import zjreform as zj
from zjreform.dataset.table import Table
from zjreform.records.index import TABLES


def changed(ds: zj.Dataset, table: str, key: str, **changes: Any) -> zj.Dataset:  # noqa: ANN401 (any field)
    """Return the dataset with one row changed."""
    rows = [evolve(row, **changes) if row.id == key else row for row in getattr(ds, table)]
    return zj.Dataset(version="2", **{**tables_of(ds), table: Table(getattr(ds, table).schema, rows)})


class TestMerge:
    """Rows of both, the same row once, conflicts in the open."""

    def test_adds_rows_behind(self) -> None:
        """Nothing is lost, and the rows of the bundled dataset come first."""
        base, own = zj.load(), own_package()
        both = base.merge(own)
        assert both.metrics.ids == (*base.metrics.ids, "my-metric")
        assert both.version == f"{base.version}+0.1.0"
        assert all(getattr(both, name) == getattr(base, name) for name in TABLES if name != "metrics")

    def test_unites_what_is_the_same(self) -> None:
        """Merging twice changes nothing."""
        ds = made_dataset()
        assert ds.merge(ds) == ds
        assert (
            zj.load().merge(own_package()).merge(own_package(), version="x").metrics
            == zj.load().merge(own_package()).metrics
        )

    def test_lists_every_conflict(self) -> None:
        """Each problem names table, id, field, both values and what to do."""
        ours = made_dataset()
        theirs = changed(
            changed(ours, "cases", "made-case", title_en="Other", level=ours.cases["other-case"].level),
            "awards",
            "made-award",
            position=2,
        )
        with pytest.raises(zj.DatasetError) as caught:
            ours.merge(theirs)
        found = [(problem.file, problem.field, problem.value) for problem in caught.value.problems]
        assert found == [
            ("awards.csv", "position", "2"),
            ("cases.csv", "title_en", "Other"),
            ("cases.csv", "level", "mixed"),
        ]
        assert "for made-case 'A case, “quoted”', as here" in str(caught.value)
        assert "on_conflict='ours' or 'theirs'" in caught.value.problems[0].remedy

    def test_keeps_one_side_if_told_to(self) -> None:
        """The choice is the caller's."""
        ours = made_dataset()
        theirs = changed(ours, "cases", "made-case", title_en="Other")
        assert ours.merge(theirs, on_conflict="ours").cases["made-case"].title_en == "A case, “quoted”"
        assert ours.merge(theirs, on_conflict="theirs").cases["made-case"].title_en == "Other"
        with pytest.raises(zj.UnknownValueError, match="no on_conflict is called 'mine'"):
            ours.merge(theirs, on_conflict="mine")  # type: ignore[arg-type]

    def test_refuses_references_into_the_void(self) -> None:
        """A package that needs another base is not merged into this one."""
        with pytest.raises(zj.DatasetError, match=r"expected the id of a row of indicators\.csv"):
            made_dataset().merge(own_package())

    def test_unites_extension_columns(self) -> None:
        """Columns of either side stay; a conflict among them is a conflict."""
        one, other = made_dataset(), made_extended()
        assert one.merge(other, on_conflict="theirs").cases.extra_values("made-case")["x_rank"] == 3
        assert [field.name for field in one.merge(other, on_conflict="ours").cases.extension.fields] == [
            "x_note",
            "x_rank",
            "x_open",
        ]
        with pytest.raises(zj.DatasetError, match="x_…"):
            one.merge(other)


class TestDiff:
    """What changes from one to the other."""

    def test_by_row_and_field(self) -> None:
        """Added, removed and changed rows; a quantity shows as its cells."""
        ours = made_dataset()
        theirs = changed(ours, "metrics", "made-metric-1", quantity=ours.metrics["made-metric-0"].quantity)
        theirs = changed(theirs, "cases", "made-case", places=("made-city",))
        theirs = zj.Dataset(
            version="2", **{**tables_of(theirs), "codings": theirs.codings[:1], "pairings": theirs.pairings[:0]}
        )
        found = [(c.table, c.id, c.change, c.field, c.before, c.after) for c in ours.diff(theirs)]
        assert found == [
            ("cases", "made-case", "changed", "places", "made-place;made-city", "made-city"),
            ("metrics", "made-metric-1", "changed", "quantity", "66.8,,,,,exact,%", "8,,,,,at_most,workday"),
            ("pairings", "made-pairing", "removed", "", None, None),
            ("codings", "made-coding-2", "removed", "", None, None),
        ]
        assert [c.change for c in theirs.diff(ours) if c.table == "codings"] == ["added"]

    def test_is_empty_for_equal_datasets(self) -> None:
        """No difference, no change."""
        assert len(made_dataset().diff(made_dataset())) == 0

    def test_sees_what_equality_of_claims_does_not(self) -> None:
        """60 minutes for one hour is the same claim and another row of the file."""
        hour = zj.Quantity.from_parts("1", "hour")
        one = changed(made_dataset(), "metrics", "made-metric-7", quantity=hour)
        other = changed(one, "metrics", "made-metric-7", quantity=hour.to("minute"))
        assert [change.after for change in one.diff(other)] == ["60,,,,,exact,minute"]

    def test_sees_extension_columns(self) -> None:
        """A value of one's own counts as a field."""
        found = [(change.field, change.before, change.after) for change in made_dataset().diff(made_extended())]
        assert found == [("x_note", "", "=a;b"), ("x_rank", "", "3"), ("x_open", "", "true")]

    def test_writes_a_changelog(self) -> None:
        """A section for the changelog, by table."""
        ours = made_dataset()
        text = ours.diff(changed(ours, "cases", "made-case", title_en="Other")).to_markdown()
        assert text.splitlines() == [
            "## Data 2 (from 2026.01.0)",
            "",
            "### cases: 1 changed",
            "",
            "- `made-case`: title_en from `A case, “quoted”` to `Other`",
        ]


@pytest.mark.parametrize("other", ["folder/", None, made_dataset().cases])
def test_only_datasets_merge_and_differ(other: Any) -> None:  # noqa: ANN401 (whatever is no dataset)
    """A path, say, is refused with what would give a dataset."""
    for work in (made_dataset().merge, made_dataset().diff):
        with pytest.raises(TypeError, match=r"expected a Dataset, which zj\.read\(path\) gives, got"):
            work(other)


def test_a_conflict_is_at_its_row_in_the_file() -> None:
    """The header is row 1, as in every other problem."""
    ours = made_dataset()
    theirs = evolve(ours, cases=Table(ours.cases.schema, [evolve(ours.cases[0], title_en="Other")], version="1"))
    with pytest.raises(zj.DatasetError, match=r"cases\.csv row 2, title_en"):
        ours.merge(theirs)
