"""Draws the rooms of the package and what imports what, from the imports themselves, into ``docs/_static/design.svg``.

Usage: python tools/build_design.py [--check]

An arrow goes from a room to one that it imports from; one that a chain of others says already is left out. A room stands above all
that it imports from. The small modules that everything may use are one box.
"""

import ast
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "zjreform"
TARGET = ROOT / "docs" / "_static" / "design.svg"
SMALL = "small modules"
HOLDS = {
    "cli": ("the command line", "shown"),
    "drafting": ("drafts that a person confirms, others' numbers checked", "worked"),
    "views": ("cards, marked texts, charts, the explorer page", "shown"),
    "dataset": ("the tables: read, asked, checked, compared, written", "data"),
    "corpus": ("many documents: columns, files, engines", "worked"),
    "publish": ("citation, codebook and schemas, from the records", "data"),
    "tabular": ("columns to formats; knows no dataset", "data"),
    "records": ("what the dataset holds: one frozen class a table", "data"),
    "text": ("running text: figures, changes and terms, by rules with names", "read"),
    "mending": ("text of other programs made plain, offsets kept", "read"),
    "quantity": ("what a number means: numerals, units, bounds, changes", "read"),
    "words": ("the words beside numbers, once each, as data", "read"),
    "columns": ("what a field holds, said once; the schema of a row class", "data"),
    SMALL: ("errors, limits, options, resources, fold, code, display, html, lazy, …", "base"),
}
KINDS = {
    "shown": ("shows", "#efe3f7", "#7b4ea3"),
    "worked": ("works on documents", "#fdebd3", "#b9770e"),
    "data": ("the dataset", "#e0f0e3", "#2f7d4a"),
    "read": ("reads text", "#dbe9f6", "#1d5f8a"),
    "base": ("used by all", "#ececec", "#666666"),
}
"""By kind of room: its label in the legend, its fill and its line, in light; dark colours are derived in the style."""
DARK = {"shown": "#3a2a4a", "worked": "#45351c", "data": "#1f3b28", "read": "#1c3448", "base": "#333333"}
WIDE, NARROW, HIGH, GAP, EDGE = 620, 470, 54, 38, 24
PASS = 80
"""How far from the left side of its boxes an arrow passes by a row between them."""
WIDTH = 2 * NARROW + 3 * EDGE


def imports() -> dict[str, set[str]]:
    """Return for each room the other rooms that its modules import from."""
    unknown = {path.parent.name for path in PACKAGE.glob("*/__init__.py")} - HOLDS.keys()
    if unknown:
        raise SystemExit(f"tools/build_design.py does not say what these rooms hold: {sorted(unknown)}")
    found: dict[str, set[str]] = {room: set() for room in HOLDS}
    for path in sorted(PACKAGE.rglob("*.py")):
        room = _room(path.relative_to(PACKAGE).parts[0].removesuffix(".py"))
        if room != _room("__init__"):
            found[room] |= {_room(name) for name in _imported(path)} - {room}
    return found


def _room(name: str) -> str:
    """Return a room by its name; modules that are no room of their own are the small ones, ``__init__`` is none at all."""
    name = "cli" if name == "__main__" else name
    return name if name in HOLDS or name == "__init__" else SMALL


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [each.name for each in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        whole = (
            [f"{node.module}.{name}" for name in names]
            if isinstance(node, ast.ImportFrom) and not node.level
            else names
        )
        yield from (name.split(".")[1] for name in whole if name.startswith("zjreform."))


def needed(graph: dict[str, set[str]]) -> dict[str, list[str]]:
    """Return the arrows that no chain of others says already."""
    far: dict[str, set[str]] = {}

    def reached(room: str) -> set[str]:
        if room not in far:
            far[room] = graph[room].union(*map(reached, graph[room]))
        return far[room]

    return {
        room: sorted(near for near in targets if not any(near in reached(other) for other in targets - {near}))
        for room, targets in graph.items()
    }


def layers(arrows: dict[str, list[str]]) -> list[list[str]]:
    """Return the rooms from the top down, each above all that it imports from."""
    depth: dict[str, int] = {}

    def below(room: str) -> int:
        if room not in depth:
            depth[room] = 1 + max((below(near) for near in arrows[room]), default=-1)
        return depth[room]

    tallest = max(map(below, arrows))
    return [[room for room in HOLDS if depth[room] == level] for level in range(tallest, -1, -1)]


def picture() -> str:
    """Return the picture as SVG."""
    arrows = needed(imports())
    places: dict[str, tuple[float, float, float]] = {}
    rows = layers(arrows)
    for level, rooms in enumerate(rows):
        width = WIDE if len(rooms) == 1 else (WIDTH - EDGE * (len(rooms) + 1)) / len(rooms)
        start = (WIDTH - width * len(rooms) - EDGE * (len(rooms) - 1)) / 2
        for at, room in enumerate(rooms):
            places[room] = start + at * (width + EDGE), EDGE + level * (HIGH + GAP), width
    height = EDGE + len(rows) * (HIGH + GAP) + EDGE
    drawn = [_arrow(places[room], places[near]) for room in HOLDS for near in arrows[room]]
    drawn += [_box(room, *places[room]) for room in HOLDS]
    drawn += _legend(height - EDGE - 6)
    told = "; ".join(f"{room} imports from {', '.join(near)}" for room, near in arrows.items() if near)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="t d">'
    titles = f'<title id="t">The rooms of zjreform</title><desc id="d">{escape(told)}</desc>'
    ground = f'<rect class="page" width="{WIDTH}" height="{height}" rx="10"/>'
    return "\n".join([head, titles, _style(), ground, *drawn, "</svg>", ""])


def _style() -> str:
    light = "".join(f".{kind} rect{{fill:{fill};stroke:{line}}}" for kind, (_, fill, line) in KINDS.items())
    dark = "".join(f".{kind} rect{{fill:{DARK[kind]}}}" for kind in KINDS)
    return (
        "<style>text{font-family:system-ui,sans-serif;font-size:15px;fill:#222}.name{font-weight:700;font-size:17px}"
        ".page{fill:#fff}.arrow{fill:none;stroke:#8a8a8a;stroke-width:1.6}.tip{fill:#8a8a8a}rect{stroke-width:1.5}"
        f"{light}@media (prefers-color-scheme:dark){{.page{{fill:#1a1c1e}}text{{fill:#e8e8e8}}{dark}}}</style>"
    )


def _box(room: str, x: float, y: float, width: float) -> str:
    holds, kind = HOLDS[room]
    middle = x + width / 2
    return (
        f'<g class="{kind}"><rect x="{x:g}" y="{y:g}" width="{width:g}" height="{HIGH}" rx="7"/>'
        f'<text class="name" x="{middle:g}" y="{y + 22:g}" text-anchor="middle">{room}</text>'
        f'<text x="{middle:g}" y="{y + 42:g}" text-anchor="middle">{escape(holds)}</text></g>'
    )


def _arrow(above: tuple[float, float, float], below: tuple[float, float, float]) -> str:
    x, y = above[0] + above[2] / 2, above[1] + HIGH
    to, end = below[0] + below[2] / 2, below[1]
    if abs(to - x) > above[2] / 4:  # away from the middle, so that arrows of one box part
        x += (1 if to > x else -1) * above[2] / 4
    bend = (end - y) / 2
    path = f"M{x:g} {y:g}C{x:g} {y + bend:g} {to:g} {end - bend - 8:g} {to:g} {end - 8:g}"
    if end - y > GAP:  # past a row between, which is narrower, on its left
        to = below[0] + PASS
        path = f"M{to:g} {y:g}V{end - 8:g}"
        if above[0] > to:
            side = above[1] + HIGH / 2
            path = f"M{above[0]:g} {side:g}H{to + 12:g}Q{to:g} {side:g} {to:g} {side + 12:g}V{end - 8:g}"
    tip = f"M{to - 5:g} {end - 9:g}L{to + 5:g} {end - 9:g}L{to:g} {end:g}Z"
    return f'<path class="arrow" d="{path}"/><path class="tip" d="{tip}"/>'


def _legend(y: float) -> list[str]:
    drawn, x = [], float(EDGE)
    for kind, (label, *_) in KINDS.items():
        drawn.append(
            f'<g class="{kind}"><rect x="{x:g}" y="{y - 13:g}" width="18" height="18" rx="4"/>'
            f'<text x="{x + 26:g}" y="{y + 1:g}">{label}</text></g>'
        )
        x += 56 + 8.5 * len(label)
    return drawn


def main() -> int:
    """Write the picture, or with ``--check`` say whether it is current."""
    drawn = picture()
    if "--check" in sys.argv[1:]:
        if TARGET.exists() and TARGET.read_text(encoding="utf-8") == drawn:
            return 0
        print("docs/_static/design.svg is not current: run tools/build_design.py")
        return 1
    TARGET.write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
