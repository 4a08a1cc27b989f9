"""Compiled patterns that are kept in a file, as Python keeps the bytecode of modules.

The one pattern of ``scan`` takes half a second to compile and ten milliseconds to load. What is kept is the code of the ``re`` module of
this very Python, made from these very files: a stamp of both stands before it, and whatever does not fit (another Python, a file that
changed, a folder that cannot be written, code that is no longer private in the same way) means that the pattern is compiled as usual. A
wheel brings what the Python that built it has compiled; else the first process that can write to ``__pycache__`` keeps it there, unless
Python is told to write no bytecode.
"""

import importlib
import importlib.util
import json
import os
import re
import sys
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

Note = list[list[str | None]]
"""What goes with a pattern: by group, what it says."""
Made = tuple[str, dict[str, list[str | None]]]
"""The source of a pattern, and by group name what it says."""

_ROOT: Final = Path(__file__).parents[1]
_PARTS: Final = ("text", "quantity", "words")
_DATA: Final = ("units.csv", "words.csv", "fold.txt")
_FLAGS: Final = re.UNICODE.value
_WORD = "I"
_TOGETHER = "patterns"
"""Name of the file in which a wheel brings all of them."""
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
    head = json.dumps({"stamp": _stamp(), "patterns": said}).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(head + b"\n" + importlib.import_module("lzma").compress(body))
    Path(file.name).chmod(0o644)
    os.replace(file.name, path)  # noqa: PTH105 (as ``importlib`` does)


def _loaded(path: Path, name: str) -> tuple[re.Pattern[str], list[tuple[str | None, str | None]]]:
    head, _, body = path.read_bytes().partition(b"\n")
    said = json.loads(head)
    if said["stamp"] != _stamp():
        raise ValueError(f"expected a pattern of these files, got another: {path}")
    (here,) = [each for each in said["patterns"] if each["name"] == name]
    start, size = here["place"]
    code = array(_WORD)
    code.frombytes(importlib.import_module("lzma").LZMADecompressor().decompress(body, start + size)[start:])
    names: list[str | None] = [None] * (here["groups"] + 1)
    for group, index in here["index"].items():
        names[index] = group
    pattern = _pattern(code.tolist(), here["groups"], here["index"], names)
    return pattern, [(tag, rule) for tag, rule in here["note"]]


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
