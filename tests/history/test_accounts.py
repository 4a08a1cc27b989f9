"""The accounts of the vocabulary: every quoted name and every claim of being first in the five texts is answered for.

A quoted name is a term, an alias or a case title, or stands in ``quoted_exclusions.csv`` with its reason. A word that says
"first" is the anchor of a claim, or stands in ``first_claim_exclusions.csv``. The lists give spans without the text.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.sources import needs_sources, source_text

import zjreform as zj
from zjreform.fold import fold

Span = tuple[str, int, int]

QUOTED_REASONS = {
    "award_name",  # a round or tier, which has its own table
    "emphasis",  # a word set off, no name
    "everyday_word",  # an ordinary word that happens to be quoted
    "framework_part",  # a part of a framework, in term_parts
    "metaphor",  # a figure of speech
    "part_of_name",  # the quoted half of a longer name that is a term or a title
    "problem",  # a complaint or defect in its own words
    "speech",  # somebody is quoted
    "work",  # the title of a work that a court case is about
}
FIRST_REASONS = {
    "edition",  # the first of a series of awards
    "epithet",  # a praising name
    "honour_name",  # the word stands in the name of an honour
    "idiom",  # "pioneering spirit"
    "ordinal",  # first step, first stage, first batch
    "own_sequence",  # the first batch of the speaker's own series
    "rank",  # first in an assessment, which is a figure
}
PAIRS = ("“”", "‘’", "「」", "『』", "《》", '""')
MARKS = "".join(PAIRS)
FIRST = re.compile("率先|首[个個创創批例届屆部家次]|第一")


def _plain(text: str) -> str:
    """Return the text without script, spaces and quotation marks; a list comma counts as the enumeration comma."""
    bare = "".join(fold(text).split()).replace(",", "、").replace("著", "着")  # 著 has two readings and is not folded
    return bare.translate(str.maketrans("", "", MARKS))


@cache
def _names() -> set[str]:
    terms = zj.load().terms
    forms = (form for term in terms for form in (term.name_zh, term.name_hant, *term.aliases))
    return {*map(_plain, forms), *(_plain(case.title_zh) for case in zj.load().cases)}


def _is_known(quoted: str) -> bool:
    """Say whether it is a name, with or without a gloss in brackets at its end."""
    plain = _plain(quoted)
    return plain in _names() or re.sub(r"\([^()]*\)$", "", plain) in _names()


def _sources() -> Iterator[tuple[str, str]]:
    return ((source.id, source_text(source.id)) for source in zj.load().sources)


@cache
def _quoted() -> dict[Span, str]:
    """Every span between a pair of quotation marks, nested ones too."""
    return {
        (source, match.start(1), match.end(1)): match[1]
        for source, text in _sources()
        for left, right in map(tuple, PAIRS)
        for match in re.finditer(f"{left}([^{left}{right}]*){right}", text)
    }


def _exclusions(file: str) -> dict[Span, str]:
    with (Path(__file__).parent / file).open(encoding="utf-8", newline="") as lines:
        return {(row["source"], int(row["start"]), int(row["end"])): row["reason"] for row in csv.DictReader(lines)}


def _claims() -> set[Span]:
    """The spans on which claims of being first are anchored."""
    ids = {f"events:{event.id}" for event in zj.load().events if event.kind == "first_claim"}
    return {(row.source, row.start, row.end) for row in zj.load().mentions if row.of in ids}


@needs_sources
def test_every_quoted_name_is_accounted_for() -> None:
    """A quoted name is known or excluded, never both; no exclusion points elsewhere."""
    unknown = {span for span, name in _quoted().items() if not _is_known(name)}
    assert unknown == set(_exclusions("quoted_exclusions.csv"))


@needs_sources
def test_all_quotation_marks_are_paired_but_one() -> None:
    """No quoted name escapes the account: the only single mark is that of 531X, whose opening one is lost."""
    single = [
        (source, text[:at])
        for source, text in _sources()
        for at, mark in enumerate(text)
        if mark in MARKS and not any(source == of and at in {start - 1, end} for of, start, end in _quoted())
    ]
    assert [(source, before[-4:]) for source, before in single] == [("lishui-yearbook-2019", "531X")]


@needs_sources
def test_excluded_parts_are_parts() -> None:
    """What is excluded as part of a framework is named in the table of parts."""
    parts = [
        _plain(name)
        for part in zj.load().term_parts
        for name in (part.name_zh, part.from_zh, part.to_zh)
        if name is not None
    ]
    excluded = [span for span, reason in _exclusions("quoted_exclusions.csv").items() if reason == "framework_part"]
    assert [span for span in excluded if not any(_plain(_quoted()[span]) in part for part in parts)] == []


def test_reasons_are_of_the_lists() -> None:
    """Each exclusion gives one of the reasons above, and each reason is used."""
    assert set(_exclusions("quoted_exclusions.csv").values()) == QUOTED_REASONS
    assert set(_exclusions("first_claim_exclusions.csv").values()) == FIRST_REASONS


@needs_sources
def test_every_word_for_first_is_accounted_for() -> None:
    """Each such word is the anchor of a claim or excluded, never both; every claim stands on such a word."""
    found = {(source, match.start(), match.end()) for source, text in _sources() for match in FIRST.finditer(text)}
    claims, excluded = _claims(), set(_exclusions("first_claim_exclusions.csv"))
    assert claims | excluded == found
    assert not claims & excluded


STATED_PARTS = {
    "seven-transformations": 7,
    "six-stages": 6,
    "four-thrusts": 4,
    "hundred-day-reform-measures": 9,
    "one-window-one-network-one-number": 3,
    "government-self-reform-stages": 3,
    "three-lists": 3,
    "three-core-systems": 3,
    "four-systems": 4,
    "three-mechanisms": 3,
    "four-ones-wenzhou": 4,
    "four-systems-four-changes": 4,
    "five-ones": 5,
    "longyoutong-five-systems": 5,
    "garden-cloud": 5,
    "seven-new-industries": 7,
    "industry-town-people-culture": 4,
    "town-functions": 4,
    "three-bottom-lines": 3,
    "three-rights-separation": 3,
    "two-cards-one-network": 2,
}
"""How many parts the texts say that a framework has."""


def test_frameworks_have_as_many_parts_as_the_texts_say() -> None:
    """Parts are numbered from 1 without gaps, and a stated count is their number."""
    parts = zj.load().term_parts.group(lambda part: part.term)
    for term, rows in parts.items():
        assert [row.order for row in rows] == list(range(1, len(rows) + 1)), term
    assert {term: len(parts[term]) for term in STATED_PARTS} == STATED_PARTS


def test_a_metric_that_counts_parts_counts_those_of_its_term() -> None:
    """The figure a text gives and the parts it lists agree; three figures count something narrower than all parts."""
    ds = zj.load()
    parts = ds.term_parts.group(lambda part: f"terms:{part.term}")
    counts = ds.find_metrics(indicator=["framework-parts", "framework-elements", "reform-stages"])
    held = {row.id: (int(row.quantity.value), len(parts[row.about])) for row in counts if row.about in parts}
    narrower = {
        "self-reform-earlier-stages": (2, 3),  # the two before the present stage
        "credit-subjects": (5, 4),  # what the 5 of 531X stands for
        "credit-systems": (3, 4),  # what the 3 stands for
    }
    assert {key: pair for key, pair in held.items() if pair[0] != pair[1]} == narrower
    assert len(held) == 19


def test_frameworks_that_are_only_named_have_no_parts() -> None:
    """The texts do not list what these consist of."""
    unlisted = {"six-ones", "eight-eight-strategy", "five-undone", "eight-plus-thirteen", "five-most", "four-lists"}
    assert unlisted.isdisjoint(part.term for part in zj.load().term_parts)
    assert unlisted <= set(zj.load().terms.ids)
