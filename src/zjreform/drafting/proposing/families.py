"""The family of what a figure measures: by its dimension and unit, by the words near it, by coded figures that are alike."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.examples import Examples, Near
from zjreform.drafting.proposing.proposals import Confidence
from zjreform.drafting.proposing.wording import surroundings
from zjreform.text.figure import Figure

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
    (
        "structure",
        "体系|机制|系统|平台|工程|行动|领域|框架|目标|路径|抓手|方面|阶段|特点|转变|主线|底线|原则|要素|关键|部分|清单|主体",
    ),
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
    {
        "documents",
        "departments",
        "steps",
        "items",
        "firms",
        "staff",
        "structure",
        "outlets",
        "coverage",
        "award",
        "data",
        "population",
        "rules",
    }
)
_BEHIND_ONLY: Final = frozenset({"coverage", "structure"})
_COUNTED: Final = {"count", "number", "grade"}
_SMALL: Final = re.compile("[两二三四五六七八九十]")


@frozen
class FamilyGuess:
    """A family that a figure may belong to.

    Attributes:
        family: The family.
        score: How much speaks for it.
        reason: What does.
        step: How it is founded.
    """

    family: str
    score: float
    reason: str
    step: Confidence


def families(passage: Passage, figure: Figure, near: Sequence[Near], examples: Examples) -> list[FamilyGuess]:
    """Return families that a figure may belong to, best first, and at least one.

    Args:
        passage: The text.
        figure: The figure.
        near: Coded figures and indicators that are like it.
        examples: What was coded before.
    """
    dimension = figure.quantity.unit.dimension.value if figure.quantity is not None else ""
    best: dict[str, FamilyGuess] = {}
    for guess in (
        *_by_shape(figure, surroundings(passage, figure)),
        *_by_words(passage, figure),
        *_by_examples(near, examples),
    ):
        if guess.family not in best or guess.score > best[guess.family].score:
            best[guess.family] = guess
    fitting = [guess for guess in best.values() if _fits(guess.family, dimension)] or list(best.values())
    return sorted(fitting, key=lambda guess: (-guess.score, guess.family)) or [
        FamilyGuess("other", 0.0, "no word near says", Confidence.LOW)
    ]


def _by_shape(figure: Figure, places: Mapping[str, str]) -> Iterator[FamilyGuess]:
    if figure.quantity is None:
        return
    dimension, unit = figure.quantity.unit.dimension.value, figure.quantity.unit.code
    if dimension in _DIMENSIONS:
        yield FamilyGuess(_DIMENSIONS[dimension], 3.0, f"a figure of {dimension}", Confidence.HIGH)
    if unit in _UNITS:
        yield FamilyGuess(_UNITS[unit], 3.0, f"counted in {unit}", Confidence.HIGH)
    if dimension in _COUNTED and (_SMALL.match(figure.surface) or figure.surface.isdigit()):
        large = places["behind"].startswith("大")
        reason = "大 behind it" if large else "a small number in words"
        yield FamilyGuess("structure", 2.7 if large else 2.2, reason, Confidence.MIDDLE)


def _by_words(passage: Passage, figure: Figure) -> Iterator[FamilyGuess]:
    places = surroundings(passage, figure)
    near, behind = _BLANKS.sub("", places["near"])[-9:], places["behind"].lstrip("的大主个项")
    for name, pattern in _PATTERNS:
        after = pattern.match(behind) if name in _BEHIND_FIRST else None
        close = None if name in _BEHIND_ONLY else pattern.search(near)
        wide = None if name in _BEHIND_ONLY else pattern.search(places["clause"][-18:])
        if after:
            yield FamilyGuess(name, 2.6, after[0], Confidence.HIGH)
        elif close:
            yield FamilyGuess(name, 2.0 + 0.02 * close.end(), close[0], Confidence.MIDDLE)
        elif wide:
            yield FamilyGuess(name, 1.0 + 0.01 * wide.end(), wide[0], Confidence.LOW)


def _by_examples(near: Sequence[Near], examples: Examples) -> Iterator[FamilyGuess]:
    for one in near[:6]:
        name = examples.families.get(one.example.indicator)
        if name is not None:
            yield FamilyGuess(name, 0.6 + 2.4 * one.likeness, one.example.indicator, Confidence.LOW)


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
        ("items", "departments", "structure", "outlets", "publicity", "award", "rules", "steps", "data", "population"),
        _COUNTED,
    ),
}


def _fits(family: str, dimension: str) -> bool:
    times = {"duration", "working_time"}
    return dimension in _ONLY.get(family, {dimension}) and (
        dimension not in times or family in {"time", "time_span", "time_saved"}
    )
