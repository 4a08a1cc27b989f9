"""What changes from one dataset to another, by row and field: the row-level changelog of the data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from zjreform.arguments import all_told
from zjreform.columns.schema import TableSchema
from zjreform.dataset.table import Table
from zjreform.dataset.tables import Tables
from zjreform.quantity.stated import QUANTITY_PARTS
from zjreform.records.index import TABLES
from zjreform.tabular.cells import cell_text
from zjreform.tabular.quantity_cells import quantity_cells

_LONGEST = 60


@frozen
class FieldChange:
    """One row added or removed, or one field of a row that changed.

    Attributes:
        table: Name of the table.
        id: Id of the row.
        change: ``added``, ``removed`` or ``changed``.
        field: Name of the field; ``""`` for a whole row.
        before: The cell before; ``None`` for a whole row.
        after: The cell after; ``None`` for a whole row.
    """

    table: str
    id: str
    change: str
    field: str = ""
    before: str | None = None
    after: str | None = None


@all_told
@frozen
class Diff:
    """All changes from one dataset to another; the order of rows does not count.

    Attributes:
        before: Version of the first.
        after: Version of the second.
        changes: The changes in the order of the tables: removed, changed, added.

    Example:
        >>> import zjreform as zj
        >>> ds = zj.load()
        >>> len(ds.diff(ds))
        0
    """

    before: str
    after: str
    changes: tuple[FieldChange, ...]

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[FieldChange]:
        return iter(self.changes)

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return for each table with changes how many rows were added, removed and changed.

        Example:
            >>> Diff("1", "2", (FieldChange("cases", "a", "added"),)).counts()
            {'cases': {'added': 1, 'removed': 0, 'changed': 0}}
        """
        found: dict[str, dict[str, set[str]]] = {}
        for change in self.changes:
            kinds = found.setdefault(change.table, {"added": set(), "removed": set(), "changed": set()})
            kinds[change.change].add(change.id)
        return {table: {kind: len(ids) for kind, ids in kinds.items()} for table, kinds in found.items()}

    def to_dicts(self) -> list[dict[str, str | None]]:
        """Return one dictionary for each change.

        Example:
            >>> Diff("1", "2", (FieldChange("cases", "a", "added"),)).to_dicts()[0]["change"]
            'added'
        """
        names = ("table", "id", "change", "field", "before", "after")
        return [{name: getattr(change, name) for name in names} for change in self.changes]

    def to_markdown(self) -> str:
        """Return the changes as a section of a changelog.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> print(ds.diff(ds).to_markdown().splitlines()[2])
            No row changed.
        """
        lines = [f"## Data {self.after} (from {self.before})", ""]
        if not self.changes:
            return "\n".join([*lines, "No row changed.", ""])
        for table, counts in self.counts().items():
            shown = ", ".join(f"{number} {kind}" for kind, number in counts.items() if number)
            lines += [f"### {table}: {shown}", ""]
            lines += [_line(change) for change in self.changes if change.table == table]
            lines.append("")
        return "\n".join(lines)


def difference(before: Tables, after: Tables) -> Diff:
    """Return the changes from one dataset to another.

    Raises:
        TypeError: The other is no dataset.
    """
    if not isinstance(after, Tables):
        raise TypeError(f"expected a Dataset, which zj.read(path) gives, got {after!r}")
    changes = [change for name in TABLES for change in _table_changes(getattr(before, name), getattr(after, name))]
    return Diff(before.version, after.version, tuple(changes))


def changed_fields(schema: TableSchema, before: Any, after: Any) -> Iterator[FieldChange]:  # noqa: ANN401 (records)
    """Yield a change for each field in which two records of one id differ; a quantity counts as changed where its cells differ.

    Example:
        >>> import zjreform as zj
        >>> one, other = zj.load().round_bodies[:2]
        >>> [change.field for change in changed_fields(zj.load().round_bodies.schema, one, other)][0]
        'id'
    """
    for field in schema.fields:
        one, other = getattr(before, field.name), getattr(after, field.name)
        if field.cells == QUANTITY_PARTS:
            one, other = ",".join(quantity_cells(one)), ",".join(quantity_cells(other))
        if one != other:
            yield FieldChange(schema.name, before.id, "changed", field.name, cell_text(one), cell_text(other))


def _table_changes(before: Table[Any], after: Table[Any]) -> Iterator[FieldChange]:
    for key in before.ids:
        if key not in after:
            yield FieldChange(before.name, key, "removed")
    names = _extra_names(before, after)
    for record in before:
        other = after.get(record.id)
        if other is not None:
            yield from changed_fields(before.schema, record, other)
            yield from _extra_changes(names, before, after, record.id)
    for key in after.ids:
        if key not in before:
            yield FieldChange(after.name, key, "added")


def _extra_names(*tables: Table[Any]) -> Sequence[str]:
    return list(dict.fromkeys(field.name for table in tables for field in table.extension.fields))


def _extra_changes(names: Sequence[str], before: Table[Any], after: Table[Any], key: str) -> Iterator[FieldChange]:
    if not names:
        return
    one, other = before.extra_values(key), after.extra_values(key)
    for name in names:
        if one.get(name) != other.get(name):
            yield FieldChange(before.name, key, "changed", name, cell_text(one.get(name)), cell_text(other.get(name)))


def _line(change: FieldChange) -> str:
    if change.change != "changed":
        return f"- {change.change} `{change.id}`"
    return f"- `{change.id}`: {change.field} from {_shown(change.before)} to {_shown(change.after)}"


def _shown(cell: str | None) -> str:
    if not cell:
        return "nothing"
    flat = " ".join(cell.split()).replace("`", "'")
    return f"`{flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + '…'}`"
