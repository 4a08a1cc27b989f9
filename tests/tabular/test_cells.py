"""Cells, sheets and formulas: canonical texts only, each refused with what was expected."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.interop.made import QUANTITIES

from zjreform.columns.column import Edtf
from zjreform.errors import Problem
from zjreform.quantity.bounds import Bound
from zjreform.quantity.columns import DERIVED, QUANTITY_COLUMNS, STORED, flattened
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.stated import QUANTITY_PARTS
from zjreform.quantity.units import units
from zjreform.records.schema import schema_of
from zjreform.tabular.cells import cell_converter, cell_text
from zjreform.tabular.csv_text import read_sheets, write_sheet
from zjreform.tabular.formulas import as_it_was, is_risky, made_safe
from zjreform.tabular.quantity_cells import quantity_cells, read_quantity
from zjreform.tabular.structure import structure_sheets


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("", str, "a value"),
        (" a", str, "white space"),
        ("a\u3000", str, "white space"),
        ("a\x00b", str, "control characters"),
        ("a\rb", str, "control characters"),
        ("\ud800", str, "lone surrogates"),
        ("1.0", int, "a whole number"),
        ("01", int, "a whole number"),
        ("-0", int, "a whole number"),
        ("１", int, "a whole number"),
        ("1_0", int, "a whole number"),
        ("9" * 39, int, "a whole number"),
        ("True", bool, "true or false"),
        ("1", bool, "true or false"),
        (".5", Decimal, "a decimal number"),
        ("1e3", Decimal, "a decimal number"),
        ("NaN", Decimal, "a decimal number"),
        ("2018-13", Edtf, "an EDTF date"),
        ("2018/2017", Edtf, "an EDTF date"),
        ("../..", Edtf, "an EDTF date"),
    ],
)
def test_refused_cells(text: str, kind: Any, expected: str) -> None:  # noqa: ANN401 (a kind of cell)
    """Nothing is coerced: another spelling is refused with what was expected."""
    with pytest.raises(ValueError, match=expected):
        cell_converter().structure(text, kind)


@pytest.mark.parametrize("quantity", QUANTITIES, ids=str)
def test_quantities_read_back_as_stated(quantity: Quantity) -> None:
    """Seven cells hold everything that a quantity states."""
    assert read_quantity(quantity_cells(quantity)).exact_eq(quantity)


_NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12).map(Decimal),
    st.tuples(st.integers(-(10**9), 10**9), st.integers(0, 9)).map(lambda pair: Decimal(pair[0]).scaleb(-pair[1])),
    st.tuples(st.integers(1, 99), st.sampled_from([3, 7, 11, 13]))
    .map(lambda pair: Fraction(*pair))
    .filter(lambda f: f.denominator > 1),
)


@given(_NUMBERS, st.sampled_from(sorted(units())), st.sampled_from(list(Bound)))
@example(Fraction(1, 3), "%", Bound.ABOUT)
@example(Decimal("-0.5"), "degC", Bound.EXACT)
def test_any_quantity_reads_back(value: Any, code: str, bound: Bound) -> None:  # noqa: ANN401 (a number)
    """Whatever can be a quantity is written and read back as stated."""
    try:
        quantity = Quantity(value, units()[code], bound)
    except ValueError:
        return
    assert read_quantity(quantity_cells(quantity)).exact_eq(quantity)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("8.0", "", "", "", "", "exact", "day"), "a plain number"),
        (("+8", "", "", "", "", "exact", "day"), "a plain number"),
        (("2/4", "", "", "", "", "exact", "day"), "a plain number"),
        (("", "", "", "", "", "exact", "day"), "a plain number"),
        (("8", "", "", "", "", "exactly", "day"), "a bound that is one of exact, about"),
        (("8", "", "", "", "", "exact", "天"), "the code of a unit, here 'day'"),
        (("8", "", "", "", "", "exact", "fortnight"), "the code of a unit"),
        (("3", "5", "", "false", "", "exact", "day"), "true or nothing for an open end"),
        (("5", "3", "", "", "", "exact", "day"), "upper must lie above value"),
    ],
)
def test_refused_quantities(cells: tuple[str, ...], expected: str) -> None:
    """Another spelling, or parts that contradict each other, are refused."""
    with pytest.raises(ValueError, match=re.escape(expected)):
        read_quantity(cells)


def test_columns_of_a_quantity_are_those_of_the_schema() -> None:
    """Labels exist for every part, bound and dimension, in the order of the files."""
    from zjreform.quantity.units import Dimension  # noqa: PLC0415

    assert tuple(part.name for part in STORED) == QUANTITY_PARTS
    labels = {part.name: part.codes for part in (*STORED, *DERIVED)}
    assert list(labels["bound"]) == [bound.value for bound in Bound]
    assert len(labels) == len(QUANTITY_COLUMNS)
    assert labels["dimension"] == {dimension.value: (dimension.zh, dimension.en) for dimension in Dimension}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8个工作日", {"workdays": 8, "workdays_low": 8, "workdays_high": 8, "days": 8, "day_basis": "working"}),
        ("90天以内", {"days": 90, "days_high": 90, "day_basis": "calendar"}),
        ("36小时", {"days": 1.5, "days_low": 1.5, "days_high": 1.5, "day_basis": "calendar"}),
        ("3至5个工作日", {"workdays_low": 3, "workdays_high": 5}),
        ("5分钟", {"days": 5 / 1440, "days_low": 5 / 1440, "days_high": 5 / 1440, "day_basis": "calendar"}),
        ("2个月", {}),  # months have no fixed number of days
        ("近8成", {"percent": 80, "percent_high": 80}),
        ("120余万次", {"count": 1200000, "count_low": 1200000, "count_high": None}),
        ("3‰", {"percent": 0.3, "percent_low": 0.3, "percent_high": 0.3}),
        ("3元", {}),
    ],
)
def test_normalised_columns_have_their_ends(text: str, expected: dict[str, object]) -> None:
    """One number where the claim gives one, its ends beside it; working time is never in a column of calendar days with ends."""
    row = dict(zip((part.name for part in QUANTITY_COLUMNS), flattened(parse(text)), strict=True))
    names = [f"{name}{end}" for name in ("days", "workdays", "percent", "count") for end in ("", "_low", "_high")]
    assert {name: row[name] for name in ("day_basis", *names) if row[name] is not None} == {
        name: value for name, value in expected.items() if value is not None
    }
    for name in ("days", "workdays", "percent", "count"):
        ends = [row[f"{name}_{end}_open"] for end in ("low", "high")]
        assert ends in ([row["low_open"], row["high_open"]], [None, None])


@given(st.text(max_size=12))
@example("'")
@example("''=1")
@example("-5")
@example("-5a")
@example("＝SUM(A1)")
def test_formulas_are_made_safe_and_read_back(cell: str) -> None:
    """A safe cell begins with nothing that a spreadsheet runs, and gives the text back."""
    safe = made_safe(cell)
    assert as_it_was(safe) == cell
    assert safe == cell or not safe.startswith(tuple("=+-@\t"))
    assert (safe != cell) is is_risky(cell)


_CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=6)


@given(st.lists(st.tuples(_CELL, _CELL), max_size=5))
@example([('"', "a,b"), ("\n", "")])
def test_sheets_read_back(rows: list[tuple[str, str]]) -> None:
    """What is written is read back cell by cell, and every row knows its last line."""
    data = write_sheet(("a", "b"), rows)
    problems: list[Problem] = []
    sheets = list(read_sheets("t.csv", data, ("a", "b"), problems))
    assert problems == []
    assert [pair for sheet in sheets for pair in zip(sheet.columns["a"], sheet.columns["b"], strict=True)] == rows
    lines = [line for sheet in sheets for line in sheet.lines]
    assert not rows or lines[-1] == data.count(b"\n")


def test_problems_name_the_last_line_of_a_row_with_line_breaks() -> None:
    """Rows behind a cell of two lines keep their place in the file."""
    problems: list[Problem] = []
    schema = schema_of("round_bodies")
    data = write_sheet(schema.header, [("a", "r", "two\nlines", "host", "1"), ("b", "r", "o", "hots", "1")])
    structure_sheets(read_sheets("f.csv", data, schema.header, problems), schema, (), problems)
    assert [(problem.row, problem.field, problem.value) for problem in problems] == [(4, "role", "hots")]


def test_bytes_that_are_no_utf8_are_placed() -> None:
    """The problem names the row and the byte."""
    problems: list[Problem] = []
    assert list(read_sheets("f.csv", b"a\nok\n\xb5\n", ("a",), problems)) == []
    assert (problems[0].row, problems[0].value) == (3, r"byte 5: b'\xb5\n'")


def test_other_line_ends_are_refused() -> None:
    """A file saved with CR LF is named, not repaired."""
    problems: list[Problem] = []
    assert list(read_sheets("f.csv", b"a\r\nb\r\n", ("a",), problems)) == []
    assert "line ends of LF alone" in str(problems[0])


def test_cell_texts() -> None:
    """Each kind of value has one spelling."""
    assert [cell_text(value) for value in (None, True, 0, Decimal("1E+3"), ("a",), ())] == [
        "",
        "true",
        "0",
        "1000",
        "a",
        "",
    ]
