"""Every type that a public function gives or raises has a public name."""

import importlib
import inspect
import pkgutil
import re
from functools import cache

from tests.every import every

import zjreform as zj
from zjreform.errors import ZjError

PRIVATE = {
    "Tables": "the tables of a dataset, which users have as Dataset",
    "Home": "where a table of a dataset finds what it refers to",
    "Cell": "what a flat row holds: a union of plain types",
    "Slot": "a step of a draft that can be taken back",
}
"""Classes in public annotations that are no public names, each with its reason."""


@cache
def _classes() -> dict[str, type]:
    found: dict[str, type] = {}
    for module in pkgutil.walk_packages(zj.__path__, "zjreform."):
        if "__main__" not in module.name:
            names = vars(importlib.import_module(module.name))
            found.update(
                {name: one for name, one in names.items() if inspect.isclass(one) and one.__module__ == module.name}
            )
    return found


def _annotations(name: str) -> str:
    """Return what a public name gives, as its annotations say."""
    one = getattr(zj, name)
    if inspect.isfunction(one):
        return str(inspect.signature(one).return_annotation)
    if not inspect.isclass(one):
        return ""
    members = [inspect.getattr_static(one, key) for key in dir(one) if not key.startswith("_")]
    functions = [getattr(member, "fget", None) or getattr(member, "__func__", member) for member in members]
    said = [str(inspect.signature(each).return_annotation) for each in functions if inspect.isfunction(each)]
    said += [str(field.type) for field in getattr(one, "__attrs_attrs__", ()) if not field.name.startswith("_")]
    return " ".join(said)


@every(zj.__all__)
def test_what_it_gives_has_a_public_name(name: str) -> None:
    """A user can annotate a variable with it."""
    given = {word for word in re.findall(r"\b[A-Z][A-Za-z]+\b", _annotations(name)) if word in _classes()}
    assert given - set(zj.__all__) - PRIVATE.keys() == set()


def test_all_errors_are_public() -> None:
    """Whoever catches one can name it."""
    errors = {name for name, one in _classes().items() if issubclass(one, ZjError)}
    assert errors <= set(zj.__all__)
