"""The lowest versions that pyproject.toml allows, as pins for pip: of what the package requires, and of the extras named.

python tools/floors.py pandas polars > floors.txt
"""

import re
import sys
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).resolve().parent.parent / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]


def floors(extras: list[str]) -> list[str]:
    """Return a pin for each requirement; an extra may name others of this project."""
    optional, found, todo = PROJECT["optional-dependencies"], dict[str, str](), [*PROJECT["dependencies"]]
    for extra in extras:
        todo += optional[extra]
    while todo:
        name, _, inner = todo.pop().partition("[")
        if name == "zjreform":
            for extra in inner.split("]")[0].split(","):
                todo += optional[extra]
            continue
        match = re.match(
            r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*(?:>=|==)\s*([0-9.a-z]+)", f"{name}[{inner}" if inner else name
        )
        if match:
            found[match[1]] = match[2]
    return [f"{name}=={version}" for name, version in sorted(found.items())]


if __name__ == "__main__":
    print("\n".join(floors(sys.argv[1:])))
