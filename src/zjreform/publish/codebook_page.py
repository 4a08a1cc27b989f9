"""The codebook as a page in Markdown, for people."""

from collections.abc import Iterable, Iterator

from zjreform.publish.codebook import CodebookEntry, codebook_entries
from zjreform.records.index import ABOUT, TABLES
from zjreform.records.schema import schema_of

_INTRODUCTION = """# Codebook

Every column of every table and every value of every closed list.
Cells are UTF-8 text; the items of a list are joined by `;`; an empty cell is empty for the reason given.
Dates are [EDTF](https://www.loc.gov/standards/datetime/): `2018`, `2018-06-19`, `2018-08/2018-10`, `2017/..`, `2019~`.
A reference is the id of a row of the table named; where several tables are named, it carries the table in front
(`cases:nanhu-company-setup`).
This page is generated from the record classes by `tools/build_schemas.py`; `zj.codebook()` gives the same as a table.
"""


def codebook_page(tables: Iterable[str] = tuple(TABLES)) -> str:
    """Return the page for some tables.

    Example:
        >>> codebook_page(["tiers"]).splitlines()[0]
        '# Codebook'
    """
    entries = codebook_entries()
    parts = [_INTRODUCTION]
    for name in tables:
        record = schema_of(name).record
        parts.append(f"## {name}\n\n`{record.__name__}`: {ABOUT[name]}\n")
        parts.append(_table([entry for entry in entries if entry.table == name]))
    return "\n".join(parts)


def _table(entries: list[CodebookEntry]) -> str:
    lines = ["| column | label | holds | empty means |", "|---|---|---|---|"]
    lines += [_row(entry, entries) for entry in entries if entry.value is None]
    return "\n".join(lines) + "\n"


def _row(entry: CodebookEntry, entries: list[CodebookEntry]) -> str:
    values = [other for other in entries if other.column == entry.column and other.value is not None]
    holds = " ".join(_facts(entry))
    listed = "".join(f"<br>`{value.value}` {value.label_zh} {value.label_en}: {value.definition}" for value in values)
    empty = "–" if entry.required else entry.empty_means or "nothing is named"
    cells = (f"`{entry.column}`", f"{entry.label_zh}<br>{entry.label_en}", f"{holds}{listed}", empty)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _facts(entry: CodebookEntry) -> Iterator[str]:
    yield entry.definition
    kind = f"list of {entry.type}s" if entry.many and not entry.type.endswith("list") else entry.type
    yield f"*{kind}*" + (f", {entry.unit}" if entry.unit else "")
    if entry.references:
        yield "→ " + ", ".join(f"[{name}](#{name})" for name in entry.references)
    if entry.minimum is not None:
        yield f"≥ {entry.minimum}"
