"""Questions to terms and events, the timeline and the adoptions."""

import re

import pytest

import zjreform as zj
from zjreform.records.edtf import edtf_bounds

DS = zj.load()


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"text": "標準地", "kind": "reform"}, "standard-land"),
        ({"text": "seven transformations"}, "seven-transformations"),
        ({"kind": "platform", "place": "Longyou"}, "longyoutong"),
        ({"case": "wenzhou-quanqiutong"}, "quanqiutong"),
        ({"source": "jinrizhejiang-2019", "text": "浙政釘"}, "zhezhengding"),
    ],
)
def test_find_terms(conditions: dict[str, str], expected: str) -> None:
    """Names are found in either script and in English, by place, case and document."""
    assert expected in DS.find_terms(**conditions).ids  # type: ignore[arg-type]


def test_events_by_date_overlap_the_dates_given() -> None:
    """An interval counts if any day of it is in reach; undated events have no place in time."""
    late = DS.find_events(after="2018-06", before="2018-08")
    assert len(late) > 0
    for event in late:
        first, last = edtf_bounds(str(event.date))
        assert last is None or str(last) >= "2018-06-01"
        assert first is None or str(first) <= "2018-08-31"
    inside = {event.id for event in DS.events if event.date in {"2018-06", "2018-06-19", "2018-07"}}
    assert inside <= set(late.ids)


def test_timeline_is_in_order_and_complete() -> None:
    """Every dated event is in it once, by its first day."""
    line = DS.timeline()
    assert sorted(line.ids) == sorted(event.id for event in DS.events if event.date)
    spans = [edtf_bounds(str(event.date)) for event in line]
    days = [day for first, last in spans if (day := first or last)]
    assert (len(days), days) == (len(line), sorted(days))


def test_what_was_done_by_a_day_has_no_first_day() -> None:
    """A state reported as of the end of a year began at an unknown time before it."""
    row = next(row for row in DS.adoptions() if row.policy == "double-random-one-open")
    assert (row.date, row.earliest, str(row.latest)) == ("../2018-12", None, "2018-12-31")
    assert "double-random-adopted" in DS.find_events(before="2017").ids
    assert "double-random-adopted" not in DS.find_events(after="2019").ids


def test_adoptions_have_the_shape_of_diffusion_data() -> None:
    """Each row has a unit and a policy that exist; its days are those of its date."""
    rows = DS.adoptions()
    assert len(rows) > 20
    for row in rows:
        table, _, key = row.unit.partition(":")
        assert key in getattr(DS, table)
        assert row.policy in DS.terms.ids
        first, last = edtf_bounds(row.date) if row.date else (None, row.latest)
        assert (row.earliest, row.latest) == (first, last)
        assert row.latest is not None
    assert ("places:longyou", "2017-06") in {(row.unit, row.date) for row in rows}


@pytest.mark.parametrize(("old", "new"), [("time", "date"), ("start", "earliest"), ("end", "latest")])
def test_old_names_of_an_adoption_say_when_they_go(old: str, new: str) -> None:
    """They give what they gave, and name the version in which they go."""
    row = DS.adoptions(dated=True)[0]
    with pytest.warns(zj.ZjDeprecationWarning, match=f"Adoption.{old} goes in version 0.3: use {new}"):
        assert getattr(row, old) == getattr(row, new)


def test_adoptions_are_found_by_policy_place_and_date() -> None:
    """8 of 70 are dated, at most one of each policy."""
    dated = DS.adoptions(dated=True)
    assert (len(DS.adoptions()), len(dated), len(DS.adoptions(dated=False))) == (70, 8, 62)
    assert len({row.policy for row in dated}) == 8
    assert {row.place for row in DS.adoptions(policy="standard-land")} == {"deqing", "huzhou", "lishui"}
    assert {row.place for row in DS.adoptions(policy="standard-land", place="Huzhou")} == {"deqing", "huzhou"}
    with pytest.raises(zj.UnknownIdError, match="terms has no id 'standard-lnd'; did you mean 'standard-land'"):
        DS.adoptions(policy="standard-lnd")


def test_first_claims_name_a_scope_and_a_voice() -> None:
    """A claim of being first says among whom, or that the text does not."""
    claims = DS.find_events(kind="first_claim")
    assert all(event.claim_scope is not None for event in claims)
    assert {"nation", "province"} <= {str(event.claim_scope) for event in claims}
    assert all(event.claim_scope is None for event in DS.events if event.kind != "first_claim")


def test_endorsements_name_their_form() -> None:
    """An endorsement says in what form it was given, and nothing else does."""
    for event in DS.events:
        assert (event.endorsement is not None) == (event.kind == "endorsement"), event.id
        assert (event.extent is not None) == (event.kind == "adoption"), event.id


def test_parts_are_numbered_from_one() -> None:
    """The parts of a framework are a sequence without gaps."""
    for term, parts in DS.term_parts.group(lambda part: part.term).items():
        assert sorted(part.order for part in parts) == list(range(1, len(parts) + 1)), term


@pytest.mark.parametrize(
    ("term", "count"),
    [("seven-transformations", 7), ("four-thrusts", 4)],
)
def test_frameworks_have_the_parts_that_their_names_count(term: str, count: int) -> None:
    """Seven transformations are seven, each from something to something else."""
    parts = DS.term_parts.where(lambda part: part.term == term)
    assert len(parts) == count
    if term == "seven-transformations":
        assert all(part.from_zh and part.to_zh and part.from_en and part.to_en for part in parts)


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"kind": "platfrom"}, "no kind is called 'platfrom'; did you mean 'platform'?"),
        ({"place": "Longyu"}, "no place is called 'Longyu'"),
        ({"case": "longyou"}, "cases has no id 'longyou'"),
    ],
)
def test_find_terms_refuses(conditions: dict[str, str], message: str) -> None:
    """A value that nothing has is an error."""
    with pytest.raises(LookupError, match=re.escape(message)):
        DS.find_terms(**conditions)  # type: ignore[arg-type]


def test_find_events_refuses_dates_that_are_none() -> None:
    """A date must be EDTF."""
    with pytest.raises(ValueError, match=r"expected an EDTF date such as .*, got '2018/6'"):
        DS.find_events(after="2018/6")


def test_dates_of_events_are_those_of_the_figures() -> None:
    """Where an event is anchored at a date, both tables read it alike; the rest say more or less than the date alone."""
    dates = {}
    for mention in DS.mentions:
        table, _, key = mention.of.partition(":")
        if table == "non_figures" and DS.non_figures[key].kind == "date":
            dates[mention.source, mention.start, mention.end] = DS.non_figures[key]
    apart = set()
    for mention in DS.find_mentions(table="events"):
        event = DS.events[mention.of.partition(":")[2]]
        held = dates.get((mention.source, mention.start, mention.end))
        if held and (event.date, str(event.date_status)) != (held.edtf, str(held.date_status)):
            apart.add(event.id)
    assert apart == {
        "launch-of-the-reform",  # one text says 2016, another December
        "interdepartmental-launch",  # one says 2018, another March
        "court-ten-cases",  # a list for 2018, compiled later
        "nanhu-one-day-setup",  # the month from which cases are counted
        "double-random-adopted",  # done by the end of 2018
    }
