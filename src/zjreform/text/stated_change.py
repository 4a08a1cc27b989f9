"""A change that a text states, at its place."""

from typing import Any

from attrs import field, frozen

from zjreform.columns.flat_row import FlatRow
from zjreform.lazy import HasCard
from zjreform.quantity.change import Change, Sense
from zjreform.quantity.columns import QUANTITY_COLUMNS
from zjreform.text.answers import ROLES, quantity_cells_of


@frozen
class StatedChange(HasCard, FlatRow):
    """A change that a text states.

    Attributes:
        start: Code-point offset of its first character: 由, 从, 比, the verb or the first figure.
        end: Offset behind its last figure.
        change: Before, after and stated amount, as far as the text gives them.
        verb: The verb, folded; ``"→"`` for an arrow, ``"改革前后"`` and the like where two clauses are set against each other.
        direction: Up (``increase``) or down (``decrease``) by the verb; ``None`` where it says neither (调整为).
        surface: The characters themselves: ``text[start:end]``.

    Example:
        >>> import zjreform as zj
        >>> stated = zj.changes("申报材料由23份精简到7份")[0]
        >>> stated.verb, stated.direction.value, str(stated.change.absolute)
        ('精简', 'decrease', '-16份')
    """

    start: int
    end: int
    change: Change
    verb: str
    direction: Sense | None
    surface: str = field(default="", eq=False)

    def flat(self) -> dict[str, Any]:
        """Return the change as one row of a frame: before, after and stated amount side by side, each flattened.

        Example:
            >>> import zjreform as zj
            >>> row = zj.changes("由8天压缩至1天")[0].flat()
            >>> row["verb"], row["before_days"], row["after_days"], row["stated_value"]
            ('压缩', 8.0, 1.0, None)
        """
        row = {
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "verb": self.verb,
            "direction": self.direction,
        }
        row["sense"] = self.change.sense
        for role in ROLES:
            cells = quantity_cells_of(getattr(self.change, role))
            row.update(zip((f"{role}_{part.name}" for part in QUANTITY_COLUMNS), cells, strict=True))
        return row
