"""The result of a check: what was checked, and every problem found."""

from attrs import frozen

from zjreform.errors import Problem, listed
from zjreform.lazy import HasCard


@frozen(repr=False)
class Report(HasCard):
    """What a check found.

    Attributes:
        checked: What was checked, such as the path of a package.
        records: How many records it holds; ``None`` where it could not be read to the end.
        problems: Every problem, each with file, row, field, value, what was expected and what to do.
        warnings: What may be right but should be looked at, in the same form.

    Example:
        >>> report = Report("mine", 3, ())
        >>> report.ok, str(report)
        (True, 'mine: 3 records, no problems')
    """

    checked: str
    records: int | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        records = "" if self.records is None else f", {self.records} records"
        return f"<Report of {self.checked}: {len(self.problems)} problems{records}>"

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong; warnings do not count."""
        return not self.problems

    def __str__(self) -> str:
        held = "" if self.records is None else f"{self.records} record{'' if self.records == 1 else 's'}, "
        said = _count(self.problems, "problem") if self.problems else "no problems"
        said += f", {_count(self.warnings, 'warning')}" if self.warnings else ""
        return "\n  ".join(
            [f"{self.checked}: {held}{said}", *listed(self.problems), *map("warning: {}".format, listed(self.warnings))]
        )


def _count(found: tuple[Problem, ...], word: str) -> str:
    return f"{len(found)} {word}{'' if len(found) == 1 else 's'}"
