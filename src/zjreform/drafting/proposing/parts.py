"""Wholes and their parts: what adds up, what 其中 or a bracket splits off, what is said of the same things in another respect."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.fold import fold
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure

_OF_WHICH: Final = re.compile(r"其中|[(（]|特别是")
_WHOLE: Final = re.compile(r"(?:共|总数|总计|合计|总量|累计)[^,，。;；、]{0,14}$")
_DONE: Final = re.compile(r"^[,，](?:已)?(?:办结|完成|开工|竣工|验收|建成|投用|实现)[^,，。;；、]{0,6}$")
_DOING: Final = re.compile(r"^[^,，。;；:：、!?！？\n]{1,16}(?:办结|完成|开工|竣工|验收|建成|投用)(?:建设|了)?$")
_WORDS: Final = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]++$")
_PARALLEL: Final = 2
_SHARE: Final = re.compile(r"^[,，]?占[^,，。;；、]{0,12}$")
_STOP: Final = re.compile(r"[,，。;；:：、!?！？\n]")
_CLAUSE: Final = re.compile("[,，;；]")
_CLOSE: Final = 12
_PARTS: Final = 12
_COUNTED: Final = frozenset({Dimension.COUNT, Dimension.NUMBER})


def whole_of(
    passage: Passage, figure: Figure, summed: Mapping[int, tuple[Figure, str]]
) -> tuple[Figure, Proposal] | None:
    """Return the figure of which another is a part, with the proposal of how; ``None`` where neither words nor a sum say so.

    Args:
        passage: The text.
        figure: The part.
        summed: What adds up in it; see `partitions`.

    Example:
        >>> passage = Passage("a", "代办项目总数416个，其中办结211个。共收23份(甲11份、乙12份)，推出73宗、4041亩土地")
        >>> for part in passage.quantities:
        ...     found = whole_of(passage, part, partitions(passage))
        ...     if found:
        ...         print(part.surface, "of", found[0].surface, found[1].value, found[1].reason)
        211个 of 416个 subset 其中
        11份 of 23份 partition 11 + 12 = 23
        12份 of 23份 partition 11 + 12 = 23
        4041亩 of 73宗 same_set 、
        >>> passage = Passage("a", "全市项目总数90个，办结70个，投资6亿元。其中市级项目总数40个，办结30个，投资2亿元。")
        >>> for part in passage.quantities[3:]:
        ...     found = whole_of(passage, part, {})
        ...     print(part.surface, "of", found[0].surface, found[1].reason)
        40个 of 90个 其中 … 项目总数
        30个 of 70个 其中 … 办结
        2亿元 of 6亿元 其中 … 投资
    """
    if figure.start in summed:
        whole, total = summed[figure.start]
        return whole, Proposal("composition", "partition", total, Confidence.HIGH)
    return _parallel(passage, figure) or _split_off(passage, figure) or _of_the_same(passage, figure)


def _parallel(passage: Passage, figure: Figure) -> tuple[Figure, Proposal] | None:
    """Return the figure of the sentence before that is called the same, where 其中 opens the sentence of a part."""
    begin, _ = passage.sentence(figure)
    if begin == 0 or not fold(passage.text[begin : begin + 4]).lstrip().startswith("其中"):
        return None
    words = _words_before(passage, figure, begin)
    first, _ = passage.sentence_at(begin - 1)
    former = [one for one in _same_unit(passage.touching(first, begin), figure) if not _less(one, figure)]
    for one in former:
        alike = _end_alike(words, _words_before(passage, one, first))
        if len(alike) >= _PARALLEL:
            return one, Proposal("composition", "subset", f"其中 … {alike}", Confidence.MIDDLE)
    return None


def _words_before(passage: Passage, figure: Figure, begin: int) -> str:
    found = _WORDS.search(fold(passage.text[passage.numeral_end(begin, figure.start) : figure.start]))
    return found[0] if found else ""


def _end_alike(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return one[len(one) - length :]


def _split_off(passage: Passage, figure: Figure) -> tuple[Figure, Proposal] | None:
    """Return the whole that 其中, a bracket, or a verb of completion splits a figure from."""
    begin, _ = passage.sentence(figure)
    near = [one for one in passage.neighbours(figure) if one.start < figure.start]
    before = _same_unit(near, figure)
    if not before:
        return None
    marks = list(_OF_WHICH.finditer(fold(passage.text[begin : figure.start])))
    if marks:
        mark = marks[-1]
        counted = [one for one in near if _is_count(one)] if mark[0] == "特别是" and _is_count(figure) else before
        heads = [one for one in counted if one.end <= begin + mark.start()]
        opened = next(one for one in (*near, figure) if one.start >= begin + mark.end())
        if opened not in (*before, figure) and _CLAUSE.search(passage.text[opened.end : figure.start]):
            return None
        closed = mark[0] in "(（" and re.search("[)）]", passage.text[begin + mark.start() : figure.start])
        if heads and not closed:
            return heads[-1], Proposal("composition", "subset", mark[0], Confidence.MIDDLE)
    between = fold(passage.text[before[-1].end : figure.start])
    done = _DONE.match(between) if stated_total(passage, before[-1]) else _DOING.match(between)
    if done and _less(figure, before[-1]):
        return before[-1], Proposal("composition", "subset", done[0].strip(",，"), Confidence.MIDDLE)
    return None


def _of_the_same(passage: Passage, figure: Figure) -> tuple[Figure, Proposal] | None:
    """Return the count of which a figure says another thing: another unit behind a list mark, or a share behind it."""
    before = [one for one in passage.neighbours(figure) if one.start < figure.start]
    if not before or before[-1].quantity is None or figure.quantity is None:
        return None
    whole, between = before[-1], fold(passage.text[before[-1].end : figure.start])
    dimensions = (before[-1].quantity.unit.dimension, figure.quantity.unit.dimension)
    if between == "、" and before[-1].quantity.unit != figure.quantity.unit and dimensions[0] in _COUNTED:
        return whole, Proposal("composition", "same_set", between, Confidence.MIDDLE)
    if dimensions[0] in _COUNTED and dimensions[1] is Dimension.PERCENT:
        share = _SHARE.match(between)
        if share or (len(between) <= _CLOSE and not _STOP.search(between)):
            return whole, Proposal(
                "composition", "same_set", share[0].strip(",，") if share else between, Confidence.MIDDLE
            )
    return None


def partitions(passage: Passage) -> dict[int, tuple[Figure, str]]:
    """Return for the start of each part the whole that it adds up to with its sisters, and the sum.

    The parts are the counts of the same unit that follow a count within two sentences, all that stand there up to the last of them; of a
    larger count also three and more in a row a little further on.

    Example:
        >>> passage = Passage("a", "40个案例获奖。评出10个特别案例、10个最佳案例、20个优秀案例。")
        >>> [(start, whole.surface, total) for start, (whole, total) in partitions(passage).items()]
        [(10, '40个', '10 + 10 + 20 = 40'), (18, '40个', '10 + 10 + 20 = 40'), (26, '40个', '10 + 10 + 20 = 40')]
    """
    found: dict[int, tuple[Figure, str]] = {}
    for place, whole in enumerate(passage.quantities):
        parts = _adding_up(passage, place) if _is_count(whole) and whole.start not in found else ()
        total = " + ".join(_number(one) for one in parts) + f" = {_number(whole)}"
        found.update((one.start, (whole, total)) for one in parts)
    return found


def _adding_up(passage: Passage, place: int) -> tuple[Figure, ...]:
    """Return the parts of a whole: those next behind it, or three and more in a row a little further on."""
    whole = passage.quantities[place]
    if whole.quantity is None:
        return ()
    behind = [one for one in passage.quantities[place + 1 : place + 1 + _PARTS] if _like(one, whole)]
    near = [one for one in behind if passage.text.count("。", whole.end, one.start) < _TWO]
    found = _run(near, whole)
    starts = range(len(behind)) if not found and whole.quantity.value >= _LARGE else range(0)
    return found or next((run for start in starts if len(run := _run(behind[start:], whole)) > _TWO), ())


def _run(parts: Sequence[Figure], whole: Figure) -> tuple[Figure, ...]:
    """Return the first figures of a row if they add up to a whole."""
    rest = _value(whole)
    for count, one in enumerate(parts, 1):
        rest -= _value(one)
        if rest <= 0:
            return tuple(parts[:count]) if rest == 0 and count >= _TWO else ()
    return ()


def _value(figure: Figure) -> Fraction:
    return Fraction(0) if figure.quantity is None else Fraction(figure.quantity.value)


_TWO: Final = 2
_LARGE: Final = 20


def _is_count(figure: Figure) -> bool:
    said = figure.quantity
    return said is not None and said.unit.dimension in _COUNTED and said.upper is None and said.bound.value == "exact"


def _like(one: Figure, whole: Figure) -> bool:
    """Whether two figures count in the same unit; a bare number may go with any."""
    return (
        _is_count(one)
        and one.quantity is not None
        and whole.quantity is not None
        and (one.quantity.unit == whole.quantity.unit or one.quantity.unit.code == "")
    )


def _number(figure: Figure) -> str:
    return str(_value(figure))


def _less(one: Figure, other: Figure) -> bool:
    return one.quantity is not None and other.quantity is not None and one.quantity.value < other.quantity.value


def _same_unit(near: Sequence[Figure], figure: Figure) -> list[Figure]:
    unit = figure.quantity.unit if figure.quantity is not None else None
    return [one for one in near if one.quantity is not None and one.quantity.unit == unit]


def stated_total(passage: Passage, figure: Figure) -> bool:
    """Return whether the words before a figure call it a total."""
    begin, _ = passage.sentence(figure)
    return _WHOLE.search(fold(passage.text[begin : figure.start])) is not None
