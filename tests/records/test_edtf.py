"""Dates: what is accepted, what is refused, and that bounds are in order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreform.records.edtf import edtf_bounds


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-12", "2018-12-01", "2018-12-31"),
        ("2018-06-19", "2018-06-19", "2018-06-19"),
        ("2019~", "2019-01-01", "2019-12-31"),
        ("2019-03?", "2019-03-01", "2019-03-31"),
        ("2018-08/2018-10", "2018-08-01", "2018-10-31"),
        ("2017/2018-06-19", "2017-01-01", "2018-06-19"),
        ("2018-33", "2018-01-01", "2018-03-31"),
        ("2018-36", "2018-10-01", "2018-12-31"),
        ("2018-40", "2018-01-01", "2018-06-30"),
        ("2018-41", "2018-07-01", "2018-12-31"),
    ],
)
def test_accepts(text: str, first: str, last: str) -> None:
    """The days that a date covers."""
    assert edtf_bounds(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "bounds"), [("2017/..", (date(2017, 1, 1), None)), ("../2018", (None, date(2018, 12, 31)))]
)
def test_open_ends(text: str, bounds: tuple[date | None, date | None]) -> None:
    """An open end has no day."""
    assert edtf_bounds(text) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "",  # nothing
        "18",  # two digits
        "2018-6",  # a month of one digit
        "2018-13",  # no such month
        "2018-00",  # no such month
        "2018-02-29",  # no such day
        "2018-33-01",  # a day of a quarter
        "2018/6",  # half a date after the slash
        "2018/2017",  # ends before it begins
        "../..",  # open at both ends
        "2018-06-19T11:07",  # a clock time
        "２０１８",  # full-width digits
        "2018~~",  # two marks
        "2018 ",  # a blank
        "0000",  # no such year
    ],
)
def test_refuses(text: str) -> None:
    """Anything else is refused, and the message quotes it."""
    with pytest.raises(ValueError, match="expected an EDTF date") as caught:
        edtf_bounds(text)
    assert repr(text) in str(caught.value)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)), st.sampled_from([4, 7, 10]))
def test_a_date_lies_within_what_its_parts_cover(day: date, length: int) -> None:
    """Year, month and day of a date cover it, and cutting parts off widens the bounds."""
    first, last = edtf_bounds(day.isoformat()[:length])
    assert first is not None
    assert last is not None
    assert first <= day <= last
    assert (last - first).days <= {4: 365, 7: 30, 10: 0}[length]


@given(st.text("0123456789-/.~? ", max_size=20))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """There is no third outcome."""
    try:
        first, last = edtf_bounds(text)
    except ValueError:
        return
    assert first is None or last is None or first <= last
