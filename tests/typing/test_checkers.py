"""mypy and pyright see what a user of the library would want them to see."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import zjreform as zj

HERE = Path(__file__).parent
SOURCE = Path(zj.__file__).parents[1]
pytestmark = pytest.mark.slow  # each checker reads the whole package
SAMPLE, REFUSED = HERE / "sample.py", HERE / "refused.py"


@cache
def _mypy(file: Path) -> dict[int, str]:
    """Return the errors of mypy by line."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment("MYPYPATH"))
    found = re.findall(rf"^\S*{file.name}:(\d+): error: (.*)$", done.stdout, re.MULTILINE)
    assert found or done.returncode == 0, done.stdout + done.stderr
    return {int(line): message for line, message in found}


@cache
def _pyright(file: Path) -> dict[int, str]:
    """Return the errors of pyright by line."""
    pytest.importorskip("pyright", reason="pyright is not installed")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment("PYTHONPATH"))
    try:
        found = json.loads(done.stdout[done.stdout.index("{") :])["generalDiagnostics"]
    except ValueError:
        pytest.skip(f"pyright does not run here: {done.stdout[-300:]}{done.stderr[-300:]}")
    errors = [one for one in found if one["severity"] == "error"]
    return {one["range"]["start"]["line"] + 1: one["message"] for one in errors}


def _environment(name: str) -> dict[str, str]:
    return {**os.environ, name: str(SOURCE)}


def _wrong_lines() -> list[int]:
    return [number for number, line in enumerate(REFUSED.read_text(encoding="utf-8").splitlines(), 1) if "  # " in line]


@pytest.mark.parametrize("errors", [_mypy, _pyright])
def test_a_right_project_passes(errors: Callable[[Path], dict[int, str]]) -> None:
    """Sixty public names are what they are said to be."""
    assert errors(SAMPLE) == {}


@pytest.mark.parametrize("errors", [_mypy, _pyright])
def test_wrong_lines_do_not(errors: Callable[[Path], dict[int, str]]) -> None:
    """Each of them is an error at its place, and no other line is."""
    assert sorted(errors(REFUSED)) == _wrong_lines()


def test_sixty_names_are_used() -> None:
    """The sample is a sample of the whole."""
    tree = ast.parse(SAMPLE.read_text(encoding="utf-8"))
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "zj"
    }
    assert len(used & set(zj.__all__)) >= 60
    assert len(_wrong_lines()) >= 20
