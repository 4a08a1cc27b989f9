"""Values that a person enters: checked as a file would check them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from zjreform.alike import close_to
from zjreform.columns.schema import FieldSchema
from zjreform.drafting.coding.numerals import NUMERAL_FIELDS
from zjreform.drafting.coding.offers import ROW, TAKE, Offer
from zjreform.drafting.coding.states import FIELDS, KIND, field_schema
from zjreform.errors import DatasetError, Problem, UnknownIdError, UnknownValueError
from zjreform.quantity.quantities import Quantity
from zjreform.records.schema import schema_of
from zjreform.tabular.cells import cell_reader, cell_text

if TYPE_CHECKING:
    from typing import Protocol

    class Knowing(Protocol):
        """What can say which records there are."""

        figures: dict[str, Any]

        def knows(self, reference: str) -> bool:
            """Return whether there is such a record."""


def checked_value(field: str, value: object, draft: "Knowing") -> str | None:
    """Return a value as a file writes it.

    Args:
        field: Name of the field.
        value: The value, ``None`` for an empty cell.
        draft: Says which records there are.

    Raises:
        UnknownValueError: There is no such field, or the value is not of its list or form.
        UnknownIdError: It names a record that is not known.
    """
    if field not in FIELDS:
        raise UnknownValueError("field", field, close_to(field, FIELDS))
    if value is None or value == "":
        return None
    schema = field_schema(field)
    text = cell_text(tuple(value) if isinstance(value, list) else value)
    try:
        cell_reader(schema)(text)
    except ValueError as error:
        near = close_to(text, [code.value for code in schema.codes])
        raise UnknownValueError(f"{field} ({error})", text, near) from None
    if field == "part_of":
        if text not in draft.figures and not draft.knows(f"metrics:{text}"):
            raise UnknownIdError("metrics", text, close_to(text, draft.figures))
    elif schema.column.refs:
        reference = text if ":" in text else f"{schema.column.refs[0]}:{text}"
        if not draft.knows(reference):
            raise UnknownIdError(reference.partition(":")[0], reference.partition(":")[2], ())
    return text


def checked_kind(field: str, value: object) -> str | None:
    """Return the value of a field of a numeral as a file writes it: what it is, its date, number or note.

    Args:
        field: Name of the field.
        value: The value, ``None`` for an empty cell.

    Raises:
        UnknownValueError: A numeral has no such field, or the value is not of its list or form.
    """
    if field not in NUMERAL_FIELDS:
        raise UnknownValueError("field of a numeral that is no figure", field, close_to(field, NUMERAL_FIELDS))
    schema = {one.name: one for one in schema_of("non_figures").fields}[field]
    text = "" if value is None else cell_text(value)
    if not text and field == KIND:
        raise UnknownValueError("kind of a numeral", "-", [code.value for code in schema.codes])
    if not text:
        return None
    try:
        cell_reader(schema)(text)
    except ValueError as error:
        near = close_to(text, [code.value for code in schema.codes])
        raise UnknownValueError(f"{field} ({error})", text, near) from None
    return text


def checked_field(offer: Offer, field: str, value: object, draft: "Knowing") -> str | None:
    """Return the value of a field of an offered row as a file writes it.

    Args:
        offer: The row.
        field: Name of the field; ``row`` for the decision whether there is such a row.
        value: The value, ``None`` for an empty cell, or a row that is declined.
        draft: Says which records there are.

    Raises:
        UnknownValueError: The row has no such field, or the value is not of its list or form.
        UnknownIdError: It names a record that is not known, or the row is taken and one that it rests on is not.
    """
    if field not in offer.slots:
        raise UnknownValueError(f"field of {offer.table}", field, close_to(field, offer.slots))
    if value is None or value == "":
        return None
    schemas = {one.name: one for one in schema_of(offer.table).fields}
    if field == ROW:
        if value != TAKE:
            raise UnknownValueError("decision on a row", str(value), (TAKE,))
        for name, slot in offer.slots.items():
            if name in schemas and slot.decided and slot.value is not None:
                _known(schemas[name], slot.value, draft)
        return TAKE
    text = cell_text(tuple(value) if isinstance(value, list) else value)
    try:
        cell_reader(schemas[field])(text)
    except ValueError as error:
        near = close_to(text, [code.value for code in schemas[field].codes])
        raise UnknownValueError(f"{field} ({error})", text, near) from None
    _known(schemas[field], text, draft)
    return text


def _known(schema: FieldSchema, text: str, draft: "Knowing") -> None:
    """Refuse a reference to a record that is not known; a figure of the draft is one that will be."""
    for part in text.split(";") if schema.column.refs else ():
        reference = part if ":" in part else f"{schema.column.refs[0]}:{part}"
        table, _, key = reference.partition(":")
        if not (draft.knows(reference) or (table == "metrics" and key in draft.figures)):
            raise UnknownIdError(table, key, ())


def record_from(table: str, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 (a record of any table)
    """Return a record of plain values, each checked as a cell of a file.

    Raises:
        UnknownValueError: The table has no such field.
        DatasetError: A field is missing, or a value is not of its list or form; every one is listed.

    Example:
        >>> record_from("pairings", {"id": "a", "comparator": "own_past", "like_with_like": True}).comparator.value
        'own_past'
    """
    schema = schema_of(table)
    names = {one.name for one in schema.fields}
    for name in values:
        if name not in names:
            raise UnknownValueError(f"field of {table}", name, close_to(name, names))
    made: dict[str, Any] = {}
    problems = []
    for field in schema.fields:
        given = values.get(field.name)
        if isinstance(given, Quantity):
            made[field.name] = given
            continue
        text = cell_text(tuple(given) if isinstance(given, list) else given)
        try:
            made[field.name] = cell_reader(field)(text)
        except ValueError as error:
            problems.append(Problem(table, 0, field.name, text, str(error)))
    if problems:
        raise DatasetError(problems)
    return schema.record(**made)
