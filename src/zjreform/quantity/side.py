"""One end of a figure while it is read: what is known of its numeral and of what stands behind it."""

from decimal import Decimal
from fractions import Fraction

from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import Number
from zjreform.quantity.numeral_forms import Form
from zjreform.quantity.numerals import Numeral
from zjreform.quantity.units import Dimension, Unit

_PLAIN = Form.PLAIN
_GAPS = frozenset(" \n")


class Refusal(Exception):  # noqa: N818 (no error that leaves this room: parse turns it into a ParseError)
    """A place at which a text stops being a figure, and what could have stood there."""

    def __init__(self, at: int, expected: str) -> None:
        super().__init__(at, expected)
        self.at, self.expected = at, expected


class Torn(Refusal):
    """A place at which a figure goes on in a way that nobody can read, so that no part of it is a figure."""


class Side:
    """One end of a figure while it is read; ``unit`` is ``None`` until one is found, ``bound`` what a word inside it says (翻近两番)."""

    upper: Number | None = None
    unit: Unit | None = None
    step: Number | None = Decimal(1)
    part: Fraction | None = None
    form = _PLAIN
    multiplier = 1
    bare: bool = False
    colloquial: bool = False
    run: bool = False
    lower_open: bool = False
    upper_open: bool = False
    bound = Bound.EXACT

    def __init__(self, value: Number, end: int) -> None:
        self.value, self.end = value, end

    @property
    def is_range(self) -> bool:
        """Whether two ends were written, rather than a fuzzy numeral (三四十)."""
        return self.upper is not None and self.form is _PLAIN


def gap(text: str, at: int) -> int:
    """Return the offset behind one blank or line break, if one stands at the offset.

    Example:
        >>> gap("52 人", 2), gap("52人", 2)
        (3, 2)
    """
    return at + 1 if text[at : at + 1] in _GAPS else at


def is_money(found: Unit | None) -> bool:
    """Return whether a unit is a currency.

    Example:
        >>> from zjreform.quantity.units import unit
        >>> is_money(unit("元")), is_money(None)
        (True, False)
    """
    return found is not None and found.dimension is Dimension.MONEY


def of_numeral(numeral: Numeral) -> Side:
    """Return the side that a numeral begins.

    Example:
        >>> from zjreform.quantity.numerals import numeral_at
        >>> of_numeral(numeral_at("3.5万件", 0)).multiplier
        10000
    """
    side = Side(numeral.value, numeral.end)
    if numeral.run:
        side.run = True
        return side
    side.form, side.upper, side.multiplier = numeral.form, numeral.upper, numeral.multiplier
    side.bare, side.colloquial = numeral.bare, numeral.colloquial
    if numeral.step is not None:
        side.step = numeral.step
    elif (places := numeral.value.as_tuple().exponent) and int(places) < 0:
        side.step = Decimal((0, (1,), int(places)))
    return side
