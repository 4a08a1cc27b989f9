"""Sides of a figure that are no plain numeral: halves, shares of a price, doublings, ranks, amounts behind their currency.

Works on folded text, as ``sides``.
"""

from collections.abc import Mapping
from decimal import Decimal

from zjreform.lazy import LazyPattern
from zjreform.quantity.bound_words import bounds_before
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import Number
from zjreform.quantity.numerals import DIGITS, Form, numeral_at
from zjreform.quantity.side import Refusal, Side, of_numeral
from zjreform.quantity.sides import AMID, UNHALVED, find_unit, read_amid
from zjreform.quantity.units import Unit, prefix_at, unit, unit_at
from zjreform.words.edges import opens_word

_DOUBLINGS = LazyPattern("翻了?+(将近|接近|近|约|超过|超|逾|不到)?")
"""翻 and a bound word."""
_HALVES = {"一半": ("%", 50), "半数": ("%", 50), "减半": ("×", 0), "折半": ("×", 0), "对折": ("×", 0), "半价": ("×", 0)}
"""By word: the unit and the part."""


def special_side(text: str, at: int, senses: Mapping[str, Unit]) -> Side | None:
    """Return a side that is no plain numeral (半, 一半, 减半, 翻两番, 第52位, 八五折, 百分百, ¥100), or ``None`` if none starts here.

    Raises:
        Refusal: One starts here and goes wrong, such as an ordinal that only numbers.

    Example:
        >>> special_side("翻两番", 0, {}).value
        Decimal('4')
    """
    char = text[at]
    if text[at : at + 2] in _HALVES:
        code, value = _HALVES[text[at : at + 2]]
        return _fixed(Decimal(value) if value else Decimal("0.5"), code, at + 2)
    if text[at + 2 : at + 3] == "折" and char in DIGITS and text[at + 1] in DIGITS:
        return _discount(text, at)
    if text.startswith("百分百", at):
        return _fixed(Decimal(100), "%", at + 3)
    if char == "第":
        return _rank(text, at + 1)
    if char == "翻":
        return _doubled(text, at)
    return (_halved if char == "半" else _in_currency)(text, at, senses)


_CURRENCIES = frozenset("¥€£₩ABCDEGHIJKMNPRSTUVZ")
"""Characters that a currency written in letters or as a sign begins with."""
SPECIAL = frozenset({*DIGITS, *"半减折对百第翻"}) | _CURRENCIES
"""Characters that one can begin with."""


def _in_currency(text: str, at: int, senses: Mapping[str, Unit]) -> Side | None:
    """Read the upper end of a range whose currency is written at both ends (¥50～¥100)."""
    found = prefix_at(text, at)
    numeral = None if found is None else numeral_at(text, found[1])
    if found is None or numeral is None:
        return None
    side = of_numeral(numeral)
    if side.end < len(text):
        find_unit(text, side, senses)
    if side.unit is None or side.unit is unit("yuan"):
        side.unit = found[0]
    if side.unit is not found[0]:
        raise Refusal(at, f"an amount in {found[0].zh}")
    return side


def _fixed(value: Number, code: str, end: int) -> Side:
    side = Side(value, end)
    side.unit, side.step = unit(code), None
    return side


def _discount(text: str, at: int) -> Side:
    """Read 八五折 (85 %) or 七八折 (70 to 80 %)."""
    first, second = DIGITS[text[at]], DIGITS[text[at + 1]]
    if (first, second) == (3, 5):
        raise Refusal(at, "a share that reads one way (三五折: 35 %, or 30 to 50 %)")
    if second != first + 1:
        return _fixed(Decimal(first * 10 + second), "%", at + 3)
    side = _fixed(Decimal(first * 10), "%", at + 3)
    side.form, side.upper = Form.SPAN, Decimal(second * 10)
    return side


def _rank(text: str, at: int) -> Side:
    numeral = numeral_at(text, at)
    if numeral is None or numeral.form or numeral.colloquial or numeral.bare or not numeral.value > 0:
        raise Refusal(at, "a plain number behind 第")
    named = text[numeral.end : numeral.end + 1] in _PLACES
    end = numeral.end + (named and numeral.end < len(text))
    if end == numeral.end < len(text) and text[end] not in STOPS:
        raise Refusal(end, "位 or 名 (an ordinal that only numbers is no quantity)")
    return _fixed(numeral.value, "rank", end)


_PLACES = frozenset("位名")
"""Units of ranks."""
STOPS = frozenset("，。；、,;:：)）”\"'》 \n以至到-—~")
"""What can stand behind a number that is closed."""


def _doubled(text: str, at: int) -> Side:
    """Read 翻n番, perhaps with a bound word inside (翻近两番): the result is 2ⁿ times the base."""
    match = _DOUBLINGS.match(text, at)
    start, word = (match.end(), match[1]) if match else (at + 1, None)
    numeral = numeral_at(text, start)
    times, end = (numeral.value, numeral.end) if numeral and not numeral.form else (Decimal(1), start)
    if text[end : end + 1] != "番" or times not in _TIMES:
        raise Refusal(end, "番")
    side = _fixed(Decimal(2 ** int(times)), "×", end + 1)
    side.step, side.bound = side.value, bounds_before()[word] if word else Bound.EXACT
    return side


_TIMES = frozenset(range(1, 11))


def _halved(text: str, at: int, senses: Mapping[str, Unit]) -> Side:
    """Read 半 with a unit (半年), or alone as 50 % where a bound word makes it a share (过半)."""
    if opens_word(text, at):
        raise Refusal(at, "a numeral (半 opens another word)")
    found = unit_at(text, at + 1, senses)
    if found is not None and found[0].code == "cheng" and not opens_word(text, at + 1):
        return _fixed(Decimal(5), "%", found[1])
    if found is None or found[0].dimension in UNHALVED:
        side = _fixed(Decimal(50), "%", at + 1)
        side.bare = True
        return side
    side = _fixed(Decimal("0.5"), "×", found[1])
    side.unit, _ = found
    if found[0] is unit("个") and text[side.end : side.end + 1] in AMID:
        read_amid(text, side)
    return side
