"""The rules: each reads what it says it reads and nothing else would, leaves what it says it leaves, and stands where it must."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from tests.every import every

import zjreform as zj
from zjreform.fold import fold, fold_running
from zjreform.text.figure import Figure
from zjreform.text.patterns import widen
from zjreform.text.rules.order import EARLY, FIRST, LATER, RULES
from zjreform.text.rules.rule import NUMBERED, PER, RANK, SCALE, Rule
from zjreform.text.scanning.scan import scan
from zjreform.text.scanning.scanner import ARTICLE, LATE, ONCE, SMALL, SURE, Scanner, build

WAYS = {SURE, LATE, SMALL, ONCE, ARTICLE}
NO_NAMES = zj.Lexicon(bundled=False)
IDS = [each.name for each in RULES]
READS = [(each, text) for each in RULES for text in each.reads]
LEAVES = [(each, text) for each in RULES for text in each.leaves]


@cache
def alone(one: Rule) -> re.Pattern[str]:
    """Return a rule as a pattern that stands at a numeral by itself."""
    return re.compile(widen(f"{one.first}{one.when}(?:{one.pattern})"))


@cache
def holding(text: str) -> tuple[Rule, ...]:
    """Return the rules that hold anywhere in a text; no other could change what it says."""
    folded = fold_running(text)
    return tuple(each for each in RULES if alone(each).search(folded))


@cache
def scanner_of(names: tuple[str, ...], *, short: bool) -> Scanner:
    """Return a scanner of some rules, the same for all texts in which just these hold."""
    return build(NO_NAMES, rules=[each for each in RULES if each.name in names], short=short, apart=True)


def made(text: str, without: str = "", *, short: bool = False) -> Scanner:
    """Return a scanner of what holds in a text, with or without one rule."""
    return scanner_of(tuple(each.name for each in holding(text) if each.name != without), short=short)


def stops(text: str, scanner: Scanner) -> Iterator[tuple[int, str]]:
    """Give the offset of each stop of the scan, and the rule that held there."""
    text, at = fold_running(text), 0
    while (match := scanner.search(text, at)) is not None:
        yield match.start(), scanner.names[match.lastindex or 0]
        at = max(match.end(), match.start() + 1)


def said(text: str, scanner: Scanner) -> list[Figure]:
    """Return what a scanner says of a text."""
    return scan(fold_running(text), scanner)


def test_names_are_unique_and_speak() -> None:
    """A rule is called by a name of lower-case words; its kind is known; it has texts that it reads and that it leaves."""
    assert len({each.name for each in RULES}) == len(RULES)
    for each in RULES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", each.name)
        assert each.kind in {*zj.Kind, PER, SCALE, RANK, NUMBERED, None}
        assert each.reads, each.name
        assert each.leaves, each.name
        assert set(each.before) <= {*IDS, *WAYS}, each.name
        han = re.sub(r"[^㐀-鿿]", "", each.pattern)
        assert fold(han) == han, each.name


@every(READS)
def test_a_rule_reads_what_without_it_would_be_read_otherwise(one: Rule, text: str) -> None:
    """It holds at a numeral of the text; without it the text says something else, so that no rule can go unnoticed."""
    assert one.name in {name for _, name in stops(text, made(text))}
    assert said(text, made(text)) != said(text, made(text, one.name))


@every(LEAVES)
def test_a_rule_leaves_what_only_looks_alike(one: Rule, text: str) -> None:
    """It holds at no numeral of the text."""
    assert one.name not in {name for _, name in stops(text, made(text))}


@every(READS)
def test_two_rules_that_would_read_one_numeral_say_which_comes_first(one: Rule, text: str) -> None:
    """Where another rule would hold, too, the one that comes first names it in ``before``; the order matters nowhere else."""
    places = [at for at, name in stops(text, made(text)) if name == one.name]
    others = [each for each in RULES if each.first == one.first and each is not one]
    for at in places:
        for other in others:
            if alone(other).match(text, at):
                assert other.name in one.before, f"{other.name} holds at {at}, too"
                assert RULES.index(one) < RULES.index(other)


@pytest.mark.parametrize("one", [each for each in RULES if WAYS.intersection(each.before)], ids=lambda each: each.name)
def test_a_rule_stands_before_the_short_ways_that_would_take_its_numerals(one: Rule) -> None:
    """With the short ways its texts are read as without them, and without the rule they take one of them."""
    for way in WAYS.intersection(one.before):
        assert one in (FIRST + EARLY if way in {SURE, SMALL} else FIRST + EARLY + LATER)
        taken = {name for text in one.reads for _, name in stops(text, made(text, one.name, short=True))}
        assert way in taken
    for text in one.reads:
        assert said(text, made(text, short=True)) == said(text, made(text))
