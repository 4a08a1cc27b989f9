"""Reading, checking, merging and writing metrics in bulk, each with its mention: ``python benchmarks/interop.py [most rows]``.

``python benchmarks/interop.py --beside OTHER/src`` runs what users ask of the bundled data with this tree and with another one, in
turns, and prints the ratio of processor time of each step.

Each size runs in a process of its own, so that its peak memory is its own. Targets: validate at least 50,000 rows a second, read at least
40,000, and time that grows with the rows to the power of at most 1.1.
"""

import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from attrs import evolve

import zjreform as zj
from zjreform.columns.column import Edtf
from zjreform.dataset.table import Table
from zjreform.records import figure_codes as codes
from zjreform.records.figures import Indicator, Mention, Metric
from zjreform.records.history_codes import DateStatus
from zjreform.records.index import TABLES
from zjreform.records.roster_codes import Extent, SourceKind
from zjreform.records.rosters import Source
from zjreform.records.schema import schema_of
from zjreform.tabular.parquet_files import write_parquet_file

T = TypeVar("T")
STEPS = ("read", "validate", "merge", "to_arrow", "write_parquet")
TARGETS = {"read": 40_000, "validate": 50_000}
STEEPEST = 1.1
EACH = 2
"""Rows of a claim: its own and that of its mention."""
GROWTH_FROM = 1  # the smallest size is mostly start-up
SIZES = (1_000, 10_000, 100_000, 1_000_000)
ALL = 2_000_000
APART = 20
"""How many claims the made source has room for, and how many characters each has."""
QUANTITIES = [
    zj.Quantity.from_parts(str(Decimal(number) / 4), "workday", bound)
    for number in range(1, 500)
    for bound in ("at_most", "exact", "over")
]


def metrics(start: int, count: int) -> Iterable[Metric]:
    """Yield made claims, filled as densely as those of the bundled dataset."""
    for number in range(start, start + count):
        yield Metric(
            id=f"metric-{number}",
            about="places:zhejiang",
            indicator="made-time",
            position=codes.Position.LEVEL,
            status=codes.Status.ACHIEVED,
            aggregate=codes.Aggregate.SINGLE,
            accrual=codes.Accrual.INSTANT,
            per="day",
            quantity=QUANTITIES[number % len(QUANTITIES)],
            base_status=codes.BaseStatus.NOT_APPLICABLE,
            population=f"population {number % 1000}",
            period=Edtf("2018-08/2018-10"),
            period_status=DateStatus.STATED,
            quality=(codes.Quality.DAMAGED,) if number % 10 == 0 else (),
            reading=codes.Reading.WHOLE,
            note_zh=f"第{number}条说明",
            note_en=f"note {number}",
        )


def mentions(start: int, rows: Sequence[Metric]) -> Iterable[Mention]:
    """Yield where each claim stands in a made source."""
    for number, metric in enumerate(rows, start):
        surface = str(metric.quantity)
        at = number * APART
        yield Mention(
            id=f"mention-{number}",
            of=f"metrics:{metric.id}",
            source="made-source",
            start=at,
            end=at + len(surface),
            surface=surface,
            voice=codes.Voice.YEARBOOK,
        )


def source(size: int) -> Source:
    """Return a source long enough for a number of claims."""
    return Source(
        id="made-source",
        title_zh="年鉴",
        title_en="A yearbook",
        kind=SourceKind.BOOK,
        publisher_zh="某出版社",
        publisher_en="A press",
        published=Edtf("2019"),
        date_status=DateStatus.STATED,
        period=Edtf("2018"),
        language="zh-Hans",
        file="made.txt",
        sha256=sha256(b"made").hexdigest(),
        characters=(size + 1) * APART,
        extent=Extent.WHOLE,
        extent_zh="全文",
        extent_en="all",
    )


def dataset(start: int, count: int) -> zj.Dataset:
    """Return a dataset of made claims about one bundled place."""
    indicator = Indicator(
        id="made-time",
        name_zh="时间",
        name_en="time",
        family=codes.Family.TIME,
        definition_zh="用时",
        definition_en="time taken",
        dimension=zj.Dimension.WORKING_TIME,
        direction=codes.Direction.LOWER,
        category=codes.Category.OUTPUT,
    )
    place = evolve(zj.load().places["zhejiang"], parent=None, successor=None)
    made = list(metrics(start, count))
    rows = {
        "places": [place],
        "sources": [source(ALL)],
        "indicators": [indicator],
        "metrics": made,
        "mentions": list(mentions(start, made)),
    }
    return zj.Dataset(version="1", **{name: Table(schema_of(name), rows.get(name, ())) for name in TABLES})


def measure(count: int) -> dict[str, float]:
    """Return the seconds of each step for a number of rows, and the peak memory in MB."""
    folder = Path(tempfile.mkdtemp())
    code = "import sys; sys.path.insert(0, 'benchmarks'); import interop; interop.dataset(0, {}).write({!r})"
    subprocess.run([sys.executable, "-c", code.format(count, str(folder / "p"))], check=True)
    zj.read(zj.template(folder / "empty"))  # what the first reading in a process costs is no cost of rows
    taken: dict[str, float] = {}
    ds = timed(taken, "read", lambda: zj.read(folder / "p"))
    taken["memory_read"] = peak()
    report = timed(taken, "validate", lambda: zj.validate(folder / "p"))
    if not report.ok:
        raise SystemExit(str(report))
    other = dataset(count, max(count // 10, 1))
    timed(taken, "merge", lambda: ds.merge(other))
    frame = timed(taken, "to_arrow", ds.metrics.to_arrow)
    timed(taken, "write_parquet", lambda: write_parquet_file(folder / "metrics.parquet", frame))
    taken["memory"] = peak()
    return taken


def timed(taken: dict[str, float], name: str, step: Callable[[], T]) -> T:
    """Run one step and note its CPU seconds."""
    start = time.process_time()
    result = step()
    taken[name] = time.process_time() - start
    return result


def peak() -> float:
    """Return the peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(most: int) -> int:
    """Print a table for every size and the growth of each step; return 1 if a target is missed."""
    sizes = [size for size in SIZES if size <= most]
    found: dict[int, dict[str, float]] = {}
    print(f"{'rows':>9} " + " ".join(f"{step:>22}" for step in STEPS) + f" {'MB (read, all)':>16}")
    for size in sizes:
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size)], check=True, capture_output=True, text=True
        )
        found[size] = json.loads(done.stdout)
        cells = " ".join(f"{found[size][step]:8.2f} s {EACH * size / found[size][step]:9,.0f}/s" for step in STEPS)
        print(f"{size:>9,} {cells} {found[size]['memory_read']:8.0f} {found[size]['memory']:7.0f}")
    missed = [
        f"{step} at {size:,}"
        for step, target in TARGETS.items()
        for size in sizes
        if EACH * size / found[size][step] < target
    ]
    if len(sizes) > GROWTH_FROM + 1:
        for step in STEPS:
            exponent = growth([(size, found[size][step]) for size in sizes[GROWTH_FROM:]])
            print(f"growth of {step}: {exponent:.2f}")
            missed += [f"growth of {step}"] if exponent > STEEPEST else []
    print("targets: " + ("missed: " + ", ".join(missed) if missed else "met"))
    return 1 if missed else 0


ASKED = {
    "read all tables": ("ds = zj.load()", "[getattr(ds, name) for name in ds.sizes()]", 1),
    "find_metrics(place=…)": ("ds = zj.load(); ds.find_metrics(place='丽水')", "ds.find_metrics(place='丽水')", 100),
    "find_cases(place=…)": ("ds = zj.load(); ds.find_cases(place='丽水')", "ds.find_cases(place='丽水')", 100),
    "find_metrics(family=…)": ("ds = zj.load(); ds.find_metrics(family='time')", "ds.find_metrics(family='time')", 100),
    "find_terms(text=…)": ("ds = zj.load(); ds.find_terms(text='標準地')", "ds.find_terms(text='標準地')", 20),
    "metrics.to_pandas()": ("ds = zj.load(); ds.metrics.to_pandas()", "ds.metrics.to_pandas()", 10),
    "mentions.to_arrow()": ("ds = zj.load(); ds.mentions.to_arrow()", "ds.mentions.to_arrow()", 10),
    "comparisons().to_pandas()": ("ds = zj.load(); ds.comparisons().to_pandas()", "ds.comparisons().to_pandas()", 5),
    "wide().to_polars()": ("ds = zj.load(); ds.wide().to_polars()", "ds.wide().to_polars()", 5),
    "write(folder)": ("ds = zj.load(); n = 0", "n += 1; ds.write(f'{home}/p{n}')", 1),
    "write_sqlite": ("ds = zj.load(); n = 0", "n += 1; ds.write_sqlite(f'{home}/p{n}.sqlite')", 1),
    "write_excel": ("ds = zj.load(); n = 0; zj.codebook()", "n += 1; ds.write_excel(f'{home}/p{n}.xlsx')", 1),
}
"""By step: what comes before it, the step, and how often it is done."""

FASTER = {"find_metrics(place=…)": 8.0, "write_excel": 2.5}
"""How many times as fast a step must be as with the other tree; the others must not be slower."""

NOISE = 1.15
TURNS = 3


def beside(other: str) -> int:
    """Print processor seconds of each step with both trees and their ratio; return 1 if a step misses its target."""
    here, missed = str(Path(zj.__file__).parents[1]), []
    print(f"{'step':>26} {'other':>9} {'here':>9} {'times as fast':>14}")
    for step, (before, done, times) in ASKED.items():
        seconds: dict[str, list[float]] = {tree: [] for tree in (other, here)}
        for _ in range(TURNS):
            for tree, taken in seconds.items():
                taken.append(_seconds(tree, before, done, times))
        theirs, ours = min(seconds[other]), min(seconds[here])
        print(f"{step:>26} {theirs:9.4f} {ours:9.4f} {theirs / ours:14.2f}")
        if theirs / ours < FASTER.get(step, 1 / NOISE):
            missed.append(step)
    print("targets: " + ("missed: " + ", ".join(missed) if missed else "met"))
    return 1 if missed else 0


def _seconds(tree: str, before: str, done: str, times: int) -> float:
    """Processor seconds of one step in a process of its own that imports a tree."""
    lines = [
        "import tempfile, time, zjreform as zj",
        "home = tempfile.mkdtemp()",
        before,
        "start = time.process_time()",
        f"for _ in range({times}):",
        f"    {done}",
        f"print((time.process_time() - start) / {times})",
    ]
    settings = {**os.environ, "PYTHONPATH": tree}
    run = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], check=True, capture_output=True, text=True, env=settings
    )
    return float(run.stdout)


def growth(points: Sequence[tuple[int, float]]) -> float:
    """Return the exponent with which seconds grow with rows: the least-squares slope of their logarithms."""
    return statistics.linear_regression(*zip(*[map(math.log, point) for point in points], strict=True)).slope


if __name__ == "__main__":
    if sys.argv[1:2] == ["--beside"]:
        sys.exit(beside(sys.argv[2]))
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]))))
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]))
