"""The list numbers of Word files: counted as Word counts them, by the forms that the file states."""

import re
from typing import Any, Final

from zjreform.corpus.reading.list_numbers import list_number

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SLOT: Final = re.compile(r"%([1-9])")
_BEHIND: Final = {"nothing": "", "space": " "}
_LEVELS: Final = 9


class Numbering:
    """Counts the numbered paragraphs of one document.

    Attributes:
        unknown: How many numbers had a form that is not known.
    """

    def __init__(self, root: Any, styles: Any) -> None:  # noqa: ANN401 (lxml elements)
        self.unknown = 0
        self._styles = {style.get(_W + "styleId"): style for style in styles.iter(_W + "style")}
        self._abstract: dict[str, Any] = {}
        self._lists: dict[str, Any] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        for node in () if root is None else root:
            if node.tag == _W + "abstractNum":
                self._abstract[node.get(_W + "abstractNumId")] = node
            elif node.tag == _W + "num":
                self._lists[node.get(_W + "numId")] = node

    def label(self, paragraph: Any) -> str:  # noqa: ANN401
        """Return what stands before a paragraph, ``""`` where it is not numbered."""
        key, depth = self._place(paragraph)
        listed = self._lists.get(key)
        if listed is None:
            return ""
        top = _value(listed, "abstractNumId") or ""
        level = self._level(listed, depth)
        if level is None:
            return ""
        self._count(top, key, listed, depth)
        text = self._text(level, top, listed)
        return text + _BEHIND.get(_value(level, "suff") or "tab", "\t") if text else ""

    def _place(self, paragraph: Any) -> tuple[str, int]:  # noqa: ANN401
        """Return the list and the depth of a paragraph, by itself or by its style."""
        properties = paragraph.find(_W + "pPr")
        if properties is None:
            return "", 0
        own = properties.find(_W + "numPr")
        style = self._styles.get(_value(properties, "pStyle"))
        seen: set[int] = set()
        key, depth = (None, None) if own is None else (_value(own, "numId"), _value(own, "ilvl"))
        while (key is None or depth is None) and style is not None and id(style) not in seen:
            seen.add(id(style))
            found = style.find(f"{_W}pPr/{_W}numPr")
            if found is not None:
                key = key if key is not None else _value(found, "numId")
                depth = depth if depth is not None else _value(found, "ilvl")
            style = self._styles.get(_value(style, "basedOn"))
        return key or "", min(int(depth or 0), _LEVELS - 1)

    def _level(self, listed: Any, depth: int) -> Any:  # noqa: ANN401
        for override in listed.iterfind(_W + "lvlOverride"):
            own = override.find(_W + "lvl")
            if override.get(_W + "ilvl") == str(depth) and own is not None:
                return own
        abstract = self._abstract.get(_value(listed, "abstractNumId"))
        levels = () if abstract is None else abstract.iterfind(_W + "lvl")
        return next((level for level in levels if level.get(_W + "ilvl") == str(depth)), None)

    def _count(self, top: str, key: str, listed: Any, depth: int) -> None:  # noqa: ANN401
        counts = self._counts.setdefault(top, [None] * _LEVELS)
        start = self._start(listed, depth)
        restarted = self._restart(listed, depth) if (key, depth) not in self._begun else None
        self._begun.add((key, depth))
        now = counts[depth]
        counts[depth] = restarted if restarted is not None else start if now is None else now + 1
        for above in range(depth):
            if counts[above] is None:
                counts[above] = self._start(listed, above)
        for below in range(depth + 1, _LEVELS):
            if self._restarts(listed, below, depth):
                counts[below] = None

    def _start(self, listed: Any, depth: int) -> int:  # noqa: ANN401
        level = self._level(listed, depth)
        return int((None if level is None else _value(level, "start")) or 0)

    def _restart(self, listed: Any, depth: int) -> int | None:  # noqa: ANN401
        for override in listed.iterfind(_W + "lvlOverride"):
            start = _value(override, "startOverride")
            if override.get(_W + "ilvl") == str(depth) and start is not None:
                return int(start)
        return None

    def _restarts(self, listed: Any, below: int, depth: int) -> bool:  # noqa: ANN401
        level = self._level(listed, below)
        after = None if level is None else _value(level, "lvlRestart")
        return after is None or (int(after) > 0 and depth < int(after))

    def _text(self, level: Any, top: str, listed: Any) -> str:  # noqa: ANN401
        pattern = _value(level, "lvlText") or ""
        if _value(level, "numFmt") in {"none", "bullet"}:
            return ""
        legal = level.find(_W + "isLgl") is not None
        shown: dict[str, str] = {}
        for slot in _SLOT.findall(pattern):
            number, above = self._counts[top][int(slot) - 1], self._level(listed, int(slot) - 1)
            form = "decimal" if legal or above is None else _value(above, "numFmt") or "decimal"
            text = None if number is None else list_number(number, form)
            if text is None:
                self.unknown += 1
                return ""
            shown[slot] = text
        return _SLOT.sub(lambda match: shown[match[1]], pattern)


def _value(node: Any, name: str) -> Any:  # noqa: ANN401
    """Return the value of a property, ``None`` where the file does not state it."""
    found = node.find(_W + name)
    return None if found is None else found.get(_W + "val")
