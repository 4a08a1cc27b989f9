"""The figures: the account of all numerals, the reading of each surface, and the sentences that must come out right."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest
from tests.sources import needs_sources, source_text

import zjreform as zj

DS = zj.load()
CANDIDATE = re.compile("[0-9]+|[〇零一二三四五六七八九十百千万亿两半萬億兩]+")
"""A numeral that has to be accounted for."""

CODED = DS.mentions.where(lambda row: row.of.startswith(("metrics:", "non_figures:")))


def quantities(*metrics: str) -> list[str]:
    """Return the quantities of metrics as text."""
    return [str(DS.metrics[metric].quantity) for metric in metrics]


class TestAccount:
    """Every numeral of the documents lies in exactly one span of a figure or of a numeral that is none."""

    @needs_sources
    @pytest.mark.parametrize("source", DS.sources.ids)
    def test_closes(self, source: str) -> None:
        """No candidate is left out, none is cut by a span, and no span is without one."""
        text = source_text(source)
        spans = sorted({(row.start, row.end) for row in CODED if row.source == source})
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        candidates = [match.span() for match in CANDIDATE.finditer(text)]
        homes = [next((s for s in spans if s[0] <= a and b <= s[1]), None) for a, b in candidates]
        assert [text[a:b] for (a, b), home in zip(candidates, homes, strict=True) if home is None] == []
        assert set(homes) == set(spans)

    def test_each_span_has_figures_or_one_that_is_none(self) -> None:
        """A span never holds both, and a numeral that is no figure stands alone in its span."""
        held = defaultdict(list)
        for row in CODED:
            held[row.source, row.start, row.end].append(row.of.partition(":")[0])
        assert all(set(tables) == {"metrics"} or tables == ["non_figures"] for tables in held.values())

    def test_each_record_stands_somewhere(self) -> None:
        """No metric without a mention; each numeral that is no figure has one, and only it."""
        mentions = Counter(row.of for row in CODED)
        assert {f"metrics:{key}" for key in DS.metrics.ids} == {of for of in mentions if of.startswith("metrics:")}
        assert all(mentions[f"non_figures:{key}"] == 1 for key in DS.non_figures.ids)

    def test_has_well_over_250_mentions(self) -> None:
        """The size of the account, so that nothing is lost unnoticed."""
        figures = [row for row in CODED if row.of.startswith("metrics:")]
        assert (len(DS.metrics), len(figures), len({(row.source, row.start) for row in figures})) == (254, 278, 276)
        assert Counter(row.kind.value for row in DS.non_figures) == {
            "name": 347,
            "marker": 155,
            "lexical": 117,
            "date": 61,
            "identifier": 44,
            "ordinal": 25,
        }

    def test_personal_identifiers_are_withheld(self) -> None:
        """A mobile number and a mail address are kept without their characters, and nothing else is."""
        hidden = [row for row in CODED if row.surface is None]
        assert {row.damage.value if row.damage else None for row in hidden} == {"withheld"}
        assert {DS.non_figures[row.of.partition(":")[2]].kind.value for row in hidden} == {"identifier"}
        assert sorted(row.end - row.start for row in hidden) == [11, 16]
        assert not any(row.surface and re.search(r"1[3-9]\d{9}|@", row.surface) for row in DS.mentions)


class TestRecords:
    """The rules that rows keep among themselves."""

    @pytest.mark.parametrize("mention", [row for row in CODED if row.of.startswith("metrics:")], ids=lambda row: row.id)
    def test_reading_is_true(self, mention: zj.Mention) -> None:
        """Parsing the surface gives the stored quantity exactly where the row says so, and nowhere else."""
        metric = DS.metrics[mention.of.removeprefix("metrics:")]
        try:
            parsed = zj.parse(str(mention.surface)).exact_eq(metric.quantity)
        except zj.ParseError:
            parsed = False
        assert parsed is (metric.reading == "whole")

    def test_no_two_metrics_state_one_claim(self) -> None:
        """What is said of whom, of what, when, and how much is said once."""
        claims = Counter(
            (row.about, row.indicator, row.position, row.status, row.period, row.population, row.quantity)
            for row in DS.metrics
        )
        assert [claim for claim, times in claims.items() if times > 1] == []

    def test_dimension_is_that_of_the_indicator(self) -> None:
        """An indicator with another dimension than the figure's is the wrong one."""
        wrong = [row.id for row in DS.metrics if row.quantity.dimension != DS.indicators[row.indicator].dimension]
        assert wrong == []

    def test_each_indicator_is_used_or_narrowed(self) -> None:
        """An indicator without a figure is there for those that narrow it."""
        used = {row.indicator for row in DS.metrics} | {row.variant_of for row in DS.indicators}
        assert [key for key in DS.indicators.ids if key not in used] == []

    def test_fields_go_together(self) -> None:
        """Parts and compositions, periods and their grounds, bases and their status, ranks and their scope."""
        for row in DS.metrics:
            assert (row.part_of is None) is (row.composition is None), row.id
            assert (row.period is None) is (row.period_status is None), row.id
            assert (row.base is not None) is (row.base_status == "stated"), row.id
            assert (row.base_status == "not_applicable") is (row.quantity.dimension != "percent"), row.id
            assert (row.rank_scope is not None) is (row.quantity.dimension == "rank"), row.id
            assert (row.note_zh is None) is (row.note_en is None), row.id

    def test_doubtful_figures_have_a_note(self) -> None:
        """What is damaged, unclear or contradicted says in words what it can mean, unless its mates do."""
        silent = [row.id for row in DS.metrics if row.quality and not row.note_en]
        assert silent == []

    def test_contradictions_are_mutual(self) -> None:
        """Both sides name each other and carry the flag."""
        for row in DS.metrics:
            assert ("inconsistent" in row.quality) is bool(row.inconsistent_with)
            assert all(row.id in DS.metrics[other].inconsistent_with for other in row.inconsistent_with)

    def test_dates_of_non_figures(self) -> None:
        """A date has its ground; only an ordinal has a number; a clock time or a relative day has no EDTF."""
        for row in DS.non_figures:
            assert (row.edtf is None) is (row.date_status is None), row.id
            assert row.edtf is None or row.kind == "date", row.id
            assert (row.value is not None) is (row.kind == "ordinal"), row.id


class TestSentences:
    """Sentences of the documents that are easy to get wrong."""

    @pytest.mark.parametrize(
        ("whole", "parts"),
        [
            ("nanhu-documents-before", [11, 3, 5, 4]),
            ("lishui-group-departments", [6, 9, 28]),
            ("rib-2019-entries", [48, 214]),
            ("rib-2019-winners", [10, 10, 20]),
        ],
    )
    def test_partitions(self, whole: str, parts: list[int]) -> None:
        """Parts that make up a whole are joined to it as a partition, and add up."""
        held = DS.metrics.where(lambda row: row.part_of == whole)
        assert [int(row.quantity.value) for row in held] == parts
        assert {row.composition.value for row in held if row.composition} == {"partition"}
        assert sum(parts) == DS.metrics[whole].quantity.value

    def test_the_department_whose_unit_is_elided(self) -> None:
        """The 6 lead departments stand without the unit that their sisters have."""
        lead = DS.metrics["lishui-group-departments-lead"]
        assert (str(lead.quantity), lead.reading.value) == ("6个", "elided_unit")

    def test_municipal_level_is_a_subset_of_the_whole_city(self) -> None:
        """1563 / 881 / 106.875 bn beside 416 / 211 / 41.878 bn: a subset, no partition."""
        pairs = [
            ("lishui-agency-projects", "lishui-agency-projects-city", 1563, 416),
            ("lishui-agency-completed", "lishui-agency-completed-city", 881, 211),
            ("lishui-agency-investment", "lishui-agency-investment-city", 106_875_000_000, 41_878_000_000),
        ]
        for whole, part, all_of_it, some in pairs:
            row = DS.metrics[part]
            assert (row.part_of, row.composition, row.population) == (whole, "subset", "municipal level")
            assert [int(DS.metrics[key].quantity.value) for key in (whole, part)] == [all_of_it, some]

    def test_the_contradiction_of_livelihood_items_is_shown(self) -> None:
        """167 items are 51.4 % of the livelihood items, which are 1285 elsewhere."""
        share, items = DS.metrics["lishui-one-certificate-share"], DS.metrics["lishui-one-certificate-items"]
        assert (str(share.quantity), str(items.quantity), share.part_of) == ("51.4%", "167个", items.id)
        assert DS.find_metrics(quality="inconsistent").ids == (share.id, items.id, "lishui-livelihood-items-online")
        assert quantities(*share.inconsistent_with) == ["1285个"]
        assert "325" in str(share.note_en)

    def test_land_shares_of_an_unstated_whole(self) -> None:
        """85 parcels and 146.372 ha are 59.03 % and 55.91 % of what is not said; one figure of 30 % is the target of both."""
        assert quantities("lishui-land-parcels", "lishui-land-area") == ["85宗", "146.372公顷"]
        shares = [DS.metrics[key] for key in ("lishui-land-parcel-share", "lishui-land-area-share")]
        assert [str(row.quantity) for row in shares] == ["59.03%", "55.91%"]
        assert {row.base_status.value for row in shares} == {"unstated"}
        assert all({"damaged", "base_unclear"} == set(row.quality) for row in shares)
        targets = DS.find_metrics(family="land", status="target")
        assert targets.ids == ("land-parcel-share-target", "land-area-share-target")
        spans = {
            (row.start, row.end, row.surface) for key in targets.ids for row in DS.find_mentions(of=f"metrics:{key}")
        }
        assert [surface for *_, surface in spans] == ["不低于30%"]

    def test_merged_figures(self) -> None:
        """Two shares, and a share and a year, that have run together are separate spans."""
        merged = [row.surface for row in CODED if row.damage == "merged"]
        assert {"59.03%", "55.91%", "100%", "2018年", "2018810月", "20172018年度"} <= set(merged)

    def test_savings_against_the_traditional_mode(self) -> None:
        """66.8 % is an average; whether 25 % is one is open; the base of both is the traditional mode."""
        hearing, trial = DS.metrics["court-hearing-time-saved"], DS.metrics["court-trial-period-saved"]
        assert (str(hearing.quantity), str(trial.quantity)) == ("66.8%", "25%")
        assert "traditional mode" in str(hearing.base)
        assert "traditional mode" in str(trial.base)
        assert (hearing.quality, trial.quality) == ((), ("attachment_unclear",))

    def test_speed_up_against_a_level_that_is_not_given(self) -> None:
        """93 % or more against a World Bank level: the base is named, its value is not."""
        row = DS.metrics["nanhu-setup-speedup"]
        assert (str(row.quantity), row.base_status.value, row.position.value) == ("93%以上", "stated", "change")
        assert "World Bank" in str(row.base)
        pairing = next(held for held in DS.pairings if held.reported == row.id)
        assert (pairing.before, pairing.comparator.value, pairing.like_with_like) == (None, "external", False)

    def test_departments_before_and_nothing_after(self) -> None:
        """Seven departments had to be visited; no number follows."""
        pairing = DS.pairings["zhuji-departments"]
        assert (pairing.before, pairing.after) == ("zhuji-departments-before", None)
        assert quantities("zhuji-departments-before") == ["7个"]

    @pytest.mark.parametrize(
        ("metric", "quantity", "indicator"),
        [
            ("ninety-day-limit", "最多90天", "investment-approval-time-whole"),
            ("hundred-day-limit", "最多100天", "investment-approval-time-before-start"),
            ("nanhu-setup-limit", "一日", "company-setup-time-named"),
            ("provincial-setup-limit", "一日", "company-setup-time-named"),
            ("lishui-title-time", "60分钟", "property-title-time"),
        ],
    )
    def test_names_that_state_limits(self, metric: str, quantity: str, indicator: str) -> None:
        """Days and minutes in a reform's name are limits, not times measured."""
        row = DS.metrics[metric]
        assert (row.status.value, row.aggregate.value, row.indicator) == ("limit", "each", indicator)
        assert {mention.surface for mention in DS.find_mentions(of=f"metrics:{metric}")} == {quantity}

    def test_names_of_the_reform_are_no_figures(self) -> None:
        """The name of the reform is a name wherever it stands; the limit of one visit is coded where a text defines it."""
        names = {row.of.partition(":")[2] for row in CODED if row.surface == "最多跑一次"}
        assert {DS.non_figures[key].kind.value for key in names} == {"name"}
        assert len(names) == 133
        defined = DS.find_metrics(indicator="visits", about="terms:run-at-most-once")
        assert [(row.status.value, int(row.quantity.value)) for row in defined] == [
            ("target", 1),
            ("target", 0),
            ("limit", 1),
            ("limit", 0),
        ]

    def test_the_implausible_speed_up(self) -> None:
        """487 % stands as written beside a mean of 92 and a shortest time of 55 days, with what each reading would give."""
        row = DS.metrics["lishui-housing-speedup"]
        assert (str(row.quantity), row.quality, row.base_status.value) == ("487%", ("formula_unclear",), "unstated")
        assert all(number in str(row.note_en) for number in ("540", "323", "448", "268", "179", "107"))
        mean, shortest = DS.metrics["lishui-housing-time-mean"], DS.metrics["lishui-housing-time-min"]
        assert [(str(held.quantity), held.aggregate.value) for held in (mean, shortest)] == [
            ("92天", "mean"),
            ("55天", "min"),
        ]

    def test_ranks_have_their_scope_and_streak(self) -> None:
        """Second in the province without break, 52nd in the nation, first of the province."""
        ranks = {row.id: row for row in DS.find_metrics(dimension="rank")}
        assert {key: int(row.quantity.value) for key, row in ranks.items()} == {
            "hangzhou-digital-rank": 1,
            "lishui-satisfaction-rank": 2,
            "lishui-human-resources-appraisal-rank": 1,
            "suichang-appraisal-rank": 1,
            "longquan-appraisal-rank": 1,
            "lishui-return-rank": 1,
            "lishui-credit-rank": 52,
            "lishui-learning-activity-rank": 1,
        }
        assert "without break" in str(ranks["lishui-satisfaction-rank"].rank_scope)
        assert "China" in str(ranks["lishui-credit-rank"].rank_scope)

    def test_years_with_two_readings(self) -> None:
        """One appraisal over two years, or one in each: the dates and the ranks say that both are possible."""
        rows = DS.find_metrics(indicator="appraisal-rank")
        assert {(row.period, row.period_text, row.period_status) for row in rows} == {
            ("2017/2018", "20172018年度", "ambiguous")
        }
        assert all("damaged" in row.quality and "2017-2018" in str(row.note_en) for row in rows)
        suichang, longquan = (
            DS.find_mentions(of=f"metrics:{key}-appraisal-rank").one() for key in ("suichang", "longquan")
        )
        assert (suichang.start, suichang.surface) == (longquan.start, "第一名")

    def test_an_average_that_may_or_may_not_reach_on(self) -> None:
        """Before: over 200 workdays on average; after: within 86, a limit."""
        before, after = DS.metrics["lishui-construction-time-before"], DS.metrics["lishui-construction-time-after"]
        assert (before.aggregate.value, after.status.value) == ("mean", "limit")
        assert after.quality == ("attachment_unclear",)

    def test_set_up_times_are_comparable_by_variant(self) -> None:
        """One family: Nanhu over four steps, Lishui over steps not stated, limits in names apart."""
        rows = DS.find_metrics(indicator="company-setup-time")
        held = {(row.about.partition(":")[2], row.indicator, row.position.value, str(row.quantity)) for row in rows}
        assert {
            ("nanhu-company-setup", "company-setup-time-four-steps", "before", "8个工作日"),
            ("nanhu-company-setup", "company-setup-time-four-steps", "after", "1个工作日"),
            ("lishui", "company-setup-time-routine", "before", "7个工作日"),
            ("lishui", "company-setup-time-routine", "after", "3个工作日"),
            ("provincial-company-setup", "company-setup-time-named", "level", "1天"),
        } <= held


def test_repetition_is_not_corroboration() -> None:
    """The same claim in one document is repeated; two documents with two voices are independent mentions."""
    repeated = {row.metric.id: row for row in DS.repeated()}
    assert (len(repeated["nanhu-setup-limit"].mentions), repeated["nanhu-setup-limit"].independent) == (4, False)
    across = {row.metric.id for row in DS.repeated(independent=True)}
    assert across == {
        "lishui-interdepartmental-departments",
        "lishui-interdepartmental-items",
        "lishui-interdepartmental-speedup",
        "palm-platforms",
    }
    assert across.isdisjoint(row.metric.id for row in DS.repeated(independent=False))


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"about": "places:dream-town", "unit": "名"}, ["dream-town-entrepreneurs"]),
        (
            {"round": "mpro-2018", "family": "time", "position": "before"},
            ["zhuji-filing-time-before", "nanhu-setup-time-before"],
        ),
        ({"place": "丽水", "aggregate": "min"}, ["lishui-housing-time-min"]),
        ({"source": "solutions-2018", "category": "bibliographic", "dimension": "money"}, ["solutions-price"]),
        ({"voice": "expert", "quality": "attachment_unclear"}, []),
        ({"text": "標準地", "status": "target"}, ["land-parcel-share-target", "land-area-share-target"]),
        ({"text": "世界银行"}, ["nanhu-setup-speedup"]),
    ],
)
def test_metrics_are_found_by_what_is_asked(conditions: dict[str, str], expected: list[str]) -> None:
    """Conditions are joined by *and*; an empty result is an answer."""
    assert list(DS.find_metrics(**conditions).ids) == expected  # type: ignore[arg-type]


def test_wide_rows_do_not_fan_out() -> None:
    """One row for each unit of analysis, with normalised columns where the dimension allows."""
    metrics = {row["id"]: row for row in DS.wide("metric")}
    assert len(metrics) == len(DS.metrics)
    setup = metrics["nanhu-setup-time-before"]
    assert (setup["days"], setup["day_basis"], setup["mentions"]) == (8.0, "working", 1)
    assert metrics["lishui-land-parcel-share"]["percent"] == pytest.approx(59.03)
    assert metrics["lishui-agency-projects"]["count"] == 1563
    mentions = DS.wide("mention")
    assert len(mentions) == 278
    assert len({row["id"] for row in mentions}) == 278
    with pytest.raises(zj.UnknownValueError, match="'claim'"):
        DS.wide("claim")  # type: ignore[arg-type]


def test_wide_cases_count_what_they_have_several_of() -> None:
    """One row for each case; its metrics are counted by their place in the logic model, not multiplied into rows."""
    rows = {row["id"]: row for row in DS.wide("case")}
    assert tuple(rows) == DS.cases.ids
    nanhu = rows["nanhu-company-setup"]
    kinds = [value for name, value in nanhu.items() if name.startswith("metrics_")]
    assert (nanhu["metrics"], sum(kinds), nanhu["bodies"]) == (14, 14, 1)  # type: ignore[arg-type]
    assert sum(row["metrics"] for row in rows.values()) == len(DS.metrics.where(lambda row: row.case is not None))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("conditions", "error", "named"),
    [
        ({"indicator": "company-setup-tim"}, zj.UnknownIdError, "company-setup-time"),
        ({"case": "nanhu"}, zj.UnknownIdError, "nanhu"),
        ({"status": "achived"}, zj.UnknownValueError, "achieved"),
        ({"unit": "workdays"}, zj.UnknownValueError, "workday"),
        ({"dimension": "length_of_time"}, zj.UnknownValueError, "length_of_time"),
        ({"round": "rib-2018"}, zj.UnknownIdError, "rib-2019"),
    ],
)
def test_what_no_record_has_is_an_error(conditions: dict[str, str], error: type[Exception], named: str) -> None:
    """A misspelt condition is no empty answer; close values are named."""
    with pytest.raises(error, match=named):
        DS.find_metrics(**conditions)  # type: ignore[arg-type]


def test_indicators_are_found_with_what_narrows_them() -> None:
    """A wider indicator stands for all its variants; the finder of indicators takes names in either script."""
    wider = DS.find_metrics(indicator="investment-approval-time")
    assert set(wider.ids) == {"ninety-day-limit", "hundred-day-limit"}
    assert "company-setup-time" in DS.find_indicators(text="企業開辦").ids
    assert {row.category.value for row in DS.find_indicators(family="award")} == {"award_process"}
    assert DS.find_mentions(table="metrics", source="solutions-2018", text="平方公里").one().surface == "3平方公里左右"
    with pytest.raises(zj.UnknownValueError, match="metric"):
        DS.find_mentions(table="metric")
