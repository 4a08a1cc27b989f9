"""The dataset: all tables, and every question that can be put to them."""

from zjreform.arguments import all_told
from zjreform.columns.rows import Rows
from zjreform.dataset.diffusion_queries import DiffusionQueries
from zjreform.dataset.figure_queries import FigureQueries
from zjreform.dataset.files import FileMethods
from zjreform.dataset.history_queries import HistoryQueries
from zjreform.dataset.pool import Stratum, pool_of
from zjreform.dataset.roster_queries import RosterQueries
from zjreform.html import styled, table, text
from zjreform.options import PoolBy


@all_told
class Dataset(RosterQueries, FigureQueries, HistoryQueries, DiffusionQueries, FileMethods):
    """The evidence base: immutable, safe from many threads, equal to another of the same content.

    Example:
        >>> import zjreform as zj
        >>> zj.load()
        <Dataset ...: 93 cases, 99 awards, ...>
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return (
            f"<Dataset {self.version}: {len(self.cases)} cases, {len(self.awards)} awards, "
            f"{len(self.metrics)} metrics, {len(self.terms)} terms>"
        )

    def _repr_html_(self) -> str:
        rows = [[text(name), text(f"{size:,}")] for name, size in self.sizes().items()]
        return styled(table(["table", "records"], rows, f"zjreform data {self.version}"))

    def pool(self, round: str | None = None, *, by: PoolBy = "leader") -> Rows[Stratum]:
        """Return entries and winners by stratum, and for each round as a whole.

        The stratum of a winner is that of the body listed first. Winners are counted; entries, and with them the share, are empty where
        no document gives them: they exist for the two strata of 2019 and for the fourth round as a whole.

        Args:
            round: Id of a round; ``None`` for all rounds in one frame.
            by: What the strata are: ``"leader"`` (provincial or local), ``"level"``, ``"tier"``, ``"domain"`` or ``"prefecture"``.

        Raises:
            UnknownIdError: There is no such round.
            UnknownValueError: There are no such strata.

        Example:
            >>> import zjreform as zj
            >>> for stratum in zj.load().pool("rib-2019"):
            ...     print(stratum.name, stratum.winners, stratum.entries)
            provincial 12 48
            local 28 214
            all 40 262
        """
        return pool_of(self, round, by)
