"""Building the one pattern of ``scan``: list items, the short ways past the grammar, and the rules; and what finds names where it stops.

The pattern starts with one character class, so that a search skips by it; empty groups with names at the ends of its
branches say which held.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import Final

from attrs import evolve, frozen

from zjreform.quantity.quantities import Quantity
from zjreform.stored import Made, compiled, stored, write
from zjreform.text.figure import BREAK
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import Lexicon
from zjreform.text.patterns import widen
from zjreform.text.rules.listed import Listed, Tails, listed, tails
from zjreform.text.rules.order import EARLY, FIRST, FIRST_GATE, LATER, NUMERAL, RULES, TRIGGERS
from zjreform.text.rules.rule import DIGIT, HAN, NUMBERED, PER, RANK, SCALE, Rule, Tag
from zjreform.text.scanning.short.article import article, letters, lone
from zjreform.text.scanning.short.late import UNSURE, Late, late
from zjreform.text.scanning.short.openings import Openings, openings
from zjreform.text.scanning.short.sure import Sure, sure
from zjreform.text.scanning.short.whole import bare, whole
from zjreform.text.verbs import ENDS

UNRULED = "unruled"
"""Tag of the empty branch behind all others."""
SURE, LATE, SMALL, ONCE, ARTICLE, WHOLE, BARE = "sure", "late", "small", "once", "article", "whole", "bare"
"""Tags of the short ways: figures before and behind the rules, small Chinese numbers before and behind them, Chinese digits that count
nothing, figures that the grammar reads by themselves, and bare numbers that their place tells."""
BOUNDED = "bounded"
"""Tag of figures that the grammar reads by themselves with what stands before them, or with 一."""


@frozen(eq=False)
class Scanner:
    """A compiled pattern and what its branches mean.

    Attributes:
        search: Finds the next numeral from an offset on.
        stop: Finds the next character that a numeral may begin with.
        match: Says what the numeral at such a character is.
        tags: By the last group that took part: what the branch says; where none took part, nothing comes of it.
        names: By the same: the name of the rule or of the short way, of the first where several share a group.
        words: Tails of names with what stands before each, and its kind.
        listed: Finds such a tail where the pattern stops.
        run: Matches the characters of a numeral that is none.
        sure_groups: Groups of the parts of figures that are read before the rules: 余 or 多, 万 or 亿, the unit, the bound word.
        sure: What the parts of figures say that are read before the rules.
        late: What the parts of figures say that are read behind them.
        caches: By tag: the figures read before, by surface; a bare number is read in its own way before and behind the rules.
        openings: What can stand before a number and belong to it.
        wary: Characters before a figure that may belong to it alone or make it a part of another.
        verbs: Characters before a figure that may end a verb of change, and nothing that belongs to the figure.
        unclear: Characters before 一 that may belong to it or make it a part of another figure.
        every: Whether all kinds of numerals are told apart.
    """

    search: Callable[[str, int], re.Match[str] | None]
    stop: Callable[[str, int], re.Match[str] | None]
    match: Callable[[str, int], re.Match[str] | None]
    tags: tuple[Tag, ...]
    names: tuple[str, ...]
    words: Tails
    listed: Listed
    run: Callable[[str, int], re.Match[str] | None]
    sure_groups: tuple[int, ...]
    sure: Sure
    late: Late
    caches: dict[Tag, dict[str, Quantity]]
    openings: Openings
    wary: frozenset[str]
    verbs: frozenset[str]
    unclear: frozenset[str]
    every: bool


def scanner(lexicon: Lexicon) -> Scanner:
    """Return the compiled scanner of a lexicon for quantities; the pattern is the same for all."""
    return _with_names(_shared("quantities"), lexicon)


def every_scanner(lexicon: Lexicon) -> Scanner:
    """Return the same for every kind of numeral: it stops at the same places, and its groups tell all kinds apart."""
    return _with_names(_shared("every"), lexicon)


def long_scanner(lexicon: Lexicon) -> Scanner:
    """Return the same without the short ways, with a group for each rule: what ``explain`` asks.

    Example:
        >>> made = long_scanner(Lexicon(bundled=False))
        >>> made.names[made.search("总目703项", 0).lastindex]
        'budget-head'
    """
    return _with_names(_shared("apart"), lexicon)


_FOR_QUANTITIES: Final[frozenset[Tag]] = frozenset({PER, SCALE, RANK, NUMBERED})
_FOR_EVERY: Final[frozenset[Tag]] = frozenset({*_FOR_QUANTITIES, None, *Kind})
_TOLD: Final = {"quantities": _FOR_QUANTITIES, "every": _FOR_EVERY, "apart": _FOR_EVERY}
_TAGS: Final[dict[str | None, Tag]] = {
    **{tag: tag for tag in (None, PER, SCALE, RANK, NUMBERED, UNRULED, SURE, LATE, SMALL, ONCE, ARTICLE, WHOLE, BARE)},
    **{kind.value: kind for kind in Kind},
}
"""By spelling in a file: the tag itself."""


@cache
def _shared(name: str) -> Scanner:
    """Return the scanner without names that those of all lexicons share."""
    pattern, note = stored(name, lambda: _made(name))
    said = [(_TAGS[tag], rule or "") for tag, rule in note]
    return _scanner(pattern, said, sure(), late(), every=_TOLD[name] is _FOR_EVERY)


def _made(name: str) -> Made:
    apart, rules = name == "apart", frozenset(each.name for each in RULES)
    parts = _Parts(sure(), late(), _TOLD[name], rules, short=not apart, apart=apart)
    return parts.pattern(), {group: [tag, rule] for group, (tag, rule) in parts.ends.items()}


def bundle() -> None:
    """Write the compiled patterns to where a wheel brings them; the build calls it."""
    write({name: _made(name) for name in _TOLD})


def _with_names(shared: Scanner, lexicon: Lexicon) -> Scanner:
    words = tails(lexicon.all_names())
    return evolve(shared, words=words, listed=listed(words))


def build(
    lexicon: Lexicon,
    told: frozenset[Tag] = _FOR_EVERY,
    *,
    rules: Iterable[Rule] = RULES,
    short: bool = True,
    apart: bool = False,
) -> Scanner:
    """Return a scanner.

    Args:
        lexicon: The names that are tried before the rules.
        told: What its groups tell apart; each group costs time at every numeral.
        rules: The rules, which are tried in the order of ``order``.
        short: Whether it has the short ways. Without them every text reads the same, only later.
        apart: Whether each rule has a group of its own.
    """
    figures, others = sure(), late()
    parts = _Parts(figures, others, told, frozenset(each.name for each in rules), short=short, apart=apart)
    pattern = re.compile(parts.pattern())
    ends = {pattern.groupindex[group]: said for group, said in parts.ends.items()}
    said = [ends.get(index, (None, "")) for index in range(pattern.groups + 1)]
    return _with_names(_scanner(pattern, said, figures, others, every=told is not _FOR_QUANTITIES), lexicon)


def _scanner(
    pattern: re.Pattern[str], said: Sequence[tuple[Tag, str]], figures: Sure, others: Late, *, every: bool
) -> Scanner:
    run = compiled(widen(f"[0-9][0-9{NUMERAL}]*+(?:[,.][0-9]++)*+|[{NUMERAL}]++|[{TRIGGERS}]"))
    before = openings()
    unclear = before.lasts | UNSURE
    return Scanner(
        search=pattern.search,
        stop=compiled(widen(f"[{TRIGGERS}]")).search,
        match=pattern.match,
        tags=tuple(tag for tag, _ in said),
        names=tuple(name for _, name in said),
        words={},
        listed=listed({}),
        run=run.match,
        sure_groups=tuple(pattern.groupindex.get(f"sure_{part}", 0) for part in ("more", "by", "unit", "bound")),
        sure=figures,
        late=others,
        caches={tag: {} for tag in (*(tag for tag, _ in said), BOUNDED)},
        openings=before,
        wary=before.letters | UNSURE | {BREAK} | (ENDS & unclear),
        verbs=ENDS - unclear,
        unclear=unclear,
        every=every,
    )


class _Parts:
    """The parts of the pattern, and the groups at their ends with what each says."""

    def __init__(
        self,
        figures: Sure,
        others: Late,
        told: frozenset[Tag],
        rules: frozenset[str],
        *,
        short: bool,
        apart: bool,
    ) -> None:
        self.figures, self.others, self.told, self.rules = figures, others, told, rules
        self.short, self.apart = short, apart
        self.ends: dict[str, tuple[Tag, str]] = {}

    def pattern(self) -> str:
        """Return the whole pattern."""
        branches = [self.branch(first) for first in dict.fromkeys(each.first for each in LATER)]
        branches += self.way(WHOLE, lambda: (whole(), bare()), 0)
        branches += self.way(BARE, lambda: (whole(), bare()), 1)
        self.ends[UNRULED] = UNRULED, UNRULED
        return f"{widen(f'[{TRIGGERS}]')}(?:{'|'.join([*filter(None, branches), f'(?P<{UNRULED}>)'])})"

    def branch(self, first: str) -> str:
        """Return what can stand behind one class of first characters, in the order in which it is tried."""
        parts = list(self.ruled(FIRST, first))
        if first == DIGIT:
            if self.short and parts:
                parts = [f"{widen(FIRST_GATE)}(?:{'|'.join(parts)})"]
            parts += self.way(SURE, self.figures.patterns, 0)
        parts += self.ruled(EARLY, first)
        if first == HAN:
            parts += self.way(SMALL, self.figures.patterns, 1)
        parts += self.ruled(LATER, first)
        if first == HAN:
            parts += self.way(ARTICLE, lambda: (f"(?:{article()}|{lone()})", ""), 0, Kind.LEXICAL)
            parts += self.way(ONCE, self.others.patterns, 1)
        if first == DIGIT:
            parts += self.way(LATE, self.others.patterns, 0)
        if self.short and first in letters():
            parts.append(letters()[first])
        return f"{widen(f'(?<={first})')}(?:{'|'.join(parts)})" if parts else ""

    def way(self, name: str, patterns: Callable[[], tuple[str, str]], which: int, tag: Tag = None) -> list[str]:
        """Return a short way, one of two patterns, if they are asked for."""
        if not self.short:
            return []
        end = f"(?P<{name}>)" if tag is None else self.end(name, tag, name)
        if tag is None:
            self.ends[name] = name, name
        return [patterns()[which] + end]

    def ruled(self, rules: Iterable[Rule], first: str) -> list[str]:
        """Return rules as alternatives behind their gates; neighbours that say the same share a group unless each is told apart."""
        kept = [each for each in rules if each.first == first and each.name in self.rules]
        gated = [(when, list(group)) for when, group in groupby(kept, key=lambda each: each.when)]
        return [widen(f"{when}(?:{self.either(group)})") for when, group in gated]

    def either(self, rules: list[Rule]) -> str:
        """Return rules behind one gate."""
        alternatives = []
        for _, group in groupby(rules, key=lambda each: each.name if self.apart else each.kind):
            same = list(group)
            either = "|".join(f"(?:{each.pattern})" for each in same)
            alternatives.append(f"(?:{either}){self.end(same[0].name.replace('-', '_'), same[0].kind, same[0].name)}")
        return "|".join(alternatives)

    def end(self, group: str, tag: Tag, name: str) -> str:
        """Return the empty group at the end of a branch that says its tag; nothing where the tag is not asked for."""
        if tag not in self.told or (tag is None and not self.apart):
            return ""
        self.ends[group] = tag, name
        return f"(?P<{group}>)"
