"""One test over a table says as much as a test for each row."""

import pytest
from tests.every import every


def test_all_rows_that_fail_are_shown() -> None:
    """A check that fails, one that raises and one that does not raise as it should, each with its row."""

    @every([1, 2, 0, -1])
    def check(number: int) -> None:
        """Have a reciprocal of at least one half."""
        if number < 0:
            with pytest.raises(ValueError, match="negative"):
                abs(number)
        assert 1 / number >= 1

    with pytest.raises(BaseExceptionGroup, match="3 of 4 rows fail") as caught:
        check()
    assert [type(error).__name__ for error in caught.value.exceptions] == [
        "AssertionError",
        "ZeroDivisionError",
        "Failed",
    ]
    assert [error.__notes__ for error in caught.value.exceptions] == [
        ["in the row (2,)"],
        ["in the row (0,)"],
        ["in the row (-1,)"],
    ]


def test_rows_of_several_cells_are_several_arguments() -> None:
    """In their order."""
    seen = []

    @every([("3天", 3), ("5件", 5)])
    def check(text: str, number: int) -> None:
        seen.append((number, text))

    check()
    assert seen == [(3, "3天"), (5, "5件")]


def test_a_table_without_rows_is_no_test() -> None:
    """A list that became empty by mistake is noticed."""
    with pytest.raises(AssertionError, match="without rows"):
        every([])
