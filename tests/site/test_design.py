"""The drawn picture of the design shows what imports what today, and can be read."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from tools import build_design

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_is_current() -> None:
    """Drawn again from the imports, it is the same file."""
    assert (
        subprocess.run([sys.executable, str(ROOT / "tools" / "build_design.py"), "--check"], check=False).returncode
        == 0
    )


def test_each_room_stands_above_what_it_imports_from() -> None:
    """Arrows go down, and no arrow says what others say already."""
    arrows = build_design.needed(build_design.imports())
    rows = build_design.layers(arrows)
    level = {room: at for at, rooms in enumerate(rows) for room in rooms}
    assert sorted(level) == sorted(build_design.HOLDS)
    assert all(level[room] < level[near] for room, targets in arrows.items() for near in targets)
    assert "records" not in arrows["dataset"]  # publish and tabular say it


def test_the_picture_has_every_room_in_words() -> None:
    """Who cannot see it reads the rooms, and who imports from whom, in its description."""
    root = ET.fromstring(build_design.picture())  # noqa: S314 (our own picture)
    written = {text.text for text in root.iter(f"{SVG}text")}
    assert set(build_design.HOLDS) <= written
    told = root.findtext(f"{SVG}desc") or ""
    assert all(f"{room} imports from " in told for room in build_design.HOLDS if room != build_design.SMALL)


def test_deprecations_are_on_the_page_that_lists_them() -> None:
    """What warns in the sources that it goes is said, with its version, on the page of what goes when."""
    page = (ROOT / "docs" / "stability.md").read_text(encoding="utf-8")
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    going = {
        version
        for pair in re.findall(r'gone\([^\n]*?"(\d\.\d)"|renamed_argument\([^\n]*?"(\d\.\d)"', sources)
        for version in pair
        if version
    }
    assert going, "nothing goes: leave the table empty and say so"
    assert all(f"| {version} |" in page for version in going)
    names = re.findall(r'renamed_argument\("(\w+)", "(\w+)"', sources)
    assert all(f"({old}=)" in page and f"({new}=)" in page for old, new in names if old != "old")
    assert all(name in page for name in re.findall(r'gone\("Adoption\.(\w+)"', sources))
