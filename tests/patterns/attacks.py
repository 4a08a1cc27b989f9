"""Texts made against a pattern: what comes before a repeat, then what it repeats many times over, then what it does not expect."""

from collections.abc import Iterator
from typing import Final

from tests.patterns.steps import UNBOUNDED, Tree, holds

_ALWAYS: Final = "1一 \n\ta<,-.，"
_ENDS: Final = ("", "\x00", "\n", "一")
_MOST: Final = 8


def attacks(tree: Tree) -> Iterator[tuple[str, str, str]]:
    """Give beginnings, what to repeat behind them, and ends, each once."""
    alphabet = [*_ALWAYS, *_characters(tree)][:200]
    seen = set()
    for before, word in _pumps(tree, "", alphabet, tree.state.flags):
        for one in {(start, word, end) for start in {"", before} for end in _ENDS}:
            if word and one not in seen:
                seen.add(one)
                yield one


def _pumps(tree: Tree, before: str, alphabet: list[str], flags: int) -> Iterator[tuple[str, str]]:
    for operator, argument in tree:
        name = str(operator)
        if name.endswith("REPEAT"):
            if argument[1] > UNBOUNDED:
                yield from ((before, word) for word in _words(argument[2], alphabet, flags))
            yield from _pumps(argument[2], before, alphabet, flags)
        elif name == "BRANCH":
            for each in argument[1]:
                yield from _pumps(each, before, alphabet, flags)
        elif (inner := _inner(name, argument)) is not None:
            yield from _pumps(inner, before, alphabet, flags)
        before += _sample([(operator, argument)], flags)


def _inner(name: str, argument: Tree) -> Tree | None:
    if name in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return argument[3] if name == "SUBPATTERN" else argument
    return argument[1] if name in {"ASSERT", "ASSERT_NOT"} else None


def _words(body: Tree, alphabet: list[str], flags: int) -> list[str]:
    """Return what a repeat may repeat: each character of the pattern that it takes, or each way through what is in it."""
    if len(body) == 1:
        name, argument = str(body[0][0]), body[0][1]
        if name in {"IN", "ANY", "NOT_LITERAL", "LITERAL"}:
            return [one for one in dict.fromkeys(alphabet) if holds(name, argument, one, flags)][: 2 * _MOST]
        if name == "BRANCH":
            return [_sample(each, flags) for each in argument[1]][:_MOST]
        inner = _inner(name, argument)
        if inner is not None and not name.startswith("ASSERT"):
            return _words(inner, alphabet, flags)
        if name.endswith("REPEAT"):
            return _words(argument[2], alphabet, flags)
    firsts = _words(body[:1], alphabet, flags) if len(body) else []
    rest = _sample(body[1:], flags) if len(body) else ""
    return [first + rest for first in firsts][:_MOST] or [_sample(body, flags)]


def _sample(tree: Tree, flags: int) -> str:
    """Return one text that a pattern takes, its assertions aside."""
    made = ""
    for operator, argument in tree:
        name = str(operator)
        if name == "LITERAL":
            made += chr(argument)
        elif name in {"IN", "ANY", "NOT_LITERAL"}:
            made += next((one for one in _candidates(name, argument) if holds(name, argument, one, flags)), "")
        elif name == "BRANCH":
            made += _sample(argument[1][0], flags)
        elif name.endswith("REPEAT"):
            made += _sample(argument[2], flags) * max(argument[0], int(argument[1] > UNBOUNDED))
        elif name == "ASSERT" and argument[0] < 0:
            made += "" if made else _sample(argument[1], flags)
        elif name in {"SUBPATTERN", "ATOMIC_GROUP"}:
            made += _sample(_inner(name, argument), flags)
    return made


def _candidates(name: str, argument: Tree) -> Iterator[str]:
    yield from "1一a \n-.x"
    if name == "IN":
        for kind, value in argument:
            if str(kind) == "LITERAL":
                yield chr(value)
            elif str(kind) == "RANGE":
                yield chr(value[0])
    yield "\ue000"


def _characters(tree: Tree) -> Iterator[str]:
    """Give a character of each class that stands anywhere in a pattern."""
    for operator, argument in tree:
        name = str(operator)
        if name == "LITERAL":
            yield chr(argument)
        elif name == "IN":
            yield from (
                chr(value if str(kind) == "LITERAL" else value[0])
                for kind, value in argument
                if str(kind) in {"LITERAL", "RANGE"}
            )
        elif name == "BRANCH":
            for each in argument[1]:
                yield from _characters(each)
        elif name.endswith("REPEAT"):
            yield from _characters(argument[2])
        elif (inner := _inner(name, argument)) is not None:
            yield from _characters(inner)
