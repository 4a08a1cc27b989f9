"""The spread of policies: panels, reach, neighbours, and divisions from one year to another."""

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import zjreform as zj
from zjreform.dataset.panel import periods
from zjreform.dataset.table import Table
from zjreform.records.history import Event

DS = zj.load()


@contextmanager
def few_events() -> Iterator[None]:
    """The bundled data date at most one adoption of a policy: a panel says so each time."""
    with pytest.warns(zj.ZjWarning, match="dated event.*fewer than 10: no hazard can be fitted"):
        yield


def adopting(*dated: tuple[str, str | None]) -> zj.Dataset:
    """Return the dataset with adoptions of one policy: place and date."""
    made = [
        Event(
            id=f"made-{number}",
            kind=zj.EventKind.ADOPTION,
            name_zh="采纳",
            name_en="adoption",
            date=date,  # type: ignore[arg-type]
            date_status=zj.DateStatus.STATED if date else None,
            actors=(f"places:{place}",),
            term="one-stop-clinic-payment",
        )
        for number, (place, date) in enumerate(dated)
    ]
    kept = [row for row in DS.events if row.term != "one-stop-clinic-payment"]
    return evolve(DS, events=Table(DS.events.schema, (*kept, *made)))


@pytest.mark.parametrize(
    ("freq", "names"),
    [
        ("Y", ["2017", "2018"]),
        ("Q", ["2017-35", "2017-36", "2018-33"]),
        ("M", ["2017-08", "2017-09", "2017-10", "2017-11", "2017-12", "2018-01", "2018-02"]),
    ],
)
def test_periods_cover_every_day_once(freq: str, names: list[str]) -> None:
    """Each begins on the day after the last one ends."""
    from datetime import date, timedelta  # noqa: PLC0415

    found = periods(date(2017, 8, 20), date(2018, 2, 3), freq)
    assert [period.name for period in found] == names
    assert all(b.first - a.last == timedelta(days=1) for a, b in pairwise(found))


def test_panel_of_a_made_policy() -> None:
    """At risk up to the event, not afterwards; a date that covers several periods is none; silence is missing."""
    made = adopting(("hangzhou", "2017-02"), ("ningbo", "2018"), ("lishui", None))
    with few_events():
        rows = made.panel("one-stop-clinic-payment", "Q", start="2017", end="2017").to_dicts()
    found = {place: [(row["at_risk"], row["event"], row["undated"]) for row in rows if row["place"] == place] for place in
             ("hangzhou", "ningbo", "lishui", "wenzhou")}  # fmt: skip
    assert found["hangzhou"] == [(1, 1, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0)]
    assert found["ningbo"] == [(0, 0, 1)] * 4  # 2018 is no quarter
    assert found["lishui"] == [(0, 0, 1)] * 4
    assert found["wenzhou"] == []  # no document says anything of it
    with few_events():
        never = made.panel("one-stop-clinic-payment", "Q", start="2017", end="2017", silent="never").to_dicts()
    assert [(row["at_risk"], row["event"]) for row in never if row["place"] == "wenzhou"] == [(1, 0)] * 4
    assert len({row["place"] for row in never}) == 11


def test_panel_has_the_divisions_that_were_valid_then() -> None:
    """Fenghua was a city up to 2016 and is a district since; both are at risk while they exist."""
    with few_events():
        rows = DS.panel("standard-land", "Y", level="county", start=2015, end=2018, silent="never").to_dicts()
    years = {
        key: [row["period"] for row in rows if row["place"] == key] for key in ("fenghua-city", "fenghua-district")
    }
    assert set(years["fenghua-city"]) | set(years["fenghua-district"]) == {"2015", "2016", "2017", "2018"}
    assert "2018" not in years["fenghua-city"]


def test_panel_is_taken_by_survival_packages() -> None:
    """Whole numbers without gaps, and intervals that follow on one another."""
    made = adopting(
        *((place.id, f"201{n % 4 + 6}-0{n % 8 + 1}") for n, place in enumerate(DS.children("zhejiang")) if place.code)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        frame = made.panel("one-stop-clinic-payment", "M").to_pandas()
    assert frame["event"].sum() == 11
    assert {str(frame[name].dtype) for name in ("start", "stop", "at_risk", "event", "undated")} == {"Int64"}
    assert not frame[["start", "stop", "at_risk", "event"]].isna().any().any()
    assert (frame["stop"] - frame["start"] == 1).all()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"policy": "standard-lnd"}, "terms has no id 'standard-lnd'"),
        ({"policy": "standard-land", "freq": "W"}, "no freq is called 'W'. There are 'M', 'Q' and 'Y'"),
        ({"policy": "standard-land", "silent": "no"}, "no silent is called 'no'"),
        ({"policy": "standard-land", "level": "city"}, "did you mean 'prefecture'"),
        ({"policy": "mobile-micro-court"}, "expected a start and an end: no adoption of the policy is dated"),
    ],
)
def test_panel_refuses(arguments: dict[str, Any], message: str) -> None:
    """What cannot be answered says what was expected."""
    with pytest.raises((LookupError, ValueError), match=message):
        DS.panel(**arguments)


def test_reach_of_all_terms() -> None:
    """One row for each term; what it counts is what the tables hold."""
    rows = {row["id"]: row for row in DS.reach().to_dicts()}
    assert len(rows) == len(DS.terms)
    assert sum(row["adoptions"] for row in rows.values()) == len(DS.adoptions())
    assert sum(row["mentions"] for row in rows.values()) == len(DS.find_mentions(table="terms"))
    reform = rows["run-at-most-once"]
    assert (reform["first_claim"], reform["claim_scope"]) == ("claim-run-at-most-once", "nation")


def test_neighbours_by_distance_are_mutual() -> None:
    """Both directions have one distance, and the nearest is chosen by it."""
    rows = DS.neighbours().to_dicts()
    km = {(row["focal"], row["neighbor"]): row["km"] for row in rows}
    assert len(km) == 11 * 10
    assert all(km[pair] == km[pair[::-1]] for pair in km)
    near = DS.neighbours(nearest=3)
    assert len(near) == 33
    assert all(row["km"] <= 100 for row in DS.neighbours(within_km=100))


def test_neighbours_by_border(tmp_path: Path) -> None:
    """Squares that share a corner touch; a place without a shape has no neighbours."""

    def square(code: str, west: float) -> dict[str, Any]:
        ring = [[west, 28], [west + 1, 28], [west + 1, 29], [west, 29], [west, 28]]
        return {"type": "Feature", "properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}

    shapes = {
        "type": "FeatureCollection",
        "features": [square("330100", 118), square("330200", 119), square("330300", 121)],
    }
    path = tmp_path / "shapes.json"
    path.write_text(json.dumps(shapes), encoding="utf-8")
    for given in (shapes, path):
        rows = DS.neighbours(shapes=given).to_dicts()
        assert {(row["focal"], row["neighbor"], row["weight"]) for row in rows} == {
            ("hangzhou", "ningbo", 1.0),
            ("ningbo", "hangzhou", 1.0),
        }
    with pytest.raises(ValueError, match="expected a GeoJSON FeatureCollection"):
        DS.neighbours(shapes={"type": "Feature"})
    with pytest.raises(ValueError, match="expected a shape for at least one of the places"):
        DS.neighbours(shapes={"type": "FeatureCollection", "features": [square("440100", 113)]})


@pytest.mark.parametrize(
    ("year", "code", "expected"),
    [
        (2015, "330283", [("330283", "same")]),  # Fenghua before it became a district
        (2018, "330283", [("330213", "successor")]),
        (2018, "330204", [("330212", "successor")]),  # Jiangdong went to Yinzhou
        (2021, "330104", [("330102", "successor"), ("330114", "part")]),
        (2021, "330110", [("330110", "same"), ("330113", "part")]),
        (2019, "330113", [("330110", "from_part")]),
        (2019, "330114", [("330104", "from_part"), ("330109", "from_part")]),
    ],
)
def test_crosswalk(year: int, code: str, expected: list[tuple[str, str]]) -> None:
    """Codes of any year to those at the end of one."""
    rows = [row for row in DS.crosswalk(year).to_dicts() if row["from_code"] == code]
    assert [(row["to_code"], row["how"]) for row in rows] == expected


def test_crosswalk_has_every_code() -> None:
    """Each division of any year leads somewhere in each year."""
    for year in (2015, 2017, 2019, 2021):
        assert {row["from_code"] for row in DS.crosswalk(year).to_dicts()} >= {
            place.code for place in DS.places if place.code and place.code != "330383"
        }


def test_a_crosswalk_says_nothing_of_years_without_a_list() -> None:
    """Before the first list nothing is known; after the last one a warning says so."""
    with pytest.raises(ValueError, match="expected a year from 2015 on, which the first list of codes is of, got 1900"):
        DS.crosswalk(1900)
    with pytest.warns(
        zj.ZjWarning, match="no list of codes after 2021 is in the data: what changed until 2024"
    ) as said:
        assert len(DS.crosswalk(2024)) == len(DS.crosswalk(2021))
    assert said[0].filename == __file__


def test_the_hierarchy_of_places() -> None:
    """Up to the city and the province, down to what lies in it."""
    assert DS.prefecture("nanhu") == DS.places["jiaxing"]
    assert DS.prefecture("zhejiang") is None
    assert DS.ancestors("zhangwang-village").ids[-3:] == ("longyou", "quzhou", "zhejiang")
    for place in DS.places:
        assert (
            place.id in {child.id for above in DS.ancestors(place.id) for child in DS.children(above.id)}
            or not place.parent
        )
    frame = DS.places.to_pandas().set_index("id")
    assert (frame.loc["nanhu", "prefecture"], frame.loc["jiaxing", "prefecture"]) == ("jiaxing", "jiaxing")
