"""Coded values of the figures: the separate axes of a claim."""

from zjreform.code import Code


class Position(Code):
    """Where the figure stands in a change over time."""

    BEFORE = "before", "改革前", "before", "The state before the reform or measure."
    AFTER = "after", "改革后", "after", "The state after it, set against a stated earlier state or mode."
    CHANGE = "change", "变化量", "change", "The size of a change itself (reduced by, grew by)."
    LEVEL = "level", "水平", "level", "A level with no earlier state set against it."


class Status(Code):
    """What the text does with the figure."""

    ACHIEVED = "achieved", "已实现", "achieved", "Reported as a fact."
    TARGET = "target", "目标", "target", "To be reached by somebody."
    LIMIT = "limit", "限定", "limit", "A limit that a rule, name or standard sets for each instance."
    PROMISE = "promise", "承诺", "promise", "A service standard promised to users."
    RULE = "rule", "规定", "rule", "A size that a rule fixes (a reward, a share of a fee)."
    PLAN = "plan", "计划", "plan", "Part of a plan, programme or design: its parts, items, projects."


class Aggregate(Code):
    """What the figure says of a collection."""

    SINGLE = "single", "单值", "single", "One value of one thing, or a count of things taken as one value."
    MEAN = "mean", "平均", "mean", "An average (平均, 人均, 日均)."
    MIN = "min", "最小", "minimum", "The smallest or shortest."
    MAX = "max", "最大", "maximum", "The largest or longest."
    TOTAL = "total", "合计", "total", "A sum that the text calls total, cumulative or altogether (共, 累计, 总数)."
    EACH = "each", "每个", "each", "The same value for each instance."


class Accrual(Code):
    """How the figure stands in time."""

    INSTANT = "instant", "时点", "instant", "A state at a moment: a stock, a level, a rank."
    PERIOD = "period", "时期", "period", "What happened within a stated or implied period."
    CUMULATIVE = "cumulative", "累计", "cumulative", "Summed since a start, up to a moment (累计)."


class BaseStatus(Code):
    """Whether the whole of a share, or the level a change is set against, is given."""

    STATED = "stated", "已说明", "stated", "The text names the base and what it is."
    UNSTATED = "unstated", "未说明", "unstated", "There must be a base, and the text does not give it."
    UNCLEAR = "unclear", "不明确", "unclear", "The text allows more than one base."
    NOT_APPLICABLE = "not_applicable", "不适用", "not applicable", "The figure has no base."


class Composition(Code):
    """How a part stands to the whole it is joined to."""

    PARTITION = "partition", "完全划分", "partition", "With its sisters it makes up the whole, without overlap."
    SUBSET = "subset", "子集", "subset", "It lies within the whole; the rest is not given."
    SAME_SET = "same_set", "同一集合", "same set", "It measures the same set in another respect."


class Qualifier(Code):
    """A condition that the text sets on the figure."""

    NORMAL = (
        "normal_conditions",
        "正常情况下",
        "under normal conditions",
        "Holds under normal or regular conditions (正常情况, 常态化).",
    )
    IN_PRINCIPLE = "in_principle", "原则上", "in principle", "Holds in principle (原则上)."
    INDIVIDUAL = "individual_cases", "个别", "individual cases", "Holds for individual cases (个别)."


class Quality(Code):
    """What is wrong or doubtful about a figure in the copy at hand."""

    DAMAGED = "damaged", "文本损坏", "damaged", "Characters are lost or merged at the figure in this copy."
    ATTACHMENT_UNCLEAR = (
        "attachment_unclear",
        "修饰关系不明",
        "attachment unclear",
        "A modifier may or may not govern the figure.",
    )
    BASE_UNCLEAR = "base_unclear", "基数不明", "base unclear", "It is open what the figure is a share of."
    INCONSISTENT = "inconsistent", "前后不一致", "inconsistent", "Another figure in the documents contradicts it."
    FORMULA_UNCLEAR = (
        "formula_unclear",
        "算法不明",
        "formula unclear",
        "No usual formula gives the figure from its neighbours.",
    )


class Reading(Code):
    """How the stored quantity comes out of the surface alone."""

    WHOLE = "whole", "直接解析", "whole", "Parsing the surface gives the stored quantity."
    ELIDED_UNIT = (
        "elided_unit",
        "单位省略",
        "elided unit",
        "The unit stands at another figure; the surface holds the number alone.",
    )
    CONTEXT = (
        "context",
        "依上下文",
        "context",
        "The surface needs its sentence: a bound, scale or verb outside it decides.",
    )
    NAME = "name", "名称", "name", "The surface is a name or a noun phrase that states the figure."


class Family(Code):
    """A group of indicators that measure the same thing in different scopes."""

    TIME = "time", "办理时间", "processing time", "How long a procedure takes."
    TIME_SAVED = "time_saved", "提速", "time saved", "Change of a time, as stated."
    STEPS = "steps", "环节", "steps", "Steps, visits or forms of a procedure."
    DOCUMENTS = "documents", "材料", "documents", "Papers an applicant must hand in, and their reduction."
    ITEMS = "items", "事项", "items", "Items of government business in a list or system."
    DEPARTMENTS = "departments", "部门", "departments", "Offices involved."
    ONLINE = "online_share", "网办率", "online share", "Share of items or applications handled online or by one visit."
    SATISFACTION = "satisfaction", "满意度", "satisfaction", "What users say."
    VOLUME = "volume", "办件量", "volume", "Applications, transactions, calls handled."
    DATA = "data", "数据", "data", "Records, interfaces, databases, certificates held or shared."
    COVERAGE = "coverage", "覆盖", "coverage", "Share or number of places, bodies or people reached."
    OUTLETS = "outlets", "网点", "outlets", "Counters, branches, terminals, towns, bodies in place."
    STAFF = "staff", "人员", "staff", "People employed or assigned."
    LAND = "land", "用地", "land", "Parcels and areas."
    MONEY = "money", "金额", "money", "Sums of money and their shares."
    FIRMS = "firms", "企业与项目", "firms and projects", "Firms and projects counted."
    RANK = "rank", "排名", "rank", "A rank held."
    PUBLICITY = "publicity", "宣传", "publicity", "Reports, broadcasts, meetings."
    POPULATION = "population", "人口", "population", "People."
    INSPECTION = "inspection", "监管", "inspection", "Checks, objects checked, results published."
    RULES = "rules", "制度", "rules", "Documents, standards, measures issued."
    STRUCTURE = "structure", "结构", "structure", "Parts that a framework, slogan or plan counts."
    AWARD = "award", "评选", "award", "Entries, winners, rounds of the award."
    BIBLIOGRAPHIC = "bibliographic", "书目", "bibliographic", "Size, price and print of a book."
    TIME_SPAN = "time_span", "时间跨度", "time span", "How long something has lasted or been planned for."
    OTHER = "other", "其他", "other", "None of these."


class Direction(Code):
    """Which way an indicator is wanted to go."""

    LOWER = "lower", "越低越好", "lower is better", "A fall is what the reform wants."
    HIGHER = "higher", "越高越好", "higher is better", "A rise is what the reform wants."
    NEUTRAL = "neutral", "无方向", "neutral", "Neither is better as such."


class Category(Code):
    """Place of an indicator in the logic model of programme evaluation."""

    INPUT = "input", "投入", "input", "Staff, money, land put in."
    ACTIVITY = "activity", "活动", "activity", "What the administration did: meetings, checks, rules."
    OUTPUT = "output", "产出", "output", "What came out directly: items, services, times, documents."
    OUTCOME = (
        "outcome",
        "成效",
        "outcome",
        "What changed for users and the economy: time spent, satisfaction, savings, rank.",
    )
    CONTEXT = "context", "背景", "context", "Circumstances, and counts in names and frameworks."
    AWARD_PROCESS = "award_process", "评选过程", "award process", "Entries, winners, tiers of a round."
    BIBLIOGRAPHIC = "bibliographic", "书目信息", "bibliographic", "Facts about a publication."


class Comparator(Code):
    """What a figure is set against."""

    OWN_PAST = "own_past", "自身过去", "own past", "The same unit before the reform."
    TRADITIONAL = "traditional_mode", "传统模式", "traditional mode", "The usual way of doing the same."
    TARGET = "target", "目标", "target", "A target or limit."
    EXTERNAL = "external", "外部标准", "external", "An outside benchmark."
    PEER = "peer", "同类", "peer", "Another unit of the same kind."
    WHOLE = "whole", "整体", "whole", "A whole or other part of the same set."
    UNSTATED = "unstated", "未说明", "not stated", "The text does not say what it is set against."


class Voice(Code):
    """Who says what a mention holds."""

    APPLICANT = "applicant", "申报单位", "applicant", "The body that carries out the case, or text supplied by it."
    OFFICIAL = "official", "官方作者", "official", "An official writing under own name on the reform."
    YEARBOOK = "yearbook", "年鉴", "yearbook", "A yearbook's editor."
    JOURNALIST = "journalist", "记者", "journalist", "A journalist or the editor of a news item."
    EXPERT = "expert", "专家", "expert", "An expert's comment."
    HOST = "host", "主办方", "host", "The hosts of an award, or the editors and publisher of its book."


class Damage(Code):
    """What happened to the characters of a mention in this copy."""

    LOST = "lost", "缺字", "lost", "A character is missing."
    MERGED = "merged", "粘连", "merged", "A separator is missing and two expressions have run together."
    SPACED = "spaced", "多余空白", "spaced", "A space or line break stands inside."
    WITHHELD = "withheld", "隐去", "withheld", "A personal identifier, kept without its characters."
