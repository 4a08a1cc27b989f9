"""Paragraphs and sentences of a text, by their spans and their numbers: what stands in one is not independent of the rest of it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from attrs import frozen

Span = tuple[int, int]
"""Start and end in a text, in code points."""

_LINE: Final = re.compile(r"[^\n]+")
_SENTENCE: Final = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)》〉]*|\n|\Z)")


def paragraphs_of(text: str) -> tuple[Span, ...]:
    r"""Return the spans of the paragraphs of a plain text: its lines, but for those of blanks alone.

    Example:
        >>> paragraphs_of("一、成效\n \n减了3天。")
        ((0, 4), (7, 12))
    """
    return tuple(match.span() for match in _LINE.finditer(text) if not match[0].isspace())


def sentences_of(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of a text: up to 。！？ with the quotes that close behind them, or to the end of a line.

    Example:
        >>> sentences_of("减了3天。“快吧？”又减2天")
        ((0, 5), (5, 10), (10, 14))
    """
    found = []
    for match in _SENTENCE.finditer(text):
        inner = match[0].strip()
        if inner:
            start = match.start() + match[0].index(inner)
            found.append((start, start + len(inner)))
    return tuple(found)


def number_at(spans: Sequence[Span], offset: int) -> int:
    """Return the number, from 1, of the last span that begins at or before an offset, 0 where none does.

    Example:
        >>> number_at(((0, 5), (5, 10)), 5), number_at(((2, 5),), 1)
        (2, 0)
    """
    return bisect_right(spans, offset, key=lambda span: span[0])


@frozen
class Numbered:
    r"""A plain text whose paragraphs and sentences are numbered from 1.

    Attributes:
        paragraphs: Spans of its paragraphs.
        sentences: Spans of its sentences, numbered through the whole text.

    Example:
        >>> Numbered.of("一、成效\n\n减了3天。又减2天。").at(13)
        (2, 3)
    """

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> "Numbered":
        """Number a text.

        Example:
            >>> Numbered.of("3天").at(0)
            (1, 1)
        """
        return cls(paragraphs_of(text), sentences_of(text))

    def at(self, offset: int) -> tuple[int, int]:
        """Return the numbers of the paragraph and of the sentence in which a character stands.

        Example:
            >>> Numbered.of("减了3天。又减2天。").at(7)
            (1, 2)
        """
        return max(1, number_at(self.paragraphs, offset)), max(1, number_at(self.sentences, offset))
