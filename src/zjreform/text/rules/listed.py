"""Names in the one pattern: what follows from the first numeral of each, with what must stand around it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final

from attrs import frozen

from zjreform.fold import fold_marks
from zjreform.lazy import LazyPattern
from zjreform.text.kinds import Kind
from zjreform.text.patterns import EDGE, WIDE, trie, widen
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


@frozen(eq=False)
class Listed:
    """Names where a scan stops, found by their first two characters.

    Attributes:
        starts: First two characters of tails.
        singles: Tails of one character.
        by_start: By the same: the tails, the longest first.
        numbers: By the same: the digits with which tails begin, and the last characters of what must stand before them.
        around: By their first two characters, or the only one: the third ones of tails, and the last characters of what must stand
            before them; neither where anything may stand there.
        digits: Matches behind a first digit what comes before any name, such as the number of a list item.
        others: The same behind any other first character; nothing where no rule is so.
        back: Characters of the longest beginning of a name before its tail.
        ahead: Characters of the longest tail, and a few behind it.
    """

    starts: frozenset[str]
    singles: frozenset[str]
    by_start: Mapping[str, tuple[Tail, ...]]
    numbers: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    around: Mapping[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]
    digits: LazyPattern
    others: LazyPattern | None
    back: int
    ahead: int

    def end(self, text: str, at: int) -> int:
        """Return the offset behind the name of which the first numeral stands at an offset; −1 if none stands there.

        Example:
            >>> listed(tails({"最多跑一次": Kind.NAME})).end("最多跑一次改革", 3)
            5
        """
        if not (self._may_begin(text, at) if text[at] in _DIGITS else self._may_stand(text, at)):
            return -1
        low = max(at - self.back, 0)
        window, place = fold_marks(text[low : at + self.ahead]), at - low
        for start in (window[place : place + 2], window[place]):
            for tail, prefixes, alone, behind in self.by_start.get(start, ()):
                end = place + len(tail)
                if (
                    window.startswith(tail, place)
                    and (not prefixes or window.endswith(prefixes, 0, place))
                    and not (alone and place and window[place - 1] in _LETTERS)
                    and (behind is None or behind.match(window, end) is not None)
                ):
                    rules = self.digits if text[at].isdecimal() else self.others
                    return -1 if rules is not None and rules.match(text, at + 1) is not None else low + end
        return -1

    def _may_stand(self, text: str, at: int) -> bool:
        """Return whether the third character from an offset on, and the one before it, are those of any name; most places are left so."""
        before, third = text[at - 1 : at], text[at + 2 : at + 3]
        for start in (text[at : at + 2], text[at]):
            for thirds, lasts in self.around.get(start, ()):
                if (not thirds or third in thirds) and (not lasts or before in lasts):
                    return True
        return False

    def _may_begin(self, text: str, at: int) -> bool:
        """Return whether the digits at an offset are those of a name, and what stands before them is, where it must be."""
        before = text[at - 1 : at]
        for start in (text[at : at + 2], text[at]):
            for digits, lasts in self.numbers.get(start, ()):
                end = at + len(digits)
                if (
                    text.startswith(digits, at)
                    and text[end : end + 1] not in _DIGITS
                    and (not lasts or before in lasts)
                ):
                    return True
        return False


def listed(names: Tails) -> Listed:
    """Return what finds names by their tails.

    Example:
        >>> "一次" in listed(tails({"最多跑一次": Kind.NAME})).starts
        True
    """
    groups: dict[str, list[Tail]] = {}
    for tail in sorted(names, key=len, reverse=True):
        prefixes = tuple(prefix for prefix, _ in names[tail])
        free = "" in prefixes
        behind = _behind(tail)
        groups.setdefault(tail[:2], []).append(
            (tail, () if free else prefixes, free and tail[0].isascii(), LazyPattern(behind) if behind else None)
        )
    around = {
        "".join(chars): tuple(dict.fromkeys(map(_around, group)))
        for start, group in groups.items()
        for chars in product(*map(_widths, start))
    }
    spelt = frozenset(around)
    singles = frozenset(start for start in spelt if len(start) == 1)
    digits = [each for each in FIRST if each.first == DIGIT]
    others = [each for each in FIRST if each.first != DIGIT]
    back = max((len(prefix) for each in names.values() for prefix, _ in each), default=0)
    return Listed(
        spelt - singles,
        singles,
        {start: tuple(group) for start, group in groups.items()},
        {start: tuple(map(_number, group)) for start, group in groups.items() if start[0] in _DIGITS},
        around,
        LazyPattern(_either(digits), widen),
        LazyPattern(_either(others), widen) if others else None,
        max(back, 1),
        max(map(len, names), default=0) + _FURTHER,
    )


_LETTERS: Final = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.")
_FURTHER: Final = 4


def _around(tail: Tail) -> tuple[frozenset[str], frozenset[str]]:
    """Return the third character of a tail, and the last characters of what must stand before it, marks in both widths."""
    spelt, prefixes, _, _ = tail
    return frozenset(_widths(spelt[2:3])), frozenset("".join(_widths(prefix[-1]) for prefix in prefixes))


def _widths(char: str) -> str:
    return char + WIDE.get(char, "")


def _number(tail: Tail) -> tuple[str, frozenset[str]]:
    """Return the digits with which a tail begins, and the last characters of what must stand before it, marks in both widths."""
    spelt, _, _, _ = tail
    return spelt[: len(spelt) - len(spelt.lstrip("0123456789"))], _around(tail)[1]


_DIGITS: Final = frozenset("0123456789")


def _either(rules: Iterable[Rule]) -> str:
    return "|".join(f"(?<={each.first}){each.when}(?:{each.pattern})" for each in rules)


def _behind(tail: str) -> str:
    """Return what must hold behind the tail of a name."""
    if tail.isdecimal():
        return _UNCOUNTED
    return EDGE if tail[-1].isascii() else _CUTS.get(tail, "")


def named(first: str, names: Tails) -> str:
    """Return the pattern (folded) of names behind one class of first characters, empty if no name begins so.

    Example:
        >>> made = named("[0-9]", tails({"5G": Kind.NAME, "G20": Kind.NAME}))
        >>> [bool(re.match(f"G?[0-9](?:{made})", text)) for text in ("5G网络", "G20峰会", "20人", "5个")]
        [True, True, False, False]
    """
    here = {tail: tuple(prefix for prefix, _ in prefixes) for tail, prefixes in names.items() if re.match(first, tail)}
    endings = {tail: _ending(tail, prefixes) for tail, prefixes in here.items()}
    if not here or first != DIGIT:
        return trie(endings) if here else ""
    return f"(?:{'|'.join(_gates(here))}){trie(endings)}"


def _gates(here: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Give what must hold before or behind a first digit so that any name can begin with it; most numbers are left at once."""
    lasts = {re.escape(prefix[-1]) for prefixes in here.values() if "" not in prefixes for prefix in prefixes}
    free = [tail for tail, prefixes in here.items() if "" in prefixes]
    follows = {re.escape(tail.lstrip("0123456789")[0]) for tail in free if not tail.isdecimal()}
    if lasts:
        yield f"(?<=[{''.join(sorted(lasts))}]{DIGIT})"
    if follows:
        yield f"(?=[0-9]*+[{''.join(sorted(follows))}])"
    for size in sorted({len(tail) for tail in free if tail.isdecimal()}):
        yield f"(?=[0-9]{{{size - 1}}}{_UNCOUNTED})"


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
    return left + _behind(tail)


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
