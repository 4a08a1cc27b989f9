"""The way across for what was renamed: the old name works for one version more and says when it goes."""

import warnings
from collections.abc import Callable, Mapping
from enum import EnumType
from functools import update_wrapper
from types import FunctionType
from typing import Any, ParamSpec, TypeVar

from zjreform.errors import gone

P = ParamSpec("P")
R = TypeVar("R")


def renamed_argument(old: str, new: str, version: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return a decorator that takes an argument under its old name as well, with a warning.

    Args:
        old: The old name.
        new: The name of the parameter.
        version: The version in which the old name goes.

    Example:
        >>> @renamed_argument("path", "what", "0.3")
        ... def check(what: str) -> str:
        ...     return what
        >>> with warnings.catch_warnings(record=True) as said:
        ...     warnings.simplefilter("always")
        ...     check(path="a"), str(said[0].message)
        ('a', 'check(path=) goes in version 0.3: use what=')
    """

    def takes_both(function: Callable[P, R]) -> Callable[P, R]:
        warn, said = warnings.warn, gone

        def called(*args: P.args, **named: P.kwargs) -> R:
            if old in named and new not in named:
                warn(said(f"{function.__name__}({old}=)", version, f"{new}="), stacklevel=2)
                named[new] = named.pop(old)
            return function(*args, **named)

        # With the globals of the function's own module it counts as defined there, as doctest asks.
        own = getattr(function, "__globals__")  # noqa: B009 (a callable of mypy has none)
        made = FunctionType(called.__code__, own, closure=called.__closure__)
        return update_wrapper(made, function)

    return takes_both


class RenamedMembers(EnumType):
    """The class of closed lists of which a member was renamed: ``__renamed__`` gives by old name the new one, and the version."""

    def __getattr__(cls, name: str) -> Any:  # noqa: ANN401 (a member)
        members: Mapping[str, Any] = cls.__dict__.get("_member_map_", {})
        if name in members:  # Python 3.11 finds members here
            return members[name]
        return cls._under(name, AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}"))

    def __getitem__(cls, name: str) -> Any:  # noqa: ANN401 (a member)
        members: Mapping[str, Any] = cls.__members__
        return members[name] if name in members else cls._under(name, KeyError(name))

    def _under(cls, name: str, unknown: Exception) -> Any:  # noqa: ANN401 (a member)
        renamed: Mapping[str, tuple[str, str]] = cls.__dict__.get("__renamed__", {})
        if name not in renamed:
            raise unknown
        now, version = renamed[name]
        warnings.warn(gone(f"{cls.__name__}.{name}", version, f"{cls.__name__}.{now}"), stacklevel=3)
        return cls.__members__[now]
