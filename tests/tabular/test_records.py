"""Any record of any table: its cells, its JSON and its frame give it back."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interop.made import QUANTITIES

from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.dataset.table import Table
from zjreform.errors import Problem
from zjreform.quantity.quantities import Quantity
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.csv_text import read_sheets
from zjreform.tabular.digest import table_bytes
from zjreform.tabular.frame_cells import frame_sheets, with_fractions
from zjreform.tabular.json_files import json_sheets
from zjreform.tabular.json_writing import json_records
from zjreform.tabular.structure import Rows, structure_sheets

_TEXTS = st.text(st.sampled_from("aZ9 '\"=+-@,;\n\t·“浙\u3000𠮷%"), min_size=1, max_size=8).filter(
    lambda text: text == text.strip()
)
_DATES = st.sampled_from(
    ["2018", "2018-06", "2018-06-19", "2018-08/2018-10", "2017/..", "../2019", "2019~", "2018?", "2018-33"]
)
_LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    Decimal: st.decimals(-(10**6), 10**6, places=3),
    Edtf: _DATES.map(Edtf),
    Quantity: st.sampled_from(QUANTITIES),
}


def _values(field: FieldSchema) -> st.SearchStrategy[Any]:
    one = _one(field)
    if field.many:
        return st.lists(one.filter(lambda item: ";" not in item), max_size=3).map(tuple)
    return st.none() | one if field.nullable else one


def _one(field: FieldSchema) -> st.SearchStrategy[Any]:
    if field.codes:
        return st.sampled_from(field.codes)
    if field.kind is int:
        return st.integers(field.column.minimum if field.column.minimum is not None else -(10**9), 10**12)
    if field.column.pattern:
        return st.from_regex(field.column.pattern, fullmatch=True, alphabet=st.characters(codec="ascii"))
    return _LEAVES.get(field.kind, _TEXTS)


@st.composite
def records(draw: st.DrawFn, schema: TableSchema) -> Any:  # noqa: ANN401 (a record of the table)
    """Draw a record of a table."""
    return schema.record(**{field.name: draw(_values(field)) for field in schema.fields})


def _read(sheets: Any, schema: TableSchema, problems: list[Problem]) -> list[Any]:  # noqa: ANN401 (an iterator of sheets)
    rows: Rows = structure_sheets(sheets, schema, (), problems)
    assert problems == []
    return list(rows.records)


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=25)  # for each of many tables, through three forms
@given(data=st.data())
def test_any_record_reads_back(name: str, data: st.DataObject) -> None:
    """From CSV, from JSON, and from the Arrow columns."""
    schema = schema_of(name)
    record = data.draw(records(schema))
    table: Table[Any] = Table(schema, [record])
    problems: list[Problem] = []
    assert _read(read_sheets("t", table_bytes(table), schema.header, problems), schema, problems) == [record]
    content = json.loads(json.dumps(json_records(table)))
    assert _read(json_sheets("t", content, schema.fields, problems), schema, problems) == [record]
    frame = table.to_arrow()

    def values(column: str) -> Any:  # noqa: ANN401 (values of a column)
        found = frame.column(column).to_pylist()
        if f"{column}_numerator" not in frame.column_names:
            return found
        return with_fractions(
            found, *(frame.column(f"{column}_{part}").to_pylist() for part in ("numerator", "denominator"))
        )

    assert _read(frame_sheets("t", schema.fields, 1, values), schema, problems) == [record]
