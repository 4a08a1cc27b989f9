"""Reading numerals: Arabic, Chinese and mixed, with their own fuzziness.

The rule: a numeral is read from left to right in one pass over *folded* text (``zjreform.fold``); ranks fall, 零 stands only where a rank
is skipped, and what could be two numbers is none. Values are exact. A fuzzy numeral keeps what its form says: 十几 is 11 to 19, 三四十 is
30 to 40, 120余万 lies above 1200000 and implies less than 1300000.
"""

from decimal import Decimal
from enum import IntEnum
from typing import Final, NamedTuple

from zjreform.errors import ParseError
from zjreform.fold import fold
from zjreform.quantity.bounds import opens_word
from zjreform.quantity.numbers import MOST_DIGITS, decimal_of
from zjreform.quantity.patterns import LazyPattern
from zjreform.quantity.units import thousands

DIGITS: Final = {
    **dict(zip("一二三四五六七八九", range(1, 10), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    "两": 2,
    "参": 3,
}
"""Chinese digits 1 to 9 (folded); 参 is how 參 folds."""
ZEROS: Final = frozenset("零〇○")
TENS: Final = {"廿": 20, "卅": 30, "卌": 40}
SMALL: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
BIG: Final = {"万": 10**4, "亿": 10**8}
FUZZY: Final = frozenset("几数")
MARKS: Final = frozenset("多余来")
STARTS: Final = frozenset({*"0123456789", *DIGITS, *ZEROS, *TENS, *SMALL, *BIG, *FUZZY})
"""Every character (folded) that a numeral can begin with; besides these only 好 of 好几."""

_ARABIC = LazyPattern(
    r"([1-9][0-9]{0,2}+(?:,[0-9]{3})++(?!,?[0-9])|[1-9][0-9]{0,2}+(?:[ \n][0-9]{3})++(?![ \n]?[0-9,])|[0-9]++)"
    r"(?:\.([0-9]++))?+"
)
_DIGIT_RUN = LazyPattern(f"[{''.join(DIGITS)}{''.join(sorted(ZEROS))}]++")
_ARABIC_DIGITS = frozenset("0123456789")
_GAPS = frozenset(" \n")
_TEN = frozenset("十拾")
_MULTIPLIERS = frozenset({*SMALL, *BIG})
_SEPARATORS = frozenset(",.")
_CONTINUES = STARTS | MARKS | _GAPS | _SEPARATORS
_INNER = STARTS - FUZZY
_NO_NOUN = frozenset("以左上多半余及或,.;:，。；、)（( \n")
_THREE_FIVE = (3, 5)


class Form(IntEnum):
    """How firm a numeral is by its own form."""

    PLAIN = 0
    OVER = 1
    AROUND = 2
    SPAN = 3


_PLAIN, _OVER, _AROUND, _SPAN = Form.PLAIN, Form.OVER, Form.AROUND, Form.SPAN


class Numeral(NamedTuple):
    """A numeral read from folded text.

    Attributes:
        value: The number, multipliers applied; the lower end of a span.
        end: Offset behind the last character.
        form: ``PLAIN``; ``OVER`` with 多 or 余; ``AROUND`` with 来; ``SPAN`` for 几, 数 and adjacent digits.
        upper: Upper end of a span, else ``None``.
        step: For ``OVER``: one unit of the digit at which 多 or 余 stands.
        multiplier: The 万 and 亿 behind a single coefficient, multiplied; a range carries it to its left end.
        bare: The numeral is a lone 百, 千, 万 or 亿 and needs a bound word or money.
        colloquial: The last rank is left out (一百二, 三万五); it takes no unit.
        run: The numeral is a run of digits, Arabic or Chinese, without multiplier, point or separator.
    """

    value: Decimal
    end: int
    form: Form = _PLAIN
    upper: Decimal | None = None
    step: Decimal | None = None
    multiplier: int = 1
    bare: bool = False
    colloquial: bool = False
    run: bool = False


def read_numeral(text: str) -> Numeral:
    """Read a whole text as one numeral, in either script and any width.

    Raises:
        ParseError: The text is no numeral of the grammar, or goes on behind one.

    Example:
        >>> read_numeral("８億9,000萬").value
        Decimal('890000000')
        >>> numeral = read_numeral("三百六十多億")
        >>> numeral.value, numeral.form.name, numeral.step
        (Decimal('36000000000'), 'OVER', Decimal('1000000000'))
    """
    numeral = numeral_at(fold(text), 0)
    if numeral is None:
        raise ParseError(text, 0, "a numeral")
    if numeral.end != len(text):
        raise ParseError(text, numeral.end, "the end of the numeral")
    return numeral


def numeral_at(text: str, at: int) -> Numeral | None:
    """Return the numeral that starts at an offset of folded text, or ``None`` if none does or if digits run on behind it.

    A multiplier that begins a unit (千 in 5千米) belongs to the unit.

    Example:
        >>> numeral_at("共3.5万件", 1).value, numeral_at("共3.5万件", 0)
        (Decimal('35000'), None)
    """
    first = text[at : at + 1]
    if first in _ARABIC_DIGITS:
        match = _ARABIC.match(text, at)
        if match is not None and text[match.end() : match.end() + 1] not in _CONTINUES:
            return _arabic_numeral(match[1], match[2], match.end())
    elif first == "好" and text[at + 1 : at + 2] == "几":
        at += 1
    elif first not in STARTS:
        return None
    return _Reader(text, at).read()


def _arabic_numeral(whole: str, places: str | None, end: int) -> Numeral | None:
    run = whole.isdecimal()
    if not run:
        whole = whole.replace(",", "").replace(" ", "").replace("\n", "")
    if (whole[0] == "0" and len(whole) > 1) or len(whole) + len(places or "") > MOST_DIGITS:
        return None
    if places is None:
        return Numeral(Decimal(whole), end, run=run)
    return Numeral(decimal_of(int(whole + places), len(places)), end)


class _Reader:
    """Reads terms (a coefficient and its multipliers) from left to right and adds them up.

    ``yi``, ``wan`` and ``section`` are the sums of the ranks from 亿, from 万, and below, all in units of 10⁻ᵖˡᵃᶜᵉˢ. ``floor`` is the last
    multiplier read, 0 when nothing may follow. ``spread`` leads from the value to the upper end of a span.
    """

    __slots__ = (
        "bare", "colloquial", "fill", "floor", "form", "multiplier", "places", "pos", "run", "section", "spread", "step",
        "terms", "text", "wan", "yi", "zero",
    )  # fmt: skip

    def __init__(self, text: str, at: int) -> None:
        self.text, self.pos = text, at
        self.yi = self.wan = self.section = self.places = self.terms = self.spread = self.fill = self.step = self.floor = 0
        self.multiplier = 1
        self.bare = self.colloquial = self.run = self.zero = False
        self.form = _PLAIN

    def read(self) -> Numeral | None:
        while self.term():
            self.terms += 1
        total = self.yi + self.wan + self.section
        if not self.terms or len(str(total)) > MOST_DIGITS or self.is_torn() or self.runs_on():
            return None
        form = self.form
        return Numeral(
            decimal_of(total, self.places),
            self.pos,
            form,
            decimal_of(total + self.spread - self.fill) if form is _SPAN else None,
            decimal_of(self.step, self.places) if form is _OVER else None,
            self.multiplier if self.terms == 1 else 1,
            self.bare,
            self.colloquial,
            self.run and self.terms == 1,
        )

    def is_torn(self) -> bool:
        """Return whether ranks behind 亿 are left out without 零: 三亿五千 could be 350 or 300.005 million."""
        return 0 < self.section < self.yi and not self.wan and not self.zero and not self.colloquial and self.section < BIG["万"]

    def runs_on(self) -> bool:
        """Return whether more digits or multipliers stand right behind, so that the whole is no one number."""
        char, after = self.text[self.pos : self.pos + 1], self.text[self.pos + 1 : self.pos + 2]
        if char == "两":
            return after in _MULTIPLIERS
        if char in _SEPARATORS:
            return after in _ARABIC_DIGITS
        return char in STARTS and char != "数" and not thousands(self.text, self.pos)

    def term(self) -> bool:
        """Read one more term, or leave the position where it was and return ``False``."""
        if not self.terms:
            return self.coefficient(self.pos, zero=False)
        if self.form or self.places or not self.floor or self.bare:
            return False
        at = self.skip(self.pos)
        zero = self.text[at : at + 1] in ZEROS
        if not self.coefficient(at + zero, zero=zero):
            return False
        self.zero |= zero
        return True

    def skip(self, at: int) -> int:
        """Return the offset behind one blank or line break, if more of the numeral follows it."""
        return at + 1 if self.text[at : at + 1] in _GAPS and self.text[at + 1 : at + 2] in _INNER else at

    def coefficient(self, at: int, *, zero: bool) -> bool:
        char = self.text[at : at + 1]
        if char in _ARABIC_DIGITS:
            return self.arabic(at, zero=zero)
        if char in FUZZY:
            return not zero and self.fuzzy(at)
        if char in TENS:
            return self.add(TENS[char], at + 1, 10, zero=zero, tens=10)
        run = _DIGIT_RUN.match(self.text, at)
        if run is not None:
            return self.han(run[0], at, zero=zero)
        if char in _TEN or (char in _MULTIPLIERS and not self.terms and not thousands(self.text, at)):
            self.bare = char not in _TEN
            return self.add(1, at, 0, zero=zero)
        return False

    def arabic(self, at: int, *, zero: bool) -> bool:
        match = _ARABIC.match(self.text, at)
        whole = _arabic_numeral(match[1], None, match.end()) if match else None
        if match is None or whole is None or (match[2] and self.terms):
            return False
        number, lowest = int(whole.value), 1
        if match[2]:
            number, self.places = int(f"{number}{match[2]}"), len(match[2])
        while number and not number % (lowest * 10):
            lowest *= 10
        self.run = whole.run and not self.places
        return self.add(number, match.end(), lowest, zero=zero, single=match.end() - at == 1)

    def fuzzy(self, at: int) -> bool:
        """Read 几 or 数: one digit from 2 to 9, in 十几 from 1."""
        if self.terms and self.small_at(at + 1) * 10 != self.floor:
            return False
        low = 1 if self.floor == SMALL["十"] else 2
        self.form, self.spread, self.fill = _SPAN, 10 - low, 1
        return self.add(low, at + 1, 1, zero=False)

    def small_at(self, at: int) -> int:
        """Return the small multiplier at an offset (behind a gap), else 1."""
        at = self.skip(at)
        rank = SMALL.get(self.text[at : at + 1], 1)
        return 1 if rank > SMALL["十"] and thousands(self.text, at) else rank

    def han(self, run: str, at: int, *, zero: bool) -> bool:
        """Read Chinese digits: one, two adjacent ones (三四), or a digit string (二〇一八)."""
        end = at + len(run)
        if len(run) > 1 and run[-1] == "两" and (run != "一两" or self.text[end : end + 1] in _NO_NOUN or end == len(self.text)):
            run, end = run[:-1], end - 1
        if len(run) == 1:
            return self.digit(run, end, zero=zero)
        if len(run) == 2 and run[0] in DIGITS and run[1] in DIGITS:
            return not zero and self.adjacent(DIGITS[run[0]], DIGITS[run[1]], end)
        return not self.terms and self.digit_string(run, end)

    def digit(self, char: str, end: int, *, zero: bool) -> bool:
        if char == "两" and (self.small_at(end) == SMALL["十"] or (self.terms and end == self.skip(end) and self.ends_at(end))):
            return False
        if char in ZEROS:
            return not self.terms and self.add(0, end, 1, zero=False)
        return self.add(DIGITS[char], end, 1, zero=zero, single=True)

    def ends_at(self, end: int) -> bool:
        return self.text[end : end + 1] not in _MULTIPLIERS or thousands(self.text, end)

    def adjacent(self, low: int, high: int, end: int) -> bool:
        if (high != low + 1 and ((low, high) != _THREE_FIVE or self.terms > 0)) or (self.terms and self.small_at(end) * 10 != self.floor):
            return False
        self.form, self.spread = _SPAN, high - low
        return self.add(low, end, 1, zero=False)

    def digit_string(self, run: str, end: int) -> bool:
        digits = [DIGITS.get(char, 0) for char in run]
        rising = all(b == a + 1 for a, b in zip(digits, digits[1:], strict=False))
        if not digits[0] or rising or "两" in run or self.text[end : end + 1] in _MULTIPLIERS or len(run) > MOST_DIGITS:
            return False
        self.section, self.pos, self.run = int("".join(map(str, digits))), end, True
        return True

    def add(self, number: int, at: int, lowest: int, *, zero: bool, single: bool = False, tens: int = 0) -> bool:
        """Add a coefficient with the multipliers behind it.

        Args:
            number: The coefficient, in units of 10⁻ᵖˡᵃᶜᵉˢ.
            at: Offset behind it.
            lowest: Value of its last written digit that is not 0; 0 for a multiplier without coefficient.
            zero: 零 stands before it.
            single: It is one written digit, which alone at the end reads as the next rank (三万五).
            tens: 10 for 廿 and 卅, behind which a digit may follow.
        """
        small = self.small_at(at)
        if small > 1:
            at = self.skip(at) + 1
        elif self.terms and single and not zero and self.floor > SMALL["十"] and self.ends_at(self.skip(at)):
            number, self.colloquial = number * self.floor // 10, True
        if not self.fits(number * small, zero=zero):
            return False
        self.section += number * small
        self.spread *= small
        self.floor = small if small > 1 else tens
        self.step = small if small > 1 else lowest
        self.run = self.run and small == 1
        self.pos = at
        if not self.colloquial and not self.form:
            self.point()
            if self.section >= SMALL["十"] and not self.places:
                self.mark()
        self.big()
        return True

    def fits(self, value: int, *, zero: bool) -> bool:
        """Return whether the value lies below the last rank, and 零 before it stands for a rank that is missing."""
        if self.terms and not 0 < value < self.floor:
            return False
        whole = self.yi + self.wan + self.section
        return not zero or not whole // 10 ** len(str(value)) % 10

    def point(self) -> None:
        """Read 点 and the digits behind it, unless they go on as another number (三点五十分)."""
        if self.text[self.pos : self.pos + 1] != "点" or self.places:
            return
        run = _DIGIT_RUN.match(self.text, self.pos + 1)
        if run is None or "两" in run[0] or self.text[run.end() : run.end() + 1] in SMALL:
            return
        self.places, self.pos = len(run[0]), run.end()
        for char in run[0]:
            self.yi, self.wan, self.section = self.yi * 10, self.wan * 10, self.section * 10 + DIGITS.get(char, 0)

    def mark(self) -> None:
        """Read 多, 余 or 来 as part of the numeral."""
        char = self.text[self.pos : self.pos + 1]
        if char not in MARKS or opens_word(self.text, self.pos) or (char == "来" and self.section % 10 and self.step == 1):
            return
        self.form, self.pos, self.run = _AROUND if char == "来" else _OVER, self.pos + 1, False

    def big(self) -> None:
        """Read 万 and 亿; each closes what stands before it."""
        at = self.skip(self.pos)
        while (rank := BIG.get(self.text[at : at + 1], 0)) and self.raise_to(rank):
            self.spread *= rank
            self.multiplier *= rank
            self.step = self.step * rank if self.form else rank
            self.floor, self.run, self.pos = rank, False, at + 1
            if not self.form:
                self.mark()
            at = self.skip(self.pos)

    def raise_to(self, rank: int) -> bool:
        """Multiply the open ranks by 万 or 亿, or return ``False`` where that rank is taken."""
        if rank == BIG["万"]:
            if self.wan or not self.section or (self.yi and self.section >= rank):
                return False
            self.wan, self.section = self.section * rank, 0
        else:
            if self.yi or not self.wan + self.section:
                return False
            self.yi, self.wan, self.section = (self.wan + self.section) * rank, 0, 0
        return True
