"""Known terms in running text: reforms, platforms and rules by their names, in either script.

The longest name that starts at a place wins, names do not overlap, and the time is linear in the length of the text.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, overload

from attrs import asdict, frozen

from zjreform.columns.flat_row import FlatRow
from zjreform.columns.rows import Rows
from zjreform.fold import fold, fold_running
from zjreform.options import Offsets
from zjreform.text.answers import TermRows, over, shifted
from zjreform.text.lexicon import BUNDLED, Lexicon, built
from zjreform.text.patterns import EDGE, trie, widen


@frozen
class TermSpan(FlatRow):
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

    def flat(self) -> dict[str, Any]:
        """Return the term as one row of a frame.

        Example:
            >>> import zjreform as zj
            >>> zj.terms("推行一件事")[0].flat()
            {'start': 2, 'end': 5, 'surface': '一件事', 'term': 'one-thing'}
        """
        return asdict(self)


@overload
def terms(  # type: ignore[overload-overlap]  # a text is an iterable of texts, and is one text
    text: str, *, lexicon: Lexicon | None = None, ids: None = None, offsets: Offsets = "characters"
) -> Rows[TermSpan]: ...
@overload
def terms(
    text: Iterable[str | None],
    *,
    lexicon: Lexicon | None = None,
    ids: Iterable[Any] | None = None,
    offsets: Offsets = "characters",
) -> Rows[dict[str, Any]]: ...
def terms(
    text: str | Iterable[str | None],
    *,
    lexicon: Lexicon | None = None,
    ids: Iterable[Any] | None = None,
    offsets: Offsets = "characters",
) -> Rows[Any]:
    """Return the known terms that stand in a text, in order, as rows that become a frame in one call.

    Args:
        text: Any text; it is not changed, and offsets are its own. Or a column of texts, as for ``figures``.
        lexicon: Your own terms beside the bundled ones, or instead of them; the bundled ones by default.
        ids: As for ``figures``.
        offsets: As for ``figures``.

    Raises:
        TypeError: The text is none, or a value of the column is none; names its position.
        UnknownValueError: What offsets count is unknown.
        ValueError: There are not as many ids as texts.

    Example:
        >>> import zjreform as zj
        >>> [(found.start, found.term) for found in zj.terms("浙裡辦推行一件事")]
        [(0, 'zheliban'), (5, 'one-thing')]
    """
    if not isinstance(text, str):
        return over("terms", lambda one: terms(one, lexicon=lexicon, offsets=offsets), text, ids)
    if ids is not None:
        raise TypeError("expected ids beside a column of texts only, got one text")
    pattern, known = built(lexicon or BUNDLED, "terms", _pattern)
    places = [(*match.span(), known[fold(match[0])]) for match in pattern.finditer(fold_running(text))]
    spans = [TermSpan(start, end, text[start:end], term) for start, end, term in places]
    return TermRows(shifted(text, spans, offsets))


def _pattern(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, str]]:
    ids = lexicon.all_terms()
    firsts = "".join(re.escape(char) for char in sorted({word[0] for word in ids}))
    words = {word: _edges(word) for word in ids}
    return re.compile(widen(f"[{firsts}](?:{trie(words)})") if ids else "(?!)"), ids


def _edges(word: str) -> str:
    left = f"(?<![0-9A-Za-z]{re.escape(word)})" if word[0].isascii() else ""
    return left + (EDGE if word[-1].isascii() else "")
