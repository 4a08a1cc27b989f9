"""How long the explorer takes in a browser: its script until it is ready, and a change of filters, also with 10,000 metrics.

The best of several runs counts: other work on the machine only makes them longer.

Usage: python benchmarks/explorer.py (needs Playwright and Debian's chromium)
"""

import importlib.util
import tempfile
from pathlib import Path

from attrs import evolve

import zjreform as zj
from zjreform.dataset.table import Table

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
FILTER = """() => {
  const started = performance.now();
  document.querySelector("#f-voice-yearbook, #f-status-limit").click();
  return new Promise((done) => addEventListener("hashchange", () => done(performance.now() - started), { once: true }));
}"""


def many(size: int) -> zj.Dataset:
    """Return the bundled data with its metrics repeated, each under an id of its own."""
    ds = zj.load()
    rows = list(ds.metrics)
    made = [
        evolve(
            rows[at % len(rows)],
            id=f"{rows[at % len(rows)].id}-{at}",
            part_of=None,
            composition=None,
            inconsistent_with=(),
        )
        for at in range(size)
    ]
    return evolve(ds, metrics=Table(ds.metrics.schema, (*rows, *made)))


def results(metrics: int = 10_000, runs: int = 3, clicks: int = 10) -> dict[str, dict[str, float]]:
    """Return megabytes, milliseconds of the script and of a change of filters, for the bundled data and for many metrics.

    Where there is no browser, nothing is measured.
    """
    if not Path(CHROMIUM).exists() or not importlib.util.find_spec("playwright"):
        return {}
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (a package that not every machine has)

    found = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, ds in (("bundled", zj.load()), (f"{metrics:,} metrics", many(metrics))):
            page = zj.explorer(ds)
            path = page.write(Path(folder) / "page.html")
            ready, filters = [], []
            for _ in range(runs):
                seen = browser.new_page()
                seen.goto(f"{path.as_uri()}#/metrics?set=both")
                seen.wait_for_selector(".tabulator-row")
                ready.append(seen.evaluate("() => Number(document.documentElement.dataset.script)"))
                filters.append(min(seen.evaluate(FILTER) for _ in range(clicks)))
                seen.close()
            found[name] = {"megabytes": len(page.html.encode()) / 1e6, "script": min(ready), "filter": min(filters)}
        browser.close()
    return found


def main() -> None:
    """Print the times."""
    for name, row in results().items():
        print(f"{name}: {row['megabytes']:.1f} MB, script {row['script']:.0f} ms, filter {row['filter']:.0f} ms")


if __name__ == "__main__":
    main()
