"""Run the fuzz targets for long: guided by coverage where atheris is installed or Python is 3.12 or later, by chance elsewhere.

    python tools/fuzz.py --runs 10000000        # all targets in turn, the runs shared among them by what one costs
    python tools/fuzz.py figures --runs 1000000 --seed 7

A failing input is written to ``crash-TARGET…`` in the working folder, what reached new code to ``corpus-TARGET``, and how many inputs a
process has made so far to ``runs-TARGET-SEED``. Put a failing one into ``tests/fuzz/seeds.txt`` once it is mended.
"""

import argparse
import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from random import Random
from types import CodeType
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.fuzz.shares import SHARES  # noqa: E402 (found only now)


def counted(name: str, seed: int, target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Return a target that writes down how often it has been called, so that a run that is stopped still tells what it did."""
    made, file = 0, Path(f"runs-{name}-{seed}")

    def run(data: bytes) -> None:
        nonlocal made
        target(data)
        made += 1
        if made % 1000 == 0:
            file.write_text(f"{made}\n", encoding="utf-8")

    return run


def by_chance(name: str, runs: int, seed: int) -> None:
    """Change seeds, and what coverage kept, by chance; what runs through lines that none before it reached becomes a seed, too."""
    from tests.fuzz.targets import TARGETS, seeds
    from tests.fuzz.test_replay import mutated

    draw, pool, reached = Random(seed), [*seeds(name), *_reached(name)], _watch()  # noqa: S311 (nothing secret)
    lines, target = 0, counted(name, seed, TARGETS[name])
    for number in range(runs):
        data = mutated(draw.choice(pool), draw, pool)
        try:
            target(data)
        except BaseException:
            Path(f"crash-{name}").write_bytes(data)
            print(f"{name}: fault after {number} runs, input in crash-{name}")
            raise
        if reached() > lines:
            lines = reached()
            pool.append(data)
    print(f"{name}: {runs} runs, {lines} lines seen, no fault")


def _reached(name: str) -> list[bytes]:
    """Return what a run guided by coverage kept, in an order of its own."""
    return sorted(path.read_bytes() for path in Path(f"corpus-{name}").glob("*"))


def _watch() -> Callable[[], int]:
    """Return what tells how many lines of the library have run; 0 where Python cannot say."""
    monitoring = getattr(sys, "monitoring", None)
    if monitoring is None:
        return lambda: 0
    seen = [0]

    def line(code: CodeType, _: int) -> object:
        seen[0] += "zjreform" in code.co_filename
        return monitoring.DISABLE

    monitoring.use_tool_id(monitoring.COVERAGE_ID, "fuzz")
    monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.LINE, line)
    monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.LINE)
    return lambda: seen[0]


def by_coverage(name: str, runs: int, seed: int) -> None:
    """Let atheris seek inputs that reach new code."""
    import atheris

    with atheris.instrument_imports(include=["zjreform"]):
        import zjreform

        for module in pkgutil.walk_packages(zjreform.__path__, "zjreform."):
            if not module.name.startswith(("zjreform.cli", "zjreform.__main__")):
                importlib.import_module(module.name)
    from tests.fuzz.targets import TARGETS, seeds

    corpus = Path(f"corpus-{name}")
    corpus.mkdir(exist_ok=True)
    for number, whole in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(whole)
    longest = max(400, *(path.stat().st_size + 100 for path in corpus.iterdir()))
    options = [
        f"-runs={runs}",
        f"-seed={seed}",
        f"-max_len={longest}",
        f"-artifact_prefix=crash-{name}-",
        "-timeout=60",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], counted(name, seed, TARGETS[name]))
    atheris.Fuzz()


def main() -> int:
    """Run one target here, or each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", nargs="?", choices=list(SHARES))
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1, help="where chance begins: another seed, other inputs")
    parser.add_argument("--chance", action="store_true", help="do without atheris")
    chosen = parser.parse_args()
    if chosen.target:
        guided = not chosen.chance and find_spec("atheris") is not None
        (by_coverage if guided else by_chance)(chosen.target, chosen.runs, chosen.seed)
        return 0
    more, worst = ["--seed", str(chosen.seed), *(["--chance"] if chosen.chance else [])], 0
    for name, share in SHARES.items():
        runs = max(1, chosen.runs * share // sum(SHARES.values()))
        done = subprocess.run([sys.executable, __file__, name, "--runs", str(runs), *more], check=False).returncode
        print(f"{name}: {runs} runs, {'a fault' if done else 'no fault'}", flush=True)
        worst = max(worst, done)
    return worst


if __name__ == "__main__":
    raise SystemExit(main())
