"""Columns of the answers about rounds and the spread of policies: strata, adoptions, panels, reach, neighbours, divisions."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import evolve

from zjreform.columns.column import Column
from zjreform.columns.schema import FieldSchema
from zjreform.records.answer_codes import Succession
from zjreform.records.answer_fields import PLACE, PREFECTURE, borrowed, codes, field
from zjreform.records.history_codes import AdoptionExtent
from zjreform.records.roster_codes import Level


def adoptions() -> Iterator[FieldSchema]:
    """Yield the columns of adoptions."""
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
        PLACE,
        column=Column("地方", "place", "The place that adopts, or that of the body.", "the body has none", ("places",)),
    )
    yield codes("place_level", Level, "地方层级", "Level of government of the place.", "it is no level of government")
    yield PREFECTURE
    yield field("latitude", Decimal, "纬度", "Of the place's centroid.", none="none is known", unit="degrees north")
    yield field("longitude", Decimal, "经度", "Of the place's centroid.", none="none is known", unit="degrees east")
    yield codes("extent", AdoptionExtent, "范围", "Pilot or full.")
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


def pool() -> Iterator[FieldSchema]:
    """Yield the columns of pool."""
    yield field("round", str, "届次", "The round.", refs=("rounds",))
    yield field("by", str, "分组", "What the strata are: leader, level, tier, domain or prefecture.")
    yield field("name", str, "组", "The stratum: a code, or an id.")
    yield field("entries", int, "申报数", "Cases entered.", none="no document gives them", unit="cases")
    yield field("winners", int, "获奖数", "Cases honoured.", unit="cases")
    yield field("share", float, "获奖比例", "Winners by entries.", none="no entries are given")


def panel() -> Iterator[FieldSchema]:
    """Yield the columns of panel."""
    yield field("place", str, "地方", "The place.", refs=("places",))
    yield field("period", str, "时期", "EDTF of the period.")
    yield field("first", date, "首日", "First day of the period.")
    yield field("last", date, "末日", "Last day of the period.")
    yield field("start", int, "起", "Periods of the place before this one.")
    yield field("stop", int, "止", "Periods of the place up to this one.")
    yield field("at_risk", int, "处于风险集", "1 until the policy is taken up, 0 afterwards and where nobody can say.")
    yield field("event", int, "采纳", "1 in the period in which the policy is taken up.")
    yield field("undated", int, "日期不明", "1 where it was taken up in no one period that is known.")
    yield from borrowed("places", "level")
    yield PREFECTURE
    yield from borrowed("places", "latitude", "longitude")


def reach() -> Iterator[FieldSchema]:
    """Yield the columns of reach."""
    yield from borrowed("terms", "id", "name_zh", "name_en", "kind")
    yield field(
        "places", str, "地方", "Where it belongs, was taken up or anything happened.", refs=("places",), many=True
    )
    yield field("earliest", date, "最早", "First day of a dated event.", none="no event is dated")
    yield field("latest", date, "最晚", "Last day of a dated event.", none="no event is dated")
    yield field("adoptions", int, "采纳数", "Units that took it up.", unit="adoptions")
    yield field("dated_adoptions", int, "有日期的采纳数", "Those that are dated.", unit="adoptions")
    yield field("cases", str, "案例", "Cases that are about it or use it.", refs=("cases",), many=True)
    yield field("mentions", int, "出处数", "How often the documents name it.", unit="mentions")
    yield field("sources", str, "来源", "Documents that name it.", refs=("sources",), many=True)
    yield field(
        "first_claim", str, "首创声明", "The first claim of being first.", none="none is made", refs=("events",)
    )
    yield field(
        "first_claim_by", str, "声明首创者", "Who is said to be first.", none="nobody", refs=("organisations", "places")
    )
    yield from borrowed("events", "claim_scope")


def neighbours() -> Iterator[FieldSchema]:
    """Yield the columns of neighbours."""
    yield field("focal", str, "中心地方", "The place.", refs=("places",))
    yield field("neighbor", str, "邻近地方", "Its neighbour.", refs=("places",))
    yield field("weight", float, "权重", "1 / km, or 1 for a border that is shared.", none="both lie at one point")
    yield field("km", float, "距离", "Between the centroids, to 100 m.", none="a centroid is not known", unit="km")


def crosswalk() -> Iterator[FieldSchema]:
    """Yield the columns of crosswalk."""
    for end, zh in (("from", "原"), ("to", "今")):
        yield field(end, str, f"{zh}地方", "The division.", refs=("places",))
        yield field(f"{end}_code", str, f"{zh}代码", "Its GB/T 2260 code.")
        yield field(f"{end}_name", str, f"{zh}名称", "Its name in Chinese.")
    yield codes("how", Succession, "关系", "How the one stands to the other.")
