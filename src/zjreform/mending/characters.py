"""Characters that other programs leave: invisible ones, odd blanks and hyphens, entities and tags of HTML, arrows of several letters."""

import html
import re
from collections.abc import Iterator
from typing import Final

from zjreform.fold import fold_running
from zjreform.mending.marks import Replacement
from zjreform.mending.rare import ALIKE, BLANKS, INVISIBLE, LINES, RAISED
from zjreform.stored import compiled

_TO_RAISED: Final = str.maketrans("0123456789+-−", f"{RAISED}⁺⁻⁻")
_BLOCKS: Final = frozenset(
    {
        *(
            "br",
            "p",
            "div",
            "tr",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "hr",
            "table",
            "tbody",
            "thead",
            "section",
            "article",
            "header",
        ),
        *("footer", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"),
    }
)
"""Elements that begin a line of their own."""
_CELLS: Final = frozenset({"td", "th"})
_SUP: Final = "<(?:sup|SUP)>(?P<inside>[^<>]{0,12})</(?:sup|SUP)>"
_TAG: Final = "</?(?P<name>[A-Za-z][A-Za-z0-9:]{0,15})(?:\\s[^<>]{0,300})?/?>|<!(?:--.{0,400}?--|[A-Za-z][^<>]{0,200})>"
_ENTITY: Final = "&(?:amp;)?(?:[A-Za-z]{2,8}|#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5});"
FORMS: Final = (
    f"(?P<raised>{_SUP})|(?P<tag>{_TAG})|(?P<entity>{_ENTITY})|(?P<arrow>-{{1,3}}>|[—–]{{1,2}}>|(?<=[㐀-鿿0-9%]) ?={{1,2}}>)"
    f"|(?P<line>\r\n?|[{LINES}])"
    f"|(?P<blank>[{BLANKS}])|(?P<none>[{INVISIBLE}]+)"
    f"|(?P<alike>[{''.join(map(re.escape, ALIKE))}])"
)
"""What other programs leave, by what it is."""
_FIRSTS: Final = f"<&= —–\r{LINES}{BLANKS}{INVISIBLE}{''.join(map(re.escape, ALIKE))}-"
"""First characters of all of them; every other character of a line is passed at once."""
PATTERN: Final = f"(?=[{_FIRSTS}])(?:{FORMS})"


def plain_characters(text: str) -> Iterator[Replacement]:
    r"""Give what to put in the place of such characters, in order.

    A raised number stays raised, so that it is a power behind a unit and else a note; an entity becomes its character.

    Example:
        >>> list(plain_characters("3\u202f460km<sup>2</sup>"))
        [(1, 2, ' '), (7, 19, '²')]
    """
    for match in compiled(PATTERN).finditer(text):
        put = _plain(match)
        if put != match[0]:
            yield *match.span(), put


def _plain(match: re.Match[str]) -> str:
    """Return what to put in the place of a match."""
    found = match[0]
    if match["raised"]:
        inside = match["inside"].strip()
        return inside.translate(_TO_RAISED) if compiled("[+−-]?[0-9]{1,3}").fullmatch(inside) else ""
    if match["tag"]:
        name = (match["name"] or "").lower()
        return "\n" if name in _BLOCKS else "\t" if name in _CELLS else ""
    if match["entity"]:
        return _character(found)
    if match["alike"]:
        return ALIKE[found]
    return next((put for kind, put in _ALWAYS.items() if match[kind]), "")


_ALWAYS: Final = {"arrow": "→", "line": "\n", "blank": " "}
"""What is put in the place of each of a kind, whatever it is."""


def _character(entity: str) -> str:
    """Return the character of an entity, folded as the text around it is and plain where it is rare, and the entity where it is none."""
    char = html.unescape(entity)
    char = html.unescape(char) if char.startswith("&") and len(char) > 1 else char
    if len(char) != 1:
        return entity
    if compiled(f"[{INVISIBLE}]").match(char):
        return ""
    return " " if char.isspace() else ALIKE.get(char, fold_running(char))
