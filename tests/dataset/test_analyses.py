"""Three analyses of a researcher, each in fewer than ten lines of code, with their results."""

import inspect
from collections import Counter, defaultdict
from collections.abc import Callable
from fractions import Fraction
from math import comb

import pytest

import zjreform as zj


def success_by_leader(round_id: str) -> tuple[Fraction, Fraction, Fraction, float]:
    """Did cases led by provincial bodies succeed more often? Shares, odds ratio, and the one-sided exact test."""
    provincial, local, everything = zj.load().pool(round_id)
    assert provincial.entries is not None
    assert local.entries is not None
    assert everything.entries is not None
    won, drawn, size = everything.winners, provincial.entries, everything.entries
    odds = Fraction(provincial.winners, drawn - provincial.winners) / Fraction(
        local.winners, local.entries - local.winners
    )
    tail = sum(comb(won, k) * comb(size - won, drawn - k) for k in range(provincial.winners, won + 1))
    return Fraction(provincial.winners, drawn), Fraction(local.winners, local.entries), odds, tail / comb(size, drawn)


def time_cuts() -> tuple[dict[str, str], dict[str, str | None]]:
    """How much shorter did procedures become? Only where like is compared with like; else the reason why not."""
    ds = zj.load()
    sides = [(row, row.before or row.after or row.reported) for row in ds.comparisons()]
    times = [row for row, side in sides if side and ds.indicators[side.indicator].family in {"time", "time_saved"}]
    alike = [row for row in times if row.like_with_like and row.change]
    return (
        {row.id: f"{row.change.decrease.magnitude():.2f}" for row in alike if row.change and row.change.decrease},
        {row.id: row.why_not for row in times if row not in alike},
    )


def shares_by_voice() -> dict[tuple[str, str], Counter[str]]:
    """Who claims outcomes, who outputs? Percentages stated, those of exactly 100 %, those without a base."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in zj.load().wide("mention"):
        if row["percent"] is not None and row["category"] in {"outcome", "output"} and row["status"] == "achieved":
            whole = row["percent"] == 100 and row["bound"] == "exact"
            unstated = row["base_status"] == "unstated"
            counts[row["category"].value, row["voice"].value].update(stated=1, whole=whole, unstated=unstated)  # type: ignore[union-attr]
    return dict(counts)


@pytest.mark.parametrize("analysis", [success_by_leader, time_cuts, shares_by_voice])
def test_each_takes_less_than_ten_lines(analysis: Callable[..., object]) -> None:
    """Head, docstring and assertions for the type checker apart."""
    lines = inspect.getsource(analysis).splitlines()[2:]
    assert len([line for line in lines if not line.lstrip().startswith("assert ")]) < 10


def test_success_by_leader_in_2019() -> None:
    """A quarter of the provincial entries won, 13 % of the local ones; odds more than twice as high."""
    provincial, local, odds, chance = success_by_leader("rib-2019")
    assert (provincial, local) == (Fraction(12, 48), Fraction(28, 214))
    assert odds == Fraction(31, 14)
    assert chance == pytest.approx(0.0365, abs=1e-4)
    ds = zj.load()
    entries = ds.find_metrics(indicator="award-entries", about="rounds:rib-2019")
    assert [int(row.quantity.value) for row in entries] == [262, 48, 214]


def test_time_cuts() -> None:
    """Two cuts can be computed; the others have their reason."""
    computed, left_out = time_cuts()
    assert computed == {"nanhu-setup-time": "87.50", "lishui-setup-time": "57.14"}
    assert set(left_out) == {
        "court-hearing-time",
        "court-trial-period",
        "zhuji-filing-time",
        "nanhu-setup-benchmark",
        "lishui-interdepartmental-time",
        "lishui-construction-time",
        "lishui-personnel-time",
        "lishui-housing-time-mean",
        "lishui-housing-time-min",
    }
    assert all(left_out.values())


def test_shares_by_voice() -> None:
    """Exactly 100 % stands in the yearbook alone: 3 of 9 outcomes and 7 of 13 outputs; half and more have no base."""
    assert shares_by_voice() == {
        ("outcome", "applicant"): {"stated": 5, "whole": 0, "unstated": 2},
        ("outcome", "yearbook"): {"stated": 9, "whole": 3, "unstated": 6},
        ("output", "applicant"): {"stated": 2, "whole": 0, "unstated": 2},
        ("output", "yearbook"): {"stated": 13, "whole": 7, "unstated": 7},
    }
