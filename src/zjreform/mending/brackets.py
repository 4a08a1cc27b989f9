"""Remarks in brackets that stand between a number and what belongs to it: 15日（工作日）内, 5（含）个工作日, 60日（含）以内."""

from collections.abc import Iterator
from typing import Final

from zjreform.mending.marks import Replacement
from zjreform.mending.rare import DIGITS, NUMERALS
from zjreform.stored import compiled

_PATTERN: Final = (
    f"(?<=[{DIGITS}{NUMERALS}])(?P<days>[日天]?[(（]工作[日天][)）])"
    f"|(?<=[{DIGITS}{NUMERALS}])(?P<within>[(（]含(?:本[数數])?[)）])(?=[个個]?工作[日天]|[日天年月周个個元万萬岁歲%人户戶家件项項次名份亩畝米吨噸公平台辆輛分])"
    f"|(?P<more>超[过過][(（]含(?:本[数數])?[)）])(?=[{DIGITS}])"
    f"|(?<![{DIGITS}.])(?P<number>[0-9]{{1,4}})(?P<counted>[个個]?(?:工作)?[日天年月岁歲周])(?P<same>[(（]含(?P=number)(?P=counted)[)）])(?=[以之]?[内內])"
    f"|(?<=[{DIGITS}{NUMERALS}])(?P<unit>[个個]?(?:工作)?[日天年月岁歲周])(?P<whole>[(（]含(?:本[数數])?[)）])(?=[以之]?[内內])"
)
"""A remark on working days, or on whether the number is included, that parts a figure."""


def settled_brackets(text: str) -> Iterator[Replacement]:
    """Give working days for days of which a bracket says so, and leave out 含, where the bound behind includes the number anyway.

    Example:
        >>> list(settled_brackets("15日（工作日）内")), list(settled_brackets("60日（含）以内"))
        ([(2, 8, '个工作日')], [(3, 6, '')])
    """
    for match in compiled(_PATTERN).finditer(text):
        if match["more"]:
            yield *match.span(), "不少于"
        elif match["days"]:
            yield *match.span(), "个工作日"
        elif match["within"]:
            yield *match.span(), ""
        elif match["same"]:
            yield *match.span("same"), ""
        elif match["whole"]:
            yield *match.span("whole"), ""
