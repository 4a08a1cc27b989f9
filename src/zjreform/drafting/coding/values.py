"""Values that a person enters: checked as a file would check them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from zjreform.drafting.coding.states import FIELDS, field_schema
from zjreform.errors import DatasetError, Problem, UnknownIdError, UnknownValueError, close_to
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
