"""Building the one pattern of ``scan``: list items and names first, then plain figures, then the rules by first character.

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
from zjreform.text.patterns import EDGE, trie, widen
from zjreform.text.scanning.article import article
from zjreform.text.scanning.openings import Openings, openings
from zjreform.text.scanning.ordinary import GROUPS, UNSURE, Ordinary, ordinary
from zjreform.text.scanning.plain import Plain, plain
from zjreform.text.scanning.reading import foldable
from zjreform.text.scanning.rules import (
    DIGIT,
    EARLY,
    HAN,
    ITEMS,
    NUMBERED,
    NUMERAL,
    PER,
    RANK,
    RULES,
    SCALE,
    TRIGGERS,
    Rule,
    Tag,
)
from zjreform.text.scanning.small import SMALL_GROUPS
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
    words: Mapping[str, tuple[tuple[str, Kind], ...]]
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
    tails = _tails(lexicon.all_names())
    endings = {tail: _ending(tail, tuple(prefix for prefix, _ in prefixes)) for tail, prefixes in tails.items()}
    figures, others = plain(), ordinary()
    tags: list[Tag] = [None]
    firsts = dict.fromkeys(first for first, _, _ in RULES)
    branches = [_branch(first, endings, figures, others, tags, told) for first in firsts]
    pattern = re.compile(f"{widen(f'[{TRIGGERS}]')}(?:{'|'.join(branches)}|())")
    tags.append(UNRULED)
    run = re.compile(widen(f"[0-9][0-9{NUMERAL}]*+(?:[,.][0-9]++)*+|[{NUMERAL}]++|[{TRIGGERS}]"))
    folds = re.compile(f"[{foldable()}]")
    before = openings()
    return Scanner(
        pattern.search,
        tuple(tags),
        tails,
        folds.search,
        run.match,
        figures,
        others,
        {tag: {} for tag in tags},
        before,
        before.letters | UNSURE | ENDS | {BREAK},
        told is _FOR_EVERY,
    )


_FOR_QUANTITIES: Final[frozenset[Tag]] = frozenset({PER, SCALE, RANK, NUMBERED})
_FOR_EVERY: Final[frozenset[Tag]] = frozenset({*_FOR_QUANTITIES, WORD, *Kind})


def _branch(
    first: str, endings: Mapping[str, str], figures: Plain, others: Ordinary, tags: list[Tag], told: frozenset[Tag]
) -> str:
    """Return what can stand behind one class of first characters: names, plain figures, rules; note the tags of its groups in order."""
    parts = [widen(f"{gate}(?:{_ruled(rules, tags, told)})") for group, gate, rules in ITEMS if group == first]
    here = {tail: ending for tail, ending in endings.items() if re.match(first, tail)}
    if here:
        parts.append(widen(_counted(here) * (first == DIGIT) + trie(here)) + _group(WORD, tags, told))
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


def _tails(names: Mapping[str, Kind]) -> dict[str, tuple[tuple[str, Kind], ...]]:
    """Return names by what follows from the first character at which the scan stops, each with what stands before it."""
    stops = re.compile(f"[{TRIGGERS}]")
    tails: dict[str, list[tuple[str, Kind]]] = {}
    for name, kind in sorted(names.items(), key=lambda pair: -len(pair[0])):
        first = stops.search(name)
        if first is not None:
            tails.setdefault(name[first.start() :], []).append((name[: first.start()], kind))
    return {tail: tuple(prefixes) for tail, prefixes in tails.items()}


def _ending(tail: str, prefixes: tuple[str, ...]) -> str:
    """Return what must hold behind the tail of a name: one of its beginnings before it, and no letter or digit that goes on."""
    left = f"(?<![0-9A-Za-z.]{re.escape(tail)})" if "" in prefixes and tail[0].isascii() else ""
    if "" not in prefixes:
        prefixes = tuple(one for one in prefixes if not any(one != other and one.endswith(other) for other in prefixes))
        lasts = "".join(sorted({re.escape(prefix[-1]) for prefix in prefixes}))
        longer = [f"(?<={re.escape(prefix + tail)})" for prefix in prefixes if len(prefix) > 1]
        short = "".join(sorted({re.escape(prefix) for prefix in prefixes if len(prefix) == 1}))
        either = [f"(?<=[{short}]{re.escape(tail)})"] * bool(short) + longer
        left = f"(?<=[{lasts}]{re.escape(tail)})(?:{'|'.join(either)})" if longer else either[0]
    if tail.isdecimal():
        return f"{left}(?![0-9.,{_COUNTED}])"
    return left + (EDGE if tail[-1].isascii() else _CUTS.get(tail, ""))


def _counted(tails: Mapping[str, str]) -> str:
    """Return what rules out a name that begins with digits: behind them something is counted, and no name goes on so."""
    follows = {tail.lstrip("0123456789")[:1] for tail in tails}
    return f"(?![0-9]*+[{''.join(char for char in _COUNTED if char not in follows)}])"


_COUNTED: Final = "万亿千百余多个件人家项名次户元%条份台宗起"
"""Characters behind a number that make it no name of digits alone (12345, G20)."""
_CUTS: Final = {
    "十分": "(?!钟|之)",
    "一点": "(?![一二三四五六七八九零])",
    "一度": "(?!电)",
    "一刻": "(?!钟)",
    "一头": "(?!牛|猪|羊)",
    "三星": "(?!级)",
    "四季": "(?!度)",
    "三公": "(?![里斤分顷升尺引])",
    **dict.fromkeys(("三个一", "四个一", "五个一", "六个一"), "(?![级类流等般千百万亿次线把带])"),
    "一级": "(?!以)",
}
