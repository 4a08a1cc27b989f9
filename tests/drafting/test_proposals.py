"""Proposals by rule: what words around a figure say, and what they must not be taken to say."""

import pytest

import zjreform as zj
from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.awards import award_lists
from zjreform.drafting.proposing.lists import share_in_lists
from zjreform.drafting.proposing.pairs import pairs_of
from zjreform.drafting.proposing.parts import partitions, whole_of
from zjreform.drafting.proposing.periods import period_of
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.drafting.proposing.quality import quality_of
from zjreform.drafting.proposing.voices import voice_at
from zjreform.drafting.proposing.wording import by_words
from zjreform.drafting.proposing.zeros import with_zeros
from zjreform.drafting.roles import role_of

LEVEL = Proposal("position", "level", "nothing", Confidence.LOW)


def last(text: str) -> tuple[Passage, zj.Figure]:
    """Return a text with its last figure."""
    passage = Passage("a", text)
    return passage, passage.quantities[-1]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("实行“最多60天”审批", "status", "limit"),
        ("材料占比不低于30%的省定目标", "status", "target"),
        ("形成三年实施方案", "status", "plan"),
        ("给予每家企业奖励5万元", "status", "rule"),
        ("共有窗口12个", "status", "achieved"),
        ("平均用时12天", "aggregate", "mean"),
        ("最快3小时", "aggregate", "min"),
        ("最长15天", "aggregate", "max"),
        ("覆盖率均为100%", "aggregate", "each"),
        ("归集数据共计300条", "aggregate", "total"),
        ("归集各类数据300条", "aggregate", "single"),  # 各类 says nothing of each
        ("公共信用评价等3大体系", "aggregate", "single"),  # 共 is part of 公共
        ("改革前共需8个工作日", "aggregate", "each"),  # a time is no sum
        ("累计办件30万件", "accrual", "cumulative"),
        ("自2018年以来，办件30万件", "accrual", "cumulative"),
        ("日均调用4800次", "accrual", "period"),
        ("召开推进会12次", "accrual", "period"),
        ("现有窗口12个", "accrual", "instant"),
        ("事项占全部事项的51%", "base_status", "stated"),
        ("办理提速51%", "base_status", "unstated"),
        ("窗口12个", "base_status", "not_applicable"),
        ("日均调用4800次", "per", "day"),
        ("压缩至86个工作日，共9项", "per", None),  # 日 of the unit before is no rate
        ("每年进出口岸船舶900艘", "per", "year"),
    ],
)
def test_words(text: str, field: str, value: str | None) -> None:
    """Each field takes what the words near the figure say."""
    assert by_words(*last(text))[field].value == value


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("改革前需8天", "before"),
        ("原先需跑7个部门", "before"),
        ("由8天压缩至1天", "after"),
        ("提速率487%", "change"),
        ("材料减少三成", "change"),
        ("原则上不超过3天", None),
        ("面积控制在3平方公里", None),
        ("全市共12家", None),
    ],
)
def test_roles(text: str, role: str | None) -> None:
    """What a figure is in a change is said by words, or not at all."""
    found = role_of(*last(text))
    assert (None if found is None else found.name) == role


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2018年办结881个", "2018"),
        ("截至2018年底，办结881个", "2018-12"),
        ("自2018年8月以来，办结881个", "2018-08/.."),
        ("根据《2019年营商环境报告》，办结881个", None),
        ("2018年启动。办结881个", None),
        ("办结881个", None),
    ],
)
def test_periods(text: str, period: str | None) -> None:
    """The date next before a figure in its sentence, and none from the name of a document or another sentence."""
    found = period_of(*last(text))
    assert (None if found is None else found.value) == period


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("由8天压缩至1天", [("8天", "1天", None)]),
        ("改革前需8天；改革后需1天", [("8天", "1天", None)]),
        ("材料减少三成", [(None, None, "三成")]),
        ("窗口12个，人员30名", []),
        ("改革前需8天；改革后需1次", [("8天", None, None)]),
        ("改革前需交23份(登记11份、刻章3份)，缩减为改革后的7份", [("23份", "7份", None)]),
        ("时间压缩至3天", []),
    ],
)
def test_pairs(text: str, pairs: list[tuple[str | None, ...]]) -> None:
    """Only what words set against each other, and only in one unit."""
    by_start = {one.start: one.surface for one in Passage("a", text).quantities}
    found = [
        tuple(None if start is None else by_start[start] for start in (one.before, one.after, one.reported))
        for one in pairs_of(Passage("a", text))
    ]
    assert found == pairs


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("项目416个，其中办结211个", [("211个", "416个", "subset")]),
        ("项目416个(市级)，办结211个", []),  # a closed bracket opens none
        ("项目416个，其中投资3亿元", []),  # another unit
        ("项目总数416个，办结211个", [("211个", "416个", "subset")]),
        ("窗口416个，办结211件", []),  # nothing calls the first a whole
        ("收23份(甲11份、乙3份、丙5份、丁4份)", [(f"{n}份", "23份", "partition") for n in (11, 3, 5, 4)]),
        ("收23份(甲11份、乙3份、丙5份)", [(f"{n}份", "23份", "subset") for n in (11, 3, 5)]),  # they do not add up
        ("设中心12个、窗口7个、终端9个", []),  # nor do these
        ("推出73宗、4041亩土地", [("4041亩", "73宗", "same_set")]),
        ("办理1285个事项100%", [("100%", "1285个", "same_set")]),
        ("办理1285个事项，满意率98%", []),  # another clause
    ],
)
def test_parts(text: str, parts: list[tuple[str, str, str]]) -> None:
    """其中, an open bracket, a completed part of a total, a sum, another respect; and what looks like one of them."""
    passage = Passage("a", text)
    summed = partitions(passage)
    found = [(one.surface, whole_of(passage, one, summed)) for one in passage.quantities]
    assert [(name, got[0].surface, got[1].value) for name, got in found if got is not None] == parts


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("平均用时和期限节约66.8%和25%", "aggregate", ["mean", "mean"]),
        ("累计完成甲47万户、乙68万户、丙5667条", "accrual", ["cumulative"] * 3),
        ("累计入驻机构4870家，办理事项5万件", "accrual", ["cumulative", "cumulative"]),
        ("累计入驻机构4870家。现有窗口5个", "accrual", ["cumulative", "instant"]),  # another sentence
        ("累计办件30万件，其中现有窗口5个", "accrual", ["cumulative", "instant"]),  # a word of its own
        ("检查事项共14个，抽查对象221个", "aggregate", ["total", "single"]),  # the word stands at its figure
    ],
)
def test_lists(text: str, field: str, values: list[str]) -> None:
    """A word before a list holds for its figures, and no further."""
    passage = Passage("a", text)
    made = [(one, by_words(passage, one) | {"position": LEVEL}) for one in passage.quantities]
    share_in_lists(passage, made)
    assert [proposals[field].value for _, proposals in made] == values


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("备案类项目实现零上门办理。", [("零", "0次")]),
        ("核发“零次跑”。", [("零次", "0次")]),
        ("材料“零提供”，实现零距离服务。", [("零", "0份")]),  # no count of anything
        ("打造“零跑腿”改革", []),  # a title
        ("专家点评:用数据换群众“零跑腿”。", []),  # a comment
    ],
)
def test_zeros(text: str, figures: list[tuple[str, str]]) -> None:
    """None of something, where a procedure is spoken of."""
    assert [(one.surface, str(one.quantity)) for one in with_zeros(Passage("a", text)).quantities] == figures


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("贵州提出，全省就业62万人。", "new:贵州省"),
        ("浙江提出，全省就业62万人。", "places:zhejiang"),
        ("江苏省苏州市设窗口12个。", "new:苏州市"),
        ("全省就业62万人。", None),  # of no province that the text names
    ],
)
def test_places_elsewhere(text: str, about: str | None) -> None:
    """A province is that of the text; other places are names without a code."""
    figure = next(iter(zj.draft(text, source={"id": "a"}).figures.values()))
    proposal = figure.slots["about"].proposal
    assert proposal is not None
    assert proposal.value == about


def test_quality_and_voice() -> None:
    """Numbers that have run together are doubtful; comments of experts are theirs."""
    assert quality_of(*last("占比59.03%55.91%")).value == "damaged"
    assert quality_of(*last("占比59.03%、55.91%")).value is None
    assert voice_at(Passage("a", "正文5天。\n专家点评:用时3天。"), 12, "news").value == "expert"
    assert voice_at(Passage("a", "5天"), 0, "yearbook").value == "yearbook"


class TestAwards:
    """Award lists of several forms, and what is none."""

    def test_bodies_under_the_title(self) -> None:
        """Applicant lines say what the bodies did."""
        text = "一、优秀案例:\n1.甲改革\n申报及实施单位:甲市、乙省丙厅\n2.乙改革\n实施单位:丁县\n"
        (tier,) = award_lists(text)
        assert [(one.title, one.bodies, one.heading, one.role) for one in tier.awards] == [
            ("甲改革", ("甲市", "乙省丙厅"), "申报及实施单位", "both"),
            ("乙改革", ("丁县",), "实施单位", "implement"),
        ]

    def test_bracketed_list(self) -> None:
        """A list in one bracket counts up to the number before it."""
        (tier,) = award_lists("现将2个“零跑”改革示范案例(甲市:一窗通办;乙县:“码上”办(试点))通报如下。")
        assert (tier.name, tier.quota) == ("示范案例", 2)
        assert [(one.title, one.bodies) for one in tier.awards] == [
            ("一窗通办", ("甲市",)),
            ("“码上”办(试点)", ("乙县",)),
        ]

    def test_table(self) -> None:
        """A table with tab stops."""
        (tier,) = award_lists("序号\t案例名称\t申报单位\n1\t一窗通办\t甲市、乙局\n2\t码上办\t丙县\n")
        assert [(one.position, one.title, one.bodies, one.role) for one in tier.awards] == [
            (1, "一窗通办", ("甲市", "乙局"), "apply"),
            (2, "码上办", ("丙县",), "apply"),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "一、特别奖(3个)\n1. 甲县:一窗通办\n2. 乙县:零跑\n",  # one is missing
            "一、特别奖(2个)\n1. 甲县:一窗通办\n3. 乙县:零跑\n",  # the count has a gap
            "现将3个示范案例(甲市:一窗通办;乙县:零跑)通报如下。",  # two of three
            "1. 提高认识\n2. 加强领导\n",  # no tier
        ],
    )
    def test_refuses(self, text: str) -> None:
        """What does not add up is no list."""
        assert award_lists(text) == ()

    def test_offsets(self) -> None:
        """Each title stands where it says."""
        text = "前言。\n一、特别奖(2个)\n 1. 甲县: 一窗通办\n2. 乙县:零跑\n"
        for one in award_lists(text)[0].awards:
            assert text[one.start : one.start + len(one.title)] == one.title


def test_a_part_is_proposed_with_its_whole() -> None:
    """The whole is proposed with the words that say so; it waits no longer where a person says that there is no part."""
    text = "代办项目总数416个，其中办结211个，用时3天。全市项目总数90个，投资6亿元。其中市级项目总数40个，投资2亿元。"
    draft = zj.draft(text, source={"id": "d", "kind": "news"})
    found = {
        one.surface: draft.figures[slot.proposal.value].surface
        for one in draft.figures.values()
        if (slot := one.slots["part_of"]).proposal is not None and slot.proposal.value is not None
    }
    assert found == {"211个": "416个", "40个": "90个", "2亿元": "6亿元"}
    part = next(one for one in draft.figures.values() if one.surface in found and not one.withheld)
    assert "part_of" in [row["field"] for row in draft.open if row["figure"] == part.key]
    draft.confirm(part.key, coder="me", composition=None)
    assert "part_of" not in [row["field"] for row in draft.open if row["figure"] == part.key]


@pytest.mark.parametrize(
    "text",
    [
        "集聚机构1010家，其中投资项目759个，扶持公司79家。",  # 其中 counts projects, and the comma ends that
        "16个项目总投资8个。",  # no verb of doing between
        "全市项目总数90个。其中市级平台总量40个。",  # called otherwise
        "共有部门12个，完成事项30个。",  # more than the whole
    ],
)
def test_no_part(text: str) -> None:
    """What only stands near a count is no part of it."""
    draft = zj.draft(text, source={"id": "d", "kind": "news"})
    last = list(draft.figures.values())[-1]
    assert last.slots["composition"].proposal is None
