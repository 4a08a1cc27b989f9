"""Makes ``src/zjreform/__init__.pyi``, by which type checkers know the public names, from the table in ``__init__.py``.

Usage: python tools/build_stub.py [--check]
"""

import sys
from pathlib import Path

import zjreform

TARGET = Path(__file__).resolve().parent.parent / "src" / "zjreform" / "__init__.pyi"


def stub() -> str:
    """Return the text of the stub: one typed import for each public name."""
    homes = vars(zjreform)["_HOME"]
    modules = {name: f".{path}".rpartition(".")[0] for name, path in vars(zjreform)["_ROOMS"].items()}
    held = sorted(
        {**modules, **{name: f".{home}" for name, home in homes.items()}}.items(),
        key=lambda pair: (pair[1], *_kind(pair[0])[:2], pair[0].lower()),
    )
    lines = [f"from zjreform{home} import {name} as {name}" for name, home in held]
    public = [f'    "{name}",' for name in sorted(homes, key=_kind)]
    head = "# Made by tools/build_stub.py from the table in __init__.py."
    return "\n".join([head, *lines, "", "__all__ = [", *public, "]", ""])


def _kind(name: str) -> tuple[bool, bool, str]:
    """Return a key that puts constants first, then classes, then the rest, as ruff wants ``__all__``."""
    return not name.isupper(), not name[0].isupper(), name


def main() -> int:
    """Write the stub, or with ``--check`` say whether it is current."""
    text = stub()
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf-8") == text:
            return 0
        print("src/zjreform/__init__.pyi is not current: run tools/build_stub.py")
        return 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
