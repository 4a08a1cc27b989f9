"""Ray Data: figures, changes and terms of a dataset, by ``map_batches`` over Arrow tables.

One file is one block, and one block one task: a dataset is cut into blocks of so many rows first, so that every core has work.
"""

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from zjreform.corpus.kernel import refuse_early
from zjreform.corpus.outputs import plain_batch
from zjreform.corpus.work import KERNELS
from zjreform.tabular.optional import optional

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset

ROWS: Final = 2048
"""Rows of a block, where nobody says otherwise."""


def figures(ds: "Dataset", *, rows: int = ROWS, **options: Any) -> "Dataset":  # noqa: ANN401 (as the kernel takes)
    """Return the figures of a dataset of texts; columns as in ``corpus.FIGURES``, dictionaries as plain strings.

    Args:
        ds: A dataset.
        rows: Rows of a block, each of which is one task.
        **options: ``id``, ``text``, ``kinds``, ``lexicon`` and ``region``, as for ``figures_batch``.

    Raises:
        UnknownValueError: A kind or the region is unknown.
        ExtraMissingError: Ray is not installed.
    """
    return _mapped(ds, "figures", rows, options)


def changes(ds: "Dataset", *, rows: int = ROWS, **options: Any) -> "Dataset":  # noqa: ANN401
    """Return the changes that texts state; see ``figures``."""
    return _mapped(ds, "changes", rows, options)


def terms(ds: "Dataset", *, rows: int = ROWS, **options: Any) -> "Dataset":  # noqa: ANN401
    """Return the known terms in texts; see ``figures``."""
    return _mapped(ds, "terms", rows, options)


def _mapped(ds: "Dataset", what: str, rows: int, options: dict[str, Any]) -> "Dataset":
    optional("ray.data", "ray")
    own = {name: value for name, value in options.items() if name not in {"id", "text"}}
    refuse_early(partial(KERNELS[what], **own))
    blocks = ds.repartition(target_num_rows_per_block=rows)
    return blocks.map_batches(partial(_table, what=what, options=options), batch_format="pyarrow", batch_size=None)


def _table(batch: "pa.Table", what: str, options: dict[str, Any]) -> "pa.Table":
    made = plain_batch(KERNELS[what](batch, **options))
    table: pa.Table = optional("pyarrow", "arrow").Table.from_batches([made])
    return table
