"""How the runs of the long fuzzing are shared; apart from the targets, which import the library before it can be instrumented."""

from typing import Final

SHARES: Final = {
    "edtf": 2500,
    "terms": 2500,
    "parse": 2000,
    "numerals": 1200,
    "changes": 600,
    "figures": 600,
    "explain": 200,
    "descriptor": 100,
    "json": 80,
    "csv": 60,
    "zip": 40,
    "sqlite": 40,
    "parquet": 30,
    "excel": 20,
    "html": 15,
    "word": 10,
    "pdf": 5,
}
"""Of ten thousand runs over all targets, those of each: the dearer one is, the fewer."""
