"""The bundled dataset.

One object for all threads; a table is read, strictly and whole, when it is first asked for.
"""

import threading
from typing import Any

from zjreform.dataset.dataset import Dataset
from zjreform.version import DATA_VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.table import Table

_LOCK = threading.RLock()
_datasets: list[Dataset] = []
_tables: "dict[str, Table[Any]]" = {}


def load() -> Dataset:
    """Return the bundled dataset, the same object each time.

    A table is read and checked when it is first asked for. That the tables agree with one another is checked at release;
    `validate` checks it again.

    Example:
        >>> import zjreform as zj
        >>> zj.load() is zj.load()
        True
    """
    with _LOCK:
        if not _datasets:
            _datasets.append(Dataset.deferred(DATA_VERSION, _table))
    return _datasets[0]


def _table(name: str) -> "Table[Any]":
    from zjreform.dataset.package import read_table  # noqa: PLC0415 (kept out of the load path)
    from zjreform.resources import read_bytes  # noqa: PLC0415 (kept out of the load path)

    with _LOCK:
        if name not in _tables:
            _tables[name] = read_table(name, read_bytes, DATA_VERSION)
    return _tables[name]
