"""What figures of one list share: a word before the first holds for those joined to it by 、 or 和, or set beside it in the same unit."""

import re
from itertools import pairwise
from typing import Final

from attrs import evolve

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.fold import fold
from zjreform.text.figure import Figure

_SHARED: Final = ("status", "aggregate", "accrual", "per", "base_status")
_COUNTS: Final = ("aggregate", "accrual")
_JOINED: Final = re.compile(r"(?:[^,，。;；:：!?！？\n]{0,16})[、和及与](?:[^,，。;；:：!?！？\n、]{0,14})$")
_BESIDE: Final = re.compile(r"[,，](?!其中|共|并|而|但)[^,，。;；:：!?！？\n、]{1,10}$")
_AGAIN: Final = re.compile(
    r"[,，](?:办理|办结|受理|处置|处理|完成|接待|发放|颁发|推出|培育|建成|建设|改造|归集|新增)[^,，。;；:：!?！？\n、]{0,10}$"
)
_OWN: Final = re.compile("平均|人均|累计|共|每|日均|年均|最[短快长高低]|计划|目标|将")


def share_in_lists(passage: Passage, made: list[tuple[Figure, dict[str, Proposal]]]) -> None:
    """Let a figure of a list have what words say of the one before it, where nothing of its own says otherwise.

    Example:
        >>> from zjreform.drafting.proposing.wording import by_words
        >>> passage = Passage("a", "累计入驻机构4870家，办理事项5万件")
        >>> level = Proposal("position", "level", "nothing", Confidence.LOW)
        >>> made = [(one, by_words(passage, one) | {"position": level}) for one in passage.quantities]
        >>> share_in_lists(passage, made)
        >>> [(proposals["accrual"].value, proposals["accrual"].reason) for _, proposals in made]
        [('cumulative', '累计入驻机构'), ('cumulative', 'listed with 4870家')]
    """
    for (before, theirs), (figure, own) in pairwise(made):
        if passage.sentence(before) != passage.sentence(figure):
            continue
        between = fold(passage.text[before.end : figure.start])
        if _OWN.search(between):
            continue
        same = _same(before, figure)
        joined, beside = bool(_JOINED.match(between)), bool(same and _BESIDE.match(between))
        if joined or beside or _AGAIN.match(between):
            for name in _SHARED if joined or beside else _COUNTS:
                if joined or not _close(theirs[name]):
                    _share(name, before, theirs, own)
        if joined and same and theirs["position"].value == "change" and own["position"].confidence is Confidence.LOW:
            own["position"] = evolve(
                theirs["position"], reason=f"listed with {before.surface}", confidence=Confidence.MIDDLE
            )


def _close(said: Proposal) -> bool:
    """Whether the word stands right before its figure, or is part of a noun: then it holds for that figure alone."""
    return said.reason.endswith(("共", "计", "达", "为")) or "总" in said.reason


def _share(name: str, before: Figure, theirs: dict[str, Proposal], own: dict[str, Proposal]) -> None:
    said = theirs[name]
    if (
        own[name].confidence is Confidence.LOW
        and said.confidence is not Confidence.LOW
        and said.value != own[name].value
    ):
        own[name] = evolve(said, reason=f"listed with {before.surface}", confidence=Confidence.MIDDLE)


def _same(one: Figure, other: Figure) -> bool:
    return one.quantity is not None and other.quantity is not None and one.quantity.unit == other.quantity.unit
