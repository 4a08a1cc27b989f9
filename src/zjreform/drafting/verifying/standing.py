"""How a claimed number stands to the text: the closed list of verdicts."""

from zjreform.code import Code


class Standing(Code):
    """What the text says of a claimed number."""

    CONFIRMED = "confirmed", "属实", "confirmed", "The whole figure stands at a place that is decided."
    MAGNITUDE = (
        "magnitude",
        "数量级不同",
        "another magnitude",
        "The digits agree and the power of ten does not (万, 亿, a point).",
    )
    UNIT = "unit", "单位不同", "another unit", "The number agrees and counts in another unit."
    BOUND = (
        "bound",
        "界限不同",
        "another bound",
        "The number agrees; over, about, at most or the like was lost, added or changed.",
    )
    YEAR = "year", "年份不同", "another year", "The figure agrees and the text gives it for another year."
    RANGE_END = "range_end", "区间一端", "an end of a range", "One end stands for a range, or a range for one end."
    EXCHANGED = (
        "exchanged",
        "前后颠倒",
        "before and after exchanged",
        "The text has the figure on the other side of a change.",
    )
    LEVEL = (
        "level_for_change",
        "水平与变化混淆",
        "a level for a change",
        "A level is claimed where the text states a change, or the reverse.",
    )
    DIRECTION = (
        "direction",
        "方向相反",
        "another direction",
        "A rise is claimed where the text states a fall, or the sign differs.",
    )
    POINTS = (
        "points_for_percent",
        "百分点与百分比混淆",
        "points for percent",
        "Percentage points stand for percent, or the reverse.",
    )
    PER = "per_lost", "缺基准", "per lost", "The text gives the figure per something, and the claim does not say so."
    ROUNDED = "rounded", "四舍五入", "rounded", "The claim is the text's number rounded, or the reverse."
    DERIVABLE = "derivable", "可推算", "derivable", "Two figures of one sentence give it; the text does not state it."
    ELSEWHERE = (
        "elsewhere",
        "在别处",
        "elsewhere",
        "The figure stands in the text, and not at the place or with the subject claimed.",
    )
    ANOTHER = (
        "another_figure",
        "另一数字",
        "another figure",
        "At the place claimed stands another figure, of which the claim may be a part.",
    )
    NOWHERE = "nowhere", "无此数字", "nowhere", "No figure of the text is like it."
    UNDECIDED = (
        "undecided",
        "位置未定",
        "place not decided",
        "It stands in several places, and nothing says which is meant.",
    )
    UNREAD = "unread", "无法解读", "not read", "What is claimed is no number that this library reads."
