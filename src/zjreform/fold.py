"""One character to one: Traditional, full-width and compatibility forms become the plain Simplified one.

Folding keeps the length, so that an offset into the folded text is one into the original. The table is ``data/fold.txt``,
generated from OpenCC's ``t2s`` tables (Apache-2.0) and Unicode's NFKC; it is read at first use.
"""

import re
import threading
import unicodedata
from collections.abc import Callable
from typing import Final

from zjreform.resources import read_text
from zjreform.stored import compiled

_LOCK = threading.Lock()
_PLANE = 0xFFFF


class CharacterTable(dict[int, str | int]):
    """A table for ``str.translate`` that takes in what it leaves as it is: to miss a character costs an error inside the call.

    Example:
        >>> "共有5天".translate(CharacterTable(str.maketrans("5", "五")))
        '共有五天'
    """

    def __missing__(self, code: int) -> int:
        if code <= _PLANE:
            self[code] = code
        return code


_tables: dict[str, dict[int, str]] = {}


def fold_table() -> dict[int, str]:
    """Return the table for ``str.translate``: code point to the one character it folds to.

    Example:
        >>> fold_table()[ord("萬")]
        '万'
    """
    with _LOCK:
        if "fold" not in _tables:
            _, characters, folded = read_text("fold.txt").splitlines()
            _tables["fold"] = {ord(a): b for a, b in zip(characters, folded, strict=True)}
    return _tables["fold"]


def fold(text: str) -> str:
    """Return the text with each character in its plain Simplified form; the length never changes.

    Example:
        >>> fold("５.4萬餘件"), fold("辦公　廳")
        ('5.4万余件', '办公 厅')
    """
    return text.translate(_tables.get("fold") or fold_table())


def spellings(characters: str) -> str:
    """Return characters with all that fold to one of them.

    Example:
        >>> spellings("万千")
        '万千萬韆'
    """
    wanted = frozenset(characters)
    return "".join(sorted(wanted | {chr(code) for code, plain in fold_table().items() if plain in wanted}))


KEPT: Final = "，：；！？（）"
"""Marks of full width that running text keeps: they part what the plain ones would join (第3，100人)."""


def fold_running(text: str) -> str:
    """Return running text as it is read: folded but for the marks of ``KEPT``; the length never changes.

    Most texts in plain Simplified script hold nothing to fold and are returned as they are, after one search.

    Example:
        >>> fold_running("辦結２８，０００件（含）"), fold_running("办结3件")
        ('办结28，000件（含）', '办结3件')
    """
    search, table = _running.get("both") or _made_running()
    return text if search(text) is None else text.translate(table)


def fold_marks(text: str) -> str:
    """Return a piece of folded running text with the marks of ``KEPT`` plain, too: the same as ``fold``, for a tenth of its time.

    Example:
        >>> fold_marks("3件（含）；"), fold_marks("3件")
        ('3件(含);', '3件')
    """
    return text if _KEPT.isdisjoint(text) else text.translate(_PLAIN)


_KEPT: Final = frozenset(KEPT)
_PLAIN: Final = CharacterTable(str.maketrans(KEPT, unicodedata.normalize("NFKC", KEPT)))


def _made_running() -> tuple[Callable[[str], object], CharacterTable]:
    table: dict[int, str | int] = {code: plain for code, plain in fold_table().items() if chr(code) not in KEPT}
    plane = "".join(sorted(chr(code) for code in table if code <= _PLANE))
    far = "\U00010000-\U0010ffff" if any(code > _PLANE for code in table) else ""
    with _LOCK:
        return _running.setdefault("both", (compiled(f"[{re.escape(plane)}{far}]").search, CharacterTable(table)))


_running: dict[str, tuple[Callable[[str], object], CharacterTable]] = {}
