"""The rules in the order in which they are tried, by the first character of a numeral; the first that holds says what it is.

``FIRST`` stand before names and before every figure, ``EARLY`` before the small Chinese numbers that a short way reads,
``LATER`` behind what is sure at once. Where a rule must stand before another, it says so itself (``Rule.before``);
a test tries every pair that meets.
"""

from functools import cache
from typing import Final

from zjreform.text.rules import (
    addresses,
    dates,
    enumerated,
    identifiers,
    labels,
    lexical,
    lookalikes,
    markers,
    names,
    numbered,
    ordinals,
    places,
)
from zjreform.text.rules.rule import Rule

FIRST: Final[tuple[Rule, ...]] = (
    *labels.BUDGETS,
    *lexical.TABLES,
    *markers.ITEMS,
    *enumerated.ITEMS_BEFORE,
    *enumerated.BRACKETED_ITEMS,
    *places.YEARS_OF_PLACES,
    *places.ROADS,
    *numbered.BEHIND_LABELS,
    *addresses.VILLAGE_GROUPS,
    *identifiers.LONG_DASHES,
)
FIRST_GATE: Final = (
    "(?:(?<=[目: (道…楼院幢栋座φΦ表图式格务案段据证形项本例骤况告人号卷外由包件块地组题同准铁品量方口村—–-].)"
    f"|(?=[0-9]*+(?:[、)°/和与及—–~至楼道滑-]|[.](?![0-9])|[.][0-9]++[°月]|{places.BY_CLASSIFIER})))"
)
"""What holds wherever the gate of a rule in ``FIRST`` for digits does: most figures are none of these at one look."""
EARLY: Final[tuple[Rule, ...]] = (
    *names.QUOTED,
    *ordinals.SESSIONS,
    *lexical.STREAK,
    *ordinals.CLASSES,
    *lexical.GRADES,
    *lexical.SURROUNDINGS,
    *markers.HEADINGS,
    *numbered.CONGRESSES,
    *numbered.CONGRESSES_ALONE,
    *lookalikes.EARLY_LOOKALIKES,
    *places.HAN_PLACES,
    *addresses.HAN_VILLAGE_GROUPS,
    *numbered.ARMIES,
)
LATER: Final[tuple[Rule, ...]] = (
    *dates.HAN_DATES_,
    *lexical.WEEKDAYS,
    *lookalikes.LOOKALIKES,
    *lexical.BASES,
    *markers.HAN_MARKERS,
    *ordinals.HAN_ORDINALS,
    *addresses.FLOORS,
    *lexical.HAN_WORDS,
    *dates.BRACKETED_DATES,
    *numbered.NOTES,
    *numbered.PERSONS,
    *numbered.CRAFT,
    *identifiers.CODES,
    *names.MODELS,
    *lexical.RATES,
    *identifiers.STANDARDS,
    *names.LETTERED,
    *identifiers.FILES,
    *identifiers.BONDS,
    *identifiers.TELEPHONES,
    *dates.DIGIT_DATES_,
    *dates.SHORT_YEARS,
    *lexical.SCORES,
    *numbered.QUOTED_NAMES,
    *names.NAMES,
    *markers.DIGIT_MARKERS,
    *labels.LABELS,
    *markers.CASES,
    *labels.TAILS,
    *addresses.ADDRESSES,
    *identifiers.LONG,
    *lexical.NUMBERS,
    *dates.ORDINAL_DATES_,
    *markers.ARTICLES,
    *addresses.NUMBERED_ROOMS,
    *markers.ARTICLE,
    *addresses.PAGES,
    *ordinals.RANKS,
    *ordinals.ORDINALS,
    *dates.HALF_DATES_,
    *lexical.HALVES,
    *lexical.ZEROS,
    *dates.ZERO_DATES_,
    *lexical.ZERO_WORDS,
    *lookalikes.LETTERS,
    *lexical.LETTERS,
    *dates.FORMAL_DATES,
    *lexical.FORMAL_WORDS,
    *dates.PART_DATES,
    *lexical.PARTS,
    *addresses.URLS,
)
RULES: Final[tuple[Rule, ...]] = (*FIRST, *EARLY, *LATER)

TRIGGERS: Final = "0-9〇○零一二三四五六七八九十百千万亿两半廿卅壹贰叁肆伍陆柒捌玖拾佰仟参几数翻第½¼¾⅓⅔h"
"""Every character (folded) at which the scan stops."""

NUMERAL: Final = "〇○零一二三四五六七八九十百千万亿两半廿卅壹贰叁肆伍陆柒捌玖拾佰仟几"
"""The characters besides digits that a numeral which is none (12,34 or 1.2.3 or 三六) may go on with."""


@cache
def _by_name() -> dict[str, Rule]:
    return {each.name: each for each in RULES}


def rule(name: str) -> Rule:
    """Return the rule of this name.

    Raises:
        KeyError: No rule is called so.

    Example:
        >>> rule("heading").kind.value
        'marker'
    """
    return _by_name()[name]
