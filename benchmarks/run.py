"""Every benchmark in one run, and the page that shows them: ``python benchmarks/run.py`` with the extras ``[all]`` and ``[bench]``.

Results go to ``benchmarks/results.json``; the tables and pictures of ``docs/benchmarks.md`` and the README are written from it alone
(``--render`` writes them again without measuring). ``--only NAME…`` measures some parts anew and keeps the rest. ``--smoke`` runs every
part at a size of seconds, writes nothing, and fails where a part fails: what CI calls, so that no benchmark rots.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import accuracy
import corpus
import explorer
import figures
import growth
import interop
import parse
import report
import startup
from peers import ALL

import zjreform as zj

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
SHOWN = ("attrs", "cattrs", "pyarrow", "pandas", "polars", "duckdb")


@dataclass(frozen=True)
class Size:
    """How much each part reads: whole for the page, or a little to see that it runs."""

    rows: int | None
    kilobytes: int
    rounds: int
    thousands: tuple[float, ...]
    runs: int
    megabytes: tuple[float, ...]
    metrics: tuple[int, ...]
    page: tuple[int, int, int]


WHOLE = Size(None, 40, 3, growth.LENGTHS, 9, (1, 4), (1_000, 10_000, 50_000), (10_000, 3, 10))
SMOKE = Size(3, 2, 1, (0.2, 0.4), 1, (0.02,), (20,), (300, 1, 1))


def machine() -> dict[str, Any]:
    """Return what the run ran on."""
    cpu = next((line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), "")
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cpu": cpu or platform.processor(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "versions": {name: _version(name) for name in ("zjreform", *SHOWN, *(peer.package for peer in ALL[1:]))},
    }


def _version(name: str) -> str | None:
    if name == "zjreform":
        return zj.__version__
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def registers(size: Size) -> dict[str, Any]:
    """Return by contestant and register the CPU seconds of each round."""
    texts = figures.corpora(None, size.kilobytes * 1000)
    names = [name for name in figures.CONTESTANTS if name != "base"]
    seconds: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        for place, both in enumerate(texts.values()):
            (Path(folder) / f"{place:02}.json").write_text(json.dumps(both), encoding="utf-8")
        for _ in range(size.rounds):
            for name in names:
                seconds[name].append(figures.measured(name, Path(folder), None))
    ran = {name: rounds for name, rounds in seconds.items() if all(rounds)}
    return {
        "kilobytes": size.kilobytes,
        "characters": {name: sum(map(len, some)) for name, (_, some) in texts.items()},
        "seconds": {
            name: {register: [each[f"{place:02}"] for each in rounds] for place, register in enumerate(texts)}
            for name, rounds in ran.items()
        },
    }


def documents(size: Size) -> dict[str, list[dict[str, float]]]:
    """Return a row for each way to read a corpus and each size of it."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in (*corpus.MEASURES, "polars", "duckdb")}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "corpus.jsonl")
        for megabytes in size.megabytes:
            corpus.make(path, int(megabytes * 1e6))
            for name, rows in found.items():
                rows.append({"megabytes": megabytes, **_json("corpus.py", "--one", name, str(path))})
    return found


def bulk(size: Size) -> list[dict[str, float]]:
    """Return a row for each number of rows, metrics and their mentions: seconds of each step and peak memory."""
    return [{"rows": interop.EACH * count, **_json("interop.py", "--one", str(count))} for count in size.metrics]


def _json(script: str, *arguments: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments], cwd=HERE.parent, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{script} {' '.join(arguments)}: {done.stderr.strip()[-2000:]}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


PARTS: dict[str, Callable[[Size], Any]] = {
    "machine": lambda size: machine() | {"smoke": size is SMOKE},
    "accuracy": lambda size: accuracy.measured(size.rows),
    "numerals": lambda size: parse.results(size.rows),
    "registers": registers,
    "growth": lambda size: growth.results(size.thousands),
    "startup": lambda size: startup.results(size.runs),
    "documents": documents,
    "bulk": bulk,
    "explorer": lambda size: explorer.results(*size.page),
}
"""By part of the page: what measures it."""


BESIDE = {
    "rows.py": [f"{Path(zj.__file__).parents[1]}/.", "20", "--only", "validate"],
    "figures.py": ["--counts", "--kilobytes", "2"],
}
"""What compares two builds or counts: no part of the page, and run small by ``--smoke`` alone, here beside itself."""


def beside() -> list[str]:
    """Run what is no part of the page and return what failed; that a build is no faster than itself is no failure."""
    failed = []
    for script, arguments in BESIDE.items():
        command = [sys.executable, str(HERE / script), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        print(f"{script} {' '.join(arguments)}: {done.stdout.strip().splitlines()[-1:] or 'nothing'}")
        if done.returncode not in {0, 1} or "Traceback" in done.stderr:
            print(done.stderr[-2000:])
            failed.append(script)
    return failed


def measured(names: list[str], size: Size) -> tuple[dict[str, Any], list[str]]:
    """Return the results of some parts, and the names of those that failed."""
    found, failed = {}, []
    for name in names:
        began = time.monotonic()
        try:
            found[name] = PARTS[name](size)
        except Exception:  # noqa: BLE001 (a part that fails must not hide the others)
            traceback.print_exc()
            failed.append(name)
        print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
    return found, failed


def _kept(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def main() -> int:
    """Measure what is asked for and write the page; 1 if a part failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=list(PARTS), default=list(PARTS), metavar="NAME")
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--results", type=Path, default=RESULTS, help="another file than benchmarks/results.json")
    parser.add_argument("--render", action="store_true")
    given = parser.parse_args()
    if given.smoke:
        found, failed = measured(given.only, SMOKE)
        failed += beside() if set(given.only) == set(PARTS) else []
        with tempfile.TemporaryDirectory() as folder:  # the page of a small run is made as well, and thrown away
            pages = report.pages(found) if not failed and set(found) == set(PARTS) else {}
            report.draw(found, Path(folder))
        for name in found.get("accuracy", {}).get("missing", {}):
            print(f"not installed: {name}")
        print(f"{len(found)} parts ran, {len(failed)} failed {failed or ''}; {len(pages)} pages made")
        return 1 if failed else 0
    failed = []
    if not given.render:
        for name in sorted({"machine", *given.only}, key=list(PARTS).index):
            new, wrong = measured([name], WHOLE)
            failed += wrong
            given.results.write_text(
                json.dumps(_kept(given.results) | new, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )
    old = _kept(given.results)
    if given.results == RESULTS:
        report.write(old)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
