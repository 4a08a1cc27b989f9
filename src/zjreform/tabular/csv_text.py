"""CSV as the data package writes it: strictly read, canonically written.

UTF-8 without a byte-order mark, commas, LF, a header that names the columns in order. Every departure is a `Problem` with file, row
and field; reading goes on, so that all problems come together. Rows come in batches, so that a large file is never held as text.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from types import MappingProxyType
from typing import Any

from attrs import frozen

from zjreform.errors import Problem
from zjreform.limits import DEFAULT, Limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _csv import Reader

BOM = b"\xef\xbb\xbf"
_MUST_QUOTE = frozenset(',"\r\n')

BATCH = 4_096
"""Rows that are held as text at a time."""


@frozen
class Sheet:
    """The cells of some rows of one file, column by column.

    Attributes:
        file: Name of the file.
        columns: For each column of the header, its cells.
        lines: For each row, the number of its last line, the header being line 1.
        also: Columns that say again what others say, with the values that the format gave; CSV has none.
    """

    file: str
    columns: dict[str, Sequence[str]]
    lines: Sequence[int]
    also: Mapping[str, Sequence[Any]] = MappingProxyType({})


def read_sheets(
    file: str, data: bytes, header: Sequence[str], problems: list[Problem], limits: Limits = DEFAULT
) -> Iterator[Sheet]:
    r"""Yield the cells of a file, batch by batch; what is wrong with its form is added to *problems*.

    Rows with a wrong number of fields are reported and left out.

    Args:
        file: Name for the problems.
        data: Bytes of the file.
        header: Names that the header must have, in order.
        problems: Receives each departure.
        limits: What the file may hold.

    Example:
        >>> problems = []
        >>> [sheet.columns["id"] for sheet in read_sheets("a.csv", b"id,n\nx,1\ny\n", ("id", "n"), problems)]
        [('x',)]
        >>> str(problems[0])
        "a.csv row 3: expected 2 fields, got '1 fields' (quote cells that hold commas)"
    """
    if data.startswith(BOM):
        problems.append(Problem(file, 0, "", "a byte-order mark", "UTF-8 without a byte-order mark", "save it without"))
        return
    if (place := data.find(b"\r")) >= 0:
        row = data.count(b"\n", 0, place) + 1
        problems.append(Problem(file, row, "", "CR", "line ends of LF alone", "save it with Unix line ends"))
        return
    if limits.cell > csv.field_size_limit():
        csv.field_size_limit(limits.cell)
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(data), "utf-8", newline=""), strict=True)
    try:
        found = next(reader, [])
        if tuple(found) == tuple(header):
            yield from _batches(file, reader, tuple(header), problems, limits)
        else:
            problems.append(_header_problem(file, found, header))
    except csv.Error as error:
        problems.append(
            Problem(
                file,
                reader.line_num,
                "",
                str(error),
                "well-formed CSV",
                "close the quotation marks, and double those inside a cell",
            )
        )
    except UnicodeDecodeError:
        problems.append(_not_utf8(file, data))


def within_cells(sheets: Iterable[Sheet], limits: Limits, problems: list[Problem]) -> Iterator[Sheet]:
    """Yield sheets; a cell that is longer than the limits allow is a problem, and its sheet left out.

    Example:
        >>> problems = []
        >>> list(within_cells([Sheet("t", {"id": ("a", "abc")}, (2, 3))], Limits(cell=2), problems)), str(problems[0])
        ([], "t row 3, id: expected at most 2 characters, got '3 characters' (if it is what it should be, give limits=zj.Limits(cell=…))")
    """
    for sheet in sheets:
        found = [
            Problem(sheet.file, line, name, f"{len(cell)} characters", f"at most {limits.cell} characters", _CELL)
            for name, cells in sheet.columns.items()
            if len("".join(cells)) > limits.cell  # no cell is longer than all together
            for line, cell in zip(sheet.lines, cells, strict=True)
            if len(cell) > limits.cell
        ]
        problems.extend(found)
        if not found:
            yield sheet


_CELL = "if it is what it should be, give limits=zj.Limits(cell=…)"


def too_many(file: str, count: int, limits: Limits) -> Problem:
    """Return the problem of a table with more rows than the limits allow.

    Example:
        >>> too_many("a.csv", 3, Limits(rows=2)).expected
        'at most 2 rows'
    """
    remedy = "if it is what it should be, give limits=zj.Limits(rows=…)"
    return Problem(file, 0, "", f"{count} rows or more", f"at most {limits.rows} rows", remedy)


def write_sheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    r"""Return the bytes of a CSV file; a cell is quoted if it must be, or holds more than ASCII.

    Quoting by content keeps the bytes canonical, and keeps Chinese titles apart from the commas between cells.

    Example:
        >>> print(write_sheet(("id", "n"), [("x", "a,b"), ("y", "南湖")]).decode())
        id,n
        x,"a,b"
        y,"南湖"
        <BLANKLINE>
    """
    lines = (",".join(map(_quoted, row)) for row in (header, *rows))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def write_columns(columns: Mapping[str, Sequence[str]]) -> bytes:
    r"""Return the bytes of a CSV file whose cells are given column by column; the same bytes as from `write_sheet`.

    Example:
        >>> print(write_columns({"id": ["x", "y"], "n": ["a,b", "南湖"]}).decode())
        id,n
        x,"a,b"
        y,"南湖"
        <BLANKLINE>
    """
    lines = map(",".join, zip(*map(_quoted_column, columns.values()), strict=True))
    return "".join([f"{line}\n" for line in chain((",".join(map(_quoted, columns)),), lines)]).encode("utf-8")


def _quoted_column(cells: Sequence[str]) -> Iterable[str]:
    """Return the cells as they stand in a file; what needs no quotation marks is looked at only as a whole."""
    whole = "".join(cells)
    if whole.isascii() and not any(sign in whole for sign in _MUST_QUOTE):
        return cells
    distinct = {cell: _quoted(cell) for cell in set(cells)}
    return map(distinct.__getitem__, cells)


def _quoted(cell: str) -> str:
    if cell.isascii() and not _MUST_QUOTE.intersection(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def _batches(
    file: str, reader: "Reader", header: tuple[str, ...], problems: list[Problem], limits: Limits
) -> Iterator[Sheet]:
    last, width, count = reader.line_num, len(header), 0
    while rows := list(islice(reader, BATCH)):
        count += len(rows)
        if count > limits.rows:
            problems.append(too_many(file, count, limits))
            return
        lines = _lines(rows, last, reader.line_num)
        last = reader.line_num
        if set(map(len, rows)) != {width}:
            problems.extend(_narrow(file, rows, lines, width))
            kept = [(row, line) for row, line in zip(rows, lines, strict=True) if len(row) == width]
            rows, lines = [row for row, _ in kept], [line for _, line in kept]
        if rows:
            yield Sheet(file, dict(zip(header, zip(*rows, strict=True), strict=True)), lines)


def _narrow(file: str, rows: Sequence[Sequence[str]], lines: Sequence[int], width: int) -> Iterator[Problem]:
    for row, line in zip(rows, lines, strict=True):
        if len(row) != width:
            yield Problem(file, line, "", f"{len(row)} fields", f"{width} fields", "quote cells that hold commas")


def _lines(rows: Sequence[Sequence[str]], before: int, after: int) -> Sequence[int]:
    """Return the last line of each row between two lines of the file; only a cell with a line break needs counting."""
    if after - before == len(rows):
        return range(before + 1, after + 1)
    lines = []
    for row in rows:
        before += 1 + sum(cell.count("\n") for cell in row)
        lines.append(before)
    return lines


def _not_utf8(file: str, data: bytes) -> Problem:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        shown = data[error.start : error.start + 4]
        row = data.count(b"\n", 0, error.start) + 1
        return Problem(file, row, "", f"byte {error.start}: {shown!r}", "UTF-8 text", "save it as UTF-8")
    raise AssertionError(file)


def _header_problem(file: str, found: Sequence[str], header: Sequence[str]) -> Problem:
    missing = [name for name in header if name not in found]
    unknown = [name for name in found if name not in header]
    remedy = "; ".join(
        part
        for part in (
            f"missing: {', '.join(missing)}" if missing else "",
            f"unknown: {', '.join(unknown)}" if unknown else "",
            "" if missing or unknown else "the order or number of columns differs",
        )
        if part
    )
    return Problem(file, 1, "", ",".join(found), f"the header {','.join(header)}", remedy)
