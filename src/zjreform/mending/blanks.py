"""Blanks that a word cutter, a page or a scanner put into words and numbers.

Chinese is written without blanks. Where every letter stands apart (办 结 时 限) the blanks say nothing; where words do, a unit may be cut
(15 个 工作日) and is one again if whole words make it. Digits apart from one another (3 0 0 元) could be one number or several: they stay
unread unless the letters around them stand apart, too.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from zjreform.fold import fold
from zjreform.mending.marks import Replacement, masked
from zjreform.mending.rare import DIGITS, GAP, HAN, NUMERALS
from zjreform.quantity.units import aliases, unit_at
from zjreform.stored import compiled

_B: Final = f"[{GAP}]"
_D: Final = f"[{DIGITS}]"
_H: Final = f"[{HAN}〇○]"
_N: Final = f"[{DIGITS}{NUMERALS}]"
_LETTER: Final = f"(?:{_H}|{_D}+(?:[.．]{_D}+)?|[.．,，]|[%％‰℃])"
_APART: Final = f"(?<![^\\s，。；：、（“]){_LETTER}(?:{_B}{_LETTER}){{2,}}(?=[{GAP}，。；、：）]|\\Z)"
"""A run of letters, numbers and marks that each stand apart."""
_PAIR: Final = f"{_H}{_B}(?={_H})"
_FEWEST_PAIRS = 2


def _runs(text: str) -> Iterator[Replacement]:
    """Join letters that stand apart, and digits among them if a letter or a mark that they go with stands behind."""
    if compiled(_PAIR).search(text) is None:
        return
    for run in compiled(_APART).finditer(text):
        if len(compiled(_PAIR).findall(run[0])) < _FEWEST_PAIRS:
            continue
        for blank in compiled(_B).finditer(run[0]):
            start = run.start() + blank.start()
            before, after = text[start - 1], text[start + 1]
            digits = _is_digit(before) and _is_digit(after)
            if not digits or compiled(f"(?:{_B}?{_D})+{_B}?[{HAN}%％‰℃.．]").match(text, start):
                yield start, start + 1, ""


def _is_digit(char: str) -> bool:
    return "0" <= char <= "9" or "０" <= char <= "９"


_MEASURE: Final = "(?:个?百分[点點]|個百分點|[成倍元米]|公[里斤頃顷]|平方|立方|[万萬亿億])"
"""Units that measure, behind a decimal in words."""
_LARGER: Final = "(?:小时|小時|[时時]|分钟|分鐘|分|元|[个個][ \u3000\xa0]?月|年|天|亩|畝)"
"""Units that can have a smaller one behind them."""
_SMALLER: Final = "(?:分[钟鐘]?|秒|角|[个個][ \u3000\xa0]?月|天|小[时時]|厘)"
"""Those smaller ones."""
_MAY_BE: Final = f"(?:(?<=[{DIGITS}{NUMERALS}{GAP}])|(?=[{GAP}±－−/／-]))"
"""What holds before each of the following; most places are left at one look."""
_BETWEEN: Final = "|".join(
    (
        f"(?<={_D}){_B}[.．]{_B}(?={_D})",
        f"(?<={_D}){_B}[,，]{_B}(?={_D}{{3}}(?!{_D}))",
        f"(?<=[为為爲是达達至到额額率润潤差值温溫幅益余餘流潤净淨比速长長降:：]){_B}?[-－−]{_B}(?=[¥￥$]?{_D})",
        f"±{_B}(?={_D})",
        f"(?<={_D}){_B}?∶{_B}?(?={_D})",
        f"(?<=[.．]{_D}){_B}[:：]{_B}(?=1(?!{_D}))",
        f"(?<=[{DIGITS}{HAN}])(?P<stroke>{_B}?[/／]{_B}?)(?=[{HAN}]|100{_B}?[{HAN}])",
        f"(?<={_D}){_B}?(?:[{HAN}%％℃]{{0,4}}?)(?:{_B}[至到~～]{_B}?|[至到~～]{_B})(?={_D})",
        f"(?<={_D}){_B}?[×*＊xX]{_B}?(?=[1１][0０][⁰¹²³⁴⁵⁶⁷⁸⁹^⁻])",
        f"(?<=[{NUMERALS}])(?:{_B}分{_B}?之{_B}?|分{_B}之{_B}?|分之{_B})(?=[{NUMERALS}])",
        f"(?<=[{NUMERALS}])(?:{_B}[点點]{_B}?|[点點]{_B})(?=[{NUMERALS}]{{1,4}}{_B}?{_MEASURE})",
        f"(?<=分之[{NUMERALS}])(?:{_B}[点點]{_B}?|[点點]{_B})(?=[{NUMERALS}])",
        f"(?:(?<={_D})|(?<={_D}{_B})){_B}?{_LARGER}{_B}{_D}{{1,2}}{_B}?(?={_SMALLER})",
        f"(?<={_D}){_B}?米{_B}(?={_D}{{2}}(?![{DIGITS}{GAP}]|[个個]))",
    )
)
"""Blanks beside a mark that belongs to the numbers on both sides of it."""
_MARKS: Final = f"{_MAY_BE}(?:{_BETWEEN})"
_MARK: Final = "[.．,，－−±∶:：/／至到~～×*＊xX分之点點时時元月年天亩畝米钟鐘-]"
"""Those marks."""
_BESIDE: Final = f"{_B}{_MARK}|{_MARK}{_B}"
"""A blank beside any of these marks."""
_FOLLOWS: Final = frozenset("内內以左多余餘之后後前起的")
"""Letters that may follow a unit of one word in the word that holds it."""


def _marks(text: str) -> Iterator[Replacement]:
    """Take the blanks around a mark that belongs to the numbers beside it."""
    if compiled(_BESIDE).search(text) is None:
        return
    for match in compiled(_MARKS).finditer(text):
        if match["stroke"] and not _denominates(text, match):
            continue
        yield from ((match.start() + at, match.start() + at + 1, "") for at, char in enumerate(match[0]) if char in GAP)


def _denominates(text: str, match: re.Match[str]) -> bool:
    """Return whether units stand on both sides of a stroke."""
    before, after = fold(text[max(0, match.start() - 8) : match.start()]), fold(text[match.end() : match.end() + 8])
    over = any(before.endswith(word) for word in aliases() if word and len(word) < len(before))
    digits = len(after) - len(after.lstrip("0123456789"))
    return over and unit_at(after.replace(" ", "", 1) if digits else after, digits) is not None


_CUT: Final = f"(?<={_N}){_B}?(?P<words>{_H}{{1,6}}(?:{_B}{_H}{{1,8}}){{1,5}})"


def _cut_units(text: str) -> Iterator[Replacement]:
    """Join the words behind a number that are one unit (个 工作日, 立 方 米)."""
    for match in compiled(_CUT).finditer(text):
        words = compiled(_B).split(match["words"])
        spelt = aliases()
        for last in range(len(words), 1, -1):
            head = fold("".join(words[: last - 1]))
            tail = fold(words[last - 1])
            size = next(
                (
                    size
                    for size in range(len(tail), 0, -1)
                    if head + tail[:size] in spelt and (size == len(tail) or size > 1 or tail[size] in _FOLLOWS)
                ),
                0,
            )
            if size:
                start = match.start("words")
                stop = start + len("".join(words[: last - 1])) + last - 1
                yield from ((at, at + 1, "") for at in range(start, stop) if text[at] in GAP)
                break


_FIRST: Final = f"(?<![{DIGITS}.,．，])(?<![{DIGITS}.,．，]{_B})"
_LOOSE: Final = f"{_FIRST}{_D}(?:{_B}{_D})+(?:[.．]{_D}+)?(?={_B}?(?:[{HAN}%％‰℃]))"
_DECIMAL: Final = (
    f"(?<![{DIGITS}.])(?<![{DIGITS}]{_B}){_D}(?:{_B}{_D})*(?:{_B}[.．]{_B}{_D}(?:{_B}{_D})*)(?={_B}?(?:[{HAN}%％‰℃]))"
)


def _decimals(text: str) -> Iterator[Replacement]:
    """Join digits that stand apart around a point that does, too."""
    for match in compiled(_DECIMAL).finditer(text):
        yield from ((match.start() + at, match.start() + at + 1, "") for at, char in enumerate(match[0]) if char in GAP)


def _loose_digits(text: str) -> Iterator[Replacement]:
    """Leave digits unread that stand apart before a word that could count them."""
    for match in compiled(_LOOSE).finditer(text):
        yield masked(match)


BLANK_STEPS: Final[tuple[Callable[[str], Iterable[Replacement]], ...]] = (
    _runs,
    _decimals,
    _marks,
    _cut_units,
    _loose_digits,
)
