"""Indicators that the codebook defines by the form of a figure: levels of government, parts of a framework, no visit."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from zjreform.quantity.bounds import Bound
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.text.figure import Figure

_WORDS: Final = re.compile("^[两兩二三四五六七八九十]")
_VISIT: Final = re.compile("^(?:上门|跑|到府|到场)")
_PART: Final = re.compile(
    "^大?(?:体系|机制|系统|平台|工程|行动|目标|路径|抓手|方面|环节|特点|关键|转变|主线|底线|原则|要素|主体|清单|模式|界面|支柱|难题|问题|跃升|差距)"
)


def by_form(figure: Figure, places: Mapping[str, str], family: str) -> tuple[str, str] | None:
    """Return the indicator that the form of a figure says, with the reason; ``None`` where it says none.

    Args:
        figure: The figure.
        places: What stands around it; see ``surroundings``.
        family: The family that is proposed first.

    Example:
        >>> import zjreform as zj
        >>> (figure,) = zj.figures("市县两级联动")
        >>> by_form(figure, {"behind": "联动"}, "structure")
        ('government-levels', '两级')
    """
    said = figure.quantity
    return None if said is None else next(_forms(figure.surface, said, places["behind"], family), None)


def _forms(surface: str, said: Quantity, behind: str, family: str) -> Iterator[tuple[str, str]]:
    worded, unit = bool(_WORDS.match(surface)), said.unit
    if unit.code == "级" and worded:
        yield "government-levels", surface
    if unit.code == "次" and (not said.value or _VISIT.match(behind)):
        yield "visits", surface + behind[:2]
    if unit.code == "份" and not said.value:
        yield "documents-required", surface + behind[:2]
    if unit.dimension is Dimension.NUMBER and worded and behind.startswith("大"):
        yield "framework-parts", surface + behind[:3]
    if unit.dimension is Dimension.COUNT and worded and family == "structure" and _PART.match(behind):
        yield "framework-elements", surface + behind[:3]
    if unit.code == "year" and said.bound is Bound.OVER:
        yield "reform-duration", surface
