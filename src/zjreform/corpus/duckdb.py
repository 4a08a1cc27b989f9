"""DuckDB: functions that a query can call, ``zj_figures(text)``, ``zj_changes(text)`` and ``zj_terms(text)``; each gives a list of rows."""

import contextlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from zjreform.corpus.kernel import refuse_early
from zjreform.corpus.lists import found_lists
from zjreform.corpus.work import KERNELS
from zjreform.tabular.optional import optional

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def register(con: "DuckDBPyConnection", **options: Any) -> "DuckDBPyConnection":  # noqa: ANN401 (as the kernel takes)
    """Make the functions known to a connection, in the place of those that an earlier call gave it, and return it.

    Args:
        con: A connection.
        **options: ``kinds``, ``lexicon`` and ``region``, as for ``figures_batch``; each goes to the functions that take it.

    Raises:
        UnknownValueError: A kind or the region is unknown.
        ExtraMissingError: duckdb or pyarrow is not installed.

    Example:
        >>> import duckdb
        >>> con = register(duckdb.connect())
        >>> query = "select f.surface, f.days from (select unnest(zj_figures('由8天压缩至1天')) as f)"
        >>> con.sql(query).fetchall()
        [('8天', 8.0), ('1天', 1.0)]
    """
    for what in KERNELS:
        refuse_early(partial(KERNELS[what], **_own(what, options)))
        making: dict[str, Any] = {"type": "arrow", "null_handling": "special"}
        with contextlib.suppress(optional("duckdb", "arrow").InvalidInputException):  # it knows none of that name
            con.remove_function(f"zj_{what}")
        con.create_function(f"zj_{what}", _function(what, options), ["VARCHAR"], _type(what), **making)
    return con


def _function(what: str, options: dict[str, Any]) -> Callable[[Any], Any]:
    """Return a function of one parameter, which is what DuckDB counts."""
    own = _own(what, options)

    def run(texts: Any) -> Any:  # noqa: ANN401 (pyarrow arrays)
        return found_lists(texts, what, **own)

    return run


def _own(what: str, options: dict[str, Any]) -> dict[str, Any]:
    """Return the options that a function takes."""
    taken = {"figures": ("kinds", "lexicon", "region"), "changes": ("lexicon", "region"), "terms": ("lexicon",)}[what]
    return {name: options[name] for name in taken if name in options}


def _type(what: str) -> Any:  # noqa: ANN401 (a type of DuckDB)
    """Return the type of the lists as DuckDB sees it."""
    pa, duckdb = optional("pyarrow", "arrow"), optional("duckdb", "arrow")
    empty = pa.table({"rows": found_lists(pa.array([], pa.string()), what)})
    with duckdb.connect() as con:
        return con.from_arrow(empty).types[0]
