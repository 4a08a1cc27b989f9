"""Codings of several coders, brought together: for each record and field who gave which value, and whether a proposal was shown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from zjreform.code import Code
from zjreform.dataset.tables import Tables
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.rows import codings_of

EMPTY: Final = "–"
"""A field that a coder left empty is a value of its own."""


class Condition(Code):
    """What coders saw when they coded."""

    BLIND = "blind", "无建议", "blind", "No proposals were made: agreement measures reliability."
    WITHHELD = "withheld", "隐去建议", "withheld", "Proposals were made and kept back: agreement measures reliability."
    SHOWN = "shown", "已显示建议", "shown", "A coder saw a proposal: agreement says nothing of reliability."


@frozen
class Coded:
    """One value that a coder gave.

    Attributes:
        of: The record.
        field: The field.
        coder: The coder.
        value: The value; ``EMPTY`` for an empty field.
        condition: What the coder saw.
        cluster: The paragraph, where it is known, else the record.
    """

    of: str
    field: str
    coder: str
    value: str
    condition: Condition
    cluster: str


def coded_values(given: Sequence[Tables | Decisions], texts: Mapping[str, str]) -> Iterator[Coded]:
    """Yield every value of every coder.

    Args:
        given: Datasets and drafts.
        texts: Texts of the documents by the id of their source, for the paragraphs.

    Raises:
        TypeError: Something is neither a dataset nor a draft.
    """
    for one in given:
        if isinstance(one, Decisions):
            yield from _of_draft(one)
        elif isinstance(one, Tables):
            yield from _of_tables(one, texts)
        else:
            raise TypeError(f"expected a dataset or a draft, got {one!r}")


def _of_draft(draft: Decisions) -> Iterator[Coded]:
    starts = {f"mentions:{one.key}-mention": one.start for one in draft.entries()}
    source = str(draft.source.values["id"])
    for record, (_, _, _, proposed, shown, *_) in codings_of(draft):
        line = draft.text.count("\n", 0, starts[record.of])
        condition = _condition(proposed, shown)
        yield Coded(record.of, record.field, record.coder, record.value or EMPTY, condition, f"{source}:{line}")


def _of_tables(ds: Tables, texts: Mapping[str, str]) -> Iterator[Coded]:
    starts = {f"mentions:{one.id}": (one.source, one.start) for one in ds.mentions}
    columns = [field.name for field in ds.codings.extension.fields]
    plain = "x_state" not in columns
    fields: dict[tuple[str, str], set[str]] = {}
    names: dict[str, set[str]] = {}
    for row in ds.codings:
        extra = dict(zip(columns, ds.codings.extension.row(row.id), strict=True)) if columns else {}
        condition = _condition(extra.get("x_proposed"), extra.get("x_shown"))
        fields.setdefault((row.of, row.coder), set()).add(row.field)
        names.setdefault(row.of.partition(":")[0], set()).add(row.field)
        yield Coded(row.of, row.field, row.coder, row.value or EMPTY, condition, _cluster(row.of, starts, texts))
    if plain:
        for (of, coder), held in fields.items():
            for field in sorted(names[of.partition(":")[0]] - held - {"span"}):
                yield Coded(of, field, coder, EMPTY, Condition.BLIND, _cluster(of, starts, texts))


def _condition(proposed: object, shown: object) -> Condition:
    if shown == "true":
        return Condition.SHOWN
    return Condition.WITHHELD if proposed else Condition.BLIND


def _cluster(of: str, starts: Mapping[str, tuple[str, int]], texts: Mapping[str, str]) -> str:
    place = starts.get(of)
    if place is None or place[0] not in texts:
        return of
    return f"{place[0]}:{texts[place[0]].count(chr(10), 0, place[1])}"
