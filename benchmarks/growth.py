"""How time grows with the length of one text: ``python benchmarks/growth.py [thousand characters…]``.

Each package reads one string of each length, made of a register's paragraphs, in a process that has read others before; what counts is
the CPU time of the process. A package that took longer than ``PATIENCE`` seconds is not asked for a longer one.
"""

import contextlib
import io
import math
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from peers import ALL
from registers import lines

import zjreform as zj

LENGTHS = (1, 4, 16, 64, 256)
PATIENCE = 0.5
REGISTER = "work report"
STEEPEST = 1.05
"""The power of the length with which the time of ours may grow."""
OURS: dict[str, Callable[[str], object]] = {"zjreform": zj.figures, "changes": zj.changes, "terms": zj.terms}


def text(length: int, seed: int = 1) -> str:
    """Return a text of a number of characters."""
    made, have = [], 0
    for line in lines(REGISTER, seed):
        made.append(line)
        have += len(line)
        if have >= length:
            break
    return "".join(made)[:length]


def results(thousands: Iterable[float] = LENGTHS, *, turns: int = 2) -> dict[str, list[tuple[int, float]]]:
    """Return for each package pairs of characters and seconds, the best of some turns."""
    calls = dict(OURS)
    for peer in ALL:
        if peer.scan and peer.name not in calls:
            with contextlib.suppress(Exception):  # what does not import is left out
                calls[peer.name] = peer.scan()
    found: dict[str, list[tuple[int, float]]] = {name: [] for name in calls}
    warm = text(1000, seed=2)
    for call in calls.values():
        _seconds(call, warm)
    for length in (int(thousand * 1000) for thousand in thousands):
        some = [text(length, seed=3 + turn) for turn in range(turns)]
        for name, call in calls.items():
            if not found[name] or found[name][-1][1] < PATIENCE:
                found[name].append((length, min(_seconds(call, one) for one in some)))
    return found


def _seconds(call: Callable[[str], object], one: str) -> float:
    start = time.process_time()
    with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
        call(one)
    return time.process_time() - start


def power(points: Sequence[tuple[int, float]]) -> float | None:
    """Return the power of the length with which seconds grow, over the upper half of the lengths; ``None`` for too few."""
    upper = points[len(points) // 2 :] if len(points) > 3 else points[-2:]  # noqa: PLR2004 (the first is mostly start-up)
    (low, first), (high, last) = (upper[0], upper[-1]) if len(upper) > 1 else ((1, 0.0), (1, 0.0))
    return math.log(last / first) / math.log(high / low) if first > 0 and last > 0 else None


def main() -> None:
    """Print seconds by length, and the power."""
    found = results([float(word) for word in sys.argv[1:]] or LENGTHS)
    lengths = sorted({length for length, _ in chain.from_iterable(found.values())})
    print(f"{'':18}" + "".join(f"{length:>12,}" for length in lengths))
    for name, points in found.items():
        steep = power(points)
        cells = "".join(f"{seconds:12.4f}" for _, seconds in points)
        print(f"{name:18}{cells}   power {'–' if steep is None else f'{steep:.2f}'}")


if __name__ == "__main__":
    main()
