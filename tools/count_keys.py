"""Count the keys that coding a document on the coding page takes: ``python tools/count_keys.py SOURCE [--blind] [--pictures FOLDER]``.

A coder who knows the settled values codes the whole document in headless Chromium, every field of every figure, by the short ways
that the page offers: ``=`` where the proposal is right, a digit for a listed or recent value, ``,`` and ``;`` as before, ``-`` for
empty, ``.`` where the rest is, ``+`` where a field is to be filled that nothing is proposed for, and else the fewest letters (a
beginning of an id, or of its words) behind which a digit or Enter takes the record; free texts by the fewest letters and digits,
as the page completes them. The records that a figure needs and no other document has are taken to be there. Each figure is compared with
its settled row in the end. ``--blind`` codes all figures without proposals. Needs the source documents (``ZJREFORM_SOURCES``), Playwright,
Chromium.
"""

import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from statistics import mean, median
from typing import Any

import zjreform as zj
from zjreform.drafting.coding.states import FIELDS

sys.path.insert(0, str(Path(__file__).parent))
from held_out import HeldOut, held_out

EMPTY = "-"
MOST_INITIALS = 4
CLOSING = ",;:.)"


def main(arguments: Sequence[str]) -> int:
    """Print keys a figure with and without proposals, and the fields that they go to."""
    from playwright.sync_api import sync_playwright

    held = next(one for one in held_out() if one.source.id == arguments[0])
    pictures = Path(arguments[arguments.index("--pictures") + 1]) if "--pictures" in arguments else None
    draft = _draft(held, blind="--blind" in arguments)
    page_file = draft.page(Path(tempfile.mkdtemp()) / "coding.html", coder="me")
    wanted = {mention.start: mention for mention in held.mentions}
    keys: dict[bool, list[int]] = {True: [], False: []}
    spent: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(page_file.as_uri())
        for number, figure in enumerate(draft.figures.values()):
            if figure.start not in wanted:
                continue
            page.evaluate("number => { zjreformCoding.go(number); zjreformCoding.draw(); }", number)
            coder = Coder(page, _values(held, draft, wanted[figure.start]), figure.key)
            coder.code()
            keys[figure.withheld].append(sum(coder.spent.values()))
            spent[figure.withheld] += coder.spent
            if pictures is not None and number % 10 == 0:
                page.screenshot(path=pictures / f"{number}.png")
        _check(draft, json.loads(page.evaluate("zjreformCoding.coding()")), held, wanted)
        browser.close()
    for withheld, counted in keys.items():
        if counted:
            name = "without proposals" if withheld else "with proposals"
            least = f"mean {mean(counted):.1f}, median {median(counted):g}, most {max(counted)}"
            print(f"{name}: {len(counted)} figures, keys a figure: {least}")
            share = ((field, total / len(counted)) for field, total in spent[withheld].most_common())
            print("  " + ", ".join(f"{field} {each:.2f}" for field, each in share))
    return 0


def _draft(held: HeldOut, *, blind: bool) -> zj.Draft:
    draft = zj.draft(held.text, source={"id": "held", "kind": held.source.kind.value}, examples=held.rest, blind=blind)
    for table in ("indicators", "terms", "organisations"):
        known = getattr(held.rest, table)
        for row in getattr(held.whole, table):
            if row.id not in known.ids:
                draft.own.setdefault(table, {})[row.id] = row
    return draft


def _values(held: HeldOut, draft: zj.Draft, mention: zj.Mention) -> dict[str, str]:
    """Return the settled value of each field as the page writes it; the whole of a part is a figure of the draft."""
    metric = held.whole.metrics[mention.of.partition(":")[2]]
    found = {name: getattr(metric, name) for name in FIELDS if name != "voice"} | {"voice": mention.voice}
    found["quality"] = ";".join(metric.quality) or None
    whole = f"metrics:{metric.part_of}"
    key = next((f"held-{one.start}" for one in held.mentions if one.of == whole), None)
    found["part_of"] = key if key in draft.figures else None
    if found["about"] == f"sources:{held.source.id}":
        found["about"] = "sources:held"
    return {name: EMPTY if value is None else str(value) for name, value in found.items()}


def _check(draft: zj.Draft, content: Any, held: HeldOut, wanted: dict[int, zj.Mention]) -> None:  # noqa: ANN401 (JSON)
    """Refuse a count in which a field was not coded as settled."""
    rows = {row["figure"]: row for row in content["rows"]}
    for key, figure in draft.figures.items():
        if figure.start not in wanted:
            continue
        for name, value in _values(held, draft, wanted[figure.start]).items():
            given = rows[key].get(name, figure.slots[name].value if figure.slots[name].decided else None) or EMPTY
            if given != value:
                raise SystemExit(f"{key} {figure.surface} {name}: coded {given}, settled {value}")


_HERE = """() => {
  const { figure, field, before, proposed, options, asked, known, left, rest } = zjreformCoding, one = figure(), each = field();
  const said = proposed(one, each.name), names = asked(one).map((one) => one.name);
  return {
    key: one.key, name: each.name, before: before(each.name) ?? null, proposed: said ? (said.value ?? "-") : null,
    options: options(one, each).slice(0, 9).map((option) => option.value), left: left(), rest: rest(), free: each.free,
    known: known(one.key, each.name) ?? null, open: names.filter((name) => known(one.key, name) === undefined),
    asked: names, closed: each.values.length > 0, ruled: one.ruled,
  };
}"""


class Coder:
    """One who knows the settled values of a figure and takes the short ways."""

    def __init__(self, page: Any, values: dict[str, str], key: str) -> None:  # noqa: ANN401 (a page of Playwright)
        """Stand at a figure."""
        self.page, self.values, self.key = page, values, key
        self.spent: Counter[str] = Counter()

    def code(self) -> None:
        """Code the figure, field by field."""
        for _ in range(3 * len(FIELDS)):
            here = self.page.evaluate(_HERE)
            if here["key"] != self.key:
                return
            begun = self.page.evaluate("zjreformCoding.keys()")
            going = self._step(here)
            self.spent[here["name"]] += self.page.evaluate("zjreformCoding.keys()") - begun
            if not going:
                return
        raise SystemExit(f"{self.key}: no end at {here['name']}, which is {here['known']}")

    def _step(self, here: dict[str, Any]) -> bool:
        """Press the keys of one step; false where all is said."""
        unasked = [name for name in FIELDS if name not in {*here["asked"], *here["ruled"]}]
        hidden = [name for name in unasked if self.values[name] != EMPTY and name not in {"part_of", "base"}]
        if hidden:
            self._press("+")
        elif not here["open"]:
            return False
        elif here["known"] is not None:
            steps = here["asked"].index(here["open"][0]) - here["asked"].index(here["name"])
            for _ in range(abs(steps)):
                self._press("ArrowDown" if steps > 0 else "ArrowUp")
        else:
            self._enter(here, self.values[here["name"]])
        return True

    def _enter(self, here: dict[str, Any], value: str) -> None:
        left, rest = here["left"], here["rest"]
        if len(rest) > 1 and all(self.values[name] == said for name, said in rest.items()) and len(rest) >= len(left):
            self._press(";")
        elif len(left) > 1 and all(self.values[name] == EMPTY for name in left):
            self._press(".")
        elif here["proposed"] == value:
            self._press("=")
        elif value == EMPTY:
            self._press(EMPTY)
        elif value in here["options"]:
            self._press(str(here["options"].index(value) + 1))
        elif here["before"] == value:
            self._press(",")
        elif here["closed"]:
            self._press("&")
            for each in value.split(";"):
                self._press(str(here["options"].index(each) + 1))
            self._press("&")
        elif here["free"]:
            self._words(value)
        else:
            self._letters(here["name"], value)

    def _press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def _letters(self, field: str, value: str) -> None:
        """Type the fewest letters behind which the page offers the record; what it does not know is typed whole."""
        for letters in _ways(value):
            found = self.page.evaluate("([name, letters]) => zjreformCoding.matching(name, letters)", [field, letters])
            ids = [each[0] for each in found]
            if value in ids:
                self._begin(letters)
                self._press(str(ids.index(value) + 1))
                return
        self._begin(value)
        self._press("Enter")

    def _begin(self, text: str) -> None:
        if not text[0].isalpha():
            self._press("Enter")
        self.page.keyboard.type(text)

    def _words(self, text: str) -> None:
        """Type a free text by the fewest keys: letters, and digits for what the page offers to go on with."""
        offers = self.page.evaluate(
            "text => Array.from(text, (_, at) => at ? zjreformCoding.goOn(text.slice(0, at)) : [])", text
        )
        if not text[0].isalpha():
            self._press("Enter")
        for key in cheapest(text, offers):
            self._press(key)
        self._press("Enter")


def cheapest(text: str, offers: Sequence[Sequence[str]]) -> list[str]:
    """Return the fewest keys that write a text; ``offers`` are those behind each beginning of it.

    A word that was chosen has a blank behind it, and so has a mark that closes it: one stands behind that blank where the text has it, or
    where a mark or the end follows, for which the page takes it back.
    """
    ways: dict[tuple[int, bool], list[str]] = {(0, False): []}
    for place in range(len(text)):
        for blank in (False, True):
            if (place, blank) not in ways:
                continue
            so_far = ways.pop((place, blank))
            for step, reached in _steps(text, place, offers[place], blank=blank):
                if reached not in ways or len(ways[reached]) > len(so_far) + len(step):
                    ways[reached] = [*so_far, *step]
    return min((way for (place, _), way in ways.items() if place == len(text)), key=len)


_Steps = Iterator[tuple[list[str], tuple[int, bool]]]


def _steps(text: str, place: int, offered: Sequence[str], *, blank: bool) -> _Steps:
    """Yield what one may press behind a beginning of a text, and where one stands then."""
    key = text[place]
    if blank:
        if key in CLOSING:
            yield [key], _behind(text, place + 1)
        return
    escaped = key.isdigit() and place > 0 and not text[place - 1].isdigit() and bool(offered)
    yield (["Escape", key] if escaped else [key]), (place + 1, False)
    start = re.search(r"[^\s(“\"]*$", text[:place]).start()
    for number, one in enumerate(offered, 1):
        if text.startswith(one, start) and (start + len(one) == len(text) or text[start + len(one)] in f" {CLOSING}"):
            yield [str(number)], _behind(text, start + len(one))


def _behind(text: str, place: int) -> tuple[int, bool]:
    """Return where one stands behind a blank that the page puts."""
    return (place + 1, False) if text[place : place + 1] == " " else (place, True)


def _ways(value: str) -> Iterator[str]:
    """Yield what one may type for an id, the shortest first: its beginning, or beginnings of some of its words."""
    bare = value.partition(":")[2] or value
    words = bare.split("-")[:5]
    initials = {
        "".join(word[:length] for word, length in zip(words, lengths, strict=True))
        for lengths in product(range(3), repeat=len(words))
    }
    ways = {bare[:length] for length in range(1, len(bare) + 1)} | {
        way for way in initials if 0 < len(way) <= MOST_INITIALS
    }
    return iter(sorted(ways, key=lambda way: (len(way), not bare.startswith(way), way)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
