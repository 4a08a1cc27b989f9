"""Rebuild ``docs/verification.md``: ``python tools/build_verification.py [--check]``. Needs the source documents (``ZJREFORM_SOURCES``).

Every coded figure is claimed as it is and with one error of each kind; the table counts the verdicts.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import zjreform as zj

sys.path.insert(0, str(Path(__file__).parent))
from injections import counts

HOME = Path(__file__).parent.parent
TARGET = HOME / "docs" / "verification.md"
FOLDER = Path(os.environ.get("ZJREFORM_SOURCES", HOME.parent / "shared" / "sources"))
MEANT = {
    "magnitude": "magnitude", "unit": "unit", "bound": "bound", "year": "year", "range end": "range_end", "exchanged": "exchanged",
    "level for change": "level_for_change", "direction": "direction", "points": "points_for_percent", "per lost": "per_lost",
    "rounded": "rounded", "derivable": "derivable", "elsewhere": "elsewhere", "part of a figure": "another_figure",
    "another figure, at the place": "another_figure", "nowhere": "nowhere", "place not decided": "undecided",
}  # fmt: skip
"""The verdict that names each injected kind; clean rows are meant to be confirmed."""
HEAD = """# Checking numbers that somebody extracted

`zj.verify(rows, texts)` and `zjreform verify ROWS TEXTS` take what a model or a person wrote down from Chinese texts
(langextract's JSONL, JSON Lines, JSON, CSV, a workbook, a frame, or mappings) and say of each number how it stands to
the text. Nothing is sent anywhere.

```pycon
>>> import zjreform as zj
>>> text = "平均用时由200多个压缩至86个工作日内，投资3.25亿元，占51.4%。"
>>> claims = [{"surface": "86个工作日"}, {"surface": "25亿元"}, {"value": 3.25, "unit": "万元"}, {"surface": "51.4%"}]
>>> checked = zj.verify(claims, text)
>>> for row in checked.rows:
...     print(row.claimed, "·", row.status.en, "·", row.found, row.start, row.factor or "")
86个工作日 · another bound · 86个工作日内 13
25亿元 · another figure · 3.25亿元 23
3.25万元 · another magnitude · 3.25亿元 23 1/10000
51.4% · confirmed · 51.4% 31
>>> [figure.surface for figure in checked.missed]
['200多个']

```

A claim is confirmed by a place and by the whole figure that stands there. The place is a quotation, a span (a hint:
the figure that it touches is read whole), the subject in the same sentence, or that the figure stands once in the
text. The whole figure is its number, unit and bound; a quotation of a part (4% of 51.4%) is another figure. A bare
number that stands more than once is *place not decided*. Columns: `surface`, or `value` with `unit` and `bound`, or
`before` and `after`; where given `document`, `start`, `end`, `subject`, `year`, `per`, `role`. What a row does not
claim is not judged: a row without a `year` says nothing of one. `checked.page()` is a report as one HTML page.

## Verdicts

| verdict | meaning |
|---|---|
"""
MEASURED = """
## Measured

Made by `tools/build_verification.py`. Every coded figure that the reader reads from its surface alone is claimed as
it is and with one error of each kind, at its span, and *without a place* by its value alone; so are *nowhere* and
*derivable*. Kinds that the five documents lack stand in sentences written for them. A number put at a wrong place may
by chance be like the figure that stands there; then it gets that name. Injected errors are simpler than a model's:
the rates are an upper bound.
"""


def page() -> str:
    """Return the whole page."""
    return HEAD + "\n".join([*_meanings(), MEASURED, *_table(counts(FOLDER))]) + "\n"


def _meanings() -> Iterator[str]:
    yield from (f"| {one.en} (`{one.value}`) | {one.definition} |" for one in zj.Standing)


def _table(found: dict[str, Counter[str]]) -> Iterator[str]:
    yield from ("| injected | n | named so | confirmed | what else it was called |", "|---|--:|--:|--:|---|")
    for kind in sorted(found, key=_place):
        verdicts, n = found[kind], sum(found[kind].values())
        meant = MEANT.get(kind.removesuffix(", without a place"), "confirmed")
        others = [
            f"{zj.Standing(name).en} {count}"
            for name, count in verdicts.most_common()
            if name not in {meant, "confirmed"}
        ]
        yield f"| {kind} | {n} | {_share(verdicts[meant], n)} | {_share(verdicts['confirmed'], n)} | {', '.join(others)} |"


def _place(kind: str) -> tuple[bool, int, str]:
    name = kind.removesuffix(", without a place")
    return not kind.startswith("clean"), list(MEANT).index(name) if name in MEANT else -1, kind


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.1%})"


def main(arguments: Sequence[str]) -> int:
    """Write the page, or compare it with ``--check``."""
    built = page()
    if "--check" in arguments:
        return 0 if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == built else 1
    TARGET.write_text(built, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
