"""What a run says at its end, as an object and as a file."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from zjreform.display import say
from zjreform.wording import told

_SHOWN = 10


@frozen
class Summary:
    """What a run read and found.

    Attributes:
        out: The file that was written.
        what: ``figures``, ``changes`` or ``terms``.
        complete: Whether everything was read; ``False`` where the run was stopped: the parts stand in *out* with ``.partial`` behind.
        documents: How many documents and rows of tables were read.
        rows: How many rows were written.
        by: Rows by dimension (of figures), by dimension before (of changes) or by term, the most frequent first.
        failures: What could not be read, each name with the reason.
        ignored: Files of other kinds that folders and archives held.
        encodings: Encoding of each table, and of each document that is not in UTF-8.
        losses: What documents hold and their texts do not (pictures, deletions, page numbers), by kind.
        damaged: Documents with damaged places, each with how many.
        seconds: How long all runs took together that were needed.
        asked: A hash of what was asked of which files, ``""`` in files written before it was kept.
    """

    out: str
    what: str
    complete: bool
    documents: int
    rows: int
    by: Mapping[str, int]
    failures: tuple[tuple[str, str], ...]
    ignored: int
    encodings: Mapping[str, str]
    losses: Mapping[str, int]
    damaged: Mapping[str, int]
    seconds: float
    asked: str = ""

    def __str__(self) -> str:
        state = "" if self.complete else say(" (stopped; go on with resume)", "（已中止；可用 resume 继续）")
        documents = f"{self.documents:,} document{'' if self.documents == 1 else 's'}"
        lines = [
            say(f"{self.rows:,} {self.what} in {documents}", f"{self.documents:,} 份文献中有 {self.rows:,} 行")
            + f", {self.seconds:.1f} s: {self.out}{state}"
        ]
        unread = say("not read", "未能读取")
        if self.by:
            lines.append("  " + ", ".join(f"{name} {count:,}" for name, count in self.by.items()))
        lines += _first(unread, [f"  {unread}: {name}: {told(reason)}" for name, reason in self.failures])
        if self.ignored:
            lines.append(f"  {say('passed over, of other kinds', '其他类型，已略过')}: {self.ignored:,}")
        others = {name: encoding for name, encoding in self.encodings.items() if encoding != "utf-8"}
        read = say("was read as", "读作")
        lines += _first(say("not in UTF-8", "非 UTF-8"), [f"  {name} {read} {code}" for name, code in others.items()])
        if self.losses:
            lines.append(
                f"  {say('not in the texts', '文本中没有')}: "
                + ", ".join(f"{count:,} × {told(what)}" for what, count in self.losses.items())
            )
        damage = say("damaged places", "处损坏")
        lines += _first(damage, [f"  {name}: {count:,} {damage}" for name, count in self.damaged.items()])
        return "\n".join(lines)


def _first(what: str, lines: list[str]) -> list[str]:
    """Return lines, or the first of them and how many more there are: a folder may hold a hundred thousand such files."""
    if len(lines) <= _SHOWN:
        return lines
    return [
        *lines[:_SHOWN],
        f"  {what}: {len(lines) - _SHOWN:,} {say('more, all in the summary file', '项，均见摘要文件')}",
    ]


def summary_path(out: Path) -> Path:
    """Return where the summary of an output file stands.

    Example:
        >>> summary_path(Path("a.parquet")).name
        'a.parquet.summary.json'
    """
    return out.with_name(out.name + ".summary.json")


def write_summary(summary: Summary, path: Path) -> None:
    """Write a summary as JSON."""
    new = path.with_name(path.name + ".new")
    new.write_text(json.dumps(asdict(summary), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    new.replace(path)


def read_summary(path: Path) -> Summary:
    """Return the summary that a file holds."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Summary(**{**content, "failures": tuple(map(tuple, content["failures"]))})


def summed(entries: Iterable[Mapping[str, Any]], name: str) -> dict[str, int]:
    """Return the counts of all parts together, the highest first.

    Example:
        >>> summed([{"by": {"a": 1}}, {"by": {"a": 2, "b": 9}}], "by")
        {'b': 9, 'a': 3}
    """
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update(entry[name])
    return dict(counts.most_common())
