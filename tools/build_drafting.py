"""Rebuild ``docs/drafting.md``: ``python tools/build_drafting.py [--check]``.

Needs the source documents (``ZJREFORM_SOURCES``) and the extra ``drafting``. Each document is drafted with all held out that only it has;
what is proposed is compared with what was coded.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

import zjreform as zj
from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.awards import award_lists
from zjreform.drafting.proposing.examples import Examples, window
from zjreform.drafting.proposing.names import Known
from zjreform.drafting.proposing.pairs import pairs_of
from zjreform.drafting.proposing.proposals import Proposal
from zjreform.drafting.proposing.subjects import Subjects
from zjreform.drafting.proposing.suggest import suggestions
from zjreform.drafting.proposing.zeros import with_zeros

sys.path.insert(0, str(Path(__file__).parent))
from held_out import FOLDER, HeldOut, held_out
from nested import threshold
from public_texts import public_tables

HOME = Path(__file__).parent.parent
TARGET = HOME / "docs" / "drafting.md"
CODED = (
    "position",
    "status",
    "aggregate",
    "accrual",
    "per",
    "base_status",
    "period",
    "composition",
    "voice",
    "quality",
    "family",
    "indicator",
    "about",
)
ROUNDS = {"jinrizhejiang-2020": "rib-2019", "zjol-2018": "mpro-2018", "solutions-2018": "pmi-4"}
VALUES = (
    *(("position", value, 0.7, 0.9) for value in ("before", "after", "change")),
    *(("status", value, 0.7, 0.9) for value in ("target", "limit", "plan")),
    *(("aggregate", value, 0.7, 0.85) for value in ("total", "mean", "each")),
    *(("accrual", value, 0.7, 0.85) for value in ("period", "cumulative")),
    ("indicator", "new", 0.8, 0.8),
)
"""Values with the share that is to be found and the precision that is to be reached."""


@frozen
class Tried:
    """One field of one figure: what is right, what was proposed, and what simpler ways give."""

    source: str
    field: str
    right: str | None
    proposal: Proposal | None
    commonest: str | None
    nearest: str | None


@define
class Tally:
    """Everything that was tried."""

    fields: list[Tried] = field(factory=list)
    spans: Counter[tuple[str, str]] = field(factory=Counter)
    pairs: Counter[tuple[str, str]] = field(factory=Counter)
    awards: Counter[tuple[str, str]] = field(factory=Counter)
    enough: dict[str, float] = field(factory=dict)


def measured(folder: Path = FOLDER, *, texts: bool = False) -> Tally:
    """Return what drafting each document with the others alone gives.

    Args:
        folder: Where the documents are.
        texts: Whether the texts of the other documents are at hand as examples.
    """
    tally = Tally()
    every = list(held_out(folder))
    for held in every:
        passage = with_zeros(Passage(held.source.id, held.text))
        examples = Examples(held.rest, held.others if texts else {})
        near = Examples(held.rest, held.others)
        subjects = Subjects(passage, Known.of(held.rest), source=f"sources:{held.source.id}")
        enough = tally.enough[held.source.id] = threshold(held, every, texts=texts)
        made = suggestions(passage, examples, subjects, kind=held.source.kind.value, enough=enough)
        by_span = {(one.figure.start, one.figure.end): one for one in made}
        common = _commonest(held)
        for mention in held.mentions:
            metric = held.whole.metrics[mention.of.partition(":")[2]]
            tally.spans[held.source.id, "n"] += 1
            found = by_span.get((mention.start, mention.end))
            if found is None:
                continue
            tally.spans[held.source.id, "span"] += 1
            tally.spans[held.source.id, "quantity"] += found.figure.quantity == metric.quantity
            right = _right(held, metric, mention)
            like = near.nearest(window(held.text, mention.start, mention.end), metric.quantity.dimension, 1)
            simple = (
                _values(held.rest, like[0].example.metric, like[0].example.voice)
                if like and like[0].example.metric
                else {}
            )
            for name in CODED:
                proposal = found.proposals.get(name)
                if name == "about" and proposal is not None:
                    proposal = _named_alike(held, proposal, str(right[name]))
                tally.fields.append(
                    Tried(held.source.id, name, right[name], proposal, common.get(name), simple.get(name))
                )
        _try_pairs(held, passage, tally)
        _try_parts(held, by_span, tally)
        _try_awards(held, tally)
    return tally


def _values(ds: zj.Dataset, metric: zj.Metric, voice: str) -> dict[str, str | None]:
    plain = {name: getattr(metric, name) for name in CODED if name not in {"voice", "quality", "family"}}
    plain |= {"voice": voice, "quality": metric.quality[0].value if metric.quality else None}
    if metric.indicator in ds.indicators:
        plain["family"] = ds.indicators[metric.indicator].family.value
    return {name: None if value is None else str(value) for name, value in plain.items()}


def _right(held: HeldOut, metric: zj.Metric, mention: zj.Mention) -> dict[str, str | None]:
    values = _values(held.whole, metric, mention.voice.value)
    if metric.indicator not in held.rest.indicators:
        values["indicator"] = "new"
    return values


def _commonest(held: HeldOut) -> dict[str, str | None]:
    counts: dict[str, Counter[str | None]] = defaultdict(Counter)
    for mention in held.rest.mentions:
        if mention.of.startswith("metrics:"):
            metric = held.rest.metrics[mention.of.partition(":")[2]]
            for name, value in _values(held.rest, metric, mention.voice.value).items():
                counts[name][value] += 1
    return {name: found.most_common(1)[0][0] for name, found in counts.items()}


def _named_alike(held: HeldOut, proposal: Proposal, right: str) -> Proposal:
    """Let a coined name stand for the held-out term or tier that is called so."""
    table, _, key = right.partition(":")
    if table != "terms" or key in held.rest.terms:
        return proposal
    term = held.whole.terms[key]
    names = {name.strip("“”") for name in (term.name_zh, term.name_hant, *term.aliases)}

    def same(value: str | None) -> str | None:
        return (
            right if value is not None and value.startswith("new:") and value.removeprefix("new:") in names else value
        )

    return Proposal(
        proposal.field,
        same(proposal.value),
        proposal.reason,
        proposal.confidence,
        tuple(str(same(one)) for one in proposal.others),
    )


def _try_pairs(held: HeldOut, passage: Passage, tally: Tally) -> None:
    """Compare pairings: found are those with the own past or the traditional mode, which words state; right is whatever was coded."""
    places: dict[str, set[int]] = defaultdict(set)
    for mention in held.mentions:
        places[mention.of.partition(":")[2]].add(mention.start)
    right = [
        pair
        for pair in held.whole.pairings
        if pair.comparator in {"own_past", "traditional_mode"} and all(key in places for key in _keys(pair))
    ]
    proposed = pairs_of(passage)
    matched = set()
    for pair in right:
        hit = next((n for n, one in enumerate(proposed) if _same_pair(pair, one, places)), None)
        tally.pairs[held.source.id, "found"] += hit is not None
        matched |= {hit}
    known = {start for starts in places.values() for start in starts}
    counted = [one for one in proposed if {one.before, one.after, one.reported} & known]
    coded = [pair for pair in held.whole.pairings if all(key in places for key in _keys(pair))]
    repeated = [one for one in counted if any(_same_pair(pair, one, places) for pair in coded)]
    tally.pairs[held.source.id, "right"] += len(right)
    tally.pairs[held.source.id, "proposed"] += len(counted)
    tally.pairs[held.source.id, "held"] += len(repeated)


def _try_parts(held: HeldOut, proposed: Mapping[tuple[int, int], Any], tally: Tally) -> None:
    """Compare parts: right is one whose kind and whole are both as coded."""
    places: dict[str, set[int]] = defaultdict(set)
    for mention in held.mentions:
        places[mention.of].add(mention.start)
    for mention in held.mentions:
        metric, one = held.whole.metrics[mention.of.partition(":")[2]], proposed.get((mention.start, mention.end))
        said = None if one is None else one.proposals.get("composition")
        kind = None if metric.composition is None else metric.composition.value
        right = said is not None and said.value == kind and one.whole in places[f"metrics:{metric.part_of}"]
        tally.pairs[held.source.id, "parts"] += kind is not None
        tally.pairs[held.source.id, "parts proposed"] += said is not None
        tally.pairs[held.source.id, "parts right"] += right


def _keys(pair: zj.Pairing) -> list[str]:
    return [key for key in (pair.before, pair.after, pair.reported) if key is not None]


def _same_pair(pair: zj.Pairing, one: Any, places: Mapping[str, set[int]]) -> bool:  # noqa: ANN401 (a proposed pair)
    sides = ((pair.before, one.before), (pair.after, one.after))
    held = [start in places[key] for key, start in sides if key is not None and start is not None]
    reported = pair.reported is not None and one.reported in places[pair.reported]
    if pair.before is None or pair.after is None:
        return reported or (bool(held) and all(held))
    return len(held) == len(sides) and all(held)


def _try_awards(held: HeldOut, tally: Tally) -> None:
    round_id = ROUNDS.get(held.source.id)
    if round_id is None:
        return
    ds = held.whole
    lists = award_lists(held.text)
    tiers = sorted((tier for tier in ds.tiers if tier.round == round_id), key=lambda tier: tier.rank)
    for place, tier in enumerate(tiers):
        listed = lists[place] if place < len(lists) else None
        same = listed is not None and (listed.name, listed.quota, listed.honours) == (
            tier.name_zh,
            tier.quota,
            tier.honours,
        )
        tally.awards[held.source.id, "tiers"] += 1
        tally.awards[held.source.id, "tiers right"] += same
        got = {one.position: one for one in listed.awards} if listed is not None else {}
        for award in (one for one in ds.awards if one.tier == tier.id):
            bodies = sorted((one for one in ds.applicants if one.award == award.id), key=lambda one: one.order)
            mine = got.get(award.position)
            tally.awards[held.source.id, "awards"] += 1
            tally.awards[held.source.id, "awards right"] += mine is not None and mine.title == award.title_zh
            names = tuple((one.as_listed, one.heading, one.role.value) for one in bodies)
            tally.awards[held.source.id, "bodies"] += len(names)
            exact = mine is not None and tuple((name, mine.heading, mine.role) for name in mine.bodies) == names
            tally.awards[held.source.id, "bodies right"] += len(names) if exact else 0


def page(folder: Path = FOLDER) -> str:
    """Return the whole page."""
    plain, rich = measured(folder), measured(folder, texts=True)
    head = (HOME / "tools" / "drafting_head.md").read_text(encoding="utf-8")
    lines = [
        *_spans(plain),
        *_fields(plain, rich),
        *_documents(plain),
        *_wanted(plain, rich),
        *_steps(plain),
        *_lists(plain),
        *public_tables(),
    ]
    return head + "\n".join(lines) + "\n"


def _spans(tally: Tally) -> Iterator[str]:
    yield from (
        "",
        "### Spans and quantities",
        "",
        "| document | figures | span exact | quantity as coded |",
        "|---|--:|--:|--:|",
    )
    for source in _sources(tally):
        n, span, same = (tally.spans[source, name] for name in ("n", "span", "quantity"))
        yield f"| {source} | {n} | {_share(span, n)} | {_share(same, n)} |"
    n, span, same = (sum(tally.spans[source, name] for source in _sources(tally)) for name in ("n", "span", "quantity"))
    yield f"| all | {n} | {_share(span, n)} | {_share(same, n)} |"


def _fields(plain: Tally, rich: Tally) -> Iterator[str]:
    yield from ("", "### Each field", "")
    yield "*Commonest* is the most frequent value of the other documents, *nearest* that of the coded figure most alike."
    yield from (
        "",
        "| field | n | proposed first | with the texts of the others | commonest | nearest | in three | in five |",
        "|---|" + "--:|" * 7,
    )
    for name in CODED:
        rows, others = _of(plain, name), _of(rich, name)
        n = len(rows)
        hits, more = sum(map(_hit, rows)), sum(map(_hit, others))
        common, near = sum(one.commonest == one.right for one in rows), sum(one.nearest == one.right for one in rows)
        shown = " | ".join(
            _share(part, n)
            for part in (hits, more, common, near, *(sum(_within(one, most) for one in rows) for most in (3, 5)))
        )
        yield f"| {name} | {n} | {shown} |"


def _documents(tally: Tally) -> Iterator[str]:
    sources = _sources(tally)
    yield from (
        "",
        "### Each document",
        "",
        "Share of fields proposed rightly; mean and worst of five documents, no pooled interval.",
        "",
    )
    yield "| field | " + " | ".join(sources) + " | mean | worst |"
    yield "|---|" + "--:|" * (len(sources) + 2)
    for name in CODED:
        shares = []
        for source in sources:
            rows = [one for one in _of(tally, name) if one.source == source]
            shares.append((sum(map(_hit, rows)), len(rows)))
        rates = [part / whole for part, whole in shares]
        shown = " | ".join(f"{part}/{whole}" for part, whole in shares)
        yield f"| {name} | {shown} | {sum(rates) / len(rates):.1%} | {min(rates):.1%} |"


def _wanted(plain: Tally, rich: Tally) -> Iterator[str]:
    yield from ("", "### Against the targets", "")
    yield "What misses its target is marked. The second pair of columns has the texts of the other documents as examples."
    yield from (
        "",
        "| what | found | precision | found, texts | precision, texts | target | met |",
        "|---|--:|--:|--:|--:|---|---|",
    )
    for name, value, share, precision in VALUES:
        one, other = _found(plain, name, value), _found(rich, name, value)
        met = one[0] >= share * one[1] and one[0] >= precision * one[2]
        shown = " | ".join(f"{part[0]} of {part[1]} | {part[0]} of {part[2]}" for part in (one, other))
        yield f"| {name} {value} | {shown} | {share:.0%} at {precision:.0%} | {_met(met)} |"
    yield from ("", "| what | n | share | target | met |", "|---|--:|--:|---|---|")
    yield from _plain_targets(plain)
    chosen = ", ".join(f"{source} {step:.2f}" for source, step in plain.enough.items())
    parts = {
        name: sum(plain.pairs[source, name] for source in _sources(plain))
        for name in ("parts", "parts right", "parts proposed")
    }
    yield from (
        "",
        f"Parts with their whole (`composition` and `part_of` both right; no target): found {_share(parts['parts right'], parts['parts'])}",
        f"of {parts['parts']} coded, right {_share(parts['parts right'], parts['parts proposed'])} of {parts['parts proposed']} proposed.",
    )
    yield from ("", f"Thresholds for *new*, each chosen on the other four documents: {chosen}.")


def _plain_targets(tally: Tally) -> Iterator[str]:
    spans = {name: sum(tally.spans[source, name] for source in _sources(tally)) for name in ("n", "span", "quantity")}
    families, about = _of(tally, "family"), _of(tally, "about")
    dated = [one for one in _of(tally, "period") if one.right is not None and one.proposal is not None]
    pairs = {
        name: sum(tally.pairs[source, name] for source in _sources(tally))
        for name in ("found", "right", "proposed", "held")
    }
    awards = {
        name: sum(tally.awards[source, name] for source in ROUNDS)
        for name in ("tiers", "tiers right", "awards", "awards right", "bodies", "bodies right")
    }
    for what, part, whole, target in (
        ("spans", spans["span"], spans["n"], 0.98),
        ("quantities", spans["quantity"], spans["n"], 0.98),
        ("family first", sum(map(_hit, families)), len(families), 0.6),
        ("family in three", sum(_within(one, 3) for one in families), len(families), 0.8),
        ("about in five", sum(_within(one, 5) for one in about), len(about), 0.7),
        ("pairings found", pairs["found"], pairs["right"], 0.8),
        ("pairings right among the proposed", pairs["held"], pairs["proposed"], 0.95),
        ("period, where the sentence has a date and a period is coded", sum(map(_hit, dated)), len(dated), 0.8),
        ("tiers of the three lists", awards["tiers right"], awards["tiers"], 1.0),
        ("positions and titles", awards["awards right"], awards["awards"], 1.0),
        ("applicants with heading and role", awards["bodies right"], awards["bodies"], 1.0),
    ):
        yield f"| {what} | {whole} | {_share(part, whole)} | {target:.0%} | {_met(part >= target * whole)} |"


def _steps(tally: Tally) -> Iterator[str]:
    yield from ("", "### Steps of confidence", "", "Hit rate of each step on documents that it had not seen.", "")
    yield from ("| field | high | middle | low |", "|---|--:|--:|--:|")
    for name in CODED:
        cells = []
        for step in zj.Confidence:
            rows = [one for one in _of(tally, name) if one.proposal is not None and one.proposal.confidence is step]
            cells.append(_share(sum(map(_hit, rows)), len(rows)) + f" of {len(rows)}" if rows else "–")
        yield f"| {name} | {' | '.join(cells)} |"


def _lists(tally: Tally) -> Iterator[str]:
    yield from (
        "",
        "### Award lists",
        "",
        "| document | tiers | positions and titles | applicants |",
        "|---|--:|--:|--:|",
    )
    for source in ROUNDS:
        cells = (
            f"{tally.awards[source, f'{name} right']} of {tally.awards[source, name]}"
            for name in ("tiers", "awards", "bodies")
        )
        yield f"| {source} | {' | '.join(cells)} |"


def _of(tally: Tally, name: str) -> list[Tried]:
    return [one for one in tally.fields if one.field == name]


def _hit(one: Tried) -> bool:
    return (None if one.proposal is None else one.proposal.value) == one.right


def _within(one: Tried, most: int) -> bool:
    return _hit(one) if one.proposal is None else one.right in (one.proposal.value, *one.proposal.others[: most - 1])


def _found(tally: Tally, name: str, value: str) -> tuple[int, int, int]:
    rows = _of(tally, name)
    right = [one for one in rows if one.right == value]
    proposed = [one for one in rows if one.proposal is not None and one.proposal.value == value]
    return sum(map(_hit, right)), len(right), len(proposed)


def _sources(tally: Tally) -> list[str]:
    return list(dict.fromkeys(source for source, _ in tally.spans))


def _met(met: bool) -> str:  # noqa: FBT001 (one fact)
    return "yes" if met else "**no**"


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.1%})" if whole else "–"


def main(arguments: Sequence[str]) -> int:
    """Write the page, or compare it with ``--check``."""
    built = page()
    if "--check" in arguments:
        return 0 if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == built else 1
    TARGET.write_text(built, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
