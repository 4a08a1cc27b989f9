"""The report on extracted numbers: its rows, their sums, a card and a page."""

from collections import Counter

from attrs import frozen

from zjreform.columns.rows import Rows
from zjreform.display import label, say
from zjreform.drafting.verifying.page import verification_page
from zjreform.drafting.verifying.results import MissedFigure, VerifiedRow
from zjreform.drafting.verifying.standing import Standing
from zjreform.html import table, text


@frozen
class Verification:
    """What checking found.

    Attributes:
        rows: One row for each claim, in the order given.
        missed: The figures of the texts that no claim is about.

    Example:
        >>> import zjreform as zj
        >>> print(zj.verify([{"surface": "86个工作日"}], "由200多个压缩至86个工作日内"))
        1 claim: 1 another bound; 1 figure of the texts not extracted
    """

    rows: Rows[VerifiedRow]
    missed: Rows[MissedFigure]

    @property
    def ok(self) -> bool:
        """Whether every claim is confirmed."""
        return all(row.status is Standing.CONFIRMED for row in self.rows)

    def counts(self) -> dict[Standing, int]:
        """Return how many claims have each verdict, those that occur, in the order of the list."""
        found = Counter(row.status for row in self.rows)
        return {standing: found[standing] for standing in Standing if found[standing]}

    def __str__(self) -> str:
        """Return the counts in one line."""
        said = ", ".join(f"{count} {label(standing)}" for standing, count in self.counts().items()) or say("none", "无")
        return say(
            f"{len(self.rows)} claim{'' if len(self.rows) == 1 else 's'}: {said}; "
            f"{len(self.missed)} figure{'' if len(self.missed) == 1 else 's'} of the texts not extracted",
            f"{len(self.rows)} 条：{said}；文本中另有 {len(self.missed)} 个数字未被摘出",
        )

    def _repr_html_(self) -> str:
        header = [text(name) for name in ("status", "n")]
        counted = [[text(one.en), text(str(count))] for one, count in self.counts().items()]
        wrong: Rows[VerifiedRow] = Rows(row for row in self.rows if row.status is not Standing.CONFIRMED)
        parts = [table(header, counted, str(self)), *([wrong._repr_html_()] if wrong else [])]
        return "".join(parts)

    def page(self) -> str:
        """Return a whole HTML page: each text with its figures marked by verdict, and every claim beside it.

        Example:
            >>> import zjreform as zj
            >>> "another bound" in zj.verify([{"surface": "86个工作日"}], "压缩至86个工作日内").page()
            True
        """
        return verification_page(str(self), self.counts(), self.rows, self.missed)
