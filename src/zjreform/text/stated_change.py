"""A change that a text states, at its place."""

from collections.abc import Mapping
from typing import Any, Final

from attrs import field, frozen

from zjreform.arguments import told
from zjreform.columns.flat_row import FlatRow
from zjreform.lazy import HasCard
from zjreform.quantity.change import Change, Sense
from zjreform.quantity.columns import QUANTITY_COLUMNS
from zjreform.quantity.dictionaries import exactly
from zjreform.quantity.quantities import Quantity
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

    def to_dict(self) -> dict[str, Any]:
        """Return the change as plain values, as ``change.schema.json`` describes them; ``from_dict`` reads them.

        Example:
            >>> import zjreform as zj
            >>> values = zj.changes("由8天压缩至1天")[0].to_dict()
            >>> values["verb"], values["before"]["value"], values["after"]["unit"], values["stated"]
            ('压缩', '8', 'day', None)
        """
        quantities = {role: getattr(self.change, role) for role in ROLES}
        return {
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "verb": self.verb,
            "direction": None if self.direction is None else self.direction.value,
            **{role: None if quantity is None else quantity.to_dict() for role, quantity in quantities.items()},
            "sense": None if self.change.sense is None else self.change.sense.value,
        }

    @classmethod
    @told
    def from_dict(cls, values: Mapping[str, Any]) -> "StatedChange":
        """Return the change of plain values.

        Raises:
            ValueError: A name is missing or unknown, or a value is none that ``to_dict`` gives; says what was expected.
            UnknownValueError: No unit or sense has this code.

        Example:
            >>> import zjreform as zj
            >>> stated = zj.changes("由8天压缩至1天")[0]
            >>> zj.StatedChange.from_dict(stated.to_dict()) == stated
            True
        """
        exactly(values, _PARTS, "a stated change")
        before, after, stated = (
            None if values[role] is None else Quantity.from_dict(values[role]) for role in ("before", "after", "stated")
        )
        change = Change(before, after, stated=stated, sense=values["sense"])
        direction = None if values["direction"] is None else Sense(values["direction"])
        return cls(values["start"], values["end"], change, values["verb"], direction, values["surface"])


_PARTS: Final = ("start", "end", "surface", "verb", "direction", "before", "after", "stated", "sense")
