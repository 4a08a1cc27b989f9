"""Temperatures behind 零下 and words: without the sign they would be others, so they are left unread (零下多达30℃, 零下 30℃)."""

from typing import Final

from zjreform.lazy import LazyPattern
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure, other
from zjreform.text.kinds import Kind

_BELOW: Final = "零下"
"""The sign in words."""
_LED: Final = LazyPattern("(?s:.)*零下(?![㐀-鿿]{0,3}[升涨转])[㐀-鿿 \n]{1,4}\\Z")
"""Up to a few letters behind 零下, which no verb turns to a rise (由零下升至5℃)."""
_FAR: Final = 6


def unsigned_temperatures(text: str, found: list[Figure]) -> bool:
    """Leave temperatures unread whose sign stands apart from them; the list is changed in place. Return whether any is.

    Example:
        >>> from zjreform.text.figures import figures
        >>> [[figure.kind.value for figure in figures(text, kinds=["quantity", "unread"])] for text in ("零下多达30℃", "由零下升至5℃")]
        [['unread'], ['quantity']]
    """
    places = [place for place, one in enumerate(found) if _is_unsigned(text, one)] if _BELOW in text else []
    for place in places:
        found[place] = other(text, found[place].start, found[place].end, Kind.UNREAD)
    return bool(places)


def _is_unsigned(text: str, one: Figure) -> bool:
    quantity = one.quantity
    if quantity is None or quantity.value < 0:
        return False
    warmth = quantity.dimension is Dimension.TEMPERATURE or (not quantity.unit.code and text.startswith("度", one.end))
    return warmth and _LED.match(text[max(0, one.start - _FAR) : one.start], 0) is not None
