"""Every format holds the values that it held before files and frames were made from columns."""

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

import pytest
from tests.interop.format_values import READERS, STORED, values

BEFORE: Mapping[str, Mapping[str, list[Any]]] = json.loads(STORED.read_bytes())

DEPARTURES: Mapping[tuple[str, str], str] = {
    ("sqlite", "value_numerator"): "all digits, where there were fifteen of a float",
    ("excel", "unit"): "a bare number has an empty text for its unit, where there was no cell",
}
"""By format and column: why it holds something else now."""


@pytest.mark.parametrize("form", READERS)
def test_the_same_values(form: str) -> None:
    """Columns that there were hold the same, but for what is listed; and what is listed is different."""
    found = values(form)
    assert BEFORE[form].keys() <= found.keys()
    apart = {
        name for name, cells in BEFORE[form].items() if list(map(_number, cells)) != list(map(_number, found[name]))
    }
    assert apart == {name for listed, name in DEPARTURES if listed == form}, form


def _number(cell: Any) -> Any:  # noqa: ANN401 (a cell as JSON)
    """A number by its value, however it is spelt."""
    if not isinstance(cell, str):
        return cell
    try:
        return Decimal(cell)
    except InvalidOperation:
        return cell
