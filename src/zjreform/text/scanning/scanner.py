"""Building the one pattern of ``scan``: list items and names, what would be a plain figure but for its surroundings, plain figures, rules.

The pattern starts with one character class, so that a search skips by it; empty groups at the ends of its branches say which branch held.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from attrs import frozen

from zjreform.quantity.quantities import Quantity
from zjreform.text.figure import BREAK
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import Lexicon
from zjreform.text.patterns import widen
from zjreform.text.rules.listed import Tails, named, tails
from zjreform.text.rules.order import EARLY, ITEMS, NUMERAL, RULES, TRIGGERS
from zjreform.text.rules.rule import DIGIT, HAN, NUMBERED, PER, RANK, SCALE, Rule, Tag
from zjreform.text.scanning.before import Openings, openings
from zjreform.text.scanning.reading import foldable
from zjreform.text.scanning.short.article import article
from zjreform.text.scanning.short.han import SMALL_GROUPS
from zjreform.text.scanning.short.late import GROUPS, UNSURE, Ordinary, ordinary
from zjreform.text.scanning.short.sure import Plain, plain
from zjreform.text.verbs import ENDS

WORD, PLAIN, ORDINARY, SMALL, UNRULED = "word", "plain", "ordinary", "small", "unruled"
"""Tags of the branches that hold names, plain and ordinary figures, small Chinese numbers, and of the empty branch behind all others."""


@frozen(eq=False)
class Scanner:
    """A compiled pattern and what its branches mean.

    Attributes:
        search: Finds the next numeral from an offset on.
        tags: By the last group that took part: what the branch says; where none took part, nothing comes of it.
        words: Tails of names with what stands before each, and its kind.
        folds: Finds a character for which a window must be folded.
        run: Matches the characters of a numeral that is none.
        plain: What the parts of plain figures say.
        ordinary: What the parts of ordinary figures say.
        caches: By tag: the figures read before, by surface; a bare number is read in its own way as a plain and as an ordinary figure.
        openings: What can stand before a number and belong to it.
        wary: Characters before a figure that may belong to it alone, make it a part of another, or end a verb of change; in either script.
        every: Whether all kinds of numerals are told apart.
    """

    search: Callable[[str, int], re.Match[str] | None]
    tags: tuple[Tag, ...]
    words: Tails
    folds: Callable[..., object]
    run: Callable[[str, int], re.Match[str] | None]
    plain: Plain
    ordinary: Ordinary
    caches: Mapping[Tag, dict[str, Quantity]]
    openings: Openings
    wary: frozenset[str]
    every: bool


def scanner(lexicon: Lexicon) -> Scanner:
    """Return the compiled scanner of a lexicon for quantities; it takes some hundred milliseconds."""
    return _scanner(lexicon, _FOR_QUANTITIES)


def every_scanner(lexicon: Lexicon) -> Scanner:
    """Return the same for every kind of numeral: it stops at the same places, and its groups tell all kinds apart."""
    return _scanner(lexicon, _FOR_EVERY)


def _scanner(lexicon: Lexicon, told: frozenset[Tag]) -> Scanner:
    """Return a scanner that tells some tags; each group costs time at every numeral."""
    words = tails(lexicon.all_names())
    figures, others = plain(), ordinary()
    tags: list[Tag] = [None]
    firsts = dict.fromkeys(first for first, _, _ in RULES)
    branches = [_branch(first, words, figures, others, tags, told) for first in firsts]
    pattern = re.compile(f"{widen(f'[{TRIGGERS}]')}(?:{'|'.join(branches)}|())")
    tags.append(UNRULED)
    run = re.compile(widen(f"[0-9][0-9{NUMERAL}]*+(?:[,.][0-9]++)*+|[{NUMERAL}]++|[{TRIGGERS}]"))
    folds = re.compile(f"[{foldable()}]")
    before = openings()
    return Scanner(
        search=pattern.search,
        tags=tuple(tags),
        words=words,
        folds=folds.search,
        run=run.match,
        plain=figures,
        ordinary=others,
        caches={tag: {} for tag in tags},
        openings=before,
        wary=before.letters | UNSURE | ENDS | {BREAK},
        every=told is _FOR_EVERY,
    )


_FOR_QUANTITIES: Final[frozenset[Tag]] = frozenset({PER, SCALE, RANK, NUMBERED})
_FOR_EVERY: Final[frozenset[Tag]] = frozenset({*_FOR_QUANTITIES, WORD, *Kind})


def _branch(first: str, words: Tails, figures: Plain, others: Ordinary, tags: list[Tag], told: frozenset[Tag]) -> str:
    """Return what can stand behind one class of first characters: names, plain figures, rules; note the tags of its groups in order."""
    parts = [widen(f"{gate}(?:{_ruled(rules, tags, told)})") for group, gate, rules in ITEMS if group == first]
    if names := named(first, words):
        parts.append(widen(names) + _group(WORD, tags, told))
    if first == DIGIT:
        tags.extend([*[None] * _PLAIN_GROUPS, PLAIN])
        parts.append(f"{figures.digits}()")
    parts.extend(widen(f"{gate}(?:{_ruled(rules, tags, told)})") for group, gate, rules in EARLY if group == first)
    if first == HAN:
        tags.extend([*[None] * SMALL_GROUPS, SMALL])
        parts.append(f"{figures.han}()")
    parts.extend(widen(f"{gate}(?:{_ruled(rules, tags, told)})") for group, gate, rules in RULES if group == first)
    if first == HAN:
        parts.append(article() + _group(Kind.LEXICAL, tags, told))
        tags.extend([*[None] * SMALL_GROUPS, SMALL])
        parts.append(f"{others.han}()")
    if first == DIGIT:
        tags.extend([*[None] * (GROUPS - 1), ORDINARY])
        parts.append(f"{others.digits}()")
    return f"{widen(f'(?<={first})')}(?:{'|'.join(parts)})"


def _ruled(rules: Sequence[Rule], tags: list[Tag], told: frozenset[Tag]) -> str:
    """Return rules as alternatives; neighbours that say the same share a group."""
    alternatives = []
    for tag, same in groupby(rules, key=itemgetter(0)):
        either = "|".join(f"(?:{rule})" for _, rule in same)
        alternatives.append(f"(?:{either}){_group(tag, tags, told)}")
    return "|".join(alternatives)


def _group(tag: Tag, tags: list[Tag], told: frozenset[Tag]) -> str:
    """Return the empty group at the end of a branch that says its tag, and note it; nothing where the tag is not asked for."""
    if tag not in told:
        return ""
    tags.append(tag)
    return "()"


_PLAIN_GROUPS = 5
