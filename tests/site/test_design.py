"""The drawn picture of the design shows what imports what today, and can be read."""

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
    assert "cli imports from drafting, views" in told
