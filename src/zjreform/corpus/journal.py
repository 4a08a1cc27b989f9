"""The journal of a run: which units are in which part, so that a run that was killed goes on with nothing lost and nothing doubled.

A part is put in place by one rename and then named by a line of the journal, which is brought to the disk; what has no line does not count.
The first line says what was asked of which files; a run goes on only where that is still the same.
"""

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import Factory, define

from zjreform.errors import ZjError

PARTIAL: Final = ".partial"
"""What stands behind the name of an output in that of the folder of its parts."""
_JOURNAL: Final = "journal.jsonl"


class ResumeError(ZjError, ValueError):
    """A run cannot go on from what another left.

    Attributes:
        folder: Where the unfinished run stands.
        reason: Why not, in English.

    Example:
        >>> print(ResumeError("a.parquet.partial", "a.txt has changed"))
        the run in 'a.parquet.partial' cannot go on: a.txt has changed
    """

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(folder, reason)
        self.folder, self.reason = folder, reason

    def english(self) -> str:  # noqa: D102 (as the base says)
        return f"the run in {self.folder!r} cannot go on: {self.reason}"


@define
class Journal:
    """A run on the disk.

    Attributes:
        folder: Where its parts stand.
        suffix: Suffix of the parts.
        entries: What is said of each part, in order.
    """

    folder: Path
    suffix: str
    entries: list[dict[str, Any]] = Factory(list)

    @property
    def units(self) -> int:
        """How many units stand in the parts."""
        return self.entries[-1]["units"] if self.entries else 0

    def parts(self) -> list[Path]:
        """Return the files of the parts in order."""
        return [self._part(place) for place in range(len(self.entries)) if self.entries[place]["rows"]]

    def next_part(self) -> Path:
        """Return the path under which to write the next part; it has no place until `add` names it."""
        return self.folder / f".next{self.suffix}"

    def add(self, entry: Mapping[str, Any]) -> None:
        """Put the part that was written in its place, and name it."""
        made = self.next_part()
        if entry["rows"]:
            _sync(made)
            made.replace(self._part(len(self.entries)))
        _append(self.folder / _JOURNAL, entry)
        self.entries.append(dict(entry))

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.folder)

    def _part(self, place: int) -> Path:
        return self.folder / f"part-{place:06}{self.suffix}"


def is_unfinished(folder: Path) -> bool:
    """Whether a folder holds the parts of a run, which are no texts to read."""
    return folder.suffix == PARTIAL and (folder / _JOURNAL).exists()


def begin_journal(folder: Path, suffix: str, asked: Mapping[str, Any], *, resume: bool) -> Journal:
    """Return the journal of a run, a new one or that of an unfinished one.

    Args:
        folder: Where the parts stand, or are to stand.
        suffix: Suffix of the parts.
        asked: What is asked of which files.
        resume: Go on where another run stopped.

    Raises:
        FileExistsError: An unfinished run stands there and *resume* is false.
        ResumeError: It was asked something else, or of other files.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp()) / "a.csv.partial"
        >>> begin_journal(folder, ".csv", {"what": "figures"}, resume=False).units
        0
        >>> begin_journal(folder, ".csv", {"what": "terms"}, resume=True)
        Traceback (most recent call last):
        zjreform.corpus.journal.ResumeError: the run in ... cannot go on: what is different: 'figures' then, 'terms' now
    """
    path = folder / _JOURNAL
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _append(path, asked)
        return Journal(folder, suffix)
    if not resume:
        raise FileExistsError(f"an unfinished run stands in {str(folder)!r}: go on with it (resume), or remove it")
    lines = [_read(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    whole = [line for line in lines if line is not None]
    if not whole:
        path.unlink()
        return begin_journal(folder, suffix, asked, resume=resume)
    _compare(folder, whole[0], json.loads(json.dumps(dict(asked))))
    if len(whole) < len(lines):
        _rewrite(path, whole)
    return Journal(folder, suffix, whole[1:])


def _compare(folder: Path, then: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    for name in now:
        if then.get(name) == now[name]:
            continue
        if name == "inputs":
            old, new = ({tuple(each) for each in asked.get("inputs", ())} for asked in (then, now))
            changed = sorted({str(each[0]) for each in old ^ new}) or ["their order"]
            raise ResumeError(str(folder), f"inputs are different: {', '.join(changed[:3])}")
        raise ResumeError(str(folder), f"{name} is different: {then.get(name)!r} then, {now[name]!r} now")


def _read(line: str) -> dict[str, Any] | None:
    """Return a line of the journal; ``None`` for one that was torn by a crash."""
    try:
        found: dict[str, Any] = json.loads(line)
    except ValueError:
        return None
    return found


def _append(path: Path, entry: Mapping[str, Any]) -> None:
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(dict(entry), ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _rewrite(path: Path, entries: Sequence[Mapping[str, Any]]) -> None:
    """Take the torn line out, so that the next one does not stand behind it."""
    new = path.with_suffix(".new")
    new.write_text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries), encoding="utf-8")
    _sync(new)
    new.replace(path)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
