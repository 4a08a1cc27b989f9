"""Multipliers that alone are mostly no number: 千行百业, 百年变局, 数以千万计."""

from typing import Final

from zjreform.quantity.bound_words import behind_by_first
from zjreform.quantity.numerals import STARTS, numeral_at
from zjreform.quantity.quick import GOES_ON
from zjreform.quantity.units import Dimension, unit_at

_BLANK: Final = frozenset(" \n")


def nothing_at(text: str, at: int) -> bool:
    """Return whether a lone multiplier at an offset surely is no figure (千行百业, 百年变局, 千亿级), whatever stands before it.

    Example:
        >>> [nothing_at(text, 0) for text in ("千行百业", "百年变局", "百年以上", "万元户", "千分之三", "百余人")]
        [True, True, False, False, False, False]
    """
    if text[at + 1 : at + 2] in GOES_ON or text.startswith(TOLD, at + 1):
        return False
    numeral = numeral_at(text, at)
    if numeral is None or not numeral.bare or numeral.end == len(text):
        return False
    found = unit_at(text, numeral.end)
    if found is not None and found[0].dimension is Dimension.MONEY:
        return False
    end = numeral.end if found is None else found[1]
    after = text[end : end + 1]
    return (after in STARTS or after not in GOES_ON) and after not in behind_by_first() and after not in _BLANK


TOLD: Final = ("分之", "分百", "把", "十")
"""What makes a lone multiplier a number."""
