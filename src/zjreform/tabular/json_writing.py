"""Tables as JSON: records as objects, and the text of them, which is joined from columns whose values are encoded once each."""

import json
from collections.abc import Iterable, Mapping, Sequence
from json.encoder import encode_basestring
from types import NoneType
from typing import Any

from zjreform.columns.schema import FieldSchema
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.stated import QUANTITY_PARTS
from zjreform.tabular.cell_columns import field_values, quantity_cell_columns, spelt
from zjreform.tabular.cells import cell_text
from zjreform.tabular.rowset import Rowset, all_fields

_TEXTS = frozenset((str, NoneType))
_OPEN = frozenset({"lower_open", "upper_open"})
_STEP = "  "


def json_records(rows: Rowset) -> list[dict[str, Any]]:
    """Return the records of a table as JSON objects; extension columns without a value are left out.

    Example:
        >>> from zjreform.dataset.table import Table
        >>> from zjreform.records.schema import schema_of
        >>> json_records(Table(schema_of("tiers"), ()))
        []
    """
    columns = _columns(rows)
    records = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    for name in _optional(rows):
        for record in records:
            if record[name] is None:
                del record[name]
    return records


def json_tables(head: Mapping[str, Any], tables: Iterable[Rowset]) -> str:
    """Return the text of a JSON object: what *head* says, then ``tables``, laid out as ``json.dumps`` does with two spaces.

    Example:
        >>> import zjreform as zj
        >>> text = json_tables({"a": 1}, [zj.load().rounds])
        >>> json.loads(text)["tables"]["rounds"] == json_records(zj.load().rounds)
        True
    """
    opened = json.dumps(dict(head), ensure_ascii=False, indent=2).removesuffix("\n}")
    listed = ",\n".join(f"{_STEP * 2}{_encoded_text(rows.schema.name)}: {_listed(rows)}" for rows in tables)
    return f'{opened},\n{_STEP}"tables": {{\n{listed}\n{_STEP}}}\n}}\n'


def _columns(rows: Rowset) -> dict[str, Sequence[Any]]:
    """Return the values of each field as JSON has them."""
    return {
        field.name: _quantities(values) if field.kind is Quantity else _values(field, values)
        for field, values in zip(all_fields(rows), field_values(rows), strict=True)
    }


def _quantities(quantities: Sequence[Quantity]) -> Sequence[dict[str, Any]]:
    columns = [
        [cell == "true" for cell in cells]
        if name in _OPEN
        else cells
        if name == "unit"
        else [cell or None for cell in cells]
        for name, cells in zip(QUANTITY_PARTS, quantity_cell_columns(quantities), strict=True)
    ]
    return [dict(zip(QUANTITY_PARTS, row, strict=True)) for row in zip(*columns, strict=True)]


def _values(field: FieldSchema, values: Sequence[Any]) -> Sequence[Any]:
    if field.many:
        return [list(map(cell_text, value)) if value else [] for value in values]
    if field.kind in {int, bool} or set(map(type, values)) <= _TEXTS:
        return values
    if field.codes:
        return spelt(values, lambda value: None if value is None else cell_text(value))
    return [None if value is None else cell_text(value) for value in values]


def _optional(rows: Rowset) -> tuple[str, ...]:
    return tuple(field.name for field in rows.extension.fields)


def _listed(rows: Rowset) -> str:
    """Return the records of a table as a JSON list."""
    if not len(rows):
        return "[]"
    columns, optional, margin = _columns(rows), frozenset(_optional(rows)), _STEP * 4
    encoded = [_encoded(values, margin) for values in columns.values()]
    keys = [f"{margin}{_encoded_text(name)}: " for name in columns]
    if optional:
        kept = [
            [
                None if value is None and name in optional else key + text
                for value, text in zip(values, texts, strict=True)
            ]
            for (name, values), key, texts in zip(columns.items(), keys, encoded, strict=True)
        ]
        bodies = [",\n".join(filter(None, row)) for row in zip(*kept, strict=True)]
    else:
        body = ",\n".join(f"{key}%s" for key in keys)
        bodies = [body % row for row in zip(*encoded, strict=True)]
    inner = f"\n{_STEP * 3}}},\n{_STEP * 3}{{\n".join(bodies)
    return f"[\n{_STEP * 3}{{\n{inner}\n{_STEP * 3}}}\n{_STEP * 2}]"


def _encoded(values: Sequence[Any], margin: str) -> list[str]:
    """Return the JSON text of each value, its later lines behind a margin."""
    kinds = set(map(type, values))
    if kinds <= _TEXTS:
        return (
            spelt(values, _encoded_text)
            if len(values) > _FEW and len(set(values[:_FEW])) < _FEW
            else list(map(_encoded_text, values))
        )
    if kinds == {dict}:
        parts = [_encoded([value[name] for value in values], "") for name in QUANTITY_PARTS]
        body = ",\n".join(f"{margin}{_STEP}{_encoded_text(name)}: %s" for name in QUANTITY_PARTS)
        form = f"{{\n{body}\n{margin}}}"
        return [form % row for row in zip(*parts, strict=True)]
    if kinds == {list}:
        return spelt(
            list(map(tuple, values)),
            lambda value: json.dumps(value, ensure_ascii=False, indent=2).replace("\n", f"\n{margin}"),
        )
    if kinds == {bool}:
        return ["true" if value else "false" for value in values]
    return list(map(json.dumps, values))


def _encoded_text(value: str | None) -> str:
    return "null" if value is None else encode_basestring(value)


_FEW = 64
