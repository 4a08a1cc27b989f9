"""Rows that an award list offers: the round, its tiers, what is honoured, each honour, and the bodies named with it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field

from zjreform.drafting.coding.offers import Offer, offer
from zjreform.drafting.proposing.awards import ListedAward, ListedTier
from zjreform.drafting.proposing.names import Known
from zjreform.drafting.proposing.proposals import Confidence, Proposal
from zjreform.fold import fold

_LEVELS: Final = (
    ("village", ("村", "社区")),
    ("township", ("镇", "乡", "街道")),
    ("county", ("县", "区")),
    ("province", ("省",)),
)
_WIDEST: Final = 6


def honours_offered(
    lists: Sequence[ListedTier], known: Known, places: Mapping[str, str], text: str, prefix: str
) -> Iterator[Offer]:
    """Yield the rows of the award lists, what others refer to first.

    Args:
        lists: The tiers with their honours.
        known: The known names.
        places: Levels of known places by their names.
        text: The text.
        prefix: What the keys begin with; it is the id of the source.
    """
    if not lists:
        return
    named = next((tier.round for tier in lists if tier.round), None)
    round_id = f"{prefix}-round"
    yield offer("rounds", round_id, {"name_zh": named, "source": prefix}, reason="the text holds an award list")
    bodies = _Bodies(known, places, prefix)
    for rank, tier in enumerate(lists, 1):
        tier_id = f"{prefix}-tier-{rank}"
        read = {"round": round_id, "name_zh": tier.name, "rank": rank, "honours": tier.honours, "quota": tier.quota}
        yield offer(
            "tiers",
            tier_id,
            read,
            reason="a heading with a list",
            places=((tier.start, tier.start + len(tier.name)),),
            surface=tier.name,
        )
        for one in tier.awards:
            yield from _award(one, tier, (round_id, tier_id), bodies, text)


@define
class _Bodies:
    """The bodies of the lists: known ones by name, others offered once each."""

    known: Known
    places: Mapping[str, str]
    prefix: str
    offered: dict[str, str] = field(factory=dict)

    def of(self, name: str, start: int) -> tuple[str, Offer | None]:
        """Return the record of a body with the prefix of its table, and the offer of a new one at its first place."""
        reference = self.known.names.get(fold(name).strip(), "")
        if reference.partition(":")[0] in {"organisations", "places"}:
            return reference, None
        if name in self.offered:
            return f"organisations:{self.offered[name]}", None
        key = self.offered[name] = f"{self.prefix}-organisation-{start}"
        made = offer(
            "organisations",
            key,
            {"name_zh": name},
            reason="a body of the list that nothing known is called",
            places=((start, start + len(name)),),
            surface=name,
            proposed=self.level(name),
        )
        return f"organisations:{key}", made

    def level(self, name: str) -> dict[str, Proposal]:
        """Return the proposal of the level of a body."""
        level = level_of(name, self.places)
        return (
            {}
            if level is None
            else {"level": Proposal("level", level, f"what {name[:_WIDEST]} begins with", Confidence.LOW)}
        )


def _award(one: ListedAward, tier: ListedTier, of: tuple[str, str], bodies: _Bodies, text: str) -> Iterator[Offer]:
    prefix = bodies.prefix
    place = ((one.start, one.start + len(one.title)),)
    read: dict[str, object] = {"round": of[0], "tier": of[1], "position": one.position, "title_zh": one.title}
    if tier.honours == "organisation":
        reference, new = bodies.of(one.title, one.start)
        if new is not None:
            yield new
        read["organisation"] = (
            reference.removeprefix("organisations:") if reference.startswith("organisations:") else None
        )
    else:
        key = f"{prefix}-case-{one.start}"
        proposed = {
            "practice": Proposal("practice", key, "no known case is called so", Confidence.LOW),
            "coded_from": Proposal("coded_from", "title", "an item of a list", Confidence.LOW),
            "coverage": Proposal("coverage", "title_only", "an item of a list", Confidence.LOW),
        }
        if one.bodies:
            proposed |= bodies.level(one.bodies[0])
        yield offer(
            "cases",
            key,
            {"title_zh": one.title, "round": of[0]},
            reason="an item of the list",
            places=place,
            surface=one.title,
            proposed=proposed,
        )
        read["case"] = key
    award = f"{prefix}-award-{one.start}"
    yield offer("awards", award, read, reason="an item of the list", places=place, surface=one.title)
    yield from _applicants(one, award, bodies, text)


def _applicants(one: ListedAward, award: str, bodies: _Bodies, text: str) -> Iterator[Offer]:
    at = one.start + len(one.title) if one.heading else text.rfind("\n", 0, one.start) + 1
    if one.heading is None and one.bodies:
        at = max(at, text.rfind(one.bodies[0], at, one.start))
    for order, name in enumerate(one.bodies, 1):
        start = text.find(name, at)
        at = start + len(name)
        reference, new = bodies.of(name, start)
        if new is not None:
            yield new
        table, _, key = reference.partition(":")
        yield offer(
            "applicants",
            f"{award}-{order}",
            {
                "award": award,
                "order": order,
                "as_listed": name,
                "heading": one.heading,
                "role": one.role,
                "organisation": key if table == "organisations" else None,
                "place": key if table == "places" else None,
            },
            reason="named with the item",
            places=((start, start + len(name)),),
            surface=name,
            proposed=bodies.level(name),
        )


def level_of(name: str, places: Mapping[str, str]) -> str | None:
    """Return the level of government of the place that the name of a body begins with, ``None`` where it names none.

    A 市 is of the level of the known place, for there are such of two levels; other places tell their level by their last character.

    Args:
        name: Name of the body.
        places: Levels of known places by their names.

    Example:
        >>> [level_of(name, {"杭州市": "prefecture"}) for name in ("浙江省民政厅", "杭州市委", "德清县农办", "某市农办", "某大学")]
        ['province', 'prefecture', 'county', None, None]
    """
    found = [(name.find(sign), level) for level, signs in _LEVELS for sign in signs if 0 < name.find(sign) <= _WIDEST]
    known = [(len(place) - 1, level) for place, level in places.items() if name.startswith(place)]
    best = max((*found, *known), default=None)
    return None if best is None else best[1]
