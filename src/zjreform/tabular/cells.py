"""Cells: what a text in a file means for a column, and back; nothing is coerced or repaired.

A cell is read by the leaf hook of its kind, from a cattrs converter whose hooks accept the canonical spelling alone, so that
writing what was read gives the same text.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from zjreform.code import Code
from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema
from zjreform.records.edtf import edtf_bounds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cattrs import Converter

SEPARATOR = ";"
"""What joins the items of a list in one cell."""

_INTEGER = r"0|-?[1-9][0-9]*"
_DECIMAL = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_MOST_DIGITS = 38
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")


@lru_cache(maxsize=1)
def cell_converter() -> "Converter":
    """Return the converter whose leaf hooks read one cell each, strictly.

    Example:
        >>> cell_converter().structure("12", int)
        12
        >>> cell_converter().structure("12.0", int)
        Traceback (most recent call last):
        ValueError: a whole number
    """
    from cattrs import Converter  # noqa: PLC0415 (loading a dataset reads no cell)

    converter = Converter()
    for kind, read in ((str, _text), (int, _integer), (bool, _boolean), (Decimal, _decimal), (Edtf, _edtf)):
        converter.register_structure_hook(kind, read)
    # By its base: the hook of the nearest base wins, and a closed list is a kind of ``str`` as well.
    converter.register_structure_hook(Code, _code)
    return converter


def cell_reader(field: FieldSchema) -> Callable[[str], Any]:
    """Return the function that reads one cell of a field; it raises ``ValueError`` saying what was expected.

    Quantities have no cell of their own and are not read here.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> position = schema_of("awards").fields[3]
        >>> cell_reader(position)("7")
        7
    """
    hook = cell_converter().get_structure_hook(field.kind)
    one = _checked(lambda text: hook(text, field.kind), field)
    if field.many:
        item = _item(one)
        return lambda text: tuple(map(item, text.split(SEPARATOR))) if text else ()
    if field.nullable:
        return lambda text: one(text) if text else None
    return one


def cell_text(value: object) -> str:
    """Return the canonical spelling of one value.

    Example:
        >>> cell_text(("a", "b")), cell_text(None), cell_text(True), cell_text(Decimal("28.40"))
        ('a;b', '', 'true', '28.40')
    """
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return SEPARATOR.join(map(cell_text, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _checked(read: Callable[[str], Any], field: FieldSchema) -> Callable[[str], Any]:
    column = field.column
    if column.pattern:
        matches = re.compile(column.pattern).fullmatch
        return lambda text: read(text) if matches(text) else _refuse(f"a text of the form {column.pattern}")
    if column.without:
        wrong = frozenset(column.without)
        listed = "one of " + ", ".join(str(code.value) for code in field.codes)
        return lambda text: value if (value := read(text)) not in wrong else _refuse(listed)
    if column.minimum is not None:
        least = column.minimum
        return lambda text: value if (value := read(text)) >= least else _refuse(f"a number of at least {least}")
    return read


def _item(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def item(text: str) -> Any:  # noqa: ANN401 (any kind of item)
        if "；" in text or "，" in text:
            raise ValueError(f"items without ； and ，, joined by {SEPARATOR!r}")
        return read(text)

    return item


def _refuse(expected: str) -> Any:  # noqa: ANN401 (never returns)
    raise ValueError(expected)


def _text(text: str, _: Any) -> str:  # noqa: ANN401 (cattrs passes the type)
    if not text:
        raise ValueError("a value; the field may not be empty")
    if text != text.strip():
        raise ValueError("a text without white space at its ends")
    if not text.isprintable() and _CONTROLS.search(text):
        raise ValueError("a text without control characters, lone surrogates and byte-order marks")
    return text


def _integer(text: str, _: Any) -> int:  # noqa: ANN401 (cattrs passes the type)
    if len(text) > _MOST_DIGITS or not re.fullmatch(_INTEGER, text):
        raise ValueError("a whole number")
    return int(text)


def _decimal(text: str, _: Any) -> Decimal:  # noqa: ANN401 (cattrs passes the type)
    if len(text) > _MOST_DIGITS or not re.fullmatch(_DECIMAL, text):
        raise ValueError("a decimal number")
    return Decimal(text)


def _boolean(text: str, _: Any) -> bool:  # noqa: ANN401 (cattrs passes the type)
    if text not in {"true", "false"}:
        raise ValueError("true or false")
    return text == "true"


def _edtf(text: str, _: Any) -> Edtf:  # noqa: ANN401 (cattrs passes the type)
    try:
        edtf_bounds(text)
    except ValueError as error:
        raise ValueError(str(error).removeprefix("expected ").rpartition(", got ")[0]) from None
    return Edtf(text)


def _code(text: str, kind: type[Code]) -> Code:
    member = kind._value2member_map_.get(text)
    if member is None:
        raise ValueError("one of " + ", ".join(str(value) for value in kind))
    return member  # type: ignore[return-value]
