"""From columns of cells to records, and back.

A column is read at once: each distinct cell meets its hook once. Only when a column fails is it read again cell by cell, to say where.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import compress
from typing import Any

from attrs import frozen

from zjreform.columns.schema import FieldSchema, TableSchema
from zjreform.errors import Problem
from zjreform.quantity.quantities import Quantity
from zjreform.tabular.agreeing import disagreements
from zjreform.tabular.cells import SEPARATOR, cell_reader, cell_text
from zjreform.tabular.csv_text import Sheet
from zjreform.tabular.held_rows import MOST_CODED, HeldRows, coded, distinct_of
from zjreform.tabular.plain_cells import plain_quantities, plain_values
from zjreform.tabular.quantity_cells import PartError, quantity_cells, read_quantity
from zjreform.tabular.remedies import remedy


@frozen
class Rows:
    """What was read of one table.

    Attributes:
        records: The records, held as columns.
        extra: For each record, the values of its extension columns.
        lines: For each record, its line in the file.
        left_out: The id cells of rows that are no records, since a cell of theirs could not be read.
    """

    records: HeldRows
    extra: list[tuple[Any, ...]]
    lines: "array[int]"
    left_out: list[str]


def structure_sheets(
    sheets: Iterable[Sheet], schema: TableSchema, extra: Sequence[FieldSchema], problems: list[Problem]
) -> Rows:
    r"""Return the records of a file; every cell that no field accepts is added to *problems*.

    A row with a problem gives no record, so that what stands in the others can still be checked.

    Args:
        sheets: Batches of one file.
        schema: Schema of the table.
        extra: Extension columns.
        problems: Receives each problem, by row.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> from zjreform.tabular.csv_text import read_sheets
        >>> schema, problems = schema_of("round_bodies"), []
        >>> data = b"id,round,organisation,role,order\na,rib-2019,x,gude,1\n"
        >>> rows = structure_sheets(read_sheets("round_bodies.csv", data, schema.header, problems), schema, (), problems)
        >>> print(problems[0])
        round_bodies.csv row 2, role: expected one of guide, host, organiser, commissioner, commissioned, got 'gude' (did you mean 'guide'?)
    """
    rows = Rows(HeldRows(schema.record), [], array("q"), [])
    fields = (*schema.fields, *extra)
    readers: list[_Reader] = [_reader(field) for field in fields]
    width = len(schema.fields)
    for sheet in sheets:
        found: list[Problem] = []
        values: Sequence[Collection[Any]] = [_read_column(sheet, reader, found) for reader in readers]
        problems.extend(sorted(found, key=lambda problem: problem.row))
        lines, also = sheet.lines, sheet.also
        if found:
            bad = {problem.row for problem in found}
            also = {
                name: [cell for cell, line in zip(cells, lines, strict=True) if line not in bad]
                for name, cells in also.items()
            }
            lines, values = _readable(sheet, values, bad, rows.left_out)
        if also:
            problems.extend(disagreements(sheet.file, also, fields, list(map(list, values)), lines))
        if lines:
            rows.records.add(values[:width])
        rows.lines.extend(lines)
        if extra:
            rows.extra.extend(zip(*values[width:], strict=True))
    return rows


def _readable(
    sheet: Sheet, values: Sequence[Collection[Any]], bad: Collection[int], left_out: list[str]
) -> tuple[Sequence[int], Sequence[Collection[Any]]]:
    """Return the lines and values of a sheet without the bad lines; the ids that stand there are added to *left_out*."""
    kept = [line not in bad for line in sheet.lines]
    left_out.extend(cell for cell, keep in zip(sheet.columns["id"], kept, strict=True) if not keep)
    return list(compress(sheet.lines, kept)), [list(compress(column, kept)) for column in values]


def record_cells(record: object, fields: Sequence[FieldSchema]) -> list[str]:
    """Return the cells of one record in the order of the file's columns.

    Raises:
        ValueError: A value cannot stand in a cell: an item of a list is empty or holds ``;``, or a quantity has no cells.

    Example:
        >>> from zjreform.records.rosters import RoundBody
        >>> from zjreform.records.roster_codes import BodyRole
        >>> from zjreform.records.schema import schema_of
        >>> row = RoundBody(id="a", round="rib-2019", organisation="x", role=BodyRole.GUIDE, order=1)
        >>> record_cells(row, schema_of("round_bodies").fields)
        ['a', 'rib-2019', 'x', 'guide', '1']
    """
    cells: list[str] = []
    for field in fields:
        value = getattr(record, field.name)
        if field.kind is Quantity:
            cells.extend(quantity_cells(value))
        else:
            if field.many and any(not item or SEPARATOR in item for item in value):
                raise ValueError(f"{field.name}: items that are not empty and hold no {SEPARATOR!r}, got {value!r}")
            cells.append(cell_text(value))
    return cells


@frozen
class _Reader:
    """Reads the cells of a field; what recurs through a file is kept, so that equal values are one object."""

    field: FieldSchema
    read: Callable[[Any], Any]
    known: dict[Any, Any]


_MOST_KNOWN = 1 << 15


def _reader(field: FieldSchema) -> _Reader:
    return _Reader(field, read_quantity if field.kind is Quantity else cell_reader(field), {})


def _read_column(sheet: Sheet, reader: _Reader, problems: list[Problem]) -> Collection[Any]:
    field, read = reader.field, reader.read
    if field.kind is Quantity:
        plain = plain_quantities(sheet.columns)
        if plain is not None:
            return plain
    cells: Sequence[Any] = sheet.columns[field.name] if field.kind is not Quantity else _quantity_column(sheet, field)
    distinct = distinct_of(cells)
    recurring = 2 * len(distinct) <= len(cells)
    as_a_whole = None if recurring else plain_values(field, cells)
    if as_a_whole is not None:
        return as_a_whole
    values = reader.known if recurring else {}
    try:
        values.update({cell: read(cell) for cell in distinct.keys() - values.keys()})
    except ValueError:
        return list(_locate(sheet, field, cells, read, problems))
    few = recurring and len(distinct) <= MOST_CODED
    found: Collection[Any] = coded(cells, distinct, values) if few else list(map(values.__getitem__, cells))
    if len(reader.known) > _MOST_KNOWN:
        reader.known.clear()
    return found


def _quantity_column(sheet: Sheet, field: FieldSchema) -> list[tuple[str, ...]]:
    return list(zip(*(sheet.columns[name] for name in field.cells), strict=True))


def _locate(
    sheet: Sheet, field: FieldSchema, cells: Sequence[Any], read: Callable[[Any], Any], problems: list[Problem]
) -> Iterator[Any]:
    """Yield what each cell says, ``None`` and a problem where it says nothing."""
    for line, cell in zip(sheet.lines, cells, strict=True):
        try:
            yield read(cell)
        except ValueError as error:
            column, shown = field.name, cell if isinstance(cell, str) else ",".join(cell)
            if isinstance(error, PartError):
                column, shown = field.cells[error.part], cell[error.part]
            problems.append(Problem(sheet.file, line, column, shown, str(error), remedy(field, shown)))
            yield None
