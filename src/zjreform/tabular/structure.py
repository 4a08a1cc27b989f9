"""From columns of cells to records, and back.

A column is read at once: each distinct cell meets its hook once. Only when a column fails is it read again cell by cell, to say where.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from zjreform.errors import Problem
from zjreform.quantity.quantities import Quantity
from zjreform.records.schema import FieldSchema, TableSchema
from zjreform.tabular.cells import cell_reader, cell_text
from zjreform.tabular.csv_text import Sheet
from zjreform.tabular.quantity_cells import quantity_cells, read_quantity


def structure_sheet(sheet: Sheet, schema: TableSchema) -> tuple[tuple[Any, ...], list[Problem]]:
    r"""Return the records of a sheet and every cell that no field accepts; with problems there are no records.

    Example:
        >>> from zjreform.records.schema import schema_of
        >>> from zjreform.tabular.csv_text import read_sheet
        >>> schema = schema_of("round_bodies")
        >>> data = b"id,round,organisation,role,order\na,rib-2019,x,gude,1\n"
        >>> sheet, _ = read_sheet("round_bodies.csv", data, schema.header)
        >>> records, problems = structure_sheet(sheet, schema)
        >>> print(problems[0])
        round_bodies.csv row 2, role: expected one of guide, host, organiser, commissioner, commissioned, got 'gude'
    """
    problems: list[Problem] = []
    values = [_read_field(sheet, field, problems) for field in schema.fields]
    if problems:
        return (), sorted(problems, key=lambda problem: problem.row)
    names = [field.name for field in schema.fields]
    record = schema.record
    return tuple(record(**dict(zip(names, row, strict=True))) for row in zip(*values, strict=True)), problems


def record_cells(record: object, schema: TableSchema) -> list[str]:
    """Return the cells of one record in the order of the file's columns.

    Example:
        >>> from zjreform.records.rosters import RoundBody
        >>> from zjreform.records.roster_codes import BodyRole
        >>> from zjreform.records.schema import schema_of
        >>> row = RoundBody(id="a", round="rib-2019", organisation="x", role=BodyRole.GUIDE, order=1)
        >>> record_cells(row, schema_of("round_bodies"))
        ['a', 'rib-2019', 'x', 'guide', '1']
    """
    cells: list[str] = []
    for field in schema.fields:
        value = getattr(record, field.name)
        if field.kind is Quantity:
            cells.extend(quantity_cells(value))
        else:
            cells.append(cell_text(value))
    return cells


def _read_field(sheet: Sheet, field: FieldSchema, problems: list[Problem]) -> Sequence[Any]:
    if field.kind is Quantity:
        cells: Sequence[Any] = list(zip(*(sheet.columns[name] for name in field.cells), strict=True))
        return _read_column(sheet, field, cells, read_quantity, problems)
    return _read_column(sheet, field, sheet.columns[field.name], cell_reader(field), problems)


def _read_column(
    sheet: Sheet, field: FieldSchema, cells: Sequence[Any], read: Callable[[Any], Any], problems: list[Problem]
) -> Sequence[Any]:
    try:
        values = {cell: read(cell) for cell in set(cells)}
    except ValueError:
        problems.extend(_locate(sheet, field, cells, read))
        return ()
    return [values[cell] for cell in cells]


def _locate(sheet: Sheet, field: FieldSchema, cells: Sequence[Any], read: Callable[[Any], Any]) -> Iterable[Problem]:
    for line, cell in zip(sheet.lines, cells, strict=True):
        try:
            read(cell)
        except ValueError as error:
            shown = cell if isinstance(cell, str) else ",".join(cell)
            yield Problem(sheet.file, line, field.name, shown, str(error))
