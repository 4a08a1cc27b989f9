"""Numerals: reading is the inverse of writing, in every style and script, and spellings that are no numeral are refused."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import decimals, numbers, whole_numbers

from zjreform.errors import ParseError
from zjreform.quantity.numbers import decimal_of, exact, is_short, number_text, plus, read_number
from zjreform.quantity.numeral_terms import TermReader
from zjreform.quantity.numerals import Form, numeral_at, read_numeral, spelt_sections
from zjreform.quantity.writing import HIGHEST, Style, write_numeral

FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


@given(number=whole_numbers, style=st.sampled_from(Style), hant=st.booleans())
@example(number=10**16 - 1, style=Style.HAN, hant=False)
@example(number=100_000_050, style=Style.FORMAL, hant=True)
@example(number=2018, style=Style.DIGITS, hant=False)
@example(number=10, style=Style.FORMAL, hant=False)
@example(number=0, style=Style.HAN, hant=False)
def test_reads_back_what_it_writes(number: int, style: Style, *, hant: bool) -> None:
    """Every whole number up to 10¹⁶ reads back from every style that writes it; only runs of digits refuse some."""
    try:
        text = write_numeral(number, style, hant=hant)
    except ValueError:
        assert style is Style.DIGITS
        return
    for spelling in (text, text.translate(FULL_WIDTH)):
        numeral = read_numeral(spelling)
        assert numeral.value == number
        assert numeral.form is Form.PLAIN


def test_every_section_reads_and_has_one_spelling() -> None:
    """All numbers of four digits, by the table of spellings and term by term."""
    for number in range(1, 10_000):
        text = write_numeral(number, "han")
        assert spelt_sections()[text] == number
        by_terms = TermReader(text, 0).read()
        assert by_terms is not None
        assert by_terms == read_numeral(text)


@pytest.mark.parametrize("text", ["百分之", "千分之", "万分之", "亿分之", "佰分之"])
def test_a_bare_multiplier_before_parts_is_read_as_term_by_term(text: str) -> None:
    """The short cut for 百分之 gives what the general way gives."""
    assert numeral_at(text, 0) == TermReader(text, 0).read()


@given(whole_numbers)
def test_both_ways_of_reading_agree(number: int) -> None:
    """The look-up of standard spellings is a shortcut: term by term gives the same numeral."""
    text = write_numeral(number, "han")
    assert TermReader(text, 0).read() == read_numeral(text)
    arabic = write_numeral(number, "wan")
    by_terms, whole = TermReader(arabic, 0).read(), read_numeral(arabic)
    assert by_terms is not None
    assert by_terms[:6] == whole[:6]


@given(decimals.filter(lambda number: 0 <= number < HIGHEST), st.sampled_from(["plain", "grouped", "wan", "han"]))
def test_decimals_read_back(number: Decimal, style: str) -> None:
    """Decimals read back from every style that has a point."""
    assert read_numeral(write_numeral(number, style)).value == number


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (Decimal("-3.5"), "han", "负三点五"),
        (Fraction(2, 3), "han", "三分之二"),
        (Decimal("1234567.5"), "grouped", "1,234,567.5"),
        (Decimal("-0.5"), "grouped", "-0.5"),
        (15, "formal", "壹拾伍"),
        (115, "han", "一百一十五"),
        (10**12, "han", "一万亿"),
        (120000, "wan", "12万"),
        (350000000, "wan", "3.5亿"),
        (Fraction(1, 3), "wan", "1/3"),
    ],
)
def test_writes(number: Decimal | Fraction | int, style: str, expected: str) -> None:
    """The standard spelling of each style."""
    assert write_numeral(number, style) == expected


@pytest.mark.parametrize(
    ("number", "style", "why"),
    [
        (10**16, "han", "below 10^16"),
        (36, "digits", "read back"),  # 三六 is no number
        (123, "digits", "read back"),  # 一二三 enumerates
        (Decimal("3.5"), "digits", "read back"),
        (Fraction(1, 3), "grouped", "grouped"),
        (Fraction(1, 3), "formal", "formal"),
        (5, "roman", "roman"),
    ],
)
def test_refuses_to_write_what_would_not_read_back(number: Decimal | Fraction | int, style: str, why: str) -> None:
    """A style that cannot write a number says so."""
    with pytest.raises(ValueError, match=re.escape(why)):
        write_numeral(number, style)


@pytest.mark.parametrize("text", ["", "件", "12,34", "一百零二十", "3件"])
def test_read_numeral_refuses(text: str) -> None:
    """What is no numeral, or goes on behind one, is refused and quoted."""
    with pytest.raises(ParseError, match=re.escape(repr(text))):
        read_numeral(text)


def test_a_numeral_never_ends_inside_more_digits() -> None:
    """At an offset of a text, digits that run on make no numeral of their first part."""
    for text in ("12,34个", "1.2.3", "十三五规划", "三六", "1亿15000万", "2018年".replace("年", "一")):
        assert numeral_at(text, 0) is None, text


@given(numbers)
def test_number_text_is_lossless_and_canonical(number: Decimal | Fraction) -> None:
    """Each number has one text, and the text gives the number back in the same type."""
    text = number_text(number)
    assert (read_number(text), type(read_number(text))) == (number, type(number))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.0",
        "01",
        "+1",
        "1e5",
        "1_0",
        " 1",
        "-0",
        ".5",
        "2/4",
        "4/2",
        "1/1",
        "1/0",
        "NaN",
        "1" * 39,
        "1/8",
        "１",
        "0.50",
        "1" * 90,
    ],
)
def test_read_number_refuses(text: str) -> None:
    """Only the canonical text is read."""
    with pytest.raises(ValueError, match=re.escape(repr(text))):
        read_number(text)


@given(numbers, numbers)
def test_plus_is_exact(first: Decimal | Fraction, second: Decimal | Fraction) -> None:
    """Sums are those of fractions."""
    assert plus(first, second) == exact(Fraction(first) + Fraction(second))


@given(st.integers(), st.integers(0, 50))
def test_decimal_of_is_exact(digits: int, places: int) -> None:
    """The digits with the point put in, whatever their number."""
    assert Fraction(decimal_of(digits, places)) == Fraction(digits, 10**places)


def test_is_short_counts_digits_on_both_sides() -> None:
    """38 digits pass, 39 do not, and exponents count as the zeros they stand for; a huge one is not expanded."""
    assert is_short(Decimal("9" * 38))
    assert not is_short(Decimal("9" * 39))
    assert not is_short(Decimal("1E+38"))
    assert is_short(Decimal("1E+5"))
    assert is_short(Decimal("1E-38"))
    assert not is_short(Decimal("1E-39"))
    assert not is_short(Decimal("1E+3000000"))
    assert not is_short(Decimal("NaN"))
    assert not is_short(Fraction(1, 10**38 + 1))


@pytest.mark.parametrize(
    ("number", "error"),
    [("3", TypeError), (1.5, TypeError), (True, TypeError), (None, TypeError), (Decimal("NaN"), ValueError)],
)
def test_only_exact_numbers_are_written(number: Any, error: type[Exception]) -> None:  # noqa: ANN401 (whatever is none)
    """What is no exact number is refused by name."""
    with pytest.raises(error, match=re.escape(f"got {number!s}" if error is ValueError else f"got {number!r}")):
        write_numeral(number)
