"""Columns: what each field of a record holds, said once, as metadata of the attrs field.

The codebook, every schema and the reader are derived from it. A field typed ``X | None`` may be empty, and *none* says what
empty means there; a tuple is a list whose cell is split at ``;``.
"""

from typing import Any, NewType

from attrs import NOTHING, field, frozen
from attrs.validators import in_, not_

from zjreform.code import Code

Edtf = NewType("Edtf", str)
"""A date in EDTF, level 1: ``2018``, ``2018-06-19``, ``2018-08/2018-10``, ``2017/..``, ``2019~``."""

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
    many: bool = False,
) -> Any:  # noqa: ANN401 (attrs types the field by its annotation)
    """Return an attrs field that carries its column.

    Args:
        zh: Label in Chinese.
        en: Label in English.
        about: Definition, in English.
        none: What an empty cell means; given, the field defaults to ``None``.
        refs: The table or tables whose ids the cell holds.
        unit: Unit of the numbers.
        pattern: Regular expression that each text must match in full.
        minimum: Smallest number allowed.
        without: Values of its closed list that are refused.
        many: The field is a tuple and defaults to an empty one.

    Example:
        >>> from attrs import fields
        >>> from zjreform.records.rosters import Award
        >>> fields(Award).position.metadata["column"].en
        'position'
    """
    refs = (refs,) if isinstance(refs, str) else refs
    what = Column(zh, en, about, none, refs, unit, pattern, minimum, without)
    default: object = () if many else None if none else NOTHING
    refused: Any = not_(in_(without), msg=f"expected no {' or '.join(without)}") if without else None
    return field(default=default, metadata={"column": what}, validator=refused)


def identifier(about: str) -> Any:  # noqa: ANN401 (attrs types the field by its annotation)
    """Return the field of a record's own id."""
    return column("编号", "id", about, pattern=SLUG)
