"""Where awards went: a map of dots at bundled centroids, of tiles, or of polygons that the user has."""

import json
from collections import Counter
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from zjreform.dataset.dataset import Dataset
from zjreform.errors import UnknownValueError
from zjreform.records.places import Place
from zjreform.records.roster_codes import Level, PlaceKind
from zjreform.views.drawing.chart import PALETTE, Chart, altair, finish, frame_of, honoured
from zjreform.views.drawing.honours import covered, leader, prefecture
from zjreform.views.drawing.wording import called, coded, wording, words

STYLES = ("dot", "tile")
COLUMNS = ("place", "name", "level", "code", "prefecture", "latitude", "longitude", "awards")

TILES = {
    "huzhou": (1, 0), "jiaxing": (2, 0), "hangzhou": (1, 1), "shaoxing": (2, 1), "ningbo": (3, 1), "zhoushan": (4, 1),
    "quzhou": (0, 2), "jinhua": (1, 2), "taizhou": (3, 2), "lishui": (1, 3), "wenzhou": (2, 3),
}  # fmt: skip
"""Column and row of each prefecture, so that neighbours stay neighbours."""

GeoJson = Mapping[str, Any] | str | PathLike[str]


def map(  # noqa: A001 (the chart's name)
    dataset: Dataset,
    *,
    style: str = "dot",
    round: str | None = None,
    geojson: GeoJson | None = None,
    code: str = "code",
    lang: str | None = None,
) -> Chart:
    """Draw where the bodies listed first are."""
    shown = wording(lang)
    if style not in STYLES:
        raise UnknownValueError("style", style, STYLES)
    if round is not None:
        dataset.rounds[round]
    held = [award for award in dataset.awards if round in {None, award.round}]
    leaders = [leader(award, dataset) for award in held]
    by_level = style == "dot" and geojson is None
    placed = [_division(place, dataset) if by_level else prefecture(place, dataset) for place in leaders]
    counts = Counter(place.id for place in placed if place is not None)
    elsewhere = sum(place is None for place in placed)
    rows = [_row(place, counts[place.id], dataset, shown) for place in _shown(dataset, counts, all_counties=by_level)]
    frame = frame_of(rows, COLUMNS)
    top, most = counts.most_common(1)[0] if counts else ("", 0)
    name = called(dataset.places[top], shown) if top else "–"
    itself = (" itself", "本级") if by_level else ("", "")
    title = words(
        f"{name}{itself[0]} leads {most} of {len(held)} awards",
        f"{len(held)}个奖项中{most}个由{name}{itself[1]}牵头",
        shown,
    )
    notes = [
        words(
            f"n = {len(held)} awards by the body listed first; {elsewhere} "
            "led by the province or from outside are not on the map",
            f"n = {len(held)}个奖项，按第一单位；{elsewhere}个由省级或省外单位牵头，不在图上",
            shown,
        ),
        covered([case for case in dataset.cases if round in {None, case.round}], shown),
        honoured(shown),
    ]
    if geojson is not None:
        drawn, frame, unmatched = _polygons(frame, geojson, code, shown)
        notes.insert(1, unmatched)
    else:
        drawn = _dots(frame, shown) if style == "dot" else _tiles(frame, shown)
    return finish(drawn, frame, dataset, title=title, notes=notes, lang=shown)


def _division(place: Place | None, ds: Dataset) -> Place | None:
    """The county or prefecture that a place is or lies in."""
    while place is not None and not (
        place.kind is PlaceKind.DIVISION and place.level in {Level.COUNTY, Level.PREFECTURE}
    ):
        place = ds.places.get(place.parent or "")
    return place


def _shown(ds: Dataset, counts: Counter[str], *, all_counties: bool) -> list[Place]:
    prefectures = [place for place in ds.places if place.level is Level.PREFECTURE and place.kind is PlaceKind.DIVISION]
    counties = [place for place in ds.places if place.level is Level.COUNTY and counts[place.id]]
    return prefectures + (counties if all_counties else [])


def _row(place: Place, awards: int, ds: Dataset, lang: str) -> dict[str, Any]:
    above = prefecture(place, ds)
    return {
        "place": place.id,
        "name": called(place, lang),
        "level": "" if place.level is None else coded(place.level, lang),
        "code": place.code,
        "prefecture": None if above is None else above.id,
        "latitude": None if place.latitude is None else float(place.latitude),
        "longitude": None if place.longitude is None else float(place.longitude),
        "awards": awards,
    }


def _dots(frame: Any, lang: str) -> Any:  # noqa: ANN401 (frames and charts of untyped libraries)
    alt = altair()
    levels = [coded(level, lang) for level in (Level.PREFECTURE, Level.COUNTY)]
    x = alt.X(
        "longitude:Q",
        scale=alt.Scale(zero=False, nice=False, padding=26),
        axis=alt.Axis(title=words("degrees east", "东经", lang), format=".1f"),
    )
    y = alt.Y(
        "latitude:Q",
        scale=alt.Scale(zero=False, nice=False, padding=26),
        axis=alt.Axis(title=words("degrees north", "北纬", lang), format=".1f"),
    )
    size = alt.Size("awards:Q", scale=alt.Scale(type="sqrt", range=[12, 900]), title=words("awards", "奖项数", lang))
    color = alt.Color(
        "level:N",
        scale=alt.Scale(domain=levels, range=[PALETTE[0], PALETTE[1]]),
        title=words("led by", "牵头层级", lang),
    )
    base = alt.Chart(frame).encode(x=x, y=y, tooltip=["name:N", "level:N", "awards:Q"])
    dots = base.mark_circle(opacity=0.65).encode(size=size, color=color)
    named = base.transform_filter(f"datum.level == {levels[0]!r}").mark_text(dy=-15, fontSize=11).encode(text="name:N")
    return alt.layer(dots, named).properties(width=520, height=470)


def _tiles(frame: Any, lang: str) -> Any:  # noqa: ANN401 (as above)
    alt = altair()
    tiles = frame.assign(
        column=[TILES[key][0] for key in frame["place"]], row=[TILES[key][1] for key in frame["place"]]
    )
    axis = None
    base = alt.Chart(tiles).encode(
        x=alt.X("column:O", axis=axis), y=alt.Y("row:O", axis=axis), tooltip=["name:N", "awards:Q"]
    )
    fill = alt.Color("awards:Q", scale=alt.Scale(range=["#e8f1f8", "#5aa2d1"]), title=words("awards", "奖项数", lang))
    square = base.mark_rect(stroke="white", strokeWidth=3).encode(color=fill)
    name = base.mark_text(dy=-8, fontSize=11).encode(text="name:N")
    count = base.mark_text(dy=10, fontSize=13, fontWeight="bold").encode(text="awards:Q")
    return alt.layer(square, name, count).properties(width=alt.Step(104), height=alt.Step(72))


def _polygons(frame: Any, geojson: GeoJson, code: str, lang: str) -> tuple[Any, Any, str]:  # noqa: ANN401 (as above)
    """Polygons of the user, joined by place code; codes without a partner are named."""
    alt = altair()
    features = _features(geojson, code)
    known = {feature["properties"][code] for feature in features}
    joined = frame.assign(matched=frame["code"].isin(known))
    lonely = sorted(known - set(frame["code"]))
    missing = sorted(joined.loc[~joined["matched"], "code"].astype(str))
    said = words(
        f"polygons without a place: {', '.join(lonely) or 'none'}; places without a polygon: {', '.join(missing) or 'none'}",
        f"无对应地方的多边形：{'、'.join(lonely) or '无'}；无多边形的地方：{'、'.join(missing) or '无'}",
        lang,
    )
    fill = alt.condition(
        "isValid(datum.awards)",
        alt.Color("awards:Q", scale=alt.Scale(range=["#e8f1f8", "#0072b2"]), title=words("awards", "奖项数", lang)),
        alt.value("#eeeeee"),
    )
    shape = (
        alt.Chart(alt.InlineData(values=features))
        .mark_geoshape(stroke="#666")
        .transform_lookup(lookup=f"properties.{code}", from_=alt.LookupData(joined, "code", ["awards", "name"]))
        .encode(color=fill, tooltip=["name:N", "awards:Q"])
        .project(type="mercator")
        .properties(width=520, height=470)
    )
    return shape, joined, said


def _features(geojson: GeoJson, code: str) -> list[dict[str, Any]]:
    loaded = geojson if isinstance(geojson, Mapping) else json.loads(Path(geojson).read_text(encoding="utf-8"))
    features = loaded.get("features") if isinstance(loaded, Mapping) else None
    if not isinstance(features, list):
        raise ValueError('expected GeoJSON with a list "features", found none')  # noqa: TRY004 (the file is wrong, not the type)
    made = []
    for number, feature in enumerate(features):
        found = (feature.get("properties") or {}).get(code)
        if found is None:
            raise ValueError(
                f"expected a place code in the property {code!r} of every feature, feature {number} has none"
            )
        made.append({**feature, "properties": {**feature["properties"], code: str(found)}})
    return made
