"""Check what somebody extracted from texts: each claimed number against the figure that stands there, and what nobody extracted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from zjreform.dataset.rows import Rows
from zjreform.drafting.passages import Passage
from zjreform.drafting.verifying.claims import Claim, claims_of
from zjreform.drafting.verifying.rows import Claims, rows_of
from zjreform.drafting.verifying.standing import Standing
from zjreform.drafting.verifying.verdicts import Verdict, verdict_on
from zjreform.errors import DatasetError, Problem
from zjreform.html import table, text
from zjreform.quantity.numbers import number_text
from zjreform.text.lexicon import Lexicon

Texts = Mapping[str, str] | str | PathLike[str] | Any
"""What ``verify`` takes for texts: a text, texts by name, a path, or a document with a ``text``."""


@frozen(kw_only=True)
class VerifiedRow:
    """A claim and what the text says of it.

    Attributes:
        row: Number of the row, from 1.
        document: Name of the text.
        claimed: The claim as given.
        found: What stands in the text; several figures joined by `` | ``; ``None`` where nothing does.
        start: Offset of it in code points; ``None`` where no place is decided.
        end: Offset behind it.
        status: The verdict.
        factor: Claimed over found, as a number or a fraction; ``None`` where that says nothing.
    """

    row: int
    document: str
    claimed: str
    found: str | None
    start: int | None
    end: int | None
    status: Standing
    factor: str | None

    def flat(self) -> dict[str, Any]:
        """Return the row as a mapping from column to value."""
        names = ("row", "document", "claimed", "found", "start", "end")
        return {**{name: getattr(self, name) for name in names}, "status": self.status.value, "factor": self.factor}


@frozen(kw_only=True)
class MissedFigure:
    """A figure of a text that no claim is about."""

    document: str
    start: int
    end: int
    surface: str
    quantity: str

    def flat(self) -> dict[str, Any]:
        """Return the figure as a mapping from column to value."""
        return {name: getattr(self, name) for name in ("document", "start", "end", "surface", "quantity")}


@frozen
class Verification:
    """What checking found.

    Attributes:
        rows: One row for each claim, in the order given.
        missed: The figures of the texts that no claim is about.

    Example:
        >>> import zjreform as zj
        >>> print(zj.verify([{"surface": "86个工作日"}], "由200多个压缩至86个工作日内"))
        1 claim: 1 another bound; 1 figure of the texts not extracted
    """

    rows: Rows[VerifiedRow]
    missed: Rows[MissedFigure]

    @property
    def ok(self) -> bool:
        """Whether every claim is confirmed."""
        return all(row.status is Standing.CONFIRMED for row in self.rows)

    def counts(self) -> dict[Standing, int]:
        """Return how many claims have each verdict, those that occur, in the order of the list."""
        found = Counter(row.status for row in self.rows)
        return {standing: found[standing] for standing in Standing if found[standing]}

    def __str__(self) -> str:
        """Return the counts in one line."""
        said = ", ".join(f"{count} {standing.en}" for standing, count in self.counts().items()) or "none"
        return (
            f"{len(self.rows)} claim{'' if len(self.rows) == 1 else 's'}: {said}; "
            f"{len(self.missed)} figure{'' if len(self.missed) == 1 else 's'} of the texts not extracted"
        )

    def _repr_html_(self) -> str:
        header = [text(name) for name in ("status", "n")]
        counted = [[text(one.en), text(str(count))] for one, count in self.counts().items()]
        wrong = Rows(row for row in self.rows if row.status is not Standing.CONFIRMED)
        parts = [table(header, counted, str(self)), *([wrong._repr_html_()] if wrong else [])]
        return "".join(parts)

    def page(self) -> str:
        """Return a whole HTML page: each text with its figures marked by verdict, and every claim beside it.

        Example:
            >>> import zjreform as zj
            >>> "another bound" in zj.verify([{"surface": "86个工作日"}], "压缩至86个工作日内").page()
            True
        """
        from zjreform.drafting.verifying.page import verification_page  # noqa: PLC0415 (only a page needs it)

        return verification_page(self)


def verify(rows: Claims, texts: Texts, *, lexicon: Lexicon | None = None) -> Verification:
    """Check numbers that somebody, or a model, took from texts.

    Args:
        rows: What was extracted: langextract's ``.jsonl``, JSON Lines, JSON, CSV or a workbook by path, a frame, or mappings. Columns:
            ``surface`` (a quotation) or ``value`` with ``unit`` and ``bound``, or ``before`` and ``after``; where given ``document``,
            ``start`` and ``end`` (a hint), ``subject``, ``year``, ``per`` and ``role`` (before, after, change, level, increase, decrease).
        texts: A text; a mapping from name to text; a `Path` of a ``.txt`` file or of a folder of them; or a document with a
            ``text``. A ``str`` is a text, never a path.
        lexicon: As for ``figures``.

    Raises:
        DatasetError: A row names no text at hand, or a column holds what it cannot; every such row is listed.
        FileNotFoundError: There is no such file.

    A claim is confirmed only by a place (a quotation, a span, the subject in the same sentence, or that it stands once) and by the whole
    figure that stands there: number, unit and bound.

    Example:
        >>> import zjreform as zj
        >>> checked = zj.verify([{"value": 35000, "unit": "元"}, {"surface": "51.4%"}], "投资35000万元，占51.4%。")
        >>> for row in checked.rows:
        ...     print(row.claimed, row.status.value, row.found, row.factor)
        35000元 magnitude 35000万元 1/10000
        51.4% confirmed 51.4% None
    """
    by_name = texts_of(texts)
    passages = {name: Passage(name, held, lexicon) for name, held in by_name.items()}
    claims = claims_of(rows_of(rows, by_name), passages)
    judged = [(claim, verdict_on(claim, passages[claim.document])) for claim in claims]
    return Verification(
        Rows(_row(claim, verdict, by_name[claim.document]) for claim, verdict in judged),
        Rows(_missed(judged, passages)),
    )


def texts_of(given: Texts) -> dict[str, str]:
    """Return texts by name.

    Args:
        given: As for `verify`.

    Raises:
        FileNotFoundError: There is no such path.
        DatasetError: A folder holds no ``.txt`` file.
        TypeError: It is no text.

    Example:
        >>> texts_of("8天")
        {'text': '8天'}
    """
    if isinstance(given, str):
        return {"text": given}
    if isinstance(given, Mapping):
        return {str(name): str(held) for name, held in given.items()}
    if isinstance(given, PathLike):
        path = Path(given)
        files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        if not files:
            raise DatasetError([Problem(str(path), 0, "", "no file", "a folder that holds .txt files")])
        return {file.name: file.read_bytes().decode("utf-8") for file in files}
    held = getattr(given, "text", None)
    if not isinstance(held, str):
        raise TypeError(f"expected a text, texts by name, a path or a document, got {given!r}")
    return {str(getattr(given, "name", None) or "text"): held}


def _row(claim: Claim, verdict: Verdict, held: str) -> VerifiedRow:
    figures, decided = verdict.figures, verdict.standing is not Standing.UNDECIDED
    together = len(figures) == 1 or verdict.standing is Standing.DERIVABLE or _adjoining(claim, verdict)
    placed = bool(figures) and decided and together
    start, end = (figures[0].start, figures[-1].end) if placed else (None, None)
    shown = held[start:end] if start is not None and together and len(figures) == 1 else None
    return VerifiedRow(
        row=claim.row,
        document=claim.document,
        claimed=claim.claimed,
        found=shown or (" | ".join(dict.fromkeys(one.surface for one in figures)) or None),
        start=start,
        end=end,
        status=verdict.standing,
        factor=None
        if verdict.factor is None
        else number_text(verdict.factor)
        if verdict.factor.denominator == 1
        else str(verdict.factor),
    )


def _adjoining(claim: Claim, verdict: Verdict) -> bool:
    """Whether several figures are one claim: a quotation of several, or a change."""
    return claim.quantity is None and claim.date is None and verdict.standing is not Standing.ELSEWHERE


def _missed(judged: Sequence[tuple[Claim, Verdict]], passages: Mapping[str, Passage]) -> list[MissedFigure]:
    taken = {(claim.document, figure.start) for claim, verdict in judged for figure in verdict.figures}
    return [
        MissedFigure(document=name, start=one.start, end=one.end, surface=one.surface, quantity=str(one.quantity))
        for name, passage in passages.items()
        for one in passage.quantities
        if (name, one.start) not in taken
    ]
