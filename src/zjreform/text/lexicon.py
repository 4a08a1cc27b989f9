"""The words that running text is searched for: names that contain a numeral, lexical numerals, and terms.

Bundled words come from ``data/terms.csv`` (names and their aliases) and ``data/lexicon.csv`` (names and words beyond it); a user's own join
them. Only words that contain a numeral are of use to ``figures``: they keep it from reading 八八战略 as a number. Tables are read and
patterns compiled at first use.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from io import StringIO
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from attrs import field, frozen

from zjreform.arguments import ArgumentError
from zjreform.fold import fold
from zjreform.resources import read_text
from zjreform.text.kinds import Kind
from zjreform.text.patterns import LOCK

NUMERALS: Final = frozenset("0123456789〇零○一二三四五六七八九十百千万亿两半廿卅")
"""Folded characters of which a word needs one to be a name for ``figures``."""

_QUOTES: Final = dict.fromkeys(map(ord, "“”‘’「」『』\"'"), "")
_T = TypeVar("_T")


def _words(names: "Mapping[str, Kind | str] | Iterable[str]") -> Mapping[str, Kind]:
    kinds = names.items() if isinstance(names, Mapping) else ((name, Kind.NAME) for name in names)
    return MappingProxyType({_word(word): Kind(kind) for word, kind in kinds})


def _word(word: str) -> str:
    folded = fold(word)
    if not NUMERALS.intersection(folded) or folded != folded.strip():
        raise ValueError(f"expected a name that contains a numeral, without blanks around it, got {word!r}")
    return folded


def _spellings(terms: Mapping[str, str]) -> Mapping[str, str]:
    for spelling in terms:
        if not spelling.strip():
            raise ValueError(f"expected the spelling of a term, got {spelling!r}")
    return MappingProxyType({fold(spelling): term for spelling, term in terms.items()})


@frozen(eq=False)
class Lexicon:
    """Names and terms to find in running text.

    Attributes:
        names: Words with a numeral that are no figure, folded, each with its kind; given as words alone they are of kind ``name``.
        terms: Spellings of terms, folded, each with the id of its term.
        bundled: Whether the bundled names and terms count too. Your own win over them.

    Raises:
        ValueError: A name contains no numeral, or a spelling is blank.

    Example:
        >>> import zjreform as zj
        >>> mine = zj.Lexicon(names=["三色管理"], terms={"三色管理": "three-colours"})
        >>> zj.figures("推行三色管理，涉及3家"), [f.surface for f in zj.figures("推行三色管理，涉及3家", lexicon=mine)]
        (..., ['3家'])
    """

    names: Mapping[str, Kind] = field(factory=dict, converter=_words)
    terms: Mapping[str, str] = field(factory=dict, converter=_spellings)
    bundled: bool = True
    _built: dict[str, Any] = field(factory=dict, init=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return Lexicon, (dict(self.names), dict(self.terms), self.bundled)

    def all_names(self) -> Mapping[str, Kind]:
        """Return every name that ``figures`` knows with this lexicon, folded.

        Example:
            >>> Lexicon().all_names()["八八战略"].value
            'name'
        """
        return {**(_bundle().names if self.bundled else {}), **self.names}

    def all_terms(self) -> Mapping[str, str]:
        """Return every spelling that ``terms`` knows with this lexicon, folded, with the id of its term.

        Example:
            >>> Lexicon(terms={"三色管理": "three-colours"}, bundled=False).all_terms()
            {'三色管理': 'three-colours'}
        """
        return {**(_bundle().terms if self.bundled else {}), **self.terms}


class _Bundle(NamedTuple):
    names: Mapping[str, Kind]
    terms: Mapping[str, str]


def _bundle() -> _Bundle:
    with LOCK:
        if "bundle" not in _bundles:
            _bundles["bundle"] = _read()
    return _bundles["bundle"]


_bundles: dict[str, _Bundle] = {}
_NAMELESS = frozenset({"regulation", "plan", "institution"})
_LONGEST_NAME = 12
_PIECES: Final = "[、,;“”‘’「」『』《》()]"
_COMMON: Final = "统一|单一(?!张)|第[一三]"
"""Words with a numeral that counts nothing, which make no name worth keeping."""


def _read() -> _Bundle:
    listed = {row["word"]: Kind(row["kind"]) for row in csv.DictReader(StringIO(read_text("lexicon.csv")))}
    names: dict[str, Kind] = {}
    terms: dict[str, str] = {}
    for row in csv.DictReader(StringIO(read_text("terms.csv"))):
        for spelling in (row["name_zh"], row["name_hant"], *row["aliases"].split(";")):
            folded = fold(spelling)
            if folded:
                terms.setdefault(folded, row["id"])
                terms.setdefault(folded.translate(_QUOTES), row["id"])
            if row["kind"] not in _NAMELESS:
                names.update(dict.fromkeys(_coined(folded), Kind.NAME))
    names.update(listed)
    return _Bundle({word: kind for word, kind in names.items() if kind is not Kind.QUANTITY}, terms)


def _coined(spelling: str) -> Iterable[str]:
    """Return the parts of a term that contain a numeral and are no ordinary words; a framework's parts are names apart."""
    for piece in re.split(_PIECES, spelling):
        if 1 < len(piece) <= _LONGEST_NAME and NUMERALS.intersection(piece) and not re.search(_COMMON, piece):
            yield piece


def built(lexicon: Lexicon, key: str, build: Callable[[Lexicon], _T]) -> _T:
    """Return what was built from a lexicon under a key, building it at first use, once for all threads.

    Example:
        >>> mine = Lexicon()
        >>> built(mine, "x", lambda lexicon: [lexicon.bundled]) is built(mine, "x", list)
        True
    """
    try:
        made = lexicon._built  # noqa: SLF001 (the lexicon's own module)
    except AttributeError:
        raise ArgumentError("lexicon", lexicon, "Lexicon or None") from None
    found: _T | None = made.get(key)
    if found is None:
        with LOCK:
            found = made.get(key)
            if found is None:
                found = made[key] = build(lexicon)
    return found


BUNDLED: Final = Lexicon()
"""The lexicon of whoever names none."""
