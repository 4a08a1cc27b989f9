"""Names where the scan stops: what follows from the first numeral of each, with what must stand around it."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.text.kinds import Kind
from zjreform.text.patterns import EDGE, WIDE, widen
from zjreform.text.rules.order import FIRST, TRIGGERS
from zjreform.text.rules.rule import DIGIT, Rule

Tails = Mapping[str, tuple[tuple[str, Kind], ...]]
"""By what follows from the first numeral of a name: what stands before it, and the kind; the longest first."""


def tails(names: Mapping[str, Kind]) -> Tails:
    """Return names by what follows from the first character at which the scan stops, each with what stands before it.

    Example:
        >>> tails({"最多跑一次": Kind.NAME, "5G": Kind.NAME})
        {'一次': (('最多跑', <Kind.NAME: 'name'>),), '5G': (('', <Kind.NAME: 'name'>),)}
    """
    stops = re.compile(f"[{TRIGGERS}]")
    found: dict[str, list[tuple[str, Kind]]] = {}
    for name, kind in sorted(names.items(), key=lambda pair: -len(pair[0])):
        first = stops.search(name)
        if first is not None:
            found.setdefault(name[first.start() :], []).append((name[: first.start()], kind))
    return {tail: tuple(prefixes) for tail, prefixes in found.items()}


Tail = tuple[str, tuple[str, ...], bool, LazyPattern | None]
"""The tail of a name, what must stand before it (nothing where it may stand alone), whether no letter may, and what must hold behind it."""
Beginning = tuple[frozenset[str] | None, tuple[Tail, ...]]
"""The characters of which one must stand before any of some tails (``None`` where any may), and the tails."""
_NONE: Final[Beginning] = frozenset(), ()


class Listed:
    """Names where a scan stops, found by their first characters.

    Attributes:
        heads: By the first three characters of a tail, or all of a shorter one: what may stand before the tails that begin so, and these,
            the longest first, marks in both widths.
        digits: Matches behind a first digit what comes before any name, such as the number of a list item.
        others: The same behind any other first character; nothing where no rule is so.
        known: By the three characters at an offset: what ``at`` has given for them.
    """

    __slots__ = ("digits", "heads", "known", "others")

    def __init__(self, heads: Mapping[str, Beginning], digits: LazyPattern, others: LazyPattern | None) -> None:
        self.heads, self.digits, self.others = heads, digits, others
        self.known: dict[str, Beginning] = {}

    def at(self, text: str, at: int) -> Beginning:
        """Return the tails that can stand at an offset, by their first characters, and what may stand before them.

        Example:
            >>> made = listed(tails({"最多跑一次": Kind.NAME}))
            >>> before, found = made.at("最多跑一次改革", 3)
            >>> before, [spelt for spelt, *_ in found], made.at("一个", 0)
            (frozenset({'跑'}), ['一次'], (frozenset(), ()))
        """
        head, heads = text[at : at + _HEAD], self.heads
        if len(self.known) >= _MOST_KNOWN:
            self.known.clear()
        found = self.known[head] = heads.get(head) or heads.get(head[:2]) or heads.get(head[0], _NONE)
        return found

    def end(self, text: str, at: int, tails: Iterable[Tail]) -> int:
        """Return the offset behind the name of which the first numeral stands at an offset; −1 if none stands there.

        Args:
            text: Folded running text.
            at: The offset.
            tails: What ``at`` gives for it, where what stands before may.

        Example:
            >>> made, text = listed(tails({"最多跑一次": Kind.NAME})), "最多跑一次改革"
            >>> made.end(text, 3, made.at(text, 3)[1])
            5
        """
        for tail, prefixes, alone, behind in tails:
            end = at + len(tail)
            if (
                text.startswith(tail, at)
                and (not prefixes or text.endswith(prefixes, 0, at))
                and not (alone and at and text[at - 1] in _LETTERS)
                and (behind is None or behind.match(text, end) is not None)
            ):
                rules = self.digits if text[at] in _DIGITS else self.others
                return -1 if rules is not None and rules.match(text, at + 1) is not None else end
        return -1


def listed(names: Tails) -> Listed:
    """Return what finds names by their tails.

    Example:
        >>> sorted(listed(tails({"最多跑一次": Kind.NAME})).heads)
        ['一次']
    """
    groups: dict[str, list[Tail]] = {}
    for tail in sorted(names, key=len, reverse=True):
        prefixes = tuple(spelt for prefix, _ in names[tail] for spelt in _spellings(prefix))
        free, behind = "" in prefixes, _behind(tail)
        rest = () if free else prefixes, free and tail[0].isascii(), LazyPattern(behind, widen) if behind else None
        for spelt in _spellings(tail):
            groups.setdefault(spelt[:_HEAD], []).append((spelt, *rest))
    digits = [each for each in FIRST if each.first == DIGIT]
    others = [each for each in FIRST if each.first != DIGIT]
    return Listed(
        {
            head: _beginning([each for size in range(len(head), 0, -1) for each in groups.get(head[:size], ())])
            for head in groups
        },
        LazyPattern(_either(digits), widen),
        LazyPattern(_either(others), widen) if others else None,
    )


def _beginning(tails: list[Tail]) -> Beginning:
    free = any(not prefixes for _, prefixes, *_ in tails)
    return None if free else frozenset(prefix[-1] for _, prefixes, *_ in tails for prefix in prefixes), tuple(tails)


_HEAD: Final = 3
_MOST_KNOWN: Final = 16_384
"""Beginnings of numerals that are kept."""


def _spellings(name: str) -> list[str]:
    """Return a name with its marks in both widths."""
    return ["".join(chars) for chars in product(*(char + WIDE.get(char, "") for char in name))]


_LETTERS: Final = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.")
_DIGITS: Final = frozenset("0123456789")


def _either(rules: Iterable[Rule]) -> str:
    return "|".join(f"(?<={each.first}){each.when}(?:{each.pattern})" for each in rules)


def _behind(tail: str) -> str:
    """Return what must hold behind the tail of a name."""
    if tail.isdecimal():
        return _UNCOUNTED
    return EDGE if tail[-1].isascii() else _CUTS.get(tail, "")


_UNCOUNTED: Final = "(?![0-9.,万亿千百余多个件人家项名次户元%条份台宗起])"
"""What must hold behind a name of digits alone (12345, G20), which counts nothing."""
_CUTS: Final = {
    "十分": "(?!钟|之|[一三七九](?![个些点样种定旦]))",
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
"""By tail of a name: what must not follow, since the numeral counts or measures there."""
