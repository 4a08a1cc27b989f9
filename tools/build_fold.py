"""Rebuild ``src/zjreform/data/fold.txt`` from OpenCC's tables: ``python tools/build_fold.py``.

A pair enters only if one code point becomes exactly one other, so that offsets hold. Traditional forms come from OpenCC's
``t2s`` conversion of single characters; width and compatibility forms from Unicode's NFKC, in the blocks named below.
Circled and superscript digits stay out: they number or annotate, they do not count.
"""

import sys
import unicodedata
from importlib.metadata import version
from pathlib import Path

import opencc

TARGET = Path(__file__).parent.parent / "src" / "zjreform" / "data" / "fold.txt"
COMPATIBILITY = (
    range(0x00A0, 0x00A1),  # no-break space
    range(0x2F00, 0x2FD6),  # Kangxi radicals
    range(0x3000, 0x3001),  # ideographic space
    range(0xF900, 0xFB00),  # compatibility ideographs
    range(0xFF01, 0xFF5F),  # full-width ASCII
    range(0xFFE0, 0xFFE7),  # full-width currency signs
    range(0x2F800, 0x2FA20),  # compatibility ideographs, supplement
)
VARIANTS = {"馀": "余"}  # OpenCC keeps it, since it is Simplified in a few names
IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x323B0))


def fold_table() -> dict[str, str]:
    """Return every character that folds, with what it becomes, closed under folding twice."""
    convert = opencc.OpenCC("t2s").convert
    table = {char: unicodedata.normalize("NFKC", char) for block in COMPATIBILITY for char in map(chr, block)}
    table |= {char: convert(char) for block in IDEOGRAPHS for char in map(chr, block)}
    table = {char: folded for char, folded in table.items() if len(folded) == 1 and folded != char}
    table |= VARIANTS
    return {char: table.get(folded, folded) for char, folded in table.items()}


def render(table: dict[str, str]) -> str:
    """Return the file: a heading, then the characters and what they become, as two lines of one length."""
    pairs = sorted(table.items())
    heading = f"# One character to one. OpenCC {version('opencc')} t2s (Apache-2.0) and Unicode NFKC; tools/build_fold.py rebuilds it."
    return "\n".join([heading, "".join(a for a, _ in pairs), "".join(b for _, b in pairs)]) + "\n"


if __name__ == "__main__":
    content = render(fold_table())
    if "--check" in sys.argv:
        sys.exit(0 if TARGET.read_text(encoding="utf-8") == content else f"{TARGET.name} is out of date")
    TARGET.write_text(content, encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {len(content.splitlines()[1])} characters")
