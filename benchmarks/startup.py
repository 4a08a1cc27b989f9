"""Start-up in fresh processes: ``python benchmarks/startup.py [runs]``.

Each command runs as a process of its own, the commands taking turns; the medians of one run are compared. Targets:
importing zjreform at most 5 ms over bare Python; loading the dataset at most 2.2 times the cost of importing attrs and cattrs.
Tables are read when first asked for, so the cost of the first table and of all of them is shown as well.
"""

import statistics
import subprocess
import sys
import time

COMMANDS = {
    "bare Python": "pass",
    "import zjreform": "import zjreform",
    "import attrs, cattrs": "import attrs, cattrs",
    "zj.load()": "import zjreform; zjreform.load()",
    "  and its cases": "import zjreform; len(zjreform.load().cases)",
    "  and every table": "import zjreform; zjreform.load().sizes()",
}


def seconds(code: str) -> float:
    """Return how long a fresh interpreter takes for the code."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Print the medians and the two ratios."""
    for code in COMMANDS.values():
        seconds(code)
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, code in COMMANDS.items():
            taken[name].append(seconds(code))
    median = {name: statistics.median(times) for name, times in taken.items()}
    for name, value in median.items():
        print(f"{name:22} {value * 1000:8.1f} ms")
    print(
        f"import over bare       {(median['import zjreform'] - median['bare Python']) * 1000:8.1f} ms  (target at most 5)"
    )
    print(
        f"load / import attrs    {median['zj.load()'] / median['import attrs, cattrs']:8.2f}     (target at most 2.2)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
