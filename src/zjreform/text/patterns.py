"""Building blocks of patterns over running text: marks of both widths, and word lists as tries.

The rule: patterns are written in folded characters and read running text as ``fold_running`` gives it; only the marks that this keeps in
full width are widened here. Nothing compiles at import. No pattern holds a capturing group inside a possessive repeat, which the ``re`` of
some Python versions cannot run.
"""

import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from zjreform.fold import KEPT

LOCK: Final = threading.RLock()
"""Held while a pattern or table of this room is built; it may be taken again by who holds it."""

EDGE: Final = "(?![0-9A-Za-z])"
"""What must hold behind a word that ends with a letter or digit."""

_FANOUT, _OFTEN = 16, 4
_PART = r"\\.|\(\?P<\w+>|\(\?(?:[:=!>]|<[=!])|\[\^?|\{[0-9,]*+\}|[0-9]-[0-9]|[A-Z]-[A-Z]|[a-z]-[a-z]|."
_SYNTAX = frozenset("^$.|?*+()]-")


def widen(pattern: str) -> str:
    """Return a pattern written in folded characters so that it meets the marks of full width that running text keeps.

    Example:
        >>> widen("[0-9]++(?=[,;]|:)"), bool(re.match(widen("3[(]"), "3（"))
        ('[0-9]++(?=[,，;；]|[:：])', True)
    """
    inside, out = False, []
    for part in re.findall(_PART, pattern, re.DOTALL):
        if part in {"[", "[^"} or (part == "]" and inside):
            inside = part != "]"
            out.append(part)
            continue
        char = part.removeprefix("\\")
        wide = WIDE.get(char, "") if inside or part not in _SYNTAX else ""
        out.append(part + wide if inside or not wide else f"[{part}{wide}]")
    return "".join(out)


WIDE: Final = {unicodedata.normalize("NFKC", mark): mark for mark in KEPT}
"""By plain mark: the one of full width."""


def trie(words: Mapping[str, str]) -> str:
    """Return a pattern (folded, for ``widen``) that matches, behind its first character, the longest of the words.

    It stands behind a class that has consumed the first character, so that a search can skip by that class. Where many characters can
    follow, the few that most words share come first and the others are split in halves: a place at which no word stands is left after few
    steps.

    Args:
        words: Each with the pattern that must hold behind it, ``""`` for none.

    Example:
        >>> re.match(f"[一](?:{trie({'一件': '', '一件事': ''})})", "一件事")[0]
        '一件事'
    """
    root = _root(words)
    seconds: dict[str, list[str]] = {}
    for first, node in sorted(root.items()):
        for char, child in node.items():
            if char:
                seconds.setdefault(char, []).append(f"(?<={re.escape(first + char)}){_branch(child)}")
    many = Counter(word[1:2] for word in words)
    pairs = [(re.escape(char), char, f"(?:{'|'.join(bodies)})") for char, bodies in sorted(seconds.items())]
    pairs.sort(key=lambda pair: -many[pair[1]])
    often, rest = [head + body for head, _, body in pairs[:_OFTEN]], sorted(pairs[_OFTEN:])
    alone = [f"(?<={re.escape(first)}){node['']}" for first, node in root.items() if "" in node]
    return f"(?:{'|'.join([*often, *[_halved(rest, '(?=[{}])')] * bool(rest), *alone])})"


def tree(words: Mapping[str, str]) -> str:
    """Return the same as ``trie`` for a place in front of the words.

    Example:
        >>> re.match(tree({"个": "", "个月": ""}), "个月")[0]
        '个月'
    """
    return _branch(_root(words))


def _root(words: Mapping[str, str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for word, ending in words.items():
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = ending
    return root


def _branch(node: Mapping[str, Any]) -> str:
    pairs = [(re.escape(char), char, _branch(child)) for char, child in sorted(node.items()) if char]
    body = _halved(pairs, "(?=[{}])")
    if "" not in node:
        return body
    return f"(?:{body}|{node['']})" if body and node[""] else f"(?:{body})?" if body else str(node[""])


def _halved(pairs: list[tuple[str, str, str]], guard: str) -> str:
    if len(pairs) > _FANOUT:
        left, right = pairs[: len(pairs) // 2], pairs[len(pairs) // 2 :]
        heads = "".join(re.escape(char) for _, char, _ in left)
        return f"(?:{guard.format(heads)}{_halved(left, guard)}|{_halved(right, guard)})"
    body = "|".join(head + rest for head, _, rest in pairs)
    return f"(?:{body})" if len(pairs) > 1 else body
