"""JSON: all tables in one object, each record with typed values; decimals and numbers of quantities are strings.

Reading is as strict as of CSV: a value of another JSON type, a missing and an unknown key are problems.
"""

import json
from collections.abc import Callable, Iterator, Sequence

from zjreform.columns.schema import FieldSchema
from zjreform.errors import Problem
from zjreform.limits import DEFAULT, Limits
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.stated import QUANTITY_PARTS
from zjreform.tabular.cells import SEPARATOR, cell_text
from zjreform.tabular.csv_text import BATCH, Sheet, too_many
from zjreform.tabular.extension import NAME

_PART_TYPES: dict[str, tuple[type, ...]] = {
    "value": (str,),
    "upper": (str, type(None)),
    "lower_open": (bool,),
    "upper_open": (bool,),
    "implied_high": (str, type(None)),
    "bound": (str,),
    "unit": (str,),
}
_WORDS = {
    str: "a string",
    int: "a whole number",
    bool: "true or false",
    type(None): "null",
    list: "a list",
    dict: "an object",
}


def json_sheets(
    file: str, records: object, fields: Sequence[FieldSchema], problems: list[Problem], limits: Limits = DEFAULT
) -> Iterator[Sheet]:
    """Yield the cells of the records of one table.

    Args:
        file: Name for problems.
        records: The list of records as JSON gives it.
        fields: Fields of the table, extension columns last.
        problems: Receives each departure; the number of a record counts as its row, from 1.
        limits: What the table may hold.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> problems = []
        >>> list(json_sheets("t", [{"id": 1}], schema_of("round_bodies").fields[:1], problems)), problems[0].expected
        ([], 'a string')
    """
    if not isinstance(records, list):
        problems.append(Problem(file, 0, "", type(records).__name__, "a list of records", "write [] if there are none"))
        return
    if len(records) > limits.rows:
        problems.append(too_many(file, len(records), limits))
        return
    readers = [(field, _cells(field)) for field in fields]
    header = [name for field in fields for name in field.cells]
    for start in range(0, len(records), BATCH):
        rows, lines = [], []
        for number, record in enumerate(records[start : start + BATCH], start + 1):
            found = list(_problems(file, number, record, readers))
            problems.extend(found)
            if not found:
                rows.append([cell for field, read in readers for cell in read(record.get(field.name))[0]])
                lines.append(number)
        if rows:
            yield Sheet(file, dict(zip(header, zip(*rows, strict=True), strict=True)), lines)


Reading = tuple[list[str], str]
"""Cells, and what was expected where the value has another type."""


Reader = Callable[[object], Reading]


def _problems(file: str, row: int, record: object, readers: Sequence[tuple[FieldSchema, Reader]]) -> Iterator[Problem]:
    """Yield what is wrong with the keys of a record, or else with the types of its values."""
    if not isinstance(record, dict):
        yield Problem(file, row, "", type(record).__name__, "an object", "write each record as an object of its fields")
        return
    names = {field.name for field, _ in readers}
    missing = {name for name in names - record.keys() if not NAME.fullmatch(name)}
    yield from (Problem(file, row, key, "no such key", "a value, or null", "write the key") for key in sorted(missing))
    unknown = sorted(record.keys() - names)
    yield from (
        Problem(file, row, key, "an unknown key", "a key of the schema", "take it out, or declare it as an extension")
        for key in unknown
    )
    for field, read in readers:
        expected = read(record.get(field.name))[1]
        if expected and field.name not in missing:
            yield Problem(
                file,
                row,
                field.name,
                json.dumps(record[field.name], ensure_ascii=False),
                expected,
                "write the type that the JSON Schema gives",
            )


def _cells(field: FieldSchema) -> Reader:
    if field.kind is Quantity:
        return _quantity
    if field.many:
        return _list
    kind = field.kind if field.kind in {int, bool} else str
    kinds = (kind, type(None)) if field.nullable else (kind,)
    return lambda value: ([cell_text(value)], "") if type(value) in kinds and value != "" else ([""], _expected(kinds))


def _list(value: object) -> Reading:
    if isinstance(value, list) and all(type(item) is str and item and SEPARATOR not in item for item in value):
        return [SEPARATOR.join(value)], ""
    return [""], f"a list of strings that are not empty and hold no {SEPARATOR!r}"


def _quantity(value: object) -> Reading:
    if not isinstance(value, dict) or value.keys() != set(QUANTITY_PARTS):
        return [""] * len(QUANTITY_PARTS), "an object of " + ", ".join(QUANTITY_PARTS)
    for name, kinds in _PART_TYPES.items():
        if type(value[name]) not in kinds or (value[name] == "" and name != "unit"):
            return [""] * len(QUANTITY_PARTS), f"for {name} {_expected(kinds)}"
    return ["" if part in {None, False} else cell_text(part) for part in map(value.__getitem__, QUANTITY_PARTS)], ""


def _expected(kinds: Sequence[type]) -> str:
    return " or ".join(_WORDS[kind] for kind in kinds)
