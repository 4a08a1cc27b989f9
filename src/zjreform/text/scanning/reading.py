"""Reading the quantity at a numeral: where it starts, and what its surroundings say.

The grammar is ``zjreform.quantity``'s. What belongs to the figure before its numeral is read by ``before``; this module knows the sense of
letters that only the context tells (度, 里, 月), and leaves numerals that are no figure where they are. It looks at no more than a window
around the numeral.
"""

from typing import Final

from attrs import evolve

from zjreform.fold import CharacterTable
from zjreform.lazy import LazyPattern
from zjreform.quantity.bounds import Bound
from zjreform.quantity.lone import nothing_at
from zjreform.quantity.numeral_terms import ARABIC_DIGITS
from zjreform.quantity.numerals import DIGITS, STARTS, Form, numeral_at
from zjreform.quantity.parsing import NO_SENSES, figure_at
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.quick import GOES_ON, is_remark
from zjreform.quantity.units import Dimension, unit, unit_at
from zjreform.text.kinds import Kind
from zjreform.text.scanning.before import befores, below_zero, negated, start_of
from zjreform.text.scanning.senses import SENSES, judge, last_years

Reading = tuple[int, int, Kind, Quantity | None]

BREAK: Final = 16
"""Characters behind the first of a figure within which a line may break in it."""
_BACK: Final = 12
_AHEAD: Final = 36
_FAR: Final = 600
_NEAR: Final = 64
_CLOSE: Final = 4
_SIGNED: Final = frozenset("±负-−")
"""Signs without which a number would be another one."""
_MONTHLY: Final = frozenset("几数两")
"""Numerals before which 月 counts months (几月, 两月)."""
_MULTIPLIERS: Final = frozenset("百千万亿")
"""Characters that alone are mostly no figure (千行百业)."""
_MORE: Final = frozenset("多余")
"""What can stand behind a blank and belong to a number."""
_LINE: Final = "\n"
_MARK: Final = "、"
_BLANK: Final = frozenset(" \n\t")


_KEPT: Final = frozenset("；！？（）")
"""Marks of full width that a window has plain; the comma parts numbers (第3，100人), and the colon a label."""
_PLAIN: Final = CharacterTable(str.maketrans("；！？（）", ";!?()"))


class Reader:
    """Reads the quantities of one text."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def read(self, at: int, floor: int) -> Reading | None:
        """Return start, end, kind and quantity of the numeral at an offset, or ``None`` if it is none.

        Args:
            at: Offset of the first character of the numeral.
            floor: Offset before which nothing belongs to it.
        """
        text = self._text
        if text[at] in _MULTIPLIERS and self._is_nothing(at):
            return None
        marked = self._mended(at, floor) if text[at + 1 : at + 2] == _MARK else None
        found = marked or self._near(at, floor)
        across = marked or self._across(at, floor, found)
        if across is not None or found is None:
            return across
        if text[found[1] : found[1] + 1] == " " and text[found[1] + 1 : found[1] + 2] in _MORE:
            low = max(at - _BACK, 0)
            return self._without(self._window(low, at + _AHEAD), low, at, floor, found[1] - low) or found
        if not (is_remark(text, found[1]) or text.startswith("/（", found[1])):
            return found
        return self._folded(at, floor, _AHEAD if text.find("（", at, at + _AHEAD) < 0 else _FAR)

    def _across(self, at: int, floor: int, found: Reading | None) -> Reading | None:
        """Return a figure that goes on across a line break, if one breaks where the figure found could go on."""
        gap = self._text.find(_LINE, at, at + BREAK)
        if gap < 0 or not (found is None or gap < found[1] + _CLOSE or _may_go_on(self._text, found)):
            return None
        if found is not None and closed_before(self._text, found[1], gap):
            return None
        return self._mended(at, floor)

    def _is_nothing(self, at: int) -> bool:
        """Return whether a lone multiplier is no figure whatever else stands around it, with a line break behind it and without."""
        low = max(at - 1, 0)
        window = self._window(low, at + BREAK)
        before = window[: at - low]
        if before in befores() or before == " " or not nothing_at(window, at - low):
            return False
        gap = window.find(_LINE)
        return gap < 0 or nothing_at(window[:gap] + window[gap + 1 :], at - low)

    def _near(self, at: int, floor: int) -> Reading | None:
        """Read in a window of the text as it stands; only a name of letters without end goes beyond it."""
        low, high = max(at - _NEAR, 0), at + _FAR
        found = self._in(self._text[low:high], at - low, max(floor - low, 0))
        if found is None:
            return None
        if found[1] == high - low:
            found = self._in(self._text[low:], at - low, max(floor - low, 0)) or found
        return found[0] + low, found[1] + low, found[2], found[3]

    def _folded(self, at: int, floor: int, ahead: int) -> Reading | None:
        low = max(at - _BACK, 0)
        found = self._in(self._window(low, at + ahead), at - low, max(floor - low, 0))
        if found is None:
            return None
        if found[1] > at - low + ahead - _BACK and ahead == _AHEAD:
            return self._folded(at, floor, _FAR)
        return found[0] + low, found[1] + low, found[2], found[3]

    def _window(self, low: int, high: int) -> str:
        window = self._text[low:high]
        return window if _KEPT.isdisjoint(window) else window.translate(_PLAIN)

    def _mended(self, at: int, floor: int) -> Reading | None:
        """Read across a line break inside a word (12个工作⏎日) or the mark between two digits (五、六次), where that gives a figure."""
        low = max(at - _BACK, 0)
        window = self._window(low, at + _AHEAD)
        if window[at - low + 1 : at - low + 2] == _MARK:
            return self._without(window, low, at, floor, at - low + 1) if _adjacent(window, at - low) else None
        gap = window.find(_LINE, at - low)
        return None if window[gap + 1 : gap + 2] in _BLANK else self._without(window, low, at, floor, gap)

    def _without(self, window: str, low: int, at: int, floor: int, gap: int) -> Reading | None:
        """Read a window without the character at *gap*, if the figure then goes beyond it and has a unit or decimals new to it."""
        mended = window[:gap] + window[gap + 1 :]
        found = self._in(mended, at - low, max(floor - low, 0))
        if found is None or found[3] is None or found[1] <= gap:
            return None
        if not found[3].unit.code and not _amid_decimal(window, at - low, gap, found[1] + 1):
            return None
        if window[gap] == _LINE and window[gap - 1] in STARTS and (unit_at(mended, gap) or ("", 0))[1] == found[1]:
            return None
        before = self._in(window, at - low, max(floor - low, 0))
        if before is not None and before[1] > gap:
            return None
        return found[0] + low, found[1] + low + 1, found[2], found[3]

    def _in(self, text: str, at: int, floor: int) -> Reading | None:
        if text[at] == "半" and _half_more(text, at, floor):
            return self._half_more(text, at - 1, floor)
        if below_zero(text, at):
            return _unsigned(text, at, at)
        start = start_of(text, at, floor)
        if below_zero(text, start):
            return _unsigned(text, start, at)
        found = None
        if start != at:
            turned, length = negated(text, start, at, floor)
            found = figure_at(text, start) if turned is None else _with_bound(text, at, turned)
            start -= length if found is not None else 0
        if found is None:
            if start != at and text[at - 1] in _SIGNED:
                return None
            found = _aged(text, start, at)
            start = at if found is None else start
            found = found or _from_numeral(text, at)
        return None if found is None else _settled(text, start, at, found)

    def _half_more(self, text: str, at: int, floor: int) -> Reading | None:
        """Read 个半小时, in which 一 is left out before 个."""
        start = start_of(text, at, floor)
        found = figure_at(f"{text[start:at]}一{text[at:]}", 0)
        return None if found is None else (start, start + found[1] - 1, Kind.QUANTITY, found[0])


def closed_before(text: str, end: int, gap: int) -> bool:
    r"""Return whether a clause ends between a figure and a line break, or right behind it, so that the figure does not go on.

    Example:
        >>> [closed_before(text, 3, 4) for text in ("30%。\n的", "30%其\n他", "30人\n，其")], closed_before("30人\n，", 3, 3)
        ([True, False, False], True)
    """
    if gap < end:
        return False
    between, after = text[end:gap], text[gap + 1 : gap + 2]
    return not _CLOSES.isdisjoint(between) or after in _CLOSES or (between in _PAGED and after not in STARTS)


_CLOSES: Final = frozenset({*"，。；！？", ""})
"""Marks that end a clause, and what stands behind the last line."""
_PAGED: Final = frozenset({" —", " –", " -"})
"""What closes the line of a page behind its number, unless another number begins the next line."""


def _unsigned(text: str, start: int, at: int) -> Reading | None:
    """Return as unread, whole, what stands behind 零下 and is no temperature that goes with it."""
    found = figure_at(text, start) or figure_at(text, at)
    return None if found is None else (start, found[1], Kind.UNREAD, None)


def _may_go_on(text: str, found: Reading) -> bool:
    """Return whether another claim or end can belong to a figure, so that a line break far behind it could stand within."""
    quantity = found[3]
    return text[found[1] : found[1] + 1] in GOES_ON or quantity is None or quantity.bound is not Bound.EXACT


def _with_bound(text: str, at: int, bound: Bound) -> tuple[Quantity, int] | None:
    found = figure_at(text, at)
    return (evolve(found[0], bound=bound), found[1]) if found is not None and found[0].bound is Bound.EXACT else None


_GROUPED: Final = LazyPattern("[1-9][0-9]{0,2}(?: [0-9]{3})++(?=[ \\n][0-9])")
"""A number with blanks between thousands, and another number behind it, as in the cells of a table."""


_TWO_CELLS: Final = LazyPattern("[1-9][0-9]{0,2}+(?= [0-9]{3}[.][0-9])")
"""A number before a blank and a decimal with three digits: without a unit, they are those of two cells (560 572.3)."""


def _half_more(text: str, at: int, floor: int) -> bool:
    """Return whether 个 before 半 counts the whole that 半 adds to: 个半小时 is one and a half, 这个半月 is a half."""
    before = text[at - 2 : at - 1] if at - 1 > floor else ""
    return at > floor and text[at - 1] == "个" and before not in _NOT_ONE and text.startswith(_HALVED, at + 1)


_NOT_ONE: Final = frozenset("这那每某上下前后整头同") | STARTS
"""Before 个半 where it is a half of what is pointed at."""
_HALVED: Final = ("小时", "钟头", "月")
"""Units of which 个半 is one and a half."""


def _unbroken(text: str, start: int, found: tuple[Quantity, int]) -> tuple[Quantity, int]:
    """Return a figure without the unit in the next line, if that is the first letter of another word or a label (3246⏎注：)."""
    quantity, end = found
    gap = text.rfind(_LINE, start, end)
    if gap < 0 or (unit_at(text, gap + 1) or ("", 0))[1] != end:
        return found
    opens = _FIRST_OF_LINE.get(quantity.unit.code, "") + "：:"
    if text[end : end + 1] and text[end] in opens:
        return figure_at(text[:gap], start) or found
    return found


_FIRST_OF_LINE: Final = {"人": "口员均事力才民大工数", "户": "数均", "件": "均", "次": "均"}
"""By unit: more letters with which its character opens another word where a line begins with it."""


def _adjacent(text: str, at: int) -> bool:
    """Return whether 、 stands between two adjacent digits that are one approximate number (五、六次), and no list goes on."""
    low, high = DIGITS.get(text[at]), DIGITS.get(text[at + 2 : at + 3])
    return low is not None and high == low + 1 and text[at + 3 : at + 4] != _MARK


def _amid_decimal(text: str, at: int, gap: int, end: int) -> bool:
    """Return whether a line breaks behind the point of a decimal (36.⏎3), and no marker stands at the beginning of either line."""
    broken = text[gap - 1] == "." and text[gap + 1 : gap + 2] in ARABIC_DIGITS and text[gap] == _LINE
    return broken and at > 0 and text[at - 1] != _LINE and text[end : end + 1] not in _MARKED


_MARKED: Final = frozenset(".、)")


_STRANGE: Final = LazyPattern("[A-Za-zµμ]|\\((?=[^()]{1,8}\\))[A-Za-zµμ]")
"""The beginning of a denominator that is known or none: without it a measure would be another one (2.0W/(m²·K))."""
_COUNTED: Final = frozenset({Dimension.MONEY, Dimension.COUNT, Dimension.PERCENT, Dimension.GRADE})


def _aged(text: str, start: int, at: int) -> tuple[Quantity, int] | None:
    """Return the figure of a bounded number of years that looks like a date (距今约5300年)."""
    numeral = numeral_at(text, at) if start != at else None
    if numeral is None or text[numeral.end : numeral.end + 1] != "年" or not SENSES["年"](text, at, numeral.end):
        return None
    return figure_at(text, start, {"年": unit("year")})


def _from_numeral(text: str, at: int) -> tuple[Quantity, int] | None:
    """Return the figure without what stands before its numeral."""
    months = text.find("月", at, at + _NEAR) > 0 and (
        text[at] in _MONTHLY or _SENTENCE.match(text[max(0, at - _BACK) : at], 0) is not None
    )
    return figure_at(text, at, {"月": unit("month")} if months else NO_SENSES) or _spanned(text, at) or _cut(text, at)


def _spanned(text: str, at: int) -> tuple[Quantity, int] | None:
    """Return the figure of two adjacent digits before a letter whose sense its surroundings tell (相距八九里)."""
    numeral = numeral_at(text, at) if text[at] in DIGITS and text[at + 1 : at + 2] in DIGITS else None
    after = "" if numeral is None or numeral.form is not Form.SPAN else text[numeral.end : numeral.end + 1]
    sense = SENSES[after](text, at, numeral.end) if numeral is not None and after in SENSES else None
    return None if sense is None else figure_at(text, at, {after: unit(sense)})


_SENTENCE: Final = LazyPattern(
    "(?s:.)*(?:徒刑|刑期|服刑|拘役|缓刑|羁押|褫夺公权)[^，。；0-9]{0,3}(?:[0-9年月]{2,6}[改减变缩延][为至成])?\\Z"
)
"""Behind these words 月 counts months (有期徒刑3年6月)."""


def _settled(text: str, start: int, at: int, found: tuple[Quantity, int]) -> Reading:
    """Return what a figure that the grammar reads is, by what stands behind it and around it."""
    quantity, end = _unbroken(text, start, found)
    measured = quantity.unit.code and quantity.unit.dimension not in _COUNTED
    if measured and text[end : end + 1] == "/" and _STRANGE.match(text, end + 1):
        return at, end, Kind.LEXICAL, None
    if text[end : end + 1] == " " and (grouped := _GROUPED.match(text, at)) is not None:
        quantity, end = figure_at(text[: grouped.end()], start) or found
    if not quantity.unit.code and (cells := _TWO_CELLS.match(text, at)) is not None:
        quantity, end = figure_at(text[: cells.end()], start) or found
    if start != at and quantity.bound is Bound.NEARLY and text[start] == "近":
        quantity = last_years(text, start, end, quantity)
    return judge(text, start, at, end, quantity)


def _cut(text: str, at: int) -> tuple[Quantity, int] | None:
    """Return the figure of the first numeral alone, where what follows it does not go with it (由10至5天)."""
    numeral = numeral_at(text, at)
    if numeral is None:
        return None
    found = unit_at(text, numeral.end)
    if numeral.colloquial and found is not None:
        # 一百一个 could be 101 or 110; a digit begins another figure (投资20亿3年完成)
        return figure_at(text[: numeral.end - 1], at) if text[numeral.end - 1] in ARABIC_DIGITS else None
    end = numeral.end if found is None else found[1]
    return figure_at(text[:end], at) or figure_at(text[: numeral.end], at)
