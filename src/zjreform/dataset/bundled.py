"""The bundled tables.

One object for all threads; a table is read, strictly and whole, when it is first asked for.
"""

import threading
from typing import Any

from zjreform.dataset.tables import Tables
from zjreform.version import DATA_VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.table import Table

_LOCK = threading.RLock()
_made: list[Tables] = []
_tables: "dict[str, Table[Any]]" = {}


def bundled() -> Tables:
    """Return the bundled tables, the same object each time.

    Example:
        >>> bundled() is bundled()
        True
    """
    with _LOCK:
        if not _made:
            _made.append(Tables.deferred(DATA_VERSION, bundled_table))
    return _made[0]


def bundled_table(name: str) -> "Table[Any]":
    """Return a bundled table by its name; read once, for all threads.

    Example:
        >>> bundled_table("tiers").name
        'tiers'
    """
    from zjreform.dataset.package import read_table  # noqa: PLC0415 (kept out of the load path)
    from zjreform.resources import read_bytes  # noqa: PLC0415 (kept out of the load path)

    with _LOCK:
        if name not in _tables:
            _tables[name] = read_table(name, read_bytes, DATA_VERSION)
    return _tables[name]
