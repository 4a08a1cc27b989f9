"""Two times set against each other in one sentence: 改革前 A，改革后 B; 过去 A，现在 B.

Each clause must give one figure of a unit, or both equally many; what a step or a plan says is set against nothing.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from zjreform.fold import fold_marks
from zjreform.lazy import LazyPattern
from zjreform.quantity.change import Sense
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure
from zjreform.text.neighbours.between import CLAUSE, in_ratio

_TURNED: Final = "改革|整治|实施|改造|整合|上线|合并|优化|调整|提速|试点|推行|集成|重组|启用|搬迁"
"""What parts the two times (改革前, 改革后)."""
_PAST: Final = LazyPattern(
    f".*?(?:(?P<turn>{_TURNED})(?:之|以)?前|(?:(?<=[，。；：！？、,;:!? \\n“(])|\\A|(?<=[时但而在]))(?P<past>过去|以前|以往|从前|之前|先前)"
    "|(?P<once>原来|原先|原本|原需))"
)
"""The first time."""
_PRESENT: Final = LazyPattern(
    ".*?[，；：、,;: ](?:而|但|到)?(?P<now>现在|如今|目前|现时|而今|改革后|现(?![代场状金实象役行任阶货钞汇浪房款年]))"
)
"""The second time."""
_FAR, _BEFORE, _MOST, _PER = 60, 40, 8, 3
_STOPS: Final = frozenset("。！？!?\n")
_PLANS: Final = ("计划", "预计", "拟", "目标", "规划")
"""Words of what is not yet so."""
_PERIODS: Final = frozenset({"year", "month", "quarter", "week"})


class Contrast(NamedTuple):
    """Figures set against each other.

    Attributes:
        start: Offset of the word for the past.
        verb: Both words.
        pairs: Places of the figures before and after.
        used: How many figures the two clauses hold.
    """

    start: int
    verb: str
    pairs: list[tuple[int, int]]
    used: int


def may_contrast(text: str, start: int) -> bool:
    """Return whether a letter of which every word for the past has one stands before a figure; most figures have none near them.

    Example:
        >>> may_contrast("改革前8天", 3), may_contrast("共8天", 1)
        (True, False)
    """
    low = start - _BEFORE if start > _BEFORE else 0
    return (
        text.find("前", low, start) >= 0
        or text.find("去", low, start) >= 0
        or text.find("往", low, start) >= 0
        or text.find("原", low, start) >= 0
    )


def contrast(text: str, found: Sequence[Figure], index: int, floor: int) -> Contrast | None:
    """Return the contrast whose first figure stands at an index, if one does.

    Args:
        text: The text.
        found: Its figures.
        index: Place of the first figure.
        floor: Offset before which nothing belongs to it.
    """
    low = max(floor, found[index].start - _BEFORE, found[index - 1].end if index else 0)
    words = fold_marks(text[low : found[index].start])
    cut = max(map(words.rfind, _STOPS)) + 1
    past = _PAST.match(words[cut:], 0)
    if past is None or any(plan in words[past.end() :] for plan in _PLANS):
        return None
    now = _now(text, found, index, past["turn"])
    if now is None or (past["past"] and words.endswith(past["past"]) and _is_period(found[index])):
        return None
    place, present = now
    stop = _last(text, found, place)
    pairs = _paired(text, found, range(index, place), range(place, stop))
    if not pairs:
        return None
    name = past.lastgroup or ""
    verb = f"{past['turn']}前后" if present == "" else f"{past[name]}{'前' if name == 'turn' else ''}{present}"
    return Contrast(low + cut + past.start(name), verb, pairs, stop - index)


def _is_period(figure: Figure) -> bool:
    return figure.quantity is not None and figure.quantity.unit.code in _PERIODS


def _now(text: str, found: Sequence[Figure], index: int, turn: str | None) -> tuple[int, str] | None:
    """Return the place of the first figure of the present, and the word for it, ``""`` for the one that answers to the turn."""
    for place in range(index + 1, min(index + _MOST, len(found))):
        gap = fold_marks(text[found[place - 1].end : found[place].start])
        if len(gap) > _FAR or not _STOPS.isdisjoint(gap.rstrip()):
            return None
        if turn and any(f"{turn}{link}后" in gap for link in ("", "之", "以")):
            return place, ""
        if (present := _PRESENT.match(gap, 0)) is not None:
            return place, present["now"]
    return None


def _last(text: str, found: Sequence[Figure], place: int) -> int:
    """Return the place behind the last figure in the clause of one, marks of a list included."""
    stop = place + 1
    while stop < len(found) and stop - place < _MOST:
        if _CLOSING.intersection(text[found[stop - 1].end : found[stop].start]):
            break
        stop += 1
    return stop


_CLOSING: Final = CLAUSE - {"、"}


def _paired(text: str, found: Sequence[Figure], past: range, now: range) -> list[tuple[int, int]]:
    """Return the figures of both clauses of one unit, in order, where both hold equally many of them."""
    befores, afters = _by_unit(text, found, past), _by_unit(text, found, now)
    pairs = [
        pair
        for base, places in befores.items()
        if len(places) == len(afters.get(base, ()))
        for pair in zip(places, afters[base], strict=True)
    ]
    pairs = [(one, other) for one, other in pairs if _is_rate(text, found[one]) == _is_rate(text, found[other])]
    if len(past) == len(now) == 1:
        return pairs
    return sorted(pair for pair in pairs if _same_thing(text, found[pair[0]], found[pair[1]]))


def _is_rate(text: str, figure: Figure) -> bool:
    return "每" in text[max(0, figure.start - _PER) : figure.start]


def _by_unit(text: str, found: Sequence[Figure], places: range) -> dict[str, list[int]]:
    made: dict[str, list[int]] = {}
    for place in places:
        figure = found[place]
        if figure.quantity is None or figure.sense is not Sense.LEVEL or in_ratio(text, figure.start, figure.end):
            continue
        made.setdefault(figure.quantity.unit.base, []).append(place)
    return made


def _same_thing(text: str, before: Figure, after: Figure) -> bool:
    """Return whether nouns behind two counts, where both stand, are one (4个部门 is not set against 1个窗口)."""
    if before.quantity is None or before.quantity.dimension is not Dimension.COUNT or before.quantity.unit.code != "个":
        return True
    one, other = fold_marks(text[before.end : before.end + 2]), fold_marks(text[after.end : after.end + 2])
    return one == other or not (_is_noun(one) and _is_noun(other))


def _is_noun(word: str) -> bool:
    return (
        len(word) > 1 and all("㐀" <= char <= "鿿" for char in word) and word[0] not in "就即便可才也都以内之的了能已"
    )
