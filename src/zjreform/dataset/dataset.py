"""The dataset: all tables, and every question that can be put to them."""

from zjreform.columns.rows import Rows
from zjreform.dataset.figure_queries import FigureQueries
from zjreform.dataset.files import FileMethods
from zjreform.dataset.history_queries import HistoryQueries
from zjreform.dataset.pool import Stratum, pool_of
from zjreform.dataset.roster_queries import RosterQueries
from zjreform.html import table, text


class Dataset(RosterQueries, FigureQueries, HistoryQueries, FileMethods):
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
        return table(["table", "records"], rows, f"zjreform data {self.version}")

    def pool(self, round: str) -> Rows[Stratum]:
        """Return entries and winners of a round by stratum, and for the round as a whole.

        The stratum of a winner is that of the body listed first.

        Args:
            round: Id of a round.

        Raises:
            UnknownIdError: There is no such round.

        Example:
            >>> import zjreform as zj
            >>> for stratum in zj.load().pool("rib-2019"):
            ...     print(stratum.name, stratum.winners, stratum.entries)
            provincial 12 48
            local 28 214
            all 40 262
        """
        return pool_of(self, round)
