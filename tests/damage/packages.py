"""A small whole package in each of the six formats, and what reading a damaged one may end in."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import zjreform as zj

WHOLE = os.environ.get("ZJREFORM_DAMAGE") == "whole"
"""Whether every damage is tried; by sample otherwise. ``ZJREFORM_DAMAGE=whole python -m pytest tests/damage`` runs them all."""

FORMATS: Mapping[str, Callable[[zj.Dataset, Path], Path]] = {
    "folder": lambda ds, place: ds.write(place / "p").path,
    "zip": lambda ds, place: ds.write(place / "p.zip").path,
    "parquet": lambda ds, place: ds.write_parquet(place / "q").path,
    "sqlite": lambda ds, place: ds.write_sqlite(place / "p.sqlite").path,
    "json": lambda ds, place: ds.write_json(place / "p.json").path,
    "excel": lambda ds, place: ds.write_excel(place / "p.xlsx").path,
}


def flipped(data: bytes, draw: Random, count: int = 20) -> bytes:
    """Return bytes of which some have been replaced."""
    found = bytearray(data)
    for _ in range(count):
        found[draw.randrange(len(found))] = draw.randrange(256)
    return bytes(found)


def outcome(path: Path) -> str:
    """Return how reading and checking a path ended: refused or lawful; anything else is raised.

    What is read lawfully can be written again and reads the same.
    """
    report = zj.validate(path)
    try:
        ds = zj.read(path)
    except zj.DatasetError:
        assert report.records is None
        assert report.problems
        return "refused"
    assert report.records == sum(ds.sizes().values())
    return "lawful"
