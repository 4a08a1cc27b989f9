"""How many figures each package reads right: strings of one figure, annotated sentences, and, for a reader of English, the same in English.

Run ``python benchmarks/accuracy.py`` with the extra ``[bench]``. The strings are those that this library's own tests hold
(``tests/quantity/accepted.tsv``), so that it reads them all by construction; they show what the others do with them. The sentences kept
apart (``tests/text/gold/locked.jsonl``) are those that its rules were not tuned to: their counts are shown and never what went wrong in
them; wrong answers come from ``readers.jsonl``.
"""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from finds import Find, Finder, Row, right
from peers import ALL, NUMERALS, Peer, installed

import zjreform as zj

HERE = Path(__file__).parent
TESTS = HERE.parent / "tests"
STRINGS = TESTS / "quantity" / "accepted.tsv"
GOLD = TESTS / "text" / "gold"
MOST_SHOWN = 12
Counts = dict[str, Any]


def strings() -> list[Row]:
    """Return the strings of one figure with what they mean."""
    with STRINGS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        {"surface": row["text"].replace("\\n", "\n"), "kind": "quantity", "start": 0, "end": len(row["text"])}
        | {key: row[key] for key in ("value", "upper", "unit", "bound")}
        for row in rows
    ]


def english() -> list[Row]:
    """Return some of the strings in English words."""
    with (HERE / "english.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [row | {"surface": row["english"], "kind": "quantity"} for row in rows]


def sentences(name: str) -> list[dict[str, Any]]:
    """Return annotated sentences of one part."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def read(find: Finder, text: str) -> list[Find] | None:
    """Return what a package finds, ``None`` where it fails."""
    try:
        with redirect_stdout(io.StringIO()):
            return find(text)
    except Exception:  # noqa: BLE001 (a package may fail on a text in any way; that is a wrong answer)
        return None


def counted(peer: Peer) -> Counts:
    """Return empty counts."""
    names = [part for name in peer.gives for part in (name, f"{name}s asked")]
    return dict.fromkeys(("asked", "found", "number", *names, "finds", "false", "failed"), 0) | {"wrong": []}


def score_strings(peer: Peer, find: Finder, rows: Iterable[Row], *, task: bool = True) -> Counts:
    """Count what a package reads right of strings that hold one figure each."""
    counts = counted(peer)
    for row in rows:
        if task and not peer.asked(row):
            continue
        found = read(find, row["surface"])
        counts["asked"] += 1
        counts["failed"] += found is None
        counts["found"] += bool(found)
        _hit(counts, peer, row, found or [])
    return counts


def score_sentences(peer: Peer, find: Finder, rows: Iterable[dict[str, Any]]) -> Counts:
    """Count what a package reads right of annotated sentences, and what it finds where no figure of its task stands."""
    counts = counted(peer)
    for row in rows:
        found = read(find, row["text"])
        counts["failed"] += found is None
        here = found or []
        for figure in row["figures"]:
            if peer.asked(figure):
                over = [each for each in here if each.start < figure["end"] and figure["start"] < each.end]
                counts["asked"] += 1
                counts["found"] += bool(over)
                _hit(counts, peer, figure, over)
        for group in _joined(here):
            verdict = _stands(peer, group, row["figures"])
            counts["finds"] += verdict is not None
            if verdict is False:
                counts["false"] += 1
                _note(counts, row["text"][group.start : group.end], "no figure of its task", _said(peer, [group]))
    return counts


def _hit(counts: Counts, peer: Peer, row: Row, found: list[Find]) -> None:
    hit = right(row, found)
    whole = hit is not None
    counts["number"] += whole
    for name in peer.gives:
        if _due(peer, row, name):
            agrees = hit is not None and hit.agrees(row, name)
            whole = whole and agrees
            counts[name] += agrees
            counts[f"{name}s asked"] += 1
    if not whole:
        _note(counts, row["surface"], _meant(peer, row), _said(peer, found))


def _due(peer: Peer, row: Row, name: str) -> bool:
    """Return whether a package is asked for the unit or bound of a figure."""
    return name in peer.gives and (name != "unit" or peer.units is None or row["unit"] in peer.units)


def _note(counts: Counts, text: str, meant: str, said: str) -> None:
    if [text, meant, said] not in counts["wrong"] and len(counts["wrong"]) < MOST_SHOWN:
        counts["wrong"].append([text, meant, said])


def _meant(peer: Peer, row: Row) -> str:
    parts = [row["value"] + (f" to {row['upper']}" if row["upper"] else "")]
    return " ".join([*parts, *(row[name] for name in peer.gives if row[name] and _due(peer, row, name))])


def _said(peer: Peer, found: list[Find]) -> str:
    told = []
    for each in found:
        number = " to ".join(_plain(float(number)) for number in each.numbers) or "no number"
        bounds = sorted(each.bounds or ()) if "bound" in peer.gives and len(each.bounds or ()) < len(zj.Bound) else []
        told.append(" ".join([number, *([each.unit] if each.unit else []), *(["/".join(bounds)] if bounds else [])]))
    return "; ".join(dict.fromkeys(told)) or "nothing"


def _plain(number: float) -> str:
    return f"{number:.10g}" if abs(number) < 1e15 else f"{number:g}"  # noqa: PLR2004 (digits of a float)


def _joined(found: list[Find]) -> Iterator[Find]:
    """Give finds that overlap as one: a package that reads a number in two ways found one figure."""
    last: Find | None = None
    for each in sorted(found, key=lambda find: (find.start, -find.end)):
        if last is not None and each.start < last.end:
            last = Find(last.start, max(last.end, each.end), last.numbers, last.unit, last.bounds)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _stands(peer: Peer, find: Find, figures: Iterable[Row]) -> bool | None:
    """Return whether a find stands on a figure that the package is asked for; ``None`` where it is neither right nor wrong."""
    over = [row for row in figures if row["start"] < find.end and find.start < row["end"]]
    if any(peer.asked(row) for row in over):
        return True
    if not find.numbers:  # a time without a number, such as 今年
        return None
    if any(row["kind"] in peer.neutral or (row["kind"] == "quantity" and peer.neutral == NUMERALS) for row in over):
        return None
    return False


def measured(most: int | None = None) -> dict[str, Any]:
    """Return the counts of all packages over all tables, of the first rows only where *most* is given."""
    here, missing = installed()
    tables: dict[str, dict[str, Counts]] = {"strings": {}, "locked": {}, "readers": {}, "english": {}}
    for peer in ALL:
        if peer.name not in here:
            continue
        find = here[peer.name]
        if peer.name != "quantulum3":
            string = peer.string() if peer.string else find
            tables["strings"][peer.name] = score_strings(peer, string, strings()[:most])
            for part in ("locked", "readers"):
                tables[part][peer.name] = score_sentences(peer, find, sentences(part)[:most])
        else:
            tables["english"][peer.name] = score_strings(peer, find, english()[:most], task=False)
    for counts in tables["locked"].values():
        counts["wrong"] = []
    versions = {peer.name: peer.version for peer in ALL}
    tasks = {peer.name: peer.task for peer in ALL}
    return {"tables": tables, "missing": missing, "versions": versions, "tasks": tasks}


def share(part: int, whole: int) -> str:
    """Return a share in percent, or a dash."""
    return f"{100 * part / whole:.1f}" if whole else "–"


def main() -> None:
    """Print the tables and some wrong answers."""
    found = measured(int(sys.argv[1]) if len(sys.argv) > 1 else None)
    for name, table in found["tables"].items():
        print(name)
        for peer, counts in table.items():
            cells = {key: value for key, value in counts.items() if key != "wrong"}
            print(f"  {peer:18} {cells}")
            for text, meant, said in counts["wrong"]:
                print(f"      {text}: {said}, not {meant}")
    for name, why in found["missing"].items():
        print(f"not installed: {name}: {why}")


if __name__ == "__main__":
    main()
