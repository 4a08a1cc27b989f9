"""Bringing figures to days, percent and counts; rules for working days and months; pint."""

import re
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import chinese_calendar  # type: ignore[import-untyped]
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.every import every
from tests.strategies import quantities

from zjreform.columns.rows import Rows
from zjreform.errors import BasisError, BoundError, DimensionError, ExtraMissingError, ParseError, UnknownValueError
from zjreform.quantity import physical
from zjreform.quantity.bounds import Bound
from zjreform.quantity.normalise import Normalised, count, days, normalise, percent
from zjreform.quantity.parsing import parse
from zjreform.quantity.physical import registry, to_pint
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension, unit, units
from zjreform.quantity.workdays import ChinaCalendar, FiveDayWeek, MeanGregorian, Rule, Thirty365, to_calendar_days

RULES: list[Rule] = [FiveDayWeek(), MeanGregorian(), Thirty365(), ChinaCalendar(date(2018, 3, 1))]


@pytest.mark.parametrize(
    ("figure", "rule", "expected"),
    [
        ("2周", None, "14天"),
        ("36小时", None, "1.5天"),
        ("50分钟以内", None, "5/144天以内"),
        ("8个工作日", None, "8个工作日"),
        ("2个工作小时", None, "2个工作小时"),
        ("十五日内", None, "15天以内"),
        ("10个工作日", FiveDayWeek(), "14天"),
        ("200多个工作日", FiveDayWeek(), "超过280天（隐含不足420天）"),
        ("1年", Thirty365(), "365天"),
        ("14个月", Thirty365(), "425天"),
        ("1年", MeanGregorian(), "365.2425天"),
        ("3至6个月", MeanGregorian(), "91.310625至182.62125天"),
        ("5天", FiveDayWeek(), "5天"),
        (
            "5个工作日",
            ChinaCalendar(date(2018, 9, 28)),
            "12天",
        ),  # 29 and 30 September were worked, 1 to 7 October were not
    ],
)
def test_days(figure: str, rule: Rule | None, expected: str) -> None:
    """Times come in days, working times stay what they are unless a rule is named."""
    assert days(figure, rule) == parse(expected)
    assert days(parse(figure), rule=rule) == parse(expected)


@pytest.mark.parametrize(
    ("figure", "expected"), [("近8成", "近80%"), ("5‰", "0.5%"), ("三分之一", "三分之一"), ("30%至50%", "30%至50%")]
)
def test_percent(figure: str, expected: str) -> None:
    """Shares of any spelling come in %."""
    assert percent(figure).exact_eq(parse(expected))
    assert percent(parse("30%").to("cheng")).exact_eq(parse("30%"))


@pytest.mark.parametrize(
    ("work", "error", "match"),
    [
        (lambda: days("5件"), DimensionError, "expected a quantity of dimension duration, got count: '5件'"),
        (lambda: days("1年"), BasisError, "Thirty365"),
        (lambda: days("1年", FiveDayWeek()), BasisError, "month"),
        (lambda: days("5个工作日", Thirty365()), BasisError, "workday"),
        (lambda: days("2个工作小时", FiveDayWeek()), BasisError, "workhour"),
        (lambda: days("很久"), ParseError, "'很久'"),
        (lambda: percent("3天"), DimensionError, "expected a quantity of dimension percent, got duration: '3天'"),
        (lambda: percent("3倍"), DimensionError, "multiple"),
        (lambda: percent("3个百分点"), DimensionError, "percentage_point"),
        (lambda: count("3天"), DimensionError, "count"),
        (lambda: count("120"), DimensionError, "number"),
        (lambda: count("12.5件", whole=True), ParseError, "a whole number at position 0 in '12.5件'"),
        (lambda: count(parse("1.5至3件"), whole=True), ParseError, "a whole number"),
        (lambda: to_calendar_days(parse("5件"), FiveDayWeek()), DimensionError, "count"),
        (lambda: days("1.5个工作日", ChinaCalendar(date(2018, 1, 1))), BasisError, "whole working days"),
        (lambda: days("5个工作日", ChinaCalendar(date(1990, 1, 1))), BasisError, "does not know 1990"),
        (lambda: normalise("3天", to="days"), TypeError, "one text"),  # type: ignore[arg-type]
        (lambda: normalise(["3天"], to="days", errors="ignore"), ValueError, "'ignore'"),  # type: ignore[arg-type]
        (lambda: normalise(["3天"], to="percent", rule=FiveDayWeek()), ValueError, "rule goes with"),
        (lambda: normalise(["3天"], to="days", whole=True), ValueError, "whole with"),
        (lambda: normalise(["3天"], to="龘"), UnknownValueError, "龘"),
        (lambda: normalise([3], to="days"), TypeError, "got 3"),
        (lambda: to_pint(parse("3天以上")), BoundError, "one exact number"),
        (lambda: to_pint(parse("3至5天")), BoundError, "one exact number"),
    ],
)
def test_refuses(work: Callable[[], object], error: type[Exception], match: str) -> None:
    """What does not convert is refused, and the error names both sides."""
    with pytest.raises(error, match=re.escape(match)):
        work()


def test_count_keeps_averages_unless_whole_is_asked() -> None:
    """12.5件 is a count; asking for whole numbers refuses it and passes others."""
    assert count("12.5件") == parse("12.5件")
    assert count("3至5件", whole=True) == parse("3至5件")


FIGURES = ["3天", None, "2周", "5件", "3个月", "x"]


def check(result: Normalised) -> None:
    """Assert what ``FIGURES`` normalise to."""
    assert result.values == (parse("3天"), None, parse("14天"), None, None, None)  # noqa: PD011 (no frame)
    assert [(each.position, each.value, type(each.error)) for each in result.failures] == [
        (3, "5件", DimensionError),
        (4, "3个月", BasisError),
        (5, "x", ParseError),
    ]


@pytest.mark.parametrize(
    "values",
    [
        FIGURES,
        tuple(FIGURES),
        pd.Series(FIGURES),
        pd.Series(FIGURES, dtype="string"),
        pl.Series(FIGURES),
        pa.chunked_array([FIGURES]),
        pa.array(FIGURES),
    ],
    ids=lambda values: type(values).__module__ + str(getattr(values, "dtype", "")),
)
def test_columns_of_every_kind(values: Any) -> None:  # noqa: ANN401 (columns have no common type)
    """Any iterable and any column gives the same values and the same failures at the same positions."""
    check(normalise(values, to="days", errors="collect"))


def test_a_generator_is_read_once() -> None:
    """An iterator is enough."""
    check(normalise((figure for figure in FIGURES), to="days", errors="collect"))


def test_raise_stops_at_the_first_and_names_its_position() -> None:
    """The error is that of the figure, with its position noted."""
    with pytest.raises(DimensionError) as caught:
        normalise(FIGURES, to="days")
    assert caught.value.__notes__ == ["at position 3: '5件'"]


def test_other_targets() -> None:
    """Percent, counts, rules and any unit are targets; NaN is missing; quantities pass."""
    assert normalise(["8成", float("nan")], to="percent").values == (parse("80%"), None)  # noqa: PD011 (no frame)
    assert normalise([parse("5件")], to="count", whole=True).values == (parse("5件"),)  # noqa: PD011 (no frame)
    assert normalise(["10个工作日"], to="days", rule=FiveDayWeek()).values == (parse("14天"),)  # noqa: PD011 (no frame)
    assert normalise(["30亩", pd.NA], to="公顷").values == (parse("2公顷"), None)  # noqa: PD011 (no frame)


@given(
    quantities(st.sampled_from([unit("workday")])),
    quantities(st.sampled_from([unit("month"), unit("year"), unit("quarter")])),
)
def test_rules_keep_bounds_and_order(work: Quantity, months: Quantity) -> None:
    """A linear rule keeps the bound; a longer time is never fewer days."""
    for quantity, rule in ((work, FiveDayWeek()), (months, MeanGregorian())):
        found = to_calendar_days(quantity, rule)
        assert (found.bound, found.unit.code) == (quantity.bound, "day")
        assert Fraction(found.value) == rule.days(Fraction(quantity.value) * quantity.unit.factor, quantity.unit.base)


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_thirty365_never_falls(first: int, second: int) -> None:
    """More months are never fewer days, and a full year is 365."""
    low, high = sorted((first, second))
    assert Thirty365().days(Fraction(low), "month") <= Thirty365().days(Fraction(high), "month")
    assert Thirty365().days(Fraction(12 * low), "month") == 365 * low
    assert Thirty365().days(Fraction(-low), "month") == -Thirty365().days(Fraction(low), "month")


@given(st.dates(date(2016, 1, 1), date(2019, 12, 1)), st.integers(0, 30))
def test_china_calendar_ends_on_a_working_day(start: date, number: int) -> None:
    """The term ends on a working day, with exactly so many working days in it."""
    length = int(ChinaCalendar(start).days(Fraction(number), "workday"))
    passed = [start + timedelta(days=each) for each in range(1, length + 1)]
    assert sum(chinese_calendar.is_workday(day) for day in passed) == number
    assert not number or chinese_calendar.is_workday(passed[-1])


@given(quantities(st.sampled_from([each for each in units().values() if "/" not in each.code])))
def test_pint_holds_every_unit(quantity: Quantity) -> None:
    """Every unit has a pint unit, and converting to another of the same base there is what it is here."""
    plain = Quantity(quantity.value, quantity.unit)
    found = to_pint(plain)
    assert isinstance(found.magnitude, Fraction | int)
    for other in (
        each
        for each in units().values()
        if each.base == plain.unit.base and plain.dimension is not Dimension.TEMPERATURE
    ):
        into = to_pint(Quantity(Decimal(1), other))
        assert found.to(into.units).magnitude / into.magnitude == Fraction(plain.to(other).value)


def test_pint_keeps_apart_what_is_apart() -> None:
    """Working days, calendar months, currencies and classifiers do not convert to anything else."""
    pint = registry()
    for one, two in (
        ("8个工作日", "8天"),
        ("3个月", "90天"),
        ("5元", "5美元"),
        ("5件", "5个"),
        ("5件", "5"),
        ("8个工作日", "8个工作小时"),
    ):
        assert to_pint(parse(one)).dimensionality != to_pint(parse(two)).dimensionality
    assert to_pint(parse("3.5元/立方米")).check("[currency_yuan] / [length] ** 3")
    assert registry() is pint


@pytest.mark.parametrize(
    ("missing", "work", "extra"),
    [
        ("narwhals", lambda: normalise(pl.Series(["3天"]), to="days"), "polars"),
        ("narwhals", lambda: normalise(pd.Series(["3天"]), to="days"), "pandas"),
        ("chinese_calendar", lambda: days("3个工作日", ChinaCalendar(date(2018, 1, 1))), "calendar"),
    ],
)
def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, missing: str, work: Callable[[], object], extra: str
) -> None:
    """Without the package the error says which extra brings it."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ExtraMissingError, match=re.escape(f"zjreform[{extra}]")):
        work()


def test_a_missing_pint_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no registry has been built yet, the error says which extra brings pint."""
    monkeypatch.setattr(physical, "_built", {})
    monkeypatch.setitem(sys.modules, "pint", None)
    with pytest.raises(ExtraMissingError, match=re.escape("zjreform[units]")):
        to_pint(parse("3天"))


def test_rules_are_values() -> None:
    """Rules compare by what they say and are accepted by the protocol."""
    assert FiveDayWeek() == FiveDayWeek()
    assert ChinaCalendar(date(2018, 1, 1)) != ChinaCalendar(date(2018, 1, 2))
    assert all(isinstance(rule, Rule) for rule in RULES)
    assert to_calendar_days(parse("3个工作日以上"), RULES[3]).bound is Bound.AT_LEAST
    assert len({FiveDayWeek(), FiveDayWeek()}) == 1


@pytest.mark.parametrize(
    "work",
    [
        lambda: days("8个工作日", "five"),  # type: ignore[call-overload]
        lambda: days("8天", FiveDayWeek),  # type: ignore[call-overload]
        lambda: to_calendar_days(parse("8个工作日"), FiveDayWeek),  # type: ignore[arg-type]
        lambda: normalise([], to="days", rule=Thirty365),  # type: ignore[arg-type]
    ],
)
def test_a_rule_is_an_object_and_no_class(work: Callable[[], object]) -> None:
    """A text or the class itself, without brackets, is refused before anything is counted."""
    with pytest.raises(TypeError, match=r"expected a rule such as FiveDayWeek\(\)"):
        work()


@pytest.mark.parametrize("start", ["2018-09-28", datetime(2018, 9, 28, tzinfo=UTC), None, 20180928])
def test_a_calendar_starts_on_a_date(start: Any) -> None:  # noqa: ANN401 (whatever is no date)
    """What is no date is refused when the rule is made, not when it is used."""
    with pytest.raises(TypeError, match=re.escape(f"got {start!r}")):
        ChinaCalendar(start)


@pytest.mark.parametrize("start", [date(9999, 12, 31), date(1, 1, 1)])
def test_a_calendar_refuses_the_ends_of_time(start: date) -> None:
    """The first and the last day a date can be are years that no calendar of working days knows."""
    with pytest.raises(BasisError, match=f"does not know {start.year}"):
        to_calendar_days(parse("1个工作日"), ChinaCalendar(start))


@pytest.mark.parametrize("read", [days, percent, count])
@pytest.mark.parametrize("figure", [5, None, b"5", {"5天": 1}])
def test_only_texts_and_quantities_are_read(read: Callable[[Any], Quantity], figure: object) -> None:
    """Anything else is a type error that names it."""
    with pytest.raises(TypeError, match=re.escape(f"expected a figure string, got {figure!r}")):
        read(figure)


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"time": ["3天"]}),
        pl.DataFrame({"time": ["3天"]}),
        pl.DataFrame({"time": ["3天"]}).lazy(),
        pa.table({"time": ["3天"]}),
    ],
)
def test_a_frame_is_no_column(frame: Any) -> None:  # noqa: ANN401 (three libraries)
    """A whole frame has many columns, so the one meant must be named."""
    with pytest.raises(TypeError, match="name the column"):
        normalise(frame, to="days")


def test_an_index_of_pandas_is_a_column() -> None:
    """Figures may stand in the index, and the labels of a series do not count as positions."""
    index = pd.Index(["3天", "5件"])
    assert normalise(index, to="days", errors="collect").failures[0].position == 1
    shuffled = pd.Series(["3天", "5件"], index=[7, 3])
    assert normalise(shuffled, to="days", errors="collect").failures[0].position == 1


@every([*units(), "yuan/m3", "kg/m2", "次/day", "yuan/人·day", "L/100km", "kg/t·km"])
def test_pint_prints_every_unit(code: str) -> None:
    """A quantity handed to pint can be shown, whatever its unit."""
    assert str(to_pint(Quantity(Decimal(3), unit(code))))


@pytest.mark.parametrize("make", [pd.Series, pl.Series, pa.array, list])
def test_a_column_gives_a_frame_of_its_kind(make: Callable[[list[str | None]], Any]) -> None:
    """The number stated and its ends, one row for each value; a missing one is empty."""
    frame = days(make(["8个工作日", None, "90天以内", "3至5天"]))
    kind: Any = {pd.Series: pd.DataFrame, pl.Series: pl.DataFrame, pa.array: pa.Table}.get(make, Rows)
    assert type(frame) is kind
    rows: Any = (
        frame.to_dicts() if hasattr(frame, "to_dicts") else frame.to_pylist() if hasattr(frame, "to_pylist") else None
    )
    if rows is None:
        assert frame["basis"].tolist()[:1] == ["workday"]
        assert frame["high"].tolist()[2:] == [90.0, 5.0]
    else:
        assert [row["basis"] for row in rows] == ["workday", None, "day", "day"]
        assert [row["value"] for row in rows] == [8.0, None, 90.0, None]
        assert [(row["low"], row["high"]) for row in rows] == [(8.0, 8.0), (None, None), (None, 90.0), (3.0, 5.0)]


def test_a_frame_keeps_the_index() -> None:
    """Rows stay beside the rows that they are of."""
    frame = percent(pd.Series(["近8成", "三分之一"], index=["b", "a"]))
    assert frame.index.tolist() == ["b", "a"]
    assert (frame.loc["b", "high"], frame.loc["b", "high_open"]) == (80.0, True)


def test_errors_of_a_column() -> None:
    """Raised with position and value, collected in a column, or left empty."""
    texts = ["3天", "5件", "一团"]
    with pytest.raises(DimensionError) as caught:
        days(texts)
    assert caught.value.__notes__ == ["at position 1: '5件'"]
    collected = days(texts, errors="collect").to_dicts()
    assert [row["value"] for row in collected] == [3.0, None, None]
    assert [bool(row["error"]) for row in collected] == [False, True, True]
    coerced = days(texts, errors="coerce").to_dicts()
    assert "error" not in coerced[0]
    assert [row["basis"] for row in coerced] == ["day", None, None]
    with pytest.raises(UnknownValueError, match="no errors is called 'ignore'"):
        days(texts, errors="ignore")  # type: ignore[call-overload]
