"""What a public function says of an argument of a wrong type: which one, what was expected and what it got.

A function that is `told` costs one call more and checks nothing while it succeeds. Where it fails over what it was given, its annotations
say which argument does not fit, and that is the error; a failure that no argument explains stays what it is.
"""

import sys
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import update_wrapper
from inspect import Parameter, getattr_static, signature, unwrap
from typing import Any, Final, TypeVar

from zjreform.errors import ZjError

_F = TypeVar("_F", bound=Callable[..., Any])
_C = TypeVar("_C", bound=type)
_OF_RE: Final = "bytes-like object"
"""By what the errors of the ``re`` module are known, which are worded as ours are."""
_FAILURES: Final = (TypeError, AttributeError, UnicodeEncodeError, KeyError, IndexError)


class ArgumentError(ZjError, TypeError):
    """An argument is of a type that the function does not take.

    Attributes:
        name: Name of the parameter.
        value: What was given.
        expected: What is taken.

    Example:
        >>> print(ArgumentError("path", 3, "str or PathLike[str]"))
        expected str or PathLike[str] for path, got 3
    """

    def __init__(self, name: str, value: object, expected: str) -> None:
        super().__init__(name, value, expected)
        self.name, self.value, self.expected = name, value, expected

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"expected {self.expected} for {self.name}, got {self.value!r}"


def told(function: _F) -> _F:
    """Let a function say which argument is of a wrong type, where it fails over one.

    Example:
        >>> @told
        ... def doubled(text: str) -> str:
        ...     return text.upper() * 2
        >>> doubled("a")
        'AA'
        >>> doubled(3)
        Traceback (most recent call last):
        zjreform.arguments.ArgumentError: expected str for text, got 3
    """
    failures, wrong = _FAILURES, _wrong

    def asked(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (whatever the function takes and gives)
        try:
            return function(*args, **kwargs)
        except failures as error:
            found = wrong(function, args, kwargs, error)
            if found is None:
                raise
            raise found from error

    # With the globals of the function's own module it counts as defined there, as doctest asks.
    made = types.FunctionType(asked.__code__, function.__globals__, closure=asked.__closure__)
    return typing.cast("_F", update_wrapper(made, function))


def all_told(cls: _C) -> _C:
    """Let every public method of a class, inherited ones too, say which argument is of a wrong type.

    Example:
        >>> @all_told
        ... class Words:
        ...     def first(self, text: str) -> str:
        ...         return text.split()[0]
        >>> Words().first(None)
        Traceback (most recent call last):
        zjreform.arguments.ArgumentError: expected str for text, got None
    """
    for name in dir(cls):
        member = None if name.startswith("_") else getattr_static(cls, name)
        if isinstance(member, types.FunctionType):
            setattr(cls, name, told(member))
        elif isinstance(member, classmethod):
            setattr(cls, name, classmethod(told(member.__func__)))
    return cls


def _wrong(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], error: Exception
) -> ArgumentError | None:
    if isinstance(error, ZjError) or (", got " in str(error) and _OF_RE not in str(error)):
        return None  # said by the function itself, and better
    try:
        given = signature(function).bind(*args, **kwargs)
    except TypeError:  # too few or too many of them, which Python says well
        return None
    for name, value, hint in _hinted(function, given.arguments):
        if not fits(value, hint):
            return ArgumentError(name, value, _shown(hint))
        if isinstance(error, UnicodeEncodeError) and not _writable(value):
            return ArgumentError(name, value, "a text that UTF-8 can write")
    return None


def _writable(value: object) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in str(value))


def _hinted(function: Callable[..., Any], given: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Give what was passed with its annotation; several for one parameter one by one."""
    for name, value in given.items():
        parameter = signature(function).parameters[name]
        if parameter.annotation is Parameter.empty:
            continue
        hint = _evaluated(function, parameter.annotation)
        if parameter.kind is Parameter.VAR_POSITIONAL:
            yield from ((name, each, hint) for each in value)
        elif parameter.kind is not Parameter.VAR_KEYWORD:
            yield name, value, hint


def _evaluated(function: Callable[..., Any], annotation: object) -> Any:  # noqa: ANN401 (any annotation)
    holder = types.SimpleNamespace(__annotations__={"it": annotation})
    try:
        return typing.get_type_hints(holder, unwrap(function).__globals__, _Public())["it"]
    except (NameError, TypeError, AttributeError):  # a name for type checkers alone
        return Any


class _Public(dict[str, Any]):
    """The public names of the package, for annotations that name what is imported for type checkers alone."""

    def __missing__(self, name: str) -> Any:  # noqa: ANN401 (whatever has that name)
        package = sys.modules[__name__.partition(".")[0]]
        if name not in package.__all__:
            raise KeyError(name)
        return getattr(package, name)


def fits(value: object, hint: Any) -> bool:  # noqa: ANN401 (any annotation)
    """Return whether a value is what an annotation says, as far as can be seen without using it up.

    Example:
        >>> fits("a", str | None), fits(["a", 1], list[str]), fits({"a": 1}, Mapping[str, int]), fits("b", typing.Literal["a"])
        (True, False, True, False)
    """
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return any(fits(value, each) for each in inner)
    if origin is typing.Literal:
        return isinstance(value, str | int) and value in inner
    kind = {None: types.NoneType, float: int | float}.get(hint, origin or hint)
    with suppress(TypeError):  # what cannot be asked: a protocol, a name for type checkers
        return isinstance(value, kind) and _holds(value, inner)
    return True


def _holds(value: object, inner: tuple[Any, ...]) -> bool:
    if isinstance(value, Mapping) and len(inner) > 1:
        return all(fits(key, inner[0]) and fits(each, inner[1]) for key, each in value.items())
    if isinstance(value, list | tuple | set | frozenset | bytes) and inner:
        return all(fits(each, inner[0]) for each in value)
    return True


def _shown(hint: Any) -> str:  # noqa: ANN401 (any annotation)
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return " or ".join(dict.fromkeys(map(_shown, inner)))
    if origin is typing.Literal:
        return " or ".join(map(repr, inner))
    if hint is types.NoneType:
        return "None"
    if inner:
        return f"{getattr(origin, '__name__', origin)}[{', '.join('…' if each is ... else _shown(each) for each in inner)}]"
    return getattr(hint, "__name__", str(hint))
