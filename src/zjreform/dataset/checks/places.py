"""Places: codes that fit their parents and stand once at a time, validity in its order, points that can be."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem
from zjreform.records.edtf import edtf_bounds

_PROVINCE = "330000"
_BOX = (Decimal("27.0"), Decimal("31.3"), Decimal("117.9"), Decimal("123.3"))
"""Southern, northern, western and eastern end of Zhejiang with its islands, in degrees."""


def codes(view: View) -> Iterator[Problem]:
    """Yield codes that do not begin as those of the places above them, and codes that two places bear at one time."""
    bearers: dict[str, list[Any]] = {}
    for place, line in view.each("places"):
        parent = view.get("places", place.parent)
        if place.code is None:
            continue
        if parent is not None and parent.code is not None and not place.code.startswith(_stem(parent.code)):
            expected = f"a code that begins with {_stem(parent.code)}, as that of {parent.id}"
            yield problem("places", line, "code", place.code, expected, "correct the code or the parent")
        for other in bearers.setdefault(place.code, []):
            if _together(place, other):
                expected = f"a code that no other place bears at that time ({other.id} does)"
                yield problem("places", line, "code", place.code, expected, "correct the code or the times")
        bearers[place.code].append(place)


def validity(view: View) -> Iterator[Problem]:
    """Yield places that cease before they begin."""
    for place, line in view.each("places"):
        if _first(place) > _last(place):
            shown = f"{place.valid_from}, {place.valid_to}"
            yield problem(
                "places",
                line,
                "valid_to",
                shown,
                "a last list that is not before the first",
                "exchange or correct them",
            )


def points(view: View) -> Iterator[Problem]:
    """Yield points that lack a half, lie nowhere on earth, or lie outside Zhejiang for a place in it."""
    for place, line in view.each("places"):
        latitude, longitude = place.latitude, place.longitude
        if (latitude is None) != (longitude is None):
            field = "latitude" if latitude is None else "longitude"
            yield problem(
                "places", line, field, None, "latitude and longitude both given or both empty", "fill in the other"
            )
            continue
        if latitude is None:
            continue
        inside = _in_province(view, place)
        south, north, west, east = _BOX if inside else (Decimal(-90), Decimal(90), Decimal(-180), Decimal(180))
        where = "in Zhejiang" if inside else "on earth"
        for field, value, least, most in (("latitude", latitude, south, north), ("longitude", longitude, west, east)):
            if not least <= value <= most:
                yield problem(
                    "places",
                    line,
                    field,
                    value,
                    f"degrees {where}, from {least} to {most}",
                    "correct the point, or the parent",
                )


def _stem(code: str) -> str:
    """Return what the codes of all places in one begin with: two digits for a province, four for a prefecture."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _first(place: Any) -> date:  # noqa: ANN401 (a Place)
    return (None if place.valid_from is None else edtf_bounds(place.valid_from)[0]) or date.min


def _last(place: Any) -> date:  # noqa: ANN401 (a Place)
    return (None if place.valid_to is None else edtf_bounds(place.valid_to)[1]) or date.max


def _together(one: Any, other: Any) -> bool:  # noqa: ANN401 (two Places)
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _in_province(view: View, place: Any) -> bool:  # noqa: ANN401 (a Place)
    seen: set[str] = set()
    while place is not None and place.id not in seen:
        seen.add(place.id)
        if place.code is not None:
            return bool(place.code.startswith(_PROVINCE[:2]))
        place = view.get("places", place.parent)
    return False
