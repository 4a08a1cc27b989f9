"""Benchmarks: the judge is fair, the pages say what was measured, and no benchmark is left out of the run."""

import ast
import json
import sys
from fractions import Fraction
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "benchmarks"))

import accuracy  # noqa: E402 (scripts, not a package)
import finds  # noqa: E402
import peers  # noqa: E402
import report  # noqa: E402

HELPERS = {"run.py", "registers.py"}
"""What runs the others, and what writes texts."""


def _row(value: str, unit: str = "", upper: str = "", kind: str = "quantity") -> finds.Row:
    surface = f"{value}{unit}"
    return {
        "surface": surface, "value": value, "upper": upper, "unit": unit, "bound": "exact", "kind": kind, "start": 2,
        "end": 2 + len(surface),
    }  # fmt: skip


def _find(*numbers: str, unit: str | None = None, start: int = 2, end: int = 3) -> finds.Find:
    return finds.Find(start, end, tuple(map(Fraction, numbers)), unit, frozenset({"exact"}))


@pytest.mark.parametrize(
    ("row", "found", "why"),
    [
        (_row("8", "day"), [_find("8")], "the number itself"),
        (_row("30", "%"), [_find("3")], "三成 as 3"),
        (_row("50", "%"), [_find("0.5")], "a share as a part of one"),
        (_row("1.172", "%"), [_find("11.72")], "per mille"),
        (_row("100/3", "%"), [_find("0.3333333333")], "a third as a float"),
        (_row("3", "day", "5"), [_find("3"), _find("5")], "a range as its two ends"),
        (_row("8", "day"), [_find("80"), _find("8")], "the best of several readings"),
    ],
)
def test_the_judge_accepts(row: finds.Row, found: list[finds.Find], why: str) -> None:
    """What a package says is taken in its favour."""
    assert finds.right(row, found) is not None, why


@pytest.mark.parametrize(
    ("row", "found", "why"),
    [
        (_row("8", "day"), [], "nothing"),
        (_row("8", "day"), [_find("80")], "another number"),
        (_row("8", "day"), [_find("0.8")], "a tenth of what is no share"),
        (_row("3", "day", "5"), [_find("3")], "one end of a range"),
        (_row("3", "day", "5"), [_find("5"), _find("3")], "the ends the wrong way round"),
        (_row("1.5", "万"), [_find("1"), _find("5")], "the parts of a number"),
    ],
)
def test_the_judge_refuses(row: finds.Row, found: list[finds.Find], why: str) -> None:
    """A wrong number stays wrong."""
    assert finds.right(row, found) is None, why


def test_a_sentence_is_scored_within_the_task() -> None:
    """A date is no fault of a package for numerals in general, and one of a package for quantities; a find on nothing is one of both."""
    here = [_find("8", unit="day"), _find("2018", start=10, end=14), _find("1", start=20, end=21)]
    date = _row("2018", kind="date") | {"start": 10, "end": 14}
    sentence = [{"text": "用8天……2018……一般", "figures": [_row("8", "day"), date]}]
    general, ours = (next(each for each in peers.ALL if each.name == name) for name in ("chinese2digits", "zjreform"))
    counts = accuracy.score_sentences(general, lambda _: here, sentence)
    assert (counts["asked"], counts["number"], counts["finds"], counts["false"]) == (1, 1, 2, 1)
    counts = accuracy.score_sentences(ours, lambda _: here, sentence)
    assert (counts["asked"], counts["number"], counts["finds"], counts["false"]) == (1, 1, 3, 2)


def test_a_package_that_fails_on_a_text_is_counted() -> None:
    """An exception is a wrong answer, and stops nothing."""

    def fails(text: str) -> list[finds.Find]:
        raise RuntimeError(text)

    counts = accuracy.score_strings(peers.ALL[0], fails, [_row("8", "day")])
    assert (counts["asked"], counts["number"], counts["failed"]) == (1, 0, 1)
    assert counts["wrong"] == [["8day", "8 day exact", "nothing"]]


def test_every_benchmark_is_part_of_the_run() -> None:
    """A script with a command line that the run does not know would rot."""
    text = (ROOT / "benchmarks" / "run.py").read_text(encoding="utf-8")
    used = {
        f"{name.name}.py" for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import) for name in node.names
    }
    held = (node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
    used |= {value for value in held if isinstance(value, str) and value.endswith(".py")}
    scripts = {
        path.name
        for path in (ROOT / "benchmarks").glob("*.py")
        if '__name__ == "__main__"' in path.read_text(encoding="utf-8")
    }
    assert scripts - HELPERS <= used


def test_the_pages_say_what_was_measured() -> None:
    """The page of benchmarks and the table of the README are written from the results that are kept."""
    results = json.loads((ROOT / "benchmarks" / "results.json").read_text(encoding="utf-8"))
    assert report.current(results) == []
    assert not results["machine"]["smoke"]


def test_errors_of_sentences_kept_apart_are_not_shown() -> None:
    """Who reads them tunes to them."""
    results = json.loads((ROOT / "benchmarks" / "results.json").read_text(encoding="utf-8"))
    assert all(counts["wrong"] == [] for counts in results["accuracy"]["tables"]["locked"].values())
