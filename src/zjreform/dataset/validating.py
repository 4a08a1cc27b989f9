"""Checking a package without using it: every problem, never an exception for what the package holds."""

from os import PathLike
from pathlib import Path

from zjreform.dataset.reading import read_tables
from zjreform.dataset.reports import Report
from zjreform.errors import DatasetError
from zjreform.limits import DEFAULT, Limits


def validate(path: str | PathLike[str], *, limits: Limits = DEFAULT) -> Report:
    """Return what is wrong with a package, as `read` would refuse it.

    Args:
        path: A folder, a zip file, ``datapackage.json``, or a file that `Dataset` wrote.
        limits: What the package may hold.

    Raises:
        FileNotFoundError: There is no such path.

    Example:
        >>> import tempfile, zjreform as zj
        >>> zj.validate(zj.template(tempfile.mkdtemp() + "/mine")).ok
        True
    """
    try:
        tables = read_tables(path, limits=limits)
    except DatasetError as error:
        return Report(str(Path(path)), None, error.problems)
    return Report(str(Path(path)), sum(tables.sizes().values()), ())
