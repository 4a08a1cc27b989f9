"""Columns of plain cells, read as a whole: a pattern over all of them at once in place of a hook for each.

What a whole column does not plainly hold is left to the hooks, which also say what is wrong and where.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.quantity.bounds import Bound
from zjreform.tabular.held_rows import PlainQuantities, coded, distinct_of
from zjreform.tabular.quantity_cells import plain_unit

_INTEGER_DIGITS = 18
_NUMBERS = re.compile(r"(?:(?:0|[1-9][0-9]{0,18})(?:\.[0-9]{0,18}[1-9])?+\n)++")
"""Numbers as files write them, neither long nor negative nor fractions; each with a line end."""
_BOUNDS: Mapping[str, Bound] = {str(bound): bound for bound in Bound}
_EMPTY = ("upper", "lower_open", "upper_open", "implied_high")
"""Parts of a quantity that a plain one leaves empty."""


def plain_values(field: FieldSchema, cells: Sequence[str]) -> Sequence[Any] | None:
    """Return the values of a column of texts or whole numbers; ``None`` where its hook must be asked for each cell.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> name, quota = schema_of("tiers").fields[2], schema_of("awards").fields[3]
        >>> plain_values(name, ["甲", "乙"]), plain_values(name, ["甲 "]), plain_values(quota, ["1", "2"]), plain_values(quota, ["01"])
        (['甲', '乙'], None, [1, 2], None)
    """
    if field.many:
        return None
    if field.kind is str:
        return _texts(field, cells)
    return _integers(field, cells) if field.kind is int else None


def _texts(field: FieldSchema, cells: Sequence[str]) -> Sequence[Any] | None:
    if field.column.pattern:
        joined = "\n".join(cells)
        one_each = joined.count("\n") == len(cells) - 1
        return cells if one_each and _repeated(field.column.pattern).fullmatch(joined) else None
    if not "".join(cells).isprintable() or list(map(str.strip, cells)) != list(cells):
        return None
    if field.nullable:
        return [cell or None for cell in cells]
    return cells if all(cells) else None


@lru_cache(maxsize=64)
def _repeated(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})(?:\n(?:{pattern}))*+")


def _integers(field: FieldSchema, cells: Sequence[str]) -> Sequence[Any] | None:
    if max(map(len, cells)) > _INTEGER_DIGITS:
        return None
    try:
        found = list(map(int, cells))
    except ValueError:
        return None
    least = field.column.minimum
    canonical = list(map(str, found)) == list(cells)
    return found if canonical and (least is None or min(found) >= least) else None


def plain_quantities(columns: Mapping[str, Sequence[str]]) -> PlainQuantities | None:
    """Return the quantities of the seven columns of cells, if each states one plain number and no two are equal.

    Example:
        >>> empty = dict.fromkeys(("upper", "lower_open", "upper_open", "implied_high"), ("", ""))
        >>> list(plain_quantities({"value": ("3", "12.5"), "bound": ("exact", "over"), "unit": ("day", "件"), **empty}))
        [Quantity(3, 'day', exact), Quantity(12.5, '件', over)]
    """
    if any(any(columns[name]) for name in _EMPTY):
        return None
    values, bounds, units = columns["value"], columns["bound"], columns["unit"]
    distinct_bounds, distinct_units = distinct_of(bounds), distinct_of(units)
    if not distinct_bounds.keys() <= _BOUNDS.keys() or len(set(zip(values, bounds, units, strict=True))) < len(values):
        return None
    if not are_plain_numbers(values):
        return None
    try:
        known = {code: plain_unit(code) for code in distinct_units}
    except ValueError:
        return None
    return PlainQuantities(values, coded(units, distinct_units, known), coded(bounds, distinct_bounds, _BOUNDS))


def are_plain_numbers(cells: Sequence[str]) -> bool:
    """Return whether each cell is a number that reads as it is written: neither long nor negative, and no fraction.

    Example:
        >>> are_plain_numbers(["0", "12.5"]), are_plain_numbers(["12.50"]), are_plain_numbers([])
        (True, False, True)
    """
    text = "".join([f"{cell}\n" for cell in cells])
    return not cells or (text.count("\n") == len(cells) and _NUMBERS.fullmatch(text) is not None)
