"""Rows of a report on extracted numbers: each claim with its verdict, and each figure that nobody extracted."""

from typing import Any

from attrs import frozen

from zjreform.columns.flat_row import FlatRow
from zjreform.drafting.verifying.standing import Standing


@frozen(kw_only=True)
class VerifiedRow(FlatRow):
    """A claim and what the text says of it.

    Attributes:
        row: Number of the row, from 1.
        document: Name of the text.
        claimed: The claim as given.
        found: What stands in the text; several figures joined by `` | ``; ``None`` where nothing does.
        start: Offset of it in code points; ``None`` where no place is decided.
        end: Offset behind it.
        status: The verdict.
        factor: Claimed over found, as a number or a fraction; ``None`` where that says nothing.
    """

    row: int
    document: str
    claimed: str
    found: str | None
    start: int | None
    end: int | None
    status: Standing
    factor: str | None

    def flat(self) -> dict[str, Any]:
        """Return the row as a mapping from column to value."""
        names = ("row", "document", "claimed", "found", "start", "end")
        return {**{name: getattr(self, name) for name in names}, "status": self.status.value, "factor": self.factor}


@frozen(kw_only=True)
class MissedFigure(FlatRow):
    """A figure of a text that no claim is about."""

    document: str
    start: int
    end: int
    surface: str
    quantity: str

    def flat(self) -> dict[str, Any]:
        """Return the figure as a mapping from column to value."""
        return {name: getattr(self, name) for name in ("document", "start", "end", "surface", "quantity")}
