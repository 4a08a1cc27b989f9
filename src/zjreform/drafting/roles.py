"""What a figure is in a change over time, by the change that the text states or by the words before the figure."""

import re
from typing import Final

from attrs import frozen

from zjreform.drafting.passages import Passage
from zjreform.fold import fold
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure

_CLAUSE: Final = re.compile(r"[,，。;；!?！？\n]")
_LIST: Final = re.compile(r"[,，。;；、!?！？\n]")
_FELL: Final = "压缩|缩短|缩减|减少|精简|精减|压减|降低|下降|减|降|缩|压|削减|整合"
_ROSE: Final = "提高|提升|增加|增长|上升|扩大|升|增"
_BEFORE: Final = re.compile(
    r"改革前|原来|原先|原需|原有|原本|以往|过去|此前|从前|之前|以前|(?<![复还])原(?=[需要为由须])"
)
_AFTER: Final = re.compile(r"改革后|现在|如今|现仅|现只|现已")
_TO: Final = re.compile(rf"(?:{_FELL}|{_ROSE})(?:了)?(?:到|至|为|在|成)(?:改革后的)?$")
_RATE: Final = re.compile(rf"(?:提速|节约|{_FELL}|{_ROSE})(?:率|幅度|幅|比例)[^,，。;；、]{{0,6}}$")
_NEAR: Final = 24
_SPEED: Final = re.compile("提速|节约|压缩率")
_TIMES: Final = frozenset({Dimension.DURATION, Dimension.WORKING_TIME})
_LONG: Final = frozenset({"year", "month"})


@frozen
class Role:
    """What a figure is in a change.

    Attributes:
        name: ``before``, ``after`` or ``change``.
        words: The words that say so.
    """

    name: str
    words: str


def role_of(passage: Passage, figure: Figure) -> Role | None:
    """Return what a figure is in a change over time, ``None`` where nothing near says so.

    Example:
        >>> passage = Passage("a", "原先需跑7个部门，提速率487%，共9项")
        >>> [role and (role.name, role.words) for role in (role_of(passage, one) for one in passage.quantities)]
        [('before', '原先'), ('change', '提速率'), None]
    """
    joined = passage.roles.get(figure.start)
    if joined is not None:
        return Role(joined[0], joined[1].verb)
    begin, _ = passage.sentence(figure)
    before = fold(passage.text[begin : figure.start])
    near = _LIST.split(before)[-1]
    for name, pattern, words in (("after", _TO, near), ("change", _RATE, near)):
        found = pattern.search(words)
        if found:
            return Role(name, found[0])
    role = passage.role(figure)
    if role is not None:
        return Role(role, near[-4:])
    return _by_marker(_CLAUSE.split(before)[-1][-_NEAR:])


def sped_up(passage: Passage, figure: Figure) -> Role | None:
    """Return that a time is one after a change where its sentence states a speed-up and no time before it; else ``None``.

    Example:
        >>> passage = Passage("a", "平均用时92天，最短55天，提速率487%")
        >>> [role and role.name for role in (sped_up(passage, one) for one in passage.quantities)]
        ['after', 'after', None]
    """
    if figure.quantity is None or figure.quantity.unit.dimension not in _TIMES or figure.quantity.unit.code in _LONG:
        return None
    roles = [role_of(passage, one) for one in passage.neighbours(figure)]
    said = next(
        (role for role in roles if role is not None and role.name == "change" and _SPEED.search(role.words)), None
    )
    if said is None or any(role is not None and role.name == "before" for role in roles):
        return None
    return Role("after", said.words)


def _by_marker(clause: str) -> Role | None:
    """Return the role by the last word of time in a clause."""
    marks = [
        (match.end(), Role(name, match[0]))
        for name, pattern in (("before", _BEFORE), ("after", _AFTER))
        for match in pattern.finditer(clause)
    ]
    return max(marks, key=lambda mark: mark[0])[1] if marks else None
