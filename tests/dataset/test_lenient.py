"""Lenient reading: on request only, each change listed, and nothing that a strict reader would refuse in a cell."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest

import zjreform as zj
from zjreform.errors import DatasetError, Problem, UnknownValueError

PLACES: list[dict[str, Any]] = [
    {"name_en": "Yunxi", "id": "yunxi", "kind": "region", "name_zh": "云溪市", "x_note": "invented"},
    {"name_en": "Other", "id": "other", "kind": "region", "name_zh": "他市", "x_note": None},
]


@pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame, list])
def test_from_frames(frame: Any) -> None:  # noqa: ANN401 (a frame's class)
    """A frame with some of the columns, in any order, and one of the user's own."""
    changes: list[Problem] = []
    ds = zj.from_frames({"places": frame(PLACES)}, changes=changes)
    assert ds.places.ids == ("yunxi", "other")
    assert ds.places["yunxi"].parent is None
    assert ds.places.extra_values("yunxi") == {"x_note": "invented"}
    assert {(one.field, one.remedy) for one in changes} >= {
        ("", "put in order"),
        ("code", "read as empty"),
        ("parent", "read as empty"),
    }
    assert zj.load().merge(ds).places["other"].name_en == "Other"


def test_quantities_and_booleans() -> None:
    """Numbers of a frame are exact, TRUE is true, gaps are empty."""
    metrics = pd.DataFrame(
        {
            "id": ["a", "b"], "about": "places:lishui", "indicator": "company-setup-time", "position": ["before", "after"],
            "status": "achieved", "aggregate": "each", "accrual": "instant", "value": [8.0, 1.0], "bound": "exact", "unit": "workday",
            "base_status": "not_applicable", "reading": "whole", "upper": [None, None],
        }
    )  # fmt: skip
    pairings = [{"id": "p", "before": "a", "after": "b", "comparator": "own_past", "like_with_like": "TRUE"}]
    changes: list[Problem] = []
    ds = zj.from_frames({"metrics": metrics, "pairings": pairings}, changes=changes)
    assert [str(row.quantity) for row in ds.metrics] == ["8个工作日", "1个工作日"]
    assert ds.pairings["p"].like_with_like is True
    assert [(one.value, one.remedy) for one in changes if one.field == "like_with_like"] == [
        ("TRUE", "read in lower case")
    ]


@pytest.mark.parametrize(
    ("frames", "message"),
    [
        ({"places": [{"id": "a"}]}, "places row 1, name_zh: expected this column, which may not be empty"),
        (
            {"places": [PLACES[0] | {"name": "a"}]},
            "name: expected a column of places, got 'name' .did you mean 'name_zh'",
        ),
        ({"places": [PLACES[0] | {"kind": "citty"}]}, "kind: expected one of"),
        ({"places": [PLACES[0] | {"parent": "no-such"}]}, "parent: expected the id of a row of places.csv"),
        ({"metrics": [{"id": "a"}]}, "metrics row 1, value: expected this column"),
    ],
)
def test_refuses(frames: dict[str, list[dict[str, Any]]], message: str) -> None:
    """What cannot be empty, what is unknown, and every wrong cell."""
    with pytest.raises(DatasetError, match=message):
        zj.from_frames(frames)


def test_unknown_table() -> None:
    """A misspelt table is no table."""
    with pytest.raises(UnknownValueError, match="no table is called 'place'; did you mean 'places'"):
        zj.from_frames({"place": []})


def test_reading_a_package(tmp_path: Path) -> None:
    """Plain reading refuses, lenient reading takes it, validating leniently lists each change once a column."""
    folder = zj.template(tmp_path / "p", tables=["places"])
    rows = "name_en,id,kind,name_zh\r\nYunxi,yunxi,region,云溪市\r\n"
    (folder / "places.csv").write_bytes(b"\xef\xbb\xbf" + rows.encode())
    with pytest.raises(DatasetError, match="byte-order mark"):
        zj.read(folder)
    assert zj.read(folder, lenient=True).places.ids == ("yunxi",)
    report = zj.validate(folder, lenient=True)
    assert report.ok
    assert [one.value for one in report.warnings][:3] == ["a byte-order mark", "CRLF", "name_en, id, kind, name_zh"]
    assert len({one.field for one in report.warnings[3:]}) == len(report.warnings[3:])
    assert not zj.validate(folder).ok


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,id\na,a\n", "each column once"),
        ("id,kind\na\n", "places.csv row 2: expected 2 fields, got '1 fields'"),
        ('id\n"a\n', "well-formed CSV"),
    ],
)
def test_damaged_files(content: str, message: str, tmp_path: Path) -> None:
    """Lenient is no licence to guess."""
    folder = zj.template(tmp_path / "p", tables=["places"])
    (folder / "places.csv").write_text(content, encoding="utf-8")
    with pytest.raises(DatasetError, match=message):
        zj.read(folder, lenient=True)


@pytest.mark.parametrize("file", ["my-report.txt", "Report.txt", "2019年鉴-第1卷.txt"])
def test_names_of_files(file: str) -> None:
    """Hyphens, capitals and Chinese."""
    source = zj.load().sources[0]
    values = {
        name: getattr(source, name)
        for name in ("id", "title_zh", "title_en", "publisher_zh", "publisher_en", "published", "period")
    }
    values |= {
        "kind": "work_report",
        "date_status": "stated",
        "language": "zh-Hans",
        "sha256": "0" * 64,
        "characters": 1,
        "extent": "whole",
    }
    ds = zj.from_frames({"sources": [values | {"id": "mine", "file": file, "extent_zh": "全文", "extent_en": "all"}]})
    assert (ds.sources["mine"].file, ds.sources["mine"].kind.en) == (file, "work report")


def test_a_package_written_before_a_column_came(tmp_path: Path) -> None:
    """Reading names what is missing, in the description and in the file; leniently it is empty, and said."""
    package = tmp_path / "old"
    zj.load().write(package)
    header, *rows = (package / "mentions.csv").read_text(encoding="utf-8").splitlines()
    kept = [line.rsplit(",", 2)[0] for line in (header, *rows)]
    (package / "mentions.csv").write_text("\n".join(kept) + "\n", encoding="utf-8", newline="\n")
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    resource = next(one for one in described["resources"] if one["name"] == "mentions")
    resource["schema"]["fields"] = [
        one for one in resource["schema"]["fields"] if one["name"] not in {"paragraph", "sentence"}
    ]
    del resource["hash"], resource["bytes"]
    (package / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    with pytest.raises(DatasetError, match="missing: paragraph, sentence") as caught:
        zj.read(package)
    assert [one.file for one in caught.value.problems] == ["datapackage.json", "mentions.csv"]
    read = zj.read(package, lenient=True)
    assert {row.sentence for row in read.mentions} == {None}
    assert read.wide("metric").to_polars()["sentence"].null_count() == len(read.metrics)
    report = zj.validate(package, lenient=True)
    assert report.ok
    assert {one.field for one in report.warnings} >= {"paragraph", "sentence"}
