"""Quantities as small inline bars: bounds stay in sight, an open end is an arrow, a mean a dot."""

from collections.abc import Sequence
from fractions import Fraction
from unicodedata import east_asian_width

from attrs import frozen

from zjreform.display import say
from zjreform.errors import BasisError, DimensionError
from zjreform.html import element, text
from zjreform.quantity.bounds import Bound
from zjreform.quantity.quantities import Quantity
from zjreform.records.figure_codes import Aggregate

_LINE, _ARROW, _FULL = 22, 14, 150
_TONES = ("#7d8a97", "#2f80c2", "#c2641f")


@frozen
class Bar:
    """One quantity to draw.

    Attributes:
        quantity: What is stated.
        aggregate: Whether it is a single value, a mean, …
        name: What stands before it, such as ``"before"``.
    """

    quantity: Quantity
    aggregate: Aggregate = Aggregate.SINGLE
    name: str = ""


def bars(shown: Sequence[Bar], lang: str) -> str:
    """Return bars of quantities on one scale from zero, as SVG that says in words what it draws; ``""`` where they share no scale.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> drawn = bars([Bar(parse("200多个工作日")), Bar(parse("86个工作日内"))], "en")
        >>> drawn.count("<rect"), drawn.count("<path"), "at most 86 workdays" in drawn
        (3, 1, True)
        >>> bars([Bar(parse("8个工作日")), Bar(parse("3天"))], "en")
        ''
    """
    try:
        same = [Bar(bar.quantity.to(shown[0].quantity.unit), bar.aggregate, bar.name) for bar in shown]
    except (BasisError, DimensionError):
        return ""
    reach = max(_reach(bar.quantity) for bar in same)
    if reach <= 0 or any(_reach(bar.quantity) < 0 for bar in same):
        return ""
    labels = [_label(bar, lang) for bar in shown]
    drawn = "".join(_drawn(bar, label, at, reach) for at, (bar, label) in enumerate(zip(same, labels, strict=True)))
    said = "; ".join(f"{bar.name} {label}".strip() for bar, label in zip(shown, labels, strict=True))
    width, height = _FULL + 40 + max(map(_width, labels)), _LINE * len(same)
    box = {"width": str(width), "height": str(height), "viewBox": f"0 0 {width} {height}"}
    return element("svg", element("title", text(said)) + drawn, class_="zj-bar", role="img", **box)


def _label(bar: Bar, lang: str) -> str:
    """What is stated, in its own unit."""
    mean = f" ({say('mean', '平均', lang)})" if bar.aggregate is Aggregate.MEAN else ""
    return f"{bar.quantity:{lang}}{mean}"


def _width(label: str) -> int:
    """Pixels that a label takes at most."""
    return sum(14 if east_asian_width(letter) in "WF" else 8 for letter in label)


def _reach(quantity: Quantity) -> Fraction:
    ends = (quantity.value, quantity.upper, quantity.implied_high)
    return max(Fraction(end) for end in ends if end is not None)


def _drawn(bar: Bar, label: str, at: int, reach: Fraction) -> str:
    quantity, top = bar.quantity, at * _LINE + 5
    tone = _TONES[at % len(_TONES)]
    low = float(Fraction(quantity.value) / reach) * _FULL
    end = float(_reach(quantity) / reach) * _FULL
    middle = top + 6
    parts = [_body(quantity, low, end, top, tone)]
    if bar.aggregate is Aggregate.MEAN:
        parts.append(f'<circle cx="{low:.1f}" cy="{middle}" r="5" fill="{tone}" stroke="currentColor"/>')
    behind = end + 9
    if quantity.bound in {Bound.OVER, Bound.AT_LEAST} and quantity.implied_high is None:
        parts.append(_arrow(end, middle, 1, tone))
        behind = end + _ARROW + 8
    elif quantity.bound in {Bound.AT_MOST, Bound.UNDER}:
        parts.append(_arrow(end, middle, -1, tone))
    parts.append(f'<text x="{behind:.1f}" y="{top + 11}" font-size="13" fill="currentColor">{text(label)}</text>')
    return "".join(parts)


def _body(quantity: Quantity, low: float, end: float, top: int, tone: str) -> str:
    """A filled bar for what is surely there, a dashed outline for what is not."""
    unsure = quantity.bound in {Bound.AT_MOST, Bound.UNDER, Bound.ABOUT, Bound.NEARLY}
    outline = f'fill-opacity=".25" stroke="{tone}" stroke-dasharray="3 2"'
    if unsure:
        return f'<rect x="0.5" y="{top}" width="{max(end, 1):.1f}" height="12" fill="{tone}" {outline}/>'
    body = f'<rect x="0" y="{top}" width="{max(low, 1):.1f}" height="12" fill="{tone}"/>'
    if end > low:
        body += f'<rect x="{low:.1f}" y="{top}" width="{end - low:.1f}" height="12" fill="{tone}" {outline}/>'
    return body


def _arrow(x: float, y: int, way: int, tone: str) -> str:
    tip = x + way * _ARROW
    return f'<path d="M{x:.1f} {y}H{tip:.1f}m{-4 * way} -4l{4 * way} 4l{-4 * way} 4" fill="none" stroke="{tone}" stroke-width="2"/>'
