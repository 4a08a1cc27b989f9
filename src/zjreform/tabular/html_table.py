"""A table as HTML for notebooks: the first rows, each column under its name, its label and definition as tooltip."""

from decimal import Decimal, InvalidOperation
from itertools import islice

from zjreform.display import say, shown_language
from zjreform.html import SHOWN, sheet
from zjreform.tabular.digest import row_cells
from zjreform.tabular.rowset import Rowset, full_header


def html_table(rows: Rowset) -> str:
    """Return the HTML of a table.

    Example:
        >>> import zjreform as zj
        >>> "<caption>tiers: 1 record</caption>" in html_table(zj.load().tiers[:1])
        True
    """
    about = {field.name: field.column for field in (*rows.schema.fields, *rows.extension.fields)}
    header = [
        (name, f"{about[name].zh} · {about[name].about}" if name in about else name) for name in full_header(rows)
    ]
    names = full_header(rows)
    numbers = {field.name for field in rows.schema.fields if field.kind in {int, Decimal} and not field.many} | {
        "value",
        "upper",
    }
    body = [
        [_number(cell) if name in numbers else cell for name, cell in zip(names, row_cells(rows, record), strict=True)]
        for record in islice(rows, SHOWN)
    ]
    count = say(f"{len(rows)} record{'' if len(rows) == 1 else 's'}", f"{len(rows)}条")
    return sheet(header, body, f"{rows.schema.name}: {count}", len(rows), shown_language())


def _number(cell: str) -> object:
    """A cell of numbers as a number; one that no decimal ends (a fraction) stays a text."""
    try:
        return Decimal(cell)
    except InvalidOperation:
        return cell
