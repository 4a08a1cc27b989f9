"""The short ways change nothing: without them every text of the gold, the cases and the documents reads the same, only later."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
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


@cache
def gold_texts() -> tuple[str, ...]:
    return tuple(row["text"] for corpus in GOLD for row in rows(corpus))


@given(st.data())
def test_the_gold_reads_the_same_with_lines_broken(data: st.DataObject) -> None:
    """A line may break in a number, in a unit, in a word behind them, or close behind a figure."""
    text = data.draw(st.sampled_from(gold_texts()))
    parts, rest = [], text
    while rest:
        size = data.draw(st.integers(1, 9))
        parts.append(rest[:size])
        rest = rest[size:]
    assert not differing(iter(["\n".join(parts)]))


BROKEN = (
    ("共36.\n3%，", "behind a decimal point"),
    ("共36\n.3%，", "before one"),
    ("共43\n1,932公里，", "amid the digits of a group"),
    ("共2,\n932公里，", "behind the comma of a group"),
    ("共5公\n顷，", "amid a unit"),
    ("共5公\n里以上不到9公里", "amid a unit, where another claim goes on"),
    ("共30%以\n上的", "amid a bound word"),
    ("共30\n%以上", "before a unit, which the grammar reads across a blank"),
    ("共30人\n次，", "where the unit alone is another one"),
    ("共30日\n内办结", "before a bound word"),
    ("共5个\n月，", "where the unit alone is another one, and the longer a time"),
    ("约36.\n3%，", "behind a number with a bound word"),
    ("数以千\n计的", "in a word without a number"),
    ("百年变\n局", "behind a multiplier that counts nothing"),
    ("百万\n元以上", "before the unit of a multiplier"),
    ("全年\n— 12 —\n公里", "around the number of a page"),
    ("全年\n— 12 —\n5%增长", "around a number with another one below"),
    ("全年一\n— 12 —\n年", "behind a numeral and a page"),
    ("至70个工作\n日以内，", "amid a longer unit behind one"),
    ("共1\n2台多功能", "amid a number, where 多 opens the word behind"),
    ("共3亿吨标准\n煤，", "amid the longer unit of a mass"),
    ("5人以上（\n含本数）", "in the bracket behind a bound"),
    ("5元（\n含）以下", "in the bracket before a bound"),
    ("5%和25\n%之间", "in the second of two ends"),
    ("1与2岁之\n间", "in the word behind two ends"),
    ("处一倍以上九倍以下\n罚款", "behind two claims, the first of one"),
)


@pytest.mark.parametrize(("text", "where"), BROKEN)
def test_a_broken_line_reads_the_same(text: str, where: str) -> None:
    """What a break could hide or join is left to the grammar."""
    assert not differing(iter([text])), where


@pytest.mark.parametrize(
    "text",
    [
        "乘坐528次列车",
        "2018大目标",
        "−2041，",
        "一口径",
        "收入比缩小到2.6∶1，",
        "以3∶1获胜",
        "比分3∶1，",
        "比为2.9∶42.1∶55，",
        "9∶0，",
        "1∶30，",
        "2∶1家",
        "35度，气温",
        "用电3.5亿度，",
        "酒精35度，",
        "12—15度，",
        "减半个月",
        "减半收取",
        "过半数以上",
        "半数",
        "15公里每小时",
        "15公里每小时内",
        "15米每",
        "总目703项",
        "總目703項",
        "如表3所示",
        "占 40% 至 60%",
        "5日历天",
        "10多元化",
        "零下5天",
        "张三赔偿李四人民币车损费61,293元",
    ],
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
