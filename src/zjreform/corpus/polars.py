"""polars: an expression namespace, ``pl.col("text").zj.figures()``, ``.changes()`` and ``.terms()``; each gives a list of rows.

Importing this module registers it. Expressions work on frames and lazy frames, in streaming as well.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

from zjreform.corpus.lists import found_lists
from zjreform.tabular.optional import optional

if TYPE_CHECKING:
    import polars as pl
else:
    pl = optional("polars", "polars")


@pl.api.register_expr_namespace("zj")
class Finding:
    """What stands in the texts of a column.

    Example:
        >>> frame = pl.DataFrame({"id": ["a", "b"], "text": ["由8天压缩至1天", "没有"]})
        >>> frame.select("id", pl.col("text").zj.figures().alias("f")).explode("f").drop_nulls().unnest("f")["surface"].to_list()
        ['8天', '1天']
    """

    def __init__(self, expr: "pl.Expr") -> None:
        self._expr = expr

    def figures(self, **options: Any) -> "pl.Expr":  # noqa: ANN401 (as the kernel takes)
        """Return a list of figures for each text; *options* as for ``corpus.figures_batch``."""
        return self._lists("figures", options)

    def changes(self, **options: Any) -> "pl.Expr":  # noqa: ANN401
        """Return a list of stated changes for each text; *options* as for ``corpus.changes_batch``."""
        return self._lists("changes", options)

    def terms(self, **options: Any) -> "pl.Expr":  # noqa: ANN401
        """Return a list of known terms for each text; *options* as for ``corpus.terms_batch``."""
        return self._lists("terms", options)

    def _lists(self, what: str, options: dict[str, Any]) -> "pl.Expr":
        run = partial(_series, what=what, options=options)
        kind = run(pl.Series("", [], pl.String)).dtype
        return self._expr.map_batches(run, return_dtype=kind, is_elementwise=True)


def _series(texts: "pl.Series", what: str, options: dict[str, Any]) -> "pl.Series":
    return pl.Series(texts.name, found_lists(texts.to_arrow(), what, **options))
