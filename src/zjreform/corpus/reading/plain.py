"""Plain text: as it is, with its line ends made one, and without characters of no width."""

from collections import Counter
from pathlib import Path

from zjreform.corpus.reading.content import Content, Loss, broken, without_invisible
from zjreform.corpus.reading.encodings import decode
from zjreform.text.sentences import paragraphs_of


def read_plain(path: Path, encoding: str | None) -> Content:
    """Return the text of a text file.

    Raises:
        DocumentError: It is no text, or its encoding is undecided.
    """
    text, name = decode(path.read_bytes(), encoding, str(path))
    lost: Counter[str] = Counter()
    kept = without_invisible(text.replace("\r\n", "\n").replace("\r", "\n"), lost)
    return Content(
        kept,
        paragraphs_of(kept),
        losses=tuple(Loss(*item) for item in lost.items()),
        damaged=broken(kept),
        encoding=name,
    )
