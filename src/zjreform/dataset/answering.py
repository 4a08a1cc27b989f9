"""Answers of a dataset: rows with their columns, the question, the version and the names of what they refer to."""

from zjreform.columns.rows import Answer
from zjreform.dataset.tables import Tables
from zjreform.records.answers import answer_fields


def answer_of(tables: Tables, name: str, query: str = "") -> Answer:
    """Return the answer whose columns bear a name.

    Raises:
        KeyError: No answer is called so.

    Example:
        >>> import zjreform as zj
        >>> answer_of(zj.load(), "pool").fields[0].name
        'round'
    """
    return Answer(name, answer_fields(name), query or f"{name.replace('-', '_')}()", tables.version, tables.names_of)
