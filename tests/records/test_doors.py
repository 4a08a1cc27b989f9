"""Records made by hand and records that are read: both doors refuse the same, and what stands cannot be changed."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from tests.every import every
from tests.interop.made import made_dataset

import zjreform as zj
from zjreform.columns.schema import FieldSchema
from zjreform.errors import Problem
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.cells import cell_text
from zjreform.tabular.csv_text import Sheet
from zjreform.tabular.digest import table_cells
from zjreform.tabular.row_checks import checked_rows
from zjreform.tabular.structure import structure_sheets

MADE = made_dataset()
TEXTS = ("", " a", "a ", "a\x00b", "\ufeffa", "a\ud800", "A B", "a；b", "a，b", "a;b", "x" * 200, "浙江")
NUMBERS = (-1, 0, 1, 10**39)
DECIMALS = (Decimal("NaN"), Decimal("1E+3"), Decimal("-0"), Decimal("1.50"))
DATES = ("2018", "2018-13", "2018-06-31", "2017/..", "../..", "x")


def _values(field: FieldSchema) -> tuple[Any, ...]:
    kinds: dict[Any, tuple[Any, ...]] = {str: TEXTS, int: NUMBERS, Decimal: DECIMALS, bool: (True, False)}
    values = kinds.get(field.kind, field.codes or DATES)
    return tuple((value,) for value in values) if field.many else values


def _fields() -> Iterator[tuple[str, FieldSchema]]:
    for table in TABLES:
        yield from ((table, field) for field in schema_of(table).fields if len(field.cells) == 1)


def _by_hand(row: Any, name: str, value: object) -> Any:  # noqa: ANN401 (a record)
    try:
        return attrs.evolve(row, **{name: value})
    except zj.RecordError:
        return None


def _read(table: str, cells: list[str]) -> Any:  # noqa: ANN401 (a record)
    schema, problems = schema_of(table), list[Problem]()
    sheet = Sheet("t", {name: (cell,) for name, cell in zip(schema.header, cells, strict=True)}, (2,))
    rows = structure_sheets([sheet], schema, (), problems)
    return next(iter(rows.records)) if not problems else None


@every(list(_fields()))
def test_both_doors_refuse_the_same(table: str, field: FieldSchema) -> None:
    """A value makes a record by hand exactly if its cell makes the same record in a file."""
    row = next(iter(getattr(MADE, table)))
    place = schema_of(table).header.index(field.name)
    for value in _values(field):
        cells = list(table_cells(getattr(MADE, table))[0])
        cells[place] = cell_text(value)
        read, made = _read(table, cells), _by_hand(row, field.name, value)
        if made is not None:
            assert read == made
        else:
            # A cell may say another value, which the field can hold: nothing, or two items.
            assert (
                read is None or getattr(read, field.name) != value or type(value) is not type(getattr(read, field.name))
            )


@pytest.mark.parametrize("table", TABLES)
def test_every_field_checks(table: str) -> None:
    """A value of a type that no column has is refused by each field, with its name."""
    row = next(iter(getattr(MADE, table)))
    for field in schema_of(table).fields:
        with pytest.raises(zj.RecordError, match=rf"^{type(row).__name__}\.{field.name}: expected "):
            attrs.evolve(row, **{field.name: object()})


@pytest.mark.parametrize("table", TABLES)
def test_the_private_door_makes_the_same_records(table: str) -> None:
    """What it skips is the check, nothing else."""
    rows = list(getattr(MADE, table))
    columns = [[getattr(row, field.name) for row in rows] for field in schema_of(table).fields]
    assert checked_rows(schema_of(table).record, columns, len(rows)) == rows


@pytest.mark.parametrize(
    ("where", "name", "value"),
    [
        (zj.load(), "version", "x"),
        (zj.load(), "cases", ()),
        (zj.load().cases, "version", "x"),
        (zj.load().cases, "_rows", ()),
        (zj.load().cases, "query", "x"),
        (zj.load().cases, "new", "x"),
        (zj.load().cases[0], "title_zh", "x"),
        (zj.parse("3天"), "value", Decimal(4)),
        (zj.figures("3天")[0], "start", 4),
        (zj.Change(zj.parse("3天"), zj.parse("1天")), "before", None),
        (zj.Limits(), "rows", 4),
    ],
)
def test_nothing_that_is_shared_can_be_changed(where: object, name: str, value: object) -> None:
    """One user cannot change what another is given."""
    with pytest.raises((FrozenInstanceError, AttributeError), match=r"set attribute|no setter|object attribute"):
        setattr(where, name, value)


def test_labels_of_codes_are_fixed() -> None:
    """A label is shown by every frame and card of the process."""
    with pytest.raises(AttributeError, match="zh cannot be set"):
        zj.Position.BEFORE.zh = "x"
