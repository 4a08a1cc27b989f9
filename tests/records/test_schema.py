"""The schema: every table is described whole, and the descriptions hold."""

import re

import pytest
from attrs import fields
from tests.every import every

from zjreform.code import Code
from zjreform.columns.column import SLUG
from zjreform.columns.schema import FieldSchema
from zjreform.records.figures import NonFigure
from zjreform.records.index import ABOUT, RECORD_TABLES, TABLES
from zjreform.records.schema import schema_of
from zjreform.text.kinds import Kind

FIELDS = [field for table in TABLES for field in schema_of(table).fields]
LISTS = sorted({type(code) for table in TABLES for field in schema_of(table).fields for code in field.codes}, key=str)


@every(FIELDS)
def test_every_field_says_what_it_holds(field: FieldSchema) -> None:
    """Labels in both languages, a definition, and for an empty cell what it means."""
    column = field.column
    assert column.zh.strip()
    assert column.en.strip()
    assert column.about.endswith(".")
    assert bool(column.none) == field.nullable
    assert set(column.refs) <= set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_every_record_has_an_id_first(table: str) -> None:
    """The first field is the id, a slug."""
    first = schema_of(table).fields[0]
    assert (first.name, first.kind, first.column.pattern) == ("id", str, SLUG)


@pytest.mark.parametrize("table", TABLES)
def test_records_are_frozen_and_take_keywords_only(table: str) -> None:
    """A record cannot change, and its fields are named when it is made."""
    record = schema_of(table).record
    assert all(attribute.kw_only for attribute in fields(record))
    assert record.__doc__
    assert ">>> " in record.__doc__


@every(LISTS)
def test_every_code_has_labels_and_a_definition(codes: type[Code]) -> None:
    """A value of a closed list speaks both languages, and no two of a list share a label."""
    assert codes.__doc__
    for code in codes:
        assert re.search("[\u4e00-\u9fff]", code.zh), code
        assert re.search("[a-z]", code.en), code
        assert code.definition.endswith("."), code
        assert str(code) == code.value
    assert len({code.zh for code in codes}) == len({code.en for code in codes}) == len(codes)


def test_metrics_are_about_tables_that_exist() -> None:
    """What a metric can be about is a table of the package."""
    assert set(RECORD_TABLES) <= set(TABLES)


def test_unknown_table() -> None:
    """There is no schema of a table that does not exist."""
    with pytest.raises(KeyError, match="cities"):
        schema_of("cities")


def test_a_numeral_that_was_not_read_is_no_row() -> None:
    """``unread`` says that a reader gave up; a row of the dataset says what a numeral is."""
    kinds = next(field for field in schema_of("non_figures").fields if field.name == "kind")
    assert Kind.UNREAD not in kinds.codes
    assert set(Kind) - set(kinds.codes) == {Kind.UNREAD}
    with pytest.raises(ValueError, match="expected one of quantity"):
        NonFigure(id="one", kind=Kind.UNREAD)


def test_tables_are_described_as_their_classes_are() -> None:
    """The words stand twice, since Python drops docstrings under ``-OO``."""
    docs = {name: (schema_of(name).record.__doc__ or "").partition("\n")[0] for name in TABLES}
    assert dict(ABOUT) == docs
