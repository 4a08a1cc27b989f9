"""What drafting gives on documents left out: what must hold, whatever else changes."""

import pytest
from tests.sources import FOLDER, needs_sources

pytest.importorskip("tools.held_out", reason="the tests run apart from the tree that holds the tools")

from tools.held_out import held_out

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.awards import award_lists
from zjreform.drafting.roles import role_of

ROUNDS = {"jinrizhejiang-2020": "rib-2019", "zjol-2018": "mpro-2018", "solutions-2018": "pmi-4"}


@needs_sources
def test_award_lists_are_exact() -> None:
    """Every tier, position, title and applicant of the three rounds, and no list where there is none."""
    for held in held_out(FOLDER):
        lists, ds = award_lists(held.text), held.whole
        tiers = [tier for tier in ds.tiers if tier.round == ROUNDS.get(held.source.id)]
        assert [(one.name, one.quota) for one in lists] == [(tier.name_zh, tier.quota) for tier in tiers]
        for listed, tier in zip(lists, tiers, strict=True):
            awards = [award for award in ds.awards if award.tier == tier.id]
            assert [(one.position, one.title) for one in listed.awards] == [
                (one.position, one.title_zh) for one in awards
            ]
            for one, award in zip(listed.awards, awards, strict=True):
                named = [(row.as_listed, row.heading, row.role) for row in ds.applicants if row.award == award.id]
                assert [(name, one.heading, one.role) for name in one.bodies] == named


@needs_sources
def test_nothing_of_a_document_left_out_is_known() -> None:
    """No metric, indicator or term that only it has, and none of its mentions."""
    for held in held_out(FOLDER):
        assert all(mention.source != held.source.id for mention in held.rest.mentions)
        assert len(held.rest.indicators) < len(held.whole.indicators)
        assert held.source.id not in held.rest.sources.ids


@needs_sources
def test_roles_say_little_that_is_wrong() -> None:
    """A figure is called before, after or a change by words, and hardly ever wrongly."""
    right = said = 0
    for held in held_out(FOLDER):
        passage = Passage(held.source.id, held.text)
        spans = {(one.start, one.end): one for one in passage.quantities}
        for mention in held.mentions:
            figure = spans.get((mention.start, mention.end))
            role = None if figure is None else role_of(passage, figure)
            if role is not None:
                said += 1
                right += held.whole.metrics[mention.of.partition(":")[2]].position == role.name
    assert said > 25
    assert right >= 0.9 * said
