"""Questions to the rosters, and what is refused."""

import re
from typing import Any

import pytest

import zjreform as zj

DS = zj.load()


@pytest.mark.parametrize(
    "name", ["丽水", "丽水市", "麗水", "麗水市", "Lishui", "lishui", "LISHUI", "331100", "丽 水", "３３１１００"]
)
def test_a_place_is_found_by_any_of_its_names(name: str) -> None:
    """Script, width, case and code do not matter."""
    assert DS.find_places(place=name, place_scope="self").ids == ("lishui",)


def test_a_place_includes_what_lies_in_it_unless_told() -> None:
    """Jiaxing includes Nanhu; on its own it does not."""
    assert "nanhu-company-setup" in DS.find_cases(place="Jiaxing").ids
    assert "nanhu-company-setup" not in DS.find_cases(place="Jiaxing", place_scope="self").ids


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"place": "丽水", "round": "mpro-2018"}, ["lishui-interdepartmental"]),
        ({"text": "標準地"}, ["deqing-standard-land", "huzhou-standard-land"]),
        ({"text": "标准地", "round": "mpro-2018"}, ["deqing-standard-land", "huzhou-standard-land"]),
        ({"tier": "pmi-4-special", "text": "特色小镇的浙江创造"}, ["characteristic-towns"]),
        ({"applicant": "浙江省监委"}, []),
        ({"applicant": "省监委"}, ["provincial-supervision-reform"]),
        ({"text": "nothing of the kind"}, []),
    ],
)
def test_find_cases(conditions: dict[str, str], expected: list[str]) -> None:
    """All conditions of a call hold together; an empty table is an answer."""
    found = DS.find_cases(**conditions)  # type: ignore[arg-type]
    assert [key for key in expected if key not in found.ids] == []
    if "text" not in conditions or "round" in conditions:
        assert list(found.ids) == expected


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"place": "Lishiu"}, "no place is called 'Lishiu'; did you mean 'Lishui'"),
        ({"round": "rib-2018"}, "rounds has no id 'rib-2018'; did you mean 'rib-2019'"),
        ({"tier": "rib-2019-spcial"}, "tiers has no id 'rib-2019-spcial'; did you mean 'rib-2019-special'"),
        ({"level": "conty"}, "no level is called 'conty'; did you mean 'county'?"),
        ({"domain": "rural"}, "no domain is called 'rural'; did you mean 'rural_revitalisation'?"),
        ({"coverage": "full"}, "no coverage is called 'full'. There are 'described', 'comment_only' and 'title_only'"),
        ({"level": "市"}, "no level is called '市'; did you mean 'prefecture'?"),
        ({"level": "city"}, "no level is called 'city'; did you mean 'prefecture'?"),
        ({"any_level": "省"}, "no level is called '省'; did you mean 'province'?"),
        (
            {"place": "Lishui", "place_scope": "inside"},
            "no place_scope is called 'inside'; did you mean 'within' or 'self'?",
        ),
        ({"practice": "nanhu"}, "no practice is called 'nanhu'"),
    ],
)
def test_find_cases_refuses_values_that_nothing_has(conditions: dict[str, str], message: str) -> None:
    """A misspelt value is an error, since an empty answer would look like a finding."""
    with pytest.raises(LookupError, match=re.escape(message)):
        DS.find_cases(**conditions)  # type: ignore[arg-type]


def test_several_values_mean_any_of_them() -> None:
    """A collection of values widens a condition."""
    both = DS.find_cases(round=["mpro-2018", "pmi-4"])
    assert len(both) == 53


def test_led_by_whom_and_how_often() -> None:
    """In 2019 a quarter of the province-led entries won, and 28 of 214 local ones."""
    provincial, local, everything = DS.pool("rib-2019")
    assert (provincial.winners, provincial.entries) == (12, 48)
    assert (local.winners, local.entries) == (28, 214)
    assert everything.winners == provincial.winners + local.winners == 40


def test_pool_without_entries_has_no_share() -> None:
    """Where the documents do not say how many entered there is no rate."""
    assert {stratum.share for stratum in DS.pool("mpro-2018")} == {None}


def test_organisations_are_found_by_short_names() -> None:
    """浙江省综治办 and its full name are one body."""
    short = DS.find_organisations(text="浙江省综治办").one()
    assert short == DS.find_organisations(text="浙江省社会管理综合治理委员会办公室").one()


def test_reviews_by_reviewer_and_round() -> None:
    """Named experts of 2018, unnamed comments of 2019."""
    assert len(DS.find_reviews(round="mpro-2018", named=True)) == 10
    assert len(DS.find_reviews(round="rib-2019", named=False)) == 20
    assert DS.find_reviews(reviewer="郁建興").ids == DS.find_reviews(reviewer="Yu Jianxing").ids


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"text": "clearance"}, ["mpro-2018-08"]),
        ({"text": "通關"}, ["mpro-2018-08"]),
        ({"text": "General Office", "place": "Quzhou"}, ["pmi-4-organisation-05"]),
        ({"applicant": "南湖"}, ["mpro-2018-05", "rib-2019-special-04"]),
        ({"domain": "one_thing", "round": "mpro-2018"}, ["mpro-2018-05"]),
        ({"practice": "jinhua-electronic-registration"}, ["mpro-2018-19", "rib-2019-excellent-07"]),
        (
            {"coverage": "comment_only", "tier": "rib-2019-special", "any_level": "county"},
            ["rib-2019-special-04", "rib-2019-special-05", "rib-2019-special-10"],
        ),
    ],
)
def test_find_awards(conditions: dict[str, str], expected: list[str]) -> None:
    """Awards are found by what is known of their cases, bodies and organisations, in either language."""
    assert list(DS.find_awards(**conditions).ids) == expected  # type: ignore[arg-type]


def test_applicants_by_what_they_were_honoured_for() -> None:
    """Tier and domain are those of the award and its case."""
    special = DS.find_applicants(tier="rib-2019-special", any_level="county")
    assert [row.as_listed for row in special] == ["嘉兴市南湖区", "苍南县", "安吉县"]
    assert {DS.awards[row.award].case for row in DS.find_applicants(domain="one_thing", coverage="described")} == {
        "run-at-most-once",
        "nanhu-company-setup",
    }


def test_reviews_by_the_case_and_by_the_post() -> None:
    """A comment is found by the place, tier and domain of its case, and by the post of the expert."""
    assert DS.find_reviews(place="Jiaxing").ids == ("nanhu-company-setup-comment",)
    assert len(DS.find_reviews(place="Jiaxing", place_scope="self")) == 0
    assert DS.find_reviews(tier="rib-2019-best", domain="one_thing").ids == ("civil-servant-one-thing-comment",)
    assert len(DS.find_reviews(text="黨校")) == len(DS.find_reviews(text="Party School")) == 5


def test_quotation_marks_and_list_commas_do_not_matter() -> None:
    """A name is found with and without the marks it is printed with."""
    assert (
        DS.find_terms(text="双随机一公开").ids
        == DS.find_terms(text="“雙隨機、一公開”").ids
        == ("double-random-one-open",)
    )


@pytest.mark.parametrize("value", [331100, ["Lishui", 331100]])
def test_a_value_that_is_no_text_is_named(value: Any) -> None:  # noqa: ANN401 (what users may pass)
    """A code is text, as its leading digits are no number."""
    with pytest.raises(TypeError, match="expected a text, or several, got 331100"):
        DS.find_cases(place=value)


def test_metrics_of_a_round_are_those_of_its_tiers_too() -> None:
    """What is said of a round, its tiers and its cases belongs to it."""
    found = DS.find_metrics(round="rib-2019", category="award_process")
    assert {row.about for row in found} == {"rounds:rib-2019"} | {
        f"tiers:rib-2019-{tier}" for tier in ("special", "best", "excellent")
    }
    assert len(DS.find_metrics(round="pmi-4", category="award_process")) == 5


@pytest.mark.parametrize(
    ("finder", "condition", "spellings"),
    [
        ("find_cases", "level", ["county", "县级", "縣級", "County"]),
        ("find_cases", "domain", ["one_thing", "企业和个人“一件事”", "企業和個人一件事"]),
        ("find_awards", "coverage", ["title_only", "仅有标题", "僅有標題", "title only"]),
        ("find_places", "kind", ["division", "行政区划", "行政區劃"]),
        ("find_terms", "kind", ["slogan", "口号", "口號"]),
        ("find_events", "kind", ["adoption", "采纳", "採納"]),
        ("find_metrics", "status", ["limit", "限定"]),
        ("find_metrics", "position", ["before", "改革前"]),
        ("find_mentions", "voice", ["yearbook", "年鉴", "年鑒"]),
        ("find_metrics", "dimension", ["percent", "百分比", "per cent"]),
    ],
)
def test_closed_lists_take_codes_and_labels_in_either_script(finder: str, condition: str, spellings: list[str]) -> None:
    """A label finds what its code finds."""
    found = [getattr(DS, finder)(**{condition: spelling}).ids for spelling in spellings]
    assert found[0]
    assert all(ids == found[0] for ids in found)


def test_level_is_that_of_the_leading_body() -> None:
    """Of 40 awards of 2019, 12 are led by the province; any body listed counts awards at several levels."""
    levels = ("central", "province", "prefecture", "county", "township", "village", "mixed")
    led = [len(DS.find_awards(round="rib-2019", level=level)) for level in levels]
    assert sum(led) == 40
    assert len(DS.find_awards(round="rib-2019", level="province")) == DS.pool("rib-2019")[0].winners == 12
    assert sum(len(DS.find_awards(round="rib-2019", any_level=level)) for level in levels) > 40
    for level in levels:
        cases = set(DS.find_cases(round="rib-2019", level=level).ids)
        assert {row.case for row in DS.find_awards(round="rib-2019", level=level)} == cases
        assert {row.award for row in DS.find_applicants(round="rib-2019", level=level)} == set(
            DS.find_awards(round="rib-2019", level=level).ids
        )
        assert {row.level for row in DS.find_applicants(round="rib-2019", any_level=level)} <= {level}


def test_time_is_calendar_and_working_time() -> None:
    """One word finds both; each code finds its own and says what it leaves out."""
    both = DS.find_metrics(dimension="time")
    with pytest.warns(zj.ZjWarning, match="dimension='duration' leaves out 6 figures in 'working_time'"):
        calendar = DS.find_metrics(dimension="duration")
    with pytest.warns(zj.ZjWarning, match="dimension='time' finds both"):
        working = DS.find_metrics(dimension="工作时间")
    assert sorted(both.ids) == sorted((*calendar.ids, *working.ids))
    assert (len(calendar), len(working)) == (21, 6)
    assert both == DS.find_metrics(dimension=["days"]) == DS.find_metrics(dimension=["duration", "working_time"])
    assert len(DS.find_indicators(dimension="时间")) == len(DS.find_indicators(dimension=["duration", "working_time"]))


def test_the_only_place_is_found_with_its_scope() -> None:
    """Where the parts of a place come along, the error says how to leave them out."""
    with pytest.raises(LookupError, match='place_scope="self"'):
        DS.find_places(place="Lishui").one()


def test_a_year_may_be_a_number() -> None:
    """A whole number is a year."""
    assert DS.find_events(after=2018, before=2018).ids == DS.find_events(after="2018", before="2018").ids


def test_what_a_metric_is_about_is_found_by_reference_id_and_name() -> None:
    """What the rows say can be asked for as they say it, and by name."""
    for row in DS.metrics:
        assert row.id in DS.find_metrics(about=row.about).ids
    assert DS.find_metrics(about="丽水市").ids == DS.find_metrics(about="places:lishui").ids
    assert DS.find_metrics(about="standard land").ids == DS.find_metrics(about="terms:standard-land").ids
