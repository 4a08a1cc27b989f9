"""The patterns of the room: compiled at first use, on every interpreter, without the construct that breaks some of them."""

import re
import subprocess
import sys
from itertools import product
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from tests.every import every

from zjreform.lazy import LazyPattern
from zjreform.quantity import (
    numbers,
    numeral_terms,
    numerals,
    parsing,
    quick,
    ranges,
    rates,
    sides,
    special_sides,
    spoken,
    trillions,
)
from zjreform.words.edges import continuations

ROOM = Path(numerals.__file__).parent
MODULES = [
    numeral_terms,
    numerals,
    numbers,
    parsing,
    quick,
    ranges,
    rates,
    sides,
    special_sides,
    spoken,
    trillions,
]
PATTERNS = {
    f"{module.__name__}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, LazyPattern)
} | {f"continuations of {spelling}": LazyPattern(pattern) for spelling, pattern in continuations().items()}


def captures_in_possessive(parsed: Any, *, inside: bool = False) -> bool:  # noqa: ANN401 (private types of re)
    """Return whether a capturing group stands inside a possessive repeat."""
    for operator, argument in parsed:
        name = str(operator)
        if name == "SUBPATTERN":
            if (inside and argument[0] is not None) or captures_in_possessive(argument[-1], inside=inside):
                return True
        elif name.endswith("REPEAT"):
            if captures_in_possessive(argument[2], inside=inside or name == "POSSESSIVE_REPEAT"):
                return True
        elif name == "BRANCH":
            if any(captures_in_possessive(each, inside=inside) for each in argument[1]):
                return True
        elif name in {"ATOMIC_GROUP", "ASSERT", "ASSERT_NOT"}:
            nested = argument if name == "ATOMIC_GROUP" else argument[1]
            if captures_in_possessive(nested, inside=inside):
                return True
    return False


def test_every_pattern_is_found() -> None:
    """The modules listed are those that make patterns, so that none escapes the tests below."""
    makers = {path.stem for path in ROOM.glob("*.py") if "LazyPattern(" in path.read_text(encoding="utf-8")} - {
        "patterns"
    }
    assert makers == {module.__name__.rpartition(".")[2] for module in MODULES}
    assert "re.compile" not in "".join(
        path.read_text(encoding="utf-8") for path in ROOM.glob("*.py") if path.stem != "patterns"
    )


@every(PATTERNS)
def test_no_capturing_group_inside_a_possessive_repeat(name: str) -> None:
    """Such a group raises SystemError on 3.11.7, 3.12.1 and 3.13.0."""
    assert not captures_in_possessive(_parser.parse(PATTERNS[name].source))


def test_the_check_itself_sees_the_construct() -> None:
    """A capturing group in a possessive repeat is found at any depth; others pass."""
    assert captures_in_possessive(_parser.parse("(?:a(?:b|(c)))*+"))
    assert captures_in_possessive(_parser.parse("(?=(?:(?>(a)))?+)"))
    assert not captures_in_possessive(_parser.parse("(a++)(?:b)?+(?:(c))?"))


@every(product(PATTERNS, ["1," * 3000, "一百" * 3000, "1." * 3000, "(不含" * 999, "翻了" * 9]))
def test_every_pattern_compiles_and_runs(name: str, hostile: str) -> None:
    """Each compiles on this interpreter and comes to an end on text made against it."""
    found = re.compile(PATTERNS[name].source).match(hostile)
    assert found is None or found.end() <= len(hostile)


def test_importing_the_room_compiles_nothing_and_reads_nothing() -> None:
    """Patterns, table and spellings come at first use; afterwards they are there."""
    probe = (
        "import re, sys, zjreform.resources as r\n"
        "import attrs, csv, difflib, decimal, fractions, importlib_resources, importlib.resources\n"
        "compiled = []; kept = re.compile; re.compile = lambda *a, **k: (compiled.append(a), kept(*a, **k))[1]\n"
        "r.read_bytes = lambda name: sys.exit(f'read {name}')\n"
        "import zjreform.quantity.normalise, zjreform.quantity.change, zjreform.quantity.physical\n"
        "sys.exit(f'compiled {compiled}' if compiled else 0)\n"
    )
    subprocess.run([sys.executable, "-c", probe], check=True, timeout=60)


def test_a_lazy_pattern_has_nothing_but_match() -> None:
    """Any other attribute is missing, and match stays compiled."""
    pattern = LazyPattern("a")
    with pytest.raises(AttributeError, match="fullmatch"):
        _ = pattern.fullmatch
    assert isinstance(pattern.match("a", 0), re.Match)
    assert pattern.__dict__["match"] == pattern.match
