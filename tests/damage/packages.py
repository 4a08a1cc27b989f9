"""A small whole package in each of the six formats, and what reading a damaged one may end in."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
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


def outcome(path: Path) -> zj.Dataset | None:
    """Return what reading a path gives, or ``None`` if it is refused; anything else is raised.

    Checking must say the same as reading.
    """
    report = zj.validate(path)
    with suppress(zj.DatasetError):
        ds = zj.read(path)
        assert report.records == sum(ds.sizes().values())
        return ds
    assert report.records is None
    assert report.problems
    return None
