"""Words around a figure that say how it is meant: status, aggregate, accrual, base, per; the first rule that fits counts.

A rule looks at the folded text in one place: *near*, since the last list mark or other figure; *clause*, since the last comma; *sentence*,
since its begin; *behind*, the few characters after the figure; *quoted*, the quotation that holds the figure.
"""

import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.fold import fold
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure

_TIMES: Final = frozenset({Dimension.DURATION, Dimension.WORKING_TIME})
_SHARES: Final = frozenset({Dimension.PERCENT, Dimension.PERCENTAGE_POINT, Dimension.MULTIPLE})
_CLAUSE: Final = re.compile(r"[,，。;；:：!?！？\n]")
_NEAR: Final = re.compile(r"[,，。;；:：、()（）!?！？\n]")
_MONEY: Final = frozenset({Dimension.MONEY})
_OCCASIONS: Final = frozenset({"次", "期", "场", "篇", "起", "批", "件", "人次", "条"})
_ENTRIES: Final = frozenset({"个", "项", "", "件"})
_BEHIND: Final = 14
_OPEN: Final = re.compile('[“「『《"]')
_CLOSE: Final = re.compile('[”」』》"]')


@frozen
class Rule:
    """One rule: where words that match *pattern* stand, *field* has *value*."""

    field: str
    value: str
    place: str
    pattern: re.Pattern[str]
    step: Confidence = Confidence.HIGH
    only: frozenset[Dimension] | None = None
    without: frozenset[Dimension] = frozenset()
    units: frozenset[str] | None = None


def _rule(
    field: str,
    value: str,
    place: str,
    pattern: str,
    step: Confidence = Confidence.HIGH,
    only: frozenset[Dimension] | None = None,
    *,
    without: frozenset[Dimension] = frozenset(),
    units: frozenset[str] | None = None,
) -> Rule:
    return Rule(field, value, place, re.compile(pattern), step, only, without, units)


_MIDDLE: Final = Confidence.MIDDLE
RULES: Final = (
    _rule("status", "limit", "quoted", r"^.{0,12}(?:最多|[日天时钟内])", only=_TIMES),
    _rule("status", "limit", "behind", r"^(?:内)?(?:办结|取证|取件|出证|领证|拿证|办理)", _MIDDLE, _TIMES),
    _rule("status", "target", "behind", r"^的?[^,，。;；]{0,6}目标"),
    _rule("status", "limit", "sentence", r"时限[^,，。]{0,30}(?:压缩|缩短|控制)(?:至|到|在)$", _MIDDLE, _TIMES),
    _rule("status", "plan", "behind", r"^(?:[^,，。;；]{0,3}(?:实施方案|行动计划|规划|计划|行动方案)|将要)"),
    _rule(
        "status",
        "plan",
        "clause",
        r"(?:今后|未来|计划|拟|(?<!现)将(?![^,，。]{0,8}(?:出的|了|为期)))[^,，。]{0,12}$",
        _MIDDLE,
    ),
    _rule("status", "promise", "clause", r"承诺[^,，。制]{0,8}$", _MIDDLE),
    _rule(
        "status",
        "target",
        "clause",
        r"(?:目标|力争|争取|确保|要求|(?<![高升加少低缩降减展大])到20[0-9]{2}年)[^,，。]{0,24}$",
        _MIDDLE,
    ),
    _rule("status", "target", "sentence", r"目标(?:是|为|有|包括)?[:：].*$", _MIDDLE),
    _rule("status", "rule", "clause", r"(?:每个|每家|每户|给予|奖励|补助|补贴|控制在|原则上)[^,，。]{0,14}$", _MIDDLE),
    _rule("status", "limit", "clause", r"凭(?:本人)?$", _MIDDLE),
    _rule("status", "plan", "clause", r"(?:加快|着力|抓好|力推)[^,，。]{0,10}$", _MIDDLE, without=_TIMES),
    _rule("status", "plan", "behind", r"^方面(?:着力|发力|入手|推进)", _MIDDLE),
    _rule("aggregate", "mean", "near", r"(?:平均|人均|日均|年均|月均|户均|均值)[^,，。、]{0,8}$"),
    _rule("aggregate", "min", "near", r"(?:最短|最快|最少|最低)[^,，。、]{0,6}$"),
    _rule("aggregate", "max", "near", r"(?:最长|最慢|最大)[^,，。、]{0,6}$"),
    _rule(
        "aggregate",
        "each",
        "near",
        r"(?:均为|均达|都是|均在|各(?![类种个地界级项方位])|每个|每家|每户|每件)[^,，。、]{0,6}$",
    ),
    _rule(
        "aggregate",
        "total",
        "near",
        r"(?:累计|总数|总计|合计|共计|总共|总额|总量|总数量|总数为|(?<!公)共有?(?![享同和建治用识产通性青管商])|一共|总投资)[^,，。、]{0,14}$",
        without=_TIMES | _SHARES,
    ),
    _rule(
        "aggregate",
        "total",
        "clause",
        r"(?:累计|总共|合计|共计|(?<!公)共(?![享同和建治用识产通性青管商有])).{0,22}$",
        _MIDDLE,
        without=_TIMES | _SHARES,
    ),
    _rule(
        "aggregate",
        "mean",
        "clause",
        r"(?:平均|人均|日均|年均)(?:(?!压缩|缩短|缩减|减少|降低|降至|减至).){0,18}$",
        _MIDDLE,
    ),
    _rule("aggregate", "mean", "near", r"^日(?!前|期|常|后|起|内|益|程|报|子)[^,，。、]{2,12}$", _MIDDLE),
    _rule("aggregate", "each", "near", r"(?:(?:需要?|须|要)(?:跑|提交|提供|填写|准备|经过|交)|[只仅]需要?)$", _MIDDLE),
    _rule("accrual", "cumulative", "near", r"累计[^,，。、]{0,16}$", without=_TIMES),
    _rule("accrual", "cumulative", "clause", r"累计.{0,24}$", without=_TIMES),
    _rule("accrual", "cumulative", "sentence", r"(?:以来|至今|迄今)[^。;；]{0,30}$", _MIDDLE, without=_TIMES),
    _rule(
        "accrual",
        "period",
        "sentence",
        r"20[0-9]{2}年(?:度|[0-9一—至-]+月)?[,，]?[^。;；底末初止]{0,60}了[^。;；,，]{0,8}$",
        _MIDDLE,
        without=_TIMES | _SHARES,
    ),
    _rule("accrual", "period", "near", r"^日(?!前|期|常|后|起|内|益|程|报|子)[^,，。、]{2,12}$", _MIDDLE),
    _rule(
        "accrual",
        "cumulative",
        "clause",
        r"(?:调用|办件|办理|访问|下载|点击|浏览|注册|受理)(?:总)?量(?:已|现)?(?:达到?|突破|超过)$",
        _MIDDLE,
    ),
    _rule(
        "accrual",
        "cumulative",
        "sentence",
        r"(?:年|月|天|[年月天]多|来)(?:[便就已]|中)[^。;；]{0,60}(?:集聚|吸引|创立|引进|培育)[^。;；]{0,20}$",
        _MIDDLE,
    ),
    _rule("accrual", "period", "near", r"(?:同比|环比|增长|增速|增幅|涨幅)(?:率|了|达|为|约)*$", _MIDDLE, _SHARES),
    _rule("accrual", "period", "near", r"(?:日均?|每天|每日|每年|年均|每月|月均|全年|当年)[^,，。、]{0,10}$"),
    _rule("accrual", "period", "clause", r"(?:每年|每天|全年|一年来|年内|上半年|前三季度).{0,20}$"),
    _rule(
        "accrual",
        "period",
        "clause",
        r"(?:召开|举办|举行|开展|组织|处置|查处|查办|抽查|检查|培训|接待|播出|刊发|发表|报道|发布|制作|会|调研|例会)[^,，]{0,16}$",
        _MIDDLE,
        units=_OCCASIONS,
    ),
    _rule(
        "accrual",
        "period",
        "sentence",
        r"(?:评选|申报|征集|评出|获奖|创新奖|贡献奖|优秀奖|组织奖)[^。;；]{0,40}$",
        _MIDDLE,
        units=_ENTRIES,
    ),
    _rule(
        "accrual",
        "period",
        "sentence",
        r"20[0-9]{2}年(?:度|[0-9一—至-]+月)?[,，]?[^。;；底末初止]{0,60}$",
        _MIDDLE,
        _MONEY,
    ),
    _rule(
        "accrual",
        "period",
        "sentence",
        r"20[0-9]{2}年(?:度)?[,，]?[^。;；底末初止]{0,40}(?:总数|办结|受理|新增|完成|申报|公布)[^。;；]{0,6}$",
        _MIDDLE,
    ),
    _rule("base_status", "stated", "near", r"(?:占|比)[^,，。、]{2,24}$", only=_SHARES),
    _rule("base_status", "stated", "clause", r"(?:占|较|比|相比|同比|环比).{2,24}$", _MIDDLE, _SHARES),
    _rule(
        "base_status", "stated", "near", r"(?:满意|覆盖|合格|知晓|好评)(?:率|度)?(?:均?[达为])?到?$", _MIDDLE, _SHARES
    ),
    _rule(
        "base_status",
        "stated",
        "near",
        r"(?:事项|部门|乡镇|街道|村|企业|项目|窗口|件)(?:已|实现|的)?$",
        _MIDDLE,
        _SHARES,
    ),
    _rule("per", "day", "near", r"(?:日均|每天|每日|^日|(?<=[,，。、])日)[^,，。、年月]{0,12}$"),
    _rule("per", "year", "near", r"(?:每年|年均|年)(?!度|底|来|初)[^,，。、0-9月]{0,8}$", _MIDDLE),
    _rule("per", "year", "clause", r"每年.{0,14}$"),
    _rule("per", "month", "near", r"(?:每月|月均)[^,，。、]{0,10}$"),
    _rule("per", "person", "near", r"(?:人均|每人)[^,，。、]{0,10}$"),
    _rule("per", "household", "near", r"(?:户均|每户)[^,，。、]{0,10}$"),
    _rule("per", "county", "near", r"(?:各县|各县(?:[(（]市、?区[)）])|每个县)平均$"),
    _rule("per", "town", "near", r"每个(?:特色)?小镇[^,，。、]{0,14}$"),
    _rule("per", "mu", "near", r"(?:亩均|每亩)[^,，。、]{0,10}$"),
)
"""What words say of a figure, in order of strength within a field."""

DEFAULTS: Final = {
    "status": "achieved",
    "aggregate": "single",
    "accrual": "instant",
    "base_status": "not_applicable",
    "per": None,
}


def surroundings(passage: Passage, figure: Figure) -> Mapping[str, str]:
    """Return the folded text of each place that a rule may look at.

    Example:
        >>> passage = Passage("a", "全市共有窗口12个，平均用时“3天办结”。")
        >>> places = surroundings(passage, passage.quantities[1])
        >>> places["near"], places["behind"], places["quoted"]
        ('平均用时“', '办结”。', '3天办结')
    """
    begin, end = passage.sentence(figure)
    before, behind = (
        fold(passage.text[begin : figure.start]),
        fold(passage.text[figure.end : min(end, figure.end + _BEHIND)]),
    )
    opened, closed = [m.end() for m in _OPEN.finditer(before)], [m.end() for m in _CLOSE.finditer(before)]
    quoted = ""
    if opened and (not closed or closed[-1] <= opened[-1]):
        found = _CLOSE.search(behind)
        quoted = before[opened[-1] :] + fold(figure.surface) + (behind[: found.start()] if found else "")
    last = passage.numeral_end(begin, figure.start) - begin
    return {
        "near": _NEAR.split(before[last:])[-1],
        "clause": _CLAUSE.split(before)[-1],
        "sentence": before,
        "behind": behind,
        "quoted": quoted,
    }


def by_words(passage: Passage, figure: Figure) -> dict[str, Proposal]:
    """Return what the words around a figure propose for status, aggregate, accrual, base status and per.

    Example:
        >>> passage = Passage("a", "系统累计调用数据120余万次")
        >>> found = by_words(passage, passage.quantities[0])
        >>> found["accrual"].value, found["accrual"].reason, found["status"].value
        ('cumulative', '累计调用数据', 'achieved')
    """
    places = surroundings(passage, figure)
    found: dict[str, Proposal] = {}
    dimension = figure.quantity.unit.dimension if figure.quantity is not None else None
    for rule in RULES:
        if rule.field in found or not _suits(rule, figure):
            continue
        match = rule.pattern.search(places[rule.place])
        if match:
            found[rule.field] = Proposal(rule.field, rule.value, match[0].strip(), rule.step)
    if dimension in _SHARES and "base_status" not in found:
        found["base_status"] = Proposal("base_status", "unstated", "a share without its whole", Confidence.MIDDLE)
    _follow(found, figure, dimension)
    for field, value in DEFAULTS.items():
        if field not in found:
            found[field] = Proposal(field, value, "nothing beside it says otherwise", Confidence.LOW)
    return found


def _suits(rule: Rule, figure: Figure) -> bool:
    if figure.quantity is None:
        return False
    unit = figure.quantity.unit
    wanted = (rule.only is None or unit.dimension in rule.only) and unit.dimension not in rule.without
    return wanted and (rule.units is None or unit.code in rule.units)


def _follow(found: dict[str, Proposal], figure: Figure, dimension: Dimension | None) -> None:
    """Add what follows from other fields: a limit and the time of a procedure hold for each instance."""
    if figure.per is not None:
        found["per"] = Proposal("per", figure.per, figure.per, Confidence.HIGH)
    if "aggregate" not in found and figure.quantity is not None and not figure.quantity.value:
        found["aggregate"] = Proposal("aggregate", "each", "none holds for each instance", Confidence.MIDDLE)
    if "aggregate" not in found:
        status = found.get("status")
        if status is not None and status.value in {"limit", "rule"}:
            found["aggregate"] = Proposal(
                "aggregate", "each", f"a {status.value} holds for each instance", Confidence.MIDDLE
            )
        elif dimension in _TIMES and figure.quantity is not None and figure.quantity.unit.code not in _LONG:
            found["aggregate"] = Proposal("aggregate", "each", "the time of a procedure", Confidence.MIDDLE)


_LONG: Final = frozenset({"year", "month", "week"})
