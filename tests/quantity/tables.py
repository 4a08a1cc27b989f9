"""Reads the TSV tables of this folder."""

import csv
from pathlib import Path


def rows(name: str) -> list[dict[str, str]]:
    r"""Return the rows of a table; ``\n`` in a text stands for a line break."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    found = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [{**row, "text": row["text"].replace("\\n", "\n")} for row in found]
