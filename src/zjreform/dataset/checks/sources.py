"""Documents: a hash that can be one, and the file itself where it is given."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from zjreform.dataset.bundled import bundled
from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem
from zjreform.text.sentences import Numbered

_FEWEST = 8
"""Different digits that the hash of any file has, but for one in 10¹⁵."""


def hashes(view: View) -> Iterator[Problem]:
    """Yield hashes that are made up, that two documents share, or that the bundled data know with another length."""
    seen: dict[str, str] = {}
    lengths = {source.sha256: source.characters for source in bundled().sources}
    for source, line in view.each("sources"):
        if len(set(source.sha256)) < _FEWEST:
            yield problem(
                "sources",
                line,
                "sha256",
                source.sha256,
                "the SHA-256 of a file",
                "compute it from the bytes of the copy",
            )
        if seen.setdefault(source.sha256, source.id) != source.id:
            yield problem(
                "sources",
                line,
                "sha256",
                source.sha256,
                f"another hash than {seen[source.sha256]} has",
                "keep one of the two",
            )
        length = lengths.get(source.sha256, source.characters)
        if length != source.characters:
            yield problem(
                "sources",
                line,
                "characters",
                source.characters,
                f"the {length} characters of this document",
                "count anew",
            )


def copies(view: View) -> Iterator[Problem]:
    """Yield documents whose file is a bundled one and whose hash is not: another copy, or a slip."""
    known = {source.file: source.sha256 for source in bundled().sources}
    for source, line in view.each("sources"):
        stated = known.get(source.file, source.sha256)
        if stated != source.sha256:
            yield problem(
                "sources",
                line,
                "sha256",
                source.sha256,
                f"the hash {stated} of the bundled document of this name",
                "say if it is another copy",
            )


def given(folder: Path) -> Callable[[View], Iterator[Problem]]:
    """Return the check of hash, length and spans against the files in a folder; a file that is not there is not judged."""

    def check(view: View) -> Iterator[Problem]:
        texts: dict[str, str] = {}
        for source, line in view.each("sources"):
            path = folder / source.file
            if not path.is_file():
                continue
            data = path.read_bytes()
            found = sha256(data).hexdigest()
            if found != source.sha256:
                yield problem(
                    "sources",
                    line,
                    "sha256",
                    source.sha256,
                    f"the hash {found} of {source.file}",
                    "correct it, or give the copy that was coded",
                )
                continue
            texts[source.id] = text = data.decode("utf-8", "replace")
            if len(text) != source.characters:
                yield problem(
                    "sources",
                    line,
                    "characters",
                    source.characters,
                    f"the {len(text)} characters of {source.file}",
                    "correct it",
                )
        for mention, line in view.each("mentions"):
            text = texts.get(mention.source, "")
            stands = text[mention.start : mention.end]
            if text and mention.surface is not None and stands != mention.surface:
                yield problem(
                    "mentions",
                    line,
                    "surface",
                    mention.surface,
                    f"{stands!r}, which stands there",
                    "count start and end anew",
                )
        yield from _numbers(view, texts)

    return check


def _numbers(view: View, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield mentions whose paragraph or sentence is not that of the text."""
    numbered = {key: Numbered.of(text) for key, text in texts.items()}
    for mention, line in view.each("mentions"):
        text = numbered.get(mention.source)
        if text is None:
            continue
        stated = mention.paragraph, mention.sentence
        for name, has, counted in zip(("paragraph", "sentence"), stated, text.at(mention.start), strict=True):
            if has not in {None, counted}:
                yield problem("mentions", line, name, has, f"{counted}, by the text", "count it anew")
