"""What has been done with a field, and the fields that a person decides for each figure."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Final

from attrs import define

from zjreform.code import Code
from zjreform.columns.schema import FieldSchema
from zjreform.drafting.proposing.proposals import Proposal
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.records.figure_codes import Voice
from zjreform.records.index import ABOUT
from zjreform.records.schema import schema_of


class FieldState(Code):
    """What has been done with one field of one figure."""

    OPEN = "open", "待定", "open", "Nobody has looked at it, and nothing is proposed."
    PROPOSED = "proposed", "待确认", "proposed", "A value is proposed, and nobody has confirmed it."
    CONFIRMED = "confirmed", "已确认", "confirmed", "A person entered what was proposed."
    CHANGED = "changed", "已更改", "changed", "A person entered another value than the one proposed."
    ENTERED = "entered", "已录入", "entered", "A person entered a value where none was proposed, or none was shown."
    EMPTY = "empty", "确认为空", "looked at and empty", "A person looked and found that it stays empty."
    RULE = "rule", "按规则", "by rule", "A rule of the library gives it, such as value and unit."
    UNSURE = "unsure", "存疑", "unsure", "A person looked and could not decide."


DECIDED: Final = frozenset(
    {FieldState.CONFIRMED, FieldState.CHANGED, FieldState.ENTERED, FieldState.EMPTY, FieldState.RULE}
)
"""States in which a field holds what a row may hold."""

METRIC_FIELDS: Final = (
    "about", "case", "indicator", "position", "status", "aggregate", "accrual", "per", "base", "base_status", "population",
    "composition", "part_of", "period", "qualifier", "quality",
)  # fmt: skip
"""Fields of a metric that a person decides."""

FIELDS: Final = (*METRIC_FIELDS, "voice")
"""Those and the field of its mention."""

KIND: Final = "kind"
"""What a numeral is: a figure (``quantity``), or one of the kinds that are none."""

REQUIRED: Final = ("about", "indicator", "position", "status", "aggregate", "accrual", "base_status", "voice")
"""Fields without which there is no row."""


@define
class Slot:
    """One field of one figure.

    Attributes:
        proposal: What is proposed; ``None`` where nothing is.
        shown: Whether the proposal is shown to whoever codes.
        state: What has been done.
        value: The value as a file writes it.
        coder: Who decided.
        date: The day on which, as ``YYYY-MM-DD``.
        rules: Version of the definition under which it was decided.
        reason: Why, in the words of whoever decided.
    """

    proposal: Proposal | None = None
    shown: bool = False
    state: FieldState = FieldState.OPEN
    value: str | None = None
    coder: str | None = None
    date: str | None = None
    rules: str | None = None
    reason: str | None = None

    @property
    def decided(self) -> bool:
        """Whether a row may hold its value."""
        return self.state in DECIDED


@cache
def field_schema(field: str) -> FieldSchema:
    """Return the column of a field that a person decides.

    Raises:
        KeyError: There is no such field.

    Example:
        >>> [code.value for code in field_schema("position").codes]
        ['before', 'after', 'change', 'level']
    """
    table = "mentions" if field == "voice" else "metrics"
    return {one.name: one for one in schema_of(table).fields}[field]


@cache
def rules_version(field: str, table: str | None = None) -> str:
    """Return the version of the definition of a field: eight digits of the hash of what its column and its values say.

    Args:
        field: The field.
        table: Its table, where it is a field of an offered row; whether a row is taken hangs on what its table says of itself.

    Example:
        >>> len(rules_version("status")), rules_version("status") == rules_version("accrual")
        (8, False)
    """
    schema = field_schema(field) if table is None else {one.name: one for one in schema_of(table).fields}.get(field)
    if schema is None:
        return sha256(f"{table}: {ABOUT[str(table)]}".encode()).hexdigest()[:8]
    said = [schema.column.about, schema.column.none, *(f"{code.value}: {code.definition}" for code in schema.codes)]
    return sha256("\n".join(said).encode()).hexdigest()[:8]


_SHARES: Final = frozenset({Dimension.PERCENT, Dimension.PERCENTAGE_POINT, Dimension.MULTIPLE, Dimension.RATIO})


def slots_of(
    proposals: Mapping[str, Proposal], quantity: Quantity, *, shown: bool, kind: str | None = None
) -> dict[str, Slot]:
    """Return the fields of a figure with their proposals; no value is filled in but what the rules of coding fix.

    Only a share has a base, and a yearbook speaks with one voice, its own.

    Args:
        proposals: What is proposed, by field.
        quantity: What the figure says.
        shown: Whether proposals are shown.
        kind: Kind of the source, where it is known.
    """
    made: dict[str, Slot] = {KIND: Slot(state=FieldState.RULE, value="quantity")}
    for field in FIELDS:
        if field in {"base", "base_status"} and quantity.unit.dimension not in _SHARES:
            made[field] = Slot(state=FieldState.RULE, value="not_applicable" if field == "base_status" else None)
            continue
        if field == "voice" and kind == Voice.YEARBOOK.value:
            made[field] = Slot(state=FieldState.RULE, value=kind)
            continue
        proposal = proposals.get(field)
        state = FieldState.OPEN if proposal is None or not shown else FieldState.PROPOSED
        made[field] = Slot(proposal, shown and proposal is not None, state)
    return made
