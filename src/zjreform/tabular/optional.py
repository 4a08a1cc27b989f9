"""Optional libraries, imported when they are first needed; a missing one names the extra that brings it."""

from importlib import import_module
from typing import Any

from zjreform.errors import ExtraMissingError


def optional(package: str, extra: str) -> Any:  # noqa: ANN401 (a module whose stubs may be absent)
    """Return a module that comes with an extra.

    Args:
        package: Import name of the module.
        extra: The extra of zjreform that brings it.

    Raises:
        ExtraMissingError: The module is not installed.

    Example:
        >>> optional("json", "arrow").dumps([1])
        '[1]'
        >>> optional("no_such_module", "arrow")
        Traceback (most recent call last):
        zjreform.errors.ExtraMissingError: this needs no_such_module, which is not installed: pip install 'zjreform[arrow]'
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        if error.name != package.partition(".")[0]:
            raise
        raise ExtraMissingError(error.name, extra) from None
