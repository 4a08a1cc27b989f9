"""Dimensions as questions name them: time is calendar and working time, which stay apart as codes."""

from __future__ import annotations

import warnings
from collections.abc import Collection
from typing import Any

from zjreform.dataset.closed_lists import codes_meant
from zjreform.dataset.matching import Condition, OneOrMany, among
from zjreform.dataset.spelling import each, plain
from zjreform.errors import ZjWarning
from zjreform.quantity.units import Dimension

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.dataset.table import Table
    from zjreform.records.figures import Indicator, Metric

_TIMES = frozenset({Dimension.DURATION.value, Dimension.WORKING_TIME.value})
_WORDS = frozenset({"time", "days", "时间", "用时", "天数"})


def dimensions_meant(values: OneOrMany) -> set[str]:
    """Return the codes of the dimensions that are asked for; ``"time"`` and ``"days"`` stand for both kinds of time.

    Raises:
        UnknownValueError: There is no such dimension.

    Example:
        >>> sorted(dimensions_meant("days")), dimensions_meant("工作时间")
        (['duration', 'working_time'], {'working_time'})
    """
    asked = each(values)
    named = codes_meant("dimension", Dimension, [value for value in asked if plain(value) not in _WORDS])
    return named | _TIMES if any(plain(value) in _WORDS for value in asked) else named


def of_dimension(values: OneOrMany | None) -> Condition | None:
    """Return the condition that the dimension is one of those asked for.

    Raises:
        UnknownValueError: There is no such dimension.
    """
    return None if values is None else among("dimension", dimensions_meant(values))


def measured(metrics: Table[Metric], indicators: Table[Indicator], values: OneOrMany | None) -> Condition | None:
    """Return the condition on indicators, and warn where one kind of time is asked for and the metrics hold the other as well.

    Raises:
        UnknownValueError: There is no such dimension.
    """
    if values is None:
        return None
    meant = dimensions_meant(values)
    if len(meant & _TIMES) == 1:
        _warn(metrics, indicators, meant & _TIMES)
    return among("dimension", meant)


def _warn(metrics: Table[Metric], indicators: Table[Indicator], asked: Collection[str]) -> None:
    """Say how many figures of the other kind of time there are."""
    (one,), (other,) = asked, _TIMES - set(asked)
    left: list[Any] = [row for row in metrics if indicators[row.indicator].dimension == other]
    if left:
        said = f"dimension={one!r} leaves out {len(left)} figures in {other!r}: dimension='time' finds both"
        warnings.warn(said, ZjWarning, stacklevel=_CALLER)


_CALLER = 6
"""Frames between the warning and the line that asked: this module, the finder, and what checks and remembers its question."""
