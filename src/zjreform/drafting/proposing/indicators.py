"""What a figure measures: family and indicator, or that it needs an indicator which nobody has defined yet."""

import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.examples import Examples, Near, window_of
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.drafting.proposing.wording import surroundings
from zjreform.text.figure import Figure

NEW: Final = "new"
"""Value that proposes an indicator of its own."""

_DIMENSIONS: Final[Mapping[str, str]] = {"rank": "rank", "money": "money", "area": "land", "mass": "other"}
_UNITS: Final[Mapping[str, str]] = {"宗": "land", "year": "time_span", "级": "structure", "篇": "publicity"}
_CUES: Final = (
    ("bibliographic", "字数|印张|开本|定价|版次|印次"),
    ("publicity", "报道|宣传|刊发|播出|信息稿|会议|例会|点评会|现场会|调研|学习|培训|来访|考察|点赞|电视|媒体|栏目"),
    ("satisfaction", "满意|好评|知晓"),
    ("time_saved", "提速|压缩率|节约时间|用时.{0,12}节约|效率提高|期限.{0,12}节约"),
    ("documents", "材料|证明(?!系统|类|事项)|单证|表格|资料|证件|身份证"),
    ("time", "用时|时限|时间|办结|工作日|时长|期限|取证|即办|最快|最短|最长"),
    ("steps", "环节|程序|流程|步骤|次跑|跑腿|跑一次|上门|往返|跑.{0,3}次"),
    ("outlets", "窗口|网点|终端|自助机|服务点|服务站|站点|大厅|中心|代办点|基地"),
    ("staff", "人员|干部|代办员|专员|队伍|网格员|工作人员|抽调|配备|选派"),
    ("departments", "部门|单位|委办局"),
    ("online_share", "网上.{0,6}率|网办率|网上办理|网上办事|开通率|实现率|办结率|在线.{0,4}率|网报率|办理率|事项"),
    ("land", "亩|公顷|平方公里|地块|用地|土地"),
    ("data", "数据|接口|信息库|库表|证照|共享|归集|信息资源"),
    ("inspection", "抽查|检查|执法|处罚|督查|督办|整改|处置"),
    ("rules", "标准|办法|文件|意见|措施|政策|细则|规范|条例|任务"),
    ("award", "案例|申报|获奖|评选|奖"),
    ("structure", "体系|机制|系统|平台|工程|行动|领域|框架|目标|路径|抓手|方面|阶段|特点|转变|主线|底线|原则|要素|关键|部分|清单|主体"),
    ("firms", "企业|项目|市场主体|公司|个体|机构"),
    ("items", "事项|主项|子项|许可|审批|清单"),
    ("volume", "办件|调用|受理|咨询|投诉|来电|访问|人次|申请|业务|下载|注册用户|办理.{0,6}事项|完成"),
    ("money", "资金|投资|税收|金额|成本|费用|收入"),
    ("coverage", "覆盖|乡镇|街道|村|社区|县|市|区|城市|试点|家庭|户"),
    ("population", "人口|群众|居民|华侨|老人|学生|游客|年轻人|人才"),
)
_BLANKS: Final = re.compile(r"\s+")
_PATTERNS: Final = tuple((family, re.compile(words)) for family, words in _CUES)
_BEHIND_FIRST: Final = frozenset(
    {"documents", "departments", "steps", "items", "firms", "staff", "structure", "outlets", "coverage", "award", "data", "population", "rules"}
)
_BEHIND_ONLY: Final = frozenset({"coverage", "structure"})
_COUNTED: Final = {"count", "number", "grade"}
_SMALL: Final = re.compile("[两二三四五六七八九十]")


@frozen
class Measures:
    """What is proposed for the family and the indicator of a figure.

    Attributes:
        family: Families, best first.
        indicator: The indicator, or that a new one is needed, with the nearest existing ones.
    """

    family: Proposal
    indicator: Proposal


def measures(passage: Passage, figure: Figure, examples: Examples, *, enough: float) -> Measures:
    """Return what a figure may measure.

    Args:
        passage: The text.
        figure: The figure.
        examples: What was coded before.
        enough: Likeness from which an existing indicator is proposed.
    """
    dimension = figure.quantity.unit.dimension if figure.quantity is not None else None
    text = window_of(passage, figure)
    near = [*examples.nearest(text, dimension), *examples.nearest_named(text, dimension)]
    families = _families(passage, figure, near, examples)
    best = _ranked(near, families, examples)
    reason, step = families[0][1], families[0][2]
    family = Proposal("family", families[0][0], reason, step, tuple(name for name, _, _ in families[1:6]))
    if best and best[0][1] >= enough:
        name, score = best[0]
        sure = Confidence.MIDDLE if score >= 2 * enough else Confidence.LOW
        said = f"like {_said(near, name)}"
        return Measures(family, Proposal("indicator", name, said, sure, (*(each for each, _ in best[1:5]), NEW)))
    said = f"nothing coded is like it; nearest {best[0][0]}" if best else "nothing coded is like it"
    return Measures(family, Proposal("indicator", NEW, said, Confidence.MIDDLE, tuple(each for each, _ in best[:5])))


def _families(
    passage: Passage, figure: Figure, near: list[Near], examples: Examples
) -> list[tuple[str, str, Confidence]]:
    """Return families with reason and step: by the dimension, by words near the figure, by coded figures that are alike."""
    places = surroundings(passage, figure)
    dimension = figure.quantity.unit.dimension.value if figure.quantity is not None else ""
    scored: dict[str, tuple[float, str, Confidence]] = {}

    def give(family: str, score: float, reason: str, step: Confidence) -> None:
        if score > scored.get(family, (0.0, "", step))[0]:
            scored[family] = (score, reason, step)

    unit = figure.quantity.unit.code if figure.quantity is not None else ""
    if dimension in _DIMENSIONS:
        give(_DIMENSIONS[dimension], 3.0, f"a figure of {dimension}", Confidence.HIGH)
    if unit in _UNITS:
        give(_UNITS[unit], 3.0, f"counted in {unit}", Confidence.HIGH)
    if dimension in _COUNTED and (_SMALL.match(figure.surface) or figure.surface.isdigit()):
        large = places["behind"].startswith("大")
        give("structure", 2.7 if large else 2.2, "a small number in words" if not large else "大 behind it", Confidence.MIDDLE)
    for name, pattern in _PATTERNS:
        behind = pattern.match(places["behind"].lstrip("的大主个项"))
        near_words = _BLANKS.sub("", places["near"])[-9:]
        close = None if name in _BEHIND_ONLY else pattern.search(near_words)
        wide = None if name in _BEHIND_ONLY else pattern.search(places["clause"][-18:])
        if behind and name in _BEHIND_FIRST:
            give(name, 2.6, behind[0], Confidence.HIGH)
        elif close:
            give(name, 2.0 + 0.02 * close.end(), close[0], Confidence.MIDDLE)
        elif wide:
            give(name, 1.0 + 0.01 * wide.end(), wide[0], Confidence.LOW)
    own = {one.id: one.family.value for one in examples.dataset.indicators}
    for one in near[:6]:
        name = own.get(one.example.indicator)
        if name is not None:
            give(name, 0.6 + 2.4 * one.likeness, one.example.indicator, Confidence.LOW)
    shaped = {family: entry for family, entry in scored.items() if _fits(family, dimension)}
    order = sorted((shaped or scored).items(), key=lambda entry: (-entry[1][0], entry[0]))
    return [(family, reason, step) for family, (_, reason, step) in order] or [("other", "no word near says", Confidence.LOW)]


_SHARES: Final = {"percent", "multiple", "percentage_point"}
_ONLY: Final = {
    "time": {"duration", "working_time"},
    "time_span": {"duration", "working_time"},
    "time_saved": {"duration", "working_time", *_SHARES},
    "satisfaction": {"percent", "score"},
    "online_share": {"percent"},
    "rank": {"rank"},
    "money": {"money", *_SHARES},
    "land": {"count", "area", "percent", "number"},
    "bibliographic": {"length", "number", "count", "money"},
    **dict.fromkeys(
        ("items", "departments", "structure", "outlets", "publicity", "award", "rules", "steps", "data", "population"), _COUNTED
    ),
}


def _fits(family: str, dimension: str) -> bool:
    times = {"duration", "working_time"}
    return dimension in _ONLY.get(family, {dimension}) and (dimension not in times or family in {"time", "time_span", "time_saved"})


def _ranked(near: list[Near], families: list[tuple[str, str, Confidence]], examples: Examples) -> list[tuple[str, float]]:
    """Return indicators with their likeness, those of the families that are proposed first a little ahead."""
    own = {one.id: one.family.value for one in examples.dataset.indicators}
    first = {name: place for place, (name, _, _) in enumerate(families[:3])}
    scores: dict[str, float] = {}
    for one in near:
        name = one.example.indicator
        ahead = 1.25 - 0.1 * first[own[name]] if own.get(name) in first else 0.7
        scores[name] = max(scores.get(name, 0.0), one.likeness * ahead)
    return sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))


def _said(near: list[Near], indicator: str) -> str:
    one = next(each for each in near if each.example.indicator == indicator)
    return f"“{one.example.text[:24]}” ({one.likeness:.2f})"
