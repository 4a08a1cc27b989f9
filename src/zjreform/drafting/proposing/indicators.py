"""What a figure measures: family and indicator, or that it needs an indicator which nobody has defined yet."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.examples import Examples, Near, window_of
from zjreform.drafting.proposing.families import FamilyGuess, families
from zjreform.drafting.proposing.forms import by_form
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.drafting.proposing.wording import surroundings
from zjreform.text.figure import Figure

NEW: Final = "new"
"""Value that proposes an indicator of its own."""


@frozen
class Measures:
    """What is proposed for the family and the indicator of a figure.

    Attributes:
        family: Families, best first.
        indicator: The indicator, or that a new one is needed, with the nearest existing ones.
    """

    family: Proposal
    indicator: Proposal


def measures(passage: Passage, figure: Figure, examples: Examples, *, enough: float) -> Measures:
    """Return what a figure may measure.

    Args:
        passage: The text.
        figure: The figure.
        examples: What was coded before.
        enough: Likeness from which an existing indicator is proposed.
    """
    found = considered(passage, figure, examples)
    first, others = found.guesses[0], tuple(guess.family for guess in found.guesses[1:6])
    family = Proposal("family", first.family, first.reason, first.step, others)
    best = found.ranked
    if found.form is not None:
        name, said = found.form
        rest = tuple(each for each, _ in best[:4] if each != name)
        return Measures(family, Proposal("indicator", name, said, Confidence.HIGH, (*rest[:3], NEW)))
    if best and best[0][1] >= enough:
        name, score = best[0]
        sure = Confidence.MIDDLE if score >= 2 * enough else Confidence.LOW
        said = f"like {_said(found.near, name)}"
        return Measures(family, Proposal("indicator", name, said, sure, (*(each for each, _ in best[1:4]), NEW)))
    said = f"nothing coded is like it; nearest {best[0][0]}" if best else "nothing coded is like it"
    return Measures(family, Proposal("indicator", NEW, said, Confidence.MIDDLE, tuple(each for each, _ in best[:5])))


@frozen
class Considered:
    """What speaks for the indicators of a figure.

    Attributes:
        near: Coded figures and indicators that are like it.
        guesses: Families, best first.
        form: The indicator that its form says, with the reason.
        ranked: Indicators with their likeness, best first.
    """

    near: Sequence[Near]
    guesses: Sequence[FamilyGuess]
    form: tuple[str, str] | None
    ranked: Sequence[tuple[str, float]]


def considered(passage: Passage, figure: Figure, examples: Examples) -> Considered:
    """Return what speaks for the indicators of a figure.

    Args:
        passage: The text.
        figure: The figure.
        examples: What was coded before.
    """
    dimension = figure.quantity.unit.dimension if figure.quantity is not None else None
    text = window_of(passage, figure)
    near = [*examples.nearest(text, dimension), *examples.nearest_named(text, dimension)]
    guesses = families(passage, figure, near, examples)
    form = by_form(figure, surroundings(passage, figure), guesses[0].family)
    known = form if form is not None and form[0] in examples.dimensions else None
    return Considered(near, guesses, known, _ranked(text, near, guesses, examples))


def _ranked(
    text: str, near: Sequence[Near], guesses: Sequence[FamilyGuess], examples: Examples
) -> list[tuple[str, float]]:
    """Return indicators with their likeness, those of the families that are proposed first, or named in the text, a little ahead."""
    first = {guess.family: place for place, guess in enumerate(guesses[:3])}
    scores: dict[str, float] = {}
    for one in near:
        name = one.example.indicator
        place = first.get(examples.families.get(name, ""))
        ahead = 0.7 if place is None else 1.25 - 0.1 * place
        named = _NAMED if len(examples.names.get(name, "")) >= _TELLING and examples.names[name] in text else 1.0
        scores[name] = max(scores.get(name, 0.0), one.likeness * ahead * named)
    return sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))


_NAMED: Final = 1.25
_TELLING: Final = 4


def _said(near: Sequence[Near], indicator: str) -> str:
    one = next(each for each in near if each.example.indicator == indicator)
    return f"“{one.example.text[:24]}” ({one.likeness:.2f})"
