"""Units: the table ``data/units.csv`` and what it says of each.

A unit converts only within its *base*; each classifier is a base of its own. The table is read at first use. A rate (元/平方米,
元/人·天) is composed of units when it is met. Ambiguous letters (度, bare 里) are in no alias; a caller who knows the sense names it.
"""

import csv
import threading
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import prod
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from attrs import evolve, field, fields, frozen

from zjreform.alike import close_to
from zjreform.code import Code
from zjreform.errors import UnknownValueError
from zjreform.fold import fold
from zjreform.resources import read_text
from zjreform.words.edges import goes_on
from zjreform.words.table import Role, words


class Dimension(Code):
    """What kind of thing a quantity measures.

    Example:
        >>> Dimension("working_time") is Dimension.WORKING_TIME
        True
    """

    DURATION = "duration", "时长", "duration", "Time by the clock or the calendar."
    WORKING_TIME = (
        "working_time",
        "工作时间",
        "working time",
        "Working days, or working hours on a base of their own.",
    )
    PERCENT = "percent", "百分比", "per cent", "A share of a whole, in %."
    PERCENTAGE_POINT = "percentage_point", "百分点", "percentage points", "A difference of two shares."
    COUNT = "count", "计数", "count", "How many of what the classifier counts; each classifier is a base of its own."
    NUMBER = "number", "数", "number", "A bare number."
    MONEY = "money", "金额", "money", "An amount of money; each currency is a base of its own."
    AREA = "area", "面积", "area", "A surface."
    LENGTH = "length", "长度", "length", "A distance."
    MASS = "mass", "质量", "mass", "A mass, 重量 in everyday words."
    VOLUME = "volume", "体积", "volume", "A volume."
    POWER = "power", "功率", "power", "Energy in a unit of time."
    ENERGY = "energy", "能量", "energy", "Energy, also as heat or as coal equivalent."
    TEMPERATURE = "temperature", "温度", "temperature", "A temperature."
    MULTIPLE = "multiple", "倍数", "multiple", "How many times as much."
    RATIO = "ratio", "比", "ratio", "One number against another (3∶2)."
    RATE = "rate", "比率", "rate", "A quantity for each of another (元/人)."
    SCORE = "score", "分数", "score", "Points of a rating."
    TRANSPORT = "transport", "运输量", "transport volume", "Passengers or goods times the distance they are carried."
    AGE = "age", "年龄", "age", "Years of age."
    RANK = "rank", "名次", "rank", "A place in an order that somebody holds (全国第52位)."
    GRADE = "grade", "等级", "grade", "A step on a named scale (5级)."
    VOLTAGE = "voltage", "电压", "voltage", "An electric voltage."
    PRESSURE = "pressure", "压力", "pressure", "Force on a surface."
    FORCE = "force", "力", "force", "A force."
    FREQUENCY = "frequency", "频率", "frequency", "Cycles in a unit of time."
    SOUND_LEVEL = "sound_level", "声级", "sound level", "A level of sound in decibels."
    DATA = "data", "数据量", "amount of data", "An amount of data in bits or bytes."


@frozen
class Unit:
    """A unit that figures are stated in.

    Attributes:
        code: Stable key: ASCII for linear units (``"day"``, ``"m2"``), the characters themselves for classifiers (``"件"``), empty for
            a bare number.
        zh: The usual spelling behind a number, Simplified.
        en: English name of one unit.
        aliases: Other spellings, folded; none is shared by two units.
        dimension: What it measures.
        base: Key of the family within which it converts.
        factor: How many base units it is, exactly.
        zh_hant: The usual spelling, Traditional.
        en_plural: English name of several units.
        prefixes: Spellings before a number (``HK$``).

    Example:
        >>> unit("亩").code, unit("mu").factor
        ('mu', Fraction(2000, 3))
    """

    code: str
    zh: str = field(eq=False)
    en: str = field(eq=False)
    aliases: tuple[str, ...] = field(eq=False)
    dimension: Dimension = field(eq=False)
    base: str
    factor: Fraction
    zh_hant: str = field(eq=False)
    en_plural: str = field(eq=False)
    prefixes: tuple[str, ...] = field(default=(), eq=False)
    factor_hash: int = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "factor_hash", hash(self.factor))

    def __reduce__(self) -> tuple[Any, ...]:
        if known(self):
            return unit, (self.code,)
        shown = (each for each in fields(Unit) if each.init)
        return Unit, tuple(getattr(self, each.name) for each in shown)


Spellings = Mapping[str, tuple[tuple[str, Unit], ...]]
"""By first two characters, or the only one: spellings, the longest first, each with its unit."""


class _Tables(NamedTuple):
    by_code: Mapping[str, Unit]
    by_alias: Mapping[str, Unit]
    spellings: Spellings
    prefixes: Spellings


_LOCK = threading.Lock()
_loaded: dict[str, _Tables] = {}
_rates: dict[str, Unit] = {}

DOTS: Final = "·•・"
"""Characters that join units (人·天)."""
NUMBER_CODE: Final = ""
RANK_CODE: Final = "rank"
RATIO_CODE: Final = "ratio"
PARTS: Final = MappingProxyType(
    {
        "hour": ("分", "minute"),
        "yuan": ("分", "fen"),
        "jiao": ("分", "fen"),
        "mu": ("分", "mu-fen"),
        "mu-fen": ("厘", "mu-li"),
    }
)
"""By code of a unit: what 分 is when it follows that unit in a compound (1小时30分, 3元5角2分, 2亩3分)."""


def units() -> Mapping[str, Unit]:
    """Return every unit of the table by code.

    Example:
        >>> units()["week"].factor
        Fraction(7, 1)
    """
    return _tables().by_code


def aliases() -> Mapping[str, Unit]:
    """Return every spelling (folded) behind a number with its unit.

    Example:
        >>> aliases()["个工作日"].code, "度" in aliases()
        ('workday', False)
    """
    return _tables().by_alias


def prefixes() -> Mapping[str, Unit]:
    """Return every spelling (folded) before a number with its unit: currencies, and 摄氏 and 华氏.

    Example:
        >>> prefixes()["HK$"].code
        'HKD'
    """
    return {spelling: found for group in _tables().prefixes.values() for spelling, found in group}


def unit(name: str) -> Unit:
    """Return the unit with this code, or else with this spelling in either script.

    Raises:
        UnknownValueError: No unit is called so; the error names close spellings.

    Example:
        >>> unit("個工作日").code, unit("yuan/m2").dimension.value
        ('workday', 'rate')
    """
    tables = _tables()
    found = tables.by_code.get(name) or tables.by_alias.get(fold(name))
    if found is None and name.count("/") == 1:
        over, under = name.split("/")
        found = rate(unit(over), *_factors(under))
    if found is None:
        raise UnknownValueError("unit", name, close_to(fold(name), [*tables.by_code, *tables.by_alias]))
    return found


def known(here: Unit) -> bool:
    """Return whether a unit is one of the table or a rate composed of them, which its code names for everyone.

    Example:
        >>> known(unit("元/平方米")), known(evolve(unit("元"), code="thaler"))
        (True, False)
    """
    if here.code not in _rates:
        return _tables().by_code.get(here.code) is here
    try:
        return unit(here.code) is here
    except UnknownValueError:  # composed of units of someone's own
        return False


def _factors(name: str) -> tuple[Unit, ...]:
    """Return the units of a denominator by its name: one, or several joined by a dot (人·day)."""
    tables = _tables()
    if name in tables.by_code or name in tables.by_alias or "·" not in name:
        digits = name[: len(name) - len(name.lstrip("01"))]
        return (multiple(unit(name.lstrip("01")), int(digits)) if digits else unit(name),)
    return tuple(found for part in name.split("·") for found in _factors(part))


def multiple(single: Unit, times: int) -> Unit:
    """Return a unit of several, as denominators name it (100 km in 升/百公里).

    Example:
        >>> multiple(unit("公里"), 100).code
        '100km'
    """
    english = f"{times} {single.en_plural}".rstrip()
    return evolve(
        single,
        code=f"{times}{single.code}",
        zh=f"{times}{_name(single.zh)}",
        zh_hant=f"{times}{_name(single.zh_hant)}",
        en=english,
        en_plural=english,
        factor=single.factor * times,
    )


def _name(zh: str) -> str:
    return zh[1:] if len(zh) > 1 and zh[0] in _ITEM else zh


_ITEM: Final = frozenset("个個")
"""The classifier that units of time take."""


def rate(over: Unit, *under: Unit) -> Unit:
    """Return the unit *over* per each of the units *under*, whose order does not matter to the base.

    Example:
        >>> rate(unit("元"), unit("立方米")).code, rate(unit("元"), unit("人"), unit("天")).zh
        ('yuan/m3', '元/人·天')
    """
    code = f"{over.code}/{'·'.join(each.code for each in under)}"
    if code not in _rates:
        english = "-".join(each.en for each in under)
        _rates[code] = Unit(
            code,
            f"{over.zh}/{'·'.join(_name(each.zh) for each in under)}",
            f"{over.en} per {english}",
            (),
            Dimension.RATE,
            f"{over.base}/{'·'.join(sorted(each.base for each in under))}",
            over.factor / prod(each.factor for each in under),
            f"{over.zh_hant}/{'·'.join(_name(each.zh_hant) for each in under)}",
            f"{over.en_plural} per {english}",
        )
    return _rates[code]


def unit_at(text: str, at: int, senses: Mapping[str, Unit] = MappingProxyType({})) -> tuple[Unit, int] | None:
    """Return the unit spelt at an offset of folded text, the longest spelling winning, and the offset behind it.

    Args:
        text: Folded text.
        at: Offset of the first character.
        senses: Units of letters whose sense the caller knows, such as ``{"度": unit("kWh")}``; they win over the table.

    Example:
        >>> unit_at("5个工作日内", 1)[0].code, unit_at("5个", 1)[1]
        ('workday', 2)
    """
    best = factor_at(text, at, senses)
    if best is not None and best[1] < len(text) and text[best[1]] in DOTS and _spelt(text, best[1] + 1):
        return None
    return best


def _spelt(text: str, at: int) -> bool:
    """Return whether a spelling stands at an offset, whatever follows it."""
    spellings = _tables().spellings
    return any(text.startswith(one, at) for size in (2, 1) for one, _ in spellings.get(text[at : at + size], ()))


def factor_at(text: str, at: int, senses: Mapping[str, Unit]) -> tuple[Unit, int] | None:
    """Return the unit at an offset of a denominator, where another may follow behind a dot.

    Example:
        >>> factor_at("20元/人·天", 4, {})[0].code, unit_at("20元/人·天", 4)
        ('人', None)
    """
    best = spelling_at(_tables().spellings, text, at)
    for spelling, sense in senses.items():
        if text.startswith(spelling, at) and (best is None or best[1] <= at + len(spelling)):
            best = sense, at + len(spelling)
    return best


def prefix_at(text: str, at: int) -> tuple[Unit, int] | None:
    """Return the currency or the scale of temperature written before a number at an offset of folded text, and the offset behind it.

    Example:
        >>> prefix_at("HK$1,000", 0)[0].code
        'HKD'
    """
    return spelling_at(_tables().prefixes, text, at)


def spelling_at(spellings: Spellings, text: str, at: int) -> tuple[Unit, int] | None:
    """Return the unit of the longest spelling at an offset that is no part of another word."""
    for size in (2, 1):
        for spelling, found in spellings.get(text[at : at + size], ()):
            if text.startswith(spelling, at):
                end = at + len(spelling)
                if end == len(text) or not goes_on(text, spelling, end):
                    return found, end
    return None


def thousands(text: str, at: int) -> bool:
    """Return whether 千 or 百 at an offset begins a unit (千瓦时, 百分点), not a multiplier.

    Example:
        >>> thousands("5千米", 1), thousands("5千个", 1)
        (True, False)
    """
    return at + 1 < len(text) and text[at] in _UNIT_MULTIPLIERS and unit_at(text, at) is not None


_UNIT_MULTIPLIERS = frozenset("千百")
"""Multipliers that begin units."""


def _tables() -> _Tables:
    tables = _loaded.get("units")
    if tables is None:
        with _LOCK:
            tables = _loaded.setdefault("units", _read()) if "units" not in _loaded else _loaded["units"]
    return tables


def _read() -> _Tables:
    found = [_unit(row) for row in csv.DictReader(read_text("units.csv").splitlines())]
    named = [each for each in found if each.zh and each.dimension not in _BY_FORM]
    spelt = [(name, each) for each in named for name in dict.fromkeys((each.zh, fold(each.zh_hant), *each.aliases))]
    by_code = MappingProxyType({each.code: each for each in found})
    before = [(name, each) for each in found for name in each.prefixes]
    before += [(name, by_code[row.says]) for name, row in words(Role.CURRENCY).items()]
    return _Tables(by_code, MappingProxyType(dict(spelt)), _by_start(spelt), _by_start(before))


_BY_FORM: Final = frozenset({Dimension.RANK, Dimension.RATIO})
"""Dimensions whose units are no spelling behind a number: 第3位, 2.26∶1."""


def _unit(row: Mapping[str, str]) -> Unit:
    return Unit(
        code=row["code"],
        zh=row["zh"],
        en=row["en"],
        aliases=tuple(filter(None, row["aliases"].split(";"))),
        dimension=Dimension(row["dimension"]),
        base=row["base"],
        factor=Fraction(row["factor"]),
        zh_hant=row["zh_hant"],
        en_plural=row["en_plural"],
        prefixes=tuple(filter(None, row["prefixes"].split(";"))),
    )


def _by_start(spelt: Iterable[tuple[str, Unit]]) -> Spellings:
    groups: dict[str, list[tuple[str, Unit]]] = {}
    for spelling, found in sorted(spelt, key=lambda pair: -len(pair[0])):
        groups.setdefault(spelling[:2], []).append((spelling, found))
    return {start: tuple(group) for start, group in groups.items()}
