"""What a mark in a text looks like and what it says: kind, value, bound, unit, date, term, change."""

from zjreform.display import label, say
from zjreform.html import element, text
from zjreform.quantity.quantities import Quantity
from zjreform.text.figure import Figure
from zjreform.text.stated_change import StatedChange
from zjreform.text.terms import TermSpan

Line = tuple[str, str]
"""What is said, and its value."""

_BOUNDS = {
    "exact": ("exactly", "恰为"),
    "about": ("about", "约"),
    "nearly": ("nearly, not reached", "接近而未到"),
    "over": ("more than", "超过"),
    "at_least": ("at least", "不少于"),
    "at_most": ("at most", "不超过"),
    "under": ("less than", "不足"),
}
_SENSES = {"level": ("level", "水平"), "increase": ("increase", "增加"), "decrease": ("decrease", "减少")}


def mark(kind: str, inner: str, lines: list[Line], *, changed: bool = False) -> str:
    """Return a piece of text as a mark that says on hover and focus what it means.

    Args:
        kind: Class of the mark.
        inner: The piece, as safe HTML.
        lines: What it means.
        changed: Whether it is a side of a change.

    Example:
        >>> mark("zj-date", "2018", [("kind", "date")])[:52]
        '<span class="zj-m zj-date" tabindex="0" role="note">'
    """
    said = "".join(
        element("span", element("b", text(name)) + " " + text(value), class_="zj-line") for name, value in lines
    )
    tip = element("span", said, class_="zj-tip")
    return element("span", inner + tip, class_=f"zj-m {kind}{' zj-side' if changed else ''}", tabindex="0", role="note")


def figure_lines(figure: Figure, lang: str) -> list[Line]:
    """Return what a figure means.

    Example:
        >>> import zjreform as zj
        >>> figure_lines(zj.figures("三成以上")[0], "en")[1:3]
        [('value', 'at least 30%'), ('bound', 'at least')]
    """
    lines = [(say("kind", "类型", lang), label(figure.kind, lang))]
    if figure.quantity is not None:
        lines += _quantity_lines(figure.quantity, lang)
    if figure.sense is not None and figure.sense.value != "level":
        lines.append((say("verb says", "动词义", lang), say(*_SENSES[figure.sense.value], lang)))
    factor = figure.factor
    if factor is not None:
        lines.append((say("times the base", "为基数的", lang), f"{factor:{lang}}"))
    if figure.per is not None:
        lines.append((say("per", "每", lang), figure.per))
    if figure.edtf is not None:
        lines.append(("EDTF", figure.edtf))
    if figure.ordinal is not None:
        lines.append((say("number", "序值", lang), str(figure.ordinal)))
    return lines


def _quantity_lines(quantity: Quantity, lang: str) -> list[Line]:
    unit = quantity.unit
    lines = [
        (say("value", "数值", lang), f"{quantity:{lang}}"),
        (say("bound", "界限", lang), say(*_BOUNDS[quantity.bound.value], lang)),
    ]
    if unit.code:
        lines.append((say("unit", "单位", lang), say(unit.en, unit.zh, lang)))
    lines.append((say("dimension", "量纲", lang), quantity.dimension.value.replace("_", " ")))
    return lines


def term_lines(term: TermSpan, lang: str) -> list[Line]:
    """Return what a known term is: its key in the vocabulary.

    Example:
        >>> term_lines(TermSpan(0, 3, "一件事", "one-thing"), "en")
        [('term', 'one-thing')]
    """
    return [(say("term", "术语", lang), term.term)]


def change_lines(number: int, stated: StatedChange, lang: str) -> list[Line]:
    """Return what a stated change says: both sides and what follows from them.

    Example:
        >>> import zjreform as zj
        >>> change_lines(1, zj.changes("由8天压缩至1天")[0], "en")
        [('change 1', '8 days → 1 day'), ('that is', '-87.5%')]
    """
    change = stated.change
    sides = " → ".join("…" if side is None else f"{side:{lang}}" for side in (change.before, change.after))
    lines = [(f"{say('change', '变化', lang)} {number}", sides)]
    if change.relative is not None:
        lines.append((say("that is", "即", lang), f"{change.relative:{lang}}"))
    return lines


STYLE = (
    ".zj.zj-hl{overflow:visible}.zj-text{white-space:pre-wrap;overflow-wrap:anywhere;line-height:2.1;font-size:16px}"
    ".zj-m{position:relative;border-bottom:2px solid var(--k);background:color-mix(in srgb,var(--k) 18%,transparent);"
    "border-radius:2px;cursor:help}"
    ".zj-m:focus{outline:2px solid var(--k);outline-offset:2px}"
    ".zj-quantity{--k:#2f80c2}.zj-date{--k:#2f9461}.zj-ordinal{--k:#8a7a2c}.zj-name{--k:#9362c4}.zj-marker,"
    ".zj-identifier,.zj-lexical{--k:#808080}.zj-unread{--k:#d0453e}.zj-term{--k:#c2641f}.zj-change{--k:#c23f78}"
    ".zj-side{border-bottom-style:double;border-bottom-width:4px}"
    ".zj-badge{font-size:.65em;font-weight:700;line-height:1;padding:0 .15em;user-select:none}"
    ".zj-tip{display:none;position:absolute;left:0;top:100%;z-index:9;width:max-content;max-width:20em;white-space:normal;"
    "padding:.4em .7em;border-radius:4px;background:#222;color:#fff;font-size:13px;line-height:1.5;text-align:left;user-select:none}"
    ".zj-m:hover>.zj-tip,.zj-m:focus>.zj-tip{display:block}.zj-line{display:block}"
    ".zj-legend{display:flex;flex-wrap:wrap;gap:.3em 1.2em;list-style:none;margin:0 0 .8em;padding:0}"
    "@media (max-width:600px){.zj-tip{position:fixed;left:.5rem;right:.5rem;top:auto;bottom:.5rem;width:auto;max-width:none}}"
    "@media print{.zj-tip{display:none!important}}"
)
"""The style of marked texts; colours are told apart by line and badge as well."""
