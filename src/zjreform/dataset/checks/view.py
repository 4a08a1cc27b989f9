"""What a check sees: the columns and records of a package with their lines, and those of the bundled dataset that it extends.

Tables of which there are few rows are checked by their records; the checks of claims, mentions and codings, of which there may be a
million, go over columns, so that no record is made of a row in which nothing is wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import field, frozen

from zjreform.dataset.bundled import bundled
from zjreform.dataset.checks.structure import check_tables
from zjreform.dataset.tables import Tables
from zjreform.errors import Problem
from zjreform.records.index import TABLES


@frozen
class View:
    """The tables of one package.

    Attributes:
        tables: Its own tables.
        lines: For each table, the line of each record in its file.
        base: The tables that references may lead into as well; ``None`` where the package stands alone.
    """

    tables: Tables
    lines: Mapping[str, Sequence[int]]
    base: Tables | None = None

    _records: dict[str, dict[str, Any]] = field(init=False, factory=dict)
    _columns: dict[tuple[str, str], Sequence[Any]] = field(init=False, factory=dict)
    _places: dict[str, dict[str, int]] = field(init=False, factory=dict)

    def each(self, table: str) -> Iterator[tuple[Any, int]]:
        """Iterate over the records of a table with their lines."""
        return zip(getattr(self.tables, table), self.lines[table], strict=True)

    def column(self, table: str, field: str) -> Sequence[Any]:
        """Return the values of one field of the records of a table."""
        if (table, field) not in self._columns:
            self._columns[table, field] = getattr(self.tables, table).column(field)
        return self._columns[table, field]

    def rows(self, table: str, *fields: str) -> Iterator[tuple[Any, ...]]:
        """Iterate over the values of some fields of a table, with the line of each record as the last."""
        return zip(*(self.column(table, each) for each in fields), self.lines[table], strict=True)

    def get(self, table: str, key: str | None) -> Any:  # noqa: ANN401 (a record of the table)
        """Return the record with an id, from the package or what it extends; ``None`` where there is none."""
        if key is None:
            return None
        if table not in self._records:
            self._records[table] = {row.id: row for row in getattr(self.tables, table)}
        found = self._records[table].get(key)
        return getattr(self.base, table).get(key) if found is None and self.base is not None else found

    def value(self, table: str, key: str | None, field: str) -> Any:  # noqa: ANN401 (a value of the field)
        """Return one field of the record with an id, from the package or what it extends; ``None`` where there is none."""
        if key is None:
            return None
        if table not in self._places:
            self._places[table] = {own: place for place, own in enumerate(self.column(table, "id"))}
        place = self._places[table].get(key)
        if place is not None:
            return self.column(table, field)[place]
        record = None if self.base is None else getattr(self.base, table).get(key)
        return None if record is None else getattr(record, field)

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """What the mentions are of."""
        return frozenset(self.column("mentions", "of"))


def check_form(tables: Tables) -> tuple[list[Problem], Tables | None]:
    """Return what reading would refuse in tables that lie in memory, and the tables that their references lead into as well.

    Records hold what their columns can; that ids, references and spans agree is seen only over all tables.

    Example:
        >>> import zjreform as zj
        >>> check_form(zj.load())
        ([], None)
    """
    rows = {name: tuple(getattr(tables, name)) for name in TABLES}
    lines = {name: range(2, len(records) + 2) for name, records in rows.items()}
    problems = check_tables(rows, lines)
    if not problems:
        return problems, tables.base
    base = tables.base or bundled()
    return check_tables(rows, lines, {name: getattr(base, name).ids for name in TABLES}), base


def view_of(tables: Tables, base: Tables | None = None, lines: Mapping[str, Sequence[int]] | None = None) -> View:
    """Return the view of tables that lie in memory, each record on the line on which `Dataset.write` would put it.

    Example:
        >>> import zjreform as zj
        >>> next(view_of(zj.load()).each("tiers"))[1]
        2
    """
    own = {name: range(2, len(getattr(tables, name)) + 2) for name in TABLES} if lines is None else lines
    return View(tables, own, base)


def problem(table: str, line: int, field: str, value: object, expected: str, remedy: str) -> Problem:
    """Return the problem of one cell.

    Example:
        >>> print(problem("tiers", 3, "quota", 4, "at most 3", "correct it"))
        tiers.csv row 3, quota: expected at most 3, got '4' (correct it)
    """
    return Problem(f"{table}.csv", line, field, "" if value is None else str(value), expected, remedy)
