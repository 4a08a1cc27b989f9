"""Reading a numeral term by term: every form that is neither plain Arabic nor in standard Chinese spelling.

A term is a coefficient with its multipliers. Ranks fall from term to term, 零 stands only where a rank is skipped, and
whatever could be two numbers is none.
"""

from itertools import pairwise

from zjreform.quantity.bounds import opens_word
from zjreform.quantity.numbers import MOST_DIGITS, decimal_of
from zjreform.quantity.numeral_forms import BIG, DIGITS, FUZZY, MARKS, SMALL, STARTS, TENS, ZEROS, Form, Numeral
from zjreform.quantity.patterns import LazyPattern
from zjreform.quantity.units import thousands

_ARABIC = LazyPattern(
    r"([1-9][0-9]{0,2}+(?:,[0-9]{3})++(?!,?[0-9])|[1-9][0-9]{0,2}+(?:[ \n][0-9]{3})++(?![ \n]?[0-9,])|[0-9]++)"
    r"(?:\.([0-9]++))?"
)
_DIGIT_RUN = LazyPattern(f"[{''.join(DIGITS)}{''.join(sorted(ZEROS))}]++")
ARABIC_DIGITS = frozenset("0123456789")
_GAPS = frozenset(" \n")
_MORE = MARKS - {"来"}
_TEN = frozenset("十拾")
_MULTIPLIERS = frozenset({*SMALL, *BIG})
_SEPARATORS = frozenset(",.")
CONTINUES = STARTS | MARKS | _GAPS | _SEPARATORS
"""Characters behind a numeral that may belong to it."""
_INNER = STARTS - FUZZY
_NO_NOUN = frozenset("以左上多半余及或,.;:，。；、)（( \n")
_THREE_FIVE = (3, 5)
_PAIR = 2
_PLAIN, _OVER, _AROUND, _SPAN = Form.PLAIN, Form.OVER, Form.AROUND, Form.SPAN


def _whole(surface: str) -> int | None:
    """Return the number of Arabic digits, grouped or not; ``None`` for an identifier (a leading zero, too many digits)."""
    digits = surface.replace(",", "").replace(" ", "").replace("\n", "")
    return None if (digits[0] == "0" and len(digits) > 1) or len(digits) > MOST_DIGITS else int(digits)


class TermReader:
    """Reads terms (a coefficient and its multipliers) from left to right and adds them up.

    ``yi``, ``wan`` and ``section`` are the sums of the ranks from 亿, from 万, and below, all in units of 10⁻ᵖˡᵃᶜᵉˢ. ``floor`` is the last
    multiplier read, 0 when nothing may follow. ``spread`` leads from the value to the upper end of a span.
    """

    yi = wan = section = places = terms = spread = fill = step = floor = 0
    multiplier = 1
    bare = colloquial = mixed = run = zero = False
    form = _PLAIN

    def __init__(self, text: str, at: int) -> None:
        self.text, self.pos = text, at

    def read(self) -> Numeral | None:
        """Return the numeral, or ``None`` if the text is none.

        Example:
            >>> TermReader("三百六十多亿", 0).read().step
            Decimal('1000000000')
        """
        while self._term():
            self.terms += 1
        total = self.yi + self.wan + self.section
        if not self.terms or len(str(total)) > MOST_DIGITS or self._is_torn() or self._runs_on():
            return None
        form = self.form
        return Numeral(
            decimal_of(total, self.places),
            self.pos,
            form,
            decimal_of(total + self.spread - self.fill) if form is _SPAN else None,
            decimal_of(self.step, self.places) if form is _OVER else None,
            1 if self.mixed else self.multiplier,
            self.bare,
            self.colloquial,
            self.run and self.terms == 1,
        )

    def _is_torn(self) -> bool:
        """Return whether ranks behind 亿 are left out without 零: 三亿五千 could be 350 or 300.005 million."""
        return (
            0 < self.section < self.yi
            and not self.wan
            and not self.zero
            and not self.colloquial
            and self.section < BIG["万"]
        )

    def _runs_on(self) -> bool:
        """Return whether more digits or multipliers stand right behind, so that the whole is no one number."""
        char, after = self.text[self.pos : self.pos + 1], self.text[self.pos + 1 : self.pos + 2]
        if char == "两":
            return after in _MULTIPLIERS
        if char in _SEPARATORS:
            return after in ARABIC_DIGITS
        return char in STARTS and char != "数" and not thousands(self.text, self.pos)

    def _term(self) -> bool:
        """Read one more term, or leave the position where it was and return ``False``."""
        if not self.terms:
            return self._coefficient(self.pos, zero=False)
        if self.form or self.places or not self.floor or self.bare:
            return False
        at = self._skip(self.pos)
        zero = self.text[at : at + 1] in ZEROS
        if not self._coefficient(at + zero, zero=zero):
            return False
        self.zero |= zero
        return True

    def _skip(self, at: int) -> int:
        """Return the offset behind one blank or line break, if more of the numeral follows it."""
        return at + 1 if self.text[at : at + 1] in _GAPS and self.text[at + 1 : at + 2] in _INNER else at

    def _coefficient(self, at: int, *, zero: bool) -> bool:
        char = self.text[at : at + 1]
        if char in ARABIC_DIGITS:
            return self._arabic(at, zero=zero)
        if char in FUZZY:
            return not zero and self._fuzzy(at)
        if char in TENS and self._small_at(at + 1) == 1:
            return self._add(TENS[char], at + 1, 10, zero=zero, tens=10)
        run = _DIGIT_RUN.match(self.text, at)
        if run is not None:
            return self._han(run[0], at, zero=zero)
        if char in _TEN or (char in _MULTIPLIERS and not self.terms and not thousands(self.text, at)):
            self.bare = char not in _TEN
            return self._add(1, at, 0, zero=zero)
        return False

    def _arabic(self, at: int, *, zero: bool) -> bool:
        match = _ARABIC.match(self.text, at)
        number = _whole(match[1]) if match else None
        if match is None or number is None or (match[2] and (self.terms or len(match[0]) > MOST_DIGITS)):
            return False
        if SMALL["十"] in (self.floor, self._small_at(match.end())):
            return False  # neither 3十 nor 十3 is a spelling
        lowest = 1
        if match[2]:
            number, self.places = int(f"{number}{match[2]}"), len(match[2])
        while number and not number % (lowest * 10):
            lowest *= 10
        self.run = match[0].isdecimal()
        return self._add(number, match.end(), lowest, zero=zero, single=match.end() - at == 1)

    def _fuzzy(self, at: int) -> bool:
        """Read 几 or 数: one digit from 2 to 9, in 十几 from 1."""
        if self.terms and self._small_at(at + 1) * 10 != self.floor:
            return False
        low = 1 if self.floor == SMALL["十"] else 2
        self.form, self.spread, self.fill = _SPAN, 10 - low, 1
        return self._add(low, at + 1, 1, zero=False)

    def _small_at(self, at: int) -> int:
        """Return the small multiplier at an offset (behind a gap), else 1."""
        at = self._skip(at)
        rank = SMALL.get(self.text[at : at + 1], 1)
        return 1 if rank > SMALL["十"] and thousands(self.text, at) else rank

    def _han(self, run: str, at: int, *, zero: bool) -> bool:
        """Read Chinese digits: one, two adjacent ones (三四), or a digit string (二〇一八)."""
        end = at + len(run)
        if (
            len(run) > 1
            and run[-1] == "两"
            and (run != "一两" or self.text[end : end + 1] in _NO_NOUN or end == len(self.text))
        ):
            run, end = run[:-1], end - 1
        if len(run) == 1:
            return self._digit(run, end, zero=zero)
        if len(run) == _PAIR and run[0] in DIGITS and run[1] in DIGITS:
            return not zero and self._adjacent(DIGITS[run[0]], DIGITS[run[1]], end)
        return not self.terms and self._digit_string(run, end)

    def _digit(self, char: str, end: int, *, zero: bool) -> bool:
        if char == "两" and (
            self._small_at(end) == SMALL["十"] or (self.terms and end == self._skip(end) and self._ends_at(end))
        ):
            return False
        if char in ZEROS:
            return not self.terms and self._add(0, end, 1, zero=False)
        return self._add(DIGITS[char], end, 1, zero=zero, single=True)

    def _ends_at(self, end: int) -> bool:
        return self.text[end : end + 1] not in _MULTIPLIERS or thousands(self.text, end)

    def _adjacent(self, low: int, high: int, end: int) -> bool:
        if (high != low + 1 and ((low, high) != _THREE_FIVE or self.terms > 0)) or (
            self.terms and self._small_at(end) * 10 != self.floor
        ):
            return False
        self.form, self.spread = _SPAN, high - low
        return self._add(low, end, 1, zero=False)

    def _digit_string(self, run: str, end: int) -> bool:
        digits = [DIGITS.get(char, 0) for char in run]
        rising = all(b == a + 1 for a, b in pairwise(digits))
        if not digits[0] or rising or "两" in run or self.text[end : end + 1] in _MULTIPLIERS or len(run) > MOST_DIGITS:
            return False
        self.section, self.pos, self.run = int("".join(map(str, digits))), end, True
        return True

    def _add(self, number: int, at: int, lowest: int, *, zero: bool, single: bool = False, tens: int = 0) -> bool:
        """Add a coefficient with the multipliers behind it.

        Args:
            number: The coefficient, in units of 10⁻ᵖˡᵃᶜᵉˢ.
            at: Offset behind it.
            lowest: Value of its last written digit that is not 0; 0 for a multiplier without coefficient.
            zero: 零 stands before it.
            single: It is one written digit, which alone at the end reads as the next rank (三万五).
            tens: 10 for 廿 and 卅, behind which a digit may follow.
        """
        small = self._small_at(at)
        self.mixed = self.multiplier > 1
        if small > 1:
            at = self._skip(at) + 1
        elif self.terms and single and not zero and self.floor > SMALL["十"]:
            if not self._ends_at(self._skip(at)):
                return False  # 三百六万 could be 306 or 360 times 10 000
            number, self.colloquial = number * self.floor // 10, True
        if not self._fits(number * small, zero=zero):
            return False
        self.section += number * small
        self.spread *= small
        self.floor = small if small > 1 else tens
        self.step = small if small > 1 else lowest
        self.run = self.run and small == 1
        self.pos = at
        if not self.colloquial and not self.form:
            self._point()
            if self.section >= SMALL["十"] and not self.places:
                self._mark()
        self._big()
        return True

    def _fits(self, value: int, *, zero: bool) -> bool:
        """Return whether the value lies below the last rank, and 零 before it stands for a rank that is missing."""
        if self.terms and not 0 < value < self.floor:
            return False
        whole = self.yi + self.wan + self.section
        return not zero or not whole // 10 ** len(str(value)) % 10

    def _point(self) -> None:
        """Read 点 and the digits behind it, unless they go on as another number (三点五十分)."""
        if self.text[self.pos : self.pos + 1] != "点" or self.places:
            return
        run = _DIGIT_RUN.match(self.text, self.pos + 1)
        if run is None or len(run[0]) > MOST_DIGITS or "两" in run[0] or self.text[run.end() : run.end() + 1] in SMALL:
            return
        self.places, self.pos = len(run[0]), run.end()
        for char in run[0]:
            self.yi, self.wan, self.section = self.yi * 10, self.wan * 10, self.section * 10 + DIGITS.get(char, 0)

    def _mark(self) -> None:
        """Read 多, 余 or 来 as part of the numeral."""
        at = self.pos + (
            self.text[self.pos : self.pos + 1] in _GAPS and self.text[self.pos + 1 : self.pos + 2] in _MORE
        )
        char = self.text[at : at + 1]
        if char not in MARKS or opens_word(self.text, at) or (char == "来" and self.section % 10 and self.step == 1):
            return
        self.form, self.pos, self.run = _AROUND if char == "来" else _OVER, at + 1, False

    def _big(self) -> None:
        """Read 万 and 亿; each closes what stands before it."""
        at = self._skip(self.pos)
        while (rank := BIG.get(self.text[at : at + 1], 0)) and self._raise_to(rank):
            self.spread *= rank
            self.multiplier *= rank
            self.step = self.step * rank if self.form else rank
            self.floor, self.run, self.pos = rank, False, at + 1
            if not self.form:
                self._mark()
            at = self._skip(self.pos)

    def _raise_to(self, rank: int) -> bool:
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
