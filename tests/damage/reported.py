"""What `zjreform.validate` says of a package with one value replaced, of every field of every table, and of many at once.

``python -m tests.damage.reported`` writes what the tree at hand says to ``reported.json``; the test compares with it. It is written anew
only where a check is meant to say something else, and then read: each line that moves is a problem that users see.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from attrs import evolve, fields
from tests.interop.made import QUANTITIES, made_dataset, metric

import zjreform as zj
from zjreform.code import Code
from zjreform.columns.column import Edtf
from zjreform.dataset.table import Table
from zjreform.errors import Problem, RecordError
from zjreform.quantity.quantities import Quantity
from zjreform.records import figure_codes as f
from zjreform.records.figures import Mention
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.csv_text import write_sheet
from zjreform.tabular.digest import table_cells

FILE = Path(__file__).with_name("reported.json")
TOGETHER = 60
"""Packages with many values replaced at once."""

EVERY = 3
"""Of so many damages one is kept; in those of many at once any may stand."""


def base() -> dict[str, list[Any]]:
    """Return the rows of the made dataset, more of those that checks set side by side, and one document of the bundled data."""
    made, bundled = made_dataset(), zj.load()
    rows = {name: list(getattr(made, name)) for name in TABLES}
    known = next(source for source in bundled.sources if source.sha256)
    rows["sources"].append(evolve(known, id="known-source"))
    rows["indicators"].append(evolve(rows["indicators"][0], id="made-share", dimension=zj.Dimension.PERCENT))
    shares = [
        metric(f"share-{part}", Quantity.from_parts(str(part), "%"), indicator="made-share") for part in (100, 40, 60)
    ]
    rows["metrics"] += [
        shares[0],
        *(evolve(part, part_of="share-100", composition=f.Composition.PARTITION) for part in shares[1:]),
    ]
    spans = [
        row for row in bundled.mentions if row.source == known.id and row.of.startswith("metrics:") and row.surface
    ][:6]
    owners = [row.id for row in rows["metrics"]]
    rows["mentions"] += [
        evolve(span, id=f"known-{number}", of=f"metrics:{owners[number]}", source="known-source")
        for number, span in enumerate(spans)
    ]
    rows["mentions"] += [
        Mention(
            id=f"share-{number}", of=f"metrics:share-{part}", source="made-source", start=20 * number, end=20 * number + len(str(part)) + 1,
            surface=f"{part}%", voice=f.Voice.HOST, paragraph=number, sentence=number,
        )
        for number, part in enumerate((100, 40, 60), 1)
    ]  # fmt: skip
    rows["mentions"].append(
        evolve(rows["mentions"][0], id="a-title", of="awards:made-award", start=70, end=79, surface="=SUM(A1)X")
    )
    rows["pairings"].append(
        evolve(rows["pairings"][0], id="shares", before="share-40", after="share-60", reported="share-100")
    )
    return rows


def damages(rows: Mapping[str, list[Any]]) -> Iterator[tuple[str, str, int, Any]]:
    """Yield name, table, place and new row: each field of the first and the last row with values that others have or that nothing has."""
    for table in TABLES:
        for place in sorted({0, len(rows[table]) - 1}):
            row = rows[table][place]
            for attribute in fields(type(row)):
                for value in _values(rows[table], attribute.name, getattr(row, attribute.name)):
                    try:
                        yield (
                            f"{table}[{place}].{attribute.name} = {value}",
                            table,
                            place,
                            evolve(row, **{attribute.name: value}),
                        )
                    except RecordError:
                        continue


def _values(rows: list[Any], name: str, now: Any) -> Iterator[Any]:  # noqa: ANN401 (a value of a field)
    others = (
        [QUANTITIES[1], QUANTITIES[4], QUANTITIES[6]]
        if isinstance(now, Quantity)
        else [getattr(row, name) for row in rows[:3]]
    )
    if isinstance(now, int):
        others += [now + 1, now + 1000]
    if isinstance(now, tuple):
        others += [("no-such-row",), ("some Latin words",)]
    others += [None, "no-such-row", "metrics:no-such-row", "Latin words", "中文字", Edtf("2031")]
    if isinstance(now, Code):
        others += list(type(now))[:4]
    seen = [now]
    for value in others:
        if value not in seen:
            seen.append(value)
            yield value


def packages() -> Iterator[tuple[str, dict[str, list[Any]]]]:
    """Yield each damage with the rows of its package, then the packages that have many."""
    rows = base()
    yield "whole", dict(rows)
    every = list(damages(rows))
    for name, *damage in every[::EVERY]:
        yield name, _with(rows, [tuple(damage)])
    for number in range(TOGETHER):
        draw = Random(number)  # noqa: S311 (the same damages on every run)
        yield f"together {number}", _with(rows, [damage for _, *damage in draw.sample(every, 12)])


def _with(rows: Mapping[str, list[Any]], changes: list[Any]) -> dict[str, list[Any]]:
    found = dict(rows)
    for table, place, row in changes:
        found[table] = [*found[table][:place], row, *found[table][place + 1 :]]
    return found


def dataset_of(rows: Mapping[str, list[Any]]) -> zj.Dataset:
    """Return the dataset of rows."""
    return zj.Dataset(version="1", **{name: Table(schema_of(name), rows[name]) for name in TABLES})


class Folder:
    """A package of CSV files that states no hashes; only tables that differ from those that stand there are written."""

    def __init__(self, home: Path) -> None:
        self.path = made_dataset().write(home / "p").path
        descriptor = self.path / "datapackage.json"
        content = json.loads(descriptor.read_text(encoding="utf-8"))
        for resource in content["resources"]:
            del resource["hash"], resource["bytes"]
        descriptor.write_text(json.dumps(content), encoding="utf-8")
        self._stands: dict[str, list[Any]] = {}

    def put(self, rows: Mapping[str, list[Any]]) -> Path:
        """Write the rows and return the path of the package."""
        for name in TABLES:
            if self._stands.get(name) is not rows[name]:
                cells = table_cells(Table(schema_of(name), rows[name]))
                (self.path / f"{name}.csv").write_bytes(write_sheet(schema_of(name).header, cells))
                self._stands[name] = rows[name]
        return self.path


def told(report: zj.Report) -> list[str]:
    """Return what a report says, each problem on a line; remedies, which name ids spelt alike, are left out."""
    return [*map(_line, report.problems), *("? " + _line(warning) for warning in report.warnings)]


def _line(problem: Problem) -> str:
    return f"{problem.file}:{problem.row} {problem.field} {problem.value!r} / {problem.expected}"


def reports(folder: Folder) -> Iterator[tuple[str, list[str]]]:
    """Yield what is said of each package, read from its files."""
    for name, rows in packages():
        yield name, told(zj.validate(folder.put(rows)))


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        found = dict(reports(Folder(Path(made))))
    lines = {line: place for place, line in enumerate(dict.fromkeys(chain.from_iterable(found.values())))}
    stored = {"lines": list(lines), "reports": {name: [lines[line] for line in said] for name, said in found.items()}}
    FILE.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
