"""What the page holds of a table: its frame, what is shown of it, what it is filtered and searched by, and what it belongs to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from zjreform.code import Code
from zjreform.dataset.spelling import plain

Both = tuple[str, str]
"""A text in English and in Chinese."""

Belongs = Mapping[str, Sequence[Iterable[str]]]
"""By kind (``case``, ``place``, ``term``): the ids that each record belongs to."""


@frozen
class Shown:
    """One column of the table that the page shows.

    Attributes:
        key: Name of the column.
        name: Its label.
        cells: What stands in it, one for each record.
        numbers: What it is sorted by, where that is a number.
        links: Where a click leads, such as ``"case/nanhu-company-setup"``.
    """

    key: str
    name: Both
    cells: Sequence[Both]
    numbers: Sequence[float | None] | None = None
    links: Sequence[str | None] | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the column as the page takes it; a text that is the same in both languages stands once."""
        made: dict[str, Any] = {"key": self.key, "name": self.name}
        made["cells"] = [en if en == zh else [en, zh] for en, zh in self.cells]
        if self.numbers is not None:
            made["numbers"] = self.numbers
        if self.links is not None and any(self.links):
            made["links"] = self.links
        return made


@frozen
class Facet:
    """One thing that records are filtered by.

    Attributes:
        key: Its name in the address, which is that of the condition of the query.
        name: Its label.
        values: Each value with its label, in order.
        of: The values of each record.
        tree: Whether a value includes those below it, as a place does.
    """

    key: str
    name: Both
    values: Mapping[str, Both]
    of: Sequence[Iterable[str]]
    tree: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the facet with its values numbered, those left out that no record has."""
        held = [set(values) for values in self.of]
        used = set().union(*held) if held else set()
        values = [value for value in self.values if self.tree or value in used]
        number = {value: at for at, value in enumerate(values)}
        of = [sorted(number[value] for value in values if value in number) for values in held]
        names = [[value, *self.values[value]] for value in values]
        return {"key": self.key, "name": self.name, "values": names, "of": of, "tree": self.tree}


@frozen
class Part:
    """One view of the page.

    Attributes:
        name: Name of the view in the address.
        label: Its label.
        ids: Ids of the records.
        shown: Columns of the table.
        facets: What it is filtered by.
        search: Texts that a search looks into, for each record.
        frame: Rows of the frame, for the file with all columns.
        belongs: By kind (``case``, ``place``, ``term``): the ids that each record belongs to.
        sets: ``"results"`` or ``"intended"`` for each record, where the view keeps them apart.
        extra: Safe HTML for each record in both languages, shown on pages.
    """

    name: str
    label: Both
    ids: Sequence[str]
    shown: Sequence[Shown]
    facets: Sequence[Facet]
    search: Sequence[Iterable[str | None]]
    frame: Sequence[Mapping[str, Any]]
    belongs: Belongs = field(factory=dict)
    sets: Sequence[str] | None = None
    extra: Sequence[Both] | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the view as the page takes it."""
        return {
            "name": self.name,
            "label": self.label,
            "ids": list(self.ids),
            "shown": [column.as_json() for column in self.shown],
            "facets": [facet.as_json() for facet in self.facets],
            "search": ["\n".join(plain(text) for text in texts if text) for texts in self.search],
            "frame": _columns(self.frame),
            "belongs": {kind: [list(dict.fromkeys(ids)) for ids in of] for kind, of in self.belongs.items()},
            "sets": self.sets,
            "extra": self.extra,
        }


def _columns(rows: Sequence[Mapping[str, Any]]) -> list[list[Any]]:
    """The frame by column; one that holds a single value throughout holds it once."""
    names = list(rows[0]) if rows else []
    made: list[list[Any]] = []
    for name in names:
        values = [_plain_value(row[name]) for row in rows]
        same = all(value == values[0] for value in values)
        made.append([name, values[0]] if same else [name, None, values])
    return made


def _plain_value(value: object) -> Any:  # noqa: ANN401 (JSON)
    if isinstance(value, Decimal | Fraction):
        return int(value) if value == int(value) else str(value) if isinstance(value, Decimal) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ";".join(map(str, value))
    return value.value if isinstance(value, Code) else value


def codes(kind: type[Code]) -> dict[str, Both]:
    """Return the values of a closed list with their labels.

    Example:
        >>> from zjreform.records.roster_codes import Extent
        >>> codes(Extent)
        {'whole': ('whole', '全文'), 'part': ('part', '部分')}
    """
    return {code.value: (code.en, code.zh) for code in kind}


def code_facet(key: str, name: Both, kind: type[Code], rows: Iterable[Any], get: Callable[[Any], Any]) -> Facet:
    """Return the facet of a coded field or list.

    Example:
        >>> import zjreform as zj
        >>> facet = code_facet("kind", ("kind", "类型"), zj.TermKind, zj.load().terms[:1], lambda row: row.kind)
        >>> [list(values) for values in facet.of]
        [['reform']]
    """
    of = []
    for row in rows:
        value = get(row)
        several = value if isinstance(value, tuple | list | set) else (value,)
        of.append([one.value for one in several if one is not None])
    return Facet(key, name, codes(kind), of)


def both(en: str | None, zh: str | None = None) -> Both:
    """Return a text in both languages, either standing in where the other is missing.

    Example:
        >>> both("a"), both(None, "甲")
        (('a', 'a'), ('甲', '甲'))
    """
    return (en or zh or "", zh or en or "")
