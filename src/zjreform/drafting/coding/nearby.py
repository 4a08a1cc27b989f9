"""Records whose names stand by a figure: a coder who looks for what it is about looks there first."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final

from zjreform.fold import fold

MOST_NEARBY: Final = 4
_SHORTEST: Final = 2
"""One character says too little to be a name that stands there."""


def by_name(text: str, names: Iterable[tuple[str, str]]) -> Callable[[int], list[str]]:
    """Return what gives, for the place of a figure, the records that its paragraph names, the nearest first.

    Args:
        text: The text, in either script.
        names: References of records with their Chinese names.

    Example:
        >>> near = by_name("麗水市的“一件事”辦3件。", [("places:lishui", "丽水市"), ("terms:one-thing", "“一件事”")])
        >>> near(9), near(5)
        (['terms:one-thing', 'places:lishui'], ['terms:one-thing', 'places:lishui'])
    """
    folded = fold(text)
    bare = ((key, re.sub("[“”‘’「」]", "", fold(name)).strip()) for key, name in names)
    standing = [(key, name) for key, name in dict.fromkeys(bare) if len(name) >= _SHORTEST and name in folded]

    @cache
    def of_paragraph(start: int, end: int) -> list[tuple[int, int, str]]:
        return list(chain.from_iterable(_places(folded, start, end, key, name) for key, name in standing))

    def near(place: int) -> list[str]:
        start, end = folded.rfind("\n", 0, place) + 1, folded.find("\n", place)
        found = of_paragraph(start, end if end >= 0 else len(folded))
        ranked = sorted(found, key=lambda one: (*_distance(place, one[0], one[1]), one[0] - one[1]))
        return list(dict.fromkeys(key for *_, key in ranked))[:MOST_NEARBY]

    return near


def _places(text: str, start: int, end: int, key: str, name: str) -> Iterator[tuple[int, int, str]]:
    at = text.find(name, start, end)
    while at >= 0:
        yield at, at + len(name), key
        at = text.find(name, at + len(name), end)


def _distance(place: int, start: int, end: int) -> tuple[int, int]:
    """Return how far a name stands: what it holds is its own, and what a figure is about stands before it sooner than behind."""
    if start <= place < end:
        return 0, 0
    return (1, place - end) if end <= place else (2, start - place)
