"""Tables of many rows beside another tree: ``python benchmarks/rows.py OTHER/src [rows…] [--only STEP]``.

Both trees make the same claims, read, validate, filter and write them, each step in a process of its own and in turns; what is compared is
processor time, and the bytes that Python holds for a row. ``write_…`` reads back what it wrote before it puts it in place, in both. Where a
step says "repeat", a thousand and five hundred quantities recur; elsewhere all differ. With several numbers of rows the growth of each step
is shown: the power of the rows with which its time grows.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import zjreform as zj

MADE = """
import resource, sys, tempfile, time, tracemalloc
from decimal import Decimal
import attrs
import zjreform as zj
try:
    from zjreform.columns.column import Edtf
except ImportError:
    from zjreform.records.columns import Edtf
from zjreform.dataset.table import Table
from zjreform.records import figure_codes as codes
from zjreform.records.figures import Indicator, Mention, Metric
from zjreform.records.history_codes import DateStatus
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
UNITS = (("workday", "at_most"), ("%", "exact"), ("件", "over"))
DIMENSIONS = (zj.Dimension.WORKING_TIME, zj.Dimension.PERCENT, zj.Dimension.COUNT)

def quantity(number):
    unit, bound = UNITS[number % 3]
    return zj.Quantity.from_parts(str(Decimal(number) / 4), unit, bound)

def metric(number, held):
    return Metric(id=f"metric-{number}", about="places:zhejiang", indicator=f"made-{number % 3}",
        position=codes.Position.CHANGE if number % 3 == 1 else codes.Position.LEVEL,
        status=codes.Status.ACHIEVED, aggregate=codes.Aggregate.SINGLE, accrual=codes.Accrual.INSTANT, per="day", quantity=held,
        base_status=codes.BaseStatus.NOT_APPLICABLE, population=f"population {number % 1000}", period=Edtf("2018-08/2018-10"),
        period_status=DateStatus.STATED,
        quality=(codes.Quality.DAMAGED,) if number % 10 == 0 else (), reading=codes.Reading.WHOLE,
        note_zh=f"第{number}条说明", note_en=f"note {number}")

def mention(number, row, source):
    surface, start = str(row.quantity), number * 20
    return Mention(id=f"made-{number}", of=f"metrics:{row.id}", source=source.id, start=start, end=start + len(surface), surface=surface,
        voice=codes.Voice.JOURNALIST)

def made(count, repeated, mentioned=False):
    indicators = [Indicator(id=f"made-{number}", name_zh=f"数{number}", name_en=f"number {number}", family=codes.Family.TIME,
        definition_zh="用时",
        definition_en="time taken", dimension=kind, direction=codes.Direction.LOWER, category=codes.Category.OUTPUT)
        for number, kind in enumerate(DIMENSIONS)]
    place = attrs.evolve(zj.load().places["zhejiang"], parent=None, successor=None)
    some = [quantity(number) for number in range(1, 1501)]  # 1,500 is a multiple of three: units keep step with indicators
    held = [some[number % 1500 - 1] if repeated else quantity(number) for number in range(count)]
    rows = {"places": [place], "indicators": indicators, "metrics": [metric(*pair) for pair in enumerate(held)]}
    if mentioned:
        source = attrs.evolve(zj.load().sources[0], id="made", file="made.txt", sha256="0123456789abcdef" * 4, characters=20 * count)
        rows |= {"sources": [source], "mentions": [mention(*pair, source) for pair in enumerate(rows["metrics"])]}
    return zj.Dataset(version="1", **{name: Table(schema_of(name), rows.get(name, ())) for name in TABLES})

def used():
    return time.process_time()
"""
"""What both trees run before a step."""

READ = "zj.read(zj.template(home + '/empty')); made(rows, {}).write(home + '/p')"
STEPS = {
    "read, repeat": (READ.format("True"), "zj.read(home + '/p')", 1.3),
    "read": (READ.format("False"), "zj.read(home + '/p')", 1.3),
    "validate, mentions": (READ.format("False, True") + "; zj.validate(home + '/empty')",
        "report = zj.validate(home + '/p')\nif not report.ok: print(report)", 1.3),
    "read, then where": (READ.format("True"), "zj.read(home + '/p').metrics.where(lambda row: row.quantity.value > 100)", 1.3),
    "where": ("ds = made(rows, True)", "ds.metrics.where(lambda row: row.quantity.value > 100)", 1 / 1.5),
    "to_arrow, repeat": ("ds = made(rows, True); ds.metrics[:9].to_arrow()", "ds.metrics.to_arrow()", 4),
    "to_arrow": ("ds = made(rows, False); ds.metrics[:9].to_arrow()", "ds.metrics.to_arrow()", 2.5),
    "to_polars, repeat": ("ds = made(rows, True); ds.metrics[:9].to_polars()", "ds.metrics.to_polars()", 4),
    "to_polars": ("ds = made(rows, False); ds.metrics[:9].to_polars()", "ds.metrics.to_polars()", 2.5),
    "to_pandas, repeat": ("ds = made(rows, True); ds.metrics[:9].to_pandas()", "ds.metrics.to_pandas()", 4),
    "to_pandas": ("ds = made(rows, False); ds.metrics[:9].to_pandas()", "ds.metrics.to_pandas()", 2.5),
    "write": ("ds = made(rows, False); made(9, True).write(home + '/q')", "ds.write(home + '/p')", 2),
    "write_json": ("ds = made(rows, False)", "ds.write_json(home + '/p.json')", 2),
    "write_parquet": ("ds = made(rows, False); made(9, True).write_parquet(home + '/q')", "ds.write_parquet(home + '/p')", 2),
    "write_sqlite": ("ds = made(rows, False); made(9, True).write_sqlite(home + '/q.db')", "ds.write_sqlite(home + '/p.db')", 3),
    "write_excel": ("ds = made(rows, False); made(9, True).write_excel(home + '/q.xlsx')", "ds.write_excel(home + '/p.xlsx')", 3),
    "find_metrics(text=…)": ("ds = zj.load(); ds.find_metrics(text='便民')", "[ds.find_metrics(text='便民') for _ in range(50)]", 8),
    "find_events(text=…)": ("ds = zj.load(); ds.find_events(text='改革')", "[ds.find_events(text='改革') for _ in range(50)]", 8),
    "find_cases(text=…)": ("ds = zj.load(); ds.find_cases(text='改革')", "[ds.find_cases(text='改革') for _ in range(50)]", 8),
    "find_terms(text=…)": ("ds = zj.load(); ds.find_terms(text='標準地')", "[ds.find_terms(text='標準地') for _ in range(50)]", 8),
}  # fmt: skip
"""By step: what comes before it, the step, and how many times as fast it must be."""

HELD = "print(*(size / rows for size in tracemalloc.get_traced_memory()))"
BYTES = {
    "bytes a row, live": 0.7,
    "bytes a row, peak": 0.5,
    "bytes a row with records, live": 1.0,
    "bytes a row with records, peak": 0.5,
}
"""What Python holds for a row after reading, then when all records have been asked for; and how much of the other tree's it may be."""

STEEPEST = 1.1
TURNS = 3
FEW = 100_000
"""Rows up to which each step is run several times."""


def main(other: str, counts: list[int], only: str) -> int:
    """Print each step with both trees, and how it grows; return 1 if one misses its target."""
    missed: list[str] = []
    seconds: dict[str, list[float]] = {}
    for rows in counts:
        print(f"{rows:,} rows\n{'step':>30} {'other':>10} {'here':>10} {'times as fast':>14} {'target':>7}")
        for step, (_, _, target) in STEPS.items():
            if only in step:
                theirs, ours = _seconds(other, rows, step)
                seconds.setdefault(step, []).append(ours)
                print(f"{step:>30} {theirs:10.3f} {ours:10.3f} {theirs / ours:14.2f} {target:7.2f}", flush=True)
                missed += [f"{step} ({rows:,})"] if theirs / ours < target else []
        if only in "bytes a row":
            missed += _bytes(other, rows)
    for step, (first, *_, last) in {step: found for step, found in seconds.items() if len(found) > 1}.items():
        power = math.log(last / first) / math.log(counts[-1] / counts[0])
        print(f"{step:>30} grows with the rows to the power of {power:.2f}")
        missed += [f"growth of {step}"] if power > STEEPEST and "text" not in step else []
    print("targets: " + ("missed: " + ", ".join(missed) if missed else "met"))
    return 1 if missed else 0


HERE = str(Path(zj.__file__).parents[1])


def _seconds(other: str, rows: int, step: str) -> tuple[float, float]:
    """The least processor time of a step in the other tree and in this one."""
    taken: dict[str, list[float]] = {other: [], HERE: []}
    before, done, _ = STEPS[step]
    for _ in range(TURNS if rows <= FEW else 1):
        for tree, seconds in taken.items():
            seconds.append(_run(tree, rows, before, ["start = used()", done, "print(used() - start)"])[0])
    return min(taken[other]), min(taken[HERE])


def _bytes(other: str, rows: int) -> list[str]:
    """Print what is held for a row; return what is more than it may be."""
    done = ["tracemalloc.start(); ds = zj.read(home + '/p')", HELD, "tuple(ds.metrics)", HELD]
    theirs, ours = (_run(tree, rows, READ.format("False"), done) for tree in (other, HERE))
    for (name, target), before, after in zip(BYTES.items(), theirs, ours, strict=True):
        print(f"{name:>30} {before:10.0f} {after:10.0f} {after / before:14.2f} {target:7.2f}", flush=True)
    return [
        name
        for (name, target), before, after in zip(BYTES.items(), theirs, ours, strict=True)
        if after > target * before
    ]


def _run(tree: str, rows: int, before: str, done: list[str]) -> list[float]:
    """What one step prints, in a process of its own that imports a tree."""
    with tempfile.TemporaryDirectory() as home:
        lines = [MADE, f"home, rows = {home!r}, {rows}", before, *done]
        settings = {**os.environ, "PYTHONPATH": tree}
        run = subprocess.run(
            [sys.executable, "-c", "\n".join(lines)], check=True, stdout=subprocess.PIPE, text=True, env=settings
        )
    return [float(cell) for cell in run.stdout.split()]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other")
    parser.add_argument("rows", nargs="*", type=int, default=[FEW])
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    sys.exit(main(asked.other, asked.rows, asked.only))
