"""Reading a numeral term by term: every form that is neither plain Arabic nor in standard Chinese spelling.

A term is a coefficient with its multipliers. Ranks fall from term to term, 零 stands only where a rank is skipped, and
whatever could be two numbers is none.
"""

from itertools import pairwise

from zjreform.lazy import LazyPattern
from zjreform.quantity.numbers import MOST_DIGITS, decimal_of
from zjreform.quantity.numeral_forms import BIG, DIGITS, FUZZY, MARKS, SMALL, STARTS, TENS, ZEROS, Form, Numeral
from zjreform.quantity.trillions import TRILLION, is_trillion
from zjreform.quantity.units import Dimension, thousands, unit_at
from zjreform.words.edges import opens_word

_ARABIC = LazyPattern(
    r"([1-9][0-9]{0,2}+(?:,[0-9]{3})++(?!,?[0-9])|[1-9][0-9]{0,2}+(?:[ \n][0-9]{3})++(?![ \n]?[0-9,])|[0-9]++)"
    r"(?:\.([0-9]++))?"
)
_FILLED = LazyPattern("(0,?[0-9]{3})(?=万)")
"""Four digits with a zero first between 亿 and 万 (3亿0,450万)."""
_DIGIT_RUN = LazyPattern(f"[{''.join(DIGITS)}{''.join(sorted(ZEROS))}]++")
ARABIC_DIGITS = frozenset("0123456789")
_GAPS = frozenset(" \n")
_MORE = MARKS - {"来"}
"""Marks that leave the end open, as against 来."""
_TEN = frozenset("十拾")
"""Ten, plain and formal."""
_MULTIPLIERS = frozenset({*SMALL, *BIG})
_ANY_DIGIT = ARABIC_DIGITS | frozenset(DIGITS)
_SEPARATORS = frozenset(",.")
_INNER = STARTS - FUZZY
_NO_NOUN = frozenset("以左上多半余及或,.;:，。；、)（( \n")
"""Characters that begin no noun behind 一两 or a decimal."""
_ROUGH = LazyPattern("([百千万])把|(百)十[来多]?+")
"""A rank with 把, 十来 or 十多, which makes it a rough number."""
_COUNTED = LazyPattern("个([多余]?+)亿")
"""亿 that is counted (3个亿, 5个多亿)."""
_NO_COUNT = frozenset("万级")
"""What makes 个亿 the beginning of something else."""
_GOES_ON = frozenset("、的")
"""Behind an amount of money: what is counted goes on."""
_CLOSES = frozenset("，。；、,;:)”\"'》 \n的了左多余")
"""What can stand behind 个亿 where nothing is counted."""
_WRITTEN_OUT = LazyPattern("万[0-9一二三四五六七八九两壹贰叁肆伍陆柒捌玖]{1,8}+[十百千拾佰仟]")
"""万 with what is written out down to a smaller rank."""
_COUNTING = frozenset({Dimension.COUNT, Dimension.DURATION})
_PLAIN, _OVER, _AROUND, _SPAN = Form.PLAIN, Form.OVER, Form.AROUND, Form.SPAN


def _whole(surface: str) -> int | None:
    """Return the number of Arabic digits, grouped or not; ``None`` for an identifier (a leading zero, too many digits)."""
    digits = surface.replace(",", "").replace(" ", "").replace("\n", "")
    return None if (digits[0] == "0" and len(digits) > 1) or len(digits) > MOST_DIGITS else int(digits)


class TermReader:
    """Reads terms (a coefficient and its multipliers) from left to right and adds them up.

    ``zhao``, ``yi``, ``wan`` and ``section`` are the sums of the ranks from 兆, 亿, 万, and below, all in units of 10⁻ᵖˡᵃᶜᵉˢ.
    ``floor`` is the last multiplier read, 0 when nothing may follow. ``spread`` leads from the value to the upper end of a span.
    """

    multiplier = 1
    arabic = True
    form = _PLAIN

    def __init__(self, text: str, at: int) -> None:
        self.text, self.pos = text, at
        self.zhao = self.yi = self.wan = self.section = self.places = 0
        self.terms = self.spread = self.fill = self.step = self.floor = 0
        self.bare = self.colloquial = self.mixed = self.run = self.zero = self.parted = False

    def read(self) -> Numeral | None:
        """Return the numeral, or ``None`` if the text is none.

        Example:
            >>> TermReader("三百六十多亿", 0).read().step
            Decimal('1000000000')
        """
        while self._term():
            self.terms += 1
        total = self._total()
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

    def _total(self) -> int:
        return self.zhao + self.yi + self.wan + self.section

    def _is_torn(self) -> bool:
        """Return whether ranks behind 亿 or 兆 are left out without 零: 三亿五千 could be 350 or 300.005 million."""
        if self.zero or self.colloquial or self.places:
            return False
        if self.zhao and not self.yi and (self.wan or self.section):
            return not (self.wan and self.arabic)
        return 0 < self.section < self.yi and not self.wan and self.section < BIG["万"]

    def _runs_on(self) -> bool:
        """Return whether more digits or multipliers stand right behind, so that the whole is no one number."""
        char, after = self.text[self.pos : self.pos + 1], self.text[self.pos + 1 : self.pos + 2]
        if self.parted:
            return False
        if char == "两":
            return after in _MULTIPLIERS
        if char in _SEPARATORS:
            last = self.text[self.pos - 1]
            return (after in ARABIC_DIGITS and last in ARABIC_DIGITS) or (
                char == "." and after in DIGITS and after != ""
            )
        if char == "兆":
            return unit_at(self.text, self.pos) is None
        return char in STARTS and char != "数" and not thousands(self.text, self.pos)

    def _term(self) -> bool:
        """Read one more term, or leave the position where it was and return ``False``."""
        if not self.terms:
            return self._coefficient(self.pos, zero=False)
        if self.form or self.places or not self.floor or self.bare:
            return False
        at = self._skip(self.pos)
        at += self.floor == SMALL["十"] and self.text.startswith("好几", at)
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
        if self.terms and self._counts_anew(char, at + 1):
            self.parted = True
            return False
        if char in ARABIC_DIGITS:
            return self._arabic(at, zero=zero)
        self.arabic = self.arabic and char not in STARTS
        if char in FUZZY:
            return self._fuzzy(at, zero=zero)
        if char in TENS and self._small_at(at + 1) == 1:
            return self._add(TENS[char], at + 1, 10, zero=zero, tens=10)
        run = _DIGIT_RUN.match(self.text, at)
        if run is not None:
            return self._han(run[0], at, zero=zero)
        return self._multiplier_alone(char, at, zero=zero)

    def _counts_anew(self, char: str, after: int) -> bool:
        """Return whether a digit behind an Arabic number begins another figure (跨上9万亿三个台阶, 9万亿两大台阶, 20亿3年完成)."""
        anew = self.arabic and char in _ANY_DIGIT and self.floor >= BIG["万"]
        return anew and (self.text[after : after + 1] == "大" or unit_at(self.text, after) is not None)

    def _multiplier_alone(self, char: str, at: int, *, zero: bool) -> bool:
        if char not in _TEN and (self.terms or char not in _MULTIPLIERS or thousands(self.text, at)):
            return False
        self.bare = char not in _TEN
        return (self.bare and self._rough(at)) or self._add(1, at, 0, zero=zero)

    def _rough(self, at: int) -> bool:
        """Read 百, 千 or 万 of which the words say that it is a rough number (千把人, 百十来户), if a unit follows."""
        match = _ROUGH.match(self.text, at)
        if match is None or unit_at(self.text, match.end()) is None:
            return False
        self.bare = False
        rank = match[1] or match[2]
        self.section, self.pos, self.form = SMALL.get(rank) or BIG[rank], match.end(), _AROUND
        return True

    def _arabic(self, at: int, *, zero: bool) -> bool:
        match = (self.terms and _FILLED.match(self.text, at)) or _ARABIC.match(self.text, at)
        number = _whole(match[1]) if match else None
        if match is not None and match.re.groups == 1:
            return (
                self._add(int(match[1].replace(",", "")), match.end(), 1, zero=False)
                if self.floor == BIG["亿"]
                else False
            )
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
        few = number in range(10, 100, 10) and not self.places and self.text[match.end() : match.end() + 1] == "几"
        return self._add(number, match.end(), lowest, zero=zero, single=match.end() - at == 1, tens=10 * few)

    def _fuzzy(self, at: int, *, zero: bool) -> bool:
        """Read 几 or 数: one digit from 2 to 9, in 十几 and behind 零 from 1."""
        rank = self._small_at(at + 1)
        if zero and (rank > 1 or self.floor < SMALL["百"] or self.text[at] != "几"):
            return False
        if self.terms and not zero and rank * 10 != self.floor:
            return False
        low = 1 if zero or self.floor == SMALL["十"] else 2
        self.form, self.spread, self.fill = _SPAN, 10 - low, 1
        return self._add(low, at + 1, 1, zero=zero)

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
        if len(run) == len("三四") and run[0] in DIGITS and run[1] in DIGITS:
            return not zero and self._adjacent(DIGITS[run[0]], DIGITS[run[1]], end)
        return not self.terms and self._digit_string(run, end)

    def _digit(self, char: str, end: int, *, zero: bool) -> bool:
        if char == "两" and (
            self._small_at(end) == SMALL["十"] or (self.terms and end == self._skip(end) and self._ends_at(end))
        ):
            return False
        if char in ZEROS:
            return not self.terms and self._small_at(end) == 1 and self._add(0, end, 1, zero=False)
        return self._add(DIGITS[char], end, 1, zero=zero, single=True)

    def _ends_at(self, end: int) -> bool:
        return self.text[end : end + 1] not in _MULTIPLIERS or thousands(self.text, end)

    def _adjacent(self, low: int, high: int, end: int) -> bool:
        if (high != low + 1 and ((low, high) != (3, 5) or self.terms > 0)) or (
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
        self._point()
        self.run = not self.places
        return True

    def _add(self, number: int, at: int, lowest: int, *, zero: bool, single: bool = False, tens: int = 0) -> bool:
        """Add a coefficient with the multipliers behind it.

        Args:
            number: The coefficient, in units of 10⁻ᵖˡᵃᶜᵉˢ.
            at: Offset behind it.
            lowest: Value of its last written digit that is not 0; 0 for a multiplier without coefficient.
            zero: 零 stands before it.
            single: It is one written digit, which alone at the end reads as the next rank (三万五).
            tens: 10 for 廿 and 卅 and before 几, behind which a digit may follow.
        """
        small = self._small_at(at)
        self.mixed = self.multiplier > 1
        if small > 1:
            at = self._skip(at) + 1
        elif self.terms and single and not zero and self.floor > SMALL["十"]:
            if self._ends_at(self._skip(at)):
                number, self.colloquial = self._next_rank(number), True
            elif self.floor < BIG["万"] or not (self.arabic or _WRITTEN_OUT.match(self.text, self._skip(at))):
                return False  # 三百六万 could be 306 or 360 times 10 000
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
        if self.floor >= BIG["万"] and not self.form and not self.places:
            self._point(behind=True)
        if self.text[self.pos : self.pos + 1] == "个":
            self._counted()
        return True

    def _next_rank(self, digit: int) -> int:
        """Return a digit at the end as that of the next rank (三万五), nothing where it could be of two (9万亿三)."""
        return 0 if self.yi >= BIG["亿"] * BIG["万"] else digit * self.floor // 10

    def _fits(self, value: int, *, zero: bool) -> bool:
        """Return whether the value lies below the last rank, and 零 before it stands for a rank that is missing."""
        if self.terms and not 0 < value < self.floor:
            return False
        whole = self._total()
        return not zero or not whole // 10 ** len(str(value)) % 10

    def _point(self, *, behind: bool = False) -> None:
        """Read 点 and the digits behind it, unless they go on as another number (三点五十分) or count something (两万点三次)."""
        if self.text[self.pos : self.pos + 1] != "点" or self.places:
            return
        run = _DIGIT_RUN.match(self.text, self.pos + 1)
        if run is None or len(run[0]) > MOST_DIGITS or "两" in run[0] or self.text[run.end() : run.end() + 1] in SMALL:
            return
        if behind and not self._closes_decimal(run.end()):
            return
        self.places, self.pos, self.mixed = len(run[0]), run.end(), self.mixed or behind
        for char in run[0]:
            self.zhao, self.yi, self.wan = self.zhao * 10, self.yi * 10, self.wan * 10
            self.section = self.section * 10 + DIGITS.get(char, 0)

    def _closes_decimal(self, at: int) -> bool:
        """Return whether a decimal behind 万 or 亿 ends at an offset: there, or before a unit that measures (五万点三元)."""
        found = unit_at(self.text, at)
        if found is None:
            return at == len(self.text) or self.text[at] in _NO_NOUN
        return found[0].dimension not in _COUNTING

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
        """Read 万, 亿 and 兆; each closes what stands before it."""
        at = self._skip(self.pos)
        while (rank := self._rank_at(at)) and (floor := self._raise_to(rank)):
            self.spread *= rank
            self.multiplier *= rank
            self.step = self.step * rank if self.form else rank
            self.floor, self.run, self.pos = floor, False, at + 1
            if not self.form:
                self._mark()
            at = self._skip(self.pos)

    def _rank_at(self, at: int) -> int:
        char = self.text[at : at + 1]
        return TRILLION if char == "兆" and is_trillion(self.text, at) else BIG.get(char, 0)

    def _raise_to(self, rank: int) -> int:
        """Multiply the open ranks by a big one and return the rank that they have then; 0 where that rank is taken."""
        if rank == TRILLION:
            if self._total() != self.section or not self.section:
                return 0
            self.zhao, self.section = self.section * rank, 0
        elif rank == BIG["亿"]:
            if self.yi or not self.wan + self.section or (self.zhao and self.wan + self.section >= BIG["万"]):
                return 0
            self.yi, self.wan, self.section = (self.wan + self.section) * rank, 0, 0
        elif self.wan and not (self.section or self.yi or self.bare) and self.text[self.pos - 1] == "万":
            self.yi, self.wan = self.wan * rank, 0
            return BIG["亿"]
        else:
            if self.wan or not self.section or (self.zhao + self.yi and self.section >= rank):
                return 0
            self.wan, self.section = self.section * rank, 0
        return rank

    def _counted(self) -> None:
        """Read 个亿 as a multiplier (2个亿, 一个多亿), unless 亿 belongs to what is counted (3个亿元项目, 2个亿吨大港)."""
        match = _COUNTED.match(self.text, self.pos)
        if match is None or self.form or self.colloquial or self.bare or self.multiplier > 1:
            return
        end, open_end = match.end(), bool(match[1])
        counts = self.text[end : end + 1] not in _NO_COUNT if open_end else self._counts(end)
        if not counts or not self._raise_to(BIG["亿"]):
            return
        self.step, self.floor, self.run, self.pos = BIG["亿"], 0, False, end
        self.multiplier = BIG["亿"]
        self.form = _OVER if open_end else self.form

    def _counts(self, at: int) -> bool:
        """Return whether 亿 of 个亿 ends at an offset with nothing behind it, or only money, that could be what is counted."""
        found = unit_at(self.text, at)
        money = found is not None and found[0].dimension is Dimension.MONEY
        after = self.text[(close := found[1] if found and money else at) : close + 1]
        return not after or (after in _CLOSES and not (money and after in _GOES_ON))
