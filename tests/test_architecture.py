"""The architecture holds: rooms import only from rooms above them, files stay short, the public names are pinned."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import zjreform

PACKAGE = Path(zjreform.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
ORDER = (
    "version",
    "errors",
    "resources",
    "fold",
    "code",
    "display",
    "html",
    "lazy",
    "columns",
    "quantity",
    "text",
    "records",
    "tabular",
    "publish",
    "dataset",
    "views",
    "cli",
)
LONGEST_FILE = 400


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("zjreform."):
            yield (node.module or "").split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (name.name.split(".")[1] for name in node.names if name.name.startswith("zjreform."))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_from_rooms_above_it(path: Path) -> None:
    """A module may use its own room and those listed before it."""
    room = _room(path)
    if room == "__init__":
        return
    allowed = {*ORDER[: ORDER.index(room)], room}
    assert set(_imports(path)) <= allowed


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_files_are_short(path: Path) -> None:
    """No module is longer than a reader takes in."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_room_inits_hold_a_docstring_only() -> None:
    """Names live in modules, not in the package of a room."""
    for path in PACKAGE.glob("*/__init__.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert [type(node) for node in body] == [ast.Expr], path


def test_public_names_are_where_the_package_says() -> None:
    """Each public name has a home that holds it, and the typed imports repeat the table."""
    homes = vars(zjreform)["_HOME"]
    assert sorted(homes) == sorted(zjreform.__all__)
    for name, module in homes.items():
        assert hasattr(importlib.import_module(f"zjreform.{module}"), name), name
    source = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    typed = re.findall(r"^    from zjreform\.(\S+) import \w+ as (\w+)$", source, re.MULTILINE)
    assert {name: module for module, name in typed} == homes


def test_unknown_public_name_is_an_attribute_error() -> None:
    """A misspelt name fails as in any module."""
    with pytest.raises(AttributeError, match="'figurs'"):
        getattr(zjreform, "figurs")  # noqa: B009 (a constant would not type-check)


def test_importing_reads_nothing() -> None:
    """Importing the package loads neither typing nor re nor any room."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); old = set(sys.modules); import zjreform; print(*set(sys.modules) - old)"
    command = [sys.executable, "-S", "-c", code, str(PACKAGE.parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["zjreform"]
