"""Compare what two builds of the library read, text by text: figures, numerals of every kind, changes, terms, and the text itself parsed.

    python tools/compare_builds.py PYTHON OTHER_PYTHON [--runs 20000] [--seed 1] [FILE.jsonl …]

Each Python has a build installed; both read the annotated sentences and tables of the tests, paragraphs of every register, the lines of
the files named (keys ``text`` or ``input``), and as many texts as ``--runs`` says that chance makes of all these and of the fuzzers' seeds.
What differs is shown, and the exit code is 1.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))
_KILOBYTES: Final = 60
"""Of each register."""
_SHOWN: Final = 10
_LONGEST: Final = 1000
READ: Final = """
import json, sys
import zjreform as zj
def seen(call, *given, **more):
    try:
        found = call(*given, **more)
    except zj.ZjError as error:
        return f"{type(error).__name__}: {error}"
    return repr(found if isinstance(found, zj.Quantity) else [*found])
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        text = json.loads(line)
        asked = (zj.figures, {}), (zj.figures, {"kinds": [*zj.Kind]}), (zj.changes, {}), (zj.terms, {}), (zj.parse, {})
        print(json.dumps([seen(call, text, **more) for call, more in asked]))
"""


def texts(files: list[Path], runs: int, seed: int) -> list[str]:
    """Return every text that both builds read."""
    from registers import REGISTERS, paragraphs

    given = [*_written(files), *(ROOT / "tests/fuzz/seeds.txt").read_text(encoding="utf-8").splitlines()]
    chance = islice(_by_chance([*given], seed), runs)
    return [*given, *(text for name in REGISTERS for text in paragraphs(name, _KILOBYTES * 1000, seed)), *chance]


def _written(files: list[Path]) -> Iterator[str]:
    for path in (*sorted((ROOT / "tests/text/gold").glob("*.jsonl")), *files):
        for line in path.read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            yield row.get("text") or row["input"]
    for path in (*sorted(ROOT.glob("tests/quantity/*.tsv")), *sorted(ROOT.glob("tests/text/*.tsv"))):
        with path.open(encoding="utf-8", newline="") as lines:
            yield from (row["text"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _by_chance(pool: list[str], seed: int) -> Iterator[str]:
    """Give texts cut anywhere, with a piece doubled or another text inside."""
    draw = Random(seed)  # noqa: S311 (the same texts for both)
    while True:
        text = draw.choice(pool)
        for _ in range(draw.randrange(1, 4)):
            start = draw.randrange(len(text) + 1)
            end = min(draw.randrange(start, len(text) + 1), start + draw.choice((1, 8, 40)))
            text = text[:start] + draw.choice(("", text[start:end] * 2, draw.choice(pool))) + text[end:]
        yield text[:_LONGEST]


def compared(pythons: list[str], given: list[str]) -> int:
    """Return how many texts two builds read differently, and show the first of them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts")
        path.write_text("".join(f"{json.dumps(text)}\n" for text in given), encoding="utf-8")
        command = "-c", READ, str(path)
        first, second = (subprocess.Popen([python, *command], stdout=subprocess.PIPE, text=True) for python in pythons)
        if first.stdout is None or second.stdout is None:
            raise RuntimeError("no output")
        differing = 0
        for text, one, other in zip(given, first.stdout, second.stdout, strict=True):
            differing += one != other
            if one != other and differing <= _SHOWN:
                print(f"{text!r}\n  {json.loads(one)}\n  {json.loads(other)}")
        if first.wait() or second.wait():
            raise RuntimeError("a build has failed")
    return differing


def main() -> None:
    """Compare and say how many texts were read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pythons", nargs=2)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    given = texts(asked.files, asked.runs, asked.seed)
    differing = compared(asked.pythons, given)
    print(f"{len(given)} texts, {differing} read differently")
    sys.exit(differing > 0)


if __name__ == "__main__":
    main()
