"""Stated changes in running text: 由 A 压缩至 B, 改革前 A…改革后 B, 比原来 A 减少 B, 增至 B, 压减 70%.

A change stands in one sentence and measures one thing; it is stated by a verb or an arrow between or before its figures, never by mere
neighbourhood. Each figure belongs to one change at most, and the time is linear in the length of the text.
"""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from zjreform.errors import BasisError, DimensionError
from zjreform.fold import fold
from zjreform.quantity.change import Change, Sense
from zjreform.quantity.patterns import LazyPattern
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure
from zjreform.text.figures import figures
from zjreform.text.lexicon import Lexicon
from zjreform.text.verbs import ADJACENT, DIRECTIONS, VERBS


@frozen
class StatedChange:
    """A change that a text states.

    Attributes:
        start: Code-point offset of its first character: 由, 从, 比, the verb or the first figure.
        end: Offset behind its last figure.
        change: Before, after and stated amount, as far as the text gives them.
        verb: The verb, folded; ``"→"`` for an arrow, ``"改革前后"`` and the like where two clauses are set against each other.
        direction: Up (``increase``) or down (``decrease``) by the verb; ``None`` where it says neither (调整为).

    Example:
        >>> import zjreform as zj
        >>> stated = zj.changes("申报材料由23份精简到7份")[0]
        >>> stated.verb, stated.direction.value, str(stated.change.absolute)
        ('精简', 'decrease', '-16份')
    """

    start: int
    end: int
    change: Change
    verb: str
    direction: Sense | None


_NEAR, _FAR, _BACK = 30, 60, 24
_FILL: Final = (
    "(?:已|再|又|则|就|而|可|将|能|均|都|仅|只|并|大幅度?|逐步|逐年|逐渐|稳步|进一步|直接|快速|迅速|平均|普遍|统一"
    "|分别|有效|明显|显著|累计|同比|环比|[(][^)]{0,10}[)])"
)
_TAIL: Final = "(?:[0-9]{4}年[底末初]?的?|现在的|目前的|如今的|现有的|现在|目前|平均|每[㐀-鿿]|不足|了)?"
_BETWEEN: Final = LazyPattern(
    f"\\s?的?{_FILL}?,?{_FILL}{{0,3}}[㐀-鿿]{{0,6}}?({VERBS})了?\\s?(?:[至到为成]|→)\\s?{_TAIL}\\Z|\\s?(→|->|—+>)\\s?\\Z"
)
_STEP: Final = LazyPattern(f"的?[㐀-鿿]{{0,4}}?,?{_FILL}{{0,2}}({VERBS})了?{_TAIL}\\Z")
_PARTICLES: Final = frozenset("至到为成")
_ORIGINAL: Final = ("原来的", "原先的", "原有的", "原本的", "上年的", "去年的", "上年同期的", "改革前的", "的")
_TAILS: Final = ("平均", "现在的", "目前的", "每人", "每户", "每件", "全省", "全市", "全县", "全国")
_OPENERS: Final = frozenset("由从自")
_CLAUSE: Final = frozenset("，。；：！？、,;:!?()\n\t")
_SENTENCE: Final = frozenset("。！？!?\n")
_RATIO: Final = frozenset("：:∶")
_TURNS: Final = LazyPattern(
    ".*(改革|整治|实施|改造|整合|上线|合并|优化|调整|提速|试点|推行|集成|重组|启用|搬迁)(?:之|以)?前"
)
_PAST: Final = ("原来", "原先", "原本", "原需")
_PRESENT: Final = ("现在", "如今", "目前", "现仅", "现只", "现需", "现已")
_NO_VERB: Final = frozenset("新晋加连")
_LONGEST = max(map(len, DIRECTIONS))
_SHARES: Final = frozenset({Dimension.PERCENT, Dimension.PERCENTAGE_POINT, Dimension.MULTIPLE})
_STEP_FACTORS: Final = frozenset({"减", "番", "折", "半"})


def changes(text: str, *, lexicon: Lexicon | None = None, region: str | None = None) -> tuple[StatedChange, ...]:
    """Return the changes that a text states, in order.

    Args:
        text: Any text, in either script.
        lexicon: As for ``figures``.
        region: As for ``figures``.

    Example:
        >>> import zjreform as zj
        >>> [(stated.verb, str(stated.change.relative)) for stated in zj.changes("由8天压缩至1天，办件量增长三成")]
        [('压缩', '-87.5%'), ('增长', '30%')]
    """
    found = figures(text, lexicon=lexicon, region=region)
    made: list[StatedChange] = []
    floor = 0
    index = 0
    while index < len(found):
        stated, used = _at(text, found, index, floor)
        if stated is not None:
            made.append(stated)
            floor = stated.end
        index += used
    return tuple(made)


def _at(text: str, found: Sequence[Figure], index: int, floor: int) -> tuple[StatedChange | None, int]:
    """Return the change that a figure opens, if one does, and how many figures it uses."""
    if index + 1 < len(found):
        two = _joined(text, found[index], found[index + 1], floor)
        if two is not None:
            return two, 2
    return _alone(text, found[index], floor), 1


def _joined(text: str, first: Figure, second: Figure, floor: int) -> StatedChange | None:
    """Return the change between two figures that follow one another."""
    if second.start - first.end > _FAR or first.quantity is None or second.quantity is None:
        return None
    gap = fold(text[first.end : second.start])
    if _SENTENCE.intersection(gap.strip()):
        return None
    before = _clause(text, first.start, floor)
    if text[first.start - 1 : first.start] in _RATIO and not first.quantity.unit.code and first.start:
        return None
    if len(gap) <= _NEAR and (match := _BETWEEN.match(gap, 0)):
        opener = max(before.rfind(char) for char in _OPENERS)
        if opener >= 0 or "," not in gap:
            start = first.start - (len(before) - opener if opener >= 0 else 0)
            return _stated(start, second.end, match[1] or "→", first.quantity, second.quantity)
    if len(gap) <= _NEAR and (match := _STEP.match(gap, 0)) and match[1] in ADJACENT:
        than = max(before.rfind("比"), before.rfind("较"))
        if than >= 0 and first.quantity.unit.base == second.quantity.unit.base:
            return _step(first.start - len(before) + than, second, match[1], first.quantity)
    turn = _turn(text, first, gap, floor)
    return None if turn is None else _stated(turn[0], second.end, turn[1], first.quantity, second.quantity)


def _turn(text: str, first: Figure, gap: str, floor: int) -> tuple[int, str] | None:
    """Return where 改革前 stands before the first figure, if 改革后 stands before the second, and the two as a verb."""
    low = max(floor, first.start - _BACK)
    before = fold(text[low : first.start])
    before = before[max(map(before.rfind, "。！？!?\n")) + 1 :]
    low = first.start - len(before)
    turn = _TURNS.match(before, 0)
    if turn is not None and any(f"{turn[1]}{link}后" in gap for link in ("", "之", "以")):
        return low + turn.start(1), f"{turn[1]}前后"
    for past in _PAST:
        if past in before and any(present in gap for present in _PRESENT):
            return low + before.rfind(past), f"{past}现在"
    return None


def _clause(text: str, end: int, floor: int) -> str:
    """Return the folded rest of the clause before an offset."""
    before = fold(text[max(floor, end - _BACK) : end])
    return before[max(map(before.rfind, _CLAUSE)) + 1 :]


def _stated(start: int, end: int, verb: str, before: Quantity, after: Quantity) -> StatedChange | None:
    try:
        change = Change(before, after)
    except (DimensionError, BasisError):
        return None
    return StatedChange(start, end, change, verb, _direction(verb))


def _direction(verb: str) -> Sense | None:
    direction = DIRECTIONS.get(verb)
    return None if direction is Sense.LEVEL else direction


def _step(start: int, figure: Figure, verb: str, before: Quantity | None) -> StatedChange:
    direction = DIRECTIONS[verb]
    return StatedChange(start, figure.end, Change(before, stated=figure.quantity, sense=direction), verb, direction)


def _alone(text: str, figure: Figure, floor: int) -> StatedChange | None:
    """Return the change that a verb before a single figure states."""
    quantity = figure.quantity
    if quantity is None or figure.surface[0] in _STEP_FACTORS:
        return None
    words = _clause(text, figure.start, floor).rstrip()
    for word in (*_TAILS, *_ORIGINAL):
        words = words.removesuffix(word)
    leads = words[-1:] in _PARTICLES and bool(words)
    stem = (words[:-1] if leads else words).rstrip().removesuffix("了")
    verb = _verb(stem, leads=leads)
    if verb is None and not leads and quantity.dimension in _SHARES:
        verb, stem = _before_object(stem)
    if verb is None:
        return None
    start = figure.start - len(_clause(text, figure.start, floor)) + len(stem) - len(verb)
    if not leads:
        return _step(start, figure, verb, None)
    level = quantity.dimension is Dimension.MULTIPLE
    change = Change(stated=quantity, sense=Sense.LEVEL) if level else Change(after=quantity)
    return StatedChange(start, figure.end, change, verb, _direction(verb))


def _verb(stem: str, *, leads: bool) -> str | None:
    """Return the verb of change that ends a clause."""
    for length in range(min(_LONGEST, len(stem)), 0, -1):
        verb = stem[-length:]
        if verb in DIRECTIONS and (leads or verb in ADJACENT):
            return None if length == 1 and stem[-2:-1] in _NO_VERB and len(stem) > 1 else verb
    return None


def _before_object(stem: str) -> tuple[str | None, str]:
    """Return the verb before a short object (降低成本 30%), and the clause up to it."""
    for length in range(2, 7):
        stop = len(stem) - length
        if stop < 2 or stem[stop] in _NO_OBJECT:  # noqa: PLR2004 (verbs of two letters)
            break
        if stem[stop - 2 : stop] in ADJACENT and not _NO_OBJECT.intersection(stem[stop:]):
            return stem[stop - 2 : stop], stem[:stop]
    return None, stem


_NO_OBJECT: Final = frozenset("率值达占为至到超额比幅的了近约")
