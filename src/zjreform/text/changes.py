"""Stated changes in running text: 由 A 压缩至 B, 改革前 A…改革后 B, 比原来 A 减少 B, 增加 A 至 B, 增至 B, 压减 70%.

A change stands in one sentence and measures one thing; it is stated by a verb or an arrow between or before its figures, never by mere
neighbourhood. Each figure belongs to one change at most, and the time is linear in the length of the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, overload

from zjreform.columns.rows import Rows
from zjreform.fold import fold_marks, fold_running
from zjreform.lazy import LazyPattern
from zjreform.mending.mended import mended
from zjreform.options import Offsets, Region
from zjreform.quantity.change import Sense
from zjreform.quantity.units import Dimension
from zjreform.text.answers import ChangeRows, over, shifted
from zjreform.text.figure import SHARES, Figure
from zjreform.text.figures import ONLY, check_region, plain_figures
from zjreform.text.lexicon import BUNDLED, Lexicon
from zjreform.text.neighbours.between import (
    LEVEL,
    MARK,
    PAIR,
    PER_MANY,
    REACHED,
    STEP,
    UNLISTED,
    WITH_OBJECT,
    clause,
    in_list,
    in_ratio,
    may_join,
    opener,
    unlike,
)
from zjreform.text.neighbours.contrasts import contrast, may_contrast
from zjreform.text.neighbours.frequencies import often, opens_frequency
from zjreform.text.neighbours.verb_and_figure import by_verb, change_of
from zjreform.text.neighbours.verb_before import may_lead
from zjreform.text.stated_change import StatedChange
from zjreform.text.verbs import ADJACENT, ENDS

_NEAR: Final = 36
_BLANK: Final = "\n\n"
_LEADERS: Final = frozenset("至到为成→>")
"""Lead to the second figure."""
_MEMBERS: Final = 8
_THAN: Final = LazyPattern(
    ".*(?:(?<![同环占对之相可无评攀类入别女])比(?![例重率较值])|(?<!比)较(?![大高低快多少好强长短小为]))"
)
"""What a figure is set against."""
_MANY: Final = tuple(verb for verb in ADJACENT if len(verb) > 1)
_POINTED: Final = frozenset({Dimension.PERCENT, Dimension.PERCENTAGE_POINT})
_CLOSED: Final = frozenset("，。；,;！？!?\n)）")
_FOUND = tuple[list[StatedChange], int]


@overload
def changes(  # type: ignore[overload-overlap]  # a text is an iterable of texts, and is one text
    text: str,
    *,
    lexicon: Lexicon | None = None,
    region: Region | None = None,
    ids: None = None,
    offsets: Offsets = "characters",
) -> Rows[StatedChange]: ...
@overload
def changes(
    text: Iterable[str | None],
    *,
    lexicon: Lexicon | None = None,
    region: Region | None = None,
    ids: Iterable[Any] | None = None,
    offsets: Offsets = "characters",
) -> Rows[dict[str, Any]]: ...
def changes(
    text: str | Iterable[str | None],
    *,
    lexicon: Lexicon | None = None,
    region: Region | None = None,
    ids: Iterable[Any] | None = None,
    offsets: Offsets = "characters",
) -> Rows[Any]:
    """Return the changes that a text states, in order, as rows that become a frame in one call.

    Args:
        text: Any text, in either script, or a column of texts, as for ``figures``.
        lexicon: As for ``figures``.
        region: As for ``figures``.
        ids: As for ``figures``.
        offsets: As for ``figures``.

    Raises:
        TypeError: The text is none, or a value of the column is none; names its position.
        UnknownValueError: The region or what offsets count is unknown.
        ValueError: There are not as many ids as texts.

    Example:
        >>> import zjreform as zj
        >>> [(stated.verb, str(stated.change.relative)) for stated in zj.changes("由8天压缩至1天，办件量增长三成")]
        [('压缩', '-87.5%'), ('增长', '30%')]
    """
    if not isinstance(text, str):
        return over("changes", lambda one: changes(one, lexicon=lexicon, region=region, offsets=offsets), text, ids)
    if ids is not None:
        raise TypeError("expected ids beside a column of texts only, got one text")
    check_region(region)
    plain = fold_running(text)
    made = mended(plain)
    found = []
    read = plain if made is None else made.text
    for one in _stated(read, plain_figures(read, ONLY, lexicon or BUNDLED, region)):
        start, end = (one.start, one.end) if made is None else made.span(one.start, one.end)
        found.append(StatedChange(start, end, one.change, one.verb, one.direction, text[start:end]))
    return ChangeRows(shifted(text, found, offsets))


def _stated(text: str, found: Sequence[Figure]) -> Iterator[StatedChange]:
    floor = index = 0
    while index < len(found):
        one = found[index]
        joined = _may_go_with_next(text, found, index)
        if joined or may_lead(text, one.start, one.quantity) or may_contrast(text, one.start):
            made, used = _at(text, found, index, floor, joined=joined)
            yield from made
            floor = made[-1].end if made else floor
            index += used
        else:
            index += 1


def _at(text: str, found: Sequence[Figure], index: int, floor: int, *, joined: bool) -> _FOUND:
    """Return the changes that a figure opens, and how many figures they use."""
    first = found[index]
    if joined and (in_ratio(text, first.start, first.end) or opens_frequency(found, index)):
        return [], 1
    for read in _WITH_NEXT if joined else _BY_ITSELF:
        made = read(text, found, index, floor)
        if made is not None:
            return made
    alone = None if opens_frequency(found, index) else by_verb(text, first, floor)
    return ([], 1) if alone is None else _listed(text, found, index, alone)


def _may_go_with_next(text: str, found: Sequence[Figure], index: int) -> bool:
    """Return whether a change may lead from a figure to the next, or to a list that it opens, by what stands between them."""
    if index + 1 == len(found):
        return False
    end, start = found[index].end, found[index + 1].start
    far = start - end
    return far <= MARK or (far <= _NEAR and (may_join(text, end, start) or text.find("分别", end, start) >= 0))


def _listed(text: str, found: Sequence[Figure], index: int, first: StatedChange) -> _FOUND:
    """Return the change of a verb and those of the amounts that share it in a list (下降4.7%、40.7%和3%)."""
    made, stop = [first], index + 1
    stated = first.change.stated
    if stated is None or first.change.after is not None or stated.dimension not in SHARES:
        return made, 1
    members = _members(text, found, index)
    if members == 1:
        return made, 1
    last = found[index + members - 1]
    closed = text[last.end : last.end + 1] in _CLOSED or last.end == len(text)
    parted = "分别" in clause(text, found[index].start)
    alike = all(
        one.quantity is not None and (one.quantity.unit == stated.unit or (parted and one.quantity.dimension in SHARES))
        for one in found[index : index + members]
    )
    while stop < index + members and closed and alike:
        change = change_of(found[stop].start, found[stop], first.verb, step=found[stop])
        made += [] if change is None else [change]
        stop += 1
    return made, stop - index


def _contrasted(text: str, found: Sequence[Figure], index: int, floor: int) -> _FOUND | None:
    """Read figures of two clauses that are set against each other, and the steps that stand among them."""
    two = contrast(text, found, index, floor) if may_contrast(text, found[index].start) else None
    if two is None:
        return None
    made = [
        change_of(two.start, found[after], two.verb, found[before], after=found[after]) for before, after in two.pairs
    ]
    paired = {place for pair in two.pairs for place in pair}
    made += [by_verb(text, found[place], floor) for place in range(index, index + two.used) if place not in paired]
    return sorted(filter(None, made), key=lambda one: (one.start, one.end)), two.used


def _shared(text: str, found: Sequence[Figure], index: int, floor: int) -> _FOUND | None:
    """Read a list that is led to another, member by member where 分别 says so and both are equally long."""
    between = text[found[index].end : found[index + 1].start]
    if len(between) > MARK and "分别" not in between:
        return None
    left = _members(text, found, index)
    place = index + left
    if place >= len(found) or found[place].start - found[place - 1].end > _NEAR:
        return None
    gap = fold_marks(text[found[place - 1].end : found[place].start])
    if left == 1 and "分别" not in gap:
        return None
    words = clause(text, found[index].start, floor)
    opened = opener(words)
    verb = _between(gap, opened=True)
    if verb is None or opened < 0:
        return None
    right = _members(text, found, place)
    if "分别" not in gap and "分别" not in words:
        alone = by_verb(text, found[place], floor) if right == 1 else None
        return [] if alone is None else [alone], left + right
    start = found[index].start - len(words) + opened
    made = [
        change_of(start, found[place + here], verb, found[index + here], after=found[place + here])
        for here in range(left if left == right > 1 else 0)
    ]
    return [one for one in made if one is not None] if all(made) else [], left + right


def _unlike(text: str, found: Sequence[Figure], index: int, floor: int) -> _FOUND | None:
    """Read a list of unlike amounts that is led to another, unit by unit (从19个环节、247天压缩到9个环节、61天)."""
    if text[found[index + 1].start - 1] != "、":
        return None
    place = index + (left := unlike(text, found, index))
    if left == 1 or place >= len(found) or unlike(text, found, place) < left:
        return None
    words, gap = clause(text, found[index].start, floor), fold_marks(text[found[place - 1].end : found[place].start])
    verb, opened = _between(gap, opened=True), opener(words)
    if verb is None or opened < 0:
        return None
    start = found[index].start - len(words) + opened
    pairs = zip(found[index:place], found[place : place + left], strict=True)
    made = [change_of(start, after, verb, before, after=after) for before, after in pairs]
    return ([one for one in made if one is not None], 2 * left) if all(made) else None


def _members(text: str, found: Sequence[Figure], index: int) -> int:
    """Return how many figures from one on make a bare list."""
    stop = index + 1
    while stop < min(len(found), index + _MEMBERS) and in_list(text, found[stop - 1].end, found[stop].start):
        stop += 1
    return stop - index


def _joined(text: str, found: Sequence[Figure], index: int, floor: int) -> _FOUND | None:
    """Read before and after, or before and the amount of change, or all three."""
    place = index + 1 + opens_frequency(found, index + 1)
    first, second = found[index], found[place]
    joined = first.sense is Sense.LEVEL and may_join(text, first.end, second.start)
    if not joined or in_ratio(text, second.start, second.end):
        return None
    gap = fold_marks(text[first.end : second.start])
    if _LEADERS.isdisjoint(gap):
        return None if ENDS.isdisjoint(gap) else _by(text, found, index, floor, gap)
    first, second = often(text, first, second, gap)
    words = clause(text, first.start, floor)
    opened = opener(words)
    verb = _between(gap, opened=opened >= 0)
    if verb is None:
        return _by(text, found, index, floor, gap)
    if opened < 0 and ("," in gap or _is_listed(text, found, index, floor)):
        return None
    start = first.start - (len(words) - opened if opened >= 0 else 0)
    made = change_of(start, second, verb, first, after=second)
    return None if made is None else ([made], place - index + 1)


def _between(gap: str, *, opened: bool) -> str | None:
    """Return the verb that leads from one figure to the next; any that looks like one behind 由 or 从."""
    if _BLANK in gap:
        return None
    whole = gap.replace("\n", "", 1)
    per = PER_MANY.match(whole, 0)
    whole = whole if per is None else whole[per.end() :]
    found = PAIR.match(whole, 0) or ((UNLISTED.match(whole, 0) or WITH_OBJECT.match(whole, 0)) if opened else None)
    return None if found is None else found[1] or "→"


def _by(text: str, found: Sequence[Figure], index: int, floor: int, gap: str) -> _FOUND | None:
    """Read before and the amount of change, and the level it leads to if that stands behind."""
    first, second = found[index : index + 2]
    step = None if _BLANK in gap else STEP.match(gap.replace("\n", "", 1), 0)
    if step is None or step[1] not in ADJACENT or not _is_step_of(second, first):
        return None
    words = clause(text, first.start, floor)
    introduced = max(_than(words), -1 if "," in gap else opener(words))
    if introduced < 0:
        return None
    start = first.start - len(words) + introduced
    third = _level(text, found, index + 1, REACHED)
    made = None if third is None else change_of(start, third, step[1], first, after=third, step=second)
    if made is not None:
        return [made], 3
    made = change_of(start, second, step[1], first, step=second)
    return None if made is None else ([made], 2)


def _led(text: str, found: Sequence[Figure], index: int, floor: int) -> _FOUND | None:
    """Read the amount of change and the level it leads to: 增加三成至1.3亿元."""
    first, third = found[index], _level(text, found, index)
    alone = None if third is None else by_verb(text, first, floor)
    if third is None or alone is None or alone.change.stated is None or not _is_step_of(first, third):
        return None
    made = change_of(alone.start, third, alone.verb, after=third, step=first)
    return None if made is None else ([made], 2)


def _level(text: str, found: Sequence[Figure], index: int, joint: LazyPattern = LEVEL) -> Figure | None:
    """Return the figure behind another if only what leads to a level stands between them."""
    if index + 1 == len(found) or found[index + 1].start - found[index].end > _NEAR:
        return None
    end, start = found[index].end, found[index + 1].start
    return found[index + 1] if may_join(text, end, start) and joint.match(fold_marks(text[end:start]), 0) else None


def _is_step_of(step: Figure, level: Figure) -> bool:
    """Return whether an amount can be a change of a level: of its unit, a share of it, or points beside a share."""
    if step.quantity is None or level.quantity is None:
        return False
    if step.quantity.dimension is Dimension.PERCENTAGE_POINT:
        return level.quantity.dimension in _POINTED
    return step.quantity.unit.base == level.quantity.unit.base or step.quantity.dimension in SHARES


def _is_listed(text: str, found: Sequence[Figure], index: int, floor: int) -> bool:
    """Return whether a figure closes a list that no change has used."""
    return index > 0 and found[index - 1].end > floor and in_list(text, found[index - 1].end, found[index].start)


def _than(words: str) -> int:
    """Return where 比 or 较 introduces the figure that words end at; -1 if a change stands between, or it is part of a word."""
    found = _THAN.match(words, 0)
    if found is None:
        return -1
    between = words[found.end() :]
    return -1 if any(verb in between and f"{verb}前" not in between for verb in _MANY) else found.end() - 1


_BY_ITSELF: Final = (_contrasted,)
_WITH_NEXT: Final = (_shared, _unlike, _joined, _contrasted, _led)
