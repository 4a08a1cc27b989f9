"""What a rule or a name found, with what belongs to it before its first numeral: letters of a code, the issuer of a document, 民国."""

from collections.abc import Mapping
from typing import Final

from zjreform.fold import fold_marks
from zjreform.text.dates.calendar import OPENINGS
from zjreform.text.figure import Figure, other
from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import PER, SCALE, Tag

_LEXICAL: Final = Kind.LEXICAL


def found_by_rule(text: str, start: int, end: int, floor: int, tag: Tag) -> Figure:
    """Return what a rule found, with what belongs to it before its first numeral.

    Args:
        text: The text.
        start: Offset of the numeral.
        end: Offset behind what the rule holds for.
        floor: Offset before which nothing belongs to it.
        tag: What the rule says.

    Example:
        >>> from zjreform.text.kinds import Kind
        >>> found_by_rule("浙政发〔2018〕5号", 4, 11, 0, Kind.IDENTIFIER).surface
        '浙政发〔2018〕5号'
    """
    if tag == PER:
        low = max(start - 1, floor)
        return Figure(low, end, text[low:end], _LEXICAL, per=fold_marks(text[start:end]))
    if tag == SCALE:
        return other(text, start, end, _LEXICAL)
    if tag is Kind.DATE:
        start = _date_start(text, start, floor)
    elif tag is Kind.IDENTIFIER:
        start = _identifier_start(text, start, floor)
    return other(text, start, end, Kind(str(tag)))


def _date_start(text: str, start: int, floor: int) -> int:
    """Return where a date starts: at its numeral, or at the word before it that belongs to it (民国, 上 of 上半年)."""
    before = fold_marks(text[max(floor, start - _LONGEST_OPENING) : start])
    words = _HALVES if text.startswith(("半", "一年"), start) else OPENINGS
    return start - next((len(word) for word in words if before.endswith(word)), 0)


_HALVES: Final = ("上", "下", "前")
"""Words before 半年 that belong to the date."""
_LONGEST_OPENING: Final = max(map(len, OPENINGS))


def name_start(
    text: str, start: int, end: int, floor: int, words: Mapping[str, tuple[tuple[str, Kind], ...]]
) -> tuple[str, Kind]:
    """Return what stands before the first numeral of a name and belongs to it, and what the name is.

    Example:
        >>> from zjreform.text.kinds import Kind
        >>> name_start("最多跑一次", 3, 5, 0, {"一次": (("最多跑", Kind.NAME),)})
        ('最多跑', <Kind.NAME: 'name'>)
    """
    low = max(floor, start - 12)
    before = fold_marks(text[low:start])
    for prefix, kind in words[fold_marks(text[start:end])]:
        if before.endswith(prefix):
            return prefix, kind
    return "", Kind.NAME


def _identifier_start(text: str, start: int, floor: int) -> int:
    """Return where an identifier starts: letters and marks before its digits, the characters of a document's issuer."""
    low = max(floor, start - _REACH)
    at = start
    while at > low and text[at - 1].isascii() and (text[at - 1].isalnum() or text[at - 1] in _INSIDE):
        at -= 1
    while at < start and text[at] in _INSIDE:
        at += 1
    before = text[at - 1 : at] if at > low else ""
    if before and before in (_BRACKETS if text[at + 4 : at + 5] not in _CLOSING else _OPENING) and text[at].isdecimal():
        return _issuer_start(text, at - 1, low)
    if text.endswith("字第", low, at):
        return _issuer_start(text, at - 2, low)
    plated = before in _PLATES and at < start
    at -= before != "" and (plated or before in "第(（")
    if text[at] in "(（":
        while at > low and text[at - 1].isascii() and text[at - 1].isalpha():
            at -= 1
    return at


def _issuer_start(text: str, at: int, low: int) -> int:
    while at > low and "㐀" <= text[at - 1] <= "鿿" and text[at - 1] not in _NO_ISSUER:
        at -= 1
    return at


_REACH: Final = 16
_INSIDE: Final = "-/_. "
_BRACKETS, _OPENING, _CLOSING = "〔[【﹝", "〔[【﹝(（", frozenset(")）")
_NO_ISSUER: Final = "据據照依由经經以和与與及按循"
"""Characters before an issuer's name that do not belong to it."""
_PLATES: Final = frozenset("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")
"""First characters of number plates."""
