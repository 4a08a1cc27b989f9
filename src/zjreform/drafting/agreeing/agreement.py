"""Agreement between coders, field by field and for rows as a whole, with what they saw kept apart."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from zjreform.arguments import told
from zjreform.columns.rows import Rows
from zjreform.dataset.tables import Tables
from zjreform.drafting.agreeing.codings import EMPTY, Coded, Condition, coded_values
from zjreform.drafting.agreeing.measures import REPLICATES, Distance, ac1, alpha, interval, masi, nominal
from zjreform.drafting.agreeing.unitising import Span, unitising_alpha
from zjreform.drafting.coding.decisions import Decisions
from zjreform.errors import DatasetError, Problem

SETS: Final = frozenset({"quality", "other_domains"})
"""Fields whose values are sets, compared by MASI."""

ROW: Final = "row as a whole"
SPAN: Final = "span"


@frozen(kw_only=True)
class FieldAgreement:
    """Agreement on one field under one condition.

    Attributes:
        field: Name of the field; ``row as a whole`` for all fields of a unit together, ``span`` for the units themselves.
        condition: What the coders saw; after shown proposals agreement is not reliability.
        coders: How many coders.
        n: Units that two or more of them coded.
        same: Units on which all who coded them agree.
        alpha: Krippendorff's alpha, for spans unitising alpha; ``None`` where it is undefined.
        why: Why alpha is undefined; ``""`` where it is not.
        low: Lower end of its 95 % interval by resampling paragraphs; ``None`` where there is none.
        high: Upper end.
        ac1: Gwet's AC1; ``None`` for spans, and where no unit has two values.
        values: How often each value was given, the most frequent first.
    """

    field: str
    condition: Condition
    coders: int
    n: int
    same: int
    alpha: float | None
    why: str
    low: float | None
    high: float | None
    ac1: float | None
    values: Mapping[str, int]

    def flat(self) -> dict[str, Any]:
        """Return the row as a mapping from column to value."""
        names = ("field", "coders", "n", "same", "alpha", "why", "low", "high", "ac1")
        shown = "; ".join(f"{value} {count}" for value, count in self.values.items())
        return {"condition": self.condition.value, **{name: getattr(self, name) for name in names}, "values": shown}


@told
def agreement(
    *codings: Tables | Decisions,
    fields: Iterable[str] | None = None,
    texts: Mapping[str, str] | None = None,
    replicates: int = REPLICATES,
) -> Rows[FieldAgreement]:
    """Return how far two or more coders agree.

    Args:
        codings: Datasets with codings, and drafts.
        fields: Fields to compare; all that were coded by default.
        texts: Texts by the id of their source; with them intervals resample paragraphs, without them units (drafts hold their text).
        replicates: How often to resample.

    Raises:
        TypeError: Something is neither a dataset nor a draft.
        DatasetError: One coder gave one field of one record two values.

    What was coded blind, with proposals withheld and with proposals shown stands in rows of its own. A unit that a coder did not code is a
    gap, a field that was left empty a value.

    Example:
        >>> import zjreform as zj
        >>> row = zj.agreement(zj.load(), fields=["position"], replicates=100)[0]
        >>> row.field, row.condition.value, row.coders, row.same < row.n, row.alpha > 0.9
        ('position', 'blind', 2, True, True)
    """
    values = list(coded_values(codings, texts or {}))
    _refuse_two(values)
    wanted = None if fields is None else set(fields)
    by_field: dict[tuple[Condition, str], dict[str, list[Coded]]] = defaultdict(lambda: defaultdict(list))
    seen = _seen(values)
    for one in values:
        if one.field != SPAN and (wanted is None or one.field in wanted):
            by_field[seen[one.of, one.field], one.field][one.of].append(one)
    rows = [
        _row(name, condition, list(units.values()), replicates)
        for (condition, name), units in sorted(by_field.items(), key=_order)
    ]
    if wanted is None or ROW in wanted:
        rows += _whole(by_field, replicates)
    if wanted is None or SPAN in wanted:
        rows += _spans([one for one in values if one.field == SPAN])
    return Rows(rows)


def _order(item: tuple[tuple[Condition, str], object]) -> tuple[int, str]:
    return list(Condition).index(item[0][0]), item[0][1]


def _refuse_two(values: Sequence[Coded]) -> None:
    """Refuse two values of one coder for one field: software takes either without a word."""
    held: dict[tuple[str, str, str], str] = {}
    problems = []
    for one in values:
        key = one.of, one.field, one.coder
        if one.field != SPAN and held.setdefault(key, one.value) != one.value:
            expected = f"one value of {one.coder} for {one.field} of {one.of}, which is {held[key]!r} before"
            problems.append(Problem("codings", 0, one.field, one.value, expected, "give the coders different keys"))
    if problems:
        raise DatasetError(problems)


def _seen(values: Sequence[Coded]) -> dict[tuple[str, str], Condition]:
    """Return for each unit and field the most that any coder saw."""
    order = list(Condition)
    found: dict[tuple[str, str], Condition] = {}
    for one in values:
        key = one.of, one.field
        found[key] = max(found.get(key, one.condition), one.condition, key=order.index)
    return found


def _row(name: str, condition: Condition, units: Sequence[Sequence[Coded]], replicates: int) -> FieldAgreement:
    distance: Distance = masi if name in SETS else nominal
    read = _set_of if name in SETS else str
    return _measured(
        name, condition, units, [[read(one.value) for one in unit] for unit in units], distance, replicates
    )


def _set_of(value: str) -> frozenset[str]:
    return frozenset() if value == EMPTY else frozenset(value.split(";"))


def _measured(
    name: str,
    condition: Condition,
    units: Sequence[Sequence[Coded]],
    values: Sequence[Sequence[Hashable]],
    distance: Distance,
    replicates: int,
) -> FieldAgreement:
    clusters: dict[str, list[Sequence[Hashable]]] = defaultdict(list)
    for unit, held in zip(units, values, strict=True):
        clusters[unit[0].cluster].append(held)
    rated = [held for held in values if len(held) > 1]
    found = alpha(values, distance)
    ends = None if found is None else interval(list(clusters.values()), distance, replicates=replicates)
    chance_free = ac1(values)
    counts = Counter(_shown(value) for held in values for value in held)
    return FieldAgreement(
        field=name,
        condition=condition,
        coders=len({one.coder for unit in units for one in unit}),
        n=len(rated),
        same=sum(len(set(held)) == 1 for held in rated),
        alpha=None if found is None else float(found),
        why=_why(found, rated),
        low=None if ends is None else ends[0],
        high=None if ends is None else ends[1],
        ac1=None if chance_free is None else float(chance_free),
        values=dict(counts.most_common()),
    )


def _why(found: Fraction | None, rated: Sequence[object]) -> str:
    if found is not None:
        return ""
    return "all values are equal" if rated else "no unit has two values"


def _shown(value: Hashable) -> str:
    return ";".join(sorted(value)) or EMPTY if isinstance(value, frozenset) else str(value)


def _whole(
    by_field: Mapping[tuple[Condition, str], Mapping[str, Sequence[Coded]]], replicates: int
) -> list[FieldAgreement]:
    """Compare rows as a whole: the fields of one record that one coder gave, taken together."""
    together: dict[str, dict[str, list[Coded]]] = defaultdict(lambda: defaultdict(list))
    conditions: dict[str, Condition] = {}
    order = list(Condition)
    for (condition, _), units in by_field.items():
        for of, held in units.items():
            conditions[of] = max(conditions.get(of, condition), condition, key=order.index)
            for one in held:
                together[of][one.coder].append(one)
    rows = []
    for condition in Condition:
        kept = [coders for of, coders in together.items() if conditions[of] is condition and of.startswith("mentions:")]
        if kept:
            firsts = [[values[0] for values in coders.values()] for coders in kept]
            wholes = [[_joined(values) for values in coders.values()] for coders in kept]
            rows.append(_measured(ROW, condition, firsts, wholes, nominal, replicates))
    return rows


def _joined(values: Iterable[Coded]) -> str:
    return " · ".join(f"{one.field}={one.value}" for one in sorted(values, key=lambda one: one.field))


def _spans(values: Sequence[Coded]) -> list[FieldAgreement]:
    """Compare the units that coders cut out of the documents, laid end to end."""
    coders = sorted({one.coder for one in values})
    if len(coders) < 2:  # noqa: PLR2004 (two to compare)
        return []
    sources = sorted({one.of for one in values})
    places = [(one, *_place(one.value)) for one in values]
    longest = {source: max(end for one, _, end, _ in places if one.of == source) for source in sources}
    starts = {source: sum(longest[other] for other in sources[:n]) for n, source in enumerate(sources)}
    laid: dict[str, dict[str, list[Span]]] = {coder: defaultdict(list) for coder in coders}
    spans: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for one, begin, end, kind in sorted(places, key=lambda place: (starts[place[0].of], place[1])):
        laid[one.coder][kind].append((starts[one.of] + begin, starts[one.of] + end))
        spans[one.of, begin, end].add(one.coder)
    kinds = Counter(kind for _, _, _, kind in places)
    return [
        FieldAgreement(
            field=SPAN,
            condition=Condition.BLIND,
            coders=len(coders),
            n=len(spans),
            same=sum(len(found) == len(coders) for found in spans.values()),
            alpha=unitising_alpha(list(laid.values()), sum(longest.values())),
            why="",
            low=None,
            high=None,
            ac1=None,
            values=dict(kinds.most_common()),
        )
    ]


def _place(value: str) -> tuple[int, int, str]:
    ends, _, kind = value.partition(":")
    begin, end = ends.split("-")
    return int(begin), int(end), kind
