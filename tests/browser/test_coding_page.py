"""The coding page in a real browser: a whole document by keys, kept after every field, taken back without end, and nothing asked for."""

import json
from pathlib import Path

import pytest
from tests.browser.chromium import Watched, browser
from typer.testing import CliRunner

import zjreform as zj
from zjreform.cli.app import app

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
        for key in ("1", "=", "-", "=", "=", "=", "="):
            page.keyboard.press(key)
        page.keyboard.press("2")
        assert page.inner_text("#fields h2") == "2个工作日以内"
        assert "1 of 6" in page.inner_text("#coded")
        page.keyboard.press(",")
        page.keyboard.press("/")
        page.reload()
        assert page.inner_text("#fields h2") == "2个工作日以内"
        assert page.inner_text(".field.here .name").endswith("indicator")
        with page.expect_download() as caught:
            page.keyboard.press("Control+s")
        caught.value.save_as(tmp_path / "coding.json")
        for _ in range(20):
            page.keyboard.press("Backspace")
        assert "0 of 6" in page.inner_text("#coded")
        assert watched.beyond == []
        assert watched.said == []
    assert draft.take(tmp_path / "coding.json", coder="me") == 10
    slots = draft.figures["r-39"].slots
    assert [slots[name].state.value for name in ("about", "position", "voice", "base_status")] == [
        "changed", "confirmed", "changed", "rule",
    ]  # fmt: skip
    assert draft.figures["r-47"].slots["case"].state.value == "unsure"


def test_typed_values_and_clicks(tmp_path: Path) -> None:
    """Click to a figure and to a field; a typed value in either script is taken on Enter, and what is withheld has no proposal."""
    draft = drafted()
    with browser() as running:
        page = Watched(running, draft.page(tmp_path / "a.html", coder="me")).page
        page.click("#text mark:nth-of-type(2)")
        assert "shown without proposals" in page.inner_text("#fields")
        assert page.locator(".field.here kbd", has_text="=").count() == 0
        page.keyboard.press("Enter")
        page.keyboard.type("雲溪")
        assert page.inner_text("#found").strip().endswith("places:yunxi 云溪市")
        page.keyboard.press("Enter")
        assert json.loads(page.evaluate("zjreformCoding.coding()"))["rows"] == [
            {"figure": "r-47", "about": "places:yunxi"}
        ]


def test_the_rest_stays_empty(tmp_path: Path) -> None:
    """One key says that what is left open is empty; it takes no proposal and fills no needed field."""
    draft = drafted()
    with browser() as running:
        page = Watched(running, draft.page(tmp_path / "a.html", coder="me")).page
        page.click("#text mark:nth-of-type(2)")
        page.keyboard.press(".")
        (row,) = json.loads(page.evaluate("zjreformCoding.coding()"))["rows"]
        assert {value for name, value in row.items() if name != "figure"} == {"-"}
        assert not {"about", "indicator", "position", "voice"} & set(row)
        assert page.inner_text(".field.here .name").endswith("about")


def test_few_keys(tmp_path: Path) -> None:
    """As before for all that is open and not proposed, further fields, letters and a digit, words of a free text, and several values."""
    draft = zj.draft("甲市用时5天。\n乙市有3个部门和4个部门。", source={"id": "r", "kind": "news"}, blind=True)
    with browser() as running:
        page = Watched(running, draft.page(tmp_path / "a.html", coder="me")).page

        def rows() -> dict[str, dict[str, str]]:
            return {row.pop("figure"): row for row in json.loads(page.evaluate("zjreformCoding.coding()"))["rows"]}

        page.keyboard.press(";")  # nothing before it
        assert rows() == {}
        page.keyboard.press("ArrowRight")
        page.keyboard.press(";")  # the figure before is of another paragraph
        assert rows() == {}
        first, second = (one.key for one in list(draft.figures.values())[1:])
        page.keyboard.type("lishui")
        page.keyboard.press("Enter")
        page.evaluate(
            "dispatchEvent(new KeyboardEvent('keydown', { key: '－' }))"
        )  # an input method gives full-width marks
        page.keyboard.type("onc")
        assert "one-certificate-share" not in page.inner_text(
            "#found"
        )  # it measures a share, and the figure is a count
        for _ in range(3):
            page.keyboard.press("Backspace")
        page.keyboard.type("zzz")
        assert "No known record fits" in page.inner_text("#found")
        for _ in range(3):
            page.keyboard.press("Backspace")
        page.keyboard.type("depinv")
        page.keyboard.press("1")
        assert rows()[first] == {"about": "places:lishui", "case": "-", "indicator": "departments-involved"}
        page.keyboard.type("mun")
        page.keyboard.press("1")
        page.keyboard.type("x,")
        page.keyboard.press("Enter")
        assert rows()[first]["population"] == "municipal x,"
        page.keyboard.press("Backspace")
        page.keyboard.type("mun")
        page.keyboard.press("1")
        page.keyboard.type(", x y")  # the page puts the blank behind the mark, and takes no second one
        page.keyboard.press("Enter")
        assert rows()[first]["population"] == "municipal, x y"
        page.keyboard.press("-")
        for digit in "4111":
            page.keyboard.press(digit)
        page.keyboard.press("-")
        for key in "&12&":
            page.keyboard.press(key)
        assert rows()[first]["quality"] == "damaged;attachment_unclear"
        page.keyboard.press("Backspace")
        assert "quality" not in rows()[first]
        page.keyboard.press(".")
        page.keyboard.press("1")
        assert page.inner_text("#fields h2") == "4个"
        assert "; places:lishui" in page.inner_text(".field:nth-of-type(1) .value, .field:nth-of-type(1)")
        page.keyboard.press(";")
        assert rows()[second] == rows()[first]
        page.keyboard.press("Backspace")
        assert second not in rows()


def test_former_answers_take_no_proposal(tmp_path: Path) -> None:
    """The key for former answers leaves what is proposed, and fields that nothing is proposed for are opened on request."""
    draft = drafted()
    with browser() as running:
        page = Watched(running, draft.page(tmp_path / "b.html", coder="me")).page
        page.keyboard.press(";")  # takes nothing that is proposed
        assert json.loads(page.evaluate("zjreformCoding.coding()"))["rows"] == []
        assert "qualifier" not in page.inner_text("#fields")
        page.keyboard.press("+")
        assert "qualifier" in page.inner_text("#fields")


def test_records_named_nearby(tmp_path: Path) -> None:
    """What the paragraph names is listed for a digit, in words that the coder reads; nothing is so listed without proposals."""
    text = "衢州市、“浙里办”和丽水市数字化转型，办理用时3天。"
    draft = zj.draft(text, source={"id": "r", "kind": "news"})
    blind = zj.draft(text, source={"id": "r", "kind": "news"}, blind=True)
    with browser() as running:
        page = Watched(running, draft.page(tmp_path / "a.html", coder="me")).page
        assert page.inner_text(".field.here .name").endswith("about")
        listed = page.locator(".field.here .choices li").all_inner_texts()
        (place,) = (number for number, one in enumerate(listed, 1) if "terms:zheliban 浙里办" in one)
        assert json.loads(page.evaluate("zjreformCoding.coding()"))["rows"] == []
        page.keyboard.press(str(place))
        (row,) = json.loads(page.evaluate("zjreformCoding.coding()"))["rows"]
        assert row["about"] == "terms:zheliban"
        page = Watched(running, blind.page(tmp_path / "b.html", coder="me")).page
        assert "zheliban" not in page.inner_text(".field.here")


def test_offered_rows(tmp_path: Path) -> None:
    """A known name is taken or declined like a figure, and the file that is saved is taken by the draft."""
    text = "丽水市推行“三色管理”，用时3天。"
    draft = zj.draft(text, source={"id": "r", "kind": "news"})
    with browser() as running:
        page = Watched(running, draft.page(tmp_path / "a.html", coder="me")).page
        assert "mentions" in page.inner_text("#rows")
        page.click("#rows li:nth-of-type(1)")
        page.keyboard.press("1")
        page.click("#rows li:nth-of-type(2)")
        page.keyboard.press("-")
        assert "2 of 2 rows" in page.inner_text("#coded")
        with page.expect_download() as caught:
            page.keyboard.press("Control+s")
        caught.value.save_as(tmp_path / "coding.json")
    assert draft.take(tmp_path / "coding.json", coder="me") == 2
    assert [one.slots["row"].value for one in draft.offers.values()] == ["take", None]


def test_the_explorer_in_coding_mode(tmp_path: Path) -> None:
    """The same page with the data beside: code, look something up, and go on where one was; in either language, by one command."""
    folder = drafted().write(tmp_path / "d")
    arguments = ["explore", str(folder), "--code", "me", "-o", str(tmp_path / "page.html")]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    with browser() as running:
        watched = Watched(running, tmp_path / "page.html")
        page = watched.page
        assert page.inner_text("#fields h2") == "5个工作日"
        page.keyboard.press("1")
        page.click("nav a:has-text('Indicators'), nav a:has-text('Figures')")
        assert watched.count > 200
        page.keyboard.press("=")  # no key codes where the text is not shown
        page.click("nav a:has-text('Code')")
        assert page.inner_text(".field.here .name").endswith("indicator")
        page.click("#language a")
        page.wait_for_selector("#coded:has-text('数字')")  # the page is drawn anew behind the change of its address
        assert "数字 0/6" in page.inner_text("#coded")
        assert watched.beyond == []
        assert watched.said == []
        assert watched.violations() == []
    refused = CliRunner().invoke(app, ["explore", str(tmp_path), "--code", "me", "-o", str(tmp_path / "b.html")])
    assert refused.exit_code == 2
    with pytest.raises(zj.UnknownValueError, match="coder of a draft"):
        zj.explorer(drafted())


def test_a_coding_of_another_text_is_refused(tmp_path: Path) -> None:
    """The saved file knows its text."""
    (tmp_path / "a.json").write_text('{"sha256": "0", "rows": []}', encoding="utf-8")
    draft = drafted()
    with pytest.raises(zj.DatasetError, match="expected the coding of the text"):
        draft.take(tmp_path / "a.json", coder="me")


def test_kinds(tmp_path: Path) -> None:
    """A figure is said to be none, a numeral to be one and coded at once; the reason is asked for, and the file is taken."""
    draft = zj.draft("2018年推进一件事改革，8个工作日办结。", source={"id": "r", "kind": "news"}, blind=True)
    with browser() as running:
        watched = Watched(running, draft.page(tmp_path / "a.html", coder="me"))
        page = watched.page
        assert "0 of 1 figures" in page.inner_text("#coded")
        page.keyboard.press("0")
        assert page.inner_text(".field.here .name").endswith("kind")
        page.keyboard.press("4")
        assert page.inner_text(".field.here .name").endswith("reason")
        page.keyboard.press("1")
        assert "0 of 0 figures" in page.inner_text("#coded")
        page.click("#text mark:nth-of-type(2)")
        assert page.inner_text("#fields h2") == "一件事"
        page.keyboard.press("1")
        page.keyboard.press("Enter")
        page.keyboard.type("1件")
        page.keyboard.press("Enter")
        page.keyboard.type("it counts matters")
        page.keyboard.press("Enter")
        assert page.inner_text(".field.here .name").endswith("about")
        page.keyboard.type("zhejiang")
        page.keyboard.press("Enter")
        page.keyboard.press(".")
        assert "0 of 1 figures" in page.inner_text("#coded")
        with page.expect_download() as caught:
            page.keyboard.press("Control+s")
        caught.value.save_as(tmp_path / "coding.json")
        for _ in range(20):
            page.keyboard.press("Backspace")
        assert json.loads(page.evaluate("zjreformCoding.coding()"))["rows"] == []
        assert watched.said == []
    first, second = (
        next(one.key for one in draft.entries() if one.surface == name) for name in ("8个工作日", "一件事")
    )
    draft.take(tmp_path / "coding.json", coder="me")
    assert draft.numerals[first].kind == "name"
    assert draft.numerals[first].slots["kind"].reason == "Part of a name or slogan."
    assert (draft.figures[second].surface, draft.figures[second].slots["about"].value) == ("一件", "places:zhejiang")
    assert draft.figures[second].slots["kind"].reason == "it counts matters"
