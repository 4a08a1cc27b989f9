"""A real browser for tests that look at pages: Debian's Chromium, driven by Playwright; nothing of it reaches a network."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

AXE = Path(__file__).resolve().parents[2] / "build" / "browser" / "axe.min.js"
CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


Running = Any
"""A browser of Playwright, which is optional."""


@contextmanager
def browser() -> Iterator[Running]:
    """A browser with an empty profile; the test is skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (.ci/browser.sh installs it)")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


_GO = """address => new Promise((done) => {
  if (location.hash === address) return done();
  addEventListener("hashchange", () => done(), { once: true });
  location.hash = address;
})"""


class Watched:
    """A page whose errors and requests are kept."""

    def __init__(self, running: Running, path: Path, *, width: int = 1280, scheme: str = "light") -> None:
        self.path = path
        self.said: list[str] = []
        self.asked: list[str] = []
        self.context = running.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, accept_downloads=True
        )
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())

    def go(self, address: str) -> None:
        """Go to a place in the page and wait until it is shown."""
        self.page.evaluate(_GO, address)

    @property
    def count(self) -> int:
        """How many records the view shows."""
        return int(self.page.locator("#count").get_attribute("data-n"))

    @property
    def beyond(self) -> list[str]:
        """Requests for anything but the page itself and what it made."""
        return [url for url in self.asked if not url.startswith(("data:", "blob:", self.path.as_uri()))]

    def violations(self) -> list[str]:
        """What axe-core finds, each with its rule and its element."""
        if not AXE.exists():
            pytest.skip("axe-core is not at hand (.ci/browser.sh fetches it)")
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        return [f"{rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"]]
