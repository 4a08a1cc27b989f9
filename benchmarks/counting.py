"""Counting what the reader does: stops of its pattern, and places at which the whole grammar is asked, without its short way."""

from collections.abc import Mapping

import zjreform as zj
from zjreform.quantity import parsing
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Unit
from zjreform.text.lexicon import BUNDLED, built
from zjreform.text.scanning.scanner import scanner


def counted(texts: list[str]) -> tuple[int, int]:
    """Return at how many places the pattern stops in some texts, and how many of them the grammar reads."""
    made, stops, calls = built(BUNDLED, "scan", scanner), 0, 0
    stop, read = made.stop, parsing.read_at
    asked: set[int] = set()

    def stopping(text: str, at: int) -> object:
        nonlocal stops, calls
        stops, calls = stops + 1, calls + bool(asked)
        asked.clear()
        return stop(text, at)

    def reads(text: str, at: int, senses: Mapping[str, Unit] = parsing.NO_SENSES) -> tuple[Quantity, int] | None:
        asked.add(at)
        return read(text, at, senses)

    object.__setattr__(made, "stop", stopping)
    parsing.read_at = reads
    for text in texts:
        zj.figures(text)
    object.__setattr__(made, "stop", stop)
    parsing.read_at = read
    return stops - len(texts), calls
