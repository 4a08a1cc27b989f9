"""Commas between groups of three digits: full-width ones, and lists that look like one number (得票分别为120，135，140票)."""

import re
from collections.abc import Iterator
from typing import Final

from zjreform.mending.marks import MASK, Replacement, masked
from zjreform.mending.rare import DIGITS
from zjreform.stored import compiled

_D: Final = f"[{DIGITS}]"
_FREE: Final = f"(?<![{DIGITS}.,．，])"
_FIRST: Final = f"(?:(?![0０]){_D}{{1,3}}|(?<=[亿億])[0０])"
"""The first group of a number: no zero before it, but behind 亿."""
_GROUPS: Final = f"{_FREE}(?P<first>{_FIRST})(?P<rest>(?:[,，]{_D}{{3}})+)(?!{_D})(?![,，]{_D})(?P<places>[.．]{_D}+)?"
"""A number in groups of three, or several numbers of three digits."""
_SHARED: Final = "分[别別]|依次|依序|各(?:[为為占有]|出[资資]|投[资資入])"
"""Words behind which several numbers stand in a list."""
_SECOND: Final = f"[^，。；、]{{0,6}}[、，,和与與及][^。；、]{{0,8}}[{DIGITS}]"
"""What goes on behind the first number of a list of its own."""
_AND: Final = f"[、和与與及]{_D}{{1,3}}(?![{DIGITS},，])"
"""The last number of such a list."""
_NAMED: Final = "(?:第|[表图圖案例]|附件|方案|[证證][据據]|[标標]段|[编編序房车車座][号號][为為是]?|步[骤驟]|[专專][栏欄]|[A-Za-z-])\\Z"
"""What a number behind it numbers, so that a comma behind that parts clauses (表3，100人)."""
_PRICED: Final = "(?:[￥¥$＄€£]|[A-Z]{3} ?|[幣币])\\Z"
"""A currency directly before a number, which then is one amount."""
_TOTAL: Final = (
    "(?<![、和与與及])(?:人口|[总總][数數量额額值计計产產]|面[积積]|合[计計]|共[计計]?|金[额額]|余[额額]|餘額|[款税稅费費资資]|收入|支出|[产產销銷]量|[产產]值)"
    "(?:[为為达達]|[约約])?\\Z"
)
"""What a number behind it sums up, so that one comma parts its thousands and no clauses."""
_CLAUSE, _FULL = 16, 3


def settled_commas(text: str) -> Iterator[Replacement]:
    """Give plain commas for those within a number, marks of a list for those between numbers, and a mask where it could be either.

    Example:
        >>> list(settled_commas("12，000元")), list(settled_commas("分别为120，135，140票"))
        ([(2, 3, ',')], [(6, 7, '、'), (10, 11, '、')])
    """
    for match in compiled(_GROUPS).finditer(text):
        put = _between(text, match)
        if put == MASK:
            yield masked(match)
        elif put:
            places = compiled("[,，]").finditer(match["rest"])
            yield from (
                (match.start("rest") + each.start(), match.start("rest") + each.end(), put)
                for each in places
                if each[0] != put
            )


def _between(text: str, match: re.Match[str]) -> str:
    """Return the mark that groups of digits have between them, a mask where they could be one number or several, ``""`` to keep it."""
    before = re.split("[。；;！？!?\n]", text[max(0, match.start() - _CLAUSE) : match.start()])[-1]
    wide, several = "，" in match["rest"], len(match["rest"]) > len("，000")
    if match["places"] or compiled("[,，][0０]").search(match["rest"]) or compiled(_PRICED).search(before):
        return ","
    listed = compiled(_SHARED).search(before) is not None
    followed = compiled(_AND).match(text, match.end()) is not None
    rounded = all(group[-1] in "0０" for group in re.split("[,，]", match["first"] + match["rest"]))
    if len(match["first"]) < _FULL:
        if not wide or compiled(_NAMED).search(before) or (several and rounded):
            return ""
        return MASK if listed and several else ","
    numbered = several and compiled(_NAMED).search(before)
    if numbered or (listed and (several or followed)) or (followed and not rounded and not several):
        return "、"
    if not wide or rounded:
        return MASK if listed and not wide and compiled(_SECOND).match(text, match.end()) is None else ""
    summed = not several and compiled(_TOTAL).search(before)
    return "、" if followed else "," if summed else MASK
