"""A quantity that is being filled: a frozen class takes twice as long to fill as an open one that is closed by changing its class."""

from attrs import define, field

from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import Number
from zjreform.quantity.units import Unit


@define(eq=False, order=False, repr=False)
class Draft:
    """The fields of ``Quantity``, which says what they mean; nothing is checked here."""

    value: Number
    unit: Unit
    bound: Bound = Bound.EXACT
    upper: Number | None = field(default=None, kw_only=True)
    upper_open: bool = field(default=False, kw_only=True)
    implied_high: Number | None = field(default=None, kw_only=True)
    lower_open: bool = field(default=False, kw_only=True)
