"""The verb of change before a single figure: 减至5天, 提高到每人每月80元, 压减70%, 降低成本30%."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from zjreform.quantity.quantities import Quantity
from zjreform.text.figure import SHARES
from zjreform.text.verbs import ADJACENT, DIRECTIONS, closing_verb

_PARTICLES: Final = frozenset("至到为成")
"""Lead to what comes out."""
_PASSED: Final = (
    "原来的", "原先的", "原有的", "原本的", "上年的", "去年的", "上年同期的", "改革前的", "现在的", "目前的",
    "平均", "目前", "现在", "承诺时限", "承诺", "法定", "最快", "最短", "最多", "最少", "最高", "最低", "年均", "日均",
    "每人", "每户", "每件", "全省", "全市", "全县", "全国",
)  # fmt: skip
"""Words that may stand between a verb and the number that it leads to."""
_NO_OBJECT: Final = frozenset("率值达占为至到超额比幅的了近约")
"""Characters that no object of a verb of change holds."""
_MOST_PASSED, _PER, _SHORTEST = 3, 5, 2


class Lead(NamedTuple):
    """A verb before a figure.

    Attributes:
        verb: The verb, folded.
        at: Where it starts in the words before the figure.
        to: Whether the figure is what it leads to, not the amount of the change.
    """

    verb: str
    at: int
    to: bool


def may_lead(text: str, start: int, quantity: Quantity | None) -> bool:
    """Return whether the characters before a figure leave room for a verb that leads to it; most figures have none near them.

    Args:
        text: The text.
        start: Offset of the figure.
        quantity: What it says; a share may stand behind the object of the verb.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> may_lead("减至5天", 2, parse("5天")), may_lead("共有5天", 2, parse("5天")), may_lead("降低成本3%", 4, parse("3%"))
        (True, False, True)
    """
    last = text[start - 1 : start]
    if last in _ENDING and (
        last in _ENDING_ALONE or text[start - 2 : start] in _ENDING_PAIRS or text[start - 2 : start - 1] in _BREAKS
    ):
        return True
    if text.find("每", start - _PER if start > _PER else 0, start) >= 0:
        return True
    share = quantity is not None and quantity.unit.dimension in SHARES
    if not share and not last.isspace():
        return False
    window = text[max(0, start - (_OBJECT if share else _PER)) : start].rstrip()
    if window[-1:] in _ENDING or "每" in window[-_PER:]:
        return True
    if not share or _SECOND.isdisjoint(window):
        return False
    words = window.replace("\n", "")
    return any(words[at - 1 : at + 1] in ADJACENT for at in range(1, len(words)))


_WORDS: Final = (*DIRECTIONS, *_PASSED)
"""What may end directly before a figure that a verb leads to."""
_ENDING_ALONE: Final = frozenset({*(word for word in _WORDS if len(word) == 1), *_PARTICLES, "了"})
"""Such words of one character, and particles."""
_ENDING_PAIRS: Final = frozenset(word[-2:] for word in _WORDS if len(word) > 1)
"""The last two characters of the others."""
_ENDING: Final = frozenset({*(word[-1] for word in _WORDS), *_PARTICLES, "了"})
"""Last characters before a figure that a verb may lead to."""
_BREAKS: Final = frozenset({"\n", " ", ""})
_SECOND: Final = frozenset(verb[-1] for verb in ADJACENT if len(verb) == _SHORTEST)
_OBJECT: Final = 9


def lead(words: str, *, share: bool, points: bool = False) -> Lead | None:
    """Return the verb that ends the folded words before a figure, ``None`` if none does.

    Args:
        words: What stands before the figure in its clause.
        share: Whether the figure is a share, which may stand behind the object of the verb.
        points: Whether it counts percentage points.

    Example:
        >>> lead("标准提高到每人每月", share=False)
        Lead(verb='提高', at=2, to=True)
    """
    for passed in _stems(words.rstrip()):
        stem = passed.removesuffix("了") if passed.endswith(_DONE) else passed
        to = stem[-1:] in _PARTICLES and bool(stem)
        before = (stem[:-1] if to else stem).rstrip().removesuffix("了")
        verb = closing_verb(before, led=to, points=points)
        if verb is not None:
            return Lead(verb, len(before) - len(verb), to)
    found = _before_object(words.rstrip().removesuffix("了")) if share else None
    return found or _to_level(words.rstrip())


def _to_level(words: str) -> Lead | None:
    """Return the verb before a short object that is led to a level (提高最低工资标准至2010元)."""
    if words[-1:] not in _LEVELS or not words:
        return None
    for stop in range(len(words) - 3, max(len(words) - 11, _SHORTEST - 1), -1):
        verb = words[stop - _SHORTEST : stop]
        if verb in ADJACENT and _NO_OBJECT.isdisjoint(words[stop:-1]) and words[stop:-1].isalpha():
            return Lead(verb, stop - _SHORTEST, to=True)
    return None


_LEVELS: Final = frozenset("至到")
"""Lead to a level."""
_DONE: Final = ("到了", "至了", "为了", "成了")
"""The particles with 了."""


def _stems(words: str) -> Iterator[str]:
    """Yield what stands before a figure, without one more of the words that can stand between it and the verb each time."""
    yield words
    for _ in range(_MOST_PASSED):
        if words.endswith(_PASSED):
            words = words[: -next(len(word) for word in _PASSED if words.endswith(word))]
        elif (at := words.rfind("每", max(0, len(words) - _PER))) >= 0:
            words = words[:at]
        else:
            return
        yield words


def _before_object(words: str) -> Lead | None:
    """Return the verb before a short object (降低成本30%)."""
    if _SECOND.isdisjoint(words[-_OBJECT:]):
        return None
    for stop in range(len(words) - _SHORTEST, max(len(words) - 7, _SHORTEST - 1), -1):
        if words[stop] in _NO_OBJECT:
            return None
        verb = words[stop - _SHORTEST : stop]
        if verb in ADJACENT and not _NO_OBJECT.intersection(words[stop:]):
            return Lead(verb, stop - _SHORTEST, to=False)
    return None
