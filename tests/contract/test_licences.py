"""What others made and the wheel brings has its licence beside it."""

import json
import tomllib
from importlib.resources import files
from pathlib import Path

import zjreform as zj

ROOT = Path(__file__).resolve().parents[2]
DATA = files("zjreform") / "data"
FOREIGN = {".js", ".css", ".xz", ".ttf", ".otf", ".woff", ".woff2", ".wasm", ".map"}
"""Suffixes of what is usually taken from others."""
OURS = ("data/page/script/", "data/page/style.css", "data/page/coding.css")
"""Scripts and styles written here."""


def test_every_part_of_others_is_in_the_inventory_with_its_licence() -> None:
    """No script, style or font comes in without one."""
    root = Path(zj.__file__).parent
    parts = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.suffix in FOREIGN and not path.relative_to(root).as_posix().startswith(OURS)
    }
    inventory = json.loads((DATA / "page/vendor/inventory.json").read_text(encoding="utf-8"))
    assert parts == {f"data/page/vendor/{row['file']}.xz" for row in inventory}
    packages = {row["package"] for row in inventory}
    assert packages == {row["package"] for row in inventory if row["file"].endswith("-LICENSE.txt")}


def test_licences_of_tables_that_others_made() -> None:
    """The script folding is made of the tables of two others."""
    assert "Apache License" in (DATA / "licences/OpenCC-LICENSE.txt").read_text(encoding="utf-8")
    assert "UNICODE LICENSE V3" in (DATA / "licences/Unicode-LICENSE.txt").read_text(encoding="utf-8")


def test_the_wheel_says_every_licence() -> None:
    """As its metadata promise; the files named are there."""
    file = ROOT / "pyproject.toml"
    project = tomllib.loads(file.read_text(encoding="utf-8"))["project"]
    said = {"MIT", "CC-BY-4.0", "BSD-3-Clause", "ISC", "0BSD", "Unlicense", "Apache-2.0", "Unicode-3.0"}
    assert set(project["license"].split(" AND ")) == said
    if (ROOT / "LICENSE").exists():
        assert all(list(ROOT.glob(pattern)) for pattern in project["license-files"])
