"""The columns of many quantities at once hold the cells of each by itself."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import quantities

import zjreform as zj
from zjreform.quantity.columns import QUANTITY_COLUMNS, flattened
from zjreform.tabular.quantity_arrays import decimals, quantity_arrays, quantity_type

TEXTS = (
    "三分之一",
    "七分之三以上",
    "1/3至2/3",
    "一年半",
    "2.1小时",
    "17分钟",
    "3至5个工作日以内",
    "120余万次",
    "近8成",
    "不满18岁",
    "约3亩",
    "3元",
)


def agree(found: list[zj.Quantity | None]) -> None:
    """Compare cell by cell, and the types with the stated ones."""
    arrays = quantity_arrays(found)
    rows = [(None,) * len(QUANTITY_COLUMNS) if one is None else flattened(one) for one in found]
    assert list(arrays) == [part.name for part in QUANTITY_COLUMNS]
    for place, part in enumerate(QUANTITY_COLUMNS):
        assert arrays[part.name].to_pylist() == [row[place] for row in rows], part.name
        assert arrays[part.name].type == quantity_type(part), part.name


def test_each_kind_of_quantity() -> None:
    """Ranges, open ends, fractions, every family with a usual unit; objects that repeat, and rows without any."""
    made = [zj.parse(text) for text in TEXTS]
    agree([*made, None, *made[:3]])


@pytest.mark.parametrize("text", TEXTS)
def test_alone(text: str) -> None:
    """A column of one row, in which most others are empty."""
    agree([zj.parse(text)])


def test_none() -> None:
    """No rows, and rows without quantities."""
    agree([])
    agree([None, None])


@given(st.lists(st.one_of(st.none(), quantities()), max_size=6))
@example([zj.Quantity(Decimal("1E-13"), zj.parse("3天").unit)])
@example([zj.Quantity(Decimal(10) ** 27, zj.parse("3天").unit), zj.Quantity(Fraction(1, 3), zj.parse("3天").unit)])
def test_any(found: list[zj.Quantity | None]) -> None:
    """Whatever is stated."""
    agree(found)


def test_decimals() -> None:
    """What does not fit exactly is null, its neighbours are not."""
    numbers: list[Decimal | Fraction | None] = [Decimal("1E-13"), Decimal("0.5"), Fraction(1, 3), None, Decimal("1E+3")]
    assert decimals(numbers).to_pylist() == [None, Decimal("0.5"), None, None, Decimal(1000)]


@pytest.mark.parametrize("digits", range(20, 39))
def test_long_numbers_never_overflow(digits: int) -> None:
    """Arrow's own cast of a text gives another number from 29 digits on, without a word."""
    number = Decimal(12345678901234567890123456789012345678 // 10 ** (38 - digits))
    assert decimals([number]).to_pylist() == [number if digits <= 26 else None]
