"""Known terms in running text: reforms, platforms and rules by their names, in either script.

The longest name that starts at a place wins, names do not overlap, and the time is linear in the length of the text.
"""

import re
from collections.abc import Mapping

from attrs import frozen

from zjreform.fold import fold
from zjreform.text.lexicon import BUNDLED, Lexicon, built
from zjreform.text.patterns import EDGE, trie, widen


@frozen
class TermSpan:
    """A known term at its place in a text.

    Attributes:
        start: Code-point offset of its first character.
        end: Offset behind its last character.
        surface: The characters themselves: ``text[start:end]``.
        term: Id of the term.

    Example:
        >>> import zjreform as zj
        >>> zj.terms("推進“最多跑一次”改革")[0].surface
        '最多跑一次'
    """

    start: int
    end: int
    surface: str
    term: str


def terms(text: str, *, lexicon: Lexicon | None = None) -> tuple[TermSpan, ...]:
    """Return the known terms that stand in a text, in order.

    Args:
        text: Any text; it is not changed, and offsets are its own.
        lexicon: Your own terms beside the bundled ones, or instead of them; the bundled ones by default.

    Example:
        >>> import zjreform as zj
        >>> [(found.start, found.term) for found in zj.terms("浙裡辦推行一件事")]
        [(0, 'zheliban'), (5, 'one-thing')]
    """
    pattern, ids = built(lexicon or BUNDLED, "terms", _pattern)
    return tuple(
        TermSpan(match.start(), match.end(), match[0], ids[fold(match[0])]) for match in pattern.finditer(text)
    )


def _pattern(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, str]]:
    ids = lexicon.all_terms()
    firsts = "".join(re.escape(char) for char in sorted({word[0] for word in ids}))
    words = {word: _edges(word) for word in ids}
    return re.compile(widen(f"[{firsts}](?:{trie(words)})") if ids else "(?!)"), ids


def _edges(word: str) -> str:
    left = f"(?<![0-9A-Za-z]{re.escape(word)})" if word[0].isascii() else ""
    return left + (EDGE if word[-1].isascii() else "")
