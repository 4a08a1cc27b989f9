"""Count the keys that coding a document on the coding page takes: ``python tools/count_keys.py SOURCE``.

A coder who knows the settled values codes the whole document in headless Chromium by the shortest way that the page offers: ``=`` where the
proposal is right, a digit for a listed or recent value, ``a`` as before, ``-`` for empty, ``.`` where the rest is, and else the shortest
beginning of an id that the search finds; free texts are typed whole. Needs the source documents (``ZJREFORM_SOURCES``), Playwright and
Chromium.
"""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median
from typing import Any

import zjreform as zj
from zjreform.drafting.coding.states import FIELDS, REQUIRED

sys.path.insert(0, str(Path(__file__).parent))
from held_out import HeldOut, held_out


def main(arguments: Sequence[str]) -> int:
    """Print keys a figure with and without proposals."""
    from playwright.sync_api import sync_playwright

    held = next(one for one in held_out() if one.source.id == arguments[0])
    draft = zj.draft(held.text, source={"id": "held", "kind": held.source.kind.value}, examples=held.rest)
    for table in ("indicators", "terms"):
        known = getattr(held.rest, table)
        for row in getattr(held.whole, table):
            if row.id not in known.ids:
                draft.own.setdefault(table, {})[row.id] = row
    page_file = draft.page(Path(tempfile.mkdtemp()) / "coding.html", coder="me")
    counts: dict[bool, list[int]] = {True: [], False: []}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox"])
        page = browser.new_page()
        page.goto(page_file.as_uri())
        wanted = {mention.start: mention for mention in held.mentions}
        for number, figure in enumerate(draft.figures.values()):
            mention = wanted.get(figure.start)
            page.evaluate("number => { zjreformCoding.go(number); zjreformCoding.draw(); }", number)
            if mention is not None:
                counts[figure.withheld].append(_code(page, _values(held, mention), figure.key))
        browser.close()
    for withheld, keys in counts.items():
        name = "without proposals" if withheld else "with proposals"
        print(
            f"{name}: {len(keys)} figures, keys a figure: mean {mean(keys):.1f}, median {median(keys)}, most {max(keys)}"
        )
    return 0


def _values(held: HeldOut, mention: zj.Mention) -> dict[str, str]:
    metric = held.whole.metrics[mention.of.partition(":")[2]]
    found = {name: getattr(metric, name) for name in FIELDS if name != "voice"} | {"voice": mention.voice}
    found["quality"] = ";".join(metric.quality) or None
    found["part_of"] = None
    return {name: "-" if value is None else str(value) for name, value in found.items()}


_HERE = """() => {
  const { figure, field, before, proposed, options, isDone, left } = zjreformCoding, one = figure(), each = field();
  const said = proposed(one, each.name);
  return {
    key: one.key, name: each.name, before: before(each.name) ?? null, proposed: said ? (said.value ?? "-") : null,
    options: options(one, each).slice(0, 9).map((option) => option.value), done: isDone(one), left: left(),
  };
}"""


def _code(page: Any, values: dict[str, str], key: str) -> int:  # noqa: ANN401 (a page of Playwright)
    """Code one figure and return how many keys that took."""
    begun = page.evaluate("zjreformCoding.keys()")
    for _ in range(2 * len(FIELDS)):
        here = page.evaluate(_HERE)
        if here["key"] != key or here["done"]:
            break
        value = values[here["name"]]
        if value == "-" and here["name"] in REQUIRED:
            break
        if len(here["left"]) > 1 and all(values[name] == "-" for name in here["left"]):
            page.keyboard.press(".")
        elif here["proposed"] == value:
            page.keyboard.press("=")
        elif value == "-":
            page.keyboard.press("-")
        elif value in here["options"]:
            page.keyboard.press(str(here["options"].index(value) + 1))
        elif here["before"] == value:
            page.keyboard.press("a")
        else:
            page.keyboard.press("Enter")
            page.keyboard.type(_shortest(page, here["name"], value))
            page.keyboard.press("Enter")
    return int(page.evaluate("zjreformCoding.keys()")) - int(begun)


def _shortest(page: Any, field: str, value: str) -> str:  # noqa: ANN401 (a page of Playwright)
    """Return the shortest beginning of an id that the search of the page understands; a free text is typed whole."""
    bare = value.partition(":")[2] or value
    for length in range(1, len(bare) + 1):
        if (
            page.evaluate("([name, words]) => zjreformCoding.matching(name, words)[0]?.[0]", [field, bare[:length]])
            == value
        ):
            return bare[:length]
    return value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
