"""Words that are spelt alike: what an error offers in place of one that it does not know."""

from collections.abc import Iterable, Sequence


def close_to(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Return the known words that are spelt alike, best first, then those that hold the word or a part of it.

    Example:
        >>> close_to("conty", ["county", "province"])
        ['county']
        >>> close_to("rural", ["rural_revitalisation", "environment"])
        ['rural_revitalisation']
    """
    from difflib import get_close_matches  # noqa: PLC0415 (only an error needs it)

    words = list(known)
    alike = get_close_matches(word, words, n=most)
    sought = word.casefold()
    holding = [
        other for other in words if sought and (sought in other.casefold() or _part_of(other.casefold(), sought))
    ]
    return list(dict.fromkeys((*alike, *sorted(holding, key=len))))[:most]


def _part_of(known: str, sought: str) -> bool:
    """Whether a known word is a part of what is sought that says something: two characters of Chinese, four letters."""
    return len(known) >= (_LETTERS if known.isascii() else _CHARACTERS) and known in sought


_LETTERS, _CHARACTERS = 4, 2


def enumerated(words: Sequence[str]) -> str:
    """Return words as a sentence lists them.

    Example:
        >>> enumerated(["a", "b", "c"])
        "'a', 'b' and 'c'"
    """
    shown = [repr(word) for word in words]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def did_you_mean(close: Sequence[str]) -> str:
    """Return the question that offers words in place of an unknown one, ``""`` where none is close.

    Example:
        >>> did_you_mean(("county", "city"))
        "; did you mean 'county' or 'city'?"
    """
    return f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
