"""Many documents: the plain loop, the kernel, worker processes and engines over one corpus: ``python benchmarks/corpus.py [megabytes…]``.

The corpus is made of the templates of ``registers.py``, all registers in equal parts, every sentence drawn anew; same seed, same texts.
Each measure runs in a process of its own: seconds of processor time of it and of all that came of it, seconds on the clock, and the most
memory that it, the largest of its descendants and all together had. ``--measures`` chooses among them. Engines run where they are
installed and named: ``--engines spark,ray,polars,duckdb``; ``"stream 40"`` reads forty times the corpus as one file, so that
``python benchmarks/corpus.py 50 --engines "stream 40"`` shows what two gigabytes take of memory.
"""

import argparse
import contextlib
import json
import math
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

import registers

MEGABYTES = (1, 4, 16)
MEASURES = ("loop", "rows", "kernel", "files 1", "files 2")
STEEPEST = 1.05
PIECE = 2048


def texts(size: int) -> Iterator[str]:
    """Give texts of about a number of bytes, one of each register after another."""
    sources = [registers.lines(name) for name in registers.REGISTERS]
    for source in cycle(sources):
        text = next(source)
        yield text
        size -= len(text.encode())
        if size <= 0:
            return


def make(path: Path, size: int) -> None:
    """Write a corpus as JSON Lines and as Parquet beside it, piece by piece."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema({"id": pa.string(), "text": pa.string()})
    made = ((f"d{number}", text) for number, text in enumerate(texts(size)))
    with path.open("w", encoding="utf-8") as file, pq.ParquetWriter(path.with_suffix(".parquet"), schema) as writer:
        while piece := list(islice(made, PIECE)):
            file.writelines(json.dumps({"id": id, "text": text}, ensure_ascii=False) + "\n" for id, text in piece)
            ids, words = map(list, zip(*piece, strict=True))
            writer.write_batch(pa.record_batch([ids, words], schema=schema))


def pieces(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Give ids and texts piece by piece, as a user's loop over files meets them; no more than a piece is held."""
    with path.open(encoding="utf-8") as file:
        while rows := [json.loads(line) for line in islice(file, PIECE)]:
            yield [row["id"] for row in rows], [row["text"] for row in rows]


def timed(path: Path, count: Callable[[list[str], list[str]], int]) -> tuple[int, float]:
    """Return how much is counted in all pieces, and the processor time of the counting alone."""
    total, seconds = 0, 0.0
    for ids, words in pieces(path):
        began = time.process_time()
        total += count(ids, words)
        seconds += time.process_time() - began
    return total, seconds


def loop(path: Path) -> tuple[int, float]:
    """The plain loop over ``figures``; what it finds is held for a piece, as the kernel holds a batch."""
    import zjreform as zj

    zj.figures("3天")
    return timed(path, lambda _, words: sum(map(len, [zj.figures(text) for text in words])))


def rows(path: Path) -> tuple[int, float]:
    """The same loop where it gives what the kernel gives: a row of columns for each figure."""
    import zjreform as zj

    zj.figures("3天")[0].flat()
    return timed(path, lambda _, words: len([one.flat() for text in words for one in zj.figures(text)]))


def kernel(path: Path) -> tuple[int, float]:
    """The kernel in batches, in this process."""
    import pyarrow as pa

    from zjreform import corpus

    corpus.figures_batch(pa.record_batch({"id": ["a"], "text": ["3天"]}))
    return timed(path, lambda ids, words: len(corpus.figures_batch(pa.record_batch({"id": ids, "text": words}))))


def files(path: Path, workers: int) -> tuple[int, float]:
    """The runner over files, into Parquet; with the time of its workers."""
    import zjreform as zj
    from zjreform import corpus

    zj.figures("3天")
    began = cpu()
    with tempfile.TemporaryDirectory() as folder:
        rows = corpus.figures(path, Path(folder) / "out.parquet", workers=workers).rows
    return rows, cpu() - began


def stream(path: Path, times: int) -> tuple[int, float]:
    """Terms of a corpus that is as many times as long, by the runner over files; for the peak of memory."""
    from zjreform import corpus

    whole = path.with_name("stream.jsonl")
    with whole.open("wb") as sink:
        for _ in range(times):
            sink.write(path.read_bytes())
    began = cpu()
    rows = corpus.terms(whole, path.with_name("stream.parquet"), workers=2, overwrite=True).rows
    whole.unlink()
    return rows, cpu() - began


def polars(path: Path) -> tuple[int, float]:
    """The expression over a lazy frame, in streams."""
    import polars as pl

    from zjreform import corpus

    print(corpus.polars.Finding.__doc__)  # importing it makes the expressions known
    pl.DataFrame({"text": ["3天"]}).select(pl.col("text").zj.figures())
    frame = pl.scan_parquet(path.with_suffix(".parquet"))
    began = cpu()
    found = frame.select("id", pl.col("text").zj.figures().alias("f")).explode("f").drop_nulls("f")
    return found.collect(engine="streaming").height, cpu() - began


def duckdb(path: Path) -> tuple[int, float]:
    """The function in a query."""
    import duckdb as module

    from zjreform import corpus

    with module.connect() as con:
        corpus.duckdb.register(con)
        con.sql("select zj_figures('3天')").fetchall()
        began = cpu()
        query = f"select count(*) from (select unnest(zj_figures(text)) from '{path.with_suffix('.parquet')}')"
        return con.sql(query).fetchall()[0][0], cpu() - began


def spark(path: Path) -> tuple[int, float]:
    """``mapInArrow`` on two cores, with the time of its machine and workers; start and first call apart."""
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    from zjreform import corpus

    settings = {"spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1"}
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    frame = session.read.parquet(str(path.with_suffix(".parquet"))).repartition(8)
    corpus.spark.figures(frame.limit(64)).count()
    began = cpu()
    rows = corpus.spark.figures(frame).count()
    seconds = cpu() - began
    session.stop()
    return rows, seconds


def ray(path: Path) -> tuple[int, float]:
    """``map_batches`` on two cores, with the time of its workers; start and first call apart."""
    import pyarrow as pa
    import ray as module

    from zjreform import corpus

    module.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    module.data.DataContext.get_current().enable_progress_bars = False
    corpus.ray.figures(module.data.from_arrow(pa.table({"id": ["a"], "text": ["3天"]}))).count()
    began = cpu()
    rows = corpus.ray.figures(module.data.read_parquet(str(path.with_suffix(".parquet")))).count()
    return rows, cpu() - began


def family() -> Iterator[tuple[int, list[str]]]:
    """Give the number and the fields of ``/proc/…/stat`` of this process and of all that came of it: engines keep theirs alive."""
    found: dict[int, list[str]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            text = stat.read_text(encoding="utf-8", errors="replace")
            found[int(stat.parent.name)] = text.rpartition(")")[2].split()
    own, grown = {os.getpid()}, True
    while grown:
        more = {number for number, fields in found.items() if int(fields[1]) in own} - own
        own, grown = own | more, bool(more)
    yield from ((number, found[number]) for number in own)


def cpu() -> float:
    """Return the processor time of the family, with those of it that have ended."""
    return sum(sum(map(int, fields[11:15])) for _, fields in family()) / os.sysconf("SC_CLK_TCK")


class Peaks(threading.Thread):
    """Looks at the most memory that this process, its largest descendant and all together have had.

    The count that Python gives of a child starts at that of its parent.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.own = self.largest = self.together = 0.0

    def run(self) -> None:
        """Look once a second."""
        while True:
            self.look()
            time.sleep(1)

    def look(self) -> None:
        """Look once."""
        now = 0.0
        for number, _ in family():
            with contextlib.suppress(OSError, ValueError, KeyError):  # it ended meanwhile
                lines = Path(f"/proc/{number}/status").read_text(encoding="utf-8").splitlines()
                said = dict(line.split(":", 1) for line in lines)
                peak, held = (int(said[name].split()[0]) / 1024 for name in ("VmHWM", "VmRSS"))
                now += held
                self.own = peak if number == os.getpid() else self.own
                self.largest = self.largest if number == os.getpid() else max(self.largest, peak)
        self.together = max(self.together, now)


RUN: dict[str, Callable[[Path], tuple[int, float]]] = {
    "loop": loop,
    "rows": rows,
    "kernel": kernel,
    "files 1": lambda path: files(path, 1),
    "files 2": lambda path: files(path, 2),
    "stream 40": lambda path: stream(path, 40),
    "polars": polars,
    "duckdb": duckdb,
    "spark": spark,
    "ray": ray,
}


def one(name: str, path: Path) -> None:
    """Run one measure and print it as JSON; called in a process of its own."""
    peaks = Peaks()
    peaks.start()
    began = time.monotonic()
    counted, seconds = RUN[name](path)
    clock = time.monotonic() - began
    peaks.look()
    said = {"rows": counted, "seconds": seconds, "clock": clock}
    print(json.dumps(said | {"peak": peaks.own, "worker_peak": peaks.largest, "together": peaks.together}))


def main() -> int:
    """Print a table for each size, the growth of each measure, and what the workers cost over the loop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", nargs="*", type=float, default=list(MEGABYTES))
    parser.add_argument("--measures", default=",".join(MEASURES))
    parser.add_argument("--engines", default="")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one(asked.one[0], Path(asked.one[1]))
        return 0
    names = list(filter(None, f"{asked.measures},{asked.engines}".split(",")))
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        for size in asked.megabytes:
            path = Path(folder, "corpus.jsonl")
            make(path, int(size * 1e6))
            print(f"{size:g} MB ({path.stat().st_size / 1e6:.1f} MB as JSON Lines)")
            for name in names:
                done = subprocess.run(
                    [sys.executable, __file__, "--one", name, str(path)], capture_output=True, text=True, check=False
                )
                if done.returncode:
                    print(f"  {name:8} failed: {done.stderr.strip().splitlines()[-1]}")
                    continue
                row = json.loads(done.stdout.splitlines()[-1])
                found[name].append((size, row["seconds"]))
                base = found["loop"][-1][1] if found.get("loop") else row["seconds"]
                print(
                    f"  {name:8} {row['rows']:>9,} figures {row['seconds']:8.2f} s {size / row['seconds']:6.2f} MB/s "
                    f"{row['seconds'] / base:5.2f} × loop  clock {row['clock']:7.2f} s  "
                    f"peak {row['peak']:5.0f} MB, a worker {row['worker_peak']:4.0f} MB, together {row['together']:5.0f} MB"
                )
    return growth(found)


def growth(found: dict[str, list[tuple[float, float]]]) -> int:
    """Print by which power of the size each measure grows; 1 if the loop or the kernel grows too steeply."""
    steep = 0
    for name, points in found.items():
        if len(points) > 1:
            (low, first), (high, last) = points[0], points[-1]
            power = math.log(last / first) / math.log(high / low)
            print(f"{name}: time grows with size to the power of {power:.2f}")
            steep += name in {"loop", "kernel"} and power > STEEPEST
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
