"""What tells that a text may need mending: one search that most texts pass without a stop.

The class holds every character at which a step may find something; what stands around the frequent ones among them is looked at at once.
"""

import re
from functools import cache
from typing import Final

from zjreform.stored import compiled

INVISIBLE: Final = (
    "\x00-\x08\x0e-\x1f\x7f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
"""Characters that show nothing: controls, soft hyphens, joiners, marks of direction, selectors of variants."""
BLANKS: Final = "\u1680\u2000-\u200a\u202f\u205f"
"""Blanks of other widths than the usual one."""
LINES: Final = "\x0b\x0c\x85\u2028\u2029"
"""Breaks of lines and pages."""
ALIKE: Final = {
    **dict.fromkeys("\u2010\u2011\u2043\u02d7\ufe63", "-"),
    **dict.fromkeys("\u2012\ufe58", "–"),
    **dict.fromkeys("\u223c\u2053\u02dc", "~"),
    **dict.fromkeys("\u2105\u066a", "%"),
    **dict.fromkeys("\u2044\u2215", "/"),
    **dict.fromkeys("\ufe50\u201a", ","),
    **dict.fromkeys("\u2715\u2716\u2a2f", "×"),
    **dict.fromkeys("\u2219\u22c5\u2027\uff65", "·"),
    **dict(zip("弌弍弐弎", "壹贰贰叁", strict=True)),
    "卌": "四十",
    "\ufe52": ".",
    "\ufe55": ":",
    "\ufe59": "(",
    "\ufe5a": ")",
    "\ufe62": "+",
    "\ufe64": "<",
    "\ufe65": ">",
    "\ufe66": "=",
    "\ufe69": "$",
    "\u2a7d": "≤",
    "\u2a7e": "≥",
}
"""Characters that look like another one or are a rare form of it, and which."""
HAN: Final = "㐀-鿿"
"""The Han characters, as the inside of a class."""
DIGITS: Final = "0-9０-９"
RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
NUMERALS: Final = "〇○零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸"
"""Chinese numerals in either script, as the inside of a class."""
GAP: Final = " \u3000\xa0"
_ALONE: Final = f"{INVISIBLE}{BLANKS}{LINES}{''.join(map(re.escape, ALIKE))}\\r^俩倆仨"
"""Characters that are always looked at."""
_N: Final = f"{DIGITS}{NUMERALS}"
_NUMBER: Final = "|".join(
    (
        f"[,，][{DIGITS}]{{3}}(?![{DIGITS}])",
        f"[{GAP}](?:[{DIGITS}.,，/／∶:：至到~～—–-]|[kKwWMA](?![A-Za-z])|[mb]illion|trillion|thousand|[×*＊xX])",
        f"[%％](?:[oO0Ｏ０]|[+＋](?! ?[0-9A-Za-z])|[{GAP}][{DIGITS}至到~～—–-])",
        f"[·•・.．](?<=[{NUMERALS}].)[{NUMERALS}]|[·•・](?<=[0-9].)[0-9]",
        f"[×*＊xX] ?[1１][0０][{DIGITS}{RAISED}^-]",
        "[wW](?<=[0-9].)[余多次人粉元条件播]",
        "[eEＥ](?<=[0-9０-９].)[0-9+＋－−-]|[bm](?<=[0-9].)(?:n|ln)(?![A-Za-z])",
        f"[{RAISED}⁻](?<=[{DIGITS}].)",
        f"[+＋](?<=[{DIGITS}万萬亿億].)(?! ?[0-9A-Za-z])",
        f"[点點][{DIGITS}]|比(?<=[{DIGITS}].)[{DIGITS}]|、[二三四五六七八九]",
        "[分厘釐毛角](?![之别別钟鐘])(?!(?<=百分)[点點])|[死伤傷平A儿兒兆]|[(（][工含]|[日天][(（]|[上下][摄攝华華]",
    )
)
"""What stands behind a digit or a numeral where something may be wrong with it."""
_BLANK: Final = (
    f"(?<=[{HAN}].)(?=[{HAN}./／∶×±-])|(?<=[至到~～±－−-].)(?=[{DIGITS}¥￥$])|(?<=[/／∶].)(?=[{DIGITS}{HAN}])"
    f"|(?<=[时時分元米年月天日亩畝].)(?=[{DIGITS}])"
)
"""The same around a blank."""
_FIRST: Final = f",，{GAP}%％·•・.．×*＊xXeEＥwW{RAISED}⁻+＋bm点點比、分厘釐毛角死伤傷平A儿兒兆日天(（上下"
"""The first characters of what stands there."""
_OTHER: Final = (
    "(?<=[:：])1(?:[㐀-鿿]{2}|[.、．][㐀-鿿]{1,12}2[.、．][㐀-鿿])"
    "|(?<=<)[A-Za-z/!]|(?<=[-=—–]>)|(?<=&)[A-Za-z#]|(?<=[对對半][折摺])|(?<=[(（])含|(?<=[$€£¥￥])(?= ?[0-9])(?=[^a-zA-Z]{1,16}[kKmMbtT])"
    "|(?<=[-−－][$＄])(?=[0-9])"
)
"""What stands around any other character where something may be wrong."""
_CLASS: Final = "<>&折摺(（$＄€£¥￥:："
"""Those characters."""


@cache
def _compiled() -> re.Pattern[str]:
    """Return the pattern: one class, and behind it a way of its own for numerals, blanks and the rest, so that most are left at once."""
    ways = f"(?=[{_FIRST}])(?<=[{_N}])(?:{_NUMBER})|(?<=[{GAP}])(?:{_BLANK})|(?<=[{_CLASS}])(?:{_OTHER})|(?<![{_N}{GAP}{_CLASS}])"
    return compiled(f"[{_ALONE}{_N}{GAP}{_CLASS}](?:{ways})")


def rare_from(text: str, at: int) -> re.Match[str] | None:
    """Return where a text first holds anything, from an offset on, that mending might change.

    Example:
        >>> rare_from("压缩到86个工作日，增长3%", 0), rare_from("赔偿3，000元", 0).start()
        (None, 2)
    """
    return _compiled().search(text, at)
