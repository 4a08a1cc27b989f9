"""What all steps of mending share."""

import re
from typing import Final

Replacement = tuple[int, int, str]
"""Start and end of some characters, and what to put in their place."""
MASK: Final = "□"
"""What stands in a mended text for each character of what cannot be read whole."""


def masked(match: re.Match[str], group: str | int = 0) -> Replacement:
    """Return the replacement that leaves what a pattern found unread."""
    start, end = match.span(group)
    return start, end, MASK * (end - start)
