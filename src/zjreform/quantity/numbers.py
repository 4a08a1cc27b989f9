"""Exact numbers: ``Decimal``, or ``Fraction`` where the decimal does not end.

No function here depends on the decimal context of the caller: decimals are built from text or integers, and all arithmetic is done in
``Fraction``. A number has at most 38 digits; past that a numeral is an identifier.
"""

import sys
from decimal import Decimal
from fractions import Fraction

from zjreform.lazy import LazyPattern

Number = Decimal | Fraction
"""A number as a quantity holds it."""

MOST_DIGITS = 38
"""Digits, before and after the point together, that a number may have."""

_CANONICAL = LazyPattern(r"(-?+)(0|[1-9][0-9]*+)(?:\.([0-9]*[1-9])|/([1-9][0-9]*+))?\Z")


def decimal_of(digits: int, places: int = 0) -> Decimal:
    """Return ``digits`` × 10⁻ᵖˡᵃᶜᵉˢ without trailing zeros after the point.

    Example:
        >>> decimal_of(6884, 2), decimal_of(3500, 1)
        (Decimal('68.84'), Decimal('350'))
    """
    while places > 0 and not digits % 10:
        digits //= 10
        places -= 1
    if not places:
        return Decimal(digits)
    return Decimal(f"{digits}E-{places}")


def exact(number: Fraction) -> Number:
    """Return the number as ``Decimal`` if its decimal ends, else unchanged.

    Example:
        >>> exact(Fraction(1, 8)), exact(Fraction(1, 3))
        (Decimal('0.125'), Fraction(1, 3))
    """
    rest, twos, fives = number.denominator, 0, 0
    if rest == 1:
        return Decimal(number.numerator)
    while not rest % 2:
        rest, twos = rest // 2, twos + 1
    while not rest % 5:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return number
    places = max(twos, fives)
    return decimal_of(number.numerator * 10**places // number.denominator, places)


def plus(first: Number, second: Number) -> Number:
    """Return the exact sum.

    Example:
        >>> plus(Decimal("0.1"), Decimal("0.2")), plus(Fraction(1, 3), Fraction(2, 3))
        (Decimal('0.3'), Decimal('1'))
    """
    if type(first) is type(second) is Decimal and first == (left := int(first)) and second == (right := int(second)):
        return Decimal(left + right)
    return exact(Fraction(first) + Fraction(second))


_PRIME = sys.hash_info.modulus


def product_hash(number: Number, factor: Fraction, factor_hash: int) -> int:
    """Return the hash of a number times a factor without multiplying them: Python hashes numbers by their remainder of one prime.

    Example:
        >>> third = Fraction(1, 3)
        >>> product_hash(Decimal("1.5"), third, hash(third)) == hash(Fraction("1.5") * third)
        True
    """
    here = hash(number)
    if here == _AMBIGUOUS or type(number) is not Decimal:
        return hash(Fraction(number) * factor)
    product = here * factor_hash
    return hash(product % _PRIME if product >= 0 else -(-product % _PRIME))


_AMBIGUOUS = -2
"""Hash of −1 and of −2 alike."""


def is_short(number: Number) -> bool:
    """Return whether the number keeps within 38 digits (a fraction: above and below the stroke each).

    Example:
        >>> is_short(Decimal("68.84")), is_short(Decimal("1E+3000000"))
        (True, False)
    """
    if isinstance(
        number, Decimal
    ):  # asked first: a Fraction's class is abstract, and asking it costs several times as much
        text = str(number)
        if len(text) <= MOST_DIGITS and "E" not in text and number.is_finite():
            return True
        digits, exponent = number.as_tuple().digits, number.as_tuple().exponent
        return isinstance(exponent, int) and max(len(digits), len(digits) + exponent, -exponent) <= MOST_DIGITS
    limit: int = 10**MOST_DIGITS
    return abs(number.numerator) < limit and number.denominator < limit


def number_text(number: Number) -> str:
    """Return the one canonical text of a number: plain digits, no trailing zeros, a stroke for a fraction.

    Example:
        >>> number_text(Decimal("1.2E6")), number_text(Decimal("12.50")), number_text(Fraction(1, 3))
        ('1200000', '12.5', '1/3')
    """
    if not isinstance(number, Decimal):  # asking for a Fraction, whose class is abstract, costs several times as much
        return str(number)
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def read_number(text: str) -> Number:
    """Return the number of a canonical text, and refuse any other text.

    Raises:
        ValueError: The text is not what ``number_text`` would write.

    Example:
        >>> read_number("12.5"), read_number("1/3")
        (Decimal('12.5'), Fraction(1, 3))
    """
    match = _CANONICAL.match(text, 0) if len(text) <= 2 * MOST_DIGITS + 2 else None
    number: Number | None = None
    if match:
        number = exact(Fraction(text)) if match[4] else Decimal(text)
    if number is None or number_text(number) != text or not is_short(number):
        raise ValueError(f"expected a number such as '12.5' or '1/3', got {text!r}")
    return number


def is_factor(value: object) -> bool:
    """Return whether a quantity can be multiplied by a value exactly: by a whole number, a decimal or a fraction.

    Example:
        >>> is_factor(3), is_factor(0.5), is_factor(True)
        (True, False, False)
    """
    return isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool)


def finite(number: int | Decimal | Fraction) -> int | Decimal | Fraction:
    """Return a number, or raise if it is NaN or infinite, with which no claim can be compared or multiplied.

    Raises:
        ValueError: It is not finite.

    Example:
        >>> finite(3)
        3
    """
    if isinstance(number, Decimal) and not number.is_finite():
        raise ValueError(f"expected a finite number, got {number}")
    return number
