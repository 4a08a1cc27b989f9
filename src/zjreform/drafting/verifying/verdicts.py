"""The verdict on one claim: where it stands, and whether the figure there is the one that is claimed."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.parts import partitions
from zjreform.drafting.roles import Role, role_of, sped_up
from zjreform.drafting.verifying.claims import Claim
from zjreform.drafting.verifying.derivations import derived_from
from zjreform.drafting.verifying.places import Scope, of_subject, scope_of, whole_quotes
from zjreform.drafting.verifying.relations import STRENGTH, Relation, relation
from zjreform.drafting.verifying.standing import Standing
from zjreform.fold import fold
from zjreform.text.figure import Figure

_YEAR: Final = re.compile(r"[0-9]{4}")
_RELATIVE: Final = re.compile("[今去前明上本当]年|年[内来]|近.{1,3}年")
_WHOLE: Final = frozenset({Standing.CONFIRMED, Standing.PER})
_RISES: Final = frozenset({"increase", "decrease"})


@frozen
class Verdict:
    """What the text says of a claim.

    Attributes:
        standing: The verdict.
        figures: The figures it rests on; several for a quotation of several or a derived number.
        factor: Claimed over found, where that says something.
    """

    standing: Standing
    figures: tuple[Figure, ...] = ()
    factor: Fraction | None = None


def verdict_on(claim: Claim, passage: Passage) -> Verdict:
    """Return the verdict on a claim.

    Example:
        >>> from zjreform.drafting.verifying.claims import claims_of
        >>> passage = Passage("a", "平均用时由200多个压缩至86个工作日内，占51.4%")
        >>> for claim in claims_of([{"surface": "86个工作日"}, {"surface": "4%"}, {"surface": "51.4%"}], ["a"]):
        ...     print(claim.claimed, verdict_on(claim, passage).standing.value)
        86个工作日 bound
        4% another_figure
        51.4% confirmed
    """
    if claim.before is not None or claim.after is not None:
        return _on_change(claim, passage)
    if claim.date is not None:
        return _on_date(claim, passage)
    if claim.quantity is None:
        found = whole_quotes(claim, passage)
        if len(found) == 1:
            return Verdict(Standing.CONFIRMED, tuple(passage.touching(*found[0])))
        cut = scope_of(claim, passage)
        if cut.placed and cut.figures and not found:
            return Verdict(Standing.ANOTHER, cut.figures[:1])
        return Verdict(Standing.UNDECIDED if found else Standing.UNREAD)
    return _on_number(claim, passage)


def _on_number(claim: Claim, passage: Passage) -> Verdict:
    scope = scope_of(claim, passage)
    related = [(one, found) for one in scope.figures if (found := relation(claim, one)) is not None]
    same = [(one, found) for one, found in related if found.standing in _WHOLE]
    if same:
        return _on_same(claim, passage, scope, same)
    best = _best(related)
    if scope.placed:
        return best or _not_there(claim, passage, scope)
    derived = _derived(claim, passage, passage.quantities)
    if best is not None and (derived is None or not _outweighs(derived, best, passage)):
        return best
    return derived or Verdict(Standing.NOWHERE)


def _on_same(claim: Claim, passage: Passage, scope: Scope, same: Sequence[tuple[Figure, Relation]]) -> Verdict:
    """Judge a claim by the figures that say the same number, unit and bound."""
    figures = tuple(one for one, _ in same)
    if scope.elsewhere:
        return Verdict(Standing.ELSEWHERE, figures)
    if len(same) == 1 and same[0][1].standing is Standing.PER:
        return Verdict(Standing.PER, figures)
    return _among(claim, passage, scope, figures)


def _outweighs(derived: Verdict, best: Verdict, passage: Passage) -> bool:
    """Return whether two figures that give a number say more than one that is like it: those of one change do."""
    changes = {id(passage.roles[one.start][1]) if one.start in passage.roles else None for one in derived.figures}
    return best.standing is Standing.ROUNDED or (len(changes) == 1 and None not in changes)


def _among(claim: Claim, passage: Passage, scope: Scope, same: Sequence[Figure]) -> Verdict:
    """Choose among the figures that say what is claimed."""
    kept = list(same)
    for narrowed in (
        of_subject(claim, passage, kept) if len(kept) > 1 else [],
        [one for one in kept if _checked(claim, passage, one) is None] if len(kept) > 1 else [],
    ):
        kept = narrowed or kept
    if len(kept) > 1:
        return Verdict(Standing.UNDECIDED, tuple(kept))
    if not scope.placed and claim.subject and _is_said(claim.subject, passage):
        return Verdict(Standing.ELSEWHERE, tuple(kept))
    return Verdict(_checked(claim, passage, kept[0]) or Standing.CONFIRMED, tuple(kept))


def _is_said(subject: str, passage: Passage) -> bool:
    return subject in passage.text


def _not_there(claim: Claim, passage: Passage, scope: Scope) -> Verdict:
    """Say of a claim that its place does not bear out where else it may come from."""
    others = [one for one in passage.quantities if one not in scope.figures]
    elsewhere = [one for one in others if (found := relation(claim, one)) and found.standing is Standing.CONFIRMED]
    if elsewhere:
        return Verdict(Standing.ELSEWHERE, tuple(elsewhere))
    derived = _derived(claim, passage, scope.figures)
    if derived is not None:
        return derived
    by_place = claim.quote is not None or claim.start is not None
    return Verdict(Standing.ANOTHER, scope.figures[:1]) if by_place else Verdict(Standing.NOWHERE)


def _derived(claim: Claim, passage: Passage, among: Sequence[Figure]) -> Verdict | None:
    seen: set[int] = set()
    for figure in among:
        begin, _ = passage.sentence(figure)
        if begin not in seen:
            seen.add(begin)
            pair = derived_from(claim, passage.neighbours(figure))
            if pair is not None:
                return Verdict(Standing.DERIVABLE, pair)
    return None


def _best(related: Sequence[tuple[Figure, Relation]]) -> Verdict | None:
    """Return the relation nearest to the text, with its figure if only one has it."""
    if not related:
        return None
    first = min((found for _, found in related), key=lambda found: STRENGTH.index(found.standing))
    having = [one for one, found in related if found == first]
    return Verdict(first.standing, tuple(having), first.factor)


def _checked(claim: Claim, passage: Passage, figure: Figure) -> Standing | None:
    """Return what is wrong with a claim whose figure is right: its role, its direction or its year."""
    known = _role(passage, figure) if claim.role is not None else None
    role = None if known is None else known.name
    if claim.role is not None and role is not None:
        wanted = "change" if claim.role in _RISES else claim.role
        if {wanted, role} == {"before", "after"}:
            return Standing.EXCHANGED
        if (wanted == "change") is not (role == "change"):
            return Standing.LEVEL
        direction = passage.direction(figure)
        if claim.role in _RISES and direction is not None and direction.value != claim.role:
            return Standing.DIRECTION
    if claim.year is not None:
        years = _years(passage, figure)
        if years is None:
            return None if _may_be_of(claim.year, passage, figure) else Standing.YEAR
        if not years[0] <= int(claim.year) <= years[1]:
            return Standing.YEAR
    return None


def _years(passage: Passage, figure: Figure) -> tuple[int, int] | None:
    """Return the year, or the first and last, that a text gives for a figure: of the date next before it, in its sentence if it can be."""
    begin, end = passage.sentence(figure)
    inside = [one for one in passage.dates if begin <= one.start < end and one.edtf]
    before = [one for one in inside if one.start < figure.start]
    line, _ = passage.line(figure)
    earlier = [one for one in passage.dates if line <= one.start < begin and one.edtf]
    for found in (before[-1:], inside[:1], earlier[-1:]):
        years = [int(year) for one in found for year in _YEAR.findall(one.edtf or "")]
        if years:
            return min(years), max(years)
    return None


def _may_be_of(year: str, passage: Passage, figure: Figure) -> bool:
    """Return whether a figure without a date near it may be of a year: a text with years names it, or the sentence a relative one."""
    begin, end = passage.sentence(figure)
    named = {found for one in passage.dates for found in _YEAR.findall(one.edtf or "")}
    return not named or year in named or _RELATIVE.search(fold(passage.text[begin:end])) is not None


def _on_date(claim: Claim, passage: Passage) -> Verdict:
    same = [one for one in passage.dates if one.edtf == claim.date]
    at = claim.start
    hinted = [one for one in passage.dates if at is not None and one.start <= at < one.end]
    same = [one for one in same if one in hinted] or same
    if len(same) == 1 or (same and hinted):
        return Verdict(Standing.CONFIRMED, (same[0],))
    if same:
        return Verdict(Standing.UNDECIDED, tuple(same))
    return Verdict(Standing.YEAR, tuple(hinted)) if hinted else Verdict(Standing.NOWHERE)


def _on_change(claim: Claim, passage: Passage) -> Verdict:
    """Judge a claimed change by the changes that the text states, then each side for itself."""
    sides = [
        (name, evolve(claim, quantity=part, before=None, after=None, quote=None, role=name, bare=not part.unit.code))
        for name, part in (("before", claim.before), ("after", claim.after))
        if part is not None
    ]
    if len(sides) == 1:
        return _on_number(sides[0][1], passage)
    (_, before), (_, after) = sides
    found = [_joined(before, after, passage, start) for start, (role, _) in passage.roles.items() if role == "before"]
    verdicts = [one for one in found if one is not None]
    for wanted in (Standing.CONFIRMED, Standing.EXCHANGED):
        having = [one for one in verdicts if one.standing is wanted]
        if len(having) == 1:
            return having[0]
        if having:
            return Verdict(Standing.UNDECIDED, tuple(one for each in having for one in each.figures))
    if verdicts:
        return min(verdicts, key=lambda one: STRENGTH.index(one.standing))
    judged = [_on_number(side, passage) for _, side in sides]
    wrong = [one for one in judged if one.standing is not Standing.CONFIRMED]
    return wrong[0] if wrong else Verdict(Standing.UNDECIDED, tuple(one for each in judged for one in each.figures))


def _role(passage: Passage, figure: Figure) -> Role | None:
    """Return what a figure is in a change: by the words near it, by those of the whole that it is a part of, or by a speed-up beside it."""
    said = role_of(passage, figure)
    if said is not None:
        return said
    whole = partitions(passage).get(figure.start)
    return role_of(passage, whole[0]) if whole is not None else sped_up(passage, figure)


def _joined(before: Claim, after: Claim, passage: Passage, start: int) -> Verdict | None:
    """Judge a claimed change by one that the text states; ``None`` where they are not of the same figures."""
    stated = passage.roles[start][1]
    pair = [one for one in passage.quantities if one.start in passage.roles and passage.roles[one.start][1] is stated]
    by_role = {passage.roles[one.start][0]: one for one in pair}
    if not {"before", "after"} <= by_role.keys():
        return None
    first, second = by_role["before"], by_role["after"]
    straight = relation(before, first), relation(after, second)
    crossed = relation(before, second), relation(after, first)
    if all(one is not None and one.standing is Standing.CONFIRMED for one in crossed) and straight != crossed:
        return Verdict(Standing.EXCHANGED, (first, second))
    kept = [one for one in straight if one is not None]
    if len(kept) < len(straight):
        return None
    worst = max(kept, key=lambda one: STRENGTH.index(one.standing))
    return Verdict(worst.standing, (first, second), worst.factor)
