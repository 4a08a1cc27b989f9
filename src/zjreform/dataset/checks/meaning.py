"""Every check of meaning: what contradicts itself, and what only looks as if it did."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from zjreform.dataset.checks import (
    awards,
    chains,
    claims,
    codings,
    dates,
    pairings,
    places,
    scripts,
    sources,
    spans,
    wholes,
)
from zjreform.dataset.checks.view import View
from zjreform.errors import Problem

Check = Callable[[View], Iterator[Problem]]

ERRORS: Sequence[Check] = (
    sources.hashes,
    awards.strata,
    awards.quotas,
    awards.awards,
    awards.applicants,
    chains.themselves,
    chains.cycles,
    places.codes,
    places.validity,
    places.points,
    claims.units,
    claims.signs,
    claims.shares,
    claims.unmentioned,
    claims.surfaces,
    wholes.compositions,
    wholes.contradictions,
    wholes.parts,
    pairings.sides,
    pairings.order,
    pairings.reasons,
    dates.statuses,
    spans.ends,
    spans.overlaps,
    spans.characters,
    spans.surroundings,
    spans.numbers,
    spans.contents,
    spans.numerals_without_place,
    codings.fields,
    codings.values,
)
"""Checks whose every find is a contradiction."""

WARNINGS: Sequence[Check] = (
    sources.copies,
    claims.high_percentages,
    wholes.one_sided,
    pairings.reports,
    dates.texts,
    dates.numerals,
    scripts.languages,
)
"""Checks whose finds a person should look at."""


def check_meaning(view: View, folder: Path | None = None) -> tuple[list[Problem], list[Problem]]:
    """Return the errors and the warnings of a package whose tables have been read.

    Args:
        view: The package.
        folder: Folder with the source texts, where they are at hand.

    Example:
        >>> import zjreform as zj
        >>> from zjreform.dataset.checks.view import view_of
        >>> len(check_meaning(view_of(zj.load()))[0])
        0
    """
    more = () if folder is None else (sources.given(folder),)
    errors = [found for check in (*ERRORS, *more) for found in check(view)]
    return errors, [found for check in WARNINGS for found in check(view)]
