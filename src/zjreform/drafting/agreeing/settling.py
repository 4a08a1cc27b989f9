"""Settling differences: what two coders saw differently, in random order and without their names, and the third coding with its reason."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from random import Random
from typing import Any

from attrs import define, field, frozen

from zjreform.arguments import told
from zjreform.columns.rows import Rows
from zjreform.dataset.tables import Tables
from zjreform.drafting.agreeing.agreement import SPAN
from zjreform.drafting.agreeing.codings import EMPTY, coded_values
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.states import FIELDS, rules_version
from zjreform.errors import UnknownIdError


@frozen(kw_only=True)
class Difference:
    """A field of a record on which coders differ.

    Attributes:
        key: Number of the difference.
        of: The record.
        field: The field.
        values: What was given, in random order; ``–`` for an empty field.
    """

    key: int
    of: str
    field: str
    values: tuple[str, ...]

    def flat(self) -> dict[str, Any]:
        """Return the difference as a mapping from column to value."""
        return {"key": self.key, "of": self.of, "field": self.field, "values": list(self.values)}


@define
class Settlement:
    """The differences of two codings, and what settled them.

    Attributes:
        differences: Every difference, in random order, without names.
        settled: Third codings by the number of their difference.

    Example:
        >>> import zjreform as zj
        >>> settlement = zj.settle(zj.load())
        >>> one = settlement.open[0]
        >>> settlement.decide(one.key, one.values[0], coder="third", reason="the rule for shares")
        >>> len(settlement.open) == len(settlement.differences) - 1
        True
    """

    differences: Rows[Difference]
    settled: dict[int, dict[str, Any]] = field(factory=dict)

    @property
    def open(self) -> Rows[Difference]:
        """The differences that nobody has settled."""
        return Rows(one for one in self.differences if one.key not in self.settled)

    def decide(self, key: int, value: str | None, *, coder: str, reason: str) -> None:
        """Settle a difference by a third coding.

        Args:
            key: Number of the difference.
            value: What is right; it need be neither of the two. ``None`` or ``–`` leaves the field empty.
            coder: Who settles.
            reason: Why: the rule, or the words of the text.

        Raises:
            UnknownIdError: There is no such difference.
            ValueError: No reason is given.
        """
        found = {one.key: one for one in self.differences}.get(key)
        if found is None:
            raise UnknownIdError("differences", str(key))
        if not reason.strip():
            raise ValueError("a settlement needs its reason")
        self.settled[key] = {
            "of": found.of,
            "field": found.field,
            "coder": coder,
            "value": None if value in {None, EMPTY} else value,
            "reason": reason,
            "date": datetime.now(UTC).date().isoformat(),
            "rules": rules_version(found.field) if found.field in FIELDS else None,
        }

    def codings(self) -> Rows[dict[str, Any]]:
        """Return the third codings, in the order of the differences."""
        return Rows(self.settled[one.key] for one in self.differences if one.key in self.settled)


@told
def settle(*codings: Tables | Decisions, texts: Mapping[str, str] | None = None, seed: int | None = None) -> Settlement:
    """Return what differs between codings, in random order and without the names of the coders.

    Args:
        codings: Datasets with codings, and drafts.
        texts: As for ``agreement``.
        seed: Seed of the order; by default another order each time.

    Raises:
        TypeError: Something is neither a dataset nor a draft.

    Example:
        >>> import zjreform as zj
        >>> found = zj.settle(zj.load(), seed=1).differences
        >>> all(len(set(one.values)) > 1 for one in found)
        True
    """
    held: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for one in coded_values(codings, texts or {}):
        if one.field != SPAN:
            held[one.of, one.field][one.coder] = one.value
    chosen = Random(seed)  # noqa: S311 (an order, no secret)
    differing = [
        (of, name, list(values.values())) for (of, name), values in held.items() if len(set(values.values())) > 1
    ]
    chosen.shuffle(differing)
    rows = []
    for key, (of, name, values) in enumerate(differing, 1):
        chosen.shuffle(values)
        rows.append(Difference(key=key, of=of, field=name, values=tuple(values)))
    return Settlement(Rows(rows))
