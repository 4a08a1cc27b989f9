"""Rebuild ``docs/agreement.md`` from the codings of the bundled data: ``python tools/build_agreement.py [--check]``.

With ``--check`` nothing is written; the exit code is 1 if the page is not what the codings give.
Nominal fields: raw agreement and Krippendorff's alpha; sets: alpha with the MASI distance; intervals by resampling units with a
fixed seed, Gwet's AC1 beside alpha. Spans: F1 and Krippendorff's unitising alpha. Values: exact match. Nothing here is tuned to:
the codings are those made before settlement.
"""

import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from textwrap import fill

import zjreform as zj
from zjreform.drafting.agreeing.measures import REPLICATES, Distance, ac1, alpha, interval, masi, nominal
from zjreform.drafting.agreeing.unitising import Span, unitising_alpha

TARGET = Path(__file__).parent.parent / "docs" / "agreement.md"
CODERS = ("coder-1", "coder-2")
NOMINAL = (
    "about",
    "case",
    "indicator",
    "position",
    "status",
    "aggregate",
    "accrual",
    "base_status",
    "composition",
    "qualifier",
    "voice",
    "damage",
)
EXACT = ("value", "upper", "bound", "unit", "period", "part_of")
FEW = 9
"""Up to so many classes a field shows the prevalence of each."""

EMPTY = "–"

ORIGIN = """
Generated from `codings.csv` by `tools/build_agreement.py`. There are two independent codings, made blind from the written rules:
[coding.md](coding.md) for the figures, [coding-cases.md](coding-cases.md) for the cases. What is compared is what each coder wrote
before any difference was settled. Both worked from the same written rules, and those for the figures decide many hard places by
example. The numbers therefore say how far the rules determine the codes; they do not say how far two readers without these rules
would agree.
"""
ALPHA = """
Alpha is Krippendorff's: 1 is full agreement, 0 is what chance gives. It depends on prevalence: where nearly all units share one
value, one difference weighs much; where all values are equal it is undefined, and not 1. Gwet's AC1 stands beside it: it takes
chance from the prevalence of the values, and stays near the raw agreement where one value prevails. Intervals are 95 % percentile
intervals of {} resamples of the units; where nothing differs they have no width, which is a property of resampling and not
certainty.
"""
SPANS = """
A unit is a span that a coder marked: a figure, or a numeral that is none. F1 is twice the spans that both have over the sum of their
spans; *exact* asks for the same begin and end, *overlapping* for one character in common. The unitising alpha (Krippendorff 1995 and
2004, over the five documents laid end to end, {} code points) asks whether both cut the same units of the same kind out of the text,
and weighs differences by length. Both coders had the list of all runs of numerals and coded every one: existence is easier here than
in free annotation, and what is measured is where a unit begins and ends and what it is.
"""
FIELDS = """
Compared are the {} mentions of figures of which both coders have exactly the settled span. A claim that is repeated counts once for
each mention. A field left empty is a value of its own. The list of indicators was drawn up for these documents, and {} of the {} used
fit one mention only: agreement on the indicator says more about the list than about the coders. Voice follows from the place in the
document, damage from the copy.
"""
SETTLEMENT = """
Every difference was settled against the text by the written rules, not by majority; where a rule was found unclear it was made
clearer. The settled values are those of the tables. Both codings stay in `codings.csv`: the spans under their document, the fields
under the mention. A field that both left empty has no row, and `part_of` names the settled metric. Eight figures are settled as being
about a term that entered the vocabulary after the coding: a catalogue or list by the items it holds, a framework by its parts, the
call-back checks, the evaluation that goes on without a break. No coder could have named it; the rule for *about* is the one that both had.
"""

Pair = tuple[Hashable, Hashable]
Fields = Mapping[str, str | None]
Coded = Mapping[tuple[str, str], Fields]
"""Values by field, for each record coded and each coder."""


def row(name: str, pairs: Sequence[Pair], distance: Distance = nominal) -> str:
    """Return a line of a table: n, raw agreement, alpha and its interval, AC1."""
    same = sum(a == b for a, b in pairs)
    found, ends, chance_free = alpha(pairs, distance), interval([[pair] for pair in pairs], distance), ac1(pairs)
    shown = "undefined" if found is None or ends is None else f"{ends[0]:.3f} to {ends[1]:.3f}"
    return (
        f"| {name} | {len(pairs)} | {_share(same, len(pairs))} | {_number(found)} | {shown} | {_number(chance_free)} |"
    )


def page() -> str:
    """Return the whole page."""
    ds = zj.load()
    coded: dict[tuple[str, str], dict[str, str | None]] = {}
    spans: dict[str, list[tuple[str, str]]] = {coder: [] for coder in CODERS}
    for coding in ds.codings:
        if coding.field == "span":
            spans[coding.coder].append((coding.of.removeprefix("sources:"), str(coding.value)))
        else:
            coded.setdefault((coding.of, coding.coder), {})[coding.field] = coding.value
    lines = [
        *_head(),
        *_cases(ds, coded),
        *_spans(ds, spans),
        *_figures(ds, coded),
        "",
        "## Settlement",
        "",
        _wrapped(SETTLEMENT),
    ]
    return "\n".join(lines) + "\n"


def _head() -> Iterator[str]:
    yield from ("# Agreement of the two codings", "", _wrapped(ORIGIN), "", _wrapped(ALPHA.format(REPLICATES)))


def _cases(ds: zj.Dataset, coded: Coded) -> Iterator[str]:
    groups = {
        "All cases": list(ds.cases),
        "Described or commented": [case for case in ds.cases if case.coverage != "title_only"],
        "Known by title only": [case for case in ds.cases if case.coverage == "title_only"],
    }
    yield from ("", "## Cases")
    for name, cases in groups.items():
        yield from ("", f"### {name}", "", *_header("field"))
        units = [[coded[f"cases:{case.id}", coder] for coder in CODERS] for case in cases]
        yield row("first domain", [(a["domain"], b["domain"]) for a, b in units])
        yield row("all domains (sets, MASI)", [(_domains(a), _domains(b)) for a, b in units], masi)
        for field in ("cofog", "level"):
            yield row(field, [(a[field], b[field]) for a, b in units])
    pairs = {
        field: [
            (a[field] or EMPTY, b[field] or EMPTY)
            for a, b in ([coded[f"cases:{case.id}", coder] for coder in CODERS] for case in ds.cases)
        ]
        for field in ("domain", "cofog", "level")
    }
    yield from ("", "### Prevalence", "", *_prevalence(pairs, len(ds.cases)))


def _domains(fields: Fields) -> frozenset[str]:
    return frozenset(filter(None, (fields["domain"], *(fields["other_domains"] or "").split(";"))))


def _spans(ds: zj.Dataset, spans: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[str]:
    starts, at = {}, 0
    for source in ds.sources:
        starts[source.id] = at
        at += source.characters
    cut = [_units(spans[coder], starts) for coder in CODERS]
    kinds = sorted({kind for coder in cut for kind in coder.values()})
    one, two = cut
    yield from ("", "## Figures: existence, span and kind", "", _wrapped(SPANS.format(at)))
    yield from (
        "",
        "| kind | coder 1 | coder 2 | F1 exact | F1 overlapping | unitising alpha |",
        "|---|--:|--:|--:|--:|--:|",
    )
    for name, kept in [("all, kind ignored", None), *((kind, kind) for kind in kinds)]:
        parts = [[span for span, kind in coder.items() if kept in {None, kind}] for coder in cut]
        laid = [_by_kind(coder, kept) for coder in cut]
        yield (
            f"| {name} | {len(parts[0])} | {len(parts[1])} | {_number(_f1_exact(*parts))} | {_number(_f1_overlap(*parts))} "
            f"| {_number(unitising_alpha(laid, at))} |"
        )
    together = _number(unitising_alpha([_by_kind(coder, *kinds) for coder in cut], at))
    yield from ("", f"All kinds together, kinds kept apart: unitising alpha {together}.")
    both = [(kind, two[span]) for span, kind in one.items() if span in two]
    yield from ("", *_header("field"), row("kind of a span that both have", both))
    yield from ("", *_prevalence({"kind": both}, len(both)))


def _units(spans: Iterable[tuple[str, str]], starts: Mapping[str, int]) -> dict[Span, str]:
    found = {}
    for source, value in spans:
        ends, _, kind = value.partition(":")
        begin, end = map(int, ends.split("-"))
        found[starts[source] + begin, starts[source] + end] = kind
    return dict(sorted(found.items()))


def _by_kind(coder: Mapping[Span, str], *kinds: str | None) -> dict[str, list[Span]]:
    laid: dict[str, list[Span]] = {}
    for span, kind in coder.items():
        if None in kinds or kind in kinds:
            laid.setdefault("any" if None in kinds else kind, []).append(span)
    return laid


def _f1_exact(one: Sequence[Span], two: Sequence[Span]) -> float:
    return 2 * len(set(one) & set(two)) / (len(one) + len(two))


def _f1_overlap(one: Sequence[Span], two: Sequence[Span]) -> float:
    met = sum(_meets(span, two) for span in one) + sum(_meets(span, one) for span in two)
    return met / (len(one) + len(two))


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(begin < span[1] and span[0] < end for begin, end in others)


def _figures(ds: zj.Dataset, coded: Coded) -> Iterator[str]:
    mentions = [mention for mention in ds.mentions if (f"mentions:{mention.id}", CODERS[0]) in coded]
    units = [
        (coded[f"mentions:{mention.id}", CODERS[0]], coded[f"mentions:{mention.id}", CODERS[1]])
        for mention in mentions
        if (f"mentions:{mention.id}", CODERS[1]) in coded
    ]
    pairs = {field: [(a.get(field) or EMPTY, b.get(field) or EMPTY) for a, b in units] for field in (*NOMINAL, *EXACT)}
    once, used = _indicators(pairs["indicator"])
    yield from ("", "## Figures: fields", "", _wrapped(FIELDS.format(len(units), once, used)))
    yield from ("", *_header("field"), *(row(field, pairs[field]) for field in NOMINAL))
    yield from ("", "Values, by exact match:", "", "| field | n | with a value | same |", "|---|--:|--:|--:|")
    for field in EXACT:
        held = [pair for pair in pairs[field] if pair != (EMPTY, EMPTY)]
        same = sum(a == b for a, b in held)
        yield f"| {field} | {len(units)} | {len(held)} | {_share(same, len(held))} |"
    yield from ("", "### Prevalence", "", *_prevalence({field: pairs[field] for field in NOMINAL}, len(units)))


def _indicators(pairs: Sequence[Pair]) -> tuple[int, int]:
    """How many indicators the first coder uses for one mention only, and how many in all."""
    uses = Counter(first for first, _ in pairs)
    return sum(times == 1 for times in uses.values()), len(uses)


def _prevalence(pairs: Mapping[str, Sequence[Pair]], n: int) -> Iterator[str]:
    yield f"Uses of each value by coder 1 / coder 2, of {n}; of a long list only the most frequent."
    yield from ("", "| field | values | uses |", "|---|--:|---|")
    for field, held in pairs.items():
        first, second = Counter(a for a, _ in held), Counter(b for _, b in held)
        values = sorted(first | second, key=lambda value: (-first[value] - second[value], str(value)))
        uses = " · ".join(f"{value} {first[value]} / {second[value]}" for value in values[:FEW])
        yield f"| {field} | {len(values)} | {uses}{' · …' if len(values) > FEW else ''} |"


def _wrapped(text: str) -> str:
    return fill(" ".join(text.split()), 120, break_on_hyphens=False, break_long_words=False)


def _header(first: str) -> tuple[str, str]:
    return (f"| {first} | n | same | alpha | 95 % interval | AC1 |", "|---|--:|--:|--:|--:|--:|")


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.1%})" if whole else EMPTY


def _number(value: Fraction | float | None) -> str:
    return "undefined" if value is None else f"{float(value):.3f}"


def main(arguments: Sequence[str]) -> int:
    """Write the page, or compare it with ``--check``."""
    built = page()
    if "--check" in arguments:
        return 0 if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == built else 1
    TARGET.write_text(built, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
