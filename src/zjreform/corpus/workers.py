"""Worker processes: a bounded number of units in flight, their results in the order of the units.

Workers are forked after the reader is warm where the system forks safely, else started afresh; they leave Ctrl-C to the parent and end
with it, however it ends.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.context import BaseContext
from typing import Final

from zjreform.corpus.units import Unit
from zjreform.corpus.work import Done, Task, run_unit

_AHEAD: Final = 3
_FORKS_QUIETLY: Final = sys.version_info < (3, 12)
_tasks: list[Task] = []


def run_units(task: Task, units: Iterable[Unit], workers: int) -> Generator[Done, None, None]:
    """Yield what comes of units, in their order.

    Args:
        task: What is looked for.
        units: The work.
        workers: Number of processes; with 1 the work is done here.

    Example:
        >>> [done.documents for done in run_units(Task("terms"), [Unit(ids=["a"], texts=["一件事"])], 1)]
        [1]
    """
    if workers == 1:
        yield from (run_unit(task, unit) for unit in units)
        return
    run_unit(task, Unit())
    pool = ProcessPoolExecutor(workers, mp_context=_context(), initializer=_begin, initargs=(task,))
    waiting: deque[Future[Done]] = deque()
    try:
        for unit in units:
            waiting.append(pool.submit(_run, unit))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def usual_workers(size: int) -> int:
    """Return how many workers a run over a number of bytes has where nobody says.

    Example:
        >>> usual_workers(1000)
        1
    """
    return (
        1
        if size < _SMALL
        else len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count() or 1
    )


_SMALL: Final = 4 << 20


def _context() -> BaseContext:
    """Return how processes are started: from 3.12 on, Python warns of forks beside Arrow's threads."""
    forks = sys.platform == "linux" and _FORKS_QUIETLY
    return multiprocessing.get_context("fork" if forks else "spawn")


def _begin(task: Task) -> None:
    """Prepare a worker."""
    _tasks[:] = [task]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(unit: Unit) -> Done:
    return run_unit(_tasks[0], unit)
