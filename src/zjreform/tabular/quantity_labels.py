"""Labels of what a quantity is made of: bounds, dimensions, and what days are counted in; each in Chinese and English."""

from collections.abc import Mapping
from types import MappingProxyType

BOUND_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "exact": ("恰为", "exactly"),
        "about": ("约", "about"),
        "nearly": ("近", "nearly"),
        "over": ("超过", "over"),
        "at_least": ("至少", "at least"),
        "at_most": ("至多", "at most"),
        "under": ("不到", "under"),
    }
)
"""Labels of the bounds in Chinese and English."""

DIMENSION_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "duration": ("时长", "duration"),
        "working_time": ("工作时间", "working time"),
        "percent": ("百分比", "per cent"),
        "percentage_point": ("百分点", "percentage points"),
        "count": ("计数", "count"),
        "number": ("数", "number"),
        "money": ("金额", "money"),
        "area": ("面积", "area"),
        "length": ("长度", "length"),
        "mass": ("质量", "mass"),
        "volume": ("体积", "volume"),
        "power": ("功率", "power"),
        "energy": ("能量", "energy"),
        "temperature": ("温度", "temperature"),
        "multiple": ("倍数", "multiple"),
        "ratio": ("比", "ratio"),
        "rate": ("比率", "rate"),
        "score": ("分数", "score"),
        "transport": ("运输量", "transport volume"),
        "age": ("年龄", "age"),
        "rank": ("名次", "rank"),
        "grade": ("等级", "grade"),
        "voltage": ("电压", "voltage"),
        "pressure": ("压力", "pressure"),
        "force": ("力", "force"),
        "frequency": ("频率", "frequency"),
        "sound_level": ("声级", "sound level"),
        "data": ("数据量", "amount of data"),
    }
)
"""Labels of the dimensions in Chinese and English."""

DAY_BASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"calendar": ("自然日", "calendar days"), "working": ("工作日", "working days")}
)
"""What ``days`` counts, with labels."""
