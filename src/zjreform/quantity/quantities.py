"""The quantity: a number with its unit and its bound, as one claim.

A quantity is immutable and always valid. ``value`` is the number as stated, in the unit as written, with 万 and 亿 multiplied out; all
arithmetic is exact. Equality and hash are of the *claim* (60分钟 == 1小时); ``exact_eq`` compares what was stated.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Final

from attrs import frozen

from zjreform.arguments import told
from zjreform.errors import BoundError
from zjreform.lazy import HasCard
from zjreform.quantity.bounds import Bound
from zjreform.quantity.dictionaries import Plain
from zjreform.quantity.draft import Draft
from zjreform.quantity.intervals import Claim, added, divided, scaled
from zjreform.quantity.likeness import claim_hash, claim_in, claim_key, ends, parts_of, stated
from zjreform.quantity.numbers import Number, exact, finite, is_factor, number_text, read_number
from zjreform.quantity.order import Ordered, is_ordered
from zjreform.quantity.rendering import chinese, formatted
from zjreform.quantity.stated import QUANTITY_PARTS
from zjreform.quantity.units import Dimension, Unit, unit
from zjreform.quantity.validity import check_number, check_range

_EXACT, _ABOUT, _NEARLY, _OVER = Bound.EXACT, Bound.ABOUT, Bound.NEARLY, Bound.OVER
_AT_LEAST, _AT_MOST, _UNDER = Bound.AT_LEAST, Bound.AT_MOST, Bound.UNDER
_UPWARD = frozenset({_OVER, _AT_LEAST})
_DOWNWARD = frozenset({_AT_MOST, _UNDER, _NEARLY})


@frozen(eq=False, order=False, repr=False)
class Quantity(Draft, Ordered, Plain, HasCard):
    """A number as a text claims it.

    Attributes:
        value: The number stated, in ``unit``; the lower end of a stated range. ``Fraction`` only where the decimal does not end.
        unit: The unit as written; 成, 折, ‰ and 分之 are given in %.
        bound: Where the true number lies, seen from ``value`` (for ``at_most`` and ``under`` of a range: from ``upper``).
        upper: Upper end of a stated range, above ``value``; ``None`` if one number is stated.
        upper_open: The range excludes its upper end (三年以上不满五年).
        implied_high: For ``over`` with 多 or 余: the next unit of the digit it stands at, which the number does not reach.
        lower_open: The range excludes its lower end (超过三年不满五年).

    Raises:
        TypeError: A number is neither ``Decimal`` nor ``Fraction``, or a field has another wrong type.
        ValueError: A number is not finite, has more than 38 digits, or the fields contradict each other.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> quantity = parse("120余万次")
        >>> quantity.value, quantity.unit.code, quantity.bound.value, quantity.implied_high
        (Decimal('1200000'), '次', 'over', Decimal('1300000'))
    """

    parts: ClassVar[tuple[str, ...]] = QUANTITY_PARTS

    def __attrs_post_init__(self) -> None:
        check_number("value", self.value)
        if type(self.unit) is not Unit:
            raise TypeError(f"unit must be a Unit, got {self.unit!r}")
        if type(self.bound) is not Bound:
            raise TypeError(f"bound must be a Bound, got {self.bound!r}")
        if self.upper is not None or self.upper_open is not False or self.lower_open is not False:
            check_range(self)
        if self.implied_high is not None:
            check_number("implied_high", self.implied_high)
            if self.bound is not _OVER or self.upper is not None or not self.implied_high > self.value:
                raise ValueError(
                    f"implied_high must lie above the value of one number with bound over, got {self.implied_high}"
                )

    @classmethod
    def from_parts(
        cls,
        value: str,
        unit_code: str,
        bound: str = "exact",
        *,
        upper: str | None = None,
        upper_open: bool = False,
        implied_high: str | None = None,
        lower_open: bool = False,
    ) -> "Quantity":
        """Return the quantity of texts as files hold them: numbers as ``number_text`` writes them, unit and bound by code.

        Raises:
            ValueError: A number is not canonical, the bound is unknown, or the parts contradict each other.
            UnknownValueError: No unit has this code.

        Example:
            >>> str(Quantity.from_parts("3", "workday", "at_most", upper="5"))
            '3至5个工作日以内'
        """
        return cls(
            read_number(value),
            unit(unit_code),
            Bound(bound),
            upper=None if upper is None else read_number(upper),
            upper_open=upper_open,
            implied_high=None if implied_high is None else read_number(implied_high),
            lower_open=lower_open,
        )

    @property
    def dimension(self) -> Dimension:
        """What the quantity measures.

        Example:
            >>> Quantity.from_parts("5", "件").dimension.value
            'count'
        """
        return self.unit.dimension

    @property
    def low(self) -> Number | None:
        """The lowest number the claim allows (or its limit), ``None`` where it names none.

        Example:
            >>> Quantity.from_parts("70", "%", "at_least").low
            Decimal('70')
        """
        return self.value if self.bound is _EXACT or self.bound in _UPWARD else None

    @property
    def high(self) -> Number | None:
        """The highest number the claim allows (or its limit), ``None`` where it names none.

        Example:
            >>> Quantity.from_parts("3", "day", upper="5").high
            Decimal('5')
        """
        if self.bound is _EXACT or self.bound in _DOWNWARD:
            return self.value if self.upper is None else self.upper
        return None

    @property
    def low_open(self) -> bool:
        """Whether ``low`` itself is excluded.

        Example:
            >>> Quantity.from_parts("200", "个", "over").low_open
            True
        """
        return self.bound is _OVER or self.lower_open

    @property
    def high_open(self) -> bool:
        """Whether ``high`` itself is excluded.

        Example:
            >>> Quantity.from_parts("18", "岁", "under").high_open
            True
        """
        return self.bound is _UNDER or self.bound is _NEARLY or self.upper_open

    @told
    def to(self, target: Unit | str) -> "Quantity":
        """Return the same claim in another unit of the same base.

        Args:
            target: A unit, its code or one of its spellings.

        Raises:
            DimensionError: The unit measures something else.
            BasisError: The unit has no fixed factor to this one (件 to 人, workday to day, month to day).
            UnknownValueError: No unit is called so.

        Example:
            >>> Quantity.from_parts("90", "minute").to("小时").value
            Decimal('1.5')
        """
        into = unit(target) if isinstance(target, str) else target
        if into == self.unit:
            return self
        return of_claim(claim_in(self, into), into)

    @told
    def magnitude(self, target: Unit | str | None = None) -> float:
        """Return the number stated as a float, in another unit if one is named.

        Raises:
            BoundError: A range is stated, which is no one number.

        Example:
            >>> Quantity.from_parts("90", "minute").magnitude("hour")
            1.5
        """
        if self.upper is not None:
            raise BoundError(str(self), "one number")
        return float((self if target is None else self.to(target)).value)

    def contains(self, number: "Number | int | Quantity") -> bool | None:
        """Return whether the claim allows a number: ``True``, ``False``, or ``None`` if the claim does not say.

        Args:
            number: A number in the unit of this quantity, or a quantity that states exactly one.

        Raises:
            BoundError: The quantity given is not exactly one number.

        Example:
            >>> claim = Quantity.from_parts("8", "个", "nearly")
            >>> claim.contains(9), claim.contains(7)
            (False, None)
        """
        point = _point(number, self.unit)
        low, high = self.low, self.high
        if high is not None and (point >= high if self.high_open else point > high):
            return False
        if self.bound is _ABOUT or self.bound is _NEARLY:
            return None
        return low is None or (point > low if self.low_open else point >= low)

    @told
    def relative_to(self, whole: "Quantity") -> "Quantity":
        """Return what share of another quantity this is, in %, with the bounds of both carried through.

        Raises:
            DimensionError: The two measure different things.
            BasisError: They share no fixed factor.
            BoundError: The bounds say nothing of the share, or the other may not lie above zero.

        Example:
            >>> Quantity.from_parts("3", "workday").relative_to(Quantity.from_parts("8", "workday", "at_most")).bound.value
            'at_least'
        """
        quotient = divided(claim_in(self, whole.unit), claim_in(whole, whole.unit))
        if quotient is None:
            raise BoundError(f"{self} ÷ {whole}", "a share")
        return of_claim(scaled(quotient, Fraction(100)), unit("%"))

    @told
    def exact_eq(self, other: "Quantity") -> bool:
        """Return whether both state the same number in the same unit in the same way.

        Example:
            >>> hour = Quantity.from_parts("1", "hour")
            >>> hour == hour.to("minute"), hour.exact_eq(hour.to("minute"))
            (True, False)
        """
        return stated(self) == stated(other)

    def sort_key(self) -> tuple[str, str, Fraction, Fraction, str]:
        """Return a key that orders any quantities: by dimension, base, stated number, upper end, bound.

        Example:
            >>> sorted([Quantity.from_parts("2", "hour"), Quantity.from_parts("5", "minute")], key=Quantity.sort_key)[0].unit.code
            'minute'
        """
        factor = self.unit.factor
        top = self.value if self.upper is None else self.upper
        return self.unit.dimension, self.unit.base, Fraction(self.value) * factor, Fraction(top) * factor, self.bound

    def __add__(self, other: "Quantity") -> "Quantity":
        if not is_ordered(other):
            return NotImplemented
        total = added(claim_in(self, self.unit), claim_in(other, self.unit))
        if total is None:
            raise BoundError(f"{self} + {other}", "an end of the sum")
        return of_claim(total, self.unit)

    def __radd__(self, other: int) -> "Quantity":
        """Let ``sum`` begin with nothing: 0 added to a quantity is the quantity, no other number is."""
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: "Quantity") -> "Quantity":
        return self + -other if is_ordered(other) else NotImplemented

    def __neg__(self) -> "Quantity":
        return self * -1

    def __mul__(self, factor: int | Number) -> "Quantity":
        if not is_factor(factor):
            return NotImplemented
        return of_claim(scaled(claim_in(self, self.unit), Fraction(finite(factor))), self.unit)

    __rmul__ = __mul__

    def __truediv__(self, divisor: int | Number) -> "Quantity":
        if not is_factor(divisor):
            return NotImplemented
        return self * (1 / Fraction(finite(divisor)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        if self.unit is not other.unit and self.unit != other.unit:
            return claim_key(self) == claim_key(other)
        if self.bound is _EXACT and other.bound is _EXACT and self.upper is None and other.upper is None:
            return self.value == other.value
        return ends(self) == ends(other)

    def __hash__(self) -> int:
        return claim_hash(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return restored, parts_of(self)

    def __str__(self) -> str:
        return chinese(self)

    def __format__(self, spec: str) -> str:
        return formatted(self, spec)

    def __repr__(self) -> str:
        names = ("upper", "implied_high")
        extra = [f"{name}={number_text(part)}" for name in names if (part := getattr(self, name)) is not None]
        extra += [name for name in ("lower_open", "upper_open") if getattr(self, name)]
        return f"Quantity({', '.join([number_text(self.value), repr(self.unit.code), self.bound.value, *extra])})"


_new: Final = object.__new__


def valid(
    value: Number,
    unit: Unit,
    bound: Bound = _EXACT,
    implied_high: Number | None = None,
    upper: Number | None = None,
    *,
    open_ends: tuple[bool, bool] = (False, False),
) -> Quantity:
    """Return the quantity of numbers that its maker knows to be valid: nothing is checked.

    Example:
        >>> valid(Decimal(3), unit("day")), valid(Decimal(3), unit("day"), upper=Decimal(5))
        (Quantity(3, 'day', exact), Quantity(3, 'day', exact, upper=5))
    """
    made = _new(Draft)
    made.value, made.unit, made.bound = value, unit, bound
    made.upper, made.implied_high, (made.lower_open, made.upper_open) = upper, implied_high, open_ends
    made.__class__ = Quantity
    return made  # type: ignore[return-value]  # closed by the line before


def restored(
    value: str,
    code: str | Unit,
    bound: str = "exact",
    upper: str | None = None,
    implied_high: str | None = None,
    lower_open: bool = False,  # noqa: FBT001, FBT002 (a pickle holds no names)
    upper_open: bool = False,  # noqa: FBT001, FBT002
) -> Quantity:
    """Return the quantity of ``parts_of``.

    Raises:
        UnknownValueError: No unit has this code.
    """
    here = unit(code) if isinstance(code, str) else code
    if upper is None and implied_high is None:
        return valid(_number(value), here, _BOUNDS[bound])
    return Quantity(
        _number(value),
        here,
        _BOUNDS[bound],
        upper=None if upper is None else _number(upper),
        implied_high=None if implied_high is None else _number(implied_high),
        lower_open=lower_open,
        upper_open=upper_open,
    )


def _number(text: str) -> Number:
    return Fraction(text) if "/" in text else Decimal(text)


_BOUNDS: Final = {bound.value: bound for bound in Bound}


def of_claim(claim: Claim, into: Unit) -> Quantity:
    """Return the quantity that makes a claim in a unit.

    Example:
        >>> str(of_claim(Claim(Fraction(5), Bound.UNDER), unit("day")))
        '不足5天'
    """
    return Quantity(
        exact(claim.value),
        into,
        claim.bound,
        upper=None if claim.upper is None else exact(claim.upper),
        upper_open=claim.upper_open,
        implied_high=None if claim.implied_high is None else exact(claim.implied_high),
        lower_open=claim.lower_open,
    )


def _point(number: Number | int | Quantity, into: Unit) -> Number | int:
    if isinstance(number, Quantity):
        if number.bound is not _EXACT or number.upper is not None:
            raise BoundError(str(number), "one number")
        return number.to(into).value
    if isinstance(number, bool) or not isinstance(number, int | Decimal | Fraction):
        raise TypeError(f"expected an int, a Decimal, a Fraction or a Quantity, got {number!r}")
    return finite(number)
