"""How far a run has come: as a bar with rate and time left, or as calls of a function."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from attrs import define, field

from zjreform.tabular.optional import optional


@define
class Progress:
    """How far a run has come.

    Attributes:
        total: Bytes of all inputs.
        read: Bytes read, those of an earlier run among them.
        documents: Documents and rows of tables read in this run.
        rows: Rows found in this run.
    """

    total: int
    read: int = 0
    documents: int = 0
    rows: int = 0
    _show: Callable[["Progress"], None] = field(default=lambda _: None, repr=False)

    def advance(self, size: int, documents: int, rows: int) -> None:
        """Count what a unit brought, and show it."""
        self.read += size
        self.documents += documents
        self.rows += rows
        self._show(self)


@contextmanager
def shown_progress(show: bool | Callable[[Progress], None], total: int, read: int) -> Iterator[Progress]:  # noqa: FBT001 (given through)
    """Give the progress of a run, shown as asked.

    Args:
        show: ``True`` for a bar, a function to call, ``False`` for neither.
        total: Bytes of all inputs.
        read: Bytes that an earlier run has read.

    Example:
        >>> with shown_progress(lambda progress: print(progress.read, progress.rows), 10, 0) as shown:
        ...     shown.advance(4, 1, 2)
        4 2
    """
    if show is False:
        yield Progress(total, read)
    elif callable(show):
        yield Progress(total, read, show=show)
    else:
        bar = optional("rich.progress", "cli")
        console = optional("rich.console", "cli").Console(stderr=True)
        parts = (bar.BarColumn(), bar.DownloadColumn(), bar.TransferSpeedColumn(), bar.TimeRemainingColumn())
        with bar.Progress(*parts, bar.TextColumn("{task.fields[rows]:,} rows"), console=console) as shown:
            task = shown.add_task("", total=total, completed=read, rows=0)
            yield Progress(total, read, show=_bar(shown, task))


def _bar(shown: Any, task: Any) -> Callable[[Progress], None]:  # noqa: ANN401 (rich.progress)
    def show(progress: Progress) -> None:
        shown.update(task, completed=progress.read, rows=progress.rows)

    return show
