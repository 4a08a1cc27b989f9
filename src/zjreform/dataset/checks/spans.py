"""Spans: within their document, one numeral in one of them, and all of them telling the same characters.

A document is known by its hash. Where the bundled data know it too, their spans say which characters stand in it, so that a span that has
slipped is seen without the text.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from zjreform.dataset.bundled import bundled
from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem

_NUMERALS = ("metrics:", "non_figures:")
_TITLES = {"case_titles": "title_zh", "applicants": "as_listed", "awards": "title_zh"}
"""Records whose mention holds the characters that one of their fields states."""

_REMEDY = "count start and end anew, or correct source and surface"


def ends(view: View) -> Iterator[Problem]:
    """Yield spans that reach beyond their document."""
    lengths = {key: view.value("sources", key, "characters") for key in set(view.column("mentions", "source"))}
    for key, end, line in view.rows("mentions", "source", "end"):
        length = lengths[key]
        if length is not None and end > length:
            yield problem("mentions", line, "end", end, f"an end within the {length} characters of {key}", _REMEDY)


def overlaps(view: View) -> Iterator[Problem]:
    """Yield numerals whose span cuts into that of another, or is a figure and none at once."""
    found: dict[str, list[tuple[int, int, str, int]]] = {}
    for of, source, start, end, line in view.rows("mentions", "of", "source", "start", "end"):
        if of.startswith(_NUMERALS):
            found.setdefault(source, []).append((start, end, of, line))
    for spans in found.values():
        last = (0, 0, "")
        for start, end, of, line in sorted(spans):
            same = (start, end) == last[:2]
            if start < last[1] and (not same or "non_figures:" in of + last[2]):
                shown, expected = f"{start}-{end}", f"a numeral that lies outside {last[0]}-{last[1]} of {last[2]}"
                yield problem("mentions", line, "start", shown, expected, _REMEDY)
            if end > last[1] or same:
                last = (start, end, of)


def characters(view: View) -> Iterator[Problem]:
    """Yield spans that tell other characters of a document than the bundled data or earlier rows do."""
    known: dict[str, dict[int, str]] = {}
    shared = _told_twice(view)
    names = ("source", "start", "end", "surface", "damage")
    for key, start, end, surface, damage, line in view.rows("mentions", *names) if shared else ():
        sha256 = view.value("sources", key, "sha256")
        if surface is None or damage is not None or sha256 not in shared:
            continue
        told = known.setdefault(sha256, {})
        if not told:
            told.update(_characters().get(sha256, {}))
        span = range(start, end)
        if any(told.get(place, sign) != sign for place, sign in zip(span, surface, strict=False)):
            expected = "".join(told.get(place, "…") for place in span)
            yield problem("mentions", line, "surface", surface, f"{expected!r} at {start} of {key}", _REMEDY)
        else:
            told.update(zip(span, surface, strict=False))


def _told_twice(view: View) -> Collection[str]:
    """Return the hashes of the documents of which some character is told twice: by two spans, or by one and the bundled data."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for key, start, end, _ in view.rows("mentions", "source", "start", "end"):
        spans.setdefault(key, []).append((start, end))
    merged: dict[str, list[tuple[int, int]]] = {}
    for key, own in spans.items():
        sha256 = view.value("sources", key, "sha256")
        if sha256 is not None:
            merged.setdefault(sha256, []).extend(own)
    return {key for key, own in merged.items() if key in _characters() or _overlap(sorted(own))}


def _overlap(spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether two of the spans, which are sorted, share a place."""
    return any(end > start for (_, end), (start, _) in pairwise(spans))


def surroundings(view: View) -> Iterator[Problem]:
    """Yield spans with characters and surroundings that the bundled data know from another place of their documents."""
    for key, at, surface, context, line in view.rows("mentions", "source", "start", "surface", "context"):
        if context is None or (sha256 := view.value("sources", key, "sha256")) not in _characters():
            continue
        places = _surroundings().get((surface, context))
        if places and (sha256, at) not in places:
            start = min(start for _, start in places)
            yield problem("mentions", line, "start", at, f"a span at {start}, where these surroundings are", _REMEDY)


def contents(view: View) -> Iterator[Problem]:
    """Yield mentions of titles, names and numerals that do not hold what their record states."""
    for of, surface, damage, line in view.rows("mentions", "of", "surface", "damage"):
        table, _, key = of.partition(":")
        if surface is None or damage is not None:
            continue
        if table in _TITLES:
            stated = view.value(table, key, _TITLES[table])
            if stated is not None and stated != surface:
                expected = f"{stated!r}, as {of} has"
                yield problem("mentions", line, "surface", surface, expected, "correct the span, or the record")
        elif table == "non_figures" and not any(sign.isnumeric() or sign in _MORE for sign in surface):
            yield problem("mentions", line, "surface", surface, "a numeral", _REMEDY)


_MORE = frozenset("兩两双雙几幾数數半首元十百千万萬亿億俩倆仨单單多初")
"""Characters that say a number and that Unicode does not call numeric, or not in every version."""


def numbers(view: View) -> Iterator[Problem]:
    """Yield mentions whose paragraph and sentence cannot be those of their place, by the mention before or by the bundled data."""
    found: dict[str, list[tuple[int, int, int, str, int]]] = {}
    names = ("source", "start", "paragraph", "sentence", "id")
    for source, start, paragraph, sentence, own, line in view.rows("mentions", *names):
        if paragraph is not None and sentence is not None:
            found.setdefault(source, []).append((start, paragraph, sentence, own, line))
    for key, rows in found.items():
        known = _numbers().get(view.value("sources", key, "sha256"), {})
        rows.sort()
        for (start, *before, name, _), (at, *here, _, line) in pairwise(rows):
            if not _follows(start == at, before, here):
                yield _misnumbered(line, here, f"at {start}, {name} has paragraph {before[0]}, sentence {before[1]}")
        for at, *here, _, line in rows:
            if known.get(at, tuple(here)) != tuple(here):
                paragraph, sentence = known[at]
                yield _misnumbered(line, here, f"paragraph {paragraph}, sentence {sentence}, which it is at {at}")


def _follows(same_place: bool, before: Sequence[int], here: Sequence[int]) -> bool:  # noqa: FBT001 (one call)
    """Whether numbers can stand behind others: equal at one place, else never falling, a new paragraph with a new sentence."""
    if same_place or before == here:
        return before == here
    return before[0] <= here[0] and before[1] < here[1]


def _misnumbered(line: int, here: Sequence[int], expected: str) -> Problem:
    shown = f"paragraph {here[0]}, sentence {here[1]}"
    return problem("mentions", line, "paragraph", shown, expected, "count both anew from the text")


def numerals_without_place(view: View) -> Iterator[Problem]:
    """Yield numerals that are no figure and stand nowhere."""
    for key, line in view.rows("non_figures", "id"):
        if f"non_figures:{key}" not in view.mentioned:
            expected = "a mention that says where it stands"
            yield problem("non_figures", line, "id", key, expected, "add a row to mentions.csv")


@lru_cache(maxsize=1)
def _characters() -> Mapping[str, Mapping[int, str]]:
    """Return the characters of each bundled document that are known, by its hash and their offset."""
    hashes = {source.id: source.sha256 for source in bundled().sources}
    found: dict[str, dict[int, str]] = {key: {} for key in hashes.values()}
    for mention in _bundled_mentions():
        found[hashes[mention.source]].update(zip(range(mention.start, mention.end), mention.surface, strict=True))
    return found


@lru_cache(maxsize=1)
def _numbers() -> Mapping[str, Mapping[int, tuple[int, int]]]:
    """Return paragraph and sentence at each offset of a bundled document that a mention begins at, by the hash of the document."""
    hashes = {source.id: source.sha256 for source in bundled().sources}
    found: dict[str, dict[int, tuple[int, int]]] = {key: {} for key in hashes.values()}
    for mention in bundled().mentions:
        if mention.paragraph is not None and mention.sentence is not None:
            found[hashes[mention.source]][mention.start] = mention.paragraph, mention.sentence
    return found


@lru_cache(maxsize=1)
def _surroundings() -> Mapping[tuple[str, str], frozenset[tuple[str, int]]]:
    hashes = {source.id: source.sha256 for source in bundled().sources}
    found: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for mention in _bundled_mentions():
        if mention.context is not None:
            found.setdefault((mention.surface, mention.context), set()).add((hashes[mention.source], mention.start))
    return {key: frozenset(places) for key, places in found.items()}


def _bundled_mentions() -> Iterator[Any]:
    return (mention for mention in bundled().mentions if mention.surface is not None)
