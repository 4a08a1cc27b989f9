"""The one pass over a text: every numeral with what it is.

One pattern, which starts with one character class so that the search skips by it, stops at each numeral and says by the rules of
``rules`` what it is if it is no quantity; a quantity is then read by ``reading``. The text is never folded as a whole, and every stop
moves on by at least the numeral it is at: the time is linear.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from zjreform.fold import fold
from zjreform.quantity.bounds import SUFFIXES, Bound
from zjreform.quantity.numerals import numeral_at
from zjreform.quantity.patterns import LazyPattern
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import RANK_CODE, unit
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import Lexicon, built
from zjreform.text.patterns import EDGE, trie, widen
from zjreform.text.plain import Plain, plain, plain_over, plain_quantity
from zjreform.text.reading import Reader, foldable
from zjreform.text.rules import NUMERAL, PER, RANK, RULES, SCALE, TRIGGERS, Tag

_WORD: Final = "word"
_EXACT: Final = Bound.EXACT
_QUANTITY, _ORDINAL, _LEXICAL = Kind.QUANTITY, Kind.ORDINAL, Kind.LEXICAL


class Found(NamedTuple):
    """A numeral in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        kind: What it is.
        quantity: The quantity, where it is one.
        tag: ``per`` for the base of a rate (每万人), ``scale`` for the unit of a table, else ``None``.
    """

    start: int
    end: int
    kind: Kind
    quantity: Quantity | None = None
    tag: str | None = None


class _Scanner(NamedTuple):
    search: Callable[[str, int], re.Match[str] | None]
    tags: tuple[Tag, ...]
    words: Mapping[str, tuple[tuple[str, Kind], ...]]
    folds: Callable[..., object]
    run: Callable[[str, int], re.Match[str] | None]
    plain: Plain
    known: dict[str, Quantity]


def scan(text: str, lexicon: Lexicon, *, every: bool = True) -> list[Found]:
    """Return every numeral of a text in order; none overlaps another.

    Args:
        text: The text.
        lexicon: Names and words to leave alone.
        every: Whether to return what is no quantity, too; the quantities are the same.

    Example:
        >>> [(found.kind.value, found.end) for found in scan("2018年统一办理8件", Lexicon())]
        [('date', 5), ('lexical', 7), ('quantity', 11)]
    """
    scanner = built(lexicon, "scan", _scanner)
    search, tags, read = scanner.search, scanner.tags, None
    known = scanner.known
    found: list[Found] = []
    end = 0
    while (match := search(text, end)) is not None:
        index = match.lastindex
        if index is None:
            at, floor = match.start(), end
            if read is None:
                read = Reader(text, scanner.folds).read
            reading = read(at, floor)
            if reading is None:
                end = scanner.run(text, at).end()  # type: ignore[union-attr] (it matches wherever the search stops)
                if every and (end - at > 1 or text[at] not in _LETTERS):
                    found.append(Found(at, end, _unread(text, at, end)))
            else:
                end = reading[1]
                if every or reading[2] is _QUANTITY:
                    found.append(Found(*reading))
        elif tags[index] is _PLAIN:
            end = match.end()
            surface = match[0]
            quantity = known.get(surface)
            if quantity is None:
                quantity = _plain(text, match, index, scanner)
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                known[surface] = quantity
            found.append(Found(match.start(), end, _QUANTITY, quantity))
        elif every or tags[index] in _ALWAYS or (tags[index] is _ORDINAL and fold(text[match.end() - 1]) in _COUNTING):
            one = _ruled(text, match, end, tags[index], scanner.words)
            end = match.end()
            if one is not None and (every or one.kind is _QUANTITY or one.tag):
                found.append(one)
        else:
            end = match.end()
    return found


_PLAIN: Final = "plain"
_ALWAYS: Final = frozenset({PER, SCALE, RANK})
_COUNTING: Final = frozenset("0123456789一二三四五六七八九十百")


def _plain(text: str, match: re.Match[str], index: int, scanner: _Scanner) -> Quantity:
    """Return the quantity that the pattern has read whole."""
    more, multiplier, spelling, behind = match.group(index - 4, index - 3, index - 2, index - 1)
    units, numbers = scanner.plain.units, scanner.plain.numbers
    start = match.start()
    found = units.get(spelling) or units[fold(spelling)]
    bound = _EXACT if behind is None else SUFFIXES[fold(behind)]
    char = text[start]
    if char not in _ASCII:
        return Quantity(numbers[fold(char)], found, bound)
    number = text[start : match.start(index - 4 if more else index - 3 if multiplier else index - 2)]
    return plain_over(number, multiplier, found) if more else plain_quantity(number, multiplier, found, bound)


_MOST_KNOWN = 4096
"""Plain figures kept, since most of them recur (3个, 100%); a quantity is immutable."""
_ASCII: Final = frozenset("0123456789")
_LETTERS: Final = frozenset("几幾数數翻半第")


def _unread(text: str, at: int, stop: int) -> Kind:
    return Kind.IDENTIFIER if any(char.isdecimal() for char in text[at : min(stop, at + 8)]) else _LEXICAL


def _ruled(text: str, match: re.Match[str], floor: int, tag: Tag, words: Mapping[str, tuple[tuple[str, Kind], ...]]) -> Found | None:
    """Return what a rule found, with what belongs to it before its first numeral."""
    start, end = match.span()
    if tag is Kind.DATE:
        return Found(_back(text, start, floor, _BEFORE_DATES), end, tag)
    if tag is None:
        return None
    if tag == _WORD:
        prefix, kind = _prefix(text, start, end, floor, words)
        return Found(start - len(prefix), end, kind)
    if tag is Kind.IDENTIFIER:
        return Found(_identifier_start(text, start, floor), end, tag)
    if tag is Kind.ORDINAL or tag == RANK:
        return _ordered(text, start, end, floor, ranked=tag == RANK)
    if tag == PER:
        return Found(max(start - 1, floor), end, _LEXICAL, tag=PER)
    if tag == SCALE:
        return Found(start, end, _LEXICAL, tag=SCALE)
    return Found(start, end, Kind(tag))


_BEFORE_DATES: Final = ("民国", "民國", "上", "下", "第")


def _back(text: str, start: int, floor: int, words: tuple[str, ...]) -> int:
    for word in words:
        if text.endswith(word, floor, start):
            return start - len(word)
    return start


def _prefix(text: str, start: int, end: int, floor: int, words: Mapping[str, tuple[tuple[str, Kind], ...]]) -> tuple[str, Kind]:
    low = max(floor, start - 12)
    before = fold(text[low:start])
    for prefix, kind in words[fold(text[start:end])]:
        if before.endswith(prefix):
            return prefix, kind
    return "", Kind.NAME


def _identifier_start(text: str, start: int, floor: int) -> int:
    """Return where an identifier starts: letters and marks before its digits, the characters of a document's issuer."""
    low = max(floor, start - 16)
    at = start
    while at > low and (text[at - 1].isascii() and (text[at - 1].isalnum() or text[at - 1] in "-/_. ")):
        at -= 1
    while at < start and text[at] in "-/_. ":
        at += 1
    if at > low and text[at - 1] in "〔[(（【":
        at -= 1
        while at > low and "㐀" <= text[at - 1] <= "鿿" and text[at - 1] not in "据據照依由经經以和与與及、按循":
            at -= 1
    elif text.endswith("字第", low, at):
        at -= 2
        while at > low and "㐀" <= text[at - 1] <= "鿿" and text[at - 1] not in "据據照依由经經以和与與及、按循":
            at -= 1
    elif at > low and at < start and text[at - 1] in _PLATES:
        at -= 1
    elif at > low and text[at - 1] in "第(（" and text[at - 1 : at] != "":
        at -= 1
    return at


_PLATES: Final = frozenset("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")


def _ordered(text: str, start: int, end: int, floor: int, *, ranked: bool) -> Found:
    """Return an ordinal, or the rank that somebody holds, with the scope that stands directly before it."""
    surface = fold(text[start:end])
    at = 1 + surface[1:2].isspace() if surface[0] == "第" else 0
    numeral = numeral_at(surface, at)
    value = None if numeral is None else Quantity(numeral.value, unit(RANK_CODE))
    bare = numeral is not None and numeral.end == len(surface)
    before = fold(text[max(floor, start - 8) : start])
    if value is not None and surface[0] == "第" and (ranked or (bare and before.endswith(_HOLDS) and not _goes_on(text, end))):
        scope = _SCOPE.match(before[::-1], 0)
        return Found(start - (scope.end() if scope else 0), end, _QUANTITY, value)
    return Found(start, end, _ORDINAL, value)


_HOLDS: Final = ("列", "居", "位", "名", "省", "国", "市", "县", "区", "界", "球", "总分", "获得", "荣获", "夺得", "占", "排", "前", "成绩", "考核")
_SCOPE: Final = LazyPattern("(?:名?排)?+[国省市县区州球镇乡校系界]全|(?:名?排)?+界世|名排")


def _goes_on(text: str, end: int) -> bool:
    after = fold(text[end : end + 1])
    return "㐀" <= after <= "鿿" and after not in "的和与及且并居列位"


def _scanner(lexicon: Lexicon) -> _Scanner:
    tails = _tails(lexicon.all_names())
    figures = plain()
    tags: list[Tag] = [None, _WORD, None, None, None, None, None, _PLAIN]
    endings = {tail: _ending(tail, tuple(prefix for prefix, _ in prefixes)) for tail, prefixes in tails.items()}
    parts = [widen(f"{trie(endings)}()" if tails else "(?!)()"), f"{figures.digits}()"]
    for first, gate, rules in RULES:
        tags.extend(tag for tag, _ in rules)
        parts.append(widen(f"(?<={first}){gate}(?:{'|'.join(f'(?:{rule})()' for _, rule in rules)})"))
    tags += [None, None, None, None, None, _PLAIN]
    parts.append(f"{figures.han}()")
    pattern = re.compile(f"{widen(f'[{TRIGGERS}]')}(?:{'|'.join(parts)}|)")
    run = re.compile(widen(f"[0-9][0-9{NUMERAL}]*+(?:[,.][0-9]++)*+|[{NUMERAL}]++|[{TRIGGERS}]"))
    folds = re.compile(f"[{foldable()}]")
    return _Scanner(pattern.search, tuple(tags), tails, folds.search, run.match, figures, {})


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


_CUTS: Final = {"十分": "(?!钟|之)", "一点": "(?![一二三四五六七八九零])", "一度": "(?!电)", "一刻": "(?!钟)", "一头": "(?!牛|猪|羊)", "一级": "(?!以)"}
