"""Changes: from one quantity to another, or as a text states them.

Bounds are carried through: from over 200 to at most 86 is a fall by more than 57 %. What the bounds do not say is ``None``, never a guess.
An increase *by* n times and a level *of* n times differ by one; a fall by n times has no level at all.
"""

from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from zjreform.alike import close_to
from zjreform.code import Code
from zjreform.errors import UnknownValueError
from zjreform.lazy import HasCard
from zjreform.quantity.intervals import Claim, added, divided, scaled
from zjreform.quantity.likeness import claim_in
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity, of_claim
from zjreform.quantity.units import Dimension, Unit, unit
from zjreform.quantity.validity import check_same_base

_NO_RATIO = frozenset({Dimension.TEMPERATURE, Dimension.RANK, Dimension.GRADE})
_SHARES = frozenset({Dimension.PERCENT, Dimension.MULTIPLE})


class Sense(Code):
    """What a stated amount is: the level reached, or the step up or down to it.

    Example:
        >>> Sense("increase") is Sense.INCREASE
        True
    """

    LEVEL = "level", "水平", "level", "The level itself, or the level reached (达到3倍)."
    INCREASE = "increase", "增加", "increase", "The step up to the level (增长3倍)."
    DECREASE = "decrease", "减少", "decrease", "The step down to the level (压缩30%)."


def _quantity(value: str | Quantity | None) -> Quantity | None:
    if value is None or isinstance(value, Quantity):
        return value
    if not isinstance(value, str):
        raise TypeError(f"expected a figure string or a quantity, got {value!r}")
    return parse(value)


def _sense(value: str | Sense | None) -> Sense | None:
    if value is None or isinstance(value, Sense):
        return value
    try:
        return Sense(value)
    except ValueError:
        known = [sense.value for sense in Sense]
        raise UnknownValueError("sense", value, close_to(str(value), known), known) from None


@frozen
class Change(HasCard):
    """A change, as two quantities or as the amount a text states.

    Attributes:
        before: The quantity before, or its figure string; ``None`` if not stated.
        after: The quantity after, or its figure string; ``None`` if not stated.
        stated: The amount of change that the text itself gives (30 %, 3 倍, 2.3 个百分点, 5 件), ``None`` if it gives none.
        sense: What *stated* is; ``None`` exactly where *stated* is.

    Raises:
        TypeError: A part is neither text nor quantity.
        ParseError: A text is no figure.
        ValueError: Nothing is given, or *stated* and *sense* are not given together.
        DimensionError: *before* and *after* measure different things.
        BasisError: *before* and *after* share no fixed factor.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> change = Change("200多个工作日", parse("86个工作日内"))
        >>> str(change.absolute), str(change.relative), str(change.decrease)
        ('不足-114个工作日', '不足-57%', '超过57%')
    """

    before: Quantity | None = field(default=None, converter=_quantity)
    after: Quantity | None = field(default=None, converter=_quantity)
    stated: Quantity | None = field(default=None, kw_only=True, converter=_quantity)
    sense: Sense | None = field(default=None, kw_only=True, converter=_sense)

    def __attrs_post_init__(self) -> None:
        if (self.stated is None) is not (self.sense is None):
            raise ValueError("stated and sense go together")
        if self.before is self.after is self.stated is None:
            raise ValueError("a change needs a quantity before, after or stated")
        if self.before is not None and self.after is not None:
            check_same_base(self.after, self.before.unit)

    @property
    def absolute(self) -> Quantity | None:
        """After minus before, in the unit of *before* (percentage points for shares); ``None`` where nothing is known of it.

        Example:
            >>> from zjreform.quantity.parsing import parse
            >>> str(Change(parse("60%"), parse("85%以上")).absolute)
            '25个百分点以上'
        """
        if self.before is not None and self.after is not None:
            here = self.before.unit
            total = added(claim_in(self.after, here), scaled(claim_in(self.before, here), Fraction(-1)))
            return (
                None if total is None else of_claim(total, unit("pp") if here.dimension is Dimension.PERCENT else here)
            )
        if self.stated is None or self.sense is Sense.LEVEL or self.stated.dimension in _SHARES:
            return None
        return -self.stated if self.sense is Sense.DECREASE else self.stated

    @property
    def factor(self) -> Quantity | None:
        """After as a multiple of before; ``None`` where nothing is known of it.

        Example:
            >>> from zjreform.quantity.parsing import parse
            >>> str(Change(stated=parse("3倍"), sense=Sense.INCREASE).factor)
            '4倍'
        """
        quotient = self._quotient()
        return None if quotient is None else of_claim(quotient, unit("×"))

    @property
    def relative(self) -> Quantity | None:
        """The change as a share of *before*, in %, negative for a fall; ``None`` where nothing is known of it.

        Example:
            >>> from zjreform.quantity.parsing import parse
            >>> str(Change(parse("8个工作日"), parse("1个工作日")).relative)
            '-87.5%'
        """
        quotient = self._quotient()
        step = None if quotient is None else added(quotient, Claim(Fraction(-1)))
        return None if step is None else of_claim(scaled(step, Fraction(100)), unit("%"))

    @property
    def decrease(self) -> Quantity | None:
        """The fall as a share of *before*, in %; ``None`` where nothing is known of it.

        Example:
            >>> from zjreform.quantity.parsing import parse
            >>> str(Change(parse("23份"), parse("7份")).decrease.magnitude())
            '69.56521739130434'
        """
        relative = self.relative
        return None if relative is None else -relative

    @property
    def ill_formed(self) -> bool:
        """Whether the text states a fall by a multiple or by more than all there was (减少两倍), from which no level follows.

        Example:
            >>> from zjreform.quantity.parsing import parse
            >>> Change(stated=parse("两倍"), sense=Sense.DECREASE).ill_formed
            True
        """
        if self.stated is None or self.sense is not Sense.DECREASE:
            return False
        if self.stated.dimension is Dimension.MULTIPLE:
            return self.stated.value >= 1
        return self.stated.dimension is Dimension.PERCENT and self.stated.value > _ALL

    def _quotient(self) -> Claim | None:
        if self.before is not None and self.after is not None:
            here = self.before.unit
            return (
                None
                if here.dimension in _NO_RATIO
                else divided(claim_in(self.after, here), claim_in(self.before, here))
            )
        if self.stated is None or self.stated.dimension not in _SHARES or self.ill_formed:
            return None
        share = scaled(claim_in(self.stated, self.stated.unit), _whole(self.stated.unit))
        if self.sense is Sense.LEVEL:
            return share
        return added(Claim(Fraction(1)), share if self.sense is Sense.INCREASE else scaled(share, Fraction(-1)))


_ALL = Decimal(100)


def _whole(share: Unit) -> Fraction:
    """Return what one unit of a share is of the whole."""
    return share.factor / 100 if share.dimension is Dimension.PERCENT else share.factor
