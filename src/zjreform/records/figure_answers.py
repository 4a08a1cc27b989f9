"""Columns of the answers about figures: comparisons, derived figures, repetitions, flat rows."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from zjreform.columns.column import Column
from zjreform.columns.schema import FieldSchema
from zjreform.quantity.bounds import Bound
from zjreform.quantity.units import Unit
from zjreform.records.answer_codes import Derivation, Verdict
from zjreform.records.answer_fields import PLACE, PREFECTURE, borrowed, codes, field, renamed
from zjreform.records.figure_codes import Category, Comparator, Family
from zjreform.records.roster_codes import Level


def _side(name: str, zh: str, about: str) -> Iterator[FieldSchema]:
    none = "the text gives none"
    yield field(name, str, zh, about, none=none, refs=("metrics",))
    yield field(f"{name}_quantity", str, f"{zh}写法", f"*{name}* as it is written.", none=none)
    yield field(f"{name}_value", Decimal, f"{zh}数值", f"The number stated of *{name}*.", none=f"{none}, or a range")
    yield field(
        f"{name}_low", Decimal, f"{zh}下限", f"Lowest number that *{name}* allows.", none=f"{none}, or no lower end"
    )
    yield field(
        f"{name}_high", Decimal, f"{zh}上限", f"Highest number that *{name}* allows.", none=f"{none}, or no upper end"
    )
    yield field(f"{name}_bound", Bound, f"{zh}界", f"Where the true number of *{name}* lies.", none=none)
    yield field(f"{name}_unit", Unit, f"{zh}单位", f"Unit of *{name}*.", none=f"{none}, or a bare number")


def _interval(name: str, zh: str, about: str, none: str, unit: str = "") -> Iterator[FieldSchema]:
    rounded = "Decimals that do not end are rounded at the twelfth place."
    yield field(name, Decimal, zh, f"{about} {rounded}", none=f"{none}, or a range", unit=unit)
    for end, chinese, word in (("low", "下限", "Lowest"), ("high", "上限", "Highest")):
        yield field(
            f"{name}_{end}",
            Decimal,
            zh + chinese,
            f"{word} that *{name}* can be.",
            none=f"{none}, or no end",
            unit=unit,
        )
        yield field(
            f"{name}_{end}_open", bool, f"{zh}{chinese}除外", f"Whether *{name} {end}* itself is excluded.", none=none
        )


def comparisons() -> Iterator[FieldSchema]:
    """Yield the columns of comparisons."""
    computed = "no change is computed"
    yield field("id", str, "编号", "Id of the pairing.", refs=("pairings",))
    yield from _side("before", "改革前", "The metric it starts from, or the target.")
    yield from _side("after", "改革后", "The metric it arrives at.")
    yield from _side("reported", "报告变化", "The change that the text reports.")
    yield from _interval(
        "absolute",
        "变化量",
        "After minus before; for a target, the distance from its threshold, positive above.",
        computed,
    )
    yield field("absolute_unit", Unit, "变化量单位", "Unit of *absolute*: percentage points for shares.", none=computed)
    yield from _interval(
        "relative", "变化率", "The change by *before*, negative for a fall.", f"{computed}, or a target", "%"
    )
    yield from _interval(
        "relative_if_alike", "若可比的变化率", "What the relative change would be if *why not* did not stand against it.",
        "the sides are like with like, or no number follows", "%",
    )  # fmt: skip
    yield field("like_with_like", bool, "可比", "Whether both sides measure the same thing in the same way.")
    yield field("why_not", str, "不可比的原因", "Why they do not.", none="they do")
    yield codes("comparator", Comparator, "对照", "What it is set against.")
    yield codes("verdict", Verdict, "判断", "The reported change beside the computed one.")
    yield field("indicator", str, "指标", "What is measured.", refs=("indicators",))
    yield codes("family", Family, "指标族", "Family of the indicator.")
    yield field("case", str, "案例", "The case credited.", none="no case is credited", refs=("cases",))
    yield from (PLACE, PREFECTURE)
    yield field("sources", str, "来源", "Documents in which it stands.", refs=("sources",), many=True)
    yield from (renamed(column, "quality") for column in borrowed("metrics", "quality"))


def derived() -> Iterator[FieldSchema]:
    """Yield the columns of derived."""
    yield codes("derivation", Derivation, "推算方式", "How it follows.")
    yield field("of", str, "所推之数", "The metric it is derived for.", refs=("metrics",))
    yield field("parts", str, "依据", "The metrics it is computed from.", refs=("metrics",), many=True)
    yield field("quantity", str, "推得数量", "The figure derived, written out.")
    yield field("value", Decimal, "数值", "The figure derived, in *unit*.")
    yield field("unit", Unit, "单位", "Its unit.")
    yield field("low", Decimal, "下限", "The smallest amount that the stated figures allow, at twelve places.")
    yield field("high", Decimal, "上限", "The largest amount that they allow, at twelve places.")
    yield field("beside", str, "并列", "Stated figures of the same whole.", refs=("metrics",), many=True)
    yield field(
        "agrees", bool, "一致", "Whether every figure beside it lies within the ends.", none="none stands beside it"
    )


def repeated() -> Iterator[FieldSchema]:
    """Yield the columns of repeated."""
    yield field("metric", str, "数字", "The claim.", refs=("metrics",))
    yield field("quantity", str, "数量", "The claim, written out.")
    yield field("mentions", str, "出处", "Where it stands.", refs=("mentions",), many=True)
    yield field("sources", str, "来源", "The documents.", refs=("sources",), many=True)
    yield field("voices", str, "叙述者", "Who says it.", many=True)
    yield field("independent", bool, "独立", "Whether different voices of different documents say it.")


def wide_metric() -> Iterator[FieldSchema]:
    """Yield the columns of wide metric."""
    yield from borrowed("metrics")
    yield from borrowed("indicators", "family", "category", "direction")
    yield field(
        "place",
        str,
        "地方",
        "The place that it is about, or of the reform or body; that of the case.",
        none="no one place",
        refs=("places",),
    )
    yield PREFECTURE
    yield field(
        "source",
        str,
        "首见来源",
        "The document in which it first stands, for clustered errors.",
        none="it stands nowhere",
        refs=("sources",),
    )
    for name, zh in (("paragraph", "首见段"), ("sentence", "首见句")):
        about = f"The {name} of *source* in which it first stands, for clustered errors; the same number of another source is another {name}."
        yield field(name, int, zh, about, none="it stands nowhere, or not computed")
    yield field("mentions", int, "出处数", "How often it stands in the documents.", unit="mentions")
    yield field("sources", str, "来源", "The documents.", refs=("sources",), many=True)
    yield field("voices", str, "叙述者", "Who says it.", many=True)


def wide_mention() -> Iterator[FieldSchema]:
    """Yield the columns of wide mention."""
    yield from (column for column in borrowed("mentions") if column.name != "of")
    yield from (renamed(column, "metric") if column.name == "id" else column for column in borrowed("metrics"))
    yield from borrowed("indicators", "family", "category", "direction")


def wide_case() -> Iterator[FieldSchema]:
    """Yield the columns of wide case."""
    yield from borrowed("cases")
    yield PREFECTURE
    yield field("award", str, "奖项", "Its award.", refs=("awards",))
    yield from borrowed("awards", "tier", "position")
    yield field("bodies", int, "机构数", "Bodies listed under the award.", unit="bodies")
    yield field("metrics", int, "数字", "Metrics credited to it.", unit="metrics")
    for category in Category:
        yield field(
            f"metrics_{category.value}",
            int,
            f"{category.zh}数字",
            f"Metrics of category {category.value}.",
            unit="metrics",
        )


def wide_award() -> Iterator[FieldSchema]:
    """Yield the columns of wide award."""
    yield from borrowed("awards", "id", "round", "tier")
    yield field("tier_rank", int, "档次", "Place of the tier among those of the round, from the top.")
    yield from borrowed("awards", "position", "case", "organisation")
    yield codes("level", Level, "层级", "Level of the leading body, or of the organisation honoured.")
    yield field(
        "lead_body",
        str,
        "牵头主体",
        "The body or place listed first, or the organisation honoured.",
        none="none is listed",
        refs=("organisations", "places"),
    )
    yield evolve(
        PLACE,
        column=Column(
            "地方",
            "place",
            "Where the case is carried out, or the place of the organisation.",
            "several places",
            ("places",),
        ),
    )
    yield PREFECTURE
    yield from (evolve(column, nullable=True) for column in borrowed("cases", "domain", "cofog"))
    yield field("title_zh", str, "题名", "Title as listed.")
    yield field("title_en", str, "英文题名", "Title, or name of the organisation, in English.")
    yield from (evolve(column, nullable=True) for column in borrowed("cases", "coverage"))
    yield field("stratum", str, "分层", "Provincial or local, by the leading body.", none="no case is honoured")
    yield field(
        "stratum_entries",
        int,
        "本层申报数",
        "Entries of its stratum of the round.",
        none="no document gives them",
        unit="cases",
    )
    yield field(
        "round_entries", int, "本届申报数", "Entries of the round.", none="no document gives them", unit="cases"
    )
