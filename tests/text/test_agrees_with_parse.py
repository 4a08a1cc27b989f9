"""What ``parse`` accepts is found by ``figures`` as the same claim, but for the listed strings that running text leaves open."""

import csv
from pathlib import Path

import pytest
from tests.every import every
from tests.quantity.tables import rows

import zjreform as zj

UNFOUND = {
    row["text"]: row["why"]
    for row in csv.DictReader(
        Path(__file__).with_name("unfound.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"
    )
}
STRINGS = [row["text"] for row in rows("accepted.tsv")]


def is_found(text: str, start: int, end: int, quantity: zj.Quantity) -> bool:
    return any(
        (figure.start, figure.end) == (start, end)
        and figure.quantity is not None
        and figure.quantity.exact_eq(quantity)
        for figure in zj.figures(text)
    )


@every([text for text in STRINGS if text not in UNFOUND])
def test_what_parses_is_found(text: str) -> None:
    """Alone and in a sentence, whole and as the same claim."""
    quantity = zj.parse(text)
    assert is_found(text, 0, len(text), quantity)
    assert is_found(f"结果是{text}。", 3, 3 + len(text), quantity)


@pytest.mark.parametrize("text", UNFOUND)
def test_exceptions_are_still_needed(text: str) -> None:
    """Each exception parses, and running text still reads it in another way."""
    assert text in STRINGS
    assert not is_found(text, 0, len(text), zj.parse(text))
