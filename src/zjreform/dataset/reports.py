"""The result of a check: what was checked, and every problem found."""

from attrs import frozen

from zjreform.errors import Problem


@frozen
class Report:
    """What a check found.

    Attributes:
        checked: What was checked, such as the path of a package.
        records: How many records it holds; ``None`` where it could not be read to the end.
        problems: Every problem, each with file, row, field, value, what was expected and what to do.

    Example:
        >>> report = Report("mine", 3, ())
        >>> report.ok, str(report)
        (True, 'mine: 3 records, no problems')
    """

    checked: str
    records: int | None
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def __str__(self) -> str:
        count = len(self.problems)
        held = "" if self.records is None else f"{self.records} record{'' if self.records == 1 else 's'}, "
        said = "no problems" if not count else f"{count} problem{'' if count == 1 else 's'}"
        return "\n  ".join([f"{self.checked}: {held}{said}", *map(str, self.problems)])
