"""Validation sees what contradicts itself, and says nothing of what does not."""

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from attrs import evolve
from tests.damage.contradictions import DOUBTS, DS, KINDS, damaged
from tests.damage.packages import WHOLE
from tests.interop.made import made_dataset
from tests.sources import FOLDER, needs_sources

import zjreform as zj
from zjreform.dataset.table import Table

COUNT = 300 if WHOLE else len(KINDS)
"""Damages that are drawn: each kind in turn, rows by chance."""

LISTED: dict[str, str] = {}
"""Warnings that the bundled data give, with the reason why each is right."""


def test_bundled_data_pass() -> None:
    """No error, and no warning that is not listed with its reason."""
    report = zj.validate(DS)
    assert report.problems == ()
    assert {str(warning) for warning in report.warnings} == LISTED.keys()


def test_damages_are_seen() -> None:
    """Of the damages drawn, at least 99 in 100 are told as errors, none of them as a failure."""
    draw = Random(17)  # noqa: S311 (the same damages on every run)
    names = list(KINDS) * (COUNT // len(KINDS) + 1)
    unseen = [f"{name}: {change}" for name in names[:COUNT] if zj.validate(damaged(change := KINDS[name](draw))).ok]
    assert len(unseen) <= COUNT // 100, "\n".join(unseen)


@pytest.mark.parametrize("name", DOUBTS)
def test_doubts_are_told(name: str) -> None:
    """What may be right is told apart from what is wrong."""
    report = zj.validate(damaged(DOUBTS[name](Random(name))))  # noqa: S311 (as above)
    assert report.warnings, name


def test_a_reported_change_that_the_computed_one_rules_out() -> None:
    """Eight working days to one is a fall of 87.5 %, not of 20 %."""
    metric = next(row for row in DS.metrics if row.id == "lishui-personnel-time" or "speedup" in row.id)
    pairing = DS.pairings["nanhu-setup-time"]
    report = zj.validate(damaged(("pairings", pairing.id, {"reported": metric.id})))
    assert any(warning.field == "reported" for warning in report.warnings)


def test_a_folder_of_sources_must_be_one() -> None:
    """A misspelt folder would otherwise pass as one without texts."""
    with pytest.raises(NotADirectoryError, match="expected a folder"):
        zj.validate(DS, sources="no-such-folder")


@needs_sources
def test_source_texts_decide() -> None:
    """With the documents at hand, hash, length and each span are compared with them."""
    assert zj.validate(DS, sources=FOLDER).ok
    term = next(row for row in DS.mentions if row.of.startswith("terms:"))
    slipped = damaged(("mentions", term.id, {"start": term.start + 1, "end": term.end + 1}))
    assert any("which stands there" in str(problem) for problem in zj.validate(slipped, sources=FOLDER).problems)
    counted = damaged(("sources", term.source, {"characters": DS.sources[term.source].characters + 1}))
    assert any(problem.field == "characters" for problem in zj.validate(counted, sources=FOLDER).problems)


def test_what_a_package_extends_is_seen(tmp_path: Path) -> None:
    """A claim whose indicator stands in the bundled data is compared with it."""
    made = made_dataset()
    report = zj.validate(made)
    assert {problem.field for problem in report.problems} >= {"unit"}
    assert zj.read(made.write(tmp_path / "p").path) == made


def test_long_numbers_break_no_comparison() -> None:
    """The difference of two numbers of 38 digits may have more: then no change is computed."""
    pairing = DS.pairings["nanhu-setup-time"]
    long = {pairing.before: Decimal("9" * 38), pairing.after: Decimal("0." + "0" * 36 + "1")}
    rows = [
        evolve(row, quantity=evolve(row.quantity, value=long.get(row.id, row.quantity.value))) for row in DS.metrics
    ]
    tables = {name: getattr(DS, name) for name in DS.sizes()}
    ds = zj.Dataset(version="long", **{**tables, "metrics": Table(DS.metrics.schema, rows)})
    found = next(row for row in ds.comparisons() if row.id == pairing.id)
    assert found.change is None


def test_a_pairing_of_bundled_metrics_in_a_package_that_extends(tmp_path: Path) -> None:
    """What is paired may stand in the bundled data, with all that the comparison asks for."""
    folder = zj.template(tmp_path / "mine", tables=["pairings"])
    header = (folder / "pairings.csv").read_text(encoding="utf-8")
    row = "mine,nanhu-setup-time-before,nanhu-setup-time-after,lishui-personnel-time-saved,own_past,true,,\n"
    (folder / "pairings.csv").write_text(header + row, encoding="utf-8")
    report = zj.validate(folder)
    assert report.ok, str(report)
    assert [warning.field for warning in report.warnings] == ["reported"]
