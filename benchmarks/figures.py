"""Speed of ``figures`` on prose that it has not met, register by register, beside other builds and packages.

Run ``python benchmarks/figures.py [FOLDER] [--base SRC] [--kilobytes N] [--rounds N]`` with the extra ``[bench]``. Each contestant reads
each register in a process of its own, the contestants taking turns; what counts is the CPU time of the process, after other lines of the
same length have made it compile what it compiles, and never a second reading. ``--base`` names the ``src`` folder of another build (a
``git worktree``). Texts are generated (``registers.py``); with a folder its ``*.txt`` are read as well, and the texts that
``ZJREFORM_SOURCES`` names come last. ``--counts`` prints how many stops the grammar reads instead. Peers that are slow read a part, scaled
by characters.
"""

import argparse
import contextlib
import json
import os
import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from math import prod
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from peers import ALL

HERE = Path(__file__).parent
NUMERALS = re.compile("[0-9０-９〇零一二三四五六七八九十百千万亿两半萬億兩]+")
WARM = 60_000
Call = Callable[[str], object]


def ours() -> Call:
    """Return ``figures`` of the build on the path."""
    import zjreform as zj  # noqa: PLC0415 (which build it is depends on the process)

    return zj.figures


CONTESTANTS: dict[str, Callable[[], Call]] = {
    "zjreform": ours,
    "base": ours,
    "bare scan": lambda: NUMERALS.findall,
} | {peer.name: peer.scan for peer in ALL if peer.scan and peer.name != "zjreform"}
PART = {peer.name: peer.part for peer in ALL}


def read(call: Call, texts: list[str]) -> float:
    """Return the CPU seconds that a contestant takes for texts, each read once."""
    start = time.process_time()
    for text in texts:
        with contextlib.suppress(Exception):  # a peer may fail on a text; it is timed all the same
            call(text)
    return time.process_time() - start


def work(name: str, folder: Path) -> None:
    """Read the texts of a folder as one contestant and print the CPU seconds for each."""
    warnings.simplefilter("ignore")
    try:
        call = CONTESTANTS[name]()
    except Exception:  # noqa: BLE001 (a peer may fail to import in any way; it is left out)
        print("{}")
        return
    part, seconds = PART.get(name, 1), {}
    for path in sorted(folder.glob("*.json")):
        warm, texts = json.loads(path.read_text(encoding="utf-8"))
        read(call, warm[::part])
        some = texts[::part]
        seconds[path.stem] = read(call, some) * sum(map(len, texts)) / sum(map(len, some))
    print(json.dumps(seconds))


def measured(name: str, folder: Path, source: str | None) -> dict[str, float]:
    """Return the CPU seconds of a contestant by register, from a process of its own."""
    environment = os.environ | ({"PYTHONPATH": source} if source else {})
    command = [sys.executable, __file__, "--work", name, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return dict(json.loads(done.stdout.splitlines()[-1]))  # a peer may print before


def corpora(folder: str | None, size: int) -> dict[str, tuple[list[str], list[str]]]:
    """Return by register the paragraphs to warm up with and those to read; the coded documents stand last."""
    from registers import REGISTERS, paragraphs  # noqa: PLC0415 (beside this file)

    found = {name: (paragraphs(name, WARM, seed=2), paragraphs(name, size)) for name in REGISTERS}
    warm = [each for name in REGISTERS for each in found[name][0][::7]]
    for path in sorted(Path(folder).glob("*.txt")) if folder else ():
        found[path.stem] = warm, _paragraphs([path])
    sources = os.environ.get("ZJREFORM_SOURCES")
    if sources:
        found["the documents"] = warm, _paragraphs(sorted(Path(sources).glob("*.txt")))
    return found


def _paragraphs(paths: list[Path]) -> list[str]:
    return [each for path in paths for each in path.read_text(encoding="utf-8").split("\n") if each]


def table(seconds: dict[str, list[dict[str, float]]], names: list[str]) -> None:
    """Print a row for each register: megabytes a second of ours, and how many times as long the others take."""
    ran = [name for name in seconds if seconds[name][0]]
    columns = [name for name in ran if name != "zjreform"]
    print(f"{'register':16}{'ms':>9}" + "".join(f"{name:>18}" for name in columns))
    shares: dict[str, list[float]] = {name: [] for name in columns}
    for place, register in enumerate(names):
        key = f"{place:02}"
        here = {name: median(each[key] for each in seconds[name]) for name in ran}
        for name in columns:
            pairs = zip(seconds[name], seconds["zjreform"], strict=True)
            shares[name].append(median(theirs[key] / own[key] for theirs, own in pairs))
        print(f"{register:16}{here['zjreform'] * 1e3:9.1f}" + "".join(f"{shares[name][-1]:18.3f}" for name in columns))
    means = (prod(shares[name]) ** (1 / len(names)) for name in columns)
    print(f"{'geometric mean':25}" + "".join(f"{mean:18.3f}" for mean in means))


def counts(texts: dict[str, tuple[list[str], list[str]]]) -> None:
    """Print by register how many stops there are and what share of them the grammar reads."""
    from counting import counted  # noqa: PLC0415 (beside this file)

    for name, (warm, some) in texts.items():
        for text in warm:
            ours()(text)
        stops, calls = counted(some)
        print(f"{name:16}{stops:9} stops {calls:7} grammar calls {calls / stops:7.2%}")


def main() -> None:
    """Let the contestants take turns and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--base", help="src folder of another build")
    parser.add_argument("--kilobytes", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", default=list(CONTESTANTS), help="contestants")
    parser.add_argument("--counts", action="store_true")
    parser.add_argument("--work", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work:
        work(given.work, Path(given.folder))
        return
    texts = corpora(given.folder, given.kilobytes * 1000)
    if given.counts:
        counts(texts)
        return
    names = [name for name in given.only if name != "base" or given.base]
    seconds: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    with TemporaryDirectory() as folder:
        for place, both in enumerate(texts.values()):
            (Path(folder) / f"{place:02}.json").write_text(json.dumps(both), encoding="utf-8")
        for _ in range(given.rounds):
            for name in names:
                seconds[name].append(measured(name, Path(folder), given.base if name == "base" else None))
    print(
        f"Python {sys.version.split()[0]}, {given.kilobytes} kB each, medians of {given.rounds} rounds; times as long as zjreform:"
    )
    table(seconds, list(texts))


if __name__ == "__main__":
    main()
