"""Patterns that compile at first use.

Importing a module of this room compiles nothing; the first ``match`` does, under a lock, and from then on the compiled method is found
directly on the object.
"""

import re
import threading
from collections.abc import Callable

_LOCK = threading.Lock()


class LazyPattern:
    """A regular expression whose ``match`` is compiled when first asked for.

    Example:
        >>> LazyPattern("[0-9]++").match("120余万次", 0).end()
        3
    """

    match: Callable[[str, int], re.Match[str] | None]

    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> Callable[[str, int], re.Match[str] | None]:
        if name != "match":
            raise AttributeError(name)
        with _LOCK:
            self.match = re.compile(self.source).match
        return self.match
