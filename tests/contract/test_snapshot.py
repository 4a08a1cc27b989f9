"""What users rely on stays: public names and their parameters, columns of the tables, ids. What is new is welcome."""

import inspect
import json
from pathlib import Path

import pytest
from tests.every import every

import zjreform as zj
from zjreform.records.schema import schema_of

HELD = json.loads((Path(__file__).parent / "snapshot.json").read_text(encoding="utf-8"))


@every(HELD["api"])
def test_public_names_stay(name: str) -> None:
    """A name, and each parameter or method of it, is deprecated before it goes."""
    one = getattr(zj, name)
    there = set(inspect.signature(one).parameters) if inspect.isfunction(one) else set(dir(one))
    assert set(HELD["api"][name]) <= there


@pytest.mark.parametrize("table", HELD["columns"])
def test_columns_stay(table: str) -> None:
    """In their order; new ones may come between."""
    now = [name for name in schema_of(table).header if name in HELD["columns"][table]]
    assert now == HELD["columns"][table]


@pytest.mark.parametrize("table", HELD["ids"])
def test_ids_stay(table: str) -> None:
    """An id is never taken away or reused."""
    assert set(HELD["ids"][table]) <= set(getattr(zj.load(), table).ids)
