"""What every fragment that people see must be: well-formed, without scripts, and loading nothing."""

import re
from html.parser import HTMLParser

VOID = {"br", "meta", "link", "input", "img", "hr"}


class Balanced(HTMLParser):
    """Reads a fragment; each element must be closed where it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in {"style", "script"}:
            self.text.append(data)


def read(fragment: str) -> Balanced:
    """Read a fragment and check it; its elements and its text can be looked at."""
    reader = Balanced()
    reader.feed(fragment)
    reader.close()
    assert not reader.open
    tags = {tag for tag, _ in reader.seen}
    assert not tags & {"script", "iframe", "object", "embed", "link", "img"}
    for _, attributes in reader.seen:
        assert not {name for name in attributes if name.startswith("on")} | ({"src", "href"} & set(attributes))
    assert not re.search(r"url\(|@import", fragment)
    return reader
