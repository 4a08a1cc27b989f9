"""Formulas in Word files: powers, indices and fractions as a line of text, everything else by its characters."""

from typing import Any, Final

from zjreform.corpus.reading.content import Builder, lowered, raised

_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def formula(node: Any, made: Builder) -> str:  # noqa: ANN401 (an lxml element)
    """Return a formula as text; one with parts that a line cannot hold is counted as a loss.

    Example:
        >>> from xml.etree.ElementTree import fromstring
        >>> m = "http://schemas.openxmlformats.org/officeDocument/2006/math"
        >>> power = "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup>"
        >>> formula(fromstring(f'<m:oMath xmlns:m="{m}">{power}</m:oMath>'), Builder())
        '10⁴'
    """
    name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
    if name == "t":
        return node.text or ""
    if name in {"sSup", "sSub", "sSubSup"}:
        return _part(node, "e", made) + lowered(_part(node, "sub", made)) + raised(_part(node, "sup", made))
    if name == "f":
        return f"{_part(node, 'num', made)}/{_part(node, 'den', made)}"
    if name in _NOT_IN_A_LINE:
        made.lost("formula that a line cannot hold")
    return "".join(formula(child, made) for child in node)


def _part(node: Any, name: str, made: Builder) -> str:  # noqa: ANN401
    found = node.find(_M + name)
    return "" if found is None else formula(found, made)


_NOT_IN_A_LINE: Final = frozenset({"nary", "rad", "m", "eqArr", "limLow", "limUpp", "groupChr"})
