"""Writes the results of ``run.py`` into the pages that show them, between ``<!-- results: NAME -->`` and ``<!-- end -->``, and draws."""

import re
from collections.abc import Callable, Iterable, Mapping
from math import log, prod
from pathlib import Path
from statistics import median
from typing import Any

import accuracy
import growth
import interop
import parse
import startup

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "docs" / "benchmarks.md", ROOT / "README.md")
PICTURES = ROOT / "docs" / "_static" / "benchmarks"
BLOCK = re.compile(r"(<!-- results: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)
Results = Mapping[str, Any]


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table in Markdown; cells but the first of a row stand to the right."""
    names = list(head)
    lines = ["| " + " | ".join(names) + " |", "|---|" + "--:|" * (len(names) - 1)]
    lines += [
        "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", "⏎") for cell in row) + " |" for row in rows
    ]
    return "\n".join(lines)


def machine(results: Results) -> str:
    """Say what the run ran on."""
    found = results["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in found["versions"].items() if number)
    missing = [f"{name} ({why})" for name, why in results["accuracy"]["missing"].items()]
    return (
        f"{found['day']}, Python {found['python']}, {found['system']}, {found['cpu']}, {found['cores']} cores, load {found['load']} when "
        f"it began; {versions}.\n\nNot installed here: {'; '.join(missing) or 'none of the peers'}."
    )


TABLES = {
    "strings": "Strings of one figure",
    "locked": "Sentences kept apart",
    "readers": "Sentences of other readers",
    "english": "Figures in English words",
}


def scores(results: Results, name: str) -> str:
    """Return a table of how many figures each package reads right."""
    found = results["accuracy"]
    sentences = name in {"locked", "readers"}
    head = ["", "asked for", "finds", *(["of its finds right"] if sentences else []), "number right", "unit", "bound"]
    rows = []
    for peer, counts in found["tables"][name].items():
        share = accuracy.share
        row = [
            _named(found, peer),
            counts["asked"],
            share(counts["found"], counts["asked"]),
            *([share(counts["finds"] - counts["false"], counts["finds"])] if sentences else []),
            share(counts["number"], counts["asked"]),
            *(share(counts[each], counts[f"{each}s asked"]) if each in counts else "–" for each in ("unit", "bound")),
        ]
        rows.append(row)
    return table(head, rows)


def _named(found: Results, peer: str) -> str:
    return peer if peer == "zjreform" else f"{peer} {found['versions'][peer]}"


def tasks(results: Results) -> str:
    """List what each package is asked for."""
    found = results["accuracy"]
    return "\n".join(f"- {name}: {task};" for name, task in found["tasks"].items()).removesuffix(";") + "."


def mistakes(results: Results) -> str:
    """Return for each package some of its wrong answers."""
    rows = [
        [peer, TABLES[name].lower(), text, meant, said]
        for name in ("strings", "readers", "english")
        for peer, counts in results["accuracy"]["tables"][name].items()
        for text, meant, said in counts["wrong"][:5]
    ]
    return table(["", "of", "written", "means", "it says"], sorted(rows, key=lambda row: _order(results, row[0])))


def _order(results: Results, peer: str) -> int:
    return list(results["accuracy"]["tasks"]).index(peer)


def numerals(results: Results) -> str:
    """Return the table of bare numerals with some wrong answers."""
    found = results["numerals"]
    shared, middle = parse.medians(found)
    own = middle["zjreform read_numeral"]
    rows = [
        [
            name,
            f"{len(times)} of {found['numerals']}",
            f"{middle[name] / own:.1f}",
            "、".join(f"{text} ({said})" for text, _, said in found["wrong"][name][:4]) or "none",
        ]
        for name, times in found["times"].items()
    ]
    return table(["", "right", f"time over {shared} that all read", "read wrongly (as)"], rows)


def ratios(results: Results) -> dict[str, dict[str, float]]:
    """Return by contestant and register how many times as long it takes as ``figures``: the median of ratios within a round."""
    seconds = results["registers"]["seconds"]
    return {
        name: {
            register: median(a / b for a, b in zip(rounds, seconds["zjreform"][register], strict=True))
            for register, rounds in found.items()
        }
        for name, found in seconds.items()
        if name != "zjreform"
    }


def mean(values: Iterable[float]) -> float:
    """Return the geometric mean."""
    each = list(values)
    return float(prod(each) ** (1 / len(each)))


def registers(results: Results) -> str:
    """Return the table of speed by register, with megabytes a second of ours."""
    found, rate = ratios(results), results["registers"]
    own = rate["seconds"]["zjreform"]
    rows = [
        [
            register,
            f"{3 * rate['characters'][register] / median(taken) / 1e6:.2f}",
            *(_times(found[name][register]) for name in found),
        ]
        for register, taken in own.items()
    ]
    rows.append(["geometric mean", "", *(_times(mean(each.values())) for each in found.values())])
    return table(["register", "zjreform, MB/s", *found], rows)


def _times(ratio: float) -> str:
    return f"1/{1 / ratio:.0f}" if ratio < 0.05 else f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"  # noqa: PLR2004 (readable digits)


def grows(results: Results) -> str:
    """Return how time grows with the length of a text."""
    rows = [
        [
            name,
            f"{points[-1][0]:,}",
            f"{points[-1][1]:.2f}",
            "–" if (steep := growth.power(points)) is None else f"{steep:.2f}",
        ]
        for name, points in results["growth"].items()
    ]
    return table(["", "longest, characters", "seconds", "power of the length"], rows)


def starts(results: Results) -> str:
    """Return what starting costs beside its limits."""
    found = results["startup"]
    over = found["import zjreform"] - found["bare Python"]
    times = found["zj.load()"] / found["import attrs, cattrs"]
    rows = [[name, f"{value:.0f} ms"] for name, value in found.items()]
    limits = (
        f"Importing over bare Python: {over:.1f} ms (limit {startup.MOST_MS:g}). Loading over importing attrs and cattrs: {times:.2f} "
        f"times (limit {startup.MOST_TIMES:g})."
    )
    return table(["", "CPU time"], rows) + "\n\n" + limits


def documents(results: Results) -> str:
    """Return how a corpus is read, one way beside another."""
    found = results["documents"]
    last = {name: rows[-1] for name, rows in found.items()}
    loop = last["loop"]
    rows = [
        [
            name,
            f"{row['rows']:,.0f}",
            f"{row['megabytes'] / row['seconds']:.2f}",
            f"{row['seconds'] / loop['seconds']:.2f}",
            f"{row['clock']:.1f}",
            f"{row['peak']:.0f}",
            _power([(each["megabytes"], each["seconds"]) for each in found[name]]),
        ]
        for name, row in last.items()
    ]
    head = [
        "",
        "figures",
        "MB a second of CPU",
        "CPU over the loop",
        "seconds on the clock",
        "peak, MB",
        "power of the size",
    ]
    return f"{loop['megabytes']:g} MB of text.\n\n" + table(head, rows)


def _power(points: list[tuple[float, float]]) -> str:
    if len(points) < 2:  # noqa: PLR2004 (a slope needs two points)
        return "–"
    (low, first), (high, last) = points[0], points[-1]
    return f"{log(last / first) / log(high / low):.2f}"


def bulk(results: Results) -> str:
    """Return how many rows of metrics a second each step takes."""
    found = results["bulk"]
    rows = [
        [f"{row['rows']:,}", *(f"{row['rows'] / row[step]:,.0f}" for step in interop.STEPS), f"{row['memory']:.0f}"]
        for row in found
    ]
    grown = [_power([(row["rows"], row[step]) for row in found[1:]]) for step in interop.STEPS]
    rows += [
        ["limit", *(f"{interop.TARGETS[step]:,}" if step in interop.TARGETS else "–" for step in interop.STEPS), "–"]
    ]
    rows += [["power of the rows", *grown, "–"]]
    return table(["rows", *(f"{step}, rows/s" for step in interop.STEPS), "peak, MB"], rows)


def pages_in_browser(results: Results) -> str:
    """Return how long the explorer page takes."""
    rows = [
        [name, f"{row['megabytes']:.1f}", f"{row['script']:.0f}", f"{row['filter']:.0f}"]
        for name, row in results["explorer"].items()
    ]
    return table(["explorer", "MB", "script, ms", "a change of filters, ms"], rows)


def readme(results: Results) -> str:
    """Return the table of the README: sentences kept apart and numerals, accuracy beside speed."""
    found, times = results["accuracy"], {name: each.values() for name, each in ratios(results).items()}
    right = results["numerals"]
    names = {"zjreform": "zjreform parse", "cn2an": "cn2an (strict)"}
    rows = []
    for peer, counts in found["tables"]["locked"].items():
        read = right["times"].get(names.get(peer, peer))
        share = accuracy.share
        rows.append(
            [
                _named(found, peer),
                counts["asked"],
                share(counts["number"], counts["asked"]),
                *(
                    share(counts[each], counts[f"{each}s asked"]) if each in counts else "–"
                    for each in ("unit", "bound")
                ),
                share(counts["finds"] - counts["false"], counts["finds"]),
                "–" if read is None else len(read),
                "1" if peer == "zjreform" else f"{_times(min(times[peer]))}–{_times(max(times[peer]))} ×",
            ]
        )
    head = [
        "",
        "asked for",
        "number right, %",
        "unit, %",
        "bound, %",
        "finds right, %",
        f"of {right['numerals']} numerals",
        "time",
    ]
    return table(head, rows)


BLOCKS: dict[str, Callable[[Results], str]] = {
    "machine": machine,
    "tasks": tasks,
    **{name: lambda results, name=name: scores(results, name) for name in TABLES},
    "mistakes": mistakes,
    "numerals": numerals,
    "registers": registers,
    "growth": grows,
    "startup": starts,
    "documents": documents,
    "bulk": bulk,
    "explorer": pages_in_browser,
    "readme": readme,
}


NEEDS = {
    "machine": {"machine", "accuracy"},
    **{name: {"accuracy"} for name in (*TABLES, "tasks", "mistakes")},
    "readme": {"accuracy", "numerals", "registers"},
}
"""By block: the parts that it is written from, where they are others than its name."""


def filled(page: str, results: Results) -> str:
    """Return a page with every block written whose results there are; the others stay as they are."""

    def block(found: re.Match[str]) -> str:
        if not NEEDS.get(found[2], {found[2]}) <= set(results):
            return found[0]
        return f"{found[1]}{BLOCKS[found[2]](results)}\n{found[3]}"

    return BLOCK.sub(block, page)


def pages(results: Results) -> dict[Path, str]:
    """Return the pages that show results, as they should be."""
    return {path: filled(path.read_text(encoding="utf-8"), results) for path in PAGES}


def draw(results: Results, folder: Path) -> None:
    """Draw a picture for each part that was measured."""
    import plots  # noqa: PLC0415 (needs the extra charts, which reading results does not)

    if "accuracy" in results:
        shares = {
            peer: {
                "number right": 100 * counts["number"] / counts["asked"],
                "finds right": 100 * (1 - counts["false"] / max(counts["finds"], 1)),
            }
            for peer, counts in results["accuracy"]["tables"]["locked"].items()
            if counts["asked"]
        }
        plots.shares(folder / "accuracy.svg", shares, ours="zjreform", axis="percent")
    if "numerals" in results:
        right = {
            name: {"right": 100 * len(times) / results["numerals"]["numerals"]}
            for name, times in results["numerals"]["times"].items()
        }
        plots.shares(folder / "numerals.svg", right, ours="zjreform parse", axis="percent")
    if "registers" in results:
        means = {name: mean(each.values()) for name, each in ratios(results).items()}
        plots.bars(
            folder / "registers.svg",
            {"zjreform": 1.0} | {name: value for name, value in means.items() if name != "bare scan"},
            ours="zjreform",
            axis="times as long as zjreform; dashed: a bare scan for numerals",
            limit=means["bare scan"],
        )
    if "growth" in results:
        series = dict(results["growth"])
        first = series["zjreform"][0]
        series["linear"] = [(length, first[1] * length / first[0]) for length, _ in series["zjreform"]]
        plots.lines(folder / "growth.svg", series, x="characters of one text", y="CPU seconds", limit="linear")
    if "startup" in results:
        found = results["startup"]
        limit = found["import attrs, cattrs"] * startup.MOST_TIMES
        plots.bars(
            folder / "startup.svg", found, ours="zj.load()", axis="ms of CPU; dashed: limit of zj.load()", limit=limit
        )
    if "documents" in results:
        taken = {
            name: [(row["megabytes"], row["seconds"]) for row in rows] for name, rows in results["documents"].items()
        }
        first = taken["loop"][0]
        taken["linear"] = [(size, first[1] * size / first[0]) for size, _ in taken["loop"]]
        plots.lines(folder / "documents.svg", taken, x="megabytes of text", y="CPU seconds", limit="linear")
    if "bulk" in results:
        steps = {step: [(row["rows"], row[step]) for row in results["bulk"]] for step in interop.STEPS}
        steps["limit of reading"] = [(row["rows"], row["rows"] / interop.TARGETS["read"]) for row in results["bulk"]]
        plots.lines(folder / "bulk.svg", steps, x="rows", y="seconds", limit="limit of reading")
    if results.get("explorer"):
        shown = {
            f"{name}, {what}": row[what] for name, row in results["explorer"].items() for what in ("script", "filter")
        }
        plots.bars(folder / "explorer.svg", shown, ours="", axis="ms")


def write(results: Results) -> None:
    """Write pages and pictures."""
    draw(results, PICTURES)
    for path, page in pages(results).items():
        path.write_text(page, encoding="utf-8")


def current(results: Results) -> list[str]:
    """Return the pages that say something else than the results."""
    return [str(path) for path, page in pages(results).items() if path.read_text(encoding="utf-8") != page]
