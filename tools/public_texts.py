"""Draft the public texts and compare with their codings: ``python tools/public_texts.py FOLDER [--write FILE]``.

The texts are not part of the project: FOLDER holds one file ``ID.txt`` for each row of ``public_codings/documents.csv``; a text that is not
the one that was coded is refused. What the first run gave is kept in ``public_codings/first_run.csv``.
"""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from attrs import evolve, frozen

import zjreform as zj
from zjreform.dataset.table import Table
from zjreform.records.schema import schema_of

HOME = Path(__file__).parent / "public_codings"
FIRST_RUN = HOME / "first_run.csv"
FIELDS = (
    "span", "quantity", "about", "family", "indicator", "position", "status", "aggregate", "accrual", "per", "base_status", "period",
    "composition", "voice",
)  # fmt: skip
"""What is compared: *span* is right where the draft has a figure with exactly these ends; all else is compared there alone."""

_COLUMNS = ("document", "start", "surface", "field", "coder_1", "coder_2", "proposed", "others")


@frozen
class Compared:
    """One field of one figure of a public text.

    Attributes:
        document: Id of the text.
        start: Where the figure starts.
        surface: Its characters.
        field: The field.
        coder_1: What the first coder wrote; empty for nothing.
        coder_2: What the second wrote.
        proposed: What the draft proposes.
        others: What it proposes after that, parted by ``|``.
    """

    document: str
    start: str
    surface: str
    field: str
    coder_1: str
    coder_2: str
    proposed: str
    others: str


def documents() -> list[dict[str, str]]:
    """Return what is known of the texts."""
    return _rows(HOME / "documents.csv")


def codings() -> list[dict[str, str]]:
    """Return all codings, one row for each figure and coder."""
    return _rows(HOME / "codings.csv")


def first_run() -> list[Compared]:
    """Return what the first run gave."""
    return [Compared(**row) for row in _rows(FIRST_RUN)]


def compared(folder: Path) -> Iterator[Compared]:
    """Draft each text and yield each field of each coded figure.

    Raises:
        ValueError: A text is not the one that was coded.
    """
    coded = codings()
    for document in documents():
        text = (folder / f"{document['id']}.txt").read_bytes().decode("utf-8")
        if sha256(text.encode()).hexdigest() != document["sha256"]:
            raise ValueError(f"{document['id']}.txt: not the passage that was coded (its hash differs)")
        draft = zj.draft(text, source={"id": "public", "kind": document["kind"]})
        drafted = {(str(one.start), str(one.end)): one for one in draft.metrics}
        second = {row["start"]: row for row in coded if row["document"] == document["id"] and row["coder"] == "2"}
        for row in coded:
            if row["document"] == document["id"] and row["coder"] == "1":
                yield from _of_figure(row, second[row["start"]], drafted.get((row["start"], row["end"])))


def _of_figure(row: Mapping[str, str], other: Mapping[str, str], found: zj.DraftFigure | None) -> Iterator[Compared]:
    def made(field: str, one: str, two: str, proposed: str, others: Sequence[str] = ()) -> Compared:
        return Compared(row["document"], row["start"], row["surface"], field, one, two, proposed, "|".join(others))

    yield made("span", "yes", "yes" if other["end"] == row["end"] else "no", "yes" if found is not None else "no")
    if found is None:
        return
    said = found.quantity
    shown = (_plain(said.value), _plain(said.upper), said.unit.code, said.bound.value)
    yield made("quantity", _quantity(row), _quantity(other), " ".join(shown).strip())
    for field in FIELDS[2:]:
        if field == "family":
            yield made(field, row[field], other[field], found.family[0], found.family[1:])
            continue
        slot = found.slots[field]
        ruled = slot.value if slot.state is zj.FieldState.RULE else None
        value, others = (ruled, ()) if slot.proposal is None else (slot.proposal.value, slot.proposal.others)
        yield made(field, row[field], other[field], value or "", others)


def _quantity(row: Mapping[str, str]) -> str:
    upper = _plain(Decimal(row["upper"])) if row["upper"] else ""
    return " ".join((_plain(Decimal(row["value"])), upper, row["unit"], row["bound"])).strip()


def _plain(number: object) -> str:
    return "" if number is None else format(Decimal(str(number)).normalize(), "f")


def public_tables() -> Iterator[str]:
    """Yield the tables of the first run, of the run after the rules were mended, and of the agreement of the codings."""
    runs = {"first run": first_run(), "after mending": [Compared(**row) for row in _rows(HOME / "later_run.csv")]}
    names = [document["id"] for document in documents()]
    counts = {name: len({row["start"] for row in codings() if row["document"] == name}) for name in names}
    yield from ("", "### Three public texts", "")
    yield "Figures: " + ", ".join(f"{name} {count}" for name, count in counts.items()) + ". Compared with coder 1."
    yield from (
        "",
        "| field | " + " | ".join(f"{name}, first run" for name in names) + " | all, first run | all, after mending |",
    )
    yield "|---|" + "--:|" * (len(names) + 2)
    for field in FIELDS:
        cells = [
            _hits([row for row in runs["first run"] if (row.document, row.field) == (name, field)]) for name in names
        ]
        cells += [_hits([row for row in rows if row.field == field]) for rows in runs.values()]
        yield f"| {field} | {' | '.join(cells)} |"
    yield from ("", "| of coder 1 and the first run | found | precision |", "|---|--:|--:|")
    for field, value in _VALUES:
        rows = [row for row in runs["first run"] if row.field == field]
        right, said = sum(row.coder_1 == value for row in rows), sum(row.proposed == value for row in rows)
        both = sum(row.coder_1 == row.proposed == value for row in rows)
        yield f"| {field} {value} | {both} of {right} | {both} of {said} |"
    yield from _agreement()


_VALUES = (
    *(("position", value) for value in ("before", "after", "change")),
    ("status", "target"),
    *(("aggregate", value) for value in ("total", "mean")),
    *(("accrual", value) for value in ("period", "cumulative")),
    ("indicator", "new"),
)


def _hits(rows: Sequence[Compared]) -> str:
    hits = sum(row.proposed == row.coder_1 for row in rows)
    return f"{hits} of {len(rows)} ({hits / len(rows):.1%})" if rows else "–"


def _agreement() -> Iterator[str]:
    """Yield the agreement of the first coder with the second and with the third, by ``zj.agreement``."""
    yield from ("", "Agreement of the two codings (`zj.agreement`); both are by one language model, see above.", "")
    yield from ("| field | n | same | alpha | AC1 |", "|---|--:|--:|--:|--:|")
    for row in zj.agreement(_as_dataset("1", "2"), replicates=200):
        yield f"| {row.field} | {row.n} | {row.same} | {_coefficients(row)} |"
    yield from (
        "",
        "Agreement of coder 1 with coder 3, another language model reader, who saw neither coding and no draft: the one to quote.",
        "*Most frequent* is the value that both together gave most often, with its share (prevalence); – is a field left empty.",
        "",
        "| field | n | same | alpha | AC1 | most frequent |",
        "|---|--:|--:|--:|--:|---|",
    )
    for row in zj.agreement(_as_dataset("1", "3"), replicates=200):
        value, times = next(iter(row.values.items()))
        most = f"{value} ({times / sum(row.values.values()):.1%})" if row.field in _CODED else ""
        yield f"| {row.field} | {row.n} | {row.same} | {_coefficients(row)} | {most} |"


def _coefficients(row: zj.FieldAgreement) -> str:
    return " | ".join("–" if value is None else f"{value:.3f}" for value in (row.alpha, row.ac1))


_CODED = tuple(field for field in FIELDS if field not in {"span", "quantity"})


def _as_dataset(*coders: str) -> zj.Dataset:
    """Return the codings of these coders as a dataset; a field left empty has no row."""
    rows = [
        zj.Coding(
            id=f"{row['document']}-{row['start']}-{field.replace('_', '-')}-{row['coder']}",
            of=f"mentions:{row['document']}-{row['start']}",
            field=field,
            coder=f"coder-{row['coder']}",
            value=row[field],
        )
        for row in codings()
        if row["coder"] in coders
        for field in _CODED
        if row[field]
    ]
    return evolve(zj.load(), codings=Table(schema_of("codings"), rows))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main(arguments: Sequence[str]) -> int:
    """Print the hit rate of each field, or write what was compared."""
    rows = list(compared(Path(arguments[0])))
    if "--write" in arguments:
        target = Path(arguments[arguments.index("--write") + 1])
        with target.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(_COLUMNS)
            writer.writerows([getattr(row, name) for name in _COLUMNS] for row in rows)
    for field in FIELDS:
        of_field = [row for row in rows if row.field == field]
        print(field, sum(row.proposed == row.coder_1 for row in of_field), "of", len(of_field))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
