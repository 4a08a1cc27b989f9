"""What a regular expression costs, in steps instead of seconds: a matcher that backtracks as ``re`` does and counts what it tries."""

import sys
from collections.abc import Iterator
from typing import Any, Final

Tree = Any
"""What ``re._parser.parse`` gives: pairs of an operator and its argument."""

UNBOUNDED: Final = 30
"""A repeat of more times is taken for one without end."""


class TooManyStepsError(Exception):
    """The count has gone beyond what was allowed."""


class Counter:
    """Matches one tree against one text.

    Attributes:
        steps: What has been tried so far.
    """

    def __init__(self, text: str, flags: int, most: int) -> None:
        self.text, self.flags, self.most, self.steps = text, flags, most, 0
        self.groups: dict[int, tuple[int, int]] = {}

    def tried(self) -> None:
        """Count one step."""
        self.steps += 1
        if self.steps > self.most:
            raise TooManyStepsError

    def ends(self, tree: Tree, place: int, at: int) -> Iterator[int]:
        """Give where the rest of a sequence, from its item *place* on, can end if it begins at *at*, in the order of ``re``."""
        while place < len(tree):
            operator, argument = tree[place]
            width = self._width(str(operator), argument, at)
            if width is None:
                for end in self._item(str(operator), argument, at):
                    yield from self.ends(tree, place + 1, end)
                return
            if width < 0:
                return
            at, place = at + width, place + 1
        yield at

    def _width(self, name: str, argument: Tree, at: int) -> int | None:
        """Return how many characters an item takes that has but one way to match, -1 if it does not, ``None`` for all others."""
        if name == "AT":
            self.tried()
            return 0 if self._stands(str(argument), at) else -1
        if name not in _ONE:
            return None
        self.tried()
        return 1 if at < len(self.text) and holds(name, argument, self.text[at], self.flags) else -1

    def _stands(self, name: str, at: int) -> bool:
        text, end = self.text, len(self.text)
        if name in {"AT_BEGINNING_STRING", "AT_BEGINNING"}:
            return at == 0 or (name == "AT_BEGINNING" and bool(self.flags & _MULTILINE) and text[at - 1] == "\n")
        if name == "AT_END_STRING":
            return at == end
        if name == "AT_END":
            return at == end or (text[at] == "\n" and (at == end - 1 or bool(self.flags & _MULTILINE)))
        before, behind = at > 0 and _wordlike(text[at - 1]), at < end and _wordlike(text[at])
        return (before != behind) is (name == "AT_BOUNDARY")

    def _item(self, name: str, argument: Tree, at: int) -> Iterator[int]:
        self.tried()
        if name == "BRANCH":
            for each in argument[1]:
                yield from self.ends(each, 0, at)
        elif name == "SUBPATTERN":
            yield from self._grouped(argument, at)
        elif name == "ATOMIC_GROUP":
            whole = next(self.ends(argument, 0, at), None)
            if whole is not None:
                yield whole
        elif name in {"ASSERT", "ASSERT_NOT"}:
            yield from self._looked(name, argument, at)
        elif name.startswith("GROUPREF"):
            yield from self._by_group(name, argument, at)
        elif name.endswith("REPEAT"):
            yield from self._repeated(name, argument, at)

    def _grouped(self, argument: Tree, at: int) -> Iterator[int]:
        for end in self.ends(argument[3], 0, at):
            if argument[0] is not None:
                self.groups[argument[0]] = (at, end)
            yield end

    def _by_group(self, name: str, argument: Tree, at: int) -> Iterator[int]:
        if name == "GROUPREF_EXISTS":
            chosen = argument[1] if argument[0] in self.groups else argument[2]
            yield from (at,) if chosen is None else self.ends(chosen, 0, at)
            return
        start, end = self.groups.get(argument, (0, -1))
        if end >= start and self.text.startswith(self.text[start:end], at):
            yield at + end - start

    def _looked(self, name: str, argument: tuple[int, Tree], at: int) -> Iterator[int]:
        direction, body = argument
        start = at if direction > 0 else at - body.getwidth()[0]
        found = start >= 0 and next(self.ends(body, 0, start), None) is not None
        if found is (name == "ASSERT"):
            yield at

    def _repeated(self, name: str, argument: tuple[int, int, Tree], at: int) -> Iterator[int]:
        least, most, body = argument
        if name == "POSSESSIVE_REPEAT":
            end = next(self._greedy(least, most, body, at), None)
            if end is not None:
                yield end
        elif name == "MIN_REPEAT":
            yield from self._lazy(least, most, body, at)
        else:
            yield from self._greedy(least, most, body, at)

    def _greedy(self, least: int, most: int, body: Tree, at: int) -> Iterator[int]:
        if len(body) == 1 and str(body[0][0]) in _ONE:
            name, argument = str(body[0][0]), body[0][1]
            end = at
            while end - at < most and end < len(self.text) and holds(name, argument, self.text[end], self.flags):
                self.tried()
                end += 1
            for stop in range(end, at + least - 1, -1):
                self.tried()
                yield stop
            return
        if most > 0:
            for end in self.ends(body, 0, at):
                if end > at or least > 0:
                    yield from self._greedy(max(0, least - 1), most - 1, body, end)
        if least == 0:
            self.tried()
            yield at

    def _lazy(self, least: int, most: int, body: Tree, at: int) -> Iterator[int]:
        if least == 0:
            self.tried()
            yield at
        if most > 0:
            for end in self.ends(body, 0, at):
                if end > at or least > 0:
                    yield from self._lazy(max(0, least - 1), most - 1, body, end)


_MULTILINE: Final = 8
_IGNORECASE: Final = 2
_DOTALL: Final = 16
_ONE: Final = frozenset(("LITERAL", "NOT_LITERAL", "ANY", "IN"))
_KNOWN: Final[dict[tuple[int, str, int], bool]] = {}
_KEPT: Final[dict[int, Tree]] = {}


def holds(name: str, argument: Tree, character: str, flags: int) -> bool:
    """Return whether an item that takes one character takes this one."""
    if name == "ANY":
        return character != "\n" or bool(flags & _DOTALL)
    ways = {character, character.lower(), character.upper()} if flags & _IGNORECASE else {character}
    if name == "LITERAL":
        return chr(argument) in ways
    if name == "NOT_LITERAL":
        return chr(argument) not in ways
    key = (id(argument), character, flags & _IGNORECASE)
    if key not in _KNOWN:
        _KEPT[id(argument)] = argument  # so that its number stays its own
        negated = bool(argument) and str(argument[0][0]) == "NEGATE"
        items = argument[1:] if negated else argument
        _KNOWN[key] = any(_member(str(kind), value, way) for kind, value in items for way in ways) is not negated
    return _KNOWN[key]


def _member(kind: str, value: Tree, character: str) -> bool:
    if kind == "LITERAL":
        return bool(ord(character) == value)
    if kind == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    tests: dict[str, bool] = {
        "DIGIT": character.isdecimal(),
        "SPACE": character.isspace(),
        "WORD": _wordlike(character),
    }
    found = tests[str(value).rpartition("_")[2]]
    return bool(found) is not str(value).startswith("CATEGORY_NOT")


def _wordlike(character: str) -> bool:
    return character.isalnum() or character == "_"


def steps(tree: Tree, text: str, *, searched: bool, most: int = 3_000_000) -> int:
    """Return the steps that a pattern takes on a text: from its beginning, or from every place as a search that finds nothing does.

    Raises:
        TooManyStepsError: They are more than *most*.
    """
    kept = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)
    try:
        counter = Counter(text, tree.state.flags, most)
        at = 0
        while at <= len(text):
            counter.groups = {}
            end = next(counter.ends(tree, 0, at), None)
            if not searched:
                break
            at = at + 1 if end is None else max(end, at + 1)
        return counter.steps
    finally:
        sys.setrecursionlimit(kept)


def matched(tree: Tree, text: str, at: int) -> tuple[int, int]:
    """Return the steps that a match at one place takes, and where it ends; -1 if there is none."""
    kept = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)
    try:
        counter = Counter(text, tree.state.flags, 10_000_000)
        end = next(counter.ends(tree, 0, at), None)
        return counter.steps, -1 if end is None else end
    finally:
        sys.setrecursionlimit(kept)
