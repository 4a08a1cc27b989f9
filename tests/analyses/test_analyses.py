"""Three analyses as a user would write them, each in at most twelve lines, with the numbers recounted by hand."""

import inspect
import math
import warnings
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from attrs import evolve

import zjreform as zj
from zjreform.dataset.table import Table
from zjreform.records.history import Event

MOST = 12


def winners_by_level(ds: zj.Dataset) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Winners against the pool where it is known, and counts by city and domain where it is not."""
    pool = ds.pool("rib-2019").to_pandas().set_index("name")
    rates = pool.loc[["provincial", "local"], ["winners", "entries", "share"]]
    awards = ds.wide("award").to_pandas()
    cases = awards[awards["case"].notna()]
    counts = pd.crosstab(cases["prefecture"], cases["domain"])
    return rates, counts


def test_winners_by_level() -> None:
    """12 of 48 provincial entries and 28 of 214 local ones won in 2019: 25 % and 13.08 %.

    Recounted in the lists: of the 93 cases Hangzhou leads 12 (3 of the fourth round, 3 of 2018, 6 of 2019) and Lishui 4 (2, 1, 1);
    20 cases lie in no one city (7 provincial of the fourth round; 12 provincial and one of two cities in 2019).
    """
    rates, counts = winners_by_level(zj.load())
    assert rates["winners"].tolist() == [12, 28]
    assert rates["entries"].tolist() == [48, 214]
    assert rates["share"].round(4).tolist() == [0.25, 0.1308]
    assert (counts.loc["hangzhou"].sum(), counts.loc["lishui"].sum(), counts.to_numpy().sum()) == (12, 4, 73)


def falls_with_bounds(ds: zj.Dataset) -> pd.DataFrame:
    """Before and after with bounds: how far a time fell at least and at most, doubtful ones apart."""
    rows = ds.comparisons(family="time").to_pandas().set_index("id")
    both = rows[rows["before"].notna() & rows["after"].notna() & (rows["comparator"] != "target")]
    sure = both[["relative_low", "relative_high"]].dropna(how="all")
    doubtful = both.loc[~both["like_with_like"], ["relative_if_alike_low", "relative_if_alike_high"]]
    doubtful.columns = sure.columns
    return pd.concat({"sure": sure, "doubtful": doubtful})


def test_falls_with_bounds() -> None:
    """Nanhu 8 → 1 workdays: 7/8, 87.5 %; Lishui 7 → 3: 4/7, 57.14 %; both exact.

    Doubtful: Zhuji 1 day → 5 minutes, 1 - 5/1440 = 99.65 % if a day has 24 hours; Lishui over 200 → at most 86 workdays, a mean
    against a limit: more than 1 - 86/200 = 57 %, no upper end.
    """
    found = falls_with_bounds(zj.load()).round(2)
    low, high = found["relative_low"].to_dict(), found["relative_high"].to_dict()
    assert {key: (low[key], high[key]) for key in found.index if key[0] == "sure"} == {
        ("sure", "nanhu-setup-time"): (-87.5, -87.5),
        ("sure", "lishui-setup-time"): (-57.14, -57.14),
    }
    assert (low["doubtful", "zhuji-filing-time"], high["doubtful", "zhuji-filing-time"]) == (-99.65, -99.65)
    assert high["doubtful", "lishui-construction-time"] == -57.0
    assert math.isnan(low["doubtful", "lishui-construction-time"])


def adoption_intervals(ds: zj.Dataset) -> pd.DataFrame:
    """Adoptions as intervals: the days between which each must have been, one policy beside another."""
    rows = ds.adoptions(dated=True).to_pandas()
    rows["width"] = (rows["latest"] - rows["earliest"]).dt.days + 1
    return rows.sort_values("latest")[["policy", "place", "earliest", "latest", "width"]]


def test_adoption_intervals() -> None:
    """Eight are dated, each of another policy: two by a month of 2017 in Longyou (June has 30 days), one by the year 2017 (365 days).

    What was done by the end of 2018 has no first day, and so no width.
    """
    rows = adoption_intervals(zj.load())
    assert (len(rows), rows["policy"].nunique()) == (8, 8)
    widths = rows.set_index("policy")["width"]
    assert (widths["cunqingtong"], widths["four-platforms"], widths["standard-land"]) == (30, 30, 365)
    assert pd.isna(widths["double-random-one-open"])
    assert rows["latest"].is_monotonic_increasing


def made_package() -> zj.Dataset:
    """Return a package with twelve dated adoptions of one policy, a city after the other, and the base beside it."""
    ds = zj.load()
    cities = [*(place.id for place in ds.children("zhejiang") if place.code), "nanhu"]
    months = [f"2017-{2 * n % 12 + 1:02}" if n % 2 else f"2018-{n % 12 + 1:02}" for n in range(len(cities))]
    made = [
        Event(id=f"made-{place}", kind=zj.EventKind.ADOPTION, name_zh="采纳", name_en="adoption", date=month,  # type: ignore[arg-type]
              date_status=zj.DateStatus.STATED, actors=(f"places:{place}",), term="city-brain")
        for place, month in zip(cities, months, strict=True)
    ]  # fmt: skip
    return evolve(ds, events=Table(ds.events.schema, made, version=ds.version))


def hazard_panel(ds: zj.Dataset) -> pd.DataFrame:
    """A panel with enough events: each place month by month, at risk until it adopts, with what may explain it."""
    places = [row.place for row in ds.adoptions(policy="city-brain") if row.place]
    panel = ds.panel("city-brain", "M", places=places, start=2017, end=2018).to_pandas()
    panel["south"] = (panel["latitude"] < panel["latitude"].median()).astype(int)
    return panel.loc[panel["at_risk"] == 1, ["place", "start", "stop", "event", "south"]]


def test_hazard_panel() -> None:
    """Twelve places, twelve events; the months at risk of each end with its event.

    By hand: January 2017 is month 1; a place that adopts in month m is at risk in m months, the sum of which is the size of the panel.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # enough events: no warning
        panel = hazard_panel(made_package())
    assert (panel["event"].sum(), panel["place"].nunique()) == (12, 12)
    months = [
        (int(str(row.date)[:4]) - 2017) * 12 + int(str(row.date)[5:])
        for row in made_package().adoptions(policy="city-brain")
    ]
    assert len(panel) == sum(months)
    assert (
        panel.groupby("place")["stop"].max().sort_index()
        == panel[panel["event"] == 1].set_index("place")["stop"].sort_index()
    ).all()


def test_lifelines_takes_the_panel_as_it_is() -> None:
    """A Cox model with time-varying covariates fits without any change to the columns."""
    lifelines = pytest.importorskip(
        "lifelines", reason="lifelines holds pandas down: run this file in an environment of its own"
    )
    panel = hazard_panel(made_package())
    fit = lifelines.CoxTimeVaryingFitter(penalizer=0.1).fit(
        panel,
        id_col="place",
        event_col="event",
        start_col="start",
        stop_col="stop",
    )
    assert list(fit.params_.index) == ["south"]


def test_statsmodels_takes_the_panel_as_it_is() -> None:
    """A discrete-time logit fits on the rows at risk."""
    api = pytest.importorskip("statsmodels.api", reason="statsmodels comes with no extra")
    panel = hazard_panel(made_package())
    fit = api.GLM(panel["event"], api.add_constant(panel[["south"]]), family=api.families.Binomial()).fit()
    assert len(fit.params) == 2


@pytest.mark.parametrize("analysis", [winners_by_level, falls_with_bounds, adoption_intervals, hazard_panel])
def test_each_takes_at_most_twelve_lines(analysis: Callable[..., Any]) -> None:
    """Head and docstring apart."""
    assert len(inspect.getsource(analysis).splitlines()[2:]) <= MOST
