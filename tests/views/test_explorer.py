"""The explorer page as a file: its size, its parts and their hashes, what it refuses. How it behaves is tested in a browser."""

import hashlib
import json
import lzma
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.sources import FOLDER, needs_sources

import zjreform as zj
from zjreform.dataset.spelling import plain
from zjreform.dataset.table import Table
from zjreform.resources import read_bytes, read_text
from zjreform.views.explorer.page import SCRIPTS
from zjreform.views.explorer.sentences import sentence

DS = zj.load()


def _data(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    made: dict[str, Any] = json.loads(found[1])
    return made


def test_the_page_is_one_small_file_that_names_no_other() -> None:
    """At most 4 MB; outside the parts of others and the data no address is in it that a browser would load."""
    page = zj.explorer().html
    assert len(page.encode("utf-8")) <= 4_000_000
    own = (
        "".join(read_text(f"page/script/{name}.js") for name in SCRIPTS)
        + read_text("page/style.css")
        + read_text("page/page.html")
    )
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(|@import|url\(|\bsrc=|\.innerHTML", own)
    assert not re.search(
        r"<(?:link|script|img)[^>]+(?:src|href)=[\"'](?!data:,)", page[: page.index('<script id="data"')]
    )
    assert "default-src 'none'" in page


def test_parts_of_others_are_what_the_inventory_says() -> None:
    """Name, version, licence and hash of each; tools/build_vendor.py makes them from the registries."""
    inventory = json.loads(read_text("page/vendor/inventory.json"))
    assert {row["file"] for row in inventory} == {
        "tabulator.js",
        "tabulator.css",
        "tabulator-LICENSE.txt",
        "vega.js",
        "vega-LICENSE.txt",
    }
    for row in inventory:
        data = lzma.decompress(read_bytes(f"page/vendor/{row['file']}.xz"))
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (row["sha256"], row["bytes"])
        assert row["licence"].startswith(("MIT", "BSD-3-Clause"))
        assert row["version"]


def test_licences_of_others_stand_in_the_page() -> None:
    """As both ask for."""
    page = zj.explorer().html
    assert "Permission is hereby granted, free of charge" in page
    assert "Redistribution and use in source and binary forms" in page
    for part in ("vega-lite", "d3-scale", "topojson-client", "fast-json-patch", "semver"):
        assert re.search(rf"^(?:.*, )?{part}(?:, .*)?\n={{40}}$", page, re.MULTILINE), part


def test_the_page_is_deterministic() -> None:
    """The same data give the same bytes."""
    assert zj.explorer().html == zj.explorer().html


def test_hostile_data_cannot_end_its_element() -> None:
    """No tag of the data is a tag of the page."""
    title = "</script><script>window.ran=1</script><!--{{style}}"
    cases = [evolve(row, title_en=title) if row.id == "nanhu-company-setup" else row for row in DS.cases]
    page = zj.explorer(evolve(DS, cases=Table(DS.cases.schema, cases))).html
    assert "window.ran=1</script>" not in page
    assert title in json.dumps(_data(page), ensure_ascii=False)


def test_every_record_is_in_the_page_with_all_its_columns() -> None:
    """The frame that is taken away is the frame of the library."""
    parts = {part["name"]: part for part in _data(zj.explorer().html)["parts"]}
    for name in ("cases", "awards", "metrics", "terms", "events", "places"):
        table = getattr(DS, name)
        assert tuple(parts[name]["ids"]) == table.ids
        assert [column[0] for column in parts[name]["frame"]] == list(table.to_dicts()[0])
    answer = DS.comparisons()
    assert tuple(parts["comparisons"]["ids"]) == answer.ids
    assert [column[0] for column in parts["comparisons"]["frame"]] == list(answer.to_dicts()[0])


def test_every_column_that_is_taken_away_stands_in_the_codebook() -> None:
    """Of each view."""
    data = _data(zj.explorer().html)
    header, *rows = data["codebook"]
    assert header[:2] == ["table", "column"]
    known = {(row[0], row[1]) for row in rows}
    missing = [
        (part["name"], column[0])
        for part in data["parts"]
        for column in part["frame"]
        if (part["name"], column[0]) not in known
    ]
    assert missing == []


def test_marks_that_search_leaves_out_are_those_of_queries() -> None:
    """The page folds a query as the library does."""
    left_out = str(_data(zj.explorer().html)["leftOut"])
    assert all(not plain(letter) for letter in left_out)
    assert set(" -'\"“”《》、·") <= set(left_out)


def test_a_notebook_shows_the_page_apart_from_itself() -> None:
    """In a frame that may run its own script and reach nothing else."""
    shown = zj.explorer()._repr_html_()
    assert shown.startswith("<iframe")
    assert 'sandbox="allow-scripts allow-downloads allow-popups"' in shown


def test_repr_is_short() -> None:
    """Not the page."""
    assert re.fullmatch(r"<Explorer of data [\d.]+: \d\.\d MB>", repr(zj.explorer()))


def test_a_package_that_extends_the_data_is_shown_with_it(tmp_path: Path) -> None:
    """Its rows refer to those of the bundled data, and both versions are named."""
    folder = zj.template(tmp_path / "mine", tables=["places"])
    page = zj.explorer(zj.read(folder))
    assert page.version.startswith(f"{DS.version}+")
    assert len(_data(page.html)["parts"]) == 7


class TestTexts:
    """Sentences come from copies that are identical to those coded."""

    def test_a_folder_must_exist(self, tmp_path: Path) -> None:
        with pytest.raises(NotADirectoryError, match="expected a folder"):
            zj.explorer(texts=tmp_path / "none")

    def test_another_text_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / DS.sources[0].file).write_text("别的文本", encoding="utf-8")
        with pytest.raises(zj.DatasetError, match="sha256"):
            zj.explorer(texts=tmp_path)

    @needs_sources
    def test_figures_show_their_sentences(self) -> None:
        page = zj.explorer(texts=FOLDER).html
        assert _data(page)["sentences"] is True
        assert "【8个工作日】" in page
        assert "【8个工作日】" not in zj.explorer().html

    @pytest.mark.parametrize(
        ("text", "start", "end", "expected"),
        [
            ("3天", 0, 2, "【3天】"),
            ("甲。乙3天丙！丁", 3, 5, "乙【3天】丙！"),
            ("甲\n乙3天", 3, 5, "乙【3天】"),
            ("一" * 300 + "3天" + "二" * 300, 300, 302, "一" * 160 + "【3天】" + "二" * 160),
        ],
    )
    def test_sentences_end_at_their_marks(self, text: str, start: int, end: int, expected: str) -> None:
        assert sentence(text, start, end) == expected
