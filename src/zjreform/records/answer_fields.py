"""How the columns of answers are described: new ones, ones that a table has as well, and the columns of a flattened quantity."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from zjreform.code import Code
from zjreform.columns.column import Column
from zjreform.columns.schema import FieldSchema
from zjreform.quantity.columns import quantity_fields
from zjreform.quantity.quantities import Quantity
from zjreform.records.schema import schema_of

Fields = tuple[FieldSchema, ...]


def field(
    name: str,
    kind: Any,  # noqa: ANN401 (a type, or the class of a closed list)
    zh: str,
    about: str,
    *,
    none: str = "",
    refs: tuple[str, ...] = (),
    unit: str = "",
    many: bool = False,
) -> FieldSchema:
    """Return one column of an answer.

    Example:
        >>> field("share", float, "比例", "Winners by entries.", none="no entries are known").nullable
        True
    """
    column = Column(zh, name.replace("_", " "), about, none, refs, unit)
    return FieldSchema(name, kind, nullable=bool(none), many=many, column=column)


def borrowed(table: str, *names: str) -> Iterator[FieldSchema]:
    """Yield columns that a table has, all where none is named; a quantity is flattened.

    Example:
        >>> [column.name for column in borrowed("tiers", "rank", "quota")]
        ['rank', 'quota']
    """
    for column in schema_of(table).fields:
        if not names or column.name in names:
            if column.kind is Quantity:
                yield from quantity_fields()
            else:
                yield column


def renamed(column: FieldSchema, name: str) -> FieldSchema:
    """Return the same column under another name.

    Example:
        >>> renamed(PREFECTURE, "city").name
        'city'
    """
    return evolve(column, name=name)


def codes(name: str, kind: type[Code], zh: str, about: str, none: str = "") -> FieldSchema:
    """Return a column whose values are those of a closed list.

    Example:
        >>> from zjreform.quantity.bounds import Bound
        >>> codes("bound", Bound, "界", "Where the number lies.").codes[0].value
        'exact'
    """
    return field(name, kind, zh, about, none=none)


PLACE = field("place", str, "地方", "The place it belongs to.", none="no one place", refs=("places",))
PREFECTURE = field(
    "prefecture",
    str,
    "地级市",
    "The prefecture-level city that the place is or lies in.",
    none="no one city",
    refs=("places",),
)
"""The city that a row lies in: also a column of the frames of places, cases, awards and applicants."""
