"""The tables of a dataset, without the questions that can be put to them.

A table of the bundled data is read when it is first asked for; the dataset stays the same value all along.
"""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from zjreform.errors import DatasetError, Problem
from zjreform.records.index import TABLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

    from zjreform.dataset.table import Table
    from zjreform.records.figures import Coding, Indicator, Mention, Metric, NonFigure, Pairing
    from zjreform.records.history import Event, Term, TermPart
    from zjreform.records.places import Organisation, Place
    from zjreform.records.rosters import (
        Applicant,
        Award,
        Case,
        CaseRelation,
        CaseTitle,
        Review,
        Round,
        RoundBody,
        Source,
        Tier,
    )


@frozen(kw_only=True)
class Tables:
    """All tables, each immutable; equality and hash are of the content.

    Attributes:
        version: Version of the data, apart from the version of the code.
        base: The tables that a package extends; its answers are given against them and count its own rows. ``None`` for any other.
    """

    version: str
    sources: "Table[Source]"
    rounds: "Table[Round]"
    round_bodies: "Table[RoundBody]"
    tiers: "Table[Tier]"
    awards: "Table[Award]"
    applicants: "Table[Applicant]"
    cases: "Table[Case]"
    case_titles: "Table[CaseTitle]"
    case_relations: "Table[CaseRelation]"
    reviews: "Table[Review]"
    places: "Table[Place]"
    organisations: "Table[Organisation]"
    indicators: "Table[Indicator]"
    metrics: "Table[Metric]"
    pairings: "Table[Pairing]"
    non_figures: "Table[NonFigure]"
    terms: "Table[Term]"
    term_parts: "Table[TermPart]"
    events: "Table[Event]"
    mentions: "Table[Mention]"
    codings: "Table[Coding]"
    base: "Tables | None" = field(default=None, init=False, eq=False, repr=False)
    _read: Callable[[str], Any] | None = field(default=None, init=False, eq=False, repr=False)
    _whole: "list[Self]" = field(factory=list, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for name in TABLES:
            object.__setattr__(self, name, getattr(self, name).at(self))

    @classmethod
    def deferred(cls, version: str, read: Callable[[str], Any]) -> "Self":
        """Return a dataset whose tables *read* gives by name, each when it is first asked for.

        Args:
            version: Version of the data.
            read: Returns a table; called at most once for each, unless several threads ask at the same time.
        """
        tables = cls.__new__(cls)
        object.__setattr__(tables, "version", version)
        object.__setattr__(tables, "_read", read)
        object.__setattr__(tables, "base", None)
        return tables

    @classmethod
    def of(cls, tables: "Tables") -> "Self":
        """Return the dataset of this class that holds the same tables."""
        made = cls(version=tables.version, **{name: getattr(tables, name) for name in TABLES})
        return made if tables.base is None else made.extending(tables.base)

    def extending(self, base: "Tables") -> "Self":
        """Return the same tables as a package that extends others.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> ds.extending(ds).find_awards(round="rib-2019") == ds.find_awards(round="rib-2019")
            True
        """
        made = type(self)(version=self.version, **{name: getattr(self, name) for name in TABLES})
        object.__setattr__(made, "base", base)
        return made

    def whole(self) -> "Self":
        """Return the dataset with the rows that it extends before its own; itself where it extends none.

        Raises:
            DatasetError: A row has the id of another one of the base: merge the two first, and say which is kept.

        Example:
            >>> import zjreform as zj
            >>> ds = zj.load()
            >>> ds.whole() is ds
            True
        """
        if self.base is None:
            return self
        if not self._whole:
            self._whole.append(type(self)(version=self.version, **_joined(self, self.base)))
        return self._whole[0]

    def same(self, other: "Tables") -> bool:
        """Return whether another dataset, of whatever class, has the same version and equal tables."""
        return self.version == other.version and all(getattr(self, name) == getattr(other, name) for name in TABLES)

    def sizes(self) -> dict[str, int]:
        """Return the number of records of each table, in the order of the data package.

        Example:
            >>> import zjreform as zj
            >>> zj.load().sizes()["awards"]
            99
        """
        return {name: len(getattr(self, name)) for name in TABLES}

    def names_of(self, table: str) -> "Mapping[str, tuple[str, str]]":
        """Return the Chinese and English names of the records of a table by id; empty where they have none.

        Example:
            >>> import zjreform as zj
            >>> zj.load().names_of("places")["lishui"]
            ('丽水市', 'Lishui')
        """
        held: Table[Any] = getattr(self.whole(), table)
        return held.kept("shown names", _names)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (a table, by its name)
            """Read a table that has not been asked for yet."""
            if name not in TABLES or self._read is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            table = self._read(name).at(self)
            object.__setattr__(self, name, table)
            return table

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), {name: getattr(self, name) for name in ("version", "base", *TABLES)})


def _names(table: "Table[Any]") -> "Mapping[str, tuple[str, str]]":
    fields = {field.name for field in table.schema.fields}
    pair = next((p for p in (("name_zh", "name_en"), ("title_zh", "title_en")) if fields.issuperset(p)), None)
    return {row.id: (getattr(row, pair[0]), getattr(row, pair[1])) for row in table} if pair else {}


def _joined(own: Tables, base: Tables) -> dict[str, Any]:
    """By name: the rows of the base and those of the package that the base does not have."""
    tables: dict[str, Any] = {}
    problems = []
    for name in TABLES:
        held, below = getattr(own, name), getattr(base, name)
        for number, row in enumerate(held, 2):
            if row.id in below.ids and below[row.id] != row:
                expected, remedy = (
                    "another id, or the row of the base",
                    "or merge the two: ds.merge(other, on_conflict=…)",
                )
                problems.append(Problem(f"{name}.csv", number, "id", row.id, expected, remedy))
        rows = (*below, *(row for row in held if row.id not in below.ids))
        tables[name] = type(held)(held.schema, rows, held.extension, version=held.version)
    if problems:
        raise DatasetError(problems)
    return tables


def _restored(kind: type[Tables], parts: dict[str, Any]) -> Tables:
    base = parts.pop("base", None)
    made = kind(**parts)
    return made if base is None else made.extending(base)
