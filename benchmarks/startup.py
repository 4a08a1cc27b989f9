"""Start-up in fresh processes: ``python benchmarks/startup.py [runs]``.

Each command runs as a process of its own, the commands taking turns; the medians of
their CPU time in one run are compared. Targets:
importing zjreform at most 5 ms over bare Python; loading the dataset at most 2.2 times the cost of importing attrs and cattrs.
Tables are read when first asked for, so the cost of the first table and of all of them is shown as well.
"""

import resource
import statistics
import subprocess
import sys

COMMANDS = {
    "bare Python": "pass",
    "import zjreform": "import zjreform",
    "import attrs, cattrs": "import attrs, cattrs",
    "zj.load()": "import zjreform; zjreform.load()",
    "  and its cases": "import zjreform; len(zjreform.load().cases)",
    "  and every table": "import zjreform; zjreform.load().sizes()",
}


def seconds(code: str) -> float:
    """Return the CPU seconds that a fresh interpreter takes for the code."""
    start = _children()
    subprocess.run([sys.executable, "-c", code], check=True)
    return _children() - start


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


MOST_MS = 5.0
MOST_TIMES = 2.2
"""What importing may take over bare Python, and loading over importing attrs and cattrs."""


def results(runs: int) -> dict[str, float]:
    """Return the median milliseconds of each command."""
    for code in COMMANDS.values():
        seconds(code)
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, code in COMMANDS.items():
            taken[name].append(seconds(code))
    return {name.strip(): statistics.median(times) * 1000 for name, times in taken.items()}


def main(runs: int) -> None:
    """Print the medians and the two ratios."""
    median = results(runs)
    for name, value in median.items():
        print(f"{name:22} {value:8.1f} ms")
    print(f"import over bare       {median['import zjreform'] - median['bare Python']:8.1f} ms  (at most {MOST_MS})")
    print(
        f"load / import attrs    {median['zj.load()'] / median['import attrs, cattrs']:8.2f}     (at most {MOST_TIMES})"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
