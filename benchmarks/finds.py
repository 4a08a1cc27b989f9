"""What a package says stands in a text, and whether that is what is annotated."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

Row = dict[str, Any]
"""An annotated figure: surface, value, upper, unit, bound and kind."""
Numbers = tuple[Fraction, ...]


@dataclass(frozen=True)
class Find:
    """A figure that a package says stands in a text; ``unit`` and ``bound`` are ``None`` where it says nothing of them."""

    start: int
    end: int
    numbers: Numbers
    unit: str | None = None
    bounds: frozenset[str] | None = None

    def agrees(self, row: Row, what: str) -> bool:
        """Return whether it says of unit or bound what is annotated."""
        if what == "bound":
            return self.bounds is not None and row["bound"] in self.bounds
        return (self.unit or "") == (row["unit"] or "")


Finder = Callable[[str], list[Find]]
Scan = Callable[[str], object]


def numbers(*texts: object) -> Numbers:
    """Return numbers as fractions; what is no number is left out."""
    found = []
    for text in texts:
        with suppress(InvalidOperation, ValueError):
            found.append(Fraction(Decimal(str(text).rstrip("%"))))
    return tuple(found)


_NEAR = Fraction(1, 10**6)
_SCALES = (10, 100, 1000, Fraction(1, 10))
"""By what a share may differ: 三成 as 3, 50% as 0.5, 5‰ as 5."""


def right(row: Row, found: Iterable[Find]) -> Find | None:
    """Return the find that states the annotated number, a share in any of its scales; a range by both of its ends."""
    wanted = tuple(Fraction(row[key]) for key in ("value", "upper") if row[key])
    scales = (1, *(_SCALES if row["unit"] in {"%", "‰"} else ()))

    def states(given: Numbers) -> bool:
        return len(given) == len(wanted) and any(
            all(abs(one * scale - want) <= abs(want) * _NEAR for one, want in zip(given, wanted, strict=True))
            for scale in scales
        )

    each = sorted(found, key=lambda find: find.start)
    hits = [find for find in each if states(find.numbers)]
    if hits:
        return max(hits, key=lambda find: (find.agrees(row, "unit"), find.agrees(row, "bound"), find.end - find.start))
    together = tuple(number for find in each for number in find.numbers)
    return each[0] if len(wanted) > 1 and states(together) else None
