"""The short way of the grammar: figures that read one way whatever stands around them are put together without trying every rule.

A numeral with its unit, perhaps a bound word on one side, two of them with a joint, 以上…以下, or 分之: most that running text leaves
to the grammar. Whatever could go on, or could be read by another rule, is left to the grammar, which would read all of these the
same; a test holds that. Works on folded text.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.quantity.bound_words import ByFirst, before_by_first, behind_by_first
from zjreform.quantity.bounds import Bound
from zjreform.quantity.numbers import Number, exact, plus
from zjreform.quantity.numerals import DIGITS, STARTS, Form, Numeral, numeral_at
from zjreform.quantity.quantities import Quantity, valid
from zjreform.quantity.rates import over_each, over_stroke
from zjreform.quantity.ratios import is_composed
from zjreform.quantity.side import gap
from zjreform.quantity.sides import UNHALVED
from zjreform.quantity.units import Dimension, Unit, prefix_at, prefixes, unit, unit_at
from zjreform.words.edges import closes_word, opens_word

Found = tuple[Quantity, int]
Senses = Mapping[str, Unit]
NO_SENSES: Final[Senses] = MappingProxyType({})
_EXACT: Final = Bound.EXACT
_ABOUT: Final = Bound.ABOUT
_NEARLY: Final = Bound.NEARLY
_OVER: Final = Bound.OVER
_AT_LEAST: Final = Bound.AT_LEAST
_AT_MOST: Final = Bound.AT_MOST
_UNDER: Final = Bound.UNDER
_PLAIN: Final = Form.PLAIN
_MORE: Final = Form.OVER
_NEAR: Final = 8
_LONGEST: Final = 24
"""Characters within which 成 makes a bounded number a share, and of a numeral beyond which the grammar reads."""
_JOINTS: Final = frozenset("至到—–-―─~〜−")
"""First characters of what joins two ends."""
_BETWEEN: Final = LazyPattern("至|到|——?+|––?+|--?+|―|─|~|〜|−")
"""Joins two ends."""
_BLANK: Final = frozenset(" \n")
_MAYBE: Final = frozenset("月伏折A")
"""First characters of spellings whose sense or number the grammar looks at more closely."""
GOES_ON: Final = STARTS | _JOINTS | frozenset("多余来半/每零又(（与和跟±正:：∶×·•・整")
"""What, behind a figure, may belong to it."""
BRACKETS: Final = frozenset("(（")
REMARKS: Final = "不含隐A"
"""First characters of what stands in brackets behind a figure and belongs to it: （含）, （不含10万元）, （隐含不足10）, dB(A)."""
_LOWER: Final = frozenset({_AT_LEAST, _OVER})
_RISING: Final = _LOWER | {_NEARLY}
_UPPER: Final = frozenset({_AT_MOST, _UNDER})
_ALONE: Final = frozenset("百千万亿")
"""Multipliers that alone are mostly no figure."""
_RANKS: Final = frozenset("百千佰仟")
"""Ranks that two ends can share."""
_HUNDREDS: Final = frozenset({100, 1000, 10000})


_MARKS: Final = frozenset({"多", "余", "有余"})
"""Bound words that leave an end open."""
_CLAIMS: Final = STARTS | frozenset("上最好正负±+零至到、且但并而 \n(（")
"""With what a second claim can begin, besides bound words and the signs of currencies."""


def quick_at(text: str, at: int, senses: Senses = NO_SENSES) -> Found | None:
    """Return the figure that starts at an offset and the offset behind it; ``None`` where only the grammar knows.

    Args:
        text: Folded text.
        at: Offset of its first character.
        senses: Units of letters whose sense the context tells.

    Example:
        >>> quick_at("不超过三十日，", 0), quick_at("3年以上7年以下有期", 0), quick_at("3月", 0)
        ((Quantity(30, 'day', at_most), 6), (Quantity(3, 'year', exact, upper=7), 8), None)
    """
    if text[at] == "半":
        return _half(text, at)
    bound, currency, start = _opening(text, at)
    numeral = _numeral(text, start) if start >= 0 else None
    if numeral is None:
        return None
    end = numeral.end
    if currency is not None:
        found = _unit(text, numeral, senses)
        return _closed(text, numeral, currency, found[1], bound) if found and found[0].code == "yuan" else None
    if text.startswith("分之", end):
        return _parts(text, numeral, bound)
    found = None if end < len(text) and text[end] in _JOINTS else _unit(text, numeral, senses)
    return _with(text, start, numeral, found, bound)


def _with(text: str, start: int, numeral: Numeral, found: tuple[Unit, int] | None, bound: Bound) -> Found | None:
    """Return the figure of a numeral with its unit or none, by what stands behind them."""
    into, end = found or (None, numeral.end)
    after = text[end : end + 1]
    if after in _JOINTS and after:
        return _to(text, numeral, into, end, bound)
    if into is None:
        return _bare(text, start, numeral, bound)
    if into.dimension is Dimension.DURATION and after in STARTS and after:
        return _compound(text, numeral, into, end, bound)
    return _closed(text, numeral, into, end, bound)


def _compound(text: str, whole: Numeral, above: Unit, at: int, bound: Bound) -> Found | None:
    """Return a time in two units (三年六个月), in the smaller one."""
    part = _upper(text, at)
    if (
        part is None
        or text[part[0].end] in _BLANK
        or whole.form
        or not _is_whole(whole)
        or not _is_whole(part[0])
        or part[1].base != above.base
    ):
        return None
    numeral, below, end = part
    under = Fraction(numeral.value) * below.factor
    if below.factor >= above.factor or under >= above.factor or text[end : end + 1] in GOES_ON:
        return None
    value = exact(Fraction(whole.value) * above.factor / below.factor + Fraction(numeral.value))
    behind = _suffix(text, end)
    if behind is None or _EXACT not in (behind[0], bound) or behind[0] in _LOWER:
        return None
    return valid(value, below, behind[0] if bound is _EXACT else bound), behind[1]


def _is_whole(numeral: Numeral) -> bool:
    return numeral.value == int(numeral.value) and numeral.multiplier == 1 and not numeral.bare


def _opening(text: str, at: int) -> tuple[Bound, Unit | None, int]:
    """Return the bound or the currency before a number and where the number starts; −1 where that takes a closer look."""
    if text[at] in STARTS:
        return _EXACT, None, at
    if text[at] == "上" and text[at + 1 : at + 2] in _ALONE and not text.startswith("分之", at + 2):
        return _AT_LEAST, None, at + 1 if at + 1 < len(text) else -1
    word = _word(before_by_first(), text, at)
    if word is None:
        found = prefix_at(text, at)
        if found is None or found[0].dimension is not Dimension.MONEY:
            return _EXACT, None, -1
        return _EXACT, found[0], found[1] if text[found[1] : found[1] + 1] in STARTS and found[1] < len(text) else -1
    if closes_word(text, at, word[0]):
        return _EXACT, None, -1
    start = at + len(word[0])
    sure = text[start : start + 1] in STARTS and "成" not in text[start : start + _NEAR]
    return word[1], None, start if sure and start < len(text) else -1


def _bare(text: str, at: int, numeral: Numeral, bound: Bound) -> Found | None:
    """Return a number without a unit, where what stands behind it can be none."""
    end = numeral.end
    after = text[end : end + 1]
    if numeral.form or numeral.bare:
        return None
    if after == "∶" and is_composed(text, at, end):
        return valid(numeral.value, unit(""), bound), end
    if not (after in _ENDS or ("㐀" <= after <= "鿿" and after not in _TELLING)):
        return None
    if after in GOES_ON or after in behind_by_first() or after in _SENSED or unit_at(text, end) is not None:
        return None
    if bound in _LOWER and _may_claim(text, end):
        return None
    return valid(numeral.value, unit(""), bound), end


_ENDS: Final = frozenset({"", *"，。；！？；”」》"})
_TELLING: Final = frozenset("分又负上下钱")
"""Characters that take the grammar."""
_SENSED: Final = frozenset("年月批本伏折成千")
"""First characters of units whose sense the context tells."""


def _half(text: str, at: int) -> Found | None:
    """Return half a unit (半年, 半小时)."""
    found = None if opens_word(text, at) else unit_at(text, at + 1)
    if found is None or found[0].dimension in UNHALVED or found[0].code in _COUNTS_HALVES:
        return None
    behind = _suffix(text, found[1])
    if behind is None or (behind[0] in _LOWER and _may_claim(text, behind[1])):
        return None
    return valid(Decimal("0.5"), found[0], behind[0]), behind[1]


_COUNTS_HALVES: Final = frozenset({"cheng", "个"})
"""Units that 半 adds to."""


def _word(words: ByFirst, text: str, at: int) -> tuple[str, Bound] | None:
    for word in words.get(text[at], ()) if at < len(text) else ():
        if text.startswith(word[0], at):
            return word
    return None


def _numeral(text: str, at: int) -> Numeral | None:
    """Return the numeral at an offset unless it, or the word that it begins, takes a closer look."""
    char = text[at]
    if char in DIGITS and (text[at + 1 : at + 2] == "半" or text[at + 2 : at + 3] == "折"):
        return None
    if char == "百" and text.startswith("分百", at + 1):
        return None
    found = numeral_at(text, at)
    return None if found is None or found.colloquial or found.end - at > _LONGEST else found


def _unit(text: str, numeral: Numeral, senses: Senses = NO_SENSES) -> tuple[Unit, int] | None:
    """Return the unit behind a numeral and the offset behind it; ``None`` for none, or one that takes a closer look."""
    at = gap(text, numeral.end)
    char = text[at : at + 1]
    if (char in _MAYBE and char not in senses) or text.startswith(("人民币", "千牛"), at):
        return None
    if char == "年" and numeral.run and numeral.value >= 1000 and "年" not in senses:  # noqa: PLR2004 (a date)
        return None
    found = unit_at(text, at, senses)
    if found is None or (char in _WHOLE and (text[at - 1] in _WHOLE[char] or numeral.value != int(numeral.value))):
        return None
    if char == "成" and "成" not in senses and opens_word(text, at):
        return None
    under = text[found[1] : found[1] + 1]
    if under == "/":
        return over_stroke(text, found[1] + 1, found[0], senses)
    return over_each(text, found[1], found[0], senses) if under == "每" else found


_WHOLE: Final = {"批": "一", "本": "", "分": "壹贰叁肆伍陆柒捌玖"}
"""By letter of a unit: what stands before it where it is none, besides decimals."""


def _closed(text: str, numeral: Numeral, into: Unit, end: int, bound: Bound) -> Found | None:
    """Return the figure of one number with what bounds it behind its unit."""
    form = numeral.form
    if form:
        bound = _BOTH.get((bound, form), _EXACT)
    behind = None if form and bound is _EXACT else _suffix(text, end)
    if behind is None or _EXACT not in (behind[0], bound):
        return None
    bound, end = (behind[0] if bound is _EXACT else bound), behind[1]
    if bound in _LOWER and _may_claim(text, end):
        return _range(text, numeral, into, end, bound) if bound is behind[0] and not form else None
    if bound is _EXACT and numeral.bare:
        return None
    implied = plus(numeral.value, numeral.step) if form is _MORE and numeral.step is not None else None
    return _made(numeral.value, into, bound, numeral.upper, implied), end


_BOTH: Final = {(_EXACT, form): _OVER if form is _MORE else _ABOUT for form in Form if form}
"""By the bound before a numeral and its form: what they say together; with a word before it the grammar decides."""


def _suffix(text: str, end: int) -> tuple[Bound, int] | None:
    """Return the bound behind a unit and the offset behind it; ``None`` where what follows may belong to the figure in another way."""
    char = text[end : end + 1]
    if char in behind_by_first():
        word = _word(behind_by_first(), text, end)
        if word is not None:
            if word[0] in _MARKS or opens_word(text, end):
                return None
            stop = end + len(word[0])
            after = text[stop : stop + 1]
            more = _word(behind_by_first(), text, stop) is not None or text.startswith(_BETWEEN_ENDS, stop)
            if after and (more or after in _BLANK or after in _WHOLE_ENDS or is_remark(text, stop)):
                return None
            return word[1], stop
    if (char in GOES_ON and char and (char not in BRACKETS or is_remark(text, end))) or text.startswith(
        _BETWEEN_ENDS, end
    ):
        return None
    after = text[end + 1 : end + 2]
    if char in _BLANK and (after in _AFTER_BLANK or after in behind_by_first()):
        return None
    return _EXACT, end


_WHOLE_ENDS: Final = frozenset("整正")
"""What can close an amount."""
_BETWEEN_ENDS: Final = ("不等", "之间")
"""Words behind a range."""
_AFTER_BLANK: Final = GOES_ON | _BLANK | frozenset("不之")
"""What can go on behind a blank."""


def is_remark(text: str, at: int) -> bool:
    """Return whether a bracket at an offset may belong to the figure before it.

    Example:
        >>> [is_remark("3年（含）", 2), is_remark("3台（辆）", 2), is_remark("3年，", 2)]
        [True, False, False]
    """
    return text[at : at + 1] in BRACKETS and at < len(text) and text[at + 1 : at + 2] in REMARKS


def _to(text: str, low: Numeral, into: Unit | None, end: int, bound: Bound) -> Found | None:
    """Return the range from one number to the next; the first may have the unit of the second."""
    joint = _BETWEEN.match(text, end)
    start = end if joint is None else joint.end()
    if joint is None or low.form or low.bare or bound in _RISING or text[start + 1 : start + 2] in _RANKS:
        return None
    second = _upper(text, start)
    if second is None or (into is not None and second[1] is not into):
        return None
    high, found, stop = second
    first = _carried(low, high) if into is None else low.value
    behind = _suffix(text, stop) if first is not None and first < high.value else None
    if first is None or behind is None or _EXACT not in (behind[0], bound):
        return None
    return _made(first, found, behind[0] if bound is _EXACT else bound, high.value), behind[1]


def _upper(text: str, at: int) -> tuple[Numeral, Unit, int] | None:
    """Return a plain number with its unit and the offset behind them."""
    high = _numeral(text, at) if text[at : at + 1] in STARTS and at < len(text) else None
    if high is None or high.form or high.bare or high.end == len(text):
        return None
    found = _unit(text, high)
    return None if found is None else (high, *found)


def _carried(low: Numeral, high: Numeral) -> Number | None:
    """Return the lower number with the multiplier of the upper one (10—15万), ``None`` where that could read two ways."""
    if high.multiplier == 1 or low.multiplier > 1:
        return low.value
    carried = Fraction(low.value) * high.multiplier
    return exact(carried) if carried < high.value else None


def _range(text: str, low: Numeral, into: Unit, at: int, bound: Bound) -> Found | None:
    """Return the range of two claims (三年以上七年以下)."""
    second = _upper(text, at)
    if second is None or second[1] is not into or not low.value < second[0].value:
        return None
    behind = _suffix(text, second[2])
    if behind is None or behind[0] not in _UPPER or into.dimension is Dimension.PERCENT:
        return None
    made = Quantity(low.value, into, upper=second[0].value, lower_open=bound is _OVER, upper_open=behind[0] is _UNDER)
    return made, behind[1]


def _parts(text: str, whole: Numeral, bound: Bound) -> Found | None:
    """Return the share of parts behind 分之, in %."""
    at = whole.end + 2
    if whole.form or whole.value <= 1 or whole.value != int(whole.value) or text[at : at + 1] not in STARTS:
        return None
    parts = _numeral(text, at) if at < len(text) else None
    if parts is None or parts.form or parts.bare or parts.end == len(text):
        return None
    if int(whole.value) not in _HUNDREDS and (unit_at(text, parts.end) is not None or text[parts.end] in _BLANK):
        return None
    value = exact(Fraction(parts.value) * Fraction(100, int(whole.value)))
    percent = unit("%")
    behind = _suffix(text, parts.end)
    if behind is None or _EXACT not in (behind[0], bound):
        return None
    bound = behind[0] if bound is _EXACT else bound
    if bound in _LOWER and _may_claim(text, behind[1]):
        return None
    return valid(value, percent, bound), behind[1]


def _made(
    value: Number, into: Unit, bound: Bound, upper: Number | None = None, implied: Number | None = None
) -> Quantity:
    """Return the quantity of numbers that are known to be valid, shares in %."""
    if into.dimension is Dimension.PERCENT and into.code != "%":
        factor, into = into.factor, unit("%")
        value = exact(Fraction(value) * factor)
        upper = None if upper is None else exact(Fraction(upper) * factor)
        implied = None if implied is None else exact(Fraction(implied) * factor)
    return valid(value, into, bound, implied) if upper is None else Quantity(value, into, bound, upper=upper)


def _may_claim(text: str, at: int) -> bool:
    """Return whether a second claim can begin at an offset, also behind 、 (30家以上、50家以下)."""
    char = text[at : at + 1]
    if char == "、":
        char = text[at + 1 : at + 2]
    return char in _claims() and char != ""


@cache
def _claims() -> frozenset[str]:
    """Return every character with which a second claim can begin."""
    return _CLAIMS | {*before_by_first(), *(spelling[0] for spelling in prefixes())}
