"""Every regular expression that the library compiles: at import, at first use, and from words and names at run time."""

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

from attrs import frozen

import zjreform as zj
from zjreform import lazy, stored

ROOT = Path(zj.__file__).parent
_SEARCHES = {"search", "finditer", "findall", "sub", "subn", "split"}


@frozen
class Found:
    """One regular expression.

    Attributes:
        source: As it was compiled.
        tree: As ``re`` parses it.
        searched: Whether it may begin anywhere in a text; else it is asked for at one place.
        where: The line that compiles it.
    """

    source: str
    tree: Any
    searched: bool
    where: str


def collected(work: Callable[[], object]) -> list[Found]:
    """Return the expressions of all modules, and those that some work compiles.

    Nothing must have been compiled before, so this is for a process of its own.
    """
    found: dict[str, Found] = {}
    patterns: list[Any] = []
    parsed, begun, loaded = _parser.parse, lazy.LazyPattern.__init__, stored._head_and_body  # noqa: SLF001 (taken for a while)

    def parse(source: str, flags: int = 0, *more: object) -> Any:  # noqa: ANN401 (private types of re)
        tree = parsed(source, flags, *more)
        caller = _caller()
        if caller is not None:
            file, line = Path(caller.f_code.co_filename), caller.f_lineno
            searched = file.name != "lazy.py" and _is_searched(file, line)
            found[source] = Found(source, tree, searched, f"{file.relative_to(ROOT)}:{line}")
        return tree

    def begin(self: Any, *given: Any) -> None:  # noqa: ANN401 (any lazy pattern)
        begun(self, *given)
        patterns.append(self)

    def not_kept(_: Path) -> Any:  # noqa: ANN401 (as what it stands for)
        raise FileNotFoundError

    vars(_parser)["parse"] = parse
    setattr(lazy.LazyPattern, "__init__", begin)  # noqa: B010 (a type checker would not let it)
    vars(stored)["_head_and_body"] = not_kept
    re.purge()
    try:
        for module in pkgutil.walk_packages(zj.__path__, "zjreform."):
            if "__main__" not in module.name:
                importlib.import_module(module.name)
        work()
        for one in patterns:
            one.match("", 0)
    finally:
        vars(_parser)["parse"], vars(stored)["_head_and_body"] = parsed, loaded
        setattr(lazy.LazyPattern, "__init__", begun)  # noqa: B010 (as above)
    return list(found.values())


_BETWEEN = (__file__, stored.__file__)
"""Files through which what is compiled passes."""


def _caller() -> FrameType | None:
    """Return the frame of the library that asked for a compilation, if one did."""
    frame: FrameType | None = sys._getframe(2)  # noqa: SLF001 (there is no public way)
    while frame is not None and ("/re/" in frame.f_code.co_filename or frame.f_code.co_filename in _BETWEEN):
        frame = frame.f_back
    return frame if frame is not None and frame.f_code.co_filename.startswith(str(ROOT)) else None


def _is_searched(file: Path, line: int) -> bool:
    """Return whether what is compiled on a line may be searched for: unless it has a name that is only ever matched."""
    for node in ast.walk(ast.parse(_text(file))):
        if isinstance(node, ast.FunctionDef) and isinstance(node.body[-1], ast.Return) and node.body[-1].lineno == line:
            uses = _uses().get(node.name, set())
            return not uses or bool(uses & _SEARCHES)
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.lineno <= line <= (node.end_lineno or 0):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name):
                uses = _uses().get(target.id, set())
                return not uses or bool(uses & _SEARCHES)
        elif isinstance(node, ast.Attribute) and node.lineno == line and node.attr in {"match", "fullmatch"}:
            return False
    return True


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@cache
def _uses() -> dict[str, set[str]]:
    """Return what is done to each name anywhere in the library."""
    found: dict[str, set[str]] = {}
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(_text(path))):
            if isinstance(node, ast.Attribute):
                owner = node.value.func if isinstance(node.value, ast.Call) else node.value
                if isinstance(owner, ast.Name):
                    found.setdefault(owner.id, set()).add(node.attr)
    return found
