"""The coding page in a real browser: a whole document by keys, kept after every field, taken back without end, and nothing asked for."""

import json
from pathlib import Path

import pytest
from tests.browser.chromium import Watched, browser

import zjreform as zj

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "examples" / "invented-report.txt"


def drafted() -> zj.Draft:
    """Return the draft of the invented document, what is new in it added."""
    draft = zj.draft(DOCUMENT, source={"id": "r", "kind": "news"})
    draft.add("places", id="yunxi", name_zh="云溪市", name_en="Yunxi", kind="region", centroid_note="invented")
    return draft


def test_a_figure_by_keys(tmp_path: Path) -> None:
    """A digit, as proposed, as before, empty, unsure; each is kept, taken back, recovered and saved."""
    draft = drafted()
    path = draft.page(tmp_path / "a.html", coder="me")
    with browser() as running:
        watched = Watched(running, path)
        page = watched.page
        assert page.inner_text(".field.here .name").endswith("about")
        page.keyboard.press("-")  # a needed field is never empty
        assert page.inner_text(".field.here .name").endswith("about")
        for key in ("1", "=", "=", "=", "=", "=", "="):
            page.keyboard.press(key)
        page.keyboard.press("2")
        assert page.inner_text("#panel h2") == "2个工作日以内"
        assert "1 of 6" in page.inner_text("#progress")
        page.keyboard.press("a")
        page.keyboard.press("u")
        page.reload()
        assert page.inner_text("#panel h2") == "2个工作日以内"
        assert page.inner_text(".field.here .name").endswith("indicator")
        with page.expect_download() as caught:
            page.keyboard.press("s")
        caught.value.save_as(tmp_path / "coding.json")
        for _ in range(20):
            page.keyboard.press("z")
        assert "0 of 6" in page.inner_text("#progress")
        assert [address for address in watched.asked if not address.startswith(("file:", "blob:"))] == []
        assert watched.said == []
    assert draft.take(tmp_path / "coding.json", coder="me") == 10
    slots = draft.figures["r-39"].slots
    assert [slots[name].state.value for name in ("about", "position", "voice")] == ["changed", "confirmed", "changed"]
    assert draft.figures["r-47"].slots["case"].state.value == "unsure"


def test_typed_values_and_clicks(tmp_path: Path) -> None:
    """Click to a figure and to a field; a typed value is taken on Enter, and what is withheld has no proposal."""
    draft = drafted()
    with browser() as running:
        page = Watched(running, draft.page(tmp_path / "a.html", coder="me")).page
        page.click("#text mark:nth-of-type(2)")
        assert "shown without proposals" in page.inner_text("#panel")
        assert page.locator(".field.here kbd", has_text="=").count() == 0
        page.keyboard.press("Enter")
        page.keyboard.type("云溪")
        assert page.inner_text("#found").strip().endswith("places:yunxi 云溪市")
        page.keyboard.press("Enter")
        assert json.loads(page.evaluate("coding()"))["rows"] == [{"figure": "r-47", "about": "places:yunxi"}]


def test_a_coding_of_another_text_is_refused(tmp_path: Path) -> None:
    """The saved file knows its text."""
    (tmp_path / "a.json").write_text('{"sha256": "0", "rows": []}', encoding="utf-8")
    draft = drafted()
    with pytest.raises(zj.DatasetError, match="expected the coding of the text"):
        draft.take(tmp_path / "a.json", coder="me")
