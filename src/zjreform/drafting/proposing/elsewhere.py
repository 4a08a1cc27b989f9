"""Places outside the bundled ones: provinces by name, and what stands right behind the name of one; names without a code."""

import re
from typing import Final

from zjreform.drafting.proposing.names import Named
from zjreform.fold import fold

_FULL: Final = {
    **{name: f"{name}市" for name in ("北京", "天津", "上海", "重庆")},
    **{
        name: f"{name}省"
        for name in (
            "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南",
            "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾",
        )
    },
    "内蒙古": "内蒙古自治区", "广西": "广西壮族自治区", "西藏": "西藏自治区", "宁夏": "宁夏回族自治区", "新疆": "新疆维吾尔自治区",
    "香港": "香港特别行政区", "澳门": "澳门特别行政区",
}  # fmt: skip
_PLACE: Final = re.compile(
    f"(?P<province>{'|'.join(_FULL)})(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?(?P<below>[\u4e00-\u9fff]{{2,4}}?(?:自治州|市|县|州)(?!场))?"
)
_NO_PLACE: Final = re.compile("[全各省本外内]|城市|都市")


def places_elsewhere(text: str) -> list[Named]:
    """Return the places outside Zhejiang that a text names with their province, each as ``new:NAME``.

    Example:
        >>> [(one.surface, one.of) for one in places_elsewhere("贵州提出，江苏省苏州市和全省")]
        [('贵州', 'new:贵州省'), ('江苏省苏州市', 'new:苏州市')]
    """
    found = []
    for match in _PLACE.finditer(fold(text)):
        below = match["below"]
        inner = below is not None and not _NO_PLACE.search(below)
        end = match.end() if inner else match.end() - len(below or "")
        name = below if inner else _FULL[match["province"]]
        found.append(Named(match.start(), end, text[match.start() : end], f"new:{name}"))
    return found
