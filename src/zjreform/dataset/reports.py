"""The result of a check: what was checked, and every problem found."""

from attrs import frozen

from zjreform.display import say
from zjreform.errors import Problem
from zjreform.lazy import HasCard
from zjreform.wording import lines


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
        warned = say("warning: ", "提醒：")
        found = [*lines(self.problems), *(warned + line for line in lines(self.warnings))]
        return "\n  ".join([f"{self.checked}{say(f': {self._counted()}', f'：{self._counted_zh()}')}", *found])

    def _counted(self) -> str:
        held = "" if self.records is None else f"{self.records} record{'' if self.records == 1 else 's'}, "
        said = _count(self.problems, "problem") if self.problems else "no problems"
        return held + said + (f", {_count(self.warnings, 'warning')}" if self.warnings else "")

    def _counted_zh(self) -> str:
        held = "" if self.records is None else f"{self.records} 条记录，"
        said = f"{len(self.problems)} 个问题" if self.problems else "没有问题"
        return held + said + (f"，{len(self.warnings)} 条提醒" if self.warnings else "")


def _count(found: tuple[Problem, ...], word: str) -> str:
    return f"{len(found)} {word}{'' if len(found) == 1 else 's'}"
