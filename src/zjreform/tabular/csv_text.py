"""CSV as the data package writes it: strictly read, canonically written.

UTF-8 without a byte-order mark, commas, LF, a header that names the columns in order. Every departure is a `Problem` with file, row
and field; reading goes on, so that all problems come together.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from attrs import frozen

from zjreform.errors import Problem

BOM = "\ufeff"

_MUST_QUOTE = frozenset(',"\r\n')


@frozen
class Sheet:
    """The cells of one file, column by column.

    Attributes:
        file: Name of the file.
        columns: For each column of the header, its cells as a tuple.
        lines: For each row, the number of its last line, the header being line 1.
    """

    file: str
    columns: dict[str, tuple[str, ...]]
    lines: tuple[int, ...]


def read_sheet(file: str, data: bytes, header: Sequence[str]) -> tuple[Sheet, list[Problem]]:
    r"""Return the cells of a file and what is wrong with its form.

    Rows with a wrong number of fields are reported and left out.

    Args:
        file: Name for the problems.
        data: Bytes of the file.
        header: Names that the header must have, in order.

    Example:
        >>> sheet, problems = read_sheet("a.csv", b"id,n\nx,1\ny\n", ("id", "n"))
        >>> sheet.columns["id"], str(problems[0])
        (('x',), "a.csv row 3: expected 2 fields, got '1 fields'")
    """
    empty = Sheet(file, dict.fromkeys(header, ()), ())
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return empty, [
            Problem(file, 0, "", f"byte {error.start}: {data[error.start : error.start + 4]!r}", "UTF-8 text")
        ]
    if text.startswith(BOM):
        return empty, [Problem(file, 0, "", "a byte-order mark", "UTF-8 without a byte-order mark", "save it without")]
    return _read_rows(file, text, tuple(header))


def write_sheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    r"""Return the bytes of a CSV file; a cell is quoted if it must be, or holds more than ASCII.

    Quoting by content keeps the bytes canonical, and Chinese text apart from the commas between cells.

    Example:
        >>> write_sheet(("id", "n"), [("x", "a,b")])
        b'id,n\nx,"a,b"\n'
    """
    lines = (",".join(map(_quoted, row)) for row in (header, *rows))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _quoted(cell: str) -> str:
    if cell.isascii() and not _MUST_QUOTE.intersection(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def _read_rows(file: str, text: str, header: tuple[str, ...]) -> tuple[Sheet, list[Problem]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    problems: list[Problem] = []
    width = len(header)
    try:
        found = next(reader, [])
        if tuple(found) != header:
            problems.append(_header_problem(file, found, header))
            return Sheet(file, dict.fromkeys(header, ()), ()), problems
        for row in reader:
            if len(row) == width:
                rows.append(row)
                lines.append(reader.line_num)
            else:
                problems.append(Problem(file, reader.line_num, "", f"{len(row)} fields", f"{width} fields"))
    except csv.Error as error:
        problems.append(Problem(file, reader.line_num, "", str(error), "well-formed CSV"))
    columns = dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(header, ())
    return Sheet(file, columns, tuple(lines)), problems


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
