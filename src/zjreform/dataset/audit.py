"""Audit: does every figure stand in your copy of the documents where the dataset says?

The documents are not part of the package. Whoever has them can check each span; where a copy differs, the surface and the hashes of what
stands around it tell where the span has moved to.
"""

import hashlib
from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from attrs import evolve, frozen

from zjreform.arguments import told
from zjreform.code import Code
from zjreform.dataset.bundled import bundled
from zjreform.dataset.tables import Tables
from zjreform.display import label, say
from zjreform.errors import DatasetError, Problem
from zjreform.lazy import HasCard
from zjreform.records.figures import Mention
from zjreform.records.rosters import Source
from zjreform.text.sentences import Numbered

NEIGHBOURS = 8
"""Characters before and behind a span that go into its context hashes."""

_HALF = 8


class CopyState(Code):
    """How a copy of a document compares with the one that was coded."""

    IDENTICAL = "identical", "一致", "identical", "The bytes are those that were coded."
    DIFFERENT = "different", "不同", "different", "The bytes differ; each span was looked up on its own."
    MISSING = "missing", "缺失", "missing", "The folder has no such file."


class SpanState(Code):
    """What a copy holds of a span."""

    HELD = "held", "在原处", "held", "It stands where the dataset says."
    MOVED = "moved", "移位", "moved", "It stands elsewhere: surface and surroundings agree there and nowhere else."
    AMBIGUOUS = "ambiguous", "不能确定", "ambiguous", "It may stand in several places."
    RENUMBERED = (
        "renumbered",
        "段句号不符",
        "renumbered",
        "It stands where the dataset says, in another paragraph or sentence.",
    )
    MISSING = "missing", "缺失", "missing", "It stands nowhere in the copy, or there is no copy."


@frozen
class AuditedCopy:
    """One document and the state of its copy."""

    source: str
    file: str
    state: CopyState


@frozen
class AuditedSpan:
    """One mention and what the copy holds of it.

    Attributes:
        mention: Id of the mention.
        source: Id of the document.
        start: Offset that the dataset gives.
        state: What the copy holds.
        found: Offsets at which it may stand instead; empty if it is held or missing.
    """

    mention: str
    source: str
    start: int
    state: SpanState
    found: tuple[int, ...] = ()


@frozen(repr=False)
class AuditReport(HasCard):
    """What an audit found.

    Attributes:
        copies: One row for each document.
        spans: One row for each mention.
    """

    copies: tuple[AuditedCopy, ...]
    spans: tuple[AuditedSpan, ...]

    def __repr__(self) -> str:
        return f"<AuditReport: {len(self.spans) - len(self.mismatches)} of {len(self.spans)} spans held in {len(self.copies)} copies>"

    @property
    def ok(self) -> bool:
        """Whether every copy is identical and every span is held."""
        identical = all(copy.state is CopyState.IDENTICAL for copy in self.copies)
        return identical and not self.mismatches

    @property
    def mismatches(self) -> tuple[AuditedSpan, ...]:
        """The spans that are not held, or whose paragraph or sentence is another one."""
        return tuple(span for span in self.spans if span.state is not SpanState.HELD)

    def __str__(self) -> str:
        """One line for each copy, one for all spans, and one for each span that a copy at hand does not hold."""
        held = len(self.spans) - len(self.mismatches)
        lines = [f"{copy.file}: {label(copy.state)} ({copy.source})" for copy in self.copies]
        lines.append(
            say(
                f"{held} of {len(self.spans)} spans hold what the dataset says",
                f"{len(self.spans)} 处中有 {held} 处与数据相符",
            )
        )
        absent = {copy.source for copy in self.copies if copy.state is CopyState.MISSING}
        lines += [
            f"  {span.mention} {say('at', '@')} {span.start}: {label(span.state)} {list(span.found) or ''}"
            for span in self.mismatches
            if span.source not in absent
        ]
        return "\n".join(line.rstrip() for line in lines)


@told
def audit(folder: str | PathLike[str], dataset: Tables | None = None) -> AuditReport:
    """Compare a folder of source texts with the spans of a dataset.

    Args:
        folder: Folder that holds the files which ``sources`` names.
        dataset: The dataset; the bundled one if none is given.

    Raises:
        NotADirectoryError: There is no such folder.

    Example:
        >>> import tempfile
        >>> report = audit(tempfile.mkdtemp())
        >>> report.ok, {copy.state.value for copy in report.copies}
        (False, {'missing'})
    """
    tables = bundled() if dataset is None else dataset
    root = Path(folder)
    if not root.is_dir():
        raise NotADirectoryError(f"expected a folder that holds the source texts, got {str(folder)!r}")
    copies: list[AuditedCopy] = []
    spans: list[AuditedSpan] = []
    mentions = tables.mentions.group(lambda row: row.source)
    for source in tables.sources:
        state, text = _copy(root, source)
        copies.append(AuditedCopy(source.id, source.file, state))
        numbered = Numbered.of(text)
        spans.extend(_numbered(mention, _span(mention, text), numbered) for mention in mentions.get(source.id, ()))
    return AuditReport(tuple(copies), tuple(spans))


@told
def context(mention: Mention | str, folder: str | PathLike[str], chars: int = 40) -> str:
    """Return a mention with the characters around it, its own in 【】, from a copy that is identical to the one coded.

    Args:
        mention: The mention of the bundled dataset, or its id.
        folder: Folder that holds the source texts.
        chars: How many characters to give on each side, 0 or more.

    Raises:
        ValueError: *chars* is less than 0.
        UnknownIdError: There is no such mention.
        FileNotFoundError: The folder has no copy of the document.
        DatasetError: The copy differs from the one coded, so that offsets mean nothing; run `audit`.

    Example:
        >>> context("no-such-mention", ".")
        Traceback (most recent call last):
        zjreform.errors.UnknownIdError: mentions has no id 'no-such-mention'...
    """
    if chars < 0:
        raise ValueError(f"expected 0 characters or more on each side, got {chars}")
    tables = bundled()
    row = tables.mentions[mention] if isinstance(mention, str) else mention
    source = tables.sources[row.source]
    state, text = _copy(Path(folder), source)
    if state is CopyState.MISSING:
        raise FileNotFoundError(f"expected {source.file} in {str(folder)!r}")
    if state is CopyState.DIFFERENT:
        found = hashlib.sha256((Path(folder) / source.file).read_bytes()).hexdigest()
        raise DatasetError(
            [Problem(source.file, 0, "sha256", found, source.sha256, "audit the folder to see what moved")]
        )
    return (
        f"{text[max(0, row.start - chars) : row.start]}【{text[row.start : row.end]}】{text[row.end : row.end + chars]}"
    )


def context_hash(text: str, start: int, end: int) -> str:
    """Return the hashes of what stands before and behind a span, 8 hexadecimal digits each.

    Example:
        >>> context_hash("开办时间共需8个工作日。", 6, 11)
        'ded2978deb0d5884'
    """
    before, behind = text[max(0, start - NEIGHBOURS) : start], text[end : end + NEIGHBOURS]
    return _digest(before) + _digest(behind)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_HALF]


def _copy(root: Path, source: Source) -> tuple[CopyState, str]:
    try:
        data = (root / source.file).read_bytes()
    except FileNotFoundError:
        return CopyState.MISSING, ""
    same = hashlib.sha256(data).hexdigest() == source.sha256
    return CopyState.IDENTICAL if same else CopyState.DIFFERENT, data.decode("utf-8", errors="replace")


def _span(mention: Mention, text: str) -> AuditedSpan:
    if _fits(mention, text, mention.start) and mention.context in {None, _hash_at(mention, text, mention.start)}:
        return AuditedSpan(mention.id, mention.source, mention.start, SpanState.HELD)
    candidates = list(_candidates(mention, text))
    for agree in (_both_sides, _one_side):
        found = tuple(at for at in candidates if agree(mention, text, at))
        if found:
            return _elsewhere(mention, found)
    return AuditedSpan(mention.id, mention.source, mention.start, SpanState.MISSING)


def _numbered(mention: Mention, span: AuditedSpan, text: Numbered) -> AuditedSpan:
    """What was found of a span, and whether one that is held has the paragraph and sentence of the dataset."""
    found = text.at(mention.start)
    agree = mention.paragraph in {None, found[0]} and mention.sentence in {None, found[1]}
    return span if agree or span.state is not SpanState.HELD else evolve(span, state=SpanState.RENUMBERED)


def _elsewhere(mention: Mention, found: tuple[int, ...]) -> AuditedSpan:
    """The state of a span whose surroundings changed; found only at its own offset it is still held."""
    if found == (mention.start,):
        return AuditedSpan(mention.id, mention.source, mention.start, SpanState.HELD)
    state = SpanState.MOVED if len(found) == 1 else SpanState.AMBIGUOUS
    return AuditedSpan(mention.id, mention.source, mention.start, state, found)


def _fits(mention: Mention, text: str, at: int) -> bool:
    length = mention.end - mention.start
    return at + length <= len(text) and (mention.surface is None or text.startswith(mention.surface, at))


def _candidates(mention: Mention, text: str) -> Iterator[int]:
    """Offsets of the surface; a withheld one may stand anywhere that its length allows."""
    if mention.surface is None:
        yield from range(len(text) - (mention.end - mention.start) + 1)
        return
    at = text.find(mention.surface)
    while at >= 0:
        yield at
        at = text.find(mention.surface, at + 1)


def _hash_at(mention: Mention, text: str, at: int) -> str:
    return context_hash(text, at, at + mention.end - mention.start)


def _both_sides(mention: Mention, text: str, at: int) -> bool:
    return _hash_at(mention, text, at) == mention.context


def _one_side(mention: Mention, text: str, at: int) -> bool:
    """Whether one side agrees; a mention without hashes can stand wherever its surface does."""
    if mention.context is None:
        return mention.surface is not None
    here = _hash_at(mention, text, at)
    return here[:_HALF] == mention.context[:_HALF] or here[_HALF:] == mention.context[_HALF:]
