"""What steps of mending look for begins with the characters at which they look for it."""

import csv
import random
import re
from pathlib import Path

import pytest

from zjreform.mending import characters, fragments, spoken

TABLES = Path(__file__).parents[1] / "text"
STEPS = (characters, fragments, spoken)
MARKS = "<b>&nbsp;->=>—>\r\u200b\u2009１．２%oWwkM+•·$＄-：1、二儿点半折比死伤息分平俩零兆"


def texts() -> list[str]:
    """Return the texts of the tables, and the same with marks put in."""
    found = []
    for name in ("sentences", "changes", "decisions", "unfound"):
        with (TABLES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            found += [row[0] for row in csv.reader(file, delimiter="\t") if row]
    draw = random.Random(7)  # noqa: S311 (the same texts at each run)
    return found + [
        "".join(char + (draw.choice(MARKS) if draw.random() < 0.2 else "") for char in text) for text in found
    ]


@pytest.mark.parametrize("step", STEPS, ids=lambda each: each.__name__.rpartition(".")[2])
def test_nothing_begins_with_another_character(step: object) -> None:
    """With all characters looked at, the same is found."""
    free, gated = re.compile(vars(step)["FORMS"]), re.compile(vars(step)["PATTERN"])
    found = 0
    for text in texts():
        places = [match.span() for match in free.finditer(text)]
        assert [match.span() for match in gated.finditer(text)] == places, text
        found += len(places)
    assert found > len(STEPS)
