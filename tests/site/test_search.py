"""The site builds without a warning, and its search finds English and Chinese words in a real browser."""

import importlib.util
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest
from tools.build_site import build

TYPE_CHECKING = False
if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = Path("/usr/bin/chromium")
MISSING = [
    name for name in ("sphinx", "myst_parser", "furo", "pagefind", "playwright") if not importlib.util.find_spec(name)
]
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"the site needs {', '.join(MISSING)}"),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="no browser in /usr/bin/chromium"),
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (as its base names it)
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the site and serve it on this machine."""
    folder = tmp_path_factory.mktemp("site") / "html"
    build(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def page() -> Iterator["Page"]:
    """Open a page of a headless browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (an optional package)

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        opened = browser.new_page()
        opened.set_default_timeout(30_000)
        yield opened
        browser.close()


@pytest.mark.parametrize("words", ["一次", "跑一次", "改革", "duration", "metrics", "工作日"])
def test_search_finds(site: str, page: "Page", words: str) -> None:
    """Each word leads to a page that holds it."""
    page.goto(f"{site}/search.html?q={words}")
    page.wait_for_selector(".pagefind-ui__result")
    found = page.locator(".pagefind-ui__result").first
    assert (found.locator(".pagefind-ui__result-link").first.get_attribute("href") or "").startswith("/")
    assert words.lower() in page.locator(".pagefind-ui__results").inner_text().lower()


def test_what_no_page_holds_is_not_found(site: str, page: "Page") -> None:
    """A letter that stands nowhere gives no result, and the page says so; a word is found by its beginning."""
    page.goto(f"{site}/search.html?q=龘")
    page.wait_for_function("document.querySelector('.pagefind-ui__message')?.innerText.includes('No results')")
    assert page.locator(".pagefind-ui__result").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["index", "start", "zh/start", "codebook", "reference/quantity"])
def test_pages_fit_their_window(site: str, page: "Page", name: str, width: int) -> None:
    """No page is wider than its window, on a phone or on a desk, and none writes an error to the console."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert errors == []


@pytest.mark.parametrize("part", ["furo", "sphinx", "pagefind"])
def test_licences_of_what_the_site_brings(site: str, part: str) -> None:
    """Theme, scripts and search are of others."""
    with urlopen(f"{site}/_static/{part}-LICENSE.txt") as answer:  # noqa: S310 (this machine's own server)
        assert b"Redistribution" in (text := answer.read()) or b"Permission is hereby granted" in text
