"""The change that a verb states before a single figure, and the making of any change from its figures."""

from typing import Final

from zjreform.errors import BasisError, DimensionError
from zjreform.lazy import LazyPattern
from zjreform.quantity.bounds import Bound
from zjreform.quantity.change import Change, Sense
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.text.figure import SHARES, Figure
from zjreform.text.neighbours.between import across, in_ratio
from zjreform.text.neighbours.verb_before import Lead, lead, may_lead
from zjreform.text.stated_change import StatedChange
from zjreform.text.verbs import DIRECTIONS

_FACTORS: Final = frozenset({"减", "番", "折", "半"})
"""Characters of a change that is a multiple."""
_DATED: Final = frozenset("年月日")
"""Characters of a date between two figures."""
_OFTEN: Final = LazyPattern(
    ".*[由从][^，]{0,3}?[一每](?:半年|季度?|[个]?[年月周]|星期|[天日])[一两]?次?.{1,6}每(?:半年|季度?|[个]?[年月周]|星期|[天日])\\Z"
)
"""Up to how often something happens from then on, by a period that is another than before (由一年一次改为每季度)."""


def change_of(
    start: int,
    last: Figure,
    verb: str,
    before: Figure | None = None,
    *,
    after: Figure | None = None,
    step: Figure | None = None,
) -> StatedChange | None:
    """Return a change with its parts; ``None`` if they measure different things."""
    try:
        change = Change(
            _quantity(before),
            _quantity(after),
            stated=_quantity(step),
            sense=None if step is None else DIRECTIONS[verb],
        )
    except (DimensionError, BasisError):
        return None
    return StatedChange(start, last.end, change, verb, _direction(verb))


def _direction(verb: str) -> Sense | None:
    direction = DIRECTIONS.get(verb)
    return None if direction is Sense.LEVEL else direction


def _quantity(figure: Figure | None) -> Quantity | None:
    return None if figure is None else figure.quantity


def by_verb(text: str, figure: Figure, floor: int) -> StatedChange | None:
    """Return the change that a verb before a single figure states."""
    quantity = figure.quantity
    if quantity is None or (quantity.bound is Bound.AT_LEAST and text.startswith("的", figure.end)):
        return None
    if not may_lead(text, figure.start, quantity) or in_ratio(text, figure.start, figure.end):
        return None
    share = quantity.dimension in SHARES
    if share and figure.surface[0] in _FACTORS:
        return None
    words, broken = across(text, figure.start, floor)
    if "每" in words and _OFTEN.match(words, 0):
        return None
    found = lead(words, share=share, points=quantity.dimension is Dimension.PERCENTAGE_POINT)
    if found is None or (broken and not _goes_on(found, broken, words, share=share)):
        return None
    return _led_by(found, figure, quantity, figure.start - len(words) + found.at - (found.at < broken))


def _goes_on(found: Lead, broken: int, words: str, *, share: bool) -> bool:
    """Return whether a verb is whole only across the break of a line, or leads on to the next, where no heading could end."""
    dated = words[broken - 1].isdecimal() and words[broken : broken + 1] in _DATED
    return found.at < broken < found.at + len(found.verb) or found.to or (share and (broken == len(words) or dated))


def _led_by(found: Lead, figure: Figure, quantity: Quantity, start: int) -> StatedChange | None:
    if not found.to:
        return change_of(start, figure, found.verb, step=figure)
    if quantity.dimension is Dimension.MULTIPLE:
        level = Change(stated=quantity, sense=Sense.LEVEL)
        return StatedChange(start, figure.end, level, found.verb, _direction(found.verb))
    return change_of(start, figure, found.verb, after=figure)
