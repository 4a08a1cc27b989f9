"""Known names in a text: places, organisations, terms, cases, rounds and tiers, in both scripts, long and short."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Self

from attrs import define, field, frozen

from zjreform.dataset.tables import Tables
from zjreform.fold import fold
from zjreform.text.patterns import tree

_ENDINGS: Final = ("省", "市", "县", "区")
_SHORTEST: Final = 2
_CASE_TITLE: Final = 6
_QUOTED: Final = re.compile("[“「]([^”」“「]{2,16})[”」]|《([^》]{4,40})》")
_LONGEST_HEADING: Final = 60


@frozen
class Named:
    """A known name at its place.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        surface: The characters.
        of: The record, with the prefix of its table.
        heading: Whether it stands in a line that is a heading.
    """

    start: int
    end: int
    surface: str
    of: str
    heading: bool = False


@define(slots=False)
class Known:
    """Names and the record that each means; where a name is that of several, the first given counts.

    Attributes:
        names: Folded name and record.
        rounds: The round of an award that each round or tier is of.
    """

    names: dict[str, str]
    rounds: Mapping[str, str] = field(factory=dict)
    _pattern: re.Pattern[str] | None = field(default=None, init=False)

    @classmethod
    def of(cls, dataset: Tables) -> Self:
        """Return the names of a dataset: terms before places, so that a term which opens with a place is itself."""
        names: dict[str, str] = {}
        for spelling, record in _spellings(dataset):
            folded = fold(spelling).strip()
            if len(folded) >= _SHORTEST:
                names.setdefault(folded, record)
        rounds = {f"rounds:{each.id}": f"rounds:{each.id}" for each in dataset.rounds}
        return cls(names, rounds | {f"tiers:{tier.id}": f"rounds:{tier.round}" for tier in dataset.tiers})

    def extended(self, more: Iterable[tuple[str, str]]) -> Self:
        """Return these names and more."""
        return type(self)(
            {**self.names, **{fold(name): record for name, record in more if len(name) >= _SHORTEST}}, self.rounds
        )

    def in_text(self, text: str) -> tuple[Named, ...]:
        """Return every known name of a text, the longest at each place.

        Example:
            >>> import zjreform as zj
            >>> [(one.surface, one.of) for one in Known.of(zj.load()).in_text("麗水的浙裡辦")]
            [('麗水', 'places:lishui'), ('浙裡辦', 'terms:zheliban')]
        """
        if self._pattern is None:
            self._pattern = re.compile(tree(dict.fromkeys(self.names, "")) if self.names else "(?!)")
        folded = fold(text)
        return tuple(
            Named(
                match.start(),
                match.end(),
                text[match.start() : match.end()],
                self.names[match[0]],
                _in_heading(text, match.start()),
            )
            for match in self._pattern.finditer(folded)
        )


def _spellings(dataset: Tables) -> Iterator[tuple[str, str]]:
    for term in dataset.terms:
        for spelling in (term.name_zh, term.name_hant, *term.aliases):
            if spelling:
                yield spelling, f"terms:{term.id}"
                yield re.sub("[“”‘’「」]", "", spelling), f"terms:{term.id}"
    for case in dataset.cases:
        if len(case.title_zh) >= _CASE_TITLE:
            yield case.title_zh, f"cases:{case.id}"
    yield from ((tier.name_zh, f"tiers:{tier.id}") for tier in dataset.tiers)
    yield from ((each.name_zh, f"rounds:{each.id}") for each in dataset.rounds)
    for body in dataset.organisations:
        for spelling in (body.name_zh, *body.aliases):
            yield spelling, f"organisations:{body.id}"
    yield from _place_spellings(dataset)


def _place_spellings(dataset: Tables) -> Iterator[tuple[str, str]]:
    """Yield the names of places, short ones too, and the short names of bodies behind the name of their place."""
    for place in dataset.places:
        yield place.name_zh, f"places:{place.id}"
        if len(place.name_zh) > _SHORTEST and place.name_zh.endswith(_ENDINGS):
            yield place.name_zh[:-1], f"places:{place.id}"
    for table, rows in (("terms", dataset.terms), ("organisations", dataset.organisations)):
        for row in rows:
            where = getattr(row, "place", None)
            if where is not None and where in dataset.places:
                stem = dataset.places[where].name_zh.rstrip("".join(_ENDINGS))
                yield from ((stem + alias, f"{table}:{row.id}") for alias in row.aliases if alias.startswith(_ENDINGS))


def _in_heading(text: str, start: int) -> bool:
    """Whether an offset lies in a short line without a full stop."""
    begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line = text[begin : end if end >= 0 else len(text)]
    return 0 < len(line.strip()) <= _LONGEST_HEADING and not re.search("[。；;]", line)


def quoted_names(text: str, known: Known) -> list[Named]:
    """Return quoted names that nothing known is called, each once: candidates for terms.

    Example:
        >>> [one.surface for one in quoted_names("推行“三色管理”和“最多跑一次”", Known({"最多跑一次": "terms:x"}))]
        ['三色管理']
    """
    found: dict[str, Named] = {}
    for match in _QUOTED.finditer(text):
        group = 1 if match[1] else 2
        name = match[group]
        if fold(name) not in known.names and name not in found and not re.search("[，。；,;]", name):
            found[name] = Named(match.start(group), match.end(group), name, "", _in_heading(text, match.start()))
    return list(found.values())


_ENDS: Final = "系统|平台|目录|清单|机制|数据库|体系|小组|办公室|模式|制度|库|大厅|中心|法院|小镇|办法|方案|计划|指引|改革|工程|APP"
_COINED: Final = re.compile(
    "[“「《]([^”」》“「《，。；,;]{2,30})[”」》]"
    f"|((?:(?![的和与在对由将把了为等及各是以从到])[\u4e00-\u9fffA-Za-z0-9+]){{2,16}}?(?:{_ENDS}))(?!{_ENDS})"
)
_BEFORE_NAMES: Final = re.compile(
    "建立|完成|成立|研发|实现|探索|构建|搭建|开发|推出|推行|推进|打造|创建|设立|形成|制定|出台|整合|依托|通过|利用|借助|跨越|需要|加快|深化|完善|健全|实施"
    "|建设|推广|优化|创新|加强|强化|基于|开展|启动|上线|运行|包括|纳入|围绕|该|我市|我省|全市|全省"
    "|[0-9一二三四五六七八九十两]+(?:大|个|项|类|种|级|套)?"
)
_SHORTEST_COINED: Final = 4


def coined_names(text: str) -> list[Named]:
    """Return names that look coined: quoted, or ending as systems, platforms, lists and bodies do; each record is ``new:NAME``.

    A quotation of several names gives each of them as well; a verb or a number before an unquoted name is no part of it.

    Example:
        >>> [one.of for one in coined_names("建立数据共享交换平台，推行“三色管理、最多9天”")]
        ['new:数据共享交换平台', 'new:三色管理、最多9天', 'new:三色管理', 'new:最多9天']
    """
    found: list[Named] = []
    for match in _COINED.finditer(text):
        group = 1 if match[1] else 2
        begin = match.start(group)
        if group == 2:  # noqa: PLR2004 (the second group)
            verbs = list(_BEFORE_NAMES.finditer(match[2]))
            begin += verbs[-1].end() if verbs else 0
            if match.end() - begin < _SHORTEST_COINED:
                continue
        found.append(_coined(text, begin, match.end(group)))
        if group == 1 and "、" in match[1]:
            found += _each(text, begin, match[1])
    return found


def _each(text: str, begin: int, names: str) -> Iterator[Named]:
    """Yield the names of a quotation that lists several."""
    for name in names.split("、"):
        if len(name) >= _SHORTEST:
            yield _coined(text, begin, begin + len(name))
        begin += len(name) + 1


def _coined(text: str, start: int, end: int) -> Named:
    name = text[start:end]
    return Named(start, end, name, f"new:{name}", _in_heading(text, start))
