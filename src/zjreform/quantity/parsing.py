"""Reading figure strings: the grammar that joins numerals, units and bounds.

A figure is one claim, or two that close a range (三年以上十年以下). A claim is: bound words, currency, sign, a side or a range
of two sides, bound words. A side is a numeral with its unit, perhaps a half (一年半) or smaller units (2年3个月). Everything
works on folded text from left to right, each part at most twice; what could be read two ways is refused.
"""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from attrs import evolve

from zjreform.errors import ParseError
from zjreform.fold import fold
from zjreform.lazy import LazyPattern
from zjreform.quantity.bound_words import ByFirst, before_by_first, behind_by_first, ceilings
from zjreform.quantity.bounds import Bound, joined
from zjreform.quantity.numbers import Number, exact, plus
from zjreform.quantity.numeral_terms import ARABIC_DIGITS
from zjreform.quantity.numerals import BIG, STARTS, Form, Numeral, numeral_at
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.quick import quick_at
from zjreform.quantity.ranges import MINUS, behind_sign, negative, read_range, read_side
from zjreform.quantity.side import Refusal, Side, gap, is_money
from zjreform.quantity.special_sides import STOPS
from zjreform.quantity.units import Dimension, Unit, prefix_at, unit
from zjreform.words.edges import closes_word, opens_word
from zjreform.words.table import Role, words

NO_SENSES: Final[Mapping[str, Unit]] = MappingProxyType({})
_EXACT: Final = Bound.EXACT
_ABOUT: Final = Bound.ABOUT
_NEARLY: Final = Bound.NEARLY
_OVER: Final = Bound.OVER
_AT_LEAST: Final = Bound.AT_LEAST
_AT_MOST: Final = Bound.AT_MOST
_UNDER: Final = Bound.UNDER
_PLAIN: Final = Form.PLAIN
_MULTIPLIERS: Final = frozenset("百千万亿佰仟十")
"""What 上 stands before where it says at least."""
_NUMERAL_STARTS: Final = STARTS - {"数"} | {"好"}
"""First characters of what a claim bounds."""
_TO: Final = frozenset("至到")
"""Join two ends."""


def parse(text: str) -> Quantity:
    """Return the quantity that a figure string states.

    Args:
        text: The figure alone, with its bound words and unit: ``120余万次``, ``70%以上``, ``3至5个工作日``. Either script, any width; no
            blanks around it.

    Raises:
        ParseError: The text is no figure of the grammar, could be read in two ways, or is a date, an ordinal or an identifier.
        TypeError: It is no text.

    Example:
        >>> parse("近8成"), parse("5.4萬餘件")
        (Quantity(80, '%', nearly), Quantity(54000, '件', over, implied_high=55000))
        >>> parse("8个工作")
        Traceback (most recent call last):
        zjreform.errors.ParseError: expected the end of the figure at position 2 in '8个工作'
    """
    if not isinstance(text, str):
        raise TypeError(f"expected a figure string, got {text!r}")
    folded = fold(text)
    minus = folded[:1] == "负"
    numeral = numeral_at(folded, minus)
    if (
        numeral is not None
        and numeral.end == len(text)
        and numeral.form is _PLAIN
        and not numeral.bare
        and (numeral.value or not minus)
    ):
        return Quantity(numeral.value.copy_negate() if minus else numeral.value, unit(""))
    try:
        quantity, end = _figure(folded, 0, NO_SENSES, None if minus else numeral)
    except Refusal as refusal:
        raise ParseError(text, refusal.at, refusal.expected) from None
    if end != len(text):
        raise ParseError(text, end, "the end of the figure" if quantity.unit.code else "a unit")
    return quantity


def figure_at(text: str, at: int, senses: Mapping[str, Unit] = NO_SENSES) -> tuple[Quantity, int] | None:
    """Return the figure that starts at an offset of folded text and the offset behind it, or ``None`` if none starts there.

    Args:
        text: Folded text (``zjreform.fold``).
        at: Offset of the first character: a bound word, a currency, a sign or a numeral.
        senses: Units of letters whose sense the context tells (度, 里, 点, 分, 块, 月, 年).

    Example:
        >>> figure_at("累计120余万次,其中", 2)
        (Quantity(1200000, '次', over, implied_high=1300000), 8)
    """
    if at and text[at - 1] == "." and _begins_decimal(text, at):
        return None
    return quick_at(text, at, senses) or read_at(text, at, senses)


def read_at(text: str, at: int, senses: Mapping[str, Unit] = NO_SENSES) -> tuple[Quantity, int] | None:
    """Return the same by the whole grammar, without the short way.

    Example:
        >>> read_at("3年以上7年以下", 0) == quick_at("3年以上7年以下，", 0)
        True
    """
    try:
        return _figure(text, at, senses)
    except Refusal:
        return None


def _begins_decimal(text: str, at: int) -> bool:
    """Return whether digits behind a point are a decimal without its whole (.5), and no number behind an ellipsis or No."""
    before = text[max(at - 2, 0) : at - 1]
    return text[at : at + 1] in ARABIC_DIGITS and before != "." and not (before.isascii() and before.isalpha())


def _figure(text: str, at: int, senses: Mapping[str, Unit], numeral: Numeral | None = None) -> tuple[Quantity, int]:
    first, end = _claim(text, at, senses, numeral)
    if end < len(text) and first.upper is None and _may_go_on(text, first.bound, end):
        try:
            return _closed(text, first, end, senses, _opening(text, at)[1])
        except Refusal:
            pass
    return first, end


def _may_go_on(text: str, bound: Bound, at: int) -> bool:
    """Return whether a second claim could close a range: behind a lower end, or behind 至 and a bound word (50人至不足100人)."""
    if bound is _EXACT:
        return text[at] in _TO and text[at + 1 : at + 2] not in _NUMERAL_STARTS
    return bound is _AT_LEAST or bound is _OVER


def _closed(
    text: str, first: Quantity, at: int, senses: Mapping[str, Unit], currency: Unit | None
) -> tuple[Quantity, int]:
    """Return the range of two claims (A以上B以下, A以上不满B, A至不足B); a *currency* before the first holds for both."""
    at += len(next((joint for joint in words(Role.JOINT) if text.startswith(joint, at)), ""))
    start = gap(text, at)
    second, end = _claim(text, start, senses)
    if currency is not None and second.unit is unit("yuan"):
        second = evolve(second, unit=currency)
    if first.bound is _EXACT and (
        second.bound is not _UNDER or text[start] in _NUMERAL_STARTS or _carries(first, second)
    ):
        raise Refusal(at, "an upper end that is excluded")
    unlike = first.unit.base != second.unit.base and first.unit.code
    if second.upper is not None or unlike or (second.bound is not _AT_MOST and second.bound is not _UNDER):
        raise Refusal(at, "an upper end")
    low = first.to(second.unit).value if first.unit.code else first.value
    if not low < second.value:
        raise Refusal(at, "a higher upper end")
    lower_open, upper_open = first.bound is _OVER, second.bound is _UNDER
    return Quantity(low, second.unit, upper=second.value, lower_open=lower_open, upper_open=upper_open), end


def _carries(first: Quantity, second: Quantity) -> bool:
    """Return whether 万 of the second number could go with the first, too (1至不足3万元)."""
    return not first.unit.code and first.value < BIG["万"] <= second.value


def _claim(text: str, at: int, senses: Mapping[str, Unit], numeral: Numeral | None = None) -> tuple[Quantity, int]:
    """Read one claim; *numeral* is the one at the offset, if it has been read before."""
    within = text[at : at + 2] == _WITHIN
    before, currency, ceiling, start = _opening(text, at + 2 if within else at)
    if before is not _EXACT and "成" in text[start : start + _NEAR]:
        senses = {"成": unit("cheng"), **senses}  # a bound word makes 成 the unit, whatever follows (近三成为女性)
    if currency is not None and currency.dimension is Dimension.TEMPERATURE:
        senses = {"度": currency, "°": currency, **senses}
    side = _signed(text, at, start, currency, read_range(text, start, senses, numeral))
    if within and not side.is_range:
        raise Refusal(at, "two ends behind 介于")
    if currency is not None:
        _in_currency(side, currency, start)
    if ceiling and not is_money(side.unit):
        raise Refusal(at, "an amount of money behind 最高")
    if side.bound is not _EXACT:
        before = _nearest(before, side.bound, start)
    bound, step, end = _closing(text, side, before)
    if bound is _OVER and step is None and text.startswith("(隐含不足", end):
        step, end = _implied(text, side, end + 5)
    if side.bare and bound is _EXACT and not is_money(side.unit):
        raise Refusal(start, "a numeral with a coefficient or a bound word")
    if side.unit is None and side.form is Form.SPAN and _spans_one_digit(side):
        raise Refusal(side.end, "a unit")
    return _quantity(side, bound, step, start), end


def _signed(text: str, at: int, start: int, currency: Unit | None, side: Side) -> Side:
    """Return a side with the sign that stands before its currency, if one does (-¥640)."""
    if currency is None or text[at] not in MINUS:
        return side
    if text[start : start + 1] in MINUS:
        raise Refusal(start, "one sign")
    return negative(side, start)


_WITHIN: Final = "介于"
"""Opens a range of two ends."""


def _spans_one_digit(side: Side) -> bool:
    """Return whether two digits stand side by side at the end (三五, 十四五) or 几 alone, which without a unit may be a name or a word."""
    return side.upper is not None and Fraction(side.upper) - Fraction(side.value) < _ALL_TEENS


def _opening(text: str, at: int) -> tuple[Bound, Unit | None, bool, int]:
    """Return the bound of the words at an offset, the currency and whether it is 最高, and where the number starts."""
    bound, currency, ceiling = _EXACT, None, False
    signed = text[at : at + 1] in MINUS and at < len(text)
    if signed and (named := prefix_at(text, behind_sign(text, at))) is not None:
        currency, at = named[0], gap(text, named[1])
    while at < len(text) and text[at] not in _NUMERAL_STARTS:
        if (word := _word(before_by_first(), text, at)) is not None:
            if closes_word(text, at, word[0]):
                raise Refusal(at, "a figure (the letter closes another word)")
            bound, at = _nearest(bound, word[1], at), gap(text, at + len(word[0]))
        elif currency is None and (found := prefix_at(text, at)) is not None:
            currency, at = found[0], gap(text, found[1])
        elif text[at] == "上" and text[at + 1 : at + 2] in _MULTIPLIERS and not text.startswith("分之", at + 2):
            return _nearest(bound, _AT_LEAST, at), currency, ceiling, at + 1
        elif text.startswith(ceilings(), at):
            bound, ceiling, at = _AT_MOST, True, at + len(ceilings()[0])
        else:
            break
    return bound, currency, ceiling, at


def _word(words: ByFirst, text: str, at: int) -> tuple[str, Bound] | None:
    for word in words.get(text[at], ()):
        if text.startswith(word[0], at):
            return word
    return None


def _nearest(before: Bound, word: Bound, at: int) -> Bound:
    """Return the bound of two words before a number: the nearer one, unless either says about."""
    if before is _EXACT:
        return word
    bound = joined(word, before)
    if bound is None:
        raise Refusal(at, "bound words that agree")
    return bound


def _in_currency(side: Side, currency: Unit, at: int) -> None:
    if side.unit is None or side.unit is unit("yuan"):
        side.unit = currency
    elif side.unit.code in _PARTS_OF_YUAN and currency.dimension is Dimension.MONEY:
        factor = _PARTS_OF_YUAN[side.unit.code]
        side.value = exact(Fraction(side.value) * factor)
        side.step = None if side.step is None else exact(Fraction(side.step) * factor)
        side.upper = None if side.upper is None else exact(Fraction(side.upper) * factor)
        side.unit = currency
    if side.unit is not currency:
        raise Refusal(at, f"an amount in {currency.zh}")


_PARTS_OF_YUAN: Final = {"jiao": Fraction(1, 10), "fen": Fraction(1, 100), "分": Fraction(1, 100)}
"""By code of a smaller unit that stands alone behind a currency (人民币伍角): how much of it that is."""


def _closing(text: str, side: Side, before: Bound) -> tuple[Bound, Number | None, int]:
    """Return the bound with the words behind the number, the step of 多 and 余, and the offset behind all."""
    after = _OF_FORM.get(side.form, _EXACT)
    step, end, direct = (side.step if after is _OVER else None), side.end, side.unit is not None
    strict = False
    while end < len(text):
        at = gap(text, end)
        word = _word(behind_by_first(), text, at) if at < len(text) else None
        bracketed = word is None and text[at : at + 1] == "("
        remark = _remark(text, at, side, bounded=after is not _EXACT or before is not _EXACT) if bracketed else None
        if word is not None:
            follows = joined(after, word[1]) if not opens_word(text, at) else None
            if follows is None or (word[0] in _MORE and (side.is_range or not (direct and after is _EXACT))):
                break
            if word[0] in _MORE and _goes_with_noun(text, side, at + len(word[0])):
                break
            step = side.step if word[0] in _MORE else step
            after, end, direct = follows, at + len(word[0]), False
        elif remark is not None:
            strict, end = remark
        elif side.is_range and (text.startswith("不等", at) or text.startswith("之间", at)):
            end = at + 2
        elif is_money(side.unit) and _closes_amount(text, end):
            end += 1
        else:
            break
    bound = joined(before, after)
    if strict and bound is not None:
        bound = _STRICT.get(bound, bound)
    if bound is None or (bound is _NEARLY and side.upper is not None):
        raise Refusal(side.end, "bound words that agree")
    return bound, step, end


def _goes_with_noun(text: str, side: Side, at: int) -> bool:
    """Return whether 多 or 余 behind a classifier begins what it counts (5座多层厂房): over five of them would be 5多座, if at all."""
    counted = side.unit is not None and side.unit.dimension is Dimension.COUNT
    return counted and "㐀" <= text[at : at + 1] <= "鿿" and text[at] not in _OVER_ENDS


_OVER_ENDS: Final = frozenset("的了以左上")
"""What can stand behind 多 of an amount."""


def _closes_amount(text: str, at: int) -> bool:
    """Return whether 整 or 正 behind an amount says that it is whole (叁仟元整), and does not begin a word (100万元整治)."""
    return text[at] in _WHOLE and (at + 1 == len(text) or text[at + 1] in STOPS)


_WHOLE: Final = frozenset("整正")
"""Close an amount of money."""


def _implied(text: str, side: Side, at: int) -> tuple[Number, int]:
    """Read the implied upper end as the canonical spelling names it where no digit does."""
    high = read_side(text, at, NO_SENSES)
    if high.unit is not side.unit or high.form or text[high.end : high.end + 1] != ")" or not high.value > side.value:
        raise Refusal(at, "an upper end in the same unit, and a bracket")
    return exact(Fraction(high.value) - Fraction(side.value)), high.end + 1


_OF_FORM: Final = {Form.OVER: _OVER, Form.AROUND: _ABOUT, Form.SPAN: _ABOUT}
_MORE: Final = frozenset({"多", "余", "有余"})
"""Bound words with an end that the number does not reach."""
_STRICT: Final = {_AT_LEAST: _OVER, _AT_MOST: _UNDER}


def _remark(text: str, at: int, side: Side, *, bounded: bool) -> tuple[bool, int] | None:
    """Return whether a remark （不含10万元） excludes the number, and the offset behind it; ``None`` if there is none that fits."""
    match = _REMARK.match(text, at)
    if match is None:
        return None
    end = match.end()
    behind = _word(behind_by_first(), text, end) if end < len(text) else None
    if not bounded and (behind is None or behind[0] not in _BOUNDARY):
        return None
    if match[2]:
        same = read_side(text, match.start(2), NO_SENSES)
        if (
            same.value != side.value
            or same.end != match.end(2)
            or (same.unit is not None and same.unit is not side.unit)
        ):
            raise Refusal(match.start(2), "the number that the remark is about")
    return bool(match[1]), end


_REMARK: Final = LazyPattern(r"\((不?+)含(?:本数)?+([^()]{0,40}+)\)")
"""A remark that says whether the number is included."""
_BOUNDARY: Final = frozenset({"以上", "以下", "及以上", "及以下"})
"""Bound words that a remark can turn."""


_NEAR: Final = 8
_ALL_TEENS: Final = 8  # from 11 to 19, what 十几 spans


def _quantity(side: Side, bound: Bound, step: Number | None, start: int) -> Quantity:
    value, upper, into = side.value, side.upper, side.unit or unit("")
    implied: Number | None = plus(value, step) if step is not None and bound is _OVER and upper is None else None
    if into.dimension is Dimension.PERCENT and into.code != "%":
        factor, into = into.factor, unit("%")
        value = exact(Fraction(value) * factor)
        upper = None if upper is None else exact(Fraction(upper) * factor)
        implied = None if implied is None else exact(Fraction(implied) * factor)
    try:
        if upper is None:
            return Quantity(value, into, bound, implied_high=implied)
        return Quantity(value, into, bound, upper=upper, lower_open=side.lower_open, upper_open=side.upper_open)
    except ValueError as error:
        raise Refusal(start, f"a number that is valid ({error})") from None
