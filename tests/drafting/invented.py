"""An invented document and its draft, for the tests of drafting."""

from typing import Any

import zjreform as zj
from zjreform.drafting.coding.states import FIELDS

TEXT = (
    "云溪市推行三色管理，2018年企业开办时间由5个工作日压缩至2个工作日以内，共设窗口12个，其中乡镇3个。"
    "累计办件120余万件，满意率98%，材料减少三成，平均用时40分钟，归集数据35万条，覆盖6个部门，投资3亿元。"
)
SOURCE: dict[str, Any] = {
    "id": "yunxi",
    "title_zh": "云溪（虚构）",
    "title_en": "Yunxi (invented)",
    "kind": "news",
    "publisher_zh": "云溪",
    "publisher_en": "Yunxi",
    "published": "2019",
    "date_status": "stated",
    "period": "2018",
    "extent": "whole",
    "extent_zh": "全文",
    "extent_en": "All of it",
}


def made(**options: Any) -> zj.Draft:  # noqa: ANN401 (options of several types)
    """Return the draft of the text, its place known."""
    draft = zj.draft(TEXT, source=SOURCE, **options)
    draft.add("places", id="yunxi", name_zh="云溪市", name_en="Yunxi", kind="region", centroid_note="invented")
    return draft


def coded(draft: zj.Draft, coder: str = "me") -> zj.Draft:
    """Return the draft with every needed field decided and every proposal looked at."""
    sides = ["before", "after"]
    for key, figure in draft.figures.items():
        dimension = figure.quantity.unit.dimension.value
        fit = next(one.id for one in zj.load().indicators if one.dimension == dimension)
        values = {
            "about": "places:yunxi",
            "indicator": fit,
            "position": sides.pop(0) if sides else "level",
            "status": "achieved",
        }
        values |= {"aggregate": "single", "accrual": "instant", "voice": "official"}
        values["base_status"] = "unstated" if dimension == "percent" else "not_applicable"
        rest = dict.fromkeys(set(FIELDS) - set(values))
        draft.confirm(key, coder=coder, **values, **rest)
    for key in draft.offers:
        draft.confirm(key, coder=coder, row=None)
    return draft
