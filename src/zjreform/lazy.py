"""What comes only when it is asked for: patterns that compile at first use, and the few names that lie above their user.

Importing a module compiles nothing; the first ``match`` does, under a lock, and from then on the compiled method is found directly
on the object. A class says what it is, and the rooms below it make frames and cards of it: ``reach`` is the only way there.
"""

import re
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from zjreform.stored import compiled

_LOCK = threading.Lock()


class LazyPattern:
    """A regular expression whose ``match`` is compiled when first asked for.

    Attributes:
        source: The expression.
        spelt: What is done to it before it is compiled.

    Example:
        >>> LazyPattern("[0-9]++").match("120余万次", 0).end()
        3
    """

    match: Callable[[str, int], re.Match[str] | None]

    def __init__(self, source: str, spelt: Callable[[str], str] = str) -> None:
        self.source, self.spelt = source, spelt

    def __getattr__(self, name: str) -> Callable[[str, int], re.Match[str] | None]:
        if name != "match":
            raise AttributeError(name)
        with _LOCK:
            self.match = compiled(self.spelt(self.source)).match
        return self.match


REACHED: Final = {
    "message": "wording.message",
    "a file written whole": "tabular.atomic.put_file",
    "check of a field": "tabular.row_checks.field_check",
    "rows as dictionaries": "tabular.row_frames.row_dicts",
    "rows as pandas": "tabular.row_frames.pandas_rows",
    "rows as polars": "tabular.row_frames.polars_rows",
    "rows as arrow": "tabular.row_frames.arrow_rows",
    "rows cited": "publish.row_citation.rows_cited",
    "located columns": "dataset.located_columns.located_columns",
    "rows as html": "tabular.row_frames.html_rows",
    "card": "views.cards.index.card",
}
"""By what is wanted: the function that does it, in a room that its user may not import. The architecture test lists these ways."""


def reach(what: str) -> Any:  # noqa: ANN401 (each function has a signature of its own)
    """Return the function that makes a frame or a card, or checks a field.

    Args:
        what: A key of ``REACHED``.

    Raises:
        KeyError: Nothing is called so.

    Example:
        >>> reach("rows as html").__name__
        'html_rows'
    """
    module, _, name = REACHED[what].rpartition(".")
    return getattr(import_module(f"zjreform.{module}"), name)


class HasCard:
    """What a notebook shows as a card: the base of records, quantities, changes, figures and reports.

    Example:
        >>> import zjreform as zj
        >>> "at least 30%" in zj.parse("三成以上")._repr_html_()
        True
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        html: str = reach("card")(self).html
        return html
