"""What a quantity states: all that its checks and its spellings need to know of it."""

from typing import Final, Protocol, Self

from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import Number
from zjreform.quantity.units import Dimension, Unit

QUANTITY_PARTS: Final = ("value", "upper", "lower_open", "upper_open", "implied_high", "bound", "unit")
"""Columns in which a quantity stands in a file, in place of its field."""


class Stated(Protocol):
    """A number with its unit and bound; the fields are those of ``Quantity``.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> claim: Stated = parse("3天")
        >>> claim.unit.code
        'day'
    """

    @property
    def value(self) -> Number:
        """The number stated, or the lower end of a range."""

    @property
    def unit(self) -> Unit:
        """The unit as written."""

    @property
    def bound(self) -> Bound:
        """Where the true number lies, seen from the number stated."""

    @property
    def upper(self) -> Number | None:
        """The upper end of a range."""

    @property
    def upper_open(self) -> bool:
        """Whether the upper end is excluded."""

    @property
    def lower_open(self) -> bool:
        """Whether the lower end is excluded."""

    @property
    def implied_high(self) -> Number | None:
        """The next unit of the digit that 多 or 余 stands at."""

    @property
    def dimension(self) -> Dimension:
        """What is measured."""

    def to(self, target: Unit | str) -> Self:
        """Return the same claim in another unit."""
