"""Building the one pattern of ``scan``: names first, then plain figures, then the rules by first character.

The pattern starts with one character class, so that a search skips by it; empty groups at the ends of its branches say which branch held.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from zjreform.quantity.quantities import Quantity
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import Lexicon
from zjreform.text.openings import Openings, openings
from zjreform.text.ordinary import GROUPS, Ordinary, ordinary
from zjreform.text.patterns import EDGE, trie, widen
from zjreform.text.plain import Plain, plain
from zjreform.text.reading import foldable
from zjreform.text.rules import DIGIT, HAN, NUMERAL, PER, RANK, RULES, SCALE, TRIGGERS, Tag

WORD, PLAIN, ORDINARY = "word", "plain", "ordinary"
"""Tags of the branches that hold names, plain and ordinary figures."""


class Scanner(NamedTuple):
    """A compiled pattern and what its branches mean.

    Attributes:
        search: Finds the next numeral from an offset on.
        tags: By the last group that took part: what the branch says.
        words: Tails of names with what stands before each, and its kind.
        folds: Finds a character for which a window must be folded.
        run: Matches the characters of a numeral that is none.
        plain: What the parts of plain figures say.
        ordinary: What the parts of ordinary figures say.
        known: Plain figures read before, by surface.
        openings: What can stand before a number and belong to it.
        routes: By the last group that took part: ``plain``, ``rule``, or ``""`` where nothing comes of it for quantities.
        every: The same where every kind is asked for.
    """

    search: Callable[[str, int], re.Match[str] | None]
    tags: tuple[Tag, ...]
    words: Mapping[str, tuple[tuple[str, Kind], ...]]
    folds: Callable[..., object]
    run: Callable[[str, int], re.Match[str] | None]
    plain: Plain
    ordinary: Ordinary
    known: dict[str, Quantity]
    openings: Openings
    routes: tuple[str, ...]
    every: tuple[str, ...]


def scanner(lexicon: Lexicon) -> Scanner:
    """Return the compiled scanner of a lexicon; it takes some ten milliseconds."""
    tails = _tails(lexicon.all_names())
    endings = {tail: _ending(tail, tuple(prefix for prefix, _ in prefixes)) for tail, prefixes in tails.items()}
    figures, others = plain(), ordinary()
    tags: list[Tag] = [None]
    branches = [
        _branch(first, endings, figures, others, tags) for first in dict.fromkeys(first for first, _, _ in RULES)
    ]
    pattern = re.compile(f"{widen(f'[{TRIGGERS}]')}(?:{'|'.join(branches)}|)")
    run = re.compile(widen(f"[0-9][0-9{NUMERAL}]*+(?:[,.][0-9]++)*+|[{NUMERAL}]++|[{TRIGGERS}]"))
    folds = re.compile(f"[{foldable()}]")
    return Scanner(
        pattern.search, tuple(tags), tails, folds.search, run.match, figures, others, {}, openings(), *_routes(tags)
    )


_FIGURES: Final = (PLAIN, ORDINARY)


def _routes(tags: list[Tag]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    some = tuple(tag if tag in _FIGURES else "rule" if tag in _FOR_QUANTITIES else "" for tag in tags)
    every = tuple(tag if tag in _FIGURES else "rule" if tag else "" for tag in tags)
    return some, every


_FOR_QUANTITIES: Final = (PER, SCALE, RANK, Kind.ORDINAL)


def _branch(first: str, endings: Mapping[str, str], figures: Plain, others: Ordinary, tags: list[Tag]) -> str:
    """Return what can stand behind one class of first characters: names, plain figures, rules; note their tags in order of groups."""
    parts = []
    here = {tail: ending for tail, ending in endings.items() if re.match(first, tail)}
    if here:
        tags.append(WORD)
        parts.append(widen(f"{trie(here)}()"))
    if first == DIGIT:
        tags.extend([*[None] * _PLAIN_GROUPS, PLAIN])
        parts.append(f"{figures.digits}()")
    for gate, rules in ((gate, rules) for group, gate, rules in RULES if group == first):
        tags.extend(tag for tag, _ in rules)
        parts.append(widen(f"{gate}(?:{'|'.join(f'(?:{rule})()' for _, rule in rules)})"))
    if first == HAN:
        tags.extend([*[None] * _PLAIN_GROUPS, PLAIN])
        parts.append(f"{figures.han}()")
    if first in {DIGIT, HAN}:
        tags.extend([*[None] * (GROUPS - 1), ORDINARY])
        parts.append(f"{others.digits if first == DIGIT else others.han}()")
    return f"{widen(f'(?<={first})')}(?:{'|'.join(parts)})"


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
        lasts = "".join(sorted({re.escape(prefix[-1]) for prefix in prefixes}))
        longer = [f"(?<={re.escape(prefix + tail)})" for prefix in prefixes if len(prefix) > 1]
        short = "".join(sorted({re.escape(prefix) for prefix in prefixes if len(prefix) == 1}))
        either = [f"(?<=[{short}]{re.escape(tail)})"] * bool(short) + longer
        left = f"(?<=[{lasts}]{re.escape(tail)})(?:{'|'.join(either)})" if longer else either[0]
    if tail.isdecimal():
        return f"{left}(?![0-9.,万亿千百余多个件人家项名次户元%条份台宗起])"
    return left + (EDGE if tail[-1].isascii() else _CUTS.get(tail, ""))


_CUTS: Final = {
    "十分": "(?!钟|之)",
    "一点": "(?![一二三四五六七八九零])",
    "一度": "(?!电)",
    "一刻": "(?!钟)",
    "一头": "(?!牛|猪|羊)",
    "一级": "(?!以)",
}
