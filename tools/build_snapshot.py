"""What users rely on, written down: public names with their parameters, columns of each table, ids of rosters and figures.

    python tools/build_snapshot.py          # add what is new
    python tools/build_snapshot.py --anew   # for a release that takes something away on purpose

``tests/contract/test_snapshot.py`` refuses a change that takes away anything that stands in it.
"""

import inspect
import json
import sys
from pathlib import Path

import zjreform as zj
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of

TARGET = Path(__file__).resolve().parent.parent / "tests" / "contract" / "snapshot.json"
LEFT_OUT = frozenset({"mentions", "codings", "non_figures"})
"""Tables whose ids hang on offsets or numbers of rows, so that nobody refers to them."""


def parameters(name: str) -> list[str]:
    """Return the names of the parameters of a public function, or of each public method of a class."""
    one = getattr(zj, name)
    if inspect.isfunction(one):
        return list(inspect.signature(one).parameters)
    if not inspect.isclass(one):
        return []
    methods = [key for key in dir(one) if not key.startswith("_")]
    return sorted(
        key
        for key in methods
        if getattr(inspect.getattr_static(one, key), "__module__", "zjreform").startswith("zjreform")
    )


def snapshot() -> dict[str, dict[str, list[str]]]:
    """Return what stands now."""
    return {
        "api": {name: parameters(name) for name in sorted(zj.__all__)},
        "columns": {name: list(schema_of(name).header) for name in TABLES},
        "ids": {name: sorted(getattr(zj.load(), name).ids) for name in TABLES if name not in LEFT_OUT},
    }


def main() -> int:
    """Write the snapshot; what stood there before stays, unless ``--anew`` is given."""
    found = snapshot()
    if "--anew" not in sys.argv[1:] and TARGET.exists():
        for part, held in json.loads(TARGET.read_text(encoding="utf-8")).items():
            for key, values in held.items():
                new = found[part].setdefault(key, [])
                new += [value for value in values if value not in new]
    TARGET.write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
