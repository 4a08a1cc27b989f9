"""Checking a package without using it: every problem, never an exception for what the package holds."""

from os import PathLike
from pathlib import Path

from zjreform.arguments import told
from zjreform.dataset.checks.meaning import check_meaning
from zjreform.dataset.checks.view import check_form, view_of
from zjreform.dataset.reading import read_view
from zjreform.dataset.reports import Report
from zjreform.dataset.tables import Tables
from zjreform.errors import DatasetError, Problem
from zjreform.limits import DEFAULT, Limits
from zjreform.renamed import renamed_argument
from zjreform.tabular.collection import paused_collection

PathText = str | PathLike[str]


@renamed_argument("path", "what", "0.3")
@told
def validate(
    what: PathText | Tables, *, sources: PathText | None = None, limits: Limits = DEFAULT, lenient: bool = False
) -> Report:
    """Return what is wrong with a package: all that `read` would refuse, and then all in which its content contradicts itself.

    A figure whose unit is none of its indicator, a claim that its own characters do not say, parts that do not sum to their whole: what
    needs no judgement is a problem; what may be right but should be looked at is a warning. Content is checked once the form is right.

    Args:
        what: A folder, a zip file, ``datapackage.json``, a file that `Dataset` wrote, or a `Dataset`.
        sources: Folder with the documents it was coded from; hash, length and every span are checked in those that are there.
        limits: What the package may hold.
        lenient: Read CSV files leniently, as ``read(…, lenient=True)`` does; each change is a warning.

    Raises:
        FileNotFoundError: There is no such path.
        NotADirectoryError: *sources* is no folder.

    Example:
        >>> import tempfile, zjreform as zj
        >>> zj.validate(zj.template(tempfile.mkdtemp() + "/mine")).ok
        True
        >>> print(zj.validate(zj.load()))
        Dataset ...: ... records, no problems
    """
    folder = None if sources is None else Path(sources)
    if folder is not None and not folder.is_dir():
        raise NotADirectoryError(f"expected a folder with source texts, got {str(folder)!r}")
    with paused_collection():
        return _report(what, folder, limits, [] if lenient else None)


def _report(what: PathText | Tables, folder: Path | None, limits: Limits, changes: list[Problem] | None) -> Report:
    if isinstance(what, Tables):
        name, (problems, base) = f"Dataset {what.version}", check_form(what)
        if problems:
            return Report(name, None, tuple(problems))
        view = view_of(what, base)
    else:
        name = str(Path(what))
        try:
            view = read_view(what, limits, changes=changes)
        except DatasetError as error:
            return Report(name, None, error.problems)
    wrong, warnings = check_meaning(view, folder)
    return Report(name, sum(view.tables.sizes().values()), tuple(wrong), (*(changes or ()), *warnings))
