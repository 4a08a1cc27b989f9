"""One character to one: Traditional, full-width and compatibility forms become the plain Simplified one.

Folding keeps the length, so that an offset into the folded text is one into the original. The table is ``data/fold.txt``,
generated from OpenCC's ``t2s`` tables (Apache-2.0) and Unicode's NFKC; it is read at first use.
"""

import threading

from zjreform.resources import read_text

_LOCK = threading.Lock()
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


def unfold_table() -> dict[str, str]:
    """Return, for each plain character, all characters that fold to it (itself not among them).

    Patterns over running text are expanded with it, since folding whole texts would cost more than finding figures.

    Example:
        >>> "萬" in unfold_table()["万"]
        True
    """
    variants: dict[str, str] = {}
    for code, plain in fold_table().items():
        variants[plain] = variants.get(plain, "") + chr(code)
    return variants
