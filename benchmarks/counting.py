"""Counting what the reader does: stops of its pattern, and calls of the grammar."""

import zjreform as zj
from zjreform.text.lexicon import BUNDLED, built
from zjreform.text.scanning import reading
from zjreform.text.scanning.scanner import scanner


def counted(texts: list[str]) -> tuple[int, int]:
    """Return at how many places the pattern stops in some texts, and how many of them the grammar reads."""
    made, stops, calls = built(BUNDLED, "scan", scanner), 0, 0
    search, read = made.search, reading.Reader.read

    def searching(text: str, at: int) -> object:
        nonlocal stops
        match = search(text, at)
        stops += match is not None
        return match

    def reads(self: reading.Reader, at: int, floor: int) -> reading.Reading | None:
        nonlocal calls
        calls += 1
        return read(self, at, floor)

    object.__setattr__(made, "search", searching)
    reading.Reader.read = reads  # type: ignore[method-assign]
    for text in texts:
        zj.figures(text)
    object.__setattr__(made, "search", search)
    reading.Reader.read = read  # type: ignore[method-assign]
    return stops, calls
