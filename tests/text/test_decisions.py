"""Every row of the decision table holds in a text: the span, the kind and the whole reading."""

import csv
from fractions import Fraction
from pathlib import Path

from tests.every import every

import zjreform as zj

TABLE = Path(__file__).with_name("decisions.tsv")
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def span(row: dict[str, str]) -> tuple[int, int]:
    if row["start-end"] == "whole":
        return 0, len(row["text"])
    start, end = row["start-end"].split("-")
    return int(start), int(end)


@every(ROWS)
def test_row_holds(row: dict[str, str]) -> None:
    """The expression stands where the table says, is what it says, and reads as it says."""
    found = {(figure.start, figure.end): figure for figure in zj.figures(row["text"], kinds=zj.Kind)}
    figure = found[span(row)]
    assert figure.kind == row["kind"]
    if row["kind"] == "quantity":
        quantity = figure.quantity
        assert quantity is not None
        upper = Fraction(row["upper"]) if row["upper"] else None
        assert (quantity.value, quantity.upper) == (Fraction(row["value"]), upper)
        assert (quantity.unit.code, quantity.dimension, quantity.bound) == (row["unit"], row["dimension"], row["bound"])


def test_the_table_is_whole() -> None:
    """All 120 rows are here."""
    assert len(ROWS) == 120
