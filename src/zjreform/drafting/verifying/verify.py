"""Check what somebody extracted from texts: each claimed number against the figure that stands there, and what nobody extracted."""

from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from zjreform.arguments import told
from zjreform.columns.rows import Rows
from zjreform.corpus.documents import document
from zjreform.drafting.passages import Passage
from zjreform.drafting.verifying.claims import Claim, claims_of
from zjreform.drafting.verifying.results import MissedFigure, VerifiedRow
from zjreform.drafting.verifying.rows import Claims, rows_of
from zjreform.drafting.verifying.standing import Standing
from zjreform.drafting.verifying.verdicts import Verdict, verdict_on
from zjreform.drafting.verifying.verification import Verification
from zjreform.errors import DatasetError, Problem
from zjreform.quantity.numbers import number_text
from zjreform.tabular.damage import refusing
from zjreform.text.lexicon import Lexicon

Texts = Mapping[str, str] | str | PathLike[str] | Any
"""What ``verify`` takes for texts: a text, texts by name, a path, or a document with a ``text``."""


@told
def verify(rows: Claims, texts: Texts, *, lexicon: Lexicon | None = None) -> Verification:
    """Check numbers that somebody, or a model, took from texts.

    Args:
        rows: What was extracted: langextract's ``.jsonl``, JSON Lines, JSON, CSV or a workbook by path, a frame, or mappings. Columns:
            ``surface`` (a quotation) or ``value`` with ``unit`` and ``bound``, or ``before`` and ``after``; where given ``document``,
            ``start`` and ``end`` (a hint), ``subject``, ``year``, ``per`` and ``role`` (before, after, change, level, increase, decrease).
        texts: A text; a mapping from name to text; a `Path` of a document or of a folder of ``.txt`` files; or a document with a
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
        return {file.name: _text_of(file) for file in files}
    held = getattr(given, "text", None)
    if not isinstance(held, str):
        raise TypeError(f"expected a text, texts by name, a path or a document, got {given!r}")
    return {str(getattr(given, "name", None) or getattr(given, "path", None) or "text"): held}


def _text_of(file: Path) -> str:
    """Return the text of a file: a plain one byte for byte, so that offsets into it hold, another as `document` reads it."""
    if file.suffix != ".txt":
        return document(file).text
    with refusing(file.name, "UTF-8 text"):
        return file.read_bytes().decode("utf-8")


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
