"""Award lists: tiers by their headings, positions, titles, and the bodies named before a title, under it, or in a table.

Read are numbered lists under the heading of a tier, lists that stand in one bracket or behind one colon, tables with tab stops, and bodies
that are honoured themselves. What does not count on without a gap, or not up to the number that its heading gives, is not taken for a list.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from attrs import evolve, frozen

from zjreform.errors import ParseError
from zjreform.quantity.numerals import read_numeral

_HEADING: Final = re.compile(
    r"^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])\s*"
    r"(?P<name>[^:：。，,;；]{2,40}?(?:奖|案例|项目|名单|荣誉|称号))"
    r"(?:\s*[（(]\s*(?P<count>[0-9一二三四五六七八九十百]+)\s*[个项名家]\s*[）)])?[^\S\n]*+(?:[:：][^\S\n]*+)?$",
    re.MULTILINE,
)
_ITEM: Final = re.compile(r"^[ \t\u3000]*(?P<number>[0-9]{1,3})\s*[.．、)）]\s*(?P<rest>\S(?:.*\S)?)\s*$", re.MULTILINE)
_BODIES: Final = re.compile(
    r"^[ \t\u3000]*(?P<heading>申报[及和]?实施单位|申报单位|实施单位|报送单位|申报主体)"
    r"\s*[:：]\s*(?P<names>\S(?:.*\S)?)\s*$"
)
_ROLES: Final = {"申报": "apply", "实施": "implement", "报送": "apply"}
_INLINE: Final = re.compile(
    r"(?P<count>[0-9一二三四五六七八九十百]{1,4})\s*[个项]\s*(?P<name>[^()（）:：。，,;；0-9]{2,40}(?:案例|奖|项目))\s*(?P<mark>[(（:：])"
)
_SUBJECT: Final = re.compile(r"^[“「][^”」]+[”」](?:改革)?")
_TABLE: Final = re.compile(
    r"^(?P<head>[^\n\t]*+\t[^\n]*(?:单位|主体)[^\n]*+)\n(?P<rows>(?:[^\n\t]*+\t[^\n]*+(?:\n|\Z))++)", re.MULTILINE
)
_SHARED: Final = 6


@frozen
class ListedAward:
    """One honour as listed.

    Attributes:
        position: Place in the list.
        title: Title as listed, without the bodies; for an honoured body its name.
        bodies: The bodies named, in order.
        heading: The heading they stand under; ``None`` where they stand before the title.
        role: What the heading says they did.
        start: Offset of the title.
    """

    position: int
    title: str
    bodies: tuple[str, ...]
    heading: str | None
    role: str
    start: int


@frozen
class ListedTier:
    """A class of honour with its list.

    Attributes:
        name: Name of the tier, without that of the round.
        round: Name of the round, as far as the headings share one.
        quota: Honours given.
        honours: ``case`` or ``organisation``.
        awards: The honours in order.
        start: Offset of the heading.
    """

    name: str
    round: str | None
    quota: int
    honours: str
    awards: tuple[ListedAward, ...]
    start: int


def award_lists(text: str) -> tuple[ListedTier, ...]:
    r"""Return the tiers of an award list with their honours; nothing where a text holds none.

    Example:
        >>> text = "一、特别奖(2个)\n1. 甲县:一窗通办\n2. 乙市、丙县:“零跑”改革\n二、组织奖(2个)\n甲办、乙办"
        >>> for tier in award_lists(text):
        ...     print(tier.name, tier.quota, tier.honours, [(one.position, one.title, one.bodies) for one in tier.awards])
        特别奖 2 case [(1, '一窗通办', ('甲县',)), (2, '“零跑”改革', ('乙市', '丙县'))]
        组织奖 2 organisation [(1, '甲办', ()), (2, '乙办', ())]
    """
    found = [*_under_headings(text), *_inline(text), *_tables(text)]
    return _named(sorted(found, key=lambda tier: tier.start))


def _under_headings(text: str) -> Iterator[ListedTier]:
    headings = list(_HEADING.finditer(text))
    for match, following in zip_longest(headings, headings[1:]):
        section = text[match.end() : following.start() if following else len(text)]
        count = _count(match["count"])
        awards = tuple(_numbered(section, match.end()))
        if awards and count in {None, len(awards)}:
            yield ListedTier(match["name"].strip(), None, len(awards), "case", awards, match.start("name"))
        elif count is not None:
            bodies = tuple(_bodies_honoured(section, match.end(), count))
            if bodies:
                yield ListedTier(match["name"].strip(), None, count, "organisation", bodies, match.start("name"))


def _numbered(section: str, offset: int) -> Iterator[ListedAward]:
    """Yield the items of a list that counts on from 1."""
    expected = 1
    matches = list(_ITEM.finditer(section))
    for place, match in enumerate(matches):
        if int(match["number"]) != expected:
            continue
        behind = section[match.end() : _next(matches, place, expected + 1, len(section))]
        lines = [line for line in behind.splitlines() if line.strip()]
        under = _BODIES.match(lines[0]) if lines else None
        start = offset + match.start("rest")
        if under:
            yield ListedAward(
                expected, match["rest"], split_bodies(under["names"]), under["heading"], _role(under["heading"]), start
            )
        else:
            yield from _with_bodies(match["rest"], expected, start)
        expected += 1


def _next(matches: Sequence[re.Match[str]], place: int, number: int, end: int) -> int:
    return next((one.start() for one in matches[place + 1 :] if int(one["number"]) == number), end)


def _with_bodies(item: str, position: int, start: int) -> Iterator[ListedAward]:
    """Yield an item of the form bodies, colon, title."""
    at = _colon(item)
    if at is not None:
        title = item[at + 1 :].strip()
        begin = start + at + 1 + len(item[at + 1 :]) - len(item[at + 1 :].lstrip())
        yield ListedAward(position, title, split_bodies(item[:at]), None, "unstated", begin)


def _colon(item: str) -> int | None:
    depth = 0
    for place, char in enumerate(item):
        depth += (char in "“「《(（") - (char in "”」》)）")
        if char in ":：" and depth == 0:
            return place
    return None


def _bodies_honoured(section: str, offset: int, count: int) -> Iterator[ListedAward]:
    for match in re.finditer(r"\S.*", section):
        names = split_bodies(match[0].rstrip("。 "))
        if len(names) == count:
            for position, name in enumerate(names, 1):
                yield ListedAward(position, name, (), None, "unstated", offset + match.start() + match[0].index(name))
        return


def _inline(text: str) -> Iterator[ListedTier]:
    for match in _INLINE.finditer(text):
        listed = _listed(text, match)
        items = _split(listed, ";；")
        count = _count(match["count"])
        awards: list[ListedAward] = []
        at = match.end()
        for position, item in enumerate(items, 1):
            awards += _with_bodies(item.strip(), position, at + len(item) - len(item.lstrip()))
            at += len(item) + 1
        if count == len(items) == len(awards):
            name = _SUBJECT.sub("", match["name"]) or match["name"]
            yield ListedTier(name, None, count, "case", tuple(awards), match.start("name"))


def _listed(text: str, head: re.Match[str]) -> str:
    """Return what stands in the bracket, or behind the colon up to the end of the sentence."""
    depth = 1 if head["mark"] in "(（" else 0
    for place in range(head.end(), len(text)):
        char = text[place]
        depth += (char in "(（") - (char in ")）")
        if (depth == 0 and char in ")）") or char == "\n" or (char == "。" and head["mark"] in ":："):
            return text[head.end() : place]
    return text[head.end() :]


def _tables(text: str) -> Iterator[ListedTier]:
    for match in _TABLE.finditer(text):
        head = [cell.strip() for cell in match["head"].split("\t")]
        body = next(place for place, cell in enumerate(head) if cell.endswith(("单位", "主体")))
        title = next((place for place, cell in enumerate(head) if re.search("名称|题名|案例|项目", cell)), None)
        rows = [(found.start(), found[0].split("\t")) for found in re.finditer(r"[^\n]+", match["rows"])]
        if title is None or any(len(cells) != len(head) for _, cells in rows):
            continue
        begin = match.start("rows")
        awards = tuple(
            ListedAward(
                number,
                cells[title].strip(),
                split_bodies(cells[body]),
                head[body],
                _role(head[body]),
                begin + at + sum(len(cell) + 1 for cell in cells[:title]),
            )
            for number, (at, cells) in enumerate(rows, 1)
        )
        yield ListedTier(head[title], None, len(awards), "case", awards, match.start())


def _named(tiers: Sequence[ListedTier]) -> tuple[ListedTier, ...]:
    """Take what the names of the tiers share at their beginning for the name of the round."""
    shared = _shared_beginning([tier.name for tier in tiers]) if len(tiers) > 1 else ""
    if len(shared) < _SHARED:
        return tuple(tiers)
    return tuple(evolve(tier, name=tier.name[len(shared) :], round=shared) for tier in tiers)


def _shared_beginning(names: Sequence[str]) -> str:
    length = 0
    for chars in zip(*names, strict=False):
        if len(set(chars)) > 1:
            break
        length += 1
    return names[0][:length]


def split_bodies(names: str) -> tuple[str, ...]:
    """Return the bodies of a list, split at its marks outside brackets and quotations.

    Example:
        >>> split_bodies("舟山市、中国(浙江、舟山)试验区管委会、浙江省商务厅")
        ('舟山市', '中国(浙江、舟山)试验区管委会', '浙江省商务厅')
    """
    return tuple(name.strip() for name in _split(names, "、，,") if name.strip())


def _split(text: str, marks: str) -> list[str]:
    parts, depth, begin = [], 0, 0
    for place, char in enumerate(text):
        depth += (char in "“「《(（") - (char in "”」》)）")
        if char in marks and depth == 0:
            parts.append(text[begin:place])
            begin = place + 1
    return [*parts, text[begin:]]


def _count(numeral: str | None) -> int | None:
    if numeral is None:
        return None
    try:
        number = read_numeral(numeral).value
    except ParseError:
        return None
    return int(number) if number == int(number) else None


def _role(heading: str) -> str:
    roles = {role for word, role in _ROLES.items() if word in heading}
    return "both" if len(roles) > 1 else next(iter(roles), "unstated")
