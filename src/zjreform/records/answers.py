"""What the columns of answers hold: comparisons, adoptions, strata, flat rows. Frames, files and the codebook follow these lists.

A column that a table has as well is taken from its record class; only what the library works out is described.
"""

from functools import cache

from zjreform.columns.schema import FieldSchema
from zjreform.records import figure_answers, history_answers

_MAKERS = {
    "comparisons": figure_answers.comparisons,
    "derived": figure_answers.derived,
    "repeated": figure_answers.repeated,
    "adoptions": history_answers.adoptions,
    "pool": history_answers.pool,
    "panel": history_answers.panel,
    "reach": history_answers.reach,
    "neighbours": history_answers.neighbours,
    "crosswalk": history_answers.crosswalk,
    "wide-metric": figure_answers.wide_metric,
    "wide-mention": figure_answers.wide_mention,
    "wide-case": figure_answers.wide_case,
    "wide-award": figure_answers.wide_award,
}

ANSWERS = tuple(_MAKERS)
"""Names of the answers that have columns of their own."""


@cache
def answer_fields(name: str) -> tuple[FieldSchema, ...]:
    """Return the columns of an answer.

    Raises:
        KeyError: No answer is called so.

    Example:
        >>> [column.name for column in answer_fields("pool")]
        ['round', 'by', 'name', 'entries', 'winners', 'share']
    """
    return tuple(_MAKERS[name]())
