"""Files that others wrote: whatever is wrong with their bytes is an error of the library's own."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from zjreform.errors import DatasetError, Problem, ZjError

_OF_BYTES: Final = frozenset({None, errno.EINVAL})
"""What the system says where bytes lead a reader astray; all else is about the path."""


@contextmanager
def refusing(file: str, expected: str, remedy: str = "") -> Iterator[None]:
    """Turn whatever reading a damaged file raises into a `DatasetError`.

    Parsers and libraries raise some dozens of kinds for bytes that nobody wrote. Errors of the library, and what the system says of the
    path itself, pass as they are.

    Args:
        file: Name of the file, for the problem.
        expected: What it should have been.
        remedy: What to do, if anything can be done.

    Raises:
        DatasetError: Reading failed.

    Example:
        >>> import json
        >>> with refusing("a.json", "JSON"):
        ...     json.loads("[" * 100_000)
        Traceback (most recent call last):
        ...
        zjreform.errors.DatasetError: 1 problem in the data package...
    """
    try:
        yield
    except ZjError:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno not in _OF_BYTES:
            raise
        shown = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        raise DatasetError([Problem(file, 0, "", shown, expected, remedy)]) from error
