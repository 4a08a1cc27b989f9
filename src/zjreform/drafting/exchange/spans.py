"""What is exchanged: one value of one field at one span, by one coder, or as a proposal."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from zjreform.dataset.tables import Tables
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.rows import codings_of
from zjreform.errors import DatasetError, Problem

PROGRAM = "program"
"""Coder of proposals."""


@frozen(kw_only=True)
class CodedSpan:
    """One value of one field at one span.

    Attributes:
        document: Name of the text.
        start: Offset of the first character, in code points of the text with LF.
        end: Offset behind the last.
        quote: The characters.
        field: Name of the field.
        value: The value; ``None`` where the coder looked and left it empty.
        coder: Who coded; ``program`` for a proposal.
        proposed: Whether it is a proposal that nobody has confirmed.
    """

    document: str
    start: int
    end: int
    quote: str
    field: str
    value: str | None
    coder: str
    proposed: bool = False


def spans_of(what: Tables | Decisions, texts: Mapping[str, str] | None = None) -> Iterator[CodedSpan]:
    """Yield the codings of a draft with its open proposals, or those of the mentions of a dataset.

    Args:
        what: A draft or a dataset.
        texts: Texts of a dataset's documents by the id of their source; of a draft none are needed.

    Raises:
        DatasetError: A mention does not stand in its text.

    Example:
        >>> import zjreform as zj
        >>> draft = zj.draft("用时5天", source={"id": "a"})
        >>> draft.confirm("a-2", coder="me", aggregate="each")
        >>> [(one.field, one.value, one.coder, one.proposed) for one in spans_of(draft)][:2]
        [('aggregate', 'each', 'me', False), ('indicator', 'new', 'program', True)]
    """
    yield from _of_draft(what) if isinstance(what, Decisions) else _of_tables(what, texts or {})


def _of_draft(draft: Decisions) -> Iterator[CodedSpan]:
    name = str(draft.source.values["id"])
    figures = {f"mentions:{one.key}-mention": one for one in draft.entries()}
    for record, _ in codings_of(draft):
        one = figures[record.of]
        quote = draft.text[one.start : one.end]
        yield CodedSpan(
            document=name,
            start=one.start,
            end=one.end,
            quote=quote,
            field=record.field,
            value=record.value,
            coder=record.coder,
        )
    for one in draft.figures.values():
        for field, slot in one.slots.items():
            if slot.coder is None and slot.shown and slot.proposal is not None and slot.proposal.value is not None:
                quote = draft.text[one.start : one.end]
                yield CodedSpan(
                    document=name, start=one.start, end=one.end, quote=quote, field=field, value=slot.proposal.value,
                    coder=PROGRAM, proposed=True,
                )  # fmt: skip


def _of_tables(ds: Tables, texts: Mapping[str, str]) -> Iterator[CodedSpan]:
    mentions = {f"mentions:{one.id}": one for one in ds.mentions}
    problems: list[Problem] = []
    for row in ds.codings:
        one = mentions.get(row.of)
        if one is None or one.source not in texts:
            continue
        quote = texts[one.source][one.start : one.end]
        if one.surface is not None and quote != one.surface:
            problems.append(Problem("mentions", 0, one.id, quote, f"{one.surface!r} at {one.start}"))
            continue
        yield CodedSpan(
            document=one.source,
            start=one.start,
            end=one.end,
            quote=quote,
            field=row.field,
            value=row.value,
            coder=row.coder,
        )
    if problems:
        raise DatasetError(problems)


def coders_of(spans: Sequence[CodedSpan]) -> list[str]:
    """Return the coders in the order in which they come, without the program."""
    return list(dict.fromkeys(one.coder for one in spans if not one.proposed))
