"""Neighbouring places, as pairs with a weight: by distance between centroids, or by borders that touch in a GeoJSON that is passed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from math import asin, cos, radians, sin, sqrt
from os import PathLike
from pathlib import Path
from typing import Any

from zjreform.arguments import told
from zjreform.columns.rows import Rows
from zjreform.dataset.answering import answer_of
from zjreform.dataset.tables import Tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zjreform.records.places import Place

_EARTH = 6371.0088
"""Mean radius in km."""

_SAME_POINT = 6
"""Decimals to which points of two borders must agree."""

Row = dict[str, Any]
GeoJson = Mapping[str, Any] | str | PathLike[str]


def kilometres(one: Place, other: Place) -> float | None:
    """Return the distance between two centroids on the sphere; ``None`` where one is not known.

    Example:
        >>> import zjreform as zj
        >>> places = zj.load().places
        >>> round(kilometres(places["hangzhou"], places["ningbo"]))
        141
    """
    if None in {one.latitude, one.longitude, other.latitude, other.longitude}:
        return None
    (a, b), (c, d) = ((radians(float(p.latitude or 0)), radians(float(p.longitude or 0))) for p in (one, other))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def by_distance(tables: Tables, places: Sequence[Place], nearest: int | None, within_km: float | None) -> Rows[Row]:
    """Return each pair of places with a centroid, weighted by the inverse of the distance.

    Args:
        tables: The dataset.
        places: The places.
        nearest: How many of each place's nearest are kept; ``None`` for all.
        within_km: The farthest that is kept; ``None`` for any.
    """
    rows: list[Row] = []
    for focal in places:
        pairs = [(km, other) for other in places if other is not focal and (km := kilometres(focal, other)) is not None]
        kept = [pair for pair in sorted(pairs, key=lambda pair: pair[0]) if within_km is None or pair[0] <= within_km]
        rows += [_row(focal.id, other.id, 1 / km if km else None, km) for km, other in kept[:nearest]]
    return Rows(rows, answer_of(tables, "neighbours"))


@told
def by_border(tables: Tables, places: Sequence[Place], shapes: GeoJson) -> Rows[Row]:
    """Return each pair of places whose borders share a point, each with weight 1.

    Args:
        tables: The dataset.
        places: The places.
        shapes: A GeoJSON ``FeatureCollection``, or a path to one; ``code``, ``adcode`` or ``id`` of a feature is a GB/T 2260 code or
            the id of a place.

    Raises:
        ValueError: It is no FeatureCollection, or none of the places has a shape in it.
    """
    points = dict(_shapes(shapes))
    found = [(place, held) for place in places for key in (place.code, place.id) if key and (held := points.get(key))]
    if not found:
        raise ValueError("expected a shape for at least one of the places, by code, adcode or id; none is there")
    rows = [
        _row(focal.id, other.id, 1.0, kilometres(focal, other))
        for (focal, here), (other, there) in permutations(found, 2)
        if focal is not other and not here.isdisjoint(there)
    ]
    return Rows(rows, answer_of(tables, "neighbours"))


def _row(focal: str, neighbor: str, weight: float | None, km: float | None) -> Row:
    return {"focal": focal, "neighbor": neighbor, "weight": weight, "km": None if km is None else round(km, 1)}


def _shapes(shapes: GeoJson) -> Iterator[tuple[str, set[tuple[float, float]]]]:
    content = shapes if isinstance(shapes, Mapping) else json.loads(Path(shapes).read_text(encoding="utf-8"))
    features = content.get("features") if isinstance(content, Mapping) else None
    if not isinstance(features, list):
        raise ValueError("expected a GeoJSON FeatureCollection, got no list of features")  # noqa: TRY004 (the file is wrong, not its type)
    for feature in features:
        properties = feature.get("properties") or {}
        key = next(
            (str(properties[name]) for name in ("code", "adcode", "id") if properties.get(name)), feature.get("id")
        )
        if key is not None:
            yield str(key), set(_points((feature.get("geometry") or {}).get("coordinates") or ()))


def _points(coordinates: Any) -> Iterable[tuple[float, float]]:  # noqa: ANN401 (lists of lists, of a depth that differs)
    if coordinates and isinstance(coordinates[0], int | float):
        yield round(coordinates[0], _SAME_POINT), round(coordinates[1], _SAME_POINT)
    else:
        for part in coordinates:
            yield from _points(part)
