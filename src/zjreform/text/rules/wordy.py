"""Dates, ordinals and markers that hold no numeral: 全年, 年底, 首批, ①. They are looked for only when such kinds are asked for."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from zjreform.stored import compiled
from zjreform.text.figure import Figure
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import BUNDLED, Lexicon, built
from zjreform.text.patterns import widen

_PATTERN: Final = (
    "[多若首①-⓿㈠-㈩今去明当本上是全年月岁昨](?:(?<=首)[批届次期轮个家例](?P<ordinal>)|(?<=[①-⓿㈠-㈩])(?P<marker>)"
    "|(?:(?<=多)[项个种家次名类](?!目|人以)|(?<=若)干)(?P<lexical>)"
    "|(?<=[今去明当本上是])年(?:度|[底初末])?|(?<=全)年(?!度)|(?<=年)[底末内初](?!以)|(?<=[本上当])月|(?<=月)[底末]|(?<=岁)末|(?<=[昨今明当])[日天])"
)
"""Expressions without a numeral; the groups are called by their kind, dates have none."""


def wordy(text: str, found: Sequence[Figure]) -> Iterator[tuple[int, int, Kind, int | None]]:
    """Give start, end, kind and ordinal number of each expression that overlaps none of the numerals found.

    Example:
        >>> [(start, kind.value) for start, _, kind, _ in wordy("首批试点全年完成", [])]
        [(0, 'ordinal'), (4, 'date')]
    """
    taken = iter([*found, Figure(len(text) + 1, len(text) + 1, "", Kind.LEXICAL)])
    after = next(taken)
    for match in built(BUNDLED, "wordy", _compiled).finditer(text):
        start, end = match.span()
        while after.end <= start:
            after = next(taken)
        if end <= after.start:
            kind = Kind(match.lastgroup or Kind.DATE)
            yield start, end, kind, 1 if kind is Kind.ORDINAL else None


def _compiled(_: Lexicon) -> re.Pattern[str]:
    return compiled(widen(_PATTERN))
