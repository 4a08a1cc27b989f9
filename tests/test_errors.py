"""Errors carry their parts, say them, and pickle."""

import pickle

import pytest

import zjreform as zj
from zjreform.errors import NotOneError

PROBLEM = zj.Problem("cases.csv", 3, "level", "citty", "one of province, prefecture", "write prefecture")

ERRORS = [
    zj.ParseError("8个工作", 2, "a unit"),
    zj.DimensionError("5件", "count", "duration"),
    zj.BasisError("8个工作日", "workday", "day", "name a working-day rule"),
    zj.BoundError("200多个 < 201个", "an order"),
    zj.DatasetError([PROBLEM]),
    zj.UnknownIdError("cases", "nanhu", ("nanhu-company-setup",)),
    zj.UnknownValueError("place", "Lishiu", ("Lishui",)),
    zj.ExtraMissingError("pandas", "pandas"),
    zj.FontMissingError(("Noto Sans CJK SC", "SimHei")),
    NotOneError("cases", 3),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_pickle_with_their_parts(error: zj.ZjError) -> None:
    """A copy from another process says the same."""
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_have_one_base_and_a_standard_parent(error: zj.ZjError) -> None:
    """``except zj.ZjError`` catches all, and so does the parent that fits."""
    assert isinstance(error, zj.ZjError)
    assert isinstance(error, (ValueError, TypeError, LookupError, ImportError))


def test_a_problem_says_where_what_and_what_to_do() -> None:
    """File, row, field, expectation, value and remedy."""
    assert str(PROBLEM) == (
        "cases.csv row 3, level: expected one of province, prefecture, got 'citty' (write prefecture)"
    )


def test_a_long_text_is_quoted_around_the_place() -> None:
    """A message stays short, whatever is given; the error still holds the whole text."""
    with pytest.raises(zj.ParseError) as caught:
        zj.parse("3天" + "又" * 10**6)
    assert str(caught.value).endswith("又' (from 0 of 1000002 characters)")
    assert len(str(caught.value)) < 250
    assert len(caught.value.text) == 10**6 + 2
    assert str(zj.ParseError("a" * 500 + "b" + "a" * 500, 500, "a")).count("b") == 1
