"""Stated changes: which are found, in which roles, and which neighbours are none."""

import csv
from itertools import product
from pathlib import Path

import pytest
from tests.every import every

import zjreform as zj
from zjreform.text.neighbours.between import LEVEL, PAIR, REACHED, STEP, UNLISTED, WITH_OBJECT, may_join
from zjreform.text.verbs import ADJACENT, DIRECTIONS, ENDS

Roles = tuple[str | None, str | None, str | None]


def roles(text: str) -> list[tuple[str, Roles]]:
    found = []
    for stated in zj.changes(text):
        parts = (stated.change.before, stated.change.after, stated.change.stated)
        found.append((stated.verb, tuple(None if part is None else str(part) for part in parts)))
    return found  # type: ignore[return-value]


@every(
    [
        ("申报材料由17份精简为4份", "精简", ("17份", "4份", None)),
        ("出口呈負增長3%", "负增长", (None, None, "3%")),
        ("增速由5%放緩至3%", "放缓", ("5%", "3%", None)),
        ("從90分鐘降為不到50分鐘", "降", ("90分钟", "不足50分钟", None)),
        ("时间：60个工作日→18个工作日", "→", ("60个工作日", "18个工作日", None)),
        ("办理时间由原来的200多个压缩至86个工作日", "压缩", ("200多个工作日", "86个工作日", None)),
        ("人口由214万增加到262万人", "增加", ("2140000人", "2620000人", None)),
        ("改革前，办证要50天；改革后，只要10天", "改革前后", ("50天", "10天", None)),
        ("原来要跑5趟，现在只跑1趟", "原来现在", ("5趟", "1趟", None)),
        ("数量从2016年的3个增加到2019年的18个", "增加", ("3个", "18个", None)),
        ("服务业占比升至54.2%", "升", (None, "54.2%", None)),
        ("审批时间压减70%以上", "压减", (None, None, "70%以上")),
        ("成本降低了三分之一", "降低", (None, None, "100/3%")),
        ("降低成本30%", "降低", (None, None, "30%")),
        ("收费由每件550元下调至80元", "下调", ("550元", "80元", None)),
        ("比原来的20天减少12天", "减少", ("20天", None, "12天")),
        ("由每吨3.5元调整为2.8元", "调整", ("3.5元", "2.8元", None)),
        # 比 and 较, with what stands before the verb and no change between
        ("較以往的21天縮短13天", "缩短", ("21天", None, "13天")),
        ("比整合前的14个减少6个", "减少", ("14个", None, "6个")),
        ("比上年的40天缩短三成", "缩短", ("40天", None, "30%")),
        ("受理量较高的6件减少2件", "减少", (None, None, "2件")),
        ("每千人较111年下降0.2个百分点", "下降", (None, None, "0.2个百分点")),
        # before and amount, amount and level, all three
        ("申请表由18页减少了11页", "减少", ("18页", None, "11页")),
        ("由2億6,150萬元增加3,120萬元至2億9,270萬元", "增加", ("261500000元", "292700000元", "31200000元")),
        ("名额由60人增加15人到75人", "增加", ("60人", "75人", "15人")),
        ("由5 300個增加六成至8 480個", "增加", ("5300个", "8480个", "60%")),
        ("由1,500萬元增加20%至1,800萬元", "增加", ("15000000元", "18000000元", "20%")),
        ("經費增加兩成至1.2億元", "增加", (None, "120000000元", "20%")),
        ("失業率上升0.1個百分點至3.2%", "上升", (None, "3.2%", "0.1个百分点")),
        ("投资增加400万元至2600万元", "增加", (None, "26000000元", "4000000元")),
        ("每月增加200元至500元", "增加", (None, None, "200至500元")),  # a range, as far as one sees
        ("每人增加300元至3000元", "增加", (None, None, "300至3000元")),
        ("由90元降低10元至30元", "降低", ("90元", None, "10至30元")),  # 90 less 10 is not 30
        # a contrast of two times
        ("以前要3个多小时，现在50分钟", "以前现在", ("3小时多", "50分钟", None)),
        ("過去要跑7趟，如今只跑1趟", "过去如今", ("7趟", "1趟", None)),
        ("改革前需24天，现在只要6天", "改革前现在", ("24天", "6天", None)),
        ("之前要跑3次，现跑1次", "之前现", ("3次", "1次", None)),
        ("以往審批需30日，目前縮短至10日", "以往目前", ("30天", "10天", None)),
        ("过去，12个部门各管一段；现在，1个部门统管", "过去现在", ("12个", "1个", None)),
        ("以前要20天，现在缩短12天", "缩短", (None, None, "12天")),
        # what stands between 至 and the figure
        ("提高至每人每月912元", "提高", (None, "912元", None)),
        ("由每人每月760元提高至每人每月912元", "提高", ("760元", "912元", None)),
        ("調升至每小時43.5元", "调升", (None, "43.5元", None)),
        ("增至每名長者1,800元", "增", (None, "1800元", None)),
        ("由法定时限18个工作日压缩到承诺时限7个工作日", "压缩", ("18个工作日", "7个工作日", None)),
        ("减少到最快4个工作日", "减少", (None, "4个工作日", None)),
        ("压缩到目前平均11日", "压缩", (None, "11天", None)),
        # verbs
        ("由640个撤并为415个", "撤并", ("640个", "415个", None)),
        ("預測由2.4%下修為1.8%", "下修", ("2.4%", "1.8%", None)),
        ("由15张表单归集成4张", "归集", ("15张", "4张", None)),
        ("由4年放宽至6年", "放宽", ("4年", "6年", None)),
        ("由12处降格为5处", "降格", ("12处", "5处", None)),  # not listed, but looks like one
        ("由原来的48 个压\n缩到14 个", "压缩", ("48个", "14个", None)),
        ("余额由年初的320亿元增加到年末的356亿元", "增加", ("32000000000元", "35600000000元", None)),
        ("用时由改革前的26天缩短到改革后的4天", "缩短", ("26天", "4天", None)),
        ("缩短到半天", "缩短", (None, "0.5天", None)),
        ("由3个、4个、5个统一精简为2个", "精简", (None, "2个", None)),
        ("由2项、2项和5项压减为3项", "压减", (None, "3项", None)),
        # one multiplier for both ends
        ("由1.4增加到2.8万人", "增加", ("14000人", "28000人", None)),
        ("由700增加到1.1万人", "增加", ("700人", "11000人", None)),
        ("由6.2降至4.5萬件", "降", ("62000件", "45000件", None)),
        ("由3增加到6.5亿", "增加", ("300000000", "650000000", None)),
        ("由2降至4万人", "降", (None, "40000人", None)),  # neither reading falls
        ("由300增至1.2亿元", "增", (None, "120000000元", None)),  # neither is sensible
        # ratios and ranks
        ("收入比由2.51∶1缩小到2.33∶1", "缩小", ("2.51∶1", "2.33∶1", None)),
        ("分成比例由7：3調整為6：4", "调整", ("7/3∶1", "1.5∶1", None)),
        ("由2.61:1缩小到2.38:1", "缩小", ("2.61∶1", "2.38∶1", None)),
        ("由第11跃升至第3", "跃升", ("第11位", "第3位", None)),
        ("由全国第13位升至第7位", "升", ("第13位", "第7位", None)),
        ("由第9位升至前三位", "升", ("第9位", "不超过第3位", None)),
        # one line break
        ("比上年增\n长11.2%", "增长", (None, None, "11.2%")),
        ("下\n降2.3%", "下降", (None, None, "2.3%")),
        ("提\n高了1.8個百分點", "提高", (None, None, "1.8个百分点")),
        ("环节压\n缩至9个", "压缩", (None, "9个", None)),
        ("环节压缩至\n9个", "压缩", (None, "9个", None)),
        ("比原来的35天缩\n短20天", "缩短", ("35天", None, "20天")),
    ]
)
def test_change(text: str, verb: str, expected: Roles) -> None:
    """One change, with its verb and its roles."""
    assert roles(text) == [(verb, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "改革前，办证要30天。改革后呢？当场拿证用了1天。",  # never across sentences
        "办理时间为30天，收费20元",  # mere neighbours
        "从30天压缩至5个环节",  # of two dimensions, no before and after
        "改造共4个阶段，涉及6个街道",
        "收费由市里统一定为20元",
        "挂牌价已连跌6周",
        "新增5家企业",
        "增加值2.2万亿元",
        "三次产业结构由3.7：44.2：52.1调整为3.5：43.8：52.7",  # parts of a ratio
        "由18天、9天分别压缩至6天",  # of unequal length
        "由18天、9天压缩至6天、3天",  # without 分别
        "甲类由18天、乙类由9天分别压缩至6天、3天",
        "由18天分别减至6天和3天",
        "从6岁孩子到12岁孩子",
        "从2万元罚款到5万元罚款",
        "由5人组成为7人",
        "目前有20家，以前有15家",
        "以前要跑4次。现在只跑1次。",
        "2020年以前有5家，现在有8家",
        "过去3年建成20家，现在有30家",
        "原来计划投资3亿元，目前完成2亿元",
        "原来受理4天、审批16天，现在只要5天",
        "原来15户共用2个水龙头，现在每户1个",
        "由2019年的5家新增3家",
        "GDP增长的20%来自工业",
        "保障航班起降11926架次",
        "户均增收3万元",
        "由10家占5%",
        "结构由5.1∶44.2∶50.7调整为4.9∶43.0∶52.1",
        "由第三届提升至第四届",
        "比上年增\n\n长11.2%",  # never across a blank line
        "促进经济增长\n13个部门参加",  # a heading
        "由30天\n\n压缩至12天",
    ],
)
def test_no_change_between_two(text: str) -> None:
    """Nothing here has both ends, and nothing is stated of a step."""
    assert all(before is None and stated is None for _, (before, _, stated) in roles(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("同比增长17.4%，环比下降2.6%", [("增长", None, None, "17.4%"), ("下降", None, None, "2.6%")]),
        ("較上年增加3.3％及減少1.2％", [("增加", None, None, "3.3%"), ("减少", None, None, "1.2%")]),
        ("分别比上年增长4.1%和下降1.7%", [("增长", None, None, "4.1%"), ("下降", None, None, "1.7%")]),
        ("同比下降6件，环比增加3件", [("下降", None, None, "6件"), ("增加", None, None, "3件")]),
        ("由16个、8个工作日分别压缩至4个、2个工作日", [
            ("压缩", "16个工作日", "4个工作日", None), ("压缩", "8个工作日", "2个工作日", None)]),
        ("由14天、6天分別縮短至2天、1天", [("缩短", "14天", "2天", None), ("缩短", "6天", "1天", None)]),
        ("材料和环节分别由11份和7个减少到4份和3个", [("减少", "11份", "4份", None), ("减少", "7个", "3个", None)]),
        ("以前要跑4个部门、交12份材料，现在只跑1个窗口、交3份材料", [("以前现在", "12份", "3份", None)]),
        ("时间分别由5天减至3天、由4天减至1天", [("减", "5天", "3天", None), ("减", "4天", "1天", None)]),
        ("税率从16%降至13%、10%降至9%", [("降", "16%", "13%", None), ("降", "10%", "9%", None)]),
    ],
)  # fmt: skip
def test_changes_side_by_side(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Each states its own; none takes a figure of another."""
    assert [(verb, *parts) for verb, parts in roles(text)] == expected


def test_changes_that_share_a_verb_start_together() -> None:
    """Each runs from 由 to its last figure."""
    text = "时间由14天、6天分别压缩至2天、1天"
    assert [text[one.start : one.end] for one in zj.changes(text)] == ["由14天、6天分别压缩至2天", text[2:]]


def test_a_level_by_multiples_is_stated_as_such() -> None:
    """增至原来的3倍 is a level, and its factor is 3."""
    (stated,) = zj.changes("出口额增至原来的3倍")
    assert str(stated.change.sense) == "level"
    assert str(stated.change.factor) == "3倍"


def test_span_and_direction() -> None:
    """From 由 to the last figure; a verb that says neither up nor down has no direction."""
    text = "报名费由50元调整为20元，人数增长一成"
    first, second = zj.changes(text)
    assert text[first.start : first.end] == "由50元调整为20元"
    assert (first.direction, str(second.direction)) == (None, "increase")


def test_every_last_character_of_a_verb_is_listed() -> None:
    """The sense of a figure is looked for behind these alone."""
    assert {verb[-1] for verb in ADJACENT} <= ENDS
    assert str(zj.figures("材料精簡三成")[0].sense) == "decrease"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("涨幅从3月的5.2%回落至4月的4.8%", "5.2%", "4.8%"),
        ("由一季度的5.2%回落至二季度的4.8%", "5.2%", "4.8%"),
        ("由12月底的3个增加到15个", "3个", "15个"),
        ("从2019年3月的5.2%升至4月份5.8%", "5.2%", "5.8%"),
    ],
)
def test_periods_stand_between_before_and_after(text: str, before: str, after: str) -> None:
    """A month or a quarter beside an end of a change belongs to no figure."""
    (stated,) = zj.changes(text)
    assert (str(stated.change.before), str(stated.change.after)) == (before, after)


ROWS = list(
    csv.DictReader(
        Path(__file__).with_name("changes.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)


def _written(change: zj.Change) -> str:
    """Return a change as the table writes it: before>after~stated."""
    before, after, stated = ("" if each is None else str(each) for each in (change.before, change.after, change.stated))
    return (
        f"{before}>{after}" * bool(before or after) * bool(after) + before * (not after) + f"~{stated}" * bool(stated)
    )


@every(ROWS)
def test_changes_of_a_sentence(row: dict[str, str]) -> None:
    """Ends and amount of every change, and nothing else."""
    assert ";".join(_written(stated.change) for stated in zj.changes(row["text"])) == row["changes"]


TAILS = (
    "", "2018年末", "2018年度", "112学年度的", "2018年中之", "十四五", "“十四五”", "十四五规划期末", "“十四五”时期", "5月份",
    "12月底", "一季度的", "年初",
    "改革后", "现行的", "当前", "承诺时限", "法定期限的", "承诺的", "最快", "最低", "日均", "户均", "平均", "全程", "总共", "合计",
    "不足", "全省", "全国",
    "共", "仅", "只", "拥有", "每人每月", "每个", "日", "一季度", "一季", "一星期", "只需跑", "需等", "交", "新的", "“", "『", '"',
)  # fmt: skip
LEADS = ("", "了", "到了", "达到", "达", "成为", "至 ", "→", "->", "——>", "”→ “")


def test_every_joint_ends_as_one() -> None:
    """What the patterns of joints match passes the look at its end, so that no change is missed; each tail is in one."""
    patterns = (PAIR, STEP, LEVEL, REACHED, UNLISTED, WITH_OBJECT)
    used = set()
    for verb, lead, tail in product((*DIRECTIONS, "", "更换", "增加了收入"), LEADS, TAILS):
        between = f"{verb}{lead}{tail}"
        if between and any(pattern.match(between, 0) for pattern in patterns):
            used.add(tail)
            assert may_join(f"3{between}5", 1, len(between) + 1), between
    assert used == {*TAILS}
