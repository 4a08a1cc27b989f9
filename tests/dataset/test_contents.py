"""The bundled dataset as a whole: its counts, names, references, codes and spans."""

import csv
import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest
from tests.sources import FOLDER, needs_sources, source_text

import zjreform as zj

DS = zj.load()
LISTS = FOLDER.parent / "reference" / "zhejiang-divisions.tsv"


def test_awards_are_complete() -> None:
    """Each tier holds its quota, in positions from 1."""
    assert {tier.id: tier.quota for tier in DS.tiers} == {
        "pmi-4-special": 7,
        "pmi-4-top-ten": 10,
        "pmi-4-excellence": 16,
        "pmi-4-organisation": 6,
        "mpro-2018-best": 20,
        "rib-2019-special": 10,
        "rib-2019-best": 10,
        "rib-2019-excellent": 20,
    }
    for tier, awards in DS.awards.group(lambda award: award.tier).items():
        assert [award.position for award in awards] == list(range(1, DS.tiers[tier].quota + 1))


def test_applicants_are_complete() -> None:
    """43, 20 and 64 bodies are listed; the six organisation awards have none apart from themselves."""
    rounds = Counter(DS.awards[row.award].round for row in DS.applicants)
    assert rounds == {"pmi-4": 43, "mpro-2018": 20, "rib-2019": 64}
    honoured = {award.id for award in DS.awards if award.organisation}
    assert honoured.isdisjoint(row.award for row in DS.applicants)
    for award, rows in DS.applicants.group(lambda row: row.award).items():
        assert [row.order for row in rows] == list(range(1, len(rows) + 1)), award
    for row in DS.applicants:
        assert (row.organisation is None) != (row.place is None), row.id


def test_each_case_has_one_award_of_its_round_and_title() -> None:
    """93 cases, each honoured once, under the title that the list gives."""
    assert len(DS.cases) == 93
    awards = [award for award in DS.awards if award.case]
    assert sorted(str(award.case) for award in awards) == sorted(DS.cases.ids)
    for award in awards:
        case = DS.cases[str(award.case)]
        assert (case.round, case.title_zh) == (award.round, award.title_zh)


def test_rounds_add_up() -> None:
    """Entries of the strata make up the whole where both are stated."""
    assert {row.id: row.entries for row in DS.rounds} == {"pmi-4": 278, "mpro-2018": None, "rib-2019": 262}
    last = DS.rounds["rib-2019"]
    assert (last.entries_provincial, last.entries_local) == (48, 214)


def test_coverage_agrees_with_summaries_and_reviews() -> None:
    """A case is summarised in both languages exactly where a source says something of it."""
    commented = {review.case for review in DS.reviews}
    for case in DS.cases:
        told = case.coverage.value != "title_only"
        assert (case.summary_zh is not None, case.summary_en is not None) == (told, told), case.id
        if case.coverage.value == "comment_only":
            assert case.id in commented
    named = [review for review in DS.reviews if review.reviewer_zh]
    assert (len(named), len(DS.reviews)) == (10, 30)


@pytest.mark.parametrize(
    "table", ["sources", "rounds", "tiers", "cases", "places", "organisations", "indicators", "terms", "events"]
)
def test_every_name_is_in_two_languages(table: str) -> None:
    """A Chinese name holds a Chinese character, an English one a Latin letter and no Chinese character."""
    for row in getattr(DS, table):
        zh = getattr(row, "name_zh", None) or row.title_zh
        en = getattr(row, "name_en", None) or row.title_en
        assert any("\u4e00" <= char <= "\u9fff" for char in zh) or re.fullmatch("“?[0-9]+[+]?[0-9NX]*”?", zh), row.id
        assert any(char.isascii() and char.isalnum() for char in en), row.id
        assert not any("\u4e00" <= char <= "\u9fff" for char in en.partition("(")[0]), row.id


def test_practices_join_cases_of_several_rounds_only() -> None:
    """A practice shared by cases is shared across rounds."""
    for practice, cases in DS.cases.group(lambda case: case.practice).items():
        assert len({case.round for case in cases}) == len(cases), practice


@needs_sources
def test_every_code_is_in_the_published_lists() -> None:
    """Codes, names and validity are those of the Ministry of Civil Affairs' lists; three came after the last."""
    with Path(LISTS).open(encoding="utf-8", newline="") as file:
        listed = {(row["code"], row["name"]) for row in csv.DictReader(file, delimiter="\t")}
    held = {(place.code, place.name_zh) for place in DS.places if place.code}
    assert held - listed == {("330383", "龙港市"), ("330113", "临平区"), ("330114", "钱塘区")}
    assert listed - held == set()


def test_places_of_cases_exist_in_the_year_of_their_round() -> None:
    """A division that a case lies in was on the list in the years of the round."""
    years = {"pmi-4": ("2016-06", "2017-08"), "mpro-2018": ("2018-01", "2018-12"), "rib-2019": ("2019-01", "2020-03")}
    for case in DS.cases:
        first, last = years[case.round]
        for key in case.places:
            place = DS.places[key]
            assert (place.valid_from or "2015-12") <= last, (case.id, key)
            assert (place.valid_to or "2020-12") >= first, (case.id, key)


def test_centroids_are_given_or_explained() -> None:
    """Every prefecture and every place of a case has a point of two decimals in Zhejiang, or the reason why not."""
    used = {key for case in DS.cases for key in case.places} | {
        p.id for p in DS.places if p.level == "prefecture" and p.code
    }
    for key in used:
        place = DS.places[key]
        assert place.centroid_note, key
        if place.latitude is not None and place.longitude is not None and place.kind != "foreign":
            assert 27 <= place.latitude <= 31.3, key
            assert 118 <= place.longitude <= 123, key
            assert place.latitude.as_tuple().exponent == place.longitude.as_tuple().exponent == -2, key


@needs_sources
@pytest.mark.parametrize("source", DS.sources, ids=lambda source: source.id)
def test_copies_are_those_of_the_hashes(source: zj.Source) -> None:
    """Hash and length are those of the document."""
    data = (FOLDER / source.file).read_bytes()
    assert hashlib.sha256(data).hexdigest() == source.sha256
    assert len(data.decode("utf-8")) == source.characters


@needs_sources
def test_every_mention_holds_its_surface() -> None:
    """The characters at each span are the surface; a withheld one has none."""
    for mention in DS.mentions:
        held = source_text(mention.source)[mention.start : mention.end]
        assert len(held) == mention.end - mention.start, mention.id
        assert mention.surface in {None, held}, mention.id
        assert (mention.surface is None) == (mention.damage == "withheld"), mention.id


@pytest.mark.parametrize(
    "table", ["awards", "applicants", "case_titles", "reviews", "metrics", "non_figures", "events"]
)
def test_every_record_of_a_text_has_a_mention(table: str) -> None:
    """Nothing is in these tables that stands nowhere."""
    mentioned = {mention.of for mention in DS.mentions}
    assert [key for key in getattr(DS, table).ids if f"{table}:{key}" not in mentioned] == []


@needs_sources
def test_titles_applicants_and_reviewers_are_what_their_mentions_hold() -> None:
    """Award titles, title variants, bodies and reviewers stand at their spans as the rows write them."""
    for mention in DS.mentions:
        table, _, key = mention.of.partition(":")
        if table in {"awards", "case_titles"}:
            assert mention.surface == getattr(DS, table)[key].title_zh, mention.id
        elif table == "applicants":
            assert mention.surface == DS.applicants[key].as_listed, mention.id
        elif table == "reviews":
            assert mention.surface == (DS.reviews[key].reviewer_zh or "专家点评"), mention.id
