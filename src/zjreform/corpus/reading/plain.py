"""Plain text: as it is, with its line ends made one, and without characters of no width."""

import re
from collections import Counter
from pathlib import Path
from typing import Final

from zjreform.corpus.reading.content import Content, Loss, broken, without_invisible
from zjreform.corpus.reading.encodings import decode

_PARAGRAPH: Final = re.compile(r"[^\n]*[^\s][^\n]*")


def read_plain(path: Path, encoding: str | None) -> Content:
    """Return the text of a text file.

    Raises:
        DocumentError: It is no text, or its encoding is undecided.
    """
    text, name = decode(path.read_bytes(), encoding, str(path))
    lost: Counter[str] = Counter()
    kept = without_invisible(text.replace("\r\n", "\n").replace("\r", "\n"), lost)
    spans = tuple(match.span() for match in _PARAGRAPH.finditer(kept))
    return Content(kept, spans, losses=tuple(Loss(*item) for item in lost.items()), damaged=broken(kept), encoding=name)
