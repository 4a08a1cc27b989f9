"""The short ways change nothing: without them every text of the gold, the cases and the documents reads the same, only later."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from tests.sources import FOLDER, needs_sources
from tests.text.evaluate import rows
from tests.text.test_laws import texts

from zjreform.fold import fold_running
from zjreform.text.figure import Figure
from zjreform.text.lexicon import BUNDLED
from zjreform.text.scanning.scan import scan
from zjreform.text.scanning.scanner import Scanner, build

CASES = Path(__file__).parents[3] / "shared" / "reference" / "reader-cases.jsonl"
GOLD = ("dev", "readers", "locked")


@cache
def made(*, short: bool) -> Scanner:
    return build(BUNDLED, short=short)


def told(text: str, *, short: bool) -> list[tuple[object, ...]]:
    """Return all that a scan says of a text."""
    return [_parts(one) for one in scan(fold_running(text), made(short=short))]


def _parts(one: Figure) -> tuple[object, ...]:
    quantity = one.quantity
    return one.start, one.end, one.kind, repr(quantity), one.sense, one.per, one.edtf, one.ordinal


def differing(texts: Iterator[str]) -> list[str]:
    """Return the texts that read otherwise without the short ways."""
    return [text for text in texts if told(text, short=True) != told(text, short=False)]


@pytest.mark.parametrize("corpus", GOLD)
def test_the_gold_reads_the_same(corpus: str) -> None:
    """Every figure, date and word of the gold sentences."""
    assert not differing(row["text"] for row in rows(corpus))


def test_the_cases_read_the_same() -> None:
    """Every input of the table of cases, where it lies beside the checkout."""
    if not CASES.is_file():
        pytest.skip(f"the table of cases is not at {CASES}")
    lines = CASES.read_text(encoding="utf-8").splitlines()
    assert not differing(json.loads(line)["input"] for line in lines)


@needs_sources
def test_the_documents_read_the_same() -> None:
    """Every line of the source documents."""
    for path in sorted(FOLDER.glob("*.txt")):
        assert not differing(iter(path.read_text(encoding="utf-8").splitlines())), path.name


@pytest.mark.parametrize(
    "text",
    ["總目703項", "如表3所示", "占 40% 至 60%", "5日历天", "10多元化", "零下5天", "张三赔偿李四人民币车损费61,293元"],
)
def test_what_once_read_otherwise_reads_the_same(text: str) -> None:
    """A short way must leave what the rules or the grammar read in another way."""
    assert not differing(iter([text]))


@given(texts)
@example("单位6-3")
@example("9单位以上")
def test_any_text_reads_the_same(text: str) -> None:
    """Texts made of what figures are made of."""
    assert not differing(iter([text]))
