"""A check over all rows of a table as one test."""

import inspect
from collections.abc import Callable, Iterable
from functools import update_wrapper
from typing import Any

import pytest


def every(rows: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Make one test of a check and a table; every row is tried, and all that fail are shown together, each with its row.

    For tables of dozens of rows and more, where a test for each row takes longer to collect and report than to run.
    """
    table = list(rows)
    assert table, "a table without rows checks nothing"

    def over(check: Callable[..., None]) -> Callable[[], None]:
        several = len(inspect.signature(check).parameters) > 1

        def test() -> None:
            failed = [error for row in table if (error := _failure(check, row if several else (row,)))]
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(table)} rows fail", failed)

        update_wrapper(test, check)
        del vars(test)["__wrapped__"]  # by which pytest would find parameters to fill in
        return test

    return over


def _failure(check: Callable[..., None], row: tuple[Any, ...]) -> BaseException | None:
    try:
        check(*row)
    except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 (whatever a row does is shown with the others)
        error.add_note(f"in the row {row!r:.500}")
        return error
    return None
