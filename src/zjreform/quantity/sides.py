"""Sides of a figure: a numeral with what stands behind it, such as a unit, a half, smaller units, or 分之.

Works on folded text. A side keeps what a range or a bound word needs to know of its numeral; nothing here looks at bound words.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import gcd
from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.quantity.numbers import exact
from zjreform.quantity.numerals import DIGITS, STARTS, Form, Numeral, numeral_at
from zjreform.quantity.rates import over_each, over_stroke
from zjreform.quantity.side import Refusal, Side, Torn, gap, of_numeral
from zjreform.quantity.spoken import TENTHS, centimetres, coins, hundredths, tenths
from zjreform.quantity.units import PARTS, Dimension, Unit, unit, unit_at
from zjreform.words.edges import opens_word

_PLAIN, _OVER = Form.PLAIN, Form.OVER
_GAPS = frozenset(" \n")
_HALF = Fraction(1, 2)
UNHALVED = frozenset({Dimension.PERCENT, Dimension.PERCENTAGE_POINT, Dimension.RANK, Dimension.NUMBER})
_COMPOUND = frozenset(
    {Dimension.DURATION, Dimension.WORKING_TIME, Dimension.MONEY, Dimension.AREA, Dimension.LENGTH, Dimension.MASS}
)
_TIME = frozenset({Dimension.DURATION, Dimension.WORKING_TIME})


def find_unit(text: str, side: Side, senses: Mapping[str, Unit]) -> None:
    """Read what stands behind the numeral: 分之, a stroke, or a unit with its half and smaller units.

    Raises:
        Refusal: The unit does not fit the numeral (3月 is a date).

    Example:
        >>> side = of_numeral(numeral_at("2年3个月", 0))
        >>> find_unit("2年3个月", side, {})
        >>> side.value, side.unit.code
        (Decimal('27'), 'month')
    """
    if text.startswith("分之", at := gap(text, side.end)):
        side.end = at
        _parts(text, side, len("分之"))
        return
    if text[side.end] == "分" and side.run is False and _SHORT_SHARE.match(text, side.end - 1):
        _parts(text, side, len("分"))
        return
    if text[side.end] == "又":
        _mixed(text, side)
    elif side.run and text[side.end] == "/" and side.upper is None:
        _stroke(text, side)
    at = gap(text, side.end)
    found = unit_at(text, at, senses)
    if found is None or (text[at] == "成" and "成" not in senses and opens_word(text, at)):
        return
    if side.colloquial:
        raise Refusal(at, "no unit behind a numeral whose last rank is left out")
    _refuse_lexical(text, side, at, found, senses)
    side.unit, side.end = found
    if side.unit.code == "分" and text[at - 1] in _FORMAL and "分" not in senses:
        side.unit = unit("fen")  # 柒分 is written on bills
    if side.end < len(text):
        _behind_unit(text, side, senses)


_FORMAL: Final = frozenset("壹贰叁肆伍陆柒捌玖")
"""Formal digits."""


def _refuse_lexical(text: str, side: Side, at: int, found: tuple[Unit, int], senses: Mapping[str, Unit]) -> None:
    surface = text[at : found[1]]
    if surface == "月" and "月" not in senses:
        raise Refusal(at, "个月 (N月 is a date)")
    if surface == "年" and side.run and side.value >= 1000 and "年" not in senses:  # noqa: PLR2004 (four digits and more)
        raise Refusal(at, "a duration (a four-digit 年 is a date)")
    if surface == "批" and text[at - 1] == "一" and side.value == 1:
        raise Refusal(at, "a number of batches (一批 names none)")
    if surface == "本" and side.value != int(side.value) and text[at - 1] != "半":
        raise Refusal(at, "a whole number of 本 (3.5本 begins another word)")
    if surface == "人民币" and side.run is False and text[at - 1] in _SURNAMED and at == side.end:
        raise Refusal(at, "an amount (a lone digit before 人民币 ends a name)")
    if surface == "A" and not (side.step == 1 and 1 <= side.value <= _HIGHEST_GRADE):
        raise Torn(at, "a grade of one A to five")
    if (surface == "伏" and text[at - 1] == "三") or (surface == "千牛" and text[at - 1] in DIGITS):
        raise Refusal(at, "a voltage or a force (三伏 are the dog days, 五千牛 may be cattle)")
    if surface == "折" and side.value > 10:  # noqa: PLR2004 (十折 is the full price)
        raise Refusal(at, "at most 十折")


_SURNAMED: Final = frozenset("一二三四五六七八九")
"""Digits that may end a name."""
_HIGHEST_GRADE = 5


def _behind_unit(text: str, side: Side, senses: Mapping[str, Unit]) -> None:
    char = text[side.end]
    if char in AMID and side.unit is unit("个"):
        read_amid(text, side)
    elif char in _PER and side.unit is not None:
        read = over_stroke if char == "/" else over_each
        side.unit, side.end = read(text, side.end + (char == "/"), side.unit, senses) or (side.unit, side.end)
    elif char == "半":
        _half(text, side)
        _half_coin(text, side)
    elif char in STARTS or char in _AND:
        _turned(text, side, senses)
    elif char in _COIN_MARKS:
        coins(text, side)


_PER = frozenset("/每")
"""Introduce a denominator."""
AMID = frozenset("多半余")
"""What can stand between 个 and a unit."""
_AND = frozenset("零又")
"""Join a unit and a smaller one."""
_TURNED: Final = {"分": "minute", "块": "yuan"}
"""By code of a unit: what it is with a smaller unit behind it (4分5秒, 5块5毛)."""
_COIN_MARKS = frozenset("多来")
"""What can stand between a coin and 钱."""


def read_amid(text: str, side: Side) -> None:
    """Read 3个多月, 3个半小时: 多, 余 or 半 between 个 and a unit that takes 个; and 四个半天, which are halves."""
    found = unit_at(text, side.end + 1)
    if (halves := _HALVES_EACH.match(text, side.end)) and side.form is _PLAIN and side.value:
        side.value, side.unit, side.end = exact(Fraction(side.value) / 2), unit(halves[1]), halves.end(1)
        side.step = None
        return
    if found is None and text.startswith("钟", side.end + 1):
        found = unit("hour"), side.end + len("半钟")
    whole = unit_at("个" + text[side.end + 1 : found[1]], 0) if found else None
    if found is None or whole is None or whole[0] is not found[0] or opens_word(text, side.end) or side.form:
        if text[side.end] == "半" and (found is None or found[0].dimension not in _TIME):
            _half(text, side)
        return  # 两个半天 are two halves of a day, not two days and a half
    if text[side.end] == "半":
        _half(text, side)
    else:
        side.form = _OVER
    side.unit, side.end = found


_HALVES_EACH = LazyPattern("半(天(?![然气津生下色])|年(?![度级报刊来龄终]))")
"""Halves of a unit that takes no 个 (四个半天 are two days)."""


def _half(text: str, side: Side) -> None:
    """Read 半 behind a unit: half of it more (一年半, 两倍半)."""
    whole = side.form is _PLAIN and side.step == 1 and not side.bare
    if side.unit is None or not whole or opens_word(text, side.end):
        return
    if side.unit.code == "分" and text.startswith("半钟", side.end):
        side.unit, side.end = unit("minute"), side.end + 1
    elif side.unit.dimension in _TIME and (after := unit_at(text, side.end + 1)) and after[0].dimension in _TIME:
        return  # 十天半月 is ten days or half a month
    if side.unit.dimension not in _HALVED and side.unit.code not in _HALVED_TOO:
        return
    side.value, side.step, side.end = exact(Fraction(side.value) + _HALF), None, side.end + 1


def _half_coin(text: str, side: Side) -> None:
    """Read 半 behind 块 as half a yuan (三块半), unless it goes with what follows (三块半成品)."""
    plain = side.form is _PLAIN and side.step == 1 and not side.bare
    if side.unit is None or side.unit.code != "块" or not plain or not _COIN_ENDS.match(text, side.end):
        return
    side.value, side.step, side.unit = exact(Fraction(side.value) + _HALF), None, unit("yuan")
    side.end += 1 + text.startswith("钱", side.end + 1)


_COIN_ENDS = LazyPattern("半(?:钱|\\Z|[，。；、,;)）！？ \n一])")
"""A half of a coin."""
_HALVED = _COMPOUND - {Dimension.MONEY} | {Dimension.MULTIPLE, Dimension.AGE, Dimension.TEMPERATURE}
_HALVED_TOO = frozenset({"cheng", "个"})
"""Counted units that 半 adds to."""


def _turned(text: str, side: Side, senses: Mapping[str, Unit]) -> None:
    """Read smaller units, where they may say what the first unit is."""
    single, end = side.unit, side.end
    _smaller(text, side, senses)
    if side.end > end or single is None or single.code not in _TURNED or single.zh in senses:
        return
    side.unit = unit(_TURNED[single.code])
    _smaller(text, side, senses)
    if side.end == end:
        side.unit = single


def _smaller(text: str, side: Side, senses: Mapping[str, Unit]) -> None:
    """Read smaller units behind the first: the sum is in the smallest unit for times, else in the main one."""
    if side.form or side.bare or side.step != 1 or side.unit is None:
        return
    if side.unit.code in TENTHS and tenths(text, side):
        return
    if text[side.end - 1] == "米" and side.unit.code == "m" and centimetres(text, side):
        return
    last = side.unit
    while last.dimension in _COMPOUND and side.end < len(text) and side.step == 1:
        if last.code == "second" and hundredths(text, side):
            return
        if last.code == "yuan" and text.startswith("零角", side.end):
            side.end, last = side.end + len("零角"), unit("jiao")
            continue
        part = _part(text, side.end + (text[side.end] in _AND), last, senses)
        if part is None or part.unit is None:
            return
        if last.dimension in _TIME:
            side.value = Fraction(side.value) * side.unit.factor / part.unit.factor + Fraction(part.value)
            side.unit = part.unit
        else:
            side.value = Fraction(side.value) + Fraction(part.value) * part.unit.factor / side.unit.factor
        side.value, side.end, side.step, last = exact(side.value), part.end, part.step, part.unit
    if last is not side.unit:
        side.step = None


_FILLED: Final = LazyPattern("0[0-9](?![0-9])")


def _part(text: str, at: int, above: Unit, senses: Mapping[str, Unit]) -> Side | None:
    """Read a numeral with a smaller unit of the same base, or return ``None``; of a time it may be filled up to two digits (04分)."""
    at += above.dimension in _TIME and _FILLED.match(text, at) is not None
    numeral = numeral_at(text, at)
    if numeral is None or numeral.form or numeral.colloquial or numeral.bare or numeral.end == len(text):
        return None
    part = of_numeral(numeral)
    if above.code in PARTS:
        letter, code = PARTS[above.code]
        senses = {**senses, letter: unit(code)}
    found = unit_at(text, part.end, senses)
    if (
        found is None
        or found[0].base != above.base
        or Fraction(part.value) * found[0].factor >= above.factor
        or found[0].factor >= above.factor
        or (text[part.end : found[1]] == "月" and "月" not in senses)
    ):
        return None
    part.unit, part.end = found
    return part


_SHORT_SHARE = LazyPattern(
    "(?:二分一|三分[一二]|四分[一三]|五分[一二三四]|六分[一五]|七分[一二三四五六]|八分[一三五七]|九分[一二四五七八]|十分[一三七九])"
    "(?![〇零一二三四五六七八九十百千万点两0-9秒分厘毫个名次只种等场球])"
)
"""A share without 之, as Hong Kong writes it (四分三)."""
_OPENERS = LazyPattern(
    "[一二三四五六七八九](?=手房|手车|手烟|胎|孩|线|级|代|产|甲|农|期|类|本|等|流|战|星级|维|保[户供]|好学|好农|把手)"
)
"""A digit that begins the next word (十分之一二手房)."""


def _share(text: str, at: int) -> Numeral | None:
    """Return the numeral behind 分之, without a last digit that begins the next word."""
    run = _HAN_RUN.match(text, at)
    if run is not None and len(run[0]) > 1 and _OPENERS.match(text, run.end() - 1):
        return numeral_at(text[: run.end() - 1], at)
    return numeral_at(text, at)


_HAN_RUN = LazyPattern("[一二三四五六七八九十]{2,3}")
"""Digits side by side."""


def _parts(text: str, side: Side, size: int) -> None:
    """Read 分之, or 分 alone, and the parts: a share in %, or a fraction of a unit (三分之一天)."""
    whole = int(side.value) if side.step is not None and side.step >= 1 else 0
    minus = text.startswith("负", side.end + size)
    at = side.end + size + minus
    numeral = _share(text, gap(text, at)) if at < len(text) else None
    if (
        numeral is None
        or numeral.colloquial
        or (numeral.bare and numeral.value > whole)
        or (minus and (numeral.form or not numeral.value))
        or side.form
        or side.colloquial
        or whole <= 1
    ):
        raise Refusal(side.end, "a whole number before 分之 and a numeral behind it")
    parts = of_numeral(numeral)
    found = unit_at(text, parts.end) if whole not in _HUNDREDS and parts.form is _PLAIN else None
    if parts.upper is not None and parts.upper > whole:
        raise Refusal(side.end + size, "parts that the whole can hold")
    scale, into, end = Fraction(100, whole), unit("%"), parts.end
    if found is not None and _is_parted(text, *found):
        scale, into, end = Fraction(1, whole), *found
    side.value, side.upper, side.form = exact(Fraction(parts.value) * scale), parts.upper, parts.form
    if side.upper is not None:
        side.upper = exact(Fraction(side.upper) * scale)
    side.step = None if parts.step is None or whole not in _HUNDREDS else exact(Fraction(parts.step) * scale)
    side.unit, side.end, side.part, side.multiplier, side.bare, side.run = (
        into,
        end,
        Fraction(1, whole),
        1,
        False,
        False,
    )
    if minus:
        side.value, side.step = exact(-Fraction(side.value)), None


def _is_parted(text: str, found: Unit, end: int) -> bool:
    """Return whether a unit behind 分之 is what is parted (四分之一升), and no word that the share stands before (三分之二升级)."""
    if found.dimension in _COMPOUND:
        return True
    follows = text[end : end + 1]
    if follows and follows in _OPENING.get(text[end - 1], ""):
        return False
    return found.dimension in _MEASURED or found.code in _CONTAINERS


_MEASURED = frozenset({Dimension.VOLUME, Dimension.ENERGY, Dimension.DATA})
_CONTAINERS = frozenset("箱袋瓶桶盒罐杯")
"""What can be parted."""
_OPENING: Final = {
    "升": "至到为级高入温降值学",
    "箱": "包体",
    "瓶": "装颈",
    **dict.fromkeys("袋桶盒罐", "装"),
    "焦": "虑点",
}
"""By letter: what follows it when it opens another word."""
_HUNDREDS = frozenset({100, 1000, 10000})


def _mixed(text: str, side: Side) -> None:
    """Read 又 and a share below one behind a whole number (一又二分之一, 2又3分之1小时, 2又1/3小时)."""
    whole = numeral_at(text, side.end + 1)
    parts = None
    if whole is not None and text.startswith("分之", whole.end):
        parts = numeral_at(text, whole.end + 2)
    elif whole is not None and whole.run and text.startswith("/", whole.end):
        whole, parts = numeral_at(text, whole.end + 1), whole
    if whole is None or parts is None or side.form or whole.form or parts.form or side.step != 1:
        return
    if 0 < parts.value < whole.value and not (side.bare or side.colloquial or parts.colloquial):
        share = Fraction(parts.value) / Fraction(whole.value)
        side.value, side.end, side.step = exact(Fraction(side.value) + share), max(whole.end, parts.end), None
        side.run = False


def _stroke(text: str, side: Side) -> None:
    """Read a/b in lowest terms; a/b that could be a date or a document number is left unread."""
    numeral = numeral_at(text, side.end + 1)
    if numeral is None or not numeral.run or numeral.value <= 1 or gcd(int(side.value), int(numeral.value)) != 1:
        return
    fraction = Fraction(int(side.value), int(numeral.value))
    if fraction < 1 or isinstance(exact(fraction), Fraction):
        side.value, side.end, side.step, side.run = exact(fraction), numeral.end, None, False
