"""Compiled patterns kept in a file: the same as compiled anew, and left aside where anything does not fit."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from zjreform import stored as module
from zjreform.stored import stored

TEXT = "x12年，x3天，y"
CODE = """
import sys
from pathlib import Path
from zjreform import stored as module
module.BUNDLED = Path(sys.argv[1])
from zjreform import figures
kinds = ["date", "quantity", "name", "marker"]
for one in figures("2018年办理3216件，一件事提速三成，第3条", kinds=kinds):
    print(one.start, one.end, one.kind.value, one.quantity)
"""


def make() -> tuple[str, dict[str, list[str | None]]]:
    return "x(?:[0-9]+年(?P<year>)|[0-9]+天(?P<day>))", {"year": ["date", "years"], "day": ["quantity", None]}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which patterns are kept."""
    monkeypatch.setattr(module, "BUNDLED", tmp_path / "bundled")
    monkeypatch.setattr(module, "_kept", lambda name: tmp_path / "kept" / f"{name}.sre")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept" / "p.sre"


def read(made: tuple[object, list[tuple[str | None, str | None]]]) -> list[tuple[str, tuple[str | None, str | None]]]:
    pattern, said = made
    return [(match[0], said[match.lastindex or 0]) for match in pattern.finditer(TEXT)]  # type: ignore[attr-defined]


EXPECTED = [("x12年", ("date", "years")), ("x3天", ("quantity", None))]


def test_a_kept_pattern_is_loaded_without_being_made(kept: Path) -> None:
    assert read(stored("p", make)) == EXPECTED
    assert kept.is_file()
    assert read(stored("p", lambda: pytest.fail("made again"))) == EXPECTED


@pytest.mark.parametrize("damage", ["stamp", "cut", "empty", "code"])
def test_a_file_that_does_not_fit_is_left_aside(kept: Path, damage: str) -> None:
    stored("p", make)
    whole = kept.read_bytes()
    head, _, body = whole.partition(b"\n")
    damaged = {
        "stamp": head.replace(b'"stamp": "', b'"stamp": "0') + b"\n" + body,
        "cut": whole[:-9],
        "empty": b"",
        "code": head + b"\nx",
    }
    kept.write_bytes(damaged[damage])
    assert read(stored("p", make)) == EXPECTED


def test_nothing_is_written_where_python_writes_no_bytecode(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert read(stored("p", make)) == EXPECTED
    assert not kept.exists()


def test_a_folder_that_cannot_be_written_is_no_error(kept: Path) -> None:
    kept.parent.write_text("a file where the folder would be")
    assert read(stored("p", make)) == EXPECTED


def test_a_re_module_of_another_shape_is_no_error(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib, "import_module", lambda _name: object())
    assert read(stored("p", make)) == EXPECTED
    assert not kept.exists()


def test_figures_are_the_same_from_a_kept_pattern_and_from_one_compiled_anew(tmp_path: Path) -> None:
    outputs = [
        subprocess.run(
            [sys.executable, *flags, "-c", CODE, str(tmp_path)],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONPATH": str(Path(module.__file__).parents[1])},
        ).stdout
        for flags in (["-B"], [], [])
    ]
    assert outputs[0] == outputs[1] == outputs[2]
    assert {path.name.split(".")[0] for path in tmp_path.rglob("*.sre")} >= {"every", "small"}


SMALL = "([0-9]++)(?P<by>万|亿)?"


@pytest.fixture
def small(kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the small patterns, with one that this process has not."""
    module.compiled.cache_clear()
    module._all_small.cache_clear()  # noqa: SLF001 (as a new process)
    monkeypatch.setattr(module, "_new", {})
    module.compiled(SMALL)
    path = kept.with_name("small.sre")
    module.write_small(path)
    module.compiled.cache_clear()
    module._all_small.cache_clear()  # noqa: SLF001
    return path


def test_a_small_pattern_is_loaded_without_being_compiled(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its groups and their names."""
    assert small.is_file()
    monkeypatch.setattr(module, "_compiled", lambda _: pytest.fail("compiled again"))
    made, plain = module.compiled(SMALL), re.compile(SMALL)
    assert (made.groups, made.groupindex, made.flags) == (plain.groups, plain.groupindex, plain.flags)
    assert [match.groups() for match in made.finditer("3万12")] == [match.groups() for match in plain.finditer("3万12")]


@pytest.mark.parametrize("content", [b"", b"{}\n", b'{"stamp": "other", "patterns": []}\nx'])
def test_a_file_of_small_patterns_that_does_not_fit_is_left_aside(small: Path, content: bytes) -> None:
    """Patterns are then compiled as usual."""
    small.write_bytes(content)
    match = module.compiled(SMALL).match("3万")
    assert match is not None
    assert match["by"] == "万"


def test_what_a_file_had_stays_in_it(small: Path) -> None:
    """A process adds what it has compiled itself."""
    module.compiled("[a-z]++")
    module.write_small(small)
    module._all_small.cache_clear()  # noqa: SLF001
    assert len(module._all_small()[0]) == 2  # noqa: SLF001
