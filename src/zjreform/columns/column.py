"""Columns: what each field of a record holds, said once, as metadata of the attrs field.

The codebook, every schema and the reader are derived from it. A field typed ``X | None`` may be empty, and *none* says what
empty means there; a tuple is a list whose cell is split at ``;``.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NewType

from attrs import Attribute, frozen

from zjreform.code import Code
from zjreform.lazy import reach

Edtf = NewType("Edtf", str)
"""A date in EDTF, level 1: ``2018``, ``2018-06-19``, ``2018-08/2018-10``, ``2017/..``, ``2019~``."""

Whole = NewType("Whole", Decimal)
"""A whole number of up to 38 digits, more than a frame's whole numbers hold."""

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""Form of every id: lower-case ASCII words joined by hyphens."""


@frozen
class Column:
    """What one field holds.

    Attributes:
        zh: Label in Chinese.
        en: Label in English.
        about: Definition, in English.
        none: What an empty cell means; ``""`` where a cell is never empty.
        refs: Tables whose ids the cell holds. One table: bare ids; several: ids with the prefix of their table.
        unit: Unit of the numbers, ``""`` if they have none.
        pattern: Regular expression that each text must match in full, ``""`` for any.
        minimum: Smallest number allowed.
        without: Values of the closed list that stand in no cell.
    """

    zh: str
    en: str
    about: str
    none: str = ""
    refs: tuple[str, ...] = ()
    unit: str = ""
    pattern: str = ""
    minimum: int | None = None
    without: tuple[Code, ...] = ()


def column(
    zh: str,
    en: str,
    about: str,
    *,
    none: str = "",
    refs: tuple[str, ...] | str = (),
    unit: str = "",
    pattern: str = "",
    minimum: int | None = None,
    without: tuple[Code, ...] = (),
) -> Mapping[str, Column]:
    """Return the metadata by which an attrs field carries its column.

    Args:
        zh: Label in Chinese.
        en: Label in English.
        about: Definition, in English.
        none: What an empty cell means; the field then defaults to ``None``.
        refs: The table or tables whose ids the cell holds.
        unit: Unit of the numbers.
        pattern: Regular expression that each text must match in full.
        minimum: Smallest number allowed.
        without: Values of its closed list that are refused.

    Example:
        >>> import attrs
        >>> from zjreform.records.rosters import Award
        >>> attrs.fields(Award).position.metadata["column"].en
        'position'
    """
    refs = (refs,) if isinstance(refs, str) else refs
    return {"column": Column(zh, en, about, none, refs, unit, pattern, minimum, without)}


def identifier(about: str) -> Mapping[str, Column]:
    """Return the metadata of a record's own id."""
    return column("编号", "id", about, pattern=SLUG)


def checked(_: type, fields: "list[Attribute[Any]]") -> "list[Attribute[Any]]":
    """Give every field of a class a check of its value: the ``field_transformer`` of each row class.

    What a cell of the column could not hold is refused, so that a row made by hand is as good as one that was read.

    Example:
        >>> import zjreform as zj
        >>> zj.load().awards[0].position
        1
    """
    return [attribute.evolve(validator=_Check()) for attribute in fields]


class _Check:
    """The check of one field; it is made when a value first comes, since making it needs the schema."""

    __slots__ = ("_refuse",)

    def __init__(self) -> None:
        self._refuse: Callable[[str, object], None] | None = None

    def __call__(self, row: object, attribute: "Attribute[Any]", value: object) -> None:
        if self._refuse is None:
            self._refuse = reach("check of a field")(attribute)
        self._refuse(type(row).__name__, value)
