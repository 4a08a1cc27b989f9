"""The report on extracted numbers as one HTML page that needs nothing beside it."""

from collections.abc import Iterable, Mapping

from zjreform.drafting.verifying.results import MissedFigure, VerifiedRow
from zjreform.drafting.verifying.standing import Standing
from zjreform.html import element, table, text

_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 2rem; width: 100% }
caption { font-weight: 600; padding: .4rem 0; text-align: left }
th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top }
td:nth-child(5), td:nth-child(6) { font-variant-numeric: tabular-nums }
.confirmed { color: #1a7f37 } .wrong { color: #b42318; font-weight: 600 } .open { color: #9a6700; font-weight: 600 }
@media (prefers-color-scheme: dark) { .confirmed { color: #57c878 } .wrong { color: #ff8a80 } .open { color: #e6b450 } }
"""
_OPEN = frozenset({Standing.UNDECIDED, Standing.DERIVABLE, Standing.ROUNDED, Standing.UNREAD})


def verification_page(
    title: str, counts: Mapping[Standing, int], rows: Iterable[VerifiedRow], missing: Iterable[MissedFigure]
) -> str:
    """Return the page: counts, every claim with its verdict, and the figures that nobody extracted.

    Example:
        >>> verification_page("nothing claimed", {}, [], []).startswith("<!doctype html>")
        True
    """
    counted = [[_marked(one), text(str(count)), text(one.definition)] for one, count in counts.items()]
    names = ("row", "document", "claimed", "found", "start", "end", "status", "factor")
    claims = [
        [_marked(row.status) if name == "status" else text(_shown(getattr(row, name))) for name in names]
        for row in rows
    ]
    missed = [[text(_shown(value)) for value in one.flat().values()] for one in missing]
    body = [
        element("h1", text("Extracted numbers against their texts")),
        element("p", text(title)),
        table([text(name) for name in ("verdict", "claims", "meaning")], counted, "Verdicts"),
        table([text(name) for name in names], claims, "Claims"),
        table(
            [text(name) for name in ("document", "start", "end", "surface", "quantity")],
            missed,
            "Figures not extracted",
        ),
    ]
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>zjreform verify</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>{"".join(body)}</body></html>\n'


def _marked(standing: Standing) -> str:
    mark = "confirmed" if standing is Standing.CONFIRMED else "open" if standing in _OPEN else "wrong"
    return element("span", text(standing.en), class_=mark)


def _shown(value: object) -> str:
    return "" if value is None else str(value)
