"""All proposals for the figures of a text, in reading order."""

import re
from collections.abc import Mapping

from attrs import evolve, frozen

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.examples import Examples
from zjreform.drafting.proposing.indicators import measures
from zjreform.drafting.proposing.lists import share_in_lists
from zjreform.drafting.proposing.parts import partitions, whole_of
from zjreform.drafting.proposing.periods import period_of
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.drafting.proposing.quality import quality_of
from zjreform.drafting.proposing.subjects import Subjects
from zjreform.drafting.proposing.voices import voice_at
from zjreform.drafting.proposing.wording import by_words
from zjreform.drafting.roles import role_of
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure

ENOUGH = 0.36
"""Likeness from which an existing indicator is proposed; measured on held-out documents."""


@frozen
class Suggested:
    """The proposals for one figure.

    Attributes:
        figure: The figure.
        proposals: Proposals by field.
        whole: Start of the figure that it is a part of; ``None`` where none is proposed.
    """

    figure: Figure
    proposals: dict[str, Proposal]
    whole: int | None = None


def suggestions(
    passage: Passage, examples: Examples, subjects: Subjects, *, kind: str | None = None, enough: float = ENOUGH
) -> list[Suggested]:
    """Return the proposals for each quantity of a text.

    Args:
        passage: The text.
        examples: What was coded before.
        subjects: The named things of the text.
        kind: Kind of the document.
        enough: Likeness from which an existing indicator is proposed.
    """
    made: list[Suggested] = []
    last: str | None = None
    summed = partitions(passage)
    for figure in passage.quantities:
        found = by_words(passage, figure)
        role = role_of(passage, figure)
        if role is None:
            found["position"] = Proposal("position", "level", "nothing sets it against another", Confidence.LOW)
        else:
            found["position"] = Proposal("position", role.name, role.words, Confidence.HIGH)
        what = measures(passage, figure, examples, enough=enough)
        found["family"], found["indicator"] = what.family, what.indicator
        found["about"] = subjects.about(figure, last, what.family.value)
        last = found["about"].value
        period = period_of(passage, figure)
        if period is not None:
            found["period"] = period
        found["voice"] = voice_at(passage, figure.start, kind)
        found["quality"] = quality_of(passage, figure)
        part = whole_of(passage, figure, summed)
        if part is not None:
            found["composition"] = part[1]
        made.append(Suggested(figure, found, None if part is None else part[0].start))
    share_in_lists(passage, [(one.figure, one.proposals) for one in made])
    _settle(passage, made, summed)
    return made


def _settle(passage: Passage, made: list[Suggested], summed: Mapping[int, tuple[Figure, str]]) -> None:
    """Let figures take what others say of them: parts stand where their whole does, times beside a speed-up are those after it."""
    by_start = {one.figure.start: one.proposals for one in made}
    wholes = {whole.start: total for whole, total in summed.values()}
    for one in made:
        _settle_sum(one, wholes, by_start)
        position = one.proposals["position"]
        if position.value == "level" and one.whole in by_start:
            whole = by_start[one.whole]["position"]
            one.proposals["position"] = evolve(
                whole, reason=f"part of what is {whole.value}", confidence=Confidence.MIDDLE
            )
        elif position.value == "level" and _is_time(one.figure) and _sped_up(passage, one.figure, by_start):
            one.proposals["position"] = Proposal("position", "after", "a speed-up beside it", Confidence.MIDDLE)
        status = one.proposals["status"]
        if status.value == "plan" and one.proposals["voice"].value == "expert" and _TO_DO.search(status.reason):
            one.proposals["status"] = Proposal("status", "achieved", "an expert on what was done", Confidence.LOW)
        if (
            one.proposals["position"].value in {"before", "after"}
            and status.confidence is Confidence.MIDDLE
            and status.reason in _DONE
        ):
            one.proposals["status"] = Proposal(
                "status", "achieved", "a time before or after a change", Confidence.MIDDLE
            )


def _settle_sum(one: Suggested, wholes: Mapping[int, str], proposals: Mapping[int, dict[str, Proposal]]) -> None:
    """Let a whole that its parts add up to be a total, its parts none, and a part of a plan be of it."""
    if one.figure.start in wholes:
        one.proposals["aggregate"] = Proposal("aggregate", "total", wholes[one.figure.start], Confidence.MIDDLE)
    part = one.proposals.get("composition")
    if part is None or one.whole is None or one.whole not in proposals:
        return
    if part.value == "partition":
        one.proposals["aggregate"] = Proposal("aggregate", "single", "a part of a sum", Confidence.MIDDLE)
    whole, own = proposals[one.whole]["status"], one.proposals["status"]
    if part.value in {"partition", "subset"} and own.confidence is Confidence.LOW and whole.value in {"plan", "target"}:
        one.proposals["status"] = evolve(whole, reason=f"part of what is {whole.value}", confidence=Confidence.MIDDLE)


_TO_DO = re.compile("^(?:加快|着力|抓好|力推)")
_DONE = frozenset({"办结", "取证", "取件", "出证", "领证", "拿证", "办理"})
_TIMES = frozenset({Dimension.DURATION, Dimension.WORKING_TIME})


def _is_time(figure: Figure) -> bool:
    return (
        figure.quantity is not None
        and figure.quantity.unit.dimension in _TIMES
        and figure.quantity.unit.code not in {"year", "month"}
    )


def _sped_up(passage: Passage, figure: Figure, proposals: dict[int, dict[str, Proposal]]) -> bool:
    """Return whether the sentence of a time states a speed-up and no earlier time."""
    near = [(one, proposals[one.start]) for one in passage.neighbours(figure) if one.start in proposals]
    saved = any(what["position"].value == "change" and what["family"].value == "time_saved" for _, what in near)
    return saved and not any(what["position"].value == "before" for _, what in near)
