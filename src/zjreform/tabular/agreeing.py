"""Columns that say what others say already: the parts that follow from a quantity, the days of a date, a number beside its exact text.

Whoever edits one of them and not the other would have the edit ignored, so both must agree. A row in which none of the columns that
follow is filled in says nothing about them, so that a row may be added without reckoning.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import isclose
from typing import Any

from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.errors import Problem
from zjreform.quantity.quantities import Quantity
from zjreform.tabular.extension import Extension
from zjreform.tabular.frame_columns import FrameColumn, field_columns, frame_columns

_TWICE = (Quantity, Edtf, Decimal)
"""Kinds of fields that some column says a second time."""
_NUMBERS = frozenset({"decimal", "number", "whole", "integer"})


def frame_names(schema: TableSchema, extra: Sequence[FieldSchema]) -> tuple[str, ...]:
    """Return the names of all columns that a frame of a table has, extension columns last.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> frame_names(schema_of("sources"), ())[8:11]
        ('published', 'published_start', 'published_end')
    """
    return tuple(column.name for column in frame_columns(schema, (), Extension(tuple(extra), {})))


def header_problems(
    file: str, row: int, header: Sequence[object], wanted: Sequence[str], known: Sequence[str]
) -> list[Problem]:
    """Return what is wrong with the names of the columns of a file.

    Args:
        file: Name for problems.
        row: Row of the header.
        header: The names that stand there.
        wanted: Names that must stand there.
        known: Names that may.

    Example:
        >>> [problem.value for problem in header_problems("t", 1, ["id", "id", "no"], ["id"], ["id"])]
        ['id', 'no']
    """
    missing = [name for name in wanted if name not in header]
    twice = sorted({str(name) for name in header if header.count(name) > 1})
    unknown = [str(name) for name in header if name not in known]
    problems = [Problem(file, row, "", name, "each column once", "take one of them out") for name in twice]
    problems += [
        Problem(file, row, "", name, "a column of the schema", "take it out, or declare it as a column x_…")
        for name in dict.fromkeys(unknown)
        if name not in twice
    ]
    if missing:
        expected = f"the columns {', '.join(missing)}"
        problems.append(Problem(file, row, "", ",".join(map(str, header)), expected, "put them back, named so"))
    return problems


def disagreements(
    file: str,
    also: Mapping[str, Sequence[Any]],
    fields: Sequence[FieldSchema],
    values: Sequence[Sequence[Any]],
    lines: Sequence[int],
) -> Iterator[Problem]:
    """Yield a problem for each value of *also* that differs from what the fields say.

    Args:
        file: Name for problems.
        also: Values by column.
        fields: Fields of the table.
        values: For each field, its values as the records hold them.
        lines: Lines of the rows.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> field = schema_of("sources").fields[8]
        >>> found = disagreements("t", {"published_start": ["2018-01-02"]}, [field], [["2018"]], [2])
        >>> print(next(found))
        t row 2, published_start: expected 2018-01-01, got '2018-01-02' (it follows from published: correct both, or leave it empty)
    """
    for field, cells in zip(fields, values, strict=True):
        if field.kind not in _TWICE:
            continue
        columns = [column for column in field_columns(field, cells) if column.name in also]
        given = [also[column.name] for column in columns]
        follows = [column.name not in field.cells for column in columns]
        wanted = [list(column.values) for column in columns]
        differing = [_differing(column.kind, *pair) for column, *pair in zip(columns, given, wanted, strict=True)]
        for number in sorted(set().union(*differing)):
            said = any(follow and row[number] is not None for row, follow in zip(given, follows, strict=True))
            for column, row, expected, apart, follow in zip(columns, given, wanted, differing, follows, strict=True):
                if number in apart and (said or not follow):
                    yield _problem(file, lines[number], field, column, row[number], expected[number])


def _differing(kind: str, given: Sequence[Any], expected: Sequence[Any]) -> set[int]:
    """Return the rows in which two columns say something else; each pair of values is compared once."""
    known: dict[tuple[Any, Any, Any], bool] = {}
    apart = set()
    for number, (one, other) in enumerate(zip(given, expected, strict=True)):
        if one is None and other is None:
            continue
        key = type(one), one, other
        same = known.get(key)
        if same is None:
            same = known[key] = _same(kind, one, other)
        if not same:
            apart.add(number)
    return apart


def _problem(file: str, line: int, field: FieldSchema, column: FrameColumn, given: object, expected: object) -> Problem:
    beside = "its exact text" if column.name in field.cells else field.name
    remedy = f"it follows from {beside}: correct both, or leave it empty"
    return Problem(file, line, column.name, str(given), "nothing" if expected is None else str(expected), remedy)


def _same(kind: str, given: Any, expected: Any) -> bool:  # noqa: ANN401 (a value of any frame or database)
    if given is None or given == "" or expected is None:
        return (given is None or given == "") and expected is None
    if kind in _NUMBERS:
        number, other = _number(given), _number(expected)
        # A float made for analysis may have lost its last digit in a workbook, which keeps sixteen.
        if kind == "number" and number is not None and other is not None:
            return isclose(number, other, rel_tol=1e-14)
        return number == other
    if isinstance(expected, bool):
        return isinstance(given, int) and given in {0, 1} and bool(given) is expected
    if isinstance(expected, date):
        return (given if isinstance(given, str) else f"{given:%Y-%m-%d}") == expected.isoformat()
    return type(given) is str and given == str(expected)


def _number(value: object) -> float | None:
    """Return the nearest binary fraction, which is what a column of floats holds; ``None`` for what is no number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        return None
    try:
        return float(Fraction(value) if isinstance(value, str) and "/" in value else Decimal(value))
    except (InvalidOperation, ValueError, OverflowError, ZeroDivisionError):
        return None
