"""The width of the terminal that the commands print to."""

import pytest


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no table be cut by the width of the terminal in which the tests run."""
    monkeypatch.setenv("COLUMNS", "200")
