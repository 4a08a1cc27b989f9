"""Run a fuzz target for long: guided by coverage where atheris is installed, by chance elsewhere.

    python tools/fuzz.py figures --runs 1000000
    python tools/fuzz.py --runs 10000000        # all targets in turn, the runs shared among them

A failing input is written to ``crash-TARGET`` in the working folder; put it into ``tests/fuzz/seeds.txt`` once it is mended.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.fuzz.targets import TARGETS  # noqa: E402 (found only now)
from tests.fuzz.test_replay import SEEDS, mutated  # noqa: E402 (as above)


def by_chance(name: str, runs: int) -> None:
    """Change seeds by chance; what runs without a fault becomes a seed now and then."""
    draw, pool = Random(), list(SEEDS)  # noqa: S311 (nothing secret)
    for number in range(runs):
        data = mutated(draw.choice(pool), draw)
        try:
            TARGETS[name](data)
        except Exception:
            Path(f"crash-{name}").write_bytes(data)
            print(f"{name}: fault after {number} runs, input in crash-{name}")
            raise
        if number % 50 == 0 and len(data) < 2000:  # noqa: PLR2004 (characters: seeds stay small)
            pool[draw.randrange(len(SEEDS), len(pool) + 1) :] = [data]
    print(f"{name}: {runs} runs, no fault")


def by_coverage(name: str, runs: int) -> None:
    """Let atheris seek inputs that reach new code."""
    import atheris

    atheris.instrument_all()
    corpus = Path(f"corpus-{name}")
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(SEEDS):
        (corpus / f"seed-{number}").write_bytes(seed)
    atheris.Setup([sys.argv[0], f"-runs={runs}", "-max_len=400", str(corpus)], TARGETS[name])
    atheris.Fuzz()


def main() -> int:
    """Run one target here, or each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", nargs="?", choices=list(TARGETS))
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--coverage", action="store_true", help="use atheris")
    chosen = parser.parse_args()
    if chosen.target:
        (by_coverage if chosen.coverage else by_chance)(chosen.target, chosen.runs)
        return 0
    share = str(max(1, chosen.runs // len(TARGETS)))
    more = ["--coverage"] if chosen.coverage else []
    return max(
        subprocess.run([sys.executable, __file__, name, "--runs", share, *more], check=False).returncode
        for name in TARGETS
    )


if __name__ == "__main__":
    raise SystemExit(main())
