"""What a draft offers beside the figures, from what was found in its text."""

import re
from collections.abc import Iterator
from typing import Final

from zjreform.dataset.tables import Tables
from zjreform.drafting.coding.candidates import Candidates
from zjreform.drafting.coding.honours import honours_offered
from zjreform.drafting.coding.offers import Offer, offer
from zjreform.drafting.proposing.names import Known, Named
from zjreform.drafting.proposing.pairs import ProposedPair
from zjreform.records.schema import schema_of

_MENTIONED: Final = frozenset({"terms", "places", "organisations"})
_LONGER: Final = re.compile(
    "(?![的和与及在是将把])[\u4e00-\u9fff]{0,8}(?:大学|学院|学校|银行|支行|分行|公司|集团|出版社|杂志社|报社|日报|医院|研究院|研究会|委员会|管委会|"
    "党校|法院|检察院|政府|[厅局委办处](?![\u4e00-\u9fff]))"
)
_PAIRED: Final = ("before", "after", "reported")


def offers_of(
    found: Candidates, known: Known, tables: Tables, text: str, prefix: str, *, hidden: frozenset[int]
) -> dict[str, Offer]:
    """Return the offered rows by key, in the order of the text.

    Args:
        found: What was found beside the figures.
        known: The known names.
        tables: The known records.
        text: The text.
        prefix: What the keys begin with; it is the id of the source.
        hidden: Starts of the figures whose proposals are kept back; pairings that would give them away are not offered.
    """
    levels = {one.name_zh: one.level.value for one in tables.places if one.level is not None}
    made = [
        *_mentions(found.names, text, prefix),
        *_terms(found.coined, prefix),
        *_pairings(found.pairs, prefix, hidden),
        *honours_offered(found.lists, known, levels, text, prefix),
    ]
    return {one.key: one for one in made}


def _mentions(names: tuple[Named, ...], text: str, prefix: str) -> Iterator[Offer]:
    """Yield one row for each spelling of a known name with all its places, and one for each place inside what looks like a longer name."""
    groups: dict[tuple[str, str, int], list[Named]] = {}
    for one in names:
        table = one.of.partition(":")[0]
        if table in _MENTIONED:
            nested = table == "places" and _LONGER.match(text, one.end) is not None
            groups.setdefault((one.surface, one.of, one.start if nested else -1), []).append(one)
    for (surface, of, inside), held in groups.items():
        said = (
            f"{surface} is a known name"
            if inside < 0
            else f"{surface} is a known name, here perhaps inside a longer one"
        )
        places = tuple((one.start, one.end) for one in held)
        yield offer(
            "mentions",
            f"{prefix}-mention-{held[0].start}",
            {"of": of},
            reason=said,
            places=places,
            surface=surface,
            given_elsewhere=tuple(one.name for one in schema_of("mentions").fields if one.name != "of"),
        )


def _terms(coined: tuple[Named, ...], prefix: str) -> Iterator[Offer]:
    for one in coined:
        yield offer(
            "terms",
            f"{prefix}-term-{one.start}",
            {"name_zh": one.surface},
            reason="quoted, and nothing known is called so",
            places=((one.start, one.end),),
            surface=one.surface,
        )


def _pairings(pairs: tuple[ProposedPair, ...], prefix: str, hidden: frozenset[int]) -> Iterator[Offer]:
    for one in pairs:
        sides = {name: getattr(one, name) for name in _PAIRED}
        starts = [start for start in sides.values() if start is not None]
        if not hidden & set(starts):
            read = {name: None if start is None else f"{prefix}-{start}" for name, start in sides.items()}
            yield offer("pairings", f"{prefix}-{starts[0]}-pair", read, reason=one.reason)
