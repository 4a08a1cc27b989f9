"""The short way of the grammar reads what the grammar reads, or leaves it to the grammar."""

import csv
from pathlib import Path
from random import Random

import pytest
from tests.quantity.tables import rows

from zjreform.fold import fold
from zjreform.quantity.bound_words import bounds_before, bounds_behind
from zjreform.quantity.lone import nothing_at
from zjreform.quantity.numerals import STARTS
from zjreform.quantity.parsing import read_at
from zjreform.quantity.quick import quick_at
from zjreform.quantity.units import aliases

FIRSTS = STARTS | {word[0] for word in bounds_before()}
NUMBERS = [
    *(
        "3",
        "12",
        "1,234",
        "3.5",
        "3.5万",
        "20亿",
        "120多万",
        "1万余",
        "2018",
        "0",
        "0.5",
        "三",
        "十五",
        "三十",
        "五百",
        "一百二",
    ),
    *(
        "三四",
        "几",
        "十几",
        "数百",
        "百",
        "千",
        "二百零五",
        "三万五千",
        "十多",
        "百分之三十",
        "三分之二",
        "万分之五",
        "两",
        "二〇一八",
    ),
]
UNITS, BEFORE, BEHIND = [*aliases()], [*bounds_before(), *[""] * 40], [*bounds_behind(), "", "", "的", "，", "\n", " "]
JOINTS = ["至", "到", "—", "-", "~", "以上", "和", "、", "与", "", ""]
MORE = [
    "，",
    "的",
    "内设",
    "人均",
    "（含）",
    "(不含)",
    "每年",
    "/平方米",
    "半",
    "多",
    "来",
    "之间",
    "不等",
    "成为",
    "起诉",
    "又",
    "整",
    "有",
]
SHAPES = [
    (BEFORE, NUMBERS, UNITS, BEHIND, MORE),
    (BEFORE, NUMBERS, UNITS, BEHIND, JOINTS, NUMBERS, UNITS, BEHIND, MORE),
    (BEFORE, NUMBERS, JOINTS, NUMBERS, UNITS, BEHIND, MORE),
    (NUMBERS, UNITS, MORE, NUMBERS, UNITS),
    (BEFORE, NUMBERS, MORE, NUMBERS, BEHIND),
]


def differences(text: str) -> list[str]:
    """Return the places at which the short way reads something else than the grammar."""
    found = []
    for at, char in enumerate(text):
        short = quick_at(text, at) if char in FIRSTS else None
        if short is not None and repr(short) != repr(read_at(text, at)):
            found.append(f"{text[at:]}: {short}, not {read_at(text, at)}")
        if char in "百千万亿" and nothing_at(text, at):
            whole = read_at(text, at)
            found += [f"{text[at:]}: nothing, not {whole}"] * (whole is not None)
    return found


@pytest.mark.parametrize("seed", range(8))
def test_reads_figures_put_together_at_random_as_the_grammar_does(seed: int) -> None:
    random = Random(seed)  # noqa: S311 (the same texts each time)
    texts = ("".join(random.choice(part) for part in random.choice(SHAPES)) for _ in range(600))
    assert [each for text in texts for each in differences(fold(text))] == []


def test_reads_the_sentences_of_the_tests_as_the_grammar_does() -> None:
    rows = csv.reader(
        (Path(__file__).parents[1] / "text" / "sentences.tsv").read_text("utf-8").splitlines(), delimiter="\t"
    )
    assert [each for row in rows for each in differences(fold(row[0]))] == []


@pytest.mark.parametrize("behind", ["", "，", "的", "以上", "至"])
def test_reads_the_figures_of_the_tables_as_the_grammar_does(behind: str) -> None:
    texts = [fold(row["text"] + behind) for name in ("accepted.tsv", "refused.tsv") for row in rows(name)]
    assert [each for text in texts for each in differences(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不超过三十日，", "30 day at_most"),
        ("七成以上，", "70 % at_least"),
        ("3至5天，", "3 day exact to 5"),
        ("10—15万元，", "100000 yuan exact to 150000"),
        ("四个月至二十三个月，", "4 month exact to 23"),
        ("三年以上七年以下有期", "3 year exact to 7"),
        ("百分之四点五，", "4.5 % exact"),
        ("3元/平方米，", "3 yuan/m2 exact"),
        ("半年内，", "0.5 year at_most"),
        ("三年六个月，", "42 month exact"),
        ("新台币三万元，", "30000 TWD exact"),
        ("上百名学生", "100 名 at_least"),
        ("超8000。", "8000  over"),
        ("几十名工人", "20 名 about to 99"),
    ],
)
def test_takes_the_short_way(text: str, expected: str) -> None:
    found = quick_at(text, 0)
    assert found is not None
    quantity = found[0]
    upper = "" if quantity.upper is None else f" to {quantity.upper}"
    assert f"{quantity.value} {quantity.unit.code} {quantity.bound.value}{upper}" == expected


@pytest.mark.parametrize(
    "text",
    [
        "3月",
        "3天（含）",
        "3个半小时",
        "3年零2个月",
        "10至5天",
        "3天和5天之间",
        "三成为",
        "约超过3天",
        "超过三年且不满五年",
        "3A",
    ],
)
def test_leaves_to_the_grammar_what_could_go_on(text: str) -> None:
    assert quick_at(text, 0) is None
