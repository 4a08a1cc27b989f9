"""Charts: each says what is seen, of how many and from which data; counts are those of the queries; Chinese is drawn or refused."""

import base64
import csv
import json
import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import zjreform as zj
from zjreform.dataset.table import Table
from zjreform.records.history import Event
from zjreform.views.drawing import fonts
from zjreform.views.drawing.chart import Chart, frame_of

pytest.importorskip("altair", reason="charts need the extra 'charts'")
DS = zj.load()
CHARTS: dict[str, Callable[[str], Chart]] = {
    "dumbbell": lambda lang: zj.charts.dumbbell(lang=lang),
    "dumbbell-time": lambda lang: zj.charts.dumbbell(family="time", lang=lang),
    "dumbbell-empty": lambda lang: zj.charts.dumbbell(indicator="award-winners", lang=lang),
    "domains": lambda lang: zj.charts.domains(lang=lang),
    "voices": lambda lang: zj.charts.voices(lang=lang),
    "timeline": lambda lang: zj.charts.timeline(lang=lang),
    "adoptions": lambda lang: zj.charts.adoptions(lang=lang),
    "landscape": lambda lang: zj.charts.landscape(lang=lang),
    "relations": lambda lang: zj.charts.relations(lang=lang),
    "map": lambda lang: zj.charts.map(lang=lang),
    "tiles": lambda lang: zj.charts.map(style="tile", lang=lang),
}  # fmt: skip

for _by in ("place", "tier", "domain", "round", "level", "pool"):
    CHARTS[f"awards-{_by}"] = partial(lambda by, lang: zj.charts.awards(by=by, lang=lang), _by)


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
@pytest.mark.parametrize("name", list(CHARTS))
def test_every_chart_says_of_how_many_and_from_where(name: str, lang: str) -> None:
    """Title, n, version and key of the citation are on it; its columns are plain identifiers; it can be written as JSON."""
    chart = CHARTS[name](lang)
    notes = " ".join(chart.notes)
    assert chart.title
    assert "n = " in notes or "exact" in notes or "精确" in notes
    assert f"zjreform-data-{DS.version}" in notes
    assert all(column.isidentifier() for column in chart.frame.columns)
    json.loads(chart.to_altair().to_json())
    if not name.startswith(("timeline", "adoptions")):
        assert {"en": "Honoured cases only", "zh": "只含获奖案例", "both": "Honoured cases only"}[lang] in notes


def test_counts_are_those_of_the_queries() -> None:
    """Every award, case, mention and figure is counted once."""
    for by in ("place", "tier", "domain", "round", "level"):
        assert zj.charts.awards(by=by).frame["awards"].sum() == len(DS.awards)
    assert zj.charts.domains().frame["cases"].sum() == len(DS.cases)
    assert zj.charts.landscape().frame["figures"].sum() == len(DS.metrics)
    frame = zj.charts.awards(by="tier", round="rib-2019").frame
    assert frame.groupby("group")["awards"].sum().tolist() == [10, 20, 10]


def test_voices_by_hand() -> None:
    """234 of 278: 88 by applicants, 22 by officials under their own name, 124 by the yearbook."""
    frame = zj.charts.voices().frame
    assert frame.groupby("voice")["mentions"].sum().loc[["applicant", "official", "yearbook"]].tolist() == [88, 22, 124]
    assert (int(frame.loc[frame["doer"], "mentions"].sum()), int(frame["mentions"].sum())) == (234, 278)


def test_shares_stand_only_where_a_document_gives_entries() -> None:
    """2019 by stratum and in all, the fourth round in all, nothing of 2018."""
    frame = zj.charts.awards(by="pool").frame
    known = frame.dropna(subset=["share"])
    assert known[["winners", "entries"]].to_numpy().tolist() == [[33, 278], [12, 48], [28, 214], [40, 262]]
    assert frame["share"].isna().sum() == 5


def test_working_and_calendar_days_never_share_an_axis() -> None:
    """A panel has one unit, and units that share no factor have panels of their own."""
    chart = zj.charts.dumbbell()
    assert chart.frame.groupby("comparison")["base"].nunique().max() == 1
    assert chart.frame.groupby("unit")["base"].nunique().max() == 1
    assert len(chart.to_altair().to_dict()["vconcat"]) == chart.frame["unit"].nunique()


def test_dumbbells_keep_their_bounds() -> None:
    """From over 200 (short of 300) to at most 86 workdays."""
    frame = zj.charts.dumbbell(family="time").frame
    rows = frame.loc[
        frame["comparison"] == "lishui-construction-time", ["side", "low", "high", "aggregate", "open_low"]
    ]
    assert rows.to_numpy().tolist() == [["before", 200.0, 300.0, "mean", False], ["after", 86.0, 86.0, "each", True]]


def test_a_logarithmic_scale_refuses_zero() -> None:
    """And says what it met."""
    rows = [
        evolve(row, quantity=evolve(row.quantity, value=row.quantity.value * 0))
        if row.id == "nanhu-setup-time-after"
        else row
        for row in DS.metrics
    ]
    zero = evolve(DS, metrics=Table(DS.metrics.schema, rows))
    with pytest.raises(ValueError, match="above zero for a logarithmic scale, got 0"):
        zj.charts.dumbbell(zero, indicator="company-setup-time", log=True)


def _with_adoptions(number: int) -> zj.Dataset:
    made = [
        Event(id=f"made-{day}", kind=zj.EventKind.ADOPTION, name_zh="采纳", name_en="adoption", date=f"2019-01-{day:02}",  # type: ignore[arg-type]
              date_status=zj.DateStatus.STATED, actors=("places:lishui",), term="one-thing")
        for day in range(1, number + 1)
    ]  # fmt: skip
    return evolve(DS, events=Table(DS.events.schema, (*DS.events, *made)))


@pytest.mark.parametrize(("dated", "curve"), [(9, False), (10, True)])
def test_a_curve_is_drawn_from_ten_dated_adoptions(dated: int, curve: bool) -> None:  # noqa: FBT001 (a row of the table)
    """The bundled data have no policy with two; a package of your own may."""
    chart = zj.charts.adoptions(_with_adoptions(dated), policy="one-thing")
    assert ("vconcat" in chart.to_altair().to_dict()) is curve
    assert len(chart.frame) == dated + 7


def test_the_curve_and_the_panel_are_really_drawn(tmp_path: Path) -> None:
    """In a colour: a scale of another chart beside them has none for their policies."""
    svg = (
        zj.charts.adoptions(_with_adoptions(12), policy="one-thing")
        .save(tmp_path / "x.svg")
        .read_text(encoding="utf-8")
    )
    curve = re.search(r'class="mark-line role-mark [^"]*".*?<path[^>]*>', svg, re.DOTALL)
    assert curve
    assert re.search(r'stroke="#[0-9a-f]{6}"', curve[0])
    assert len(re.findall(r'<path aria-label="adopted by then[^>]*fill="#[0-9a-f]{6}"', svg)) == 12


def test_undated_adoptions_are_in_sight() -> None:
    """Each is a row that says so."""
    frame = zj.charts.adoptions().frame
    assert len(frame) == len(DS.adoptions())
    assert not frame.loc[~frame["dated"], "first"].notna().any()


def _square(code: str) -> dict[str, object]:
    ring = [[118, 28], [119, 28], [119, 29], [118, 28]]
    return {"type": "Feature", "properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def test_polygons_are_joined_by_code_and_the_rest_is_named(tmp_path: Path) -> None:
    """Codes without a partner stand below the title, on both sides."""
    path = tmp_path / "mine.geojson"
    path.write_text(
        json.dumps({"type": "FeatureCollection", "features": [_square("331100"), _square("999999")]}), encoding="utf-8"
    )
    chart = zj.charts.map(geojson=path)
    assert chart.frame.set_index("code")["matched"].sum() == 1
    assert "polygons without a place: 999999" in chart.notes[1]
    assert "330100" in chart.notes[1]


@pytest.mark.parametrize(
    ("geojson", "message"),
    [
        ({"type": "FeatureCollection"}, '"features"'),
        ({"features": [{"properties": {"name": "x"}}]}, "feature 0 has none"),
    ],
)
def test_refuses_geojson_without_features_or_codes(geojson: dict[str, object], message: str) -> None:
    """The error says what is missing and where."""
    with pytest.raises(ValueError, match=message):
        zj.charts.map(geojson=geojson)


@pytest.mark.parametrize("label", ["a\x07b", "a\u0000", "\ud800", "a\uffff"])
def test_control_characters_in_labels_are_refused(label: str) -> None:
    """Before a frame is made or anything is drawn, with the label and the place."""
    with pytest.raises(ValueError, match="expected labels without control characters"):
        frame_of([{"name": label}], ["name"])


@pytest.mark.parametrize("call", [
    lambda: zj.charts.awards(by="colour"),
    lambda: zj.charts.map(style="hex"),
    lambda: zj.charts.voices(lang="fr"),
    lambda: zj.charts.dumbbell(family="tme"),
])  # fmt: skip
def test_unknown_values_are_errors(call: Callable[[], Chart]) -> None:
    """With what could have stood there."""
    with pytest.raises(zj.UnknownValueError, match="did you mean"):
        call()


def test_unknown_rounds_and_terms_are_errors() -> None:
    """As in every query."""
    with pytest.raises(zj.UnknownIdError, match="rib-2018"):
        zj.charts.awards(round="rib-2018")
    with pytest.raises(zj.UnknownIdError, match="one-thng"):
        zj.charts.adoptions(policy="one-thng")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts need Altair."""
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(zj.ExtraMissingError, match=r"zjreform\[charts\]"):
        zj.charts.voices()


def test_notebooks_get_vega_lite_and_a_picture_and_no_address() -> None:
    """What Altair would give as HTML loads scripts from a network."""
    bundle = zj.charts.voices()._repr_mimebundle_()
    assert {"text/plain", "image/png"} < set(bundle)
    assert "text/html" not in bundle
    assert any(key.startswith("application/vnd.vegalite.v") for key in bundle)
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")


class TestFiles:
    """What is written, and what is refused before anything is."""

    def test_unknown_suffixes_are_refused(self, tmp_path: Path) -> None:
        with pytest.raises(zj.UnknownValueError, match=r"'\.gif'"):
            zj.charts.voices().save(tmp_path / "x.gif")

    def test_json_and_html_need_no_font_and_load_nothing(self, tmp_path: Path) -> None:
        chart = zj.charts.voices(lang="zh")
        assert "vega-lite" in json.loads(chart.save(tmp_path / "x.json").read_text(encoding="utf-8"))["$schema"]
        assert "<script src" not in chart.save(tmp_path / "x.html").read_text(encoding="utf-8")

    def test_a_missing_font_is_named_before_anything_is_drawn(self, tmp_path: Path) -> None:
        with pytest.raises(zj.FontMissingError, match="looked for No Such Family"):
            zj.charts.voices(lang="zh").save(tmp_path / "x.png", font="No Such Family")
        assert not list(tmp_path.iterdir())

    def test_no_chinese_font_at_all_is_an_error_for_chinese_alone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(fonts, "draws_chinese", lambda _family: False)
        with pytest.raises(zj.FontMissingError, match="Noto Sans CJK SC, Source Han Sans SC"):
            zj.charts.voices(lang="zh").save(tmp_path / "x.pdf")
        assert zj.charts.voices(lang="en").save(tmp_path / "x.svg").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.skipif(not any(map(fonts.draws_chinese, fonts.FAMILIES)), reason="no font that draws Chinese is installed")
class TestGlyphs:
    """Chinese letters are drawn, each as itself."""

    def test_two_letters_make_two_pictures(self) -> None:
        family = fonts.font_for()
        one, other = (fonts.letter_picture(letter, family) for letter in fonts.LETTERS)
        assert one != other
        assert fonts.letter_picture(" ", family) not in {one, other}

    @pytest.mark.parametrize(("suffix", "magic"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")])
    def test_pictures_are_drawn_in_the_font_found(self, tmp_path: Path, suffix: str, magic: bytes) -> None:
        data = zj.charts.voices(lang="zh").save(tmp_path / f"x.{suffix}").read_bytes()
        assert data.startswith(magic)
        if suffix == "svg":
            assert fonts.font_for().encode() in data
        if suffix == "pdf":
            assert fonts.font_for().replace(" ", "").lower().encode() in data.lower()


def _own_package(folder: Path) -> zj.Dataset:
    """A package that extends the bundled data and holds nothing of its own but a place."""
    made = zj.template(folder / "mine", tables=["places"])
    with (made / "places.csv").open("a", encoding="utf-8", newline="") as file:
        names = (made / "places.csv").read_text(encoding="utf-8").strip().split(",")
        row = {"id": "yunxi", "name_zh": "云溪市", "name_en": "Yunxi", "kind": "region", "centroid_note": "invented"}
        csv.DictWriter(file, names, restval="", lineterminator="\n").writerow(row)
    return zj.read(made)


@pytest.mark.parametrize(
    "name", ["dumbbell", "awards", "domains", "voices", "timeline", "adoptions", "landscape", "relations", "map"]
)
def test_a_package_that_extends_the_data_is_drawn_with_it(name: str, tmp_path: Path) -> None:
    """Its rows refer to those of the bundled data."""
    draw = getattr(zj.charts, name)
    chart = draw(_own_package(tmp_path))
    assert chart.title == draw().title
    assert f"zjreform data {DS.version}+" in chart.notes[-1]


@pytest.mark.parametrize(
    "name", ["dumbbell", "awards", "domains", "voices", "timeline", "adoptions", "landscape", "relations", "map"]
)
def test_data_without_rows_make_an_empty_chart(name: str) -> None:
    """Nothing to draw is an answer."""
    tables = ("awards", "cases", "metrics", "pairings", "mentions", "events", "case_relations", "applicants")
    without: dict[str, Any] = {table: Table(getattr(DS, table).schema, ()) for table in tables}
    empty = evolve(DS, **without)
    chart = getattr(zj.charts, name)(empty)
    json.loads(chart.to_altair().to_json())
    assert len(chart.frame) == 0 or chart.frame.select_dtypes("number").iloc[:, -1].sum() == 0
