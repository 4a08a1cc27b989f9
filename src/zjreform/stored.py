"""Compiled patterns that are kept in files, as Python keeps the bytecode of modules.

The one pattern of ``scan`` takes half a second to compile and ten milliseconds to load, the hundreds of small ones together a sixth of a
second. What is kept is the code of the ``re`` module of this very Python, made from these very files: a stamp of both stands before it, and
whatever does not fit (another Python, a file that changed, a folder that cannot be written, code that is no longer private in the same way)
means that the pattern is compiled as usual. A wheel brings what the Python that built it has compiled; else a process that can write to
``__pycache__`` keeps it there, the small ones when it ends, unless Python is told to write no bytecode.
"""

import atexit
import importlib
import importlib.util
import os
import re
import sys
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

Note = list[list[str | None]]
"""What goes with a pattern: by group, what it says."""
Made = tuple[str, dict[str, list[str | None]]]
"""The source of a pattern, and by group name what it says."""

_ROOT: Final = Path(__file__).parent
_PARTS: Final = ("text", "mending", "quantity", "words")
_DATA: Final = ("units.csv", "words.csv", "fold.txt")
_FLAGS: Final = re.UNICODE.value
_WORD = "I"
_TOGETHER = "patterns"
"""Name of the file in which a wheel brings all of them."""
_SMALL: Final = "small"
"""Name of the file of the small ones."""
BUNDLED: Final = _ROOT / "data" / "patterns"
"""Folder in which a wheel brings them."""


def stored(name: str, make: Callable[[], Made]) -> tuple[re.Pattern[str], list[tuple[str | None, str | None]]]:
    """Return a compiled pattern, and for each of its groups what it says: from a file if one fits, else made and kept in one.

    Args:
        name: Name of the pattern.
        make: Makes its source, and says by group name what a group says.
    """
    for path in (BUNDLED / _file(_TOGETHER), _kept(name)):
        with suppress(Exception):  # whatever is wrong with the file or with what is private in ``re``: compile
            return _loaded(path, name)
    source, said = make()
    pattern, code = _compiled(source)
    note = _note(pattern, said)
    if code is not None and not sys.dont_write_bytecode:
        with suppress(Exception):
            keep(_kept(name), {name: (pattern, code, note)})
    return pattern, [(tag, rule) for tag, rule in note]


@cache
def compiled(source: str) -> re.Pattern[str]:
    """Return a compiled pattern by its source: one of the many small ones, from their file where it is there.

    Example:
        >>> compiled("[0-9]++").match("120余万次").end()
        3
    """
    key = blake2b(source.encode(), digest_size=12).hexdigest()
    with suppress(Exception):  # as above
        groups, index, code = _small(key)
        return _pattern(code, groups, index, _names(groups, index))
    made, code_of_it = _compiled(source)
    if code_of_it is not None and not sys.dont_write_bytecode:
        if not _new:
            atexit.register(_keep_small)
        _new[key] = made, code_of_it, []
    return made


_new: dict[str, tuple[re.Pattern[str], list[int], Note]] = {}
"""Small patterns that this process has compiled and no file has, by key."""


def _small(key: str) -> tuple[int, dict[str, int], list[int]]:
    """Return the groups of a small pattern, their names, and its code.

    Raises:
        KeyError: It is in no file that fits.
    """
    known, code = _all_small()
    each = known[key]
    start, size = (place // code.itemsize for place in each["place"])
    return each["groups"], each["index"], code[start : start + size].tolist()


@cache
def _all_small() -> "tuple[Mapping[str, dict[str, Any]], array[int]]":
    """Return what the file of the small patterns says of each, by key, and the code of all; nothing where no file fits."""
    for path in (BUNDLED / _file(_SMALL), _kept(_SMALL)):
        with suppress(Exception):
            said, body = _head_and_body(path)
            code = array(_WORD)
            code.frombytes(importlib.import_module("lzma").decompress(body))
            return {each["name"]: each for each in said["patterns"]}, code
    return {}, array(_WORD)


def _keep_small() -> None:
    """Keep the small patterns of this process with those that its file had."""
    with suppress(Exception):
        write_small(_kept(_SMALL))


def write_small(path: Path) -> None:
    """Write the small patterns that this process has, and those that its file had, to a file."""
    known: dict[str, tuple[re.Pattern[str], list[int], Note]] = {}
    for key in _all_small()[0]:
        groups, index, code = _small(key)
        known[key] = _pattern(code, groups, index, _names(groups, index)), code, []
    keep(path, {**known, **_new})


def write(made: Mapping[str, Made]) -> None:
    """Compile patterns and write them to where a wheel brings them: into one file, since they are alike.

    Raises:
        NotImplementedError: The ``re`` of this Python does not give the code of a pattern.
    """
    patterns: dict[str, tuple[re.Pattern[str], list[int], Note]] = {}
    for name, (source, said) in made.items():
        pattern, code = _compiled(source)
        if code is None:
            raise NotImplementedError("expected an re module that gives the code of a pattern")
        patterns[name] = pattern, code, _note(pattern, said)
    keep(BUNDLED / _file(_TOGETHER), patterns)
    write_small(BUNDLED / _file(_SMALL))


def _note(pattern: re.Pattern[str], said: dict[str, list[str | None]]) -> Note:
    note: Note = [[None, None] for _ in range(pattern.groups + 1)]
    for group, says in said.items():
        note[pattern.groupindex[group]] = says
    return note


def _compiled(source: str) -> tuple[re.Pattern[str], list[int] | None]:
    """Return a compiled pattern with its code; without it where ``re`` does not give it."""
    try:
        parser, compiler = importlib.import_module("re._parser"), importlib.import_module("re._compiler")
        parsed = parser.parse(source, 0)
        code: list[int] = compiler._code(parsed, 0)  # noqa: SLF001
        groups: dict[str, int] = parsed.state.groupdict
        names: list[str | None] = [None] * parsed.state.groups
        for group, index in groups.items():
            names[index] = group
        return _pattern(code, parsed.state.groups - 1, groups, names), code
    except Exception:  # noqa: BLE001 (private, so that anything may change)
        return re.compile(source), None


def _pattern(code: list[int], groups: int, index: dict[str, int], names: list[str | None]) -> re.Pattern[str]:
    made: re.Pattern[str] = importlib.import_module("_sre").compile("", _FLAGS, code, groups, index, tuple(names))
    return made


def _file(name: str) -> str:
    return f"{name}.{sys.implementation.cache_tag}.sre"


def _kept(name: str) -> Path:
    """Return where this Python keeps what it has compiled: beside the bytecode of this module."""
    return Path(importlib.util.cache_from_source(__file__)).with_name(_file(name))


def keep(path: Path, patterns: Mapping[str, tuple[re.Pattern[str], list[int], Note]]) -> None:
    """Write compiled patterns to a file, which then is there as a whole or not at all."""
    said, body = [], b""
    for name, (pattern, code, note) in patterns.items():
        words = array(_WORD, code).tobytes()
        place = [len(body), len(words)]
        said.append(
            {"name": name, "place": place, "groups": pattern.groups, "index": dict(pattern.groupindex), "note": note}
        )
        body += words
    head = _json().dumps({"stamp": _stamp(), "patterns": said}).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    with importlib.import_module("tempfile").NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(head + b"\n" + importlib.import_module("lzma").compress(body))
    Path(file.name).chmod(0o644)
    os.replace(file.name, path)  # noqa: PTH105 (as ``importlib`` does)


def _loaded(path: Path, name: str) -> tuple[re.Pattern[str], list[tuple[str | None, str | None]]]:
    said, body = _head_and_body(path)
    (here,) = [each for each in said["patterns"] if each["name"] == name]
    start, size = here["place"]
    code = array(_WORD)
    code.frombytes(importlib.import_module("lzma").LZMADecompressor().decompress(body, start + size)[start:])
    made = _pattern(code.tolist(), here["groups"], here["index"], _names(here["groups"], here["index"]))
    return made, [(tag, rule) for tag, rule in here["note"]]


def _head_and_body(path: Path) -> tuple[dict[str, Any], bytes]:
    """Return what a file says of its patterns, and their code, compressed.

    Raises:
        ValueError: It is of other files or another Python.
    """
    head, _, body = path.read_bytes().partition(b"\n")
    said: dict[str, Any] = _json().loads(head)
    if said["stamp"] != _stamp():
        raise ValueError(f"expected a pattern of these files, got another: {path}")
    return said, body


def _json() -> Any:  # noqa: ANN401 (a module)
    """Return the module ``json``, which compiles patterns of its own where it is imported: importing this package compiles nothing."""
    return importlib.import_module("json")


def _names(groups: int, index: Mapping[str, int]) -> list[str | None]:
    """Return the name of each group, ``None`` for one without."""
    names: list[str | None] = [None] * (groups + 1)
    for group, place in index.items():
        names[place] = group
    return names


@cache
def _stamp() -> str:
    """Return what a kept pattern depends on: this Python, and every file that a pattern is made from."""
    sre = importlib.import_module("_sre")
    said = blake2b(
        f"{sys.version} {sre.MAGIC} {sre.CODESIZE} {array(_WORD).itemsize} {sys.byteorder}".encode(), digest_size=16
    )
    modules = [path for part in _PARTS for path in sorted((_ROOT / part).rglob("*.py"))]
    for path in (*modules, _ROOT / "fold.py", *(_ROOT / "data" / name for name in _DATA)):
        said.update(path.read_bytes())
    return said.hexdigest()
