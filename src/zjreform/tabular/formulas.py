"""Cells that a spreadsheet would run as a formula, made safe and read back.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab, their full-width forms or an apostrophe gets an apostrophe in front; numbers stay
as they are. Taking the apostrophe off again gives every text back, because a cell that begins with one gets one as well.
"""

import re

_RISKY = re.compile(r"[=+\-@\t\r\n＝＋－＠']")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MARK = "'"


def is_risky(cell: str) -> bool:
    """Return whether a spreadsheet might take a cell for a formula, or would lose its apostrophe.

    Example:
        >>> is_risky("=1+1"), is_risky("-5"), is_risky("@name")
        (True, False, True)
    """
    return bool(_RISKY.match(cell)) and not _NUMBER.fullmatch(cell)


def made_safe(cell: str) -> str:
    """Return the cell as a spreadsheet shows it and never runs it.

    Example:
        >>> made_safe("=1+1"), made_safe("a")
        ("'=1+1", 'a')
    """
    return _MARK + cell if is_risky(cell) else cell


def as_it_was(cell: str) -> str:
    """Return the cell that `made_safe` was given.

    Example:
        >>> as_it_was("'=1+1"), as_it_was(made_safe("'"))
        ('=1+1', "'")
    """
    return cell[1:] if cell.startswith(_MARK) and is_risky(cell[1:]) else cell
