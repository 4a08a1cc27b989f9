"""What the columns of answers hold: comparisons, adoptions, strata, flat rows. Frames, files and the codebook follow these lists.

A column that a table has as well is taken from its record class; only what the library works out is described here.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import evolve

from zjreform.code import Code
from zjreform.columns.column import Column, Whole
from zjreform.columns.schema import FieldSchema
from zjreform.quantity.bounds import Bound
from zjreform.quantity.columns import QUANTITY_COLUMNS, QuantityColumn
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Unit
from zjreform.records.answer_codes import Derivation, Verdict
from zjreform.records.figure_codes import Category, Comparator, Family
from zjreform.records.history_codes import AdoptionExtent
from zjreform.records.roster_codes import Level
from zjreform.records.schema import schema_of

Fields = tuple[FieldSchema, ...]

_KINDS: Mapping[str, Any] = {"decimal": Decimal, "number": float, "boolean": bool, "whole": Whole, "unit": Unit}


def field(
    name: str,
    kind: Any,  # noqa: ANN401 (a type, or the class of a closed list)
    zh: str,
    about: str,
    *,
    none: str = "",
    refs: tuple[str, ...] = (),
    unit: str = "",
    many: bool = False,
) -> FieldSchema:
    """Return one column of an answer.

    Example:
        >>> field("share", float, "比例", "Winners by entries.", none="no entries are known").nullable
        True
    """
    column = Column(zh, name.replace("_", " "), about, none, refs, unit)
    return FieldSchema(name, kind, nullable=bool(none), many=many, column=column)


def quantity_fields(prefix: str = "") -> Iterator[FieldSchema]:
    """Yield the columns of a flattened quantity.

    Example:
        >>> [column.name for column in quantity_fields("metric_")][:2]
        ['metric_value', 'metric_upper']
    """
    for part in QUANTITY_COLUMNS:
        yield FieldSchema(prefix + part.name, _kind(part), nullable=True, many=False, column=part.column)


def _kind(part: QuantityColumn) -> Any:  # noqa: ANN401 (a type, or the class of a closed list)
    return part.listed or _KINDS[part.kind]


def borrowed(table: str, *names: str) -> Iterator[FieldSchema]:
    """Yield columns that a table has, all where none is named; a quantity is flattened.

    Example:
        >>> [column.name for column in borrowed("tiers", "rank", "quota")]
        ['rank', 'quota']
    """
    for column in schema_of(table).fields:
        if not names or column.name in names:
            if column.kind is Quantity:
                yield from quantity_fields()
            else:
                yield column


def _renamed(column: FieldSchema, name: str) -> FieldSchema:
    return evolve(column, name=name)


def _codes(name: str, kind: type[Code], zh: str, about: str, none: str = "") -> FieldSchema:
    return field(name, kind, zh, about, none=none)


_PLACE = field("place", str, "地方", "The place it belongs to.", none="no one place", refs=("places",))
PREFECTURE = field(
    "prefecture",
    str,
    "地级市",
    "The prefecture-level city that the place is or lies in.",
    none="no one city",
    refs=("places",),
)
"""The city that a row lies in: also a column of the frames of places, cases, awards and applicants."""


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


def _comparisons() -> Iterator[FieldSchema]:
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
    yield _codes("comparator", Comparator, "对照", "What it is set against.")
    yield _codes("verdict", Verdict, "判断", "The reported change beside the computed one.")
    yield field("indicator", str, "指标", "What is measured.", refs=("indicators",))
    yield _codes("family", Family, "指标族", "Family of the indicator.")
    yield field("case", str, "案例", "The case credited.", none="no case is credited", refs=("cases",))
    yield from (_PLACE, PREFECTURE)
    yield field("sources", str, "来源", "Documents in which it stands.", refs=("sources",), many=True)
    yield from (_renamed(column, "quality") for column in borrowed("metrics", "quality"))


def _derived() -> Iterator[FieldSchema]:
    yield _codes("derivation", Derivation, "推算方式", "How it follows.")
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


def _repeated() -> Iterator[FieldSchema]:
    yield field("metric", str, "数字", "The claim.", refs=("metrics",))
    yield field("quantity", str, "数量", "The claim, written out.")
    yield field("mentions", str, "出处", "Where it stands.", refs=("mentions",), many=True)
    yield field("sources", str, "来源", "The documents.", refs=("sources",), many=True)
    yield field("voices", str, "叙述者", "Who says it.", many=True)
    yield field("independent", bool, "独立", "Whether different voices of different documents say it.")


def _adoptions() -> Iterator[FieldSchema]:
    yield field("unit", str, "采纳者", "The adopting body or place.", refs=("organisations", "places"))
    yield field("policy", str, "政策", "The term that was taken up.", refs=("terms",))
    yield field("date", str, "日期", "EDTF date, where one is stated.", none="the documents give none")
    yield field(
        "earliest",
        date,
        "最早",
        "First day on which it can have been: the first that *date* covers.",
        none="nothing bounds it below",
    )
    yield field(
        "latest", date, "最晚", "Last day on which it can have been: the last that *date* covers, else that of the first document that tells of it.",
        none="nothing bounds it above",
    )  # fmt: skip
    yield evolve(
        _PLACE,
        column=Column("地方", "place", "The place that adopts, or that of the body.", "the body has none", ("places",)),
    )
    yield _codes("place_level", Level, "地方层级", "Level of government of the place.", "it is no level of government")
    yield PREFECTURE
    yield field("latitude", Decimal, "纬度", "Of the place's centroid.", none="none is known", unit="degrees north")
    yield field("longitude", Decimal, "经度", "Of the place's centroid.", none="none is known", unit="degrees east")
    yield _codes("extent", AdoptionExtent, "范围", "Pilot or full.")
    yield field(
        "taken_from",
        str,
        "来源地",
        "The body or place it was taken from.",
        none="none is named",
        refs=("organisations", "places"),
    )
    yield field("case", str, "案例", "The case it belongs to.", none="none", refs=("cases",))
    yield field("event", str, "事件", "The event.", refs=("events",))


def _pool() -> Iterator[FieldSchema]:
    yield field("round", str, "届次", "The round.", refs=("rounds",))
    yield field("by", str, "分组", "What the strata are: leader, level, tier, domain or prefecture.")
    yield field("name", str, "组", "The stratum: a code, or an id.")
    yield field("entries", int, "申报数", "Cases entered.", none="no document gives them", unit="cases")
    yield field("winners", int, "获奖数", "Cases honoured.", unit="cases")
    yield field("share", float, "获奖比例", "Winners by entries.", none="no entries are given")


def _wide_metric() -> Iterator[FieldSchema]:
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
    yield field("mentions", int, "出处数", "How often it stands in the documents.", unit="mentions")
    yield field("sources", str, "来源", "The documents.", refs=("sources",), many=True)
    yield field("voices", str, "叙述者", "Who says it.", many=True)


def _wide_mention() -> Iterator[FieldSchema]:
    yield from (column for column in borrowed("mentions") if column.name != "of")
    yield from (_renamed(column, "metric") if column.name == "id" else column for column in borrowed("metrics"))
    yield from borrowed("indicators", "family", "category", "direction")


def _wide_case() -> Iterator[FieldSchema]:
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


def _wide_award() -> Iterator[FieldSchema]:
    yield from borrowed("awards", "id", "round", "tier")
    yield field("tier_rank", int, "档次", "Place of the tier among those of the round, from the top.")
    yield from borrowed("awards", "position", "case", "organisation")
    yield _codes("level", Level, "层级", "Level of the leading body, or of the organisation honoured.")
    yield field(
        "lead_body",
        str,
        "牵头主体",
        "The body or place listed first, or the organisation honoured.",
        none="none is listed",
        refs=("organisations", "places"),
    )
    yield evolve(
        _PLACE,
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


_MAKERS = {
    "comparisons": _comparisons,
    "derived": _derived,
    "repeated": _repeated,
    "adoptions": _adoptions,
    "pool": _pool,
    "wide-metric": _wide_metric,
    "wide-mention": _wide_mention,
    "wide-case": _wide_case,
    "wide-award": _wide_award,
}

ANSWERS = tuple(_MAKERS)
"""Names of the answers that have columns of their own."""


@cache
def answer_fields(name: str) -> Fields:
    """Return the columns of an answer.

    Raises:
        KeyError: No answer is called so.

    Example:
        >>> [column.name for column in answer_fields("pool")]
        ['round', 'by', 'name', 'entries', 'winners', 'share']
    """
    return tuple(_MAKERS[name]())
