"""Cards, tables and marked texts in a real browser: nothing shuts anyone out, marks speak on focus, nothing is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.chromium import Running, Watched, browser

import zjreform as zj
from zjreform.html import page

DS = zj.load()
TEXT = "2018年6月，开办时间由8个工作日压缩至1个工作日，第三届评选推进“最多跑一次”改革，<script>window.ran = 1</script>满意率近98.5%"


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    with browser() as made:
        yield made


def _fragments(lang: str) -> str:
    with zj.language(lang):
        things = [
            DS,
            DS.metrics,
            DS.comparisons(),
            DS.cases["nanhu-company-setup"],
            DS.places["lishui"],
            DS.comparisons()["lishui-construction-time"],
            zj.parse("三成以上"),
        ]
        return "<p></p>".join(thing._repr_html_() for thing in things)  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_notebooks_show_shuts_nobody_out(
    running: Running, tmp_path: Path, width: int, scheme: str, lang: str
) -> None:
    """Contrast, names, order and focus in both themes, on a phone and on a desk; wide tables scroll by themselves."""
    path = tmp_path / "fragments.html"
    path.write_text(page("Fragments", _fragments(lang), lang), encoding="utf-8")
    for made in (path, zj.highlight(TEXT, lang=lang).write(tmp_path / "marked.html")):
        seen = Watched(running, made, width=width, scheme=scheme)
        assert seen.violations() == []
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
        assert seen.said == []
        assert seen.beyond == []
        assert seen.page.evaluate("window.ran") is None


@pytest.mark.parametrize("width", [390, 1280])
def test_a_mark_speaks_when_the_keyboard_reaches_it(running: Running, tmp_path: Path, width: int) -> None:
    """And is silent when it leaves."""
    seen = Watched(running, zj.highlight(TEXT, lang="en").write(tmp_path / "marked.html"), width=width)
    mark = seen.page.locator(".zj-side").first
    tip = mark.locator(".zj-tip")
    assert not tip.is_visible()
    mark.focus()
    assert tip.is_visible()
    assert "8 workdays → 1 workday" in tip.inner_text()
    box = tip.bounding_box()
    assert 0 <= box["x"] <= box["x"] + box["width"] <= width
    mark.blur()
    assert not tip.is_visible()
