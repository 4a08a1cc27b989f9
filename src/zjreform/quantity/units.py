"""Units: the table ``data/units.csv`` and what it says of each.

A unit converts only within its *base*; each classifier is a base of its own. The table is read at first use. A rate (元/平方米) is composed
of two units when it is met. Ambiguous letters (度, bare 里) are in no alias; a caller who knows the sense names it.
"""

import csv
import threading
from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import field, frozen

from zjreform.errors import UnknownValueError, close_to
from zjreform.fold import fold
from zjreform.resources import read_text


class Dimension(StrEnum):
    """What kind of thing a quantity measures.

    Example:
        >>> Dimension("working_time") is Dimension.WORKING_TIME
        True
    """

    DURATION = "duration"
    WORKING_TIME = "working_time"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    COUNT = "count"
    NUMBER = "number"
    MONEY = "money"
    AREA = "area"
    LENGTH = "length"
    MASS = "mass"
    VOLUME = "volume"
    POWER = "power"
    ENERGY = "energy"
    TEMPERATURE = "temperature"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    RATE = "rate"
    SCORE = "score"
    TRANSPORT = "transport"
    AGE = "age"
    RANK = "rank"
    GRADE = "grade"


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


Spellings = Mapping[str, tuple[tuple[str, Unit], ...]]
"""By first character: spellings, the longest first, each with its unit."""


class _Tables(NamedTuple):
    by_code: Mapping[str, Unit]
    by_alias: Mapping[str, Unit]
    spellings: Spellings
    prefixes: Spellings


_LOCK = threading.Lock()
_loaded: dict[str, _Tables] = {}
_rates: dict[str, Unit] = {}

NUMBER_CODE: Final = ""
RANK_CODE: Final = "rank"
PARTS: Final = MappingProxyType(
    {"hour": ("分", "minute"), "yuan": ("分", "fen"), "jiao": ("分", "fen"), "mu": ("分", "mu-fen")}
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
    """Return every spelling (folded) before a number with its unit: currencies only.

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
        found = rate(unit(over), unit(under))
    if found is None:
        raise UnknownValueError("unit", name, close_to(fold(name), [*tables.by_code, *tables.by_alias]))
    return found


def rate(over: Unit, under: Unit) -> Unit:
    """Return the unit *over* per *under*.

    Example:
        >>> rate(unit("元"), unit("立方米")).code
        'yuan/m3'
    """
    code = f"{over.code}/{under.code}"
    if code not in _rates:
        _rates[code] = Unit(
            code,
            f"{over.zh}/{under.zh.removeprefix('个') or under.zh}",
            f"{over.en} per {under.en}",
            (),
            Dimension.RATE,
            f"{over.base}/{under.base}",
            over.factor / under.factor,
            f"{over.zh_hant}/{under.zh_hant.removeprefix('個') or under.zh_hant}",
            f"{over.en_plural} per {under.en}",
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
    best = spelling_at(_tables().spellings, text, at)
    for spelling, sense in senses.items():
        if text.startswith(spelling, at) and (best is None or best[1] <= at + len(spelling)):
            best = sense, at + len(spelling)
    return best


def prefix_at(text: str, at: int) -> tuple[Unit, int] | None:
    """Return the currency written before a number at an offset of folded text, and the offset behind it.

    Example:
        >>> prefix_at("HK$1,000", 0)[0].code
        'HKD'
    """
    return spelling_at(_tables().prefixes, text, at)


def spelling_at(spellings: Spellings, text: str, at: int) -> tuple[Unit, int] | None:
    """Return the unit of the longest spelling at an offset; a Latin one ends where its letters end."""
    for spelling, found in spellings.get(text[at : at + 1], ()):
        if text.startswith(spelling, at):
            end = at + len(spelling)
            if not (
                spelling[-1].isascii()
                and spelling[-1].isalpha()
                and text[end : end + 1].isascii()
                and text[end : end + 1].isalpha()
            ):
                return found, end
    return None


def thousands(text: str, at: int) -> bool:
    """Return whether 千 or 百 at an offset begins a unit (千瓦时, 百分点), not a multiplier.

    Example:
        >>> thousands("5千米", 1), thousands("5千个", 1)
        (True, False)
    """
    return text[at : at + 1] in _UNIT_MULTIPLIERS and unit_at(text, at) is not None


_UNIT_MULTIPLIERS = frozenset("千百")


def _tables() -> _Tables:
    tables = _loaded.get("units")
    if tables is None:
        with _LOCK:
            tables = _loaded.setdefault("units", _read()) if "units" not in _loaded else _loaded["units"]
    return tables


def _read() -> _Tables:
    found = [_unit(row) for row in csv.DictReader(read_text("units.csv").splitlines())]
    named = [each for each in found if each.zh and each.dimension is not Dimension.RANK]
    spelt = [(name, each) for each in named for name in dict.fromkeys((each.zh, fold(each.zh_hant), *each.aliases))]
    before = [(name, each) for each in found for name in each.prefixes]
    by_code = MappingProxyType({each.code: each for each in found})
    return _Tables(by_code, MappingProxyType(dict(spelt)), _by_first(spelt), _by_first(before))


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


def _by_first(spelt: Iterable[tuple[str, Unit]]) -> Spellings:
    groups: dict[str, list[tuple[str, Unit]]] = {}
    for spelling, found in sorted(spelt, key=lambda pair: -len(pair[0])):
        groups.setdefault(spelling[0], []).append((spelling, found))
    return {first: tuple(group) for first, group in groups.items()}
