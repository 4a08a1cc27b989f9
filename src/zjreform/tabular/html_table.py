"""A table as HTML for notebooks: the first rows, each column under its label, its definition as tooltip."""

from itertools import islice
from unicodedata import east_asian_width

from zjreform.html import element, table, text
from zjreform.tabular.digest import row_cells
from zjreform.tabular.rowset import Rowset, full_header

SHOWN = 10
"""Rows that are shown."""

_WIDEST = 40


def html_table(rows: Rowset) -> str:
    """Return the HTML of a table.

    Example:
        >>> import zjreform as zj
        >>> html_table(zj.load().tiers[:1])[:45]
        '<table><caption>tiers: 1 record</caption><the'
    """
    about = {field.name: field.column for field in (*rows.schema.fields, *rows.extension.fields)}
    header = [
        element("span", text(name), title=f"{about[name].zh} · {about[name].about}" if name in about else "")
        for name in full_header(rows)
    ]
    body = [
        [element("span", text(_short(cell)), title=cell) for cell in row_cells(rows, record)]
        for record in islice(rows, SHOWN)
    ]
    more = f", first {SHOWN} shown" if len(rows) > SHOWN else ""
    return table(header, body, f"{rows.schema.name}: {len(rows)} record{'' if len(rows) == 1 else 's'}{more}")


def _short(cell: str) -> str:
    width = 0
    for position, letter in enumerate(cell):
        width += 2 if east_asian_width(letter) in "WF" else 1
        if width > _WIDEST:
            return cell[:position] + "…"
    return cell
