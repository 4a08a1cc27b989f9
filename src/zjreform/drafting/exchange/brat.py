"""brat standoff: a folder for each coder with ``NAME.txt`` and ``NAME.ann``; offsets are code points of the text with LF.

A span over a line end is written as fragments. The label is the field; a note holds the value, an attribute marks a proposal.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from zjreform.drafting.exchange.spans import PROGRAM, CodedSpan
from zjreform.errors import DatasetError, Problem

_TEXT: Final = re.compile(
    r"T(?P<number>\S+)\t(?P<label>\S+) (?P<places>[0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*)\t(?P<quote>.*)"
)
_NOTE: Final = re.compile(r"#\S+\tAnnotatorNotes T(?P<number>\S+)\t(?P<value>.*)")
_PROPOSED: Final = re.compile(r"[AM]\S+\tProposed T(?P<number>\S+)\s*")


def write_brat(spans: Sequence[CodedSpan], texts: Mapping[str, str], path: Path) -> None:
    """Write a folder with one folder for each coder; proposals stand in that of ``program``."""
    for coder in dict.fromkeys(one.coder for one in spans):
        home = path / coder
        home.mkdir(parents=True)
        for name, text in texts.items():
            lines: list[str] = []
            own = [one for one in spans if one.coder == coder and one.document == name]
            for number, one in enumerate(own, 1):
                lines.append(f"T{number}\t{one.field} {_places(one)}\t{' '.join(one.quote.split(chr(10)))}")
                lines.append(f"#{number}\tAnnotatorNotes T{number}\t{one.value or ''}")
                lines += [f"A{number}\tProposed T{number}"] if one.proposed else []
            (home / f"{name}.txt").write_bytes(text.encode())
            (home / f"{name}.ann").write_bytes("".join(f"{line}\n" for line in lines).encode())


def _places(one: CodedSpan) -> str:
    """Return begin and end, split where the span crosses a line end."""
    parts, at = [], one.start
    for piece in one.quote.split("\n"):
        if piece:
            parts.append(f"{at} {at + len(piece)}")
        at += len(piece) + 1
    return ";".join(parts)


def read_brat(path: Path) -> list[CodedSpan]:
    """Return the spans of a folder of coders, or of one folder of ``.ann`` files, as they are counted there.

    Raises:
        DatasetError: A line is none of the format, or a folder holds no annotations.
    """
    files = sorted(path.rglob("*.ann"))
    if not files:
        raise DatasetError([Problem(str(path), 0, "", "no file", "a folder that holds .ann files")])
    return [one for file in files for one in _read_file(file, "" if file.parent == path else file.parent.name)]


def _read_file(file: Path, coder: str) -> Iterator[CodedSpan]:
    lines = file.read_bytes().decode("utf-8-sig").splitlines()
    notes = {match["number"]: match["value"] for line in lines if (match := _NOTE.fullmatch(line))}
    proposed = {match["number"] for line in lines if (match := _PROPOSED.fullmatch(line))}
    for number, line in enumerate(lines, 1):
        match = _TEXT.fullmatch(line)
        if match is None:
            if line.startswith("T"):
                raise DatasetError(
                    [Problem(file.name, number, "", line, "T…, label, offsets and quotation with tab stops")]
                )
            continue
        ends = [int(part) for part in re.split("[ ;]", match["places"])]
        is_proposal = match["number"] in proposed
        yield CodedSpan(
            document=file.stem,
            start=ends[0],
            end=ends[-1],
            quote=match["quote"],
            field=match["label"],
            value=notes.get(match["number"]) or None,
            coder=PROGRAM if is_proposal else coder,
            proposed=is_proposal,
        )
