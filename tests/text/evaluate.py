"""Scores of ``figures`` and ``changes`` against annotated sentences, per style and overall.

Run ``python -m tests.text.evaluate dev readers locked sources``; add ``--errors`` for what went wrong in all but the locked half.
That half is for reporting alone: no rule is tuned to it, so its errors are never shown. ``sources`` compares with the coded figures of
the dataset and needs the source documents.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.sources import source_text

import zjreform as zj

GOLD = Path(__file__).parent / "gold"
MEASURES = ("recall", "precision", "span", "value", "bound", "unit", "kind", "changes")
Counts = dict[str, list[int]]


def rows(name: str) -> list[dict[str, Any]]:
    """Return the annotated sentences of one half."""
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def coded() -> list[dict[str, Any]]:
    """Return the source documents with their coded numerals, in the shape of the annotated sentences."""
    data = zj.load()
    documents = []
    for source in data.sources:
        spans: dict[tuple[int, int], dict[str, Any]] = {}
        for mention in data.mentions:
            if mention.source == source.id and mention.of.startswith(("metrics:", "non_figures:")):
                row = _coded_row(data, mention)
                kept = spans.setdefault((mention.start, mention.end), row)
                kept.setdefault("readings", []).append(row)
        rows_of = sorted(spans.values(), key=lambda row: row["start"])
        documents.append(
            {"id": source.id, "style": source.id, "text": source_text(source.id), "figures": rows_of, "changes": None}
        )
    return documents


def _coded_row(data: zj.Dataset, mention: zj.Mention) -> dict[str, Any]:
    table, _, key = mention.of.partition(":")
    row: dict[str, Any] = {"start": mention.start, "end": mention.end, "surface": mention.surface, "edtf": None}
    if table == "non_figures":
        return row | {"kind": str(data.non_figures[key].kind)}
    quantity = data.metrics[key].quantity
    return row | {
        "kind": "quantity",
        "value": str(Fraction(quantity.value)),
        "upper": None if quantity.upper is None else str(Fraction(quantity.upper)),
        "unit": quantity.unit.code,
        "dimension": str(quantity.dimension),
        "bound": str(quantity.bound),
    }


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many characters two spans share."""
    return min(one[1], other[1]) - max(one[0], other[0])


def paired(gold: list[dict[str, Any]], found: list[zj.Figure]) -> list[tuple[dict[str, Any], zj.Figure]]:
    """Return annotated and found quantities that overlap, each used once, the longest overlap first."""
    pairs = [
        (overlap((row["start"], row["end"]), (figure.start, figure.end)), at, here)
        for at, row in enumerate(gold)
        for here, figure in enumerate(found)
    ]
    used: set[tuple[str, int]] = set()
    chosen = []
    for shared, at, here in sorted(pairs, reverse=True):
        if shared > 0 and not {("gold", at), ("found", here)} & used:
            used |= {("gold", at), ("found", here)}
            chosen.append((gold[at], found[here]))
    return chosen


def number_agrees(row: Mapping[str, Any], quantity: zj.Quantity) -> bool:
    """Return whether a quantity states the annotated numbers."""
    upper = None if quantity.upper is None else Fraction(quantity.upper)
    return Fraction(row["value"]) == quantity.value and (Fraction(row["upper"]) if row["upper"] else None) == upper


def unit_agrees(row: Mapping[str, Any], quantity: zj.Quantity) -> bool:
    """Return whether the unit is the annotated one."""
    return (row["unit"] or "") == quantity.unit.code and row["dimension"] == quantity.dimension


def roles(row: Mapping[str, Any], change: Mapping[str, Any]) -> tuple[tuple[int, int] | None, ...]:
    """Return the spans of the figures before, after and stated, of an annotated change."""
    figures = row["figures"]
    return tuple(
        None if change[key] is None else (figures[change[key]]["start"], figures[change[key]]["end"])
        for key in ("before", "after", "by")
    )


def found_roles(figures: list[zj.Figure], stated: zj.StatedChange) -> tuple[tuple[int, int] | None, ...]:
    """Return the same of a change that was found; a stated level is where it leads."""
    inside = [figure for figure in figures if stated.start <= figure.start and figure.end <= stated.end]
    change = stated.change
    by, after = change.stated, change.after
    if change.sense is not None and change.sense.value == "level":
        by, after = None, by

    def span(quantity: zj.Quantity | None) -> tuple[int, int] | None:
        for figure in inside:
            if quantity is not None and figure.quantity is not None and figure.quantity.exact_eq(quantity):
                return figure.start, figure.end
        return None

    return span(change.before), span(after), span(by)


def same_roles(one: Iterable[tuple[int, int] | None], other: Iterable[tuple[int, int] | None]) -> bool:
    """Return whether two changes join the same figures in the same roles."""
    return all(
        (a is None) == (b is None) and (a is None or b is None or overlap(a, b) > 0)
        for a, b in zip(one, other, strict=True)
    )


def mistakes(row: dict[str, Any], counts: Counts) -> Iterator[str]:
    """Count one sentence and describe each mistake."""
    everything = list(zj.figures(row["text"], kinds=list(zj.Kind)))
    found = [figure for figure in everything if figure.kind is zj.Kind.QUANTITY]
    gold = [figure for figure in row["figures"] if figure["kind"] == "quantity"]
    pairs = paired(gold, found)
    matched = [at for at, _ in pairs]
    counts["recall"] = [counts["recall"][0] + len(pairs), counts["recall"][1] + len(gold)]
    counts["precision"] = [counts["precision"][0] + len(pairs), counts["precision"][1] + len(found)]
    yield from (f"missed {at['surface']!r}" for at in gold if at not in matched)
    hit = [figure for _, figure in pairs]
    yield from (f"wrongly found {figure.surface!r} {figure.quantity!r}" for figure in found if figure not in hit)
    for at, figure in pairs:
        quantity = figure.quantity
        assert quantity is not None
        checks = {
            "span": (at["start"], at["end"]) == (figure.start, figure.end),
            "value": number_agrees(at, quantity),
            "bound": at["bound"] == quantity.bound,
            "unit": unit_agrees(at, quantity),
        }
        for name, right in checks.items():
            counts[name] = [counts[name][0] + right, counts[name][1] + 1]
            if not right:
                stated = [at[key] for key in ("value", "upper", "unit", "bound")]
                yield f"{name} of {at['surface']!r}: {figure.surface!r} {quantity!r}, not {stated}"
    yield from kind_mistakes(row, everything, counts)
    if row["changes"] is not None:
        yield from change_mistakes(row, found, counts)


def kind_mistakes(row: dict[str, Any], everything: list[zj.Figure], counts: Counts) -> Iterator[str]:
    """Count the kinds of all annotated numerals, and the EDTF and ordinal number where one is annotated."""
    for at in row["figures"]:
        best = max(
            everything, key=lambda figure: overlap((at["start"], at["end"]), (figure.start, figure.end)), default=None
        )
        hit = best is not None and overlap((at["start"], at["end"]), (best.start, best.end)) > 0
        right = best is not None and hit and best.kind == at["kind"]
        right = right and (at["edtf"] is None or (best is not None and best.edtf == at["edtf"]))
        counts["kind"] = [counts["kind"][0] + right, counts["kind"][1] + 1]
        if not right and at["kind"] != "quantity":
            instead = (best.kind.value, best.surface, best.edtf) if hit and best else None
            yield f"kind of {at['surface']!r}: {at['kind']} {at['edtf']}, not {instead}"


def change_mistakes(row: dict[str, Any], found: list[zj.Figure], counts: Counts) -> Iterator[str]:
    """Count the changes: right are those that join the annotated figures in the annotated roles."""
    stated = list(zj.changes(row["text"]))
    gold = [roles(row, change) for change in row["changes"]]
    open_ = list(gold)
    right = 0
    for one in stated:
        here = found_roles(found, one)
        match = next((each for each in open_ if same_roles(each, here)), None)
        if match is None:
            yield f"wrongly stated {row['text'][one.start : one.end]!r}"
        else:
            open_.remove(match)
            right += 1
    yield from (f"no change {[row['text'][slice(*span)] if span else None for span in each]}" for each in open_)
    counts["changes"] = [counts["changes"][0] + 2 * right, counts["changes"][1] + len(gold) + len(stated)]


def evaluate(sentences: Iterable[dict[str, Any]], *, show: bool = False) -> dict[str, Counts]:
    """Return, by style and overall, for each measure how many were right of how many."""
    scores: dict[str, Counts] = defaultdict(lambda: {measure: [0, 0] for measure in MEASURES})
    for row in sentences:
        counts: Counts = {measure: [0, 0] for measure in MEASURES}
        for mistake in mistakes(row, counts):
            if show:
                sys.stdout.write(f"{row['id']}: {mistake}\n    {row['text'][:160]!r}\n")
        for style in (row["style"], "overall"):
            for measure, (right, total) in counts.items():
                scores[style][measure][0] += right
                scores[style][measure][1] += total
    return dict(scores)


def share(counts: list[int]) -> float:
    """Return right ÷ total, 1 where there was nothing to do."""
    return counts[0] / counts[1] if counts[1] else 1.0


def table(scores: Mapping[str, Counts]) -> str:
    """Return the scores as a table in percent."""
    lines = [f"{'style':22}" + "".join(f"{measure:>11}" for measure in MEASURES)]
    for style, counts in sorted(scores.items(), key=lambda pair: (pair[0] == "overall", pair[0])):
        lines.append(f"{style:22}" + "".join(f"{100 * share(counts[measure]):11.1f}" for measure in MEASURES))
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Print the scores of the halves named."""
    for name in arguments:
        if not name.startswith("-"):
            sentences = coded() if name == "sources" else rows(name)
            scores = evaluate(sentences, show="--errors" in arguments and name != "locked")
            sys.stdout.write(f"{name}\n{table(scores)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
